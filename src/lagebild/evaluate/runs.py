"""The records of a file of articles: by this tree, and by an older revision of it."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lagebild
from lagebild import interchange
from lagebild.evaluate.scores import Unmeasured
from lagebild.model import InputError, Record


@dataclass(frozen=True, slots=True)
class Extractions:
    """The records of a file as JSON has them, by article, and the error lines of those that gave none."""

    records: dict[str, dict[str, Any]]
    errors: tuple[str, ...] = ()


def extractions(articles: Path) -> Extractions:
    """Return what this program extracts from a file of articles."""
    records, errors = {}, []
    for found in lagebild.records(lagebild.articles([str(articles)])):
        if isinstance(found, InputError):
            errors.append(str(found))
        else:
            records[found.article.id] = interchange.plain(found)
    return Extractions(records, tuple(errors))


def records(articles: Path) -> tuple[Record, ...]:
    """Return the records of a file of articles, those that gave none left out."""
    found = lagebild.records(lagebild.articles([str(articles)]))
    return tuple(each for each in found if not isinstance(each, InputError))


def older(revision: str, articles: Sequence[Path]) -> dict[Path, Extractions] | Unmeasured:
    """Return what a revision extracts from files of articles, run from a work tree of its own."""
    with tempfile.TemporaryDirectory(prefix="lagebild-older-") as folder:
        tree = Path(folder) / "tree"
        added = _git("worktree", "add", "--detach", "--quiet", str(tree), revision)
        if added.returncode:
            return Unmeasured(added.stderr.strip().splitlines()[-1] if added.stderr.strip() else "git failed")
        try:
            found = {path: _extracted(tree, path) for path in articles}
        finally:
            _git("worktree", "remove", "--force", str(tree))
    if not any(run.records for run in found.values()):
        errors = [line for run in found.values() for line in run.errors]
        return Unmeasured(f"it extracts nothing: {errors[0] if errors else 'without a word'}")
    return found


def _git(*arguments: str) -> subprocess.CompletedProcess[str]:
    here = Path(__file__).resolve().parent
    return subprocess.run(  # noqa: S603 - git, with arguments of our own
        ["git", "-C", str(here), *arguments],  # noqa: S607 - git is where the user has it
        capture_output=True,
        text=True,
        check=False,
    )


def _extracted(tree: Path, articles: Path) -> Extractions:
    run = subprocess.run(  # noqa: S603 - this program at another revision
        [sys.executable, "-m", "lagebild", "extract", str(articles.resolve())],
        env={**os.environ, "PYTHONPATH": str(tree / "src")},
        cwd=tree,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    records = [json.loads(line) for line in run.stdout.splitlines()]
    return Extractions({row["article"]["id"]: row for row in records}, tuple(run.stderr.splitlines()))
