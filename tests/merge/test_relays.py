"""What a report passes on of another outlet: the words, the outlet's own source, the numbers."""

import pytest

from lagebild.merge import relay_words
from lagebild.merge.relays import Register, outlet_of, own_keys, relays
from lagebild.model import Article, MadeBy, Record, Source


def record(text: str, language: str = "de", publisher: str = "Nordblatt", url: str | None = None) -> Record:
    return Record(Article("a", "", text, language, publisher=publisher, url=url), MadeBy("", "", ""))


BOTE = record("", publisher="Ottertaler Bote")


def passed_on(text: str, language: str = "de", publisher: str = "Nordblatt") -> list[tuple[str, str | None]]:
    own = record(text, language, publisher)
    return [(relay.outlet.name, relay.whom) for relay in relays(own, Register([own, BOTE]))]


@pytest.mark.parametrize(
    ("text", "language", "whom"),
    [
        (
            "Wie der »Ottertaler Bote« unter Berufung auf die Klinik bereits um 22 Uhr berichtete, brannte es.",
            "de",
            "Klinik",
        ),
        (
            "Der »Ottertaler Bote« meldete unter Berufung auf das Amt für Brandschutz zwei Tote.",
            "de",
            "Amt für Brandschutz",
        ),
        (
            "The Ottertaler Bote reported, citing the cantonal police in its Sunday edition, that it burned.",
            "en",
            "cantonal police",
        ),
        ("Laut »Ottertaler Bote« brannte es.", "de", None),
    ],
)
def test_the_source_of_an_outlet_is_the_phrase_behind_the_reference(text: str, language: str, whom: str | None) -> None:
    assert passed_on(text, language) == [("Ottertaler Bote", whom)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ein Fotograf des »Ottertaler Boten« wurde verletzt.", "de"),
        ("Das sagte eine Ärztin dem »Ottertaler Bote«.", "de"),
        ("Vor dem Haus der Zeitung »Ottertaler Bote« brannte es.", "de"),
        ("A surgeon told the Ottertaler Bote that it burned.", "en"),
        ("The Ottertaler Bote building burned.", "en"),
    ],
)
def test_an_outlet_that_is_only_mentioned_is_passed_on_by_nobody(text: str, language: str) -> None:
    assert passed_on(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dem »Neuen Ottertaler Boten« zufolge brannte es.",
        "Nach Angaben des Neuen Ottertaler Boten brannte es.",
        "Wie der Neue Ottertaler Bote meldete, brannte es.",
    ],
)
def test_a_german_name_is_known_in_each_case(text: str) -> None:
    other = record("", publisher="Neuer Ottertaler Bote")
    own = record(text)
    assert [relay.outlet.name for relay in relays(own, Register([own, other]))] == ["Neuer Ottertaler Bote"]


def test_nobody_passes_on_himself() -> None:
    assert passed_on("Wie der »Ottertaler Bote« berichtete, brannte es.", publisher="Ottertaler Bote") == []
    own = record("KXQ 46 News reported a fire.", "en", "kxq46.example")
    assert relays(own, Register([own])) == ()


@pytest.mark.parametrize(
    ("publisher", "url", "keys"),
    [
        ("The Otter Valley Post", None, ("ottervalleypost",)),
        ("news.otterpost.co.uk", None, ("otterpost",)),
        ("Otter-Post", "https://www.otter-post.example/a/b", ("otterpost",)),
        ("police.otter.gov", "https://police.otter.gov/a", ()),
    ],
)
def test_an_outlet_is_known_by_name_and_address_and_an_authority_is_none(
    publisher: str, url: str | None, keys: tuple[str, ...]
) -> None:
    assert own_keys(record("", publisher=publisher, url=url)) == keys


@pytest.mark.parametrize(
    ("text", "name", "language", "outlet"),
    [
        ("der »Heidebote«", "Heidebote", "de", "Heidebote"),
        ("the Ottertaler Bote newspaper", "Ottertaler Bote newspaper", "en", "Ottertaler Bote"),
        ("the news agency Reuters", "news agency Reuters", "en", "Reuters"),
        ("finnische Medien", "finnische Medien", "de", None),
        ("Finnish state media", "Finnish state media", "en", None),
        ("EPD", "EPD", "en", None),
    ],
)
def test_media_without_a_name_are_no_outlet(text: str, name: str, language: str, outlet: str | None) -> None:
    source = Source(text, "text", 0, len(text), text, name=name, kind="media")
    found = outlet_of(source, Register([BOTE]), language)
    assert (found.name if found else None) == outlet


def test_numbers_are_those_of_people_as_far_as_digits_tell() -> None:
    text = "Am 12. Juni 2025 zählte der Bote 1.500 Tote und 22 Verletzte, 1 Haus und 3,5 Prozent."
    assert relay_words.numbers(text, 0, len(text)) == {1500, 22}
