"""A cluster of mentions as an incident to be shown: its type, place and day as most of its reports have them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from lagebild.merge.clusters import Cluster
from lagebild.merge.origins import Origins
from lagebild.merge.reconcile import Reconciled
from lagebild.merge.spots import Spot, distance, spot, spots
from lagebild.merge.telling import OWN
from lagebild.model import BoxPlace, IncidentTime, IncidentType, MergedIncident, Record

Value = TypeVar("Value", bound=str)

_FINEST = ("town", "district", "region", "country", "none")
_ONE_PLACE = 3.0  # km
_DAY = len("2026-04-14")


@dataclass(frozen=True, slots=True)
class _Scene:
    """What happened, where and when, as one mention has it."""

    type: IncidentType
    place: BoxPlace | None
    spot: Spot | None
    country: str | None
    date: str | None
    time: IncidentTime | None


def view(cluster: Cluster, records: Mapping[str, Record], graph: Origins, told: Reconciled) -> MergedIncident:
    """Return the incident of a cluster.

    Type, place and day are those that most of its reports have, and of places that as many have the most precise one;
    where no report has it as its own matter, those that tell of it beside have the say.
    """
    own = tuple(mention.article for mention in cluster.mentions if mention.incident == OWN)
    beside = tuple(dict.fromkeys(each.article for each in cluster.mentions if each.article not in own))
    scenes = list(_scenes(cluster, records, own=bool(own)))
    place = _place(scenes)
    date = _date(scenes)
    part = graph.among([*own, *beside])
    return MergedIncident(
        id=cluster.id,
        type=_most(scene.type for scene in scenes if scene.type != "none") or "none",
        place=place,
        country=place.country if place is not None else _most(scene.country for scene in scenes),
        date=date,
        until=_most(scene.time.end for scene in scenes if scene.time and scene.time.end > (date or scene.time.end)),
        reports=_in_order(own, records),
        also_in=_in_order(beside, records),
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


def _scenes(cluster: Cluster, records: Mapping[str, Record], *, own: bool) -> Iterator[_Scene]:
    """Yield the scenes of the mentions that have the say."""
    for mention in cluster.mentions:
        record = records[mention.article]
        incident = next((each for each in record.incidents if each.id == mention.incident), None)
        time = incident.time if incident is not None else None
        if own and mention.incident == OWN:
            box = record.box
            yield _Scene(box.type, box.place, spot(box.place, spots(record)), box.country, box.date, time)
        elif not own and incident is not None:
            place = incident.place
            country = place.country if place is not None else None
            date = time.start if time is not None else None
            yield _Scene(incident.type, place, spot(place, spots(record)), country, date, time)


def _place(scenes: Sequence[_Scene]) -> BoxPlace | None:
    """Return the place that most scenes have, of as many the most precise, in the wording that most have."""
    placed = [scene for scene in scenes if scene.spot is not None]
    if not placed:
        return None
    shared = [[other for other in placed if _are_one(scene.spot, other.spot)] for scene in placed]
    best = max(shared, key=lambda group: (len(group), -_FINEST.index(_precision(group[0]))))
    name = _most(scene.place.name for scene in best if scene.place is not None)
    return next(scene.place for scene in best if scene.place is not None and scene.place.name == name)


def _precision(scene: _Scene) -> str:
    return scene.spot.precision if scene.spot is not None else "none"


def _are_one(a: Spot | None, b: Spot | None) -> bool:
    if a is None or b is None:
        return False
    return (a.name, a.country) == (b.name, b.country) or distance(a, b) <= _ONE_PLACE


def _date(scenes: Sequence[_Scene]) -> str | None:
    """Return the day that most scenes have; a month or a year only where none has a day."""
    dates = [scene.date for scene in scenes if scene.date is not None]
    for length in (_DAY, len("2026-04"), 0):
        found = _most(date for date in dates if len(date) >= length)
        if found is not None:
            return found
    return None


def _most(values: Iterable[Value | None]) -> Value | None:
    """Return the value that stands most often, of as many the first one."""
    counts = Counter(value for value in values if value is not None)
    return max(counts, key=lambda value: counts[value]) if counts else None


def _in_order(articles: Iterable[str], records: Mapping[str, Record]) -> tuple[str, ...]:
    return tuple(sorted(articles, key=lambda article: (records[article].article.published or "", article)))
