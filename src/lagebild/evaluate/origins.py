"""Whether figures name who is behind them, exactly as evaluation/origins/README.md says."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from lagebild.evaluate.events import Share
from lagebild.evaluate.scores import Score
from lagebild.evaluate.sets import rows

Row: TypeAlias = Mapping[str, Any]

NAME = "origins"
REPORTS = "reports.jsonl"
_FILES = ("incidents.jsonl", "citations.jsonl")
_WORDINGS = "wordings.jsonl"
_ARTICLES = frozenset({
    "der", "die", "das", "des", "dem", "den", "ein", "eine", "einen", "einem", "einer", "eines", "the", "a", "an",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gold:
    """The sources that the reports have, the outlets they pass on, and how each report itself names a source."""

    history: tuple[Row, ...]
    citations: tuple[Row, ...]
    wordings: Mapping[tuple[str, str], tuple[str, ...]]
    languages: Mapping[str, str]

    def names(self, report: str, source: str) -> frozenset[str]:
        """Return the names that are right for a source in a report."""
        return frozenset(map(bare, (source, *self.wordings.get((report, source), ()))))


def bare(name: str) -> str:
    """Return a name without capitals and the article in front; what is inflected stays so."""
    words = name.casefold().replace("’", "'").split()
    while words and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(words)


def gold(folder: Path, beside: Path) -> Gold | None:
    """Return the gold of a folder of reports, with the wordings beside the floors; None where the folder has none."""
    if not all((folder / name).is_file() for name in (REPORTS, *_FILES)):
        return None
    history = (row for incident in rows(folder / _FILES[0]) for row in incident["history"])
    told = rows(beside / _WORDINGS) if (beside / _WORDINGS).is_file() else []
    wordings = {(row["report"], row["source"]): tuple(row["names"]) for row in told}
    languages = {row["id"]: row["language"] for row in rows(folder / REPORTS)}
    return Gold(tuple(history), tuple(rows(folder / _FILES[1])), wordings, languages)


def gold_hash(folder: Path, beside: Path) -> str:
    """Return the hash of the gold."""
    files = [*(folder / name for name in _FILES), beside / _WORDINGS]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files if path.is_file())).hexdigest()


def measured(of: Gold, records: Mapping[str, Row]) -> dict[str, Score]:
    """Return the shares that are right by language ("origins/de"); `records` are by the id of the report."""
    shares: dict[str, dict[str, Share]] = {}
    for report, name, right in _judged(of, records):
        shares.setdefault(f"{NAME}/{of.languages[report]}", {}).setdefault(name, Share()).add(right=right)
    return {key: {name: share.value for name, share in found.items()} for key, found in sorted(shares.items())}


def misses(of: Gold, records: Mapping[str, Row]) -> Iterator[str]:
    """Yield a line for each row that is not right, with the names that the report's figures have."""
    for row in of.history:
        if not _is_row_right(of, row, records):
            found = [[s["name"] for s in figure["sources"]] for figure in _figures(records, row["origin_report"], row)]
            yield f"{row['origin_report']} {row['measure']} {row['low']} {row['high']}: {row['source']}, not {found}"
    for row in of.citations:
        if not _is_citation_right(of, row, records):
            yield f"{row['report']}: {row['original_source']} by {row['outlet']}"


def _judged(of: Gold, records: Mapping[str, Row]) -> Iterator[tuple[str, str, bool]]:
    """Yield report, number and whether it is right, for each row."""
    for row in of.history:
        right = _is_row_right(of, row, records)
        yield row["origin_report"], "name_right", right
        if row["source"] is not None:
            yield row["origin_report"], "named_right", right
    for row in of.citations:
        yield row["report"], "citation_right", _is_citation_right(of, row, records)


def _is_row_right(of: Gold, row: Row, records: Mapping[str, Row]) -> bool:
    figures = _figures(records, row["origin_report"], row)
    if row["source"] is None:
        return any(not figure["sources"] for figure in figures)
    names = of.names(row["origin_report"], row["source"])
    return any(names & _named(figure["sources"], "origin") for figure in figures)


def _is_citation_right(of: Gold, row: Row, records: Mapping[str, Row]) -> bool:
    origins = of.names(row["report"], row["original_source"])
    sources = [figure["sources"] for figure in _figures(records, row["report"])]
    outlet = bare(row["outlet"] or "")
    return any(origins & _named(each, "origin") and (not outlet or outlet in _named(each, "via")) for each in sources)


def _figures(records: Mapping[str, Row], report: str, like: Row | None = None) -> list[Row]:
    """Return the figures of a report, those alone that have the measure and count of a row where one is given."""
    claims: Iterable[Row] = records[report]["claims"] if report in records else ()
    figures = [claim for claim in claims if claim["kind"] == "figure"]
    return [figure for figure in figures if like is None or _counted(figure) == _counted(like)]


def _counted(row: Row) -> tuple[Any, ...]:
    return row["measure"], row["low"], row["high"]


def _named(sources: Sequence[Row], role: str) -> frozenset[str]:
    return frozenset(bare(source["name"]) for source in sources if source["role"] == role)
