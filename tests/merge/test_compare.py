"""What each aspect says of a pair, in contrast pairs that differ in one thing."""

from dataclasses import replace

import pytest

from lagebild.merge.candidates import Candidates
from lagebild.merge.compare import Comparison
from lagebild.merge.telling import Telling, tellings
from lagebild.model import Feature, IncidentType, Record
from tests.merge.reports import beside, killing, report, telling


def own(record: Record) -> Telling:
    """Return what a report tells of its own matter."""
    return next(tellings(record))


def said(one: Record, other: Record) -> dict[str, Feature]:
    """Return what the aspects say of the own matters of two reports."""
    return {each.about: each for each in Comparison().judgement(own(one), own(other)).features}


GERA = report("a", "Gera", "2026-03-03")


@pytest.mark.parametrize(
    ("town", "rule"),
    [("Gera", "place.same"), ("Jena", "place.apart"), ("Linz", "place.abroad")],
)
def test_places(town: str, rule: str) -> None:
    found = said(GERA, report("b", town, "2026-03-03"))["place"]
    assert found.rule == rule
    assert (found.score > 0) == (rule == "place.same")


def test_a_place_that_the_other_report_names_tells_less_against() -> None:
    plain = report("b", "Jena", "2026-03-03")
    naming = report("b", "Jena", "2026-03-03", text="In Jena, nicht weit von Gera, ist etwas geschehen.")
    assert said(GERA, naming)["place"].score > said(GERA, plain)["place"].score


def test_a_place_given_to_another_incident_of_that_day_tells_against() -> None:
    same_day = telling(report("b", None, "2026-03-03"), beside("i2", "Gera", "2026-03-03"))
    years_ago = telling(report("b", None, "2026-03-03"), beside("i2", "Gera", "2019-01-01"))
    assert said(GERA, same_day)["place"].rule == "place.elsewhere"
    assert "place" not in said(GERA, years_ago)


@pytest.mark.parametrize(
    ("day", "rule"),
    [
        ("2026-03-03", "time.same"),
        ("2026-03-04", "time.day"),
        ("2026-03-11", "time.apart"),
        ("2026-03", "time.fits"),
        ("2025", "time.misfit"),
    ],
)
def test_days(day: str, rule: str) -> None:
    found = said(GERA, report("b", "Gera", day, published="2026-03-12"))["time"]
    assert found.rule == rule
    assert (found.score > 0) == (rule in {"time.same", "time.day", "time.fits"})


def test_a_day_given_to_another_incident_tells_more_against() -> None:
    again = report("b", "Gera", "2026-03-11")
    recalling = telling(again, beside("i2", "Gera", "2026-03-03"))
    assert said(GERA, recalling)["time"].rule == "time.elsewhere"
    assert said(GERA, recalling)["time"].score < said(GERA, again)["time"].score


def test_a_report_is_not_of_what_came_after_it() -> None:
    early = report("b", "Gera", None, published="2026-02-20")
    late = report("b", "Gera", None, published="2026-03-04")
    assert said(GERA, early)["time"].rule == "time.before"
    assert said(GERA, late)["time"].rule == "time.after"


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("accident.fire", "accident.fire", "type.same"),
        ("accident.fire", "accident.explosion", "type.alike"),
        ("accident.fire", "disaster.earthquake", "type.unlike"),
        ("crime.shooting", "crime.trial", "type.trial"),
        ("accident.fire", "none", "type.none"),
        ("conflict.war", "conflict.battle", "type.war"),
        ("accident.fire", "accident.other", None),
    ],
)
def test_types(one: IncidentType, other: IncidentType, rule: str | None) -> None:
    found = said(report("a", "Gera", "2026-03-03", kind=one), report("b", "Gera", "2026-03-03", kind=other))
    assert (found["type"].rule if "type" in found else None) == rule


def test_a_rare_kind_of_incident_tells_more_than_a_daily_one() -> None:
    rare, daily = (
        said(report("a", "Gera", "2026-03-03", kind=kind), report("b", "Gera", "2026-03-03", kind=kind))["type"].score
        for kind in ("accident.rail", "accident.road")
    )
    assert rare > daily


@pytest.mark.parametrize(
    ("first", "then", "rule"),
    [(39, 39, "figures.equal"), (7, 8, "figures.close"), (11, 38, "figures.grow"), (41, 2, "figures.apart")],
)
def test_totals(first: int, then: int, rule: str) -> None:
    later = report("b", "Gera", "2026-03-03", published="2026-03-05")
    assert said(killing(GERA, first), killing(later, then))["figures"].rule == rule


def test_the_same_large_number_tells_more_than_the_same_small_one() -> None:
    other = report("b", "Gera", "2026-03-03")
    large, small = (said(killing(GERA, n), killing(other, n))["figures"].score for n in (39, 1))
    assert large > 1 > small >= 0


def test_words_that_all_reports_share_do_not_make_texts_alike() -> None:
    common = "Die Polizei teilte in Gera am Abend mit, ein Mann sei verletzt in ein Krankenhaus gebracht worden."
    rare = "Der Rangierer am Stellwerk von Gera sah den Segelflieger über der Wallfahrtskirche trudeln."
    pairs = [
        (report("a", "Gera", "2026-03-03", text=text), report("b", "Gera", "2026-03-03", text=text))
        for text in (common, rare)
    ]
    little, much = (next(each for name, each in said(*pair).items() if name in {"text", "copy"}) for pair in pairs)
    assert little.score < 1 < much.score


def test_languages_are_compared_by_meaning_where_the_rest_leaves_a_pair_open() -> None:
    german = report("a", None, "2026-03-03", text="Eine Fähre mit Pilgern ist auf dem See gekentert, viele ertranken.")
    english = report("b", None, "2026-03-03", text="A ferry carrying pilgrims capsized on the lake, many drowned.")
    english = replace(english, article=replace(english.article, language="en"))
    other = replace(english, article=replace(english.article, text="The museum sold a painting of tulips at auction."))
    assert said(german, english)["language"].score > said(german, other)["language"].score
    assert "language" not in said(german, replace(english, article=replace(english.article, language="de")))


def test_candidates_share_a_place_and_days_or_rare_words() -> None:
    index = Candidates()
    near, far = report("b", "Gera", "2026-03-04"), report("c", "Linz", "2019-01-01", text="Linz.")
    index.add(own(GERA))
    assert [each.mention.article for each in index.add(own(near))] == ["a"]
    assert index.add(own(far)) == ()


def test_what_a_report_is_compared_with_is_bounded() -> None:
    index = Candidates()
    numbers = [len(index.add(own(report(f"r{number:03}", "Gera", "2026-03-03")))) for number in range(400)]
    assert max(numbers) <= 200
