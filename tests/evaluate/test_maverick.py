"""The three published rule sets over all event reports come out as worked out by hand.

The cases are small facts from the MAVERICK dataset (van Baalen and Höglund 2026, Journal of Peace Research 63(1), CC BY
4.0): per event what each rule set gives, worked out on paper from the published description of the rules.
"""

from pathlib import Path

import pytest

from lagebild.evaluate.maverick import measured, misses
from lagebild.evaluate.sets import rows
from lagebild.merge.maverick import events

CASES = Path(__file__).parents[2] / "evaluation" / "maverick" / "cases.jsonl"
SHARED = Path(__file__).parents[3] / "shared" / "data"


@pytest.mark.skipif(not (SHARED / "maverick").is_dir(), reason="not measured: ../shared/data/maverick is absent")
def test_all_events_and_the_cases_by_hand() -> None:
    (score,) = measured(SHARED, CASES).values()
    assert score == {
        "reports": 3287.0,
        "events": 2200.0,
        "several": 407.0,
        "deaths_best_differ": 185.0,
        "injuries_best_differ": 171.0,
        "by_hand": 30.0,
        "as_by_hand": 30.0,
    }


def test_without_data_there_is_no_number(tmp_path: Path) -> None:
    assert measured(tmp_path) == {}


def test_a_value_that_is_not_as_by_hand_is_told() -> None:
    told = {of: events([{"event_id": "e", "deaths_best": 3.0}], of) for of in ("informative", "conservative")}
    found = {**told, "representative": told["informative"]}
    case = {
        "event_id": "e",
        "informative": {"deaths_best": 3},
        "conservative": {"deaths_best": 2},
        "representative": {},
    }
    assert list(misses([case], found)) == ["e conservative deaths_best: 3.0, by hand 2"]  # type: ignore[arg-type]  # of the rule sets


def test_the_cases_are_thirty_events() -> None:
    assert len({case["event_id"] for case in rows(CASES)}) == 30
