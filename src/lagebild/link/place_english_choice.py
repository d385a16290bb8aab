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
from lagebild.link.place_choice import TIE, is_far_village
from lagebild.link.place_english import Named
from lagebild.link.place_names import rank_of

Area = tuple[str, str]
_COUNTRY, _AREA, _FAMOUS, _PRIMARY = 6.0, 2.5, 2.5, 0.8
_PRIOR, _REGION, _NEAR, _MOST_NEAR = 3.0, 2.5, 1.1, 3
_UNSUPPORTED = 4.0  # a country that nothing else in the article speaks for, where something else does for a namesake
_CELL = 1.5  # degrees
_MOST = 30  # candidates of a name that are compared
_METROPOLIS = 1_000_000
_UNLIKELY = 4.2
_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Around:
    """What the names of an article say of where it is set: for each country and region, the weight of each name."""

    countries: Mapping[str, Mapping[str, float]]
    regions: Mapping[Area, Mapping[str, float]]
    cells: Mapping[tuple[int, int], frozenset[str]]

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
    return (weights.get(key, 0.0) / most) ** 0.5 if most else 0.0  # type: ignore[call-overload]  # key of either table


def resolved(found: Sequence[Named]) -> dict[str, Toponym | None]:
    """Return the place that each name of an article stands for, None where none is likely."""
    held = {mention.name: mention.holder for mention in found if mention.holder is not None}
    names = {mention.name: mention for mention in reversed(found)}
    first = _all(names, held, _around(found, {}))
    return _all(names, held, _around(found, first))


def _all(names: Mapping[str, Named], held: Mapping[str, Toponym | None], setting: Around) -> dict[str, Toponym | None]:
    return {name: held.get(name) or _chosen(mention, setting) for name, mention in names.items()}


def _around(found: Sequence[Named], before: Mapping[str, Toponym | None]) -> Around:
    """Return the setting of an article's mentions; `before` is how their names were read in a first pass."""
    countries: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    regions: dict[Area, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    cells: dict[tuple[int, int], set[str]] = defaultdict(set)
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
    return Around(countries, regions, {cell: frozenset(names) for cell, names in cells.items()})


def _common_country(mention: Named) -> str | None:
    """Return the country that nearly all places of a name lie in: "Laurel County" is American wherever it is."""
    codes = [place.country for place in mention.places[:_MOST]]
    most = max(set(codes), key=codes.count)
    return most if most is not None and codes.count(most) >= _SHARE * len(codes) else None


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
    """Return the region for each mention, by its place, that stands in a list of regions: "Ohio, New York, Utah"."""
    areas: dict[int, Toponym] = {}
    for n, mention in enumerate(found):
        region = next((place for place in mention.places if place.kind == "first_level"), None)
        beside = [other for other in (*found[max(0, n - 1) : n], *found[n + 1 : n + 2]) if _is_close(mention, other)]
        plain = [_plain(other) for other in beside]
        if region is not None and beside and all(p is not None and p.kind == "first_level" for p in plain):
            areas[n] = region
    return areas


def _is_close(one: Named, other: Named) -> bool:
    gap = other.start - one.end if other.start >= one.end else one.start - other.end
    return one.field == other.field and gap <= len(", and ")


def _chosen(mention: Named, setting: Around) -> Toponym | None:
    ranked = sorted(mention.places[:_MOST], key=lambda place: (-_score(place, mention, setting), place.id))
    best = ranked[0]
    if best.kind not in {"town", "second_level"} or mention.sign in {"short", "adjective"}:
        return best
    if _score(best, mention, setting) < _UNLIKELY:
        return None
    alike = [place for place in ranked[1:] if _score(place, mention, setting) > _score(best, mention, setting) - TIE]
    return None if any(is_far_village(best, other) for other in alike) else best


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
        score += _NEAR * min(_MOST_NEAR, len(_beside(place.lat, place.lon, setting) - {mention.name}))
    return score


def _rivals(place: Toponym, mention: Named, setting: Around) -> bool:
    """Return whether the article speaks for a namesake of a country: a region, or a town with other names near it."""
    if place.kind == "country" or place.country is None or setting.country(place.country, mention.name) == 0:
        return False
    if place.kind == "first_level" or place.lat is None or place.lon is None:
        return place.kind == "first_level"
    return len(_beside(place.lat, place.lon, setting) - {mention.name}) > 1


def _ground(place: Toponym, mention: Named) -> float:
    """Return what speaks for a place whatever the article: how many live there, and what kind of place it is."""
    score = math.log10(place.population + 10)
    if place.kind in {"country", "continent"}:
        return score + _COUNTRY
    if place.kind in {"first_level", "region", "landmark"}:
        return score + _AREA
    if place.kind == "second_level":
        return score + (1.5 if " " in mention.name else -0.5)
    famous = _FAMOUS if place.population >= _METROPOLIS else 0.0
    return score + famous + (_PRIMARY if place.primary else 0.0)


def _beside(lat: float, lon: float, setting: Around) -> frozenset[str]:
    row, column = _cell(lat, lon)
    return frozenset(name for cell in _cells(row, column) for name in setting.cells.get(cell, ()))


def _cells(row: int, column: int) -> Iterator[tuple[int, int]]:
    return ((row + up, column + side) for up in (-1, 0, 1) for side in (-1, 0, 1))
