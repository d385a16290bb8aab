"""The labels say their examples, in both languages, and cover the model."""

import re
import string
from typing import get_args

import pytest

from lagebild.model import INCIDENT_TYPES, MEASURES, Article, Group, Modality, Qualifier, SourceKind, Stance
from lagebild.vocabulary import VocabularyError, load
from lagebild.vocabulary.labels import Label, Words, excerpt, sentence

LABELS = load("codes", "labels", Label)
PLACED = [row for row in LABELS if "{" in row.de]


def _said(row: Label, said: str) -> bool:
    patterns = []
    for template in (row.de, row.en):
        pieces = [(re.escape(text), name) for text, name, _, _ in string.Formatter().parse(template)]
        patterns.append("".join(text + (".+" if name else "") for text, name in pieces))
    return any(re.fullmatch(pattern, said) for pattern in patterns)


@pytest.mark.parametrize("row", PLACED, ids=lambda row: row.id)
def test_each_label_with_places_says_its_examples_and_not_its_counter_examples(row: Label) -> None:
    assert row.examples
    for example in row.examples:
        assert _said(row, example), example
    if row.id not in {"count.exact", "box.group"}:
        assert not any(_said(row, example) for example in row.counter_examples)


@pytest.mark.parametrize("row", LABELS, ids=lambda row: row.id)
def test_both_languages_have_the_same_places(row: Label) -> None:
    places = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (row.de, row.en)]
    assert places[0] == places[1]


@pytest.mark.parametrize(
    ("prefix", "values"),
    [
        ("type", INCIDENT_TYPES),
        ("measure", MEASURES),
        ("group", get_args(Group)),
        ("kind", get_args(SourceKind)),
        ("count", get_args(Qualifier)),
        ("modality", [value for value in get_args(Modality) if value != "stated"]),
        ("source", [value for value in get_args(Stance) if value != "asserts"]),
        ("month", range(1, 13)),
    ],
)
def test_every_value_of_the_model_has_a_label(prefix: str, values: tuple[str, ...]) -> None:
    assert all(Words.of("de").has(f"{prefix}.{value}") for value in values)


@pytest.mark.parametrize(
    ("iso", "german"),
    [
        ("2025-04-26", "26. April 2025"),
        ("2025-04-26T09:00:00+02:00", "26. April 2025"),
        ("2025-04", "April 2025"),
        ("2025", "2025"),
        ("2025-13", "2025-13"),
        ("2025-W17", "2025-W17"),
    ],
)
def test_dates_are_said_as_precisely_as_they_are_known(iso: str, german: str) -> None:
    assert Words.of("de").date(iso) == german


def test_countries_have_names_in_both_languages_and_an_unknown_code_stays() -> None:
    assert Words.of("de").country("RU") == "Russland"
    assert Words.of("en").country("RU") == "Russia"
    assert Words.of("de").country("??") == "??"


def test_an_unknown_label_is_an_error() -> None:
    with pytest.raises(VocabularyError, match=r"no\.such"):
        Words.of("de").label("no.such")


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("Es sank. Zwölf starben am 3. Mai vor Korsu. Es regnete.", "Zwölf", "Zwölf starben am 3. Mai vor Korsu."),
        ("Er sagte: „Zwölf starben.“ Es regnete.", "Zwölf", "Er sagte: „Zwölf starben.“"),
        ("Überschrift\nZwölf starben", "Zwölf", "Zwölf starben"),
        ("Zwölf starben, z. B. Fischer. Es regnete.", "Fischer", "Zwölf starben, z. B. Fischer."),
    ],
)
def test_an_excerpt_is_shown_with_its_sentence(text: str, quote: str, expected: str) -> None:
    article = Article("a", "Titel", text, "de")
    start = text.index(quote)
    assert sentence(article, article.span("text", start, start + len(quote))).quote == expected


@pytest.mark.parametrize(("count", "expected"), [("dozens", ' "dozens of bodies" '), ("40", " toll (40), it ")])
def test_an_excerpt_is_cut_around_its_number_without_a_space_more(count: str, expected: str) -> None:
    text = 'They searched until dawn. She saw "dozens of bodies" there. The toll (40), it is feared, could yet rise.'
    article = Article("a", "Title", text, "en")
    start = text.index(count)
    shown = excerpt(article.span("text", 0, len(text)), article.span("text", start, start + len(count)), width=50)
    assert expected in shown
    assert shown.startswith("… ")
    assert len(shown) <= 54
