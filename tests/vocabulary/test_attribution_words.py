"""Reporting verbs, message nouns, speakers, hedges and denials: every entry fires on its examples and on no others."""

from typing import TypeVar

import pytest

from lagebild.annotate import document
from lagebild.extract.attribution import attributions
from lagebild.extract.attribution_reports import reports
from lagebild.extract.english.attribution_reports import reports as english_reports
from lagebild.extract.english.modality import modality as english_modality
from lagebild.extract.modality import modality
from lagebild.model import Article, Document
from lagebild.vocabulary import Entry, load
from lagebild.vocabulary.attribution import DenialWords, HedgeWords, MessageNouns, ReportingVerbs, SpeakerNouns

LANGUAGES = ("de", "en")
MADE_RELEVANT = {"de": " Drei Menschen wurden getötet.", "en": " Three people were killed."}
FRAMES = {"de": "Bei dem Brand starben {} vier Menschen.", "en": "Four people died in the blaze {}."}
SAID = {"de": "Drei Menschen seien tot, {}.", "en": "Three people had died, {}."}
ADDRESSED = {
    "de": ("eine Sprecherin", "eine Sprecherin der Klinik"),
    "en": ("a spokeswoman", "a spokeswoman for the clinic"),
}
MEASURES = frozenset({
    "starben", "tot", "Toten", "Tote", "ertrunken", "getötet", "Tod", "sind",
    "died", "dead", "drowned", "killed", "killing", "deaths", "death", "die",
})  # fmt: skip
AppliedTo = TypeVar("AppliedTo", bound=Entry)


def _entries(table: str, row: type[AppliedTo]) -> list[tuple[str, AppliedTo]]:
    return [(language, entry) for language in LANGUAGES for entry in load(language, table, row)]


def _named(value: object) -> str:
    return value.id if isinstance(value, Entry) else str(value)


def _read(text: str, language: str, title: str = "") -> Document:
    return document(Article(id="a", title=title, text=text + MADE_RELEVANT[language], language=language))


def _rows(text: str, language: str) -> set[str]:
    sentences = _read(text, language).sentences
    if language == "en":
        return {report.row.id for sentence in sentences for report in english_reports(sentence)}
    return {report.row.id for sentence in sentences for report in reports(sentence)}


@pytest.mark.parametrize(("language", "row"), _entries("reporting_verbs", ReportingVerbs), ids=_named)
def test_a_reporting_verb_fires_on_its_examples_alone(language: str, row: ReportingVerbs) -> None:
    assert row.examples
    assert [text for text in row.examples if row.id not in _rows(text, language)] == []
    assert [text for text in row.counter_examples if row.id in _rows(text, language)] == []


@pytest.mark.parametrize(("language", "row"), _entries("message_nouns", MessageNouns), ids=_named)
def test_a_message_noun_makes_a_source_in_its_examples_alone(language: str, row: MessageNouns) -> None:
    assert row.examples
    for text in row.examples:
        assert attributions(_read(FRAMES[language].format(text), language)), text
    for text in row.counter_examples:
        assert not attributions(_read(FRAMES[language].format(text), language)), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_headline_opens_with_a_speaker_and_with_nobody_else(language: str) -> None:
    row = next(row for row in load(language, "speaker_nouns", SpeakerNouns) if row.id == "speakers")
    assert all(attributions(_read("", language, title=text)) for text in row.examples)
    assert not any(attributions(_read("", language, title=text)) for text in row.counter_examples)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whom_it_was_said_to_is_no_part_of_the_source(language: str) -> None:
    row = next(row for row in load(language, "speaker_nouns", SpeakerNouns) if row.id == "spoken_to")
    (addressed,) = attributions(_read(SAID[language].format(row.examples[0]), language))
    (owned,) = attributions(_read(SAID[language].format(row.counter_examples[0]), language))
    assert (addressed.sources[0].text, owned.sources[0].text) == ADDRESSED[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_never_speaks_is_no_source(language: str) -> None:
    row = next(row for row in load(language, "speaker_nouns", SpeakerNouns) if row.id == "silent")
    before = {"de": "Drei Menschen starben. ", "en": "Three people died. "}[language]
    assert not any(attributions(_read(text, language)) for text in row.examples)
    assert all(attributions(_read(before + text, language)) for text in row.counter_examples)


def _certainty(text: str, language: str) -> str | None:
    read = _read(text, language)
    sentence = read.sentences[0]
    number = sentence.numbers[0]
    measure = next(n for n, token in enumerate(sentence.tokens) if token.text in MEASURES)
    judge = english_modality if language == "en" else modality
    return judge(sentence, (number.first, number.last), (measure, measure + 1), attributions(read))


@pytest.mark.parametrize(("language", "row"), _entries("hedges", HedgeWords), ids=_named)
def test_a_hedge_changes_how_sure_its_examples_are(language: str, row: HedgeWords) -> None:
    told = {"fact", "rank"}
    expected = (
        None if row.use in {"unreal", "condition", "avoided", "plan"} else "stated" if row.use in told else "uncertain"
    )
    contrary = None if row.use in told else "stated"
    assert row.examples
    assert [_certainty(text, language) for text in row.examples] == [expected] * len(row.examples)
    assert [_certainty(text, language) for text in row.counter_examples] == [contrary] * len(row.counter_examples)


@pytest.mark.parametrize(("language", "row"), _entries("denials", DenialWords), ids=_named)
def test_a_denial_denies_its_examples_alone(language: str, row: DenialWords) -> None:
    assert row.examples
    assert [_certainty(text, language) for text in row.examples] == ["denied"] * len(row.examples)
    assert [_certainty(text, language) for text in row.counter_examples] == ["stated"] * len(row.counter_examples)
