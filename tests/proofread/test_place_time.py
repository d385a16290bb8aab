"""LB3: place and date of the box."""

from dataclasses import replace

import pytest

from lagebild.model import Box, Relation, Time
from tests import builders
from tests.builders import boxed_article, figure, record
from tests.proofread.cases import DAY, DEAD, codes, dead, five, guard, only


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Korsu", []),
        ("Korsu, Finnland", []),
        ("Hafen von Korsu", []),
        ("Talheim", ["LB301"]),
        ("Talheim, Finnland", ["LB301"]),
        ("unbekannt", []),
    ],
)
def test_the_place_of_the_box_must_stand_in_the_text(value: str, expected: list[str]) -> None:
    assert codes(dead({"Tote": "5", "Ort": value})) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("28. Februar 2026", []),
        ("28.02.2026", []),
        ("28.2.26, gegen 14 Uhr", []),
        ("2026-02-28", []),
        ("28. Februar", []),
        ("am Samstag", []),
        ("unbekannt", []),
        ("27. bis 28. Februar 2026", []),
        ("", ["LB302"]),
        ("31. Februar 2026", ["LB303"]),
        ("30.02.2026", ["LB303"]),
        ("28.13.2026", ["LB303"]),
        ("3. März 2026", ["LB304"]),
        ("27. Februar 2026", ["LB305"]),
        ("27. Februar", ["LB305"]),
    ],
)
def test_the_date_of_the_box_must_be_there_and_be_the_text_s(value: str, expected: list[str]) -> None:
    made = dead({"Tote": "5", "Datum": value})
    day = builders.span(made.article, "am Samstag")
    time = Time(day.field, day.start, day.end, day.quote, "DATE", "2026-02-28", "day")
    made = replace(made, times=(time,), box=replace(made.box, date="2026-02-28"))
    assert codes(made) == expected


def test_a_missing_date_is_told_with_the_date_that_the_text_has() -> None:
    of = boxed_article(DEAD, {"Tote": "5", "Quellen": "Küstenwache"})
    day = builders.span(of, "am Samstag")
    time = Time(day.field, day.start, day.end, day.quote, "DATE", "2026-02-28", "day")
    made = record(of, five(of), times=(time,))
    found = only(replace(made, box=replace(made.box, date="2026-02-28")), "LB302")
    assert found.message == "Der Faktenkasten hat kein Datum; im Text steht „am Samstag“ (28. Februar 2026)."


def test_a_number_that_the_text_itself_replaces_is_outdated_and_one_that_it_only_gives_too_is_not() -> None:
    of = boxed_article(f"Zuerst war von drei Toten die Rede. {DEAD}", {**DAY, "Tote": "3"})
    early = figure(of, "killed", "Zuerst war von drei Toten die Rede", "drei", 3, sources=guard(of))
    late = five(of)
    chosen = Box(killed=builders.boxed(late))
    replaced = (Relation("supersedes", late.id, early.id),)
    assert "fünf Menschen" in only(record(of, early, late, box=chosen, relations=replaced), "LB101").message
    assert codes(record(of, early, late, box=chosen)) == []


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2026-03-01T23:30:00+01:00", []), ("2026-03-01T08:00:00+01:00", ["LB304"]), ("2026-03-01", ["LB304"])],
)
def test_a_day_that_had_begun_somewhere_is_not_after_publication(published: str, expected: list[str]) -> None:
    made = dead({"Tote": "5", "Datum": "2. März 2026"})
    assert codes(replace(made, article=replace(made.article, published=published))) == expected
