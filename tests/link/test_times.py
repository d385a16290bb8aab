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


def resolved(text: str, published: str | None = TUESDAY, language: str = "de") -> list[tuple[str, str]]:
    article = Article(id="a", title="", text=text, language=language, published=published)
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


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("A dam broke on Monday.", "2025-04-28", "day"),
        ("A dam broke on Wednesday.", "2025-04-23", "day"),
        ("The dam will be blown up on Wednesday.", "2025-04-30", "day"),
        ("It broke last Thursday.", "2025-04-24", "day"),
        ("It broke last Tuesday.", "2025-04-22", "day"),
        ("It broke on Monday last week.", "2025-04-21", "day"),
        ("It broke the following day.", "2025-04-30", "day"),
        ("It broke early on Sunday.", "2025-04-27TMO", "hour"),
        ("It broke overnight.", "2025-04-29TNI", "hour"),
        ("It broke on Monday evening.", "2025-04-28TEV", "hour"),
        ("It broke in the early hours of Sunday.", "2025-04-27TMO", "hour"),
        ("It broke on the night of May 5.", "2024-05-05TNI", "hour"),
        ("It broke last night.", "2025-04-28TNI", "hour"),
        ("It broke three weeks ago.", "2025-W15", "week"),
        ("It broke a fortnight ago.", "2025-W16", "week"),
        ("It broke the week before last.", "2025-W16", "week"),
        ("It broke the day before yesterday.", "2025-04-27", "day"),
        ("It broke earlier this year.", "2025", "year"),
        ("It broke in early 2025.", "2025", "year"),
        ("It broke in the late 1980s.", "198", "decade"),
        ("It broke in the nineties.", "199", "decade"),
        ("It broke in the 19th century.", "18", "century"),
        ("It broke in the first half of 2014.", "2014-H1", "month"),
        ("It broke in the third quarter of 2014.", "2014-Q3", "month"),
        ("It broke at around 2:30 p.m. local time.", "2025-04-29T14:30", "minute"),
        ("It broke at 12 a.m.", "2025-04-29T00:00", "minute"),
        ("It broke at 0930 GMT.", "2025-04-29T09:30Z", "minute"),
        ("It broke on May 5.", "2024-05-05", "day"),
        ("It broke on May 5th, 2014.", "2014-05-05", "day"),
        ("It broke on 5 May 2014.", "2014-05-05", "day"),
        ("It broke over the weekend.", "2025-W17-WE", "day"),
        ("It broke in the winter of 2014.", "2014-WI", "season"),
        ("It broke at Easter.", "2025-04-20", "day"),
        ("It broke on Whit Monday 2024.", "2024-05-20", "day"),
        ("It broke on Thanksgiving.", "2024-11-28", "day"),
        ("It broke on Memorial Day 2024.", "2024-05-27", "day"),
        ("It broke on Martin Luther King Day.", "2025-01-20", "day"),
        ("It lasted two and a half years.", "P2.5Y", "year"),
        ("It lasted 1,000 days.", "P1000D", "day"),
        ("It lasted a fortnight.", "P2W", "week"),
        ("They check it every two years.", "P2Y", "year"),
        ("They check it on Mondays.", "XXXX-WXX-1", "day"),
    ],
)
def test_an_english_time_expression_is_resolved(text: str, value: str, precision: str) -> None:
    assert resolved(text, language="en") == [(value, precision)]


def test_an_islamic_feast_has_an_open_day_since_no_table_tells_it() -> None:
    assert resolved("It broke during Ramadan.", language="en") == [("XXXX-XX", "month")]


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("Von Montag bis Mittwoch regnete es.", "de", ["2025-04-21", "2025-04-23"]),
        ("It rained from Monday to Wednesday.", "en", ["2025-04-21", "2025-04-23"]),
        ("It rained on Monday and Wednesday.", "en", ["2025-04-28", "2025-04-23"]),
        ("Am 5./6. Mai 2014 regnete es.", "de", ["2014-05-05", "2014-05-06"]),
        ("It rained on May 5-6, 2014.", "en", ["2014-05-05", "2014-05-06"]),
    ],
)
def test_a_range_begins_before_it_ends(text: str, language: str, values: list[str]) -> None:
    assert [value for value, _ in resolved(text, language=language)] == values


def test_an_english_clock_time_belongs_to_the_day_named_beside_it() -> None:
    assert resolved("It broke at 10:15 p.m. Saturday.", language="en")[0] == ("2025-04-26T22:15", "minute")
    assert resolved("It broke at 5 a.m. local time on Sunday.", language="en")[0] == ("2025-04-27T05:00", "minute")


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


WORDS = {
    language: sorted({form for entry in load(language, "date_words", DateWord) for form in entry.words})
    for language in ("de", "en")
}
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
MARKS = {
    "de": ["-", ",", "(", ")", "um", "am", "vor", "im", "Uhr", "und", "bis", "lang", "alle", "halb", "Haus"],
    "en": ["-", ",", ".", "at", "on", "in", "ago", "of", "to", "and", "before", "m", "half", "'", "day", "House"],
}


@pytest.mark.parametrize("language", ["de", "en"])
@given(data=st.data(), published=st.sampled_from([TUESDAY, None, "0001-01-01", "2999-12-31"]))
def test_any_words_resolve_or_are_left_out(language: str, data: st.DataObject, published: str | None) -> None:
    known = st.sampled_from([*WORDS[language], *DIGITS, *MARKS[language]])
    for value, _ in resolved(" ".join(data.draw(st.lists(known, max_size=12))), published, language):
        assert value


def test_this_day_is_the_one_named_last() -> None:
    assert resolved("Am 2. Mai 1998 brach er. An diesem Tag stand alles still.")[1] == ("1998-05-02", "day")


def test_the_31st_of_february_is_no_day() -> None:
    assert resolved("Am 31. Februar 2005 brach er.") == []
