"""Which of the names in an English article are mentions of places: the words before and after a name decide.

"in Reading" is a town, "Reading the letter" is not; "Charlotte Smith" and "Mayor Lincoln" are people; "Leeds Police" is
named for the town; "the Leeds Star" is a newspaper. Adjectives and nouns for people ("Syrian", "Ukrainians") name their
country.
"""

import functools
from collections.abc import Sequence
from dataclasses import replace

from lagebild.link.gazetteer import Gazetteer, Toponym
from lagebild.link.place_english_holder import holder_of, near_to
from lagebild.link.place_english_names import (
    Named,
    Noun,
    Sign,
    area_of_short,
    bare,
    is_ended,
    shorts,
    spelling,
    wording,
)
from lagebild.link.place_names import KNOWN, rank_of
from lagebild.link.place_tokens import Text, Word
from lagebild.link.place_words import PlaceWords, words

_LONGEST = 6
_AREAS = frozenset({"country", "first_level", "region", "continent", "landmark"})
_SHORT_LEAD = 4  # letters of "St", "Mt", "U" before a full stop inside a name
_DATELINE = 4  # words


def named_places(text: Text) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """Return the mentions of places in a field in order, and the doubtful ones that another mention may make sure."""
    cues = words("en")
    people = _people(text, cues)
    sure: list[Named] = []
    doubtful: list[Named] = []
    at = 0
    while at < len(text.tokens):
        if not text.tokens[at].capital:
            at += 1
            continue
        found = _short(text, at, sure) or _named(text, at, cues)
        if found is None:
            at += 1
            continue
        sign = _sign(text, found, cues, people) if found.sign == "free" else found.sign
        if sign is not None:
            held, over = holder_of(text, found) if found.sign == "free" else (None, None)
            noun = _noun(text, found, cues) if found.sign == "free" else ""
            found = replace(found, sign="held" if held is not None else sign, holder=held, noun=noun)
            sure.append(replace(found, places=near_to(text, found)))
            if over is not None and over.last - at > 0:
                sure.append(over)
                found = over
        elif found.places and not _is_other(text, found, cues) and not _is_given_name(text, found, cues):
            doubtful.append(found)
        at = found.last if sign is not None or found.last - at > 1 else at + 1
    return tuple(sure), tuple(doubtful)


def _short(text: Text, at: int, sure: Sequence[Named]) -> Named | None:
    """Return the short form of a state behind a town and a comma: "Springfield, Ill."."""
    if text.word(at - 1) != "," or not (sure and sure[-1].last == at - 1):
        return None
    for last in range(min(at + 4, len(text.tokens)), at, -1):
        if not is_ended(text.tokens, at, last):
            continue
        spelt = spelling(text.tokens, at, last).rstrip(".")
        if spelt in shorts():
            area = area_of_short(text.gazetteer, spelt)
            start, end = text.tokens[at].start, text.tokens[last - 1].end
            return Named(text.field, at, last, start, end, spelt, area, "short") if area else None
    return None


def _named(text: Text, at: int, cues: PlaceWords) -> Named | None:
    """Return the longest name of a place, or word for its people, that begins at this word."""
    tokens = text.tokens
    for last in range(_reach(tokens, at, cues), at, -1):
        if not _whole(tokens, at, last):
            continue
        spelt = bare(spelling(tokens, at, last))
        country = cues.people.get(spelt) or cues.adjectives.get(spelt.casefold())
        if country is not None:
            return _of_people(text, (at, last), spelt, country)
        cased = spelt.title() if spelt.isupper() and len(spelt) > _SHORT_LEAD else spelt
        places = text.gazetteer.find(cased, "en") if len(cased) > 1 else ()
        if places and (last - at > 1 or not _is_barred(cased, cues)):
            start, end = tokens[at].start, tokens[at].start + len(bare(wording(text, at, last)))
            if "." in cased[1:2] and last < len(tokens) and tokens[last].text == "." and tokens[last].joined:
                return Named(text.field, at, last + 1, start, end + 1, f"{cased}.", places, "free")
            return Named(text.field, at, last, start, end, cased, places, "free")
    return None


def _is_barred(word: str, cues: PlaceWords) -> bool:
    return word in cues.cues["never"] or (len(word) < 3 and word not in {"US", "UK", "EU"})  # noqa: PLR2004 - no initials


