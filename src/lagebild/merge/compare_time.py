"""How the days of two tellings stand to each other: the same, close, apart, or one told before the other happened."""

from datetime import date

from lagebild.merge.days import Days
from lagebild.merge.telling import Telling
from lagebild.model import Feature

# Log-odds by how many days lie between, each up to the number in front. Reports of one incident may be a day apart by
# the zone, the night or the day of the report; a week apart they are of another incident unless a date was misread.
_EXACT = ((0, 1.8), (1, 0.3), (3, -1.2), (8, -2.5), (30, -3.5), (365, -4.5))
_PUBLISHED = ((2, 0.8), (7, 0.3), (30, 0.0), (120, -0.5), (365, -1.2))
_AFTER = ((3, 0.8), (14, 0.2), (60, -0.8), (365, -1.8))  # days from the incident to a report that gives no date of it
_LATEST_EXACT, _LATEST_PUBLISHED, _LATEST_AFTER = -5.0, -2.0, -3.0
_MONTH_FITS, _YEAR_FITS, _MISFIT, _BEFORE = 1.0, 0.5, -4.0, -4.0
_NAMED = -0.7  # the day of the one is named in the other as well: what is told of it there is not known
_FOLLOWED = 3  # days in which a report that follows up has its own day, and the incident's as another one's
_ELSEWHERE = -4.5  # the day of the one is that of a different incident in the other
_MONTH = 31  # days


def time(one: Telling, other: Telling) -> Feature | None:
    """Return what the days say, None where nothing is known of one of them."""
    a, b = one.days, other.days
    if one.type == other.type == "conflict.war":
        return None  # it goes on from one report to the next
    if a is not None and b is not None:
        return _both(one, other, a, b)
    if a is None and b is None:
        return _published(one, other)
    dated, bare = (one, other) if a is not None else (other, one)
    return _one(dated, bare)


def _both(one: Telling, other: Telling, a: Days, b: Days) -> Feature:
    apart = max(0, a.first - b.last, b.first - a.last)
    if a.exact and b.exact:
        if apart == 0:
            return Feature("time", _EXACT[0][1], "time.same", (_iso(max(a.first, b.first)),))
        score, days = _step(apart, _EXACT, _LATEST_EXACT), (_iso(a.first), _iso(b.first))
        if apart > _FOLLOWED and (_is_given_away(a, other) or _is_given_away(b, one)):
            return Feature("time", min(score, _ELSEWHERE), "time.elsewhere", days)
        if score < _NAMED and (a.first in other.named_days or b.first in one.named_days):
            return Feature("time", _NAMED, "time.named", days)
        return Feature("time", score, "time.day" if apart == 1 else "time.apart", (*days, str(apart)))
    if apart:
        return Feature("time", _MISFIT, "time.misfit", (a.value, b.value))
    wide = max(a.last - a.first, b.last - b.first)
    return Feature("time", _MONTH_FITS if wide < _MONTH else _YEAR_FITS, "time.fits", (a.value, b.value))


def _is_given_away(days: Days, other: Telling) -> bool:
    """Return whether the other report gives these days to another incident than the one compared."""
    return any(each.first <= days.last and days.first <= each.last for each in other.other_days)


def _published(one: Telling, other: Telling) -> Feature | None:
    if one.published is None or other.published is None or not (one.own and other.own):
        return None
    apart = abs(one.published - other.published)
    return Feature(
        "time",
        _step(apart, _PUBLISHED, _LATEST_PUBLISHED),
        "time.published",
        (_iso(one.published), _iso(other.published)),
    )


def _one(dated: Telling, bare: Telling) -> Feature | None:
    """Return what the only day of a pair says beside the day on which the other was published."""
    days = dated.days
    if days is None or bare.published is None:
        return None
    after = bare.published - days.first
    if after < -1:
        return Feature("time", _BEFORE, "time.before", (_iso(days.first), _iso(bare.published)))
    if not bare.own or not days.exact:
        return None
    return Feature("time", _step(after, _AFTER, _LATEST_AFTER), "time.after", (_iso(days.first), _iso(bare.published)))


def _step(apart: int, steps: tuple[tuple[int, float], ...], beyond: float) -> float:
    return next((score for most, score in steps if apart <= most), beyond)


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
