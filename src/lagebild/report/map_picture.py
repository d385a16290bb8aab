"""The map of an incident: its places on the shapes of Natural Earth, as precise as the reports and no more."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from lagebild.report.chart_text import Area, Placed, Room, width
from lagebild.report.dossier_content import Spot
from lagebild.report.map_globe import locator
from lagebild.report.map_window import KM_PER_DEGREE, Window, in_sight, middle
from lagebild.report.map_world import Country, Line, world
from lagebild.vocabulary.labels import Words

WIDTH, HEIGHT = 420.0, 330.0
_LEAST_KM, _AROUND_KM, _FAR_KM = 720.0, 1.7, 700.0
_REACH_KM = {"region": 60.0, "district": 15.0}
_DOT = 5.5
_CLOSE = 9.0
_GLOBE = 38.0
_LETTERS, _SMALL = 12.5, 10.5


@dataclass(frozen=True, slots=True)
class _Site:
    """A spot with its place in the window; `reach` is the radius in pixels of the area it may lie in, 0 for a dot."""

    spot: Spot
    x: float
    y: float
    reach: float

    @property
    def area(self) -> Area:
        r = max(self.reach, _DOT)
        return Area(self.x - r, self.y - r, self.x + r, self.y + r)


def picture(spots: Sequence[Spot], words: Words, key: str) -> str:
    """Return the map as HTML with a legend, empty where no place of the incident is known."""
    scenes = [spot for spot in spots if spot.scene]
    if not scenes:
        return ""
    shown = [*scenes, *(spot for spot in _apart(spots, scenes) if _km(spot, scenes[0]) <= _FAR_KM)]
    window = _window(shown, scenes)
    sites = list(_sites(shown, window))
    names = "; ".join(dict.fromkeys(_full(site.spot) for site in sites))
    drawing = escape(words.label("map.drawing", places=names))
    return f"""<figure class="map">
<svg width="{WIDTH:g}" height="{HEIGHT:g}" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" role="img" aria-labelledby="{key}-map">
<title id="{key}-map">{drawing}</title>
{_drawn(window, sites, words)}
</svg>
<figcaption>{_legend(sites, window, words)}{escape(words.label("map.credit"))}</figcaption>
</figure>
"""


def _country(spot: Spot) -> str:
    """Return the code of the country that a spot lies in; of one off the coast, of the nearest land around it."""
    for away in (0.0, 0.1, 0.3):
        for east, north in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1), (1, -1), (-1, 1)):
            if code := world().at(spot.lon + east * away, spot.lat + north * away):
                return code
    return ""


def _apart(spots: Sequence[Spot], scenes: Sequence[Spot]) -> Iterator[Spot]:
    """Yield the places that are only named, each once, and none that stands where the incident was."""
    seen = {(round(spot.lat, 2), round(spot.lon, 2)) for spot in scenes}
    for spot in spots:
        place = (round(spot.lat, 2), round(spot.lon, 2))
        if not spot.scene and spot.reach in {"town", "district"} and place not in seen:
            seen.add(place)
            yield spot


def _km(one: Spot, other: Spot) -> float:
    across = ((one.lon - other.lon + 540) % 360 - 180) * math.cos(math.radians((one.lat + other.lat) / 2))
    return KM_PER_DEGREE * math.hypot(across, one.lat - other.lat)


def _full(spot: Spot) -> str:
    return f"{spot.name}, {spot.country}" if spot.country and spot.country != spot.name else spot.name


def _window(shown: Sequence[Spot], scenes: Sequence[Spot]) -> Window:
    """Return the window around the places, with air around them; around the whole country where no more is known."""
    home = scenes[0]
    points = [((spot.lon - home.lon + 540) % 360 - 180, spot.lat) for spot in shown]
    if all(spot.reach == "country" for spot in scenes):
        points.extend(_outline(home))
    lons, lats = [x for x, _ in points], [y for _, y in points]
    lon, lat = home.lon + (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    narrow = math.cos(math.radians(lat))
    wide = max((max(lons) - min(lons)) * narrow * KM_PER_DEGREE * _AROUND_KM, _LEAST_KM)
    high = (max(lats) - min(lats)) * KM_PER_DEGREE * _AROUND_KM
    wide = min(max(wide, high * WIDTH / HEIGHT), 12000)
    return Window(lon, lat, WIDTH, HEIGHT, KM_PER_DEGREE * WIDTH / wide)


def _outline(spot: Spot) -> Iterator[tuple[float, float]]:
    code = _country(spot)
    for country in world().countries:
        if code and country.code == code:
            ring = max((polygon[0] for polygon in country.polygons), key=len)
            yield from (((lon - spot.lon + 540) % 360 - 180, lat) for lon, lat in ring)


def _sites(shown: Sequence[Spot], window: Window) -> Iterator[_Site]:
    """Yield the spots with their places; what would stand in the scene's own dot is left out."""
    found = [_site(spot, window) for spot in shown]
    scenes = [site for site in found if site.spot.scene]
    for site in found:
        if site.spot.scene or all(math.hypot(site.x - one.x, site.y - one.y) > _CLOSE for one in scenes):
            yield site


