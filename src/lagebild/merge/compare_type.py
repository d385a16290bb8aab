"""How the types of two tellings stand to each other: one and the same, often told as each other, or never."""

from lagebild.merge.telling import Telling
from lagebild.model import Feature, IncidentType

# What reports call by another of these names while an incident is young, or see from another side.
_ALIKE: tuple[frozenset[IncidentType], ...] = (
    frozenset({"crime.shooting", "crime.killing", "crime.assault", "conflict.attack", "conflict.bombing"}),
    frozenset({"crime.abduction", "conflict.attack", "crime.killing", "crime.assault"}),
    frozenset({"conflict.battle", "conflict.attack", "conflict.strike", "conflict.bombing"}),
    frozenset({"accident.explosion", "accident.industrial", "accident.fire", "accident.collapse"}),
    frozenset({"accident.explosion", "conflict.bombing", "conflict.strike", "crime.arson"}),
    frozenset({"crime.arson", "accident.fire", "disaster.wildfire"}),
    frozenset({"unrest.riot", "unrest.protest", "conflict.repression", "accident.crowd"}),
    frozenset({"disaster.flood", "disaster.storm", "disaster.landslide", "disaster.weather"}),
    frozenset({"accident.road", "conflict.attack", "crime.killing"}),
    frozenset({"crime.arrest", "crime.killing", "crime.shooting", "crime.assault", "crime.abduction", "crime.arson"}),
    frozenset({"crime.arrest", "conflict.attack", "conflict.bombing", "unrest.riot", "unrest.protest"}),
    frozenset({"conflict.deployment", "conflict.arms", "conflict.diplomacy"}),
)
_UNTOLD: frozenset[IncidentType] = frozenset({"accident.other", "crime.other", "disaster.other"})
_DAILY = frozenset({  # what happens in any country on any day, so that two reports of it are soon of two incidents
    "accident.road", "accident.fire", "crime.shooting", "crime.killing", "crime.assault", "crime.arrest", "crime.trial",
    "conflict.strike", "conflict.attack", "conflict.battle", "conflict.diplomacy", "unrest.protest",
})  # fmt: skip
# Log-odds.
SAME, SAME_RARE, ALIKE, FAMILY, UNLIKE, WAR = 1.0, 2.0, 0.6, 0.2, -2.0, -4.0
NO_INCIDENT, TRIAL, ONE_WAR = -0.5, -1.0, 4.0


def kind(one: Telling, other: Telling) -> Feature | None:
    """Return what the types say, None where one of them does not tell."""
    a, b = one.type, other.type
    if (a == "conflict.war") != (b == "conflict.war") and "none" not in {a, b}:
        return Feature("type", WAR, "type.war", (a, b))
    if a == b == "conflict.war":
        return _wars(one, other)
    if a == b:
        return _same(a)
    if "none" in {a, b}:
        apart = (one.own and a == "none") or (other.own and b == "none")
        return Feature("type", NO_INCIDENT, "type.none", (b if a == "none" else a,)) if apart else None
    if "crime.trial" in {a, b}:
        return Feature("type", TRIAL, "type.trial", (b if a == "crime.trial" else a,))
    if a in _UNTOLD or b in _UNTOLD:
        return None
    if any(a in group and b in group for group in _ALIKE):
        return Feature("type", ALIKE, "type.alike", (a, b))
    if a.partition(".")[0] == b.partition(".")[0] == "conflict":
        return Feature("type", FAMILY, "type.alike", (a, b))
    return Feature("type", UNLIKE, "type.unlike", (a, b))


def _same(told: IncidentType) -> Feature | None:
    if told == "none" or told in _UNTOLD:
        return None
    return Feature("type", SAME if told in _DAILY else SAME_RARE, "type.same", (told,))


def _wars(one: Telling, other: Telling) -> Feature | None:
    """Return that two reports tell of one country's war, whichever of its days they are about."""
    if one.spot is None or other.spot is None or one.spot.country != other.spot.country:
        return None
    return Feature("type", ONE_WAR, "type.one_war", (one.spot.name, other.spot.name))
