"""A window on the world: degrees to pixels around one point, and shapes cut to what can be seen.

The projection is the simplest that is right where it is used: equidistant along the meridians, and along the parallel
in the middle of the window. A window of some hundred kilometres shows no distortion.
"""

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lagebild.report.map_world import Country, Line, World, crossings

KM_PER_DEGREE = 111.2
_TURNS = (0.0, -360.0, 360.0)
_STEP = 0.7
_SCAN_LINES = 9


@dataclass(frozen=True, slots=True)
class Window:
    """The middle of the window in degrees, its size in pixels, and how many pixels a degree of latitude is high."""

    lon: float
    lat: float
    width: float
    height: float
    scale: float

    @property
    def km(self) -> float:
        """Return how many kilometres a pixel is wide."""
        return KM_PER_DEGREE / self.scale

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a place stands in pixels, the shorter way round the world."""
        away = (lon - self.lon + 540) % 360 - 180
        return self._pixel(away, lat)

    def shape(self, country: Country) -> list[Line]:
        """Return the country's rings in pixels, cut to the window; empty where it is not in sight."""
        return [cut for polygon in country.polygons for ring in polygon for cut in self._cut(ring)]

    def strokes(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Yield the stretches of lines that come near the window, in pixels."""
        for line in lines:
            for moved in self._turned(line):
                yield from _near(moved, self.width, self.height)

    def _pixel(self, away: float, lat: float) -> tuple[float, float]:
        x = self.width / 2 + away * self.scale * math.cos(math.radians(self.lat))
        return x, self.height / 2 - (lat - self.lat) * self.scale

    def _turned(self, line: Line) -> Iterator[Line]:
        """Yield a line in pixels, as often as it comes into sight: the world is round."""
        lats = [lat for _, lat in line]
        half = self.height / 2 / self.scale
        if max(lats) < self.lat - half or min(lats) > self.lat + half:
            return
        lons = [lon for lon, _ in line]
        wide = self.width / 2 / self.scale / max(math.cos(math.radians(self.lat)), 0.05)
        for turn in _TURNS:
            if max(lons) + turn >= self.lon - wide and min(lons) + turn <= self.lon + wide:
                yield tuple(self._pixel(lon + turn - self.lon, lat) for lon, lat in line)

    def _cut(self, ring: Line) -> Iterator[Line]:
        for moved in self._turned(ring):
            cut: Sequence[tuple[float, float]] = moved
            for axis, limit, above in ((0, -4.0, True), (0, self.width + 4, False), (1, -4.0, True)):
                cut = _half(cut, axis, limit, above=above)
            cut = _thin(_half(cut, 1, self.height + 4, above=False))
            if len(cut) > 2:  # noqa: PLR2004 - a triangle is the least area
                yield (*cut, cut[0])


def _half(ring: Sequence[tuple[float, float]], axis: int, limit: float, *, above: bool) -> list[tuple[float, float]]:
    """Return a ring's part on one side of a line along an axis (Sutherland and Hodgman)."""
    kept: list[tuple[float, float]] = []
    for here, there in zip(ring, (*ring[1:], *ring[:1]), strict=True):
        inside = (here[axis] >= limit) == above
        if inside:
            kept.append(here)
        if inside != ((there[axis] >= limit) == above):
            part = (limit - here[axis]) / (there[axis] - here[axis])
            kept.append((here[0] + part * (there[0] - here[0]), here[1] + part * (there[1] - here[1])))
    return kept


def _thin(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    kept: list[tuple[float, float]] = []
    for point in points:
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) > _STEP:
            kept.append(point)
    return kept


def _near(line: Line, width: float, height: float) -> Iterator[Line]:
    run: list[tuple[float, float]] = []
    for one, other in itertools.pairwise(line):
        across = max(one[0], other[0]) >= 0 and min(one[0], other[0]) <= width
        if across and max(one[1], other[1]) >= 0 and min(one[1], other[1]) <= height:
            run = run or [one]
            run.append(other)
        elif run:
            yield (*_thin(run[:-1]), run[-1])
            run = []
    if run:
        yield (*_thin(run[:-1]), run[-1])


def middle(rings: Sequence[Line], width: float, height: float) -> tuple[float, float, float] | None:
    """Return where a name stands best in an area, and how much room there is: the longest of some level lines."""
    best: tuple[float, float, float] | None = None
    for number in range(1, _SCAN_LINES + 1):
        y = height * number / (_SCAN_LINES + 1)
        ends = sorted(crossings(rings, y))
        for left, right in zip(ends[::2], ends[1::2], strict=False):
            inside = min(right, width) - max(left, 0)
            if best is None or inside > best[2]:
                best = ((min(right, width) + max(left, 0)) / 2, y, inside)
    return best


def in_sight(world: World, window: Window) -> Iterator[tuple[Country, list[Line]]]:
    """Yield each country of which something can be seen, with its rings in pixels."""
    for country in world.countries:
        if rings := window.shape(country):
            yield country, rings
