"""The two axes of a chart: numbers from nought, and time with the days and hours that a reader looks for."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lagebild.vocabulary.labels import Words

_HOUR, _DAY = 3600.0, 86400.0
_HOURS, _DAYS = (1, 2, 3, 6, 12), (1, 2, 4, 7, 14, 30.5, 61, 91.5, 183, 366, 732, 1830, 3660, 7320, 18300)
_STEPS = (*(n * _HOUR for n in _HOURS), *(n * _DAY for n in _DAYS))
_MONTH = 28 * _DAY
_LEAST_SPAN = 3 * _HOUR
_ISO_DAY = len("2025-04-26")


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of an axis: where it stands, what it says, and the day beneath it where one begins."""

    at: float
    label: str
    below: str = ""


def numbers(highest: int, most: int, words: Words) -> tuple[Tick, ...]:
    """Return round numbers from nought to at least the highest, as many as asked for or fewer."""
    step = 1
    while highest / step > most - 1:
        step = _next(step)
    top = -(-max(highest, 1) // step) * step
    return tuple(Tick(n, words.number(n)) for n in range(0, top + step, step))


def _next(step: int) -> int:
    digits = len(str(step)) - 1
    unit = int(10**digits)
    return {1: 2, 2: 5, 5: 10}[step // unit] * unit


def moment(at: str, zone: dt.tzinfo | None) -> dt.datetime | None:
    """Return when an ISO time or a prefix of one is, in this zone; a day alone is its noon. None for anything else."""
    full = {4: f"{at}-07-01", 7: f"{at}-15"}.get(len(at), at)
    try:
        read = dt.datetime.fromisoformat(full)
    except ValueError:
        return None
    if len(full) == _ISO_DAY:
        read = read.replace(hour=12)
    if read.tzinfo is None:
        return read.replace(tzinfo=zone or dt.UTC)
    return read.astimezone(zone) if zone else read


def zone_of(times: Sequence[str]) -> dt.tzinfo:
    """Return the zone that most of these times are written in, the first of several; UTC where none has one."""
    zones = [read.tzinfo for read in (moment(at, None) for at in times if len(at) > _ISO_DAY) if read and read.tzinfo]
    return max(zones, key=zones.count) if zones else dt.UTC


def zone_name(zone: dt.tzinfo, at: float) -> str:
    """Return a zone as its distance from UTC at a second of time: "UTC+2", "UTC−3:30"."""
    offset = dt.datetime.fromtimestamp(at, zone).utcoffset() or dt.timedelta()
    minutes = int(offset.total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}{f':{rest:02}' if rest else ''}" if minutes else "UTC"


def span(times: Sequence[dt.datetime]) -> tuple[float, float]:
    """Return the first and last second that the axis shows, with a little air on both sides."""
    first, last = min(times).timestamp(), max(times).timestamp()
    air = max((last - first) * 0.04, (_LEAST_SPAN - (last - first)) / 2)
    return first - air, last + air


def days(first: float, last: float, most: int, zone: dt.tzinfo, words: Words) -> tuple[Tick, ...]:
    """Return the marks of the time axis: hours, days, months or years, as many as asked for or fewer."""
    step = next((step for step in _STEPS if (last - first) / step <= most), _STEPS[-1])
    ticks: list[Tick] = []
    begin = dt.datetime.fromtimestamp(first, zone)
    years = begin.year != dt.datetime.fromtimestamp(last, zone).year
    shown: tuple[int, int] | None = None
    if step < _DAY and (begin + dt.timedelta(seconds=step)).date() != begin.date():
        ticks.append(Tick(first, "", _name(begin, step, words, with_year=years)))
        shown = (begin.year, begin.timetuple().tm_yday)
    for when in _marks(first, last, step, zone):
        day = (when.year, when.timetuple().tm_yday)
        new_year = years and (shown is None or shown[0] != when.year)
        name = _name(when, step, words, with_year=new_year)
        if step < _DAY:
            below = name if day != shown else ""
            ticks.append(Tick(when.timestamp(), f"{when.hour:02}:{when.minute:02}", below))
        else:
            ticks.append(Tick(when.timestamp(), name))
        shown = day
    return tuple(ticks)


def _marks(first: float, last: float, step: float, zone: dt.tzinfo) -> Iterator[dt.datetime]:
    begin = dt.datetime.fromtimestamp(first, zone)
    when = begin.replace(hour=0, minute=0, second=0, microsecond=0)
    if step >= _MONTH:
        yield from _months(when.replace(day=1), first, last, step)
        return
    while when.timestamp() <= last:
        if when.timestamp() >= first:
            yield when
        when += dt.timedelta(seconds=step)


def _months(when: dt.datetime, first: float, last: float, step: float) -> Iterator[dt.datetime]:
    months = max(round(step / (30.5 * _DAY)), 1)
    when = when.replace(month=1)
    while when.timestamp() <= last:
        if when.timestamp() >= first:
            yield when
        following = when.month - 1 + months
        when = when.replace(year=when.year + following // 12, month=following % 12 + 1)


def _name(when: dt.datetime, step: float, words: Words, *, with_year: bool) -> str:
    iso = when.date().isoformat()
    if step >= 12 * 30 * _DAY:
        return iso[:4]
    if step >= _MONTH:
        return words.date(iso[:7]) if with_year else words.label(f"month.{when.month}")
    if with_year:
        return words.date(iso)
    return words.label("date.short", day=str(when.day), month=words.label(f"month.{when.month}"))