def _of_people(text: Text, span: tuple[int, int], spelt: str, country: str) -> Named | None:
    first, last = span
    places = tuple(p for p in _country(text.gazetteer, country) if p.kind == "country")
    start = text.tokens[first].start
    end = start + len(bare(wording(text, first, last)))
    return Named(text.field, first, last, start, end, spelt, places[:1], "adjective") if places else None


def _country(gazetteer: Gazetteer, code: str) -> tuple[Toponym, ...]:
    """Return the country of a code."""
    return tuple(place for place in gazetteer.find(_country_names()[code], "en") if place.country == code)


@functools.cache
def _country_names() -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - needed where a word for people stands

    return {str(code): str(name) for code, name in Locale("en").territories.items()}


def _reach(tokens: Sequence[Word], at: int, cues: PlaceWords) -> int:
    """Return the place behind the last word that one name from here could take in."""
    last = at + 1
    while last < len(tokens) and last < at + _LONGEST:
        word, before = tokens[last], tokens[last - 1]
        dotted = word.text == "." and word.joined and len(before.text) < _SHORT_LEAD
        ended = before.text.endswith(("'s", "’s")) and word.text not in {"Republic", "County", "Island", "Bay"}
        if ended or not (word.capital or dotted or word.text in cues.cues["particle"]):
            break
        last += 1
    return last


def _whole(tokens: Sequence[Word], first: int, last: int) -> bool:
    """Return whether these words may be one name: no sentence begins inside it, and it ends in a capital word."""
    if not tokens[last - 1].capital or (tokens[first].text in {"The", "A", "In", "At"} and last - first > 1):
        return False
    return all(
        not word.opens or tokens[n - 1].text == "." for n, word in enumerate(tokens[first:last], first) if n > first
    )


def _people(text: Text, cues: PlaceWords) -> frozenset[str]:
    """Return the capital words that stand after a given name or a title, so that they name a person alone too."""
    found: set[str] = set()
    for at, word in enumerate(text.tokens):
        before = text.tokens[at - 1] if at else None
        if before is None or not word.capital or word.opens:
            continue
        titled = before.text in cues.cues["title"] or (before.text == "." and text.word(at - 2) in cues.cues["title"])
        if before.text in cues.cues["forename"] or titled:
            found.add(bare(word.text))
    return frozenset(found)


def _sign(text: Text, found: Named, cues: PlaceWords, people: frozenset[str]) -> Sign | None:
    """Return why a name is a place where it stands, or None where it may be none."""
    if _is_other(text, found, cues):
        return None
    area = found.places[0].kind in _AREAS
    before = _before(text, found.first)
    single = found.last - found.first == 1
    person = single and found.name in people and not area
    if _kind_beside(text, found, cues):
        return "kind"
    if holder_of(text, found)[0] is not None:
        return "held"
    ordinary = single and found.name in cues.cues["ordinary"]
    if before in cues.cues["locative"] and not _goes_on(text, found):
        if not ordinary or (before in {"in", "near"} and not person):
            return None if person and before not in {"in", "near", "at", "outside"} else "locative"
        return None
    if person or ordinary or (single and found.name in cues.cues["forename"] and not area):
        return None
    if _opens_text(text, found):
        return "opening"
    follower = text.follower(found.last)
    if follower is not None and follower.text in cues.cues["institution"]:
        return "institution" if area or rank_of(found.places) >= 1 else None
    alone = rank_of(found.places) >= KNOWN and not _goes_on(text, found)
    if alone or (area and not (single and found.name in cues.cues["forename"])):
        return "free"
    return "claimed" if _is_claimed(text, found, cues) else None


def _is_claimed(text: Text, found: Named, cues: PlaceWords) -> bool:
    """Return whether the words beside a name are of a fight for it, or of what a town has: "troops captured Izium"."""
    before = text.word(found.first - 1).lower()
    if before in cues.cues["taking"] and not _goes_on(text, found):
        return True
    if before in {"on", "for", "over", "against"} and text.word(found.first - 2).lower() in cues.cues["struck"]:
        return not _goes_on(text, found)
    if text.tokens[found.last - 1].text.endswith(("'s", "’s")):
        return text.word(found.last) in cues.cues["owned"]
    under = text.word(found.last) in {"came", "comes", "coming", "is", "was"} and text.word(found.last + 1) == "under"
    return under and text.word(found.last + 2) in cues.cues["under"]


