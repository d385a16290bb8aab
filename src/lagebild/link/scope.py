"""Tell figures of the article's main incident from those of other incidents and background."""

import itertools
import re
from dataclasses import dataclass, replace
from datetime import date

from lagebild.link.because import because
from lagebild.link.extent import listed
from lagebild.link.onset import before, earlier, near, onset
from lagebild.link.setting import Setting, clause_kind, sentence_text, settings
from lagebild.model import ClauseKind, Document, Figure, IncidentType, Measure, Scope, Sentence, Time
from lagebild.vocabulary.scope import ScopeKind, scope_cues

_LED_HERE = (  # clauses in the past perfect that tell what led to the main clause
    "nachdem", "weil", "da", "als", "after", "because", "since", "as", "when",
)  # fmt: skip
_ENTRY = re.compile(r"[A-ZÄÖÜ][\wäöüß.-]+(?: [\wäöüß.-]+){0,2}: (?=[A-ZÄÖÜ])")
_SHORT_ENTRY = 60  # characters; what is shorter is a line of a stated box
_MOST = 40  # dates of a sentence; one with more of them is a list
_LEAD = 2  # sentences
_LONGER = ("month", "season", "year", "decade", "century")
_OPENING = 200  # characters
_FAR_DOWN = 2  # paragraphs
_CARRIED: tuple[ScopeKind, ...] = ("past", "background", "similar", "elsewhere", "fresh")
_OTHER: tuple[ScopeKind, ...] = (*_CARRIED, "current", "aside", "memorial")
_MANY: tuple[IncidentType, ...] = ("conflict.war", "conflict.battle", "health.outbreak", "crime.other")
_OVER_TIME: tuple[ScopeKind, ...] = ("background", "current")
_LONG: tuple[IncidentType, ...] = ("health.outbreak", "conflict.war")  # whose own count runs over weeks
_DEPLOYING: tuple[IncidentType, ...] = ("conflict.deployment", "conflict.arms")  # they go on for months
_HARMLESS: tuple[IncidentType, ...] = (  # harm told of in the past perfect is what led to them
    "crime.arrest",
    "unrest.protest",
    "conflict.diplomacy",
    "conflict.deployment",
    "conflict.arms",
)
_HARM: tuple[Measure, ...] = ("killed", "injured", "casualties", "missing", "abducted", "detained")
_COUNTED_HARM: tuple[Measure, ...] = ("killed", "injured", "casualties")
_OF_A_CRIME: tuple[IncidentType, ...] = ("crime.shooting", "crime.killing", "crime.assault", "conflict.attack")
_OF_THE_TRIAL: tuple[Measure, ...] = ("detained", "deployed")
_SHORT = 5  # tokens; a first sentence this short is a dateline


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue in a sentence: its kind, and where it begins and ends in the field."""

    kind: ScopeKind
    place: int
    end: int


@dataclass(frozen=True, slots=True)
class _Verdict:
    """Which incident a figure is about, by which rule, and the cue that tells it."""

    scope: Scope
    rule: str
    cue: _Cue | None = None


@dataclass(frozen=True, slots=True)
class _State:
    """The cues of a sentence; whether one before it carries over, it names a near date, it is of the article's lead.

    `after` says that the article comes long after what it looks back on, `earlier` that the days of the sentence are
    all before the main incident's.
    """

    cues: tuple[_Cue, ...] = ()
    carried: bool = False
    near: bool = False
    lead: bool = True
    after: bool = False
    earlier: bool = False


def scoped(
    document: Document, figures: tuple[Figure, ...], *, incident_type: IncidentType, times: tuple[Time, ...] = ()
) -> tuple[Figure, ...]:
    """Return the figures with `scope` set: `main` for the article's main incident, else `other`.

    Of a memorial all are other; of a trial all but arrests; where no incident was made out, all but what the article
    begins with.
    """
    if not figures:
        return ()
    looks_back = any(
        pattern.search(document.article.title) for _, pattern in scope_cues(document.article.language, "memorial")
    )
    if looks_back:
        return tuple(_set(figure, _Verdict("other", "memorial")) for figure in figures)
    placed = settings(document, figures)
    told = {setting.sentence.paragraph for setting in placed if setting.figure.count.field == "text"}
    states = _states(document, times, incident_type, told)
    found: list[Figure] = []
    before: Setting | None = None
    for setting in placed:
        verdict = _verdict(setting, states.get(setting.sentence.index, _State()), incident_type)
        if before is not None and before.sentence == setting.sentence and listed(setting):
            verdict = _Verdict(found[-1].scope, "listed")
        found.append(_set(setting.figure, verdict, document))
        before = setting
    if _says_later(document):
        return tuple(found)
    return _with_what_led_here(placed, tuple(found), states, incident_type)


def _with_what_led_here(
    placed: tuple[Setting, ...], figures: tuple[Figure, ...], states: dict[int, _State], incident_type: IncidentType
) -> tuple[Figure, ...]:
    """Return figures of an earlier day as main where an English article on a crime tells of no other harm.

    So do reports of an arrest or a charge: the crime of weeks ago is what they are about.
    """
    harmed = [one for one in figures if one.measure in _COUNTED_HARM and one.high != 0]
    if incident_type not in _OF_A_CRIME or any(one.scope == "main" for one in harmed):
        return figures
    return tuple(
        _set(figure, _Verdict("main", "led_here"))
        if setting.language == "en"
        and figure.measure in _COUNTED_HARM
        and not {cue.kind for cue in states.get(setting.sentence.index, _State()).cues} - {"past", "main", "fresh"}
        else figure
        for setting, figure in zip(placed, figures, strict=True)
    )


def _set(figure: Figure, verdict: _Verdict, document: Document | None = None) -> Figure:
    """Return the figure with its scope and the reason for it."""
    cue, field = verdict.cue, figure.count.field
    span = None if cue is None or document is None else document.article.span(field, cue.place, cue.end)
    return because(replace(figure, scope=verdict.scope), "scope", f"scope.{verdict.rule}", span)


def _verdict(setting: Setting, state: _State, incident_type: IncidentType) -> _Verdict:
    """Return which incident a figure is about, by the first rule that tells."""
    measure = setting.figure.measure
    if incident_type == "crime.trial" and measure not in _OF_THE_TRIAL:
        return _Verdict("other", "trial")
    if incident_type == "none" and not state.lead:
        return _Verdict("other", "no_incident")
    if _says(setting, "older_number"):
        return _Verdict("main", "older_number")
    ignored = _ignored(setting.figure, incident_type)
    governing = (cue for cue in state.cues if cue.kind not in ignored and setting.governed_from(cue.place))
    other = next((cue for cue in governing if cue.kind in _OTHER), None)
    if other is not None:
        return _Verdict("other", other.kind, other)
    main = next((cue for cue in state.cues if cue.kind == "main"), None)
    if main is not None:
        return _Verdict("main", "main", main)
    if state.carried and not (incident_type in _DEPLOYING and _says(setting, "so_far")):
        return _Verdict("other", "carried")
    return _Verdict("other", "past_perfect") if _goes_back(setting, state, incident_type) else _Verdict("main", "plain")


def _says(setting: Setting, kind: ScopeKind) -> bool:
    """Return whether a cue of this kind stands in the words around a count."""
    return any(pattern.search(setting.text) for _, pattern in scope_cues(setting.language, kind))


def _ignored(figure: Figure, incident_type: IncidentType) -> set[ScopeKind]:
    """Return the kinds of cue that say nothing of a figure: one person in prison for years, troops sent for months."""
    if figure.measure == "deployed" and incident_type in _DEPLOYING:
        return {"past", "aside", *_OVER_TIME}
    return set(_OVER_TIME) if figure.measure == "missing" or figure.low == figure.high == 1 else set()


def _goes_back(setting: Setting, state: _State, incident_type: IncidentType) -> bool:
    """Return whether the past perfect alone tells of something earlier: far down, or where nobody came to harm."""
    if setting.figure.measure not in _HARM or not setting.pluperfect:
        return False
    if _says(setting, "saying") or (setting.clause is not None and setting.clause.opener in _LED_HERE):
        return False
    if state.after or incident_type in _HARMLESS or (state.earlier and incident_type not in _MANY):
        return True
    return setting.sentence.paragraph >= _FAR_DOWN and not state.near


def _states(
    document: Document, times: tuple[Time, ...], incident_type: IncidentType, paragraphs: set[int]
) -> dict[int, _State]:
    """Return the state of each sentence of these paragraphs of the text, by its index.

    In the first sentence only side clauses can speak of another incident; a dateline alone is none.
    """
    began = onset(document, times)
    states: dict[int, _State] = {}
    after = _looks_back(document, times, began)
    paragraph, carried, lead = -1, False, True
    others = _other_entries(document)
    for position, sentence in enumerate(one for one in document.sentences if one.field == "text"):
        if sentence.paragraph != paragraph:
            paragraph, carried = sentence.paragraph, sentence.paragraph in others
        if paragraph not in paragraphs:
            lead = lead and len(sentence.tokens) < _SHORT
            continue
        cues = _cues(document, sentence, times, began)
        silent = _silent(sentence, incident_type)
        cues = tuple(cue for cue in cues if cue.kind not in silent)
        if lead and incident_type != "none" and not _of_a_year(sentence, times):
            cues = tuple(cue for cue in cues if _in_a_side_clause(sentence, cue))
            lead = len(sentence.tokens) < _SHORT
        carried = carried and all(cue.kind != "main" for cue in cues)
        days = [time for time in times if time.field == "text" and sentence.start <= time.start < sentence.end]
        close = began is not None and any(near(time, began) for time in days)
        gone = began is not None and bool(days) and all(before(time, began) for time in days)
        states[sentence.index] = _State(cues, carried, close, position < _LEAD, after, gone)
        carried = carried or any(
            cue.kind in _CARRIED and not _in_a_side_clause(sentence, cue, kinds=("relative",)) for cue in cues
        )
    return states


def _looks_back(document: Document, times: tuple[Time, ...], began: date | None) -> bool:
    """Return whether the title or the beginning of the text names an event of long ago."""
    if _says_later(document):
        return True
    said = [time for time in times if time.field == "title" or time.start < _OPENING]
    return began is not None and any(earlier(time, began) for time in said)


def _says_later(document: Document) -> bool:
    """Return whether words of the title or the beginning say so: "months after the", "sentenced to"."""
    opening = document.article.title + "\n" + document.article.text[:_OPENING]
    return any(pattern.search(opening) for _, pattern in scope_cues(document.article.language, "later"))


def _of_a_year(sentence: Sentence, times: tuple[Time, ...]) -> bool:
    """Return whether a sentence tells of a year as a whole: it names one, and no day."""
    named = [time for time in times if time.field == "text" and sentence.start <= time.start < sentence.end]
    return any(time.precision == "year" for time in named) and all(time.precision in _LONGER for time in named)


def _other_entries(document: Document) -> set[int]:
    """Return the paragraphs of a round-up after its first entry: those that begin with a place and a colon."""
    first: dict[int, Sentence] = {}
    for sentence in document.sentences:
        if sentence.field == "text":
            first.setdefault(sentence.paragraph, sentence)
    headed = [
        paragraph
        for paragraph, sentence in first.items()
        if (match := _ENTRY.match(document.article.text, sentence.start))
        and "\n" not in document.article.text[sentence.start : match.end() + _SHORT_ENTRY]
    ]
    return set(headed[1:])


def _silent(sentence: Sentence, incident_type: IncidentType) -> tuple[ScopeKind, ...]:
    """Return the kinds of cue that say nothing here: of what goes on for weeks, or has many cases of its own."""
    many = incident_type in _MANY or incident_type.startswith(("disaster.", "unrest."))
    fresh: tuple[ScopeKind, ...] = ("fresh",) if many or sentence.paragraph < _FAR_DOWN else ()
    return (*fresh, *(_OVER_TIME if incident_type in _LONG else ()))


def _cues(document: Document, sentence: Sentence, times: tuple[Time, ...], began: date | None) -> tuple[_Cue, ...]:
    text = sentence_text(document, sentence)
    found = [
        _Cue(kind, sentence.start + match.start(), sentence.start + match.end())
        for kind in (*_OTHER, "main")
        for _, pattern in scope_cues(document.article.language, kind)
        for match in pattern.finditer(text)
    ]
    if began is None or any(cue.kind == "main" for cue in found):
        return tuple(found)
    before = (
        _Cue("past", time.start, time.end)
        for time in times
        if time.field == sentence.field
        and sentence.start <= time.start < sentence.end
        and earlier(time, began)
        and not text[: time.start - sentence.start].casefold().endswith(("seit ", "since "))
    )
    return (*found, *itertools.islice(before, _MOST))


def _in_a_side_clause(
    sentence: Sentence, cue: _Cue, *, kinds: tuple[ClauseKind, ...] = ("relative", "subordinate")
) -> bool:
    """Return whether a cue stands in a clause of these kinds."""
    return clause_kind(sentence, cue.place) in kinds
