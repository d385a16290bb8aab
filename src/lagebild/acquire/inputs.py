"""Which files and addresses the named inputs stand for."""

import glob
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from lagebild.acquire.catalogue import MISSING, NO_MATCH, NOT_OPENED, NOTHING_KNOWN, Unreadable
from lagebild.model import InputError

Kind: TypeAlias = Literal["text", "page", "word", "jsonl", "address"]

SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".docx": "word",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://|www\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Input:
    """A file, an address of the web, or standard input; `kind` is None where the content of a file has to tell."""

    name: str
    path: Path | None
    kind: Kind | None


def inputs_of(names: Sequence[str]) -> Iterator[Input | InputError]:
    """Yield the files of the named inputs in order, those of a directory or pattern sorted by path."""
    for name in names:
        try:
            yield from _named(name)
        except Unreadable as problem:
            yield problem.error(name)


def _named(name: str) -> Iterator[Input | InputError]:
    if name == "-":
        yield Input("standard input", None, None)
    elif _ADDRESS.match(name):
        yield Input(name, None, "address")
    elif _exists(name):
        yield from _path(name)
    elif glob.has_magic(name):
        matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - keeps the pattern's own form of the path
        if not matches:
            raise Unreadable(NO_MATCH)
        for match in matches:
            yield from _path(match)
    else:
        raise Unreadable(MISSING)


def _exists(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError) as error:
        raise Unreadable(NOT_OPENED, str(getattr(error, "strerror", None) or error)) from error


def _path(name: str) -> Iterator[Input | InputError]:
    path = Path(name)
    if path.is_dir():
        yield from _directory(path)
    else:
        yield Input(name, path, SUFFIXES.get(path.suffix.lower()))


def _directory(top: Path) -> Iterator[Input | InputError]:
    """Yield the files of known kinds under a directory, sorted; hidden ones are left out."""
    failed: list[OSError] = []
    found: list[Path] = []
    for folder, folders, files in os.walk(top, onerror=failed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        known = [name for name in files if Path(name).suffix.lower() in SUFFIXES and not name.startswith((".", "~$"))]
        found += [Path(folder, name) for name in known]
    for error in failed:
        yield Unreadable(NOT_OPENED, error.strerror or "").error(str(error.filename))
    if not found and not failed:
        raise Unreadable(NOTHING_KNOWN)
    for path in sorted(found):
        yield Input(str(path), path, SUFFIXES[path.suffix.lower()])
