"""Which places a stretch of words may name, and in which form it names them.

"Berlins" is a genitive, "Kasseler" an adjective, "Berlin-Neukölln" a part of a town, "Kursk-Offensive" a compound that
begins with a place, "Westtürkei" a part of a country.
"""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lagebild.link.gazetteer import Gazetteer, Toponym
from lagebild.link.place_tokens import Word
from lagebild.link.place_words import words

Form = Literal["plain", "genitive", "adjective", "compound", "part", "direction"]
LONGEST = 6
AREA_KINDS = frozenset({"country", "region", "first_level", "landmark", "continent"})
METROPOLIS, CITY, TOWN = 1_000_000, 100_000, 5_000
KNOWN_OTHER, LESSER_OTHER = 300_000, 50_000
SHORTEST = 3
KNOWN, WIDELY_KNOWN = 2, 3
KNOWN_BY_REGION = frozenset({"US", "CA", "AU", "IN", "UA", "RU", "CN", "PK", "AF", "SY", "IQ", "NG", "JP"})
_TWO_LETTERS = frozenset({"US", "EU"})
_ADJECTIVE_STEMS = {"er": ("", "e", "en", "n"), "ner": ("en",), "ser": ("", "s"), "ter": ("",), "aner": ("", "a")}


@dataclass(frozen=True, slots=True)
class Naming:
    """Words `first` to `last` (excluded) as a name of these places; `end` is the offset where the name ends."""

    first: int
    last: int
    start: int
    end: int
    name: str
    form: Form
    places: tuple[Toponym, ...]
    rank: int


def rank_of(places: Sequence[Toponym]) -> int:
    """Return how well known the best of the places is, from 3 (a country, a metropolis) to 0."""
    return max((_rank(place) for place in places), default=-1)


def _rank(place: Toponym) -> int:
    if place.kind == "country" or place.id < 0:
        if place.kind == "country" or place.population >= METROPOLIS:
            return WIDELY_KNOWN
        return KNOWN if place.country in KNOWN_BY_REGION else 1
    if place.primary:
        return 3 if place.population >= METROPOLIS else 2 if place.population >= CITY else int(place.population >= TOWN)
    if place.population >= METROPOLIS:
        return 3 if place.population >= 3 * METROPOLIS else 2
    return 2 if place.population >= KNOWN_OTHER else int(place.population >= LESSER_OTHER)


def names_at(tokens: Sequence[Word], at: int, gazetteer: Gazetteer) -> Naming | None:
    """Return the longest name that begins at this word, or None."""
    if not tokens[at].capital:
        return None
    if (naming := _bracketed(tokens, at, gazetteer)) is not None:
        return naming
    for last in range(_reach(tokens, at), at + 1, -1):
        if not _joinable(tokens, at, last):
            continue
        spelt = _spelt(tokens, at, last)
        if found := gazetteer.find(spelt):
            return _naming(tokens, (at, last), spelt, "plain", found)
        if (naming := _inflected(tokens, (at, last), spelt, gazetteer)) and naming.rank > 1:
            return naming
    return _single(tokens, at, gazetteer)


def _bracketed(tokens: Sequence[Word], at: int, gazetteer: Gazetteer) -> Naming | None:
    """Return a name with what tells it from others in brackets: "Frankfurt (Oder)"."""
    last = at + 4
    if last > len(tokens) or tokens[at + 1].text != "(" or tokens[last - 1].text != ")":
        return None
    name = f"{tokens[at].text} ({tokens[at + 2].text})"
    found = gazetteer.find(name)
    return _naming(tokens, (at, last), name, "plain", found) if found else None


def _reach(tokens: Sequence[Word], at: int) -> int:
    """Return the place behind the last word that one name from here could take in."""
    particles = words("de").cues["particle"]
    last = at + 1
    while last < len(tokens) and last < at + LONGEST:
        word = tokens[last]
        if not (word.capital or word.text in particles or (word.text == "." and word.joined)):
            break
        last += 1
    return last


