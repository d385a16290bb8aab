"""Publication dates as they are given, brought to one form."""

import datetime as dt
import re

from lagebild.acquire.catalogue import DATE, Unreadable

_EARLIEST, _LATEST = 1600, 2199
_FRACTION = re.compile(r"\.\d+")


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


def published_or_none(value: str | None) -> str | None:
    """Return what `published` returns, or None where a page's own metadata is wrong or absent."""
    if not value:
        return None
    try:
        return published(value)
    except Unreadable:
        return None
