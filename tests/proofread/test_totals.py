"""LB1 without a box: the title against the text, parts against their total."""

import pytest

from lagebild.model import Relation
from tests.builders import boxed_article, figure, record
from tests.proofread.cases import DEAD, codes, five, only


def test_the_title_against_the_text() -> None:
    of = boxed_article(DEAD, {}, title="Sieben Tote vor Korsu")
    head = figure(of, "killed", "Sieben Tote", "Sieben", 7)
    assert "Sieben Tote" in only(record(of, five(of), head), "LB107").message


@pytest.mark.parametrize(
    ("title", "count", "low", "changes"),
    [
        ("Fünf Tote vor Korsu", "Fünf", 5, {}),
        ("Mindestens vier Tote vor Korsu", "Mindestens vier", 4, {"qualifier": "at_least", "high": None}),
        ("Mehrere Tote vor Korsu", "Mehrere", 2, {"qualifier": "vague", "high": None}),
        ("Drei Kinder unter den Toten", "Drei", 3, {"extent": "part"}),
    ],
)
def test_a_title_that_the_text_bears_out(title: str, count: str, low: int, changes: dict[str, object]) -> None:
    of = boxed_article(DEAD, {}, title=title)
    assert codes(record(of, five(of), figure(of, "killed", title, count, low, **changes))) == []


def test_a_title_may_add_up_what_the_text_gives_apart() -> None:
    of = boxed_article("Zwei Männer starben. Drei Frauen starben.", {}, title="Fünf Tote vor Korsu")
    head = figure(of, "killed", "Fünf Tote", "Fünf", 5)
    men = figure(of, "killed", "Zwei Männer starben", "Zwei", 2)
    women = figure(of, "killed", "Drei Frauen starben", "Drei", 3)
    assert codes(record(of, head, men, women)) == []


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ((("man",), ("woman",)), ["LB108"]),
        ((("civilian",), ("police",)), ["LB108"]),
        ((("child",), ("civilian",)), []),
        (((), ("woman",)), []),
        (((), ()), ["LB108"]),
    ],
)
def test_parts_come_to_more_than_the_total_only_where_no_one_is_in_two(
    groups: tuple[tuple[str, ...], tuple[str, ...]], expected: list[str]
) -> None:
    of = boxed_article("Es gab fünf Tote: zwei der einen, vier der anderen.", {})
    evidence = "Es gab fünf Tote: zwei der einen, vier der anderen"
    total = figure(of, "killed", evidence, "fünf", 5)
    one = figure(of, "killed", evidence, "zwei", 2, extent="part", group=groups[0])
    two = figure(of, "killed", evidence, "vier", 4, extent="part", group=groups[1])
    relations = (Relation("part_of", one.id, total.id), Relation("part_of", two.id, total.id))
    assert codes(record(of, total, one, two, relations=relations)) == expected
