"""TIMEX3 values as days and as ISO prefixes ("2025", "2025-04", "2025-04-26")."""

import re
from datetime import date, timedelta

from lagebild.model import Time

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_YEAR = re.compile(r"\d{4}(?=$|-(?:SP|SU|FA|WI|[HQ]\d)$)")
_MONTH = re.compile(r"\d{4}-\d\d$")


def days(value: str) -> tuple[date, date] | None:
    """Return the first and last day of a value that names a day or a weekend, else None."""
    if _DAY.match(value):
        day = date.fromisoformat(value[:10])
        return day, day
    week = _WEEK.match(value)
    if week and week[3]:
        return date.fromisocalendar(int(week[1]), int(week[2]), 6), date.fromisocalendar(int(week[1]), int(week[2]), 7)
    return None


def prefix(time: Time, reported: str | None) -> str | None:
    """Return the ISO prefix of a time: a day, a month or a year; a week is the month of its Thursday.

    "Anfang 2025" is its first month, "Ende 2025" its last. A duration, a decade and what stands for the past give none;
    what stands for the present gives the day of reporting.
    """
    value = time.value
    if value == "PRESENT_REF":
        return reported
    if _DAY.match(value):
        return value[:10]
    week = _WEEK.match(value)
    if week:
        thursday = date.fromisocalendar(int(week[1]), int(week[2]), 4)
        return (thursday + timedelta(days=2)).isoformat() if week[3] else thursday.isoformat()[:7]
    if _MONTH.match(value):
        return value
    year = _YEAR.match(value)
    if not year:
        return None
    return year[0] + {"start": "-01", "end": "-12"}.get(time.mod or "", "")
