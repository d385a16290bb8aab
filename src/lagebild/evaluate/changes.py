"""Gains and losses by name: what was found before and is not now, and the reverse."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeAlias

from lagebild.evaluate.runs import Extractions
from lagebild.evaluate.scores import Workshop, gold_boxes
from lagebild.evaluate.sets import GoldSet

_COUNTS = ("killed", "injured", "missing", "casualties")
Row: TypeAlias = dict[str, Any]
Place: TypeAlias = tuple[str, int, int, str, int | None, int | None]


class Comparison:
    """A comparison with what a revision extracted."""

    def __init__(self, workshop: Workshop, revision: str) -> None:
        """Keep the scorers, which tell what is missed and made up, and the name of the revision."""
        self._workshop = workshop
        self._revision = revision

    def labelled(self, of: GoldSet, before: Extractions, now: Extractions) -> Iterator[str]:
        """Yield the changes in a set with gold: figures found and lost, made up and gone, sources, boxes."""
        yield f"{of.key} against {self._revision}"
        old, new = (Counter(self._workshop.misses(of, each)) for each in (before, now))
        missed_before, made_before = _parted(old)
        missed_now, made_now = _parted(new)
        yield from _section("newly found", missed_before - missed_now)
        yield from _section("newly lost", missed_now - missed_before)
        yield from _section("newly made up", made_now - made_before)
        yield from _section("no longer made up", made_before - made_now)
        mine = {name: row for name, row in now.records.items() if row["article"]["language"] == of.language}
        yield from _section("sources changed", Counter(_sources(before.records, mine)))
        yield from _section("box fields changed", Counter(_boxes(before.records, mine, gold_boxes(of))))

    def unlabelled(self, before: Extractions, now: Extractions) -> Iterator[str]:
        """Yield the changes in articles without gold: figures new and gone, sources, boxes."""
        yield f"{len(now.records)} unlabelled articles against {self._revision}"
        old, new = _figures(before.records), _figures(now.records)
        yield from _section("new figures", Counter(_told(new[key]) for key in new.keys() - old.keys()))
        yield from _section("figures gone", Counter(_told(old[key]) for key in old.keys() - new.keys()))
        yield from _section("sources changed", Counter(_sources(before.records, now.records)))
        yield from _section("box fields changed", Counter(_boxes(before.records, now.records, {})))


def _section(title: str, lines: Counter[str]) -> Iterator[str]:
    if lines:
        yield f"  {title}: {lines.total()}"
        yield from (f"    {line}" for line in sorted(lines.elements()))


def _parted(lines: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    parts: dict[str, Counter[str]] = {"missed": Counter(), "made up": Counter()}
    for line, count in lines.items():
        kind = "missed" if line.startswith("missed") else "made up"
        parts[kind][line.removeprefix(kind).strip()] += count
    return parts["missed"], parts["made up"]


def _figures(records: dict[str, Row]) -> dict[Place, tuple[str, Row]]:
    """Return every figure by the article and place it stands in, and by what it says."""
    return {
        (name, claim["count"]["start"], claim["count"]["end"], claim["measure"], claim["low"], claim["high"]): (
            name,
            claim,
        )
        for name, row in records.items()
        for claim in row["claims"]
        if claim["kind"] == "figure"
    }


def _told(found: tuple[str, Row]) -> str:
    name, claim = found
    quote = " ".join(claim["evidence"]["quote"].split())
    return f"{name}: {claim['measure']} {claim['low']}..{claim['high']} | {quote}"


def _sources(before: dict[str, Row], now: dict[str, Row]) -> Iterator[str]:
    """Yield a line for each figure that both have and give another nearest source."""
    old = _figures(before)
    for key, (name, claim) in _figures(now).items():
        if key in old and _nearest(old[key][1]) != _nearest(claim):
            yield f"{name}: {_nearest(old[key][1])} → {_nearest(claim)} | {_told((name, claim)).partition(': ')[2]}"


def _nearest(claim: Row) -> str:
    return claim["sources"][0]["text"] if claim["sources"] else "none"


def _boxes(before: dict[str, Row], now: dict[str, Row], gold: dict[str, Row]) -> Iterator[str]:
    """Yield a line for each field of a box that changed, with the gold's value where there is one."""
    for name, row in now.items():
        if name not in before:
            continue
        old, new = _cells(before[name]["box"]), _cells(row["box"])
        truth = _cells(gold[name]) if name in gold else {}
        for field, value in new.items():
            if old[field] != value:
                said = f" (gold: {truth[field]})" if field in truth else ""
                yield f"{name}: {field} {old[field]} → {value}{said}"


def _cells(box: Row) -> dict[str, str]:
    place = box.get("place")
    cells = {"type": box["type"], "place": place["name"] if isinstance(place, dict) else place}
    cells |= {key: box.get(key) for key in ("country", "date")}
    for key in _COUNTS:
        count = box.get(key)
        cells[key] = f"{count['low']}..{count['high']}" if count else None
    return {key: str(value) for key, value in cells.items()}
