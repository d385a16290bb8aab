"""Which of the places of one name an English mention stands for; none where none is likely.

Population and kind are the ground; what the text says a place lies in decides; the countries and first-level regions
that other names of the article speak for, and other names whose places lie near, raise a candidate. What a name says by
itself never speaks for its own reading: an article full of "Paris" is not in France for that.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lagebild.link.gazetteer import Toponym
from lagebild.link.place_choice import LEAD, LEAD_OF_COUNTRY, TIE, is_apart, is_far_village, lead, unplaced
from lagebild.link.place_english_names import Named
from lagebild.link.place_names import rank_of

Area = tuple[str, str]
_LESSER_AREA = 0.5
_COUNTRY, _AREA, _FAMOUS, _PRIMARY = 6.0, 2.5, 2.5, 0.8
_PRIOR, _REGION, _NEAR, _MOST_NEAR = 3.0, 2.5, 1.1, 3
_COUNTY = 3.2  # a county that the article names lies around it
_LEAST_WEIGHT = 1.0  # of a country or region that the article speaks for in so many words
_UNSUPPORTED = 4.0  # a country that nothing else in the article speaks for, where something else does for a namesake
_CELL = 1.5  # degrees
_MOST = 30  # candidates of a name that are compared
_METROPOLIS = 1_000_000
_UNLIKELY = 4.2
_SHARE = 0.8
_SEAT = 50_000  # people of a town that is as well known as the region named for it


@dataclass(frozen=True, slots=True)
class Around:
    """What the names of an article say of where it is set: for each country and region, the weight of each name."""

    countries: Mapping[str, Mapping[str, float]]
    regions: Mapping[Area, Mapping[str, float]]
    cells: Mapping[tuple[int, int], frozenset[str]]
    counties: Mapping[tuple[int, int], frozenset[str]]

    def country(self, code: str | None, besides: str) -> float:
        """Return how much other names speak for a country, from 0 to 1 (the one most spoken for)."""
        return _share(self.countries, code, besides) if code is not None else 0.0

    def region(self, area: Area, besides: str) -> float:
        """Return how much other names speak for a first-level region, from 0 to 1."""
        return _share(self.regions, area, besides)


def _share(
    table: Mapping[str, Mapping[str, float]] | Mapping[Area, Mapping[str, float]], key: object, besides: str
) -> float:
    weights = {of: sum(weight for name, weight in names.items() if name != besides) for of, names in table.items()}
    most = max(weights.values(), default=0.0)
    return (weights.get(key, 0.0) / max(most, _LEAST_WEIGHT)) ** 0.5 if most else 0.0  # type: ignore[call-overload]  # key of either table


def resolved(found: Sequence[Named]) -> list[Toponym | None]:
    """Return the place that each mention stands for, None where none is likely.

    What holds one mention of a name ("Paris, Texas") decides for those with nothing beside them; where two differ, the
    one before does. A name that may be one of several places far apart has no coordinates.
    """
    first = _all(found, _around(found, {}), best=True)
    read = {mention.name: place for mention, place in zip(reversed(found), reversed(first), strict=True)}
    return _all(found, _around(found, read))


def _all(found: Sequence[Named], setting: Around, *, best: bool = False) -> list[Toponym | None]:
    """Return the place of each mention; the likeliest one, though others be as likely, where `best` is asked for."""
    held: dict[str, Toponym] = {}
    for mention in reversed(found):
        if mention.holder is not None:
            held[mention.name] = mention.holder
    known: dict[tuple[str, str], Toponym | None] = {}
    places: list[Toponym | None] = []
    for mention in found:
        if mention.holder is not None:
            held[mention.name] = mention.holder
        at = (mention.name, mention.noun)
        if at not in known:
            known[at] = _chosen(mention, setting, best=best)
        same = held.get(mention.name) if mention.noun != "area" else None
        places.append(mention.holder or same or known[at])
    return places


def _around(found: Sequence[Named], before: Mapping[str, Toponym | None]) -> Around:
    """Return the setting of an article's mentions; `before` is how their names were read in a first pass."""
    countries: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    regions: dict[Area, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    cells: dict[tuple[int, int], set[str]] = defaultdict(set)
    counties: dict[tuple[int, int], set[str]] = defaultdict(set)
    for mention in found:
        plain = mention.holder or _plain(mention)
        country = plain.country if plain is not None else _common_country(mention)
        if country:
            strong = plain is not None and (plain.kind == "country" or mention.holder is not None)
            countries[country][mention.name] += 2.0 if strong else 1.0
        read = plain or before.get(mention.name)
        if read is not None and read.country and read.admin1:
            sure = plain is not None and (plain.kind == "first_level" or mention.holder is not None)
            regions[read.country, read.admin1][mention.name] += 1.0 if sure else 0.4
        candidates = [mention.holder] if mention.holder is not None else mention.places[:_MOST]
        if mention.places[0].kind in {"country", "first_level", "continent"} and mention.holder is None:
            candidates = []
        for place in candidates:
            if place.kind in {"town", "second_level"} and place.lat is not None and place.lon is not None:
                cells[_cell(place.lat, place.lon)].add(mention.name)
                if _is_county(place, mention):
                    counties[_cell(place.lat, place.lon)].add(mention.name)
    frozen = ({cell: frozenset(names) for cell, names in table.items()} for table in (cells, counties))
    return Around(countries, regions, *frozen)


def _is_county(place: Toponym, mention: Named) -> bool:
    """Return whether a place is a county under its bare name, which no town of the region has: "Norfolk" in England."""
    if place.kind != "second_level" or " " in mention.name:
        return False
    area = (place.country, place.admin1)
    return not any(other.kind == "town" and (other.country, other.admin1) == area for other in mention.places)


def _common_country(mention: Named) -> str | None:
    """Return the country that nearly all places of a name lie in: "Laurel County" is American wherever it is."""
    codes = [place.country for place in mention.places[:_MOST]]
    most = max(set(codes), key=codes.count)
    shared = codes.count(most) >= _SHARE * len(codes) and mention.places[0].country == most
    return most if shared else None


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat / _CELL), math.floor(lon / _CELL)


