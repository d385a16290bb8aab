"""When the main incident happened, and the time at which each figure holds."""

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import Literal, TypeAlias

from lagebild.link.because import because
from lagebild.link.times import published_day
from lagebild.link.times_clause import HERE, clause_at, has, opening_at, sentence_at, tense
from lagebild.link.when_prefix import days, prefix
from lagebild.link.when_spans import Spans, spans
from lagebild.model import Article, Document, Figure, IncidentTime, IncidentType, Span, Time

__all__ = ["When", "dated", "incident_time"]

Told: TypeAlias = Literal["event", "owned", "attached", "found", "statement", "update", "other"]

_MONTH = re.compile(r"\d{4}-\d\d$")
_AGO = re.compile(r"P(\d+)([DW])$")
_LONGEST_AGO, _TOMORROW = timedelta(days=400), timedelta(days=-2)
_COURSE = timedelta(days=30)  # how long after its beginning an incident is still reported on as news
_NO_ARRESTS = (
    "accident.", "disaster.", "health.", "crime.killing", "crime.shooting", "conflict.attack", "conflict.bombing",
    "conflict.strike",
)  # fmt: skip
_LEAD_SENTENCES = 2
_NEAR_SENTENCES, _NAMED_SENTENCES = 8, 24
_FAR = 500
_LINE = 60
_MANY = 100
_OWNED: frozenset[Told] = frozenset({"owned"})
_EVENTS: frozenset[Told] = frozenset({"event", "owned", "attached"})
_NAMED: frozenset[Told] = frozenset({"owned", "attached"})
_FOUND: frozenset[Told] = _EVENTS | {"found"}


@dataclass(frozen=True, slots=True)
class When:
    """When an incident happened: the days it spans, and the one date of the box, on which it happened or began.

    "in der Nacht zum Sonntag" spans two days, and its date is the Sunday.
    """

    time: IncidentTime
    date: str


@dataclass(frozen=True, slots=True)
class _Cue:
    """A time expression that may date the main incident, the place of its sentence, and what expressions span.

    `about` is the type of the incident: what a court does dates a trial alone, an arrest no attack.
    """

    time: Time
    place: int
    spans: Spans
    about: IncidentType

    @property
    def begun(self) -> bool:
        """Return whether the incident is known to be another thing than an arrest."""
        return self.about.startswith(_NO_ARRESTS)


def incident_time(
    document: Document, figures: tuple[Figure, ...], times: tuple[Time, ...], *, incident_type: IncidentType = "none"
) -> When | None:
    """Return when the main incident happened or began, or None where the text gives no date of it.

    The lead is read first, then the sentences of the main figures and those that say that something happened. The dates
    of statements, of new totals, of other incidents and of plans are none of the incident's; "heute" and a bare time of
    day are the day of publication. The day of an arrest is that of an incident which is one.
    """
    published = published_day(document.article)
    starts = _starts(document)
    lead = _lead(document)
    cues = tuple(islice(_cues(document, times, starts, lead, about=incident_type), _MANY))
    main = {_place(starts, figure.count) for figure in figures if figure.scope == "main"}
    early = [time for time in times if _place(starts, time) < lead]
    told = (
        _first_day(document, (cue for cue in cues if cue.place < lead), published, of=_OWNED)
        or _days_after(document, early, published, "after_harm")
        or _first_day(document, (cue for cue in cues if cue.place < lead), published)
        or _days_after(document, early, published, "after_event")
        or _nightly(document, published)
        or _first_day(document, (cue for cue in cues if cue.place in main), published)
        or _first_day(document, (cue for cue in cues if _happened(document, cue.time)), published)
        or _first_day(document, (cue for cue in cues if _near(document, cue, lead)), published)
        or _first_day(document, (cue for cue in cues if cue.place < lead + _NAMED_SENTENCES), published, of=_NAMED)
        or _first_month(document, cues, main)
        or _first_day(document, (cue for cue in cues if cue.place < lead), published, of=_FOUND)
    )
    began = _began(document, cues, published)
    return began if began and (told is None or told.date > began.date) else told


def _began(document: Document, cues: Iterable[_Cue], published: date | None) -> When | None:
    """Return the day on which the text says, looking back, that what it reports on began: "war am Montag gesunken"."""
    article = document.article
    looking_back = (cue for cue in cues if has(article, "began", _around_here(article, cue.time)))
    found = _first_day(document, looking_back, published, of=_EVENTS | {"statement"})
    recent = found and (published is None or published - date.fromisoformat(found.date) < _COURSE)
    return found if recent else None


