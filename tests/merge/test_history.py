"""How numbers of one incident stand to each other, in pairs that differ in one thing."""

from dataclasses import replace

from lagebild.model import Reason, Record
from tests.merge.telling import estimate, latest, made_of, report, says, sides, version

POLICE, FIRE, CLINIC = "Polizei/police", "Feuerwehr/emergency", "Klinik Nordbucht/hospital"


def morning(low: int, source: str = POLICE, **changes: object) -> Record:
    return report("de-a", "1 08:00", says("killed", low, f"Es starben {low} Menschen.", source, **changes))


def evening(low: int, source: str = POLICE, sentence: str = "Es starben {low} Menschen.", **changes: object) -> Record:
    return report("de-b", "1 20:00", says("killed", low, sentence.format(low=low), source, **changes))


def test_a_rise_within_one_source_is_an_update() -> None:
    told = made_of(morning(3), evening(7))
    assert version(told, "killed", 7).change == "supersedes"
    assert version(told, "killed", 3).standing == "superseded"
    assert latest(told, "killed") == (7, 7)
    assert told.conflicts == ()


def test_a_rise_by_another_official_body_is_an_update() -> None:
    told = made_of(morning(3), evening(7, FIRE))
    assert version(told, "killed", 7).change == "supersedes"
    assert told.conflicts == ()


def test_a_rise_that_a_resident_tells_is_none() -> None:
    told = made_of(morning(3), evening(7, "Anwohner/witness"))
    assert version(told, "killed", 7).change == "stands_beside"
    assert latest(told, "killed") == (3, 3)
    assert sides(told) == [["Polizei", "Anwohner"]]


def test_at_least_that_rises_is_an_update() -> None:
    told = made_of(morning(3, high=None, qualifier="at_least"), evening(5, FIRE, high=None, qualifier="at_least"))
    assert latest(told, "killed") == (5, None)
    assert told.conflicts == ()


def test_at_least_fewer_takes_nobodys_place() -> None:
    told = made_of(morning(7), evening(5, "", high=None, qualifier="at_least"))
    assert version(told, "killed", 5).standing == "superseded"
    assert latest(told, "killed") == (7, 7)


def test_two_origins_that_agree_are_two() -> None:
    told = made_of(morning(3), evening(3, FIRE))
    span = estimate(told, "killed", "span")
    assert span is not None
    assert (span.low, span.high, span.independent) == (3, 3, 2)
    assert version(told, "killed", 3, "Feuerwehr").change == "repeats"


def test_one_origin_in_two_reports_is_one_version() -> None:
    told = made_of(morning(3), evening(3))
    assert version(told, "killed", 3).reports == ("de-a", "de-b")
    assert len(told.history) == 1


def test_a_confirmation_is_told_from_a_repetition() -> None:
    told = made_of(morning(3), evening(3, f"{FIRE}/confirms"))
    assert version(told, "killed", 3, "Feuerwehr").change == "confirms"


def test_fewer_dead_is_a_contradiction() -> None:
    told = made_of(morning(8), evening(7, "Stadtverwaltung/government"))
    assert version(told, "killed", 7).change == "stands_beside"
    assert sides(told) == [["Polizei", "Stadtverwaltung"]]


def test_an_old_number_comes_back_only_by_a_correction() -> None:
    lagging = report("de-c", "2 09:00", says("killed", 3, "Drei Menschen starben."))
    assert latest(made_of(morning(3), evening(7), lagging), "killed") == (7, 7)
    corrected = report("de-c", "2 09:00", says("killed", 3, "Korrektur: Drei Menschen starben."))
    assert latest(made_of(morning(3), evening(7), corrected), "killed") == (3, 3)


def test_a_part_never_enters_the_total() -> None:
    told = made_of(morning(5), evening(2, extent="part"))
    assert version(told, "killed", 2).standing == "part"
    assert latest(told, "killed") == (5, 5)
    assert latest(made_of(morning(5), evening(6)), "killed") == (6, 6)


def test_a_span_of_time_is_no_number_of_the_incident() -> None:
    told = made_of(morning(5), evening(52, extent="period"))
    assert [each.low for each in told.history] == [5]


def test_a_number_of_a_day_before_the_incident_is_another_ones() -> None:
    told = made_of(morning(5), evening(78, as_of="2025-01"))
    assert [each.low for each in told.history] == [5]


def test_what_names_a_group_is_its_own_series() -> None:
    told = made_of(morning(5), evening(2, group=("child",)))
    assert latest(told, "killed") == (5, 5)
    assert latest(told, "killed", "child") == (2, 2)


