"""Tell totals of one incident from parts of a total and from numbers for a span of time."""

import functools
import itertools
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from lagebild.link.because import because
from lagebild.link.persons import is_again
from lagebild.link.setting import Setting, between, settings
from lagebild.model import Document, Extent, Figure, IncidentType, Measure
from lagebild.vocabulary.scope import ExtentKind, extent_cues, scope_cues

_LONG: IncidentType = "health.outbreak"  # whose own count runs over weeks
_DEPLOYING: tuple[IncidentType, ...] = ("conflict.deployment", "conflict.arms")
_PARTED: tuple[Measure, ...] = ("killed", "injured", "casualties", "missing")  # told first whole, then case by case
_JOINED = re.compile(
    r"[,:–]|\b(?:und|sowie|sondern auch|wie auch|beziehungsweise|and|as well as|plus)\b", re.IGNORECASE
)
_CHANGED_FROM = re.compile(r"\b(?:von|from) $", re.IGNORECASE)
_CHANGED_TO = re.compile(r"\b(?:auf|to) $", re.IGNORECASE)
_AFTER = ("nachdem", "after")
_RUNNING = "figure.total."
_TOLD_AGAINST: tuple[ExtentKind, ...] = ("superseded", "contrast")  # lesser because older, or another's
_OWN_TIME = re.compile(
    r"(?:Dabei|Damals|Erst|Zuletzt|Bereits|Schon|Im|Am|Bei|Beim|In|Anfang|Ende|Mitte|Vor|Zuvor|Nach|On|Earlier|Last|At|Then|"
    r"After|Before|Previously)\b"
)
_ASIDE = 6  # words between a count and the span of time set apart behind it
_FAR = 99  # sentences; anything but the same or the next
_MOST = 40  # totals compared; an article with more of them is a list
_LEAD = 2  # sentences of the text that tell the whole


def extended(
    document: Document, figures: tuple[Figure, ...], *, incident_type: IncidentType = "none"
) -> tuple[Figure, ...]:
    """Return the figures with `extent` set: `part`, `period`, or `incident` where neither can be seen."""
    found = settings(document, figures)
    found = tuple(replace(setting, figure=because(setting.figure, "extent", "extent.plain")) for setting in found)
    for name, step in _STEPS.items():
        extents = step(document, found, incident_type)
        found = tuple(
            replace(setting, figure=_set(setting.figure, extents.get(n, setting.figure.extent), name))
            for n, setting in enumerate(found)
        )
    return tuple(setting.figure for setting in found)


def _set(figure: Figure, extent: Extent, step: str) -> Figure:
    """Return the figure with the extent that a step gives it, and the step as the reason where it changes it."""
    said = step == "words" and extent != "incident"
    if extent == figure.extent and not said:
        return figure
    return because(replace(figure, extent=extent), "extent", f"extent.{step}")


def beside(kind: ExtentKind, setting: Setting, text: str) -> bool:
    """Return whether a cue of this kind stands in the count's own clause, in these first words of the sentence."""
    return any(
        setting.beside(setting.base + match.start())
        for _, pattern in extent_cues(setting.language, kind)
        for match in pattern.finditer(text)
    )


def changes_from(setting: Setting) -> bool:
    """Return whether a number is what a change began with: "von 21 auf 25", "from 21 to 25"."""
    return bool(_CHANGED_FROM.search(setting.before))


def changes_to(setting: Setting) -> bool:
    """Return whether a number is what a change led to."""
    return bool(_CHANGED_TO.search(setting.before))


@functools.lru_cache(maxsize=4096)
def has(kind: ExtentKind, text: str, language: str) -> bool:
    """Return whether a cue of this kind stands in these words of a language."""
    return any(pattern.search(text) for _, pattern in extent_cues(language, kind))


