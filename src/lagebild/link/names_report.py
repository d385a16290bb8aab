"""Bring the names of one source together over a report: "die Behörde", "der Sprecher", "Kiew"."""

import dataclasses
import functools
import re
from collections.abc import Iterable, Mapping, Sequence

from lagebild.link.names_back import bodies_before, fits, points_back, words
from lagebild.link.names_kinds import known_name, known_noun, reading
from lagebild.link.names_people import bearers
from lagebild.link.names_phrases import stripped
from lagebild.model import Document, Source, SourceKind
from lagebild.vocabulary import load
from lagebild.vocabulary.places import Demonym

_SHORTEST_ROLE = 4  # letters of a role that may be the last part of a longer one: "Chef" of "Polizeichef"
_NEAR = 1  # sentences from "eine Sprecherin" back to the body that she speaks for
_NOUN = {"de": re.compile(r"[A-ZÄÖÜ][\w-]+"), "en": re.compile(r"[a-zA-Z][\w-]+")}
_DEFINITE = frozenset({"der", "die", "das", "dem", "den", "des", "dieser", "diese", "dieses", "the"})
_ANYBODY: frozenset[SourceKind] = frozenset(("person", "witness"))
_NO_BODY: frozenset[SourceKind] = frozenset(("unnamed", "person", "witness", "expert", "media", "agency"))


