"""How an English name is written, and what a mention of a place holds: where a name ends, and forms such as "Ill."."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lagebild.link.gazetteer import Gazetteer, Toponym
from lagebild.link.place_tokens import Text, Word
from lagebild.vocabulary import load
from lagebild.vocabulary.places import Region

Sign = Literal["kind", "held", "short", "locative", "opening", "institution", "adjective", "free", "claimed"]
Noun = Literal["settlement", "area", ""]


@dataclass(frozen=True, slots=True)
class Named:
    """Words `first` to `last` (excluded) that name one of these places; `end` is the offset where the name ends.

    `sign` says why it is one, `holder` the place that it is by what holds it ("Paris, Texas"), `noun` what kind of
    place a noun beside it says it is: "the city of Kursk", "Kursk region".
    """

    field: Literal["title", "text"]
    first: int
    last: int
    start: int
    end: int
    name: str
    places: tuple[Toponym, ...]
    sign: Sign
    holder: Toponym | None = None
    noun: Noun = ""


@functools.cache
def shorts() -> dict[str, tuple[str, str]]:
    """Return the country and first-level code of each short form, without its last full stop: "Ill", "W.Va", "TX"."""
    rows = load("en", "regions", Region)
    return {form.rstrip("."): (row.country or "", row.admin1 or "") for row in rows for form in row.short}


def is_ended(tokens: Sequence[Word], first: int, last: int) -> bool:
    """Return whether a name may end here: with a word, or with the full stop of a short form ("Ill.", "D.C.")."""
    if tokens[last - 1].text != ".":
        return last >= len(tokens) or tokens[last].text != "." or not is_dotted(spelling(tokens, first, last))
    return last - first > 1 and tokens[last - 1].joined and is_dotted(spelling(tokens, first, last - 1))


def is_dotted(spelt: str) -> bool:
    """Return whether the form is written with a full stop behind it: "Ill", "W.Va", "U.S"."""
    return "." in spelt or f"{spelt}." in _dotted()


@functools.cache
def _dotted() -> frozenset[str]:
    return frozenset(form for row in load("en", "regions", Region) for form in row.short if form.endswith("."))


def spelling(tokens: Sequence[Word], first: int, last: int) -> str:
    """Return the words of a name joined as they are written: "St. Louis"."""
    spelt = tokens[first].text
    for word in tokens[first + 1 : last]:
        spelt += word.text if word.joined else f" {word.text}"
    return spelt


def bare(word: str) -> str:
    """Return a word without its genitive ending: "London's" gives "London"."""
    for ending in ("'s", "’s", "'", "’"):
        if word.endswith(ending):
            return word.removesuffix(ending)
    return word


def wording(text: Text, first: int, last: int) -> str:
    """Return the words of a name with the white space between them, as long as in the text."""
    tokens = text.tokens
    spelt = tokens[first].text
    for before, word in zip(tokens[first : last - 1], tokens[first + 1 : last], strict=True):
        spelt += " " * (word.start - before.end) + word.text
    return spelt


def area_of_short(gazetteer: Gazetteer, spelt: str) -> tuple[Toponym, ...]:
    """Return the region of a short form."""
    country, code = shorts()[spelt]
    name = next(row.names[0] for row in load("en", "regions", Region) if row.admin1 == code and row.country == country)
    return tuple(p for p in gazetteer.find(name, "en") if (p.country, p.admin1) == (country, code))[:1]
