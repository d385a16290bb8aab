"""Where sources contradict each other, what was corrected, and what was when: sentences and entries in words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lagebild.model import Conflict, Event, MergedIncident, Record, Side, Span, Time, Version
from lagebild.report.conflict_words import conflict_sentence
from lagebild.report.dossier_content import ConflictPart, Moment, SidePart
from lagebild.report.dossier_history import change, label, placed, source
from lagebild.report.dossier_material import Material, hour, merged
from lagebild.report.dossier_quoting import event_cited
from lagebild.report.dossier_wording import said
from lagebild.report.facts import clean

_CORRECTIONS = frozenset({"corrects", "denies"})
_TOLD = frozenset({"done", "confirmed"})
_ACTS = "act."
_HOURS = {"NI": "T00", "MO": "T06", "MI": "T12", "DT": "T12", "AF": "T14", "EV": "T19"}
_PART_OF_DAY = re.compile(f"T({'|'.join(_HOURS)})")


def conflicts(incident: MergedIncident, of: Material) -> tuple[ConflictPart, ...]:
    """Return where independent sources contradict each other."""
    versions = {version.id: version for version in incident.history}
    return tuple(_conflict(each, versions, incident, of) for each in incident.conflicts)


def _conflict(
    conflict: Conflict, versions: Mapping[str, Version], incident: MergedIncident, of: Material
) -> ConflictPart:
    sides = tuple(_side(side, versions, of) for side in conflict.sides)
    named = (replace(side, name=shown.name) for side, shown in zip(conflict.sides, sides, strict=True))
    return ConflictPart(
        measure=conflict.measure,
        label=label(conflict.measure, conflict.group, of),
        text=conflict_sentence(replace(conflict, sides=tuple(named)), of.words),
        sides=sides,
        since=of.when(conflict.since),
        settled=_settled(conflict, versions, incident, of),
    )


def _side(side: Side, versions: Mapping[str, Version], of: Material) -> SidePart:
    rests = [versions[key] for key in side.versions if key in versions]
    first = next((of.records.get(version.origin_report) for version in rests), None)
    name = of.plain(side.name, first) if first is not None else clean(side.name)
    hedged = bool(rests) and all(version.modality == "uncertain" for version in rests)
    return SidePart(
        name=name,
        kind=of.words.label(f"kind.{side.kind}") if side.kind else "",
        value=said(side.low, side.high, side.qualifier, of.words, doubted=hedged),
        party=side.party,
        reports=of.numbered(report for version in rests for report in version.reports),
        cited=merged([cited for version in rests for cited in of.cited(version.claims)]),
    )


def _settled(conflict: Conflict, versions: Mapping[str, Version], incident: MergedIncident, of: Material) -> str:
    by = conflict.settled_by
    if by is None:
        return ""
    version = versions.get(by)
    if version is None:
        return of.words.label("dossier.settled", name=clean(by.removeprefix("speaker:")))
    name, value = source(version, incident, of), of.words.count(replace(version, modality="stated"))
    if version.modality == "denied":
        return of.words.label("dossier.settled_denied", value=value, when=of.when(version.since))
    return of.words.label("dossier.settled_at", name=name, value=value, when=of.when(version.since))


def corrections(incident: MergedIncident, of: Material) -> tuple[Moment, ...]:
    """Return the figures that correct or deny another, in the order of publication."""
    return tuple(moment for moment in _figures(incident, of) if moment.kind == "correction")


def timeline(incident: MergedIncident, of: Material) -> tuple[Moment, ...]:
    """Return what was when: the incident's day, events with a time of their own, and each new figure."""
    moments = [*_day(incident, of), *_events(incident, of), *_figures(incident, of)]
    return tuple(sorted(moments, key=_place))


def _place(moment: Moment) -> tuple[bool, str]:
    """Return where a moment stands: by time, those without one last."""
    return not moment.at, _PART_OF_DAY.sub(_hour_of, placed(moment.at))


def _hour_of(found: re.Match[str]) -> str:
    return _HOURS[found.group(1)]


def _day(incident: MergedIncident, of: Material) -> Iterator[Moment]:
    if incident.date is not None and incident.type != "none":
        kind = of.words.label(f"type.{incident.type}")
        yield Moment(incident.date, of.words.date(incident.date), "", "incident", kind[:1].upper() + kind[1:])


def _figures(incident: MergedIncident, of: Material) -> Iterator[Moment]:
    known = {version.id: version for version in incident.history}
    for version in incident.history:
        if version.change == "repeats" or version.standing == "part":
            continue
        before = change(version, known, of)
        told = of.words.label(
            "dossier.told_figure",
            label=label(version.measure, (*version.group, *version.nationality), of),
            value=", ".join(part for part in (of.words.count(version), before) if part),
            source=source(version, incident, of),
        )
        yield Moment(
            at=version.since,
            day=of.words.date(of.local(version.since)) or of.words.label("dossier.undated"),
            hour=hour(of.local(version.since), of.words),
            kind="correction" if version.change in _CORRECTIONS else "figure",
            text=told,
            cited=of.cited(version.claims[:1]),
            reports=of.numbered((version.origin_report, *version.reports)),
        )


def _events(incident: MergedIncident, of: Material) -> Iterator[Moment]:
    mine = {(mention.article, mention.incident) for mention in incident.mentions}
    seen: set[str] = set()
    for article in incident.reports:
        record = of.records[article]
        for event in record.claims:
            if not isinstance(event, Event) or event.status not in _TOLD or event.type.startswith(_ACTS):
                continue
            if event.evidence.field == "title":
                continue
            if event.incident is not None and (article, event.incident) not in mine:
                continue
            time = time_of(record, event.time)
            cited = event_cited(record, event, of)
            if time is None or cited.quote in seen:
                continue
            seen.add(cited.quote)
            yield Moment(
                time.value,
                of.words.date(time.value),
                hour(time.value, of.words),
                "event",
                "",
                (cited,),
                (cited.report,),
            )


def time_of(record: Record, span: Span | None) -> Time | None:
    """Return the resolved time at a span, down to the day; None where there is none."""
    if span is None:
        return None
    inside: Sequence[Time] = [
        time
        for time in record.times
        if time.field == span.field and time.start < span.end and span.start < time.end and time.value[:4].isdigit()
    ]
    return next((time for time in inside if time.precision in {"minute", "hour", "day"}), None)
