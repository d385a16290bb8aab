"""Resolve time expressions against the day of publication, as TIMEX3 values."""

import functools
import re
from dataclasses import replace
from datetime import date, timedelta

from lagebild.link.times_calendar import Tense, Value
from lagebild.link.times_clause import has, sentence_at, tense
from lagebild.link.times_values import RESOLVERS, Reading
from lagebild.model import Article, DateMention, Document, FieldName, Time
from lagebild.vocabulary import load
from lagebild.vocabulary.dates import DateRule

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_AFTERNOON = "14"
_WEEKDAYS = {"weekday", "weekday_part", "night"}
_BARE = {"clock", "part"}
_TENSED = {"day", "numeric_day", "month", "weekday", "weekday_part", "night", "season", "feast", "weekend", "deictic"}
_DAILY = {"weekday", "weekday_part", "weekday_relative", "night", "clock"}
_LEAD, _NEAR, _WEEK = 700, 40, 7
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
    Sunday. A bare time of day belongs to the day named nearest before it in the text, or else to publication.
    """
    article = document.article
    published = published_day(article)
    resolvers = _resolvers(article.language) if document.dates else {}
    daily = _is_daily(document, resolvers)
    found: list[Time] = []
    anchor: tuple[FieldName, int, date] | None = None
    for place, mention in enumerate(document.dates):
        resolver, value = resolvers[mention.rule]
        day = anchor[2] if anchor and anchor[0] == mention.field else None
        if resolver in _BARE:
            near = anchor is not None and anchor[:2] >= (mention.field, sentence_at(article, mention)[0])
            if not near:
                day = _named_after(document, place, resolvers) or (day if resolver == "part" else None)
        looks = tense(article, mention) if resolver in _TENSED else "open"
        today = _local_day(article, mention, published) if resolver in _WEEKDAYS else published
        reading = Reading(today, day, looks, value, mention.quote, _general(mention, looks, daily=daily))
        answer = RESOLVERS[resolver](dict(mention.slots), reading)
        if answer is None:
            continue
        if resolver == "weekday" and place and resolvers[document.dates[place - 1].rule][0] == "weekday":
            before = found[-1] if found else None
            if before and _joined(article, before, mention, "range"):
                found[-1] = _before(before, answer[0])
        found.append(_time(mention, answer))
        if _DAY.match(answer[0]) and resolver not in _BARE:
            anchor = (mention.field, mention.end, date.fromisoformat(answer[0][:10]))
    return tuple(found)


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


def _time(mention: DateMention, answer: Value) -> Time:
    return Time(mention.field, mention.start, mention.end, mention.quote, mention.type, *answer)


def _named_after(document: Document, place: int, resolvers: dict[str, tuple[str, str]]) -> date | None:
    """Return the day that follows a bare time of day in a few words ("gegen 5 Uhr am Montag")."""
    if place + 1 == len(document.dates):
        return None
    mention, after = document.dates[place], document.dates[place + 1]
    resolver, value = resolvers[after.rule]
    if after.field != mention.field or resolver in _BARE or after.type not in {"DATE", "TIME"}:
        return None
    if not _joined(document.article, mention, after, "between"):
        return None
    published = published_day(document.article)
    reading = Reading(published, None, tense(document.article, after), value, after.quote)
    answer = RESOLVERS[resolver](dict(after.slots), reading)
    return date.fromisoformat(answer[0][:10]) if answer and _DAY.match(answer[0]) else None


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
