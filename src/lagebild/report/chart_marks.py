"""The marks of a chart: what a figure's wording says of its number can be seen, also without colour.

Exact is a full shape, about a hollow one, at least an arrow up, at most an arrow down, a range a bar between two
shapes, vague a hatched bar with an open end; what is uncertain has a broken outline, what is denied is crossed out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lagebild.model import Qualifier
from lagebild.report.chart_text import Area

Ending: TypeAlias = Literal["exact", "about", "at_least", "at_most", "range", "vague"]
Certainty: TypeAlias = Literal["stated", "uncertain", "denied"]
SHAPES = 8
ENDINGS: dict[Qualifier, Ending] = {
    "exact": "exact",
    "about": "about",
    "at_least": "at_least",
    "more_than": "at_least",
    "at_most": "at_most",
    "range": "exact",  # of one number
    "vague": "vague",
}
RADIUS = 5.5
_PLUS = ((-1, -3), (1, -3), (1, -1), (3, -1), (3, 1), (1, 1), (1, 3), (-1, 3), (-1, 1), (-3, 1), (-3, -1), (-1, -1))
_ARROW = 17.0
_HATCHED = 24.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure in the picture: its place, the height of its low and high end, its series, and what its wording says."""

    x: float
    low: float
    high: float
    series: int
    ending: Ending
    certainty: Certainty = "stated"

    @property
    def area(self) -> Area:
        """Return the room that the mark needs."""
        top, bottom = min(self.low, self.high), max(self.low, self.high)
        top -= {"at_least": _ARROW, "vague": _HATCHED}.get(self.ending, RADIUS)
        bottom += _ARROW if self.ending == "at_most" else RADIUS
        return Area(self.x - RADIUS - 1, top - 1, self.x + RADIUS + 1, bottom + 1)


def ending(qualifier: Qualifier, low: int | None, high: int | None) -> Ending:
    """Return how a figure ends: a span of two numbers is a range however it is worded, an open one an arrow."""
    if low is None:
        return "at_most"
    if high is None:
        return "vague" if qualifier == "vague" else "at_least"
    return "range" if high != low else ENDINGS[qualifier]


def drawn(mark: Mark) -> str:
    """Return the mark as SVG; its colour is the one of the element around it."""
    hollow = mark.ending in {"about", "vague"} or mark.certainty == "uncertain"
    kinds = ["hollow"] if hollow else []
    if mark.certainty == "uncertain":
        kinds.append("broken")
    shape = _shape(mark.series % SHAPES, mark.x, mark.low, " ".join(kinds))
    return "".join((*_tail(mark, shape), *_cross(mark)))


def _tail(mark: Mark, shape: str) -> Iterator[str]:
    x, y = mark.x, mark.low
    if mark.ending == "range":
        top, bottom = min(mark.low, mark.high), max(mark.low, mark.high)
        yield f'<rect class="bar" x="{x - 3:.1f}" y="{top:.1f}" width="6" height="{max(bottom - top, 1):.1f}"/>'
        yield shape
        yield _shape(mark.series % SHAPES, x, mark.high, "")
        return
    if mark.ending == "vague":
        top = y - _HATCHED
        slopes = "".join(f"M{x - 4:.1f} {y - n:.1f}l8 -6" for n in (6, 11, 16))
        yield f'<path class="hatch" d="{slopes}M{x - 4:.1f} {y:.1f}V{top:.1f}M{x + 4:.1f} {y:.1f}V{top:.1f}"/>'
    elif mark.ending == "at_least":
        tip = y - _ARROW
        yield f'<path class="arrow" d="M{x:.1f} {y:.1f}V{tip:.1f}m-4 4.5l4 -4.5l4 4.5"/>'
    elif mark.ending == "at_most":
        tip = y + _ARROW
        yield f'<path class="arrow" d="M{x:.1f} {y:.1f}V{tip:.1f}m-4 -4.5l4 4.5l4 -4.5"/>'
    yield shape


def _cross(mark: Mark) -> Iterator[str]:
    if mark.certainty == "denied":
        x, y, r = mark.x, (mark.low + mark.high) / 2, RADIUS + 3
        yield f'<path class="denied" d="M{x - r:.1f} {y - r:.1f}L{x + r:.1f} {y + r:.1f}M{x - r:.1f} {y + r:.1f}L{x + r:.1f} {y - r:.1f}"/>'  # noqa: E501 - one path


def _shape(number: int, x: float, y: float, kind: str) -> str:
    given = f' class="{kind}"' if kind else ""
    r = RADIUS
    if number == 0:
        return f'<circle{given} cx="{x:.1f}" cy="{y:.1f}" r="{r - 0.3:.1f}"/>'
    corners = {
        1: ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        2: ((0, -1.35), (1.35, 0), (0, 1.35), (-1.35, 0)),
        3: ((0, -1.25), (1.2, 0.95), (-1.2, 0.95)),
        4: ((0, 1.25), (1.2, -0.95), (-1.2, -0.95)),
        5: ((0, -1.2), (1.15, -0.36), (0.7, 1), (-0.7, 1), (-1.15, -0.36)),
        6: tuple((0.4 * across, 0.4 * down) for across, down in _PLUS),
        7: ((-1.25, 0), (-0.62, -1.08), (0.62, -1.08), (1.25, 0), (0.62, 1.08), (-0.62, 1.08)),
    }[number]
    scale = 0.88 if number == 1 else 1.0
    points = " ".join(f"{x + dx * r * scale:.1f},{y + dy * r * scale:.1f}" for dx, dy in corners)
    return f'<polygon{given} points="{points}"/>'


def sample(series: int, *, how: Ending = "exact", certainty: Certainty = "stated") -> str:
    """Return a small picture of a mark, to stand beside its name."""
    lift = {"at_least": 8.0, "vague": 10.0, "at_most": -8.0}.get(how, 0.0)
    low, high = (21.0, 7.0) if how == "range" else (14.0 + lift, 14.0 + lift)
    mark = Mark(10, low, high, series, how, certainty)
    return f'<svg class="sample" width="20" height="28" viewBox="0 0 20 28" aria-hidden="true">{drawn(mark)}</svg>'
