"""Scores by the scorers that lie beside the data: they are the authority, so they are run, not copied."""

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from lagebild.evaluate.sets import GoldSet, rows

if TYPE_CHECKING:
    from lagebild.evaluate.runs import Extractions

Score: TypeAlias = dict[str, float]
_UNSUPPORTED = "A15"  # the code of an article in a language that is not read


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """Why there is no number."""

    reason: str


class Workshop:
    """The folder of the scorers, and a folder to lay extractions down in."""

    def __init__(self, scorers: Path, folder: Path) -> None:
        """Keep both; the scorers need not be there before they are asked."""
        self._scorer = scorers / "score.py"
        self._baseline = scorers / "baseline.py"
        self._folder = folder

    def score(self, of: GoldSet, found: "Extractions") -> Score | Unmeasured:
        """Return the scores of these extractions, as the scorer prints them."""
        languages = {row["article"]["language"] for row in found.records.values()}
        if of.language not in languages:
            unread = [line for line in found.errors if f" {_UNSUPPORTED} " in line]
            return Unmeasured((unread or [f"no record in the language {of.language!r}"])[0])
        run = self._run(of, found.records.values(), "--json")
        if isinstance(run, Unmeasured):
            failed = [line for line in found.errors if f" {_UNSUPPORTED} " not in line]
            return Unmeasured("\n".join([run.reason, *failed[:3]]))
        return dict(json.loads(run))

    def misses(self, of: GoldSet, found: "Extractions") -> list[str]:
        """Return the lines of what was missed and made up, by name."""
        run = self._run(of, found.records.values(), "--misses")
        lines = [] if isinstance(run, Unmeasured) else run.splitlines()
        return [line for line in lines if line.startswith(("missed ", "made up "))]

    def baseline(self, of: GoldSet) -> Score:
        """Return the scores of the regular expression that is to be beaten, empty where it is not there."""
        if not self._baseline.is_file():
            return {}
        found = _python(self._baseline, str(of.articles))
        run = self._run(of, map(json.loads, found.stdout.splitlines()), "--json")
        return {} if isinstance(run, Unmeasured) else dict(json.loads(run))

    def _run(self, of: GoldSet, records: Iterable[dict[str, Any]], form: str) -> str | Unmeasured:
        if not self._scorer.is_file():
            return Unmeasured(f"the scorer is absent: {self._scorer}")
        path = self._folder / "extractions.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        by = ["--by", of.by] if of.by and form == "--json" else []
        only = ["--only", f"language={of.language}"]
        run = _python(self._scorer, str(of.articles), str(of.gold), str(path), form, *only, *by)
        if run.returncode:
            return Unmeasured(run.stderr.strip() or f"the scorer ended with {run.returncode}")
        return run.stdout


def _python(script: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - the scorers beside the data that the user named
        [sys.executable, str(script), *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )


def gold_boxes(of: GoldSet) -> dict[str, dict[str, Any]]:
    """Return the gold fact boxes by article."""
    return {row["id"]: row["box"] for row in rows(of.gold)}
