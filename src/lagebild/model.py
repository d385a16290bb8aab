"""Every type that crosses a folder border: article, document, claims, record, findings.

All values are frozen and slotted. Offsets count Unicode code points of the article's own `title` or `text`, which are
never changed: for every span, `article[span.field][span.start:span.end] == span.quote`.
"""

from dataclasses import dataclass, field
from typing import Annotated, Literal, TypeAlias, get_args

from pydantic import Field as Alias

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
DatePrecision: TypeAlias = Literal["minute", "hour", "day", "week", "month", "season", "year", "decade"]
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
# fmt: on
INCIDENT_TYPES: tuple[IncidentType, ...] = get_args(IncidentType)
MEASURES: tuple[Measure, ...] = get_args(Measure)

# ---------------------------------------------------------------------------------------------- acquire


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's title or text, quoted to the letter."""

    field: FieldName
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class StatedCell:
    """One label and value of a fact box that the article itself carries; an empty value is the empty string.

    `span` covers the value, or the label where the value is empty.
    """

    label: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """A report as it was read. `published` is an ISO date or an ISO date and time with zone."""

    id: str
    title: str
    text: str
    language: str
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_from: str | None = None
    modified: str | None = None
    retrieved: str | None = None
    sha256: str = ""
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    stated_box: tuple[StatedCell, ...] = ()

    def __getitem__(self, name: FieldName) -> str:
        """Return the title or the text, so that `article[span.field][span.start:span.end] == span.quote`."""
        return self.title if name == "title" else self.text

    def span(self, name: FieldName, start: int, end: int) -> Span:
        """Return the span of these offsets with its quote."""
        return Span(name, start, end, self[name][start:end])


@dataclass(frozen=True, slots=True)
class InputError:
    """An input, or a line of one, that gave no article: which, where, why, and the way out."""

    code: str
    input: str
    place: str
    reason: str
    hint: str

    def __str__(self) -> str:
        """Return one line for standard error."""
        where = f"{self.input}:{self.place}" if self.place else self.input
        return f"{where}: {self.code} {self.reason} ({self.hint})"


# --------------------------------------------------------------------------------------------- annotate

