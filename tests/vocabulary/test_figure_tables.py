"""Run the examples and counter-examples of every table that tells how many and what happened to people."""

import re
from typing import TypeVar

import pytest

from lagebild import annotate, extract
from lagebild.annotate.english.numbers import numbers as english_numbers
from lagebild.annotate.english.repairs import repaired
from lagebild.annotate.numbers import numbers
from lagebild.annotate.parser import tagged
from lagebild.annotate.tokens import sentences, tokens
from lagebild.model import Article, Figure, Number
from lagebild.vocabulary import Entry, load
from lagebild.vocabulary.measures import (
    FigurePattern,
    FigureWords,
    GroupNouns,
    MeasureAdjectives,
    MeasureNouns,
    MeasureStems,
    MeasureVerbs,
    PeopleNouns,
)
from lagebild.vocabulary.numbers import NumberWords, QualifierWords, UnitWords

Row = TypeVar("Row", bound=Entry)


def figures(text: str, language: str) -> tuple[Figure, ...]:
    return extract.claims(annotate.document(Article(id="example", title="", text=text, language=language))).figures


def counted(text: str, language: str) -> list[Number]:
    if language == "en":
        (sentence,) = sentences("text", text, 0, "en")
        return list(english_numbers(repaired(tagged(sentence.tokens, "en"))))
    return list(numbers(tokens(text, 0, len(text))))


def texts(name: str, row: type[Row]) -> list[object]:
    """Return a parameter for each example (True) and counter-example (False) of a table."""
    return [
        pytest.param(language, entry, text, fires, id=f"{language} {entry.id}: {text}")
        for language in ("de", "en")
        for entry in load(language, name, row)
        for fires, found in ((True, entry.examples), (False, entry.counter_examples))
        for text in found
    ]


@pytest.mark.parametrize(("language", "entry", "text", "fires"), texts("numbers", NumberWords))
def test_number_words(language: str, entry: NumberWords, text: str, fires: bool) -> None:  # noqa: FBT001 - a column of the table
    found = [
        n for n in counted(text, language) if (n.low, n.high, n.qualifier) == (entry.low, entry.high, entry.qualifier)
    ]
    assert bool(found) is fires


@pytest.mark.parametrize(("language", "entry", "text", "fires"), texts("qualifiers", QualifierWords))
def test_qualifier_words(language: str, entry: QualifierWords, text: str, fires: bool) -> None:  # noqa: FBT001 - a column of the table
    assert any(n.qualifier == entry.qualifier for n in counted(text, language)) is fires


@pytest.mark.parametrize(("language", "entry", "text", "fires"), texts("units", UnitWords))
def test_unit_words(language: str, entry: UnitWords, text: str, fires: bool) -> None:  # noqa: FBT001 - a column of the table
    assert any(n.kind == entry.kind for n in counted(text, language)) is fires


@pytest.mark.parametrize(("language", "entry", "text", "fires"), texts("relevance", MeasureStems))
def test_stems_of_relevance(language: str, entry: MeasureStems, text: str, fires: bool) -> None:  # noqa: FBT001 - a column of the table
    assert entry in load(language, "relevance", MeasureStems)
    assert bool(re.search("|".join(entry.stems), text, re.IGNORECASE)) is fires


@pytest.mark.parametrize(("language", "entry", "text", "fires"), texts("measure_verbs", MeasureVerbs))
def test_measure_verbs(language: str, entry: MeasureVerbs, text: str, fires: bool) -> None:  # noqa: FBT001 - a column of the table
    if fires:
        assert any(f.measure == entry.measure and f.rule.startswith("figure.") for f in figures(text, language))
    else:
        assert not any(f.rule.startswith(f"figure.verb.{entry.id}") for f in figures(text, language))


@pytest.mark.parametrize(
    ("language", "entry", "text", "fires"),
    [*texts("measure_nouns", MeasureNouns), *texts("harm_nouns", MeasureNouns)],
)
def test_measure_nouns(language: str, entry: MeasureNouns, text: str, fires: bool) -> None:  # noqa: FBT001 - a column of the table
    rules = (f"figure.noun.{entry.id}", f"figure.act.{entry.id}")
    assert any(f.rule.startswith(rules) and f.measure == entry.measure for f in figures(text, language)) is fires


@pytest.mark.parametrize(("language", "entry", "text", "fires"), texts("measure_adjectives", MeasureAdjectives))
def test_measure_adjectives(language: str, entry: MeasureAdjectives, text: str, fires: bool) -> None:  # noqa: FBT001 - a column of the table
    found = [f for f in figures(text, language) if f.rule.startswith("figure.adjective") and f.measure == entry.measure]
    assert bool(found) is fires


@pytest.mark.parametrize(("language", "entry", "text", "fires"), texts("groups", GroupNouns))
def test_groups(language: str, entry: GroupNouns, text: str, fires: bool) -> None:  # noqa: FBT001 - a column of the table
    assert any(set(entry.group) <= set(f.group) for f in figures(text, language)) is fires


@pytest.mark.parametrize(("language", "entry", "text", "fires"), texts("people", PeopleNouns))
def test_people(language: str, entry: PeopleNouns, text: str, fires: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(figures(text, language)) is fires, entry.id


@pytest.mark.parametrize(
    ("language", "entry", "text", "fires"),
    [*texts("figure_words", FigureWords), *texts("figure_patterns", FigurePattern)],
)
def test_words_of_figure_rules(language: str, entry: Entry, text: str, fires: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(figures(text, language)) is fires, entry.id
