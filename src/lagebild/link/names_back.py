"""What nouns that point back ("die Behörde", "the group") can mean: the bodies that a report names before."""

import functools
import re
from collections.abc import Iterator

from lagebild.link.names_english import source_name as english_name
from lagebild.link.names_kinds import known_as, known_name
from lagebild.link.names_phrases import source_name as german_name
from lagebild.model import Document, Source, SourceKind
from lagebild.vocabulary import load
from lagebild.vocabulary.sources import PointsBack

_DEFINITE = re.compile(
    r"\b(?:[Dd](?:er|ie|as|es|em|en)|[Vv]om|[Bb]eim|[Zz]ur) (?:[a-zäöüß]+e[nrs]? )?[A-ZÄÖÜ][\w-]*(?: für [A-ZÄÖÜ]\w+)?"
)
_NO_CLASS = frozenset({"seat", "itself"})


@functools.cache
def rows(language: str) -> tuple[PointsBack, ...]:
    """Return the entries of the vocabulary."""
    return tuple(load(language, "source_back", PointsBack))


@functools.cache
def words(id_: str, language: str) -> frozenset[str]:
    """Return the words of an entry, in lower case."""
    return frozenset(word.lower() for row in rows(language) if row.id == id_ for word in row.words)


def points_back(noun: str, language: str) -> PointsBack | None:
    """Return what the vocabulary says of a noun that points back, or None."""
    low = noun.lower()
    classes = (row for row in rows(language) if row.id not in _NO_CLASS)
    return next((row for row in classes if low in words(row.id, language)), None)


def fits(name: str, kind: SourceKind, row: PointsBack, language: str) -> bool:
    """Tell whether a noun that points back can mean a source of this name and kind."""
    if kind not in row.kinds or name.lower() in words(row.id, language):
        return False
    known = known_name(name, language)
    if known is not None and not known.country:
        return True
    if not row.heads:
        last = name.rsplit(maxsplit=1)[-1]
        own_name = language == "en" and last != name
        return last[:1].isupper() and (own_name or not known_as(last, language))
    own = name.partition(" of ")[0] if language == "en" else name
    return any(word.lower().endswith(row.heads) for word in own.split()[:2]) or own.lower().endswith(row.heads)


def bodies_before(document: Document, one: Source, row: PointsBack) -> dict[str, SourceKind]:
    """Return the bodies that the text names before a source, though they say nothing themselves, with their kind."""
    language = document.article.language
    text = document.article[one.field][: one.start]
    found: dict[str, SourceKind] = {}
    for wording in (*_described(text, row, language), *_names(text, language)):
        name, kind = english_name(wording) if language == "en" else german_name(wording)
        if fits(name, kind, row, language):
            found[name] = kind
    return found


def _described(text: str, row: PointsBack, language: str) -> Iterator[str]:
    """Yield the definite phrases of a text whose noun ends in one of those of a class ("die dänische Küstenwache")."""
    if not row.heads:
        return
    heads = "|".join(map(re.escape, row.heads))
    if language == "en":
        yield from re.findall(rf"\b[Tt]he (?:[\w'’-]+ ){{0,3}}?(?:{heads})\b", text)
        return
    for match in _DEFINITE.finditer(text):
        noun = match[0].partition(" für ")[0]
        if noun.lower().endswith(row.heads):
            yield match[0]


def _names(text: str, language: str) -> Iterator[str]:
    """Yield the names of bodies in a text that the vocabulary knows."""
    for match in re.finditer(r"\b[A-ZÄÖÜ][\w-]*(?: [A-ZÄÖÜ][\w-]*){0,4}", text):
        words_ = match[0].split()
        runs = (" ".join(words_[a:b]) for a in range(len(words_)) for b in range(len(words_), a, -1))
        yield from (run for run in runs if known_name(run, language) is not None)
