"""Reporting verbs, message nouns, speakers, hedges and denials: every entry fires on its examples and on no others."""

import pytest

from lagebild.annotate import document
from lagebild.extract.attribution import attributions
from lagebild.extract.attribution_reports import reports
from lagebild.extract.modality import modality
from lagebild.model import Article, Document
from lagebild.vocabulary import load
from lagebild.vocabulary.attribution import DenialWords, HedgeWords, MessageNouns, ReportingVerbs, SpeakerNouns

VERBS = load("de", "reporting_verbs", ReportingVerbs)
NOUNS = load("de", "message_nouns", MessageNouns)
SPEAKERS = load("de", "speaker_nouns", SpeakerNouns)
HEDGES = load("de", "hedges", HedgeWords)
DENIALS = load("de", "denials", DenialWords)
MADE_RELEVANT = " Drei Menschen wurden getötet."


def _read(text: str) -> Document:
    return document(Article(id="a", title="", text=text + MADE_RELEVANT, language="de"))


def _rows(text: str) -> set[str]:
    return {report.row.id for sentence in _read(text).sentences for report in reports(sentence)}


@pytest.mark.parametrize("row", VERBS, ids=lambda row: row.id)
def test_a_reporting_verb_fires_on_its_examples_alone(row: ReportingVerbs) -> None:
    assert row.examples
    assert all(row.id in _rows(text) for text in row.examples)
    assert not any(row.id in _rows(text) for text in row.counter_examples)


@pytest.mark.parametrize("row", NOUNS, ids=lambda row: row.id)
def test_a_message_noun_makes_a_source_in_its_examples_alone(row: MessageNouns) -> None:
    assert row.examples
    for text in row.examples:
        assert attributions(_read(f"Bei dem Brand starben {text} vier Menschen.")), text
    for text in row.counter_examples:
        assert not attributions(_read(f"Bei dem Brand starben {text} vier Menschen.")), text


def test_a_headline_opens_with_a_speaker_and_with_nobody_else() -> None:
    row = next(row for row in SPEAKERS if row.id == "speakers")
    assert all(attributions(_read(text)) for text in row.examples)
    assert not any(attributions(_read(text)) for text in row.counter_examples)


def test_whom_it_was_said_to_is_no_part_of_the_source() -> None:
    row = next(row for row in SPEAKERS if row.id == "spoken_to")
    (addressed,) = attributions(_read(f"Drei Menschen seien tot, {row.examples[0]}."))
    assert addressed.sources[0].text == "eine Sprecherin"
    (owned,) = attributions(_read(f"Drei Menschen seien tot, {row.counter_examples[0]}."))
    assert owned.sources[0].text == "eine Sprecherin der Klinik"


def test_what_never_speaks_is_no_source() -> None:
    row = next(row for row in SPEAKERS if row.id == "silent")
    assert not any(attributions(_read(text)) for text in row.examples)
    assert all(attributions(_read("Drei Menschen starben. " + text)) for text in row.counter_examples)


def _certainty(text: str) -> str | None:
    read = _read(text)
    sentence = read.sentences[0]
    number = sentence.numbers[0]
    measure = next(
        n
        for n, token in enumerate(sentence.tokens)
        if token.text in {"starben", "tot", "Toten", "Tote", "ertrunken", "getötet", "Tod", "sind"}
    )
    return modality(sentence, (number.first, number.last), (measure, measure + 1), attributions(read))


@pytest.mark.parametrize("row", HEDGES, ids=lambda row: row.id)
def test_a_hedge_changes_how_sure_its_examples_are(row: HedgeWords) -> None:
    assert row.examples
    expected = None if row.use == "unreal" else "uncertain"
    assert [_certainty(text) for text in row.examples] == [expected] * len(row.examples)
    assert [_certainty(text) for text in row.counter_examples] == ["stated"] * len(row.counter_examples)


@pytest.mark.parametrize("row", DENIALS, ids=lambda row: row.id)
def test_a_denial_denies_its_examples_alone(row: DenialWords) -> None:
    assert row.examples
    assert [_certainty(text) for text in row.examples] == ["denied"] * len(row.examples)
    assert [_certainty(text) for text in row.counter_examples] == ["stated"] * len(row.counter_examples)