def test_a_group_counted_later_lifts_the_total() -> None:
    assert latest(made_of(morning(5), evening(9, group=("civilian",))), "killed") == (9, None)
    assert latest(made_of(morning(9), evening(5, group=("civilian",))), "killed") == (9, 9)


def test_groups_that_exclude_each_other_make_an_open_sum() -> None:
    told = made_of(morning(27, group=("civilian",)), evening(9, FIRE, group=("police",)))
    assert latest(told, "killed") == (36, None)
    assert latest(made_of(morning(1, group=("man",))), "killed") == (1, 1)


def test_the_missing_are_never_added_to_the_dead() -> None:
    told = made_of(morning(3), report("de-b", "1 09:00", says("missing", 4, "Vier Menschen werden vermisst.", POLICE)))
    assert latest(told, "killed") == (3, 3)
    assert latest(told, "missing") == (4, 4)


def test_the_missing_who_are_found_dead_become_dead() -> None:
    lost = report("de-b", "1 09:00", says("missing", 2, "Zwei Menschen werden vermisst.", POLICE))
    dead = report("de-c", "2 09:00", says("killed", 2, "Die beiden Vermissten wurden tot geborgen."))
    told = made_of(lost, dead)
    assert version(told, "killed", 2).change == "becomes"
    assert version(told, "killed", 2).before == version(told, "missing", 2).id
    assert latest(told, "missing") is None
    others = report("de-c", "2 09:00", says("killed", 2, "Zwei Menschen starben in der Nacht."))
    assert latest(made_of(lost, others), "missing") == (2, 2)


def test_the_missing_shrink_and_the_dead_grow() -> None:
    first = report("de-a", "1 09:00", says("missing", 9, "Neun werden vermisst.", POLICE))
    later = report("de-b", "1 12:00", says("missing", 4, "Vier werden vermisst.", FIRE))
    assert latest(made_of(first, later), "missing") == (4, 4)
    more = report("de-b", "1 12:00", says("missing", 12, "Zwölf werden vermisst.", FIRE))
    assert sides(made_of(first, more)) == [["Polizei", "Feuerwehr"]]


def test_a_death_of_an_injured_makes_the_injured_stale_not_fewer() -> None:
    hurt = report("de-a", "1 09:00", says("injured", 28, "Es gab 28 Verletzte.", POLICE))
    died = report("de-b", "2 09:00", says("killed", 4, "Eine Frau erlag ihren Verletzungen, vier sind tot.", POLICE))
    told = made_of(hurt, died)
    assert version(told, "injured", 28).standing == "stale"
    assert latest(told, "injured") == (28, 28)
    later = report("de-b", "2 09:00", says("killed", 4, "Vier Menschen starben am Unfallort.", POLICE))
    assert version(made_of(hurt, later), "injured", 28).standing == "current"


def test_the_dead_and_injured_together_hold_until_they_are_told_apart() -> None:
    both = report("de-a", "1 09:00", says("casualties", 60, "Es gab 60 Tote und Verletzte.", POLICE))
    dead = report("de-b", "2 09:00", says("killed", 12, "Zwölf Tote.", POLICE))
    apart = report(
        "de-c", "2 10:00", says("killed", 12, "Zwölf Tote.", POLICE), says("injured", 48, "48 Verletzte.", POLICE)
    )
    assert latest(made_of(both, dead), "casualties") == (60, 60)
    assert latest(made_of(both, dead), "injured") is None
    assert latest(made_of(both, apart), "casualties") is None


def test_a_vague_number_holds_where_there_is_no_other() -> None:
    vague = report("de-a", "1 07:00", says("killed", 2, "Mehrere Menschen starben.", high=None, qualifier="vague"))
    assert latest(made_of(vague), "killed") == (2, None)
    assert latest(made_of(vague, evening(3)), "killed") == (3, 3)


def test_an_outlets_relay_falls_with_what_it_passes_on() -> None:
    relay = report("de-r", "1 10:00", says("injured", 28, "28 Verletzte, so die Zeitung.", "Nordblatt/media"))
    first = report("de-a", "1 09:00", says("injured", 28, "Es gab 28 Verletzte.", FIRE))
    later = report("de-c", "2 09:00", says("injured", 27, "Es gab 27 Verletzte.", POLICE))
    told = made_of(first, relay, later)
    assert version(told, "injured", 28, "Nordblatt").standing == "superseded"
    assert told.conflicts == ()


