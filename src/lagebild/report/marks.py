"""An article's text as HTML with its evidence marked: what overlaps is one mark, each number in it a link back."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from lagebild.model import Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in the text that a value leads to: its id on the page, the row it leads back to, and that link's name."""

    start: int
    end: int
    id: str
    back: str
    name: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the text that is marked as one."""

    start: int
    end: int


def stretches(spans: Sequence[Span]) -> tuple[Stretch, ...]:
    """Return the spans in text order, those that overlap or touch joined into one."""
    joined: list[Stretch] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Stretch(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(Stretch(span.start, span.end))
    return tuple(joined)


def marked(text: str, spans: Sequence[Span], anchors: Sequence[Anchor]) -> Iterator[str]:
    """Yield the HTML of each line that is not blank, evidence in `mark`, numbers in it as links; all else escaped.

    Every anchor must lie in a span. Anchors that cross are cut at the crossing, so that elements nest; an anchor that
    breaks over lines is found where it begins.
    """
    marks, ordered = stretches(spans), _nestable(anchors)
    ends = [mark.end for mark in marks]
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            near = marks[bisect_right(ends, start) : bisect_right(ends, end) + 1]
            yield "".join(_line(text, Stretch(start, end), near, ordered))
        start = end + 1


def _line(text: str, line: Stretch, marks: Sequence[Stretch], anchors: Sequence[Anchor]) -> Iterator[str]:
    position = line.start
    starts = [anchor.start for anchor in anchors] if marks else []
    for mark in marks:
        begin, end = max(mark.start, line.start), min(mark.end, line.end)
        if begin >= end:
            continue
        here = anchors[bisect_left(starts, begin) : bisect_left(starts, end)]
        inside = [_clipped(anchor, end) for anchor in here]
        yield _shown(text[position:begin])
        yield f"<mark>{''.join(_nested(text, Stretch(begin, end), inside))}</mark>"
        position = end
    yield _shown(text[position : line.end])


def _nested(text: str, stretch: Stretch, anchors: Sequence[Anchor]) -> Iterator[str]:
    position, rest = stretch.start, list(anchors)
    while rest:
        anchor = rest.pop(0)
        inside = [other for other in rest if other.start < anchor.end]
        rest = rest[len(inside) :]
        yield _shown(text[position : anchor.start])
        body = "".join(_nested(text, Stretch(anchor.start, anchor.end), inside))
        if inside:  # links do not nest: the innermost leads back
            yield f'<span class="count" id="{escape(anchor.id)}">{body}</span>'
        else:
            target, name = escape(anchor.back), escape(anchor.name)
            yield f'<a class="count" id="{escape(anchor.id)}" href="#{target}" aria-label="{name}">{body}</a>'
        position = anchor.end
    yield _shown(text[position : stretch.end])


def _nestable(anchors: Sequence[Anchor]) -> tuple[Anchor, ...]:
    nested: list[Anchor] = []
    for anchor in sorted(anchors, key=lambda anchor: (anchor.start, -anchor.end)):
        crossed = [other.end for other in nested if other.start < anchor.start < other.end < anchor.end]
        nested.append(replace(anchor, end=min(crossed)) if crossed else anchor)
    return tuple(nested)


def _clipped(anchor: Anchor, end: int) -> Anchor:
    return replace(anchor, end=min(anchor.end, end))


def _shown(text: str) -> str:
    return escape("".join("\ufffd" if ord(char) < ord(" ") and char != "\t" else char for char in text))
