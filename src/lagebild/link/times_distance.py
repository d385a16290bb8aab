"""Resolve distances and durations: so many units ago or later, from an anchor in the text; how long, how often."""

import re
from datetime import date, timedelta

from lagebild.link import times_calendar as calendar
from lagebild.link import times_clock
from lagebild.link.times_calendar import Slots, Value
from lagebild.link.times_reading import Reading, count_of, unit_of

_NUMBER = re.compile(r"\d+")
_PREFIX = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")
_CLOCK_UNITS = {"TH", "TM", "TS"}
_DAY_PARTS = 3  # year, month, day
_PARTS = {"M": 2, "Q": 2, "H": 2, "Y": 1, "DE": 1, "CE": 1}  # how many of them an anchor must name for a unit to count


def ago(slots: Slots, reading: Reading) -> Value | None:
    """Return the day, week, month or year of "vor drei Wochen"."""
    count = count_of(slots)
    if count == "X":
        return "PAST_REF", calendar.precision(unit_of(slots))
    return calendar.shifted(reading.published, -float(count), unit_of(slots)) if reading.published else None


def weekday_ago(slots: Slots, reading: Reading) -> Value | None:
    """Return the weekday of so many weeks ago: "Montag vor einer Woche" is a week before the last Monday."""
    count = count_of(slots)
    if not reading.published or not _NUMBER.fullmatch(count):
        return None
    last = calendar.nearest_weekday(int(slots["weekday"]), reading.published, "past")
    found = calendar.same_day(last, -int(count), slots["week_unit"])
    return calendar.day(found) if found else None


def day_ago(slots: Slots, reading: Reading) -> Value | None:
    """Return the very day of "heute vor einem Jahr"."""
    count = count_of(slots)
    if not reading.published or not _NUMBER.fullmatch(count):
        return None
    today = reading.published + timedelta(days=int(slots.get("deictic") or 0))
    found = calendar.same_day(today, -int(count), unit_of(slots))
    return calendar.day(found) if found else None


def later_clock(slots: Slots, reading: Reading) -> Value | None:
    """Return the hour of "zwei Stunden später", counted from the hour named last."""
    count, origin = count_of(slots), reading.clock or reading.day
    if count == "X" or origin is None:
        return None
    return times_clock.later_clock(origin, int(slots.get("direction") or 1) * float(count), slots["clock_unit"])


def _origin(unit: str, reading: Reading) -> date | None:
    """Return the day to count from: of the year, month or day named last, where it names what the unit counts."""
    named = _PREFIX.match(reading.named)
    parts = [int(part) for part in named.groups() if part] if named else []
    needed = _PARTS.get(unit, _DAY_PARTS)
    if len(parts) >= needed and (needed < _DAY_PARTS or not reading.anchor):
        return calendar.safe_day(*(*parts, 1, 1)[:_DAY_PARTS])
    return reading.anchor or (None if parts else reading.published)


def later(slots: Slots, reading: Reading) -> Value | None:
    """Return the day, week, month or year of "zwei Tage später", "am Tag darauf", from what was named last."""
    count, direction = count_of(slots), int(slots.get("direction") or reading.value or 1)
    unit = slots.get("unit_many") or slots.get("unit_one") or "D"
    if "direction" not in slots:
        count, direction = "1", int(reading.value)
    if unit in _CLOCK_UNITS:
        return None
    origin = _origin(unit, reading)
    if not origin or (count == "X" and (slots.get("vague") or "unit_many" in slots)):
        return None
    part = slots.get("part")
    answer = calendar.shifted(origin, direction * float(count if count != "X" else 1), unit)
    return (f"{answer[0]}T{part}", "hour") if answer and part else answer


def duration(slots: Slots, _: Reading) -> Value | None:
    """Return how long "drei Tage lang" is."""
    return calendar.duration(count_of(slots), unit_of(slots))


def duration_words(slots: Slots, reading: Reading) -> Value | None:
    """Return how long "tagelang", "dreitägig" is, or how often "täglich"."""
    if reading.value == "half":
        return calendar.duration("0.5", slots["unit_one"])
    if "period" in slots:
        count, _, unit = slots["period"].partition("+")
        return calendar.duration(count, unit)
    value = slots.get("lasting") or slots["habit"]
    unit = value.lstrip("PT0123456789X") or "D"
    return value, calendar.precision(f"T{unit}" if "T" in value else unit)


def compound_duration(slots: Slots, _: Reading) -> Value | None:
    """Return how long "drei Jahre und vier Monate" is."""
    names = {"count2": "number", "number2": "number_word", "one2": "one", "many2": "unit_many", "unit2": "unit_one"}
    second = {name: slots[slot] for slot, name in names.items() if slot in slots}
    first, _precision = calendar.duration(count_of(slots), unit_of(slots))
    rest, precision = calendar.duration(count_of(second), unit_of(second))
    return first + rest.removeprefix("PT" if first.startswith("PT") else "P"), precision


def every(slots: Slots, _: Reading) -> Value | None:
    """Return how often "alle vier Jahre", "jeden zweiten Tag" is."""
    unit = "W" if "weekday" in slots and "unit_one" not in slots else unit_of(slots)
    return calendar.duration(slots.get("day_word") or (count_of(slots) if "unit_many" in slots else "1"), unit)


def every_weekday(slots: Slots, _: Reading) -> Value | None:
    """Return the weekday of "jeden Montag", "montags"."""
    name = next(name for name in ("weekday", "weekday_part", "weekday_habit") if name in slots)
    number, _dot, part = slots[name].partition("+")
    return f"XXXX-WXX-{number}" + (f"T{part}" if part else ""), "day"
