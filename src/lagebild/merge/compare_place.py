"""How the places of two tellings stand to each other: the same, near, one inside the other, or apart."""

from lagebild.merge.days import Days
from lagebild.merge.spots import Spot, distance
from lagebild.merge.telling import Telling
from lagebild.merge.words import weights
from lagebild.model import Feature

_SAME, _NEAR, _ROUND, _REGION = 3.0, 15.0, 50.0, 150.0  # km
_POINTS = frozenset({"town", "district"})
# Log-odds. One town has many incidents in a year but few on a day; another country has none of this one. A place that
# the other report names too may be the scene that one of them has chosen differently, so it tells less against.
SAME, INSIDE, NAMED, COUNTRY = 2.5, 1.0, 1.2, 0.5
NEAR, NEAR_NAMED = -1.8, 0.8
ROUND, ROUND_NAMED = -3.0, -0.3
FAR, FAR_NAMED, FAR_HEADED = -5.0, -1.0, 0.0
ABROAD, ABROAD_NAMED = -6.0, -2.5
ELSEWHERE = -3.0
UNPLACED, UNPLACED_NAMED, UNPLACED_APART = 1.8, 0.0, -1.5
NAMESAKE = 0.5  # one name, far apart: one of the two has rather been taken for its namesake


def place(one: Telling, other: Telling) -> Feature | None:
    """Return what the places say, None where one of the tellings has none and none is named in the other."""
    a, b = one.spot, other.spot
    if one.type == other.type == "conflict.war":
        return None  # it has many places
    given = _given_away(one, other) or _given_away(other, one)
    if given is not None:
        return Feature("place", ELSEWHERE, "place.elsewhere", (given.name,))
    if a is None or b is None:
        return _named_alone(one, other)
    if a.name == b.name and distance(a, b) > _ROUND:
        return Feature("place", NAMESAKE, "place.namesake", (a.name,))
    if a.country and b.country and a.country != b.country:
        score = ABROAD_NAMED if _named(a, other) or _named(b, one) else ABROAD
        return Feature("place", score, "place.abroad", (a.name, b.name))
    if a.lat is None or b.lat is None:
        return _unplaced(one, other, a, b)
    if a.precision in _POINTS and b.precision in _POINTS:
        return _points(one, other, a, b)
    return _areas(one, other, a, b)


def _unplaced(one: Telling, other: Telling, a: Spot, b: Spot) -> Feature:
    """Return what two places say of which one is on no map: only their names can be compared."""
    if a.name == b.name:
        return Feature("place", UNPLACED, "place.same", (a.name, b.name))
    named = _named(a, other) or _named(b, one)
    return Feature("place", UNPLACED_NAMED if named else UNPLACED_APART, "place.unknown", (a.name, b.name))


def _points(one: Telling, other: Telling, a: Spot, b: Spot) -> Feature:
    away = distance(a, b)
    if away <= _SAME:
        return Feature("place", SAME, "place.same", (a.name, b.name))
    named = _named(a, other) or _named(b, one)
    values = (a.name, b.name, f"{away:.0f}")
    if away <= _NEAR:
        return Feature("place", NEAR_NAMED if named else NEAR, "place.near", values)
    if away <= _ROUND:
        return Feature("place", ROUND_NAMED if named else ROUND, "place.apart", values)
    return Feature("place", _far(one, other, a, b), "place.apart", values)


def _far(one: Telling, other: Telling, a: Spot, b: Spot) -> float:
    """Return what places far apart say: less where the one's place is named in the other, least in its headline."""
    if _heads(a, other) or _heads(b, one):
        return FAR_HEADED
    return FAR_NAMED if _named(a, other) or _named(b, one) else FAR


def _areas(one: Telling, other: Telling, a: Spot, b: Spot) -> Feature:
    """Return what two places say of which one is a region or a country at least."""
    if "country" in {a.precision, b.precision}:
        return Feature("place", COUNTRY, "place.country", (a.name, b.name))
    away = distance(a, b)
    if a.name == b.name or (away <= _REGION and a.admin1 is not None and a.admin1 == b.admin1):
        rule = "place.same" if a.name == b.name else "place.inside"
        return Feature("place", INSIDE, rule, (a.name, b.name))
    named = _named(a, other) or _named(b, one)
    values = (a.name, b.name, f"{away:.0f}")
    if away <= _REGION:
        return Feature("place", 0.0 if named else ROUND / 2, "place.apart", values)
    return Feature("place", _far(one, other, a, b), "place.apart", values)


def _named_alone(one: Telling, other: Telling) -> Feature | None:
    """Return that the only place of a pair is named in the other report too."""
    spot, where = (one.spot, other) if one.spot is not None else (other.spot, one)
    if spot is None or not _named(spot, where):
        return None
    return Feature("place", NAMED if spot.precision in _POINTS else COUNTRY, "place.named", (spot.name,))


def _given_away(one: Telling, other: Telling) -> Spot | None:
    """Return the place of the one where the other report gives it to another of its incidents, not to this one."""
    spot = one.spot
    if spot is None or (other.spot is not None and _are_one(spot, other.spot)):
        return None
    given = (days for place, days in other.elsewhere if _are_one(spot, place))
    return spot if any(days is None or one.days is None or _meet(days, one.days) for days in given) else None


def _meet(a: Days, b: Days) -> bool:
    return a.first <= b.last and b.first <= a.last


def _are_one(a: Spot, b: Spot) -> bool:
    return a.name == b.name or distance(a, b) <= _SAME


def _heads(spot: Spot, where: Telling) -> bool:
    """Return whether a report's headline names a place, in whatever spelling its text has for it."""
    language = where.wording.language
    spelled = [spot.name, *(near.name for near in where.near if _are_one(spot, near))]
    return any(words and words <= where.headline for words in (weights(name, language).keys() for name in spelled))


def _named(spot: Spot, where: Telling) -> bool:
    """Return whether a report names a place, whatever it is taken for there."""
    own = weights(spot.name, where.wording.language)
    return (bool(own) and all(word in where.wording.words for word in own)) or any(
        near.precision in _POINTS and spot.precision in _POINTS and distance(spot, near) <= _SAME for near in where.near
    )
