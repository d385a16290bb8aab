"""LB3: the place and the date of the stated box against the text and the calendar."""

import datetime as dt
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.model import Finding, Span, Time
from lagebild.proofread.cells import Stated
from lagebild.proofread.draft import Draft, stem
from lagebild.vocabulary.labels import LANGUAGES, Words, country_names
from lagebild.vocabulary.proofread import proof_words

_WORDS = re.compile(r"[^\W_][\w\u2019'-]*")
_COMMON = 4
_DAY = 10
_FIRST_ZONE = dt.timedelta(hours=14)
_CENTURY = 100
_LEAP_YEAR = 2000
_NAMED = re.compile(r"(?<!\d)(?P<day>\d{1,2})\.?\s*(?P<month>[^\W\d_]{3,9})\.?\s*,?\s*(?P<year>\d{4})?(?!\d)")
_AMERICAN = re.compile(r"(?P<month>[^\W\d_]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<year>\d{4})")
_DOTTED = re.compile(r"(?<!\d)(?P<day>\d{1,2})[./]\s?(?P<month>\d{1,2})[./]\s?(?P<year>\d{4}|\d{2})?(?!\d)")
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)")
_SPAN_OF_DAYS = re.compile(r"\d\.?\s*(?:[-\u2013\u2014/]|bis|und|to)\s*\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as a cell writes it; the year is null where the cell has none."""

    year: int | None
    month: int
    day: int

    def date(self) -> dt.date | None:
        """Return the date, or None where there is no such day; without a year 29 February is one."""
        try:
            return dt.date(self.year or _LEAP_YEAR, self.month, self.day)
        except ValueError:
            return None


def findings(draft: Draft) -> Iterator[Finding]:
    """Yield what is wrong with the place and with the date of the stated box."""
    for cell in draft.cells_of("place"):
        if not cell.empty and not _occurs(draft, cell.cell.value):
            yield _place(draft, cell)
    dates = [cell for cell in draft.cells_of("date") if cell.cell.value.strip()]
    if not dates:
        yield _no_date(draft)
    for cell in dates:
        yield from _date(draft, cell)


def day_of(value: str) -> Day | None:
    """Return the first day that a cell writes with day and month, also one that no calendar has."""
    for pattern in (_ISO, _DOTTED, _NAMED, _AMERICAN):
        for found in pattern.finditer(value):
            name = found["month"]
            month = int(name) if name.isdecimal() else _months().get(name.casefold()[:3])
            if month is None:
                continue
            year = int(found["year"]) if found["year"] else None
            return Day(year + _LEAP_YEAR if year is not None and year < _CENTURY else year, month, int(found["day"]))
    return None


@functools.cache
def _months() -> dict[str, int]:
    words = [Words.of(language) for language in LANGUAGES]
    return {word.label(f"month.{month}").casefold()[:3]: month for word in words for month in range(1, 13)}


def _occurs(draft: Draft, value: str) -> bool:
    """Return whether a name in the cell stands in the title or text; a country counts where nothing else is named."""
    common = proof_words("place_word", draft.language)
    names = [name for name in _WORDS.findall(value) if name[0].isupper() and not common.fullmatch(name)]
    countries = {word for name in country_names() if name in value for word in _WORDS.findall(name)}
    local = [stem(name) for name in names if name not in countries]
    stems = {stem(word) for word in _WORDS.findall(f"{draft.record.article.title}\n{draft.text}")}
    if not local:
        return not names or any(other.startswith(stem(name)[:_COMMON]) for name in names for other in stems)
    return any(_alike(name, other) for name in local for other in stems)


def _alike(one: str, other: str) -> bool:
    """Return whether two stems are of one name: "Kursk" and "Kursker", not "Klein" and "Kleinheim"."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _COMMON and long.startswith(short) and len(long) - len(short) < _COMMON)


def _place(draft: Draft, cell: Stated) -> Finding:
    box = draft.record.box.place
    other = (
        draft.words.label("finding.text_has_place", place=box.name) if box and box.name not in cell.cell.value else ""
    )
    return draft.finding("LB301", [cell.cell.span], label=cell.cell.label, stated=cell.cell.value, other=other)


def _no_date(draft: Draft) -> Finding:
    rows = draft.cells_of("date") or draft.cells[:1]
    time = _time_of(draft)
    spans: list[Span] = [rows[0].cell.span, *([_span(draft, time)] if time else [])]
    return draft.finding("LB302", spans, other=_text_has(draft, time))


def _date(draft: Draft, cell: Stated) -> Iterator[Finding]:
    day = day_of(cell.cell.value)
    if day is None:
        return
    values = {"label": cell.cell.label, "stated": cell.cell.value}
    date, latest = day.date(), _latest(draft.record.article.published)
    time = _time_of(draft)
    if date is None:
        yield draft.finding("LB303", [cell.cell.span], (), other=_text_has(draft, time), **values)
    elif day.year and latest and date > latest:
        published = draft.words.date(draft.record.article.published or "")
        yield draft.finding("LB304", [cell.cell.span], (), published=published, **values)
    elif time and not _SPAN_OF_DAYS.search(cell.cell.value) and not _said(draft, day):
        said = draft.words.date(draft.record.box.date or "")
        spans = [cell.cell.span, _span(draft, time)]
        yield draft.finding("LB305", spans, (), quote=time.quote, count=said, **values)


def _latest(published: str | None) -> dt.date | None:
    """Return the latest day that it was anywhere on earth when the report was published."""
    try:
        moment = dt.datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return (moment.astimezone(dt.timezone(_FIRST_ZONE)) if moment.tzinfo else moment).date()


def _said(draft: Draft, day: Day) -> bool:
    """Return whether the day, or a time that holds it, is one that the text names."""
    ending = f"{day.month:02}-{day.day:02}"
    for time in draft.record.times:
        value = time.value[:_DAY]
        whole = f"{day.year or value[:4]}-{ending}"
        if _outside(draft, time) and (whole.startswith(value) or value == whole):
            return True
    return (draft.record.box.date or "").count("-") != 2  # noqa: PLR2004 - known to the day


def _time_of(draft: Draft) -> Time | None:
    """Return the expression of the text that gives the record's date."""
    date = draft.record.box.date
    return next((t for t in draft.record.times if date and t.value.startswith(date) and _outside(draft, t)), None)


def _outside(draft: Draft, time: Time) -> bool:
    return time.field == "title" or draft.text[time.start : time.end] == time.quote


def _text_has(draft: Draft, time: Time | None) -> str:
    if time is None:
        return ""
    date = draft.words.date(draft.record.box.date or "")
    return draft.words.label("finding.text_has_date", quote=time.quote, date=date)


def _span(draft: Draft, time: Time) -> Span:
    return draft.record.article.span(time.field, time.start, time.end)
