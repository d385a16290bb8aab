"""Harm in another town is another incident's."""

import pytest

from lagebild.link.elsewhere import elsewhere
from lagebild.model import BoxPlace, Document, IncidentType, Place, Scope
from tests.link.claimed import document, figure

BERLIN = BoxPlace("Berlin", "DE", 52.52, 13.41)
LEAD = "Bei einer Explosion in Berlin starben acht Menschen.\n\n"


def _town(made: Document, name: str, lat: float, lon: float) -> Place:
    start = made.article.text.index(name)
    return Place("text", start, start + len(name), name, name, "DE", None, lat, lon, None, "town")


def _scopes(more: str, *, kind: IncidentType = "accident.explosion") -> list[Scope]:
    made = document(LEAD + more)
    towns = {"Potsdam": (52.4, 13.06), "Hamburg": (53.55, 10.0)}
    places = tuple(_town(made, name, *where) for name, where in towns.items() if name in more)
    figures = (figure(made, "acht", "killed", 8), figure(made, "zwei", "killed", 2))
    return [one.scope for one in elsewhere(made, figures, BERLIN, incident_type=kind, places=places)]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("In Hamburg starben zwei Menschen.", "other"),
        ("In Hamburg gab es auch einen Unfall. Dort starben zwei Menschen.", "other"),
        ("Am selben Tag kamen bei einem Brand in Hamburg zwei Menschen um.", "other"),
        ("In Potsdam starben zwei Menschen.", "main"),
        ("Am Abend starben zwei Menschen aus Hamburg.", "main"),
        ("In Hamburg starben zwei der Opfer in einer Klinik.", "main"),
        ("In Hamburg gab es einen Unfall.\n\nAm Abend starben zwei Menschen.", "main"),
    ],
)
def test_a_town_far_away_is_another_place(more: str, expected: Scope) -> None:
    assert _scopes(more) == ["main", expected]


def test_a_flood_has_many_places() -> None:
    assert _scopes("In Hamburg starben zwei Menschen.", kind="disaster.flood") == ["main", "main"]


def test_without_a_main_place_nothing_is_said() -> None:
    made = document("In Hamburg starben zwei Menschen.")
    figures = (figure(made, "zwei", "killed", 2),)
    assert elsewhere(made, figures, None, incident_type="accident.fire", places=()) == figures
