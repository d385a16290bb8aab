"""Row types of the tables that tell which incident a figure is about, and how much of it."""

import functools
import re
from dataclasses import dataclass
from typing import Literal

from lagebild.vocabulary import Entry, load

ScopeKind = Literal[
    "name",
    "past",
    "similar",
    "elsewhere",
    "fresh",
    "background",
    "current",
    "aside",
    "memorial",
    "main",
    "saying",
    "later",
    "older_number",
    "so_far",
    "at_once",
    "there",
]
ExtentKind = Literal[
    "name",
    "before",
    "after",
    "each",
    "total",
    "period",
    "since",
    "series",
    "superseded",
    "contrast",
    "update",
    "still",
    "anybody",
    "with_perpetrator",
    "without_perpetrator",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeCue(Entry):
    """Words that move a sentence to another incident, or back to the main one.

    `patterns` are regular expressions, any case; `<id>` in them stands for the patterns of the entry of that id, which
    is of kind "name". A `past` cue names an earlier time, a `similar` one another incident, an `elsewhere` one another
    place, a `fresh` one an incident not told of before, which counts far down in an article, a `background` one totals
    of a span of time, a `current` one of a span that is not over; an `aside` holds for its own sentence alone.
    `memorial` says that an event is looked back on, in the title that the whole article does; `main` that a sentence is
    about the main incident whatever date it gives; `saying` words in the past perfect tell of what was said, not of
    what happened; a `later` cue in the lead says that the article comes long after the event it names. `at_once` says
    that another incident was on the day of the main one, `there` that it was at the place named before.
    """

    kind: ScopeKind
    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtentCue(Entry):
    """Words that tell a part, a total or a span of time from the total of one incident.

    `patterns` as in ScopeCue. A `before` cue makes the counts after it in the sentence parts, an `after` cue the count
    that it follows; `each` repeats a count for several places; `superseded` marks a number that no longer holds,
    `contrast` one that stands against another source's, `update` one that is newer, `still` one
    of people not yet found; `anybody` stands behind a count of people in general; the last two kinds say whether a
    total counts the one who did it.
    """

    kind: ExtentKind
    patterns: tuple[str, ...]


@functools.cache
def scope_cues(language: str, kind: ScopeKind) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the compiled cues of a kind with the id of each entry."""
    return _compiled(load(language, "scope_cues", ScopeCue), kind)


@functools.cache
def extent_cues(language: str, kind: ExtentKind) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the compiled cues of a kind with the id of each entry."""
    return _compiled(load(language, "extent_cues", ExtentCue), kind)


def _compiled(rows: tuple[ScopeCue, ...] | tuple[ExtentCue, ...], kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    names = {row.id: "(?:" + "|".join(row.patterns) + ")" for row in rows if row.kind == "name"}

    def filled(pattern: str) -> str:
        for _ in names:
            pattern = re.sub(r"<(\w+)>", lambda match: names[match[1]], pattern)
        return pattern

    return tuple(
        (row.id, re.compile("|".join(filled(pattern) for pattern in row.patterns), re.IGNORECASE))
        for row in rows
        if row.kind == kind
    )
