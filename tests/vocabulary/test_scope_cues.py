"""The cues of scope and extent fire on their examples and not on their counter-examples."""

import re

import pytest

from lagebild.vocabulary import load
from lagebild.vocabulary.scope import ExtentCue, ScopeCue, extent_cues, scope_cues

LANGUAGES = ("de", "en")
SCOPE = {language: load(language, "scope_cues", ScopeCue) for language in LANGUAGES}
EXTENT = {language: load(language, "extent_cues", ExtentCue) for language in LANGUAGES}
ROWS = [(language, row) for language in LANGUAGES for row in (*SCOPE[language], *EXTENT[language])]
COMPILED = {
    (language, row.id): pattern
    for language in LANGUAGES
    for rows, compiled in ((SCOPE[language], scope_cues), (EXTENT[language], extent_cues))
    for kind in dict.fromkeys(row.kind for row in rows)
    for row in rows
    for name, pattern in compiled(language, kind)
    if name == row.id
}


def _fires(language: str, row: ScopeCue | ExtentCue, text: str) -> bool:
    pattern = COMPILED[language, row.id]
    if row.kind == "name":
        return bool(pattern.fullmatch(text))
    if row.kind == "after":  # read from the end of a count on
        return any(pattern.search(text[match.end() :]) for match in re.finditer(r"\w+", text))
    return bool(pattern.search(text))


@pytest.mark.parametrize(("language", "row"), ROWS, ids=lambda value: getattr(value, "id", value))
def test_a_cue_fires_on_its_examples_alone(language: str, row: ScopeCue | ExtentCue) -> None:
    assert row.examples
    assert row.counter_examples
    assert [text for text in row.examples if not _fires(language, row, text)] == []
    assert [text for text in row.counter_examples if _fires(language, row, text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pattern_names_only_entries_that_are_there(language: str) -> None:
    for rows in (SCOPE[language], EXTENT[language]):
        names = {row.id for row in rows if row.kind == "name"}
        used = {name for row in rows for pattern in row.patterns for name in re.findall(r"<(\w+)>", pattern)}
        assert used <= names
