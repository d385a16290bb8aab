"""Places as they are compared: how they are written, where they lie, and how precise that is."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from lagebild.model import BoxPlace, Place, PlacePrecision, Record

_EARTH = 6371.0  # km


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as it is compared; a point may be missing."""

    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision


def spots(record: Record) -> tuple[Spot, ...]:
    """Return the places of a record, the first mention of each name in each country, town and region apart."""
    found: dict[tuple[str, str | None, str], Spot] = {}
    for place in record.places:
        if place.precision != "none":
            found.setdefault((place.name, place.country, place.precision), _of(place))
    return tuple(found.values())


def _of(place: Place) -> Spot:
    return Spot(place.name, place.country, place.admin1, place.lat, place.lon, place.precision)


def spot(place: BoxPlace | None, among: Sequence[Spot]) -> Spot | None:
    """Return a place of a box or an incident with what the places of its record know of it besides."""
    if place is None:
        return None
    same = [each for each in among if (each.lat, each.lon) == (place.lat, place.lon) and each.lat is not None]
    known = next((each for each in same if each.name == place.name), same[0] if same else None)
    if known is not None:
        return Spot(place.name, place.country, known.admin1, place.lat, place.lon, known.precision)
    return Spot(place.name, place.country, None, place.lat, place.lon, "none" if place.lat is None else "town")


def distance(a: Spot, b: Spot) -> float:
    """Return the great-circle distance in km, infinite where one has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    p, q = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))
