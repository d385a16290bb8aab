"""Which numbers a figure leaves possible, whether two can both be true, and which way a measure moves."""

from collections.abc import Mapping
from typing import Literal, Protocol

from lagebild.model import Measure, Qualifier
from lagebild.vocabulary.policies import tolerance

_ENDLESS = 10**9
_MOVES: Mapping[Measure, Literal["up", "down", "both"]] = {
    "killed": "up",
    "injured": "both",
    "casualties": "up",
    "missing": "down",
    "abducted": "both",
    "detained": "both",
    "displaced": "both",
    "survived": "up",
    "deployed": "both",
}


class Counted(Protocol):
    """Anything with a count: a figure, a version, a side."""

    @property
    def low(self) -> int | None: ...  # noqa: D102 - the count's own fields

    @property
    def high(self) -> int | None: ...  # noqa: D102 - as above

    @property
    def qualifier(self) -> Qualifier: ...  # noqa: D102 - as above


def bounds(count: Counted) -> tuple[float, float]:
    """Return the lowest and the highest number that a count leaves possible.

    "Rund 100" leaves 90 to 110. Who says "up to 80" says that there are some.
    """
    low, high = count.low, count.high
    if count.qualifier == "at_most":
        return min(1, high or 0), high if high is not None else _ENDLESS
    if low is None:
        return 0, high if high is not None else _ENDLESS
    if count.qualifier == "about":
        share = tolerance("about")
        return low * (1 - share), (high if high is not None else low) * (1 + share)
    if count.qualifier == "more_than":
        return low + 1, _ENDLESS
    return low, high if high is not None else _ENDLESS


def meet(one: Counted, two: Counted) -> bool:
    """Return whether both counts can be true at once."""
    (low, high), (other_low, other_high) = bounds(one), bounds(two)
    return low <= other_high and other_low <= high


def says_no_more(weak: Counted, strong: Counted) -> bool:
    """Return whether a count leaves all that another leaves, and more."""
    (low, high), (other_low, other_high) = bounds(weak), bounds(strong)
    return low <= other_low and other_high <= high and (low, high) != (other_low, other_high)


def is_same(one: Counted, two: Counted) -> bool:
    """Return whether two counts name the same numbers."""
    return (one.low, one.high, one.qualifier) == (two.low, two.high, two.qualifier)


def is_natural(measure: Measure, before: Counted, after: Counted, *, equals: bool) -> bool:
    """Return whether a measure moves by itself from one number to another: the dead grow, the missing shrink.

    The injured may also become fewer, but where a source of lesser standing said more (not `equals`) it is no update.
    """
    grows = bounds(after)[0] > bounds(before)[0]
    moves = _MOVES[measure]
    if moves == "both":
        return grows or equals
    return grows == (moves == "up")
