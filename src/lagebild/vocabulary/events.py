"""Row types of the tables about events: verbs and nouns with their frames, classes of words, and the codes."""

from dataclasses import dataclass, field

from lagebild.model import EventStatus, EventType
from lagebild.vocabulary import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class EventVerb(Entry):
    """Verbs that tell an event, with where each role stands.

    A slot is "subject", "object", "dative" or a preposition; the subject of a passive is the object, and who acts
    stands behind "von", "durch" or "by". `of` names the class of words that an object must be of. `armed` asks that
    whoever acts be armed, or that a weapon be named (unless `by_weapon` is false). `must` are roles without which there
    is no event, or kinds that they must be of: "ground" a target that is a place, "enemy" one that is armed, "machine"
    one that flies or sails, "people" persons, "sides" two who are armed, "police" and "captor" an agent who can hold
    others, "pronoun" one that is a pronoun. `needs` are patterns of which one must stand in the clause,
    `without` patterns that must not. `participles` let the verb fire as an attribute ("die gelieferten Panzer").
    `features` are handed to the table of codes; `trigger` is a pattern of the word that carries the event where it is
    not the verb.
    """

    type: EventType
    lemmas: tuple[str, ...]
    agent: tuple[str, ...] = ("subject",)
    target: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    of: str = ""
    armed: bool = False
    by_weapon: bool = True
    must: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    status: EventStatus = "done"
    needs: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    trigger: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventNoun(Entry):
    """Nouns that name an event ("-lieferung" as a last part too), with the prepositions of each role.

    "genitive" is a genitive or "von" phrase, "owner" a possessive before the noun, "subject" whoever is the subject of
    the clause. `alone` nouns tell an event without any role where they are introduced ("ein Anschlag"). `of` names the
    class of the objects; `after` are words of which one must stand before the noun ("auf Befehl von"),
    `needs` patterns of which one must stand in the sentence.
    """

    type: EventType
    nouns: tuple[str, ...]
    agent: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    of: str = ""
    alone: bool = False
    after: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    features: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords(Entry):
    """A class of words, its name the id: in lower case, "-armee" also as the last part of a compound."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverType(Entry):
    """A type of PLOVER (`id`): its quad class, its score, and its modes with their scores, null where it has none."""

    quad: int
    score: float
    recipient: bool
    modes: dict[str, float | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcledType(Entry):
    """An event type of ACLED (`id`): its disorder type and its sub-event types, in the order of its hierarchy."""

    disorder_type: str
    sub_event_types: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCode(Entry):
    """The codes of events of a type: the first row of a body that fits decides.

    It fits where the status is one of `status`, all features `with_` are there and none of `without`. `plover` is a
    type and a mode or null, `acled` an event type and a sub-event type; a row gives the code of one body.
    """

    type: EventType
    status: tuple[EventStatus, ...] = ("done", "confirmed")
    with_: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    plover: tuple[str | None, str | None] | None = None
    acled: tuple[str | None, str | None] | None = None
