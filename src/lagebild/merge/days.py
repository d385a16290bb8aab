"""Days as they are compared: the first and the last one that a time may mean, as numbers."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from lagebild.model import Article, Record, Time

_PREFIX = re.compile(r"\d{4}(?:-\d\d){0,2}")
_ISO_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_DAY = len("2026-04-14")


@dataclass(frozen=True, slots=True)
class Days:
    """The days on which an incident may have happened, first to last, as ordinals; `exact` where they are days.

    `value` is the ISO prefix that says so.
    """

    first: int
    last: int
    exact: bool
    value: str


def days(start: str | None, end: str | None = None) -> Days | None:
    """Return the days that ISO prefixes mean: "2026-04" is from the first of April to its last day."""
    if start is None or not _PREFIX.fullmatch(start[:_DAY]):
        return None
    first, last = _edges(start[:_DAY])
    if end is not None and _PREFIX.fullmatch(end[:_DAY]):
        last = max(last, _edges(end[:_DAY])[1])
    return Days(first, last, exact=len(start) >= _DAY, value=start[:_DAY])


def _edges(prefix: str) -> tuple[int, int]:
    year, month, day = ([int(part) for part in prefix.split("-")] + [0, 0])[:3]
    if day:
        ordinal = date(year, month, day).toordinal()
        return ordinal, ordinal
    if month:
        after = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1).toordinal(), (after - timedelta(days=1)).toordinal()
    return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()


def published(article: Article) -> int | None:
    """Return the day of publication."""
    return date.fromisoformat(article.published[:_DAY]).toordinal() if article.published else None


def is_dated(time: Time) -> bool:
    """Return whether a time expression says on which day."""
    return time.type in {"DATE", "TIME"} and _ISO_DAY.match(time.value) is not None


def named_days(record: Record) -> frozenset[int]:
    """Return the days that an article names, those of its other incidents left out."""
    named = {time.value[:_DAY] for time in record.times if is_dated(time)}
    others = {incident.time.start for incident in record.incidents if not incident.main and incident.time is not None}
    return frozenset(date.fromisoformat(day).toordinal() for day in named - others)


def other_days(record: Record, incident: str) -> tuple[Days, ...]:
    """Return the days that an article gives to its other incidents than this one."""
    times = (each.time for each in record.incidents if each.id != incident)
    found = (days(time.start, time.end) for time in times if time is not None)
    return tuple(each for each in found if each is not None and each.exact)