def _by_words(_: Document, found: tuple[Setting, ...], incident_type: IncidentType) -> dict[int, Extent]:
    """Return the extents that the words of the sentences say."""
    extents: dict[int, Extent] = {}
    for n, setting in enumerate(found):
        kinds: tuple[ExtentKind, ...] = ("period", "since", "series")
        if setting.figure.scope == "main":
            kinds = ("period",) if incident_type == _LONG else ("period", "since")
        ahead = n if setting.language == "de" else n + _MOST
        antecedent = any(_greater(other.figure, setting.figure) for other in found[max(0, n - _MOST) : ahead])
        said = (
            setting.figure.extent == "part"
            or has("after", setting.after, setting.language)
            or _led_to(setting, found[:n])
        )
        in_list = listed(setting) and not _behind_parts(n, found, extents)
        if in_list or has("each", setting.text, setting.language) or (said and antecedent):
            extents[n] = "part"
        elif not _goes_on(setting.figure, incident_type) and any(_over_time(setting, kind) for kind in kinds):
            extents[n] = "period"
        else:
            extents[n] = "incident"
    return extents


def _behind_parts(n: int, found: tuple[Setting, ...], extents: Mapping[int, Extent]) -> bool:
    """Return whether a number is of another measure than a total and its part right before it in the sentence.

    "Sechs Menschen, unter ihnen drei Kinder, starben, 19 wurden verletzt": the list is over with the children.
    """
    before = [place for place in range(n) if found[place].sentence == found[n].sentence]
    if not before or extents[before[-1]] != "part":
        return False
    measure = found[before[-1]].figure.measure
    whole = any(extents[place] == "incident" and found[place].figure.measure == measure for place in before)
    return whole and found[n].figure.measure != measure


def _by_carrying(_: Document, found: tuple[Setting, ...], __: IncidentType) -> dict[int, Extent]:
    """Return `period` for background figures right after a sentence whose figures are for a span of time."""
    extents: dict[int, Extent] = {}
    for n, (one, two) in enumerate(itertools.pairwise(found), start=1):
        apart = two.sentence.index - one.sentence.index if two.sentence.paragraph == one.sentence.paragraph else _FAR
        beside = apart == 0 and one.figure.measure == two.figure.measure and one.clause == two.clause
        behind = apart == 1 and two.figure.scope == "other" and not _OWN_TIME.match(two.text)
        known = extents.get(n - 1, one.figure.extent) == "period" and two.figure.extent == "incident"
        if known and (beside or behind):
            extents[n] = "period"
    return extents


def _by_series(document: Document, found: tuple[Setting, ...], __: IncidentType) -> dict[int, Extent]:
    """Return `part` for figures told one beside the other with no total: "zwei Männer und eine Frau".

    A running total is none: of "two more bodies were found, raising the toll to nine" the two are.
    """
    extents: dict[int, Extent] = {}
    for n, (one, two) in enumerate(itertools.pairwise(found)):
        if one.sentence.index != two.sentence.index or not _beside(one, two) or is_again(document, two, one):
            continue
        if _set_against(one.figure, two.figure):
            continue
        if two.figure.rule.startswith(_RUNNING):
            if _greater(two.figure, one.figure):
                extents[n] = "part"
            continue
        extents[n + 1] = "part"
        if not (has("total", one.before, one.language) or ":" in between(one, two)):
            extents[n] = "part"
    return extents


def _set_against(one: Figure, two: Figure) -> bool:
    """Return whether two people give two numbers: "das Ministerium nennt 87, Anwälte nennen 120" are no parts."""
    first, second = ({(s.start, s.end) for s in figure.sources} for figure in (one, two))
    return bool(first and second) and not first & second


def _by_totals(document: Document, found: tuple[Setting, ...], __: IncidentType) -> dict[int, Extent]:
    """Return `part` for lesser numbers of an article that tells a greater total first, or by name."""
    opening = [sentence.index for sentence in document.sentences if sentence.field == "text"][:_LEAD]
    standing = [
        setting
        for setting in found
        if (setting.figure.extent, setting.figure.scope) == ("incident", "main")
        and setting.figure.modality != "denied"
        and not beside("superseded", setting, setting.text)
    ]
    against = (
        [one for one in standing if one.sentence.index == opening[0] and _tells_whole(one, found)] if opening else []
    )
    first = [one for one in standing if one.figure.count.field == "title" or one.sentence.index in opening][:_MOST]
    named = [one for one in standing if one not in first and _named_total(one)][:_MOST]
    return {
        n: "part"
        for n, setting in enumerate(found)
        if any(
            _within(setting, total)
            for total in first
            if total.sentence.index < setting.sentence.index
            and not (setting in against and total.figure.count.field == "title" and _is_far(setting, total))
        )
        or (setting not in first and any(_within(setting, total) for total in named))
    }


