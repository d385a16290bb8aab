"""Row types of the tables that tell who a source is."""

from dataclasses import dataclass, field
from typing import Literal

from lagebild.model import SourceKind
from lagebild.vocabulary import Entry

Part = Literal["", "office", "bearer", "label", "belligerent", "defence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWords(Entry):
    """Nouns that tell the kind of a source.

    "-ministerium" is the word and every compound that ends in it, "Polizei-" every word that begins with it. `part`
    says more: an "office" is a role that a person with a name holds ("Gouverneur"); a "bearer" speaks for what follows
    in the genitive and has its kind ("Sprecher des Ministeriums"); a "label" stands before a name that is the source
    ("Nachrichtenagentur", "Zeitung"); a "belligerent" is a party wherever an article is about a conflict, and so is
    "defence", though a government.
    """

    kind: SourceKind
    words: tuple[str, ...]
    part: Part = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets(Entry):
    """Names of known sources of one kind, as they are written; `variants` gives other wordings and the name meant."""

    kind: SourceKind
    names: tuple[str, ...]
    variants: dict[str, str] = field(default_factory=dict)
    belligerent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortened(Entry):
    """Wordings that name their source in an adjective or in the first part of a compound.

    "Polizeiangaben" and "polizeilichen Angaben" name the police.
    """

    words: tuple[str, ...]
    name: str
    kind: SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class NounEndings(Entry):
    """Last parts of nouns by which gender and number are told."""

    endings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat(Entry):
    """Names that stand for the government of a country: its capital, and itself."""

    country: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsBack(Entry):
    """Nouns that point back to a source whose name stands elsewhere in a report ("die Behörde").

    They mean a source of one of these kinds whose noun ends in one of `heads`, or which has a name of its own. "seat"
    is the noun of the body that a capital stands for, "itself" are nouns that are a name already and point to none.
    """

    words: tuple[str, ...]
    kinds: tuple[SourceKind, ...]
    heads: tuple[str, ...] = ()
