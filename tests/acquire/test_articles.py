"""Inputs of every kind become articles or error lines, and no neighbour is lost."""

import io
import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from lagebild import acquire
from lagebild.model import Article, InputError

TITLE = "Brand in Ulm"
TEXT = "Bei einem Brand in Ulm sind am Montag zwei Menschen gestorben. Die Feuerwehr war mit 40 Kräften im Einsatz.\n"
STORY = f"{TITLE}\n{TEXT}"


def _read(inputs: Sequence[str | Path], published: str | None = None, stdin: bytes = b"") -> list[Article | InputError]:
    return list(acquire.articles([str(name) for name in inputs], published=published, stdin=io.BytesIO(stdin)))


def _one(inputs: Sequence[str | Path], published: str | None = None, stdin: bytes = b"") -> Article:
    (found,) = _read(inputs, published, stdin)
    assert isinstance(found, Article)
    return found


def _codes(found: list[Article | InputError]) -> list[str]:
    return [row.code if isinstance(row, InputError) else "" for row in found]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_a_text_file_gives_an_article(good: Path) -> None:
    article = _one([good], published="2025-04-28")
    assert (article.title, article.text, article.language) == (TITLE, TEXT, "de")
    assert (article.published, article.published_from) == ("2025-04-28", "option")
    assert len(article.sha256) == 64
    assert article.id == article.sha256[:16]


def test_without_an_option_a_text_file_has_no_date(good: Path) -> None:
    article = _one([good])
    assert (article.published, article.published_from) == (None, None)


def test_box_and_agencies_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(f"{TITLE}\nUlm (dpa) - {TEXT}Ort: Ulm\nTote: 2\n", encoding="utf-8")
    article = _one([path])
    assert article.agencies == ("dpa",)
    assert [(cell.label, cell.value) for cell in article.stated_box] == [("Ort", "Ulm"), ("Tote", "2")]
    assert all(article["text"][cell.span.start : cell.span.end] == cell.span.quote for cell in article.stated_box)


