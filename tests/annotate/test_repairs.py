"""Forms that the tagger takes for another, mended by the structure of the sentence."""

import pytest

from lagebild.annotate import document
from lagebild.model import Article


def forms(text: str, word: str) -> list[str]:
    """Return the forms of a word in a text."""
    read = document(Article(id="a", title="", text=text, language="de"))
    return [token.form for sentence in read.sentences for token in sentence.tokens if token.text == word]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Die Wehr versichert, zwei Männer seien tot.", "versichert"),
        ("Die Rebellen wiederum behaupten, zwei Männer seien tot.", "behaupten"),
        ("Ein Sprecher erklärt, der Hafen sei zu.", "erklärt"),
    ],
)
def test_a_verb_of_saying_behind_its_subject_is_finite(text: str, word: str) -> None:
    assert forms(text, word) == ["finite"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Die Wehr hat versichert, zwei Männer seien tot.", "versichert"),
        ("Ein Mann, gut versichert, kehrte heim.", "versichert"),
        ("Der Krieg war den Rebellen erklärt, und zwei Männer starben.", "erklärt"),
    ],
)
def test_elsewhere_it_stays_what_it_is(text: str, word: str) -> None:
    assert forms(text, word) != ["finite"]
