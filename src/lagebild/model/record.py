"""The extraction record: claims resolved, times, places, incidents and the fact box; findings of proofreading."""

from dataclasses import dataclass, field
from typing import Literal

from lagebild.model.article import Article, Span
from lagebild.model.claims import Claim, Figure, Relation
from lagebild.model.values import (
    DatePrecision,
    FieldName,
    IncidentType,
    Modality,
    PersonReason,
    PlacePrecision,
    Qualifier,
    SourceKind,
    TimeMod,
    TimeType,
)


@dataclass(frozen=True, slots=True)
class Time:
    """A resolved time expression: TIMEX3 value, and the wording beside it.

    `mod` says which part of it is meant ("Anfang 2025"), or that it is no more than about so ("gegen 14 Uhr").
    """

    field: FieldName
    start: int
    end: int
    quote: str
    type: TimeType
    value: str
    precision: DatePrecision
    mod: TimeMod | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A resolved place mention; coordinates and GeoNames id are null where a table of regions gave it."""

    field: FieldName
    start: int
    end: int
    quote: str
    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geonames: int | None
    precision: PlacePrecision
    disputed: str | None = None


@dataclass(frozen=True, slots=True)
class PersonName:
    """A mention of a person's name; `name` is the fullest form that the article has, one for all mentions.

    `public` is true of those who hold an office or speak in their function; the names of all others are shown as
    initials wherever a record leaves the user's own store. `reason` says why.
    """

    field: FieldName
    start: int
    end: int
    quote: str
    name: str
    public: bool
    reason: PersonReason


@dataclass(frozen=True, slots=True)
class IncidentTime:
    """When an incident happened: ISO prefixes ("2025", "2025-04", "2025-04-26") and the zone, where known."""

    start: str
    end: str
    precision: DatePrecision
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class BoxPlace:
    """The place of the box in the text's wording, uninflected."""

    name: str
    country: str | None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class BoxCount:
    """The article's best total of one measure for an incident, and the claims it rests on."""

    low: int | None
    high: int | None
    qualifier: Qualifier
    modality: Modality
    as_of: str | None
    includes_perpetrator: bool | None
    by_group: dict[str, int]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident that the article reports, with its totals; exactly one of them is the main one, where there is any.

    Another one has the type that its own sentences tell, "none" where they do not.
    """

    id: str
    main: bool
    parent: str | None
    type: IncidentType
    place: BoxPlace | None
    time: IncidentTime | None
    killed: BoxCount | None = None
    injured: BoxCount | None = None
    missing: BoxCount | None = None
    casualties: BoxCount | None = None


@dataclass(frozen=True, slots=True)
class BoxSource:
    """A named source of the box, and the claims it stands behind."""

    name: str
    kind: SourceKind
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """The fact box of an article's main incident. Null is 'the article gives none', never zero."""

    type: IncidentType = "none"
    place: BoxPlace | None = None
    country: str | None = None
    date: str | None = None
    killed: BoxCount | None = None
    injured: BoxCount | None = None
    missing: BoxCount | None = None
    casualties: BoxCount | None = None
    sources: tuple[BoxSource, ...] = ()


@dataclass(frozen=True, slots=True)
class MadeBy:
    """Which release, parser and vocabulary made a record."""

    version: str
    parser: str
    vocabulary: str


@dataclass(frozen=True, slots=True)
class Record:
    """The extraction record of one article."""

    article: Article
    made_by: MadeBy
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    incidents: tuple[Incident, ...] = ()
    box: Box = field(default_factory=Box)
    persons: tuple[PersonName, ...] = ()
    schema: Literal["lagebild.record/1"] = "lagebild.record/1"

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return the figures alone, in text order."""
        return tuple(claim for claim in self.claims if isinstance(claim, Figure))


@dataclass(frozen=True, slots=True)
class Finding:
    """What a proofreader should look at: a code of the families LB1 to LB4, the place, both sides, and a hint.

    `spans` are the places quoted, the one to mark first; `message` is in the language that was asked for.
    """

    code: str
    name: str
    message: str
    hint: str
    article: str
    spans: tuple[Span, ...]
    claims: tuple[str, ...] = ()
