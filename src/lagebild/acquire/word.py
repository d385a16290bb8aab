"""The title and the text of a DOCX file."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lagebild.acquire import plain
from lagebild.acquire.catalogue import DOCX, EMPTY, TOO_LARGE, Unreadable
from lagebild.acquire.draft import Draft, digest

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

_LARGEST_PART = 20_000_000
_LARGEST_WHOLE = 200_000_000
_TITLE_STYLES = re.compile(r"(?i)title|titel|heading 1|überschrift 1")
_MADE_BY_PROGRAM = frozenset({"", "python-docx"})


def draft(data: bytes) -> Draft:
    """Return the article of a DOCX file: paragraphs set apart by a blank line, a table as lines of "cell | cell".

    The title is the first paragraph in a title's or heading's style, or the first line as in plain text.
    """
    document = _open(data)
    blocks = [(style, text) for style, text in _blocks(document) if text.strip()]
    if not blocks:
        raise Unreadable(EMPTY)
    style, first = blocks[0]
    rest = "\n\n".join(text for _, text in blocks[1:])
    if _TITLE_STYLES.fullmatch(style) and rest and "\n" not in first:
        title, text = first.strip(), rest
    else:
        title, text = plain.split("\n\n".join(text for _, text in blocks))
    sha256 = digest(data)
    author = (document.core_properties.author or "").strip()
    authors = () if author in _MADE_BY_PROGRAM else (author,)
    return Draft(id=sha256[:16], title=title, text=text, sha256=sha256, authors=authors)


def _open(data: bytes) -> "Document":
    import docx  # noqa: PLC0415 - loading it takes time that no other input needs

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = [(part.filename, part.file_size) for part in archive.infolist()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise Unreadable(DOCX, str(error)[:100]) from error
    text = sum(size for name, size in sizes if name.endswith((".xml", ".rels")))
    if text > _LARGEST_PART or sum(size for _, size in sizes) > _LARGEST_WHOLE:
        raise Unreadable(TOO_LARGE)
    try:
        return docx.Document(io.BytesIO(data))
    except Exception as error:  # python-docx, lxml and zlib fail in many ways on a broken file
        raise Unreadable(DOCX, type(error).__name__) from error


def _blocks(document: "Document") -> Iterator[tuple[str, str]]:
    """Yield the style and the text of paragraphs and tables, in the order of the document."""
    from docx.text.paragraph import Paragraph  # noqa: PLC0415 - as above

    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            style = block.style.name if block.style is not None else ""
            yield style or "", block.text
        else:
            yield "", "\n".join(_rows(block))


def _rows(table: "Table") -> Iterator[str]:
    for row in table.rows:
        cells = list({id(cell._tc): cell for cell in row.cells}.values())  # noqa: SLF001 - merged cells come repeatedly
        yield " | ".join(" ".join(cell.text.split()) for cell in cells)
