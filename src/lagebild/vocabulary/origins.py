"""Row types of the tables by which reports are traced to where they come from: relay cues and institutions."""

import functools
from dataclasses import dataclass
from typing import Literal

from lagebild.vocabulary import Entry, load

Level = Literal["local", "national", "one", "many"]
RelayUse = Literal[
    "before", "behind", "after", "inverted", "around", "subordinate", "reference", "told", "back", "own", "plain"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayCue(Entry):
    """Words by which a report says that it has something from another outlet; "X" in an example is the outlet.

    Words of "before" stand right before the outlet ("laut X"), those of "behind" ("X zufolge") and the verbs of "after"
    ("X reported") right behind it, "inverted" verbs before their subject ("das meldete X"). Of "around" the first list
    stands before it and `closing` later in the same clause ("wie X ... berichtet"); "subordinate" ones open a clause
    that ends in such a verb ("während X von zwei Toten berichtete").
    "reference" introduces the outlet's own source ("unter Berufung auf"). Who is "told" something by another
    is no relay of it. "back" are nouns that point back to an outlet named before, "own" words make them mean oneself,
    "plain" ones are parts of names that many outlets give their programmes.
    """

    use: RelayUse
    words: tuple[str, ...]
    closing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution(Entry):
    """The names of one body, or of one kind of body, which has the same `id` in every language.

    "-ministerium" is the word and every compound that ends in it; "Polizei-" a compound that ends in a word of the
    entry "bearers" ("Polizeisprecherin"). `level` tells which of them is meant where no more is said: the "local" one
    of the incident, the "national" one of its country, the only "one" there is, or any of "many".
    """

    level: Level
    words: tuple[str, ...]


@functools.cache
def institutions(language: str) -> tuple[Institution, ...]:
    """Return the institutions of a language."""
    return load(language, "institutions", Institution)


@functools.cache
def relay_cues(language: str, use: RelayUse) -> tuple[RelayCue, ...]:
    """Return the cues of a language for this use."""
    return tuple(row for row in load(language, "relay_cues", RelayCue) if row.use == use)
