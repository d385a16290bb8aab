"""Files, addresses of the web and standard input → articles."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO, Self, cast

from lagebild.acquire import dates
from lagebild.acquire.catalogue import Unreadable
from lagebild.acquire.draft import Draft, article
from lagebild.acquire.inputs import Input, inputs_of
from lagebild.acquire.reading import drafts
from lagebild.model import Article, InputError

if TYPE_CHECKING:
    from lagebild.acquire.web import Web

__all__ = ["articles"]


def articles(
    inputs: Sequence[str],
    *,
    published: str | None = None,
    stdin: BinaryIO | None = None,
    web: "Web | None" = None,
) -> Iterator[Article | InputError]:
    """Yield an article, or the reason why there is none, for each file or line of the inputs, in input order.

    An input is a text, HTML, DOCX or JSONL file, a directory, a pattern, "-" for standard input (`stdin`, by default
    the process's own), or the address of a page, feed or sitemap, fetched through `web`, by default with its default
    settings. `published` is the date of those that carry none. A failed input never stops the next; a wrong
    `published` is the only thing yielded.
    """
    try:
        date = dates.published(published) if published is not None else None
    except Unreadable as problem:
        yield problem.error("--published")
        return
    with _Sources(web, stdin) as sources:
        for found in inputs_of(inputs):
            if isinstance(found, InputError):
                yield found
            else:
                yield from _articles(found, date, sources.drafts(found))


def _articles(
    source: Input, published: str | None, found: Iterator[Draft | Unreadable]
) -> Iterator[Article | InputError]:
    for each in found:
        if isinstance(each, Draft):
            try:
                yield article(each, published)
            except Unreadable as problem:
                yield problem.error(source.name, each.place)
        else:
            yield each.error(source.name)


class _Sources:
    """The files and the web; a web of its own is opened with the first address and closed at the end."""

    def __init__(self, web: "Web | None", stdin: BinaryIO | None) -> None:
        self._given = web
        self._own: Web | None = None
        self._stdin = stdin

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._own is not None:
            self._own.close()

    def drafts(self, source: Input) -> Iterator[Draft | Unreadable]:
        """Return what an input holds."""
        if source.kind != "address":
            return drafts(source, self._stdin)
        if self._given is None and self._own is None:
            from lagebild.acquire.web import Web  # noqa: PLC0415 - httpx takes time that no file needs

            self._own = Web()
        return cast("Web", self._given or self._own).drafts(source.name)