def test_the_id_of_a_file_follows_its_content_and_not_its_name(good: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(good.read_bytes())
    other = tmp_path / "other.txt"
    other.write_text(STORY + "Mehr.\n", encoding="utf-8")
    ids = [row.id for row in _read([good, copy, other]) if isinstance(row, Article)]
    assert ids[0] == ids[1] != ids[2]


def test_a_directory_gives_its_known_files_sorted_and_a_pattern_its_matches(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.md", "photo.jpg", ".hidden.txt", ".git/d.txt", "~$e.docx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Brand in {path.stem}\n{TEXT}", encoding="utf-8")
    titles = [row.title for row in _read([tmp_path]) if isinstance(row, Article)]
    assert titles == ["Brand in a", "Brand in b", "Brand in c"]
    titles = [row.title for row in _read([f"{tmp_path}/*.txt"]) if isinstance(row, Article)]
    assert titles == ["Brand in a", "Brand in b"]
    titles = [row.title for row in _read([f"{tmp_path}/**/*.md"]) if isinstance(row, Article)]
    assert titles == ["Brand in c"]


@pytest.mark.parametrize("name", ["report", "report.txt.bak"])
def test_a_file_of_an_unknown_kind_is_told_by_its_content(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(STORY, encoding="utf-8")
    assert _one([path]).title == TITLE
    path.write_text(json.dumps({"id": "x", "text": TEXT}) + "\n", encoding="utf-8")
    assert _one([path]).id == "x"
    path.write_text(f"<!DOCTYPE html><html><body><article><p>{TEXT}</p></article></body></html>", encoding="utf-8")
    assert _one([path]).text.strip() == TEXT.strip()


@pytest.mark.parametrize("kind", ["text", "page", "jsonl", "blank lines before"])
def test_standard_input_is_told_by_its_content(kind: str) -> None:
    line = json.dumps({"id": "x", "title": TITLE, "text": TEXT})
    given = {
        "text": STORY,
        "page": f"<html><head><title>{TITLE}</title></head><body><article><p>{TEXT}</p></article></body></html>",
        "jsonl": f"{line}\n",
        "blank lines before": f"\n\n{line}",
    }[kind]
    article = _one(["-"], stdin=given.encode())
    assert (article.title, article.text.strip()) == (TITLE, TEXT.strip())


def test_standard_input_of_several_lines_gives_several_articles() -> None:
    lines = [json.dumps({"id": str(number), "text": TEXT}) for number in range(3)]
    found = _read(["-"], stdin="\n".join(lines).encode())
    assert [row.id for row in found if isinstance(row, Article)] == ["0", "1", "2"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.txt", b"", "A06"),
        ("blank.txt", b" \n \n", "A06"),
        ("empty.jsonl", b"", "A06"),
        ("blank.jsonl", b"\n\n", "A06"),
        ("empty.docx", b"", "A06"),
        ("empty.html", b"", "A06"),
        ("binary.txt", b"\x00\x01\x02" * 100, "A07"),
        ("photo", b"\xff\xd8\xff\xe0" + bytes(range(256)), "A07"),
        ("large.txt", b"Wort " * 1_000_000, "A08"),
        ("rather_large.txt", b"Wort " * 250_000, "A08"),
        ("large.html", b"<p>" + b"Wort " * 4_000_000, "A08"),
        ("list.jsonl", b"[1, 2]\n", "A10"),
        ("broken.jsonl", b'{"id": "x", "text": \n', "A10"),
        ("nested.jsonl", b"[" * 100_000 + b"\n", "A10"),
        ("digits.jsonl", b'{"text": ' + b"1" * 5000 + b"}\n", "A10"),
        ("half.jsonl", b'{"text": "\\ud800 ist kein Zeichen und der Rest ist gut"}\n', "A10"),
        ("latin.jsonl", '{"text": "Köln"}\n'.encode("latin-1"), "A09"),
        ("missing.jsonl", b'{"id": "x"}\n', "A11"),
        ("null.jsonl", b'{"id": "x", "text": null}\n', "A11"),
        ("wrong.jsonl", b'{"id": "x", "text": 5}\n', "A11"),
        ("id.jsonl", b'{"id": ["x"], "text": "Das ist der Text."}\n', "A11"),
        ("noid.jsonl", b'{"id": "", "text": "Das ist der Text."}\n', "A11"),
        ("url.jsonl", b'{"id": "x", "text": "Das ist der Text.", "url": 5}\n', "A11"),
        ("authors.jsonl", b'{"id": "x", "text": "Das ist der Text.", "authors": "Ida"}\n', "A11"),
        ("notext.jsonl", b'{"id": "x", "title": "Das ist der Titel", "text": " "}\n', "A06"),
        ("page.html", b"<html><body></body></html>", "A13"),
        ("broken.html", b"<html><<<>>><body <p", "A13"),
        ("broken.docx", b"PK\x03\x04 no archive at all", "A14"),
        ("french.txt", b"Deux personnes sont mortes dans un incendie, selon la police.", "A15"),
        ("declared.jsonl", b'{"id": "x", "text": "Das ist der Text.", "language": "fr"}\n', "A15"),
        ("unknown.txt", b"Xqzt 12:30", "A16"),
    ],
)
def test_a_bad_file_is_an_error_line_between_two_good_ones(
    tmp_path: Path, good: Path, name: str, data: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = _read([good, path, good])
    assert _codes(found) == ["", code, ""]
    line = str(found[1])
    assert line.startswith(str(path))
    assert "\n" not in line


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("nowhere.txt", "A01"),
        ("nowhere/*.txt", "A02"),
        ("ftp://example.org/report", "A04"),
        ("https://ida:geheim@example.org/", "A04"),
        ("nul\0character", "A01"),
        ("x" * 5000, "A03"),
    ],
)
def test_an_input_that_is_not_there_is_an_error_line(good: Path, name: str, code: str) -> None:
    assert _codes(_read([good, name, good])) == ["", code, ""]


def test_a_directory_without_known_files_is_an_error_line(tmp_path: Path) -> None:
    assert _codes(_read([tmp_path])) == ["A05"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_an_error_line(good: Path, tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text(STORY, encoding="utf-8")
    path.chmod(0)
    assert _codes(_read([good, path, good])) == ["", "A03", ""]


def test_a_file_that_is_gone_when_read_is_an_error_line(good: Path, tmp_path: Path) -> None:
    link = tmp_path / "folder.txt"
    link.symlink_to(tmp_path / "gone.txt")
    assert _codes(_read([link, good])) == ["A01", ""]
    assert _codes(_read([f"{tmp_path}/f*.txt"])) == ["A03"]


@pytest.mark.parametrize("given", ["2025-13-45", "October 18", "gestern"])
def test_an_article_with_a_wrong_date_is_read_without_it_and_an_error_line_says_so(tmp_path: Path, given: str) -> None:
    path = tmp_path / "reports.jsonl"
    rows = [{"id": "a", "text": TEXT, "published": given}, {"id": "b", "text": TEXT, "published": "2025-04-28"}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    first, told, second = _read([path])
    assert isinstance(first, Article)
    assert (first.id, first.published, first.published_from, first.published_score) == ("a", None, None, None)
    assert isinstance(told, InputError)
    assert (told.code, told.place, given in told.reason) == ("A17", "1", True)
    assert isinstance(second, Article)
    assert second.published == "2025-04-28"


@pytest.mark.parametrize("given", ["2025-13-45", "gestern", ""])
def test_a_wrong_date_as_option_is_the_only_thing_said(good: Path, given: str) -> None:
    (found,) = _read([good], published=given)
    assert isinstance(found, InputError)
    assert (found.code, found.input) == ("A12", "--published")


def test_an_unsupported_language_is_named_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Due persone sono morte in un incendio a Torino, secondo la polizia.", encoding="utf-8")
    (found,) = _read([path])
    assert isinstance(found, InputError)
    assert "Italian" in found.reason
    assert "German" in found.reason
    assert "'language'" in found.hint


def test_the_order_of_inputs_is_kept_and_changes_nothing_else(good: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(f"Unfall in Emden\n{TEXT}", encoding="utf-8")
    assert _read([good, other]) == list(reversed(_read([other, good])))


@pytest.mark.parametrize(
    "filling",
    [
        "(",
        "dpa (",
        "dpa/",
        ". dpa/ab",
        "mit Material von dpa ",
        "dpa\n",
        "Ort: Ulm\n",
        "Ort: \n",
        "|",
        " ",
        "\n",
        "<!--->",
    ],
)
def test_a_text_full_of_one_thing_is_read_in_reasonable_time(tmp_path: Path, filling: str) -> None:
    path = tmp_path / "report"
    path.write_text(f"{STORY}\n{filling * (300_000 // len(filling))}\n{TEXT}", encoding="utf-8")
    assert _one([path]).title == TITLE
