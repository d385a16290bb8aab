"""How much of a report a dossier quotes: every figure's sentence, then statements as far as room is left."""

from collections.abc import Iterator

from lagebild.model import Event, Figure, Record, Span, Statement
from lagebild.vocabulary.labels import sentence

_SHARE = 0.6  # of the text
_LEAST = 700  # characters, for short reports
_FORMS = ("direct", "indirect", "free_indirect", "reported")


def quotable(record: Record) -> frozenset[str]:
    """Return the claims of a report whose words a dossier may quote without taking over the report.

    Figures and events are all quoted; of statements, verbatim ones go first, and those that no longer fit are left out.
    """
    text = record.article.text
    room = max(_SHARE * len(text), _LEAST)
    taken: set[int] = set()
    found: set[str] = set()
    for claim in _in_order(record):
        told = {place for span in _spans(record, claim) for place in range(span.start, span.end)}
        if isinstance(claim, Statement) and len(taken | told) > room:
            continue
        taken |= told
        found.add(claim.id)
    return frozenset(found)


def _in_order(record: Record) -> Iterator[Figure | Statement | Event]:
    statements = [claim for claim in record.claims if isinstance(claim, Statement)]
    yield from (claim for claim in record.claims if not isinstance(claim, Statement))
    yield from sorted(statements, key=lambda claim: (_FORMS.index(claim.form), claim.evidence.start))


def _spans(record: Record, claim: Figure | Statement | Event) -> tuple[Span, ...]:
    """Return the stretches of the text that are shown with a claim; a title is shown with each footnote anyway."""
    spans = claim.quote if isinstance(claim, Statement) else (sentence(record.article, claim.evidence),)
    return tuple(span for span in spans if span.field == "text")
