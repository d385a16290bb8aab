"""The articles of one file, by its kind."""

import json
import re
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from typing import BinaryIO, cast

from lagebild.acquire import decoding, jsonl, plain
from lagebild.acquire.catalogue import EMPTY, NOT_OPENED, TOO_LARGE, Unreadable
from lagebild.acquire.draft import MOST_CHARACTERS, Draft, digest
from lagebild.acquire.inputs import Input, Kind

_MOST_BYTES: dict[str, int] = {"text": 4 * MOST_CHARACTERS + 4, "page": 16_000_000, "word": 64_000_000}
_HEAD = 1 << 16
_PAGE = re.compile(rb"(?i)<(?:!doctype\s+html|html|head|body|article|div|p|h1)\b")
_PAGE_HEAD = 4096
_ZIP = b"PK\x03\x04"


def drafts(source: Input, stdin: BinaryIO | None) -> Iterator[Draft | Unreadable]:
    """Yield the articles of a file or of standard input, or the reasons why there are none."""
    try:
        opened = nullcontext(stdin or sys.stdin.buffer) if source.path is None else source.path.open("rb")
        with opened as stream:
            yield from _drafts(cast("BinaryIO", stream), source.kind)
    except Unreadable as problem:
        yield problem
    except OSError as error:
        yield Unreadable(NOT_OPENED, error.strerror or type(error).__name__)


def _drafts(stream: BinaryIO, kind: Kind | None) -> Iterator[Draft | Unreadable]:
    head = b""
    if kind is None:
        head = _head(stream)
        kind = _kind_of(head)
    if kind == "jsonl":
        yield from jsonl.drafts(stream, head)
        return
    limit = _MOST_BYTES[kind]
    data = head + stream.read(limit + 1 - len(head))
    if not data:
        raise Unreadable(EMPTY)
    if len(data) > limit:
        raise Unreadable(TOO_LARGE)
    yield _draft(data, kind)


def _draft(data: bytes, kind: Kind) -> Draft:
    if kind == "text":
        title, text = plain.split(decoding.text(data))
        sha256 = digest(data)
        return Draft(id=sha256[:16], title=title, text=text, sha256=sha256)
    if kind == "page":
        from lagebild.acquire import page  # noqa: PLC0415 - trafilatura takes time that no other input needs

        return page.draft(data)
    if kind == "word":
        from lagebild.acquire import word  # noqa: PLC0415 - as above

        return word.draft(data)
    raise AssertionError(kind)


def _head(stream: BinaryIO) -> bytes:
    """Return the first line that is not blank, with what stands before it, or as much of it as tells the kind."""
    head = b""
    while len(head) < _HEAD and not head.strip():
        line = stream.readline(_HEAD)
        if not line:
            break
        head += line
    return head


def _kind_of(head: bytes) -> Kind:
    if head.startswith(_ZIP):
        return "word"
    bare = head.removeprefix(b"\xef\xbb\xbf")
    if bare.lstrip().startswith(b"<") and _PAGE.search(bare[:_PAGE_HEAD]):
        return "page"
    if bare.lstrip().startswith(b"{") and (len(head) >= _HEAD or _is_object(bare)):
        return "jsonl"
    return "text"


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return bool(re.match(rb"\s*\{\s*\"\w+\"\s*:", line))