def test_what_a_report_adds_to_its_total_is_a_part() -> None:
    added = report(
        "de-b",
        "2 08:00",
        says("killed", 8, "Taucher bargen acht weitere Leichen."),
        says("killed", 11, "Damit sind elf Menschen tot."),
        chosen=(1,),
    )
    told = made_of(morning(3), added)
    assert version(told, "killed", 8).standing == "part"
    assert version(told, "killed", 3).standing == "superseded"
    assert latest(told, "killed") == (11, 11)


def test_a_number_that_its_report_passes_over_takes_no_other_sources_place() -> None:
    def ward(*, chosen: int) -> Record:
        return report(
            "de-b",
            "2 08:00",
            says("injured", 9, "Neun Verletzte liegen auf der Station.", CLINIC),
            says("injured", 41, "41 Menschen wurden verletzt.", FIRE),
            chosen=(chosen,),
        )

    first = report("de-a", "1 08:00", says("injured", 24, "Es gab 24 Verletzte.", POLICE))
    told = made_of(first, ward(chosen=1))
    assert version(told, "injured", 24).before != version(told, "injured", 9).id
    assert version(told, "injured", 9).change == "stands_beside"
    assert latest(told, "injured") == (41, 41)


def test_the_missing_who_are_found_safe_are_missing_no_more() -> None:
    lost = report("de-b", "1 09:00", says("missing", 2, "Zwei Menschen werden vermisst.", POLICE))
    safe = report("de-c", "2 09:00", says("survived", 2, "Die beiden Vermissten wurden wohlbehalten gefunden."))
    assert latest(made_of(lost, safe), "missing") == (0, 0)
    others = report("de-c", "2 09:00", says("survived", 2, "Zwei Bewohner blieben unverletzt."))
    assert latest(made_of(lost, others), "missing") == (2, 2)


def test_a_further_death_adds_to_the_total() -> None:
    died = report("de-b", "2 08:00", says("killed", 1, "Ein Mann ist im Krankenhaus gestorben.", CLINIC))
    told = made_of(morning(3), died)
    assert version(told, "killed", 1).standing == "part"
    assert latest(told, "killed") == (4, 4)
    again = report("de-c", "2 09:00", says("killed", 1, "Ein Mann starb im Krankenhaus."))
    assert latest(made_of(morning(3), died, again), "killed") == (4, 4)
    total = report("de-c", "2 09:00", says("killed", 4, "Vier Menschen sind tot.", POLICE))
    assert latest(made_of(morning(3), died, total), "killed") == (4, 4)


def test_a_death_told_with_its_total_adds_nothing() -> None:
    died = report(
        "de-b",
        "2 08:00",
        says("killed", 1, "Ein Mann ist im Krankenhaus gestorben.", CLINIC),
        says("killed", 4, "Damit gibt es vier Tote."),
    )
    assert latest(made_of(morning(3), died), "killed") == (4, 4)
    at_the_scene = report("de-b", "2 08:00", says("killed", 1, "Ein Mann starb am Unfallort."))
    assert latest(made_of(morning(3), at_the_scene), "killed") != (4, 4)


def test_who_was_hurt_and_died_is_hurt_no_more() -> None:
    hurt = report("de-a", "1 08:00", says("injured", 1, "Ein Mann wurde verletzt.", POLICE), chosen=(0,))
    dead = report("de-b", "2 08:00", says("killed", 1, "Der Mann ist tot.", POLICE), chosen=(0,))
    told = made_of(hurt, dead)
    assert latest(told, "injured") is None
    assert latest(told, "killed") == (1, 1)
    two = report("de-a", "1 08:00", says("injured", 2, "Zwei wurden verletzt.", POLICE), chosen=(0,))
    assert latest(made_of(two, dead), "injured") == (2, 2)


def test_one_of_many_who_is_described_takes_no_totals_place() -> None:
    four = report("de-a", "1 08:00", says("injured", 4, "Vier wurden verletzt.", POLICE))
    described = says(
        "injured", 1, "Ein Schüler liegt in der Klinik.", FIRE, reasons=(Reason("number", "count.implied"),)
    )
    told = made_of(four, report("de-b", "2 08:00", described))
    assert version(told, "injured", 1).standing == "part"
    assert latest(told, "injured") == (4, 4)
    counted = says("injured", 1, "Die Zahl der Verletzten liegt bei eins.", FIRE)
    assert latest(made_of(four, report("de-b", "2 08:00", counted)), "injured") == (1, 1)


