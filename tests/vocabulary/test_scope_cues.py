"""The cues of scope and extent fire on their examples and not on their counter-examples."""

import re

import pytest

from lagebild.vocabulary import load
from lagebild.vocabulary.scope import ExtentCue, ScopeCue, extent_cues, scope_cues

SCOPE = load("de", "scope_cues", ScopeCue)
EXTENT = load("de", "extent_cues", ExtentCue)
COMPILED = {
    row.id: pattern
    for rows, compiled in ((SCOPE, scope_cues), (EXTENT, extent_cues))
    for kind in dict.fromkeys(row.kind for row in rows)
    for row in rows
    for name, pattern in compiled("de", kind)
    if name == row.id
}


def _fires(row: ScopeCue | ExtentCue, text: str) -> bool:
    pattern = COMPILED[row.id]
    if row.kind == "name":
        return bool(pattern.fullmatch(text))
    if row.kind == "after":  # read from the end of a count on
        return any(pattern.search(text[match.end() :]) for match in re.finditer(r"\w+", text))
    return bool(pattern.search(text))


@pytest.mark.parametrize("row", [*SCOPE, *EXTENT], ids=lambda row: row.id)
def test_a_cue_fires_on_its_examples_alone(row: ScopeCue | ExtentCue) -> None:
    assert row.examples
    assert row.counter_examples
    assert [text for text in row.examples if not _fires(row, text)] == []
    assert [text for text in row.counter_examples if _fires(row, text)] == []


def test_a_pattern_names_only_entries_that_are_there() -> None:
    for rows in (SCOPE, EXTENT):
        names = {row.id for row in rows if row.kind == "name"}
        used = {name for row in rows for pattern in row.patterns for name in re.findall(r"<(\w+)>", pattern)}
        assert used <= names
