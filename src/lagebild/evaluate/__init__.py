"""Our numbers against gold data, by the scorers that lie beside it; floors; gains and losses by name."""

import functools
import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from lagebild.evaluate import event_scores, events, floors, maverick, merging, origins, page_scores, pages, tables
from lagebild.evaluate.causes import causes
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
        self._merging = merging.Merging(data, floor_file.parent)
        self._extracted: dict[Path, Extractions] = {}
        self._scored: dict[str, Score | Unmeasured] = {}

    def __enter__(self) -> Self:
        """Return the evaluation itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Remove what was laid down."""
        self._folder.cleanup()

    @functools.cached_property
    def sets(self) -> tuple[GoldSet, ...]:
        """Return the sets of articles asked for, one per language in them."""
        return gold_sets(self._data, self._names, Path(self._folder.name))

    @functools.cached_property
    def pages(self) -> dict[str, tuple[Score, Score]]:
        """Return the scores of real pages by country, ours and trafilatura's, empty where they are not asked for."""
        folder = self._data / pages.NAME
        if pages.NAME not in self._names or not folder.is_dir():
            return {}
        return {f"{pages.NAME}/{country}": both for country, both in page_scores.beside(folder).items()}

    @functools.cached_property
    def events(self) -> dict[str, Score]:
        """Return the scores of the event passages beside the file of floors, empty where they are not asked for."""
        if events.NAME not in self._names:
            return {}
        return event_scores.measure(self._floor_file.parent / events.NAME)

    @functools.cached_property
    def origins(self) -> dict[str, Score]:
        """Return how often reports name who is behind a figure, empty where that is not asked for or absent."""
        folder = self._data / "multi"
        found = origins.gold(folder, self._origins) if origins.NAME in self._names else None
        return origins.measured(found, self._now(folder / origins.REPORTS).records) if found is not None else {}

    @functools.cached_property
    def merging(self) -> dict[str, Score]:
        """Return the scores of merging by set, empty where they are not asked for."""
        merged = self._merging.invented | self._merging.real if merging.NAME in self._names else {}
        return merged | (self._merging.maverick if maverick.NAME in self._names else {})

    @property
    def rivals(self) -> dict[str, dict[str, Score]]:
        """Return what the likeness of texts alone scores, by set and by the way it is measured."""
        return self._merging.rivals if merging.NAME in self._names else {}

    @property
    def _origins(self) -> Path:
        return self._floor_file.parent / origins.NAME

    @functools.cached_property
    def scores(self) -> dict[str, Score | Unmeasured]:
        """Return the scores by set and language, or why there are none."""
        of_pages = {key: ours for key, (ours, _) in self.pages.items()}
        return (
            {each.key: self._score(each) for each in self.sets} | of_pages | self.events | self.origins | self.merging
        )

    def baseline(self, of: GoldSet) -> tuple[str, Score]:
        """Return what is to be beaten: another program's published numbers, or those of the regular expression."""
        return tables.TOLD.get(of.key) or ("the regular expression", self._workshop.baseline(of))

    def table(self) -> Iterator[str]:
        """Yield the lines of the tables: our numbers, those to beat, those to reach; languages side by side."""
        for name in self._absent():
            yield f"not measured: {self._data} has no set {name}"
        for _, group in itertools.groupby(self.sets, key=lambda each: each.name):
            columns: list[tables.Column] = []
            why: Iterator[str] = iter(())
            for each in group:
                score = self._score(each)
                if isinstance(score, Unmeasured):
                    yield f"{each.key}: not measured: {score.reason}"
                else:
                    rival, beat = self.baseline(each)
                    columns.append(tables.Column(each.key, score, rival if beat else "", beat))
                    why = causes(each, self._now(each.articles)) if each.scorer == "counts" else why
            if columns:
                yield from (*tables.table(columns), *why, "")
        for key, ours in (self.events | self.origins).items():
            yield from (*tables.table([tables.Column(key, ours, "", {})]), "")
        for key, ours in self.merging.items():
            rivals = [tables.Column(name, score, "", {}) for name, score in self.rivals.get(key, {}).items()]
            yield from (*tables.table([tables.Column(key, ours, "", {}), *rivals]), "")
        for key, (ours, theirs) in self.pages.items():
            yield from (*tables.table([tables.Column(key, ours, "trafilatura alone", theirs)]), "")

    def changes(self, revision: str) -> Iterator[str]:
        """Yield by name what this tree finds and a revision did not, and the reverse, in both languages."""
        folder = Path(self._folder.name)
        labelled = [each for each in self.sets if each.scorer == "figures"]
        samples = [unlabelled(self._data, folder / f"unlabelled.{code}.jsonl", code) for code in ("de", "en")]
        before = older(revision, [*samples, *dict.fromkeys(each.articles for each in labelled)])
        if isinstance(before, Unmeasured):
            yield f"not compared with {revision}: {before.reason}"
            return
        comparison = Comparison(self._workshop, revision)
        for each in labelled:
            if not isinstance(self.scores[each.key], Unmeasured):
                yield from comparison.labelled(each, before[each.articles], self._now(each.articles))
        for sample in samples:
            yield from comparison.unlabelled(before[sample], self._now(sample))

    def under_floors(self) -> list[str]:
        """Return a line for each number more than .01 under its floor, and for each set that can't be compared."""
        return floors.under(floors.read(self._floor_file), self._golds(), self.scores, self._names)

    def raise_floors(self) -> list[str]:
        """Raise each floor that a number is above, and return a line for each."""
        raised, lines = floors.raised(floors.read(self._floor_file), self._golds(), self.scores)
        floors.write(self._floor_file, raised)
        return lines

    def _absent(self) -> list[str]:
        """Return the names of the sets asked for that are not in the data folder."""
        there = {each.name.split("-")[0] for each in self.sets} | ({pages.NAME} if self.pages else set())
        there |= {name for name, found in ((events.NAME, self.events), (origins.NAME, self.origins)) if found}
        there |= {key.split("-")[0].split("/")[0] for key in self.merging}
        return [name for name in self._names if name not in there]

    def _golds(self) -> dict[str, str]:
        """Return the hash of the gold of each set."""
        golds = {each.key: each.sha256 for each in self.sets}
        folder = self._floor_file.parent / events.NAME
        golds |= {key: event_scores.gold_hash(folder, key) for key in self.events}
        golds |= {key: origins.gold_hash(self._data / "multi", self._origins) for key in self.origins}
        golds |= dict(self._merging.golds())
        return golds | {key: page_scores.gold_hash(self._data / pages.NAME / key.split("/")[1]) for key in self.pages}

    def _score(self, of: GoldSet) -> Score | Unmeasured:
        if of.key not in self._scored:
            self._scored[of.key] = self._workshop.score(of, self._now(of.articles))
        return self._scored[of.key]

    def _now(self, articles: Path) -> Extractions:
        if articles not in self._extracted:
            self._extracted[articles] = extractions(articles)
        return self._extracted[articles]
