"""Files and standard input → articles."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from lagebild.acquire import dates
from lagebild.acquire.catalogue import Unreadable
from lagebild.acquire.draft import Draft, article
from lagebild.acquire.inputs import Input, inputs_of
from lagebild.acquire.reading import drafts
from lagebild.model import Article, InputError

__all__ = ["articles"]


def articles(
    inputs: Sequence[str], *, published: str | None = None, stdin: BinaryIO | None = None
) -> Iterator[Article | InputError]:
    """Yield an article, or the reason why there is none, for each file or line of the inputs, in input order.

    An input is a text, HTML, DOCX or JSONL file, a directory, a pattern, or "-" for standard input (`stdin`, by
    default the process's own). `published` is the date of those that carry none. A failed input never stops the
    next; a wrong `published` is the only thing yielded.
    """
    try:
        date = dates.published(published) if published is not None else None
    except Unreadable as problem:
        yield problem.error("--published")
        return
    for found in inputs_of(inputs):
        if isinstance(found, InputError):
            yield found
        else:
            yield from _articles(found, date, stdin)


def _articles(source: Input, published: str | None, stdin: BinaryIO | None) -> Iterator[Article | InputError]:
    for found in drafts(source, stdin):
        if isinstance(found, Draft):
            try:
                yield article(found, published)
            except Unreadable as problem:
                yield problem.error(source.name, found.place)
        else:
            yield found.error(source.name)
