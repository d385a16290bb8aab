"""Records as people read them: on the terminal, in Markdown, on a self-contained page.

A report decides nothing: every total it shows was chosen before it, and stands with its sources and its sentence.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lagebild.model import Finding, Record
from lagebild.report.initials import hidden

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["html", "markdown", "terminal"]


def terminal(record: Record, *, language: str = "de", names: bool = False) -> "RenderableType":
    """Return the fact box and the other figures of a record, to be printed by rich at any width.

    Names of private persons are initials unless `names`.
    """
    from lagebild.report.screen import screen  # noqa: PLC0415 - rich is loaded only where it prints

    return screen(record if names else hidden(record), language=language)


def markdown(
    records: Sequence[Record], *, language: str = "de", findings: Sequence[Finding] = (), names: bool = False
) -> str:
    """Return the records as one Markdown document, each with the findings of its article.

    Names of private persons are initials unless `names`; findings, which are for an author, quote as they are.
    """
    from lagebild.report.plain import plain  # noqa: PLC0415 - loaded where used, as its siblings

    shown = records if names else [hidden(record) for record in records]
    return plain(shown, language=language, findings=findings)


def html(records: Sequence[Record], *, language: str = "de", findings: Sequence[Finding] = ()) -> str:
    """Return the records as one page that loads nothing: each value leads to its sentence in the article's text.

    It is for one's own desk: whole texts, with the names in them.
    """
    from lagebild.report.page import page  # noqa: PLC0415 - loaded where used, as its siblings

    return page(records, language=language, findings=findings)
