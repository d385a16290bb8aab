"""How the tests of the web read: from loopback, with little patience, yet enough for a busy machine."""

from collections.abc import Sequence
from dataclasses import replace

from lagebild.acquire import articles
from lagebild.acquire.web import Settings, Web
from lagebild.acquire.web.connection import Resolver, resolve
from lagebild.model import Article, InputError

QUICK = Settings(allow_private=True, connect=3.0, read=2.0, total=3.0, delay=0.0, patience=0.3, largest=300_000)


def read(
    *inputs: str, resolver: Resolver = resolve, settings: Settings = QUICK, **changed: object
) -> Sequence[Article | InputError]:
    """Return what these addresses give."""
    with Web(replace(settings, **changed), resolver=resolver) as web:  # type: ignore[arg-type]  # fields by their name
        return list(articles(inputs, web=web))


def codes(found: Sequence[Article | InputError]) -> list[str]:
    """Return the code of each error, and nothing for each article."""
    return [each.code if isinstance(each, InputError) else "" for each in found]
