"""Every cue of an incident type or context fires on its examples and not on its counter-examples."""

import pytest

from lagebild.link.what_cues import hits, rows

_ROWS = [(language, n, row) for language in ("de", "en") for n, row in enumerate(rows(language))]
_EXAMPLES = [(language, n, text) for language, n, row in _ROWS for text in row.examples]
_COUNTER_EXAMPLES = [(language, n, text) for language, n, row in _ROWS for text in row.counter_examples]


def _fired(text: str, language: str) -> set[int]:
    return {hit.row for hit in hits(text, language)}


@pytest.mark.parametrize(("language", "place", "text"), _EXAMPLES)
def test_example_fires(language: str, place: int, text: str) -> None:
    assert place in _fired(text, language), rows(language)[place].id


@pytest.mark.parametrize(("language", "place", "text"), _COUNTER_EXAMPLES)
def test_counter_example_does_not_fire(language: str, place: int, text: str) -> None:
    assert place not in _fired(text, language), rows(language)[place].id


def test_every_entry_has_both_kinds_of_examples() -> None:
    assert [row.id for _, _, row in _ROWS if not (row.examples and row.counter_examples)] == []


def test_no_word_is_listed_and_barred_in_one_entry() -> None:
    assert {row.id: barred for _, _, row in _ROWS if (barred := set(row.words) & set(row.unless))} == {}
