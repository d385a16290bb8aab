"""What a number of one measure does to those of another: deaths to the injured and the missing, totals told apart."""

from collections.abc import Mapping

from lagebild.merge.history import Draft, Series
from lagebild.merge.history_spans import bounds, is_same
from lagebild.merge.history_told import Told
from lagebild.model import Group, Measure, Standing

_NO_TOTALS: frozenset[Standing] = frozenset({"part", "denied", "vague", "party"})
_APART: tuple[Measure, Measure] = ("killed", "injured")


def across(found: Mapping[Series, list[Draft]]) -> None:
    """Mark what numbers of one measure do to those of another.

    A death of an injured person makes the injured total before it stale. The missing who are found become dead or
    safe. The dead and injured together no longer hold once both are counted apart.
    """
    _bury(found)
    for (measure, group), drafted in list(found.items()):
        if measure == "killed":
            for draft in drafted:
                _wound(draft, found.get(("injured", group), []))
        if measure in {"killed", "survived"}:
            for draft in drafted:
                _find(draft, [other for (kind, _), others in found.items() if kind == "missing" for other in others])
        if measure == "casualties":
            _tell_apart(drafted, found, group)


def _wound(draft: Draft, injured: list[Draft]) -> None:
    deaths = [told for told in draft.told if told.figure.modality != "denied" and told.has("wounds")]
    if not deaths or draft.first.figure.high == 0:
        return
    if any(_is_told_with(other, deaths[0]) and other.standing != "part" for other in injured):
        return
    for other in injured:
        if other.standing == "current" and other.told[0].at < deaths[0].at:
            other.replace(draft, "superseded" if _are_all(draft, other) else "stale")


def _are_all(draft: Draft, injured: Draft) -> bool:
    """Return whether so many died as were injured, who then are injured no more."""
    return injured.qualifier == "exact" and (draft.low or 0) >= (injured.low or 0)


def _bury(found: Mapping[Series, list[Draft]]) -> None:
    """Let the injured be dead where a later report has so many more dead, and no injured of its own.

    Of "ein Mann verletzt" and, the next day, "der Mann ist tot" the second is of the same man.
    """
    hurt = _told_totals(found, "injured")
    dead = _told_totals(found, "killed")
    for told, low in dead:
        if "injured" in told.totals or any(each.at >= told.at for each, _ in hurt):
            continue
        injured = [number for each, number in hurt if each.at < told.at]
        before = max((number for each, number in dead if each.at < told.at), default=0)
        if injured and low - before == injured[-1] > 0:
            by = next(
                draft for drafts in found.values() for draft in drafts if any(told is each for each in draft.told)
            )
            for (measure, _), drafts in found.items():
                for draft in drafts if measure == "injured" else ():
                    if draft.standing == "current":
                        draft.replace(by)
            return


def _told_totals(found: Mapping[Series, list[Draft]], measure: Measure) -> list[tuple[Told, int]]:
    """Return the greatest exact total that each report has of a measure, by publication, with its figure."""
    totals: dict[str, tuple[Told, int]] = {}
    for (of, _), drafts in found.items():
        for draft in drafts if of == measure else ():
            number = draft.low if draft.low == draft.high and draft.standing not in _NO_TOTALS else None
            for told in draft.told if number is not None else ():
                known = totals.get(told.article)
                if number is not None and (known is None or known[1] < number):
                    totals[told.article] = told, number
    return sorted(totals.values(), key=lambda total: total[0].at)


def _is_told_with(draft: Draft, told: Told) -> bool:
    return any(each.article == told.article for each in draft.told)


def _find(draft: Draft, missing: list[Draft]) -> None:
    """Let those who were missing and are found dead or alive become what they are."""
    told = next((each for each in draft.told if each.has("found_dead") or each.has("found_alive")), None)
    if told is None or told.figure.modality == "denied":
        return
    for other in missing:
        if other.standing == "current" and other.told[0].at < told.at and bounds(other)[1] >= bounds(draft)[0]:
            if draft.change in {"new", "stands_beside"}:
                draft.change, draft.before = "becomes", other
            if told.has("missing") and is_same(draft, other) and not _is_told_with(other, told):
                other.replace(draft)


def _tell_apart(drafted: list[Draft], found: Mapping[Series, list[Draft]], group: tuple[Group, ...]) -> None:
    parts = [[each for each in found.get((kind, group), []) if each.standing == "current"] for kind in _APART]
    for draft in drafted:
        if draft.standing == "current" and all(
            any(each.told[-1].at >= draft.told[-1].at for each in part) for part in parts
        ):
            draft.standing = "stale"
            draft.by = parts[0][-1]
