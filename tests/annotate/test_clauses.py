"""Clauses: verb bracket, subordination, coordination, ellipsis, brackets, mood."""

import pytest

from lagebild.model import Sentence
from tests.parsed import sentence


def shapes(of: Sentence) -> list[tuple[str, str, str]]:
    return [(c.kind, c.verb, c.voice) for c in of.clauses]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Polizei nahm 15 Fans fest.", [("main", "festnehmen", "active")]),
        ("Drei Menschen wurden verletzt.", [("main", "verletzen", "passive")]),
        ("Es heißt, dass drei Menschen starben.", [("main", "heißen", "active"), ("subordinate", "sterben", "active")]),
        (
            "Der Bus, in dem drei Menschen starben, war alt.",
            [("main", "sein", "active"), ("relative", "sterben", "active")],
        ),
        (
            "Drei Menschen starben, zwölf wurden verletzt.",
            [("main", "sterben", "active"), ("main", "verletzen", "passive")],
        ),
        (
            "Drei Menschen sind getötet und zwölf verletzt worden.",
            [("main", "töten", "passive"), ("main", "verletzen", "passive")],
        ),
        (
            "Drei Gäste eines Festes, das in der Stadt stattfand, wurden verletzt.",
            [("main", "verletzen", "passive"), ("relative", "stattfinden", "active")],
        ),
        (
            "13 Schüler wurden verletzt, davon vier schwer.",
            [("main", "verletzen", "passive"), ("verbless", "", "active")],
        ),
        (
            "Kassel (dpa) - Ein Mann starb.",
            [("verbless", "", "active"), ("verbless", "", "active"), ("main", "sterben", "active")],
        ),
    ],
)
def test_finds_clauses(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert shapes(sentence(text)) == expected


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Drei Menschen seien gestorben.", "konjunktiv1"),
        ("Drei Menschen sind gestorben.", "indicative"),
        ("Ein Mann habe das Boot mit den Toten gesehen.", "konjunktiv1"),
        ("Beinahe wären drei Menschen gestorben.", "konjunktiv2"),
    ],
)
def test_tells_the_mood(text: str, mood: str) -> None:
    assert sentence(text).clauses[0].mood == mood


def test_every_token_is_in_at_most_one_clause() -> None:
    found = sentence("Der Bus, in dem (wie es heißt) drei Menschen starben, war alt; fünf wurden verletzt.")
    places = [place for clause in found.clauses for place in clause.tokens]
    assert len(places) == len(set(places))
