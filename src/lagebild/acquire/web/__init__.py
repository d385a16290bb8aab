"""The web → drafts of articles: pages, feeds, and sitemaps with all that they list."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Self, TypeVar

import httpx

from lagebild.acquire import plain
from lagebild.acquire.catalogue import NO_PAGE, NOT_KEPT, TOO_MUCH, XML, Unreadable
from lagebild.acquire.draft import Draft, digest
from lagebild.acquire.web import content, listings
from lagebild.acquire.web.addresses import parsed
from lagebild.acquire.web.connection import Resolver, resolve
from lagebild.acquire.web.fetching import Fetcher, Page
from lagebild.acquire.web.listings import Entry
from lagebild.acquire.web.settings import Settings
from lagebild.acquire.web.unpacking import unzipped

__all__ = ["Settings", "Web"]

_MOST_LISTS = 1000
_DEEPEST = 5
_DAY = len("2025-04-28")
_WEAK = frozenset({"url", "page"})  # origins of a date that a feed or news sitemap outranks
_LISTED_SCORE = 0.95
_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True)
class _Seen:
    """The lists that were read and the pages that were named."""

    lists: set[httpx.URL]
    pages: set[httpx.URL] = field(default_factory=set)


class Web:
    """The web as one run sees it: each site is asked once what it allows, and is given its time between requests.

    Used in a `with` block, or closed by hand.
    """

    def __init__(self, settings: Settings | None = None, *, resolver: Resolver = resolve) -> None:
        """Ask nobody yet."""
        self._settings = settings or Settings()
        self._fetcher = Fetcher(self._settings, resolver=resolver)

    def __enter__(self) -> Self:
        """Return the web itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close all connections."""
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._fetcher.close()

    def drafts(self, address: str) -> Iterator[Draft | Unreadable]:
        """Yield the article of a page, or those of all that a feed or sitemap lists, or why there is none.

        With a limit the newest come first, otherwise they come as they are listed.
        """
        try:
            page = self._fetcher.page(address)
            kind, text = content.read(page)
            if kind in ("page", "text"):
                yield self._draft(page, text, kind, None)
            else:
                yield from self._listed(page.url, kind, text)
        except Unreadable as problem:
            yield problem

    def _listed(self, base: httpx.URL, kind: content.ContentKind, text: str) -> Iterator[Draft | Unreadable]:
        left = self._settings.limit
        for entry in self._entries(base, kind, text, _Seen({base})):
            if isinstance(entry, Unreadable):
                yield entry
                continue
            yield from _told(entry.url, self._article(entry))
            left = None if left is None else left - 1
            if left == 0:
                return

    def _entries(
        self, base: httpx.URL, kind: content.ContentKind, text: str, seen: _Seen, *, depth: int = 0
    ) -> Iterator[Entry | Unreadable]:
        """Yield what a list names, and what the lists in it name, each address once."""
        list_kind: listings.ListKind = "feed" if kind == "feed" else "sitemap"
        found = [row for row in listings.entries(text, list_kind, base) if not self._is_old(row)]
        if self._settings.limit is not None:
            found.sort(key=lambda row: row.changed if isinstance(row, Entry) else "9", reverse=True)
        for row in found:
            if isinstance(row, Unreadable):
                yield row
            elif row.is_list:
                yield from _told(row.url, self._inner(row.url, seen, depth + 1))
            elif row.url not in seen.pages:
                seen.pages.add(row.url)
                yield row

    def _inner(self, url: httpx.URL, seen: _Seen, depth: int) -> Iterator[Entry | Unreadable]:
        """Yield what a sitemap that another one names lists; one that comes back to itself is told."""
        if url in seen.lists:
            raise Unreadable(XML, "it is listed twice, or lists itself")
        if len(seen.lists) >= _MOST_LISTS or depth > _DEEPEST:
            raise Unreadable(TOO_MUCH, f"more than {_MOST_LISTS:,} sitemaps, or {_DEEPEST} inside each other")
        seen.lists.add(url)
        page = self._fetcher.page(url)
        kind, text = content.read(page)
        if kind != "sitemap":
            raise Unreadable(NO_PAGE, f"a {kind} where a sitemap should be")
        yield from self._entries(page.url, kind, text, seen, depth=depth)

    def _article(self, entry: Entry) -> Iterator[Draft | Unreadable]:
        page = self._fetcher.page(entry.url)
        kind, text = content.read(page)
        if kind not in ("page", "text"):
            raise Unreadable(NO_PAGE, f"a {kind} where an article should be")
        draft = self._draft(page, text, kind, entry)
        if not self._is_before(draft.published or ""):
            yield replace(draft, place=str(entry.url))

    def _draft(self, page: Page, text: str, kind: content.ContentKind, entry: Entry | None) -> Draft:
        """Return the article of a page, its bytes written where they are to be kept."""
        draft = _draft(page, text, kind, entry)
        if self._settings.keep is not None:
            path = self._settings.keep / draft.sha256
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(page.data)
            except OSError as error:
                raise Unreadable(NOT_KEPT, error.strerror or type(error).__name__) from error
        return draft

    def _is_old(self, row: Entry | Unreadable) -> bool:
        return isinstance(row, Entry) and self._is_before(row.changed)

    def _is_before(self, date: str) -> bool:
        return bool(date and self._settings.since) and date[:_DAY] < (self._settings.since or "")[:_DAY]


def _told(url: httpx.URL, found: Iterator[_Kind | Unreadable]) -> Iterator[_Kind | Unreadable]:
    """Yield what is found at an address; what goes wrong is told with that address."""
    try:
        yield from found
    except Unreadable as problem:
        problem.place = f"{url} → {problem.place}" if problem.place else str(url)
        yield problem


def _draft(page: Page, text: str, kind: content.ContentKind, entry: Entry | None) -> Draft:
    """Return the article of a page, its id made of what it says, which stays when only the page's frame changes."""
    address = str(page.url)
    if kind == "text":
        title, body = plain.split(text)
        found = Draft(id="", title=title, text=body, sha256=digest(page.data), url=address)
    else:
        from lagebild.acquire import page as pages  # noqa: PLC0415 - trafilatura takes time that no other input needs

        data = unzipped(page.data, content.LARGEST_UNZIPPED)
        found = replace(pages.draft(data, charset=page.charset, address=address), sha256=digest(page.data))
        _refuse_front(page.url, text, found)
    title = found.title or (entry.title if entry else "")
    return replace(
        _with_listed_date(found, entry),
        id=digest(f"{found.url}\n{title}\n{found.text}".encode())[:16],
        title=title,
        retrieved=page.retrieved,
        retrieved_from=address,
    )


def _refuse_front(url: httpx.URL, text: str, found: Draft) -> None:
    """Raise Unreadable for the front page of a site, which has no date of its own, and name its feed."""
    if url.path == "/" and not url.query and found.published_from in (None, "page"):
        feed = content.feed_of(text)
        where = f"; its feed is {parsed(feed, url)}" if feed else ""
        raise Unreadable(NO_PAGE, f"the front page of a site{where}")


def _with_listed_date(draft: Draft, entry: Entry | None) -> Draft:
    """Return the draft with the date that a feed or news sitemap gives it, where its page has no better one."""
    if entry is None or entry.published is None:
        return draft
    same_day = (draft.published or "")[:_DAY] == entry.published[:_DAY]
    if same_day and len(draft.published or "") > _DAY:
        return replace(draft, published_score=max(_LISTED_SCORE, draft.published_score or 0.0))
    if draft.published and not same_day and draft.published_from not in _WEAK:
        return draft
    return replace(draft, published=entry.published, published_from=entry.listed_by, published_score=_LISTED_SCORE)
