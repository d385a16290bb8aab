"""Resolve what claims are about: type, dates, places, names, incidents, and the fact box."""

import functools
from importlib import metadata
from pathlib import Path

from lagebild.link.box import counts
from lagebild.link.elsewhere import elsewhere
from lagebild.link.events import resolved
from lagebild.link.extent import extended
from lagebild.link.figure_places import placed
from lagebild.link.gazetteer import gazetteer as opened
from lagebild.link.incident_totals import counted
from lagebild.link.incidents import incidents, main_incident
from lagebild.link.names import box_sources, named
from lagebild.link.person_names import persons
from lagebild.link.places import places
from lagebild.link.relations import relations
from lagebild.link.scope import scoped
from lagebild.link.times import times
from lagebild.link.what import incident_type
from lagebild.link.when import dated, incident_time
from lagebild.link.where import incident_place
from lagebild.link.zones import zoned
from lagebild.model import Box, Claims, Document, Event, Figure, Incident, MadeBy, Record, Relation, Statement
from lagebild.vocabulary import fingerprint
from lagebild.vocabulary.scope import scope_cues

__all__ = ["record"]

_PARSER = "hanta"
_OPENING = 400  # characters


def record(document: Document, claims: Claims, *, dump: Path | None = None) -> Record:
    """Return the extraction record of a document: its claims resolved, and the box of its main incident.

    Claims keep the order of the text, title first; statements get the name of their speaker. Places are looked up in
    a user's own dump of GeoNames too, where one is given; raises GazetteerError where it can't be read.
    """
    what = incident_type(document, claims.figures)
    index = opened(dump)
    found, where = times(document), places(document, index=index)
    figures = scoped(document, claims.figures, incident_type=what, times=found)
    place = incident_place(document, figures, where)
    figures = elsewhere(document, figures, place, incident_type=what, places=where)
    figures = extended(document, figures, incident_type=what)
    figures = placed(document, dated(document, figures, found), where)
    others = tuple(claim for claim in claims.claims if not isinstance(claim, Figure))
    every = named(document, (*figures, *others), incident_type=what, place=place)
    figures = tuple(claim for claim in every if isinstance(claim, Figure))
    statements = tuple(claim for claim in every if isinstance(claim, Statement))
    when = incident_time(document, figures, found, incident_type=what)
    if what == "none" and not _commemorates(document):
        place, when = None, None
    main = main_incident(what, place, when.time if when else None)
    figures, told = incidents(document, figures, main, times=found, places=where)
    told = tuple(zoned(incident, where, index) for incident in told)
    standing = tuple(dict.fromkeys((*claims.relations, *relations(document, figures))))
    box = _box(document, figures, main, standing, date=when.date if when else None)
    events = tuple(claim for claim in every if isinstance(claim, Event))
    events = resolved(document, events, told, figures=figures, times=found, places=where)
    resolved_claims = _in_text_order((*figures, *statements, *events), claims)
    return Record(
        article=document.article,
        made_by=_made_by(),
        claims=resolved_claims,
        relations=standing,
        times=found,
        places=where,
        incidents=counted(document, figures, told, box=box, relations=standing),
        box=box,
        persons=persons(document, resolved_claims, where, index=index),
    )


def _commemorates(document: Document) -> bool:
    """Tell whether the article is of a memorial, which has a place and a day though it is no incident."""
    article = document.article
    opening = f"{article.title}\n{article.text[:_OPENING]}"
    return any(pattern.search(opening) for _, pattern in scope_cues(article.language, "memorial"))


def _box(
    document: Document, figures: tuple[Figure, ...], main: Incident, standing: tuple[Relation, ...], *, date: str | None
) -> Box:
    total = counts(document, figures, incident_type=main.type, relations=standing)
    return Box(
        type=main.type,
        place=main.place,
        country=main.place.country if main.place else None,
        date=date,
        killed=total["killed"],
        injured=total["injured"],
        missing=total["missing"],
        casualties=total["casualties"],
        sources=box_sources(figures),
    )


def _in_text_order(
    found: tuple[Figure | Statement | Event, ...], claims: Claims
) -> tuple[Figure | Statement | Event, ...]:
    """Return the resolved claims among the others, by place: title first, then by where the claim begins."""
    by_id = {claim.id: claim for claim in found}
    known = (by_id.get(claim.id, claim) for claim in claims.claims)
    return tuple(sorted(known, key=_place))


def _place(claim: Figure | Statement | Event) -> tuple[bool, int]:
    span = claim.count if isinstance(claim, Figure) else claim.evidence
    return span.field != "title", span.start


@functools.cache
def _made_by() -> MadeBy:
    try:
        version = metadata.version("lagebild")
    except metadata.PackageNotFoundError:
        version = "0"
    return MadeBy(version=version, parser=_PARSER, vocabulary=fingerprint())
