"""The dossier: what the reports of each incident say together, with every sentence and source, in each of its forms."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from lagebild.model import MergedIncident, Policy, Record
from lagebild.report.dossier_content import Dossier, content

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["DossierError", "content", "dossier", "html", "markdown", "pdf", "plain", "schema", "terminal"]


class DossierError(Exception):
    """A form of the dossier can't be made here; the message says why, and the way out."""


def dossier(
    incidents: Sequence[MergedIncident],
    records: Sequence[Record],
    *,
    language: str,
    names: bool = False,
    texts: bool = False,
    policy: Policy = "latest",
) -> str:
    """Return the dossier as one page that loads nothing.

    Names of private persons are initials unless `names`; the reports' whole texts are left out unless `texts`.
    """
    return html(content(incidents, records, language=language, names=names, texts=texts, policy=policy))


def html(shown: Dossier) -> str:
    """Return a dossier as one page that loads nothing."""
    from lagebild.report import dossier_page  # noqa: PLC0415 - loaded where used, as its siblings

    return dossier_page.page(shown)


def pdf(shown: Dossier) -> bytes:
    """Return a dossier as a PDF for print, or raise DossierError where no browser can print it."""
    from lagebild.report import pdf as printer  # noqa: PLC0415 - loaded where used, as its siblings

    return printer.pdf(html(shown))


def markdown(shown: Dossier) -> str:
    """Return a dossier as one Markdown document."""
    from lagebild.report import dossier_plain  # noqa: PLC0415 - loaded where used, as its siblings

    return dossier_plain.markdown(shown)


def terminal(shown: Dossier, records: Sequence[Record]) -> "Iterator[RenderableType]":
    """Yield the incidents of a dossier, to be printed by rich at any width; `records` are those it was made of."""
    from lagebild.report import dossier_screen  # noqa: PLC0415 - rich is loaded only where it prints

    return dossier_screen.terminal(shown, records)


def plain(
    incidents: Sequence[MergedIncident],
    records: Sequence[Record],
    *,
    language: str,
    names: bool = False,
    texts: bool = False,
    policy: Policy = "latest",
) -> dict[str, Any]:
    """Return the dossier as JSON has it; names and texts are as in `dossier`."""
    from lagebild.report import dossier_json  # noqa: PLC0415 - loaded where used, as its siblings

    return dossier_json.plain(incidents, records, language=language, names=names, texts=texts, policy=policy)


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a dossier."""
    from lagebild.report import dossier_json  # noqa: PLC0415 - loaded where used, as its siblings

    return dossier_json.schema()
