"""Resolve the slots of one time expression: a function for each resolver that the rules of the grammar name."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from lagebild.link import times_calendar as calendar
from lagebild.link import times_clock
from lagebild.link import times_distance as distance
from lagebild.link.times_calendar import Slots, Tense, Value
from lagebild.link.times_reading import Reading

_NUMBER = re.compile(r"-?\d+")
_MOST_DAYS = 4


def _year_of(slots: Slots, reading: Reading) -> int | None:
    """Return the year that is named, as a number or relative to publication."""
    if "year" in slots:
        return int(slots["year"])
    shift = next((slots[name] for name in ("last", "next", "this") if name in slots), None)
    if shift is not None and reading.published:
        return reading.published.year + int(shift)
    return None


def _day(slots: Slots, reading: Reading) -> Value | None:
    named = (slots.get("day") or slots.get("day_word") or "").rstrip(".")
    if not named.isdecimal():
        return None
    place, number = int(named), int(slots["month"])
    year = _year_of(slots, reading)
    if year is not None:
        found = calendar.safe_day(year, number, place)
    elif not reading.published:
        return f"XXXX-{number:02}-{place:02}", "day"
    else:
        found = calendar.nearest_day(number, place, reading.published, reading.tense)
    return _with_part(found, slots.get("part", "")) if found else None


def _numeric_day(slots: Slots, reading: Reading) -> Value | None:
    if "iso" in slots:
        found = calendar.safe_day(*(int(part) for part in slots["iso"].split("-")))
        return calendar.day(found) if found else None
    if "slashed" in slots:
        return _slashed(slots["slashed"], american=reading.value == "american")
    parts = [int(part) for part in re.findall(r"\d+", slots.get("dmy") or slots["dm"])]
    if "dmy" in slots:
        found = calendar.safe_day(calendar.full_year(parts[2]), parts[1], parts[0])
        return calendar.day(found) if found else None
    named = {"day": str(parts[0]), "month": str(parts[1])}
    return _day(named, reading)


def _slashed(digits: str, *, american: bool) -> Value | None:
    """Return the day of "25/04/2025"; where American order is in use too, only one that has no other reading."""
    first, second, year = (int(part) for part in digits.split("/"))
    ways = {calendar.safe_day(year, second, first)} | ({calendar.safe_day(year, first, second)} if american else set())
    (found, *others) = ways - {None} or {None}
    return calendar.day(found) if found and not others else None


def _month(slots: Slots, reading: Reading) -> Value | None:
    number = int(slots["month"])
    year = _year_of(slots, reading)
    if year is not None:
        return calendar.month(year, number)
    return calendar.nearest_month(number, reading.published, reading.tense) if reading.published else None


def _month_relative(slots: Slots, reading: Reading) -> Value | None:
    if not reading.published:
        return None
    number, published = int(slots["month"]), reading.published
    if "next" in slots:
        return calendar.month(published.year + (number <= published.month), number)
    if "last" in slots:
        return calendar.month(published.year - (number >= published.month), number)
    return calendar.month(published.year, number)


def _year(slots: Slots, _: Reading) -> Value | None:
    year = slots.get("year") or slots.get("plain_year")
    return (year, "year") if year else None


def _years(slots: Slots, _reading: Reading) -> Value | None:
    first = _first_of(slots["year_pair"])
    return (first, "year") if first else None


def _first_of(pair: str) -> str | None:
    """Return the first year of "2023/24", or None where the second does not follow it."""
    first, _, second = pair.partition("/")
    return first if (int(first) + 1) % 100 == int(second) else None


def _weekday(slots: Slots, reading: Reading) -> Value | None:
    if not reading.published:
        return None
    return calendar.day(calendar.nearest_weekday(int(slots["weekday"]), reading.published, reading.tense))


def _weekday_relative(slots: Slots, reading: Reading) -> Value | None:
    if not reading.published:
        return None
    number, _, part = (slots.get("weekday") or slots["weekday_part"]).partition("+")
    part = part or slots.get("part") or slots.get("part_adverb") or ""
    published, weekday = reading.published, int(number)
    monday = published - timedelta(days=published.isoweekday() - 1)
    if reading.value == "week":
        shift = 7 * int(next((slots[name] for name in ("last", "next", "this") if name in slots), "0"))
        return calendar.day(monday + timedelta(days=weekday - 1 + shift))
    if "deictic_adjective" in slots:
        found = published + timedelta(days=int(slots["deictic_adjective"]))
    elif "last" in slots or reading.value == "last":
        found = calendar.nearest_weekday(weekday, published - timedelta(days=1), "past")
    elif "next" in slots:
        found = calendar.nearest_weekday(weekday, published + timedelta(days=1), "future")
    else:
        found = monday + timedelta(days=weekday - 1)
    return _with_part(found, part)


def _with_part(found: date, part: str) -> Value:
    return (f"{found.isoformat()}T{part}", "hour") if part else calendar.day(found)


def _deictic(slots: Slots, reading: Reading) -> Value | None:
    if not reading.published:
        return None
    if slots.get("deictic") == "0" and reading.general and len(reading.quote) == len("heute"):
        return "PRESENT_REF", "day"
    names = ("deictic", "deictic_adjective", "other_day_adjective")
    shift = int(next((slots[name] for name in names if name in slots), reading.value or "0"))
    part = slots.get("part") or slots.get("part_adverb") or slots.get("part_suffix") or ""
    return _with_part(reading.published + timedelta(days=shift), part)


def _part(slots: Slots, reading: Reading) -> Value | None:
    part = slots.get("part") or slots.get("part_adverb") or reading.value
    if reading.day is None:
        return f"XXXX-XX-XXT{part}", "hour"
    return _with_part(reading.day, part)


def _weekday_part(slots: Slots, reading: Reading) -> Value | None:
    if not reading.published:
        return None
    number, _, part = (slots.get("weekday_part") or slots["weekday"]).partition("+")
    found = calendar.nearest_weekday(int(number), reading.published, reading.tense)
    return _with_part(found, part or slots.get("part") or slots.get("part_adverb") or "")


def _night(slots: Slots, reading: Reading) -> Value | None:
    """Return the day that a night leads to: "in der Nacht zum Sonntag" is the Sunday."""
    if "month" in slots:
        answer = _day(slots, reading)
        return (f"{answer[0]}TNI", "hour") if answer else None
    if not reading.published:
        return None
    if "weekday" in slots:
        found = calendar.nearest_weekday(int(slots["weekday"]), reading.published, reading.tense)
    elif "day" in slots:
        numbered = calendar.last_numbered(int(slots["day"].rstrip(".")), reading.published)
        return _with_part(numbered, "NI") if numbered else None
    else:
        shift = int(slots.get("deictic") or slots.get("deictic_adjective") or 0)
        shift += int(slots.get("last", "-1")) + 1
        found = reading.published + timedelta(days=shift)
    return _with_part(found, "NI")


def _night_after(_: Slots, reading: Reading) -> Value | None:
    """Return the day on whose evening a night begins: "last night" is yesterday's, like "Thursday night"."""
    return _with_part(reading.published + timedelta(days=int(reading.value)), "NI") if reading.published else None


