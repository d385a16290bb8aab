"""The clause around a time expression: where it begins and ends, its tense, the cues of its kind."""

import functools
import re
from collections.abc import Iterable
from typing import Protocol

from lagebild.link.times_calendar import Tense
from lagebild.model import Article, FieldName
from lagebild.vocabulary import load
from lagebild.vocabulary.dates import DateCue

_PERFECT = re.compile(r"(?:t|en) (?:haben|sein)\b|worden\b")
_PASSIVE = re.compile(r"(?:t|en) werden\b")
HERE = "◊"  # stands for an expression where the words on both sides of it count
_REACH = 250
_WORDS = 40


class Stretch(Protocol):
    """A stretch of an article's title or text."""

    @property
    def field(self) -> FieldName:
        """Return the field it stands in."""

    @property
    def start(self) -> int:
        """Return where it begins."""

    @property
    def end(self) -> int:
        """Return where it ends."""


def sentence_at(article: Article, stretch: Stretch) -> tuple[int, int]:
    """Return where the sentence of a stretch begins and ends, as far as marks tell."""
    text = article[stretch.field]
    start = max(0, stretch.start - _REACH)
    mark = _cues(article.language)["sentence_end"]
    for match in mark.finditer(text, start, stretch.start):
        start = match.end()
    end = mark.search(text, stretch.end, stretch.end + _REACH)
    return start, end.start() if end else min(len(text), stretch.end + _REACH)


def sentences_between(article: Article, first: Stretch, second: Stretch) -> int:
    """Return how many ends of sentences lie between two stretches of a field."""
    text = article[first.field]
    return sum(1 for _ in _cues(article.language)["sentence_end"].finditer(text, first.end, second.start))


def clause_at(article: Article, stretch: Stretch, mark: str = "clause_end") -> tuple[int, int]:
    """Return where the clause of a stretch begins and ends: the part of its sentence between commas or "und".

    With the mark "told_end" English conjunctions ("when", "after", "that") begin a clause as well.
    """
    text = article[stretch.field]
    start, end = sentence_at(article, stretch)
    ends = _cues(article.language)[mark]
    before = [match.end() for match in ends.finditer(text, start, stretch.start)]
    after = ends.search(text, stretch.end, end)
    return before[-1] if before else start, after.start() if after else end


def opening_at(article: Article, stretch: Stretch, named: Iterable[Stretch]) -> tuple[int, int] | None:
    """Return where the phrase of time or place is that opens the sentence of a stretch and belongs to its clause.

    "As of Saturday, four were missing": nothing but words like "as of" stands before the expression, and the clause of
    the stretch comes right after it. "He died on Saturday, four were missing" has none. `named` are the expressions.
    """
    text = article[stretch.field]
    start, _ = sentence_at(article, stretch)
    begins, _ = clause_at(article, stretch)
    inside = [each for each in named if each.field == stretch.field and start <= each.start and each.end <= begins]
    head, at = "", start
    for each in sorted(inside, key=lambda one: one.start):
        head, at = head + text[at : each.start] + HERE, max(at, each.end)
    return (start, begins) if inside and has(article, "opening", head + text[at:begins]) else None


def tense(article: Article, stretch: Stretch) -> Tense:
    """Return whether the clause of a time expression looks back or ahead, by its verbs.

    "soll am Montag gestorben sein" looks back; a verb of planned things in the present tense looks ahead.
    """
    text = article[stretch.field]
    if has(article, "since", text[max(0, stretch.start - _WORDS) : stretch.start]):
        return "past"
    own = clause_at(article, stretch, "told_end")
    for start, end in (own, clause_at(article, stretch), sentence_at(article, stretch)):
        part = text[start:end]
        past, future = has(article, "past", part), has(article, "future", part)
        if not future and _PASSIVE.search(part):
            continue
        if past and (not future or _PERFECT.search(part)):
            return "past"
        if future or (not past and has(article, "present", part)):
            return "future"
    return "open"


def has(article: Article, kind: str, part: str) -> bool:
    """Tell whether a part of a text has a cue of a kind."""
    return bool(_cues(article.language)[kind].search(part))


@functools.cache
def _cues(language: str) -> dict[str, re.Pattern[str]]:
    return {entry.kind: re.compile("|".join(entry.patterns)) for entry in load(language, "date_cues", DateCue)}
