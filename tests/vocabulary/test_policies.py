"""The steps of policies say their examples in both languages, and each names the manual it follows."""

import re
from pathlib import Path
from typing import get_args

import pytest

from lagebild.model import Policy, Step
from lagebild.vocabulary import load
from lagebild.vocabulary.labels import Words
from lagebild.vocabulary.policies import PolicyRule, Tolerance, maverick_columns, policy_rules, said, tolerance

MERGE = Path(__file__).parents[2] / "src" / "lagebild" / "merge"
USED = {
    rule
    for path in MERGE.glob("policies*.py")
    for rule in re.findall(r'"((?:latest|span|acled|ucdp|maverick)\.\w+)"', path.read_text(encoding="utf-8"))
}
RULES = load("codes", "policies", PolicyRule)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_a_manual_and_the_same_places_in_both_languages(rule: PolicyRule) -> None:
    places = [sorted(re.findall(r"\{\d\}", text)) for text in (rule.de, rule.en)]
    assert places[0] == places[1]
    assert bool(places[0]) == bool(rule.examples)
    assert rule.manual
    patterns = [re.sub(r"\\{\d\\}", ".+", re.escape(text)) for text in (rule.de, rule.en)]
    assert [each for each in rule.examples if not any(re.fullmatch(pattern, each) for pattern in patterns)] == []


def test_the_rules_are_those_of_the_code() -> None:
    assert set(policy_rules()) - {f"{rule}.one" for rule in USED} == USED  # ".one": what a rule says of one alone
    assert {rule.policy for rule in RULES} == set(get_args(Policy))


def test_a_step_is_said_with_the_numbers_of_its_language() -> None:
    step = Step("acled.lowest", ("3", "1200"))
    assert said(step, Words.of("de")) == "Niedrigste Zahl aus 3 unabhängigen Meldungen: 1.200."
    assert said(step, Words.of("en")) == "Lowest of 3 independent reports: 1,200."


def test_every_tolerance_is_explained() -> None:
    assert all(row.meaning for row in load("codes", "tolerances", Tolerance))
    assert tolerance("about") == 0.1


def test_every_column_of_a_precision_names_it() -> None:
    for row in maverick_columns():
        assert ("precise" in f"{row.informative} {row.conservative}") == (row.precision is not None)


def test_a_step_over_one_alone_is_said_in_the_singular() -> None:
    step = Step("acled.lowest", ("1", "1200"))
    assert said(step, Words.of("de")) == "Zahl der einzigen unabhängigen Meldung: 1.200."
