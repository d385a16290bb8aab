"""Which of the places of one name a mention stands for: country, containment, population; none where none fits.

The countries that the article names, by name or by adjective, are the prior; without any, the outlet's own
language area.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lagebild.link.gazetteer import Toponym, key
from lagebild.link.place_accept import HOME
from lagebild.link.place_mentions import Mention
from lagebild.link.place_names import AREA_KINDS, CITY, KNOWN, KNOWN_BY_REGION, METROPOLIS

PRIMARY_BONUS = 1.2
COUNTRY_BONUS = 6.0
OWN_REGION_BONUS = 2.5
PRIOR_WEIGHT = 4.0
HOME_WEIGHT = 1.5
SAME_REGION_BONUS = 1.2
AREA_NOUN_BONUS = 3.0
FAMOUS_BONUS = 2.5
CLEAR_LEAD = 1.0
LEAD = 0.5  # a place has three times the people of its namesakes, or as much more said for it
LEAD_OF_COUNTRY = 0.2
DWARFS = 2
NEAR = 1.0  # degrees
TIE = 0.3  # one of them has twice the people
VILLAGE = 500  # people; the index has none smaller, a user's own gazetteer does
APART = 0.2  # degrees
SMALL_TOWN = 15_000
HAMLET_SHARE = 20  # a namesake abroad this much smaller leaves no doubt
LEAST_PRIOR = 0.2


@dataclass(frozen=True, slots=True)
class Setting:
    """The countries of an article with their weight (the greatest is 1), and its first-level regions."""

    countries: Mapping[str, float]
    regions: frozenset[tuple[str, str]]


def setting(mentions: Sequence[Mention], adjectives: Counter[str]) -> Setting:
    """Return the countries that the article speaks of: named, by adjective, or by a well-known place in them."""
    weights: Counter[str] = Counter()
    for code, count in adjectives.items():
        weights[code] += 2 * count
    regions: set[tuple[str, str]] = set()
    for mention in mentions:
        best = _foremost(mention)
        if best is None or best.country is None:
            continue
        if best.kind == "country":
            weights[best.country] += 2
        elif best.kind in AREA_KINDS or mention.naming.rank >= KNOWN:
            weights[best.country] += 1
        if best.kind == "first_level" and best.admin1:
            regions.add((best.country, best.admin1))
    most = max(weights.values(), default=1)
    return Setting({code: (weight / most) ** 0.5 for code, weight in weights.items()}, frozenset(regions))


def _foremost(mention: Mention) -> Toponym | None:
    """Return the place that a name stands for with no context, where it is well known and no other one comes near."""
    if mention.naming.rank < KNOWN:
        return None
    ranked = sorted(mention.naming.places, key=lambda place: _standing(place, mention), reverse=True)
    best = ranked[0]
    rivals = (place for place in ranked[1:] if place.country != best.country)
    rival = next(rivals, None)
    lead = 0.0 if rival is None else _standing(best, mention) - _famous(best) - _standing(rival, mention)
    near = rival is not None and lead < CLEAR_LEAD
    return None if near else best


def choose(mention: Mention, around: Setting) -> Toponym | None:
    """Return the place that the mention stands for in its setting, or None where none is likely."""
    places = _candidates(mention)
    scores = {place.id: _score(place, mention, around) for place in places}
    best = max(places, key=lambda place: (scores[place.id], -place.id), default=None)
    if best is None or not _likely(best, mention, around):
        return None
    others = [place for place in places if place.id != best.id]
    if any(is_far_village(best, other) for other in others if scores[other.id] > scores[best.id] - TIE):
        return None
    if best.kind != "town":
        return best
    leads = {place.id: lead(best, place, scores[best.id] - scores[place.id]) for place in others}
    rivals = [place for place in others if leads[place.id] < LEAD and is_apart(best, place)]
    return unplaced(best, [place for place in rivals if leads[place.id] < LEAD_OF_COUNTRY]) if rivals else best


def _candidates(mention: Mention) -> tuple[Toponym, ...]:
    """Return the places that a name may stand for by the words beside it.

    A country has its German name in German, where a region of another one has the English one: "in Georgia". Where an
    area is named that holds none of them, it is another place.
    """
    places = mention.naming.places
    named = mention.naming.name
    if any(place.kind == "first_level" and place.population >= METROPOLIS and place.name == named for place in places):
        places = tuple(place for place in places if place.kind != "country" or place.name == named)
    if mention.hint and (hinted := tuple(place for place in places if place.country == mention.hint)):
        places = hinted
    if mention.beside is None:
        return places
    inner = tuple(place for place in places if _is_beside(place, mention.beside))
    outside = (
        mention.held and mention.beside.kind in {"first_level", "country"} and all(p.kind == "town" for p in places)
    )
    return inner if inner or outside else places


def _is_beside(place: Toponym, other: Toponym) -> bool:
    if place.country != other.country:
        return False
    if other.kind != "town":
        return other.admin1 is None or place.admin1 == other.admin1
    if place.lat is None or place.lon is None or other.lat is None or other.lon is None:
        return False
    return abs(place.lat - other.lat) + abs(place.lon - other.lon) < NEAR


def lead(best: Toponym, other: Toponym, ahead: float) -> float:
    """Return by how much a place is ahead; that it is a metropolis counts beside namesakes that are much smaller."""
    least = METROPOLIS - (best.country == other.country)  # a capital counts as a metropolis in its own country
    people = other.population if other.kind == "town" else 0
    dwarfs = best.population > max(least, DWARFS * people)
    return ahead if dwarfs else ahead - _famous(best) + _famous(other)


def is_apart(one: Toponym, other: Toponym) -> bool:
    """Return whether two places lie so far apart that it matters which of them is meant."""
    if one.country != other.country or one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return True
    if one.admin1 == other.admin1 and {one.kind, other.kind} != {"town"}:
        return False
    return abs(one.lat - other.lat) + abs(one.lon - other.lon) > NEAR


def unplaced(best: Toponym, rivals: Sequence[Toponym]) -> Toponym:
    """Return a place that nobody can tell from its namesakes: no point, and no country where they are of several."""
    country = best.country if all(rival.country == best.country for rival in rivals) else None
    return replace(best, id=0, country=country, admin1=None, lat=None, lon=None, kind="town", disputed=None)


def is_far_village(one: Toponym, other: Toponym) -> bool:
    """Return whether two villages of one name lie apart, so that nobody can tell which is meant."""
    small = one.kind == other.kind == "town" and max(one.population, other.population) < VILLAGE
    if not small or one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return abs(one.lat - other.lat) + abs(one.lon - other.lon) > APART


def _standing(place: Toponym, mention: Mention) -> float:
    """Return what speaks for a place whatever the article: how many live there, and what kind of place it is."""
    score = math.log10(place.population + 10)
    if place.kind == "country":
        return score + COUNTRY_BONUS
    if place.id < 0 and place.kind != "first_level":
        return score + OWN_REGION_BONUS
    if place.kind == "first_level":
        score += AREA_NOUN_BONUS if mention.kind == "area" else 0.0
        if place.population >= METROPOLIS:
            return score + PRIMARY_BONUS
        return score + 0.5 if place.country in KNOWN_BY_REGION else score - 0.5
    if mention.kind == "area":
        score -= AREA_NOUN_BONUS / 2
    return score + _famous(place) + (PRIMARY_BONUS if _is_chief(place, mention) else 0.0)


def _is_chief(place: Toponym, mention: Mention) -> bool:
    """Return whether a name is a place's chief one, or that without what tells it from others: "Halle (Saale)"."""
    return place.primary or key(place.name).startswith(f"{key(mention.naming.name)} ")


