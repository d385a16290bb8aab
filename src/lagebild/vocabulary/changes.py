"""Row type of the tables of words that tell how a later number stands to an earlier one."""

import functools
import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lagebild.vocabulary import Entry, load

ChangeKind: TypeAlias = Literal[
    "correction",
    "earlier",
    "wounds",
    "found_alive",
    "found_dead",
    "missing",
    "message",
    "speaker",
    "anybody",
    "further",
    "contrast",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCue(Entry):
    """Words in the sentence of a number; `patterns` are regular expressions, any case.

    `correction` says that a number takes back another, `earlier` that it was said before, `wounds` that an injured
    person died, `found_alive` and `found_dead` what became of the missing, whom `missing` words name; `message` is a
    source's name that names nobody, `speaker` a word for who speaks for a body, `anybody` a name for
    any office; `further` that a number is added to another, `contrast` that a source contradicts.
    """

    kind: ChangeKind
    patterns: tuple[str, ...]

    def fires(self, text: str) -> bool:
        """Return whether the words stand in a text."""
        return bool(_compiled(self.patterns).search(text))


def has_cue(language: str, kind: ChangeKind, text: str) -> bool:
    """Return whether a sentence has words of a kind."""
    return any(row.fires(text) for row in load(language, "changes", ChangeCue) if row.kind == kind)


@functools.cache
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)
