"""The three published rule sets over MAVERICK's event reports, and how many events' reports differ on a count."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lagebild.evaluate.scores import Score
from lagebild.evaluate.sets import rows as lines
from lagebild.merge.maverick import Row, Value, divergence, events
from lagebild.vocabulary.policies import RuleSet

NAME = "maverick"
REPORTS = "reports.csv"
_TEXT = {
    "id", "event_id", "country", "election", "date_start", "date_end", "city", "location", "event_context", "target",
    "source", "source_author", "source_type", "unit_of_analysis", "aggregation",
}  # fmt: skip
_TEXT_ENDS = ("_id", "_type", "_subtype", "_party", "_violence")
_SETS: tuple[RuleSet, ...] = ("informative", "conservative", "representative")


def reports(data: Path) -> list[Row] | None:
    """Return the rows of the event reports, numbers as numbers and what is empty as None; None where there are none."""
    path = data / NAME / REPORTS
    if not path.is_file():
        return None
    with path.open(encoding="utf-8", newline="") as file:
        return [{column: _typed(column, value) for column, value in row.items()} for row in csv.DictReader(file)]


def measured(data: Path, cases: Path | None = None) -> dict[str, Score]:
    """Return how many reports and events there are, how many differ, and the share of the cases that come out.

    `cases` are events worked out by hand: JSON lines with `event_id` and, by rule set, the columns expected.
    """
    told = reports(data)
    if told is None:
        return {}
    found = {of: events(told, of) for of in _SETS}
    score: Score = {"reports": float(len(told)), "events": float(len(found["informative"]))}
    for column in ("deaths_best", "injuries_best"):
        score[f"{column}_differ"] = float(sum(value > 0 for value in divergence(told, column).values()))
    score["several"] = float(sum(row["number_of_sources"] != 1 for row in found["informative"].values()))
    if cases is not None:
        checked = list(lines(cases))
        wrong = {miss.split(" ", 1)[0] for miss in misses(checked, found)}
        score |= {"by_hand": float(len(checked)), "as_by_hand": float(len(checked) - len(wrong))}
    return {NAME: score}


def misses(
    cases: Sequence[Mapping[str, Any]], found: Mapping[RuleSet, Mapping[str, Mapping[str, Value]]]
) -> Iterator[str]:
    """Yield a line for each value that is not as worked out by hand, the event's id first."""
    for case in cases:
        for of in _SETS:
            row = found[of][case["event_id"]]
            for column, expected in case[of].items():
                if row[column] != expected:
                    yield f"{case['event_id']} {of} {column}: {row[column]!r}, by hand {expected!r}"


def _typed(column: str, value: str) -> Value:
    if value == "":
        return None
    if column in _TEXT or column.endswith(_TEXT_ENDS) or column.removeprefix("actor").isdecimal():
        return value
    return float(value)
