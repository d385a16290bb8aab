"""Row types of the tables that tell what kind of incident a report is about."""

from dataclasses import dataclass, field

from lagebild.model import IncidentType
from lagebild.vocabulary import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentCue(Entry):
    """Words that speak for one type of incident, or for none.

    A word with a capital letter is a noun and fires on a capitalised word alone; endings are added by rule, changed
    stems ("Brände") are listed. "-brand" fires on the word and on compounds that end in it ("Lkw-Brand"), "mord-" on
    words that begin with it. In `phrases` a "#" stands for a number and "…" for up to eight words of the sentence.
    `unless` lists words on which the entry does not fire though they fit, and phrases
    in which a word of it does not. `refine` gives, by context (an entry of
    the table `incident_contexts`), the type that the cue then speaks for: the first context that the article shows
    nearly as much as any other decides. A `decisive` cue in the title or the first sentence says that the report is
    about this, whatever else it names.
    """

    type: IncidentType
    weight: float
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    refine: dict[str, IncidentType] = field(default_factory=dict)
    decisive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentContext(Entry):
    """Words that say by what means, or to whom, something happened; written as those of an `IncidentCue`."""

    weight: float = 1.0
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
