"""The kinds of finding: their families, their wording in both languages, the messages they give."""

import re
import string

import pytest

from lagebild.vocabulary import VocabularyError
from lagebild.vocabulary.proofread import FindingText, finding_texts

ROWS = tuple(finding_texts().values())


def _places(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_each_message_gives_its_examples_and_not_its_counter_examples(row: FindingText) -> None:
    pieces = [(re.escape(text), name) for text, name, _, _ in string.Formatter().parse(row.de.message)]
    pattern = "".join(text + ("(.*)" if name else "") for text, name in pieces)
    assert row.examples
    assert row.counter_examples
    assert all(re.fullmatch(pattern, example) for example in row.examples)
    assert not any(re.fullmatch(pattern, example) for example in row.counter_examples)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_code_is_of_a_family_and_both_languages_have_the_same_places(row: FindingText) -> None:
    assert re.fullmatch(r"LB[1-4]\d\d", row.id)
    assert _places(row.de.message) == _places(row.en.message)
    assert _places(row.de.hint) | _places(row.en.hint) <= _places(row.de.message) | {"word"}


def test_names_are_unique_and_a_language_without_wording_is_refused() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS)
    with pytest.raises(VocabularyError, match="'fr'"):
        ROWS[0].said("fr")
