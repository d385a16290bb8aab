"""Events: who does what to whom, what is told as a fact and what is not, and what sentences make of each other."""

import pytest

from lagebild.annotate import document
from lagebild.extract import claims
from lagebild.model import Article, Event


def events(text: str, language: str = "de") -> list[Event]:
    """Return the events of a text."""
    article = Article(id="x", title="", text=text, language=language, published="2026-03-10")
    return [claim for claim in claims(document(article)).claims if isinstance(claim, Event)]


def told(text: str, language: str = "de") -> list[tuple[str, str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """Return type, status, agents, recipients and objects of each event of a text."""
    return [
        (
            event.type,
            event.status,
            tuple(a.span.quote for a in event.actors if a.role == "agent"),
            tuple(a.span.quote for a in event.actors if a.role == "recipient"),
            tuple(thing.what for thing in event.objects),
        )
        for event in events(text, language)
    ]


ARMS = "conflict.arms"
SENT = "conflict.deployment"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Polen hat der slowakischen Armee neun Haubitzen geliefert.",
            [(ARMS, "done", ("Polen",), ("slowakischen Armee",), ("Haubitzen",))],
        ),
        (
            "Der slowakischen Armee sind von Polen neun Haubitzen geliefert worden.",
            [(ARMS, "done", ("Polen",), ("slowakischen Armee",), ("Haubitzen",))],
        ),
        (
            "Die von Polen an Ghana gelieferten Haubitzen sind defekt.",
            [(ARMS, "done", ("Polen",), ("Ghana",), ("Haubitzen",))],
        ),
        ("Die von Polen an Ghana gelieferten Zelte sind defekt.", []),
        (
            "Australien wird Fidschi im Mai zwei Patrouillenboote übergeben.",
            [(ARMS, "planned", ("Australien",), ("Fidschi",), ("Patrouillenboote",))],
        ),
        (
            "Spanien versprach, Peru zwölf Panzer zu liefern.",
            [(ARMS, "promised", ("Spanien",), ("Peru",), ("Panzer",))],
        ),
        ("Spanien forderte Peru auf, zwölf Panzer zu liefern.", []),
        ("Spanien hat die Lieferung von Panzern an Peru gestoppt.", []),
        ("Spanien könnte Peru zwölf Panzer liefern.", []),
        ("Liefert Spanien Peru zwölf Panzer?", []),
        (
            "Spanien lieferte Peru Waffen, darunter Mörser und 12 Panzer.",
            [(ARMS, "done", ("Spanien",), ("Peru",), ("Mörser", "Panzer"))],
        ),
        (
            "Togo hat 300 Soldaten nach Benin geschickt.",
            [(SENT, "done", ("Togo",), ("Benin",), ("Soldaten",))],
        ),
        ("Togo hat 300 Soldaten nach Hause geschickt.", []),
        ("Togo hat 300 Ärzte nach Benin geschickt.", []),
    ],
)
def test_german_frames(text: str, expected: list[object]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Howitzers delivered by Poland to Ghana are broken.",
            [(ARMS, "done", ("Poland",), ("Ghana",), ("Howitzers",))],
        ),
        ("Peru was given 20 tanks by Spain.", [(ARMS, "done", ("Spain",), ("Peru",), ("tanks",))]),
        ("Spain promised to deliver twelve tanks to Peru.", [(ARMS, "promised", ("Spain",), ("Peru",), ("tanks",))]),
        ("Norway promised Ghana 14 tanks.", [(ARMS, "promised", ("Norway",), ("Ghana",), ("tanks",))]),
        (
            "The 40 howitzers that Norway gave Ghana in May are old.",
            [(ARMS, "done", ("Norway",), ("Ghana",), ("howitzers",))],
        ),
        ("The 40 blankets that Norway gave Ghana in May are old.", []),
        ("Norway accused Ghana of delivering tanks to Togo.", []),
        ("Spain urged Peru to deliver twelve tanks.", []),
        ("Spain refused to deliver twelve tanks to Peru.", []),
        (
            "Spain will hand over two patrol boats to Fiji.",
            [(ARMS, "planned", ("Spain",), ("Fiji",), ("patrol boats",))],
        ),
        ("Togo sent two frigates to the Black Sea.", [(SENT, "done", ("Togo",), (), ("frigates",))]),
        ("Togo sent 300 soldiers home.", []),
    ],
)
def test_english_frames(text: str, expected: list[object]) -> None:
    assert told(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("Die Rebellen nahmen am Montag die Stadt Goma ein.", "conflict.battle", "Stadt Goma"),
        ("Ein Drohnenangriff der Armee auf ein Lager der Miliz schlug fehl.", "conflict.strike", "Lager der Miliz"),
        ("Soldaten griffen mit Raketen den Flughafen an.", "conflict.strike", "Flughafen"),
        ("Die Geheimpolizei hat zwei Journalisten verhaftet.", "crime.arrest", "Journalisten"),
    ],
)
def test_who_suffers(text: str, kind: str, target: str) -> None:
    (event,) = events(text)
    assert event.type == kind
    assert [a.span.quote for a in event.actors if a.role == "target"] == [target]


