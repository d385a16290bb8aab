"""Time expressions are found with their exact wording and type, and nothing else is."""

import pytest

from lagebild.annotate.dates import mentions
from lagebild.model import Article
from lagebild.vocabulary import VocabularyError


def found(text: str, title: str = "", language: str = "de") -> list[tuple[str, str]]:
    article = Article(id="a", title=title, text=text, language=language)
    return [(mention.quote, mention.type) for mention in mentions(article)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am Montag brach ein Deich.", [("Montag", "DATE")]),
        ("Am Dienstagabend brach ein Deich.", [("Dienstagabend", "TIME")]),
        ("In der Nacht zum Sonntag brach ein Deich.", [("der Nacht zum Sonntag", "TIME")]),
        ("Der Deich brach vor drei Wochen.", [("drei Wochen", "DATE")]),
        ("Drei Tage lang regnete es.", [("Drei Tage lang", "DURATION")]),
        ("In 24 Stunden fielen 80 Liter.", [("24 Stunden", "DURATION")]),
        ("Er prüft den Deich täglich.", [("täglich", "SET")]),
        ("Gegen 2.30 Uhr Ortszeit brach er.", [("2.30 Uhr", "TIME")]),
        ("Der Deich brach am Freitag, den 9. September 2005.", [("Freitag, den 9. September 2005", "DATE")]),
        ("Zwei Tage später, am 8. Mai, sank das Wasser.", [("Zwei Tage später", "DATE"), ("8. Mai", "DATE")]),
        ("1962 brach der Deich.", [("1962", "DATE")]),
    ],
)
def test_a_time_expression_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A dam broke on Monday.", [("Monday", "DATE")]),
        ("A dam broke on Tuesday evening.", [("Tuesday evening", "TIME")]),
        ("A dam broke early on Sunday.", [("early on Sunday", "TIME")]),
        ("A dam broke overnight.", [("overnight", "TIME")]),
        ("The dam broke three weeks ago.", [("three weeks ago", "DATE")]),
        ("It rained for three days.", [("three days", "DURATION")]),
        ("He checks the dam twice a week.", [("twice a week", "SET")]),
        ("It broke at around 2:30 p.m. local time.", [("2:30 p.m. local time", "TIME")]),
        ("It broke on Friday, September 9, 2005.", [("Friday, September 9, 2005", "DATE")]),
        ("It broke on May 5. Then it rained.", [("May 5", "DATE")]),
        ("It broke on 5/6 May.", [("5", "DATE"), ("6 May", "DATE")]),
        ("It broke in the late 1980s.", [("the late 1980s", "DATE")]),
        ("A dam broke over the weekend.", [("the weekend", "DATE")]),
        ("It broke on Easter Monday.", [("Easter Monday", "DATE")]),
    ],
)
def test_an_english_time_expression_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, language="en") == expected


@pytest.mark.parametrize(
    "text",
    [
        "In 2009 people came and they may fall.",
        "A man in his late 80s read the Sunday Times.",
        "A 20-year-old man, 30 years old, died in a second blast.",
        "It began before the fall of the wall, near the Christmas market.",
    ],
)
def test_english_numbers_and_names_are_no_dates(text: str) -> None:
    assert found(text, language="en") == []


@pytest.mark.parametrize(
    "text",
    [
        "2009 Menschen kamen.",
        "Sie verloren 8:3.",
        "Es gilt Paragraf 8.3. der Ordnung.",
        "Die Rufnummer ist 0351 1999 22.",
        "Der Wert stieg auf 2014 Punkte.",
        "Die Gruppe „Montag“ spielte.",
        "Er ist 20 Jahre alt.",
        "",
    ],
)
def test_other_numbers_and_names_are_no_dates(text: str) -> None:
    assert found(text) == []


def test_a_line_break_ends_an_expression() -> None:
    assert found("am 6.\nAugust Huber") == []


def test_the_title_comes_first_and_spans_quote_their_field() -> None:
    article = Article(id="a", title="Deichbruch am Montag", text="Gestern brach ein Deich.", language="de")
    dates = mentions(article)
    assert [mention.field for mention in dates] == ["title", "text"]
    assert all(article[mention.field][mention.start : mention.end] == mention.quote for mention in dates)


def test_slots_hold_what_the_words_stand_for() -> None:
    article = Article(id="a", title="", text="am 3. März 1999", language="de")
    assert dict(mentions(article)[0].slots) == {"day": "3.", "month": "03", "year": "1999"}


def test_a_language_without_a_grammar_is_refused() -> None:
    with pytest.raises(VocabularyError, match="dates"):
        found("Montag", language="xx")
