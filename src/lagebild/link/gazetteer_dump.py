"""A user's dump of GeoNames: tab-separated lines of 19 columns, as a text file or zipped.

The columns are those of the `readme.txt` that GeoNames gives with its dumps (download.geonames.org/export/dump).
"""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from lagebild.link.gazetteer import Kind

COLUMNS = 19
_GONE = frozenset({"PPLH", "PPLCH"})  # places of the past
_LEVELS: dict[str, Kind] = {"ADM1": "first_level", "ADM2": "second_level", "ADM3": "second_level"}
_CLASSES: dict[str, Kind] = {"H": "landmark", "L": "region", "T": "landmark", "V": "landmark"}
_WAY_OUT = "give a dump of GeoNames as it is, such as DE.zip or DE.txt: tab-separated, 19 columns"


class DumpError(Exception):
    """The dump can't be read; the message names the file, the line and the way out."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of a dump, with its GeoNames id and its other names."""

    id: int
    name: str
    other: tuple[str, ...]
    lat: float
    lon: float
    kind: Kind
    country: str | None
    admin1: str | None
    population: int
    zone: str | None


def dump_entries(path: Path) -> Iterator[Entry]:
    """Yield the towns, villages, regions and landscapes of a dump; buildings, roads and places of the past are none.

    Raises DumpError where the file or a line of it is no dump of GeoNames, or where it has none of these places.
    """
    number = found = 0
    try:
        with _opened(path) as lines:
            for number, line in enumerate(lines, 1):  # noqa: B007 - the number is told in the error
                entry = _entry(line.rstrip("\r\n").split("\t"))
                if entry is not None:
                    found += 1
                    yield entry
    except (OSError, UnicodeDecodeError, ValueError, zipfile.BadZipFile) as error:
        place = f"{path}:{number}" if number else str(path)
        raise DumpError(f"{place}: {error} ({_WAY_OUT})") from error
    if not found:
        raise DumpError(f"{path}: no place in it ({_WAY_OUT})")


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    """Open the text file, or the one of the zip file that has its name."""
    if not zipfile.is_zipfile(path):
        with path.open(encoding="utf-8", newline="\n") as file:
            yield file
        return
    with zipfile.ZipFile(path) as packed:
        names = [name for name in packed.namelist() if name.endswith(".txt") and name.lower() != "readme.txt"]
        if len(names) != 1:
            raise ValueError(f"the zip file holds {len(names)} text files, not one")
        with packed.open(names[0]) as raw, io.TextIOWrapper(raw, encoding="utf-8", newline="\n") as file:
            yield file


def _entry(columns: list[str]) -> Entry | None:
    if columns == [""]:
        return None
    if len(columns) != COLUMNS:
        raise ValueError(f"{len(columns)} columns, not {COLUMNS}")
    kind = _kind(columns[6], columns[7])
    if kind is None or not columns[1].strip():
        return None
    lat, lon = float(columns[4]), float(columns[5])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):  # noqa: PLR2004 - degrees
        raise ValueError(f"no coordinates: {lat}, {lon}")
    return Entry(
        id=int(columns[0]),
        name=columns[1].strip(),
        other=tuple(name for name in columns[3].split(",") if name),
        lat=lat,
        lon=lon,
        kind=kind,
        country=columns[8] or None,
        admin1=columns[10] or None,
        population=int(columns[14] or 0),
        zone=columns[17] or None,
    )


def _kind(feature_class: str, code: str) -> Kind | None:
    """Return what a feature is, or None where no report would be set there."""
    if feature_class == "P":
        return None if code in _GONE else "town"
    if feature_class == "A":
        return _LEVELS.get(code)
    return _CLASSES.get(feature_class)
