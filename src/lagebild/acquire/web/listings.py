"""Feeds and sitemaps: the addresses they list, with what they say of each."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import httpx

from lagebild.acquire import dates
from lagebild.acquire.catalogue import ADDRESS, NO_ENTRIES, XML, Unreadable
from lagebild.acquire.web.addresses import parsed

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ListKind: TypeAlias = Literal["feed", "sitemap"]
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An address that a feed or sitemap lists; `changed` is the latest day it names of it, or the empty string.

    `is_list` tells that the address is a sitemap itself.
    """

    url: httpx.URL
    listed_by: ListKind
    title: str = ""
    published: str | None = None
    changed: str = ""
    is_list: bool = False


def entries(text: str, kind: ListKind, base: httpx.URL) -> Iterator[Entry | Unreadable]:
    """Yield what a feed or sitemap lists in its order, relative addresses read against its own.

    XML that declares entities is refused whole. A feed that is broken gives what can be read of it, and an error.
    """
    if _ENTITY.search(text):
        raise Unreadable(XML, "it declares entities, which none needs")
    data = _DECLARATION.sub("", text, count=1).encode("utf-8", "replace")
    found = list(_feed(data, base) if kind == "feed" else _sitemap(data, base))
    if not found:
        raise Unreadable(NO_ENTRIES)
    yield from found


def _feed(data: bytes, base: httpx.URL) -> Iterator[Entry | Unreadable]:
    import feedparser  # noqa: PLC0415 - loading it takes time that no other input needs

    headers = {"content-location": str(base), "content-type": "application/xml; charset=utf-8"}
    feed = feedparser.parse(io.BytesIO(data), response_headers=headers, sanitize_html=False)
    if feed.bozo and not isinstance(feed.bozo_exception, feedparser.ThingsNobodyCaresAboutButMe):
        yield Unreadable(XML, f"{_reason(feed.bozo_exception)}; {len(feed.entries)} entries could be read")
    for number, row in enumerate(feed.entries, 1):
        try:
            url = _link(row.get("link"), base)
            yield _entry(row, url, is_atom=str(feed.version).startswith("atom"))
        except Unreadable as problem:
            problem.place = f"entry {number}"
            yield problem


def _link(value: str | None, base: httpx.URL) -> httpx.URL:
    if not value:
        raise Unreadable(ADDRESS, "the entry has none")
    return parsed(value, base)


def _entry(row: Any, url: httpx.URL, *, is_atom: bool) -> Entry:  # noqa: ANN401 - feedparser has no types
    published, updated = (dates.loosely(dict.get(row, name)) for name in ("published", "updated"))
    if not is_atom:
        published = published or updated  # the Dublin Core date of RSS 1.0
    changed = max((value[: len("2025-04-28")] for value in (published, updated) if value), default="")
    title = " ".join((row.get("title") or "").split())
    return Entry(url=url, listed_by="feed", title=title, published=published, changed=changed)


def _sitemap(data: bytes, base: httpx.URL) -> Iterator[Entry | Unreadable]:
    from lxml import etree  # noqa: PLC0415 - as above

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(XML, _reason(error)) from error
    is_index = etree.QName(root).localname == "sitemapindex"
    for number, row in enumerate(root, 1):
        told = _told(row)
        try:
            url = _link(told.get("loc"), base)
        except Unreadable as problem:
            problem.place = f"entry {number}"
            yield problem
            continue
        published = dates.loosely(told.get("publication_date"))
        changed = dates.loosely(told.get("lastmod")) or published or ""
        title = " ".join(told.get("title", "").split())
        yield Entry(
            url=url,
            listed_by="sitemap",
            title=title,
            published=published,
            changed=changed[: len("2025-04-28")],
            is_list=is_index,
        )


def _told(row: "Element") -> dict[str, str]:
    """Return the elements of an entry, those of its news part too, by their names without namespace."""
    found: dict[str, str] = {}
    for element in row.iter("{*}loc", "{*}lastmod", "{*}publication_date", "{*}title"):
        is_picture = element.getparent() is not row and "news" not in str(element.tag)
        text = (element.text or "").strip()
        if text and not is_picture:
            found.setdefault(str(element.tag).rpartition("}")[2], text)
    return found


def _reason(error: object) -> str:
    return " ".join(str(error).replace("<unknown>:", "line ").split())[:150]
