"""Row types of the tables that tell a person's name, and who may be named."""

from dataclasses import dataclass
from typing import Literal

from lagebild.vocabulary import Entry

Role = Literal["office", "function", "private", "trade", "courtesy"]
NameCue = Literal[
    "saying", "suffering", "faring", "naming", "opener", "no_person", "thing", "before_place", "particle", "party"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenNames(Entry):
    """Given names; those of an `also` entry are words, surnames or places too, and tell nothing by themselves."""

    names: tuple[str, ...]
    also: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRole(Entry):
    """Nouns that say what somebody is; "-minister" is the word and every compound that ends in it.

    Who holds an "office" is public; who has a "function" is where he or she speaks in it; a "private" role (a victim,
    a suspect, a relative, a witness) makes nobody public; a "trade" and a "courtesy" say no more than that a name
    follows, the trade one of several words.
    """

    role: Role
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCue(Entry):
    """Words around names, by what they tell of the name beside them.

    Who is "saying", "suffering" (dying, being arrested) or "faring" (fleeing, living) is a person; "naming" words have
    a name behind them. "opener" words have a capital at the start of a sentence and are no names; a name with a
    "no_person" word in it, behind a "thing" (a ship, a storm) or beginning with a "before_place" word is none of a
    person. "particle" words stand inside names; a "party" in brackets behind a name makes it a politician's.
    """

    kind: NameCue
    words: tuple[str, ...]
