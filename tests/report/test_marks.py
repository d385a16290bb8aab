"""Evidence in the text: it nests, nothing is lost, everything is escaped."""

import re

from hypothesis import given
from hypothesis import strategies as st

from lagebild.model import Span
from lagebild.report.marks import Anchor, marked

TEXT = "Drei Tote und <zwei> Verletzte.\n\nSpäter starb noch ein Mann."


def _span(start: int, end: int, text: str = TEXT) -> Span:
    return Span("text", start, end, text[start:end])


def _anchor(start: int, end: int, key: str) -> Anchor:
    return Anchor(start, end, key, f"row-{key}", key)


def test_overlapping_evidence_is_one_mark_and_everything_is_escaped() -> None:
    lines = list(marked(TEXT, [_span(0, 20), _span(5, 30)], []))
    assert lines == ["<mark>Drei Tote und &lt;zwei&gt; Verletzte</mark>.", "Später starb noch ein Mann."]


def test_evidence_over_two_lines_is_marked_in_both() -> None:
    lines = list(marked(TEXT, [_span(20, 45)], []))
    assert lines == ["Drei Tote und &lt;zwei&gt;<mark> Verletzte.</mark>", "<mark>Später starb</mark> noch ein Mann."]


def test_two_claims_on_one_number_nest_and_the_inner_one_is_the_link() -> None:
    line = next(marked(TEXT, [_span(0, 9)], [_anchor(0, 4, "a"), _anchor(0, 4, "b")]))
    inner = '<a class="count" id="b" href="#row-b" aria-label="b">Drei</a>'
    assert line.startswith(f'<mark><span class="count" id="a">{inner}</span> Tote</mark>')


def test_crossing_anchors_are_cut_so_that_elements_nest() -> None:
    line = next(marked(TEXT, [_span(0, 20)], [_anchor(0, 9, "a"), _anchor(5, 13, "b")]))
    assert '<span class="count" id="a">Drei <a class="count" id="b"' in line
    assert line.count("</span>") == 1


@given(
    st.text(alphabet="ab <&\n\x01", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12), st.integers(0, 6), st.integers(1, 6)), max_size=6),
)
def test_the_text_stays_the_same_and_every_element_closes(text: str, places: list[tuple[int, int, int, int]]) -> None:
    spans, anchors = [], []
    for number, (start, length, offset, size) in enumerate(places):
        end = min(start + length, len(text))
        first = start + offset
        last = min(first + size, end)
        if start >= end or first >= last or "\n" in text[start:end]:
            continue
        spans.append(_span(start, end, text))
        anchors.append(_anchor(first, last, f"n{number}"))
    page = "\n".join(marked(text, spans, anchors))
    shown = re.sub(r"<[^>]*>", "", page).replace("&lt;", "<").replace("&amp;", "&").replace("\ufffd", "\x01")
    assert shown == "\n".join(line for line in text.split("\n") if line.strip())
    assert sorted(re.findall(r'id="(n\d)"', page)) == sorted(anchor.id for anchor in anchors)
    _assert_nested(page)


def _assert_nested(page: str) -> None:
    opened: list[str] = []
    for closing, name in re.findall(r"<(/?)(\w+)", page):
        if closing:
            assert opened.pop() == name
        else:
            assert not (name == "a" and "a" in opened), "links do not nest"
            opened.append(name)
    assert not opened
