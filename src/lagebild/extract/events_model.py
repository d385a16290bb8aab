"""An event before it is a claim: its parts as spans, and what the codes need to know."""

from dataclasses import dataclass

from lagebild.model import EventStatus, EventType, Qualifier, Span


@dataclass(frozen=True, slots=True)
class Party:
    """Who does, suffers or receives: the span of the words, and the head noun in lower case.

    `pronoun` marks one that `link` resolves.
    """

    span: Span
    head: str
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Thing:
    """What is delivered, sent or destroyed, and how many of it; no count at all is three times None."""

    span: Span
    head: str
    low: int | None = None
    high: int | None = None
    qualifier: Qualifier | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An event as one place of the text tells it.

    `place` is the token of the trigger and `clause` its clause in the sentence of this index; `named` marks a noun,
    `definite` one that may only point back. `over` are the clauses of the sentence that govern it.
    """

    type: EventType
    trigger: Span
    sentence: int
    place: int
    clause: int
    rule: str
    status: EventStatus = "done"
    agents: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    objects: tuple[Thing, ...] = ()
    features: frozenset[str] = frozenset()
    named: bool = False
    definite: bool = False
    vouched: tuple[Party, ...] = ()
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slots:
    """The parts of a clause by slot: places of phrases, and the token of a pronoun where there is one.

    Slots are "subject", "object", "dative", "by" and prepositions; `passive` tells that the subject stands in "object".
    """

    phrases: dict[str, tuple[int, ...]]
    pronouns: dict[str, int]
    passive: bool = False

    def of(self, slot: str) -> tuple[int, ...]:
        """Return the phrases of a slot."""
        return self.phrases.get(slot, ())
