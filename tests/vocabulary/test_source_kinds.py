"""Every entry about sources gives its examples the kind it says, and its counter-examples another."""

from typing import TypeAlias

import pytest

from lagebild import link
from lagebild.annotate import document
from lagebild.extract import claims
from lagebild.link import names_english, names_inflection
from lagebild.link.names import source_name
from lagebild.link.names_kinds import known_name, reading
from lagebild.model import Article, Figure, SourceKind
from lagebild.vocabulary import load
from lagebild.vocabulary.sources import NounEndings, Outlets, PointsBack, Seat, Shortened, SourceWords

LANGUAGES = ("de", "en")
Row: TypeAlias = SourceWords | Outlets | Shortened


def _rows(language: str) -> tuple[Row, ...]:
    return (
        *load(language, "source_kinds", SourceWords),
        *load(language, "outlets", Outlets),
        *load(language, "source_shortened", Shortened),
    )


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [
        (language, row.kind, text)
        for language in LANGUAGES
        for row in _rows(language)
        for text in row.examples
        if not (isinstance(row, SourceWords) and row.part == "bearer")
    ],
)
def test_example_has_the_kind(language: str, kind: str, text: str) -> None:
    assert source_name(text, language)[1] == kind


@pytest.mark.parametrize(
    ("language", "row", "text"),
    [(language, row, text) for language in LANGUAGES for row in _rows(language) for text in row.counter_examples],
)
def test_counter_example_has_another_kind_or_part(language: str, row: Row, text: str) -> None:
    if isinstance(row, SourceWords) and row.part:
        assert not any(reading(word, row.part, language) for word in text.split())
    elif isinstance(row, Shortened):
        assert source_name(text, language)[0] != row.name
    else:
        assert source_name(text, language)[1] != row.kind


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (language, text, row.name)
        for language in LANGUAGES
        for row in load(language, "source_shortened", Shortened)
        for text in row.examples
    ],
)
def test_shortened_wording_names_its_source(language: str, text: str, name: str) -> None:
    assert source_name(text, language)[0] == name


@pytest.mark.parametrize(
    ("language", "variant", "name"),
    [
        (language, variant, name)
        for language in LANGUAGES
        for row in load(language, "outlets", Outlets)
        for variant, name in row.variants.items()
    ],
)
def test_variant_gives_the_name(language: str, variant: str, name: str) -> None:
    found = known_name(variant, language)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("de", "ein Sprecher der Küstenwache", "emergency"),
        ("de", "Ein Vertreter der Vereinten Nationen", "organisation"),
        ("de", "ein Mitarbeiter des Senders", "media"),
        ("de", "ein Sprecher", "unnamed"),
        ("en", "a spokesman for the coast guard", "emergency"),
        ("en", "A representative of the United Nations", "organisation"),
        ("en", "an employee of the broadcaster", "media"),
        ("en", "a spokesman", "unnamed"),
    ],
)
def test_who_speaks_for_others_has_their_kind(language: str, text: str, kind: SourceKind) -> None:
    assert source_name(text, language)[1] == kind


@pytest.mark.parametrize(
    ("language", "row"), [(language, row) for language in LANGUAGES for row in load(language, "seats", Seat)]
)
def test_seats(language: str, row: Seat) -> None:
    assert all(source_name(name, language) == (name, "government") for name in (*row.examples, *row.names))
    assert not any(source_name(text, language)[1] == "government" for text in row.counter_examples)


@pytest.mark.parametrize(
    ("language", "row"),
    [(language, row) for language in LANGUAGES for row in load(language, "noun_endings", NounEndings)],
)
def test_noun_endings(language: str, row: NounEndings) -> None:
    has_ending = names_english.has_ending if language == "en" else names_inflection.has_ending
    assert all(has_ending(noun, row.id) for noun in row.examples)
    assert not any(has_ending(noun, row.id) for noun in row.counter_examples)


def _last_two(text: str, language: str) -> tuple[str, str]:
    """Return the name of the last source of a text in its report, and by itself."""
    read = document(Article("a", "", text, language))
    figures = [claim for claim in link.record(read, claims(read)).claims if isinstance(claim, Figure)]
    source = next(source for figure in reversed(figures) for source in figure.sources)
    return source.name, source_name(source.text, language)[0]


@pytest.mark.parametrize("language", ["de", "en"])
def test_nouns_that_point_back_mean_a_source_of_the_report(language: str) -> None:
    for row in load(language, "source_back", PointsBack):
        pointing, plain = row.examples, row.counter_examples
        if row.id == "itself":
            pointing, plain = plain, pointing
        for text in pointing:
            name, own = _last_two(text, language)
            assert name != own, text
        for text in plain:
            name, own = _last_two(text, language)
            assert name == own, text
