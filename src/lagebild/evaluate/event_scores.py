"""The event passages of the repository, measured: by language, and the part that is held back as one line."""

import hashlib
from pathlib import Path

from lagebild.evaluate.events import NAME, measured, scores
from lagebild.evaluate.runs import extractions
from lagebild.evaluate.scores import Score
from lagebild.evaluate.sets import rows

_PARTS = {NAME: "", f"{NAME}-2": "-2", f"{NAME}-held": "-held", f"{NAME}-held-2": "-held-2"}
_HELD = "-held"
_BOTH = "both"


def measure(folder: Path) -> dict[str, Score]:
    """Return the scores of the passages in a folder: "events/de", "events-2/en" and so on, and "events-held/both".

    Of what is held back only the one number is given, so that no rule is written by its misses.
    """
    found: dict[str, Score] = {}
    for part, suffix in _PARTS.items():
        path = folder / f"passages{suffix}.jsonl"
        if not path.is_file():
            continue
        passages, gold = rows(path), rows(folder / f"gold{suffix}.jsonl")
        records = extractions(path).records
        held = suffix.startswith(_HELD)
        languages = (_BOTH,) if held else tuple(sorted({row["language"] for row in passages}))
        for language in languages:
            chosen = [row for row in passages if language in (_BOTH, row["language"])]
            numbers = scores(measured(chosen, gold, records), chosen)
            found[f"{part}/{language}"] = {"events_f1": numbers["events_f1"]} if held else numbers
    return found


def gold_hash(folder: Path, key: str) -> str:
    """Return the hash of the gold that a score was measured on."""
    suffix = _PARTS[key.split("/", maxsplit=1)[0]]
    return hashlib.sha256((folder / f"gold{suffix}.jsonl").read_bytes()).hexdigest()
