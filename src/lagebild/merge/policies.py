"""What named policies make of the versions of each measure and group, each with the steps that led there."""

from collections.abc import Callable, Mapping

from lagebild.merge.maverick import Row, events
from lagebild.merge.policies_latest import latest
from lagebild.merge.policies_ledger import Ledger, rank
from lagebild.model import Estimate, Group, Measure, Policy, Qualifier, Step, Version
from lagebild.vocabulary.policies import RuleSet, policy_rules

_DOZENS, _HUNDREDS = 24, 200  # what "Dutzende" and "Hunderte" have as their low
_RULE_SETS: Mapping[Policy, RuleSet] = {
    "maverick.most_informative": "informative",
    "maverick.most_conservative": "conservative",
    "maverick.most_representative": "representative",
}
_COUNTS: Mapping[Measure, str] = {"killed": "deaths", "injured": "injuries"}


def estimates(of: Ledger) -> tuple[Estimate, ...]:
    """Return what each policy makes of each measure and group, those of a total first."""
    made = []
    for measure in dict.fromkeys(version.measure for version in of.history):
        groups = [(), *(group for group in of.groups(measure) if group)]
        for group in groups:
            made += [found for policy in _POLICIES if (found := policy(of, measure, group)) is not None]
            made += [
                found for policy in _RULE_SETS if (found := _maverick(of, measure, group, policy=policy)) is not None
            ]
    if "killed" not in {version.measure for version in of.history}:
        made += [found for found in (_acled(of, "killed", ()),) if found is not None]
    return tuple(made)


def _span(of: Ledger, measure: Measure, group: tuple[Group, ...]) -> Estimate | None:
    """Return the lowest and the highest number that independent sources give and that holds."""
    held = [version for version in of.of(measure, group) if version.standing == "current"]
    numbers = sorted(number for version in held for number in (version.low, version.high) if number is not None)
    if not numbers:
        return None
    low, high = numbers[0], numbers[-1]
    is_open = any(version.high is None and version.low == high for version in held)
    independent = of.independent(held)
    ids = tuple(version.id for version in held)
    step = Step("span.independent", (str(independent), str(low), str(high)), ids)
    return Estimate(
        measure,
        group,
        "span",
        low,
        None if is_open else high,
        "at_least" if is_open else "exact" if low == high else "range",
        independent=independent,
        versions=ids,
        trace=(step if independent > 1 else Step("span.one", (), ids),),
    )


def _acled(of: Ledger, measure: Measure, group: tuple[Group, ...]) -> Estimate | None:
    """Return the lowest number of dead that independent reports give; words for numbers are what the codebook sets."""
    if measure != "killed":
        return None
    told = of.of(measure, group)
    held = [version for version in told if version.standing in {"current", "vague"}]
    if any(version.standing == "current" for version in held):
        held = [version for version in held if version.standing == "current" or (version.low or 0) >= _DOZENS]
    if not held:
        return _only_casualties(of, group)
    set_by = {version.id: _set(of, version) for version in held}
    lowest = min(held, key=lambda version: set_by[version.id][0])
    number, step = set_by[lowest.id]
    independent = of.independent(held)
    ids = tuple(version.id for version in held)
    last = Step("acled.lowest", (str(independent), str(number)), ids)
    trace = (*((step,) if step else ()), last)
    return Estimate(measure, group, "acled", number, number, "exact", number, independent, ids, trace)


def _only_casualties(of: Ledger, group: tuple[Group, ...]) -> Estimate | None:
    told = tuple(version.id for version in of.of("casualties", group))
    if not told:
        return None
    return Estimate("killed", group, "acled", 0, 0, "exact", 0, 1, told, (Step("acled.casualties", (), told),))


def _set(of: Ledger, version: Version) -> tuple[int, Step | None]:
    """Return the number that ACLED counts for a version, and the step that sets it where it names none."""
    if version.qualifier != "vague":
        return version.low if version.low is not None else version.high or 0, None
    rules, wording = policy_rules(), of.wordings[version.id]
    key = "acled.few"
    if (version.low or 0) >= _HUNDREDS:
        key = "acled.hundreds"
    elif (version.low or 0) >= _DOZENS:
        key = "acled.dozens"
    elif any(word in wording.casefold().split() for word in rules["acled.many"].wordings):
        key = "acled.many"
    value = rules[key].value or 0
    return value, Step(key, (wording, str(value)), (version.id,))


def _ucdp(of: Ledger, measure: Measure, group: tuple[Group, ...]) -> Estimate | None:
    """Return UCDP's low, best and high: a party's claim about the other side counts for the high one alone."""
    found = latest(of, measure, group) if measure == "killed" else None
    if found is None:
        return None
    held = [version for version in of.of(measure, group) if version.standing == "current"]
    reliable = [version for version in held if rank(version) < 2] or held  # noqa: PLR2004 - the last rank
    shown = [*held, *(version for version in of.of(measure, group) if version.standing == "party")]
    best = found.low if found.low is not None else found.high or 0
    low = min([best, *(version.low for version in reliable if version.low is not None)])
    high = max([best, *(number for version in shown for number in (version.low, version.high) if number is not None)])
    steps = (
        Step("ucdp.low", (str(low),), tuple(version.id for version in reliable)),
        Step("ucdp.best", (str(best),), found.versions),
        Step("ucdp.high", (str(high),), tuple(version.id for version in shown)),
    )
    ids = tuple(version.id for version in shown) or found.versions
    return Estimate(
        measure, group, "ucdp", low, high, _qualifier(low, high), best, of.independent(shown) or 1, ids, steps
    )


def _maverick(of: Ledger, measure: Measure, group: tuple[Group, ...], *, policy: Policy) -> Estimate | None:
    """Return what one of MAVERICK's rule sets makes of the reports: a row a text of its own, copies left out."""
    if measure not in _COUNTS:
        return None
    held = [version for version in of.of(measure, group) if version.standing in {"current", "party"}]
    rows = [row for version in held for row in [_row(version, _COUNTS[measure])] * of.texts[version.id]]
    if not rows:
        return None
    (event,) = events(rows, _RULE_SETS[policy]).values()
    best, low, high = (_whole(event[f"{_COUNTS[measure]}_{part}"]) for part in ("best", "low", "high"))
    ids = tuple(version.id for version in held)
    step = Step(policy, (str(len(rows)), str(best)), ids)
    return Estimate(measure, group, policy, low, high, _qualifier(low, high), best, of.independent(held), ids, (step,))


def _row(version: Version, count: str) -> Row:
    named = version.low if version.low is not None else version.high or 0
    low, high = version.low, version.high
    return {
        "event_id": "",
        f"{count}_best": float(named),
        f"{count}_low": float(low if low is not None else 0),
        f"{count}_high": float(high if high is not None else named),
    }


def _qualifier(low: int, high: int) -> Qualifier:
    return "exact" if low == high else "range"


def _whole(value: object) -> int:
    return int(value) if isinstance(value, float) else 0


_POLICIES: tuple[Callable[[Ledger, Measure, tuple[Group, ...]], Estimate | None], ...] = (latest, _span, _acled, _ucdp)
