"""The numbers at the top of an incident and its fact box: what the policy says, on whose word, sources row filled."""

from collections.abc import Iterator, Mapping, Sequence

from lagebild.model import MEASURES, BoxCount, Estimate, Measure, MergedIncident, Policy, Record, Version
from lagebild.report.dossier_content import Headline, Row
from lagebild.report.dossier_history import SPEAKER, estimated, estimates_of, origin_name, trace
from lagebild.report.dossier_material import Material, merged
from lagebild.report.dossier_wording import counted, days, with_kind
from lagebild.report.facts import clean, source_names

_BOXED: tuple[Measure, ...] = ("killed", "injured", "missing", "casualties")
_ALWAYS = frozenset({"killed", "injured", "missing"})  # said to be unknown where the reports give none
_NAMED = 5  # sources that a headline names; the box has all


def headlines(incident: MergedIncident, of: Material, policy: Policy) -> tuple[Headline, ...]:
    """Return the numbers of an incident by one policy: killed, injured and missing, others where reports give them."""
    if not incident.estimates and len(incident.reports) == 1 and not incident.history:
        return tuple(_alone(of.records[incident.reports[0]], of))
    return tuple(_headlines(incident, of, policy))


def _headlines(incident: MergedIncident, of: Material, policy: Policy) -> Iterator[Headline]:
    words = of.words
    for key in (*_BOXED, *(one for one in MEASURES if one not in _BOXED)):
        found = {each.policy: each for each in estimates_of(incident, key)}
        estimate = found.get(policy)
        if estimate is not None and (estimate.low is not None or estimate.high is not None):
            yield _headline(estimate, found.get("span"), incident, of)
        elif key in _BOXED and (parts := tuple(_parts(incident, key, of, policy))):
            value = words.label("dossier.only_parts")
            yield Headline(key, words.label(f"box.{key}"), value, known=False, remarks=parts)
        elif key in _ALWAYS:
            yield Headline(key, words.label(f"box.{key}"), words.label("box.unknown"), known=False)


def _headline(estimate: Estimate, span: Estimate | None, incident: MergedIncident, of: Material) -> Headline:
    words, key = of.words, estimate.measure
    versions = {version.id: version for version in incident.history}
    value = estimated(estimate, versions, of)
    between = estimated(span, versions, of) if span else ""
    remarks = (
        *((words.label("box.together"),) if key == "casualties" else ()),
        *_parts(incident, key, of, estimate.policy),
        *((words.label("dossier.disputed"),) if _open_conflict(incident, key) else ()),
    )
    rests = [versions[one] for one in estimate.versions if one in versions]
    return Headline(
        key=key,
        label=words.label(f"box.{key}" if key in _BOXED else f"dossier.heading.{key}"),
        value=value,
        known=True,
        low=estimate.low,
        high=estimate.high,
        basis=_basis(estimate, _behind(span or estimate, estimate, versions), incident, of),
        span=words.label("dossier.span", span=between) if span and _differs(span, estimate) else "",
        remarks=remarks,
        policy=words.label(f"dossier.policy.{estimate.policy}"),
        trace=trace(estimate.trace, of),
        cited=merged([one for version in rests for one in of.cited(version.claims)]),
    )


def _differs(span: Estimate, estimate: Estimate) -> bool:
    """Tell whether independent sources give other numbers than the estimate has."""
    return span.independent > 1 and (span.low, span.high) != (estimate.low, estimate.high)


def _behind(span: Estimate, estimate: Estimate, versions: Mapping[str, Version]) -> list[Version]:
    """Return the figures that the independent sources of an estimate give, its own first."""
    return [versions[one] for one in dict.fromkeys((*estimate.versions, *span.versions)) if one in versions]


def _open_conflict(incident: MergedIncident, key: str) -> bool:
    return any(each.measure == key and not each.group and each.settled_by is None for each in incident.conflicts)


def _parts(incident: MergedIncident, key: str, of: Material, policy: Policy) -> Iterator[str]:
    versions = {version.id: version for version in incident.history}
    for each in incident.estimates:
        if each.measure == key and each.group and each.policy == policy:
            who = ", ".join(of.words.label(f"group.{group}") for group in each.group)
            yield of.words.label("box.group", group=who, n=estimated(each, versions, of))


