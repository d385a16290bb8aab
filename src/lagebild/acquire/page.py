"""The article of an HTML page: its text by trafilatura, its title, date and outlet by what the page declares."""

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import trafilatura
from lxml import html
from trafilatura.settings import Document
from trafilatura.utils import load_html

from lagebild.acquire import declared, decoding, stated_box
from lagebild.acquire.catalogue import NO_ARTICLE, Unreadable
from lagebild.acquire.dates import published_or_none
from lagebild.acquire.draft import Draft, digest

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_GUESSED = 0.5  # how sure a date is that is nowhere declared, only read from the page's text and pictures
_WORD = re.compile(r"[^\W\d_]{2}")

for _library in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_library).addHandler(logging.NullHandler())  # what goes wrong becomes an InputError


def draft(data: bytes, *, charset: str | None = None, address: str | None = None) -> Draft:
    """Return the article of a page; tables and definition lists that are fact boxes stand in its text as lines.

    `charset` is the server's word, `address` where the page was retrieved. Raises Unreadable where the page has no
    article text.
    """
    tree = load_html(decoding.page(data, charset))
    if tree is None:
        raise Unreadable(NO_ARTICLE)
    said = declared.of(tree, address)
    _spell_out_definitions(tree)
    boxes = list(_boxes(tree))
    found = _extracted(tree)
    title = said.title or found.title or ""
    text = _with_boxes(_without_title(found.text or "", title), boxes)
    published = said.published or published_or_none(found.date)
    sha256 = digest(data)
    return Draft(
        id=sha256[:16],
        title=title,
        text=text,
        sha256=sha256,
        page_language=said.language,
        url=said.url,
        publisher=said.publisher or found.sitename,
        published=published,
        published_from=said.published_from or ("page" if published else None),
        published_score=said.published_score or (_GUESSED if published else None),
        modified=said.modified,
        authors=said.authors or tuple(name.strip() for name in (found.author or "").split(";") if name.strip()),
    )


def _extracted(tree: "HtmlElement") -> Document:
    try:
        found = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False, include_tables=True)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable(NO_ARTICLE, type(error).__name__) from error
    if not isinstance(found, Document) or not _WORD.search(found.text or ""):
        raise Unreadable(NO_ARTICLE)
    return found


def _without_title(text: str, title: str) -> str:
    """Return the text without a first line that only repeats the title."""
    first, _, rest = text.partition("\n")
    return rest if rest and " ".join(first.split()) == " ".join(title.split()) else text


def _spell_out_definitions(tree: "HtmlElement") -> None:
    """Turn a definition list that is a fact box into paragraphs of "label: value"."""
    for listing in list(tree.iter("dl")):
        pairs = list(_definitions(listing))
        if stated_box.is_box([label for label, _ in pairs]):
            box = html.Element("div")
            for label, value in pairs:
                line = html.Element("p")
                line.text = f"{label.rstrip(':')}: {value}"
                box.append(line)
            box.tail = listing.tail
            listing.getparent().replace(listing, box)


def _definitions(listing: "HtmlElement") -> Iterator[tuple[str, str]]:
    label = ""
    for element in listing.iter("dt", "dd"):
        content = " ".join(element.text_content().split())
        if element.tag == "dt":
            if label:
                yield label, ""
            label = content
        elif label:
            yield label, content
            label = ""
    if label:
        yield label, ""


def _boxes(tree: "HtmlElement") -> Iterator[list[str]]:
    """Yield the fact boxes among the page's tables as lines of "label | value"."""
    for table in tree.iter("table"):
        rows = [[" ".join(cell.text_content().split()) for cell in row.iter("td", "th")] for row in table.iter("tr")]
        pairs = [row for row in rows if len(row) == 2]  # noqa: PLR2004 - a label and its value
        if stated_box.is_box([row[0] for row in pairs]):
            yield [" | ".join(row) for row in pairs]


def _with_boxes(text: str, boxes: list[list[str]]) -> str:
    """Return the text with the fact boxes that were taken for page furniture at its end."""
    known = {(cell.label, cell.value) for cell in stated_box.cells(text)}
    for box in boxes:
        cells = stated_box.cells("\n".join(box))
        if not known & {(cell.label, cell.value) for cell in cells}:
            text = "\n".join([text, *box])
    return text
