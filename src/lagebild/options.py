"""Options that several commands share: those of fetching from the web, given to a command as one value."""

import functools
import inspect
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Annotated, Any, ParamSpec, cast

import typer

_P = ParamSpec("_P")


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
