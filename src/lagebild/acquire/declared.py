"""What a page declares of its article: JSON-LD (schema.org), OpenGraph and other meta elements, time elements."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast
from urllib.parse import urljoin, urlsplit

from lagebild.acquire import dates

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPE = re.compile(r"(?:\w*Article|\w*Report|\w*Posting|BlogPosting|LiveBlogPosting)")
_PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished",
    "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "pubdate", "publishdate",
    "publish-date", "publication_date", "publicationdate", "parsely-pub-date", "sailthru.date", "article.published",
    "cxenseparse:recs:publishtime", "last-modified",
)  # fmt: skip
_MODIFIED_META = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified")
_TITLE_META = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline")
_SITE_META = ("og:site_name", "publisher", "dc.publisher", "application-name")
_SEPARATOR = re.compile(r"\s+[|–—•·»:-]\s+|\s*\|\s*")
_URL_DATE = re.compile(r"/(20\d\d|19\d\d)[/-]?(\d\d)[/-]?(\d\d)(?!\d)")
_LEAST_WORDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What a page says of its article; `published_from` names where the date stands."""

    title: str | None
    publisher: str | None
    published: str | None
    published_from: str | None
    modified: str | None
    authors: tuple[str, ...]
    language: str | None
    url: str | None


def of(tree: "HtmlElement", address: str | None = None) -> Declared:
    """Return what the page declares; a wrong date counts as none. `address` is where it was retrieved."""
    meta = _meta(tree)
    article = next(_articles(tree), {})
    url = _address(tree, meta, address)
    publisher = _name(article.get("publisher")) or _first(meta, _SITE_META)
    published, origin = _published(tree, meta, article, url)
    return Declared(
        title=_title(tree, meta, article, publisher),
        publisher=publisher,
        published=published,
        published_from=origin,
        modified=dates.published_or_none(_text(article.get("dateModified")) or _first(meta, _MODIFIED_META)),
        authors=_authors(article, meta),
        language=_attribute(tree, "/html/@lang") or _first(meta, ("og:locale", "content-language")),
        url=url,
    )


def _address(tree: "HtmlElement", meta: Mapping[str, str], address: str | None) -> str | None:
    """Return the address the page gives itself; one on another host, or of the front page, is none of its own."""
    named = _first(meta, ("og:url",)) or _attribute(tree, "//link[@rel='canonical']/@href")
    if not named or address is None:
        return named or address
    try:
        own, given = urlsplit(urljoin(address, named)), urlsplit(address)
        is_ours = (own.hostname or "").removeprefix("www.") == (given.hostname or "").removeprefix("www.")
    except ValueError:
        return address
    is_front = not own.path.strip("/") and bool(given.path.strip("/"))
    return own.geturl() if is_ours and not is_front else address


def _published(
    tree: "HtmlElement", meta: Mapping[str, str], article: Mapping[str, object], url: str | None
) -> tuple[str | None, str | None]:
    """Return the date and where it stands: the first, or one of the same day that has a time and zone."""
    element = _attribute(tree, "//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content")
    header = _attribute(tree, "//article//time/@datetime | //header//time/@datetime | //main//time/@datetime")
    in_url = _URL_DATE.search(url or "")
    given = (
        ("json-ld", _text(article.get("datePublished"))),
        ("meta", _first(meta, _PUBLISHED_META[:-1])),
        ("time", element or header),
        ("url", "-".join(in_url.groups()) if in_url else None),
    )
    found = [(date, origin) for origin, value in given if (date := dates.published_or_none(value))]
    if not found:
        return None, None
    day = found[0][0][: len("2025-04-28")]
    return next((pair for pair in found if pair[0].startswith(f"{day}T")), found[0])


def _title(
    tree: "HtmlElement", meta: Mapping[str, str], article: Mapping[str, object], publisher: str | None
) -> str | None:
    """Return the headline of the article's data, of OpenGraph, the only h1, or the page's title without the outlet."""
    headings = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    page = _attribute(tree, "//head/title/text()")
    headline = _text(article.get("headline")) or _text(article.get("name"))
    social = _first(meta, _TITLE_META)
    heading = headings[0] if len(headings) == 1 else None
    for title in (headline, social, heading, page):
        if title and title.strip():
            return _without_outlet(" ".join(html.unescape(title).split()), publisher, headings)
    return None


def _without_outlet(title: str, publisher: str | None, headings: list[str]) -> str:
    """Return a title without the outlet's name after a dash or bar ("Brand in Ulm - Der Bote")."""
    parts = list(_SEPARATOR.finditer(title))
    for cut in reversed(parts):
        head, tail = title[: cut.start()], title[cut.end() :]
        if head in headings or (publisher and _same(tail, publisher)):
            return head
    return title


def _same(tail: str, publisher: str) -> bool:
    left, right = (re.sub(r"\W|\.(?:de|at|ch|com|org|net)\b", "", name.casefold()) for name in (tail, publisher))
    return bool(left) and (left in right or right in left)


def _authors(article: Mapping[str, object], meta: Mapping[str, str]) -> tuple[str, ...]:
    value = article.get("author")
    people = value if isinstance(value, list) else [value]
    names = [name for person in people if (name := _name(person))]
    if not names and (one := _first(meta, ("author", "article:author", "dc.creator"))):
        names = [name.strip() for name in re.split(r"\s*[;,]\s*|\s+und\s+|\s+and\s+", one)]
    return tuple(dict.fromkeys(name for name in names if name and "://" not in name))


def _articles(tree: "HtmlElement") -> Iterator[Mapping[str, object]]:
    """Yield the JSON-LD objects of the page that are articles."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (row for row in _objects(data, 0) if _is_article(row))


def _objects(data: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _LEAST_WORDS + 1:
        return
    if isinstance(data, list):
        for row in data:
            yield from _objects(row, depth + 1)
    elif isinstance(data, dict):
        yield cast("Mapping[str, object]", data)
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(data.get(key), depth + 1)


def _is_article(row: Mapping[str, object]) -> bool:
    kinds = row.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE_TYPE.fullmatch(kind) for kind in kinds)


def _meta(tree: "HtmlElement") -> Mapping[str, str]:
    """Return the meta elements by their name in lower case, the first of each name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.lower(), content.strip())
    return found


def _first(meta: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _attribute(tree: "HtmlElement", path: str) -> str | None:
    return next((str(value).strip() for value in tree.xpath(path) if str(value).strip()), None)


def _text(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return value.strip() or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    return html.unescape(value).strip() or None if isinstance(value, str) else None
