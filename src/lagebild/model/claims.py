"""Claims: what is said, who says it, how sure, where it stands, and by which rule it was found."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from pydantic import Field as Alias

from lagebild.model.article import Span
from lagebild.model.values import (
    ActorRole,
    EventStatus,
    EventType,
    Extent,
    FieldName,
    Group,
    Measure,
    Modality,
    Qualifier,
    Scope,
    SourceKind,
    SourceRole,
    Stance,
)


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so: the span of the text, and the name, kind and role that `link` resolves."""

    text: str
    field: FieldName
    start: int
    end: int
    quote: str
    name: str = ""
    kind: SourceKind = "unnamed"
    role: SourceRole = "origin"
    stance: Stance = "asserts"
    party: bool = False


Aspect: TypeAlias = Literal["number", "measure", "group", "source", "modality", "extent", "scope", "date"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a value of a figure is what it is: the rule that gave it, and the words that the rule rests on, if any.

    A rule's last part may be an entry of the vocabulary: "figure.verb.die" is `die` of measure_verbs.
    """

    about: Aspect
    rule: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """How many people had something happen to them, at one place in the text."""

    id: str
    measure: Measure
    low: int | None
    high: int | None
    qualifier: Qualifier
    modality: Modality
    evidence: Span
    count: Span
    rule: str
    score: float
    group: tuple[Group, ...] = ()
    nationality: tuple[str, ...] = ()
    extent: Extent = "incident"
    scope: Scope = "main"
    as_of: str | None = None
    place: Span | None = None
    time: Span | None = None
    incident: str | None = None
    sources: tuple[Source, ...] = ()
    reasons: tuple[Reason, ...] = ()
    kind: Literal["figure"] = "figure"


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what, with the words reported, the cue and the speaker as spans."""

    id: str
    form: Literal["direct", "indirect", "reported", "free_indirect"]
    quote: tuple[Span, ...]
    cue: tuple[Span, ...]
    speaker: tuple[Span, ...]
    speaker_name: str | None
    evidence: Span
    rule: str
    score: float
    kind: Literal["statement"] = "statement"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does, suffers or receives in an event; `sector` is one of PLOVER's, `country` an ISO code."""

    role: ActorRole
    span: Span
    name: str
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class EventObject:
    """A counted or named thing delivered or destroyed."""

    what: str
    low: int | None
    high: int | None
    qualifier: Qualifier | None
    span: Span


@dataclass(frozen=True, slots=True)
class Plover:
    """Type and mode of PLOVER; both null where the text does not plainly give them."""

    type: str | None = None
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class Acled:
    """Event type and sub-event type of ACLED; both null where its definition does not plainly hold."""

    event_type: str | None = None
    sub_event_type: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What was done by whom."""

    id: str
    type: EventType
    trigger: Span
    status: EventStatus
    evidence: Span
    rule: str
    score: float
    actors: tuple[Actor, ...] = ()
    objects: tuple[EventObject, ...] = ()
    sources: tuple[Source, ...] = ()
    time: Span | None = None
    place: Span | None = None
    incident: str | None = None
    plover: Plover = Plover()
    acled: Acled = Acled()
    kind: Literal["event"] = "event"


Claim: TypeAlias = Annotated[Figure | Statement | Event, Alias(discriminator="kind")]


@dataclass(frozen=True, slots=True)
class Relation:
    """How one claim stands to another; both are claim ids."""

    type: Literal["part_of", "repeats", "supersedes", "corrects", "denies", "adds_to", "becomes"]
    origin: Annotated[str, Alias(alias="from")]
    target: Annotated[str, Alias(alias="to")]


@dataclass(frozen=True, slots=True)
class Claims:
    """All claims of a document in text order, and the relations between them."""

    claims: tuple[Figure | Statement | Event, ...] = ()
    relations: tuple[Relation, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return the figures alone, in text order."""
        return tuple(claim for claim in self.claims if isinstance(claim, Figure))
