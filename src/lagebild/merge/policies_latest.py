"""The policy "latest": the latest official number, with no party believed about the other side's losses."""

from dataclasses import replace

from lagebild.merge.history_spans import meet, says_no_more
from lagebild.merge.policies_ledger import Ledger, Total, rank
from lagebild.model import Estimate, Group, Measure, Step, Version

_RULES = ("latest.official", "latest.credible", "latest.other")
_SIDES: frozenset[Group] = frozenset({"civilian", "military", "armed_group", "police"})


def latest(of: Ledger, measure: Measure, group: tuple[Group, ...]) -> Estimate | None:
    """Return the latest number of the highest standing, or None where none holds.

    A total that nobody gives is the sum of the groups that are counted apart.
    """
    found = _held(of, measure, group)
    if found is not None:
        found = _with_further_deaths(of, found)
    if group:
        return found
    total = _total(of, measure, found)
    if total is not None and of.battle and not of.is_whole(total.versions):
        qualifier = "at_least" if total.qualifier == "exact" else total.qualifier
        return replace(total, high=None, qualifier=qualifier, best=None)
    return total


def _total(of: Ledger, measure: Measure, found: Estimate | None) -> Estimate | None:
    """Return the total beside what is said of all: of groups where these alone, or they later, are counted."""
    if found is None or found.qualifier == "vague":
        made = _by_groups(of, measure)
        if made is None or (found is not None and (made.low or 0) <= (found.low or 0)):
            return found  # of "Hunderte" dead, 200 civilians in one place are no total
        return made
    told = of.totals.get(measure)
    if told is not None and _is_newer(of, told, found):
        return _by_groups(of, measure) or found
    if found.high is None and (total := _sum_of_sides(of, measure)) is not None and (total.low or 0) > (found.low or 0):
        return total
    return _at_least_its_groups(of, found)


def _held(of: Ledger, measure: Measure, group: tuple[Group, ...]) -> Estimate | None:
    told = of.of(measure, group)
    pool = [version for version in told if version.standing == "current"]
    steps = _steps_of_others(told)
    if not pool and measure == "missing" and _are_safe(of, told):
        return _estimate(measure, group, told[-1], (*steps, Step("latest.found")), none_left=True)
    stale = [version for version in told if version.standing == "stale"]
    if not pool and stale:
        if measure == "casualties":
            return None
        pool, steps = stale, (*steps, Step("latest.stale"))
    pool = pool or [version for version in told if version.standing == "vague"]
    return _last_of(of, pool, steps) if pool else None


def _last_of(of: Ledger, pool: list[Version], steps: tuple[Step, ...]) -> Estimate:
    """Return the last number of those with the best standing, or the range of those that differ in its report."""
    best = min(map(rank, pool))
    pool = [version for version in pool if rank(version) == best]
    pool = [version for version in pool if version.id not in of.passed_over] or pool
    last = pool[-1]
    narrower = [version for version in pool if meet(version, last) and says_no_more(last, version)]
    last = narrower[-1] if narrower else last
    beside = [version for version in pool if version.origin_report == last.origin_report and not meet(version, last)]
    steps += (Step(_RULES[best], (_count(last), last.source or last.origin_report), (last.id,)),)
    if beside and last.qualifier in {"exact", "about", "range"}:
        return _apart(of, [*beside, last], steps)
    made = _estimate(last.measure, last.group, last, steps)
    return replace(made, independent=of.independent(version for version in pool if meet(version, last)))


def _with_further_deaths(of: Ledger, found: Estimate) -> Estimate:
    """Return the total with those who died after it; the same death may be told by many reports."""
    ids = set(found.versions)
    deaths = [
        version
        for version in of.of(found.measure, found.group)
        if (version.standing, version.change) == ("part", "becomes") and version.before in ids
    ]
    if not deaths or found.low is None:
        return found
    added = max(version.low or 0 for version in deaths)
    step = Step("latest.added", (str(added),), tuple(version.id for version in deaths))
    low, high = found.low + added, found.high + added if found.high is not None else None
    best = low if low == high else None
    return replace(found, low=low, high=high, best=best, trace=(*found.trace, step))


