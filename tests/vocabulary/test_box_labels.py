"""The labels of fact boxes fire on their examples and on nothing like them."""

import pytest

from lagebild.vocabulary import load
from lagebild.vocabulary.acquire import BoxHeading, BoxLabel, box_field, plain_label

LABELS = (*load("de", "box_labels", BoxLabel), *load("en", "box_labels", BoxLabel))
HEADINGS = (*load("de", "box_headings", BoxHeading), *load("en", "box_headings", BoxHeading))


def _label(example: str) -> str:
    return example.replace("|", ":").partition(":")[0]


@pytest.mark.parametrize("row", LABELS, ids=lambda row: row.id)
def test_each_label_means_its_field_in_its_examples_alone(row: BoxLabel) -> None:
    assert row.examples
    assert row.counter_examples
    assert {box_field(_label(example)) for example in row.examples} == {row.field}
    assert {box_field(_label(example)) for example in row.counter_examples} == {None}


def test_no_label_stands_for_two_fields() -> None:
    labels = [plain_label(word) for row in LABELS for word in row.words]
    assert sorted({label for label in labels if labels.count(label) > 1}) == []


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Quelle(n):", "sources"),
        ("**Ort**", "place"),
        ("TOTE", "killed"),
        ("Verdächtige/r", "perpetrator"),
        ("Or", None),
    ],
)
def test_a_label_is_known_in_any_dress(label: str, field: str | None) -> None:
    assert box_field(label) == field


@pytest.mark.parametrize("row", HEADINGS, ids=lambda row: row.id)
def test_headings_are_known_by_their_examples_and_are_no_labels(row: BoxHeading) -> None:
    words = {plain_label(word) for word in row.words}
    assert {plain_label(example) for example in row.examples} <= words
    assert not words & {plain_label(example) for example in row.counter_examples}
    assert not [word for word in row.words if box_field(word)]
