"""Closed sets of values: what the fields of claims, dates, places and incidents may hold."""

from typing import Literal, TypeAlias, get_args

# fmt: off
FieldName: TypeAlias = Literal["title", "text"]
Measure: TypeAlias = Literal[
    "killed", "injured", "casualties", "missing", "abducted", "detained", "displaced", "survived", "deployed",
]
Qualifier: TypeAlias = Literal["exact", "about", "at_least", "more_than", "at_most", "range", "vague"]
Group: TypeAlias = Literal[
    "civilian", "military", "armed_group", "police", "responder", "journalist", "perpetrator", "child", "woman",
    "man",
]
Extent: TypeAlias = Literal["incident", "part", "period"]
Modality: TypeAlias = Literal["stated", "uncertain", "denied"]
Scope: TypeAlias = Literal["main", "other"]
SourceKind: TypeAlias = Literal[
    "government", "military", "police", "emergency", "hospital", "court", "organisation", "company", "agency",
    "media", "witness", "armed_group", "expert", "person", "unnamed",
]
SourceRole: TypeAlias = Literal["origin", "via"]
Stance: TypeAlias = Literal["asserts", "confirms", "denies"]
DatePrecision: TypeAlias = Literal["minute", "hour", "day", "week", "month", "season", "year", "decade", "century"]
TimeMod: TypeAlias = Literal["start", "mid", "end", "approx"]
TimeType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]
PlacePrecision: TypeAlias = Literal["town", "district", "region", "country", "none"]
IncidentType: TypeAlias = Literal[
    "conflict.war", "conflict.battle", "conflict.strike", "conflict.bombing", "conflict.attack",
    "conflict.deployment", "conflict.arms", "conflict.repression", "conflict.diplomacy", "unrest.riot",
    "unrest.protest", "crime.killing", "crime.shooting", "crime.assault", "crime.abduction", "crime.arson",
    "crime.arrest", "crime.trial", "crime.other", "accident.road", "accident.rail", "accident.air", "accident.sea",
    "accident.industrial", "accident.explosion", "accident.fire", "accident.collapse", "accident.crowd",
    "accident.other", "disaster.earthquake", "disaster.flood", "disaster.storm", "disaster.landslide",
    "disaster.volcano", "disaster.wildfire", "disaster.weather", "disaster.other", "health.outbreak", "none",
]
EventType: TypeAlias = Literal[
    "conflict.deployment", "conflict.arms", "conflict.strike", "conflict.bombing", "conflict.attack",
    "conflict.battle", "conflict.diplomacy", "crime.arrest", "act.order", "act.confirmation", "act.denial",
]
EventStatus: TypeAlias = Literal["done", "planned", "promised", "denied", "confirmed"]
PersonReason: TypeAlias = Literal[
    "office", "speaks_in_function", "author", "private_role", "befallen", "silent", "no_role",
]
ActorRole: TypeAlias = Literal["agent", "target", "recipient"]
# fmt: on
INCIDENT_TYPES: tuple[IncidentType, ...] = get_args(IncidentType)
MEASURES: tuple[Measure, ...] = get_args(Measure)
