"""Figures that stand beside an incident's history: others of its own, over a period, and of other incidents."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from lagebild.model import Figure, MergedIncident, Record
from lagebild.report.dossier_content import Figures, Row
from lagebild.report.dossier_history import label
from lagebild.report.dossier_material import Material, merged

_Key: TypeAlias = tuple[object, ...]
_DAY = len("2025-04-28")


def background(incident: MergedIncident, told: Collection[str], of: Material) -> tuple[Figures, ...]:
    """Return the figures of an incident's reports that no history has; `told` are the claims that one has."""
    groups: dict[str, list[tuple[Record, Figure]]] = {"main": [], "period": [], "other": []}
    for article in incident.reports:
        record = of.records[article]
        for figure in record.figures:
            if figure.id not in told:
                key = "other" if figure.scope == "other" else "period" if figure.extent == "period" else "main"
                groups[key].append((record, figure))
    return tuple(
        Figures(key, of.words.label(f"dossier.figures.{key}"), tuple(_rows(figures, of)))
        for key, figures in groups.items()
        if figures
    )


def _rows(figures: Sequence[tuple[Record, Figure]], of: Material) -> Iterator[Row]:
    """Yield a row for each value, parts under the total that they belong to."""
    alike: dict[_Key, list[tuple[Record, Figure]]] = {}
    for record, figure in figures:
        alike.setdefault(_key(figure), []).append((record, figure))
    keys = {figure.id: _key(figure) for _, figure in figures}
    below: dict[_Key, _Key] = {}
    for article in dict.fromkeys(record.article.id for record, _ in figures):
        for relation in of.records[article].relations:
            part, total = keys.get(relation.origin), keys.get(relation.target)
            if relation.type == "part_of" and part is not None and total is not None and part != total:
                below.setdefault(part, total)
    totals = [key for key in alike if key not in below or below[key] in below]
    for key in totals:
        yield _row(alike[key], of)
        for part, total in below.items():
            if total == key and part not in totals:
                yield replace(_row(alike[part], of), depth=1)


def _key(figure: Figure) -> _Key:
    said = (figure.measure, figure.low, figure.high, figure.qualifier, figure.modality)
    return (*said, figure.group, figure.nationality, figure.extent, figure.time.quote.casefold() if figure.time else "")


def _row(alike: Sequence[tuple[Record, Figure]], of: Material) -> Row:
    record, first = alike[0]
    words, remarks = of.words, []
    if first.extent == "part":
        remarks.append(words.label("figures.part"))
    if first.time:
        remarks.append(words.label("figures.time", quote=of.stretch(record, first.time)))
    elif first.as_of and not _is_publication(record, first.as_of):
        remarks.append(words.label("box.as_of", date=words.date(first.as_of)))
    return Row(
        key=first.measure,
        label=label(first.measure, (*first.group, *first.nationality), of),
        value=words.count(first),
        remarks=tuple(remarks),
        cited=merged(of.figure(record, figure) for record, figure in alike),
        certainty=first.modality,
    )


def _is_publication(record: Record, date: str) -> bool:
    return (record.article.published or "").startswith(date[:_DAY]) and len(date) >= _DAY
