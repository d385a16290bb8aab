"""Numbers of German sentences with their qualifying words, and what they count."""

import pytest

from lagebild.annotate.numbers import numbers
from lagebild.annotate.tokens import tokens


def read(text: str) -> list[tuple[int | None, int | None, str]]:
    return [(n.low, n.high, n.qualifier) for n in numbers(tokens(text, 0, len(text))) if n.kind == "cardinal"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zweiundzwanzig Menschen", [(22, 22, "exact")]),
        ("Dreitausend Menschen", [(3000, 3000, "exact")]),
        ("11.000 Soldaten", [(11000, 11000, "exact")]),
        ("rund 11.000 Soldaten", [(11000, 11000, "about")]),
        ("an die 30 Menschen", [(30, 30, "about")]),
        ("mindestens fünf Menschen", [(5, None, "at_least")]),
        ("nicht weniger als fünf Menschen", [(5, None, "at_least")]),
        ("weit über 100 Menschen", [(100, None, "more_than")]),
        ("bis zu 20 Menschen", [(None, 20, "at_most")]),
        ("bis zum Abend 20 Menschen", [(20, 20, "exact")]),
        ("zwischen 10 und 20 Menschen", [(10, 20, "range")]),
        ("ein bis zwei Menschen", [(1, 2, "range")]),
        ("zwei bis drei Millionen Menschen", [(2000000, 3000000, "range")]),
        ("30-50 Menschen", [(30, 50, "range")]),
        ("anderthalb Dutzend Menschen", [(18, 18, "about")]),
        ("ein halbes Dutzend Menschen", [(6, 6, "about")]),
        ("mehr als zwei Dutzend Menschen", [(24, None, "more_than")]),
        ("Dutzende Menschen", [(24, None, "vague")]),
        ("mehrere hundert Menschen", [(200, None, "vague")]),
        ("Hunderttausende Menschen", [(200000, None, "vague")]),
        ("1,5 Millionen Menschen", [(1500000, 1500000, "exact")]),
        ("zig Menschen", [(2, None, "vague")]),
        ("ein paar Leute", [(2, None, "vague")]),
        ("ein Paar", [(2, 2, "exact")]),
        ("keine Verletzten", [(0, 0, "exact")]),
        ("30 oder mehr Menschen", [(30, None, "at_least")]),
        ("1,2 Tote im Schnitt", []),
        ("ein Drittel der Gäste", []),
        ("20 Prozent der Gäste", []),
        ("30 Euro Schaden", []),
        ("14.30 Uhr", []),
        ("im Mai 2006 wurden sie", []),
        ("99999999999 Menschen", []),
    ],
)
def test_reads_what_is_counted(text: str, expected: list[tuple[int | None, int | None, str]]) -> None:
    assert read(text) == expected


def test_over_after_a_report_is_a_topic() -> None:
    assert read("Berichte über zehn Tote") == [(10, 10, "exact")]
    assert read("Es gab über zehn Tote") == [(10, None, "more_than")]


def test_year_before_a_verb_is_no_count() -> None:
    assert read("2009 starben 28 Menschen") == [(28, 28, "exact")]