def _plain(mention: Named) -> Toponym | None:
    """Return the place that a name stands for with no context: a country or region, or a city without a rival."""
    first = mention.places[0]
    if first.kind in {"country", "first_level"}:
        others = [place for place in mention.places[1:] if place.kind in {"country", "first_level"}]
        return first if all(other.country == first.country for other in others) else None
    rivals = [place for place in mention.places[1:] if place.population * 10 > first.population]
    return first if first.kind == "town" and rank_of([first]) >= 2 and not rivals else None  # noqa: PLR2004 - a city


def in_series(found: Sequence[Named]) -> dict[int, Toponym]:
    """Return the region for each mention, by its place, that stands in a list of regions: "Ohio, New York, Utah".

    A town before its region ("Odessa, Texas") begins no list, and neither it nor its name elsewhere is in one.
    """
    areas: dict[int, Toponym] = {}
    held = {mention.name for n, mention in enumerate(found) if mention.holder is not None and not _follows(found, n)}
    for n, mention in enumerate(found):
        region = next((place for place in mention.places if place.kind == "first_level"), None)
        beside = [other for other in (*found[max(0, n - 1) : n], *found[n + 1 : n + 2]) if _is_close(mention, other)]
        if region is not None and mention.name not in held and beside and all(map(_is_region, beside)):
            areas[n] = region
    return areas


def _follows(found: Sequence[Named], n: int) -> bool:
    """Return whether a region of its own stands right before a mention, so that both are of one list."""
    before = found[n - 1] if n else None
    return before is not None and before.sign != "short" and _is_close(before, found[n]) and _is_region(before)


def _is_region(mention: Named) -> bool:
    plain = _plain(mention)
    return plain is not None and plain.kind == "first_level"


def _is_close(one: Named, other: Named) -> bool:
    gap = other.start - one.end if other.start >= one.end else one.start - other.end
    return one.field == other.field and gap <= len(", and ")


