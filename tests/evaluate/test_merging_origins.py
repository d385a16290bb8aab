"""Pairs of one origin and citations are counted against the gold."""

import json
from pathlib import Path
from typing import Any

import pytest

from lagebild.evaluate.merging_origins import measured, misses
from lagebild.model import Record
from tests.merge.test_origins import courier, relay, told
from tests.merge.texts import AGENCY, INDEPENDENT, TOUCHED, report

CITATION: dict[str, Any] = {"incident": "korsu", "report": "relay", "quotes": "courier", "outlet": "Korsu Courier"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder with the gold of one incident."""
    incident: dict[str, Any] = {
        "incident": "korsu",
        "reports": ["a", "b", "c", "courier", "relay"],
        "also_in": [],
        "origins": [["a", "b"], ["courier", "relay"]],
        "history": [],
    }
    rows: dict[str, list[dict[str, Any]]] = {
        "reports": [{"id": name, "language": "de"} for name in ("a", "b", "c", "courier", "relay")],
        "incidents": [incident],
        "citations": [CITATION | {"original_source": "Küstenwache"}, CITATION | {"original_source": "Reederei"}],
    }
    for name, found in rows.items():
        (tmp_path / f"{name}.jsonl").write_text("\n".join(json.dumps(row) for row in found), encoding="utf-8")
    return tmp_path


def records() -> tuple[Record, ...]:
    texts = {"a": AGENCY, "b": TOUCHED, "c": INDEPENDENT}
    return (*(told(report(name, text)) for name, text in texts.items()), courier(), relay())


def test_pairs_and_citations_that_are_right_are_counted(data: Path, tmp_path: Path) -> None:
    score = measured(data, records(), beside=tmp_path)
    assert score == {"pairs_p": 1.0, "pairs_r": 1.0, "pairs_f1": 1.0, "citation_right": 0.5}


def test_what_is_missed_and_made_up_is_named(data: Path, tmp_path: Path) -> None:
    without = [record for record in records() if record.article.id != "b"]
    copied = told(report("b", INDEPENDENT))
    assert list(misses(data, [*without, copied], beside=tmp_path)) == [
        "missed a and b",
        "made up b and c",
        "cited relay: Korsu Courier",
    ]


def test_there_is_no_score_without_the_set(tmp_path: Path) -> None:
    assert measured(tmp_path, records()) == {}
