"""The cues of topics fire on their examples and not on their counter-examples."""

import pytest

from lagebild.vocabulary import load
from lagebild.vocabulary.topics import TopicCue, pattern, topic_of

ROWS = [(language, row) for language in ("de", "en") for row in load(language, "topics", TopicCue)]


@pytest.mark.parametrize(("language", "row"), ROWS, ids=lambda value: getattr(value, "id", value))
def test_a_cue_fires_on_its_examples_alone(language: str, row: TopicCue) -> None:
    assert row.examples
    assert row.counter_examples
    assert [text for text in row.examples if not pattern(row).search(text)] == []
    assert [text for text in row.counter_examples if pattern(row).search(text)] == []
    assert {topic_of(text, language) for text in row.examples} == {row.topic}


@pytest.mark.parametrize(
    ("sentence", "language", "topic"),
    [
        ("Die Ministerin sprach den Angehörigen ihr Beileid aus.", "de", "reactions"),
        ("Die Unfallursache ist nach Angaben der Bahn unklar.", "de", "cause"),
        ("Die Schule bleibt am Montag geschlossen.", "de", "other"),
        ("Investigators said the boat had been overloaded.", "en", "cause"),
        ("The school stays closed on Monday.", "en", "other"),
        ("Le bateau a coulé.", "fr", "other"),
    ],
)
def test_the_first_cue_that_fires_says_what_a_sentence_is_about(sentence: str, language: str, topic: str) -> None:
    assert topic_of(sentence, language) == topic
