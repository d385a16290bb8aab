"""Cells of a stated box, read as numbers."""

import pytest

from lagebild.model import Span, StatedCell
from lagebild.proofread.cells import Count, count, places_of, stated


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("4000", Count(4000, 4000, "exact")),
        ("4.000", Count(4000, 4000, "exact")),
        ("4 000", Count(4000, 4000, "exact")),
        ("rund 4.000", Count(4000, 4000, "about")),
        ("ca. 30", Count(30, 30, "about")),
        ("~30", Count(30, 30, "about")),
        ("mindestens fünf", Count(5, None, "at_least")),
        ("5+", Count(5, None, "at_least")),
        ("> 100", Count(100, None, "more_than")),
        ("mehr als 100", Count(100, None, "more_than")),
        ("bis zu 20", Count(None, 20, "at_most")),
        ("10–12", Count(10, 12, "range")),
        ("10 bis 12", Count(10, 12, "range")),
        ("Dutzende", Count(24, None, "vague")),
        ("mehrere", Count(2, None, "vague")),
        ("zweiundzwanzig", Count(22, 22, "exact")),
        ("ein Mann (45)", Count(1, 1, "exact")),
        ("12, davon 3 schwer", Count(12, 12, "exact")),
        ("12 (3 schwer)", Count(12, 12, "exact")),
        ("keine", Count(0, 0, "exact")),
        ("0", Count(0, 0, "exact")),
        ("7 Personen", Count(7, 7, "exact")),
        ("", None),
        ("k. A.", None),
        ("unbekannt", None),
        ("–", None),
        ("3 schwer, 5 leicht", None),
        ("Anna M. (45)", None),
        ("ein 45-Jähriger", Count(1, 1, "exact")),
    ],
)
def test_a_cell_is_read_as_the_one_number_it_gives(value: str, expected: Count | None) -> None:
    assert count(value, "de") == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("4,000", Count(4000, 4000, "exact")),
        ("about 4,000", Count(4000, 4000, "about")),
        ("at least five", Count(5, None, "at_least")),
        ("30+ injured", Count(30, None, "at_least")),
        ("more than 100", Count(100, None, "more_than")),
        ("up to 20", Count(None, 20, "at_most")),
        ("10 to 12", Count(10, 12, "range")),
        ("dozens", Count(24, None, "vague")),
        ("several", Count(2, None, "vague")),
        ("twenty-two", Count(22, 22, "exact")),
        ("12 (incl. 3 children)", Count(12, 12, "exact")),
        ("12, including 3 children", Count(12, 12, "exact")),
        ("none", Count(0, 0, "exact")),
        ("12 killed", Count(12, 12, "exact")),
        ("unknown", None),
        ("3 seriously, 5 slightly", None),
    ],
)
def test_an_english_cell_is_read_as_the_one_number_it_gives(value: str, expected: Count | None) -> None:
    assert count(value, "en") == expected


@pytest.mark.parametrize(("value", "empty"), [("", True), ("–", True), ("k. A.", True), ("unklar", True), ("0", False)])
def test_a_cell_that_says_nothing_is_empty_and_one_that_says_zero_is_not(value: str, *, empty: bool) -> None:
    assert stated(StatedCell("Tote", value, Span("text", 0, len(value), value)), "de").empty is empty


def test_a_label_for_some_of_them_is_known() -> None:
    def part(label: str) -> bool:
        return stated(StatedCell(label, "2", Span("text", 0, 1, "2")), "de").part

    assert part("Schwerverletzte")
    assert not part("Verletzte")


def test_a_number_is_found_in_digits_and_words() -> None:
    assert list(places_of(12, "Zwölf Boote, 12 Tote, 112 Helfer, 1.200 Gäste.", "de")) == [0, 13]
