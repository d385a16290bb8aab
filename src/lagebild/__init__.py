"""Lagebild reads news reports and keeps a sourced picture of what happened.

    import lagebild
    for record in lagebild.records(lagebild.articles(["report.html"])):
        ...

    records = [record for record in found if isinstance(record, lagebild.model.Record)]
    page = lagebild.dossier(lagebild.incidents(records), records, language="de")

`articles`, `incidents`, `findings`, `dossier`, `terminal`, `markdown` and `html` are the stages' own functions, loaded
when first used.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from lagebild.acquire import articles as articles
    from lagebild.interchange import dumps as dumps
    from lagebild.interchange import loads as loads
    from lagebild.interchange import schema as schema
    from lagebild.merge import incidents as incidents
    from lagebild.model import Article, InputError, Record, Why
    from lagebild.proofread import findings as findings
    from lagebild.report import html as html
    from lagebild.report import markdown as markdown
    from lagebild.report import terminal as terminal
    from lagebild.report.dossier import dossier as dossier

__version__ = "0.1.0"
__all__ = [
    "articles",
    "dossier",
    "dumps",
    "findings",
    "html",
    "incidents",
    "loads",
    "markdown",
    "record",
    "records",
    "schema",
    "terminal",
    "why",
]
_HOMES = {
    "articles": "acquire",
    "dossier": "report.dossier",
    "dumps": "interchange",
    "findings": "proofread",
    "html": "report",
    "incidents": "merge",
    "loads": "interchange",
    "markdown": "report",
    "schema": "interchange",
    "terminal": "report",
}


def record(article: "Article", *, gazetteer: "Path | None" = None) -> "Record":
    """Return the extraction record of an article, whatever time it takes.

    `gazetteer` is a dump of GeoNames of the user's own, for places that the index lacks.
    """
    from lagebild import annotate, extract, link  # one stage after the other, in the order of the data

    document = annotate.document(article)
    return link.record(document, extract.claims(document), dump=gazetteer)


def records(
    articles: "Iterable[Article | InputError]",
    *,
    time_limit: float = 10.0,
    size_limit: int = 1_000_000,
    gazetteer: "Path | None" = None,
) -> "Iterator[Record | InputError]":
    """Yield the record of each article, or why there is none, in the order given.

    `time_limit` is in seconds for one article, `size_limit` in bytes of its text in UTF-8; `gazetteer` is as in
    `record`.
    """
    import functools

    from lagebild import limits

    one = functools.partial(record, gazetteer=gazetteer)
    run = limits.Limited(one, time_limit=time_limit, size_limit=size_limit)
    for article in articles:
        yield run(article)


def why(article: "Article", quote: str, *, gazetteer: "Path | None" = None) -> "Iterator[Why]":
    """Yield, for each place where these words stand in an article, what was found there and why, or why nothing was.

    White space and case don't count. `gazetteer` is as in `record`.
    """
    from lagebild import annotate, extract, link
    from lagebild.report.reasons import places, reasons_at

    document = annotate.document(article)
    found = link.record(document, extract.claims(document), dump=gazetteer)
    dropped = extract.considered(document)
    for place in places(article, quote):
        yield reasons_at(place, document, found, dropped)


def __getattr__(name: str) -> object:
    """Return a stage's function on its first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'lagebild' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"lagebild.{_HOMES[name]}"), name)
