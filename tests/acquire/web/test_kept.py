"""Pages that are kept: asked after again, used when unchanged, never against the server's word."""

import json
import os
import time
from pathlib import Path

import pytest

from lagebild.acquire.draft import digest
from lagebild.acquire.web.kept import Kept
from lagebild.model import Article
from tests.acquire import server
from tests.acquire.server import Answer, Request, Site
from tests.acquire.web.reading import codes, read

TAGGED = {"Content-Type": "text/html; charset=utf-8", "ETag": '"1"', "Last-Modified": "Mon, 28 Apr 2025 07:00:00 GMT"}


@pytest.fixture(autouse=True)
def page(site: Site) -> None:
    """Let a page answer 304 to who has it."""

    def answer(request: Request, connection: object) -> None:
        has = request.headers.get("if-none-match") == '"1"'
        found = Answer(status=304, headers={"ETag": '"1"'}) if has else Answer(server.page(), headers=TAGGED)
        found(request, connection)  # type: ignore[arg-type]  # a socket

    site["/page"] = answer


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("*")) if folder.exists() else []


def test_a_page_that_has_not_changed_is_taken_from_disk_with_its_own_time(site: Site, tmp_path: Path) -> None:
    first = read(site.url("/page"), cache=tmp_path / "pages")
    time.sleep(1.1)
    second = read(site.url("/page"), cache=tmp_path / "pages")
    assert first == second
    assert codes(first) == [""]
    asked = site.asked("/page")
    assert "if-none-match" not in asked[0].headers
    assert asked[1].headers["if-none-match"] == '"1"'
    assert asked[1].headers["if-modified-since"] == TAGGED["Last-Modified"]


def test_the_record_has_the_hash_of_the_bytes_and_when_they_came(site: Site, tmp_path: Path) -> None:
    (found,) = read(site.url("/page"), cache=tmp_path)
    assert isinstance(found, Article)
    assert found.sha256 == digest(server.page().encode())
    assert found.retrieved is not None
    assert found.retrieved.endswith("+00:00")
    (data,) = tmp_path.glob("*.bytes")
    assert digest(data.read_bytes()) == found.sha256


def test_an_article_keeps_its_id_where_only_the_frame_of_its_page_changes(site: Site) -> None:
    site["/a"] = Answer(server.page(head="<!-- 1 --><link rel='canonical' href='/page'>"))
    site["/b"] = Answer(server.page(head="<!-- 2 --><link rel='canonical' href='/page'>"))
    first, second = read(site.url("/a"), site.url("/b"))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.id == second.id
    assert first.url == second.url == site.url("/page")
    assert (first.retrieved_from, second.retrieved_from) == (site.url("/a"), site.url("/b"))
    assert first.sha256 != second.sha256


def test_a_changed_page_is_read_anew(site: Site, tmp_path: Path) -> None:
    read(site.url("/page"), cache=tmp_path)
    site["/page"] = Answer(server.page("Drei Tote in Ulm"), headers={**TAGGED, "ETag": '"2"'})
    (found,) = read(site.url("/page"), cache=tmp_path)
    assert isinstance(found, Article)
    assert found.title == "Drei Tote in Ulm"
    assert len(kept(tmp_path)) == 2


@pytest.mark.parametrize("damage", [b"", b"{}", b"[1]", b'{"headers": 3}', b"\xff"])
@pytest.mark.parametrize("suffix", ["json", "bytes"])
def test_a_damaged_page_is_fetched_anew(site: Site, tmp_path: Path, damage: bytes, suffix: str) -> None:
    first = read(site.url("/page"), cache=tmp_path)
    (file,) = tmp_path.glob(f"*.{suffix}")
    file.write_bytes(damage)
    second = read(site.url("/page"), cache=tmp_path)
    assert codes(first) == codes(second) == [""]
    assert "if-none-match" not in site.asked("/page")[1].headers


@pytest.mark.parametrize("headers", [{"Cache-Control": "private, no-store"}, {"ETag": ""}])
def test_what_may_not_or_need_not_be_kept_is_not(site: Site, tmp_path: Path, headers: dict[str, str]) -> None:
    given = {**TAGGED, **headers}
    if not given["ETag"]:
        given = {"Content-Type": "text/html"}
    site["/page"] = Answer(server.page(), headers=given)
    assert codes(read(site.url("/page"), cache=tmp_path)) == [""]
    assert kept(tmp_path) == []


def test_a_page_that_is_reserved_later_is_not_used_and_removed(site: Site, tmp_path: Path) -> None:
    read(site.url("/page"), cache=tmp_path)
    assert kept(tmp_path)
    site["/page"] = Answer(status=304, headers={"ETag": '"1"', "TDM-Reservation": "1"})
    assert codes(read(site.url("/page"), cache=tmp_path)) == ["A32"]
    assert kept(tmp_path) == []


def test_only_the_owner_may_read_what_is_kept(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    read(site.url("/page"), cache=folder)
    assert [path.stat().st_mode & 0o077 for path in [folder, *kept(folder)]] == [0, 0, 0]


def test_what_nobody_asked_for_in_a_month_is_removed(site: Site, tmp_path: Path) -> None:
    read(site.url("/page"), cache=tmp_path)
    for path in kept(tmp_path):
        os.utime(path, (0, 0))
    Kept(tmp_path)
    assert kept(tmp_path) == []


def test_a_folder_that_cannot_be_written_is_no_error(site: Site, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert codes(read(site.url("/page"), cache=tmp_path / "file" / "pages")) == [""]


def test_nothing_of_the_article_stands_in_the_names_of_files(site: Site, tmp_path: Path) -> None:
    read(site.url("/page"), cache=tmp_path)
    (told,) = tmp_path.glob("*.json")
    assert "page" not in told.name
    assert set(json.loads(told.read_text())) == {"address", "retrieved", "sha256", "headers"}


def test_the_bytes_of_each_article_are_written_by_their_hash_where_asked(site: Site, tmp_path: Path) -> None:
    found = read(site.url("/page"), site.url("/none"), keep=tmp_path / "bytes" / "here")
    assert isinstance(found[0], Article)
    (written,) = (tmp_path / "bytes" / "here").iterdir()
    assert written.name == found[0].sha256 == digest(written.read_bytes())


def test_bytes_that_cannot_be_written_are_an_error(site: Site, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert codes(read(site.url("/page"), keep=tmp_path / "file")) == ["A36"]


def test_a_tag_that_cannot_be_sent_back_is_not_kept(site: Site, tmp_path: Path) -> None:
    site["/page"] = Answer(server.page(), headers={"Content-Type": "text/html", "ETag": '"ü"'})
    assert codes(read(site.url("/page"), cache=tmp_path)) == [""]
    assert codes(read(site.url("/page"), cache=tmp_path)) == [""]
    assert kept(tmp_path) == []


def test_an_unasked_304_is_never_taken_for_a_page(site: Site, tmp_path: Path) -> None:
    site["/page"] = Answer(status=304, headers={"ETag": '"1"', "X-Retrieved": "2025-04-28"})
    assert codes(read(site.url("/page"), cache=tmp_path)) == ["A23"]
