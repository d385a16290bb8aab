"""Every entry about sources gives its examples the kind it says, and its counter-examples another."""

import pytest

from lagebild.link.names import source_name
from lagebild.link.names_inflection import has_ending
from lagebild.link.names_kinds import known_name, reading
from lagebild.vocabulary import load
from lagebild.vocabulary.sources import NounEndings, Outlets, Seat, Shortened, SourceWords

_KINDS = load("de", "source_kinds", SourceWords)
_OUTLETS = load("de", "outlets", Outlets)
_SHORTENED = load("de", "source_shortened", Shortened)
_ROWS: tuple[SourceWords | Outlets | Shortened, ...] = (*_KINDS, *_OUTLETS, *_SHORTENED)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (row.kind, text)
        for row in _ROWS
        for text in row.examples
        if not (isinstance(row, SourceWords) and row.part == "bearer")
    ],
)
def test_example_has_the_kind(kind: str, text: str) -> None:
    assert source_name(text)[1] == kind


@pytest.mark.parametrize(("row", "text"), [(row, text) for row in _ROWS for text in row.counter_examples])
def test_counter_example_has_another_kind_or_part(row: SourceWords | Outlets | Shortened, text: str) -> None:
    if isinstance(row, SourceWords) and row.part:
        assert not any(reading(word, row.part) for word in text.split())
    elif isinstance(row, Shortened):
        assert source_name(text)[0] != row.name
    else:
        assert source_name(text)[1] != row.kind


@pytest.mark.parametrize("text", [text for row in _SHORTENED for text in row.examples])
def test_shortened_wording_names_its_source(text: str) -> None:
    names = {row.name for row in _SHORTENED if text in row.examples}
    assert source_name(text)[0] in names


@pytest.mark.parametrize(("variant", "name"), [pair for row in _OUTLETS for pair in row.variants.items()])
def test_variant_gives_the_name(variant: str, name: str) -> None:
    found = known_name(variant)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ein Sprecher der Küstenwache", "emergency"),
        ("Ein Vertreter der Vereinten Nationen", "organisation"),
        ("ein Mitarbeiter des Senders", "media"),
        ("ein Sprecher", "unnamed"),
    ],
)
def test_who_speaks_for_others_has_their_kind(text: str, kind: str) -> None:
    assert source_name(text)[1] == kind


@pytest.mark.parametrize("row", load("de", "seats", Seat), ids=lambda row: row.id)
def test_seats(row: Seat) -> None:
    assert all(source_name(name) == (name, "government") for name in (*row.examples, *row.names))
    assert not any(source_name(text)[1] == "government" for text in row.counter_examples)


@pytest.mark.parametrize("row", load("de", "noun_endings", NounEndings), ids=lambda row: row.id)
def test_noun_endings(row: NounEndings) -> None:
    assert all(has_ending(noun, row.id) for noun in row.examples)
    assert not any(has_ending(noun, row.id) for noun in row.counter_examples)
