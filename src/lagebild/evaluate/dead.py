"""Entries of the vocabulary and rules of figures that fire on no real text: what to mend or to remove."""

import json
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

import lagebild
from lagebild.evaluate.runs import extractions
from lagebild.vocabulary import tables

_TEXTS = "wikinews-de/articles.jsonl"
_LANGUAGE = "de"
_RULES = {  # tables whose entries name a rule of figures
    "measure_verbs": "figure.verb.",
    "measure_nouns": "figure.noun.",
    "harm_nouns": "figure.act.",
}
_REGISTERS = {  # names of the world: that no text has one makes none dead
    "agencies", "box_labels", "demonyms", "exonyms", "outlets", "regions", "seats",
}  # fmt: skip
_NOT_WORDS = {"id", "examples", "counter_examples"}
_PLAIN = re.compile(r"[\w -]+$")


def dead(data: Path) -> Iterator[str]:
    """Yield a line for each entry that fires on no text of `wikinews-de`, with its table, in order.

    An entry of a table that gives figures fires where a figure names its rule; any other where one of its words stands
    in a text. Patterns and registers of names are not judged. One line says so where the texts are absent.
    """
    path = data / _TEXTS
    if not path.is_file():
        yield f"not measured: {path} is absent"
        return
    text = _corpus(path)
    fired = {claim["rule"] for record in extractions(path).records.values() for claim in record["claims"]}
    for name in sorted(set(tables(_LANGUAGE)) - _REGISTERS):
        for entry in _entries(name):
            alive = _fires(entry["id"], name, fired) if name in _RULES else _stands(entry, text)
            if not alive:
                yield f"{_LANGUAGE}/{name}.yaml: {entry['id']}: fires on no text"


def _corpus(path: Path) -> str:
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return "\n".join(f"{row['title']}\n{row['text']}" for row in rows)


def _entries(name: str) -> list[dict[str, Any]]:
    file = resources.files(lagebild) / "vocabulary" / _LANGUAGE / f"{name}.yaml"
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
