"""Whether reports that go back to one text are found, and whom a report has its news from, against invented reports."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from lagebild.evaluate.events import Share
from lagebild.evaluate.origins import Gold, bare, gold
from lagebild.evaluate.scores import Score
from lagebild.evaluate.sets import rows
from lagebild.merge.origins import Origins, origins
from lagebild.model import Record

Row: TypeAlias = Mapping[str, Any]
Pair: TypeAlias = tuple[str, str]

_INCIDENTS = "incidents.jsonl"
_BESIDE = Path(__file__).parents[3] / "evaluation" / "origins"


def measured(folder: Path, records: Sequence[Record], *, beside: Path = _BESIDE) -> Score:
    """Return how well origins are found over the incidents of a folder of reports, empty where it has no gold.

    Pairs of reports of one incident that share an origin: precision, recall and F1. Citations: the share whose outlet,
    its report where there is one, and whose own source are right; `beside` is the folder that has the wordings by which
    reports name their sources.
    """
    of = gold(folder, beside)
    if of is None:
        return {}
    graph = origins(records)
    wanted, found = pairs(rows(folder / _INCIDENTS), graph)
    right = len(wanted & found)
    precision, recall = right / (len(found) or 1), right / (len(wanted) or 1)
    citations = Share()
    for row in of.citations:
        citations.add(right=is_cited(of, row, graph))
    f1 = 2 * precision * recall / ((precision + recall) or 1)
    return {"pairs_p": precision, "pairs_r": recall, "pairs_f1": f1, "citation_right": citations.value}


def pairs(incidents: Iterable[Row], graph: Origins) -> tuple[set[Pair], set[Pair]]:
    """Return the pairs of reports of one incident that share an origin: those of the gold, and those of the graph."""
    wanted: set[Pair] = set()
    found: set[Pair] = set()
    for incident in incidents:
        for group in incident["origins"]:
            wanted |= set(itertools.combinations(sorted(group), 2))
        reports = sorted(incident["reports"] + incident["also_in"])
        found |= {(one, other) for one, other in itertools.combinations(reports, 2) if _is_one(graph, one, other)}
    return wanted, found


def _is_one(graph: Origins, one: str, other: str) -> bool:
    return graph.of(one).id == graph.of(other).id


def is_cited(of: Gold, row: Row, graph: Origins) -> bool:
    """Tell whether a report has its news from the right report or outlet, and that from the right source."""
    part = graph.among([row["report"]])
    names = {node.id: node.name for node in part.nodes}
    wanted = {row["quotes"]} if row["quotes"] else {f"outlet:{row['outlet']}", f"agency:{row['outlet']}"}
    cited = {edge.giver for edge in part.edges if edge.how in {"citation", "translation"}} & wanted
    said = {bare(names[edge.giver]) for edge in part.edges if edge.how == "said_by" and edge.taker in cited}
    return bool(said & of.names(row["report"], row["original_source"]))


def misses(folder: Path, records: Sequence[Record], *, beside: Path = _BESIDE) -> Iterator[str]:
    """Yield a line for each pair that is missed or made up, and for each citation that is not right."""
    of = gold(folder, beside)
    if of is None:
        return
    graph = origins(records)
    wanted, found = pairs(rows(folder / _INCIDENTS), graph)
    yield from (f"missed {one} and {other}" for one, other in sorted(wanted - found))
    yield from (f"made up {one} and {other}" for one, other in sorted(found - wanted))
    yield from (f"cited {row['report']}: {row['outlet']}" for row in of.citations if not is_cited(of, row, graph))
