"""Time expressions are resolved against the day of publication as TIMEX3 values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.annotate.dates import mentions
from lagebild.link.times import times
from lagebild.model import Article, Document
from lagebild.vocabulary import load
from lagebild.vocabulary.dates import DateWord

TUESDAY = "2025-04-29"


def resolved(text: str, published: str | None = TUESDAY) -> list[tuple[str, str]]:
    article = Article(id="a", title="", text=text, language="de", published=published)
    return [(time.value, time.precision) for time in times(Document(article, (), (), mentions(article)))]


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("Am Montag brach ein Damm.", "2025-04-28", "day"),
        ("Am Dienstag brach ein Damm.", "2025-04-29", "day"),
        ("Am Mittwoch brach ein Damm.", "2025-04-23", "day"),
        ("Am Mittwoch wird der Damm gesprengt.", "2025-04-30", "day"),
        ("Er soll am Mittwoch gebrochen sein.", "2025-04-23", "day"),
        ("Am kommenden Dienstag wird getagt.", "2025-05-06", "day"),
        ("Am vergangenen Dienstag brach er.", "2025-04-22", "day"),
        ("In der Nacht zum Sonntag brach er.", "2025-04-27TNI", "hour"),
        ("In der Nacht von Mittwoch auf Donnerstag brach er.", "2025-04-24TNI", "hour"),
        ("In der vergangenen Nacht brach er.", "2025-04-29TNI", "hour"),
        ("In der gestrigen Nacht brach er.", "2025-04-28TNI", "hour"),
        ("Am Dienstagabend brach er.", "2025-04-29TEV", "hour"),
        ("Gestern Abend brach er.", "2025-04-28TEV", "hour"),
        ("Gestern brach er.", "2025-04-28", "day"),
        ("Vorgestern brach er.", "2025-04-27", "day"),
        ("Am 6. August brach er.", "2024-08-06", "day"),
        ("Am 6. August wird er gesprengt.", "2025-08-06", "day"),
        ("Am 6. August 2005 brach er.", "2005-08-06", "day"),
        ("Am 06.08.2005 brach er.", "2005-08-06", "day"),
        ("Im August brach er.", "2024-08", "month"),
        ("Im kommenden August wird getagt.", "2025-08", "month"),
        ("Anfang 2025 brach er.", "2025", "year"),
        ("Im vergangenen Jahr brach er.", "2024", "year"),
        ("Letzte Woche brach er.", "2025-W17", "week"),
        ("Er brach vor drei Wochen.", "2025-W15", "week"),
        ("Er brach vor zwei Jahren.", "2023", "year"),
        ("Er brach vor zwei Tagen.", "2025-04-27", "day"),
        ("Er brach vor einigen Tagen.", "PXD", "day"),
        ("Ende der Achtziger brach er.", "198", "decade"),
        ("Im Sommer brach er.", "2024-SU", "season"),
        ("Am Karfreitag brach er.", "2025-04-18", "day"),
        ("Am Wochenende brach er.", "2025-W17-WE", "day"),
        ("Drei Tage lang hielt er.", "P3D", "day"),
        ("In 24 Stunden brach er.", "PT24H", "hour"),
        ("Er hielt drei Jahre und vier Monate.", "P3Y4M", "month"),
        ("Jeden Montag prüfen sie ihn.", "XXXX-WXX-1", "day"),
        ("Sie prüfen ihn täglich.", "P1D", "day"),
    ],
)
def test_a_time_expression_is_resolved(text: str, value: str, precision: str) -> None:
    assert resolved(text) == [(value, precision)]


def test_a_clock_time_belongs_to_the_day_named_in_its_sentence() -> None:
    assert resolved("Am Montag brach er gegen 5 Uhr.")[1] == ("2025-04-28T05:00", "minute")
    assert resolved("Gegen 5 Uhr am Montag brach er.")[0] == ("2025-04-28T05:00", "minute")
    assert resolved("Er brach gegen 14.30 Uhr.") == [("2025-04-29T14:30", "minute")]


def test_days_later_count_from_the_day_named_last() -> None:
    assert [value for value, _ in resolved("Am 2. Mai 1998 brach er. Zwei Tage später stand alles.")][1] == "1998-05-04"
    assert [value for value, _ in resolved("Am 2. Mai 1998 brach er. Am Tag darauf stand alles.")][1] == "1998-05-03"


def test_without_a_day_of_publication_only_absolute_dates_resolve() -> None:
    text = "Am Montag, gestern, im vergangenen Jahr und am 6. August 2005 brach er."
    assert resolved(text, None) == [("2005-08-06", "day")]
    assert resolved(text, "kürzlich") == [("2005-08-06", "day")]


WORDS = sorted({form for entry in load("de", "date_words", DateWord) for form in entry.words})
DIGITS = [
    "3",
    "24",
    "3.",
    "31.",
    "8.3.",
    "06.08.2005",
    "2005-08-06",
    "2005-02-31",
    "14.30",
    "99",
    "1999",
    "2000",
    "90er",
]
MARKS = ["-", ",", "(", ")", "um", "am", "vor", "im", "Uhr", "und", "bis", "lang", "alle", "halb", "Haus"]


@given(
    st.lists(st.sampled_from([*WORDS, *DIGITS, *MARKS]), max_size=12), st.sampled_from([TUESDAY, None, "0001-01-01"])
)
def test_any_words_resolve_or_are_left_out(words: list[str], published: str | None) -> None:
    for value, _ in resolved(" ".join(words), published):
        assert value


def test_this_day_is_the_one_named_last() -> None:
    assert resolved("Am 2. Mai 1998 brach er. An diesem Tag stand alles still.")[1] == ("1998-05-02", "day")


def test_the_31st_of_february_is_no_day() -> None:
    assert resolved("Am 31. Februar 2005 brach er.") == []
