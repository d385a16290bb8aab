"""English past tenses that the tagger takes for something else."""

import pytest

from lagebild.annotate.english.past import with_past
from lagebild.model import Token


def verbs(*words: tuple[str, str, str]) -> list[str]:
    """Return the lemmas of the finite verbs of tagged words."""
    tokens = tuple(
        Token(text=text, start=n * 20, end=n * 20 + len(text), tag=tag, lemma=text, form=form)  # type: ignore[arg-type]  # tags as plain words
        for n, (text, tag, form) in enumerate(words)
    )
    return [token.lemma for token in with_past(tokens) if token.tag == "VERB" and token.form == "finite"]


@pytest.mark.parametrize(("word", "lemma"), [("shelled", "shell"), ("retook", "retake")])
def test_a_sentence_without_a_verb_has_it_between_subject_and_object(word: str, lemma: str) -> None:
    assert verbs(("Units", "NOUN", ""), (word, "ADJ", "attributive"), ("villages", "NOUN", "")) == [lemma]


def test_none_is_made_where_a_verb_is_or_no_subject_stands() -> None:
    assert verbs(("The", "DET", "article"), ("shelled", "ADJ", "attributive"), ("villages", "NOUN", "")) == []
    found = verbs(
        ("Units", "NOUN", ""),
        ("shelled", "ADJ", ""),
        ("villages", "NOUN", ""),
        ("burn", "VERB", "finite"),
        (".", "X", ""),
    )
    assert found == ["burn"]
