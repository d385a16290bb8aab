"""Every entry about events tells its examples and not its counter-examples; the codes are those of the codebooks."""

import pytest

from lagebild.annotate import document
from lagebild.extract import claims
from lagebild.extract.events_words import is_of
from lagebild.model import Article, Event
from lagebild.vocabulary import load
from lagebild.vocabulary.events import AcledType, EventCode, EventNoun, EventVerb, EventWords, PloverType

LANGUAGES = ("de", "en")
VERBS = [(language, row) for language in LANGUAGES for row in load(language, "event_verbs", EventVerb)]
NOUNS = [(language, row) for language in LANGUAGES for row in load(language, "event_nouns", EventNoun)]
WORDS = [(language, row) for language in LANGUAGES for row in load(language, "event_words", EventWords)]
ROWS = [*VERBS, *NOUNS]
PLOVER = {row.id: row for row in load("codes", "plover", PloverType)}
ACLED = {row.id: row for row in load("codes", "acled", AcledType)}


def found(language: str, text: str) -> list[Event]:
    """Return the events of a text."""
    article = Article(id="x", title="", text=text, language=language, published="2026-03-10")
    return [claim for claim in claims(document(article)).claims if isinstance(claim, Event)]


def rules(language: str, text: str) -> set[str]:
    """Return the ids of the entries that a text fires; a claim of responsibility shows in who vouches for an attack."""
    events = found(language, text)
    ids = {event.rule.rsplit(".", maxsplit=1)[-1] for event in events}
    claimed = any(event.sources and event.status == "done" for event in events if event.type == "conflict.bombing")
    return ids | ({"claim", "carry_out"} if claimed else set())


@pytest.mark.parametrize(
    ("language", "name", "text"), [(language, row.id, text) for language, row in ROWS for text in row.examples]
)
def test_an_example_gives_an_event(language: str, name: str, text: str) -> None:
    assert name in rules(language, text)


@pytest.mark.parametrize(
    ("language", "name", "text"), [(language, row.id, text) for language, row in ROWS for text in row.counter_examples]
)
def test_a_counter_example_gives_none(language: str, name: str, text: str) -> None:
    assert name not in rules(language, text)


@pytest.mark.parametrize(("language", "row"), ROWS, ids=lambda value: getattr(value, "id", value))
def test_every_entry_has_examples_of_both_kinds(language: str, row: EventVerb | EventNoun) -> None:
    assert row.examples, language
    assert row.counter_examples, language


def of_class(language: str, text: str, name: str) -> bool:
    """Tell whether the last word of a text, the last two, or all of it is of a class."""
    words = text.lower().split()
    return any(is_of(language, part, name) for part in (words[-1], " ".join(words[-2:]), text.lower()))


@pytest.mark.parametrize(("language", "row"), WORDS, ids=lambda value: getattr(value, "id", value))
def test_a_class_has_its_examples(language: str, row: EventWords) -> None:
    assert all(of_class(language, text, row.id) for text in row.examples)
    assert not any(of_class(language, text, row.id) for text in row.counter_examples)
    assert row.examples
    assert row.counter_examples


def test_the_languages_have_the_same_classes() -> None:
    named = {language: {row.id for other, row in WORDS if other == language} for language in LANGUAGES}
    assert named["de"] - named["en"] <= {"dative_feminine"}
    assert named["en"] <= named["de"]


def test_the_codebooks_are_complete() -> None:
    assert len(PLOVER) == 16
    assert len(ACLED) == 6
    assert sum(len(row.sub_event_types) for row in ACLED.values()) == 25


@pytest.mark.parametrize("row", load("codes", "event_codes", EventCode), ids=lambda row: str(row.id))
def test_a_code_is_one_of_its_codebook(row: EventCode) -> None:
    assert (row.plover is None) != (row.acled is None)
    if row.plover is not None:
        kind, mode = row.plover
        assert kind in PLOVER
        assert mode is None or mode in PLOVER[kind].modes
    if row.acled is not None:
        kind, sub = row.acled
        assert kind in ACLED
        assert sub in ACLED[kind].sub_event_types
