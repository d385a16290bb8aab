"""What reports tell together: merged incidents, judgements on pairs, origins, histories, estimates and conflicts."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from lagebild.model.article import Span
from lagebild.model.record import BoxPlace
from lagebild.model.values import Group, IncidentType, Measure, Modality, Qualifier, SourceKind

Aspects: TypeAlias = Literal["place", "time", "type", "actors", "figures", "names", "text", "copy", "language"]
Taking: TypeAlias = Literal["copy", "translation", "citation", "agency", "said_by", "source_of"]
Policy: TypeAlias = Literal[
    "latest",
    "span",
    "acled",
    "ucdp",
    "maverick.most_informative",
    "maverick.most_conservative",
    "maverick.most_representative",
]
Change: TypeAlias = Literal[
    "new", "repeats", "supersedes", "corrects", "denies", "confirms", "becomes", "stands_beside"
]
Standing: TypeAlias = Literal["current", "superseded", "denied", "stale", "party", "vague", "part"]


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """An incident as one article tells of it: the ids of the article and of the incident in its record.

    "i1" is the article's own matter, also where its record has no main incident (a memorial, a story about people).
    """

    article: str
    incident: str = "i1"


@dataclass(frozen=True, slots=True)
class Feature:
    """What one aspect says of a pair: a score (log-odds that it is one incident) and why.

    `rule` is an entry of the vocabulary's codes/comparisons, `values` fill the gaps of its sentence.
    """

    about: Aspects
    score: float
    rule: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two mentions are of one incident; `same` is None where that stays open.

    One by a person has `by` and beats any score, for ever; `at` is an ISO time, `note` is the person's own words.
    """

    one: Mention
    other: Mention
    same: bool | None
    score: float = 0.0
    features: tuple[Feature, ...] = ()
    by: str | None = None
    at: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class OriginNode:
    """A report, an agency, an outlet or a speaker in the graph of origins. A report's id is its article's."""

    id: str
    name: str
    kind: Literal["report", "agency", "outlet", "speaker"]


@dataclass(frozen=True, slots=True)
class OriginEdge:
    """Who takes from whom, and how that is known.

    `share` is the part of the taker's text that stands in the giver's (0 to 1), for copies; `span` is the mark or the
    words that say so, in the article `article`.
    """

    taker: str
    giver: str
    how: Taking
    share: float | None = None
    article: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports that go back to one text: copies of an agency's report, a relay of an outlet's, or one alone.

    `name` is the agency or outlet that the text comes from; `first` is the report that had it first.
    """

    id: str
    name: str
    kind: SourceKind
    first: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A figure of an incident's history: the first claim that gave it, and all that repeat it.

    `origin` is who is behind it: "speaker:Feuerwehr" or the id of an `Origin`; claims of one origin that say the same
    are one version. `since` is when it was first published (ISO), `as_of` the day that it speaks of where it is told.
    `change` says how it stands to the version `before`.
    """

    id: str
    measure: Measure
    group: tuple[Group, ...]
    low: int | None
    high: int | None
    qualifier: Qualifier
    modality: Modality
    source: str | None
    source_kind: SourceKind | None
    party: bool
    origin: str
    origin_report: str
    since: str
    as_of: str | None
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    change: Change = "new"
    before: str | None = None
    standing: Standing = "current"
    nationality: tuple[str, ...] = ()
    official: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a policy's trace: an entry of the vocabulary's codes/policies, and what fills its gaps."""

    rule: str
    values: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a named policy makes of the versions of one measure and group, with the steps that led there.

    `best` is a point where the policy gives one; `independent` counts the origins that are independent of each other.
    """

    measure: Measure
    group: tuple[Group, ...]
    policy: Policy
    low: int | None
    high: int | None
    qualifier: Qualifier
    best: int | None = None
    independent: int = 0
    versions: tuple[str, ...] = ()
    trace: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: who says so, how many, and the versions that it rests on."""

    name: str
    kind: SourceKind | None
    low: int | None
    high: int | None
    qualifier: Qualifier
    versions: tuple[str, ...]
    party: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """Independent origins whose spans do not meet, for one measure and group at one time; no update of each other."""

    measure: Measure
    group: tuple[Group, ...]
    sides: tuple[Side, ...]
    since: str
    until: str | None = None
    settled_by: str | None = None


@dataclass(frozen=True, slots=True)
class MergedIncident:
    """One incident over all reports: a view over their claims that replaces none.

    `reports` are the articles whose own matter it is, `also_in` those that tell of it beside; both in the order of
    publication. `parent` is the merged war that it belongs to. `judgements` are those between its mentions, `review`
    those that were held back for a person. `history` is in the order of publication.
    """

    id: str
    type: IncidentType
    place: BoxPlace | None
    country: str | None
    date: str | None
    until: str | None
    reports: tuple[str, ...]
    also_in: tuple[str, ...]
    mentions: tuple[Mention, ...]
    parent: str | None = None
    judgements: tuple[Judgement, ...] = ()
    review: tuple[Judgement, ...] = ()
    origins: tuple[Origin, ...] = ()
    nodes: tuple[OriginNode, ...] = ()
    edges: tuple[OriginEdge, ...] = ()
    history: tuple[Version, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    conflicts: tuple[Conflict, ...] = field(default=())
