"""The layout of the dossier's JSON, from which its JSON Schema comes."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field as Alias

from lagebild.model import (
    Box,
    BoxPlace,
    Change,
    Claim,
    Group,
    IncidentType,
    MadeBy,
    Measure,
    Mention,
    Modality,
    OriginEdge,
    OriginNode,
    Policy,
    Qualifier,
    Relation,
    SourceKind,
    Standing,
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number from lowest to highest; an open end is null."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Final:
    """The totals of an incident by the dossier's policy; null where it gives none."""

    killed: Count | None
    injured: Count | None
    missing: Count | None
    casualties: Count | None


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A figure of an incident's history, with what it says in words."""

    id: str
    measure: Measure
    group: tuple[Group, ...]
    nationality: tuple[str, ...]
    low: int | None
    high: int | None
    qualifier: Qualifier
    modality: Modality
    source: str | None
    source_kind: SourceKind | None
    official: bool
    party: bool
    origin: str
    origin_report: str
    since: Annotated[str, Alias(serialization_alias="from", validation_alias="from")]
    as_of: str | None
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    change: Change
    before: str | None
    standing: Standing
    in_words: str


@dataclass(frozen=True, slots=True)
class SideRow:
    """A side of a conflict."""

    name: str
    kind: SourceKind | None
    low: int | None
    high: int | None
    qualifier: Qualifier
    party: bool
    versions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """Sources that contradict each other; `note` says so in words."""

    measure: Measure
    group: tuple[Group, ...]
    between: tuple[str, ...]
    note: str
    sides: tuple[SideRow, ...]
    since: str
    until: str | None
    settled_by: str | None


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """What a policy makes of a measure and group; each step of `trace` is a sentence."""

    measure: Measure
    group: tuple[Group, ...]
    policy: Policy
    low: int | None
    high: int | None
    qualifier: Qualifier
    best: int | None
    independent: int
    versions: tuple[str, ...]
    trace: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """Whether two mentions are of one incident; each reason is a sentence."""

    one: Mention
    other: Mention
    same: bool | None
    verdict: str
    score: float
    reasons: tuple[str, ...]
    by: str | None
    at: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Graph:
    """Who takes from whom."""

    nodes: tuple[OriginNode, ...]
    edges: tuple[OriginEdge, ...]


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One incident over all its reports; `origins` are the reports that share a text."""

    id: str
    title: str
    type: IncidentType
    place: BoxPlace | None
    country: str | None
    date: str | None
    until: str | None
    reports: tuple[str, ...]
    also_in: tuple[str, ...]
    mentions: tuple[Mention, ...]
    parent: str | None
    origins: tuple[tuple[str, ...], ...]
    final: Final
    history: tuple[HistoryRow, ...]
    conflicts: tuple[ConflictRow, ...]
    estimates: tuple[EstimateRow, ...]
    origin_graph: Graph
    judgements: tuple[JudgementRow, ...]
    review: tuple[JudgementRow, ...]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report and its footnote's number; `text` is null unless texts were asked for, quotes of claims are short.

    Places of claims are those of the article as it was read, also where a name is shown as initials.
    """

    number: int
    id: str
    incident: str | None
    title: str
    publisher: str | None
    url: str | None
    published: str | None
    modified: str | None
    retrieved: str | None
    language: str
    agencies: tuple[str, ...]
    sha256: str
    box: Box
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    text: str | None


@dataclass(frozen=True, slots=True)
class DossierFile:
    """A dossier: incidents by day, reports by number."""

    made_by: MadeBy | None
    language: Literal["de", "en"]
    policy: Policy
    incidents: tuple[IncidentRow, ...]
    reports: tuple[ReportRow, ...]
    schema: Literal["lagebild.dossier/1"] = "lagebild.dossier/1"
