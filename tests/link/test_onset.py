"""Dates before the main incident's."""

from datetime import date

import pytest

from lagebild.link.onset import before, earlier, last_day, near, onset
from lagebild.link.times import times
from lagebild.model import Time
from tests.link.claimed import document


@pytest.mark.parametrize(
    ("value", "last"),
    [
        ("2026-02-03", date(2026, 2, 3)),
        ("2026-02-03T14:30", date(2026, 2, 3)),
        ("2026-02", date(2026, 2, 28)),
        ("2026", date(2026, 12, 31)),
        ("2026-W05", date(2026, 2, 1)),
        ("2026-SU", date(2026, 9, 30)),
        ("199", date(1999, 12, 31)),
        ("19", date(1999, 12, 31)),
        ("PRESENT_REF", None),
        ("2026-XX", None),
    ],
)
def test_a_value_ends_on_its_last_day(value: str, last: date | None) -> None:
    assert last_day(value) == last


def test_the_onset_is_the_day_that_the_article_begins_with() -> None:
    made = document(
        "Zwei Tage nach dem Brand vom 3. Mai sucht man weiter. Am Montag kam Regen.", published="2026-05-05"
    )
    assert onset(made, times(made)) == date(2026, 5, 3)
    made = document("Es brennt. Vor zehn Jahren gab es das schon.", published="2026-05-05")
    assert onset(made, times(made)) == date(2026, 5, 5)


def test_days_are_near_before_or_earlier() -> None:
    began = date(2026, 5, 10)

    def day(value: str) -> Time:
        return Time("text", 0, 1, "x", "DATE", value, "day")

    assert [near(day(one), began) for one in ("2026-05-12", "2026-05-08", "2026-04-30")] == [True, True, False]
    assert [before(day(one), began) for one in ("2026-05-10", "2026-05-08", "2026-04-30")] == [False, True, True]
    assert [earlier(day(one), began) for one in ("2026-05-10", "2026-05-08", "2026-04-30")] == [False, False, True]
