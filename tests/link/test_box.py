"""Which of an article's numbers the fact box takes."""

from dataclasses import replace

import pytest

from lagebild.link.box import counts
from lagebild.link.extent import extended
from lagebild.model import BoxCount, Figure, IncidentType, Relation
from tests.link.claimed import document, figure

NUMBERS = {"zwei": 2, "drei": 3, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "elf": 11}


def _count(
    text: str,
    words: str,
    *,
    title: str = "Meldung",
    kind: IncidentType = "accident.fire",
    sources: tuple[str, ...] = (),
) -> BoxCount | None:
    """Return the box's count of killed; "acht+" is at least eight."""
    made = document(text, title=title)
    figures: list[Figure] = []
    for n, word in enumerate(words.split()):
        number = NUMBERS[word.strip("+").lower()]
        high = None if word.endswith("+") else number
        source = sources[n] if sources else ""
        figures.append(figure(made, word.strip("+"), "killed", number, high=high, source=source))
    return counts(made, extended(made, tuple(figures)), incident_type=kind)["killed"]


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("Bei dem Brand starben acht Menschen, darunter drei Kinder.", "acht drei", 8, 8),
        ("Bei dem Brand starben mindestens acht Menschen.", "acht+", 8, None),
        ("Die Zahl der Toten stieg von acht auf neun.", "acht neun", 9, 9),
        ("Zunächst war von acht Toten die Rede. Bei dem Brand starben sieben Menschen.", "acht sieben", 7, 7),
        ("Drei Menschen starben sofort, zwei weitere später in der Klinik.", "Drei zwei", 5, 5),
        ("In Ulm und Hof starben jeweils drei Menschen.", "drei", 6, 6),
        ("Allein in der Kirche starben acht Menschen.", "acht", 8, None),
        ("Mindestens sieben Menschen starben.\n\nEs sind fünf Frauen und zwei Männer.", "sieben+ fünf zwei", 7, 7),
        ("Bei dem Brand starben acht Menschen.\n\nAm Abend starben zwei in der Klinik.", "acht zwei", 8, 8),
        ("Es brennt.\n\nIn Ulm starben zwei.\n\nIn Hof starben fünf.", "zwei fünf", 7, None),
        ("Es brennt.\n\nIn Ulm starben fünf.\n\nIn der Klinik starben zwei.", "fünf zwei", 5, 5),
        ("Insgesamt starben neun Menschen. Im Keller fand man sechs Tote.", "neun sechs", 9, 9),
    ],
)
def test_the_best_total_is_taken(text: str, words: str, low: int, high: int | None) -> None:
    found = _count(text, words)
    assert found is not None
    assert (found.low, found.high) == (low, high)


def test_sources_that_conflict_give_a_span() -> None:
    text = "Der Bürgermeister sprach von acht Toten. Die Feuerwehr zählte dagegen sechs."
    found = _count(text, "acht sechs", sources=("Der Bürgermeister", "Die Feuerwehr"))
    assert found is not None
    assert (found.low, found.high, found.qualifier) == (6, 8, "range")
    assert len(found.claims) == 2


def test_the_text_goes_before_the_title() -> None:
    found = _count("Bei dem Brand starben mindestens acht Menschen.", "Acht acht+", title="Acht Tote bei Brand")
    assert found is not None
    assert (found.low, found.high) == (8, None)


def test_the_title_stands_where_the_text_has_only_parts() -> None:
    found = _count("In Ulm starben fünf Männer und drei Frauen.", "Acht fünf drei", title="Acht Tote bei Brand")
    assert found is not None
    assert (found.low, found.high) == (8, 8)


@pytest.mark.parametrize("kind", ["crime.trial", "none"])
def test_trials_and_memorials_have_no_counts(kind: IncidentType) -> None:
    assert _count("Bei dem Brand starben acht Menschen.", "acht", kind=kind) is None


def test_other_incidents_spans_of_time_and_denied_numbers_stay_out() -> None:
    made = document("Bei dem Brand starben acht Menschen.")
    one = figure(made, "acht", "killed", 8)
    for out in (replace(one, scope="other"), replace(one, extent="period"), replace(one, modality="denied")):
        assert counts(made, (out,), incident_type="accident.fire")["killed"] is None
    newer = Relation("supersedes", "x", one.id)
    assert counts(made, (one,), incident_type="accident.fire", relations=(newer,))["killed"] is None
    assert counts(made, (one,), incident_type="accident.fire")["injured"] is None


def test_casualties_fill_neither_killed_nor_injured() -> None:
    made = document("Es gab acht Tote und Verletzte.")
    found = counts(made, (figure(made, "acht", "casualties", 8),), incident_type="accident.fire")
    assert found["killed"] is found["injured"] is None
    assert found["casualties"] is not None
    assert found["casualties"].low == 8


def test_the_box_says_whether_it_counts_the_perpetrator() -> None:
    for text, expected in (
        ("Acht Menschen starben, darunter der mutmaßliche Täter.", True),
        ("Acht Menschen starben, den Attentäter nicht mitgezählt.", False),
        ("Acht Menschen starben.", None),
    ):
        found = _count(text, "Acht")
        assert found is not None
        assert found.includes_perpetrator is expected


def test_a_stated_number_is_no_part_of_a_doubtful_one() -> None:
    made = document("Vermutlich starben neun Menschen. Nach Angaben der Polizei sind acht tot.")
    figures = (replace(figure(made, "neun", "killed", 9), modality="uncertain"), figure(made, "acht", "killed", 8))
    found = counts(made, extended(made, figures), incident_type="accident.fire")["killed"]
    assert found is not None
    assert (found.low, found.high, found.modality) == (8, 8, "stated")


def test_groups_and_doubt_are_kept() -> None:
    made = document("Acht Menschen sollen gestorben sein, darunter drei Kinder.")
    total = replace(figure(made, "Acht", "killed", 8), modality="uncertain", as_of="2026-05")
    part = replace(figure(made, "drei", "killed", 3), group=("child",), extent="part")
    found = counts(made, (total, part), incident_type="accident.fire")["killed"]
    assert found is not None
    assert (found.modality, found.as_of, found.by_group, found.claims) == (
        "uncertain",
        "2026-05",
        {"child": 3},
        (total.id,),
    )