def _before(text: Text, at: int) -> str:
    """Return the word before a name, an article and a word for a direction passed over, in lower case."""
    cues = words("en").cues
    place = at - 1
    while place >= 0 and (text.word(place).lower() in cues["article"] or text.word(place).lower() in cues["direction"]):
        place -= 1
    return text.word(place).lower()


def _goes_on(text: Text, found: Named) -> bool:
    """Return whether a capital word behind the name makes another name of it; a word for an office does not."""
    cues = words("en").cues
    follower = text.follower(found.last)
    if follower is None or not follower.capital or text.tokens[found.last - 1].text.endswith(("'s", "’s")):
        return False
    common = follower.text in cues["institution"] or follower.text in cues["time"]
    return not common and not (text.field == "title" and follower.tag in {"VERB", "NOUN", "ADP"})


def _is_other(text: Text, found: Named, cues: PlaceWords) -> bool:
    """Return whether the words around make a name a person, a newspaper, a club or a street."""
    follower = text.follower(found.last)
    before = text.tokens[found.first - 1] if found.first else None
    genitive = text.tokens[found.last - 1].text.endswith(("'s", "’s"))
    if follower is not None and not genitive and follower.text in cues.cues["medium"] | cues.cues["club"]:
        return True
    if follower is not None and not genitive and follower.text in cues.cues["street"] and found.last - found.first == 1:
        return True
    if before is None or before.opens:
        return False
    if before.text in cues.cues["forename"] or (before.text == "." and len(text.word(found.first - 2)) == 1):
        return True
    titled = before.text in cues.cues["title"] or (
        before.text == "." and text.word(found.first - 2) in cues.cues["title"]
    )
    if titled and found.places[0].kind not in _AREAS:
        return True
    joins = before.capital and before.tag in {None, "PROPN"} and not _is_plain(before.text, cues)
    return joins and text.field == "text" and found.places[0].kind not in _AREAS


def _is_plain(word: str, cues: PlaceWords) -> bool:
    """Return whether a capital word before a name leaves it a name of its own: "Western", "Friday", "Downtown"."""
    low = word.lower()
    known = cues.cues
    lower = low in known["direction"] or low in known["locative"]
    return lower or any(word in known[kind] for kind in ("time", "never", "institution")) or word in cues.people


def _is_given_name(text: Text, found: Named, cues: PlaceWords) -> bool:
    """Return whether a name is the first one of a person: "Chad Smith"."""
    single = found.name in cues.cues["forename"] and found.last - found.first == 1
    further = text.follower(found.last + 1)
    return single and _goes_on(text, found) and not (further is not None and further.capital)


def _kind_beside(text: Text, found: Named, cues: PlaceWords) -> bool:
    """Return whether a noun says what kind of place it is: "the town of Halle", "Helmand province"."""
    kinds = cues.cues["settlement"] | cues.cues["area"] | cues.cues["district"]
    if text.word(found.first - 1) == "of" and text.word(found.first - 2).lower().rstrip("s") in kinds:
        return True
    follower = text.follower(found.last)
    return follower is not None and follower.text in cues.cues["area"] | cues.cues["district"] and not follower.capital


def _noun(text: Text, found: Named, cues: PlaceWords) -> Noun:
    """Return the kind of place that the noun beside a name says it is: "port city of Haifa", "Donetsk oblast"."""
    before, follower = text.word(found.first - 2).lower(), text.follower(found.last)
    after = follower.text if follower is not None else ""
    if text.word(found.first - 1) == "of":
        if before in cues.cues["area"]:
            return "area"
        if before in cues.cues["settlement"]:
            return "settlement"
    if after in cues.cues["area"]:
        return "area"
    return "settlement" if after in {"city", "town"} else ""


def _opens_text(text: Text, found: Named) -> bool:
    """Return whether a name is the dateline of the text: "KYIV (Reuters) -", "HOUSTON --"."""
    if text.field != "text" or found.first >= _DATELINE:
        return False
    return text.word(found.last) in {"(", "-", "–", "—", ","} and text.tokens[0].text.isupper()
