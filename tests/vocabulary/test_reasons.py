"""Each rule of the code can say what it is."""

import re
from pathlib import Path
from typing import get_args

import pytest

from lagebild.link import extent
from lagebild.report.reasons import reason
from lagebild.vocabulary import load
from lagebild.vocabulary.labels import Label, Words
from lagebild.vocabulary.scope import ScopeKind

EXTRACT = Path(__file__).parents[2] / "src" / "lagebild" / "extract"
RULE = re.compile(r'"((?:modality|attribution|figure|count|dropped|scope|extent|date)\.[a-z_.]+)"')
LINK = EXTRACT.parent / "link"
FOUND = {rule for path in EXTRACT.rglob("*.py") for rule in RULE.findall(path.read_text(encoding="utf-8"))}
RESOLVED = {rule for path in LINK.rglob("*.py") for rule in RULE.findall(path.read_text(encoding="utf-8"))}
KINDS = {f"scope.{kind}" for kind in get_args(ScopeKind)} - {
    "scope.later",
    "scope.name",
    "scope.saying",
    "scope.so_far",
}
STEPS = {f"extent.{step}" for step in extent._STEPS}  # noqa: SLF001 - each names a rule
RULES = sorted(FOUND | RESOLVED | KINDS | STEPS)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_rule_says_what_it_is_in_both_languages(rule: str, language: str) -> None:
    said = reason(rule.rstrip("."), Words.of(language), instead="x")
    assert said.endswith(f"[{rule.rstrip('.')}]")
    assert said[0] not in "[ "


@pytest.mark.parametrize("row", load("codes", "reasons", Label), ids=lambda row: row.id)
def test_both_texts_have_the_same_places(row: Label) -> None:
    assert re.findall(r"{\w+}", row.de) == re.findall(r"{\w+}", row.en)
    assert bool(row.examples) == ("{" in row.de)
