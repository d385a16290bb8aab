"""Who is behind the figures of an incident, who took what from whom, and why its reports are held to be of one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.model import Article, Feature, Judgement, Mention, MergedIncident, Origin, OriginEdge, Version
from lagebild.report.dossier_content import OriginPart, Pair, Row
from lagebild.report.dossier_history import change, label, origin_name
from lagebild.report.dossier_material import Material
from lagebild.report.facts import clean
from lagebild.vocabulary.comparisons import because

_WORDED = frozenset({"names.shared", "text.alike"})
_LEAST = 0.05  # log-odds that a feature must move for its reason to be told


def origins(incident: MergedIncident, of: Material) -> tuple[OriginPart, ...]:
    """Return each origin of the incident's figures with all of them, in the order that they first spoke."""
    by: dict[str, list[Version]] = {}
    for version in incident.history:
        by.setdefault(version.origin, []).append(version)
    for origin in incident.origins:
        if len(origin.reports) > 1:
            by.setdefault(origin.id, [])
    known = {one.id: one for one in incident.origins}
    return tuple(
        _part(number, origin, versions, known.get(origin), incident, of)
        for number, (origin, versions) in enumerate(by.items(), start=1)
    )


def _part(
    number: int, key: str, versions: Sequence[Version], origin: Origin | None, incident: MergedIncident, of: Material
) -> OriginPart:
    words = of.words
    kind = origin.kind if origin else next((each.source_kind for each in versions if each.source_kind), None)
    articles = origin.reports if origin else tuple(one for version in versions for one in version.reports)
    return OriginPart(
        key=f"o{number}",
        name=origin_name(key, incident, of),
        kind=words.label(f"kind.{kind}") if kind else "",
        reports=of.numbered(articles),
        claims=tuple(_rows(versions, incident, of)),
        taken=tuple(_taken(origin, key, incident, of)),
        party=any(version.party for version in versions),
    )


def _rows(versions: Sequence[Version], incident: MergedIncident, of: Material) -> Iterator[Row]:
    known = {version.id: version for version in incident.history}
    for version in versions:
        standing = of.words.label(f"dossier.standing.{version.standing}") if version.standing != "current" else ""
        remarks = (of.when(version.since), change(version, known, of), standing)
        yield Row(
            key=version.measure,
            label=label(version.measure, (*version.group, *version.nationality), of),
            value=of.words.count(version),
            remarks=tuple(remark for remark in remarks if remark),
            cited=of.cited(version.claims),
            certainty=version.modality,
        )


def _taken(origin: Origin | None, key: str, incident: MergedIncident, of: Material) -> Iterator[str]:
    """Yield who has it from there, in words; whom a report quotes is told by its figures."""
    givers = {key, *(origin.reports if origin else ())}
    edges = [edge for edge in incident.edges if edge.giver in givers and edge.how != "said_by"]
    yield from dict.fromkeys(_edge(edge, incident, of) for edge in edges if edge.taker != key)


def _edge(edge: OriginEdge, incident: MergedIncident, of: Material) -> str:
    words = of.words
    share = words.number(round((edge.share or 0) * 100))
    values = {"taker": node(edge.taker, incident, of), "giver": node(edge.giver, incident, of)}
    if edge.how == "copy" and edge.share is not None:
        return words.label("dossier.taken.copy_share", share=share, **values)
    return words.label(f"dossier.taken.{edge.how}", **values)


def node(key: str, incident: MergedIncident, of: Material) -> str:
    """Return a node of the graph of origins in words: a report by its outlet and number, any other by its name."""
    number = of.numbers.get(key)
    if number is not None:
        return f"{of.outlet(of.records[key])} [{number}]"
    named = next((one.name for one in incident.nodes if one.id == key), "")
    return clean(named) or origin_name(key, incident, of) or key.partition(":")[2] or key


def pairs(judgements: Sequence[Judgement], of: Material) -> tuple[Pair, ...]:
    """Return judgements in words, a person's first; those on reports that the dossier lacks are left out.

    Of those that join, only the strongest are told that are needed to join all.
    """
    known = [each for each in judgements if each.one.article in of.numbers and each.other.article in of.numbers]
    ordered = sorted(_needed(known), key=lambda each: (each.by is None, of.numbers[each.one.article], each.other))
    return tuple(_pair(each, of) for each in ordered)


def _needed(judgements: Sequence[Judgement]) -> Iterator[Judgement]:
    """Yield a person's judgements, those that do not join, and a tree of the strongest that do."""
    joined: dict[Mention, Mention] = {}

    def root(mention: Mention) -> Mention:
        while mention in joined:
            mention = joined[mention]
        return mention

    for each in sorted(judgements, key=lambda each: (each.by is None, -each.score, each.one, each.other)):
        one, other = root(each.one), root(each.other)
        if each.by is not None or not each.same or one != other:
            yield each
        if each.same and one != other:
            joined[other] = one


def _pair(judgement: Judgement, of: Material) -> Pair:
    by = ""
    if judgement.by:
        at = f", {of.when(judgement.at)}" if judgement.at else ""
        by = of.words.label("dossier.judged_by", name=judgement.by) if judgement.by != "-" else ""
        by = (by or of.words.label("dossier.judged_by_hand")) + at
    return Pair(
        one=of.numbers[judgement.one.article],
        other=of.numbers[judgement.other.article],
        verdict=verdict(judgement, of),
        same=judgement.same,
        reasons=(*((clean(judgement.note),) if judgement.note else ()), *reasons(judgement, of)),
        by=clean(by),
    )


def verdict(judgement: Judgement, of: Material) -> str:
    """Return what a judgement says in words."""
    key = {True: "same", False: "apart", None: "open"}[judgement.same]
    return of.words.label(f"dossier.verdict.{key}")


def reasons(judgement: Judgement, of: Material) -> tuple[str, ...]:
    """Return why, each reason a sentence, the weightiest first."""
    features = sorted(judgement.features, key=lambda feature: -abs(feature.score))
    article = of.records[judgement.one.article].article
    told = (_spelled(feature, article) for feature in features if abs(feature.score) >= _LEAST)
    return tuple(of.anywhere(because(each, of.words.language)) for each in told)


def _spelled(feature: Feature, article: Article) -> Feature:
    """Return a feature that names words in common with these as a report writes them; merging knows them bare.

    A word that the report, its private names being initials, does not have is left out.
    """
    if feature.rule not in _WORDED:
        return feature
    text = f"{article.title}\n{article.text}"
    found = (re.search(rf"\b{re.escape(stem)}\w*", text, re.IGNORECASE) for stem in feature.values[1].split(", "))
    written = dict.fromkeys(each.group() for each in found if each and each.group())
    return replace(feature, values=(feature.values[0], ", ".join(written) or "…"))
