"""The time zone of an incident: that of the place where it happened."""

from dataclasses import replace

from lagebild.link.gazetteer import Gazetteer
from lagebild.model import Incident, Place


def zoned(incident: Incident, places: tuple[Place, ...], index: Gazetteer) -> Incident:
    """Return the incident with the zone (IANA) of its place, where it has a time and a place of one zone.

    "Kursk" is in Europe/Moscow; a country of several zones gives none, as nobody can tell which counts.
    """
    where = incident.place
    if incident.time is None or where is None:
        return incident
    alike = (
        place
        for place in places
        if (place.name, place.country, place.lat, place.lon) == (where.name, where.country, where.lat, where.lon)
    )
    place = next(alike, None)
    zone = index.zone(place) if place is not None else None
    return incident if zone is None else replace(incident, time=replace(incident.time, zone=zone))
