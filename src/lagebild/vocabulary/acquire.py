"""Row types of the tables that `acquire` reads: labels of fact boxes, news agencies, languages."""

import functools
import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lagebild.vocabulary import Entry, load

# fmt: off
BoxField: TypeAlias = Literal[
    "type", "place", "country", "date", "time", "killed", "injured", "missing", "casualties", "sources", "cause",
    "people", "responders", "damage", "perpetrator", "status", "other", "announcement",
]
# fmt: on


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxLabel(Entry):
    """Labels of one field of a fact box.

    `announcement` marks labels of event calendars and adverts: beside one of them nothing is a fact box. `question`
    marks "Was", "Wann", "Wo", which alone invite to an event as often as they tell of one.
    """

    words: tuple[str, ...]
    field: BoxField
    question: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxHeading(Entry):
    """Headings that stand over a fact box and are no label of it."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency(Entry):
    """A news agency: its canonical short name, and the forms that stand in bylines, case kept."""

    name: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyCue(Entry):
    """Words that stand before an agency's name where a report says what it is made of."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageWords(Entry):
    """A language by its ISO 639-1 code: English name, frequent words, and letters and parts of words of its own."""

    name: str
    words: tuple[str, ...]
    letters: str = ""
    parts: tuple[str, ...] = ()


def plain_label(label: str) -> str:
    """Return a label as the table has it: lower case, one space, no colon, marks or optional endings."""
    bare = re.sub(r"\((?:n|en|e|r|innen|s)\)|[*_:#•]|/-?(?:innen|n|r)\b", "", label)
    return " ".join(bare.replace("\u00ad", "").split()).strip(" .-–").casefold()


@functools.cache
def _box_labels() -> dict[str, BoxLabel]:
    """Return the labels of all languages: an outlet may set those of another."""
    rows = (row for language in ("de", "en") for row in load(language, "box_labels", BoxLabel))
    return {plain_label(word): row for row in rows for word in row.words}


@functools.lru_cache(maxsize=1024)
def box_field(label: str) -> BoxField | None:
    """Return what a fact box's label means ("Todesopfer" is killed), or None where no table knows it."""
    row = _box_labels().get(plain_label(label))
    return row.field if row else None


def is_question(label: str) -> bool:
    """Tell whether a fact box's label is a question ("Wo")."""
    row = _box_labels().get(plain_label(label))
    return row is not None and row.question