def _apart(of: Ledger, versions: list[Version], steps: tuple[Step, ...]) -> Estimate:
    """Return the range of sources of one standing that differ in one report."""
    numbers = [number for version in versions for number in (version.low, version.high) if number is not None]
    first = versions[0]
    return Estimate(
        first.measure,
        first.group,
        "latest",
        min(numbers),
        max(numbers),
        "range",
        independent=of.independent(versions),
        versions=tuple(version.id for version in versions),
        trace=(*steps, Step("latest.apart", (), tuple(version.id for version in versions))),
    )


def _estimate(
    measure: Measure, group: tuple[Group, ...], of: Version, steps: tuple[Step, ...], *, none_left: bool = False
) -> Estimate:
    if none_left:
        return Estimate(measure, group, "latest", 0, 0, "exact", 0, 1, (of.id,), steps)
    best = of.low if of.low == of.high else None
    return Estimate(measure, group, "latest", of.low, of.high, of.qualifier, best, 1, (of.id,), steps)


def _steps_of_others(told: list[Version]) -> tuple[Step, ...]:
    barred = [version for version in told if version.standing == "party"]
    replaced = [version for version in told if version.standing in {"superseded", "denied"}]
    steps = [Step("latest.barred", (_count(version), version.source or ""), (version.id,)) for version in barred]
    if replaced:
        steps.append(Step("latest.replaced", (str(len(replaced)),), tuple(version.id for version in replaced)))
    return tuple(steps)


def _count(version: Version) -> str:
    return str(version.low if version.low is not None else version.high)


def _are_safe(of: Ledger, told: list[Version]) -> bool:
    """Return whether the missing were found alive: of those found dead it is not said that nobody else is missing."""
    ids = {version.id for version in told if version.standing == "superseded"}
    became = [version for version in of.history if version.change == "becomes" and version.before in ids]
    return any(version.measure == "survived" for version in became)


def _is_newer(of: Ledger, told: Total, found: Estimate) -> bool:
    """Return whether the latest report's total is greater than a number, came after it, and is of groups alone."""
    given = {version.id: version for version in of.history}
    versions = [given[one] for one in told.versions]
    is_greater = (told.count.low or 0) > (found.low or 0) and (found.high is None or told.count.low != found.low)
    last = given[found.versions[-1]]
    return (
        is_greater
        and all(version.group and version.standing == "current" for version in versions)
        and all(of.is_before(last, version) for version in versions)
    )


def _by_groups(of: Ledger, measure: Measure) -> Estimate | None:
    """Return the total where groups alone are counted: the sum of sides, or what the latest report makes of them."""
    total = _sum_of_sides(of, measure)
    if total is not None:
        return total
    held = [found for group in of.groups(measure) if group and (found := _held(of, measure, group)) is not None]
    told = of.totals.get(measure)
    holding = {one for found in held for one in found.versions}
    alone = len(held) == 1 and not any(version.standing == "part" for version in of.of(measure, ()))
    if alone or told is None or not holding & set(told.versions):
        return replace(held[0], group=()) if len(held) == 1 else None
    count = told.count
    step = Step("latest.report", (str(count.low if count.low is not None else count.high),), told.versions)
    best = count.low if count.low == count.high else None
    return Estimate(measure, (), "latest", count.low, count.high, count.qualifier, best, 1, told.versions, (step,))


def _sum_of_sides(of: Ledger, measure: Measure) -> Estimate | None:
    """Return the sum of what civilians and the sides of a conflict lost; of others nothing may be known."""
    groups = [group for group in of.groups(measure) if len(group) == 1 and group[0] in _SIDES]
    held = [found for group in groups if (found := _held(of, measure, group)) is not None and found.low is not None]
    if len(held) < 2:  # noqa: PLR2004 - a sum has two parts
        return None
    total = sum(found.low or 0 for found in held)
    step = Step("latest.sum", (str(total),), tuple(one for found in held for one in found.versions))
    return Estimate(measure, (), "latest", total, None, "at_least", None, 1, step.versions, (step,))


def _at_least_its_groups(of: Ledger, found: Estimate) -> Estimate:
    """Return the total, no smaller than a group that was counted after it."""
    given = {version.id: version for version in of.history}
    last = given[found.versions[-1]]
    for group in of.groups(found.measure):
        apart = _held(of, found.measure, group) if group else None
        if apart is None or apart.low is None or found.high is None or apart.low <= found.high:
            continue
        if of.is_before(last, given[apart.versions[-1]]):
            step = Step("latest.group", (str(apart.low),), apart.versions)
            found = replace(
                found, low=apart.low, high=None, qualifier="at_least", best=None, trace=(*found.trace, step)
            )
    return found
