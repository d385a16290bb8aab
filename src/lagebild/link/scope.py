"""Tell figures of the article's main incident from those of other incidents and background."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from lagebild.link.setting import Setting, sentence_text, settings
from lagebild.model import ClauseKind, Document, Figure, IncidentType, Measure, Scope, Sentence, Time
from lagebild.vocabulary.scope import ScopeKind, scope_cues

_LANGUAGE = "de"
_CARRIED: tuple[ScopeKind, ...] = ("past", "background", "similar", "elsewhere")
_OTHER: tuple[ScopeKind, ...] = (*_CARRIED, "aside")
_OVER_TIME = ("background", "aside")
_LONG: tuple[IncidentType, ...] = ("health.outbreak", "conflict.war")  # whose own count runs over weeks
_HARMLESS: tuple[IncidentType, ...] = (  # harm told of in the past perfect is what led to them
    "crime.arrest",
    "unrest.protest",
    "conflict.diplomacy",
    "conflict.deployment",
    "conflict.arms",
)
_HARM: tuple[Measure, ...] = ("killed", "injured", "casualties", "missing", "abducted", "detained")
_OF_THE_TRIAL: tuple[Measure, ...] = ("detained", "deployed")
_SHORT = 5  # tokens; a first sentence this short is a dateline
_LEAD = 3  # sentences of the text in which dates are the main incident's own
_NEAR = timedelta(days=4)  # a date this close before the main incident's is of the same course of events


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue in a sentence: its kind and offset."""

    kind: ScopeKind
    start: int


@dataclass(frozen=True, slots=True)
class _State:
    """The cues of a sentence, and whether an earlier one of its paragraph speaks of another incident."""

    cues: tuple[_Cue, ...] = ()
    carried: bool = False


def scoped(
    document: Document, figures: tuple[Figure, ...], *, incident_type: IncidentType, times: tuple[Time, ...] = ()
) -> tuple[Figure, ...]:
    """Return the figures with `scope` set: `main` for the article's main incident, else `other`.

    Of an article that reports no incident, a memorial say, all are other; of a trial all but arrests.
    """
    if incident_type == "none":
        return tuple(replace(figure, scope="other") for figure in figures)
    states = _states(document, times, incident_type)
    return tuple(
        replace(setting.figure, scope=_scope(setting, states.get(setting.sentence.index, _State()), incident_type))
        for setting in settings(document, figures)
    )


def _scope(setting: Setting, state: _State, incident_type: IncidentType) -> Scope:
    measure = setting.figure.measure
    if incident_type == "crime.trial" and measure not in _OF_THE_TRIAL:
        return "other"
    if incident_type in _HARMLESS and measure in _HARM and setting.pluperfect:
        return "other"
    ignored = _OVER_TIME if measure == "missing" else ()
    governing = {cue.kind for cue in state.cues if setting.governed_from(cue.start)} - set(ignored)
    if governing & set(_OTHER):
        return "other"
    if any(cue.kind == "main" for cue in state.cues):
        return "main"
    return "other" if state.carried else "main"


def _states(document: Document, times: tuple[Time, ...], incident_type: IncidentType) -> dict[int, _State]:
    """Return the state of each sentence of the text, by its index.

    In the first sentence only side clauses can speak of another incident; a dateline alone is none.
    """
    began = _began(document, times)
    states: dict[int, _State] = {}
    paragraph, carried, lead = -1, False, True
    for sentence in document.sentences:
        if sentence.field == "title":
            continue
        if sentence.paragraph != paragraph:
            paragraph, carried = sentence.paragraph, False
        cues = _cues(document, sentence, times, began)
        if incident_type in _LONG:
            cues = tuple(cue for cue in cues if cue.kind not in _OVER_TIME)
        if lead:
            cues = tuple(cue for cue in cues if _in_a_side_clause(sentence, cue))
            lead = len(sentence.tokens) < _SHORT
        carried = carried and all(cue.kind != "main" for cue in cues)
        states[sentence.index] = _State(cues, carried)
        carried = carried or any(
            cue.kind in _CARRIED and not _in_a_side_clause(sentence, cue, kinds=("relative",)) for cue in cues
        )
    return states


def _cues(document: Document, sentence: Sentence, times: tuple[Time, ...], began: date | None) -> tuple[_Cue, ...]:
    text = sentence_text(document, sentence)
    found = [
        _Cue(kind, match.start())
        for kind in (*_OTHER, "main")
        for _, pattern in scope_cues(_LANGUAGE, kind)
        for match in pattern.finditer(text)
    ]
    if began is None or any(cue.kind == "main" for cue in found):
        return tuple(found)
    earlier = (
        _Cue("past", time.start - sentence.start)
        for time in times
        if time.field == sentence.field
        and sentence.start <= time.start < sentence.end
        and time.type in ("DATE", "TIME")
        and _earlier(time.value, began)
        and not text[: time.start - sentence.start].casefold().endswith("seit ")
    )
    return (*found, *earlier)


def _in_a_side_clause(
    sentence: Sentence, cue: _Cue, *, kinds: tuple[ClauseKind, ...] = ("relative", "subordinate")
) -> bool:
    """Return whether a cue stands in a clause of these kinds."""
    place = sentence.start + cue.start
    token = next((n for n, token in enumerate(sentence.tokens) if token.start <= place < token.end), -1)
    clause = sentence.clause_at(token) if token >= 0 else -1
    return clause >= 0 and sentence.clauses[clause].kind in kinds


def _began(document: Document, times: tuple[Time, ...]) -> date | None:
    """Return the earliest day that the article's first sentences name, else the day of publication."""
    lead = [sentence for sentence in document.sentences if sentence.field == "text"][:_LEAD]
    days = [
        _first_day(time.value)
        for time in times
        if time.type in ("DATE", "TIME")
        and time.precision in ("day", "hour", "minute")
        and (time.field == "title" or any(part.start <= time.start < part.end for part in lead))
    ]
    known = [day for day in days if day is not None]
    published = _first_day((document.article.published or "")[:10])
    if published is not None:
        known = [day for day in known if day <= published] or [published]
    return min(known, default=None)


def _earlier(value: str, began: date) -> bool:
    """Return whether a TIMEX value ends before the main incident by more than what is of one course of events."""
    last = _last_day(value)
    return last is not None and last < began - _NEAR


def _first_day(value: str) -> date | None:
    parts = value[:10].split("-")
    try:
        numbers = [int(part) for part in parts]
    except ValueError:
        return None
    try:
        return date(*[*numbers, 1, 1][:3]) if len(parts[0]) == 4 else None  # noqa: PLR2004 - the digits of a year
    except ValueError:
        return None


def _last_day(value: str) -> date | None:
    first, parts = _first_day(value), value[:10].split("-")
    if first is None:
        return None
    if len(parts) == 1:
        return date(first.year, 12, 31)
    if len(parts) == 2:  # noqa: PLR2004 - year and month
        return (first.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return first
