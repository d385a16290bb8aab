"""Every cue of an incident type or context fires on its examples and not on its counter-examples."""

import pytest

from lagebild.link.what_cues import hits, rows

_ROWS = list(enumerate(rows()))


def _fired(text: str) -> set[int]:
    return {hit.row for hit in hits(text)}


@pytest.mark.parametrize(("place", "text"), [(n, text) for n, row in _ROWS for text in row.examples])
def test_example_fires(place: int, text: str) -> None:
    assert place in _fired(text), rows()[place].id


@pytest.mark.parametrize(("place", "text"), [(n, text) for n, row in _ROWS for text in row.counter_examples])
def test_counter_example_does_not_fire(place: int, text: str) -> None:
    assert place not in _fired(text), rows()[place].id


def test_every_entry_has_both_kinds_of_examples() -> None:
    assert [row.id for _, row in _ROWS if not (row.examples and row.counter_examples)] == []


def test_no_word_is_listed_and_barred_in_one_entry() -> None:
    assert {row.id: set(row.words) & set(row.unless) for _, row in _ROWS if set(row.words) & set(row.unless)} == {}