def _is_far(one: Setting, two: Setting) -> bool:
    """Return whether two numbers differ by more than the one who did it and died."""
    return abs((one.figure.low or 0) - (two.figure.low or 0)) > 1


def _tells_whole(setting: Setting, found: tuple[Setting, ...]) -> bool:
    """Return whether a number of the lead is of all people harmed, not of a case or a kind, and alone of its measure.

    "20 killed in Kabul" over "A blast killed four people" are two numbers, and not a total with its part.
    """
    figure = setting.figure
    if figure.low != figure.high or not has("anybody", setting.after, setting.language):
        return False
    alike = [other for other in found if other.figure.measure == figure.measure and other.figure.count.field == "text"]
    if _of_one_case(setting):
        return alike == [setting]
    return [other for other in alike if other.sentence == setting.sentence] == [setting]


def _by_places(_: Document, found: tuple[Setting, ...], __: IncidentType) -> dict[int, Extent]:
    """Return `part` for single cases that stand beside others of the same measure, where no total is told."""
    extents: dict[int, Extent] = {}
    for measure in _PARTED:
        cases = {
            n: setting
            for n, setting in enumerate(found)
            if setting.figure.measure == measure
            and setting.figure.scope == "main"
            and setting.figure.modality != "denied"
            and setting.figure.extent != "period"
        }
        named = [n for n, case in cases.items() if case.figure.extent == "part"]
        whole = [n for n, case in cases.items() if case.figure.extent == "incident"]
        singles = [n for n in whole if cases[n].figure.low == cases[n].figure.high == 1]
        if named and len(singles) == len(whole) and any(cases[n].figure.low == 1 for n in named):
            extents |= dict.fromkeys(singles, "part")
    return extents


_STEPS: dict[str, Callable[[Document, tuple[Setting, ...], IncidentType], dict[int, Extent]]] = {
    "words": _by_words,
    "carried": _by_carrying,
    "series": _by_series,
    "totals": _by_totals,
    "cases": _by_places,
}


def listed(setting: Setting) -> bool:
    """Return whether words before the count make it a part: "darunter", "unter den Toten"."""
    return any(
        ";" not in setting.before[match.end() :] and _lists(setting, match.start())
        for _, pattern in extent_cues(setting.language, "before")
        for match in pattern.finditer(setting.before)
    )


def _lists(setting: Setting, place: int) -> bool:
    """Return whether a word that opens a list stands in the count's own clause, as it must in English."""
    return setting.language != "en" or setting.beside(setting.base + place)


def _goes_on(figure: Figure, incident_type: IncidentType) -> bool:
    """Return whether a number over months is still of one incident: people missing, one person's lot."""
    sent = figure.measure == "deployed" and incident_type in _DEPLOYING and figure.scope == "main"
    return figure.measure == "missing" or figure.low == figure.high == 1 or sent


def _over_time(setting: Setting, kind: ExtentKind) -> bool:
    """Return whether a cue says that the number is for a span of time; side clauses are about a time of their own."""
    side = kind != "series" and setting.clause is not None and setting.clause.kind in ("relative", "subordinate")
    return any(
        _set_apart(setting, match) or (setting.beside if side else setting.governed_from)(setting.base + match.start())
        for _, pattern in extent_cues(setting.language, kind)
        for match in pattern.finditer(setting.text)
    )