def _chosen(mention: Named, setting: Around, *, best: bool) -> Toponym | None:
    scores = {place.id: _score(place, mention, setting) for place in _of_noun(mention)[:_MOST]}
    first, *others = sorted(_of_noun(mention)[:_MOST], key=lambda place: (-scores[place.id], place.id))
    if first.kind in {"country", "continent"} or mention.sign in {"short", "adjective"} or _is_known_region(first):
        return first
    if first.kind in {"town", "second_level"}:
        alike = [place for place in others if scores[place.id] > scores[first.id] - TIE]
        alone = mention.sign == "claimed" and setting.country(first.country, mention.name) == 0
        if alone or scores[first.id] < _UNLIKELY or any(is_far_village(first, other) for other in alike):
            return None
    leads = {place.id: lead(first, place, scores[first.id] - scores[place.id]) for place in others}
    rivals = [place for place in others if leads[place.id] < LEAD and is_apart(first, place)]
    if best or not rivals:
        return first
    return unplaced(first, [place for place in rivals if leads[place.id] < LEAD_OF_COUNTRY])


def _is_known_region(place: Toponym) -> bool:
    return place.kind in {"first_level", "region", "landmark"} and place.population >= _METROPOLIS


def _of_noun(mention: Named) -> Sequence[Toponym]:
    """Return the towns of a name that a noun calls a town, the areas of one that it calls an area, else all."""
    if not mention.noun:
        return mention.places
    settled = mention.noun == "settlement"
    return [place for place in mention.places if (place.kind == "town") == settled] or mention.places


def _score(place: Toponym, mention: Named, setting: Around) -> float:
    score = _ground(place, mention)
    if place.country is None:
        return score
    support = setting.country(place.country, mention.name)
    if place.kind == "country":
        disputed = support == 0 and any(_rivals(other, mention, setting) for other in mention.places[:_MOST])
        return score + support - (_UNSUPPORTED if disputed else 0.0)
    score += _PRIOR * support
    if place.admin1 is not None:
        score += _REGION * setting.region((place.country, place.admin1), mention.name)
    if place.kind in {"town", "second_level"} and place.lat is not None and place.lon is not None:
        score += _NEAR * min(_MOST_NEAR, len(_beside(place.lat, place.lon, setting.cells) - {mention.name}))
        if place.kind == "town" and _beside(place.lat, place.lon, setting.counties) - {mention.name}:
            score += _COUNTY
    return score


def _rivals(place: Toponym, mention: Named, setting: Around) -> bool:
    """Return whether the article speaks for a namesake of a country: a region, or a town with other names near it."""
    if place.kind == "country" or place.country is None or setting.country(place.country, mention.name) == 0:
        return False
    if place.kind == "first_level" or place.lat is None or place.lon is None:
        return place.kind == "first_level"
    return len(_beside(place.lat, place.lon, setting.cells) - {mention.name}) > 1


def _ground(place: Toponym, mention: Named) -> float:
    """Return what speaks for a place whatever the article: how many live there, and what kind of place it is."""
    score = math.log10(place.population + 10)
    if place.kind in {"country", "continent"}:
        return score + _COUNTRY
    if place.kind in {"region", "landmark"} or _is_known_region(place):
        return score + _AREA
    if place.kind == "first_level":
        return score + (0.0 if _has_seat(place, mention) else _LESSER_AREA)
    if place.kind == "second_level":
        return score + (1.5 if " " in mention.name else -0.5)
    return score + _famous(place) + (_PRIMARY if place.primary else 0.0)


def _famous(place: Toponym) -> float:
    return _FAMOUS if place.kind == "town" and place.population >= _METROPOLIS else 0.0


def _has_seat(region: Toponym, mention: Named) -> bool:
    """Return whether a region has the name of a town in it that is as well known: "Kursk" alone is the town."""
    if mention.noun == "area" or region.population >= _METROPOLIS:
        return False
    return any(
        place.kind == "town" and place.primary and place.population >= _SEAT
        for place in mention.places
        if (place.country, place.admin1) == (region.country, region.admin1)
    )


def _beside(lat: float, lon: float, named: Mapping[tuple[int, int], frozenset[str]]) -> frozenset[str]:
    row, column = _cell(lat, lon)
    return frozenset(name for cell in _cells(row, column) for name in named.get(cell, ()))


def _cells(row: int, column: int) -> Iterator[tuple[int, int]]:
    return ((row + up, column + side) for up in (-1, 0, 1) for side in (-1, 0, 1))
