"""Name the sources of figures and the speakers of statements, with their kind, and whether they wage the conflict."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from lagebild.link.names_english import resolved as english_resolved
from lagebild.link.names_english import source_name as english_name
from lagebild.link.names_kinds import known_name, known_noun
from lagebild.link.names_party import conflict
from lagebild.link.names_people import full_name, holder, speaks_for
from lagebild.link.names_phrases import source_name as german_name
from lagebild.link.names_report import together
from lagebild.link.names_statements import is_pronoun, speaker_name, speakers
from lagebild.model import BoxPlace, BoxSource, Document, Event, Figure, IncidentType, Source, SourceKind, Statement

__all__ = ["box_sources", "named", "source_name"]

ClaimT = TypeVar("ClaimT", bound=Figure | Statement | Event)

_HELD_BY_PEOPLE: frozenset[SourceKind] = frozenset(
    ("government", "military", "police", "emergency", "hospital", "court", "expert", "witness")
)


def source_name(text: str, language: str = "de") -> tuple[str, SourceKind]:
    """Return the name of a source, without its article and inflection, and its kind."""
    return english_name(text) if language == "en" else german_name(text)


def named(
    document: Document, claims: Iterable[ClaimT], *, incident_type: IncidentType = "none", place: BoxPlace | None = None
) -> tuple[ClaimT, ...]:
    """Return the claims with name and kind of each source and speaker, and `party` by type and place of the incident.

    One source has one name over all claims: a short mention ("die Behörde") that of whom it means. Spans and wordings
    stay. A statement whose speaker may be one of two has no name.
    """
    claims = tuple(claims)
    article = document.article
    whole = f"{article.title}\n{article.text}"
    resolve = english_resolved if article.language == "en" else _resolved
    own = {source: resolve(source, whole) for claim in claims for source in _sources(claim)}
    known = together(document, own)
    waged = conflict(document, own, place) if incident_type.startswith("conflict.") else None
    final = {
        raw: dataclasses.replace(one, party=waged is not None and waged.has_party(one))
        for raw, one in known.sources.items()
    }

    def name_of(source: Source) -> str | None:
        one = final[source]
        return None if source in known.ambiguous or one.kind == "unnamed" else one.name

    return tuple(_with_names(claim, final, name_of) for claim in claims)


def _sources(claim: Figure | Statement | Event) -> tuple[Source, ...]:
    """Return the sources of a claim that are named by their wording; pronouns are none."""
    if isinstance(claim, Statement):
        return speakers(claim)
    return tuple(source for source in claim.sources if isinstance(claim, Figure) or not is_pronoun(source.text))


def _with_names(claim: ClaimT, final: Mapping[Source, Source], name_of: Callable[[Source], str | None]) -> ClaimT:
    if isinstance(claim, Statement):
        return dataclasses.replace(claim, speaker_name=speaker_name(claim, name_of))
    if not claim.sources:
        return claim
    sources = [final.get(source, source) for source in claim.sources]
    origins = {source.name for source in sources if source.role == "origin"}
    kept = (source for source in sources if source.role == "origin" or source.name not in origins)
    return dataclasses.replace(claim, sources=tuple(kept))


def _resolved(source: Source, whole: str) -> Source:
    """Return a source with its own name and kind filled in; its span and wording stay."""
    name, kind = german_name(source.name or source.text)
    if kind == "person":
        name, kind = full_name(name, whole)
    elif _is_surname(name, kind):
        name = full_name(name, whole)[0]
    elif (person := holder(name, whole)) is not None:
        name = person
    elif kind == "unnamed" and (longer := speaks_for(name, whole)) is not None:
        name, kind = german_name(longer)
    return dataclasses.replace(source, name=name, kind=kind)


def _is_surname(name: str, kind: SourceKind) -> bool:
    """Tell whether a source is named by a surname alone, after an office: "Präsident Ziegler" gave "Ziegler"."""
    return (
        kind in _HELD_BY_PEOPLE and name.isalpha() and name.istitle() and not known_noun(name) and not known_name(name)
    )


def box_sources(figures: tuple[Figure, ...]) -> tuple[BoxSource, ...]:
    """Return the sources behind the figures of the main incident, each name once, in text order, with their claims.

    Those that name nobody ("Berichte") are given only where there is no other.
    """
    found: dict[str, tuple[SourceKind, dict[str, None]]] = {}
    for figure in figures:
        if figure.scope != "main":
            continue
        for source in figure.sources:
            _, claims = found.setdefault(source.name, (source.kind, {}))
            claims[figure.id] = None
    boxed = tuple(BoxSource(name, kind, tuple(claims)) for name, (kind, claims) in found.items())
    return tuple(source for source in boxed if source.kind != "unnamed") or boxed
