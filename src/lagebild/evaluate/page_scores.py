"""Scores of real pages by country in the form that tables and floors have, ours beside trafilatura's."""

import hashlib
from dataclasses import asdict
from pathlib import Path

from lagebild.evaluate import pages
from lagebild.evaluate.scores import Score


def beside(folder: Path) -> dict[str, tuple[Score, Score]]:
    """Return our scores and those of trafilatura alone, by country."""
    theirs = pages.scores(folder, pages.trafilaturas)
    return {
        country: (asdict(score), asdict(theirs[country])) for country, score in pages.scores(folder, pages.ours).items()
    }


def gold_hash(folder: Path) -> str:
    """Return the hash of what is known of the pages of a country."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.json")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
