"""What contradicts what, in pairs that differ in one thing."""

from lagebild.model import Reason, Record
from tests.merge.telling import latest, made_of, report, says, sides, version

RULERS, GUARD, UNION = "Innenministerium/government", "Küstenwache/emergency", "Gewerkschaft/organisation"
REBELS, ARMY = "Rebellen/armed_group/party", "Armee/military/party"


def both(one: tuple[int, str], two: tuple[int, str], **changes: object) -> Record:
    return report(
        "de-a",
        "2 08:00",
        says("killed", one[0], f"Es gab {one[0]} Tote.", one[1]),
        says("killed", two[0], f"Es starben {two[0]} Menschen.", two[1], **changes),
    )


def test_two_named_sources_in_one_report_contradict_each_other() -> None:
    assert sides(made_of(both((12, RULERS), (40, UNION)))) == [["Innenministerium", "Gewerkschaft"]]
    assert sides(made_of(both((12, RULERS), (12, UNION)))) == []


def test_numbers_that_can_both_be_true_do_not() -> None:
    assert sides(made_of(both((12, RULERS), (9, UNION), high=None, qualifier="at_least"))) == []
    assert sides(made_of(both((12, RULERS), (14, UNION), high=None, qualifier="at_least"))) != []


def test_about_has_a_tolerance() -> None:
    assert sides(made_of(both((108, RULERS), (100, UNION), qualifier="about"))) == []
    assert sides(made_of(both((120, RULERS), (100, UNION), qualifier="about"))) != []


def test_a_vague_number_contradicts_nobody() -> None:
    assert sides(made_of(both((12, RULERS), (24, UNION), high=None, qualifier="vague"))) == []


def test_a_report_in_its_own_voice_contradicts_nobody() -> None:
    assert sides(made_of(both((12, RULERS), (14, "")))) == []
    assert sides(made_of(both((12, RULERS), (14, "Berichten/unnamed")))) == []
    assert sides(made_of(both((12, RULERS), (14, "Ermittlerkreise/unnamed")))) != []


def test_what_was_said_before_is_no_contradiction_to_the_newer_number() -> None:
    newer = report(
        "de-a",
        "2 08:00",
        says("killed", 12, "Das Ministerium hatte zwölf Tote gemeldet.", RULERS),
        says("killed", 14, "Die Wache zählt 14 Tote.", GUARD),
    )
    assert sides(made_of(newer)) == []
    assert latest(made_of(newer), "killed") == (14, 14)
    assert sides(made_of(both((12, RULERS), (14, GUARD)))) != []


def test_to_different_days_numbers_do_not_contradict_each_other() -> None:
    one = report("de-a", "2 08:00", says("killed", 40, "40 Tote.", "Anwohner/witness"))
    soon = report("de-b", "3 08:00", says("killed", 12, "Zwölf Tote.", RULERS))
    late = report("de-b", "9 08:00", says("killed", 12, "Zwölf Tote.", RULERS))
    assert sides(made_of(one, soon)) == [["Anwohner", "Innenministerium"]]
    assert sides(made_of(one, late)) == []


def test_three_at_one_time_are_one_conflict() -> None:
    third = report("de-b", "2 09:00", says("killed", 25, "25 Tote.", "Blogger/person"))
    told = made_of(both((12, RULERS), (40, UNION)), third)
    assert sides(told) == [["Innenministerium", "Gewerkschaft", "Blogger"]]


def test_at_two_times_are_two() -> None:
    settled = report("de-b", "3 08:00", says("killed", 41, "41 Tote.", GUARD), says("killed", 60, "60 Tote.", UNION))
    told = made_of(both((12, RULERS), (40, UNION)), settled)
    assert len(told.conflicts) == 2
    assert told.conflicts[0].settled_by == version(told, "killed", 41).id
    assert told.conflicts[1].settled_by is None


def test_a_denial_is_a_conflict_with_who_denies() -> None:
    denied = says("killed", 25, "Die Rebellen wollen 25 Soldaten getötet haben, die Regierung wies das zurück.",
                  f"{REBELS};Provinzregierung/government/denies", modality="denied")  # fmt: skip
    told = made_of(report("de-a", "2 08:00", denied, kind="conflict.bombing"))
    assert sides(told) == [["Rebellen", "Provinzregierung"]]
    assert latest(told, "killed") is None
    alone = says("killed", 25, "Berichte über 25 Tote bestätigten sich nicht.", modality="denied")
    assert sides(made_of(report("de-a", "2 08:00", alone))) == []


def test_a_denial_settles_the_conflict_that_there_was() -> None:
    denied = says("killed", 40, "Die Zahl von 40 wies das Ministerium zurück.",
                  f"{UNION};Innenministerium/government/denies", modality="denied")  # fmt: skip
    told = made_of(both((12, RULERS), (40, UNION)), report("de-b", "3 08:00", denied))
    assert sides(told) == [["Innenministerium", "Gewerkschaft"]]
    assert told.conflicts[0].settled_by == version(told, "killed", 40).id
    assert version(told, "killed", 40, "Gewerkschaft").standing == "denied"


