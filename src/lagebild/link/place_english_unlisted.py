"""English names of places that the gazetteer lacks: after a noun for a kind of place, "the island of Korsu"."""

from collections.abc import Iterator, Sequence

from lagebild.link.gazetteer import Toponym
from lagebild.link.place_english_names import Named, Noun, bare, spelling
from lagebild.link.place_tokens import Text
from lagebild.link.place_words import words

_LONGEST = 3
_WIDE = frozenset({"state", "republic", "territory", "county", "department"})  # their names are all known


def unlisted(text: Text, taken: Sequence[Named]) -> Iterator[Named]:
    """Yield the names without an entry that a noun says are places, and their later mentions in the field.

    "off the island of Korsu" and "Korsu" again; "the city of his youth" and "the town of Halle", which has an entry,
    are none.
    """
    cues = words("en").cues
    free = [n for n in range(len(text.tokens)) if not any(one.first <= n < one.last for one in taken)]
    nouns = _nouns()
    found: dict[str, Noun] = {}
    for n in free:
        noun = nouns.get(text.word(n - 2).lower()) if text.word(n - 1) == "of" else None
        last = _end(text, n)
        if noun is None or last == n or bare(spelling(text.tokens, n, last)) in cues["never"]:
            continue
        name = bare(spelling(text.tokens, n, last))
        found.setdefault(name, noun)
        yield _named(text, n, last, name, noun)
    for n in free:
        last = _end(text, n)
        name = bare(spelling(text.tokens, n, last)) if last > n else ""
        again = name in found and not (text.word(n - 1) == "of" and text.word(n - 2).lower() in nouns)
        if again and text.word(n - 1).lower() in cues["locative"]:
            yield _named(text, n, last, name, found[name])


def _nouns() -> dict[str, Noun]:
    """Return the nouns behind which a name is one of a place, with its kind."""
    area, settlement = words("en").cues["area"] - _WIDE, words("en").cues["settlement"]
    area_kind: Noun = "area"
    settlement_kind: Noun = "settlement"
    return dict.fromkeys(area, area_kind) | dict.fromkeys(settlement, settlement_kind)


def only_country(every: Sequence[Named], read_as: Sequence[Toponym | None]) -> str | None:
    """Return the country of an article's places where they are all of one."""
    countries = {place.country for place in read_as if place is not None and place.country}
    countries |= {one.places[0].country for one in every if one.sign == "adjective" and one.places[0].country}
    return countries.pop() if len(countries) == 1 else None


def _end(text: Text, at: int) -> int:
    """Return the place behind the capital words from here on, or the place itself where there is none."""
    last = at
    while last < min(at + _LONGEST, len(text.tokens)) and text.tokens[last].capital and text.word(last)[0].isalpha():
        last += 1
        if text.word(last - 1).endswith(("'s", "’s")):
            break
    return last


def _named(text: Text, first: int, last: int, name: str, noun: Noun) -> Named:
    start = text.tokens[first].start
    return Named(text.field, first, last, start, start + len(name), name, (), "kind", noun=noun)