def _around_here(article: Article, time: Time) -> str:
    """Return the clause of a time expression with a mark in its place."""
    start, end = clause_at(article, time, "told_end")
    text = article[time.field]
    return f"{text[start : time.start]}{HERE}{text[time.end : end]}"


def _cues(
    document: Document,
    times: tuple[Time, ...],
    starts: dict[str, list[tuple[int, int]]],
    lead: int,
    *,
    about: IncidentType,
) -> Iterator[_Cue]:
    """Yield the days, weekends and months that are named, of a range the first; "heute" counts in the lead alone."""
    spanned = spans(document, times)
    for time in times:
        place = _place(starts, time)
        today = _today(time) and place < lead
        if spanned.ends(time) or has(
            document.article, "dateline", document.article[time.field][time.end : time.end + _LINE]
        ):
            continue
        if time.type in {"DATE", "TIME"} and (today or days(time.value) or _MONTH.match(time.value)):
            yield _Cue(time, place, spanned, about)


def _today(time: Time) -> bool:
    return time.value == "PRESENT_REF" and time.quote.lower() in {"heute", "today"}


def _told(document: Document, cue: _Cue) -> Told:
    """Return what the clause of a time expression tells: an event, a statement, a new total, or another incident."""
    article, time = document.article, cue.time
    begins = time.type == "DATE" and not cue.spans.begins(time)
    text = article[time.field]
    start, end = clause_at(article, time, "told_end")
    before, clause = text[start : time.start], text[start:end]
    at = _around_here(article, time)
    tests: tuple[tuple[Told, bool], ...] = (
        ("owned", has(article, "owned", text[time.end : end])),
        ("attached", cue.begun and has(article, "event_linked", before)),
        ("other", has(article, "until", before) or (begins and has(article, "from", before))),
        ("attached", has(article, "event_noun", before)),
        ("other", has(article, "other", clause) or tense(article, time) == "future"),
        ("statement", has(article, "statement", before)),
        ("attached", has(article, "attached", before)),
        ("statement", time.precision != "minute" and has(article, "statement", at)),
        ("event", cue.about == "crime.trial" and has(article, "court", at)),
        ("update", has(article, "update", at) or (cue.begun and has(article, "arrest", at))),
        ("found", has(article, "found", clause)),
    )
    return next((told for told, true in tests if true), "event")


def _happened(document: Document, time: Time) -> bool:
    """Tell whether the sentence of a time expression says that something happened then, or lasts since then."""
    article = document.article
    text = article[time.field]
    start, end = sentence_at(article, time)
    return has(article, "happened", text[start:end]) or has(article, "since", text[start : time.start])


def _near(document: Document, cue: _Cue, lead: int) -> bool:
    """Tell whether a time expression stands near the lead and not in a sentence of what happened once more."""
    start, end = sentence_at(document.article, cue.time)
    return cue.place < lead + _NEAR_SENTENCES and not (
        cue.place >= lead and has(document.article, "again", document.article[cue.time.field][start:end])
    )


def _first_day(
    document: Document, cues: Iterable[_Cue], published: date | None, *, of: frozenset[Told] = _EVENTS
) -> When | None:
    """Return the day of the first cue, not long ago, that tells of an event, or of what else is asked for."""
    for cue in cues:
        span = (published, published) if _today(cue.time) and published else days(cue.time.value)
        near = span and (published is None or _TOMORROW < published - span[0] < _LONGEST_AGO)
        if span and near and _told(document, cue) in of:
            return When(IncidentTime(*cue.spans.of(cue.time, *span), "day"), span[0].isoformat())
    return None


def _days_after(
    document: Document, times: list[Time], published: date | None, of: Literal["after_event", "after_harm"]
) -> When | None:
    """Return the day that the lead counts from: "Drei Tage nach dem Brand" is three days before publication.

    Of harm that is named as such it counts even where the lead tells what happened since, an answer to it left out.
    """
    article = document.article
    for time in times:
        ago = _AGO.match(time.value)
        if not ago:
            continue
        start, end = sentence_at(article, time)
        text = article[time.field]
        other = has(article, "again", text[start:end]) or (
            of == "after_harm" and has(article, "answer", text[start:end])
        )
        if has(article, of, text[time.end : end]) and not other:
            count = int(ago[1]) * (7 if ago[2] == "W" else 1)
            return _day(published, count)
    if of == "after_harm":
        return None
    lead = _lead_text(document)
    return _day(published, 1) if has(article, "day_after", lead) and not has(article, "again", lead) else None


