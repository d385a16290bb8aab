"""The words that tell how a number stands to an earlier one fire on their examples alone."""

import pytest

from lagebild.vocabulary import load
from lagebild.vocabulary.changes import ChangeCue, has_cue

ROWS = [(language, row) for language in ("de", "en") for row in load(language, "changes", ChangeCue)]


@pytest.mark.parametrize(("language", "row"), ROWS, ids=lambda value: getattr(value, "id", value))
def test_a_cue_fires_on_its_examples_alone(language: str, row: ChangeCue) -> None:
    assert row.examples
    assert row.counter_examples
    assert [text for text in row.examples if not row.fires(text)] == []
    assert [text for text in row.counter_examples if has_cue(language, row.kind, text)] == []


def test_both_languages_have_the_same_kinds() -> None:
    kinds = [{row.kind for of, row in ROWS if of == language} for language in ("de", "en")]
    assert kinds[0] == kinds[1]
