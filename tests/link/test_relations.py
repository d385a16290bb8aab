"""How figures stand to each other."""

from dataclasses import replace

from lagebild.link.extent import extended
from lagebild.link.relations import relations
from lagebild.model import Figure
from tests.link.claimed import document, figure

NUMBERS = {"acht": 8, "zwei": 2, "neun": 9, "elf": 11}


def _related(text: str, words: str, *, title: str = "Meldung", denied: str = "") -> set[tuple[str, str, str]]:
    """Return the relations as type, count and count."""
    made = document(text, title=title)
    figures: list[Figure] = []
    for word in words.split():
        found = figure(made, word, "killed", NUMBERS[word.lower()])
        figures.append(replace(found, modality="denied") if word == denied else found)
    told = extended(made, tuple(figures))
    counts = {one.id: one.count.quote for one in told}
    return {(one.type, counts[one.origin], counts[one.target]) for one in relations(made, told)}


def test_a_part_is_of_the_total_before_it() -> None:
    assert _related("Acht Menschen starben, darunter zwei Kinder.", "Acht zwei") == {("part_of", "zwei", "Acht")}
    assert _related("Acht Menschen starben. Unter ihnen sind zwei Kinder.", "Acht zwei") == {
        ("part_of", "zwei", "Acht")
    }
    assert (
        _related("Acht Menschen starben.\n\nEs regnet.\n\nEs regnet. Unter den Toten sind zwei Kinder.", "Acht zwei")
        == set()
    )


def test_the_same_number_repeats_the_first() -> None:
    assert _related("Es starben acht Menschen.", "Acht acht", title="Acht Tote") == {("repeats", "acht", "Acht")}


def test_a_newer_number_supersedes_the_older() -> None:
    assert _related("Die Zahl der Toten stieg von acht auf elf.", "acht elf") == {("supersedes", "elf", "acht")}
    assert _related("Es starben elf Menschen. Zunächst war von neun Toten die Rede.", "elf neun") == {
        ("supersedes", "elf", "neun")
    }


def test_a_number_corrects_the_denied_one() -> None:
    assert _related("Nicht acht, sondern neun Menschen starben.", "acht neun", denied="acht") >= {
        ("corrects", "neun", "acht")
    }


def test_sources_that_differ_are_left_alone() -> None:
    assert _related("Die Polizei zählte acht Tote. Der Sender meldete dagegen neun.", "acht neun") == set()
