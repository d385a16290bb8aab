"""Resolve the slots of one time expression: a function for each resolver that the rules of the grammar name."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from lagebild.link import times_calendar as calendar
from lagebild.link.times_calendar import Tense, Value

Slots: TypeAlias = dict[str, str]

_NUMBER = re.compile(r"-?\d+")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_LAST_HOUR, _LAST_MINUTE, _NOON, _CENTURY = 24, 59, 12, 100


@dataclass(frozen=True, slots=True)
class Reading:
    """What a mention is read against: the day of publication, the day last named before it, the tense of its clause.

    `general` is true of "heute" where it stands for these times, not for the day of publication.
    """

    published: date | None
    anchor: date | None
    tense: Tense
    value: str
    quote: str
    general: bool = False

    @property
    def day(self) -> date | None:
        """Return the day that the text is at: the one last named, or that of publication."""
        return self.anchor or self.published


def _year_of(slots: Slots, reading: Reading) -> int | None:
    """Return the year that is named, as a number or relative to publication."""
    if "year" in slots:
        return int(slots["year"])
    shift = next((slots[name] for name in ("last", "next", "this") if name in slots), None)
    if shift is not None and reading.published:
        return reading.published.year + int(shift)
    return None


def _day(slots: Slots, reading: Reading) -> Value | None:
    named = (slots.get("day") or slots["day_word"]).rstrip(".")
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
    parts = [int(part) for part in re.findall(r"\d+", slots.get("dmy") or slots["dm"])]
    if "dmy" in slots:
        found = calendar.safe_day(calendar.full_year(parts[2]), parts[1], parts[0])
        return calendar.day(found) if found else None
    named = {"day": str(parts[0]), "month": str(parts[1])}
    return _day(named, reading)


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
    first, _, second = slots["year_pair"].partition("/")
    return (first, "year") if (int(first) + 1) % 100 == int(second) else None


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
    else:
        shift = int(slots.get("deictic") or slots.get("deictic_adjective") or 0)
        found = reading.published + timedelta(days=shift)
    return _with_part(found, "NI")


def _relative_unit(slots: Slots, reading: Reading) -> Value | None:
    unit = slots.get("unit_one", reading.value)
    named = reading.value if _NUMBER.fullmatch(reading.value) else "0"
    shift = next((slots[name] for name in ("last", "next", "this", "this_year", "this_month") if name in slots), named)
    return calendar.shifted(reading.published, int(shift), unit) if reading.published else None


def _unit_edge(slots: Slots, reading: Reading) -> Value | None:
    return calendar.shifted(reading.published, 0, slots["unit_one"]) if reading.published else None


def _season(slots: Slots, reading: Reading) -> Value | None:
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
    feast = slots.get("feast") or reading.value
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
    return f"{int((slots.get('day') or slots['day_word']).rstrip('.')) - 1:02}", "decade"


def _quarter(slots: Slots, reading: Reading) -> Value | None:
    year = _year_of(slots, reading) or (reading.published.year if reading.published else None)
    half = "half" in slots or "halb" in reading.quote.lower()
    return (f"{year}-{'H' if half else 'Q'}{slots['day_word']}", "month") if year else None


def _clock(slots: Slots, reading: Reading) -> Value | None:
    if reading.value == "half":
        hour, minute = int(slots["number_word"]) - 1, 30
    elif "military" in slots:
        hour, minute = divmod(int(re.sub(r"\D", "", slots["military"])), _CENTURY)
    elif "clock" in slots:
        hour, minute = (int(part) for part in re.split(r"[.:]", slots["clock"]))
    else:
        hour = int(float(slots.get("hour") or slots.get("number_word") or slots["one"]))
        minute = int(slots.get("minute", "0"))
    half = slots.get("meridiem") or slots.get("ampm")
    if half is not None:
        if not 0 < hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "PM" else 0)
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        return None
    return f"{reading.day.isoformat() if reading.day else 'XXXX-XX-XX'}T{hour:02}:{minute:02}", "minute"


def _number(slots: Slots) -> str:
    """Return the number that is named in digits or by a word, "" where none is; "1.000" and "1,000" are thousands."""
    digits = slots.get("number", "")
    if _THOUSANDS.fullmatch(digits):
        return digits.replace(".", "").replace(",", "")
    return digits.replace(",", ".") or slots.get("number_word", "")


def _count(slots: Slots) -> str:
    if "half" in slots:
        return str(float(slots["half"]) + float(_number(slots) or slots.get("whole") or 0))
    if "number" in slots:
        return _number(slots)
    return next((slots[name] for name in ("number_word", "one", "vague") if name in slots), "X")


def _unit(slots: Slots) -> str:
    return slots.get("unit_many") or slots["unit_one"]


def _ago(slots: Slots, reading: Reading) -> Value | None:
    count = _count(slots)
    if count == "X":
        return "PAST_REF", calendar.precision(_unit(slots))
    return calendar.shifted(reading.published, -float(count), _unit(slots)) if reading.published else None


def _later(slots: Slots, reading: Reading) -> Value | None:
    count, direction = _count(slots), int(slots.get("direction") or reading.value or 1)
    unit = slots.get("unit_many") or slots.get("unit_one") or "D"
    if "direction" not in slots:
        count, direction, unit = "1", int(reading.value), "D"
    if not reading.day:
        return None
    if count == "X" and (slots.get("vague") or "unit_many" in slots):
        return None
    return calendar.shifted(reading.day, direction * float(count if count != "X" else 1), unit)


def _duration(slots: Slots, _: Reading) -> Value | None:
    return calendar.duration(_count(slots), _unit(slots))


def _duration_words(slots: Slots, reading: Reading) -> Value | None:
    if reading.value == "half":
        return calendar.duration("0.5", slots["unit_one"])
    if "period" in slots:
        count, _, unit = slots["period"].partition("+")
        return calendar.duration(count, unit)
    value = slots.get("lasting") or slots["habit"]
    unit = value.lstrip("PT0123456789X") or "D"
    return value, calendar.precision(f"T{unit}" if "T" in value else unit)


def _compound_duration(slots: Slots, _: Reading) -> Value | None:
    names = {"count2": "number", "number2": "number_word", "one2": "one", "many2": "unit_many", "unit2": "unit_one"}
    second = {name: slots[slot] for slot, name in names.items() if slot in slots}
    first, _precision = calendar.duration(_count(slots), _unit(slots))
    rest, precision = calendar.duration(_count(second), _unit(second))
    return first + rest.removeprefix("PT" if first.startswith("PT") else "P"), precision


def _every(slots: Slots, _: Reading) -> Value | None:
    return calendar.duration(_count(slots) if "unit_many" in slots else "1", _unit(slots))


def _every_weekday(slots: Slots, _: Reading) -> Value | None:
    name = next(name for name in ("weekday", "weekday_part", "weekday_habit") if name in slots)
    number, _dot, part = slots[name].partition("+")
    return f"XXXX-WXX-{number}" + (f"T{part}" if part else ""), "day"


def _reference(_: Slots, reading: Reading) -> Value | None:
    return reading.value, "day"


RESOLVERS: dict[str, Callable[[Slots, Reading], Value | None]] = {
    "day": _day, "numeric_day": _numeric_day, "month": _month, "month_relative": _month_relative, "year": _year,
    "years": _years, "weekday": _weekday, "weekday_relative": _weekday_relative, "deictic": _deictic, "part": _part,
    "weekday_part": _weekday_part, "night": _night, "relative_unit": _relative_unit, "unit_edge": _unit_edge,
    "season": _season, "feast": _feast, "weekend": _weekend, "decade": _decade, "century": _century,
    "clock": _clock, "ago": _ago, "later": _later, "duration": _duration, "duration_words": _duration_words,
    "compound_duration": _compound_duration, "every": _every, "every_weekday": _every_weekday,
    "reference": _reference, "quarter": _quarter,
}  # fmt: skip
