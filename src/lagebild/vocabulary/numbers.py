"""Row types of the number tables."""

from dataclasses import dataclass

from lagebild.model import NumberKind, Qualifier
from lagebild.vocabulary import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords(Entry):
    """Words that are, or stand for, a number: `low` and `high` as the guidelines count them."""

    words: tuple[str, ...]
    low: int | None
    high: int | None
    qualifier: Qualifier


@dataclass(frozen=True, slots=True, kw_only=True)
class QualifierWords(Entry):
    """Words before (or after) a number that say how it is meant."""

    words: tuple[str, ...]
    qualifier: Qualifier
    after: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWords(Entry):
    """Words beside a number that make it something else than a count of people."""

    words: tuple[str, ...]
    kind: NumberKind
    before: bool = False