def _basis(estimate: Estimate, rests: Sequence[Version], incident: MergedIncident, of: Material) -> str:
    """Return the independent sources in words, by name as far as there is room."""
    names: dict[str, str] = {}
    for version in rests:
        speaks = version.origin.startswith(SPEAKER) or not version.source
        name = origin_name(version.origin, incident, of) if speaks else of.anywhere(version.source or "")
        if name:
            names.setdefault(version.origin, name)
    number = estimate.independent or len(names)
    if not number:
        return ""
    shown = list(dict.fromkeys(names.values()))[:number]
    more = ["…"] if len(shown) > _NAMED or len(shown) < number else []
    said = ", ".join([*shown[:_NAMED], *more])
    return of.words.label("dossier.basis", sources=counted("dossier.sources", number, of.words), names=said)


def _alone(record: Record, of: Material) -> Iterator[Headline]:
    """Yield the counts of the box of the one report that an incident has."""
    words, box = of.words, record.box
    counts: tuple[BoxCount | None, ...] = (box.killed, box.injured, box.missing, box.casualties)
    for key, count in zip(_BOXED, counts, strict=True):
        if count is None and key != "casualties":
            yield Headline(key, words.label(f"box.{key}"), words.label("box.unknown"), known=False)
        elif count is not None:
            remarks = (words.label("box.together"),) if key == "casualties" else ()
            cited = of.cited(count.claims)
            yield Headline(
                key=key,
                label=words.label(f"box.{key}"),
                value=words.count(count),
                known=True,
                low=count.low,
                high=count.high,
                basis="; ".join(dict.fromkeys(one.speaker or words.label("box.no_source") for one in cited)),
                remarks=remarks,
                cited=cited,
            )


def box(incident: MergedIncident, lines: Sequence[Headline], of: Material) -> tuple[Row, ...]:
    """Return the fact box of all reports together: type, place, date, counts, and who the sources are."""
    words = of.words
    counts = (
        Row(
            line.key,
            line.label,
            line.value,
            line.known,
            (*line.remarks, *((line.span,) if line.span else ())),
            line.cited,
        )
        for line in lines
    )
    names = sources(incident, of)
    said = "; ".join(names) or words.label("box.no_sources")
    return (
        _row("type", words.label(f"type.{incident.type}"), of, known=incident.type != "none"),
        _row("place", where(incident, of), of),
        _row("date", when(incident, of), of),
        *counts,
        Row("sources", words.label("box.sources"), said, known=bool(names)),
    )


def _row(key: str, value: str, of: Material, *, known: bool = True) -> Row:
    return Row(key, of.words.label(f"box.{key}"), value or of.words.label("box.unknown"), known=known and bool(value))


def where(incident: MergedIncident, of: Material) -> str:
    """Return the place of an incident with its country in words; the empty string where none is known."""
    code = incident.country or (incident.place.country if incident.place else None)
    country = of.words.country(code) if code else ""
    name = clean(incident.place.name) if incident.place else ""
    if name and country and name.casefold() != country.casefold():
        return f"{name}, {country}"
    return name or country


def when(incident: MergedIncident, of: Material) -> str:
    """Return the day or days of an incident in words; the empty string where none is known."""
    if incident.date is None:
        return ""
    return days(incident.date, incident.until or incident.date, of.words)


def sources(incident: MergedIncident, of: Material) -> tuple[str, ...]:
    """Return who is behind the figures of an incident, each once with its kind in words, and the agencies."""
    words = of.words
    named: dict[str, str] = {}
    told: dict[str, Version] = {}
    for version in incident.history:
        if version.source and version.source_kind:
            told.setdefault(version.origin if version.origin.startswith(SPEAKER) else version.source, version)
    for key, version in sorted(told.items(), key=lambda each: each[1].source_kind == "unnamed"):
        name = origin_name(key, incident, of) if key.startswith(SPEAKER) else of.anywhere(key)
        named.setdefault(name.casefold(), with_kind(name, words.label(f"kind.{version.source_kind}")))
    for article in incident.reports if not incident.history else ():
        for name in source_names(of.records[article], words):
            named.setdefault(name.casefold(), of.plain(name, of.records[article]))
    for origin in incident.origins:
        if origin.kind == "agency":
            name = clean(origin.name)
            named.setdefault(name.casefold(), f"{name} ({words.label('kind.agency')})")
    return tuple(named.values())
