"""Events in many constructions, each beside a neighbour that tells none, or another one."""

import pytest

from lagebild.annotate import document
from lagebild.extract import claims
from lagebild.model import Article, Event

Told = set[tuple[str, str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]]


def told(language: str, text: str, title: str = "") -> Told:
    """Return type, status, agents, targets and recipients, and objects of each event of a text."""
    article = Article(id="x", title=title, text=text, language=language, published="2026-03-10")
    found = [claim for claim in claims(document(article)).claims if isinstance(claim, Event)]
    return {
        (
            event.type.split(".")[1],
            event.status,
            tuple(a.span.quote for a in event.actors if a.role == "agent"),
            tuple(a.span.quote for a in event.actors if a.role in {"target", "recipient"}),
            tuple(thing.what for thing in event.objects),
        )
        for event in found
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # arrivals, and what holds the goods
        (
            "Aus Polen kamen am Dienstag 40 Kampfpanzer in Litauen an.",
            {("arms", "done", ("Polen",), ("Litauen",), ("Kampfpanzer",))},
        ),
        ("Aus Polen kamen am Dienstag 40 Lastenräder in Litauen an.", set()),
        (
            "Schweden hat die Übergabe eines Pakets aus Mörsern, Gewehren und Minen an Peru bestätigt.",
            {
                ("confirmation", "done", ("Schweden",), (), ()),
                ("arms", "confirmed", (), ("Peru",), ("Mörsern", "Gewehren", "Minen")),
            },
        ),
        # participles, with who is given something before them
        (
            "Die Togo von Kanada geschenkten Gewehre lagern im Hafen.",
            {("arms", "done", ("Kanada",), ("Togo",), ("Gewehre",))},
        ),
        ("Die Togo von Kanada geschenkten Pumpen lagern im Hafen.", set()),
        (
            "Der am Montag in Lima festgenommene Bandenchef Luis Rey schweigt.",
            {("arrest", "done", (), ("Bandenchef Luis Rey",), ())},
        ),
        ("Der am Montag in Lima geehrte Bandenchef Luis Rey schweigt.", set()),
        # two predicates, each with its particle
        (
            "Rebellen stürmten den Posten und nahmen neun Soldaten gefangen.",
            {
                ("attack", "done", ("Rebellen",), ("Posten",), ()),
                ("arrest", "done", ("Rebellen",), ("Soldaten",), ()),
            },
        ),
        # a past tense that is like its participle
        ("Soldaten vertrieben die Rebellen aus der Stadt.", {("battle", "done", ("Soldaten",), ("Rebellen",), ())}),
        ("Camper vertrieben die Mücken aus dem Zelt.", set()),
        # what is said of what stands before
        (
            "Dass Togo zwei Fregatten, die im Hafen lagen, in die Bucht geschickt hat, räumte Minister Jan Ott ein.",
            {
                ("deployment", "confirmed", ("Togo",), (), ("Fregatten",)),
                ("confirmation", "done", ("Minister Jan Ott",), (), ()),
            },
        ),
        (
            "Togo habe keine Soldaten nach Benin geschickt, versicherte der Regierungssprecher.",
            {
                ("deployment", "denied", ("Togo",), ("Benin",), ("Soldaten",)),
                ("denial", "done", ("Regierungssprecher",), (), ()),
            },
        ),
        ("Togo hat keine Soldaten nach Benin geschickt.", set()),
        # told in the subjunctive
        (
            "Rebellen hätten am Montag eine Kaserne gestürmt, sagte Bürgermeister Jan Ott.",
            {("attack", "done", ("Rebellen",), ("Kaserne",), ())},
        ),
        ("Rebellen hätten am Montag beinahe eine Kaserne gestürmt, sagte Bürgermeister Jan Ott.", set()),
        # orders
        (
            "General Ott verfügte die Räumung der Kaserne.",
            {("order", "done", ("General Ott",), (), ())},
        ),
        ("General Ott verfügte über die Schlüssel der Kaserne.", set()),
        # by guns and by rockets
        (
            "Rebellen haben ein Flugzeug der Armee mit einer Rakete abgeschossen.",
            {("strike", "done", ("Rebellen",), ("Flugzeug der Armee",), ("Flugzeug",))},
        ),
        (
            "Rebellen haben einen Bus mit Gewehren beschossen.",
            {("attack", "done", ("Rebellen",), ("Bus",), ())},
        ),
    ],
)
def test_german(text: str, expected: Told) -> None:
    assert told("de", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru, a founding member, sent 14 howitzers to Togo.",
            {("arms", "done", ("Peru",), ("Togo",), ("howitzers",))},
        ),
        (
            "The rifles provided to Togo by Peru last spring are in store.",
            {("arms", "done", ("Peru",), ("Togo",), ("rifles",))},
        ),
        (
            "President Ana Ott sent in 50 marines on Monday.",
            {("deployment", "done", ("President Ana Ott",), (), ("marines",))},
        ),
        ("President Ana Ott sent in 50 letters on Monday.", set()),
        (
            "The ministry insisted that no soldiers had been sent to Togo.",
            {
                ("denial", "done", ("ministry",), (), ()),
                ("deployment", "denied", (), ("Togo",), ("soldiers",)),
            },
        ),
        ("The ministry wondered why no soldiers had been sent to Togo.", set()),
        (
            "The minister rejected reports that soldiers were sent to Togo.",
            {
                ("denial", "done", ("minister",), (), ()),
                ("deployment", "denied", (), ("Togo",), ("soldiers",)),
            },
        ),
        ("The minister rejected calls that soldiers be sent to Togo.", set()),
        (
            "Two gunmen fired at a bus, police confirmed.",
            {
                ("attack", "confirmed", ("gunmen",), ("bus",), ()),
                ("confirmation", "done", ("police",), (), ()),
            },
        ),
        (
            "A missile fired by rebels hit a tanker on Monday.",
            {("strike", "done", ("rebels",), ("tanker",), ())},
        ),
        ("A wave driven by winds hit a tanker on Monday.", set()),
        (
            "Artillery units shelled villages near the border.",
            {("strike", "done", ("Artillery units",), ("villages",), ())},
        ),
    ],
)
def test_english(text: str, expected: Told) -> None:
    assert told("en", text) == expected


def test_a_title_names_nothing_new() -> None:
    text = "Separatisten haben in der Nacht eine Brücke gesprengt."
    assert told("de", text, "Separatisten sprengen Brücke") == told("de", text)
    assert len(told("de", "Der Verkehr ruht.", "Separatisten sprengen Brücke")) == 1


def test_who_claims_an_attack_named_behind_is_its_agent() -> None:
    assert told("de", "Die Miliz bekannte sich zu dem Anschlag auf den Markt.") == {
        ("attack", "done", ("Miliz",), ("Markt",), ())
    }
    assert told("de", "Niemand bekannte sich zu dem Anschlag auf den Markt.") == set()
