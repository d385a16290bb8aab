"""The dossier as JSON: incidents with histories, conflicts, estimates and reasons; reports with short quotations."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from pydantic import TypeAdapter

from lagebild.model import (
    Conflict,
    Estimate,
    Judgement,
    Measure,
    MergedIncident,
    OriginEdge,
    OriginNode,
    Policy,
    Record,
    Version,
)
from lagebild.report.dossier_conflicts import conflicts as told_conflicts
from lagebild.report.dossier_history import point, trace
from lagebild.report.dossier_layout import (
    ConflictRow,
    Count,
    DossierFile,
    EstimateRow,
    Final,
    Graph,
    HistoryRow,
    IncidentRow,
    JudgementRow,
    ReportRow,
    SideRow,
)
from lagebild.report.dossier_making import articles_in_order, title
from lagebild.report.dossier_material import WIDTH, Material, material
from lagebild.report.dossier_origins import reasons, verdict
from lagebild.report.dossier_quoting import shortened
from lagebild.vocabulary.labels import Words

_NUMBERS: tuple[Measure, ...] = ("killed", "injured", "missing", "casualties")
_HINT = 40  # characters of a quotation that there is no room for: enough to find it in the report


@functools.cache
def _adapter() -> TypeAdapter[DossierFile]:
    return TypeAdapter(DossierFile)


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a dossier."""
    found = _adapter().json_schema(by_alias=True, mode="serialization")
    found["properties"] = {"schema": found["properties"].pop("schema"), **found["properties"]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}


def plain(
    incidents: Sequence[MergedIncident],
    records: Sequence[Record],
    *,
    language: str,
    names: bool = False,
    texts: bool = False,
    policy: Policy = "latest",
) -> dict[str, Any]:
    """Return the dossier as JSON has it; `final` follows the policy. Names and texts are as in `content`."""
    of = material(records, articles_in_order(incidents, records), Words.of(language), names=names, texts=texts)
    originals = {record.article.id: record for record in records}
    homes = {article: incident.id for incident in incidents for article in incident.reports}
    whole = DossierFile(
        made_by=records[0].made_by if records else None,
        language=of.words.language,
        policy=policy,
        incidents=tuple(_incident(incident, of, policy) for incident in incidents),
        reports=tuple(
            _report(originals[article], of.records[article], homes.get(article), of)
            for article in of.numbers
            if article in originals
        ),
    )
    found: dict[str, Any] = _adapter().dump_python(whole, mode="json", by_alias=True)
    return {"schema": found.pop("schema"), **found}


def _incident(incident: MergedIncident, of: Material, policy: Policy) -> IncidentRow:
    versions = {version.id: version for version in incident.history}
    return IncidentRow(
        id=incident.id,
        title=title(incident, of),
        type=incident.type,
        place=incident.place,
        country=incident.country,
        date=incident.date,
        until=incident.until,
        reports=incident.reports,
        also_in=incident.also_in,
        mentions=incident.mentions,
        parent=incident.parent,
        origins=tuple(origin.reports for origin in incident.origins if len(origin.reports) > 1),
        final=_final(incident, policy),
        history=tuple(_history(version, versions, incident, of) for version in incident.history),
        conflicts=tuple(_conflicts(incident, of)),
        estimates=tuple(_estimate(each, of) for each in incident.estimates),
        origin_graph=_graph(incident, of),
        judgements=tuple(_judgement(each, of) for each in incident.judgements),
        review=tuple(_judgement(each, of) for each in incident.review),
    )


def _final(incident: MergedIncident, policy: Policy) -> Final:
    found: dict[Measure, Count] = {
        each.measure: Count(each.low, each.high)
        for each in incident.estimates
        if each.policy == policy and not each.group and (each.low is not None or each.high is not None)
    }
    return Final(*(found.get(key) for key in _NUMBERS))


