"""A cluster of mentions as an incident to be shown: its type, place and day as most of its reports have them."""

from collections.abc import Mapping

from lagebild.merge.clusters import Cluster
from lagebild.merge.origins import Origins
from lagebild.merge.reconcile import Reconciled
from lagebild.model import MergedIncident, Record


def view(cluster: Cluster, records: Mapping[str, Record], graph: Origins, told: Reconciled) -> MergedIncident:
    """Return the incident of a cluster."""
    box = records[cluster.mentions[0].article].box
    reports = tuple(mention.article for mention in cluster.mentions if mention.incident == "i1")
    part = graph.among([mention.article for mention in cluster.mentions])
    return MergedIncident(
        id=cluster.id,
        type=box.type,
        place=box.place,
        country=box.country,
        date=box.date,
        until=None,
        reports=reports,
        also_in=(),
        mentions=cluster.mentions,
        parent=cluster.parent,
        judgements=cluster.judgements,
        review=cluster.review,
        origins=part.groups,
        nodes=part.nodes,
        edges=part.edges,
        history=told.history,
        estimates=told.estimates,
        conflicts=told.conflicts,
    )
