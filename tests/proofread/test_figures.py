"""LB1: numbers of the box against the text."""

import pytest

from lagebild.model import Box, BoxCount
from tests.builders import boxed_article, figure, record, source
from tests.proofread.cases import DAY, DEAD, LOSSES, codes, dead, five, guard, only


@pytest.mark.parametrize("value", ["rund 80", "ca. 80", "~80", "etwa 80"])
def test_a_box_that_keeps_the_qualifier_loses_none(value: str) -> None:
    of = boxed_article(LOSSES, {"Opfer": value, **DAY})
    evidence = "rund 80 Verluste, Tote und Verletzte zusammen"
    assert (
        codes(record(of, figure(of, "casualties", evidence, "rund 80", 80, qualifier="about", sources=guard(of)))) == []
    )


def test_a_number_that_the_text_gives_otherwise_differs() -> None:
    found = only(dead({"Tote": "7"}), "LB101")
    assert "„Tote: 7“" in found.message
    assert "fünf Menschen" in found.message


def test_where_the_number_stands_unread_beside_its_word_nothing_is_said() -> None:
    of = boxed_article(f"{DEAD} Später war von sieben Toten die Rede.", {**DAY, "Tote": "7"})
    assert codes(record(of, five(of))) == []


def test_the_number_of_one_of_two_sources_that_differ_is_not_the_text() -> None:
    of = boxed_article(
        f"{DEAD} Die Reederei sprach von sieben Toten.", {**DAY, "Tote": "5", "Quellen": "Küstenwache, Reederei"}
    )
    line = source(of, "Die Reederei", "Reederei", kind="company")
    other = figure(of, "killed", "sieben Toten", "sieben", 7, sources=(line,))
    both = BoxCount(5, 7, "range", "stated", None, None, {}, (five(of).id, other.id))
    found = only(record(of, five(of), other, box=Box(killed=both)), "LB101")
    assert "sieben Toten" in found.message


def test_a_part_shown_as_the_total() -> None:
    of = boxed_article(f"{DEAD} Darunter waren drei Kinder.", {**DAY, "Tote": "3"})
    part = figure(of, "killed", "Darunter waren drei Kinder", "drei", 3, extent="part", sources=guard(of))
    assert "drei Kinder" in only(record(of, five(of), part), "LB104").message


def test_the_number_of_a_period_and_of_another_incident() -> None:
    more = f"{DEAD} In diesem Jahr ertranken dort 52 Menschen. Im Vorjahr starben neun Menschen."
    for value, code in (("52", "LB105"), ("9", "LB106")):
        of = boxed_article(more, {**DAY, "Tote": value})
        year = figure(of, "killed", "ertranken dort 52 Menschen", "52", 52, extent="period")
        before = figure(of, "killed", "Im Vorjahr starben neun Menschen", "neun", 9, scope="other")
        only(record(of, five(of), year, before), code)


def test_two_numbers_under_each_others_label_are_swapped() -> None:
    of = boxed_article(f"{DEAD} Zwölf wurden verletzt, so die Behörde.", {**DAY, "Verletzte": "5"})
    hurt = figure(of, "injured", "Zwölf wurden verletzt", "Zwölf", 12, sources=guard(of))
    assert codes(record(of, five(of), hurt)) == ["LB102"]


def test_a_number_under_the_wrong_label_only_where_the_box_has_it_not_under_the_right_one_too() -> None:
    of = boxed_article(f"{DEAD} Zwölf wurden verletzt, so die Behörde.", {**DAY, "Tote": "5", "Verletzte": "5"})
    hurt = figure(of, "injured", "Zwölf wurden verletzt", "Zwölf", 12, sources=guard(of))
    assert codes(record(of, five(of), hurt)) == ["LB101"]


def test_victims_may_be_dead_or_dead_and_injured_together() -> None:
    of = boxed_article(f"{DEAD} Zwölf wurden verletzt, so die Behörde.", {**DAY, "Opfer": "17"})
    hurt = figure(of, "injured", "Zwölf wurden verletzt", "Zwölf", 12, sources=guard(of))
    assert codes(record(of, five(of), hurt)) == []
    assert codes(dead({"Opfer": "5"})) == []


def test_severely_injured_are_not_compared_with_all_injured() -> None:
    of = boxed_article(f"{DEAD} Zwölf wurden verletzt, so die Behörde.", {**DAY, "Tote": "5", "Schwerverletzte": "2"})
    hurt = figure(of, "injured", "Zwölf wurden verletzt", "Zwölf", 12, sources=guard(of))
    assert codes(record(of, five(of), hurt)) == []


def test_a_total_without_a_row_is_missing_in_the_box() -> None:
    of = boxed_article(f"{DEAD} Zwölf wurden verletzt, so die Behörde.", {**DAY, "Verletzte": "12"})
    hurt = figure(of, "injured", "Zwölf wurden verletzt", "Zwölf", 12, sources=guard(of))
    assert "fünf Menschen" in only(record(of, five(of), hurt), "LB109").message


def test_a_number_and_a_zero_that_the_text_does_not_give() -> None:
    only(dead({"Tote": "5", "Vermisste": "9"}), "LB110")
    only(dead({"Tote": "5", "Vermisste": "keine"}), "LB111")
    assert codes(dead({"Tote": "5", "Vermisste": "unbekannt"})) == []


def test_a_number_that_stands_in_the_text_in_another_sense_is_not_called_absent() -> None:
    of = boxed_article(f"{DEAD} Neun Boote suchten.", {**DAY, "Tote": "5", "Vermisste": "9"})
    assert codes(record(of, five(of))) == []


def test_a_large_number_of_other_people_is_swapped_and_a_small_one_may_be_chance() -> None:
    for word, low, expected in (("300", 300, ["LB102"]), ("3", 3, [])):
        of = boxed_article(f"{DEAD} Es suchten {word} Helfer.", {**DAY, "Tote": "5", "Vermisste": word})
        sent = figure(of, "deployed", f"suchten {word} Helfer", word, low, sources=guard(of))
        assert codes(record(of, five(of), sent)) == expected