def test_the_latest_reports_total_holds_where_groups_alone_are_counted() -> None:
    groups = [
        says("killed", 1, "Ein Mann starb.", POLICE, group=("man",)),
        says("killed", 1, "Eine Frau starb.", POLICE, group=("woman",)),
    ]
    told = made_of(report("de-a", "1 08:00", *groups, chosen=(1,)))
    found = estimate(told, "killed", "latest")
    assert found is not None
    assert (found.low, found.trace[-1].rule) == (1, "latest.report")


def test_what_was_said_before_is_told_by_the_clause_of_the_number() -> None:
    confirmed = report(
        "de-b",
        "2 08:00",
        says("killed", 26, "Der Minister bestätigte 26 Tote, die Stadt habe anfangs zu wenige gemeldet.", POLICE),
        says("killed", 9, "Sie hatte am Montag lediglich neun Tote genannt."),
    )
    assert latest(made_of(confirmed), "killed") == (26, 26)


def test_a_person_who_is_one_more_is_no_total_of_a_report() -> None:
    third = says("killed", 1, "Ein dritter Insasse ist gestorben.", reasons=(Reason("number", "count.implied"),))
    all_three = says("killed", 3, "Alle drei Insassen sind damit tot.")
    assert latest(made_of(morning(2), report("de-b", "2 08:00", third, all_three, chosen=(0,))), "killed") == (3, 3)


def test_what_another_source_gives_against_a_total_is_no_part_of_it() -> None:
    inferred = (Reason("extent", "extent.totals"),)

    def two(source: str) -> Record:
        return report(
            "de-a",
            "1 08:00",
            says("killed", 7, "Sieben Menschen starben.", "Opposition/organisation"),
            says("killed", 2, "Zwei Menschen starben.", source, extent="part", reasons=inferred),
        )

    assert version(made_of(two(POLICE)), "killed", 2).standing == "current"
    assert sides(made_of(two(POLICE))) == [["Opposition", "Polizei"]]
    assert version(made_of(two("Opposition/organisation")), "killed", 2).standing == "part"


def test_a_record_with_no_incident_of_its_own_gives_its_main_figures() -> None:
    def told(scope: str) -> Record:
        made = report(
            "de-b", "2 08:00", says("killed", 9, "Neun Menschen starben.", POLICE, incident=None, scope=scope)
        )
        return replace(made, incidents=())

    assert latest(made_of(morning(5), told("main")), "killed") == (9, 9)
    assert latest(made_of(morning(5), told("other")), "killed") == (5, 5)


def test_nobody_missing_any_more_is_no_part() -> None:
    lost = report("de-a", "1 08:00", says("missing", 4, "Vier werden vermisst.", POLICE))
    ended = report("de-b", "2 08:00", says("missing", 0, "Vermisst wird niemand.", POLICE, extent="part"))
    assert latest(made_of(lost, ended), "missing") == (0, 0)


def test_a_later_report_of_groups_alone_may_have_the_total() -> None:
    clinic = report(
        "de-a", "1 08:00", says("killed", 31, "Mindestens 31 Tote.", CLINIC, high=None, qualifier="at_least")
    )
    office = says("killed", 36, "Es starben 36 Zivilisten.", "UN/organisation", group=("civilian",))
    strike = made_of(clinic, report("de-b", "2 08:00", office, chosen=(0,)))
    assert latest(strike, "killed") == (36, 36)
    battle = report("de-b", "2 08:00", office, chosen=(0,), kind="conflict.battle")
    assert latest(made_of(replace(clinic, incidents=battle.incidents), battle), "killed") == (36, None)


def test_the_last_missing_of_a_report_that_says_nobody_is_missing_are_no_more() -> None:
    lost = report("de-a", "1 08:00", says("missing", 3, "Drei werden vermisst.", POLICE))
    found = report(
        "de-b",
        "2 08:00",
        says("missing", 3, "Man fand die drei letzten Vermissten."),
        says("missing", 0, "Vermisst wird niemand mehr.", extent="part"),
        chosen=(0,),
    )
    assert latest(made_of(lost, found), "missing") == (0, 0)
    assert latest(made_of(lost, report("de-b", "2 08:00", says("missing", 3, "Drei sind vermisst."))), "missing") == (
        3,
        3,
    )


def test_nobody_injured_becomes_nobody_dead() -> None:
    none_hurt = says("injured", 0, "Verletzt wurde niemand.")
    first = report("de-a", "1 08:00", says("killed", 1, "Ein Mann starb."), none_hurt)
    told = made_of(first, report("de-b", "2 08:00", says("killed", 1, "Ein Mann starb.")))
    assert latest(told, "injured") == (0, 0)
