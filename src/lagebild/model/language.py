"""What the language of an article says: tokens, numbers, clauses, phrases, sentences, quotations, dates."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from lagebild.model.article import Article
from lagebild.model.values import FieldName, Qualifier, TimeType

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
