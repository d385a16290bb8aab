"""Rows of the tables of time expressions: words by class, rules over the classes, cues of tense and speech."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from lagebild.model import TimeType
from lagebild.vocabulary import Entry

Resolver: TypeAlias = Literal[
    "day", "numeric_day", "month", "month_relative", "year", "years", "weekday", "weekday_relative", "deictic", "part",
    "weekday_part", "night", "relative_unit", "unit_edge", "season", "feast", "weekend", "decade", "century", "clock",
    "ago", "later", "duration", "duration_words", "compound_duration", "every", "every_weekday", "reference", "quarter",
    "later_clock", "clock_quarter", "weekday_ago", "day_ago", "feast_nth", "unplaced", "night_after",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWord(Entry):
    """A class of words that date rules name: each word and the value it stands for.

    A word written with a capital fires only so (or all in capitals); one in small letters fires in any case. `compose`
    names two classes whose words form compounds of this class, values joined by "+" ("Dienstagabend" is "2+TEV").
    `also` is the shape that other rules still see in the words ("Herr" is a Noun to a rule that says so).
    """

    words: dict[str, str] = field(default_factory=dict)
    compose: tuple[str, ...] = ()
    endings: tuple[str, ...] = ("",)
    also: Literal["", "Noun", "low"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRule(Entry):
    """A time expression: a pattern over words and classes, its TIMEX3 type, and how it is resolved.

    In `pattern` a bare word is that word, `{class}` or `{slot=class}` a word of the class, kept as a slot of that name;
    `( | ) ? *` group, choose and repeat, `(?! )`, `(?= )`, `(?<! )` look around; `<` and `>` stand around the part that
    is the mention, where that is not all. In `examples` square brackets stand around the mention.
    """

    pattern: str
    type: TimeType
    resolver: Resolver
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCue(Entry):
    """Regular expressions (case counts) of one kind that tell how a date in the same clause is meant."""

    kind: str
    patterns: tuple[str, ...]
