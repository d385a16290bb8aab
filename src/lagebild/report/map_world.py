"""The shapes of the world's countries, in degrees: Natural Earth, 1:50m, rebuilt by `benchmarks/world.py`."""

import functools
import gzip
import itertools
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any, TypeAlias

Line: TypeAlias = tuple[tuple[float, float], ...]
_EDGE = 179.99
_COARSE = 0.9
_HALF_TURN, _NEAR_POLE = 180.0, -80.0


@dataclass(frozen=True, slots=True)
class Country:
    """A country's polygons, each an outer ring and its holes; `code` is empty for an area that no state is given."""

    code: str
    polygons: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class World:
    """All countries, and the lines between them: coasts, borders, and borders that not all states recognise."""

    countries: tuple[Country, ...]
    coasts: tuple[Line, ...]
    borders: tuple[Line, ...]
    disputed: tuple[Line, ...]

    def at(self, lon: float, lat: float) -> str:
        """Return the code of the country that a point lies in, empty where it lies in none."""
        for country in self.countries:
            for turned in (lon, lon + 360, lon - 360):
                if any(_odd(polygon, turned, lat) for polygon in country.polygons):
                    return country.code
        return ""


@functools.cache
def world() -> World:
    """Return the world at full detail."""
    data = _data()
    return _world(data, _lines(data))


@functools.cache
def globe() -> World:
    """Return the world with coarse outlines, for a picture the size of a stamp."""
    data = _data()
    return _world(data, [_coarse(line) for line in _lines(data)])


@functools.cache
def _data() -> dict[str, Any]:
    packed = resources.files("lagebild.report").joinpath("world.json.gz").read_bytes()
    read: dict[str, Any] = json.loads(gzip.decompress(packed))
    return read


def _lines(data: dict[str, Any]) -> list[Line]:
    (scale_x, scale_y), (move_x, move_y) = data["transform"]["scale"], data["transform"]["translate"]
    lines = []
    for arc in data["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + move_x, y * scale_y + move_y))
        lines.append(_unbroken(points))
    return lines


def _unbroken(points: Sequence[tuple[float, float]]) -> Line:
    """Return a line that runs on over the date line where it jumps from one end of the map to the other."""
    turn, found = 0.0, [points[0]]
    for (before, _), (lon, lat) in itertools.pairwise(points):
        if abs(lon - before) > _HALF_TURN and lat > _NEAR_POLE:
            turn += 360.0 if before > 0 else -360.0
        found.append((lon + turn, lat))
    return tuple(found)


def _world(data: dict[str, Any], lines: Sequence[Line]) -> World:
    used = [0] * len(lines)
    for polygons in data["countries"].values():
        for arc in (arc for polygon in polygons for ring in polygon for arc in ring):
            used[arc if arc >= 0 else ~arc] += 1
    disputed = set(data["disputed"])
    countries = tuple(
        Country(code, tuple(tuple(_ring(ring, lines) for ring in polygon) for polygon in polygons))
        for code, polygons in data["countries"].items()
    )
    kinds: dict[str, list[Line]] = {"coasts": [], "borders": [], "disputed": []}
    for number, line in enumerate(lines):
        if not all(abs(lon) > _EDGE for lon, _ in line):
            kinds["disputed" if number in disputed else "borders" if used[number] > 1 else "coasts"].append(line)
    return World(countries, tuple(kinds["coasts"]), tuple(kinds["borders"]), tuple(kinds["disputed"]))


def _ring(arcs: Sequence[int], lines: Sequence[Line]) -> Line:
    points: list[tuple[float, float]] = []
    for arc in arcs:
        line = lines[arc] if arc >= 0 else lines[~arc][::-1]
        points.extend(line[1:] if points else line)
    return _unbroken(points)


def _coarse(line: Line) -> Line:
    """Return the line without points that are near the one before; its ends stay, so that rings still close."""
    kept = [line[0]]
    kept.extend(point for point in line[1:-1] if _far(point, kept[-1]))
    return (*kept, line[-1])


def _far(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) + abs(one[1] - other[1]) > _COARSE


def _odd(polygon: Sequence[Line], lon: float, lat: float) -> bool:
    """Return whether a point lies in a polygon: a line from it crosses the rings an odd number of times."""
    return sum(1 for x in crossings(polygon, lat) if x > lon) % 2 == 1


def crossings(rings: Sequence[Line], y: float) -> Iterator[float]:
    """Yield where the rings cross a level line."""
    for ring in rings:
        for (x1, y1), (x2, y2) in itertools.pairwise(ring):
            if (y1 > y) != (y2 > y):
                yield x1 + (y - y1) * (x2 - x1) / (y2 - y1)
