"""The headings of a page: those printed above the text, and those that only repeat its title for search engines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ASIDE = frozenset({"nav", "li", "a", "aside", "footer"})
_LEAST_PARAGRAPHS = 2
_PATH = re.compile(r"(?i)breadcrumb")


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """The headings of a page that are printed above its text, and those of the first rank that are not."""

    printed: Sequence[str]
    for_search: Sequence[str]


def of(tree: "HtmlElement") -> Headings:
    """Return the headings of a page.

    Printed is what has the first rank in the article; else the first of the second rank where it stands on top of the
    article; else the first rank anywhere but in the page's path; else the second rank. What stands in the page's path
    (its menu, its breadcrumbs) is there for search engines.
    """
    first = [(heading, text) for heading in tree.iter("h1") if (text := _content(heading))]
    ours = [(heading, text) for heading, text in first if not _is_aside(heading)]
    printed = [text for heading, text in ours if next(heading.iterancestors("article"), None) is not None]
    if not printed:
        second = list(_second(tree))
        on_top = [text for heading, text in second[:1] if _is_on_top(heading)]
        printed = on_top or [text for _, text in ours] or [text for _, text in second]
    kept = {text for _, text in ours if text in printed}
    return Headings(printed=printed, for_search=[text for _, text in first if text not in kept])


def _second(tree: "HtmlElement") -> Iterator[tuple["HtmlElement", str]]:
    """Yield the headings of the second rank that lead nowhere."""
    for heading in tree.iter("h2"):
        if heading.find(".//a") is None and not _is_aside(heading) and (text := _content(heading)):
            yield heading, text


def _is_on_top(heading: "HtmlElement") -> bool:
    """Tell whether a heading stands in a header or group of headings of an article with text."""
    article = next(heading.iterancestors("article"), None)
    in_header = next(heading.iterancestors("header", "hgroup"), None) is not None
    return article is not None and in_header and len(article.findall(".//p")) >= _LEAST_PARAGRAPHS


def _content(heading: "HtmlElement") -> str:
    """Return a heading's text on one line, a space between its parts."""
    parts = heading.xpath(".//text()[not(parent::script or parent::style)]")
    return " ".join(" ".join(parts).split())


def _is_aside(heading: "HtmlElement") -> bool:
    """Tell whether a heading stands in a menu, list, link, sidebar or footer of the article, or in the page's path."""
    for place in (heading, *heading.iterancestors()):
        if place.tag == "article":
            return False
        if place.tag in _ASIDE or _PATH.search(place.get("class") or ""):
            return True
    return False