def _set_apart(setting: Setting, match: re.Match[str]) -> bool:
    """Return whether a span of time stands between commas right behind who is counted: "killed, over the past day,"."""
    behind = setting.base + match.start() - setting.figure.count.end
    between_commas = setting.text[: match.start()].endswith(", ") and setting.text[match.end() :].startswith(",")
    words = setting.text[setting.figure.count.end - setting.base : match.start()]
    return between_commas and behind > 0 and len(words.split()) <= _ASIDE and not re.search(r"[;:]", words)


def _led_to(setting: Setting, before: tuple[Setting, ...]) -> bool:
    """Return whether a number is what a greater one just told came of: "acht Tote, nachdem zwei gestorben waren"."""
    if setting.clause is None or setting.clause.opener not in _AFTER or not before:
        return False
    total = before[-1]
    near = 0 <= setting.sentence.index - total.sentence.index <= 1
    return near and _greater(total.figure, setting.figure)


def _greater(one: Figure, two: Figure) -> bool:
    """Return whether a figure could be the total of another."""
    if one.measure != two.measure or one.modality == "denied":
        return False
    return one.low is None or two.low is None or one.low > two.low or one.qualifier == "vague"


def _beside(one: Setting, two: Setting) -> bool:
    """Return whether two figures of one sentence stand side by side as parts."""
    a, b = one.figure, two.figure
    alike = (a.measure, a.scope, a.modality) == (b.measure, b.scope, b.modality) and 0 not in (a.low, b.low)
    if not alike or "period" in (a.extent, b.extent):
        return False
    if listed(two) or has("after", two.after, two.language) or changes_from(one) or _same_person(one, two):
        return False
    if [source.text for source in a.sources] != [source.text for source in b.sources]:
        return False
    return bool(_JOINED.search(between(one, two)))


def _same_person(one: Setting, two: Setting) -> bool:
    """Return whether the second is said of the first: "der Pilot, ein 51-Jähriger, starb"."""
    apposed = re.fullmatch(r"[^,]*, ", between(one, two)) and re.match(r"[^,]*,(?!.*\b(?:und|sowie|and)\b)", two.after)
    return bool(apposed) and one.figure.low == two.figure.low == 1


def _named_total(setting: Setting) -> bool:
    return beside("total", setting, setting.before)


def still_missing(setting: Setting) -> bool:
    """Return whether a number of missing is of those not found by now: "fünf gelten noch als vermisst"."""
    told = setting.clause is None or setting.clause.kind == "main"
    return setting.figure.measure == "missing" and told and has("still", setting.text, setting.language)


def is_older(setting: Setting) -> bool:
    """Return whether a sentence tells what the number was before: "Am Sonntag war noch von sechs Toten die Rede"."""
    return any(pattern.search(setting.text) for _, pattern in scope_cues(setting.language, "older_number"))


def _of_one_case(setting: Setting) -> bool:
    """Return whether the sentence tells of one case of several: "Bei einem Angriff auf eine Schule"."""
    return any(pattern.search(setting.before) for _, pattern in scope_cues(setting.language, "fresh"))


def _within(setting: Setting, total: Setting) -> bool:
    """Return whether a figure is a part of this total, told before it."""
    figure, whole = setting.figure, total.figure
    if figure.measure not in _PARTED or figure.measure != whole.measure or setting.sentence == total.sentence:
        return False
    if (figure.extent, figure.scope) != ("incident", "main") or "vague" in (whole.qualifier, figure.qualifier):
        return False
    if figure.modality == "denied" or (whole.modality == "uncertain" and figure.modality == "stated"):
        return False
    if figure.low is None or whole.low is None or figure.low >= whole.low:
        return False
    if still_missing(setting) or is_older(setting):
        return False
    told_against = any(beside(kind, setting, setting.text) for kind in _TOLD_AGAINST) or _named_total(setting)
    rivals = _sources_differ(figure, whole) and figure.low * 2 > whole.low and not _of_one_case(setting)
    return figure.low == 0 or not (told_against or rivals)


def _sources_differ(one: Figure, two: Figure) -> bool:
    return bool(one.sources and two.sources) and one.sources[0].text != two.sources[0].text
