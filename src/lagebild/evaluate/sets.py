"""Where the gold sets lie in a data folder, and which articles have no gold."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

Scorer: TypeAlias = Literal["figures", "dates", "places", "counts", "statements"]

NAMES = (
    "gold", "contrast", "multi", "krauts", "places", "gva", "airwars", "quotes", "pages", "events", "origins",
    "merging", "maverick",
)  # fmt: skip
_MIXED = {"contrast": ("passages.jsonl", "gold.jsonl", "group"), "multi": ("reports.jsonl", "gold.jsonl", None)}
_PLAIN: dict[str, tuple[str, Scorer]] = {"krauts": ("de", "dates"), "airwars": ("en", "counts")}
_SAMPLE = {"de": 300, "en": 150}


@dataclass(frozen=True, slots=True)
class GoldSet:
    """The part of a set in one language; `by` is the field whose values are scored one by one.

    The gold is a file, or a folder with a file an article.

    `scorer` says what is compared: figures and boxes, or one of the parts of the scorer of sets. `none_is_zero` where
    the gold has 0 for what an article does not tell.
    """

    name: str
    language: str
    articles: Path
    gold: Path
    by: str | None = None
    scorer: Scorer = "figures"
    none_is_zero: bool = False

    @property
    def key(self) -> str:
        """Return the name in tables and in the file of the floors."""
        return f"{self.name}/{self.language}"

    @property
    def sha256(self) -> str:
        """Return the hash of the gold."""
        files = sorted(self.gold.glob("*.json")) if self.gold.is_dir() else [self.gold]
        return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def write(path: Path, found: Iterable[dict[str, Any]]) -> Path:
    """Write objects to a file of JSON lines and return it."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in found)
    return path


def gold_sets(data: Path, names: tuple[str, ...], folder: Path) -> tuple[GoldSet, ...]:
    """Return the sets of these names that are there, one per language, German first.

    `folder` takes what is prepared of them.
    """
    return tuple(found for name in names for found in _named(data / name, name, folder))


def _named(at: Path, name: str, folder: Path) -> list[GoldSet]:
    if name in _MIXED:
        return _mixed(at, name)
    if name in _PLAIN:
        language, scorer = _PLAIN[name]
        path = at / "articles.jsonl"
        return [GoldSet(name, language, path, at / "gold.jsonl", scorer=scorer)] if path.is_file() else []
    if name == "gva":
        return [_per_incident(at, folder)] if (at / "incidents.jsonl").is_file() else []
    if name == "quotes":
        return _quoted(at, folder)
    found = sorted(at.glob("*.gold.jsonl"))
    if name == "places":
        parts = [(path, path.name.removesuffix(".gold.jsonl")) for path in found]
        return [
            GoldSet(f"places-{part}", "en", path.with_name(f"{part}.articles.jsonl"), path, scorer="places")
            for path, part in parts
        ]
    return [GoldSet(name, path.name[:2], path.with_name(f"{path.name[:2]}.articles.jsonl"), path) for path in found]


def _mixed(at: Path, name: str) -> list[GoldSet]:
    articles, gold, by = _MIXED[name]
    if not (at / articles).is_file():
        return []
    languages = sorted({row["language"] for row in rows(at / articles)})
    return [GoldSet(name, language, at / articles, at / gold, by) for language in languages]


def _per_incident(at: Path, folder: Path) -> GoldSet:
    """Return the set of the latest report of each incident, with the incident's own final counts as its gold."""
    told = {row["incident_uri"]: row for row in rows(at / "incidents.jsonl")}
    latest: dict[str, dict[str, Any]] = {}
    for row in rows(at / "articles.jsonl"):
        incident = str(row["incident"])
        if incident not in latest or (row["published"] or "") >= (latest[incident]["published"] or ""):
            latest[incident] = row
    articles = write(folder / "gva.articles.jsonl", latest.values())
    gold = write(folder / "gva.gold.jsonl", (_counts(row["id"], told[name]) for name, row in latest.items()))
    return GoldSet("gva", "en", articles, gold, scorer="counts", none_is_zero=True)


def _quoted(at: Path, folder: Path) -> list[GoldSet]:
    """Return the set of who said what, whose articles are those of another set with the numbers of its files."""
    gold, source = at / "dev", at.parent / "wikinews-de" / "articles.jsonl"
    if not gold.is_dir() or not source.is_file():
        return []
    numbers = {path.name.partition(" ")[0].removesuffix(".json") for path in gold.glob("*.json")}
    kept = (row for row in rows(source) if re.sub(r"\D", "", str(row["id"])) in numbers)
    return [GoldSet("quotes", "de", write(folder / "quotes.articles.jsonl", kept), gold, scorer="statements")]


def _counts(identity: str, incident: dict[str, Any]) -> dict[str, Any]:
    counts = {measure: incident[f"num_{measure}"] for measure in ("killed", "injured")}
    return {"id": identity} | {measure: {"low": count, "high": count} for measure, count in counts.items()}


def unlabelled(data: Path, out: Path, language: str = "de") -> Path:
    """Write articles without gold to a file and return it: always the same ones, or none where there are none."""
    source = data / {"de": "wikinews-de", "en": "gva"}[language] / "articles.jsonl"
    labelled = {row["id"] for path in (data / "gold").glob("*.articles.jsonl") for row in rows(path)}
    found = [row for row in rows(source) if row["id"] not in labelled] if source.is_file() else []
    found.sort(key=lambda row: hashlib.sha256(str(row["id"]).encode()).hexdigest())
    return write(out, found[: _SAMPLE[language]])
