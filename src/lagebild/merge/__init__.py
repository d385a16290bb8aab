"""Reports of one incident brought together: which tell of the same one, what goes back to whom, where they differ."""

from collections.abc import Iterable, Mapping, Sequence

from lagebild.merge.clusters import Merge
from lagebild.merge.origins import origins
from lagebild.merge.reconcile import reconciled
from lagebild.merge.view import view
from lagebild.model import Judgement, MergedIncident, Record

__all__ = ["Merge", "incidents"]


def incidents(records: Sequence[Record], judgements: Iterable[Judgement] = ()) -> tuple[MergedIncident, ...]:
    """Return the incidents that records tell of, by day; each record is among the `reports` of exactly one.

    `judgements` are a person's: they beat any score.
    """
    merge = Merge(judgements)
    merge.add(records)
    known = {record.article.id: record for record in records}
    graph = origins(records)
    found = (view(cluster, known, graph, reconciled(cluster.mentions, known, graph)) for cluster in merge.clusters())
    return tuple(sorted(found, key=lambda incident: _day(incident, known)))


def _day(incident: MergedIncident, records: Mapping[str, Record]) -> tuple[str, str]:
    """Return the day by which incidents are ordered: their own, or that of their first report."""
    first = records[incident.mentions[0].article].article.published
    return incident.date or first or "", incident.id
