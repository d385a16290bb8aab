"""The fact box that a report itself carries: a table, or lines of label and value."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lagebild.model import FieldName, Span, StatedCell
from lagebild.vocabulary import load
from lagebild.vocabulary.acquire import BoxHeading, box_field, is_question, plain_label

_LINE = re.compile(r"[^\r\n]+")
_RULE = re.compile(r"[\s|:+=\-–—]+")
_LABEL_LINE = re.compile(r"[ \t]*(?:[-*•–·▪]\s+)?[*_]{0,2}(?P<label>[^\W\d_][^:|\t]{0,39}?)[ \t]*:(?P<value>.*)")
_CELL = re.compile(r"[^|\t]+")
_EDGES = " \t*_\u00a0\u200b\ufeff"
_LONGEST_VALUE = 200
_LONGEST_UNKNOWN = 80
_FACTS = frozenset({"type", "place", "killed", "injured", "missing", "casualties"})
_COLUMNS = 2
_LEAST_LABELS = 2


@dataclass(frozen=True, slots=True)
class _Row:
    """A label and its value as offsets of the text; an empty value stands at its label."""

    label: tuple[int, int]
    value: tuple[int, int]
    line: int


def cells(text: str) -> tuple[StatedCell, ...]:
    """Return the cells of the fact boxes in a text, in text order.

    A box is at least two known labels that stand together, one of them for what, where or how many. A line with a
    colon in running text, a single label, a list of results and the card of an event are none. A cell with an empty
    value has its label as span.
    """
    lines = [(found.start(), found.end()) for found in _LINE.finditer(text)]
    found: list[_Row] = []
    for block in _blocks(text, lines):
        rows = _table(text, block) if _barred(text, block[0]) else _label_lines(text, block)
        if _is_box(text, rows):
            found += rows
    return tuple(_cell(text, row) for row in found)


def is_box(labels: Sequence[str]) -> bool:
    """Tell whether labels that stand together make a fact box; "Was", "Wann" and "Wo" alone may invite to an event."""
    known = [label for label in labels if box_field(label)]
    fields = {box_field(label) for label in known}
    if len(fields) < _LEAST_LABELS or not fields & _FACTS or "announcement" in fields:
        return False
    return not all(is_question(label) for label in known)


def is_labelled(line: str) -> bool:
    """Tell whether a line is a known label with its value, as "Ort: Kassel"."""
    found = _LABEL_LINE.fullmatch(line)
    return found is not None and box_field(found["label"]) is not None


def _blocks(text: str, lines: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Yield runs of lines that could make one box: all with bars or tabs, or all of label and value."""
    block: list[tuple[int, int]] = []
    kind = ""
    for line in lines:
        now = "bars" if _barred(text, line) else "labels" if _labelled(text, line) else ""
        after_open_label = kind == "labels" and not now and _continues(text, block[-1], line)
        gap = bool(block) and len(re.findall("\n|\r(?!\n)", text[block[-1][1] : line[0]])) > _COLUMNS
        if block and (gap or (now != kind and not after_open_label)):
            yield block
            block = []
        if not block:
            kind = now
        if kind:
            block.append(line)
    if block:
        yield block


def _barred(text: str, line: tuple[int, int]) -> bool:
    bare = text[line[0] : line[1]].strip(" \u00a0")
    return "|" in bare or "\t" in bare.strip()


def _labelled(text: str, line: tuple[int, int]) -> bool:
    found = _LABEL_LINE.fullmatch(text, *line)
    if not found or len(found["value"]) > _LONGEST_VALUE:
        return False
    return box_field(found["label"]) is not None or _may_stand_between(found)


def _may_stand_between(found: re.Match[str]) -> bool:
    """Tell whether a label that no table knows, as "Wetter: Nebel", may stand inside a box."""
    return (
        len(found["value"]) <= _LONGEST_UNKNOWN
        and len(found["label"].split()) <= _COLUMNS
        and bool(found["value"].strip())
    )


def _continues(text: str, previous: tuple[int, int], line: tuple[int, int]) -> bool:
    """Tell whether a line is the value of the open label above it ("Ort:", next line "Kassel")."""
    found = _LABEL_LINE.fullmatch(text, *previous)
    if not found or found["value"].strip(_EDGES) or not box_field(found["label"]):
        return False
    return line[1] - line[0] <= _LONGEST_UNKNOWN and len(text[previous[1] : line[0]].replace("\r", "")) == 1


def _label_lines(text: str, block: list[tuple[int, int]]) -> list[_Row]:
    rows: list[_Row] = []
    for place, line in enumerate(block):
        found = _LABEL_LINE.fullmatch(text, *line)
        if found and (box_field(found["label"]) or _may_stand_between(found)):
            rows.append(_Row(_trim(text, found.span("label")), _trim(text, found.span("value")), place))
        elif rows:
            rows[-1] = _Row(rows[-1].label, _trim(text, line), place)
    known = [place for place, row in enumerate(rows) if box_field(text[slice(*row.label)])]
    return rows[known[0] : known[-1] + 1] if known else []


def _table(text: str, block: list[tuple[int, int]]) -> list[_Row]:
    lines = [line for line in block if not _RULE.fullmatch(text, *line)]
    table = [[_trim(text, cell.span()) for cell in _CELL.finditer(text, *line)] for line in lines]
    table = [[cell for cell in row if cell[0] < cell[1]] for row in table]
    across = _across(text, table)
    if across:
        return across
    rows: list[_Row] = []
    for place, row in enumerate(table):
        if place == 0 and len(row) == 1 and (plain_label(text[slice(*row[0])]) in _headings()):
            continue
        rows += _pairs(text, row, place)
    return rows


def _pairs(text: str, row: list[tuple[int, int]], place: int) -> list[_Row]:
    """Return the cells of a table's row: label and value, a label alone, or several of "label: value"."""
    inline = [_LABEL_LINE.fullmatch(text, *cell) for cell in row]
    if row and all(found and box_field(found["label"]) for found in inline):
        return [
            _Row(_trim(text, found.span("label")), _trim(text, found.span("value")), place) for found in inline if found
        ]
    if len(row) == _COLUMNS:
        return [_Row(_without_colon(text, row[0]), row[1], place)]
    if len(row) == 1 and box_field(text[slice(*row[0])]):
        label = _without_colon(text, row[0])
        return [_Row(label, (label[1], label[1]), place)]
    return []


def _across(text: str, table: list[list[tuple[int, int]]]) -> list[_Row]:
    """Return the cells of a table with a row of labels over one row of values."""
    if len(table) != _COLUMNS or len(table[0]) != len(table[1]) or len(table[0]) < _COLUMNS:
        return []
    labels, values = table
    if not all(box_field(text[slice(*label)]) for label in labels) or box_field(text[slice(*values[0])]):
        return []
    return [_Row(label, value, 0) for label, value in zip(labels, values, strict=True)]


def _is_box(text: str, rows: list[_Row]) -> bool:
    return is_box([text[slice(*row.label)] for row in rows])


def _cell(text: str, row: _Row) -> StatedCell:
    label, value = text[slice(*row.label)], text[slice(*row.value)]
    start, end = row.value if value else row.label
    field: FieldName = "text"
    return StatedCell(label, value, Span(field, start, end, text[start:end]))


def _trim(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _without_colon(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    return _trim(text, (start, end - 1)) if end - start > 1 and text[end - 1] == ":" else span


@functools.cache
def _headings() -> frozenset[str]:
    rows = (row for language in ("de", "en") for row in load(language, "box_headings", BoxHeading))
    return frozenset(plain_label(word) for row in rows for word in row.words)
