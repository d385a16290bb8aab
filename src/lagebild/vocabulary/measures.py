"""Row types of the tables that tell what happened to people."""

from dataclasses import dataclass
from typing import Literal

from lagebild.model import Group, Measure
from lagebild.vocabulary import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureStems(Entry):
    """Stems (regular expressions, any case) whose sentence may carry a figure and is worth tagging.

    `use` tells where: alone, only in a sentence with a number (by the stems of `number`), in the sentence before or
    after one with a figure, or leaning on the sentence before it; the words of an act only beside those of a thing
    ("lieferte" beside "Panzer"). "saying" may carry a statement, "saying_leaning" one whose speaker stands in the
    sentence before it, "saying_on" what is still said in the sentence after it.
    """

    stems: tuple[str, ...]
    use: Literal[
        "alone", "with_number", "number", "beside", "leaning", "act", "thing", "saying", "saying_leaning", "saying_on"
    ] = "alone"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureVerbs(Entry):
    """Verbs that give a measure: lemmas, and what else the clause must hold.

    `role` is the counted part: the subject ("sterben"), the object ("töten": object in the active, subject in the
    passive), the dative ("das Leben kosten"), or the phrase behind "für" or "von". `with_` are patterns of which one
    must stand in the clause ("ums Leben"), `without` patterns that must not. `people_only` asks that the counted noun
    be known to name people.
    """

    measure: Measure
    lemmas: tuple[str, ...]
    role: str
    with_: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    people_only: bool = False
    participle_adjective: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureNouns(Entry):
    """Nouns that name people by what happened to them ("Todesopfer"), or a harm that is counted ("Verhaftungen")."""

    measure: Measure
    nouns: tuple[str, ...]
    bare_plural: bool = True
    group: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureAdjectives(Entry):
    """Adjectives and participles before a noun that give a measure ("tote Zivilisten")."""

    measure: Measure
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupNouns(Entry):
    """Nouns (or their last parts) that say which group the counted people belong to."""

    group: tuple[Group, ...]
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleNouns(Entry):
    """Nouns that name people, or that name none although they look so; as whole words or as last parts."""

    people: bool
    nouns: tuple[str, ...]
    endings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords(Entry):
    """A set of words or lemmas, in lower case, that a rule of figures names by the entry's id."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePattern(Entry):
    """A regular expression that a rule of figures names by the entry's id."""

    pattern: str
