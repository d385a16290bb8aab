"""What a page declares of its article: JSON-LD (schema.org), OpenGraph and other meta elements, time elements."""

import datetime as dt
import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast
from urllib.parse import urljoin, urlsplit

from lagebild.acquire import dates, headings, titles

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPE = re.compile(r"(?:\w*Article|\w*Report|\w*Posting|BlogPosting|LiveBlogPosting)")
_PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished",
    "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "pubdate", "publishdate",
    "publish-date", "publication_date", "publicationdate", "parsely-pub-date", "sailthru.date", "article.published",
    "cxenseparse:recs:publishtime",
)  # fmt: skip
_MODIFIED_META = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified")
_TITLE_META = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline")
_SITE_META = ("og:site_name", "publisher", "dc.publisher", "application-name")
_URL_DATE = re.compile(r"/(20\d\d|19\d\d)[/-]?(\d\d)[/-]?(\d\d)(?!\d)")
_TITLE_DATE = re.compile(r"(?:\||,|\s[-–—])\s*(\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d\d)\s*$")
_CHANGED = re.compile(r"(?i)modif|updat|aktualis|changed")
_DEEPEST = 3
_LONGEST_TITLE = 500
_DAY = len("2025-04-28")
_SCORES = {"json-ld": 0.95, "meta": 0.95, "time": 0.8, "url": 0.85, "title": 0.85}
_AGREED = 0.98
_DISPUTED = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What a page says of its article.

    `published_from` names where the date stands, and `published_score` how sure it is.
    """

    title: str | None
    publisher: str | None
    published: str | None
    published_from: str | None
    published_score: float | None
    modified: str | None
    authors: tuple[str, ...]
    language: str | None
    url: str | None


def of(tree: "HtmlElement", address: str | None = None) -> Declared:
    """Return what the page declares; a wrong date counts as none. `address` is where it was retrieved."""
    meta = _meta(tree)
    article = _own(list(_articles(tree)), tree)
    url = _address(tree, meta, address)
    publisher = _name(article.get("publisher")) or _first(meta, _SITE_META)
    published, origin, score = _published(_dates(tree, meta, article, url))
    return Declared(
        title=_title(tree, meta, article, (publisher, _first(meta, _SITE_META), _host(address or url))),
        publisher=publisher,
        published=published,
        published_from=origin,
        published_score=score,
        modified=dates.loosely(_text(article.get("dateModified")) or _first(meta, _MODIFIED_META)),
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


def _host(address: str | None) -> str | None:
    """Return the name of an address's server without www and its last part ("bote" of https://www.bote.example/)."""
    try:
        name = (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:
        return None
    return name.rpartition(".")[0] or None


def _published(dates_: Sequence[tuple[str, str]]) -> tuple[str | None, str | None, float | None]:
    """Return the date, where it stands and how sure it is: the first, or one of the same day with a time and zone.

    Another place that names the same day makes it surer, one that names another day less sure; a day's difference may
    be one of zones.
    """
    if not dates_:
        return None, None, None
    first = dates_[0][0][:_DAY]
    chosen, origin = next((pair for pair in dates_ if pair[0].startswith(f"{first}T")), dates_[0])
    others = {date[:_DAY] for date, place in dates_ if place != dates_[0][1]}
    score = _SCORES[dates_[0][1]]
    if first in others:
        score = _AGREED
    elif any(abs(_days_between(first, other)) > 1 for other in others):
        score -= _DISPUTED
    return chosen, origin, round(score, 2)


def _days_between(left: str, right: str) -> int:
    return (dt.date.fromisoformat(left) - dt.date.fromisoformat(right)).days


def _dates(
    tree: "HtmlElement", meta: Mapping[str, str], article: Mapping[str, object], url: str | None
) -> list[tuple[str, str]]:
    """Return the dates of publication that a page names, and where, the most trusted place first."""
    element = _attribute(tree, "//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content")
    in_url = _URL_DATE.search(url or "")
    page = _attribute(tree, "//head/title/text()")
    in_title = _TITLE_DATE.search(page or "")
    given = (
        ("json-ld", _text(article.get("datePublished"))),
        ("meta", _first(meta, _PUBLISHED_META)),
        ("time", element or _time(tree)),
        ("url", "-".join(in_url.groups()) if in_url else None),
        ("title", in_title[1] if in_title else None),
    )
    return [(date, origin) for origin, value in given if (date := dates.loosely(value))]


def _time(tree: "HtmlElement") -> str | None:
    """Return the first time element of the article's part of the page that is not of a change."""
    for element in tree.xpath("(//article//time | //header//time | //main//time)[@datetime]"):
        marks = f"{element.get('class')} {element.get('itemprop')} {element.getparent().get('class')}"
        if not _CHANGED.search(marks):
            return str(element.get("datetime"))
    return None


def _title(
    tree: "HtmlElement",
    meta: Mapping[str, str],
    article: Mapping[str, object],
    outlets: tuple[str | None, ...],
) -> str | None:
    """Return the best of the titles that the page gives itself."""
    first_rank = [_plain(heading.text_content()) for heading in tree.iter("h1")]
    ranked = headings.of(tree)
    return titles.best(
        titles.Titles(
            social=_plain(_first(meta, _TITLE_META)),
            headline=_plain(_text(article.get("headline")) or _text(article.get("name"))),
            headings=[heading for heading in first_rank if heading],
            page=_plain(_attribute(tree, "//head/title/text()")),
            printed=ranked.printed,
            for_search=ranked.for_search,
            outlets=[outlet for outlet in outlets if outlet],
        )
    )


def _plain(value: str | None) -> str:
    """Return a title on one line, or nothing where it is too long for one; metadata often escapes it twice."""
    title = " ".join(html.unescape(value or "").split())
    return title if len(title) <= _LONGEST_TITLE else ""


def _authors(article: Mapping[str, object], meta: Mapping[str, str]) -> tuple[str, ...]:
    value = article.get("author")
    people = value if isinstance(value, list) else [value]
    names = [name for person in people if (name := _name(person))]
    if not names and (one := _first(meta, ("author", "article:author", "dc.creator"))):
        names = [name.strip() for name in re.split(r"\s*[;,]\s*|\s+und\s+|\s+and\s+", one)]
    return tuple(dict.fromkeys(name for name in names if name and "://" not in name))


def _own(found: Sequence[Mapping[str, object]], tree: "HtmlElement") -> Mapping[str, object]:
    """Return the article that the page is about, by its heading where the data names several; else the first."""
    if len(found) > 1:
        first_rank = {titles.folded(heading.text_content()) for heading in tree.iter("h1")}
        own = [row for row in found if titles.folded(_plain(_text(row.get("headline")))) in first_rank]
        found = own or found
    return found[0] if found else {}


def _articles(tree: "HtmlElement") -> Iterator[Mapping[str, object]]:
    """Yield the JSON-LD objects of the page that are articles."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (row for row in _objects(data, 0) if _is_article(row))


def _objects(data: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _DEEPEST:
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
