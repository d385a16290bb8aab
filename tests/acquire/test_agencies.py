"""Agency marks are told by where they stand."""

import pytest

from lagebild.acquire import agencies


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ulm (dpa) - Es brannte.", ("dpa",)),
        ("Ulm/Emden (dpa/lno) – Es brannte.", ("dpa",)),
        ("ULM, Germany, May 3 (Reuters) - A house burned.", ("Reuters",)),
        ("Emden (epd). Es brannte.", ("epd",)),
        ("Es brannte in Ulm.\n\n© dpa-infocom, dpa:250503-930-12345/1", ("dpa",)),
        ("Es brannte in Ulm.\n\ndpa/AFP", ("dpa", "AFP")),
        ("Es brannte in Ulm.\n\n(AFP, Reuters, dpa)", ("AFP", "Reuters", "dpa")),
        ("Es brannte in Ulm. (dpa/sb)", ("dpa",)),
        ("Es brannte in Ulm. sb/AFP", ("AFP",)),
        ("Es brannte in Ulm.\nMit Material von AFP und dpa", ("AFP", "dpa")),
        ("Es brannte in Ulm. (Mit Material der Nachrichtenagenturen dpa und KNA)", ("dpa", "KNA")),
        ("Es brannte in Ulm. Mit Agenturmaterial (AFP).", ("AFP",)),
        ("Es brannte in Ulm.\r\nQuelle: APA/Reuters\r\n", ("APA", "Reuters")),
        ("Von Ida Beispiel, dpa\nEs brannte in Ulm.", ("dpa",)),
        ("Ulm (dpa) - Es brannte.\n\n(dpa)", ("dpa",)),
        ("dpa ULM. Es brannte.", ("dpa",)),
    ],
)
def test_a_mark_gives_canonical_names_in_text_order(text: str, names: tuple[str, ...]) -> None:
    assert agencies.marks(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Das sagte er der dpa.",
        "Ein Sprecher der Nachrichtenagentur AFP war dabei.",
        "Das sagte sie der Deutschen Presse-Agentur (dpa).",
        "Die Nachrichtenagentur (AFP) berichtete davon.",
        "Wie Reuters berichtet, brannte es.",
        "Nach dpa-Informationen brannte es.",
        "Foto: dpa",
        "Ein Haus in Ulm. Foto: dpa",
        "Bild: Ida Beispiel/dpa",
        "Das Haus am Abend. (Ida Beispiel, Archiv/AP)",
        "Das Haus am Abend.\nIda B. Beispiel/AP",
        "© Reuters/Ida Beispiel",
        "Er fuhr mit dem Wagen (AP 100) davon.",
    ],
)
def test_an_agency_that_is_quoted_or_credited_for_a_picture_is_no_mark(text: str) -> None:
    assert agencies.marks(text) == ()


def test_a_byline_of_the_metadata_comes_first() -> None:
    assert agencies.marks("Ulm (AFP) - Es brannte.", ("Ida Beispiel", "dpa")) == ("dpa", "AFP")
