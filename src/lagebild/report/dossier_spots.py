"""The places of an incident that a map can show, none more precise than its reports have it."""

import functools
from collections.abc import Iterator
from dataclasses import replace

from lagebild.model import MergedIncident, PlacePrecision
from lagebild.report.dossier_content import Spot
from lagebild.report.dossier_material import Material
from lagebild.report.facts import clean
from lagebild.vocabulary import load
from lagebild.vocabulary.places import CountryPoint

_POINTS = frozenset({"town", "district"})  # places with a point of their own; a region's would be too precise
_COARSEST: tuple[PlacePrecision, ...] = ("country", "region", "district", "town")


def spots(incident: MergedIncident, of: Material) -> tuple[Spot, ...]:
    """Return the scene and the places that the reports name; the whole country where no more of the scene is known."""
    found: dict[tuple[str, str | None], Spot] = {}
    for scene in _scene(incident, of):
        found[scene.name.casefold(), incident.place.country if incident.place else None] = scene
    for article in incident.reports:
        for place in of.records[article].places:
            key = (clean(place.name).casefold(), place.country)
            if place.precision not in _POINTS or place.lat is None or place.lon is None or key in found:
                continue
            made = _made(clean(place.name), place.country, of, place.precision)
            found[key] = replace(made, lat=place.lat, lon=place.lon, reports=of.numbered((article,)))
    return tuple(found.values())


def _scene(incident: MergedIncident, of: Material) -> Iterator[Spot]:
    place, numbers = incident.place, of.numbered(incident.reports)
    if place is None:
        return
    reach: PlacePrecision = "country" if place.lat is None or place.lon is None else _reach(incident, of)
    point = _points().get(place.country or "") if reach == "country" else None
    lat, lon = point or (place.lat, place.lon)
    if lat is not None and lon is not None:
        yield replace(_made(clean(place.name), place.country, of, reach), lat=lat, lon=lon, scene=True, reports=numbers)


def _reach(incident: MergedIncident, of: Material) -> PlacePrecision:
    """Return how precise the scene is: as most mentions of this very point are, or else of its name, or a region.

    Of as many, the coarser: no map is more precise than its reports.
    """
    scene = incident.place
    articles = [article for article in (*incident.reports, *incident.also_in) if article in of.records]
    places = [place for article in articles for place in of.records[article].places]
    there = [place.precision for place in places if scene and (place.lat, place.lon) == (scene.lat, scene.lon)]
    name = (scene.name, scene.country) if scene else None
    named = [place.precision for place in places if (place.name, place.country) == name]
    said = there or named
    known = [precision for precision in _COARSEST if precision in said]
    return max(known, key=said.count, default="region")


def _made(name: str, country: str | None, of: Material, reach: PlacePrecision) -> Spot:
    """Return a spot in words, that has no point and no reports yet."""
    words = of.words
    where = words.country(country) if country else ""
    return Spot(name, where, 0.0, 0.0, scene=False, precision=words.label(f"dossier.precision.{reach}"), reach=reach)


@functools.cache
def _points() -> dict[str, tuple[float, float]]:
    return {row.id: (row.lat, row.lon) for row in load("codes", "country_points", CountryPoint)}
