"""Scores by the scorers that lie beside the data: they are the authority, so they are run, not copied."""

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from lagebild.evaluate.sets import GoldSet, rows, write

if TYPE_CHECKING:
    from lagebild.evaluate.runs import Extractions

Score: TypeAlias = dict[str, float]
_UNSUPPORTED = "A15"  # the code of an article in a language that is not read
_MEASURES = ("killed", "injured")
_SCORERS = {"figures": "score.py", "statements": "score_quotes.py"}
_PRF = re.compile(r"^(?P<name>.*?) +P .* F1 (?P<f1>[\d.]+)$", re.MULTILINE)
_PLACES = re.compile(
    r"gold (?P<gold>\d+) +found (?P<found>[\d.]+) +answered (?P<answered>[\d.]+)\n"
    r"within 161 km: of answered (?P<within>[\d.]+) +of all (?P<within_of_all>[\d.]+) +median error (?P<error>\S+) km"
)
_COUNTS = re.compile(
    r"^(?P<measure>\w+) +of (?P<gold>\d+): exact (?P<exact>[\d.]+) +low (?P<low>[\d.]+) +high (?P<high>[\d.]+)$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """Why there is no number."""

    reason: str


class Workshop:
    """The folder of the scorers, and a folder to lay extractions down in."""

    def __init__(self, scorers: Path, folder: Path) -> None:
        """Keep both; the scorers need not be there before they are asked."""
        self._scorers = scorers
        self._folder = folder

    def score(self, of: GoldSet, found: "Extractions") -> Score | Unmeasured:
        """Return the scores of these extractions, as the scorer prints them."""
        languages = {row["article"]["language"] for row in found.records.values()}
        if of.language not in languages:
            unread = [line for line in found.errors if f" {_UNSUPPORTED} " in line]
            return Unmeasured((unread or [f"no record in the language {of.language!r}"])[0])
        score = self._scored(of, found.records.values())
        if isinstance(score, Unmeasured):
            failed = [line for line in found.errors if f" {_UNSUPPORTED} " not in line]
            return Unmeasured("\n".join([score.reason, *failed[:3]]))
        return score

    def misses(self, of: GoldSet, found: "Extractions") -> list[str]:
        """Return the lines of what was missed and made up, by name."""
        run = self._run(of, found.records.values(), "--misses")
        lines = [] if isinstance(run, Unmeasured) else run.splitlines()
        return [line for line in lines if line.startswith(("missed ", "made up "))]

    def baseline(self, of: GoldSet) -> Score:
        """Return the scores of the regular expression that is to be beaten, empty where it is not there."""
        path = self._scorers / "baseline.py"
        if not path.is_file() or of.scorer not in {"figures", "counts"}:
            return {}
        found = _python(path, str(of.articles))
        score = self._scored(of, map(json.loads, found.stdout.splitlines()))
        return {} if isinstance(score, Unmeasured) else score

    def _scored(self, of: GoldSet, records: Iterable[dict[str, Any]]) -> Score | Unmeasured:
        run = self._run(of, records, "--json")
        if isinstance(run, Unmeasured):
            return run
        return dict(json.loads(run)) if of.scorer in {"figures", "statements"} else numbers(run)

    def _run(self, of: GoldSet, records: Iterable[dict[str, Any]], form: str) -> str | Unmeasured:
        scorer = self._scorers / _SCORERS.get(of.scorer, "score_sets.py")
        if not scorer.is_file():
            return Unmeasured(f"the scorer is absent: {scorer}")
        path = write(self._folder / "extractions.jsonl", map(_zeroed, records) if of.none_is_zero else records)
        if of.scorer == "figures":
            by = ["--by", of.by] if of.by and form == "--json" else []
            only = ["--only", f"language={of.language}"]
            run = _python(scorer, str(of.articles), str(of.gold), str(path), form, *only, *by)
        elif of.scorer == "statements":
            run = _python(scorer, str(of.gold), str(path), "--json")
        else:
            run = _python(scorer, of.scorer, str(of.gold), str(path))
        if run.returncode:
            return Unmeasured(run.stderr.strip() or f"the scorer ended with {run.returncode}")
        return run.stdout


def _zeroed(record: dict[str, Any]) -> dict[str, Any]:
    """Return the record with 0 in the box where it tells nothing."""
    none = {measure: {"low": 0, "high": 0} for measure in _MEASURES if record["box"].get(measure) is None}
    return {**record, "box": {**record["box"], **none}}


def numbers(printed: str) -> Score:
    """Return the numbers that the scorer of sets printed of dates, places or counts."""
    found = {f"{'_'.join(re.findall('[a-z]+', line['name']))}_f1": float(line["f1"]) for line in _PRF.finditer(printed)}
    if places := _PLACES.search(printed):
        found |= {name: float(value) for name, value in places.groupdict().items()}
    for line in _COUNTS.finditer(printed):
        measure = line["measure"]
        found |= {f"{measure}_{name}": float(line[name]) for name in ("gold", "exact", "low", "high")}
    return found


def _python(script: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - the scorers beside the data that the user named
        [sys.executable, str(script), *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )


def gold_boxes(of: GoldSet) -> dict[str, dict[str, Any]]:
    """Return the gold fact boxes by article."""
    return {row["id"]: row["box"] for row in rows(of.gold)}
