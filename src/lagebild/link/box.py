"""Choose the fact box's counts: the article's best total of each measure for its main incident."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from lagebild.link.extent import beside, changes_from, changes_to, has, listed, still_missing
from lagebild.link.own_hand import with_own_hand
from lagebild.link.persons import without_the_dead
from lagebild.link.setting import Setting, settings
from lagebild.model import BoxCount, Document, Figure, Group, IncidentType, Measure, Relation
from lagebild.vocabulary.scope import ExtentKind

_COUNTED: tuple[Measure, ...] = ("killed", "injured", "missing", "casualties")
_TOGETHER = 2  # sentences; told further apart, without a word of contrast, one is a part or an older number
_COUNTLESS: tuple[IncidentType, ...] = ("crime.trial", "none")  # what they tell of is another incident's
_NOT_A_WHOLE = ("supersedes", "corrects", "denies")
_LISTED = re.compile(
    r"\b(?:in|bei|auf|im|am|at|on) (?:[^.;:,]+, )*[^.;:,]+? (?:und|sowie|and) [^.;:,]+?\b", re.IGNORECASE
)


def counts(
    document: Document,
    figures: tuple[Figure, ...],
    *,
    incident_type: IncidentType,
    relations: tuple[Relation, ...] = (),
) -> dict[Measure, BoxCount | None]:
    """Return the count of each measure of the box, by the ordered rules of the guidelines.

    Superseded, denied and period figures are out; where sources conflict, the span; else the last total; else the sum
    of disjoint parts. None where the article gives none, and for trials and memorials.
    """
    return dict.fromkeys(_COUNTED) if incident_type in _COUNTLESS else totals(document, figures, relations)


def totals(
    document: Document, figures: tuple[Figure, ...], relations: tuple[Relation, ...]
) -> dict[Measure, BoxCount | None]:
    """Return the count of each measure among the figures of the main incident, by the same rules, whatever its type."""
    out = {relation.target for relation in relations if relation.type in _NOT_A_WHOLE}
    held = tuple(
        setting
        for setting in settings(document, figures)
        if setting.figure.scope == "main"
        and setting.figure.extent != "period"
        and setting.figure.modality != "denied"
        and setting.figure.id not in out
        and not _of_a_period(setting, figures)
    )
    held = without_the_dead(document, held)
    lead = next((sentence.index for sentence in document.sentences if sentence.field == "text"), -1)
    found = {measure: _count([one for one in held if one.figure.measure == measure], lead) for measure in _COUNTED}
    if found["killed"] is not None:
        killed = [one for one in held if one.figure.measure == "killed"]
        found["killed"] = with_own_hand(found["killed"], killed)
    return found


def _of_a_period(part: Setting, figures: tuple[Figure, ...]) -> bool:
    """Return whether a part is of a number in its sentence that is for a span of time."""
    span = (part.sentence.start, part.sentence.end)
    return part.figure.extent == "part" and any(
        one.extent == "period"
        and one.measure == part.figure.measure
        and one.count.field == part.figure.count.field
        and span[0] <= one.count.start < span[1]
        for one in figures
    )


def _count(held: list[Setting], lead: int) -> BoxCount | None:
    """Return the best total among the figures of one measure; `lead` is the index of the text's first sentence."""
    parts = [setting for setting in held if setting.figure.extent == "part"]
    totals = _standing([setting for setting in held if setting.figure.extent == "incident"])
    if not totals:
        return _sum(parts)
    chosen = _chosen(totals, lead)
    greatest = max(one.figure.low or one.figure.high or 0 for one in totals)
    if any((part.figure.low or 0) > greatest for part in parts):  # what is less than a part of it is no total
        added = _sum(parts)
        return replace(added, high=None, qualifier="at_least") if added else None
    against = [one for one in totals if _disagree(one, chosen)]
    if against:
        return _span([*against, chosen], held)
    cases = _cases(held, totals, lead)
    if cases:
        return _open_sum(cases, held)
    return _single(chosen, held, parts)