def _history(version: Version, versions: Mapping[str, Version], incident: MergedIncident, of: Material) -> HistoryRow:
    shown = point(version, versions, incident, of)
    record = of.records.get(version.origin_report)
    named = of.plain(version.source, record) if version.source and record else version.source
    return HistoryRow(
        id=version.id,
        measure=version.measure,
        group=version.group,
        nationality=version.nationality,
        low=version.low,
        high=version.high,
        qualifier=version.qualifier,
        modality=version.modality,
        source=named,
        source_kind=version.source_kind,
        official=version.official,
        party=version.party,
        origin=of.anywhere(version.origin),
        origin_report=version.origin_report,
        since=version.since,
        as_of=version.as_of,
        claims=version.claims,
        reports=version.reports,
        change=version.change,
        before=version.before,
        standing=version.standing,
        in_words=": ".join(part for part in (shown.source, shown.value) if part),
    )


def _conflicts(incident: MergedIncident, of: Material) -> Iterator[ConflictRow]:
    for conflict, shown in zip(incident.conflicts, told_conflicts(incident, of), strict=True):
        yield ConflictRow(
            measure=conflict.measure,
            group=conflict.group,
            between=tuple(side.name for side in shown.sides),
            note=" ".join(part for part in (shown.text, shown.settled) if part),
            sides=_sides(conflict, tuple(side.name for side in shown.sides)),
            since=conflict.since,
            until=conflict.until,
            settled_by=conflict.settled_by,
        )


def _sides(conflict: Conflict, names: Sequence[str]) -> tuple[SideRow, ...]:
    return tuple(
        SideRow(name, side.kind, side.low, side.high, side.qualifier, side.party, side.versions)
        for side, name in zip(conflict.sides, names, strict=True)
    )


def _estimate(estimate: Estimate, of: Material) -> EstimateRow:
    return EstimateRow(
        measure=estimate.measure,
        group=estimate.group,
        policy=estimate.policy,
        low=estimate.low,
        high=estimate.high,
        qualifier=estimate.qualifier,
        best=estimate.best,
        independent=estimate.independent,
        versions=estimate.versions,
        trace=trace(estimate.trace, of),
    )


def _graph(incident: MergedIncident, of: Material) -> Graph:
    nodes = tuple(OriginNode(of.anywhere(node.id), of.anywhere(node.name), node.kind) for node in incident.nodes)
    return Graph(nodes, tuple(_edge(edge, of) for edge in incident.edges))


def _edge(edge: OriginEdge, of: Material) -> OriginEdge:
    span = edge.span
    if span is not None:
        span = replace(span, quote=of.anywhere(span.quote))
    return replace(edge, taker=of.anywhere(edge.taker), giver=of.anywhere(edge.giver), span=span)


def _judgement(judgement: Judgement, of: Material) -> JudgementRow:
    return JudgementRow(
        one=judgement.one,
        other=judgement.other,
        same=judgement.same,
        verdict=verdict(judgement, of),
        score=judgement.score,
        reasons=reasons(judgement, of),
        by=judgement.by,
        at=judgement.at,
        note=judgement.note,
    )


def _report(record: Record, shown: Record, incident: str | None, of: Material) -> ReportRow:
    article = shown.article
    return ReportRow(
        number=of.numbers[article.id],
        id=article.id,
        incident=incident,
        title=article.title,
        publisher=article.publisher,
        url=article.url,
        published=article.published,
        modified=article.modified,
        retrieved=article.retrieved,
        language=article.language,
        agencies=article.agencies,
        sha256=article.sha256,
        box=shown.box,
        claims=tuple(
            _short(claim, after, WIDTH if claim.id in of.quotable else _HINT)
            for claim, after in zip(record.claims, shown.claims, strict=True)
        ),
        relations=shown.relations,
        text=article.text if of.texts else None,
    )


def _short(value: Any, shown: Any, width: int) -> Any:  # noqa: ANN401 - any value of a claim
    """Return a value with the wording of `shown`, quotes cut short; the places are those of the article as it was."""
    if isinstance(value, tuple):
        return tuple(_short(one, other, width) for one, other in zip(value, shown, strict=True))
    if not is_dataclass(value) or isinstance(value, type):
        return shown
    changes = {each.name: _short(getattr(value, each.name), getattr(shown, each.name), width) for each in fields(value)}
    if "quote" in changes and isinstance(changes["quote"], str):
        changes |= {"start": getattr(value, "start"), "end": getattr(value, "end")}  # noqa: B009 - any kind of span
        changes["quote"] = shortened(changes["quote"], width=width)
    if "reasons" in changes:
        changes["reasons"] = ()
    return replace(value, **changes)
