"""Bytes become characters by mark, declaration or content."""

import codecs

import pytest

from lagebild.acquire import decoding
from lagebild.acquire.catalogue import Unreadable

WORDS = "Überfall in Köln – „drei“ Täter\r\n"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        WORDS.encode("utf-8-sig"),
        WORDS.encode("windows-1252"),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
    ],
)
def test_a_text_is_decoded_to_the_letter(data: bytes) -> None:
    assert decoding.text(data) == WORDS


def test_single_broken_bytes_leave_the_rest_of_utf8_as_it_is() -> None:
    assert decoding.text("Köln ".encode() * 5 + b"\xff") == "Köln " * 5 + "\ufffd"


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "ISO-8859-15", "utf-8"])
def test_a_page_is_decoded_by_its_declared_charset(charset: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body>Köln</body></html>'
    assert "Köln" in decoding.page(page.encode(charset))


@pytest.mark.parametrize("declared", ["utf-8", "klingon"])
def test_a_page_that_declares_a_wrong_charset_is_decoded_by_content(declared: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body>Köln</body></html>'
    assert "Köln" in decoding.page(page.encode("windows-1252"))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "A06"),
        (b" \n\t", "A06"),
        (b"\xef\xbb\xbf \n", "A06"),
        (b"Wort\0Wort", "A07"),
        (bytes(range(256)) * 4, "A07"),
        (b"%PDF-1.7 Wort", "A07"),
        (b"\x01\x02\x03Wort", "A07"),
        ("Köln ohne Marke".encode("utf-16-le"), "A07"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str) -> None:
    for decode in (decoding.text, decoding.page):
        with pytest.raises(Unreadable) as problem:
            decode(data)
        assert problem.value.fault.code == code