def _cases(held: list[Setting], totals: list[Setting], lead: int) -> list[Setting]:
    """Return totals that are cases of one incident told one by one, where no total of all stands; else nothing.

    No number in the title, the first sentence or with a word for a total or for news; several numbers, each its own
    sentence, the greatest last: what comes after a greater number is its part. Of single persons there may be one only.
    """
    if any(_is_title(one) or one.sentence.index <= lead for one in held if not _is_vague(one)):
        return []
    named = any(
        has("total", one.before, one.language)
        or has("update", one.before, one.language)
        or beside("superseded", one, one.text)
        for one in held
    )
    if named or totals[0].figure.measure == "missing" or any(_is_vague(one) for one in totals):
        return []
    numbers: dict[int, Setting] = {}
    for one in totals:
        numbers.setdefault(one.figure.low or 0, one)
    singles = [one for one in totals if _is_single(one)]
    cases = [one for number, one in numbers.items() if number > 1 or len(singles) == 1]
    apart = len({one.sentence.index for one in cases}) == len(cases)
    rising = len(numbers) > 1 and 0 not in numbers and max(numbers) == list(numbers)[-1]
    return cases if rising and apart else []


def _open_sum(cases: list[Setting], held: list[Setting]) -> BoxCount:
    return BoxCount(
        low=_added(cases),
        high=None,
        qualifier="at_least",
        modality="uncertain" if all(_is_doubtful(one) for one in cases) else "stated",
        as_of=cases[-1].figure.as_of,
        includes_perpetrator=_with_perpetrator(held),
        by_group=_by_group(held),
        claims=tuple(one.figure.id for one in cases),
    )


def _standing(totals: list[Setting]) -> list[Setting]:
    """Return the totals that stand: no older ones, nothing vague beside a number, the text before the title."""
    told = [one for one in totals if not _is_title(one)]
    singles_only = {_is_vague(one) for one in told} == {True, False} and all(
        _is_vague(one) or _is_single(one) for one in told
    )
    for worse in (_is_older(totals), _is_doubtful, _is_zero, _is_single if singles_only else _is_vague, _is_title):
        better = [setting for setting in totals if not worse(setting)]
        totals = better or totals
    return totals


def _is_older(totals: list[Setting]) -> Callable[[Setting], bool]:
    """Return a test for numbers that the text says no longer hold: "zunächst", "von 21 auf 25"."""
    newer = {one.sentence.index for one in totals if changes_to(one)}

    def older(setting: Setting) -> bool:
        changed = setting.sentence.index in newer and changes_from(setting)
        return changed or beside("superseded", setting, setting.text)

    return older


def _is_doubtful(setting: Setting) -> bool:
    return setting.figure.modality == "uncertain"


def _is_vague(setting: Setting) -> bool:
    return setting.figure.qualifier == "vague"


def _is_single(setting: Setting) -> bool:
    return setting.figure.low == setting.figure.high == 1


def _is_zero(setting: Setting) -> bool:
    return setting.figure.high == 0


def _is_title(setting: Setting) -> bool:
    return setting.figure.count.field == "title"


def _chosen(totals: list[Setting], lead: int) -> Setting:
    """Return the last total that the text calls one, or new; else that of the first sentence; else the greatest.

    A lesser number further down is more often a part than a correction without a word, and a greater one without a
    word more often of something else. Of equals the last is taken.
    """
    kinds: tuple[ExtentKind, ...] = ("total", "update")
    for kind in kinds:
        named = [one for one in totals if beside(kind, one, one.before) or still_missing(one)]
        if named:
            return named[-1]
    first = [one for one in totals if one.sentence.index <= lead]
    known = {one.figure.low for one in first}
    held = [one for one in totals if one.figure.low in known] if first else totals
    return max(enumerate(held), key=lambda pair: (pair[1].figure.low or 0, pair[0]))[1]


def _disagree(one: Setting, chosen: Setting) -> bool:
    """Return whether two sources give totals that can't both hold, none being news of the other."""
    a, b = one.figure, chosen.figure
    if (a.low, a.high) == (b.low, b.high) or _meet(a, b) or bool(a.group) != bool(b.group):
        return False
    if beside("contrast", one, one.text) or beside("contrast", chosen, chosen.text):
        return bool(a.sources or b.sources)
    if has("update", one.text, one.language) or has("update", chosen.text, chosen.language):
        return False
    near = min(a.low or 0, b.low or 0) * 2 > max(a.low or 0, b.low or 0)
    together = abs(one.sentence.index - chosen.sentence.index) <= _TOGETHER
    return near and together and bool(a.sources and b.sources) and a.sources[0].text != b.sources[0].text


def _meet(one: Figure, two: Figure) -> bool:
    """Return whether there is a number that both figures allow."""
    low = max(one.low or 0, two.low or 0)
    highs = [high for high in (one.high, two.high) if high is not None]
    return not highs or low <= min(highs)