@dataclasses.dataclass(frozen=True, slots=True)
class Meant:
    """Whom a short mention means: the sources that fit, each by name; one is the answer, two are none."""

    names: tuple[tuple[str, SourceKind], ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Together:
    """The sources of a report by their place and wording, and those that may be one of two."""

    sources: Mapping[Source, Source]
    ambiguous: frozenset[Source]


def together(document: Document, named: Mapping[Source, Source]) -> Together:
    """Return sources with the name of whom a short mention means, where one alone fits; `named` have their own names.

    "die Behörde" is the one authority that the report names before it, or behind it where none stands before; "der
    Sprecher" the one named as such, else the body that spoke right before; "Kiew" the Ukrainian government where that
    speaks in the report. An ambiguous mention keeps the name that it has.
    """
    order = sorted(named, key=lambda source: (source.field != "title", source.start))
    found: dict[Source, Source] = {}
    ambiguous: set[Source] = set()
    known: list[Source] = []
    for place, raw in enumerate(order):
        one = named[raw]
        meant = _meant(document, one, known, [named[later] for later in order[place + 1 :]])
        if len(meant.names) == 1:
            name, kind = meant.names[0]
            one = dataclasses.replace(one, name=name, kind=kind)
        elif meant.names:
            ambiguous.add(raw)
        elif one.kind != "unnamed":
            known.append(one)
        found[raw] = one
    return Together(found, frozenset(ambiguous))


def _meant(document: Document, one: Source, before: Sequence[Source], behind: Sequence[Source]) -> Meant:
    """Return whom a source means by words that say no more than a role or a class, or a capital."""
    language = document.article.language
    role = _role(one, language)
    if role:
        if role.lower() in words("itself", language):
            return Meant()
        found = _with_role(role, before, language) or _bearers(document, role) or _with_role(role, behind, language)
        return found or _class(document, one, role, before) or _spoken_for(document, one, role, before) or Meant()
    wording = one.text.split()
    bare = stripped(wording)[1]
    if len(wording) == len(bare) + 1 and len(bare) == 1 and reading(bare[0], "bearer", language):
        return _spoken_for(document, one, bare[0], before) or Meant()
    return _government(one, (*before, *behind), language)


def _role(one: Source, language: str) -> str:
    """Return the noun of a definite phrase that is a role alone ("der Sprecher"), as its name has it, or ""."""
    words = one.text.split()
    bare = stripped(words)[1]
    alone = len(words) == len(bare) + 1 and len(bare) == 1 and words[0].lower() in _DEFINITE
    if not alone or not _NOUN[language].fullmatch(bare[0]) or len(bare[0]) < _SHORTEST_ROLE:
        return ""
    if language == "en" and one.kind in _ANYBODY:
        return ""
    same = " " not in one.name and one.name[:_SHORTEST_ROLE].lower() == bare[0][:_SHORTEST_ROLE].lower()
    return one.name if same else ""


def _with_role(role: str, sources: Iterable[Source], language: str) -> Meant | None:
    """Return those who are named with this role and more, each once."""
    names = {one.name: one.kind for one in sources if _is_named_with(role.lower(), one, language)}
    return Meant(_longest(names)) if names else None


def _is_named_with(role: str, one: Source, language: str) -> bool:
    """Tell whether a source is named with a role and more, in its wording or uninflected."""
    return any(_has_role(role, wording, language) for wording in dict.fromkeys((one.text, one.name)))


def _has_role(role: str, text: str, language: str) -> bool:
    """Tell whether the noun that heads a wording is this role or ends in it, and whether the wording says more."""
    nouns = _NOUN[language].findall(" ".join(stripped(text.split())[1]))
    if not nouns:
        return False
    if language == "en":
        head = next((n for n, noun in enumerate(nouns) if noun in {"of", "for", "in", "at"}), len(nouns)) - 1
        return len(nouns) > 1 and nouns[head].lower() == role
    first = nouns[0].lower()
    return first.endswith(role) and (first != role or len(nouns) > 1)


def _bearers(document: Document, role: str) -> Meant | None:
    """Return the people whom the report names with this role ("Innenminister Otto Rehm")."""
    article = document.article
    held = reading(role, "office") or reading(role, "bearer")
    found = bearers(role, f"{article.title}\n{article.text}") if article.language == "de" and held else ()
    return Meant(tuple((name, "person") for name in found)) if found else None


def _class(document: Document, one: Source, role: str, before: Sequence[Source]) -> Meant | None:
    """Return the bodies or outlets of the class that a noun names ("die Behörde"), sources and others."""
    language = document.article.language
    row = points_back(role, language)
    if row is None:
        return None
    names = {source.name: source.kind for source in before if fits(source.name, source.kind, row, language)}
    names |= bodies_before(document, one, row)
    found = _longest(names)
    return Meant(found) if len(found) == 1 else None


def _spoken_for(document: Document, one: Source, role: str, before: Sequence[Source]) -> Meant | None:
    """Return the one body that spoke in the sentence before or in this one, for somebody who speaks for a body."""
    language = document.article.language
    if not reading(role, "bearer", language) or one.kind != "unnamed":
        return None
    here = _sentence(document, one)
    near = {
        source.name: source.kind
        for source in before
        if source.kind not in _NO_BODY
        and source.field == one.field
        and 0 <= here - _sentence(document, source) <= _NEAR
        and _is_body(source.name, language)
    }
    found = _longest(near)
    return Meant(found) if len(found) == 1 else None


def _sentence(document: Document, source: Source) -> int:
    places = (
        n for n, s in enumerate(document.sentences) if s.field == source.field and s.start <= source.start < s.end
    )
    return next(places, -9)


def _is_body(name: str, language: str) -> bool:
    """Tell whether a name is that of a body: known, or of a noun for one; no office, nobody who speaks for one."""
    if known_name(name, language) is not None:
        return True
    noun = next((word for word in name.split() if known_noun(word, language)), "")
    return bool(noun) and not any(reading(noun, part, language) for part in ("office", "bearer"))


def _government(one: Source, others: Iterable[Source], language: str) -> Meant:
    """Return the government for which a capital or a country stands, where that government speaks in the report."""
    known = known_name(one.name, language)
    if known is None or not known.country or known.name != one.name:
        return Meant()
    stems = _adjectives(language).get(known.country, ())
    noun = "|".join(re.escape(word) for word in words("seat", language))
    pattern = re.compile(rf"(?:{'|'.join(map(re.escape, stems))})\w*\s+(?:{noun})", re.IGNORECASE)
    names = {other.name: other.kind for other in others if stems and pattern.fullmatch(other.name)}
    return Meant(tuple(names.items()))


@functools.cache
def _adjectives(language: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in load(language, "demonyms", Demonym):
        found[row.country] = (*found.get(row.country, ()), *row.adjectives)
    return found


def _longest(names: Mapping[str, SourceKind]) -> tuple[tuple[str, SourceKind], ...]:
    """Return the names without those whose words all stand in another: "philippinische Küstenwache" alone."""
    parts = {name: frozenset(name.lower().split()) for name in names}
    shorter = {one for one in names for other in names if parts[one] < parts[other]}
    return tuple((name, kind) for name, kind in names.items() if name not in shorter)
