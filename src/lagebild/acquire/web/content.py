"""What kind of thing was retrieved, told by its bytes first and by what the server calls it second."""

import html
import re
from typing import Literal, TypeAlias

from lagebild.acquire import decoding
from lagebild.acquire.catalogue import EMPTY, NO_PAGE, TOO_MUCH, Unreadable
from lagebild.acquire.web.fetching import Page
from lagebild.acquire.web.unpacking import unzipped

ContentKind: TypeAlias = Literal["page", "text", "feed", "sitemap"]

_LARGEST_PAGE = 8_000_000  # its text is found at some 300,000 bytes a second
LARGEST_UNZIPPED = 50_000_000  # as the sitemap protocol has it
_PROLOGUE = re.compile(
    r"(?:\s+|\ufeff|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*", re.DOTALL | re.IGNORECASE
)
_HEAD = 50_000
_LONG_HEAD = 300_000
_LINK = re.compile(r"<link\b[^>]{1,1000}>", re.IGNORECASE)
_FEED = re.compile(r"application/(?:rss|atom)\+xml", re.IGNORECASE)
_HREF = re.compile(r"""href\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_ROOTS: dict[str, ContentKind] = {
    "rss": "feed",
    "feed": "feed",
    "rdf": "feed",
    "urlset": "sitemap",
    "sitemapindex": "sitemap",
    "html": "page",
}
_MAYBE = frozenset({"", "application/octet-stream", "application/gzip", "application/x-gzip"})
_PAGE_KINDS = frozenset({"text/html", "application/xhtml+xml"})
_TEXT_KINDS = frozenset({"text/plain", "text/markdown"})
_XML_KINDS = frozenset({"application/xml", "text/xml"})
_NAMES = ((b"%PDF-", "a PDF"), (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"))


def read(page: Page) -> tuple[ContentKind, str]:
    """Return the kind of what was retrieved and its characters; raise Unreadable where it is none that is read."""
    if not page.data.strip():
        raise Unreadable(EMPTY)
    for magic, name in _NAMES:
        if page.data.startswith(magic):
            raise Unreadable(NO_PAGE, name)
    if not _may_be_text(page.kind):
        raise Unreadable(NO_PAGE, page.kind[:100])
    text = decoding.page(unzipped(page.data, LARGEST_UNZIPPED), page.charset)
    kind = _kind(text, page.kind)
    if kind is None:
        raise Unreadable(NO_PAGE, f"{page.kind} of an unknown kind"[:100])
    if kind == "page" and len(page.data) > _LARGEST_PAGE:
        raise Unreadable(TOO_MUCH, f"a page of more than {_LARGEST_PAGE:,} bytes")
    return kind, text


def feed_of(text: str) -> str | None:
    """Return the address of the feed that a page names, as it is written there."""
    for link in _LINK.findall(text[:_LONG_HEAD]):
        address = _HREF.search(link)
        if _FEED.search(link) and address:
            return html.unescape(address[1])
    return None


def _may_be_text(kind: str) -> bool:
    return kind in _MAYBE | _PAGE_KINDS | _TEXT_KINDS | _XML_KINDS or kind.endswith("+xml")


def _kind(text: str, declared: str) -> ContentKind | None:
    text = text[:_HEAD]
    start = _PROLOGUE.match(text)
    root = _ROOT.match(text, start.end() if start else 0)
    name = root[1].lower() if root else ""
    if name in _ROOTS:
        return _ROOTS[name]
    if declared in _PAGE_KINDS or (declared in _MAYBE and root):
        return "page"
    return "text" if declared in _TEXT_KINDS | _MAYBE else None
