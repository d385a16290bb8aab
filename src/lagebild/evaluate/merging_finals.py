"""Final counts, histories and conflicts of merged incidents, against the incidents of `multi`.

A gold incident is compared with the merged one that shares most of its reports. A final count is right where low and
high are; a row of the history where a version has its measure, low, high and qualifier. A conflict is right where it is
of the same measure; beside it, whether two of its sides are sides of the gold one, by name (as the reports write it,
`evaluation/origins/wordings.jsonl`), or by the kind of source.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from lagebild.evaluate.events import Share
from lagebild.evaluate.origins import bare
from lagebild.evaluate.scores import Score
from lagebild.evaluate.sets import rows
from lagebild.merge.clusters import Cluster
from lagebild.merge.origins import origins
from lagebild.merge.reconcile import reconciled
from lagebild.merge.view import view
from lagebild.model import Conflict, Incident, Mention, MergedIncident, Record, Side, Version

Row: TypeAlias = Mapping[str, Any]
Pair: TypeAlias = tuple[Row, MergedIncident | None]

MEASURES = ("killed", "injured", "missing", "casualties")
_OWN = MEASURES[:3]
_WORDINGS = Path(__file__).parents[3] / "evaluation" / "origins" / "wordings.jsonl"
_STATE = frozenset({"government", "military", "police"})
_SIDES = 2


@dataclass(frozen=True, slots=True)
class Gold:
    """The incidents, and how each report names a source."""

    incidents: tuple[Row, ...]
    wordings: tuple[Row, ...]

    def names(self, incident: Row, source: str) -> frozenset[str]:
        """Return the names that a source has in the reports of an incident."""
        told = {*incident["reports"], *incident["also_in"]}
        found = [row["names"] for row in self.wordings if row["report"] in told and row["source"] == source]
        return frozenset(map(bare, (source, *(name for names in found for name in names))))


def gold(folder: Path) -> Gold | None:
    """Return the gold of a folder of reports; None where it has none."""
    path = folder / "incidents.jsonl"
    if not path.is_file():
        return None
    return Gold(tuple(rows(path)), tuple(rows(_WORDINGS)) if _WORDINGS.is_file() else ())


def measured(folder: Path, incidents: Sequence[MergedIncident], records: Sequence[Record]) -> dict[str, Score]:
    """Return the shares of final counts, of rows of history, and precision and recall of conflicts.

    `final` is over the cells that the gold fills, `final_all` over all, empty ones too, `final_own` over the killed,
    injured and missing of incidents that have reports of their own.
    """
    of = gold(folder)
    if of is None:
        return {}
    pairs = paired(of.incidents, incidents)
    return {
        "finals": _finals(pairs),
        "history": _histories(pairs),
        "conflicts": _conflicts(of, pairs, records),
    }


def misses(folder: Path, incidents: Sequence[MergedIncident], records: Sequence[Record]) -> Iterator[str]:
    """Yield a line for each final count and each conflict that is not right."""
    of = gold(folder)
    for row, incident in paired(of.incidents, incidents) if of is not None else ():
        for measure in MEASURES:
            if _final(incident, measure) != _given(row, measure):
                yield f"{row['incident']} {measure}: {_final(incident, measure)}, gold {_given(row, measure)}"
        if of is not None:
            _, missed, made_up = _matched(of, row, incident, records)
            yield from (f"{row['incident']} conflict missed: {each['measure']} {each['between']}" for each in missed)
            yield from (f"{row['incident']} conflict made up: {_named(each)}" for each in made_up)


def by_gold(folder: Path, records: Sequence[Record]) -> tuple[MergedIncident, ...]:
    """Return the incidents with the gold's own clusters: reconciling alone, whatever merging does.

    An incident that a report tells of beside its own is the one of that place or day in its record.
    """
    of = gold(folder)
    known = {record.article.id: record for record in records}
    graph = origins(records)
    made = []
    for row in of.incidents if of is not None else ():
        told = [Mention(article) for article in row["reports"] if article in known]
        told += [mention for article in row["also_in"] if article in known for mention in _beside(row, known[article])]
        if told:
            made.append(
                view(Cluster(row["incident"], tuple(told)), known, graph, reconciled(told, known, graph)),
            )
    return tuple(made)


def _beside(row: Row, record: Record) -> Iterator[Mention]:
    for incident in record.incidents:
        if not incident.main and _is_it(row, incident):
            yield Mention(record.article.id, incident.id)


def _is_it(row: Row, incident: Incident) -> bool:
    there = incident.place is not None and (incident.place.name in row["place"] or row["place"] in incident.place.name)
    if incident.time is None:
        return there
    size = min(len(incident.time.start), len(row["date"]))
    return incident.time.start[:size] == row["date"][:size] and (there or incident.place is None)


def paired(gold_rows: Sequence[Row], incidents: Sequence[MergedIncident]) -> list[Pair]:
    """Return each gold incident with the merged one that shares most of its reports, each merged one once."""
    scores = sorted(
        ((_shared(row, incident), n, m) for n, row in enumerate(gold_rows) for m, incident in enumerate(incidents)),
        reverse=True,
    )
    taken: dict[int, int] = {}
    for score, n, m in scores:
        if score > 0 and n not in taken and m not in taken.values():
            taken[n] = m
    return [(row, incidents[taken[n]] if n in taken else None) for n, row in enumerate(gold_rows)]


def _shared(row: Row, incident: MergedIncident) -> float:
    own, beside = set(row["reports"]), set(row["also_in"])
    mine, others = set(incident.reports), {mention.article for mention in incident.mentions} - set(incident.reports)
    both = len(own | beside | mine | others)
    return (len(own & mine) + len(beside & others)) / both if both else 0.0


def _given(row: Row, measure: str) -> tuple[int | None, int | None] | None:
    final = row["final"][measure]
    return (final["low"], final["high"]) if final is not None else None


def _final(incident: MergedIncident | None, measure: str) -> tuple[int | None, int | None] | None:
    for estimate in incident.estimates if incident is not None else ():
        if (estimate.measure, estimate.group, estimate.policy) == (measure, (), "latest"):
            if estimate.qualifier == "vague":
                return None
            return estimate.low, estimate.high
    return None


def _finals(pairs: Iterable[Pair]) -> Score:
    shares = {name: Share() for name in ("final_all", "final_own", "final")}
    for row, incident in pairs:
        for measure in MEASURES:
            given = _given(row, measure)
            right = _final(incident, measure) == given
            shares["final_all"].add(right=right)
            if row["reports"] and measure in _OWN:
                shares["final_own"].add(right=right)
            if given is not None:
                shares["final"].add(right=right)
                shares.setdefault(f"final_{measure}", Share()).add(right=right)
    return {name: share.value for name, share in shares.items()}


def _histories(pairs: Iterable[Pair]) -> Score:
    """Return precision and recall of the rows of history, and how many of those found stand in the right report."""
    right = told = wanted = 0
    there = Share()
    for row, incident in pairs:
        versions = [version for version in (incident.history if incident is not None else ()) if _is_row(version)]
        given = {_counted(each): each["origin_report"] for each in row["history"]}
        found: dict[tuple[Any, ...], set[str]] = {}
        for version in versions:
            counted = (version.measure, version.low, version.high, version.qualifier)
            found.setdefault(counted, set()).update(version.reports)
        right, told, wanted = right + len(given.keys() & found.keys()), told + len(found), wanted + len(given)
        for counted in given.keys() & found.keys():
            there.add(right=given[counted] in found[counted])
    precision, recall = right / told if told else 1.0, right / wanted if wanted else 1.0
    return {"history_precision": precision, "history_recall": recall, "history_in_report": there.value}


def _is_row(version: Version) -> bool:
    """Return whether a version is a number of the whole incident, or of a side of it, that somebody asserts."""
    return version.standing not in {"part", "denied"} and version.measure != "survived"


def _counted(row: Row) -> tuple[Any, ...]:
    return row["measure"], row["low"], row["high"], row["qualifier"]


def _conflicts(of: Gold, pairs: Iterable[Pair], records: Sequence[Record]) -> Score:
    right = missed = made_up = 0
    agreed = Share()
    for row, incident in pairs:
        found, lost, wrong = _matched(of, row, incident, records)
        right, missed, made_up = right + len(found), missed + len(lost), made_up + len(wrong)
        for _, agrees in found:
            agreed.add(right=agrees)
    return {
        "conflict_precision": right / (right + made_up) if right + made_up else 1.0,
        "conflict_recall": right / (right + missed) if right + missed else 1.0,
        "conflict_sides": agreed.value,
    }


def _matched(
    of: Gold, row: Row, incident: MergedIncident | None, records: Sequence[Record]
) -> tuple[list[tuple[Row, bool]], list[Row], list[Conflict]]:
    """Return the gold conflicts found and whether two of their sides are right, those missed, and those made up.

    Those whose sides agree are matched first, then others of the same measure.
    """
    left = list(incident.conflicts) if incident is not None else []
    found: list[tuple[Row, bool]] = []
    missed = list(row["conflicts"])
    for strict in (True, False):
        for each in tuple(missed):
            names = [of.names(row, side) for side in each["between"]]
            alike = [one for one in left if one.measure == each["measure"]]
            like = next((one for one in alike if not strict or _agree(one, names, records)), None)
            if like is not None:
                left.remove(like)
                missed.remove(each)
                found.append((each, strict))
    return found, missed, left


def _agree(conflict: Conflict, names: Sequence[frozenset[str]], records: Sequence[Record]) -> bool:
    """Return whether two sides are among the gold's: those of the same name first, then those of the same kind."""
    sides = list(conflict.sides)
    left = list(names)
    for side in conflict.sides:
        same = next((each for each in left if bare(side.name) in each), None)
        if same is not None:
            left.remove(same)
            sides.remove(side)
    for side in tuple(sides):
        alike = next((each for each in left if _is_alike(side, each, records)), None)
        if alike is not None:
            left.remove(alike)
            sides.remove(side)
    return len(conflict.sides) - len(sides) >= _SIDES


def _is_alike(side: Side, names: frozenset[str], records: Sequence[Record]) -> bool:
    kinds = {
        source.kind
        for record in records
        for figure in record.figures
        for source in figure.sources
        if bare(source.name) in names
    }
    return side.kind in kinds or (side.kind in _STATE and bool(kinds & _STATE))


def _named(conflict: Conflict) -> str:
    sides = "; ".join(f"{side.name} {side.low}-{side.high}" for side in conflict.sides)
    return f"{conflict.measure} {'+'.join(conflict.group)} {sides}"
