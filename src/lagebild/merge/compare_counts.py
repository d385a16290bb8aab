"""How the totals of two tellings stand to each other: the same, growing, shrinking a little, or not of one incident."""

import math

from lagebild.merge.telling import COUNTED, Telling
from lagebild.model import BoxCount, Feature

_ROUND_NUMBER = 5  # from here on two reports have the same number by chance only now and then
# Log-odds. The same large number tells much, the same small one little. A later total may be larger, for the dead are
# still found; a little smaller, for counts are corrected; but not a fraction of the earlier one. The missing are found,
# so that their number may fall to nothing.
_EQUAL = ((0, 0.0), (1, 0.1), (4, 0.5), (19, 1.3))
_EQUAL_LARGE, _MEETS, _GROWS, _JUMPS, _SHRINKS, _COLLAPSES = 2.0, 0.1, -0.1, -0.7, -0.3, -1.5
_SHARED, _MOST_SHARED = 1.0, 2  # a number of people arrested, deployed, driven out that both reports have
_LOWEST, _HIGHEST = -2.5, 2.2
_LITTLE, _FEW, _MANY_TIMES = 0.5, 3, 4.0


def counts(one: Telling, other: Telling) -> Feature | None:
    """Return what the numbers say together; None where none can be compared."""
    earlier, later = (one, other) if (one.published or 0) <= (other.published or 0) else (other, one)
    found: list[tuple[str, float, str, tuple[str, ...]]] = [
        (measure, *_of(measure, earlier.counts[measure], later.counts[measure], ordered=one.own and other.own))
        for measure in COUNTED
        if measure in earlier.counts and measure in later.counts
    ]
    shared = one.numbers & other.numbers - {(measure, number) for measure, number in one.numbers if measure in COUNTED}
    if shared:
        told = max(shared)
        found.append((told[0], _SHARED * min(len(shared), _MOST_SHARED), "figures.equal", (str(told[1]), str(told[1]))))
    if not found:
        return None
    measure, _, rule, values = max(found, key=lambda each: (abs(each[1]), each[0]))
    total = sum(each[1] for each in found)
    return Feature("figures", max(_LOWEST, min(_HIGHEST, total)), rule, (measure, *values))


def _of(measure: str, earlier: BoxCount, later: BoxCount, *, ordered: bool) -> tuple[float, str, tuple[str, ...]]:
    first, second = _bounds(earlier), _bounds(later)
    values = (_said(earlier), _said(later))
    if first == second and first[0] == first[1]:
        equal = next((score for most, score in _EQUAL if first[0] <= most), _EQUAL_LARGE)
        return equal, "figures.equal", values
    if first[0] <= second[1] and second[0] <= first[1]:
        return _MEETS, "figures.meet", values
    grows = first[1] < second[0]
    small, large = (first[1], second[0]) if grows else (second[1], first[0])
    if large - small <= _FEW or (small and large / small <= 1 + _LITTLE):
        return (_GROWS if grows or not ordered else _SHRINKS), "figures.close", values
    if grows and ordered and (not small or large / small <= _MANY_TIMES):
        return _GROWS, "figures.grow", values
    if measure == "missing":
        return _GROWS, "figures.missing", values
    return (_JUMPS if grows else _COLLAPSES), "figures.apart", values


def _bounds(count: BoxCount) -> tuple[float, float]:
    """Return the lowest and highest number meant; an open end is three times the number, an about is a tenth wide."""
    low = float(count.low or 0)
    high = float(count.high) if count.high is not None else max(3 * low, low + 3)
    if count.qualifier == "about":
        return math.floor(low * 0.9), math.ceil(high * 1.1)
    return low, high


def _said(count: BoxCount) -> str:
    low, high = count.low, count.high
    return str(low if low is not None else high if high is not None else 0)
