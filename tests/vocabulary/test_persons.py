"""Every row about persons' names holds: its examples have a name of its standing, its counter-examples have not."""

import pytest

import lagebild
from lagebild.model import Article, PersonName
from lagebild.vocabulary import load
from lagebild.vocabulary.persons import GivenNames, PersonCue, PersonRole

LANGUAGES = ("de", "en")
ROLES = [(language, row) for language in LANGUAGES for row in load(language, "person_roles", PersonRole)]
CUES = [(language, row) for language in LANGUAGES for row in load(language, "person_cues", PersonCue)]
GIVEN = load("codes", "given_names", GivenNames)
REASONS = {
    "office": {"office"},
    "function": {"speaks_in_function"},
    "private": {"private_role"},
    "trade": {"no_role"},
    "courtesy": {"befallen"},
}


def persons(text: str, language: str) -> tuple[PersonName, ...]:
    return lagebild.record(Article("a", "", text, language)).persons


def language_of(text: str) -> str:
    return "en" if "on Monday" in text else "de"


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, cue in CUES for text in cue.examples])
def test_example_has_a_name(language: str, text: str) -> None:
    assert persons(text, language)


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, cue in CUES for text in cue.counter_examples])
def test_counter_example_has_no_name(language: str, text: str) -> None:
    assert not persons(text, language)


@pytest.mark.parametrize(("language", "row"), ROLES, ids=lambda value: getattr(value, "id", value))
def test_a_role_gives_a_standing(language: str, row: PersonRole) -> None:
    assert row.examples
    assert row.counter_examples
    assert all({one.reason for one in persons(text, language)} == REASONS[row.role] for text in row.examples)
    assert all({one.reason for one in persons(text, language)} != REASONS[row.role] for text in row.counter_examples)


@pytest.mark.parametrize("row", GIVEN, ids=lambda row: row.id)
def test_a_given_name_begins_a_name(row: GivenNames) -> None:
    assert all(persons(text, language_of(text)) for text in row.examples)
    assert not any(persons(text, language_of(text)) for text in row.counter_examples)


@pytest.mark.parametrize(("language", "row"), CUES, ids=lambda value: getattr(value, "id", value))
def test_a_cue_is_written_once(language: str, row: PersonCue) -> None:
    del language
    assert len(set(row.words)) == len(row.words), sorted(word for word in row.words if row.words.count(word) > 1)


@pytest.mark.parametrize(("language", "row"), ROLES, ids=lambda value: getattr(value, "id", value))
def test_a_role_is_written_once(language: str, row: PersonRole) -> None:
    others = {word.lower() for lang, other in ROLES if lang == language and other.id != row.id for word in other.words}
    assert not {word.lower() for word in row.words} & others
    assert len(set(row.words)) == len(row.words), sorted(word for word in row.words if row.words.count(word) > 1)


def test_a_given_name_is_written_once_and_is_plain_or_a_word_too() -> None:
    for row in GIVEN:
        assert len(set(row.names)) == len(row.names), sorted(n for n in row.names if row.names.count(n) > 1)
