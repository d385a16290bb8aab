"""MAVERICK's three published rule sets, which bring reports of an event to one row, and how far reports diverge.

After van Baalen and Höglund (2026), Trials and Triangulations, International Studies Quarterly 70(1), and the manual of
their package eventreport 0.1.2. Most-informative takes the most precise place and actors and the highest counts,
most-conservative the least precise and the lowest, most-representative what most reports say.
"""

import datetime as dt
import functools
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from lagebild.vocabulary.policies import Aggregation, Columns, RuleSet, maverick_columns

Value: TypeAlias = str | float | None
Row: TypeAlias = Mapping[str, Value]

INDETERMINATE = "Indeterminate"
_TIES = ("source_classification", "certain")  # the better source, then the surer event
_ACTORS = 6
_ROLES = ("initiator", "perpetrator", "intervener", "bystander")


def events(rows: Sequence[Row], rule_set: RuleSet, *, key: str = "event_id") -> dict[str, dict[str, Value]]:
    """Return one row an event, in the order of the first report of each, with the number of its reports.

    Columns that the rows do not have are left out. A value that reports leave open is a value of its own for the mode
    of words and no value for numbers and dates. A tie that nothing breaks is "Indeterminate", for numbers None.
    """
    told: dict[str, list[Row]] = {}
    for row in rows:
        told.setdefault(str(row[key]), []).append(row)
    return {event: {key: event, **_aggregated(reports, rule_set)} for event, reports in told.items()}


def divergence(rows: Sequence[Row], column: str, *, key: str = "event_id") -> dict[str, int]:
    """Return by event how many other values of a column its reports have beside one (the D-score)."""
    values: dict[str, set[Value]] = {}
    for row in rows:
        values.setdefault(str(row[key]), set()).add(row[column])
    return {event: len(found) - 1 for event, found in values.items()}


def _aggregated(reports: list[Row], rule_set: RuleSet) -> dict[str, Value]:
    event: dict[str, Value] = {}
    for columns in _columns():
        for column, precision in columns.of:
            if column in reports[0]:
                event[column] = _value(reports, column, columns.row.rule(rule_set), precision, columns.row.numeric)
    if rule_set == "representative":
        event.update(_roles(event))
    sure = [event[f"certain{n}"] for n in range(1, _ACTORS + 1) if f"certain{n}" in event]
    if sure:
        event["certain"] = sum(value for value in sure if isinstance(value, float | int))
    return {**event, "number_of_sources": float(len(reports))}


class _Filled:
    """A row of the table with its columns filled in: column and the column of its precision."""

    def __init__(self, row: Columns) -> None:
        """Fill {n} with 1 to 6 where a column has it."""
        self.row = row
        self.of = [
            (column.format(n=n), row.precision.format(n=n) if row.precision else None)
            for n in range(1, _ACTORS + 1)
            for column in row.columns
            if "{n}" in column or n == 1
        ]


@functools.cache
def _columns() -> tuple[_Filled, ...]:
    return tuple(_Filled(row) for row in maverick_columns())


def _value(reports: list[Row], column: str, rule: Aggregation, precision: str | None, numeric: bool) -> Value:  # noqa: FBT001 - a field of the table
    if rule in {"most_precise", "least_precise"} and precision is not None and precision in reports[0]:
        scores = [row[precision] for row in reports if row[precision] is not None]
        if not scores:
            return None
        wanted = (max if rule == "most_precise" else min)(scores)  # type: ignore[type-var]  # scores of one column
        found = _mode([row for row in reports if row[precision] == wanted], column)
        return None if numeric and found == INDETERMINATE else found
    if rule in {"mode", "most_precise", "least_precise"}:
        return _mode(reports, column)
    return _SIMPLE[rule]([row[column] for row in reports if row[column] is not None])


def _mode(reports: list[Row], column: str) -> Value:
    """Return the most frequent value; ties go to the report with the better source, then the surer event."""
    counts = Counter(row[column] for row in reports)
    most = max(counts.values())
    modes = {value for value, count in counts.items() if count == most}
    for tie in _TIES:
        if len(modes) > 1 and tie in reports[0]:
            among = [row for row in reports if row[column] in modes]
            best = max(_number(row[tie]) for row in among)
            modes = {row[column] for row in among if _number(row[tie]) == best}
    return next(iter(modes)) if len(modes) == 1 else INDETERMINATE


def _number(value: Value) -> float:
    return float(value) if value is not None else float("-inf")


def _most_frequent(values: Sequence[Value]) -> list[Value]:
    counts = Counter(values)
    return [value for value, count in counts.items() if count == max(counts.values())]


def _mode_number(values: Sequence[Value]) -> Value:
    return min(map(_number, _most_frequent(values))) if values else None


def _mode_binary(values: Sequence[Value]) -> Value:
    return max(map(_number, _most_frequent(values))) if values else None


def _mode_date(values: Sequence[Value]) -> Value:
    """Return the most frequent day, or the mean of those in a tie, rounded to the earlier day."""
    if not values:
        return None
    days = [dt.date.fromisoformat(str(value)).toordinal() for value in _most_frequent(values)]
    return dt.date.fromordinal(sum(days) // len(days)).isoformat()


def _combine(values: Sequence[Value]) -> Value:
    """Return what the reports name, each once, in their order, without "Unknown"."""
    named = (part.strip() for value in values for part in str(value).split(";"))
    return "; ".join(dict.fromkeys(part for part in named if part and part != "Unknown"))


def _maximum(values: Sequence[Value]) -> Value:
    return max(values, default=None)  # type: ignore[type-var]  # values of one column


def _minimum(values: Sequence[Value]) -> Value:
    return min(values, default=None)  # type: ignore[type-var]  # values of one column


def _sum(values: Sequence[Value]) -> Value:
    return sum(map(_number, values))


_SIMPLE: Mapping[Aggregation, Callable[[Sequence[Value]], Value]] = {
    "maximum": _maximum,
    "minimum": _minimum,
    "mode_number": _mode_number,
    "mode_binary": _mode_binary,
    "mode_date": _mode_date,
    "combine": _combine,
    "role": _sum,
}


def _roles(event: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
    """Yield the roles of each actor from the number of reports that give him each.

    Who most reports, and nobody else as many, have begin it, began it. He took part where any report says so and none
    that he stood by, stepped in where he did not begin it, and stood by where he has no other role.
    """
    told = {(n, role): _told(event, n, role) for n in range(1, _ACTORS + 1) for role in _ROLES}
    if not any(f"actor{n}_{role}" in event for n, role in told):
        return
    began = [told[n, "initiator"] for n in range(1, _ACTORS + 1)]
    for n in range(1, _ACTORS + 1):
        begin, act, step_in, stand_by = (told[n, role] for role in _ROLES)
        first = begin > 0 and begin == max(began) and began.count(begin) == 1
        acted = act > 0 and stand_by < 1
        stepped_in = step_in > 0 and not first
        stood_by = stand_by > 0 and not (first or acted or stepped_in)
        known = event.get(f"actor{n}") is not None
        for role, value in zip(_ROLES, (first, acted, stepped_in, stood_by), strict=True):
            yield f"actor{n}_{role}", float(value) if known else None


def _told(event: Mapping[str, Value], n: int, role: str) -> float:
    value = event.get(f"actor{n}_{role}")
    return value if isinstance(value, float | int) else 0.0