@pytest.mark.parametrize(
    "text",
    [
        "Bei der Übung griffen Soldaten die Kaserne an.",
        "Die Stürmer griffen am Samstag das Tor an.",
        "Rebellen in der Fraktion griffen den Minister scharf an.",
        "Die Angst vor einem Luftangriff der Armee auf das Lager wächst.",
        "Drei Bräuche sind der Zeit verhaftet.",
        "Die Armee werde das Dorf beschießen, wenn die Miliz nicht abzieht.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert events(text) == []


def test_a_confirmation_gives_its_status_and_is_an_act() -> None:
    confirmed, act = sorted(
        events("Ghana räumte am Freitag ein, dass es 90 Soldaten nach Togo entsandt hat."),
        key=lambda e: e.type,
        reverse=True,
    )
    assert (confirmed.type, confirmed.status) == (SENT, "confirmed")
    assert [source.quote for source in confirmed.sources] == ["Ghana"]
    assert (act.type, act.sources) == ("act.confirmation", ())


def test_a_confirmation_of_nothing_told_is_none() -> None:
    assert events("Das Ministerium bestätigte, dass der Umzug der Armee Freude macht.") == []


def test_who_claims_an_attack_is_its_agent() -> None:
    (event,) = events(
        "Bei einem Bombenanschlag auf einen Posten starb ein Mann. Die Gruppe Blauer Mond bekannte sich zu der Tat."
    )
    assert [a.span.quote for a in event.actors if a.role == "agent"] == ["Gruppe Blauer Mond"]
    assert [source.quote for source in event.sources] == ["Gruppe Blauer Mond"]


def test_an_order_and_what_is_ordered_are_two() -> None:
    kinds = {
        (e.type, e.status) for e in events("General Ott befahl der Marine, zwei Fregatten nach Malta zu schicken.")
    }
    assert kinds == {("act.order", "done"), (SENT, "planned")}


def test_own_words_make_the_agent_the_source() -> None:
    (event,) = events("Die Rebellen haben nach eigenen Angaben Kidal erobert.")
    assert [source.quote for source in event.sources] == ["Rebellen"]
    assert [a.span.quote for a in event.actors if a.role == "target"] == ["Kidal"]


def test_the_report_of_a_troop() -> None:
    text = (
        "Togo hat erstmals den Einsatz eigener Soldaten im Malikrieg bestätigt. "
        "Der Einsatz wurde auf Befehl von Präsident Ali Sessou angeordnet. "
        "Die malische Armeeführung hat den Einsatz togolesischer Soldaten ebenfalls bestätigt. "
        "Der senegalesische Geheimdienst berichtet, dass Togo im vergangenen Jahr rund 1.800 Soldaten nach Mali "
        "entsandt hat. Die Zeitung Sahel Matin meldet, dass Togo weitere 450 Soldaten entsandte. "
        "Togo hat weiterhin Minen und Waffen – darunter Haubitzen, Drohnen und Gewehre – nach Mali geliefert. "
        "Die Rückeroberung der Region Gao durch die Armee gilt als Erfolg."
    )
    found = events(text)
    assert sorted(e.objects[0].low or 0 for e in found if e.type == SENT) == [0, 450, 1800]
    assert [t.what for e in found if e.type == ARMS for t in e.objects] == ["Minen", "Haubitzen", "Drohnen", "Gewehre"]
    assert [a.span.quote for e in found if e.type == "act.order" for a in e.actors] == ["Präsident Ali Sessou"]
    confirming = [a.span.quote for e in found if e.type == "act.confirmation" for a in e.actors]
    assert confirming == ["Togo", "malische Armeeführung"]
    assert [a.span.quote for e in found if e.type == "conflict.battle" for a in e.actors] == ["Armee", "Region Gao"]


def test_a_pronoun_leans_on_a_sentence_that_tells_no_event() -> None:
    (order,) = events("Admiral Ole Brandt kam am Montag an. Er befahl der Marine, die Insel zu verlassen.")
    assert [a.span.quote for a in order.actors if a.role == "agent"] == ["Er"]


def test_who_is_only_spoken_to_has_no_role() -> None:
    (event,) = events("India and Nepal, after talks with China, signed a border agreement.", "en")
    assert [a.span.quote for a in event.actors] == ["India", "Nepal"]
    (event,) = events("India signed a border agreement with China.", "en")
    assert [a.span.quote for a in event.actors] == ["India", "China"]
