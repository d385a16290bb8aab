"""Numbers that are taken back: what a correction replaces, and what it passes over."""

from lagebild.model import Record
from tests.merge.telling import estimate, latest, made_of, report, says, version

POLICE, FIRE, CLINIC = "Polizei/police", "Feuerwehr/emergency", "Klinik Nordbucht/hospital"


def morning(low: int, source: str = POLICE, **changes: object) -> Record:
    return report("de-a", "1 08:00", says("killed", low, f"Es starben {low} Menschen.", source, **changes))


def evening(low: int, source: str = POLICE, sentence: str = "Es starben {low} Menschen.", **changes: object) -> Record:
    return report("de-b", "1 20:00", says("killed", low, sentence.format(low=low), source, **changes))


def test_fewer_dead_by_a_correction_is_an_update() -> None:
    corrected = evening(7, "Stadtverwaltung/government", "Berichtigung: Es starben {low} Menschen.")
    told = made_of(morning(8), corrected)
    assert version(told, "killed", 7).change == "corrects"
    assert latest(told, "killed") == (7, 7)
    assert told.conflicts == ()


def test_a_correction_within_a_report_reaches_the_version_before() -> None:
    both = report(
        "de-b",
        "2 08:00",
        says("killed", 8, "Nicht acht Menschen seien gestorben.", "Behörden/government", modality="denied"),
        says("killed", 7, "Sieben Menschen seien gestorben.", "Behörden/government"),
        relations=[("corrects", 1, 0)],
    )
    told = made_of(morning(8), both)
    assert version(told, "killed", 7).before == version(told, "killed", 8, "Polizei").id
    assert version(told, "killed", 8, "Polizei").standing == "superseded"
    assert told.conflicts == ()


def test_a_correction_replaces_what_reports_said_in_their_own_voice() -> None:
    own = report("de-b", "1 20:00", says("killed", 9, "Bei zwei Bränden starben neun Menschen."))
    both = report(
        "de-c",
        "2 08:00",
        says("killed", 8, "Nicht acht Menschen starben.", POLICE, modality="denied"),
        says("killed", 7, "Sieben Menschen starben.", POLICE),
        relations=[("corrects", 1, 0)],
    )
    told = made_of(morning(8), own, both)
    span = estimate(told, "killed", "span")
    assert span is not None
    assert (span.low, span.high) == (7, 7)
    other = report("de-c", "2 08:00", says("killed", 7, "Sieben Menschen starben.", "Stadtverwaltung/government"))
    span = estimate(made_of(morning(8), own, other), "killed", "span")
    assert span is not None
    assert span.high == 9


def test_a_correction_stands_to_the_total_of_the_best_standing() -> None:
    ward = report(
        "de-a",
        "1 08:00",
        says("injured", 9, "Neun Verletzte liegen auf der Station.", CLINIC),
        says("injured", 41, "41 Menschen wurden verletzt."),
        chosen=(1,),
    )
    corrected = report("de-b", "1 18:00", says("injured", 39, "Berichtigung: 39 Menschen wurden verletzt.", POLICE))
    told = made_of(ward, corrected)
    assert version(told, "injured", 39).change == "corrects"
    assert version(told, "injured", 39).before == version(told, "injured", 41).id


def test_a_number_that_holds_again_is_not_outdated_where_a_report_gives_it_later() -> None:
    taken_back = says("killed", 7, "Berichtigung: Es starben 7 Menschen.", POLICE)
    corrected = report("de-c", "3 08:00", taken_back, chosen=(0,))
    later = report("de-d", "5 08:00", says("killed", 7, "Bei dem Unfall waren sieben Menschen gestorben."))
    told = made_of(morning(7), evening(8, POLICE), corrected, later)
    assert latest(told, "killed") == (7, 7)
    assert [each.standing for each in told.history if "de-d" in each.reports] == ["current"]
