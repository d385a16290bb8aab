"""Where the main incident happened: the most specific named place that the report sets it in.

The heaviest name wins. A part of it that is named beside it is more specific; where the report sets the incident in a
country first and then in several places across it, the country is what they share.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias, get_args

from lagebild.link.place_people import is_people
from lagebild.link.place_scene import Weighed, scene, weigh
from lagebild.link.place_words import words
from lagebild.model import BoxPlace, Document, FieldName, Figure, Place, PlacePrecision

Group: TypeAlias = Sequence[Weighed]
SPECIFIC: Mapping[PlacePrecision, float] = {"district": 1.3, "town": 1.15, "none": 1.0, "region": 1.0, "country": 0.4}
CONTINENT, PART_OF_COUNTRY = 0.3, 0.5
REPEATED, MOST_REPEATED = 0.15, 5
LEAST = 0.6
SHARE_OF_PART, SHARE_OF_DISTRICT, SHARE_OF_TOWN = 0.3, 0.5, 0.75
REGIONS_OF_NATIONWIDE, SHARE_OF_NATIONWIDE, SHARE_OF_LEAD = 3, 0.2, 0.8
LOCAL = frozenset({"town", "district", "region", "none"})


def incident_place(document: Document, figures: tuple[Figure, ...], places: tuple[Place, ...]) -> BoxPlace | None:
    """Return the place of the main incident as the text words it, uninflected, or None where none is named.

    A town, district, region or landmark before a country; a country where the report names nothing nearer or sets the
    incident all over it. `figures` tell which sentences are about the main incident.
    """
    places = tuple(place for place in places if not is_people(place, document.article.language))
    scenes = {name: scene(document, name, figures, places) for name in get_args(FieldName)}
    groups: dict[str, list[Weighed]] = defaultdict(list)
    for place in places:
        groups[_point(place)].append(weigh(scenes[place.field], place))
    scores = {point: _score(group) for point, group in groups.items()}
    best = max(scores, key=lambda point: scores[point], default=None)
    if best is None or scores[best] < LEAST:
        return None
    return _box(groups[_nationwide(groups, scores) or _refined(best, groups, scores)])


def _point(place: Place) -> str:
    """Return what names of one place share: its point on the map, else the name."""
    return f"{place.lat} {place.lon}" if place.lat is not None and place.precision != "district" else place.name


def _box(group: Group) -> BoxPlace:
    counts = Counter(mention.place.name for mention in group)
    named = max(counts, key=lambda name: counts[name])
    place = next(mention.place for mention in group if mention.place.name == named)
    country = place.country or next((mention.place.country for mention in group if mention.place.country), None)
    return BoxPlace(place.name, country, place.lat, place.lon)


def _score(group: Group) -> float:
    return max(_specific(mention.place) for mention in group) * _weight(group)


def _weight(group: Group) -> float:
    ranked = sorted((mention.weight for mention in group), reverse=True)
    return ranked[0] + REPEATED * sum(ranked[1:MOST_REPEATED])


def _specific(place: Place) -> float:
    if place.precision == "none" and place.lat is not None:
        return CONTINENT
    if place.precision == "region" and place.lat is None and _directed(place):
        return PART_OF_COUNTRY if place.country else CONTINENT
    return SPECIFIC[place.precision]


def _directed(place: Place) -> bool:
    """Return whether the name is a country's with a direction: "Nordjapan"."""
    return any(place.name.startswith(direction) for direction in words("de").cues["direction"])


def _refined(best: str, groups: Mapping[str, Group], scores: Mapping[str, float]) -> str:
    """Return the best name, or the heaviest part of it that weighs enough beside it."""
    share = _share_of_part(groups[best][0].place)
    others = {name: group for name, group in groups.items() if name != best}
    heavy = [name for name in others if scores[name] >= share * scores[best]]
    parts = [name for name in heavy if _is_part(others[name], groups[best])]
    within = [name for name, group in others.items() if _lies_in(group, groups[best])]
    told = [name for name in within if scores[name] >= SHARE_OF_DISTRICT * scores[best]]
    if not parts and len(told) == 1:
        parts = [name for name in told if name in heavy]
    return max(parts, key=lambda name: scores[name], default=best)


def _lies_in(group: Group, whole: Group) -> bool:
    """Return whether a name is a scene in the first-level region of another, by the gazetteer."""
    inner, outer = group[0].place, whole[0].place
    of_region = outer.precision == "region" and outer.admin1 is not None and outer.country is not None
    same = (inner.country, inner.admin1) == (outer.country, outer.admin1)
    return of_region and same and inner.precision in LOCAL and any(mention.here for mention in group)


def _share_of_part(whole: Place) -> float:
    if whole.precision == "country" or _specific(whole) <= PART_OF_COUNTRY:
        return SHARE_OF_PART
    return SHARE_OF_TOWN if whole.precision == "region" else SHARE_OF_DISTRICT


def _is_part(group: Group, whole: Group) -> bool:
    """Return whether a name is a district of the town, or a place of the area, by what the text says beside it."""
    inner, outer = group[0].place, whole[0].place
    if inner.country != outer.country or not any(mention.here for mention in group):
        return False
    if outer.precision in {"town", "district"}:
        return outer.precision == "town" and any(mention.place.precision == "district" for mention in group)
    if outer.precision == "country" or _specific(outer) <= PART_OF_COUNTRY:
        return inner.precision in LOCAL and _specific(inner) > PART_OF_COUNTRY
    beside = {mention.sentence for mention in group} & {mention.sentence for mention in whole}
    within = outer.admin1 is None or inner.admin1 in {None, outer.admin1}
    unlisted = inner.precision == "region" and inner.lat is None
    return bool(beside) and within and (inner.precision in {"town", "district"} or unlisted)


def _nationwide(groups: Mapping[str, Group], scores: Mapping[str, float]) -> str | None:
    """Return the country that the report sets the incident in, where it names places in three regions of it or more."""
    heaviest = max(groups, key=lambda name: _weight(groups[name]))
    country = groups[heaviest][0].place
    if country.precision != "country":
        return None
    told = max((mention.weight for mention in groups[heaviest] if mention.here and mention.sentence >= 0), default=0)
    scenes = tuple(_scenes_in(country, groups, scores[heaviest]))
    regions = {mention.place.admin1 for mention in scenes} - {None}
    leads = told >= SHARE_OF_LEAD * max((mention.weight for mention in scenes), default=0)
    return heaviest if leads and len(regions) >= REGIONS_OF_NATIONWIDE else None


def _scenes_in(country: Place, groups: Mapping[str, Group], score: float) -> Iterator[Weighed]:
    for group in groups.values():
        place = group[0].place
        heavy = _weight(group) >= SHARE_OF_NATIONWIDE * score / SPECIFIC["country"]
        if place.country == country.country and place.precision in LOCAL and heavy:
            yield from (mention for mention in group if mention.here)
