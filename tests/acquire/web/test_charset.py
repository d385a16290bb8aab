"""Which characters a page is written in: what the server says, what the page says, what the bytes say."""

import gzip
import zlib

import pytest

from lagebild.acquire.draft import digest
from lagebild.model import Article
from tests.acquire import server
from tests.acquire.server import Answer, Site
from tests.acquire.web.reading import read

PAGE = server.page("Größerer Brand in Köln")


def declared(charset: str) -> str:
    return server.page("Größerer Brand in Köln", head=f'<meta charset="{charset}">')


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (PAGE.encode(), "text/html; charset=utf-8"),
        (PAGE.encode("iso-8859-1"), "text/html; charset=ISO-8859-1"),
        (PAGE.encode("utf-16"), "text/html; charset=utf-8"),
        (PAGE.encode(), "text/html"),
        (PAGE.encode("cp1252"), "text/html"),
        (PAGE.encode(), "text/html; charset=iso-8859-1"),
        (PAGE.encode("cp1252"), "text/html; charset=utf-8"),
        (PAGE.encode(), "text/html; charset=klingon"),
        (PAGE.encode(), "text/html; charset=unicode_escape"),
        (PAGE.encode(), "text/html; charset=idna"),
        (PAGE.encode(), ""),
        (declared("windows-1252").encode("cp1252"), "text/html"),
        (declared("windows-1252").encode(), "text/html"),
        (declared("utf-8").encode("cp1252"), "text/html; charset=windows-1252"),
        (declared("utf-8").encode("iso-8859-15"), 'text/html; charset="iso-8859-15"'),
    ],
)
def test_umlauts_arrive_whatever_is_declared(site: Site, body: bytes, kind: str) -> None:
    site["/page"] = Answer(body, headers={"Content-Type": kind} if kind else {})
    (found,) = read(site.url("/page"))
    assert isinstance(found, Article)
    assert found.title == "Größerer Brand in Köln"
    assert "40 Kräften" in found.text


@pytest.mark.parametrize("coding", ["gzip", "deflate", "x-gzip", "identity", ""])
def test_a_packed_page_is_unpacked(site: Site, coding: str) -> None:

    packed = {"deflate": zlib.compress(PAGE.encode()), "identity": PAGE.encode(), "": PAGE.encode()}
    body = packed.get(coding, gzip.compress(PAGE.encode()))
    site["/page"] = Answer(body, headers={"Content-Type": "text/html", "Content-Encoding": coding})
    (found,) = read(site.url("/page"))
    assert isinstance(found, Article)


def test_deflate_without_its_head_and_gzip_in_parts_are_unpacked(site: Site) -> None:

    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    raw = packer.compress(PAGE.encode()) + packer.flush()
    site["/raw"] = Answer(raw, headers={"Content-Type": "text/html", "Content-Encoding": "deflate"})
    parts = gzip.compress(PAGE[:100].encode()) + gzip.compress(PAGE[100:].encode())
    site["/parts"] = Answer(parts, headers={"Content-Type": "text/html", "Content-Encoding": "gzip"})
    assert [isinstance(found, Article) for found in read(site.url("/raw"), site.url("/parts"))] == [True, True]


def test_a_page_that_was_packed_twice_is_unpacked_and_hashed_as_it_came(site: Site) -> None:
    packed = gzip.compress(PAGE.encode())
    site["/page"] = Answer(packed, headers={"Content-Type": "text/html"})
    (found,) = read(site.url("/page"))
    assert isinstance(found, Article)
    assert found.sha256 == digest(packed)
