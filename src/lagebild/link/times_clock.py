"""Times of day as TIMEX3 values: the hour by the clock, the part of the day that it is of, the zone named beside it."""

import re
from datetime import date, datetime, timedelta

from lagebild.link import times_calendar as calendar
from lagebild.link.times_calendar import Slots, Value

_NOON, _LAST_HOUR, _LAST_MINUTE, _HUNDRED = 12, 24, 59, 100
_LATE = 6  # "11 Uhr nachts" is before midnight, "2 Uhr nachts" after it
_SUMMER_RULE_SINCE = 2007  # of the United States: second Sunday of March to first Sunday of November
_DIGITS = re.compile(r"\d+")


def clock(slots: Slots, day: date | None, *, half: bool = False) -> Value | None:
    """Return a time of day: "8 Uhr abends" is 20:00, "halb neun" 08:30, "1430 GMT" 14:30Z; None where there is none."""
    hour, *rest = _named(slots, half=half)
    if hour is None:
        return None
    return _value((hour, *(part or 0 for part in rest)), slots, day)


def clock_quarter(slots: Slots, day: date | None) -> Value | None:
    """Return the time of "quarter past three" and "half past two", "Viertel vor drei"."""
    hour = _number(slots.get("hour") or slots.get("number_word") or slots.get("one"))
    if hour is None or not 0 < hour <= _NOON:
        return None
    past = int(slots.get("clock_part", "15")) * int(slots.get("clock_way", "1"))
    return _value(((hour - (past < 0)) % _NOON, past % 60, 0), slots, day)


def _named(slots: Slots, *, half: bool) -> tuple[int | None, ...]:
    """Return the hour, minute and second that are named, as far as they are."""
    if half:
        hour = _number(slots.get("number_word"))
        return None if hour is None else hour - 1, 30
    if "military" in slots:
        hour, minute = divmod(int("".join(_DIGITS.findall(slots["military"]))), _HUNDRED)
        return hour, minute
    digits = slots.get("clock_seconds") or slots.get("clock")
    if digits:
        return tuple(int(part) for part in _DIGITS.findall(digits))
    return _number(slots.get("hour") or slots.get("number_word") or slots.get("one")), _number(slots.get("minute", "0"))


def _number(word: str | None) -> int | None:
    return int(word) if word is not None and word.isdecimal() else None


def _value(named: tuple[int, ...], slots: Slots, day: date | None) -> Value | None:
    hour, minute, second = (*named, 0, 0)[:3]
    found = _of_day(hour, slots)
    if found is None or found > _LAST_HOUR or max(minute, second) > _LAST_MINUTE:
        return None
    exact = f":{second:02}" if "clock_seconds" in slots else ""
    time = f"{found:02}:{minute:02}{exact}{_offset(slots.get('zone', ''), day)}"
    return f"{day.isoformat() if day else 'XXXX-XX-XX'}T{time}", "minute"


def _of_day(hour: int, slots: Slots) -> int | None:
    """Return an hour of twelve as one of 24, by "p.m." or the part of the day that is named; None where it has none."""
    half = slots.get("meridiem") or slots.get("ampm")
    part = slots.get("part") or slots.get("part_adverb")
    if half is not None:
        return hour % _NOON + (_NOON if half == "PM" else 0) if 0 < hour <= _NOON else None
    if part in {"AF", "EV"} and hour < _NOON:
        return hour + _NOON
    if part == "NI" and _LATE <= hour <= _NOON:
        return hour + _NOON
    return hour + _NOON if part == "MI" and 0 < hour < _LATE else hour


def _offset(zone: str, day: date | None) -> str:
    """Return how far a zone is from UTC; of "-05:00/-04:00" by the season, and nothing where that is not known."""
    winter, _, summer = zone.partition("/")
    if not summer:
        return winter
    if day is None or day.year < _SUMMER_RULE_SINCE:
        return ""
    begins, ends = calendar.feast_day("N03-7-2", day.year), calendar.feast_day("N11-7-1", day.year)
    return summer if begins and ends and begins <= day < ends else winter


def later_clock(origin: datetime | date, count: float, unit: str) -> Value | None:
    """Return the time so many hours or minutes after another, or an unknown one of a day without any."""
    if not isinstance(origin, datetime):
        return f"{origin.isoformat()}TXX:XX", "hour"
    try:
        found = origin + timedelta(hours=count * {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}[unit])
    except OverflowError:
        return None
    return found.strftime("%Y-%m-%dT%H:%M").zfill(len("2025-04-30T14:30")), "minute"


def hour_of(value: str) -> datetime | None:
    """Return the hour and minute that a value names, without its zone: None of what has no hour or day."""
    found = re.match(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)", value)
    if not found or int(found[2]) == _LAST_HOUR:
        return None
    return datetime.combine(date.fromisoformat(found[1]), datetime.min.time()).replace(
        hour=int(found[2]), minute=int(found[3])
    )
