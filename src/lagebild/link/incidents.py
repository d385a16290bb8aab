"""Group the figures of an article by incident: the main one, and others that have a date or a place of their own."""

from dataclasses import replace

from lagebild.link.setting import Setting, settings
from lagebild.model import (
    BoxPlace,
    Document,
    Figure,
    Incident,
    IncidentTime,
    IncidentType,
    Place,
    Time,
)

_MAIN = "i1"


def incidents(
    document: Document,
    figures: tuple[Figure, ...],
    main: Incident,
    *,
    times: tuple[Time, ...] = (),
    places: tuple[Place, ...] = (),
) -> tuple[tuple[Figure, ...], tuple[Incident, ...]]:
    """Return the figures with `incident` set, and the incidents, the main one first.

    A figure of another incident gets one only where its sentence, or one before it in its paragraph, names a date or a
    place; figures of one date and place are of one incident, whose type is not told ("none"). Numbers for a span of
    time are of none.
    """
    known: dict[tuple[str, str], Incident] = {}
    found = []
    for setting in settings(document, figures):
        figure = setting.figure
        if figure.scope == "main":
            found.append(replace(figure, incident=main.id if main.type != "none" else None))
            continue
        key = _own(document, setting, times, places) if figure.extent != "period" else None
        if key is None:
            found.append(replace(figure, incident=None))
            continue
        time, place = key
        name = (time.value if time else "", place.name if place else "")
        if name not in known:
            known[name] = _other(f"i{len(known) + 2}", time, place)
        found.append(replace(figure, incident=known[name].id))
    return tuple(found), ((main,) if main.type != "none" else ()) + tuple(known.values())


def main_incident(incident_type: IncidentType, place: BoxPlace | None, time: IncidentTime | None) -> Incident:
    """Return the main incident of an article."""
    return Incident(id=_MAIN, main=True, parent=None, type=incident_type, place=place, time=time)


def _own(
    document: Document, setting: Setting, times: tuple[Time, ...], places: tuple[Place, ...]
) -> tuple[Time | None, Place | None] | None:
    """Return the date and place of a figure's sentence, or of the nearest before it in the paragraph."""
    for sentence in reversed(document.sentences[: setting.sentence.index + 1]):
        if (sentence.field, sentence.paragraph) != (setting.sentence.field, setting.sentence.paragraph):
            break
        inside = (sentence.field, sentence.start, sentence.end)
        time = next((one for one in times if one.type in ("DATE", "TIME") and _in(one, inside)), None)
        place = next(
            (one for one in places if one.precision in ("town", "district", "region") and _in(one, inside)), None
        )
        if time or place:
            return time, place
    return None


def _in(one: Time | Place, inside: tuple[str, int, int]) -> bool:
    field, start, end = inside
    return one.field == field and start <= one.start < end


def _other(name: str, time: Time | None, place: Place | None) -> Incident:
    return Incident(
        id=name,
        main=False,
        parent=None,
        type="none",
        place=BoxPlace(place.name, place.country, place.lat, place.lon) if place else None,
        time=IncidentTime(time.value[:10], time.value[:10], time.precision) if time else None,
    )
