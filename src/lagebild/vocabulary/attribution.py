"""Row types of the tables that tell who says so, and how sure."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from lagebild.model import Modality, Stance
from lagebild.vocabulary import Entry

Frame: TypeAlias = Literal[
    "clause", "object", "von", "über", "auf", "mit", "bei", "als", "speaks", "of", "that", "to", "cited", "someone"
]
CueUse: TypeAlias = Literal["laut", "nach", "nach_indefinite", "subject", "über", "that", "according", "of", "in"]
SpeakerUse: TypeAlias = Literal["speaker", "addressee", "never"]
HedgeUse: TypeAlias = Literal[
    "adverb",
    "predicate",
    "charge",
    "verb",
    "noun",
    "unreal",
    "condition",
    "attribute",
    "fact",
    "told",
    "rank",
    "avoided",
    "plan",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingVerbs(Entry):
    """Verbs of saying that behave alike.

    `weak` are infinitives whose forms follow the rule, a separable particle cut off by a bar ("mit|teilen");
    `forms` are the finite forms and participles of a strong verb with its `particle`. `frames` are the shapes of what
    is said: a clause or quotation ("clause"), an object with the count in it ("object"), or a phrase with this
    preposition, or with "als" the name given to it; "speaks" tells the act alone, and what is said follows. `needs`
    are words of which one must stand in the clause, `without` words that must not. `speaker` tells whether the
    subject speaks, or a phrase with "aus" or
    "in" ("hieß es aus der Klinik", "geht aus einem Bericht des Amtes hervor"); `quoted` that the subject of the passive
    does ("er wird mit den Worten zitiert").
    """

    frames: tuple[Frame, ...]
    weak: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    particle: str = ""
    needs: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    speaker: Literal["subject", "phrase"] = "subject"
    quoted: bool = False
    stance: Stance = "asserts"
    modality: Modality = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageNouns(Entry):
    """Nouns for what was said ("Angaben", "Bericht"): whole words, any case, and the last parts of compounds.

    `uses` tells which cues take them: "laut" and "zufolge", "nach", "nach" with "einem" alone, as the subject of a
    reporting verb, or with "über" ("Meldungen über zehn Tote"). Who said it is the genitive behind
    them; "that" are those with a clause of their own.
    """

    nouns: tuple[str, ...]
    uses: tuple[CueUse, ...]
    endings: tuple[str, ...] = ()
    modality: Modality = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerNouns(Entry):
    """Nouns, and last parts of nouns, that name who speaks, who is only spoken to, or what never speaks."""

    use: SpeakerUse
    nouns: tuple[str, ...]
    endings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HedgeWords(Entry):
    """Words that make a count uncertain, or what is told unreal.

    An "adverb" hedges the predicate or the count beside it; a "predicate" is a participle or adjective that governs
    the count ("befürchtet"), a "charge" one that governs the clause with it; "noun" a noun before it ("Schätzungen");
    "verb" a finite form; "unreal" takes the figure away ("beinahe"). A "condition" opens a clause that asserts nothing,
    a "fact" is a verb whose infinitive happened ("managed to"),
    "told" one whose perfect infinitive is told ("is believed to have"), a "rank" has an infinitive that happened ("the
    first to"), what is "avoided" and what a "plan" is for did not; an "attribute" hedges the noun right behind it.
    """

    words: tuple[str, ...]
    use: HedgeUse


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialWords(Entry):
    """Words that deny what stands in their clause: forms of a verb, its `particle` and a word it `needs`."""

    forms: tuple[str, ...]
    particle: str = ""
    needs: tuple[str, ...] = ()
