"""Institutions are told by their names, relays by the words around an outlet's name."""

import pytest

from lagebild.merge import relays
from lagebild.merge.speakers import bare, institution
from lagebild.model import Article, MadeBy, Record
from lagebild.vocabulary.origins import Institution, RelayCue, RelayUse, institutions, relay_cues

LANGUAGES = ("de", "en")
ROWS = [(language, row) for language in LANGUAGES for row in institutions(language)]
CUES = [
    (language, row)
    for language in LANGUAGES
    for use in ("before", "behind", "after", "inverted", "around", "subordinate", "reference")
    for row in relay_cues(language, use)
]
NOUNS: tuple[RelayUse, ...] = ("back", "plain")


def told(sentence: str, language: str) -> tuple[relays.Relay, ...]:
    """Return the relays of a sentence in which X stands for an outlet."""
    text = sentence.replace("X", "Ottertaler Bote")
    record = Record(Article("a", "", text, language, publisher="Nordblatt"), MadeBy("", "", ""))
    other = Record(Article("b", "", "", language, publisher="Ottertaler Bote"), MadeBy("", "", ""))
    return relays.relays(record, relays.Register([record, other]))


@pytest.mark.parametrize(("language", "row"), ROWS, ids=lambda value: getattr(value, "id", value))
def test_an_institution_is_told_by_its_names_alone(language: str, row: Institution) -> None:
    assert row.examples
    assert row.counter_examples
    if row.id == "plain":
        assert all(len(bare(name, language).split()) < len(name.split()) for name in row.examples)
        assert all(len(bare(name, language).split()) == len(name.split()) for name in row.counter_examples)
    elif row.id == "bearers":
        assert all(institution(name, language) is not None for name in row.examples)
        assert all(institution(name, language) is None for name in row.counter_examples)
    else:
        assert [getattr(institution(name, language), "id", None) for name in row.examples] == [row.id] * len(
            row.examples
        )
        assert row.id not in [getattr(institution(name, language), "id", None) for name in row.counter_examples]


def test_an_institution_has_one_level_in_all_languages() -> None:
    levels = [{row.id: row.level for row in institutions(language)} for language in LANGUAGES]
    shared = set(levels[0]) & set(levels[1])
    assert len(shared) > 60
    assert [levels[0][key] for key in shared] == [levels[1][key] for key in shared]


@pytest.mark.parametrize(("language", "row"), CUES, ids=lambda value: getattr(value, "id", value))
def test_a_relay_is_told_by_its_cues_alone(language: str, row: RelayCue) -> None:
    for example in row.examples:
        found = told(example, language)
        assert [relay.outlet.name for relay in found] == ["Ottertaler Bote"], example
        assert row.use != "reference" or found[0].whom, example
    for example in row.counter_examples:
        found = told(example, language)
        assert not found or (row.use == "reference" and not found[0].whom), example


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_told_something_is_passed_on_by_nobody(language: str) -> None:
    for row in relay_cues(language, "told"):
        assert not any(told(example, language) for example in row.examples)
        assert all(told(example, language) for example in row.counter_examples)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nouns_for_outlets_name_none(language: str) -> None:
    for use in NOUNS:
        for row in relay_cues(language, use):
            for name in row.examples:
                assert all(relays.tells_nothing(word, language) for word in name.split()), name
    for row in relay_cues(language, "plain"):
        for name in row.counter_examples:
            assert not all(relays.tells_nothing(word, language) for word in name.split()), name
    for row in relay_cues(language, "own"):
        assert all(example.split()[0] in row.words for example in row.examples)
        assert not any(example.split()[0] in row.words for example in row.counter_examples)
