"""The record of a document: its claims resolved, its incidents, relations and box."""

from dataclasses import replace

import pytest

from lagebild import extract, link
from lagebild.model import Claims, Figure, Record, Statement
from tests.link.claimed import document, figure

TEXT = (
    "Bei einem Wohnungsbrand in Gera sind am Montag acht Menschen gestorben, darunter zwei Kinder. "
    "Das teilte die Feuerwehr mit.\n\n"
    "Die Zahl der Verletzten stieg von elf auf zwölf.\n\n"
    "Im März 2024 waren in Jena bei einem Brand drei Menschen gestorben."
)


@pytest.fixture(scope="module")
def record() -> Record:
    made = document(TEXT, title="Acht Tote bei Brand in Gera")
    return link.record(made, extract.claims(made))


def _figure(record: Record, words: str, measure: str = "killed") -> Figure:
    return next(one for one in record.figures if one.count.quote == words and one.measure == measure)


def test_the_box_is_of_the_main_incident(record: Record) -> None:
    box = record.box
    assert box.type == "accident.fire"
    assert box.place is not None
    assert (box.place.name, box.country, box.date) == ("Gera", "DE", "2026-05-18")
    assert box.killed is not None
    assert box.injured is not None
    assert (box.killed.low, box.injured.low, box.missing) == (8, 12, None)
    assert set(box.killed.claims) <= {one.id for one in record.figures}


def test_each_figure_is_of_an_incident(record: Record) -> None:
    main, other = record.incidents
    assert (main.id, main.main, other.main) == ("i1", True, False)
    assert _figure(record, "acht").incident == _figure(record, "zwei").incident == "i1"
    assert _figure(record, "drei").incident == other.id
    assert other.place is not None
    assert other.place.name == "Jena"
    assert other.time is not None
    assert other.time.start == "2024-03"


def test_each_incident_has_its_type_and_its_own_totals(record: Record) -> None:
    main, other = record.incidents
    assert (main.type, main.killed, main.injured) == ("accident.fire", record.box.killed, record.box.injured)
    assert other.type == "accident.fire"
    assert other.killed is not None
    assert (other.killed.low, other.killed.high, other.injured) == (3, 3, None)
    assert other.killed.claims == (_figure(record, "drei").id,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Im März 2024 waren in Jena bei einem Erdbeben vier Menschen gestorben.", "disaster.earthquake"),
        ("Im März 2024 waren in Jena vier Menschen gestorben.", "none"),
    ],
)
def test_an_incident_beside_the_main_one_has_the_type_that_its_own_sentences_tell(text: str, expected: str) -> None:
    made = document(f"Bei einem Brand in Gera sind am Montag acht Menschen gestorben.\n\n{text}", title="Brand in Gera")
    found = link.record(made, extract.claims(made))
    assert [one.type for one in found.incidents] == ["accident.fire", expected]


def test_relations_join_parts_repeats_and_news(record: Record) -> None:
    said = {(one.type, one.origin, one.target) for one in record.relations}
    total, part = _figure(record, "acht"), _figure(record, "zwei")
    old, new = _figure(record, "elf", "injured"), _figure(record, "zwölf", "injured")
    assert ("part_of", part.id, total.id) in said
    assert ("repeats", total.id, _figure(record, "Acht").id) in said
    assert ("supersedes", new.id, old.id) in said


def test_the_order_is_that_of_the_text(record: Record) -> None:
    places = [(one.count.field != "title", one.count.start) for one in record.figures]
    assert places == sorted(places)


def test_other_claims_pass_through(record: Record) -> None:
    made = document(TEXT)
    span = made.article.span("text", 0, 3)
    statement = Statement("s", "reported", (span,), (), (), None, span, "test", 1.0)
    count = figure(made, "acht", "killed", 8)
    found = link.record(made, Claims((count, statement))).claims
    assert [one.id for one in found] == ["s", count.id]
    assert found[0] == statement
    assert record.made_by.vocabulary.startswith("sha256:")


def test_an_article_without_figures_has_a_record() -> None:
    made = document("Der Stadtrat von Gera hat am Montag den Haushalt beschlossen.")
    found = link.record(made, Claims())
    assert (found.claims, found.relations, found.box.killed, found.box.type) == ((), (), None, "none")
    assert found.incidents == ()


def test_the_same_document_gives_the_same_record() -> None:
    made = document(TEXT)
    claims = extract.claims(made)
    assert link.record(made, claims) == link.record(replace(made), claims)
