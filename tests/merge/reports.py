"""Records of reports built by hand, for the tests of merging."""

from dataclasses import replace

from lagebild.model import Article, Box, BoxCount, BoxPlace, Incident, IncidentTime, IncidentType, MadeBy, Place, Record

TOWNS = {
    "Gera": ("DE", "Thuringia", 50.88, 12.08),
    "Jena": ("DE", "Thuringia", 50.93, 11.59),
    "Linz": ("AT", "Upper Austria", 48.31, 14.29),
    "Sumy": ("UA", "Sumy", 50.91, 34.80),
    "Poltava": ("UA", "Poltava", 49.59, 34.55),
}


def count(number: int) -> BoxCount:
    """Return an exact total."""
    return BoxCount(number, number, "exact", "stated", None, None, {}, ())


def report(
    name: str,
    town: str | None,
    day: str | None,
    *,
    kind: IncidentType = "crime.shooting",
    text: str = "",
    published: str = "",
) -> Record:
    """Return the record of a report on what happened in a town on a day; published on that day if nothing is said."""
    title, body = f"Bericht {name}", text or f"In {town or 'einer Stadt'} ist etwas geschehen."
    places: tuple[Place, ...] = ()
    place = None
    if town is not None:
        country, region, lat, lon = TOWNS[town]
        at = body.find(town)
        places = (
            (Place("text", at, at + len(town), town, town, country, region, lat, lon, 1, "town"),) if at >= 0 else ()
        )
        place = BoxPlace(town, country, lat, lon)
    time = IncidentTime(day, day, "day") if day is not None else None
    main = (Incident("i1", main=True, parent=None, type=kind, place=place, time=time),)
    return Record(
        article=Article(id=name, title=title, text=body, language="de", published=published or day),
        made_by=MadeBy("0.1.0", "test", "sha256:0"),
        places=places,
        incidents=main if kind != "none" else (),
        box=Box(type=kind, place=place, country=place.country if place else None, date=day),
    )


def beside(name: str, town: str, day: str, *, kind: IncidentType = "crime.shooting") -> Incident:
    """Return another incident that a report tells of."""
    country, _, lat, lon = TOWNS[town]
    return Incident(
        name,
        main=False,
        parent=None,
        type=kind,
        place=BoxPlace(town, country, lat, lon),
        time=IncidentTime(day, day, "day"),
    )


def telling(of: Record, *others: Incident) -> Record:
    """Return the record with other incidents that its report tells of."""
    return replace(of, incidents=(*of.incidents, *others))


def killing(of: Record, number: int | None) -> Record:
    """Return the record with a total of killed."""
    return of if number is None else replace(of, box=replace(of.box, killed=count(number)))
