"""What each policy makes of the same reports, with its trace."""

import pytest

from lagebild.model import Record
from lagebild.vocabulary.labels import Words
from lagebild.vocabulary.policies import said
from tests.merge.telling import estimate, latest, made_of, report, says

ARMY, REBELS, RULERS = "Armee/military/party", "Rebellen/armed_group/party", "Innenministerium/government"


def told(*claims: tuple[int, str], **changes: object) -> Record:
    figures = [says("killed", low, f"Es starben {low} Menschen.", source, **changes) for low, source in claims]
    return report("de-a", "2 08:00", *figures)


THREE = [(15, RULERS), (12, "Rotes Kreuz/organisation"), (20, "Anwohner/witness")]


@pytest.mark.parametrize(
    ("policy", "low", "high", "best"),
    [
        ("latest", 15, 15, 15),
        ("span", 12, 20, None),
        ("acled", 12, 12, 12),
        ("ucdp", 12, 20, 15),
        ("maverick.most_informative", 20, 20, 20),
        ("maverick.most_conservative", 12, 12, 12),
        ("maverick.most_representative", 12, 12, 12),
    ],
)
def test_one_report_with_three_sources(policy: str, low: int, high: int, best: int | None) -> None:
    found = estimate(made_of(told(*THREE)), "killed", policy)
    assert found is not None
    assert (found.low, found.high, found.best) == (low, high, best)
    assert all(said(step, Words.of(language)) for step in found.trace for language in ("de", "en"))


def test_the_trace_says_how_many_reports_there_were() -> None:
    found = estimate(made_of(told(*THREE)), "killed", "acled")
    assert found is not None
    assert [said(step, Words.of("de")) for step in found.trace] == ["Niedrigste Zahl aus 3 unabhängigen Meldungen: 12."]


@pytest.mark.parametrize(
    ("words", "low", "number", "sentence"),
    [
        ("Dutzende starben.", 24, 12, "„Dutzende“ = 12."),
        ("Hunderte starben.", 200, 100, "„Hunderte“ = 100."),
        ("Mehrere starben.", 2, 3, "„Mehrere“ ohne Zahl = 3."),
        ("Zahlreiche starben.", 2, 10, "„Zahlreiche“ ohne Zahl = 10."),
    ],
)
def test_acled_sets_a_number_for_words(words: str, low: int, number: int, sentence: str) -> None:
    vague = report("de-a", "2 08:00", says("killed", low, words, RULERS, high=None, qualifier="vague"))
    found = estimate(made_of(vague), "killed", "acled")
    assert found is not None
    assert found.best == number
    assert said(found.trace[0], Words.of("de")) == sentence


def test_acled_counts_casualties_alone_as_no_dead() -> None:
    both = report("de-a", "2 08:00", says("casualties", 50, "50 Tote und Verletzte.", RULERS))
    found = estimate(made_of(both), "killed", "acled")
    assert found is not None
    assert found.best == 0
    assert (
        estimate(made_of(report("de-a", "2 08:00", says("injured", 5, "Fünf Verletzte.", RULERS))), "killed", "acled")
        is None
    )


def test_a_copy_is_no_report_of_its_own() -> None:
    first = report("de-a", "2 08:00", says("killed", 9, "Neun Tote.", RULERS))
    again = report("de-b", "2 09:00", says("killed", 9, "Neun Tote.", RULERS))
    found = estimate(made_of(first, again), "killed", "span")
    assert found is not None
    assert found.independent == 1
    assert [step.rule for step in found.trace] == ["span.one"]


def test_a_party_counts_for_the_high_estimate_alone() -> None:
    war = report(
        "de-a",
        "2 08:00",
        says("killed", 9, "Neun Soldaten fielen.", ARMY, group=("military",)),
        says("killed", 85, "85 Soldaten fielen.", REBELS, group=("military",)),
        kind="conflict.battle",
        country="SD",
    )
    found = estimate(made_of(war), "killed", "ucdp", "military")
    assert found is not None
    assert (found.low, found.best, found.high) == (9, 9, 85)
    best = estimate(made_of(war), "killed", "latest", "military")
    assert best is not None
    assert "latest.barred" in [step.rule for step in best.trace]


def test_an_officials_number_goes_before_a_later_one_of_a_witness() -> None:
    later = report("de-b", "2 20:00", says("killed", 20, "Zwanzig Tote.", "Anwohner/witness"))
    found = estimate(made_of(told((15, RULERS)), later), "killed", "latest")
    assert found is not None
    assert (found.low, found.trace[-1].rule) == (15, "latest.official")
    alone = estimate(made_of(later), "killed", "latest")
    assert alone is not None
    assert alone.trace[-1].rule == "latest.other"


def test_bodies_of_one_standing_that_differ_in_one_report_leave_a_range() -> None:
    found = estimate(made_of(told((23, RULERS), (31, "Gouverneur/government"))), "killed", "latest")
    assert found is not None
    assert (found.low, found.high, found.qualifier, found.independent) == (23, 31, "range", 2)


def test_a_group_is_no_total_beside_a_vague_one_that_is_as_great() -> None:
    hundreds = says("killed", 200, "Hunderte Menschen starben.", high=None, qualifier="vague")
    inside = says("killed", 200, "Allein in der Halle starben 200 Zivilisten.", group=("civilian",))
    assert latest(made_of(report("de-a", "1 08:00", hundreds, inside)), "killed") != (200, 200)
    some = says("killed", 2, "Es gab Tote.", high=None, qualifier="vague")
    assert latest(made_of(report("de-a", "1 08:00", some, inside)), "killed") == (200, 200)


def test_a_part_of_a_group_is_no_total_of_it_beside_a_vague_one() -> None:
    many = says("killed", 200, "Hunderte Zivilisten starben.", group=("civilian",), high=None, qualifier="vague")
    inside = says("killed", 200, "Allein in der Halle starben 200 Zivilisten.", group=("civilian",), extent="part")
    assert latest(made_of(report("de-a", "1 08:00", many, inside)), "killed") == (200, None)
    alone = says("killed", 3, "Darunter waren drei Kinder.", group=("child",), extent="part")
    assert ("child",) in {each.group for each in made_of(report("de-a", "1 08:00", many, alone)).history}
