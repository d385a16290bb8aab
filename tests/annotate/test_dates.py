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
