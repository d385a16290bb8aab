"""Floors: the best numbers ever reached, with the hash of the gold they were reached on."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lagebild.evaluate.scores import Score, Unmeasured
from lagebild.evaluate.tables import held

TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class Floor:
    """The floors of one set and the hash of its gold."""

    sha256: str
    numbers: dict[str, float]


def read(path: Path) -> dict[str, Floor]:
    """Return the floors by set and language; none where there is no file yet."""
    if not path.is_file():
        return {}
    content = json.loads(path.read_text(encoding="utf-8"))
    return {key: Floor(row["sha256"], row["floors"]) for key, row in content.items()}


def write(path: Path, floors: Mapping[str, Floor]) -> None:
    """Write the floors, sorted by set."""
    content = {key: {"sha256": floor.sha256, "floors": floor.numbers} for key, floor in sorted(floors.items())}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def under(
    floors: Mapping[str, Floor],
    golds: Mapping[str, str],
    scores: Mapping[str, Score | Unmeasured],
    names: tuple[str, ...],
) -> list[str]:
    """Return a line for each floor of these sets that is not held: unmeasured, on other gold, or over .01 under it.

    `golds` are the hashes of the gold by set and language.
    """
    problems = [] if floors else ["there are no floors: write them with --write-floors"]
    for key, floor in floors.items():
        if re.split("[-/]", key)[0] not in names:
            continue
        score = scores.get(key, Unmeasured("the set is absent"))
        if isinstance(score, Unmeasured):
            problems.append(f"{key}: not measured: {score.reason}")
        elif golds[key] != floor.sha256:
            problems.append(f"{key}: the gold is not the one that the floors were measured on")
        else:
            problems += [f"{key}: {line}" for line in _lower(floor.numbers, score)]
    return problems


def _lower(floors: Mapping[str, float], score: Score) -> list[str]:
    return [
        f"{name} is {score.get(name, 0.0):.4f}, more than {TOLERANCE} under its floor {floor:.4f}"
        for name, floor in floors.items()
        if score.get(name, 0.0) < floor - TOLERANCE
    ]


def raised(
    floors: Mapping[str, Floor], golds: Mapping[str, str], scores: Mapping[str, Score | Unmeasured]
) -> tuple[dict[str, Floor], list[str]]:
    """Return the floors with every number that was passed raised to it, and a line for each; none is ever lowered."""
    found, lines = dict(floors), []
    for key, score in scores.items():
        if isinstance(score, Unmeasured):
            continue
        old = floors.get(key, Floor(golds[key], {}))
        if old.sha256 != golds[key]:
            lines.append(
                f"{key}: left alone, the gold is another; remove its floors by hand and say so in the changelog"
            )
            continue
        numbers = {name: max(round(value, 4), old.numbers.get(name, 0.0)) for name, value in held(score).items()}
        found[key] = Floor(old.sha256, {**old.numbers, **numbers})
        lines += [
            f"{key}: {name} {old.numbers.get(name, 0.0):.4f} → {value:.4f}"
            for name, value in numbers.items()
            if value > old.numbers.get(name, 0.0)
        ]
    return found, lines or ["no floor was raised"]
