"""Events resolved: names, countries, sectors, time, place and incident, where the text plainly gives them."""

import pytest

from lagebild.annotate import document
from lagebild.extract import claims
from lagebild.link import record
from lagebild.model import Article, Event


def events(text: str, language: str = "de") -> list[Event]:
    """Return the linked events of a text."""
    read = document(Article(id="x", title="", text=text, language=language, published="2026-03-10"))
    return [claim for claim in record(read, claims(read)).claims if isinstance(claim, Event)]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("General Ole Brandt kam am Montag an. Er ordnete die Räumung der Kaserne an.", "de", "General Ole Brandt"),
        ("Die Bürgermeisterin kam am Montag an. Er ordnete die Räumung der Kaserne an.", "de", "Er"),
        ("Am Abend war Ruhe. Er ordnete die Räumung der Kaserne an.", "de", "Er"),
        ("The Togolese army confirmed that it had shelled the village.", "en", "Togolese army"),
    ],
)
def test_a_pronoun_has_the_name_of_what_it_plainly_stands_for(text: str, language: str, name: str) -> None:
    (actor,) = [
        a for e in events(text, language) if not e.type.endswith("confirmation") for a in e.actors if a.role == "agent"
    ]
    assert actor.name == name


def test_country_and_sector() -> None:
    (event,) = events("Der ukrainischen Armee sind am Montag von Norwegen zwölf Haubitzen geliefert worden.")
    assert [(a.role, a.country, a.sector) for a in event.actors] == [("agent", "NO", "GOV"), ("recipient", "UA", "MIL")]


def test_a_group_has_no_country_by_a_town_of_its_name() -> None:
    (event,) = events("Israel und die Hamas einigten sich am Montag auf eine Waffenruhe.")
    assert [(a.name, a.country) for a in event.actors] == [("Israel", "IL"), ("Hamas", None)]


def test_time_and_place() -> None:
    (event,) = events("Rebellen haben am Donnerstag in Goma eine Kaserne angegriffen.")
    assert event.time is not None
    assert event.place is not None
    assert (event.time.quote, event.place.quote) == ("Donnerstag", "Goma")


def test_two_towns_give_no_place() -> None:
    (event,) = events("Rebellen haben am Donnerstag in Goma und Bukavu Kasernen angegriffen.")
    assert event.place is None


def test_an_event_of_the_main_type_is_of_the_main_incident() -> None:
    text = "Bei einem Bombenanschlag auf eine Kirche in Quetta sind am Montag vier Menschen getötet worden."
    assert {event.incident for event in events(text)} == {"i1"}
