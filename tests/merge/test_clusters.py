"""Clusters: a person's judgement holds, the order of adding does not matter, wars are parents, chains are held back."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.merge import incidents
from lagebild.merge.clusters import Merge
from lagebild.merge.components import Components
from lagebild.model import Judgement, Mention, Record
from tests.merge.reports import beside, killing, report, telling

DAYS = ("2026-03-03", "2026-03-04", "2026-03-12")


def clusters(records: Sequence[Record], *judgements: Judgement) -> set[frozenset[str]]:
    """Return which reports have one matter."""
    merge = Merge(judgements)
    merge.add(records)
    own = (
        frozenset(each.article for each in cluster.mentions if each.incident == "i1") for cluster in merge.clusters()
    )
    return {group for group in own if group}


def person(one: str, other: str, *, same: bool | None, at: str = "2026-03-05T10:00:00+01:00") -> Judgement:
    """Return a person's judgement on two articles."""
    return Judgement(Mention(one), Mention(other), same, by="ed", at=at)


SAME = (report("a", "Gera", "2026-03-03"), report("b", "Gera", "2026-03-03"))
APART = (report("a", "Gera", "2026-03-03"), report("b", "Linz", "2026-09-03"))


def test_one_place_day_and_type_are_one_incident() -> None:
    assert clusters(SAME) == {frozenset("ab")}
    assert clusters(APART) == {frozenset("a"), frozenset("b")}


def test_a_person_beats_any_score() -> None:
    assert clusters(SAME, person("a", "b", same=False)) == {frozenset("a"), frozenset("b")}
    assert clusters(APART, person("a", "b", same=True)) == {frozenset("ab")}


def test_the_last_word_of_a_person_holds() -> None:
    first, last = person("a", "b", same=False), person("b", "a", same=True, at="2026-03-06T10:00:00+01:00")
    assert clusters(SAME, last, first) == {frozenset("ab")}


def test_a_judgement_taken_back_leaves_the_pair_open() -> None:
    taken_back = person("a", "b", same=None, at="2026-03-06T10:00:00+01:00")
    assert clusters(APART, person("a", "b", same=True), taken_back) == {frozenset("a"), frozenset("b")}


def test_a_persons_no_keeps_later_reports_from_joining_the_two() -> None:
    later = report("c", "Gera", "2026-03-03")
    assert frozenset("abc") not in clusters((*SAME, later), person("a", "b", same=False))


def test_a_persons_yes_takes_later_reports_along() -> None:
    later = report("c", "Linz", "2026-09-03")
    assert clusters((*APART, later), person("a", "b", same=True)) == {frozenset("abc")}


def test_a_judgement_on_reports_that_are_not_there_yet_waits() -> None:
    merge = Merge([person("a", "b", same=True)])
    merge.add(APART[:1])
    assert [each.mentions for each in merge.clusters()] == [(Mention("a"),)]
    merge.add(APART[1:])
    assert [each.mentions for each in merge.clusters()] == [(Mention("a"), Mention("b"))]


def test_a_report_is_added_once() -> None:
    assert clusters((*SAME, *SAME)) == {frozenset("ab")}


@st.composite
def many(draw: st.DrawFn) -> list[Record]:
    """Draw reports that share places, days, types and counts at random."""
    return [
        killing(
            report(
                f"r{number:02}",
                draw(st.sampled_from(["Gera", "Jena", None])),
                draw(st.sampled_from([*DAYS, None])),
                kind=draw(st.sampled_from(["crime.shooting", "accident.fire", "none"])),
                text=draw(
                    st.sampled_from(["", "Der Güterbahnhof wurde geräumt, Reisende warteten in Gera.", "Ein Reh lief."])
                ),
                published=draw(st.sampled_from(DAYS)),
            ),
            draw(st.sampled_from([None, 1, 12])),
        )
        for number in range(draw(st.integers(2, 9)))
    ]


