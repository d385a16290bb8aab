"""Publication dates as they are given, brought to one form."""

import datetime as dt
import email.utils
import re

from lagebild.acquire.catalogue import DATE, Unreadable

_EARLIEST, _LATEST = 1600, 2199
_FRACTION = re.compile(r"(?<=:\d\d)\.\d+")
_DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:,?\s.*)?")
_YEAR_FIRST = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)(?=\D|$).*")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")


def published(value: str) -> str:
    """Return an ISO date, or an ISO date and time with its zone.

    A time without a zone is left out, since nobody can place it: "2025-04-28T09:00" gives "2025-04-28". Raises
    Unreadable where the value is no date of the calendar between 1600 and 2199.
    """
    bare = _FRACTION.sub("", value.strip())
    try:
        if len(bare) == len("2025-04-28"):
            day = dt.date.fromisoformat(bare)
            moment = None
        else:
            moment = dt.datetime.fromisoformat(bare)
            day = moment.date()
    except ValueError as error:
        raise Unreadable(DATE, repr(value)[:60]) from error
    if not _EARLIEST <= day.year <= _LATEST:
        raise Unreadable(DATE, repr(value)[:60])
    if moment is None or moment.tzinfo is None:
        return day.isoformat()
    return moment.isoformat()


def loosely(value: str | None) -> str | None:
    """Return the date of a page's metadata or a feed, in any of the forms that are common there; else None.

    ISO 8601, "Mon, 28 Apr 2025 09:00:00 +0200", seconds since 1970, "2025/04/28", "20250428", "28.04.2025".
    "04/05/2025" is left out, since nobody can tell which is the month.
    """
    given = " ".join((value or "").split())
    if not given or (found := published_or_none(given)):
        return published_or_none(given)
    if _EPOCH.fullmatch(given):
        return published_or_none(dt.datetime.fromtimestamp(int(given[:10]), dt.UTC).isoformat())
    if numbers := _YEAR_FIRST.fullmatch(given) or _COMPACT.fullmatch(given):
        return published_or_none("-".join(numbers.groups()))
    if numbers := _DAY_FIRST.fullmatch(given):
        return published_or_none(f"{numbers[3]}-{int(numbers[2]):02}-{int(numbers[1]):02}")
    try:
        found = email.utils.parsedate_to_datetime(given).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return published_or_none(found)


def published_or_none(value: str | None) -> str | None:
    """Return what `published` returns, or None where a page's own metadata is wrong or absent."""
    if not value:
        return None
    try:
        return published(value)
    except Unreadable:
        return None
