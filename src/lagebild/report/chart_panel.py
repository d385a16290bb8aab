"""One panel of the chart: the figures of one measure over time, drawn at three widths."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from lagebild.report.chart_marks import RADIUS, SHAPES, Mark, drawn, ending
from lagebild.report.chart_scale import Tick, days, moment, numbers, span, zone_name
from lagebild.report.chart_text import Area, Placed, Room, cut, width
from lagebild.report.dossier_content import Point, Series
from lagebild.vocabulary.labels import Words

COLOURS = SHAPES
_LETTERS, _SMALL = 12.0, 11.0
_MOST_TRIES = 24
_LEVELS = 5


@dataclass(frozen=True, slots=True)
class Frame:
    """The size of a drawing in pixels: the plot within its margins.

    `days` is how many days or hours the axis names at most, `names` how wide a source's name may run.
    """

    name: str
    width: float
    days: int
    names: float
    left: float = 40
    right: float = 20
    top: float = 44
    plot: float = 150
    below: float = 38

    @property
    def height(self) -> float:
        """Return how high the drawing is."""
        return self.top + self.plot + self.below


FRAMES = (Frame("wide", 960, 9, names=240), Frame("middle", 660, 7, names=190), Frame("narrow", 350, 4, names=130))


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure over time: its points by time, and the ends of the axis that all panels share."""

    series: Series
    points: tuple[tuple[Point, dt.datetime], ...]
    first: float
    last: float
    zone: dt.tzinfo
    margin: float = 40

    @property
    def highest(self) -> int:
        """Return the highest number that a point names."""
        return max(max(_ends(point)) for point, _ in self.points)


@dataclass(frozen=True, slots=True)
class Palette:
    """The sources in the order of their colours and shapes, and where the claim of each version stands."""

    sources: tuple[str, ...]
    targets: Mapping[str, str]
    words: Words

    def shape(self, number: int) -> int:
        """Return the shape of a source: the colours repeat after eight, with another shape each."""
        return number + number // COLOURS


def panels(series: Sequence[Series], words: Words, zone: dt.tzinfo) -> list[Panel]:
    """Return a panel for each total that several figures tell of, and for each group whose number changed.

    All have one axis of time and one margin.
    """
    main = [one for one in series if one.main or _changed(one)]
    timed = [[(p, when) for p in one.points if p.drawn and _ends(p) and (when := moment(p.at, zone))] for one in main]
    times = [when for points in timed if len(points) > 1 for _, when in points]
    if not times:
        return []
    first, last = span(times)
    several = [(one, tuple(points)) for one, points in zip(main, timed, strict=True) if len(points) > 1]
    made = [Panel(one, points, first, last, zone) for one, points in several]
    levels = [tick.label for panel in made for tick in numbers(panel.highest, _LEVELS, words)]
    margin = max(width(label, _SMALL + 0.5) for label in levels) + 14
    return [replace(panel, margin=margin) for panel in made]


def _changed(series: Series) -> bool:
    return len({(point.low, point.high) for point in series.points if point.drawn and _ends(point)}) > 1


def source_name(point: Point, words: Words) -> str:
    """Return whose a point is, in words."""
    return point.source or words.label("chart.own_voice")


def short(point: Point, words: Words) -> str:
    """Return a point's number as it stands beside its mark: "ab 14", "≈ 40", "Dutzende"."""
    how = ending(point.qualifier, point.low, point.high)
    low = words.number(point.low) if point.low is not None else ""
    high = words.number(point.high) if point.high is not None else ""
    if how == "vague":
        return point.value
    if how == "at_most":
        return words.label("chart.at_most", n=high)
    if how == "range":
        return words.label("chart.range", n=low, m=high)
    if how == "at_least":
        return words.label("chart.more_than" if point.qualifier == "more_than" else "chart.at_least", n=low)
    return words.label("chart.about", n=low) if how == "about" else low


def drawings(panel: Panel, palette: Palette, key: str) -> str:
    """Return the panel as SVG, once for each width; the style shows one of them."""
    return "".join(_drawing(panel, palette, f"{key}-{frame.name}", frame) for frame in FRAMES)


def _ends(point: Point) -> tuple[int, ...]:
    return tuple(end for end in (point.low, point.high) if end is not None)


