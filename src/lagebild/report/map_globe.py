"""The locator: where on Earth the window lies, on a globe the size of a stamp."""

import math
from collections.abc import Iterator, Sequence

from lagebild.report.map_world import Line, globe

_STEP = 0.8


def locator(lon: float, lat: float, code: str, *, x: float, y: float, radius: float) -> str:
    """Return the globe as SVG, seen from above this point, its country set apart and the point marked."""
    shapes = []
    for country in globe().countries:
        path = "".join(_paths([ring for polygon in country.polygons for ring in polygon], lon, lat, radius))
        if path:
            shapes.append(f'<path class="{"home" if code and country.code == code else "land"}" d="{path}"/>')
    return (
        f'<g class="globe" transform="translate({x:g} {y:g})"><circle class="sea" r="{radius:g}"/>{"".join(shapes)}'
        f'<circle class="rim" r="{radius:g}"/><circle class="here" r="3"/></g>'
    )


def _paths(rings: Sequence[Line], lon: float, lat: float, radius: float) -> Iterator[str]:
    for ring in rings:
        seen = [_seen(point, lon, lat) for point in ring]
        if not any(front for _, _, front in seen):
            continue
        points: list[tuple[float, float]] = []
        for x, y, _ in seen:
            point = (x * radius, -y * radius)
            if not points or abs(point[0] - points[-1][0]) + abs(point[1] - points[-1][1]) > _STEP:
                points.append(point)
        if len(points) > 2:  # noqa: PLR2004 - a triangle is the least area
            yield f"M{'L'.join(f'{px:.1f} {py:.1f}' for px, py in points)}Z"


def _seen(point: tuple[float, float], lon: float, lat: float) -> tuple[float, float, bool]:
    """Return where a point stands on a globe of radius 1 (orthographic); one behind it is moved to the rim."""
    turned, height, centre = math.radians(point[0] - lon), math.radians(point[1]), math.radians(lat)
    x = math.cos(height) * math.sin(turned)
    y = math.cos(centre) * math.sin(height) - math.sin(centre) * math.cos(height) * math.cos(turned)
    front = math.sin(centre) * math.sin(height) + math.cos(centre) * math.cos(height) * math.cos(turned) >= 0
    away = math.hypot(x, y)
    return (x, y, True) if front or away == 0 else (x / away, y / away, False)
