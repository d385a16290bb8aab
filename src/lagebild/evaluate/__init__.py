"""Our numbers against gold data, by the scorers that lie beside it; floors; gains and losses by name."""

import functools
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from lagebild.evaluate import floors, tables
from lagebild.evaluate.changes import Comparison
from lagebild.evaluate.runs import Extractions, extractions, older
from lagebild.evaluate.scores import Score, Unmeasured, Workshop
from lagebild.evaluate.sets import NAMES, GoldSet, gold_sets, unlabelled

__all__ = ["Evaluation"]


class Evaluation:
    """A measurement of this program over the sets of a data folder; each set is read and extracted once.

    Used in a `with` block: what it lays down for the scorers is removed at its end.
    """

    def __init__(self, data: Path, names: tuple[str, ...], floor_file: Path) -> None:
        """Keep what is to be measured; nothing runs before a result is asked for."""
        self._data = data
        self._names = names or NAMES
        self._floor_file = floor_file
        self._folder = tempfile.TemporaryDirectory(prefix="lagebild-evaluate-")
        self._workshop = Workshop(data.parent / "score", Path(self._folder.name))

        self._extracted: dict[Path, Extractions] = {}

    def __enter__(self) -> Self:
        """Return the evaluation itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Remove what was laid down."""
        self._folder.cleanup()

    @functools.cached_property
    def sets(self) -> tuple[GoldSet, ...]:
        """Return the sets asked for, one per language in them."""
        return gold_sets(self._data, self._names)

    @functools.cached_property
    def scores(self) -> dict[str, Score | Unmeasured]:
        """Return the scores by set and language, or why there are none."""
        return {each.key: self._workshop.score(each, self._now(each.articles)) for each in self.sets}

    def baseline(self, of: GoldSet) -> Score:
        """Return the scores of the regular expression that is to be beaten, empty where it is absent."""
        return self._workshop.baseline(of)

    def table(self) -> Iterator[str]:
        """Yield the lines of the table: our number, the baseline's, the one to reach."""
        if not self.sets:
            yield f"not measured: {self._data} has no set {' or '.join(self._names)}"
        for each in self.sets:
            score = self.scores[each.key]
            if isinstance(score, Unmeasured):
                yield f"{each.key}: not measured: {score.reason}"
            else:
                yield from tables.lines(each.key, score, self.baseline(each))
            yield ""

    def changes(self, revision: str) -> Iterator[str]:
        """Yield by name what this tree finds and a revision did not, and the reverse."""
        sample = unlabelled(self._data, Path(self._folder.name) / "unlabelled.jsonl")
        articles = [sample, *dict.fromkeys(each.articles for each in self.sets)]
        before = older(revision, articles)
        if isinstance(before, Unmeasured):
            yield f"not compared with {revision}: {before.reason}"
            return
        comparison = Comparison(self._workshop, revision)
        for each in self.sets:
            if not isinstance(self.scores[each.key], Unmeasured):
                yield from comparison.labelled(each, before[each.articles], self._now(each.articles))
        yield from comparison.unlabelled(before[sample], self._now(sample))

    def under_floors(self) -> list[str]:
        """Return a line for each number more than .01 under its floor, and for each set that can't be compared."""
        return floors.under(floors.read(self._floor_file), self._by_key(), self.scores, self._names)

    def raise_floors(self) -> list[str]:
        """Raise each floor that a number is above, and return a line for each."""
        raised, lines = floors.raised(floors.read(self._floor_file), self._by_key(), self.scores)
        floors.write(self._floor_file, raised)
        return lines

    def _by_key(self) -> dict[str, GoldSet]:
        return {each.key: each for each in self.sets}

    def _now(self, articles: Path) -> Extractions:
        if articles not in self._extracted:
            self._extracted[articles] = extractions(articles)
        return self._extracted[articles]
