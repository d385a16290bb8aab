"""What a dossier shows, in the words of one language: the page, Markdown, JSON and the terminal lay out the same.

Every text in here may be shown as it is: private persons are initials unless asked for by name, and nothing steers a
terminal. Numbers of reports are those of `Dossier.reports`: a footnote is the number of the report it leads to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lagebild.model import MergedIncident, PlacePrecision, Policy, Qualifier, Record
from lagebild.vocabulary.labels import Language, cut_around

Certainty: TypeAlias = Literal["stated", "uncertain", "denied"]


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence of a report, who says it, and the footnote: the number of its report.

    `start` and `end` are where the number of its figure stands in `quote`, equal where it has none. `speaker` is in
    words, empty where it is the report's own voice, which is then its `outlet`'s; `form` is in words, as "wörtlich";
    `marks` are what must be seen with it, in words: "nicht bestätigt", "bestritten". `also` are other reports with the
    same words.
    """

    quote: str
    speaker: str
    report: int
    language: str
    start: int = 0
    end: int = 0
    form: str = ""
    certainty: Certainty = "stated"
    marks: tuple[str, ...] = ()
    also: tuple[int, ...] = ()
    claim: str = ""
    published: str = ""
    outlet: str = ""

    def around(self, width: int) -> str:
        """Return the quotation cut around its number where it is longer than `width`."""
        return cut_around(self.quote, self.start, self.end, width=width)[0]


@dataclass(frozen=True, slots=True)
class Row:
    """A label and a value in words, with remarks and the sentences it rests on; `depth` is 1 for a part of a total.

    `known` is false where the reports give none.
    """

    key: str
    label: str
    value: str
    known: bool = True
    remarks: tuple[str, ...] = ()
    cited: tuple[Cited, ...] = ()
    depth: int = 0
    certainty: Certainty = "stated"