def _relative_unit(slots: Slots, reading: Reading) -> Value | None:
    unit = slots.get("unit_one", reading.value)
    named = reading.value if _NUMBER.fullmatch(reading.value) else "0"
    shift = next((slots[name] for name in ("last", "next", "this", "this_year", "this_month") if name in slots), named)
    return calendar.shifted(reading.published, int(shift), unit) if reading.published else None


def _unit_edge(slots: Slots, reading: Reading) -> Value | None:
    return calendar.shifted(reading.published, 0, slots["unit_one"]) if reading.published else None


def _season(slots: Slots, reading: Reading) -> Value | None:
    if "year_pair" in slots:
        first = _first_of(slots["year_pair"])
        return (f"{first}-{slots['season']}", "season") if first else None
    if "year" in slots:
        return f"{slots['year']}-{slots['season']}", "season"
    if not reading.published:
        return None
    year = _year_of({"this": "0"} if "this" in slots else {}, reading)
    if year is not None:
        return f"{year}-{slots['season']}", "season"
    tense: Tense = "future" if "next" in slots else reading.tense
    return calendar.nearest_season(slots["season"], reading.published, tense)


def _feast(slots: Slots, reading: Reading) -> Value | None:
    return _on_feast(slots.get("feast") or reading.value, slots, reading)


