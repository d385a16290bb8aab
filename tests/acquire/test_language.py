"""The language is told from a few words, and what has no folder is not supported."""

import pytest

from lagebild.acquire import language


@pytest.mark.parametrize(
    "text",
    [
        "Drei Tote bei Brand in Ulm",
        "Unglück auf der Autobahn",
        "Zwei Verletzte. Die Polizei ermittelt.",
        "Er sagte: „We are on it.“ Danach fuhr er nach Ulm zurück und schwieg.",
        "Über­flutung in Em\u200bden: Das Wasser stieg in der Nacht.",
        "\u202bUlm\u202c: Zwei Menschen starben bei einem Brand.",
        "Lastwagen prallt gegen Brücke, Fahrer tot",
    ],
)
def test_german_is_recognised_in_titles_and_short_texts(text: str) -> None:
    assert language.recognise(text) == "de"


@pytest.mark.parametrize("text", ["", "12:30", "Xqzt", "!!!", "\u200b"])
def test_nothing_is_guessed_where_nothing_tells(text: str) -> None:
    assert language.recognise(text) is None


def test_the_supported_languages_are_the_folders_of_the_vocabulary() -> None:
    assert "de" in language.supported()
    assert "codes" not in language.supported()


def test_a_language_has_its_english_name() -> None:
    assert [language.name("de"), language.name("fr"), language.name("tlh")] == ["German", "French", "tlh"]
