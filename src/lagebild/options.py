"""Options that commands share, and what they may be; those of fetching from the web are given as one value."""

import functools
import inspect
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, ParamSpec, cast

import typer

_P = ParamSpec("_P")


class Language(StrEnum):
    """A language of labels and messages; auto is that of the report."""

    auto = "auto"
    de = "de"
    en = "en"


class Report(StrEnum):
    """A form of report."""

    text = "text"
    html = "html"
    md = "md"
    json = "json"
    pdf = "pdf"


class Layout(StrEnum):
    """A layout of JSON that has a schema."""

    record = "record"
    dossier = "dossier"


class Counting(StrEnum):
    """A policy that totals are counted by."""

    latest = "latest"
    span = "span"
    acled = "acled"
    ucdp = "ucdp"
    most_informative = "maverick.most_informative"
    most_conservative = "maverick.most_conservative"
    most_representative = "maverick.most_representative"


class Findings(StrEnum):
    """A form of findings."""

    text = "text"
    json = "json"
    sarif = "sarif"
    github = "github"


Inputs = Annotated[
    list[str],
    typer.Argument(
        help="Text, HTML, DOCX or JSONL files, directories, patterns, - for standard input, "
        "or addresses of pages, feeds and sitemaps."
    ),
]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Publication date of inputs that have none.")]
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first input that can't be read.")]
Lang = Annotated[Language, typer.Option("--lang", help="Language of labels and messages; auto is that of the report.")]
Seconds = Annotated[float, typer.Option("--time-limit", min=0.1, metavar="SECONDS", help="Time limit per article.")]
Gazetteer = Annotated[
    Path | None,
    typer.Option(metavar="FILE", envvar="LAGEBILD_GAZETTEER", help="A dump of GeoNames, for villages: DE.zip, DE.txt."),
]


@dataclass(frozen=True, slots=True)
class Fetching:
    """What the command line says of fetching from the web; each field is an option."""

    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Read the newest N of each feed or sitemap.")
    ] = None
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Pass over what a feed or sitemap has from before.")
    ] = None
    contact: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", envvar="LAGEBILD_CONTACT", help="How servers can reach you: an address or a page."
        ),
    ] = None
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from servers of your own network too.")
    ] = False
    delay: Annotated[float, typer.Option(min=0.0, metavar="SECONDS", help="Pause between requests to one server.")] = (
        1.0
    )
    timeout: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="Time limit per request.")] = 60.0
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Keep no retrieved pages.")] = False
    keep: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write the bytes of each page to DIR by their SHA-256.")
    ] = None


def fetches(command: Callable[_P, None]) -> Callable[..., None]:
    """Return the command with the options of `Fetching` in the place of its parameter `fetching`."""
    own = inspect.signature(command)

    @functools.wraps(command)
    def run(**given: Any) -> None:  # noqa: ANN401 - whatever the options are
        told = {each.name: given.pop(each.name) for each in fields(Fetching)}
        cast("Callable[..., None]", command)(**given, fetching=Fetching(**told))

    keyword = inspect.Parameter.KEYWORD_ONLY
    options = [
        inspect.Parameter(each.name, keyword, default=each.default, annotation=each.type)
        for each in fields(Fetching)
        if each.default is not MISSING
    ]
    kept = [parameter for name, parameter in own.parameters.items() if name != "fetching"]
    run.__signature__ = own.replace(parameters=[*kept, *options])  # type: ignore[attr-defined]  # read by typer
    run.__annotations__ = {name: note for name, note in command.__annotations__.items() if name != "fetching"}
    return run
