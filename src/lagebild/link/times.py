"""Resolve time expressions against the day of publication, as TIMEX3 values."""

import functools
import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from lagebild.link.times_calendar import Tense, Value
from lagebild.link.times_clause import has, sentence_at, sentences_between, tense
from lagebild.link.times_clock import hour_of
from lagebild.link.times_reading import Reading
from lagebild.link.times_values import RESOLVERS
from lagebild.model import Article, DateMention, Document, FieldName, Time, TimeMod
from lagebild.vocabulary import load
from lagebild.vocabulary.dates import DateRule

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_AFTERNOON = "14"
_WEEKDAYS = {"weekday", "weekday_part", "night"}
_YEAR = re.compile(r"\d{4}(?:-\d\d)?$|\d{4}-\d\d-\d\d")
_BARE = {"clock", "clock_quarter", "part"}
_ABOUT = {"clock", "clock_quarter", "year"}  # "gegen 14 Uhr", "around 1990"
_MODS: dict[str, TimeMod] = {"START": "start", "MID": "mid", "END": "end", "APPROX": "approx"}
_OF_WEEK = {"1": "START"}  # "in der ersten Maiwoche"
_TENSED = {"day", "numeric_day", "month", "weekday", "weekday_part", "night", "season", "feast", "weekend", "deictic"}
_DAILY = {"weekday", "weekday_part", "weekday_relative", "night", "clock"}
_LEAD, _NEAR, _WEEK = 700, 40, 7
_HOPS = 2  # "8 p.m. (1800 GMT) on Monday"
_CLOSE = 2  # sentences after the one that names the day, in which a time by the clock is still of that day
_FIRST_PAPER, _LAST_YEAR = 1605, 2999


def published_day(article: Article) -> date | None:
    """Return the day of publication in the article's own zone, or None where it has none that a paper can have."""
    try:
        day = date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None
    return day if _FIRST_PAPER <= day.year <= _LAST_YEAR else None


def times(document: Document) -> tuple[Time, ...]:
    """Return the time expressions with TIMEX3 values, in text order; what cannot be resolved is left out.

    A weekday is the last one on or before publication, unless its clause looks ahead; "in der Nacht zum Sonntag" is the
    Sunday. A bare time of day belongs to the day named nearest before it in the text, or else to publication; one by
    the clock only where that day is named near it.
    """
    article = document.article
    published = published_day(article)
    resolvers = _resolvers(article.language) if document.dates else {}
    daily = _is_daily(document, resolvers)
    found: list[Time] = []
    course = _Course()
    for place, mention in enumerate(document.dates):
        resolver, value = resolvers[mention.rule]
        course = course if course.field == mention.field else _Course(mention.field)
        day = _day_of(document, place, course, resolvers) if resolver in _BARE else course.day
        looks = tense(article, mention) if resolver in _TENSED else "open"
        today = _local_day(article, mention, published) if resolver in _WEEKDAYS else published
        general = _general(mention, looks, daily=daily)
        reading = Reading(today, day, looks, value, mention.quote, general, course.named, course.clock)
        slots = dict(mention.slots)
        if resolver == "clock" and found and _joined(article, found[-1], mention, "part_joined"):
            slots.setdefault("part", found[-1].value.partition("T")[2])
        answer = RESOLVERS[resolver](slots, reading)
        if answer is None:
            continue
        if resolver == "weekday" and place and resolvers[document.dates[place - 1].rule][0] == "weekday":
            before = found[-1] if found else None
            if before and _joined(article, before, mention, "range"):
                found[-1] = _before(before, answer[0])
        found.append(_time(article, mention, answer, resolver))
        course = course.after(found[-1], resolver)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Course:
    """What a field has named so far, that later expressions count from: the last day, time and hour."""

    field: FieldName | None = None
    day: date | None = None
    by: Time | None = None
    named: str = ""
    clock: datetime | None = None

    def after(self, time: Time, resolver: str) -> "_Course":
        """Return the course after one more time; a new day ends the hour that was named on another."""
        if resolver in _BARE:
            return replace(self, clock=hour_of(time.value) or self.clock)
        if time.type not in {"DATE", "TIME"} or not _YEAR.match(time.value):
            return self
        if not _DAY.match(time.value):
            return replace(self, named=time.value)
        day = date.fromisoformat(time.value[:10])
        clock = hour_of(time.value) or (self.clock if self.clock and self.clock.date() == day else None)
        return replace(self, day=day, by=time, named=time.value[:10], clock=clock)


