"""Every word class, rule and cue of the date tables fires on its examples and not on its counter-examples."""

import re

import pytest

from lagebild.annotate.dates import mentions
from lagebild.model import Article, DateMention
from lagebild.vocabulary import load
from lagebild.vocabulary.dates import DateCue, DateRule, DateWord

RULES = load("de", "dates", DateRule)
WORDS = load("de", "date_words", DateWord)
CUES = load("de", "date_cues", DateCue)


def found(text: str) -> tuple[DateMention, ...]:
    return mentions(Article(id="a", title="", text=text, language="de"))


@pytest.mark.parametrize("entry", RULES, ids=lambda entry: entry.id)
def test_a_rule_finds_exactly_the_bracketed_words(entry: DateRule) -> None:
    assert entry.examples
    for example in entry.examples:
        start, end = example.index("["), example.index("]") - 1
        text = example.replace("[", "").replace("]", "")
        assert (start, end, entry.id) in {(mention.start, mention.end, mention.rule) for mention in found(text)}


@pytest.mark.parametrize("entry", RULES, ids=lambda entry: entry.id)
def test_a_rule_leaves_its_counter_examples(entry: DateRule) -> None:
    assert entry.counter_examples
    for example in entry.counter_examples:
        assert [mention.quote for mention in found(example) if mention.rule == entry.id] == []


@pytest.mark.parametrize("entry", WORDS, ids=lambda entry: entry.id)
def test_a_class_of_words_makes_mentions(entry: DateWord) -> None:
    assert entry.examples
    assert entry.counter_examples
    assert [example for example in entry.examples if not found(example)] == []
    assert [example for example in entry.counter_examples if found(example)] == []


@pytest.mark.parametrize("entry", CUES, ids=lambda entry: entry.id)
def test_a_cue_fires_on_its_examples_alone(entry: DateCue) -> None:
    cue = re.compile("|".join(entry.patterns))
    assert entry.examples
    assert entry.counter_examples
    assert [example for example in entry.examples if not cue.search(example)] == []
    assert [example for example in entry.counter_examples if cue.search(example)] == []
