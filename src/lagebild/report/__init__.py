"""Records as people read them: on the terminal, in Markdown, on a self-contained page.

A report decides nothing: every total it shows was chosen before it, and stands with its sources and its sentence.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lagebild.model import Finding, Record

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["html", "markdown", "terminal"]


def terminal(record: Record, *, language: str = "de") -> "RenderableType":
    """Return the fact box and the other figures of a record, to be printed by rich at any width."""
    from lagebild.report.screen import screen  # noqa: PLC0415 - rich is loaded only where it prints

    return screen(record, language=language)


def markdown(records: Sequence[Record], *, language: str = "de", findings: Sequence[Finding] = ()) -> str:
    """Return the records as one Markdown document, each with the findings of its article."""
    from lagebild.report.plain import plain  # noqa: PLC0415 - loaded where used, as its siblings

    return plain(records, language=language, findings=findings)


def html(records: Sequence[Record], *, language: str = "de", findings: Sequence[Finding] = ()) -> str:
    """Return the records as one page that loads nothing: each value leads to its sentence in the article's text."""
    from lagebild.report.page import page  # noqa: PLC0415 - loaded where used, as its siblings

    return page(records, language=language, findings=findings)
