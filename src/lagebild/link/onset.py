"""Tell dates before an article's main incident from those of its own course."""

from datetime import date, timedelta

from lagebild.model import Document, Sentence, Time

_LEAD = 3  # sentences of the text in which dates are the main incident's own
_RECENT = timedelta(days=60)  # a date in the lead before this is what an article looks back on
_NEAR = timedelta(days=4)  # a date this close before the main incident's is of the same course of events
_SEASON_ENDS = {"SP": 6, "SU": 9, "FA": 12, "WI": 12, "Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12, "H1": 6, "H2": 12}
_YEAR = 4  # digits


def onset(document: Document, times: tuple[Time, ...]) -> date | None:
    """Return the earliest recent day in the first of the title and first sentences to name one, else of publication."""
    published = last_day((document.article.published or "")[:10])
    opening = [sentence for sentence in document.sentences if sentence.field == "title"]
    opening += [sentence for sentence in document.sentences if sentence.field == "text"][:_LEAD]
    for sentence in opening:
        named = [last_day(time.value) for time in times if _is_day(time) and _inside(time, sentence)]
        days = [day for day in named if day is not None and _recent(day, published)]
        if days:
            return min(days)
    return published


def _is_day(time: Time) -> bool:
    return time.type in ("DATE", "TIME") and time.precision in ("day", "hour", "minute")


def _inside(time: Time, sentence: Sentence) -> bool:
    return time.field == sentence.field and sentence.start <= time.start < sentence.end


def _recent(day: date, published: date | None) -> bool:
    return published is None or published - _RECENT <= day <= published


def earlier(time: Time, began: date) -> bool:
    """Return whether a time ends before the main incident began, by more than one course of events takes."""
    last = last_day(time.value) if time.type in ("DATE", "TIME") else None
    return last is not None and last < began - _NEAR


def near(time: Time, began: date) -> bool:
    """Return whether a time is a day of the main incident's own course."""
    last = last_day(time.value) if _is_day(time) else None
    return last is not None and last >= began - _NEAR


def before(time: Time, began: date) -> bool:
    """Return whether a time is a day before the one on which the main incident began, however near."""
    last = last_day(time.value) if _is_day(time) else None
    return last is not None and last < began


def last_day(value: str) -> date | None:
    """Return the last day of a TIMEX value: of "2026-02" the 28th of February; None where it names no time."""
    digits, *rest = value.split("T", maxsplit=1)[0].split("-")
    if not digits.isdecimal():
        return None
    if len(digits) < _YEAR:  # a decade, a century
        return date(int(digits.ljust(_YEAR, "9")), 12, 31)
    try:
        return _in_year(int(digits), rest)
    except ValueError:
        return None


def _in_year(year: int, rest: list[str]) -> date:
    """Return the last day of a year, or of the month, week, season or day of it. Raises ValueError for others."""
    match rest:
        case []:
            return date(year, 12, 31)
        case [week, *_] if week.startswith("W") and week[1:].isdecimal():
            return date.fromisocalendar(year, int(week[1:]), 7)
        case [part]:
            return _end_of_month(year, _SEASON_ENDS[part] if part in _SEASON_ENDS else int(part))
        case [month, day, *_]:
            return date(year, int(month), int(day))
        case _:
            raise ValueError(rest)


def _end_of_month(year: int, month: int) -> date:
    following = date(year, month, 1) + timedelta(days=32)
    return following.replace(day=1) - timedelta(days=1)
