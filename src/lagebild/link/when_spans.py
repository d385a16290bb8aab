"""The days or months that time expressions of an article span: a night of two days, a range from one to another."""

import functools
import itertools
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from lagebild.link.times_clause import has
from lagebild.model import Article, Document, FieldName, Time
from lagebild.vocabulary import load
from lagebild.vocabulary.dates import DateRule

_At: TypeAlias = tuple[FieldName, int]

_NIGHTS = {"night": (-1, 0), "night_after": (0, 1)}  # the days around the one that a night is named for
_DATED = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?=T|$)")
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Spans:
    """The expressions that span more than their own value: nights, and the first of each range with its last."""

    nights: dict[_At, tuple[int, int]]
    ranges: dict[_At, Time]
    lasts: frozenset[_At]

    def ends(self, time: Time) -> bool:
        """Return whether a time is the last of a range."""
        return (time.field, time.start) in self.lasts

    def begins(self, time: Time) -> bool:
        """Return whether a time is the first of a range."""
        return (time.field, time.start) in self.ranges

    def of(self, time: Time, first: date, last: date) -> tuple[str, str]:
        """Return the first and last day of a time whose own value has these."""
        at = (time.field, time.start)
        if at in self.ranges:
            return first.isoformat(), self.ranges[at].value[:10]
        before, after = self.nights.get(at, (0, 0))
        return (first + timedelta(days=before)).isoformat(), (last + timedelta(days=after)).isoformat()

    def last_month(self, time: Time) -> str:
        """Return the last month of a time that names a month."""
        at = (time.field, time.start)
        return self.ranges[at].value if at in self.ranges else time.value


def spans(document: Document, times: tuple[Time, ...]) -> Spans:
    """Return what the time expressions of a document span.

    "in der Nacht zum Sonntag" is Saturday and Sunday, "last night" yesterday and today; "vom 3. bis 5. Mai" and
    "between July and August" are ranges. "am 3. und 5. Mai" is none.
    """
    rules = _night_rules(document.article.language) if document.dates else {}
    nights = {(each.field, each.start): rules[each.rule] for each in document.dates if each.rule in rules}
    pairs = [(first, last) for first, last in itertools.pairwise(times) if _is_range(document.article, first, last)]
    return Spans(
        nights,
        {(first.field, first.start): last for first, last in pairs},
        frozenset((last.field, last.start) for _, last in pairs),
    )


def _is_range(article: Article, first: Time, last: Time) -> bool:
    """Return whether two expressions of one precision are the ends of a range."""
    values = [_DATED.match(time.value) for time in (first, last)]
    if first.field != last.field or not 0 <= last.start - first.end <= _NEAR or not all(values):
        return False
    begins, ends = (value[0] for value in values if value)
    if len(begins) != len(ends) or begins > ends:
        return False
    text = article[first.field]
    gap, before = text[first.end : last.start], text[max(0, first.start - _NEAR) : first.start]
    return has(article, "range", gap) or (has(article, "both", gap) and has(article, "span_between", before))


@functools.cache
def _night_rules(language: str) -> dict[str, tuple[int, int]]:
    rules = load(language, "dates", DateRule)
    return {rule.id: _NIGHTS[rule.resolver] for rule in rules if rule.resolver in _NIGHTS}
