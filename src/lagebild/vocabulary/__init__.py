"""Words and codes as data: one typed loader for `de/*.yaml`, `en/*.yaml` and `codes/*.yaml`.

A table is a YAML file with a list `entries`. Its row type is a frozen dataclass derived from `Entry`, kept beside the
loader in a module per topic. Each entry has an `id`, `examples` that must fire it and `counter_examples` that must
not; `tests/vocabulary` runs them all. The loader refuses a table, a field or a file that nobody knows, a table that is
missing, and one that is empty.
"""

import functools
import hashlib
from dataclasses import dataclass
from importlib import resources
from typing import TypeVar, cast

import yaml
from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config

Row = TypeVar("Row", bound="Entry")

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # pragma: no cover - PyYAML without libyaml
    from yaml import SafeLoader as Loader  # type: ignore[assignment]  # the same interface, written in Python


class VocabularyError(Exception):
    """A table is missing, unknown, empty or wrongly written; the message names the file and the entry."""


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of a table: its id, the texts that must fire it and those that must not."""

    id: str
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


def load(language: str, name: str, row: type[Row]) -> tuple[Row, ...]:
    """Return the entries of a table, in file order, read once.

    `language` is a folder of this package ("de", "en", "codes"). Raises VocabularyError with file and place where the
    file is missing, empty, has an entry twice or does not fit the row type.
    """
    key = (language, name, row)
    if key not in _READ:
        _READ[key] = _read(language, name, row)
    return cast("tuple[Row, ...]", _READ[key])


_READ: dict[tuple[str, str, type[Entry]], tuple[Entry, ...]] = {}  # tables never change while the program runs


def _read(language: str, name: str, row: type[Row]) -> tuple[Row, ...]:
    path = resources.files(__package__) / language / f"{name}.yaml"
    where = f"vocabulary/{language}/{name}.yaml"
    if not path.is_file():
        raise VocabularyError(f"{where}: no such table")
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)
    if not isinstance(content, dict) or set(content) != {"entries"} or not content["entries"]:
        raise VocabularyError(f"{where}: a table is one non-empty list named 'entries'")
    try:
        adapter: TypeAdapter[tuple[Row, ...]] = TypeAdapter(tuple[row, ...])  # type: ignore[valid-type]  # a value here
        rows = adapter.validate_python(content["entries"])
    except ValidationError as error:
        first = error.errors()[0]
        raise VocabularyError(f"{where}: entry {first['loc']}: {first['msg']}") from error
    seen: set[str] = set()
    for entry in rows:
        if entry.id in seen:
            raise VocabularyError(f"{where}: the id {entry.id!r} stands twice")
        seen.add(entry.id)
    return rows


def tables(language: str) -> tuple[str, ...]:
    """Return the names of the tables of a language, sorted."""
    folder = resources.files(__package__) / language
    return tuple(sorted(path.name.removesuffix(".yaml") for path in folder.iterdir() if path.name.endswith(".yaml")))


@functools.cache
def fingerprint() -> str:
    """Return "sha256:" and the hash of all tables, for the record's `made_by`."""
    digest = hashlib.sha256()
    for language in ("codes", "de", "en"):
        folder = resources.files(__package__) / language
        if not folder.is_dir():
            continue
        for name in tables(language):
            digest.update(f"{language}/{name}\n".encode())
            digest.update((folder / f"{name}.yaml").read_bytes())
    return f"sha256:{digest.hexdigest()}"