def _joinable(tokens: Sequence[Word], first: int, last: int) -> bool:
    """Return whether these words may be one name: capitals at both ends, only small linking words between."""
    if not tokens[last - 1].capital or len(tokens[last - 1].text) < SHORTEST - 1:
        return False
    particles = words("de").cues["particle"]
    for place in range(first + 1, last):
        word = tokens[place]
        if word.text == ".":
            if not (word.joined and len(tokens[place - 1].text) < SHORTEST):
                return False
        elif (word.opens and tokens[place - 1].text != ".") or (not word.capital and word.text not in particles):
            return False
    return tokens[first + 1].text not in {"und", "in", "bei", "vor", "unter", "zu"} or last - first > LONGEST // 2


def _spelt(tokens: Sequence[Word], first: int, last: int) -> str:
    spelt = tokens[first].text
    for word in tokens[first + 1 : last]:
        spelt += word.text if word.joined else f" {word.text}"
    return spelt


def _naming(
    tokens: Sequence[Word], span: tuple[int, int], name: str, form: Form, places: tuple[Toponym, ...]
) -> Naming:
    first, last = span
    return Naming(first, last, tokens[first].start, tokens[last - 1].end, name, form, places, rank_of(places))


def _single(tokens: Sequence[Word], at: int, gazetteer: Gazetteer) -> Naming | None:
    text, span = tokens[at].text, (at, at + 1)
    if len(text) < SHORTEST and text not in _TWO_LETTERS:
        return None
    cased = text.capitalize() if text.isupper() and len(text) > SHORTEST else text
    exact = _naming(tokens, span, cased, "plain", gazetteer.find(cased))
    inflected = _inflected(tokens, span, cased, gazetteer)
    same = inflected and exact.places and exact.places[0].id == inflected.places[0].id
    if inflected and inflected.rank > exact.rank and not same:
        return inflected
    if exact.places:
        return exact
    return _compound(tokens, at, gazetteer) or _directed(tokens, at, gazetteer)


def _inflected(tokens: Sequence[Word], span: tuple[int, int], spelt: str, gazetteer: Gazetteer) -> Naming | None:
    """Return the name as a genitive or as an adjective of a town; the better known one of its readings."""
    genitives = [spelt[:-1]] if spelt[-1] in "s’'" and len(spelt) > SHORTEST else []
    best: Naming | None = None
    for stem in genitives:
        if places := gazetteer.find(stem):
            best = _naming(tokens, span, stem, "genitive", places)
    follows = tokens[span[1]] if span[1] < len(tokens) else None
    if best is None and spelt.endswith("er") and follows is not None and follows.capital and not follows.opens:
        best = _adjective(tokens, span, spelt, gazetteer)
    return best


def _adjective(tokens: Sequence[Word], span: tuple[int, int], spelt: str, gazetteer: Gazetteer) -> Naming | None:
    readings: list[Naming] = []
    for stem in adjective_stems(spelt):
        places = tuple(place for place in gazetteer.find(stem) if place.kind == "town")
        if _likely_town(stem, places):
            readings.append(_naming(tokens, span, stem, "adjective", places))
    return max(readings, key=_standing, default=None)


def _standing(naming: Naming) -> tuple[int, bool, int]:
    return naming.rank, naming.places[0].primary, naming.places[0].population


@functools.lru_cache(maxsize=4096)
def adjective_stems(word: str) -> tuple[str, ...]:
    """Return the names that an adjective in -er may come from: "Bremer" gives "Brem", "Breme", "Bremen", "Bremn"."""
    found: list[str] = []
    for ending, fillings in _ADJECTIVE_STEMS.items():
        if word.endswith(ending) and len(stem := word.removesuffix(ending)) >= SHORTEST:
            found += [stem + filling for filling in fillings]
    if word.endswith("länder"):
        found.append(f"{word.removesuffix('länder')}land")
    if word.endswith("ürcher"):
        found.append(word.replace("ürcher", "ürich"))
    if word.endswith("asler"):
        found.append(word.replace("asler", "asel"))
    return tuple(dict.fromkeys(found))


