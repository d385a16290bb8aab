"""The words that proofreading looks for are found in their examples alone."""

import pytest

from lagebild.vocabulary import VocabularyError, load
from lagebild.vocabulary.proofread import ProofWords, proof_words

ROWS = load("de", "proofread", ProofWords)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_each_entry_fires_on_its_examples_and_not_on_its_counter_examples(row: ProofWords) -> None:
    pattern = proof_words(row.id)
    assert row.examples
    assert row.counter_examples
    assert all(pattern.search(example) for example in row.examples)
    assert not any(pattern.search(example) for example in row.counter_examples)


def test_unknown_words_are_an_error() -> None:
    with pytest.raises(VocabularyError, match=r"no\.such"):
        proof_words("no.such")
