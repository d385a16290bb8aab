"""Mentions joined by judgements: a person's first, then the surest, over no negative one, and by no thin thread."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lagebild.merge.telling import OWN
from lagebild.model import Judgement, Mention

# Log-odds. Two groups of several reports each whose judgements are on average under the first are not joined by one
# positive judgement alone, unless that is as sure as the second: chains of reports that are each a little like the
# next lead from one incident to another.
_THIN, _SURE = -2.0, 6.0
_SEVERAL = 3


@dataclass(slots=True)
class _Between:
    """The judgements between two groups: how many, their sum, and whether one of them forbids to join."""

    number: int = 0
    total: float = 0.0
    barred: bool = False
    barred_by_person: bool = False

    def add(self, other: "_Between") -> None:
        self.number += other.number
        self.total += other.total
        self.barred |= other.barred
        self.barred_by_person |= other.barred_by_person


@dataclass(slots=True)
class _Group:
    """Mentions joined so far; `own` of them are an article's own matter. `beside` is by the name of another group."""

    name: Mention
    members: list[Mention]
    own: int
    beside: dict[Mention, _Between] = field(default_factory=dict)


class Components:
    """Groups of mentions by judgements; the order in which mentions and judgements are given does not matter."""

    def __init__(self, mentions: Iterable[Mention], judgements: Iterable[Judgement]) -> None:
        """Join the mentions: a person's judgements hold against all others."""
        self._groups = {each: _Group(each, [each], own=each.incident == OWN) for each in mentions}
        self.held: list[Judgement] = []
        known = [each for each in judgements if each.one in self._groups and each.other in self._groups]
        for judgement in known:
            self._note(judgement)
        for judgement in sorted((each for each in known if each.same), key=_rank):
            self._join(judgement)

    def groups(self) -> Iterator[tuple[Mention, ...]]:
        """Yield the groups, each once, by their first mention, their mentions in order."""
        names = {group.name for group in self._groups.values()}
        yield from sorted(tuple(sorted(self._groups[name].members)) for name in names)

    def _note(self, judgement: Judgement) -> None:
        a, b = self._groups[judgement.one], self._groups[judgement.other]
        between = a.beside.setdefault(b.name, _Between())
        b.beside[a.name] = between
        if judgement.by is not None:
            between.barred_by_person = judgement.same is False
        elif judgement.same is False:
            between.barred = True
        if _is_own(judgement):
            between.number += 1
            between.total += judgement.score

    def _join(self, judgement: Judgement) -> None:
        a, b = self._groups[judgement.one], self._groups[judgement.other]
        if a is b:
            return
        if self._is_allowed(judgement, a, b):
            self._unite(a, b)
        else:
            self.held.append(judgement)

    def _is_allowed(self, judgement: Judgement, a: _Group, b: _Group) -> bool:
        between = a.beside[b.name]
        if between.barred_by_person or judgement.by is not None:
            return not between.barred_by_person
        if between.barred:
            return False
        if not _is_own(judgement):
            return not (a.own and b.own)
        if min(a.own, b.own) < _SEVERAL:
            return True
        mean = between.total / between.number if between.number else judgement.score
        return mean >= _THIN or judgement.score >= _SURE

    def _unite(self, a: _Group, b: _Group) -> None:
        kept, gone = (a, b) if (len(a.beside), a.name) >= (len(b.beside), b.name) else (b, a)
        kept.members += gone.members
        kept.own += gone.own
        for member in gone.members:
            self._groups[member] = kept
        for name, between in gone.beside.items():
            other = self._groups[name]
            del other.beside[gone.name]
            if other is kept:
                continue
            if name in kept.beside:
                kept.beside[name].add(between)
            else:
                kept.beside[name] = between
                other.beside[kept.name] = between


def _rank(judgement: Judgement) -> tuple[object, ...]:
    """Return the order in which judgements join: a person's, then those between articles' own matters, the surest."""
    return (judgement.by is None, not _is_own(judgement), -judgement.score, judgement.one, judgement.other)


def _is_own(judgement: Judgement) -> bool:
    return judgement.one.incident == judgement.other.incident == OWN
