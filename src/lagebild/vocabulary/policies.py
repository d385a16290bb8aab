"""Row types of the tables that reconciling rests on: what policies say, their tolerances, and MAVERICK's rule sets."""

import functools
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lagebild.model import Policy, Step
from lagebild.vocabulary import Entry, load
from lagebild.vocabulary.labels import Words

Aggregation: TypeAlias = Literal[
    "mode",
    "mode_number",
    "mode_date",
    "mode_binary",
    "most_precise",
    "least_precise",
    "maximum",
    "minimum",
    "combine",
    "role",
]
RuleSet: TypeAlias = Literal["informative", "conservative", "representative"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRule(Entry):
    """A step of a policy in words, with the manual that it follows.

    `value` is the number that the rule sets for a wording without one, `wordings` are those it holds for alone.
    """

    policy: Policy
    manual: str
    de: str
    en: str
    value: int | None = None
    wordings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance(Entry):
    """A number that reconciling rests on."""

    value: float
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns(Entry):
    """How the three published rule sets bring some columns of event reports to the event."""

    columns: tuple[str, ...]
    informative: Aggregation
    conservative: Aggregation
    representative: Aggregation
    precision: str | None = None
    numeric: bool = False

    def rule(self, of: RuleSet) -> Aggregation:
        """Return the rule of a rule set."""
        return {
            "informative": self.informative,
            "conservative": self.conservative,
            "representative": self.representative,
        }[of]


@functools.cache
def policy_rules() -> dict[str, PolicyRule]:
    """Return the rules by id."""
    return {row.id: row for row in load("codes", "policies", PolicyRule)}


@functools.cache
def tolerance(key: str) -> float:
    """Return the tolerance of this id."""
    return next(row.value for row in load("codes", "tolerances", Tolerance) if row.id == key)


def maverick_columns() -> tuple[Columns, ...]:
    """Return the columns of event reports with their rules."""
    return load("codes", "maverick", Columns)


def said(step: Step, words: Words) -> str:
    """Return a step of a trace as a sentence, its numbers written as the language does."""
    one = policy_rules().get(f"{step.rule}.one") if step.values[:1] == ("1",) else None
    rule = one or policy_rules()[step.rule]
    values = [words.number(int(value)) if value.isdecimal() else value for value in step.values]
    return (rule.de if words.language == "de" else rule.en).format(*values)
