"""A conflict is told in a sentence, with the articles that German asks for, or without any."""

import pytest

from lagebild.model import Conflict, Side
from lagebild.report.conflict_words import conflict_sentence
from lagebild.vocabulary.labels import Words


def side(name: str, low: int | None, high: int | None = -1, qualifier: str = "exact") -> Side:
    return Side(name, None, low, low if high == -1 else high, qualifier, ())  # type: ignore[arg-type]  # of the model


@pytest.mark.parametrize(
    ("measure", "sides", "said"),
    [
        (
            "killed",
            [side("Innenministerium", 12), side("Rebellen", 40)],
            "Das Innenministerium nennt 12 Tote, die Rebellen 40.",
        ),
        (
            "missing",
            [side("Feuerwehr", 5), side("Unternehmen", 3)],
            "Die Feuerwehr nennt 5 Vermisste, das Unternehmen 3.",
        ),
        (
            "killed",
            [side("Ombudsstelle", 3), side("Ministerium", 1)],
            "Die Ombudsstelle nennt 3 Tote, das Ministerium einen.",
        ),
        (
            "killed",
            [side("Militärgouverneur", 0), side("Rebellen", 7)],
            "Der Militärgouverneur nennt keine Toten, die Rebellen 7.",
        ),
        (
            "killed",
            [side("Separatisten", 25), side("Provinzregierung", None)],
            "Die Separatisten nennen 25 Tote, die Provinzregierung weist das zurück.",
        ),
        (
            "injured",
            [side("Anwälte", 6, None, "at_least"), side("Stadtverwaltung von Hachi", 4)],
            "Die Anwälte nennen mindestens 6 Verletzte, die Stadtverwaltung von Hachi 4.",
        ),
        ("killed", [side("RSF", 85), side("Armee", 9)], "RSF: 85 Tote; Armee: 9."),
        (
            "killed",
            [side("protest leaders", 10), side("Innenministerium", 4)],
            "protest leaders: 10 Tote; Innenministerium: 4.",
        ),
        (
            "killed",
            [side("örtliches Hilfskomitee", 10), side("Armee", 4)],
            "örtliches Hilfskomitee: 10 Tote; Armee: 4.",
        ),
        (
            "killed",
            [side("belutschische Gruppe", 10), side("Armee", 4)],
            "Die belutschische Gruppe nennt 10 Tote, die Armee 4.",
        ),
        (
            "killed",
            [side("Armee", 9), side("Offiziere", 35, 40, "range"), side("Miliz", 85)],
            "Die Armee nennt 9 Tote, die Offiziere 35 bis 40, die Miliz 85.",
        ),
    ],
)
def test_german(measure: str, sides: list[Side], said: str) -> None:
    conflict = Conflict(measure, (), tuple(sides), "2026-05-02")  # type: ignore[arg-type]  # of the model
    assert conflict_sentence(conflict, Words.of("de")) == said


@pytest.mark.parametrize(
    ("sides", "said"),
    [
        ([side("interior ministry", 12), side("rebels", 40)], "The interior ministry counts 12 killed, the rebels 40."),
        (
            [side("police", 2, None, "at_least"), side("hospital", 1)],
            "The police count at least 2 killed, the hospital 1.",
        ),
        ([side("Innenministerium", 12), side("rebels", 40)], "Innenministerium: 12 killed; rebels: 40."),
        ([side("separatists", 12), side("army", None)], "The separatists count 12 killed, the army denies it."),
    ],
)
def test_english(sides: list[Side], said: str) -> None:
    assert conflict_sentence(Conflict("killed", (), tuple(sides), "2026-05-02"), Words.of("en")) == said


def test_a_group_is_named() -> None:
    conflict = Conflict("killed", ("military",), (side("Armee", 9), side("Miliz", 85)), "2026-05-02")
    assert conflict_sentence(conflict, Words.of("de")) == "Die Armee nennt 9 Tote (Soldaten), die Miliz 85."
