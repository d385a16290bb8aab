"""Entries of the vocabulary and rules of figures that fire on no real text: what to mend or to remove."""

import re
import tempfile
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

import lagebild
from lagebild.evaluate.runs import extractions
from lagebild.evaluate.sets import rows, write
from lagebild.vocabulary import tables

_TEXTS = {  # real texts of each language; of the English ones, those of GVA are a sample
    "de": ("wikinews-de/articles.jsonl",),
    "en": ("stories/articles.jsonl", "places/GeoVirus.articles.jsonl", "gold/en.articles.jsonl", "gva/articles.jsonl"),
}
_MOST = 800
_RULES = {  # tables whose entries name a rule of figures
    "measure_verbs": "figure.verb.",
    "measure_nouns": "figure.noun.",
    "harm_nouns": "figure.act.",
}
_REGISTERS = {  # names of the world: that no text has one makes none dead
    "agencies", "box_labels", "demonyms", "exonyms", "institutions", "outlets", "regions", "seats",
}  # fmt: skip
_NOT_WORDS = {"id", "examples", "counter_examples"}
_PLAIN = re.compile(r"[\w -]+$")


def dead(data: Path) -> Iterator[str]:
    """Yield a line for each entry that fires on no real text of its language, with its table, in order.

    An entry of a table that gives figures fires where a figure names its rule; any other where one of its words stands
    in a text. Patterns and registers of names are not judged. One line says so where the texts are absent.
    """
    for language, names in _TEXTS.items():
        paths = [data / name for name in names if (data / name).is_file()]
        if paths:
            yield from _dead(language, paths)
        else:
            yield f"{language}: not measured: {data / names[0]} is absent"


def _dead(language: str, paths: list[Path]) -> Iterator[str]:
    texts = [row for path in paths for row in rows(path)[:_MOST]]
    text = "\n".join(f"{row['title']}\n{row['text']}" for row in texts)
    with tempfile.TemporaryDirectory(prefix="lagebild-dead-") as folder:
        found = extractions(write(Path(folder, "articles.jsonl"), texts)).records.values()
    fired = {claim["rule"] for record in found for claim in record["claims"]}
    for name in sorted(set(tables(language)) - _REGISTERS):
        for entry in _entries(language, name):
            alive = _fires(entry["id"], name, fired) if name in _RULES else _stands(entry, text)
            if not alive:
                yield f"{language}/{name}.yaml: {entry['id']}: fires on no text"


def _entries(language: str, name: str) -> list[dict[str, Any]]:
    file = resources.files(lagebild) / "vocabulary" / language / f"{name}.yaml"
    entries: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))["entries"]
    return entries


def _fires(identity: str, name: str, fired: set[str]) -> bool:
    rule = _RULES[name] + identity
    return any(found == rule or found.startswith(f"{rule}.") for found in fired)


def _stands(entry: dict[str, Any], text: str) -> bool:
    """Tell whether one of an entry's plain words stands in the text; an entry without any is not judged."""
    words = [word for key, value in entry.items() if key not in _NOT_WORDS for word in _strings(value)]
    plain = [word for word in words if _PLAIN.match(word)]
    return not plain or len(plain) < len(words) or any(word in text or word.capitalize() in text for word in plain)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
