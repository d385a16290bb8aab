"""Look up what kind of source a noun or a name is."""

import functools
from dataclasses import dataclass

from lagebild.model import SourceKind
from lagebild.vocabulary import load
from lagebild.vocabulary.sources import Outlets, Part, Seat, Shortened, SourceWords

_ENDINGS = {"de": ("", "s", "es", "e", "n", "en"), "en": ("", "s", "es")}
_SHORTEST_FIRST_PART = 2


@dataclass(frozen=True, slots=True)
class Known:
    """What the vocabulary says of a noun: its kind, and the entry's `part` (see `SourceWords`)."""

    kind: SourceKind
    part: Part
    word: str


@dataclass(frozen=True, slots=True)
class Named:
    """A known outlet, organisation, armed group or seat of a government: the name to show, its kind, its country.

    `belligerent` says that it wages war.
    """

    name: str
    kind: SourceKind
    belligerent: bool = False
    country: str = ""


@functools.cache
def _nouns(language: str) -> tuple[dict[str, list[Known]], dict[str, list[Known]], dict[str, list[Known]]]:
    """Return the nouns of the vocabulary by whole word, by last part and by first part, all in lower case."""
    whole: dict[str, list[Known]] = {}
    last: dict[str, list[Known]] = {}
    first: dict[str, list[Known]] = {}
    for row in load(language, "source_kinds", SourceWords):
        for word in row.words:
            bare = word.strip("-").lower()
            known = Known(row.kind, row.part, bare)
            if word.endswith("-"):
                first.setdefault(bare, []).append(known)
                continue
            for ending in _ENDINGS[language]:
                whole.setdefault(bare + ending, []).append(known)
                if word.startswith("-"):
                    last.setdefault(bare + ending, []).append(known)
    return whole, last, first


@functools.lru_cache(maxsize=8192)
def readings(noun: str, language: str = "de") -> tuple[Known, ...]:
    """Return what the vocabulary says of a noun: the whole word first, then its longest last part, then its first."""
    whole, last, first = _nouns(language)
    low = noun.lower()
    if low in whole:
        return tuple(whole[low])
    for start in range(_SHORTEST_FIRST_PART, len(low) - 1):
        if low[start:] in last:
            return tuple(last[low[start:]])
    for end in range(len(low), 1, -1):
        if low[:end] in first:
            return tuple(first[low[:end]])
    return ()


def known_noun(noun: str, language: str = "de") -> bool:
    """Tell whether the vocabulary knows a noun or a part of it."""
    return bool(readings(noun, language))


def known_as(noun: str, language: str = "de") -> bool:
    """Tell whether a noun stands in the vocabulary as it is, without any ending: "Kiew", not "Kiews"."""
    return any(known.word == noun.lower() for known in readings(noun, language))


def reading(noun: str, part: Part, language: str = "de") -> Known | None:
    """Return what the vocabulary says of a noun as an "office", a "bearer" and so on, if anything."""
    return next((known for known in readings(noun, language) if known.part == part), None)


def is_label(noun: str) -> bool:
    """Tell whether a noun can stand before a name that is the source: "Nachrichtenagentur", "Zeitung"."""
    return reading(noun, "label") is not None


@functools.cache
def _names(language: str) -> dict[str, Named]:
    """Return the known names and their other wordings."""
    found: dict[str, Named] = {}
    for row in load(language, "outlets", Outlets):
        for name in row.names:
            found.setdefault(name, Named(name, row.kind, row.belligerent))
        for variant, name in row.variants.items():
            found.setdefault(variant, Named(name, row.kind, row.belligerent))
    for seat in load(language, "seats", Seat):
        for name in seat.names:
            found.setdefault(name, Named(name, "government", country=seat.country))
    return found


def known_name(name: str, language: str = "de") -> Named | None:
    """Return what is known under a name as the text writes it, a genitive "s" left off."""
    names = _names(language)
    return names.get(name) or (names.get(name[:-1]) if name.endswith("s") else None)


@functools.cache
def _shortened(language: str) -> dict[str, tuple[str, SourceKind]]:
    """Return the wordings that name their source in an adjective or a first part."""
    rows = load(language, "source_shortened", Shortened)
    return {word.lower(): (row.name, row.kind) for row in rows for word in row.words}


def shortened(word: str, language: str = "de") -> tuple[str, SourceKind] | None:
    """Return the source that a first part ("Polizei" of "Polizeiangaben") or an adjective ("polizeilich") names."""
    return _shortened(language).get(word.lower().rstrip("-"))
