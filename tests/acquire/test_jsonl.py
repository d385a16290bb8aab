"""JSONL keeps id, title and text to the letter; a broken line costs no other."""

import io
import json

import hypothesis.strategies as st
import pytest
from hypothesis import given

from lagebild.acquire import jsonl
from lagebild.acquire.catalogue import Unreadable
from lagebild.acquire.draft import Draft, article

TEXT = "Das ist der Text."


def _read(*lines: object, head: bytes = b"") -> list[Draft | Unreadable]:
    rows = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return list(jsonl.drafts(io.BytesIO(b"\n".join(rows)), head))


def _draft(line: object) -> Draft:
    (found,) = _read(line)
    assert isinstance(found, Draft)
    return found


@given(
    id=st.text(min_size=1), title=st.text(), text=st.text().filter(str.strip), escaped=st.booleans(), end=st.booleans()
)
def test_id_title_and_text_stay_to_the_letter(id: str, title: str, text: str, escaped: bool, end: bool) -> None:  # noqa: A002, FBT001 - the names of the fields; drawn values
    row = {"id": id, "title": title, "text": text, "language": "de"}
    line = json.dumps(row, ensure_ascii=escaped).encode() + (b"\r\n" if end else b"")
    found = article(_draft(line), None)
    assert (found.id, found.title, found.text) == (id, title, text)
    for cell in found.stated_box:
        assert found[cell.span.field][cell.span.start : cell.span.end] == cell.span.quote


@given(
    st.lists(st.sampled_from([b'{"text": "a"}', b"", b"{", b"[]", b"\xff", b'{"text": 1}', b'{"id": 5}']), max_size=9)
)
def test_every_line_that_is_not_blank_gives_an_article_or_an_error_with_its_number(lines: list[bytes]) -> None:
    found = _read(*lines)
    places = [int(row.place) for row in found if row.place]
    assert places == [number for number, line in enumerate(lines, 1) if line]
    assert sum(isinstance(row, Draft) for row in found) == lines.count(b'{"text": "a"}')


@given(st.integers(min_value=0, max_value=200))
def test_a_head_that_was_read_before_changes_nothing(cut: int) -> None:
    data = b'\n{"id": "a", "text": "b"}\n\n{"id": "c", "text": "d"}\n{"id"'
    stream = io.BytesIO(data)
    head = stream.read(cut)
    found = [row.id if isinstance(row, Draft) else row.place for row in jsonl.drafts(stream, head)]
    assert found == ["a", "c", "5"]


def test_the_other_fields_are_taken_over() -> None:
    found = _draft(
        {
            "id": "x",
            "text": TEXT,
            "url": "https://example.org/x",
            "publisher": "Der Bote",
            "published": "2025-04-28T09:00:00+02:00",
            "language": "de-AT",
            "authors": ["Ida Beispiel"],
            "group": 5,
        }
    )
    assert (found.url, found.publisher, found.authors) == ("https://example.org/x", "Der Bote", ("Ida Beispiel",))
    assert (found.published, found.published_from) == ("2025-04-28T09:00:00+02:00", "file")
    assert article(found, "2025-01-01").language == "de"
    assert article(found, "2025-01-01").published == "2025-04-28T09:00:00+02:00"


@pytest.mark.parametrize("unknown", [None, "", "0001-01-01", "0001-01-01T00:00:00Z"])
def test_the_option_dates_what_has_no_date_of_its_own(unknown: str | None) -> None:
    found = article(_draft({"id": "x", "text": TEXT, "published": unknown, "language": "de"}), "2025-01-01")
    assert (found.published, found.published_from) == ("2025-01-01", "option")


def test_a_whole_number_as_id_is_taken_by_its_digits_and_none_at_all_by_the_content() -> None:
    assert _draft({"id": 17, "text": TEXT}).id == "17"
    assert _draft({"text": TEXT}).id == _draft({"text": TEXT, "publisher": "Der Bote"}).id
    assert _draft({"text": TEXT}).id != _draft({"text": TEXT, "title": "Titel"}).id


@pytest.mark.parametrize("field", ["title", "url", "publisher", "published", "language"])
def test_a_field_of_the_wrong_type_is_named_with_its_line(field: str) -> None:
    (first, second) = _read({"id": "x", "text": TEXT}, {"id": "y", "text": TEXT, field: 5})
    assert isinstance(first, Draft)
    assert isinstance(second, Unreadable)
    assert f"'{field}'" in str(second.error("reports.jsonl"))
    assert str(second.error("reports.jsonl")).startswith("reports.jsonl:2: A11")


def test_a_line_too_long_for_an_article_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "_LONGEST_LINE", 50)
    found = _read({"id": "x", "text": "a" * 500}, {"id": "y", "text": TEXT})
    assert isinstance(found[0], Unreadable)
    assert found[0].fault.code == "A08"
    assert isinstance(found[1], Draft)