def _drawing(panel: Panel, palette: Palette, key: str, frame: Frame) -> str:
    words, measure = palette.words, panel.series.label
    levels = numbers(panel.highest, _LEVELS, words)
    frame = replace(frame, left=panel.margin)
    marks = _marks(panel, palette, frame, levels[-1].at)
    room = Room(Area(frame.left + 2, 20, frame.width, frame.top + frame.plot - 1))
    for mark in marks:
        room.take(mark.area)
    labels = "".join(_labels(panel, marks, room, frame, words))
    links = "".join(_link(panel, point, mark, palette, frame) for (point, _), mark in _each(panel, marks))
    times = [point.at[:10] for point, _ in panel.points]
    ends = {"first": words.date(min(times)), "last": words.date(max(times))}
    title = escape(words.label("chart.drawing", measure=measure))
    desc = escape(words.label("chart.described", n=words.number(len(times)), **ends))
    size = f'width="{frame.width:g}" height="{frame.height:g}" viewBox="0 0 {frame.width:g} {frame.height:g}"'
    return f"""<svg class="{frame.name}" {size} role="group" aria-labelledby="{key}-t" aria-describedby="{key}-d">
<title id="{key}-t">{title}</title><desc id="{key}-d">{desc}</desc>
<g aria-hidden="true"><text class="panel-name" x="0" y="15">{escape(measure[:1].upper() + measure[1:])}</text>
{_axes(panel, frame, levels, words)}{"".join(_lines(panel, marks))}{labels}</g>
{links}
</svg>"""


def _each(panel: Panel, marks: Sequence[Mark]) -> Iterator[tuple[tuple[Point, dt.datetime], Mark]]:
    return zip(panel.points, marks, strict=True)


def _marks(panel: Panel, palette: Palette, frame: Frame, top: float) -> list[Mark]:
    found: list[Mark] = []
    for point, when in panel.points:
        ends = _ends(point)
        low, high = (_y(frame, end, top) for end in (ends[0], ends[-1]))
        source = palette.sources.index(source_name(point, palette.words))
        how = ending(point.qualifier, point.low, point.high)
        mark = Mark(_x(panel, frame, when.timestamp()), low, high, source, how, point.certainty)
        found.append(_beside(mark, found, frame))
    return found


