"""Every word class, rule and cue of the date tables fires on its examples and not on its counter-examples."""

import re

import pytest

from lagebild.annotate.dates import mentions
from lagebild.model import Article, DateMention
from lagebild.vocabulary import Entry, load
from lagebild.vocabulary.dates import DateCue, DateRule, DateWord

LANGUAGES = ("de", "en")


def rows(table: str, row: type[Entry]) -> list[object]:
    return [
        pytest.param(language, entry, id=f"{language}-{entry.id}")
        for language in LANGUAGES
        for entry in load(language, table, row)
    ]


RULES = rows("dates", DateRule)
WORDS = rows("date_words", DateWord)
CUES = rows("date_cues", DateCue)


def found(text: str, language: str) -> tuple[DateMention, ...]:
    return mentions(Article(id="a", title="", text=text, language=language))


@pytest.mark.parametrize(("language", "entry"), RULES)
def test_a_rule_finds_exactly_the_bracketed_words(language: str, entry: DateRule) -> None:
    assert entry.examples
    for example in entry.examples:
        start, end = example.index("["), example.index("]") - 1
        text = example.replace("[", "").replace("]", "")
        assert (start, end, entry.id) in {(each.start, each.end, each.rule) for each in found(text, language)}


@pytest.mark.parametrize(("language", "entry"), RULES)
def test_a_rule_leaves_its_counter_examples(language: str, entry: DateRule) -> None:
    assert entry.counter_examples
    for example in entry.counter_examples:
        assert [mention.quote for mention in found(example, language) if mention.rule == entry.id] == []


@pytest.mark.parametrize(("language", "entry"), WORDS)
def test_a_class_of_words_makes_mentions(language: str, entry: DateWord) -> None:
    assert entry.examples
    assert entry.counter_examples
    assert [example for example in entry.examples if not found(example, language)] == []
    assert [example for example in entry.counter_examples if found(example, language)] == []


@pytest.mark.parametrize(("language", "entry"), CUES)
def test_a_cue_fires_on_its_examples_alone(language: str, entry: DateCue) -> None:
    cue = re.compile("|".join(entry.patterns))
    assert entry.examples, language
    assert entry.counter_examples
    assert [example for example in entry.examples if not cue.search(example)] == []
    assert [example for example in entry.counter_examples if cue.search(example)] == []


def test_both_languages_have_the_same_kinds_of_cues() -> None:
    kinds = [{entry.kind for entry in load(language, "date_cues", DateCue)} for language in LANGUAGES]
    assert kinds[0] == kinds[1]
