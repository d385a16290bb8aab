"""The body of an answer, unpacked as it comes and never larger than allowed."""

import zlib
from collections.abc import Iterable

import httpx

from lagebild.acquire.catalogue import BROKEN_ANSWER, TOO_MUCH, Unreadable

_GZIP = b"\x1f\x8b"
_EITHER = 32 + zlib.MAX_WBITS  # gzip or zlib, as the first bytes tell
_RAW = -zlib.MAX_WBITS
_ZLIB_METHOD = 8


def body(response: httpx.Response, largest: int, *, cut: bool = False) -> bytes:
    """Return the bytes of an answer; where they are too many raise Unreadable, or with `cut` return the first."""
    coding = response.headers.get("content-encoding", "identity").strip().lower()
    if coding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise Unreadable(BROKEN_ANSWER, f"it is packed as {coding[:40]!r}, which was not asked for")
    announced = response.headers.get("content-length", "")
    if not cut and announced.isdecimal() and int(announced[:20]) > largest:
        raise _too_much(largest)
    chunks = _counted(response.iter_raw(), largest, cut=cut)
    if coding in ("", "identity"):
        return b"".join(chunks)
    return _unpacked(chunks, largest, cut=cut)


def unzipped(data: bytes, largest: int) -> bytes:
    """Return what a gzip file holds, or the bytes themselves where they are none."""
    return _unpacked([data], largest, cut=False) if data.startswith(_GZIP) else data


def _too_much(largest: int) -> Unreadable:
    return Unreadable(TOO_MUCH, f"more than {largest:,} bytes")


def _counted(chunks: Iterable[bytes], largest: int, *, cut: bool) -> Iterable[bytes]:
    left = largest
    for chunk in chunks:
        if len(chunk) > left:
            if not cut:
                raise _too_much(largest)
            yield chunk[:left]
            return
        left -= len(chunk)
        yield chunk


def _unpacked(chunks: Iterable[bytes], largest: int, *, cut: bool) -> bytes:
    """Return gzip (of one or more members) or deflate unpacked, stopping at the limit however small it was packed."""
    found = bytearray()
    unpacker = None
    try:
        for chunk in chunks:
            rest = chunk
            while rest:
                unpacker = unpacker or zlib.decompressobj(_wrapping(rest))
                found += unpacker.decompress(rest, largest + 1 - len(found))
                if len(found) > largest:
                    if cut:
                        return bytes(found[:largest])
                    raise _too_much(largest)
                rest = unpacker.unused_data
                unpacker = None if unpacker.eof else unpacker
    except zlib.error as error:
        raise Unreadable(BROKEN_ANSWER, f"it can't be unpacked, {error}") from error
    if unpacker is not None and not cut:
        raise Unreadable(BROKEN_ANSWER, "it is packed and cut short")
    return bytes(found)


def _wrapping(data: bytes) -> int:
    """Return how deflated bytes are wrapped; some servers send "deflate" without its zlib head."""
    return _EITHER if data.startswith(_GZIP) or data[0] & 0x0F == _ZLIB_METHOD else _RAW
