"""Which incident a figure is about."""

from dataclasses import replace

import pytest

from lagebild.link.incidents import incidents, main_incident
from lagebild.link.times import times
from lagebild.model import Incident, IncidentTime, Place
from tests.link.claimed import document, figure

MAIN = main_incident("accident.fire", None, None)


def _found(text: str, *words: str, main: Incident = MAIN) -> tuple[list[str | None], tuple[Incident, ...]]:
    """Return the incidents of the figures "zwei", "drei" ..., all of another incident than the main one."""
    made = document(text)
    numbers = {"zwei": 2, "drei": 3, "vier": 4}
    figures = tuple(replace(figure(made, word, "killed", numbers[word]), scope="other") for word in words)
    places = tuple(
        Place("text", at, at + len(name), name, name, "DE", None, 50.0, 11.0, None, "town")
        for name in ("Gera", "Jena")
        if (at := text.find(name)) >= 0
    )
    with_incident, told = incidents(made, figures, main, times=times(made), places=places)
    return [one.incident for one in with_incident], told


def test_a_date_and_a_place_make_an_incident() -> None:
    ids, (main, other) = _found(
        "Im März 2024 starben in Gera zwei Menschen, drei weitere in der Klinik.", "zwei", "drei"
    )
    assert ids == ["i2", "i2"]
    assert (main, other.main, other.type) == (MAIN, False, "none")
    assert other.place is not None
    assert other.time is not None
    assert (other.place.name, other.time.start, other.time.end) == ("Gera", "2024-03", "2024-03")


def test_what_follows_in_the_paragraph_is_of_the_same_one() -> None:
    ids, told = _found("In Gera brannte es 2021. Damals starben zwei Menschen.\n\nEs starben drei.", "zwei", "drei")
    assert ids == ["i2", None]
    assert len(told) == 2


def test_other_dates_and_places_are_other_incidents() -> None:
    ids, told = _found("In Gera starben 2021 zwei Menschen. In Jena starben 2023 drei, 2021 vier.", "zwei", "drei")
    assert ids == ["i2", "i3"]
    assert [one.time.start for one in told[1:] if one.time] == ["2021", "2023"]


def test_a_date_of_another_paragraph_is_not_of_the_place_before() -> None:
    ids, told = _found("In Gera starben zwei Menschen.\n\nIm März 2021 starben drei Menschen.", "zwei", "drei")
    assert ids == ["i2", "i3"]
    assert [(one.place is not None, one.time is not None) for one in told[1:]] == [(True, False), (False, True)]


def test_a_date_and_a_place_of_one_paragraph_are_of_one_incident() -> None:
    ids, told = _found("In Gera starben zwei Menschen. Im März 2021 war das, drei kamen später um.", "zwei", "drei")
    assert ids == ["i2", "i2"]
    assert len(told) == 2


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In derselben Nacht starben in Gera zwei Menschen.", "2026-05-17"),
        ("In Gera brannte es am selben Abend. Dort starben zwei Menschen.", "2026-05-17"),
        ("Am Montag starben in Gera zwei Menschen.", "2026-05-18"),
        ("In Gera starben zwei Menschen.", None),
        ("In derselben Nacht wie 2021 starben in Gera zwei Menschen.", "2021"),
    ],
)
def test_what_was_in_the_same_night_has_the_day_of_the_main_incident(text: str, day: str | None) -> None:
    main = main_incident("accident.fire", None, IncidentTime("2026-05-17", "2026-05-17", "day"))
    _, told = _found(text, "zwei", main=main)
    assert (told[1].time.start if told[1].time else None) == day


def test_what_is_told_of_there_was_at_the_place_before() -> None:
    text = "In Gera brannte es. Dort starben 2021 zwei Menschen."
    assert (_found(text, "zwei")[1][1].place or MAIN.place) is not None
    assert _found(text.replace("Dort", "Auch"), "zwei")[1][1].place is None


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [("in der vergangenen Woche", "2026-05-11", "2026-05-17"), ("im Sommer 2024", "2024", "2024")],
)
def test_weeks_and_seasons_are_days_and_years(value: str, start: str, end: str) -> None:
    _, told = _found(f"Es starben {value} zwei Menschen.", "zwei")
    assert told[1].time is not None
    assert (told[1].time.start, told[1].time.end) == (start, end)


def test_main_figures_are_of_the_main_incident_if_there_is_any() -> None:
    made = document("Bei dem Brand starben zwei Menschen.")
    figures = (figure(made, "zwei", "killed", 2),)
    assert incidents(made, figures, MAIN)[0][0].incident == "i1"
    none = main_incident("none", None, None)
    assert incidents(made, figures, none) == (figures, ())