# fmt: off
Tag: TypeAlias = Literal[
    "NOUN", "PROPN", "PRON", "DET", "ADJ", "VERB", "AUX", "ADV", "ADP", "SCONJ", "CCONJ", "NUM", "PART", "PUNCT", "X",
]
Form: TypeAlias = Literal[
    "", "finite", "infinitive", "zu_infinitive", "participle", "imperative", "attributive", "predicative",
    "nominalised", "relative", "demonstrative", "indefinite", "possessive", "personal", "reflexive", "interrogative",
    "article", "particle", "negation", "zu", "postposition", "comparison", "truncated",
]
Mood: TypeAlias = Literal["indicative", "konjunktiv1", "konjunktiv2", "imperative"]
ClauseKind: TypeAlias = Literal["main", "subordinate", "relative", "infinitive", "verbless"]
Voice: TypeAlias = Literal["active", "passive"]
Case: TypeAlias = Literal["", "nominative", "genitive", "dative", "accusative"]
NumberKind: TypeAlias = Literal[
    "cardinal", "ordinal", "age", "year", "date", "time", "money", "measure", "rate", "rank",
]
# fmt: on


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark. `lemma`, `tag` and `form` are filled in sentences that are tagged; offsets are of the field."""

    start: int
    end: int
    text: str
    lemma: str = ""
    tag: Tag = "X"
    form: Form = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the text writes it, with its qualifying words; `first` and `last` are token places, last excluded.

    `core_first` is where the number itself begins, after "mindestens" or "rund".
    """

    first: int
    last: int
    core_first: int
    low: int | None
    high: int | None
    qualifier: Qualifier
    kind: NumberKind
    core_last: int = 0


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with its predicate. Places are token places in the sentence, `last` excluded.

    `verb` is the lemma of the full verb with its separable particle ("teilnehmen"), or of the auxiliary where that
    is all there is ("sein"). `parent` is the place of the superordinate clause in `Sentence.clauses`, or -1.
    `opener` is the conjunction or relative pronoun that opens it, lower case, or the empty string. `tokens` are the
    places of its own tokens, without those of clauses inside it. `plural` is the number of the finite verb, None
    where the clause has none of its own.
    """

    first: int
    last: int
    kind: ClauseKind
    verb: str
    finite: int | None
    verbs: tuple[int, ...]
    mood: Mood
    voice: Voice
    negated: bool
    modal: str
    opener: str
    parent: int
    tokens: tuple[int, ...] = ()
    plural: bool | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase. Places are token places, `last` excluded; `adposition` is the lemma before it, if any.

    `number` is a place in `Sentence.numbers`, or -1. `clause` is a place in `Sentence.clauses`. `owner` is the phrase
    that this one hangs on as a genitive or with "von", or -1; `series` numbers coordinated phrases alike, or is -1.
    `case` is what the form shows, or the empty string.
    """

    first: int
    last: int
    head: int
    adposition: str
    number: int
    definite: bool
    plural: bool
    clause: int
    owner: int = -1
    series: int = -1
    case: Case = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the title or text with what was recognised in it; offsets are of the field."""

    field: FieldName
    start: int
    end: int
    index: int
    paragraph: int
    tagged: bool
    tokens: tuple[Token, ...]
    numbers: tuple[Number, ...] = ()
    clauses: tuple[Clause, ...] = ()
    phrases: tuple[Phrase, ...] = ()

    def clause_at(self, place: int) -> int:
        """Return the place of the innermost clause that holds this token, or -1."""
        return next((n for n, clause in enumerate(self.clauses) if place in clause.tokens), -1)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, the marks left out; `depth` is 0 for the outermost.

    `kind` tells speech ("speech") from a name, title or single words set off ("term").
    """

    field: FieldName
    start: int
    end: int
    depth: int
    kind: Literal["speech", "term"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression before it is resolved. `rule` names the entry of the grammar, `slots` its captured parts."""

    field: FieldName
    start: int
    end: int
    quote: str
    type: TimeType
    rule: str
    slots: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An article with what its language says: sentences, quotations, dates. Title sentences come first."""

    article: Article
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...] = ()
    dates: tuple[DateMention, ...] = ()


# ---------------------------------------------------------------------------------------------- extract


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
    """Who does, suffers or receives in an event."""

    role: Literal["agent", "target", "recipient"]
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
class Event:
    """What was done by whom."""

    id: str
    type: str
    trigger: Span
    status: Literal["done", "planned", "promised", "denied", "confirmed"]
    evidence: Span
    rule: str
    score: float
    actors: tuple[Actor, ...] = ()
    objects: tuple[EventObject, ...] = ()
    sources: tuple[Source, ...] = ()
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


# ------------------------------------------------------------------------------------------------- link


@dataclass(frozen=True, slots=True)
class Time:
    """A resolved time expression: TIMEX3 value, and the wording beside it."""

    field: FieldName
    start: int
    end: int
    quote: str
    type: TimeType
    value: str
    precision: DatePrecision


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
class Incident:
    """An incident that the article reports; exactly one of them is the main one, where there is any."""

    id: str
    main: bool
    parent: str | None
    type: IncidentType
    place: BoxPlace | None
    time: IncidentTime | None


@dataclass(frozen=True, slots=True)
class BoxCount:
    """The article's best total of one measure for the main incident, and the claims it rests on."""

    low: int | None
    high: int | None
    qualifier: Qualifier
    modality: Modality
    as_of: str | None
    includes_perpetrator: bool | None
    by_group: dict[str, int]
    claims: tuple[str, ...]


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
    schema: Literal["lagebild.record/1"] = "lagebild.record/1"

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return the figures alone, in text order."""
        return tuple(claim for claim in self.claims if isinstance(claim, Figure))


# -------------------------------------------------------------------------------------------- proofread


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
