"""Make claims of what the language of a document says: figures with their sources."""

from lagebild.extract.figures import candidates, claim_id, evidence
from lagebild.extract.reading import Candidate, Reading
from lagebild.model import Claims, Document, Figure

__all__ = ["claims"]


def claims(document: Document) -> Claims:
    """Return the claims of a document in text order, title first."""
    found = tuple(_figure(document, reading, candidate) for reading, candidate in candidates(document))
    return Claims(found)


def _figure(document: Document, reading: Reading, candidate: Candidate) -> Figure:
    span = reading.span(candidate.count.first, candidate.count.last)
    return Figure(
        id=claim_id(document.article, "figure", span, candidate.measure),
        measure=candidate.measure,
        low=candidate.count.low,
        high=candidate.count.high,
        qualifier=candidate.count.qualifier,
        modality=candidate.settled or "stated",
        evidence=evidence(document, reading, candidate),
        count=span,
        rule=candidate.rule,
        score=candidate.score,
        group=candidate.group,
        extent="part" if candidate.part else "incident",
    )
