"""One body has one key over reports and languages; bodies that may be two have two."""

import pytest

from lagebild.merge.speakers import Setting, Speaker, speakers
from lagebild.model import Place, Source, SourceKind

NEAR = Place("text", 0, 5, "Korsu", "Korsu", "FI", "Uusimaa", 60.1, 24.5, 1, "town")
FAR = Place("text", 9, 14, "Vellamo", "Vellamo", "FI", "Lappland", 67.0, 25.0, 2, "town")


WHERE = {"korsu": NEAR, "vellamo": FAR}


def several(*names: str) -> dict[str, Speaker]:
    """Return who the sources of one report are."""
    where = Setting("de", "FI", 60.1, 24.5, "Uusimaa", "korsu", WHERE)
    sources = [Source(name, "text", 0, len(name), name, name=name, kind="government") for name in names]
    return speakers(sources, where)


def who(name: str, language: str = "de", kind: SourceKind = "government", text: str = "") -> Speaker:
    where = Setting(language, "FI", 60.1, 24.5, "Uusimaa", "korsu", WHERE)
    source = Source(text or name, "text", 0, len(name), name, name=name, kind=kind)
    return speakers([source], where)[name]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Feuerwehr", "de"), ("fire brigade", "en")),
        (("Sprecher der Feuerwehr in Korsu", "de"), ("local fire department", "en")),
        (("Gouverneur von Korsu", "de"), ("Korsu Governor's Office", "en")),
        (("Gouverneursamt", "de"), ("provincial governor", "en")),
        (("Polizeisprecherin", "de"), ("police chief", "en")),
        (("finnisches Verteidigungsministerium", "de"), ("defence ministry", "en")),
        (("Rotes Kreuz", "de"), ("Finnish Red Cross", "en")),
        (("Internationale Organisation für Migration", "de"), ("IOM", "en")),
        (("örtliches Hilfskomitee", "de"), ("Hilfskomitee", "de")),
        (("Fischereiaufsicht OTV", "de"), ("fishery inspectorate OTV", "en")),
        (("Gefängnisbehörde", "de"), ("prison service", "en")),
    ],
)
def test_names_of_one_body_meet(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert who(*one) == who(*other)
    assert who(*one).shared


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Feuerwehr", "de"), ("Feuerwehrverband", "de")),
        (("Polizei", "de"), ("Polizeigewerkschaft", "de")),
        (("Gouverneur", "de"), ("Militärgouverneur", "de")),
        (("Armee", "de"), ("russische Armee", "de")),
        (("army", "en"), ("Salvation Army", "en")),
        (("Behörden", "de"), ("Innenministerium", "de")),
        (("Rotes Kreuz", "de"), ("Internationales Komitee vom Roten Kreuz", "de")),
    ],
)
def test_bodies_that_may_be_two_stay_apart(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert who(*one) != who(*other)


@pytest.mark.parametrize(
    ("name", "kind", "shared"),
    [
        ("Anwohner", "witness", False),
        ("Krankenhaus", "hospital", False),
        ("Universitätsklinik Nordtal", "hospital", True),
        ("zwei Offiziere", "military", False),
        ("Berta Kolm", "person", True),
        ("Fischer", "person", False),
    ],
)
def test_of_many_only_those_with_a_name_are_known_in_other_texts(name: str, kind: SourceKind, *, shared: bool) -> None:
    assert who(name, kind=kind).shared is shared


def test_of_two_bodies_of_a_kind_in_a_report_the_one_of_another_place_has_its_name_beside() -> None:
    found = several("Polizei", "Polizei von Vellamo")
    assert found["Polizei"].key == "police"
    assert found["Polizei von Vellamo"].key == "police:vellamo"


def test_the_only_body_of_a_kind_in_a_report_is_the_one_of_the_incident() -> None:
    assert several("Polizei von Vellamo", "Feuerwehr")["Polizei von Vellamo"].key == "police"
    assert several("schwedische Polizei")["schwedische Polizei"].key == "police:SE"


def test_a_short_name_is_the_body_that_it_stands_behind() -> None:
    found = several("Gefängnisbehörde OTV", "OTV")
    assert found["OTV"] == found["Gefängnisbehörde OTV"]


def test_a_person_who_holds_an_office_is_the_office() -> None:
    assert who("Berta Kolm", text="Innenministerin Berta Kolm") == who("Innenministerium")
    assert who("Berta Kolm", text="die Behörde").key == "berta kolm"


def test_an_officer_of_the_police_is_the_police_and_one_of_the_army_is_not_the_army() -> None:
    assert who("Officer Ann Otter", "en", "police") == who("police", "en", "police")
    assert who("Hauptmann Otto Rehm", kind="military") != who("Armee", kind="military")