@dataclass(frozen=True, slots=True)
class Headline:
    """A number to stand at the top: what a named policy makes of it, on whose word, and how it came to it.

    `basis` tells the independent sources in words, `span` what they say from lowest to highest where they differ,
    `trace` the steps of the policy, each a sentence.
    """

    key: str
    label: str
    value: str
    known: bool
    low: int | None = None
    high: int | None = None
    basis: str = ""
    span: str = ""
    remarks: tuple[str, ...] = ()
    policy: str = ""
    trace: tuple[str, ...] = ()
    cited: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of the history: when it was first published, how many, who says so, and how it stands to the others.

    `at` is an ISO time to place it by, `when` says it in words, `brief` in figures. `low` or `high` is None where that
    end is open. `change` ("berichtigt, zuvor 8") and `standing` ("überholt") are in words, empty where there is nothing
    to say. `of` is the id of its `Version`; `current` tells whether it still stands. `reports` are all that have it,
    the first first. `drawn` tells whether a chart has it: a total, with a number, that is no repetition.
    """

    of: str
    at: str
    when: str
    low: int | None
    high: int | None
    value: str
    source: str
    qualifier: Qualifier = "exact"
    source_kind: str = ""
    origin: str = ""
    party: bool = False
    change: str = ""
    standing: str = ""
    current: bool = True
    certainty: Certainty = "stated"
    reports: tuple[int, ...] = ()
    cited: tuple[Cited, ...] = ()
    brief: str = ""
    drawn: bool = True


@dataclass(frozen=True, slots=True)
class Series:
    """The history of one measure and group, in the order of publication: a chart's points and a table's rows.

    `main` are the totals that the headline is about; `estimates` are what the other policies make of it, in words.
    """

    key: str
    measure: str
    label: str
    points: tuple[Point, ...]
    main: bool = True
    estimates: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """An entry of the timeline: a day or time, and what was then, quoted or told of a figure.

    `at` is an ISO prefix; `day` and `hour` are in words, `hour` empty where the reports tell none. `kind` is
    "incident", "event", "figure", "correction" or "report".
    """

    at: str
    day: str
    hour: str
    kind: Literal["incident", "event", "figure", "correction", "report"]
    text: str
    cited: tuple[Cited, ...] = ()
    reports: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginPart:
    """Who is behind claims, what came from there, and, in `taken`, who has it from there, in words."""

    key: str
    name: str
    kind: str
    reports: tuple[int, ...]
    claims: tuple[Row, ...]
    taken: tuple[str, ...] = ()
    party: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """The running text under one heading: sentences of reports alone, each with its speaker and footnote."""

    key: str
    heading: str
    sentences: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said something, and what, in the order of publication; each with its form (direct, indirect …) in words.

    `more` are reports that have more from the speaker than is quoted here.
    """

    name: str
    kind: str
    said: tuple[Cited, ...]
    private: bool = False
    more: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """An actor of events: roles, country and sector in words, and where it is told."""

    name: str
    roles: tuple[str, ...]
    country: str
    sector: str
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Movement:
    """A deployment or a delivery of arms: who, what and whom to, in words, how far it is, and where it is told."""

    key: Literal["deployment", "arms"]
    label: str
    status: str
    who: str
    to: str
    what: tuple[str, ...]
    when: str
    cited: tuple[Cited, ...]
    certainty: Certainty = "stated"


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures that belong together and to no total of the incident: over a period, or of other incidents."""

    key: str
    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class SidePart:
    """One side of a conflict, in words."""

    name: str
    kind: str
    value: str
    party: bool
    reports: tuple[int, ...]
    cited: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class ConflictPart:
    """Sources that contradict each other: a sentence that says so, each side, and who settled it, if anybody did."""

    measure: str
    label: str
    text: str
    sides: tuple[SidePart, ...]
    since: str
    settled: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A judgement on two reports, in words: one incident, two, or open; with its reasons, and by whom, if a person."""

    one: int
    other: int
    verdict: str
    same: bool | None
    reasons: tuple[str, ...]
    by: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with coordinates; the scene itself, or one that reports name; `precision` (in words) is `reach`."""

    name: str
    country: str
    lat: float
    lon: float
    scene: bool
    precision: str = ""
    reports: tuple[int, ...] = ()
    reach: PlacePrecision = "town"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a report's text; `claims` are those that it is evidence of, `count` is true for a number in it."""

    text: str
    claims: tuple[str, ...] = ()
    count: bool = False


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A report of the dossier and its footnote: where it comes from, what its box says, what it takes from others.

    `line` is the footnote whole, in words, without the address: outlet, title, date. `box` and `figures` are its own
    values, each with its sentence. `paragraphs` is its whole text in pieces, empty unless texts were asked for; `head`
    likewise is its title. `copied` tells in words whose text it is.
    """

    number: int
    id: str
    key: str
    title: str
    outlet: str
    published: str
    when: str
    url: str
    language: str
    line: str
    agencies: tuple[str, ...] = ()
    copied: str = ""
    box: tuple[Row, ...] = ()
    figures: tuple[Figures, ...] = ()
    head: tuple[Piece, ...] = ()
    paragraphs: tuple[tuple[Piece, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class IncidentPart:
    """One incident: everything that its reports say of it.

    `key` names it on a page ("v1"); `reports` and `also_in` are numbers of reports. `box` is the fact box of all
    reports together, its row "sources" filled. `parent` is the key of the war it belongs to, and `parts` those of the
    incidents that belong to it; `related` are incidents that its reports tell of beside.
    """

    key: str
    id: str
    title: str
    lead: str
    type: str
    place: str
    day: str
    date: str | None
    reports: tuple[int, ...]
    also_in: tuple[int, ...]
    headlines: tuple[Headline, ...]
    box: tuple[Row, ...]
    sources: tuple[str, ...]
    series: tuple[Series, ...] = ()
    conflicts: tuple[ConflictPart, ...] = ()
    corrections: tuple[Moment, ...] = ()
    timeline: tuple[Moment, ...] = ()
    told: tuple[Told, ...] = ()
    origins: tuple[OriginPart, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    parties: tuple[Party, ...] = ()
    movements: tuple[Movement, ...] = ()
    background: tuple[Figures, ...] = ()
    spots: tuple[Spot, ...] = ()
    pairs: tuple[Pair, ...] = ()
    review: tuple[Pair, ...] = ()
    parent: str | None = None
    parts: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """All incidents by day, those that are only mentioned last, and all reports by number.

    `made_by` and `rules` are sentences for its foot. `zone` is that of hours where reports have several, else empty.
    """

    language: Language
    title: str
    lead: str
    incidents: tuple[IncidentPart, ...]
    reports: tuple[ReportPart, ...]
    made_by: str
    rules: tuple[str, ...] = ()
    names: bool = False
    texts: bool = False
    zone: str = ""

    @property
    def own(self) -> tuple[IncidentPart, ...]:
        """Return the incidents that have reports of their own."""
        return tuple(incident for incident in self.incidents if incident.reports)

    @property
    def mentioned(self) -> tuple[IncidentPart, ...]:
        """Return the incidents that reports of others mention."""
        return tuple(incident for incident in self.incidents if not incident.reports)

    def report(self, number: int) -> ReportPart:
        """Return the report of this number."""
        return self.reports[number - 1]

    def incident(self, key: str) -> IncidentPart:
        """Return the incident of this key."""
        return next(incident for incident in self.incidents if incident.key == key)


def content(
    incidents: Sequence[MergedIncident],
    records: Sequence[Record],
    *,
    language: str,
    names: bool = False,
    texts: bool = False,
    policy: Policy = "latest",
) -> Dossier:
    """Return what a dossier over these incidents and the records they were merged from shows.

    Names of private persons are initials unless `names`; whole texts are left out unless `texts`; `policy` is the one
    that the headline numbers follow.
    """
    from lagebild.report.dossier_making import made  # noqa: PLC0415 - it is made of what stands here

    return made(incidents, records, language=language, names=names, texts=texts, policy=policy)