def _site(spot: Spot, window: Window) -> _Site:
    x, y = window.point(spot.lon, spot.lat)
    reach = max(_REACH_KM[spot.reach] / window.km, 13.0) if spot.reach in _REACH_KM else 0.0
    return _Site(spot, x, y, reach)


def _drawn(window: Window, sites: Sequence[_Site], words: Words) -> str:
    home = next(site for site in sites if site.spot.scene)
    code = _country(home.spot)
    room = Room(Area(3, 3, WIDTH - 3, HEIGHT - 3))
    for site in sites:
        room.take(Area(site.x - _DOT, site.y - _DOT, site.x + _DOT, site.y + _DOT))
    corner = _corner(room)
    bar = _bar(window, words, room)
    seen = list(in_sight(world(), window))
    named = "".join(_named(sites, room))
    whole = code if all(site.spot.reach == "country" for site in sites if site.spot.scene) else ""
    countries = "".join(_country_names([one for one in seen if one[0].code != whole], room, words))
    globe = locator(home.spot.lon, home.spot.lat, code, x=corner[0], y=corner[1], radius=_GLOBE) if corner else ""
    return (
        f'<rect class="sea" width="{WIDTH:g}" height="{HEIGHT:g}"/>{_lands(seen, code, whole)}{_borders(window)}'
        f"{countries}{''.join(_dots(sites))}{named}{bar}{globe}"
    )


def _lands(seen: Sequence[tuple[Country, list[Line]]], home: str, whole: str) -> str:
    paths = []
    for country, rings in seen:
        kind = "whole" if whole and country.code == whole else "home" if home and country.code == home else "land"
        paths.append(f'<path class="{kind}" d="{"".join(f"M{_path(ring)}Z" for ring in rings)}"/>')
    return "".join(paths)


def _path(line: Line) -> str:
    return "L".join(f"{x:.1f} {y:.1f}" for x, y in line)


def _borders(window: Window) -> str:
    parts = (("coast", world().coasts), ("border", world().borders), ("border disputed", world().disputed))
    drawn = ((kind, "".join(f"M{_path(line)}" for line in window.strokes(lines))) for kind, lines in parts)
    return "".join(f'<path class="{kind}" d="{path}"/>' for kind, path in drawn if path)


def _corner(room: Room) -> tuple[float, float] | None:
    """Return the middle of the first corner that the globe has to itself, and take it."""
    r = _GLOBE + 4
    right, low = WIDTH - r - 6, HEIGHT - r - 6
    for x, y in ((right, low), (right, r + 6), (r + 6, r + 6)):
        area = Area(x - r, y - r, x + r, y + r)
        if room.free(area):
            room.take(area)
            return x, y
    return None


