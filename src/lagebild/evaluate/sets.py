"""Where the gold sets lie in a data folder, and which articles have no gold."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NAMES = ("gold", "contrast", "multi")
_MIXED = {"contrast": ("passages.jsonl", "gold.jsonl", "group"), "multi": ("reports.jsonl", "gold.jsonl", None)}
_SAMPLE = 300


@dataclass(frozen=True, slots=True)
class GoldSet:
    """The part of a set in one language; `by` is the field whose values are scored one by one."""

    name: str
    language: str
    articles: Path
    gold: Path
    by: str | None = None

    @property
    def key(self) -> str:
        """Return the name in tables and in the file of the floors."""
        return f"{self.name}/{self.language}"

    @property
    def sha256(self) -> str:
        """Return the hash of the gold."""
        return hashlib.sha256(self.gold.read_bytes()).hexdigest()


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def gold_sets(data: Path, names: tuple[str, ...]) -> tuple[GoldSet, ...]:
    """Return the sets of these names that are there, one per language, German first."""
    return tuple(found for name in names for found in _named(data / name, name))


def _named(folder: Path, name: str) -> list[GoldSet]:
    if name in _MIXED:
        articles, gold, by = _MIXED[name]
        if not (folder / articles).is_file():
            return []
        languages = sorted({row["language"] for row in rows(folder / articles)})
        return [GoldSet(name, language, folder / articles, folder / gold, by) for language in languages]
    found = sorted(folder.glob("*.gold.jsonl"))
    return [GoldSet(name, path.name[:2], path.with_name(f"{path.name[:2]}.articles.jsonl"), path) for path in found]


def unlabelled(data: Path, out: Path) -> Path:
    """Write 300 articles without gold to a file and return it: always the same ones, or none where there are none."""
    source = data / "wikinews-de" / "articles.jsonl"
    labelled = {row["id"] for path in (data / "gold").glob("*.articles.jsonl") for row in rows(path)}
    found = [row for row in rows(source) if row["id"] not in labelled] if source.is_file() else []
    found.sort(key=lambda row: hashlib.sha256(str(row["id"]).encode()).hexdigest())
    out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found[:_SAMPLE]), encoding="utf-8")
    return out
