"""A file of a person's judgements: what it may say, and that what is wrong is told with its line and the way out."""

from pathlib import Path

import pytest

from lagebild.judgements import JudgementError, read, unknown
from lagebild.model import Mention

GOOD = '{"one": "a#b.txt", "other": "c.txt#i2", "same": false, "by": "Ina", "at": "2026-03-05", "note": "ein anderes"}'


def _file(folder: Path, *lines: str) -> Path:
    path = folder / "judged.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_line_is_a_judgement_on_two_mentions(tmp_path: Path) -> None:
    (judgement,) = read(_file(tmp_path, "", GOOD, ""))
    assert (judgement.one, judgement.other) == (Mention("a#b.txt"), Mention("c.txt", "i2"))
    assert (judgement.same, judgement.by, judgement.note) == (False, "Ina", "ein anderes")


def test_one_who_gives_no_name_is_a_person_all_the_same(tmp_path: Path) -> None:
    (judgement,) = read(_file(tmp_path, '{"one": "a", "other": "b", "same": true}'))
    assert judgement.by


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("same", "is no JSON"),
        ("[]", "is no JSON object"),
        ('{"one": "a", "other": "b"}', "'same' is neither true nor false"),
        ('{"one": "a", "other": "b", "same": "yes"}', "'same' is neither"),
        ('{"one": "a", "same": true}', "'other' names no article"),
        ('{"one": "a", "other": "a", "same": true}', "are the same"),
        ('{"one": "a", "other": "b", "same": true, "by": 3}', "'by' is no text"),
        ('{"one": "a", "other": "b", "same": true, "who": "x"}', "unknown field 'who'"),
    ],
)
def test_a_wrong_line_is_told_with_its_place_and_the_way_out(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(JudgementError, match=told) as error:
        read(_file(tmp_path, GOOD, line))
    assert "judged.jsonl:2: " in str(error.value)
    assert "(" in str(error.value)


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(JudgementError, match="can't be read"):
        read(tmp_path / "none.jsonl")


def test_articles_that_nobody_has_are_named_once(tmp_path: Path) -> None:
    judged = read(_file(tmp_path, GOOD, GOOD.replace("c.txt#i2", "d.txt")))
    assert list(unknown(judged, ["c.txt"])) == ["a#b.txt", "d.txt"]