def _beside(mark: Mark, others: Sequence[Mark], frame: Frame) -> Mark:
    """Return the mark moved aside until it covers no other, to the right and to the left by turns."""
    for step in range(_MOST_TRIES):
        shift = (2 * RADIUS + 4) * ((step + 1) // 2) * (1 if step % 2 else -1)
        moved = replace(mark, x=mark.x + shift)
        inside = frame.left + RADIUS <= moved.x <= frame.width - RADIUS
        if inside and not any(moved.area.meets(other.area) for other in others):
            return moved
    return mark


def _x(panel: Panel, frame: Frame, second: float) -> float:
    plot = frame.width - frame.left - frame.right
    return frame.left + plot * (second - panel.first) / (panel.last - panel.first)


def _y(frame: Frame, number: float, top: float) -> float:
    return frame.top + frame.plot * (1 - number / top)


def _axes(panel: Panel, frame: Frame, levels: Sequence[Tick], words: Words) -> str:
    right, floor = frame.width - frame.right / 2, frame.top + frame.plot
    parts = []
    for tick in levels:
        y = _y(frame, tick.at, levels[-1].at)
        parts.append(f'<path class="{"floor" if tick.at == 0 else "grid"}" d="M{frame.left:g} {y:.1f}H{right:g}"/>')
        parts.append(f'<text class="tick" x="{frame.left - 7:g}" y="{y + 4:.1f}" text-anchor="end">{tick.label}</text>')
    room = Room(Area(0, floor, frame.width + 8, floor + frame.below))
    ticks = days(panel.first, panel.last, frame.days, panel.zone, words)
    if any(tick.below for tick in ticks):
        parts.extend(_zone(panel, frame, room))
    for tick in ticks:
        x = _x(panel, frame, tick.at)
        if tick.label:
            parts.append(f'<path class="floor" d="M{x:.1f} {floor:g}v5"/>')
        for line, label in enumerate((tick.label, tick.below)):
            parts.extend(_day(label, x, floor + 4 + 15 * line, room))
    return "".join(parts)


def _zone(panel: Panel, frame: Frame, room: Room) -> Iterator[str]:
    """Yield the zone of the hours, at the end of their row."""
    name, right, top = (
        zone_name(panel.zone, panel.first),
        frame.width - frame.right / 2,
        frame.top + frame.plot + 4 + 15,
    )
    room.take(Area(right - width(name, _SMALL) - 6, top, frame.width, top + _SMALL + 2))
    yield _text(Placed((name,), right, top + _SMALL, "end"), "tick", _SMALL)


def _day(label: str, x: float, top: float, room: Room) -> Iterator[str]:
    """Yield a name of the axis under its mark, if no other stands there."""
    half = width(label, _SMALL) / 2
    left = max(x - half, 0)
    area = Area(left, top, left + 2 * half + 8, top + _SMALL + 2)
    if label and room.free(area):
        room.take(area)
        yield _text(Placed((label,), left + half, top + _SMALL, "middle"), "tick", _SMALL)


def _lines(panel: Panel, marks: Sequence[Mark]) -> Iterator[str]:
    """Yield a line through the figures of each source that gave several."""
    by_source: dict[int, list[Mark]] = {}
    for (point, _), mark in _each(panel, marks):
        if point.certainty != "denied":
            by_source.setdefault(mark.series, []).append(mark)
    for number, several in by_source.items():
        if len(several) > 1:
            path = "L".join(f"{mark.x:.1f} {(mark.low + mark.high) / 2:.1f}" for mark in several)
            yield f'<path class="line {_classes(number)}" d="M{path}"/>'


def _labels(panel: Panel, marks: Sequence[Mark], room: Room, frame: Frame, words: Words) -> Iterator[str]:
    """Yield the number beside each mark, with the source at its first; what finds no room is left to the table."""
    named: set[int] = set()
    for (point, _), mark in _each(panel, marks):
        number, name = short(point, words), cut(source_name(point, words), _SMALL, frame.names)
        choices = [(number,)] if mark.series in named else [(number, name), (number,)]
        for lines in choices:
            if placed := room.place(lines, _LETTERS, mark.area):
                named.update({mark.series} if len(lines) > 1 else ())
                yield _text(placed, f"label {_classes(mark.series)}", _LETTERS)
                break


def _text(placed: Placed, kind: str, size: float) -> str:
    first, *others = (escape(line) for line in placed.lines)
    step = f'class="name" x="{placed.x:.1f}" dy="{size * 1.2:.1f}"'
    more = "".join(f"<tspan {step}>{line}</tspan>" for line in others)
    anchor = f' text-anchor="{placed.anchor}"' if placed.anchor != "start" else ""
    return f'<text class="{kind}" x="{placed.x:.1f}" y="{placed.y:.1f}"{anchor}>{first}{more}</text>'


def _link(panel: Panel, point: Point, mark: Mark, palette: Palette, frame: Frame) -> str:
    """Return a mark that leads to its claim, with what it says in words: on hover and focus in place of the title."""
    said = palette.words.label(
        "chart.point",
        source=source_name(point, palette.words),
        value=point.value,
        measure=panel.series.label,
        when=point.when,
    )
    said = escape("; ".join(part for part in (said, point.change, point.standing) if part))
    area = mark.area
    left, top, wide, high = area.left - 4, area.top - 3, area.right - area.left + 8, area.bottom - area.top + 6
    hit = f'<rect class="hit" x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{high:.1f}" rx="4"/>'
    size = f'width="{frame.width:g}" height="{frame.top - 4:g}"'
    tip = f'<foreignObject class="tip" {size} aria-hidden="true"><p>{said}</p></foreignObject>'
    target = escape(palette.targets.get(point.of, ""))
    shape = drawn(replace(mark, series=palette.shape(mark.series)))
    past = "" if point.current else " past"
    return f'<a class="mark {_classes(mark.series)}{past}" href="#{target}" aria-label="{said}">{hit}{shape}{tip}</a>\n'


def _classes(number: int) -> str:
    return f"c{number % COLOURS} s{number}"
