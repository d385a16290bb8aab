"""Final counts, history and conflicts are scored against the incidents of a set."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from lagebild.evaluate.merging_finals import by_gold, measured, misses
from tests.merge.telling import report, says

RULERS, GUARD = "Innenministerium/government", "Küstenwache/emergency"
RECORDS = [
    report("de-a", "1 08:00", says("killed", 3, "Drei Tote.", RULERS)),
    report(
        "de-b",
        "2 08:00",
        says("killed", 7, "Sieben Tote.", RULERS),
        says("killed", 9, "Neun Tote.", "Anwohner/witness"),
    ),
]
INCIDENT = {
    "incident": "fire",
    "place": "Kolm",
    "date": "2026-03-01",
    "reports": ["de-a", "de-b"],
    "also_in": [],
    "final": {"killed": {"low": 7, "high": 7}, "injured": {"low": 2, "high": 2}, "missing": None, "casualties": None},
    "history": [
        {"measure": "killed", "low": 3, "high": 3, "qualifier": "exact", "origin_report": "de-a"},
        {"measure": "killed", "low": 7, "high": 7, "qualifier": "exact", "origin_report": "de-a"},
        {"measure": "killed", "low": 8, "high": 8, "qualifier": "exact", "origin_report": "de-a"},
    ],
    "conflicts": [
        {"measure": "killed", "between": ["Innenministerium", "Anwohner"]},
        {"measure": "killed", "between": ["Feuerwehr", "Anwohner"]},
    ],
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "incidents.jsonl").write_text(json.dumps(INCIDENT), encoding="utf-8")
    return tmp_path


def test_scores(data: Path) -> None:
    score = measured(data, by_gold(data, RECORDS), RECORDS)
    assert score["finals"]["final"] == 0.5
    assert score["finals"]["final_all"] == 0.75
    assert score["finals"]["final_own"] == pytest.approx(2 / 3)
    assert score["history"] == {
        "history_precision": pytest.approx(2 / 3),
        "history_recall": pytest.approx(2 / 3),
        "history_in_report": 0.5,
    }
    assert score["conflicts"] == {"conflict_precision": 1.0, "conflict_recall": 0.5, "conflict_sides": 1.0}


def test_misses_are_told_by_name(data: Path) -> None:
    found = list(misses(data, by_gold(data, RECORDS), RECORDS))
    assert found == ["fire injured: None, gold (2, 2)", "fire conflict missed: killed ['Feuerwehr', 'Anwohner']"]


def test_incidents_that_no_cluster_has_are_missed(data: Path) -> None:
    score = measured(data, (), RECORDS)
    assert score["finals"]["final"] == 0.0
    assert score["conflicts"]["conflict_recall"] == 0.0


def test_a_conflict_with_another_measure_is_made_up(data: Path) -> None:
    (incident,) = by_gold(data, RECORDS)
    other = replace(incident, conflicts=(replace(incident.conflicts[0], measure="injured"),))
    assert measured(data, [other], RECORDS)["conflicts"]["conflict_precision"] == 0.0


def test_a_conflict_of_others_is_found_with_the_wrong_sides(data: Path) -> None:
    (incident,) = by_gold(data, RECORDS)
    sides = tuple(replace(side, name="Verein", kind="organisation") for side in incident.conflicts[0].sides)
    other = replace(incident, conflicts=(replace(incident.conflicts[0], sides=sides),))
    score = measured(data, [other], RECORDS)["conflicts"]
    assert (score["conflict_precision"], score["conflict_sides"]) == (1.0, 0.0)


def test_without_data_there_is_no_number(tmp_path: Path) -> None:
    assert measured(tmp_path, (), ()) == {}
