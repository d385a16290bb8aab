"""Why a count of the box differs from the gold's: a small classification that a program can make by itself."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeAlias

from lagebild.evaluate.runs import Extractions
from lagebild.evaluate.sets import GoldSet, rows

Row: TypeAlias = Mapping[str, Any]
Cause: TypeAlias = Literal[
    "not found", "not chosen", "another scope", "parts not added", "word, not number", "one end", "made up", "another"
]

CAUSES: dict[Cause, str] = {
    "not found": "no figure of the measure was found",
    "not chosen": "the right figure was found as the main incident's, another one was chosen as its total",
    "another scope": "the right figure was found and held for another incident, a part or a period",
    "parts not added": "figures were found whose sum is right",
    "word, not number": "a word without an upper end was read ('dozens', 'several'); the gold puts numbers to it",
    "one end": "one end of the range is right: other sources give the other",
    "made up": "the gold has none and we found one",
    "another": "other numbers were found, none of them the gold's",
}
_MEASURES = ("killed", "injured")
_MOST = 6  # figures whose sums are tried


def causes(of: GoldSet, found: Extractions) -> Iterator[str]:
    """Yield a table of the causes for which the killed and injured of a set are not exact, the most frequent first."""
    counted = {measure: Counter(_all(of, found, measure)) for measure in _MEASURES}
    totals = {measure: counter.total() for measure, counter in counted.items()}
    yield f"{of.key}, why the count of the box is not exact: " + ", ".join(f"{name} {n}" for name, n in totals.items())
    order = sorted(CAUSES, key=lambda cause: -sum(counter[cause] for counter in counted.values()))
    for cause in order:
        if any(counter[cause] for counter in counted.values()):
            yield (
                f"{'':2}{cause:18}" + "".join(f"{counted[name][cause]:7}" for name in _MEASURES) + f"  {CAUSES[cause]}"
            )


def _all(of: GoldSet, found: Extractions, measure: str) -> Iterator[Cause]:
    for row in rows(of.gold):
        record = found.records.get(row["id"])
        if row.get(measure) and record:
            cause = cause_of(row[measure], record, measure, none_is_zero=of.none_is_zero)
            if cause:
                yield cause


def cause_of(gold: Row, record: Row, measure: str, *, none_is_zero: bool) -> Cause | None:
    """Return why the box of a record differs from the gold's count of a measure, or None where it does not."""
    want = gold["low"], gold["high"]
    box = record["box"].get(measure)
    got = (box["low"], box["high"]) if box else (0, 0) if none_is_zero else None
    if got == want:
        return None
    if want == (0, 0):
        return "made up"
    figures = [row for row in record["claims"] if row["kind"] == "figure" and row["measure"] == measure]
    exact = [row for row in figures if (row["low"], row["high"]) == want]
    tests: tuple[tuple[Cause, bool], ...] = (
        ("not found", not figures),
        ("not chosen", any(row["scope"] == "main" and row["extent"] == "incident" for row in exact)),
        ("another scope", bool(exact)),
        ("one end", got is not None and (got[0] == want[0] or got[1] == want[1])),
        ("parts not added", want[0] == want[1] and want[0] in _sums(figures)),
        ("word, not number", any(row["qualifier"] == "vague" for row in figures)),
    )
    return next((cause for cause, true in tests if true), "another")


def _sums(figures: list[Row]) -> set[int]:
    """Return the sums of two or more of the first figures."""
    reached = {(0, 0)}  # a sum and the number of figures in it
    for row in figures[:_MOST]:
        if row["low"] is not None and row["low"] == row["high"]:
            reached |= {(total + row["low"], count + 1) for total, count in reached}
    return {total for total, count in reached if count > 1}
