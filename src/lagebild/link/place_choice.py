"""Which of the places of one name a mention stands for: country, containment, population; none where none fits.

The countries that the article names, by name or by adjective, are the prior; without any, the outlet's own
language area.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lagebild.link.gazetteer import Toponym
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
TIE = 0.3  # one of them has twice the people
VILLAGE = 500  # people; the index has none smaller, a user's own gazetteer does
APART = 0.2  # degrees
SMALL_TOWN = 15_000
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
    places = mention.naming.places
    if mention.hint and (hinted := tuple(place for place in places if place.country == mention.hint)):
        places = hinted
    scores = {place.id: _score(place, mention, around) for place in places}
    best = max(places, key=lambda place: (scores[place.id], -place.id), default=None)
    if best is None:
        return None
    alike = [place for place in places if place.id != best.id and scores[place.id] > scores[best.id] - TIE]
    return best if _likely(best, mention, around) and not any(is_far_village(best, other) for other in alike) else None


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
    return score + _famous(place) + (PRIMARY_BONUS if place.primary else 0.0)


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
    placed = mention.cue in {"kind", "locative", "opening", "series"}
    if place.population >= (CITY if place.primary or placed else METROPOLIS):
        return True
    if place.country in HOME:
        return place.primary and (not around.countries or mention.cue != "spatial")
    alone = all(other.country == place.country for other in mention.naming.places)
    return not around.countries and (place.primary or alone) and place.population >= SMALL_TOWN