def war(*told: tuple[int, str, str]) -> Record:
    figures = [
        says("killed", low, f"Es fielen {low} Kämpfer.", source, group=(group,) if group else ())
        for low, source, group in told
    ]
    return report("de-a", "2 08:00", *figures, kind="conflict.battle", country="SD")


def test_a_partys_claim_of_the_other_sides_losses_is_never_the_best() -> None:
    told = made_of(war((9, ARMY, "military"), (85, REBELS, "military")))
    assert version(told, "killed", 85).standing == "party"
    assert version(told, "killed", 9).standing == "current"
    assert latest(told, "killed", "military") == (9, 9)
    assert sides(told) == [["Armee", "Rebellen"]]


def test_a_party_that_counts_its_own_is_no_such_claim() -> None:
    told = made_of(war((9, ARMY, "military"), (120, ARMY, "armed_group")))
    assert version(told, "killed", 120).standing == "party"
    assert latest(told, "killed", "military") == (9, 9)
    assert latest(told, "killed", "armed_group") is None


def test_a_foreign_army_is_a_party_a_countrys_own_is_not() -> None:
    foreign = made_of(war((80, "russisches Verteidigungsministerium/government/party", "")))
    assert latest(foreign, "killed") is None
    own = made_of(war((9, "sudanesische Behörden/government/party", "")))
    assert latest(own, "killed") == (9, 9)


def test_two_parties_that_count_whom_they_hold_do_not_contradict_each_other() -> None:
    held = report(
        "de-a",
        "2 08:00",
        says("detained", 34, "34 Gefangene.", ARMY),
        says("detained", 60, "60 Gefangene.", REBELS),
        kind="conflict.battle",
    )
    assert sides(made_of(held)) == []


def test_forces_far_apart_are_different_forces() -> None:
    def sent(low: int) -> Record:
        return report(
            "de-a",
            "2 08:00",
            says("deployed", 15000, "15000 Mann.", RULERS),
            says("deployed", low, "So viele sind da.", "Institut/expert"),
        )

    assert sides(made_of(sent(500))) == []
    assert sides(made_of(sent(9000))) == [["Innenministerium", "Institut"]]


def test_an_officer_and_the_police_may_be_one() -> None:
    assert sides(made_of(both((4, "Polizei/police"), (3, "Jana Kolm/police")))) == []
    assert sides(made_of(both((4, "Feuerwehr/emergency"), (3, "Bergwacht/emergency")))) != []


def test_any_office_may_be_the_one_that_is_named() -> None:
    assert sides(made_of(both((4, RULERS), (3, "Behörden/government")))) == []
    assert sides(made_of(both((4, UNION), (3, "Behörden/government")))) != []


def test_a_person_who_is_described_contradicts_no_total() -> None:
    single = (Reason("number", "count.implied"),)
    assert sides(made_of(both((4, RULERS), (1, "Mutter/person"), reasons=single))) == []
    assert sides(made_of(both((4, RULERS), (1, "Mutter/person")))) != []


def test_a_source_that_is_told_to_contradict_its_report_does() -> None:
    def told(sentence: str) -> Record:
        return report(
            "de-a",
            "2 08:00",
            says("killed", 4, "Vier Menschen starben."),
            says("killed", 3, sentence, "Betreiber/company"),
        )

    assert sides(made_of(told("Der Betreiber sprach dagegen von drei Toten."))) == [["de-a", "Betreiber"]]
    assert sides(made_of(told("Der Betreiber sprach von drei Toten."))) == []


def test_what_a_report_itself_replaces_is_no_rival_of_what_it_denies() -> None:
    third = report(
        "de-b",
        "3 08:00",
        says("killed", 60, "Die Gewerkschaft sprach von 60 Toten.", UNION, modality="denied"),
        says("killed", 41, "41 Tote.", GUARD),
    )
    told = made_of(both((12, RULERS), (40, "Anwälte/person")), third)
    assert sides(told) == [["Innenministerium", "Anwälte"], ["Gewerkschaft", "Küstenwache"]]


def test_a_clinic_that_counts_more_against_an_office_is_no_part_of_it_and_not_the_best() -> None:
    def told(sentence: str) -> Record:
        return report(
            "de-a",
            "2 08:00",
            says("injured", 17, "Das Ministerium nennt 17 Verletzte.", RULERS),
            says("injured", 21, sentence, "Klinik/hospital", extent="part"),
        )

    against = made_of(told("Die Klinik dagegen nahm allein 21 auf."))
    assert sides(against) == [["Innenministerium", "Klinik"]]
    assert latest(against, "injured") == (17, 17)
    assert sides(made_of(told("Die Klinik nahm 21 auf."))) == []