def _feast_nth(slots: Slots, reading: Reading) -> Value | None:
    """Return the day of "zweiter Weihnachtstag": the value "12-24/1" begins a day before the first, a day for each."""
    begins, _, step = reading.value.partition("/")
    place = _days(slots)
    if not place:
        return None
    answer = _on_feast(begins, slots, reading)
    day = date.fromisoformat(answer[0]) + timedelta(days=place * int(step)) if answer else None
    return calendar.day(day) if day else None


def _days(slots: Slots) -> int:
    named = (slots.get("day") or slots.get("day_word") or "").rstrip(".")
    return int(named) if named.isdecimal() and int(named) <= _MOST_DAYS else 0


def _unplaced(slots: Slots, _: Reading) -> Value | None:
    """Return a feast of a calendar that cannot be computed: its day or month is open, an unnamed year too."""
    year = slots.get("year", "XXXX")
    return (f"{year}-XX", "month") if slots["moon_feast"] == "M" else (f"{year}-XX-XX", "day")


def _on_feast(feast: str, slots: Slots, reading: Reading) -> Value | None:
    if "year" in slots:
        found = calendar.feast_day(feast, int(slots["year"]))
    else:
        found = calendar.nearest_feast(feast, reading.published, reading.tense) if reading.published else None
    return calendar.day(found) if found else None


def _weekend(slots: Slots, reading: Reading) -> Value | None:
    if not reading.published:
        return None
    saturday = calendar.nearest_weekday(6, reading.published, "past")
    if slots["weekend"].startswith("E"):
        feast = calendar.nearest_feast(slots["weekend"], reading.published, reading.tense)
        saturday = feast - timedelta(days=1) if feast else saturday
    elif "next" in slots or "this" in slots or ("last" not in slots and reading.tense == "future"):
        saturday += timedelta(days=7)
    return f"{calendar.week(saturday)[0]}-WE", "day"


def _decade(slots: Slots, _: Reading) -> Value | None:
    if "decade" in slots:
        return slots["decade"], "decade"
    digits = re.sub(r"\D", "", slots["decade_digits"])
    return f"19{digits}"[-4:-1], "decade"


def _century(slots: Slots, _: Reading) -> Value | None:
    named = (slots.get("day") or slots.get("day_word") or "").rstrip(".")
    return (f"{int(named) - 1:02}", "century") if named.isdecimal() and int(named) else None


def _quarter(slots: Slots, reading: Reading) -> Value | None:
    year = _year_of(slots, reading) or (reading.published.year if reading.published else None)
    half = "half" in slots or "halb" in reading.quote.lower()
    return (f"{year}-{'H' if half else 'Q'}{slots['day_word']}", "month") if year else None


def _clock(slots: Slots, reading: Reading) -> Value | None:
    return times_clock.clock(slots, reading.day, half=reading.value == "half")


def _clock_quarter(slots: Slots, reading: Reading) -> Value | None:
    return times_clock.clock_quarter(slots, reading.day)


def _reference(_: Slots, reading: Reading) -> Value | None:
    return reading.value, "day"


RESOLVERS: dict[str, Callable[[Slots, Reading], Value | None]] = {
    "day": _day, "numeric_day": _numeric_day, "month": _month, "month_relative": _month_relative, "year": _year,
    "years": _years, "weekday": _weekday, "weekday_relative": _weekday_relative, "deictic": _deictic, "part": _part,
    "weekday_part": _weekday_part, "night": _night, "relative_unit": _relative_unit, "unit_edge": _unit_edge,
    "season": _season, "feast": _feast, "weekend": _weekend, "decade": _decade, "century": _century,
    "clock": _clock, "clock_quarter": _clock_quarter, "reference": _reference, "quarter": _quarter,
    "feast_nth": _feast_nth, "unplaced": _unplaced, "night_after": _night_after, "ago": distance.ago,
    "weekday_ago": distance.weekday_ago,
    "day_ago": distance.day_ago, "later": distance.later, "later_clock": distance.later_clock,
    "duration": distance.duration, "duration_words": distance.duration_words,
    "compound_duration": distance.compound_duration, "every": distance.every, "every_weekday": distance.every_weekday,
}  # fmt: skip
