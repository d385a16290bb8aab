"""Calendar arithmetic in TIMEX3 values: days, ISO weeks, months, seasons, feasts, durations."""

import re
from datetime import date, timedelta
from typing import Literal, TypeAlias

from lagebild.model import DatePrecision

Slots: TypeAlias = dict[str, str]
Value: TypeAlias = tuple[str, DatePrecision]
Tense: TypeAlias = Literal["past", "future", "open"]

_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_PRECISIONS: dict[str, DatePrecision] = {
    "D": "day", "WE": "day", "W": "week", "W2": "week", "M": "month", "Q": "month", "H": "month", "Y": "year",
    "DE": "decade", "CE": "century", "ML": "century", "TH": "hour", "TM": "minute", "TS": "minute",
}  # fmt: skip
_NTH = re.compile(r"N(\d\d)-(\d)-([1-4L])([+-]\d+)?")
_DAYS_AHEAD = 45
_CENTURY, _LAST_TWO_DIGITS, _LAST_YEAR = 100, 40, 9999
_WEEK = 7


def precision(unit: str) -> DatePrecision:
    """Return the precision that a unit has."""
    return _PRECISIONS[unit]


def day(value: date) -> Value:
    """Return a day as a value."""
    return value.isoformat(), "day"


def week(value: date) -> Value:
    """Return the ISO week of a day."""
    year, number, _ = value.isocalendar()
    return f"{year}-W{number:02}", "week"


def month(year: int, number: int) -> Value:
    """Return a month; `number` may lie outside 1 to 12 and then counts on into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return f"{year:04}-{number:02}", "month"


def safe_day(year: int, number: int, place: int) -> date | None:
    """Return a day of the calendar, or None where there is no such day."""
    try:
        return date(year, number, place)
    except ValueError:
        return None


def full_year(year: int) -> int:
    """Return the year that two digits stand for; a full one stays."""
    if year >= _CENTURY:
        return year
    return year + (1900 if year > _LAST_TWO_DIGITS else 2000)


def nearest_day(number: int, place: int, published: date, tense: Tense) -> date | None:
    """Return the day of this month that is meant when no year is named.

    In the past it is the last such day, in the future the next; where the tense is open, the nearer.
    """
    days = [found for shift in (-1, 0, 1) if (found := safe_day(published.year + shift, number, place))]
    before = [found for found in days if found <= published]
    after = [found for found in days if found >= published]
    if tense == "past":
        return before[-1] if before else None
    if tense == "future":
        return after[0] if after else None
    return min(days, key=lambda found: abs((found - published).days), default=None)


def last_numbered(place: int, published: date) -> date | None:
    """Return the last day of this number in its month, on or before the day of publication: "zum 27."."""
    month_ago = published.replace(day=1) - timedelta(days=1) if published > date(1, 1, 31) else published
    days = [safe_day(origin.year, origin.month, place) for origin in (published, month_ago)]
    return next((found for found in days if found and found <= published), None)


def nearest_month(number: int, published: date, tense: Tense) -> Value:
    """Return the month that is meant when no year is named: this year's, or the last or next one by tense."""
    year = published.year
    if tense == "future" and number < published.month:
        year += 1
    elif tense != "future" and (number - published.month) * 30 > (_DAYS_AHEAD if tense == "open" else 0):
        year -= 1
    return month(year, number)


def nearest_weekday(number: int, published: date, tense: Tense) -> date:
    """Return the weekday on or before the day of publication, or on or after it where the future is meant."""
    back = (published.isoweekday() - number) % _WEEK
    if tense == "future":
        return published + timedelta(days=(-back) % _WEEK)
    return published - timedelta(days=back)


def nearest_season(season: str, published: date, tense: Tense) -> Value:
    """Return the season that is meant when no year is named: the last that has begun, or the next."""
    begins = _SEASON_STARTS[season]
    year = published.year
    if tense != "future" and begins > published.month:
        year -= 1
    elif tense == "future" and begins + 2 < published.month:
        year += 1
    return f"{year}-{season}", "season"


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Anonymous Gregorian algorithm, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    number, place = divmod(h + m - 7 * n + 114, 31)
    return date(year, number, place + 1)


