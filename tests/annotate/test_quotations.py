"""Quotation marks of all kinds, nested ones, and stray ones."""

import pytest

from lagebild.annotate.quotations import quotations


def read(text: str) -> list[tuple[str, int, str]]:
    return [(text[q.start : q.end], q.depth, q.kind) for q in quotations("text", text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Wir haben fünf Leichen geborgen“, sagte er.", [("Wir haben fünf Leichen geborgen", 0, "speech")]),
        ("»Alles ist verloren«, sagte er.", [("Alles ist verloren", 0, "term")]),
        ("«Das Dorf brennt seit Stunden», sagte er.", [("Das Dorf brennt seit Stunden", 0, "speech")]),
        ('"Das Dorf brennt seit Stunden", sagte er.', [("Das Dorf brennt seit Stunden", 0, "speech")]),
        ("Das Schiff „Aurora“ sank.", [("Aurora", 0, "term")]),
        ("Ein Zeichen „ allein.", []),
    ],
)
def test_finds_quotations(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert read(text) == expected


def test_nested_quotations_have_depth() -> None:
    found = read("„Er rief ‚Feuer‘ und lief sofort davon“, sagte sie.")
    assert [(text, depth) for text, depth, _ in found] == [
        ("Er rief ‚Feuer‘ und lief sofort davon", 0),
        ("Feuer", 1),
    ]
