"""LB4: what the text hedges, suspects or denies."""

import pytest

from tests.builders import boxed_article, figure, record
from tests.proofread.cases import DAY, codes, only


def test_a_number_denied_in_the_text_is_not_stated_in_the_box() -> None:
    of = boxed_article("Berichte über zehn Tote bestätigten sich nicht.", {**DAY, "Tote": "10", "Quellen": "k. A."})
    only(record(of, figure(of, "killed", "Berichte über zehn Tote", "zehn", 10, modality="denied")), "LB404")


def test_what_the_text_hedges_is_not_certain_in_title_or_box() -> None:
    text = "Bei dem Einsturz sollen zehn Menschen gestorben sein, so die Behörde."
    of = boxed_article(text, {**DAY, "Tote": "10", "Quellen": "k. A."}, title="Zehn Tote bei Einsturz")
    head = figure(of, "killed", "Zehn Tote", "Zehn", 10)
    body = figure(of, "killed", "sollen zehn Menschen gestorben sein", "zehn", 10, modality="uncertain")
    assert codes(record(of, body, head)) == ["LB203", "LB401", "LB402"]


@pytest.mark.parametrize(
    "title", ["Vermutlich zehn Tote", "Zehn Tote bei Einsturz?", "Bericht: Zehn Tote", "„Zehn Tote“"]
)
def test_a_title_with_its_own_reserve_loses_none(title: str) -> None:
    of = boxed_article("Es sollen zehn Menschen gestorben sein.", {}, title=title)
    count = "zehn" if "zehn" in title else "Zehn"
    head = figure(of, "killed", title, count, 10)
    body = figure(of, "killed", "sollen zehn Menschen gestorben sein", "zehn", 10, modality="uncertain", id="body")
    assert codes(record(of, head, body)) == []


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Der mutmaßliche Brandstifter floh.", "Brandstifter auf der Flucht", ["LB403"]),
        ("Zwei mutmaßliche Angreifer flohen.", "Messerangreifer auf der Flucht", ["LB403"]),
        ("Der mutmaßliche Brandstifter floh.", "Mutmaßlicher Brandstifter auf der Flucht", []),
        ("Der mutmaßliche Brandstifter floh.", "Brandstifter zu Haft verurteilt", []),
        ("Der Täter floh. Der mutmaßliche Täter ist 30.", "Täter auf der Flucht", []),
        ("Der mutmaßliche Brandstifter floh.", "Scheune brennt ab", []),
    ],
)
def test_a_suspect_stays_one_in_the_title(text: str, title: str, expected: list[str]) -> None:
    assert codes(record(boxed_article(text, {}, title=title))) == expected


def test_a_suspect_stays_one_in_the_box() -> None:
    cells = {**DAY, "Täter": "Brandstifter, 30", "Quellen": "k. A."}
    of = boxed_article("Der mutmaßliche Brandstifter floh.", cells)
    found = only(record(of), "LB403")
    assert found.message == "Im Text steht „mutmaßliche Brandstifter“, im Faktenkasten nur „Brandstifter“."
