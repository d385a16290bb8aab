"""Rebuild the shapes of the maps, `src/lagebild/report/world.json.gz`, from Natural Earth.

Source: countries-50m.json of the npm package world-atlas 2.0.2 (Natural Earth 4.1.0, 1:50m, public domain).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python benchmarks/world.py package/countries-50m.json

Natural Earth draws who holds an area. Where the world's states do not share that view, the area is given to the
country that the gazetteer gives it to (docs/places.md), and its border is drawn as disputed: see
docs/decisions/0015-dossier-page.md.
"""

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import pycountry

TARGET = Path(__file__).parents[1] / "src" / "lagebild" / "report" / "world.json.gz"
UNCODED = {"Somaliland": "SO", "Kosovo": "XK", "N. Cyprus": "CY", "Indian Ocean Ter.": "AU", "Siachen Glacier": None}
DISPUTED = {  # pairs of shapes of Natural Earth whose common border not all states recognise
    ("Somalia", "Somaliland"),
    ("Kosovo", "Serbia"),
    ("Cyprus", "N. Cyprus"),
    ("Morocco", "W. Sahara"),
    ("India", "Siachen Glacier"),
    ("Pakistan", "Siachen Glacier"),
    ("China", "Siachen Glacier"),
    ("Israel", "Palestine"),
    ("Israel", "Syria"),
}
SAHARA = 27.65  # the parallel, as far as the shapes are exact
KASHMIR = 32.4  # north of it the border is a line of control
CRIMEA = (32.4, 44.3, 36.7, 46.3)  # west, south, east, north


def main() -> None:
    """Write the file, and say how large it became."""
    world = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    shapes = _shapes(world)
    crimea = _crimea(world, shapes)
    disputed = {arc for arc, names in _users(shapes).items() if _pair(names) in DISPUTED}
    disputed |= {_western_sahara(world, shapes), *_kashmir(world, shapes)}
    disputed |= {arc for arc, names in _users({**shapes, "Crimea": [crimea]}).items() if _pair(names) == _PEREKOP}
    shapes["Russia"].remove(crimea)
    countries: dict[str, list[Any]] = {}
    for shape in world["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        code = _code(shape.get("id"), name)
        countries.setdefault(code or "", []).extend(shapes[name])
    countries["UA"].append(crimea)
    made = {
        "source": "Natural Earth 4.1.0, 1:50m, by world-atlas 2.0.2; public domain",
        "transform": world["transform"],
        "countries": dict(sorted(countries.items())),
        "disputed": sorted(disputed),
        "arcs": world["arcs"],
    }
    text = json.dumps(made, separators=(",", ":")).encode()
    TARGET.write_bytes(gzip.compress(text, 9, mtime=0))
    print(f"{TARGET.name}: {len(countries)} countries, {TARGET.stat().st_size:,} bytes")


_PEREKOP = ("Crimea", "Ukraine")


def _shapes(world: dict[str, Any]) -> dict[str, list[Any]]:
    """Return the polygons of each shape, a polygon being its rings of arcs."""
    found = {}
    for shape in world["objects"]["countries"]["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        found[shape["properties"]["name"]] = list(polygons)
    return found


def _crimea(world: dict[str, Any], shapes: dict[str, list[Any]]) -> list[Any]:
    """Return the polygon of Crimea, which Natural Earth counts to Russia."""
    west, south, east, north = CRIMEA
    for polygon in shapes["Russia"]:
        points = [point for arc in polygon[0] for point in _points(world, arc)]
        if all(west <= lon <= east and south <= lat <= north for lon, lat in points):
            return list(polygon)
    raise SystemExit("Crimea is no polygon of its own: look at the new edition by hand")


def _western_sahara(world: dict[str, Any], shapes: dict[str, list[Any]]) -> int:
    """Give Western Sahara what Natural Earth counts to Morocco south of its old border, and return that line's number.

    Morocco's ring must be three arcs: the border of Algeria, the line of the sand wall, the coast.
    """
    algeria, wall, coast = shapes["Morocco"][0][0]
    north = _split(world, shapes, coast, next(n for n, at in enumerate(_points(world, coast)) if at[1] >= SAHARA))
    corner, end = ([sum(step[axis] for step in world["arcs"][arc]) for axis in (0, 1)] for arc in (coast, algeria))
    line = len(world["arcs"])
    world["arcs"].append([corner, [end[0] - corner[0], end[1] - corner[1]]])
    shapes["Morocco"] = [[[algeria, ~line, north]]]
    shapes["W. Sahara"].append([[wall, coast, line]])
    return line


def _kashmir(world: dict[str, Any], shapes: dict[str, list[Any]]) -> set[int]:
    """Return the border of India and Pakistan north of where both accept it, cut off from the rest."""
    found = set()
    for arc in [arc for arc, names in _users(shapes).items() if _pair(names) == ("India", "Pakistan")]:
        north = [lat >= KASHMIR for _, lat in _points(world, arc)]
        cut = next((n for n, one in enumerate(north) if one != north[0]), None)
        if cut is None:
            found |= {arc} if north[0] else set()
        else:
            rest = _split(world, shapes, arc, cut)
            found.add(arc if north[0] else rest)
    return found


def _split(world: dict[str, Any], shapes: dict[str, list[Any]], arc: int, at: int) -> int:
    """Cut an arc at one of its points, in every ring that has it, and return the number of the new second part."""
    steps, new = world["arcs"][arc], len(world["arcs"])
    corner = [sum(step[axis] for step in steps[: at + 1]) for axis in (0, 1)]
    world["arcs"][arc] = steps[: at + 1]
    world["arcs"].append([corner, *steps[at + 1 :]])
    parts = {arc: (arc, new), ~arc: (~new, ~arc)}
    for polygons in shapes.values():
        for polygon in polygons:
            for ring in polygon:
                ring[:] = [part for one in ring for part in parts.get(one, (one,))]
    return new


def _points(world: dict[str, Any], arc: int) -> list[tuple[float, float]]:
    """Return an arc in degrees."""
    (scale_x, scale_y), (move_x, move_y) = world["transform"]["scale"], world["transform"]["translate"]
    x = y = 0
    points = []
    for step_x, step_y in world["arcs"][arc if arc >= 0 else ~arc]:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + move_x, y * scale_y + move_y))
    return points


def _users(shapes: dict[str, list[Any]]) -> dict[int, set[str]]:
    users: dict[int, set[str]] = {}
    crimea = {arc if arc >= 0 else ~arc for ring in shapes.get("Crimea", [[]])[0] for arc in ring}
    for name, polygons in shapes.items():
        for polygon in polygons:
            for ring in polygon:
                for arc in ring:
                    key = arc if arc >= 0 else ~arc
                    if name != "Russia" or key not in crimea:
                        users.setdefault(key, set()).add(name)
    return users


def _pair(names: set[str]) -> tuple[str, ...]:
    return tuple(sorted(names))


def _code(number: str | None, name: str) -> str | None:
    if number is None:
        return UNCODED[name]
    found = pycountry.countries.get(numeric=number)
    return str(found.alpha_2) if found else None


if __name__ == "__main__":
    main()
