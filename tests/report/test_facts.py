"""The rows of the fact box and of the figures beside it, in words."""

from dataclasses import replace

import pytest

from lagebild.model import Box, BoxCount
from lagebild.report.facts import Evidence, box_facts, clean, said_by, sections, short
from lagebild.vocabulary.labels import Words
from tests import builders

DE, EN = Words.of("de"), Words.of("en")


def _count(low: int | None, high: int | None, **changes: object) -> BoxCount:
    made = BoxCount(low, high, "exact", "stated", None, None, {}, ())
    return replace(made, **changes)  # type: ignore[arg-type]  # the tests' own values


@pytest.mark.parametrize(
    ("count", "german", "english"),
    [
        (_count(0, 0), "0", "0"),
        (_count(1500, 1500), "1.500", "1,500"),
        (_count(5, None, qualifier="at_least"), "mindestens 5", "at least 5"),
        (_count(4000, 4000, qualifier="about"), "rund 4.000", "about 4,000"),
        (_count(100, None, qualifier="more_than"), "mehr als 100", "more than 100"),
        (_count(None, 20, qualifier="at_most"), "höchstens 20", "at most 20"),
        (_count(10, 20, qualifier="range"), "10 bis 20", "10 to 20"),
        (_count(5, 7), "5 bis 7", "5 to 7"),
        (_count(5, None), "mindestens 5", "at least 5"),
        (_count(24, None, qualifier="vague"), "Dutzende", "dozens"),
        (_count(3, None, qualifier="vague"), "mehrere (mindestens 3)", "several (at least 3)"),
        (_count(10, 10, modality="uncertain"), "vermutlich 10", "reportedly 10"),
        (_count(10, 10, modality="denied"), "bestritten: 10", "denied: 10"),
    ],
)
def test_a_count_keeps_its_qualifier_and_certainty_in_words(count: BoxCount, german: str, english: str) -> None:
    assert DE.count(count) == german
    assert EN.count(count) == english


def test_unknown_is_said_and_zero_is_shown_as_zero() -> None:
    record = replace(builders.ferry(), box=Box(injured=_count(0, 0)))
    facts = {fact.key: fact for fact in box_facts(record, DE)}
    assert (facts["injured"].value, facts["injured"].known) == ("0", True)
    assert (facts["killed"].value, facts["killed"].known) == ("keine Angabe", False)
    assert (facts["date"].value, facts["place"].value) == ("keine Angabe", "keine Angabe")
    assert "casualties" not in facts


def test_each_value_of_the_box_leads_to_its_place_in_the_article() -> None:
    record = builders.ferry()
    for fact in box_facts(record, DE):
        for evidence in fact.evidence:
            span = evidence.span
            assert record.article[span.field][span.start : span.end] == span.quote
    found = {fact.key: [evidence.count.quote for evidence in fact.evidence] for fact in box_facts(record, DE)}
    assert found["killed"] == ["mindestens 14"]
    assert found["date"] == ["am Samstag"]
    assert found["place"] == ["Korsu"]


def test_parts_stand_under_their_total_and_other_figures_apart() -> None:
    found = {section.key: section.facts for section in sections(builders.ferry(), DE)}
    assert [(fact.label, fact.value, fact.depth) for fact in found["main"]] == [
        ("Tote", "mindestens 14", 0),
        ("Tote (Kinder)", "3", 1),
    ]
    assert [fact.value for fact in found["period"]] == ["52"]
    assert [fact.value for fact in found["other"]] == ["7"]


def test_figures_that_the_box_shows_are_not_shown_again_without_parts() -> None:
    found = {section.key: section.facts for section in sections(builders.ferry(), DE)}
    assert not [fact for fact in found["main"] if fact.key == "injured"]


def test_sources_are_said_from_the_origin_outward() -> None:
    figures = {figure.measure: figure for figure in builders.ferry().figures}
    assert said_by(figures["missing"].sources, DE) == "Reederei, zitiert von Abendpost"
    assert said_by((), EN) == "no source given"
    denied = replace(figures["injured"].sources[0], stance="denies")
    assert said_by((figures["missing"].sources[0], denied), DE) == "Reederei; bestritten von Klinikum Nordbucht"


def test_an_unnamed_source_is_quoted_as_such_and_a_party_is_called_one() -> None:
    source = builders.source(builders.article(), "Die Abendpost", "")
    assert said_by((source,), DE) == "„Die Abendpost“ (nicht namentlich)"
    assert said_by((replace(source, name="Sprecherin"),), DE) == "„Sprecherin“ (nicht namentlich)"
    assert said_by((replace(source, name="Armee", kind="military", party=True),), DE) == "Armee (Konfliktpartei)"


def test_a_long_sentence_is_cut_around_its_number() -> None:
    text = "wort " * 60 + "rund 40 Menschen " + "wort " * 60
    of = builders.article(text=text)
    evidence = Evidence("x", "y", of.span("text", 0, 5), of.span("text", 0, len(text)), builders.span(of, "rund 40"))
    line = short(evidence, width=80)
    assert line.startswith("… wort")
    assert line.endswith("wort …")
    assert "rund 40 Menschen" in line
    assert len(line) <= 90


def test_nothing_that_steers_a_terminal_is_shown() -> None:
    assert clean("a\x1b[31mb\u202ec") == "a\ufffd[31mbc"
