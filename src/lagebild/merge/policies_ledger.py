"""The versions of an incident as policies read them: in order, by measure and group, and by who is independent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lagebild.merge.history import Draft, versions
from lagebild.merge.history_told import CREDIBLE, OFFICIAL, Told, same_speaker
from lagebild.model import BoxCount, Group, Measure, Version


@dataclass(frozen=True, slots=True)
class Total:
    """What one report has as its own total, and the versions that it rests on."""

    count: BoxCount
    versions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The history of an incident, and what its versions do not carry themselves.

    `behind` numbers the sources that are independent of each other, by version; `wordings` are the words of counts
    without a number; `texts` the number of texts of their own that give a version, copies counted once; `passed_over`
    are versions that the totals of their reports do not rest on; `totals` are the latest that a report has. Of a
    `battle` it is certain that both sides have losses, whoever counts them.
    """

    history: tuple[Version, ...]
    behind: Mapping[str, int]
    wordings: Mapping[str, str]
    texts: Mapping[str, int]
    passed_over: frozenset[str]
    totals: Mapping[Measure, Total]
    battle: bool

    def of(self, measure: Measure, group: tuple[Group, ...]) -> list[Version]:
        """Return the versions of a measure and group."""
        return [version for version in self.history if (version.measure, version.group) == (measure, group)]

    def groups(self, measure: Measure) -> list[tuple[Group, ...]]:
        """Return the groups that a measure counts apart, in the order in which they were first told."""
        return list(dict.fromkeys(version.group for version in self.history if version.measure == measure))

    def is_whole(self, ids: Iterable[str]) -> bool:
        """Return whether one of these versions counts people of all groups."""
        named = set(ids)
        return any(version.id in named and not version.group for version in self.history)

    def is_before(self, one: Version, two: Version) -> bool:
        """Return whether a version came before another."""
        return self.history.index(one) < self.history.index(two)

    def independent(self, among: Iterable[Version]) -> int:
        """Return how many sources independent of each other give these versions."""
        return len({self.behind[version.id] for version in among})


def ledger(drafted: Sequence[Draft], graph_of: Mapping[str, str], *, battle: bool) -> Ledger:
    """Return the ledger of drafts in order; `graph_of` gives the origin of each report's text."""
    named = versions(drafted)
    return Ledger(
        history=tuple(named[id(draft)] for draft in drafted),
        behind={named[id(draft)].id: number for draft, number in _numbered(drafted)},
        wordings={named[id(draft)].id: draft.first.figure.count.quote for draft in drafted},
        texts={named[id(draft)].id: len({graph_of[told.article] for told in draft.told}) for draft in drafted},
        totals=_totals(drafted, named),
        battle=battle,
        passed_over=frozenset(named[id(draft)].id for draft in drafted if all(told.passed_over for told in draft.told)),
    )


def _totals(drafted: Sequence[Draft], named: Mapping[int, Version]) -> dict[Measure, Total]:
    """Return by measure the total of the latest report that has one, and rests it on no party's claim."""
    given: dict[str, str] = {}
    barred: set[str] = set()
    reports: dict[str, Told] = {}
    for draft in drafted:
        for told in draft.told:
            given[told.figure.id] = named[id(draft)].id
            reports[told.article] = told
            barred |= {told.figure.id} if told.barred else set()
    found: dict[Measure, Total] = {}
    for told in sorted(reports.values(), key=lambda told: told.at):
        for measure, count in told.totals.items():
            if not barred & set(count.claims) and all(claim in given for claim in count.claims):
                ids = tuple(dict.fromkeys(given[claim] for claim in count.claims))
                found[measure] = Total(count, ids)
    return found


def _numbered(drafted: Sequence[Draft]) -> list[tuple[Draft, int]]:
    """Return the drafts with the number of who is behind each.

    A report's own voice that repeats the number of a source is no source of its own.
    """
    found: list[tuple[Draft, int]] = []
    for draft in drafted:
        same = next((number for other, number in found if same_speaker(draft.first, other.first)), None)
        if same is None and draft.first.speaker is None and draft.before is not None and draft.change == "repeats":
            same = next((number for other, number in found if other is draft.before), None)
        found.append((draft, len(found) if same is None else same))
    return found


def rank(version: Version) -> int:
    """Return how far a version carries: 0 official or a report's own, 1 credible, 2 anybody else's or unsure."""
    if version.modality == "uncertain":
        return 2
    if version.source_kind is None or version.source_kind in OFFICIAL:
        return 0
    return 1 if version.source_kind in CREDIBLE else 2
