"""Room for words in a picture: how wide a text is, about, and where it stands in nobody's way."""

from collections.abc import Iterable
from dataclasses import dataclass, field

_NARROW, _WIDE = frozenset("ijltfrI.,:;!|'’()[]/ "), frozenset("mwMWÄÖÜ%@—…≈")
_NARROW_EM, _USUAL_EM, _CAPITAL_EM, _WIDE_EM = 0.37, 0.62, 0.7, 0.95  # as in a wide face; others need less
_LINE = 1.2


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a text runs in a sans-serif face of this size, rather too wide than too narrow."""
    return size * sum(map(_em, text)) * (1.1 if bold else 1)


def _em(char: str) -> float:
    if char in _NARROW:
        return _NARROW_EM
    if char in _WIDE:
        return _WIDE_EM
    return _CAPITAL_EM if char.isupper() else _USUAL_EM


def cut(text: str, size: float, room: float) -> str:
    """Return the text, ended with an ellipsis where it is wider than the room."""
    if width(text, size) <= room:
        return text
    kept = text
    while kept and width(f"{kept}…", size) > room:
        kept = kept[:-1]
    return f"{kept.rstrip(' ,;-–')}…"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a picture, its sides along the picture's."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Area") -> bool:
        """Return whether the two share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: "Area") -> bool:
        """Return whether the other lies wholly in this one."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom


@dataclass(frozen=True, slots=True)
class Placed:
    """Lines of text with the point where the first stands on its base line, and the side that is aligned there."""

    lines: tuple[str, ...]
    x: float
    y: float
    anchor: str


@dataclass(slots=True)
class Room:
    """A picture's free space: what is taken stays taken."""

    whole: Area
    taken: list[Area] = field(default_factory=list)

    def take(self, area: Area) -> None:
        """Leave this area to what stands there."""
        self.taken.append(area)

    def free(self, area: Area) -> bool:
        """Return whether an area lies in the picture and nothing stands in it."""
        return self.whole.holds(area) and not any(area.meets(other) for other in self.taken)

    def place(self, lines: tuple[str, ...], size: float, around: Area, *, sides: str = "rlab") -> Placed | None:
        """Return the lines at the first free side of an area (right, left, above, below), and take it, or None."""
        wide, high = max(width(line, size, bold=True) for line in lines), size * _LINE * len(lines)
        for area, anchor in _sides(around, wide, high, sides):
            if self.free(area):
                self.take(area)
                x = {"start": area.left, "end": area.right, "middle": (area.left + area.right) / 2}[anchor]
                return Placed(lines, x, area.top + size, anchor)
        return None


def _sides(around: Area, wide: float, high: float, sides: str) -> Iterable[tuple[Area, str]]:
    gap = 3.0
    x, y = (around.left + around.right) / 2, (around.top + around.bottom) / 2
    for side in sides:
        if side == "r":
            left = around.right + gap
            for shift in (0.0, high * 0.4, -high * 0.4):
                yield Area(left, y - high / 2 + shift, left + wide, y + high / 2 + shift), "start"
        elif side == "l":
            right = around.left - gap
            for shift in (0.0, high * 0.4, -high * 0.4):
                yield Area(right - wide, y - high / 2 + shift, right, y + high / 2 + shift), "end"
        elif side == "a":
            yield from _row(x, around.top - gap - high, wide, high)
        elif side == "b":
            yield from _row(x, around.bottom + gap, wide, high)


def _row(x: float, top: float, wide: float, high: float) -> Iterable[tuple[Area, str]]:
    yield Area(x - wide / 2, top, x + wide / 2, top + high), "middle"
    yield Area(x - 6, top, x - 6 + wide, top + high), "start"
    yield Area(x + 6 - wide, top, x + 6, top + high), "end"
