"""Make claims of what the language of a document says: figures with their sources, statements, and events."""

from collections.abc import Iterator

from lagebild.extract.attribution import attributions, sources_of
from lagebild.extract.attribution_model import Attribution
from lagebild.extract.considered import considered
from lagebild.extract.events import events
from lagebild.extract.figures import candidates, claim_id, evidence
from lagebild.extract.judging import judge, reasons
from lagebild.extract.statements import statements
from lagebild.model import Claims, Document, Event, Figure, Statement

__all__ = ["claims", "considered"]


def claims(document: Document) -> Claims:
    """Return the claims of a document in text order, title first.

    What the text only asks, plans, supposes or nearly saw happen gives no claim.
    """
    said = attributions(document)
    found: tuple[Figure | Statement | Event, ...] = (
        *_figures(document, said),
        *statements(document, said),
        *events(document, said),
    )
    return Claims(tuple(sorted(found, key=_place)))


def _place(claim: Figure | Statement | Event) -> tuple[bool, int]:
    span = claim.count if isinstance(claim, Figure) else claim.evidence
    return span.field != "title", span.start


def _figures(document: Document, said: tuple[Attribution, ...]) -> Iterator[Figure]:
    for reading, candidate in candidates(document):
        judged = judge(reading, candidate, said)
        if judged.modality is None:
            continue
        span = reading.span(candidate.count.first, candidate.count.last)
        yield Figure(
            id=claim_id(document.article, "figure", span, candidate.measure),
            measure=candidate.measure,
            low=candidate.count.low,
            high=candidate.count.high,
            qualifier=candidate.count.qualifier,
            modality=judged.modality,
            evidence=evidence(document, reading, candidate),
            count=span,
            rule=candidate.rule,
            score=candidate.score,
            group=candidate.group,
            extent="part" if candidate.part else "incident",
            sources=sources_of(said, span.field, span.start, span.end),
            reasons=reasons(document, reading, candidate, judged, said),
        )