def _famous(place: Toponym) -> float:
    return FAMOUS_BONUS if place.kind == "town" and place.population >= METROPOLIS else 0.0


def _score(place: Toponym, mention: Mention, around: Setting) -> float:
    score = _standing(place, mention)
    if place.country is None or place.kind == "country":
        return score
    size = min(1.0, math.log10(place.population + 10) / math.log10(CITY)) ** 2
    score += PRIOR_WEIGHT * size * around.countries.get(place.country, 0.0)
    if (place.country, place.admin1) in around.regions:
        score += SAME_REGION_BONUS
    if not around.countries and place.country in HOME:
        score += HOME_WEIGHT
    if mention.naming.form == "adjective" and place.country in HOME:
        score += 0.5
    return score


def _likely(place: Toponym, mention: Mention, around: Setting) -> bool:
    """Return whether a lesser place fits the article: in one of its countries, or at home where it has none."""
    if place.kind in AREA_KINDS or mention.hint == place.country:
        return True
    if around.countries.get(place.country or "", 0.0) >= LEAST_PRIOR:
        return True
    if mention.kind == "area" and not place.primary:
        return False
    if mention.cue == "claimed" and place.population < CITY:
        return False
    placed = mention.cue in {"kind", "locative", "opening", "series"}
    if place.population >= (CITY if place.primary or placed else METROPOLIS):
        return True
    if place.country in HOME:
        return _is_chief(place, mention) and (not around.countries or mention.cue != "spatial")
    alone = all(
        other.country == place.country or other.population * HAMLET_SHARE < place.population
        for other in mention.naming.places
    )
    return not around.countries and (place.primary or alone) and place.population >= SMALL_TOWN
