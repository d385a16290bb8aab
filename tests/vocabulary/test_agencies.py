"""Agencies are told from their marks, not from being quoted."""

import pytest

from lagebild.acquire import agencies
from lagebild.vocabulary import load
from lagebild.vocabulary.acquire import Agency, AgencyCue

AGENCIES = (*load("de", "agencies", Agency), *load("en", "agencies", Agency))
CUES = (*load("de", "agency_cues", AgencyCue), *load("en", "agency_cues", AgencyCue))


@pytest.mark.parametrize("row", AGENCIES, ids=lambda row: row.id)
def test_each_agency_is_marked_in_its_examples_alone(row: Agency) -> None:
    assert row.examples
    assert row.counter_examples
    assert [row.name in agencies.marks(example) for example in row.examples] == [True] * len(row.examples)
    assert [agencies.marks(example) for example in row.counter_examples] == [()] * len(row.counter_examples)


@pytest.mark.parametrize("row", AGENCIES, ids=lambda row: row.id)
def test_every_form_of_an_agency_gives_its_canonical_name(row: Agency) -> None:
    assert {agencies.marks(f"Ulm ({form}) - Es brannte.") for form in row.forms} == {(row.name,)}


@pytest.mark.parametrize("row", CUES, ids=lambda row: row.id)
def test_each_cue_makes_a_mark_in_its_examples_alone(row: AgencyCue) -> None:
    assert all(agencies.marks(example) for example in row.examples)
    assert not any(agencies.marks(example) for example in row.counter_examples)
    for example in row.examples:
        assert any(word.casefold() in example.casefold() for word in row.words)
