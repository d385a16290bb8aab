"""How much of an incident a figure tells."""

from dataclasses import replace

import pytest

from lagebild.link.extent import extended
from lagebild.model import Extent
from tests.link.claimed import document, figure


def _extents(text: str, *counts: tuple[str, int], title: str = "Meldung") -> list[Extent]:
    made = document(text, title=title)
    return [one.extent for one in extended(made, tuple(figure(made, words, "killed", low) for words, low in counts))]


@pytest.mark.parametrize(
    ("text", "counts", "expected"),
    [
        ("Bei dem Brand starben acht Menschen, darunter drei Kinder.", "acht drei", "incident part"),
        ("Bei dem Brand starben acht Menschen. Unter den Toten sind drei Kinder.", "acht drei", "incident part"),
        ("Bei dem Brand starben acht Menschen. Drei der Toten waren Kinder.", "acht Drei", "incident part"),
        ("Acht Menschen starben; auch drei Kinder waren darunter.", "Acht drei", "incident part"),
        ("Bei dem Brand gab es acht Tote: sechs Frauen und zwei Männer.", "acht sechs zwei", "incident part part"),
        ("In Ulm starben drei Frauen und zwei Männer.", "drei zwei", "part part"),
        ("Drei Menschen starben sofort, zwei weitere später in der Klinik.", "Drei zwei", "part part"),
        ("Nicht nur drei Bewohner, sondern auch zwei Helfer starben.", "drei zwei", "part part"),
        ("In Ulm und Hof starben jeweils drei Menschen.", "drei", "part"),
        ("In Ulm und Hof starben insgesamt drei Menschen.", "drei", "incident"),
        ("Die Zahl der Toten stieg von acht auf neun.", "acht neun", "incident incident"),
        ("Die Polizei sprach von acht Toten. Die Feuerwehr dagegen von sechs.", "acht sechs", "incident incident"),
        ("Seit Beginn der Proteste starben acht Menschen.", "acht", "period"),
        ("In diesem Jahr starben bei Badeunfällen acht Menschen.", "acht", "period"),
        ("Binnen 24 Stunden starben acht Menschen.", "acht", "period"),
        ("Im gesamten Mai starben acht Menschen.", "acht", "period"),
        ("Drei Menschen starben. In der Nacht starben acht.", "Drei acht", "incident incident"),
        ("Am Montag starben acht Menschen.", "acht", "incident"),
    ],
)
def test_words_tell_parts_and_spans_of_time(text: str, counts: str, expected: str) -> None:
    numbers = {"acht": 8, "drei": 3, "sechs": 6, "zwei": 2, "neun": 9}
    assert _extents(text, *((word, numbers[word.lower()]) for word in counts.split())) == expected.split()


def test_a_lesser_number_after_the_total_is_a_part() -> None:
    text = "Ein Zug ist am Montag bei Ulm entgleist.\n\nDie Helfer suchten lange.\n\nDer Lokführer starb in der Klinik."
    made = document(text, title="Zwölf Tote bei Zugunglück")
    figures = (figure(made, "Zwölf", "killed", 12), figure(made, "Lokführer", "killed", 1))
    assert [one.extent for one in extended(made, figures)] == ["incident", "part"]


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        ("20 Tote in Ulm", "Bei einem Anschlag in Ulm starben vier Menschen.", "incident"),
        ("20 Tote in Ulm", "Bei einem Anschlag in Ulm starben vier Kinder.", "part"),
        ("Fünf Tote in Ulm", "Ein Mann hat in Ulm vier Menschen erschossen.", "part"),
        ("20 Tote in Ulm", "Bei einem Anschlag in Ulm starben vier Menschen. In Hof starben 16.", "part"),
    ],
)
def test_a_lead_that_tells_less_than_the_title_contradicts_it(title: str, lead: str, expected: str) -> None:
    made = document(lead, title=title)
    whole = figure(made, title.split(maxsplit=1)[0], "killed", 5 if title.startswith("Fünf") else 20)
    more = (figure(made, "16", "killed", 16),) if "16" in lead else ()
    found = extended(made, (whole, figure(made, "vier", "killed", 4), *more))
    assert found[1].extent == expected


def test_zero_of_some_is_a_part_of_the_others() -> None:
    text = "Bei dem Brand starb ein Ehepaar.\n\nKinder kamen nicht zu Tode."
    made = document(text)
    figures = (figure(made, "ein", "killed", 2), figure(made, "Kinder", "killed", 0))
    assert [one.extent for one in extended(made, figures)] == ["incident", "part"]


def test_what_extract_saw_as_a_part_stays_one_behind_a_total() -> None:
    made = document("Acht Menschen starben. Es sind der Pilot und seine Gäste.")
    total, part = figure(made, "Acht", "killed", 8), replace(figure(made, "der", "killed", 1), extent="part")
    assert [one.extent for one in extended(made, (total, part))] == ["incident", "part"]
    assert extended(made, (part,))[0].extent == "incident"
