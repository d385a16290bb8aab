"""Whom a statement's speaker means: pronouns, surnames and roles within the report."""

import pytest

from lagebild import link
from lagebild.annotate import document
from lagebild.extract import claims
from lagebild.model import Article, Statement


def _names(text: str) -> list[tuple[str, str | None]]:
    read = document(Article(id="a", title="", text=text, language="de"))
    found = link.record(read, claims(read)).claims
    return [(one.speaker[0].quote, one.speaker_name) for one in found if isinstance(one, Statement) and one.speaker]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hans Meier leitet den Hafen. Er sagte, es sei kalt.", [("Er", "Hans Meier")]),
        ("Er sagte, es sei kalt.", [("Er", None)]),
        ("Innenministerin Karla Ott sprach lange. Sie sagte, es sei kalt.", [("Sie", "Karla Ott")]),
        ("Innenministerin Karla Ott sprach lange. Er sagte, es sei kalt.", [("Er", None)]),
        ("Innenminister Otto Rehm kam. Der Minister sagte, es sei kalt.", [("Der Minister", "Otto Rehm")]),
        ("Der Minister sagte, es sei kalt.", [("Der Minister", "Minister")]),
        (
            "Innenminister Otto Rehm und Finanzminister Karl Ott kamen. Der Minister sagte, es sei kalt.",
            [("Der Minister", None)],
        ),
        (
            "Otto Rehm sagte, es sei kalt. Rehm fügte hinzu, es sei nass.",
            [("Otto Rehm", "Otto Rehm"), ("Rehm", "Otto Rehm")],
        ),
        (
            "Ein Sprecher der Feuerwehr sagte, es sei kalt. Der Sprecher fügte hinzu, es sei nass.",
            [("Ein Sprecher der Feuerwehr", "Sprecher der Feuerwehr"), ("Der Sprecher", "Sprecher der Feuerwehr")],
        ),
        (
            "Das Innenministerium sagte, es sei kalt. Das Ministerium fügte hinzu, es sei nass.",
            [("Das Innenministerium", "Innenministerium"), ("Das Ministerium", "Innenministerium")],
        ),
        (
            "Das Innenministerium und das Finanzministerium sagten, es sei kalt. Das Ministerium sagte, es sei nass.",
            [
                ("Das Innenministerium", "Innenministerium und Finanzministerium"),
                ("Das Ministerium", None),
            ],
        ),
    ],
)
def test_who_is_meant(text: str, names: list[tuple[str, str | None]]) -> None:
    assert _names(text) == names


def test_once_a_pronoun_meant_somebody_that_of_the_other_gender_does_not() -> None:
    text = "Kim Meier leitet den Hafen. Er sagte, es sei kalt. Sie sagte, es sei nass."
    assert _names(text) == [("Er", "Kim Meier"), ("Sie", None)]
