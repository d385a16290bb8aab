"""The reasons for and against one incident say their examples, and words that all reports share are common."""

import string
from typing import get_args

import pytest

from lagebild.model import Feature
from lagebild.vocabulary import VocabularyError, load
from lagebild.vocabulary.comparisons import ReportWords, because, report_words
from lagebild.vocabulary.labels import Label, Language

RULES = load("codes", "comparisons", Label)
COMMON = [(language, row) for language in ("de", "en") for row in load(language, "report_words", ReportWords)]
SAMPLES = {"date": "2026-05-23", "type": "accident.rail", "measure": "killed", "n": "4000", "": "Kutno"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_its_values_in_both_languages(rule: Label) -> None:
    kinds = {
        int(name): kind
        for text in (rule.de, rule.en)
        for _, name, kind, _ in string.Formatter().parse(text)
        if name is not None
    }
    values = tuple(SAMPLES[kinds.get(n) or ""] for n in range(max(kinds, default=-1) + 1))
    for language in get_args(Language):
        assert "{" not in because(Feature("place", 1.0, rule.id, values), language)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_an_example_begins_as_its_rule_does(rule: Label) -> None:
    assert rule.examples
    openings = tuple(text.partition("{")[0] for text in (rule.de, rule.en))
    assert all(example.startswith(openings) for example in rule.examples)
    assert not any(example.startswith(tuple(filter(None, openings))) for example in rule.counter_examples)


@pytest.mark.parametrize(
    ("feature", "german", "english"),
    [
        (Feature("place", 2.5, "place.same", ("Kutno", "Kutno")), "derselbe Ort: Kutno", "same place: Kutno"),
        (
            Feature("time", -2.5, "time.apart", ("2026-05-23", "2026-05-31", "8")),
            "8 Tage auseinander: 23. Mai 2026 und 31. Mai 2026",
            "8 days apart: 23 May 2026 and 31 May 2026",
        ),
        (Feature("type", 1.0, "type.same", ("accident.rail",)), "gleiche Art: Zugunglück", "same type: rail accident"),
        (
            Feature("figures", 0.5, "figures.equal", ("killed", "4000", "4000")),
            "gleiche Zahl, Tote: 4.000",
            "same number, killed: 4,000",
        ),
    ],
)
def test_a_reason_is_said_in_the_language_asked_for(feature: Feature, german: str, english: str) -> None:
    assert because(feature, "de") == german
    assert because(feature, "en") == english


def test_an_unknown_rule_is_an_error() -> None:
    with pytest.raises(VocabularyError, match="moon"):
        because(Feature("place", 1.0, "place.moon"), "de")


@pytest.mark.parametrize(("language", "row"), COMMON, ids=lambda value: getattr(value, "id", value))
def test_common_words_stand_in_their_examples_alone(language: str, row: ReportWords) -> None:
    words = {word.casefold() for word in row.words}
    assert all(words & set(example.casefold().split()) for example in row.examples)
    assert not any(words & set(example.casefold().split()) for example in row.counter_examples)
    assert words <= set(report_words(language))
