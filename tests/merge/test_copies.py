"""Copies are told from independent reports, however alike their figures and words."""

import pytest

from lagebild.merge.copies import copies
from tests.merge.texts import AGENCY, INDEPENDENT, LONGER, STATEMENT, TOUCHED, report


def shares(first: str, second: str, **changes: str) -> list[tuple[str, str, float]]:
    found = copies([report("first", first, 10), report("second", second, 12, **changes)])
    return [(copy.taker, copy.giver, round(copy.share, 1)) for copy in found]


def test_a_text_with_words_changed_and_sentences_cut_is_a_copy_of_the_earlier() -> None:
    assert shares(AGENCY, TOUCHED) == [("second", "first", 0.9)]


def test_an_independent_report_with_the_same_figures_and_like_words_is_none() -> None:
    assert shares(AGENCY, INDEPENDENT) == []


def test_a_longer_report_that_begins_with_the_agencys_paragraph_is_a_copy_in_part() -> None:
    assert shares(AGENCY, LONGER) == [("second", "first", 0.4)]


def test_the_order_of_sentences_does_not_matter() -> None:
    turned = "\n\n".join(reversed(AGENCY.split("\n\n")))
    assert shares(AGENCY, turned) == [("second", "first", 1.0)]


def test_a_statement_that_both_quote_makes_no_copy() -> None:
    one = f"{INDEPENDENT} {STATEMENT}, sagte die Gouverneurin."
    other = f"Die Gouverneurin gab sich am Ufer der Bucht entschlossen. {STATEMENT}, rief sie den Wartenden zu."
    assert shares(one, other) == []
    assert shares(one, other.replace("„", "").replace("“", "")) != []


def test_a_formula_that_two_briefs_share_makes_no_copy() -> None:
    brief = "Die Polizei bittet Zeugen, die etwas gesehen haben, sich unter der bekannten Nummer zu melden."
    one = f"Ein Mann ist am Montag bei einem Unfall in Ottertal verletzt worden. {brief}"
    other = f"Bei einem Brand in Nordtal hat eine Frau am Dienstag Verletzungen erlitten. {brief}"
    assert shares(one, other) == []


def test_what_an_outlet_sets_under_each_report_makes_no_copy() -> None:
    foot = " ".join(
        f"Lesen Sie auch Teil {n} unserer Reihe über das Leben am Fluss und seine vielen Brücken." for n in range(9)
    )
    day = [f"In der Stadt hat am {name} ein Haus gebrannt, verletzt wurde niemand." for name in ("Montag", "Freitag")]
    old = report("old", f"Vor Wochen tagte der Rat.\n\n{foot}", published="2026-01-03")
    now = [report(text, f"{text}\n\n{foot}") for text in day]
    assert copies([old, *now]) == ()
    assert copies(now) != ()


@pytest.mark.parametrize(("published", "found"), [("2026-03-10", 1), ("2026-03-30", 0), (None, 1)])
def test_copies_are_published_within_days(published: str | None, found: int) -> None:
    assert len(copies([report("a", AGENCY), report("b", TOUCHED, published=published)])) == found


def test_the_earlier_is_told_by_the_instant_and_not_by_the_clock_on_the_wall() -> None:
    tokyo = report("tokyo", AGENCY, published="2026-03-07T20:00:00+09:00")
    vienna = report("vienna", TOUCHED, published="2026-03-07T12:30:00+01:00")
    assert [(copy.taker, copy.giver) for copy in copies([vienna, tokyo])] == [("vienna", "tokyo")]


def test_of_two_without_a_time_the_longer_is_the_earlier() -> None:
    found = copies([report("b", TOUCHED, published="2026-03-07"), report("a", AGENCY, published="2026-03-07")])
    assert [(copy.taker, copy.giver) for copy in found] == [("b", "a")]


def test_a_report_given_twice_is_no_copy_of_itself() -> None:
    assert copies([report("a", AGENCY), report("a", AGENCY)]) == ()
