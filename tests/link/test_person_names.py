"""Names of persons and who may be named: the cases of tests/cases/<language>/persons.yaml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import lagebild
from lagebild.link.person_names_words import is_given, role_of, shape
from lagebild.model import Article, PersonName

CASES = [
    pytest.param(language, case, id=f"{language}-{case['id']}")
    for language in ("de", "en")
    for case in yaml.safe_load(
        (Path(__file__).parents[1] / "cases" / language / "persons.yaml").read_text(encoding="utf-8")
    )["cases"]
]


def told(person: PersonName) -> str:
    """Return a mention as the cases write it."""
    said = f"{person.quote} => {'public' if person.public else 'private'} {person.reason}"
    return said if person.quote == person.name else f"{said}: {person.name}"


@pytest.mark.parametrize(("language", "case"), CASES)
def test_a_name_is_found_and_is_private_or_public(language: str, case: dict[str, Any]) -> None:
    article = Article("a", case.get("title", ""), case["text"], language, published="2026-05-20")
    found = lagebild.record(article).persons
    assert [told(person) for person in found] == case["persons"]
    assert all(article[person.field][person.start : person.end] == person.quote for person in found)


def test_an_author_of_the_article_is_public() -> None:
    text = "Anna Muster was in Leeds on Monday."
    private = lagebild.record(Article("a", "", text, "en")).persons
    public = lagebild.record(Article("a", "", text, "en", authors=("Anna Muster",))).persons
    assert [one.public for one in private] == [False]
    assert [(one.public, one.reason) for one in public] == [(True, "author")]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Rehm", "name"), ("al-Rashid", "name"), ("O'Hara", "name"), ("J.", "initial"), ("rehm", ""), ("UN-Sprecher", "")],
)
def test_a_name_has_a_shape(word: str, expected: str) -> None:
    assert shape(word) == expected


def test_a_role_is_told_by_the_word_or_its_last_part() -> None:
    assert role_of("Innenministerin", "de") == "office"
    assert role_of("Ministrant", "de") is None
    assert role_of("Lt.", "en") == "function"
    assert is_given("Hans-Peter", "de")
    assert not is_given("Hans-Havel", "de")