def _plain_word(text: str) -> bool:
    cues = words("de").cues
    return text in cues["ordinary"] or text in cues["never"]


def _likely_town(stem: str, places: tuple[Toponym, ...]) -> bool:
    """Return whether an adjective's stem is a town: "Essener" is one of a city, "Wälder" is a plural."""
    if stem in words("de").cues["never"]:
        return False
    return bool(places) and (rank_of(places) >= KNOWN or not _plain_word(stem))


def _compound(tokens: Sequence[Word], at: int, gazetteer: Gazetteer) -> Naming | None:
    """Return a hyphen compound: a part of a town, a place with a landform, or a noun that begins with a place."""
    text = tokens[at].text
    head, _, rest = text.partition("-")
    if len(head) < SHORTEST - 1 or not rest or not head[0].isupper():
        return None
    if rest in words("de").cues["landform"] and not head.isupper():
        return _naming(tokens, (at, at + 1), text, "plain", ())
    if head in words("de").cues["direction"]:
        found = gazetteer.find(rest) if rest[0].isupper() else ()
        areas = tuple(place for place in found if place.kind in AREA_KINDS or place.population >= METROPOLIS)
        return _naming(tokens, (at, at + 1), text, "direction", areas) if areas else None
    places = gazetteer.find(head)
    known = rank_of(places) >= (KNOWN if _plain_word(head) else 1)
    return _part_or_modifier(tokens, at, places, gazetteer.find(rest)) if known else None


def _part_or_modifier(
    tokens: Sequence[Word], at: int, places: tuple[Toponym, ...], inner: tuple[Toponym, ...]
) -> Naming | None:
    """Return "Berlin-Neukölln" as a part of the town, "Kursk-Offensive" as the place that begins it.

    Two cities ("Berlin-Hamburg") are a line between them, and no place.
    """
    word, span = tokens[at], (at, at + 1)
    head, _, rest = word.text.partition("-")
    if rest.partition("-")[0] in words("de").cues["institution"]:
        return None
    if near := _near(inner, places):
        return _naming(tokens, span, word.text, "part", near)
    if rank_of(inner) >= KNOWN:
        return None
    if word.tag == "PROPN" and rest[0].isupper() and places[0].kind == "town" and not _plain_word(rest):
        return _naming(tokens, span, word.text, "part", (replace(places[0], population=0),))
    naming = _naming(tokens, span, head, "compound", places)
    return replace(naming, end=word.start + len(head)) if naming.rank >= KNOWN else None


def _near(parts: Sequence[Toponym], wholes: Sequence[Toponym]) -> tuple[Toponym, ...]:
    """Return the towns that lie within about 40 km of one of the wholes."""
    return tuple(part for part in parts if any(_close(part, whole) for whole in wholes))


def _close(one: Toponym, other: Toponym) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None or one.country != other.country:
        return False
    return abs(one.lat - other.lat) < 0.4 and abs(one.lon - other.lon) < 0.6  # noqa: PLR2004 - degrees


def _directed(tokens: Sequence[Word], at: int, gazetteer: Gazetteer) -> Naming | None:
    """Return a part of a country or region named by a direction: "Nordjapan", "Westtürkei"."""
    match = _direction().match(tokens[at].text)
    if match is None:
        return None
    for rest in dict.fromkeys((match["rest"], match["rest"].removesuffix("s"))):
        found = gazetteer.find(rest.capitalize())
        areas = tuple(place for place in found if place.kind in AREA_KINDS and rank_of([place]) >= WIDELY_KNOWN)
        if areas:
            return _naming(tokens, (at, at + 1), match["direction"] + rest, "direction", areas)
    return None


@functools.cache
def _direction() -> re.Pattern[str]:
    directions = sorted(words("de").cues["direction"], key=len, reverse=True)
    return re.compile(rf"(?P<direction>{'|'.join(directions)})(?P<rest>[a-zäöü]\w{{3,}})")
