"""Group the figures of an article by incident: the main one, and others that have a date or a place of their own."""

import re
from dataclasses import dataclass, replace
from datetime import date

from lagebild.link.onset import last_day
from lagebild.link.setting import Setting, sentence_text, settings
from lagebild.model import BoxPlace, Document, Figure, Incident, IncidentTime, IncidentType, Place, Sentence, Time
from lagebild.vocabulary.scope import ScopeKind, scope_cues

_MAIN = "i1"
_PREFIX = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")


@dataclass(frozen=True, slots=True)
class _Mark:
    """The date and the place that tell an incident from others, either of them perhaps missing.

    `at_once` says that it was on the day of the main incident; `paragraph` is where it is told.
    """

    time: Time | None = None
    place: Place | None = None
    at_once: bool = False
    paragraph: tuple[str, int] = ("text", 0)

    def fits(self, other: "_Mark") -> bool:
        """Return whether nothing that both give differs."""
        times = self.time is None or other.time is None or _day(self.time) == _day(other.time)
        places = self.place is None or other.place is None or self.place.name == other.place.name
        return times and places and (self.paragraph == other.paragraph or self._meets(other))

    def _meets(self, other: "_Mark") -> bool:
        """Return whether both give a date, or both give a place: what another paragraph tells need not be the same."""
        times = self.time is not None and other.time is not None
        return times or (self.place is not None and other.place is not None)

    def is_like(self, other: "_Mark") -> bool:
        """Return whether both give the same date and place, wherever they are told."""
        return (self.time, self.place) == (other.time, other.place)

    def joined(self, other: "_Mark") -> "_Mark":
        """Return what the two give together."""
        at_once = self.at_once or other.at_once
        return _Mark(self.time or other.time, self.place or other.place, at_once, other.paragraph)


def incidents(
    document: Document,
    figures: tuple[Figure, ...],
    main: Incident,
    *,
    times: tuple[Time, ...] = (),
    places: tuple[Place, ...] = (),
) -> tuple[tuple[Figure, ...], tuple[Incident, ...]]:
    """Return the figures with `incident` set, and the incidents, the main one first.

    A figure of another incident gets one only where its sentence, or one before it in its paragraph, names a date or a
    place; figures whose dates and places agree are of one incident, whose type is not told ("none"). Numbers for a
    span of time are of none.
    """
    marks: list[_Mark] = []
    found = []
    for setting in settings(document, figures):
        if setting.figure.scope == "main":
            found.append(replace(setting.figure, incident=main.id if main.type != "none" else None))
            continue
        mark = _mark(document, setting, times, places) if setting.figure.extent != "period" else None
        number = _known(mark, marks) if mark is not None else None
        found.append(replace(setting.figure, incident=None if number is None else f"i{number + 2}"))
    others = tuple(_other(f"i{n + 2}", mark, main) for n, mark in enumerate(marks))
    return tuple(found), ((main,) if main.type != "none" else ()) + others


def main_incident(incident_type: IncidentType, place: BoxPlace | None, time: IncidentTime | None) -> Incident:
    """Return the main incident of an article."""
    return Incident(id=_MAIN, main=True, parent=None, type=incident_type, place=place, time=time)


def _known(mark: _Mark, marks: list[_Mark]) -> int:
    """Return the number of the incident of this mark: the last one where they agree, an earlier one alike, or new."""
    for n in range(len(marks) - 1, -1, -1):
        if mark.fits(marks[n]) and (n == len(marks) - 1 or mark.is_like(marks[n])):
            marks[n] = marks[n].joined(mark)
            return n
    marks.append(mark)
    return len(marks) - 1


def _mark(document: Document, setting: Setting, times: tuple[Time, ...], places: tuple[Place, ...]) -> _Mark | None:
    """Return the date and place of a figure's sentence, or of the nearest before it in the paragraph."""
    own = setting.sentence
    time: Time | None = None
    at_once, language = False, document.article.language
    for sentence in reversed(document.sentences[: own.index + 1]):
        if (sentence.field, sentence.paragraph) != (own.field, own.paragraph):
            break
        text = sentence_text(document, sentence)
        cue = _cue(text, language, "at_once")
        at_once = at_once or cue is not None
        dated = (one for one in times if last_day(one.value) is not None and _in(one, sentence))
        time = time or next((one for one in dated if cue is None or not _meets(one, cue, sentence)), None)
        place = next(
            (one for one in places if one.precision in ("town", "district", "region") and _in(one, sentence)), None
        )
        if place or (time and not _cue(text, language, "there")):
            return _Mark(time, place, at_once, (own.field, own.paragraph))
    return _Mark(time, None, at_once, (own.field, own.paragraph)) if time else None


def _cue(text: str, language: str, kind: ScopeKind) -> re.Match[str] | None:
    return next((found for _, pattern in scope_cues(language, kind) if (found := pattern.search(text))), None)


def _meets(time: Time, cue: re.Match[str], sentence: Sentence) -> bool:
    """Return whether a time stands in the words of a cue: "am selben Abend" is the main incident's evening."""
    return time.start < sentence.start + cue.end() and sentence.start + cue.start() < time.end


def _in(one: Time | Place, sentence: Sentence) -> bool:
    return one.field == sentence.field and sentence.start <= one.start < sentence.end


def _day(time: Time) -> str:
    return time.value.split("T", maxsplit=1)[0]


def _other(name: str, mark: _Mark, main: Incident) -> Incident:
    place, time = mark.place, mark.time
    at_once = main.time if mark.at_once and main.type != "none" else None
    return Incident(
        id=name,
        main=False,
        parent=None,
        type="none",
        place=BoxPlace(place.name, place.country, place.lat, place.lon) if place else None,
        time=_incident_time(time) if time else at_once,
    )


def _incident_time(time: Time) -> IncidentTime:
    """Return the time as ISO prefixes: a day of day, the first and last day of a week, the year of a season."""
    day = _day(time)
    week = _WEEK.match(day)
    if week:
        year, number = int(week[1]), int(week[2])
        first, last = (date.fromisocalendar(year, number, weekday).isoformat() for weekday in (1, 7))
        return IncidentTime(first, last, time.precision)
    start = day if _PREFIX.fullmatch(day) else day[:4]
    return IncidentTime(start, start, "day" if time.precision in ("hour", "minute") else time.precision)
