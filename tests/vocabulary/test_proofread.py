"""The words that proofreading looks for are found in their examples alone."""

import pytest

from lagebild.vocabulary import VocabularyError, load
from lagebild.vocabulary.proofread import ProofWords, proof_words

ROWS = [(language, row) for language in ("de", "en") for row in load(language, "proofread", ProofWords)]


@pytest.mark.parametrize(("language", "row"), ROWS, ids=lambda value: getattr(value, "id", value))
def test_each_entry_fires_on_its_examples_and_not_on_its_counter_examples(language: str, row: ProofWords) -> None:
    pattern = proof_words(row.id, language)
    assert row.examples
    assert row.counter_examples
    assert all(pattern.search(example) for example in row.examples)
    assert not any(pattern.search(example) for example in row.counter_examples)


def test_both_languages_have_the_same_words_to_look_for() -> None:
    ids = {language: [row.id for of, row in ROWS if of == language] for language in ("de", "en")}
    assert sorted(ids["de"]) == sorted(ids["en"])


def test_unknown_words_are_an_error() -> None:
    with pytest.raises(VocabularyError, match=r"no\.such"):
        proof_words("no.such", "de")
