"""Noun phrases: number, head, plural, owner, coordination, case."""

import pytest

from tests.parsed import sentence, words


def test_owner_and_series() -> None:
    found = sentence("Die Zahl der Toten stieg; zwei Männer, eine Frau und drei Kinder starben.")
    by_head = {found.tokens[p.head].text: p for p in found.phrases}
    assert found.phrases[by_head["Toten"].owner] == by_head["Zahl"]
    assert by_head["Männer"].series == by_head["Frau"].series == by_head["Kinder"].series >= 0


def test_series_over_attributes() -> None:
    found = sentence("Es starben ein Lenker aus Ungarn, eine Frau aus Melk und ein 44 Jahre alter Monteur.")
    by_head = {found.tokens[p.head].text: p for p in found.phrases}
    assert by_head["Lenker"].series == by_head["Frau"].series == by_head["Monteur"].series >= 0


def test_two_places_are_no_series_with_people() -> None:
    found = sentence("In Ischgl und Sölden starben drei Menschen.")
    by_head = {found.tokens[p.head].text: p for p in found.phrases}
    assert by_head["Menschen"].series == -1


@pytest.mark.parametrize(
    ("text", "head", "plural"),
    [
        ("Seine Minister wurden verhaftet.", "Minister", True),
        ("Seine Mutter wurde verletzt.", "Mutter", False),
        ("Man hat den Präsidenten verletzt.", "Präsidenten", False),
        ("Es gab Tote.", "Tote", True),
        ("Ein Toter wurde geborgen.", "Toter", False),
    ],
)
def test_tells_singular_from_plural(text: str, head: str, plural: bool) -> None:  # noqa: FBT001 - an expected value
    found = sentence(text)
    assert next(p.plural for p in found.phrases if found.tokens[p.head].text == head) is plural


def test_number_alone_is_a_phrase() -> None:
    found = sentence("Mindestens zwölf wurden verletzt.")
    assert words(found, found.phrases[0].first, found.phrases[0].last) == "Mindestens zwölf"


@pytest.mark.parametrize(
    ("text", "head", "case"),
    [
        ("Der Hund verletzte den Jungen.", "Jungen", "accusative"),
        ("Ein Mann wurde verletzt.", "Mann", "nominative"),
        ("Ein verletztes Kind wurde gerettet.", "Kind", ""),
    ],
)
def test_reads_the_case(text: str, head: str, case: str) -> None:
    found = sentence(text)
    assert next(p.case for p in found.phrases if found.tokens[p.head].text == head) == case
