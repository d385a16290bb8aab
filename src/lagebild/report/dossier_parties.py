"""Who acts in an incident: actors with roles and countries, deployments and deliveries."""

from collections.abc import Iterator, Sequence
from typing import Literal

from lagebild.model import Actor, ActorRole, Event, EventObject, MergedIncident, Record
from lagebild.report.dossier_content import Certainty, Cited, Movement, Party
from lagebild.report.dossier_material import Material, merged
from lagebild.report.dossier_quoting import event_cited
from lagebild.report.dossier_wording import listed, said

_MOVEMENTS: dict[str, Literal["deployment", "arms"]] = {"conflict.deployment": "deployment", "conflict.arms": "arms"}


def events(incident: MergedIncident, of: Material) -> Iterator[tuple[Record, Event]]:
    """Yield the events that the incident's reports tell of it, or of no incident in particular."""
    mine = {(mention.article, mention.incident) for mention in incident.mentions}
    for article in incident.reports:
        for event in of.records[article].claims:
            if isinstance(event, Event) and (event.incident is None or (article, event.incident) in mine):
                yield of.records[article], event


def parties(incident: MergedIncident, of: Material) -> tuple[Party, ...]:
    """Return the actors of a conflict's events, in the order that they first appear."""
    found: dict[str, list[tuple[Record, Event, Actor]]] = {}
    for record, event in events(incident, of):
        for actor in event.actors if event.type.startswith("conflict.") else ():
            name = of.plain(actor.name or actor.span.quote, record)
            found.setdefault(name.casefold(), []).append((record, event, actor))
    return tuple(_party(told, of) for told in found.values())


def _party(told: Sequence[tuple[Record, Event, Actor]], of: Material) -> Party:
    words = of.words
    record, _, first = told[0]
    country = next((actor.country for _, _, actor in told if actor.country), None)
    sector = next((actor.sector for _, _, actor in told if actor.sector), None)
    roles = dict.fromkeys(words.label(f"dossier.role.{actor.role}") for _, _, actor in told)
    return Party(
        name=of.plain(first.name or first.span.quote, record),
        roles=tuple(roles),
        country=words.country(country) if country else "",
        sector=words.label(f"dossier.sector.{sector}") if sector and words.has(f"dossier.sector.{sector}") else "",
        cited=merged(event_cited(record, event, of) for record, event, _ in told),
    )


def movements(incident: MergedIncident, of: Material) -> tuple[Movement, ...]:
    """Return deployments and deliveries of arms; one that several reports tell in the same words stands once."""
    found: dict[tuple[str, ...], Movement] = {}
    for record, event in events(incident, of):
        key = _MOVEMENTS.get(event.type)
        if key is None:
            continue
        made = _movement(record, event, key, of)
        same = (made.key, made.who.casefold(), made.to.casefold(), *made.what)
        if same in found:
            known = found[same]
            made = _joined(known, made.cited)
        found[same] = made
    return tuple(found.values())


def _joined(known: Movement, cited: tuple[Cited, ...]) -> Movement:
    return Movement(
        known.key, known.label, known.status, known.who, known.to, known.what, known.when,
        merged([*known.cited, *cited]), known.certainty,
    )  # fmt: skip


def _movement(record: Record, event: Event, key: Literal["deployment", "arms"], of: Material) -> Movement:
    words = of.words
    certainty: Certainty = "denied" if event.status == "denied" else "stated"
    return Movement(
        key=key,
        label=words.label(f"type.{event.type}"),
        status=words.label(f"dossier.status.{event.status}"),
        who=listed(_names(record, event, "agent", of), words),
        to=listed([*_names(record, event, "recipient", of), *_names(record, event, "target", of)], words),
        what=tuple(_object(record, one, of) for one in event.objects),
        when=of.stretch(record, event.time) if event.time else "",
        cited=(event_cited(record, event, of),),
        certainty=certainty,
    )


def _names(record: Record, event: Event, role: ActorRole, of: Material) -> list[str]:
    return [of.plain(actor.name or actor.span.quote, record) for actor in event.actors if actor.role == role]


def _object(record: Record, one: EventObject, of: Material) -> str:
    what = of.plain(one.what, record)
    if one.low is None and one.high is None:
        return what
    return f"{said(one.low, one.high, one.qualifier or 'exact', of.words)} {what}"
