"""Mentions of one incident as clusters: the components of positive judgements with no negative one inside."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lagebild.merge.candidates import Candidates
from lagebild.merge.compare import Comparison
from lagebild.merge.components import Components
from lagebild.merge.parents import parents
from lagebild.merge.telling import OWN, Telling, tellings
from lagebild.model import Judgement, Mention, Record


@dataclass(frozen=True, slots=True)
class Cluster:
    """Mentions of one incident, the judgements between them, and those held back for a person.

    `parent` is the id of the cluster of the war that it belongs to. Mentions are in the order of publication.
    """

    id: str
    mentions: tuple[Mention, ...]
    judgements: tuple[Judgement, ...] = ()
    review: tuple[Judgement, ...] = ()
    parent: str | None = None


class Merge:
    """A growing set of records and the judgements between their mentions; what is added is compared once."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        """Begin with a person's judgements, which hold whatever is added."""
        self._by_person: dict[tuple[Mention, Mention], Judgement] = {}
        self._judgements: dict[tuple[Mention, Mention], Judgement] = {}
        self._told: dict[Mention, Telling] = {}
        self._beside: dict[str, list[Telling]] = {}
        self._candidates = Candidates()
        self._comparison = Comparison()
        for judgement in sorted(judgements, key=lambda each: each.at or ""):
            self.judge(judgement)

    def judge(self, judgement: Judgement) -> None:
        """Add a person's judgement; of several on one pair the last one holds, an open one takes back the others."""
        self._by_person[_pair(judgement)] = judgement

    def add(self, records: Sequence[Record]) -> None:
        """Add records; those known already are left as they are."""
        for record in records:
            if Mention(record.article.id) not in self._told:
                self._add(list(tellings(record)))

    def _add(self, told: list[Telling]) -> None:
        """Compare what a record tells with what is there: its own matter, what it tells beside, and that together."""
        self._beside[told[0].mention.article] = told[1:]
        together: list[Telling] = []
        for telling in told:
            self._told[telling.mention] = telling
            for other in self._candidates.add(telling):
                if self._judge(telling, other).same and telling.own and other.own:
                    together += self._beside[other.mention.article]
        for telling in told[1:]:
            for other in together:
                self._judge(telling, other, together=True)

    def _judge(self, one: Telling, other: Telling, *, together: bool = False) -> Judgement:
        judgement = self._comparison.judgement(one, other, together=together)
        if judgement.same is not None:
            self._judgements[_pair(judgement)] = judgement
        return judgement

    def clusters(self) -> tuple[Cluster, ...]:
        """Return the clusters of all mentions, in the order of their first publication."""
        judgements = self._judgements | self._by_person
        components = Components(self._told, judgements.values())
        groups = sorted((sorted(group, key=self._rank) for group in components.groups()), key=self._first)
        group_of = {mention: group[0] for group in groups for mention in group}
        inside = _by_group(judgements.values(), group_of, within=True)
        held = _by_group(components.held, group_of, within=False)
        wars = parents(groups, self._told)
        return tuple(
            Cluster(
                id=_name(group[0]),
                mentions=tuple(group),
                judgements=inside.get(group[0], ()),
                review=held.get(group[0], ()),
                parent=_name(wars[group[0]]) if group[0] in wars else None,
            )
            for group in groups
        )

    def _rank(self, mention: Mention) -> tuple[bool, int, Mention]:
        """Return the order of mentions: an article's own matter first, then as published."""
        return mention.incident != OWN, self._told[mention].published or 0, mention

    def _first(self, group: Sequence[Mention]) -> tuple[int, Mention]:
        return min(self._told[mention].published or 0 for mention in group), group[0]


def _by_group(
    judgements: Iterable[Judgement], group_of: Mapping[Mention, Mention], *, within: bool
) -> dict[Mention, tuple[Judgement, ...]]:
    """Return judgements by group: those within one, or else each under both of its groups."""
    found: defaultdict[Mention, set[Judgement]] = defaultdict(set)
    for judgement in judgements:
        ends = {group_of.get(judgement.one), group_of.get(judgement.other)}
        if None not in ends and (len(ends) == 1 or not within):
            for end in ends:
                if end is not None:
                    found[end].add(judgement)
    return {name: tuple(sorted(each, key=_pair)) for name, each in found.items()}


def _name(first: Mention) -> str:
    """Return the id of a cluster by its first mention."""
    return first.article if first.incident == OWN else f"{first.article}.{first.incident}"


def _pair(judgement: Judgement) -> tuple[Mention, Mention]:
    one, other = judgement.one, judgement.other
    return (one, other) if one <= other else (other, one)
