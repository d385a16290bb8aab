"""Merging measured: clusters, origins, final counts, histories and conflicts, over invented and over real reports."""

import functools
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lagebild.evaluate import clusters, maverick, merging_finals, merging_origins
from lagebild.evaluate.runs import records
from lagebild.evaluate.scores import Score
from lagebild.merge import incidents
from lagebild.model import Record

NAME = "merging"
NAMES = (NAME, maverick.NAME)
REPORTS = "reports.jsonl"
_INVENTED = ("multi", "open", "held")
_CASES = "cases.jsonl"
_SHOWN = ("finals", "history", "conflicts")


class Merging:
    """The scores of merging; each set is read, extracted and merged once, when it is first asked for.

    `data` has the shared sets, `beside` is the folder of the project's own: `merging-open`, on which rules may be
    developed, `merging`, which is held back, the wordings by which reports name their sources, and the events of
    MAVERICK that were worked out by hand.
    """

    def __init__(self, data: Path, beside: Path) -> None:
        """Keep where the sets are; nothing runs yet."""
        self._data = data
        self._beside = beside

    @functools.cached_property
    def invented(self) -> dict[str, Score]:
        """Return the scores of each folder of invented reports."""
        folders = dict(zip(_INVENTED, self._folders(), strict=True))
        if not (self._data.parent / clusters.SCORER).is_file():
            return {}
        return {f"{NAME}-{name}/both": self._invented(folder) for name, folder in folders.items() if _is_there(folder)}

    @functools.cached_property
    def real(self) -> dict[str, Score]:
        """Return the scores of each set of real reports."""
        return {f"{NAME}-{name}/en": score for name, score in clusters.measured(self._data, self._read).items()}

    @functools.cached_property
    def rivals(self) -> dict[str, dict[str, Score]]:
        """Return what the likeness of texts alone scores on each set of real reports; it takes minutes."""
        return {f"{NAME}-{name}/en": scores for name, scores in clusters.rivals(self._data, self._read).items()}

    @functools.cached_property
    def maverick(self) -> dict[str, Score]:
        """Return how the three published rule sets come out, empty where their data is absent."""
        cases = self._beside / maverick.NAME / _CASES
        found = maverick.measured(self._data, cases if cases.is_file() else None)
        return {f"{maverick.NAME}/events": score for score in found.values()}

    def golds(self) -> Iterator[tuple[str, str]]:
        """Yield the hash of the gold by set."""
        for name, folder in zip(_INVENTED, self._folders(), strict=True):
            if _is_there(folder):
                yield f"{NAME}-{name}/both", _hash(folder / clusters.INCIDENTS)
        for name in clusters.SETS:
            path = self._data / name / clusters.ARTICLES
            if path.is_file():
                yield f"{NAME}-{name}/en", _hash(path)
        path = self._data / maverick.NAME / maverick.REPORTS
        if path.is_file():
            yield f"{maverick.NAME}/events", _hash(path)

    @functools.cached_property
    def _read(self) -> Mapping[str, Sequence[Record]]:
        paths = {name: self._data / name / clusters.ARTICLES for name in clusters.SETS}
        return {name: records(path) for name, path in paths.items() if path.is_file()}

    def _folders(self) -> tuple[Path, Path, Path]:
        return self._data / "multi", self._beside / "merging-open", self._beside / "merging"

    def _invented(self, folder: Path) -> Score:
        read = records(folder / REPORTS)
        merged = incidents(read)
        score = clusters.invented(folder, self._data.parent / clusters.SCORER, merged)
        score |= merging_origins.measured(folder, read, beside=self._beside / "origins")
        told = merging_finals.measured(folder, merged, read)
        return score | {name: value for part in _SHOWN for name, value in told.get(part, {}).items()}


def _is_there(folder: Path) -> bool:
    return (folder / REPORTS).is_file() and (folder / clusters.INCIDENTS).is_file()


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