def feast_day(feast: str, year: int) -> date | None:
    """Return the day of a feast in a year: "12-24", "E-2" as days from Easter Sunday, "A-11" from the first of Advent.

    "N11-4-4" is the fourth Thursday of November, "N05-1-L" the last Monday of May, "N11-4-4+1" the day after.
    """
    if feast.startswith("E"):
        return easter(year) + timedelta(days=int(feast[1:]))
    if feast.startswith("A"):
        return nearest_weekday(7, date(year, 11, 27), "future") + timedelta(days=int(feast[1:]))
    nth = _NTH.fullmatch(feast)
    if nth:
        found = _nth_weekday(year, int(nth[1]), int(nth[2]), nth[3])
        return found + timedelta(days=int(nth[4] or 0))
    number, _, place = feast.partition("-")
    return safe_day(year, int(number), int(place)) if place else None


def _nth_weekday(year: int, number: int, weekday: int, place: str) -> date:
    """Return the first to fourth ("1" to "4") or the last ("L") of a weekday in a month."""
    if place == "L":
        return nearest_weekday(weekday, date(year + number // 12, number % 12 + 1, 1) - timedelta(days=1), "past")
    return nearest_weekday(weekday, date(year, number, 1), "future") + timedelta(days=_WEEK * (int(place) - 1))


def nearest_feast(feast: str, published: date, tense: Tense) -> date | None:
    """Return the day of a feast that is meant when no year is named."""
    days = [found for shift in (-1, 0, 1) if (found := feast_day(feast, published.year + shift))]
    if tense == "future":
        return next((found for found in days if found >= published), None)
    if tense == "past":
        return next((found for found in reversed(days) if found <= published), None)
    return min(days, key=lambda found: abs((found - published).days), default=None)


def same_day(origin: date, count: int, unit: str) -> date | None:
    """Return the very day so many days, weeks, months or years after another: "heute vor einem Jahr"."""
    months = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    try:
        if months is None:
            return origin + timedelta(days=count * {"D": 1, "W": 7, "W2": 14}[unit])
        year, number = divmod(origin.year * 12 + origin.month - 1 + count * months, 12)
        return safe_day(year, number + 1, origin.day)
    except (OverflowError, KeyError):
        return None


def shifted(origin: date, count: float, unit: str) -> Value | None:
    """Return the day, week, month or year that lies so many units after (before, where negative) a day."""
    try:
        return _shifted(origin, count, unit)
    except (OverflowError, ValueError):
        return None


def _shifted(origin: date, count: float, unit: str) -> Value | None:
    if unit in {"TH", "TM", "TS"}:
        hours = {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}[unit]
        return day(origin + timedelta(days=int(count * hours / 24)))
    if unit == "D":
        return day(origin + timedelta(days=int(count)))
    if unit in {"W", "WE", "W2"}:
        return week(origin + timedelta(days=int(count * _WEEK * (2 if unit == "W2" else 1))))
    months = {"M": 1, "Q": 3, "H": 6, "Y": 12}.get(unit)
    if months and (unit in {"M", "Q", "H"} or count != int(count)):
        return month(origin.year, origin.month + int(count * months))
    years = {"Y": 1, "DE": 10, "CE": 100}.get(unit)
    if years is None or not 0 < (year := origin.year + int(count) * years) <= _LAST_YEAR:
        return None
    value = f"{year:04}"
    return {"Y": (value, "year"), "DE": (value[:3], "decade"), "CE": (value[:2], "century")}[unit]  # type: ignore[return-value]  # literals


def duration(count: str, unit: str) -> Value:
    """Return a duration: ("3", "W") is P3W, ("X", "TH") is PTXH."""
    number = f"{float(count):g}" if re.fullmatch(r"[\d.]+", count) else "X"
    if unit == "W2":
        return (f"P{2 * float(count):g}W" if number != "X" else "PXW"), "week"
    if unit.startswith("T"):
        return f"PT{number}{unit[1:]}", precision(unit)
    return f"P{number}{unit}", precision(unit)
