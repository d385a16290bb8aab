"""Whatever bytes come from the web, they give entries, pages or an Unreadable, and nothing else."""

import fnmatch
import gzip
import json
from contextlib import suppress

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.acquire.catalogue import Unreadable
from lagebild.acquire.web import content, listings, permission, unpacking
from lagebild.acquire.web.addresses import is_public, origin, parsed
from lagebild.acquire.web.fetching import Page
from lagebild.acquire.web.listings import Entry
from lagebild.acquire.web.pace import retry_after

BASE = httpx.URL("https://bote.example/list/feed.xml")
PIECES = (
    "<rss version='2.0'>", "<channel>", "<item>", "<link>", "</link>", "/a", "http://[", "</item>", "<pubDate>",
    "</pubDate>", "<!--", "-->", "<?xml version='1.0'?>", "<!DOCTYPE x [", "]>", "ä", "\0", "\ud800", "<lastmod>",
    "Mon, 28 Apr 2025 99:00:00 +9900", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "<link href='//x:y'/>",
    "<urlset>", "<url>", "<loc>", "</loc>", "</url>", "</urlset>", "<sitemapindex>", "<sitemap>", "&amp;", "&nbsp;",
    "&", "<![CDATA[", "]]>", "2025-02-30", "</lastmod>",
)  # fmt: skip
XML = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(XML, st.sampled_from(["feed", "sitemap"]))
def test_any_list_gives_entries_or_reasons(text: str, kind: listings.ListKind) -> None:
    try:
        found = list(listings.entries(text, kind, BASE))
    except Unreadable:
        return
    assert found
    for each in found:
        assert isinstance(each, Entry | Unreadable)
        if isinstance(each, Entry):
            assert each.url.scheme in {"http", "https"}
            assert each.published is None or each.published[:4].isdecimal()


@given(st.binary(max_size=300), st.sampled_from(["", "text/html", "text/plain", "application/xml", "image/png"]))
def test_any_bytes_are_of_a_kind_or_refused(data: bytes, kind: str) -> None:
    for body in (data, gzip.compress(data), b"<html>" + data, b"<rss>" + data):
        try:
            found, text = content.read(Page(BASE, body, kind, None, "2025-04-28"))
        except Unreadable:
            continue
        assert found in {"page", "text", "feed", "sitemap"}
        assert text.strip()


@given(
    st.one_of(st.text(max_size=40), st.from_regex(r"\A(https?://|//|/)?[\w.:@\[\]%-]{0,20}(:\d{0,6})?(/[^ ]{0,9})?\Z"))
)
def test_any_address_is_one_of_the_web_or_refused(text: str) -> None:
    for base in (None, BASE):
        try:
            found = parsed(text, base)
        except Unreadable:
            continue
        assert found.scheme in {"http", "https"}
        assert origin(found).startswith(f"{found.scheme}://")
        assert parsed(str(found)) == found


@given(st.ip_addresses(), st.sampled_from(["", "%eth0"]))
def test_any_number_is_public_or_not(number: object, zone: str) -> None:
    assert is_public(f"{number}{zone}" if ":" in str(number) else str(number)) in {True, False}


@given(st.ip_addresses(v=4))
def test_a_number_is_as_public_in_the_dress_of_ipv6(number: object) -> None:
    assert is_public(f"::ffff:{number}") == is_public(f"64:ff9b::{number}") == is_public(str(number))


@given(st.text(max_size=30))
def test_any_retry_after_is_a_number_of_seconds_or_none(text: str) -> None:
    found = retry_after(text)
    assert found is None or 0 <= found <= 31_536_000


@given(st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3)))
def test_any_file_of_reservations_can_be_asked(value: object) -> None:
    rows = [{"location": value, "tdm-reservation": 1}, value, {"location": "/a*b$", "tdm-reservation": value}]
    asked = permission.Permission(lambda address, _: permission.Told(200, _file(address, rows)))
    with suppress(Unreadable):
        asked.check(httpx.URL("https://bote.example/axb"))


def _file(address: str, rows: object) -> bytes:
    return json.dumps(rows).encode() if address.endswith(".json") else b""


@given(st.text(alphabet="/ab*$", max_size=8), st.text(alphabet="ab/", max_size=8))
def test_a_location_fits_as_its_pattern_says(location: str, path: str) -> None:
    bare = location.removesuffix("$")
    expected = fnmatch.fnmatchcase(f"/{path}", bare if location.endswith("$") else f"{bare}*")
    if "$" not in bare:
        assert permission._fits(location, f"/{path}") == expected  # noqa: SLF001 - it is what is claimed


@given(st.binary(max_size=2000), st.integers(min_value=1, max_value=3000))
def test_what_was_packed_is_unpacked_or_too_much(data: bytes, largest: int) -> None:
    if len(data) <= largest:
        assert unpacking.unzipped(gzip.compress(data), largest) == data
    else:
        with pytest.raises(Unreadable, match="A24"):
            unpacking.unzipped(gzip.compress(data), largest)
