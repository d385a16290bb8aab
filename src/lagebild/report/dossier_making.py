"""The making of a dossier: incidents and records become what is shown, part by part."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lagebild.model import MergedIncident, Policy, Record
from lagebild.report.dossier_background import background
from lagebild.report.dossier_conflicts import conflicts, corrections, timeline
from lagebild.report.dossier_content import Dossier, IncidentPart, ReportPart
from lagebild.report.dossier_headline import box, headlines, sources, when, where
from lagebild.report.dossier_history import series
from lagebild.report.dossier_material import Material, material
from lagebild.report.dossier_origins import origins, pairs
from lagebild.report.dossier_parties import movements, parties
from lagebild.report.dossier_reports import report, taken, title_of
from lagebild.report.dossier_spots import spots
from lagebild.report.dossier_told import speakers, told
from lagebild.report.dossier_wording import counted, days
from lagebild.report.facts import clean
from lagebild.vocabulary.labels import Words


def made(
    incidents: Sequence[MergedIncident],
    records: Sequence[Record],
    *,
    language: str,
    names: bool = False,
    texts: bool = False,
    policy: Policy = "latest",
) -> Dossier:
    """Return what the dossier over incidents and their records shows, as `content` says.

    Those that no report is about, but that some mention, come last.
    """
    words = Words.of(language)
    incidents = sorted(incidents, key=lambda incident: not incident.reports)
    of = material(records, articles_in_order(incidents, records), words, names=names, texts=texts)
    around = _around(incidents)
    parts = tuple(_incident(incident, around, of, policy) for incident in incidents)
    own = [part for part in parts if part.reports] or parts
    versions = ", ".join(sorted({record.made_by.version for record in records}))
    return Dossier(
        language=words.language,
        title=own[0].title if len(own) == 1 else words.label("dossier.title_of", n=words.number(len(own))),
        lead=own[0].lead if len(own) == 1 else counted("dossier.reports", len(records), words),
        incidents=parts,
        reports=tuple(_reports(incidents, of)),
        made_by=words.label("page.made_by", version=versions) if versions else "",
        rules=tuple(_rules(incidents, of)),
        names=names,
        texts=texts,
        zone=of.home,
    )


def _rules(incidents: Sequence[MergedIncident], of: Material) -> Iterator[str]:
    """Yield what a reader must know of what is shown: names, quotations, counting rules of other bodies."""
    words = of.words
    if not of.names:
        yield words.label("dossier.rule.names")
    yield words.label("dossier.rule.texts" if of.texts else "dossier.rule.quotes")
    if of.zoned:
        yield words.label("dossier.rule.zone")
    if any(each.policy not in {"latest", "span"} for incident in incidents for each in incident.estimates):
        yield words.label("dossier.rule.policies")


def articles_in_order(incidents: Sequence[MergedIncident], records: Sequence[Record]) -> tuple[str, ...]:
    """Return the articles in the order that they are numbered: by incident, then those that none has for its own."""
    known = dict.fromkeys(record.article.id for record in records)
    own = dict.fromkeys(one for incident in incidents for one in incident.reports if one in known)
    return tuple(own | known)


def _reports(incidents: Sequence[MergedIncident], of: Material) -> Iterator[ReportPart]:
    homes = {article: incident for incident in incidents for article in incident.reports}
    for article in of.numbers:
        record, home = of.records.get(article), homes.get(article)
        if record is not None:
            copied = taken(record, home.origins, home.edges, of) if home else ""
            yield report(record, of, copied=copied)


@dataclass(frozen=True, slots=True)
class _Around:
    """What an incident must know of the others: their keys, parts by parent, what is told, who is mentioned where."""

    keys: Mapping[str, str]
    parts: Mapping[str, Sequence[str]]
    told: frozenset[str]
    beside: Mapping[str, Sequence[str]]


def _around(incidents: Sequence[MergedIncident]) -> _Around:
    keys = {incident.id: f"v{number}" for number, incident in enumerate(incidents, start=1)}
    parts: dict[str, list[str]] = {}
    beside: dict[str, list[str]] = {}
    for incident in incidents:
        if incident.parent:
            parts.setdefault(incident.parent, []).append(incident.id)
        for article in incident.also_in:
            beside.setdefault(article, []).append(keys[incident.id])
    told = frozenset(claim for incident in incidents for each in incident.history for claim in each.claims)
    return _Around(keys, parts, told, beside)


def _incident(incident: MergedIncident, around: _Around, of: Material, policy: Policy) -> IncidentPart:
    lines = headlines(incident, of, policy)
    return IncidentPart(
        key=around.keys[incident.id],
        id=incident.id,
        title=title(incident, of),
        lead=_lead(incident, of),
        type=of.words.label(f"type.{incident.type}"),
        place=where(incident, of),
        day=when(incident, of),
        date=incident.date,
        reports=of.numbered(incident.reports),
        also_in=of.numbered(incident.also_in),
        headlines=lines,
        box=box(incident, lines, of),
        sources=sources(incident, of),
        series=series(incident, of),
        conflicts=conflicts(incident, of),
        corrections=corrections(incident, of),
        timeline=timeline(incident, of),
        told=told(incident, of),
        origins=origins(incident, of),
        speakers=speakers(incident, of),
        parties=parties(incident, of),
        movements=movements(incident, of),
        background=background(incident, around.told, of),
        spots=spots(incident, of),
        pairs=pairs(incident.judgements, of),
        review=pairs(incident.review, of),
        parent=around.keys.get(incident.parent) if incident.parent else None,
        parts=tuple(around.keys[other] for other in around.parts.get(incident.id, ())),
        related=tuple(dict.fromkeys(key for one in incident.reports for key in around.beside.get(one, ()))),
    )


def title(incident: MergedIncident, of: Material) -> str:
    """Return the place, what happened, and the day; the title of the first report where the type is none."""
    words = of.words
    if incident.type == "none" and incident.reports:
        record = of.records[incident.reports[0]]
        return title_of(record, of)
    kind = words.label(f"type.{incident.type}" if incident.type != "none" else "dossier.incident")
    what = ", ".join(part for part in (kind, when(incident, of)) if part)
    name = clean(incident.place.name) if incident.place else ""
    code = incident.country or (incident.place.country if incident.place else None)
    country = words.country(code) if code else ""
    if not name and not country:
        return what[:1].upper() + what[1:]
    if not name or name.casefold() == country.casefold():
        return words.label("dossier.title", place=country or name, what=what)
    return (
        words.label("dossier.title_country", place=name, country=country or "–", what=what)
        if country
        else words.label("dossier.title", place=name, what=what)
    )


def _lead(incident: MergedIncident, of: Material) -> str:
    """Return how many reports an incident has, over how many origins, and over which days."""
    words = of.words
    published = [of.records[one].article.published or "" for one in incident.reports]
    told_on = sorted({each[:10] for each in published if each})
    beside = of.numbered(incident.also_in)
    if not incident.reports:
        return words.label("dossier.only_mentioned", reports=", ".join(f"[{number}]" for number in beside))
    parts = [counted("dossier.reports", len(incident.reports), words)]
    independent = len({origin.id for origin in incident.origins if set(origin.reports) & set(incident.reports)})
    if independent and independent < len(incident.reports):
        parts.append(counted("dossier.texts", independent, words))
    if told_on:
        parts.append(words.label("dossier.on", days=days(told_on[0], told_on[-1], words)))
    if beside:
        parts.append(counted("dossier.also_in", len(beside), words))
    return ", ".join(parts)
