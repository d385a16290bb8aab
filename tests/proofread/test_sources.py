"""LB2: the sources of the box and of its numbers."""

from dataclasses import replace

import pytest

from lagebild.model import Statement
from tests import builders
from tests.builders import boxed_article, figure, record, source
from tests.proofread.cases import DAY, DEAD, codes, dead, five, guard, only


def test_a_source_of_the_text_is_missing_in_the_box() -> None:
    found = only(dead({"Tote": "5", "Quellen": "Polizei"}), "LB202")
    assert "Küstenwache" in found.message
    assert "Polizei" in found.message


@pytest.mark.parametrize(
    "value",
    [
        "Küstenwache",
        "Polizei; Küstenwache",
        "die Küstenwache Korsu",
        "Küstenwache und Polizei",
        "Küsten der Küstenwache in Korsu",
    ],
)
def test_a_source_is_found_however_the_box_lists_it(value: str) -> None:
    assert codes(dead({"Tote": "5", "Quellen": value})) == []


def test_a_box_without_a_row_for_sources_names_none() -> None:
    of = boxed_article(DEAD, {"Datum": "28. Februar 2026", "Tote": "5"})
    only(record(of, five(of)), "LB206")


def test_who_speaks_of_what_happened_is_a_source_and_who_comments_is_none() -> None:
    of = boxed_article(
        f"{DEAD} Der Hafenmeister bestätigte das. Der Verband warnte vor mehr. Das Finnland trauerte.",
        {"Tote": "5", **DAY, "Quellen": ""},
    )

    def said(speaker: str, cue: str) -> Statement:
        where = builders.span(of, f"{speaker} {cue}")
        spoke = (builders.span(of, speaker),)
        return Statement(f"s-{cue}", "reported", (), (builders.span(of, cue),), spoke, speaker[4:], where, "test", 0.9)

    made = record(
        of,
        five(of),
        said("Der Hafenmeister", "bestätigte"),
        said("Der Verband", "warnte"),
        said("Das Finnland", "trauerte"),
    )
    found = only(made, "LB201")
    assert found.message.endswith("der Text nennt: Küstenwache, Hafenmeister.")


def test_a_number_without_any_source_and_one_with_unnamed_ones_alone() -> None:
    only(dead({"Tote": "5"}, sources=()), "LB203")
    of = boxed_article(f"{DEAD} Das geht aus Berichten hervor.", {**DAY, "Tote": "5"})
    only(record(of, five(of, sources=(source(of, "Berichten", "", kind="unnamed"),))), "LB204")


def test_an_agency_in_the_byline_is_the_source_of_what_has_none() -> None:
    made = dead({"Tote": "5"}, sources=())
    assert codes(replace(made, article=replace(made.article, agencies=("abc",)))) == []


def test_two_names_of_the_box_with_one_origin() -> None:
    text = "Die Abendpost meldet unter Berufung auf die Reederei fünf Tote."
    of = boxed_article(text, {**DAY, "Tote": "5", "Quellen": "Reederei, Abendpost"})
    chain = (source(of, "die Reederei", "Reederei"), source(of, "Die Abendpost", "Abendpost", kind="media", role="via"))
    made = figure(of, "killed", "fünf Tote", "fünf", 5, sources=(replace(chain[0], kind="company"), chain[1]))
    assert "Reederei, Abendpost" in only(record(of, made), "LB205").message


def test_who_passes_on_or_denies_and_who_is_only_a_role_need_not_stand_in_the_box() -> None:
    text = (
        "Die Abendpost meldet unter Berufung auf die Küstenwache fünf Tote. Die Armee bestritt das. Laut Behörden fünf."
    )
    of = boxed_article(text, {**DAY, "Tote": "5"})
    chain = (
        *guard(builders.boxed_article("Laut der Küstenwache", {})),
        source(of, "Die Abendpost", "Abendpost", kind="media", role="via"),
        source(of, "Die Armee", "Armee", kind="military", stance="denies"),
        source(of, "Behörden", "Behörden", kind="government"),
    )
    assert codes(record(of, figure(of, "killed", "fünf Tote", "fünf", 5, sources=chain))) == []


def test_a_place_that_names_the_source_of_a_figure_is_told_once_by_that_name() -> None:
    of = boxed_article(DEAD, {**DAY, "Tote": "5", "Quellen": ""})
    speaker = builders.span(of, "der Küstenwache")
    cue = builders.span(of, "nach Angaben")
    again = Statement("s1", "reported", (), (cue,), (speaker,), None, speaker, "test", 0.9)
    assert only(record(of, five(of), again), "LB201").message.endswith("der Text nennt: Küstenwache.")


def test_who_speaks_of_something_else_need_not_stand_in_the_box() -> None:
    of = boxed_article(f"{DEAD} Der Hafenmeister bestätigte das.", {**DAY, "Tote": "5"})
    speaker, cue = builders.span(of, "Der Hafenmeister"), builders.span(of, "bestätigte")
    said = Statement("s1", "reported", (), (cue,), (speaker,), "Hafenmeister", cue, "test", 0.9)
    assert codes(record(of, five(of), said)) == []


def test_the_end_of_a_word_is_no_article() -> None:
    text = "Nach Angaben der Hafenbehörden starben fünf Menschen."
    of = boxed_article(text, {**DAY, "Tote": "5", "Quellen": "Hafenbehörden in Korsu"})
    told = source(of, "der Hafenbehörden", "", kind="government")
    assert codes(record(of, figure(of, "killed", "starben fünf Menschen", "fünf", 5, sources=(told,)))) == []