def _span(against: list[Setting], held: list[Setting]) -> BoxCount:
    ends = [(one.figure.low, one.figure.high) for one in against]
    lows, highs = [low for low, _ in ends if low is not None], [high for _, high in ends if high is not None]
    low, high = min(lows, default=None), (max(highs) if len(highs) == len(ends) else None)
    return BoxCount(
        low=low,
        high=high,
        qualifier="range" if high is not None else "at_least",
        modality="uncertain" if all(_is_doubtful(one) for one in against) else "stated",
        as_of=against[-1].figure.as_of,
        includes_perpetrator=_with_perpetrator(held),
        by_group=_by_group(held),
        claims=tuple(one.figure.id for one in against),
    )


def _single(chosen: Setting, held: list[Setting], parts: list[Setting]) -> BoxCount:
    figure = chosen.figure
    same = [
        one.figure.id
        for one in held
        if one.figure.extent == "incident" and (one.figure.low, one.figure.high) == (figure.low, figure.high)
    ]
    low, high, qualifier = figure.low, figure.high, figure.qualifier
    if figure.qualifier == "vague":
        low = max([low or 0, *(part.figure.low or 0 for part in parts)])
    if figure.qualifier == "at_least" and _adds_up(parts, figure.low):
        high, qualifier = figure.low, "exact"
    return BoxCount(
        low=low,
        high=high,
        qualifier=qualifier,
        modality=figure.modality,
        as_of=figure.as_of,
        includes_perpetrator=_with_perpetrator(held),
        by_group=_by_group(held),
        claims=tuple(same) or (figure.id,),
    )


def _adds_up(parts: list[Setting], total: int | None) -> bool:
    """Return whether parts told side by side in one sentence add up to this number."""
    by_sentence: dict[int, int] = {}
    for part in parts:
        if part.figure.low is None or part.figure.low != part.figure.high:
            continue
        by_sentence[part.sentence.index] = by_sentence.get(part.sentence.index, 0) + part.figure.low
    return len(parts) > 1 and total in by_sentence.values()


def _sum(parts: list[Setting]) -> BoxCount | None:
    """Return the sum of disjoint parts, told side by side in one sentence or place by place; else None.

    A list after "unter den Toten", one part alone and places told one by one may not be all: their sum is open above.
    """
    whole = [part for part in parts if part.figure.low]
    sentences: dict[int, list[Setting]] = {}
    for part in whole:
        sentences.setdefault(part.sentence.index, []).append(part)
    if not sentences:
        return None
    best = max(sentences.values(), key=_added)
    others = [told for told in sentences.values() if told is not best]
    if len(best) == 1 and others:
        return None
    by_name = any(listed(part) for part in best)
    if others and by_name:
        return None
    times = _places(best[0]) if len(best) == 1 else 1
    low = times * _added(best)
    closed = len(best) * times > 1 and not by_name and all(part.figure.high == part.figure.low for part in best)
    return BoxCount(
        low=low,
        high=low if closed else None,
        qualifier="exact" if closed else "at_least",
        modality="uncertain" if all(_is_doubtful(part) for part in best) else "stated",
        as_of=best[-1].figure.as_of,
        includes_perpetrator=_with_perpetrator(parts),
        by_group=_by_group(parts),
        claims=tuple(part.figure.id for part in best),
    )


def _added(parts: list[Setting]) -> int:
    return sum(part.figure.low or 0 for part in parts)


def _places(part: Setting) -> int:
    """Return for how many places a count holds: "In Ulm und Hof starben jeweils drei" is for two."""
    if not has("each", part.text, part.language):
        return 1
    named = _LISTED.search(part.before)
    return 1 + len(re.findall(r",|\bund\b|\bsowie\b|\band\b", named[0])) if named else 1


def _with_perpetrator(held: Sequence[Setting]) -> bool | None:
    """Return whether the text says that the total counts the one who did it, or that it does not."""
    if any(has("without_perpetrator", one.text, one.language) for one in held):
        return False
    return True if any(has("with_perpetrator", one.text, one.language) for one in held) else None


def _by_group(held: Sequence[Setting]) -> dict[str, int]:
    """Return the exact numbers given for groups, the last one of each."""
    found: dict[Group, int] = {}
    for one in held:
        if one.figure.low is not None and one.figure.low == one.figure.high and one.figure.qualifier == "exact":
            for group in one.figure.group:
                found[group] = one.figure.low
    return {str(group): number for group, number in sorted(found.items())}