def _day_of(document: Document, place: int, course: _Course, resolvers: dict[str, tuple[str, str]]) -> date | None:
    """Return the day that a bare time of day belongs to, as far as the text names one."""
    article, mention = document.article, document.dates[place]
    before = course.by
    if before and before.end >= sentence_at(article, mention)[0]:
        return course.day
    after = _named_after(document, place, resolvers)
    near = resolvers[mention.rule][0] == "part" or (before is not None and _carries(article, before, mention))
    return after or (course.day if near else None)


def _carries(article: Article, before: Time, mention: DateMention) -> bool:
    """Tell whether a time by the clock is still of the day named some sentences before: not of one yet to come."""
    published = published_day(article)
    past = published is None or before.value[:10] <= published.isoformat()
    return past and sentences_between(article, before, mention) <= _CLOSE


def _local_day(article: Article, mention: DateMention, published: date | None) -> date | None:
    """Return the day at the place of the event: late in our day, "Sonntagmorgen (Ortszeit)" may be tomorrow."""
    late = (article.published or "")[11:13] >= _AFTERNOON
    local = has(article, "local_time", article[mention.field][mention.end : mention.end + _NEAR])
    return published + timedelta(days=1) if published and late and local else published


def _is_daily(document: Document, resolvers: dict[str, tuple[str, str]]) -> bool:
    """Tell whether an article reports the day's news: its lead names yesterday, a weekday or a time of day."""
    return any(
        resolvers[mention.rule][0] in _DAILY or dict(mention.slots).get("deictic", "0") != "0"
        for mention in document.dates
        if mention.start < _LEAD
    )


def _general(mention: DateMention, looks: Tense, *, daily: bool) -> bool:
    """Tell whether "heute" means these times: in a text that is no day's news, unless its lead tells what happened."""
    return not daily and (looks != "past" or mention.start >= _LEAD)


def _time(article: Article, mention: DateMention, answer: Value, resolver: str) -> Time:
    mod = _mod(dict(mention.slots))
    if mod is None and resolver in _ABOUT:
        before = article[mention.field][max(0, mention.start - _NEAR) : mention.start]
        mod = "approx" if has(article, "about", before) else None
    return Time(mention.field, mention.start, mention.end, mention.quote, mention.type, *answer, mod)


def _mod(slots: dict[str, str]) -> TimeMod | None:
    """Return which part of a time is meant, or that it is about so, by the words of the expression itself."""
    named = slots.get("edge") or slots.get("approximate") or _OF_WEEK.get(slots.get("week_place", ""), "")
    return _MODS.get("END" if "week_last" in slots else named)


def _named_after(document: Document, place: int, resolvers: dict[str, tuple[str, str]]) -> date | None:
    """Return the day that follows a bare time of day in a few words ("gegen 5 Uhr am Montag")."""
    article, mention = document.article, document.dates[place]
    for after in document.dates[place + 1 : place + 1 + _HOPS]:
        resolver, value = resolvers[after.rule]
        if after.type not in {"DATE", "TIME"} or not _joined(article, mention, after, "between"):
            return None
        if resolver not in _BARE:
            reading = Reading(published_day(article), None, tense(article, after), value, after.quote)
            answer = RESOLVERS[resolver](dict(after.slots), reading)
            return date.fromisoformat(answer[0][:10]) if answer and _DAY.match(answer[0]) else None
        mention = after
    return None


def _joined(article: Article, first: DateMention | Time, second: DateMention, kind: str) -> bool:
    """Tell whether only words of a kind of cue stand between two time expressions of a field."""
    gap = second.start - first.end
    return (
        first.field == second.field
        and 0 <= gap <= _NEAR
        and has(article, kind, article[first.field][first.end : second.start])
    )


def _before(first: Time, last: str) -> Time:
    """Return the first day of a range moved by whole weeks to lie before the last: "from Monday to Wednesday"."""
    begins, ends = date.fromisoformat(first.value), date.fromisoformat(last)
    return replace(first, value=(ends - timedelta(days=(ends - begins).days % _WEEK)).isoformat())


@functools.cache
def _resolvers(language: str) -> dict[str, tuple[str, str]]:
    return {entry.id: (entry.resolver, entry.value) for entry in load(language, "dates", DateRule)}
