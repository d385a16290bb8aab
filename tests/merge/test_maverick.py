"""The three rule sets on rows of our own."""

from typing import get_args

from lagebild.merge.maverick import Row, Value, divergence, events
from lagebild.vocabulary.policies import RuleSet


def row(**columns: Value) -> Row:
    return {"event_id": "e", "source_classification": 2.0, "certain": 2.0, **columns}


def of(rows: list[Row], column: str) -> list[Value]:
    """Return what the most-informative, the most-conservative and the most-representative set make of a column."""
    return [events(rows, rule_set)["e"][column] for rule_set in get_args(RuleSet)]


def test_counts_are_the_highest_the_lowest_and_the_most_frequent() -> None:
    rows = [row(deaths_best=value) for value in (4.0, 1.0, 2.0, 2.0)]
    assert of(rows, "deaths_best") == [4.0, 1.0, 2.0]


def test_the_lower_of_two_as_frequent_counts_is_taken() -> None:
    rows = [row(deaths_best=value) for value in (4.0, 1.0)]
    assert of(rows, "deaths_best") == [4.0, 1.0, 1.0]


def test_a_count_that_a_report_leaves_open_is_no_value() -> None:
    rows = [row(deaths_best=None), row(deaths_best=3.0)]
    assert of(rows, "deaths_best") == [3.0, 3.0, 3.0]
    assert of([row(deaths_best=None)], "deaths_best") == [None, None, None]


def test_words_in_a_tie_go_to_the_better_source_then_the_surer_event() -> None:
    tied = [row(target="a"), row(target="b")]
    assert of(tied, "target") == ["Indeterminate"] * 3
    assert of([row(target="a"), row(target="b", source_classification=3.0)], "target") == ["b"] * 3
    assert of([row(target="a", certain=3.0), row(target="b")], "target") == ["a"] * 3


def test_a_place_follows_the_precision() -> None:
    rows = [
        row(city="Kolm", geo_precision=3.0),
        row(city="Abel", geo_precision=5.0),
        row(city="Kolm", geo_precision=1.0),
    ]
    assert of(rows, "city") == ["Abel", "Kolm", "Kolm"]


def test_days_are_the_narrowest_the_widest_and_the_mean_of_a_tie() -> None:
    rows = [row(date_start="2020-01-01", date_end="2020-01-09"), row(date_start="2020-01-04", date_end="2020-01-05")]
    assert of(rows, "date_start") == ["2020-01-04", "2020-01-01", "2020-01-02"]
    assert of(rows, "date_end") == ["2020-01-05", "2020-01-09", "2020-01-07"]


def test_damage_in_a_tie_is_there() -> None:
    assert of([row(damage=0.0), row(damage=1.0)], "damage") == [1.0, 0.0, 1.0]


def test_sources_are_all_named_once() -> None:
    rows = [row(source="Nordblatt; Abendpost"), row(source="Abendpost"), row(source="Unknown")]
    assert of(rows, "source") == ["Nordblatt; Abendpost"] * 3


def test_who_most_reports_have_begin_it_began_it() -> None:
    def told(first: float, second: float) -> Row:
        roles = {"actor1_initiator": first, "actor2_initiator": second, "actor1_bystander": second}
        return row(actor1="a", actor2="b", **roles)

    rows = [told(1.0, 0.0), told(1.0, 0.0), told(0.0, 1.0)]
    assert of(rows, "actor1_initiator")[2] == 1.0
    assert of(rows, "actor2_initiator")[2] == 0.0
    assert of(rows, "actor1_bystander")[2] == 0.0
    tied = [told(1.0, 0.0), told(0.0, 1.0)]
    assert of(tied, "actor1_initiator")[2] == 0.0
    assert of(tied, "actor1_bystander")[2] == 1.0


def test_certainty_is_what_any_report_makes_certain() -> None:
    first, second = ({f"certain{n}": float(n in known) for n in range(1, 7)} for known in ({1, 3}, {2, 3}))
    assert of([row(**first), row(**second)], "certain") == [3.0, 3.0, 3.0]


def test_reports_diverge_by_their_other_values() -> None:
    rows = [row(deaths_best=value) for value in (1.0, 2.0, 2.0, None)]
    assert divergence(rows, "deaths_best") == {"e": 2}
    assert events(rows, "informative")["e"]["number_of_sources"] == 4.0