def _nightly(document: Document, published: date | None) -> When | None:
    """Return the day of publication where the lead tells of a nightly event and names no other day."""
    article, lead = document.article, _lead_text(document)
    return _day(published, 0) if has(article, "nightly", lead) and not has(article, "nightly_later", lead) else None


def _day(published: date | None, ago: int) -> When | None:
    if published is None:
        return None
    day = (published - timedelta(days=ago)).isoformat()
    return When(IncidentTime(day, day, "day"), day)


def _first_month(document: Document, cues: Iterable[_Cue], main: set[int]) -> When | None:
    """Return the first month that a sentence of a main figure names."""
    for cue in cues:
        if not _MONTH.match(cue.time.value) or cue.place not in main:
            continue
        if _told(document, cue) in _EVENTS:
            first, last = cue.time.value, cue.spans.last_month(cue.time)
            return When(IncidentTime(first, last, "month"), first)
    return None


# ------------------------------------------------------------------------------------------------------- sentences


def _place(starts: dict[str, list[tuple[int, int]]], span: Span | Time) -> int:
    """Return the place of the sentence that holds a span, or -1."""
    found = starts.get(span.field, [])
    before = bisect_right(found, (span.start, sys.maxsize))
    return found[before - 1][1] if before else -1


def _starts(document: Document) -> dict[str, list[tuple[int, int]]]:
    """Return where the sentences of each field begin, with their places in the document."""
    starts: dict[str, list[tuple[int, int]]] = {"title": [], "text": []}
    for sentence in document.sentences:
        starts[sentence.field].append((sentence.start, sentence.index))
    return starts


def _lead(document: Document) -> int:
    """Return the place of the first sentence after the lead: the title and the first sentences of the text."""
    return sum(sentence.field == "title" for sentence in document.sentences) + _LEAD_SENTENCES


def _lead_text(document: Document) -> str:
    lead = document.sentences[: _lead(document)]
    return "\n".join(document.article[sentence.field][sentence.start : sentence.end] for sentence in lead)


# --------------------------------------------------------------------------------------------------------- figures


def dated(document: Document, figures: tuple[Figure, ...], times: tuple[Time, ...]) -> tuple[Figure, ...]:
    """Return the figures with the time at which each holds: the date of its clause or sentence, or of publication.

    `time` is the span of the expression where one stands in the figure's own clause, or opens the sentence before it
    ("As of Saturday, four were missing"). What has lasted since a day ("seit Montag") holds at publication.
    """
    return tuple(_dated(document, figure, _around(figure, times)) for figure in figures)


def _around(figure: Figure, times: tuple[Time, ...]) -> tuple[Time, ...]:
    """Return the time expressions that may stand in the sentence of a figure; `times` are in text order."""
    name, start = figure.count.field, figure.count.start
    first = bisect_left(times, (name == "text", start - _FAR), key=lambda time: (time.field == "text", time.start))
    last = bisect_right(times, (name == "text", start + _FAR), key=lambda time: (time.field == "text", time.start))
    return times[first:last]


def _dated(document: Document, figure: Figure, times: tuple[Time, ...]) -> Figure:
    article = document.article
    published = published_day(article)
    reported = published.isoformat() if published else None
    clause, sentence = clause_at(article, figure.count), sentence_at(article, figure.count)
    own = _nearest(figure, times, clause)
    if own is None and (opening := opening_at(article, figure.count, times)):
        own = _nearest(figure, times, opening)
    other = own or _nearest(figure, times, sentence)
    as_of = prefix(other, reported) if other and not _open(document, other) else None
    span = Span(own.field, own.start, own.end, own.quote) if own else None
    found = replace(figure, as_of=as_of or reported, time=span)
    if other and as_of:
        words = Span(other.field, other.start, other.end, other.quote)
        return because(found, "date", "date.clause" if own else "date.sentence", words)
    return because(found, "date", "date.publication") if reported else found


def _open(document: Document, time: Time) -> bool:
    """Tell whether a time is the start of a span that lasts: "since Monday"."""
    return has(document.article, "since", document.article[time.field][max(0, time.start - _LINE) : time.start])


def _nearest(figure: Figure, times: tuple[Time, ...], stretch: tuple[int, int]) -> Time | None:
    """Return the time expression in a stretch that stands nearest to the count of a figure."""
    start, end = stretch
    inside = [time for time in times if time.field == figure.count.field and start <= time.start and time.end <= end]
    dates = [time for time in inside if time.type in {"DATE", "TIME"}] or inside
    return min(dates, key=lambda time: abs(time.start - figure.count.start), default=None)
