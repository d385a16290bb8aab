"""Findings about a report: where its fact box, its title and its text do not say the same, like a linter's."""

from collections.abc import Iterator

from lagebild.model import Finding, Record
from lagebild.proofread import certainty, figures, place_time, sources, totals
from lagebild.proofread.draft import Draft

__all__ = ["findings"]


def findings(record: Record, *, language: str = "de") -> tuple[Finding, ...]:
    """Return the findings of a record by code, then by place; messages are in this language.

    A report with no fact box of its own is checked for title, parts and certainty alone.
    """
    draft = Draft.of(record, language=language)
    return tuple(sorted(_all(draft), key=lambda finding: (finding.code, [span.start for span in finding.spans])))


def _all(draft: Draft) -> Iterator[Finding]:
    yield from totals.findings(draft)
    yield from certainty.findings(draft)
    if draft.cells:
        yield from figures.findings(draft)
        yield from sources.findings(draft)
        yield from place_time.findings(draft)