@given(many(), st.randoms(use_true_random=False))
def test_the_order_of_adding_does_not_matter(records: list[Record], random: object) -> None:
    at_once = Merge()
    at_once.add(records)
    shuffled = list(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random, drawn
    one_by_one = Merge()
    for record in shuffled:
        one_by_one.add([record])
    assert at_once.clusters() == one_by_one.clusters()


@given(many(), st.randoms(use_true_random=False))
def test_the_ids_of_clusters_are_theirs_alone(records: list[Record], random: object) -> None:
    del random
    merge = Merge()
    merge.add(records)
    found = merge.clusters()
    assert len({cluster.id for cluster in found}) == len(found)
    assert sorted(each for cluster in found for each in cluster.mentions) == [
        Mention(each.article.id) for each in records
    ]


def positive(one: str, other: str, score: float) -> Judgement:
    return Judgement(Mention(one), Mention(other), same=True, score=score)


def test_a_chain_by_one_weak_link_is_held_back() -> None:
    strong = [positive(one, other, 4.0) for one, other in ("ab", "bc", "ac", "de", "ef", "df")]
    against = [Judgement(Mention(one), Mention(other), same=None, score=-4.0) for one in "ab" for other in "ef"]
    weak = positive("c", "d", 0.5)
    found = Components(map(Mention, "abcdef"), [*strong, *against, weak])
    assert [len(group) for group in found.groups()] == [3, 3]
    assert found.held == [weak]


def test_a_sure_link_joins_what_others_doubt() -> None:
    strong = [positive(one, other, 4.0) for one, other in ("ab", "bc", "ac", "de", "ef", "df")]
    against = [Judgement(Mention(one), Mention(other), same=None, score=-4.0) for one in "ab" for other in "ef"]
    found = Components(map(Mention, "abcdef"), [*strong, *against, positive("c", "d", 7.0)])
    assert [len(group) for group in found.groups()] == [6]
    assert found.held == []


def test_no_negative_judgement_stands_inside_a_cluster() -> None:
    apart = Judgement(Mention("a"), Mention("c"), same=False, score=-7.0)
    found = Components(map(Mention, "abc"), [positive("a", "b", 3.0), positive("b", "c", 2.0), apart])
    assert list(found.groups()) == [(Mention("a"), Mention("b")), (Mention("c"),)]


def test_what_is_told_beside_joins_its_incident_but_never_two_reports_matters() -> None:
    first = report("a", "Gera", "2026-03-03")
    second = telling(report("b", "Gera", "2026-03-12"), beside("i2", "Gera", "2026-03-03"))
    found = {incident.id: incident for incident in incidents((first, second))}
    assert found["a"].reports == ("a",)
    assert found["a"].also_in == ("b",)
    assert found["b"].reports == ("b",)


def test_a_round_up_belongs_to_each_of_its_incidents() -> None:
    records = (
        report("a", "Gera", "2026-03-03"),
        report("b", "Jena", "2026-03-03"),
        telling(report("c", "Gera", "2026-03-03"), beside("i2", "Jena", "2026-03-03")),
    )
    found = {incident.id: incident for incident in incidents(records)}
    assert (found["a"].reports, found["a"].also_in) == (("a", "c"), ())
    assert (found["b"].reports, found["b"].also_in) == (("b",), ("c",))


def test_a_war_is_a_parent_and_swallows_no_battle() -> None:
    war = report("w", "Sumy", "2026-01-01", kind="conflict.war")
    battle = report("b", "Sumy", "2026-03-03", kind="conflict.battle")
    strike = report("s", "Poltava", "2026-03-03", kind="conflict.strike")
    fire = report("f", "Poltava", "2026-03-03", kind="accident.fire")
    found = {incident.id: incident for incident in incidents((war, battle, strike, fire))}
    assert {name: each.parent for name, each in found.items()} == {"w": None, "b": "w", "s": "w", "f": None}


def test_reports_of_one_war_are_one() -> None:
    first = report("v", "Sumy", "2026-01-01", kind="conflict.war")
    later = report("w", "Poltava", "2026-02-20", kind="conflict.war")
    assert clusters((first, later)) == {frozenset("vw")}


@pytest.mark.parametrize("name", ["reports", "also_in"])
def test_reports_stand_in_the_order_of_publication(name: str) -> None:
    late = report("a", "Gera", "2026-03-03", published="2026-03-05")
    early = report("b", "Gera", "2026-03-03", published="2026-03-03")
    tales = tuple(
        telling(report(each, "Jena", "2026-03-20", published=day), beside("i2", "Gera", "2026-03-03"))
        for each, day in (("c", "2026-03-22"), ("d", "2026-03-21"))
    )
    found = next(each for each in incidents((late, early, *tales)) if "a" in each.reports)
    assert getattr(found, name) == {"reports": ("b", "a"), "also_in": ("d", "c")}[name]


def test_each_report_is_the_matter_of_one_incident() -> None:
    records = (*SAME, report("c", None, None, kind="none"), report("d", "Jena", "2026-03-03"))
    assert sorted(name for each in incidents(records) for name in each.reports) == ["a", "b", "c", "d"]
