"""The history of each number: who gave which, when, and how it stands to the one before; what policies make of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from lagebild.model import MEASURES, Estimate, Group, Measure, MergedIncident, Step, Version
from lagebild.report.dossier_content import Point, Row, Series
from lagebild.report.dossier_material import Material
from lagebild.report.dossier_wording import said
from lagebild.report.facts import clean
from lagebild.vocabulary.policies import said as told

_SEVERAL = 2  # "mehrere", "a plural with no number"
_GONE = frozenset({"superseded", "denied", "stale"})
SPEAKER = "speaker:"
_DAY = len("2025-04-28")


def series(incident: MergedIncident, of: Material) -> tuple[Series, ...]:
    """Return the history of each measure and group: totals first, then parts, in the order of the measures."""
    lines: dict[tuple[Measure, tuple[str, ...]], list[Version]] = {}
    for version in incident.history:
        lines.setdefault((version.measure, _who(version)), []).append(version)
    ordered = sorted(lines.items(), key=lambda line: (MEASURES.index(line[0][0]), bool(line[0][1])))
    known = {version.id: version for version in incident.history}
    return tuple(
        Series(
            key="-".join((measure, *who)).casefold(),
            measure=measure,
            label=label(measure, who, of),
            points=tuple(point(version, known, incident, of) for version in versions),
            main=not who,
            estimates=tuple(_estimates(incident, measure, versions[0], of)),
        )
        for (measure, who), versions in ordered
    )


def label(measure: str, who: Iterable[str], of: Material) -> str:
    """Return what a number counts in words: "Tote (Kinder)"."""
    words = of.words
    groups = [words.label(f"group.{key}") if words.has(f"group.{key}") else words.country(key) for key in who]
    return words.label(f"measure.{measure}") + (f" ({', '.join(groups)})" if groups else "")


def _who(version: Version) -> tuple[str, ...]:
    return (*version.group, *version.nationality)


def point(version: Version, known: Mapping[str, Version], incident: MergedIncident, of: Material) -> Point:
    """Return a figure of the history in words; `known` are all of the incident by id."""
    words = of.words
    kind = words.label(f"kind.{version.source_kind}") if version.source_kind else ""
    return Point(
        of=version.id,
        at=placed(version.since),
        when=of.when(version.since),
        brief=of.brief(version.since),
        drawn=_is_drawn(version),
        low=version.low,
        high=version.high,
        value=words.count(version),
        source=source(version, incident, of),
        qualifier=version.qualifier,
        source_kind=kind,
        origin=version.origin,
        party=version.party,
        change=change(version, known, of),
        standing=words.label(f"dossier.standing.{version.standing}") if version.standing != "current" else "",
        current=version.standing not in _GONE,
        certainty=version.modality,
        reports=of.numbered((version.origin_report, *version.reports)),
        cited=of.cited(version.claims),
    )


def _is_drawn(version: Version) -> bool:
    """Return whether a chart has it: no part of a total, no repetition, and no plural that names no number at all."""
    several = version.qualifier == "vague" and version.low == _SEVERAL
    return version.standing != "part" and version.change != "repeats" and not several


def placed(since: str) -> str:
    """Return an ISO time as UTC, so that times of several zones stand in order; a bare day stays as it is."""
    if len(since) <= _DAY:
        return since
    try:
        return datetime.fromisoformat(since).astimezone(UTC).isoformat()
    except ValueError:
        return since


def source(version: Version, incident: MergedIncident, of: Material) -> str:
    """Return who is behind a figure in words: a name, as a party to the conflict where it is one, or the outlet."""
    words = of.words
    record = of.records.get(version.origin_report)
    name = clean(version.source or "")
    if name and record is not None:
        name = of.plain(name, record)
    if name:
        return words.label("source.party", name=name) if version.party else name
    behind = origin_name(version.origin, incident, of)
    if behind and version.origin.startswith(SPEAKER):
        return behind  # who denies it
    return words.label("dossier.own_voice", name=behind or _outlet(version, of))


def _outlet(version: Version, of: Material) -> str:
    record = of.records.get(version.origin_report)
    return of.outlet(record) if record else clean(version.origin_report)


def origin_name(origin: str, incident: MergedIncident, of: Material) -> str:
    """Return the name of who is behind a claim, by the id that the incident has for it; empty where it has none."""
    if origin.startswith(SPEAKER):
        return of.anywhere(_speaker(origin, incident, of))
    known = next((one for one in incident.origins if one.id == origin), None)
    if known is not None and known.name:
        return clean(known.name)
    record = of.records.get(known.first if known else origin)
    return of.outlet(record) if record else ""


def _speaker(origin: str, incident: MergedIncident, of: Material) -> str:
    """Return the name of a speaker that reports give: the first in the dossier's language, else the first."""
    told = [each for each in incident.history if each.origin == origin and each.source]
    spoken = [each for each in told if _language(each, of) == of.words.language] or told
    node = next((each.name for each in incident.nodes if each.id == origin), "")
    return (spoken[0].source if spoken else node) or origin.removeprefix(SPEAKER)


def _language(version: Version, of: Material) -> str:
    record = of.records.get(version.origin_report)
    return record.article.language if record else ""


def change(version: Version, known: Mapping[str, Version], of: Material) -> str:
    """Return how a figure stands to the one before in words; the empty string where there is nothing to say."""
    before = known.get(version.before) if version.before else None
    if version.change == "new" or before is None:
        return ""
    if version.change == "denies" and version.modality == "denied":
        return ""  # the value says so itself
    if version.change == "repeats":
        return of.words.label("dossier.change.repeats")
    if before.modality == "denied":
        before = replace(before, modality="stated")
    return of.words.label(f"dossier.change.{version.change}", before=of.words.count(before))


def estimated(estimate: Estimate, versions: Mapping[str, Version], of: Material) -> str:
    """Return what a policy makes of it in words; as uncertain as all figures are that it rests on."""
    rests = [versions[key] for key in estimate.versions if key in versions]
    doubted = bool(rests) and all(version.modality == "uncertain" for version in rests)
    number = said(estimate.low, estimate.high, estimate.qualifier, of.words, doubted=doubted)
    if estimate.policy != "ucdp" or estimate.best is None or (estimate.low == estimate.best == estimate.high):
        return number
    return of.words.label("dossier.best", span=number, best=of.words.number(estimate.best))


def trace(steps: Sequence[Step], of: Material) -> tuple[str, ...]:
    """Return the steps of a policy, each a sentence."""
    return tuple(of.anywhere(told(replace(step, values=_named(step.values, of)), of.words)) for step in steps)


def _named(values: Sequence[str], of: Material) -> tuple[str, ...]:
    """Return the values of a step, a report by its outlet and number."""
    return tuple(f"{of.outlet(of.records[one])} [{of.numbers[one]}]" if one in of.records else one for one in values)


def estimates_of(incident: MergedIncident, measure: Measure, who: tuple[Group, ...] = ()) -> Iterator[Estimate]:
    """Yield what each policy makes of a measure and group."""
    return (each for each in incident.estimates if each.measure == measure and each.group == who)


def _estimates(incident: MergedIncident, measure: Measure, version: Version, of: Material) -> Iterator[Row]:
    versions = {each.id: each for each in incident.history}
    for each in estimates_of(incident, measure, version.group) if not version.nationality else ():
        yield Row(
            key=each.policy,
            label=of.words.label(f"dossier.policy.{each.policy}"),
            value=estimated(each, versions, of),
            remarks=trace(each.trace, of),
        )
