"""Why something was or was not found at a place of an article."""

from dataclasses import dataclass

from lagebild.model.article import Article, Span
from lagebild.model.claims import Event, Figure, Statement
from lagebild.model.language import NumberKind
from lagebild.model.values import Measure, Qualifier


@dataclass(frozen=True, slots=True)
class Dropped:
    """A figure that a rule read and that is none in the end.

    `rule` read it, by the words `cue`; `why` is the rule that dropped it: a modality that asserts nothing, or
    `dropped.stronger` where `instead` is the rule that holds at this count.
    """

    count: Span
    cue: Span
    measure: Measure
    low: int | None
    high: int | None
    qualifier: Qualifier
    rule: str
    why: str
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class NumberRead:
    """A number of a sentence and what kind it is; only a cardinal may count people."""

    span: Span
    kind: NumberKind


@dataclass(frozen=True, slots=True)
class Why:
    """What was found at a place of an article, what was considered there and dropped, and the numbers in its sentence.

    `read` is false where the sentence was passed over, having no word that can carry a claim.
    """

    article: Article
    place: Span
    sentence: Span
    read: bool
    figures: tuple[Figure, ...] = ()
    others: tuple[Statement | Event, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    numbers: tuple[NumberRead, ...] = ()
