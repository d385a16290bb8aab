"""Languages are told by their examples."""

import pytest

from lagebild.acquire import language
from lagebild.vocabulary import load
from lagebild.vocabulary.acquire import LanguageWords

LANGUAGES = load("codes", "languages", LanguageWords)


@pytest.mark.parametrize("row", LANGUAGES, ids=lambda row: row.id)
def test_each_language_is_recognised_in_its_examples_alone(row: LanguageWords) -> None:
    assert row.examples
    assert row.counter_examples
    assert [language.recognise(example) for example in row.examples] == [row.id] * len(row.examples)
    assert row.id not in [language.recognise(example) for example in row.counter_examples]