def _bar(window: Window, words: Words, room: Room) -> str:
    most = window.km * WIDTH * 0.28
    digits = 10 ** int(math.log10(most))
    length = next(step * digits for step in (5, 2, 1) if step * digits <= most)
    pixels, y = length / window.km, HEIGHT - 12
    label = words.label("map.scale", n=words.number(length))
    room.take(Area(6, y - 18, 14 + max(pixels, width(label, _SMALL)), HEIGHT))
    return (
        f'<path class="scale" d="M10 {y - 4:g}v4h{pixels:.1f}v-4"/>'
        f'<text class="scale-name" x="10" y="{y - 7:g}">{escape(label)}</text>'
    )


def _dots(sites: Sequence[_Site]) -> Iterator[str]:
    for site in sorted(sites, key=lambda site: site.spot.scene):
        kind = "scene" if site.spot.scene else "other"
        if site.reach:
            yield f'<circle class="reach {kind}" cx="{site.x:.1f}" cy="{site.y:.1f}" r="{site.reach:.1f}"/>'
        elif _is_dot(site):
            r = _DOT if site.spot.scene else 3
            yield f'<circle class="dot {kind}" cx="{site.x:.1f}" cy="{site.y:.1f}" r="{r:g}"/>'


def _named(sites: Sequence[_Site], room: Room) -> Iterator[str]:
    for site in sorted(sites, key=lambda site: not site.spot.scene):
        size = _LETTERS if site.spot.scene else _SMALL + 1
        if placed := room.place((site.spot.name,), size, site.area):
            yield _text(placed, "scene-name" if site.spot.scene else "place-name")


def _country_names(seen: Sequence[tuple[Country, list[Line]]], room: Room, words: Words) -> Iterator[str]:
    for country, rings in seen:
        best = middle(rings, WIDTH, HEIGHT) if country.code else None
        if best is None:
            continue
        name = words.country(country.code)
        x, y, space = best
        wide = width(name, _SMALL) * 1.12
        area = Area(x - wide / 2, y - 7, x + wide / 2, y + 7)
        if space >= wide * 0.85 and room.free(area):
            room.take(area)
            yield _text(Placed((name,), x, y + 4, "middle"), "country-name")


def _text(placed: Placed, kind: str) -> str:
    anchor = f' text-anchor="{placed.anchor}"' if placed.anchor != "start" else ""
    return f'<text class="{kind}" x="{placed.x:.1f}" y="{placed.y:.1f}"{anchor}>{escape(placed.lines[0])}</text>'


def _legend(sites: Sequence[_Site], window: Window, words: Words) -> str:
    """Return what the signs of this map mean; a dot alone needs no explanation."""
    scenes = [site for site in sites if site.spot.scene]
    signs = []
    if any(not site.spot.scene for site in sites):
        dots = [("dot scene", "map.scene")] if any(_is_dot(site) for site in scenes) else []
        signs += [*dots, ("dot other", "map.other")]
    if any(site.reach for site in sites):
        signs.append(("reach scene", "map.area"))
    if all(site.spot.reach == "country" for site in scenes):
        signs.append(("whole", "map.whole"))
    items = [f'<span class="sign">{_sign(kind)}{escape(words.label(label))}</span> ' for kind, label in signs]
    if any(True for _ in window.strokes(world().disputed)):
        line = '<path class="border disputed" d="M0 7h22"/>'
        drawn = f'<svg width="22" height="14" viewBox="0 0 22 14" aria-hidden="true">{line}</svg>'
        items.append(f'<span class="sign">{drawn}{escape(words.label("map.disputed"))}</span> ')
    return f'<span class="signs">{"".join(items)}</span>' if items else ""


def _is_dot(site: _Site) -> bool:
    return not site.reach and site.spot.reach != "country"


def _sign(kind: str) -> str:
    circle = f'<circle class="{kind}" cx="7" cy="7" r="{3 if "other" in kind else 5.5}"/>'
    return f'<svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">{circle}</svg>'
