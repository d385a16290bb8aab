"""Bytes → characters. Nothing else is changed: line ends, zero-width marks and compositions stay as they are."""

import codecs
import re

from lagebild.acquire.catalogue import BINARY, EMPTY, ENCODING, Unreadable

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_MAGIC = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
)
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_DECLARED = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE
)
_SINGLE_BYTE = re.compile(r"(?:windows|cp|iso)[-_]?(?:125|8859)")
_CHARSET = re.compile(r"utf[-_]?(?:8|16)|windows|cp|iso|koi8|mac|gb|big5|euc|shift|sjis|tis")  # not "unicode_escape"
_HEAD = 4096
_MOST_CONTROLS = 0.02


def text(data: bytes) -> str:
    """Return the characters of a text file: by its byte order mark, as UTF-8, or as Windows-1252.

    UTF-8 with single broken bytes stays UTF-8, the broken ones shown as U+FFFD. Raises Unreadable where the bytes are
    no text.
    """
    if not data.strip():
        raise Unreadable(EMPTY)
    if data.startswith(_MAGIC):
        raise Unreadable(BINARY)
    return _checked(_by_mark(data) or _by_content(data))


def page(data: bytes, charset: str | None = None) -> str:
    """Return the characters of an HTML page: by its byte order mark, its declared charset, or as a text file.

    `charset` is what the server declared; it counts before what the page declares itself. Bytes that are UTF-8
    throughout are no accident, and are read so where a single-byte charset was declared.
    """
    if not data.strip():
        raise Unreadable(EMPTY)
    if data.startswith(_MAGIC):
        raise Unreadable(BINARY)
    return _checked(_by_mark(data) or _by_name(data, charset) or _by_declaration(data) or _by_content(data))


def line(data: bytes) -> str:
    """Return the characters of a line of JSONL, which is UTF-8 by its standard."""
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(ENCODING, f"byte {error.start + 1} of the line is no UTF-8") from error


def _by_mark(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    return ""


def _by_declaration(data: bytes) -> str:
    found = _DECLARED.search(data[:_HEAD])
    if not found:
        return ""
    return _by_name(data, (found[1] or found[2]).decode("ascii"))


def _by_name(data: bytes, charset: str | None) -> str:
    """Return the characters by the name of a charset, or nothing where it is unknown or does not fit."""
    declared = (charset or "").lower()
    if declared in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"):
        declared = "windows-1252"  # as browsers read it
    if _SINGLE_BYTE.match(declared) and not data.isascii():
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    try:
        return data.decode(declared) if _CHARSET.match(declared) else ""
    except (UnicodeError, LookupError):
        return ""


def _by_content(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    lenient = data.decode("utf-8", errors="replace")
    whole = sum(1 for character in lenient if character > "\x7f" and character != "\ufffd")
    if whole > lenient.count("\ufffd"):
        return lenient
    try:
        return data.decode("windows-1252")
    except UnicodeDecodeError as error:
        raise Unreadable(BINARY) from error


def _checked(decoded: str) -> str:
    if "\0" in decoded or len(_CONTROLS.findall(decoded)) > _MOST_CONTROLS * len(decoded):
        raise Unreadable(BINARY)
    if not decoded.strip():
        raise Unreadable(EMPTY)
    return decoded
