"""The reports of a dossier: each with its footnote, its own box and figures, and its text where that is asked for."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lagebild.model import FieldName, Origin, OriginEdge, Record
from lagebild.report.dossier_content import Certainty, Figures, Piece, ReportPart, Row
from lagebild.report.dossier_material import Material, outlet
from lagebild.report.facts import Fact, box_facts, clean, sections, source_names


def report(record: Record, material: Material, *, copied: str = "") -> ReportPart:
    """Return a report of the dossier; `copied` tells in words whose text it is."""
    article, words = record.article, material.words
    number = material.numbers[article.id]
    title = title_of(record, material)
    when = material.when(article.published) if article.published else words.label("dossier.undated")
    name = outlet(article, words)
    url = article.url if article.url and article.url.lower().startswith(("https://", "http://")) else ""
    return ReportPart(
        number=number,
        id=article.id,
        key=f"r{number}",
        title=title,
        outlet=name,
        published=article.published or "",
        when=when,
        url=url,
        language=article.language,
        line=words.label("dossier.footnote", outlet=name, title=title, when=when),
        agencies=tuple(clean(agency) for agency in article.agencies),
        copied=copied,
        box=(*(_row(fact, record, material) for fact in box_facts(record, words)), _sources(record, material)),
        figures=tuple(
            Figures(section.key, section.heading, tuple(_row(fact, record, material) for fact in section.facts))
            for section in sections(record, words)
        ),
        head=tuple(_pieces(record, "title", 0, len(article.title))) if material.texts else (),
        paragraphs=tuple(_paragraphs(record)) if material.texts else (),
    )


def title_of(record: Record, material: Material) -> str:
    """Return the title of a report as it may be shown."""
    whole = record.article.span("title", 0, len(record.article.title))
    return material.stretch(record, whole) or material.words.label("page.no_title")


def taken(record: Record, origins: Sequence[Origin], edges: Sequence[OriginEdge], material: Material) -> str:
    """Return in words whose text a report has, as far as that is not its own; the empty string where it is."""
    words, article = material.words, record.article.id
    origin = next((one for one in origins if article in one.reports and len(one.reports) > 1), None)
    if origin is None:
        return ""
    name = clean(origin.name)
    if article == origin.first:
        others = ", ".join(f"[{n}]" for n in material.numbered(one for one in origin.reports if one != article))
        return words.label("dossier.first_of", name=name, reports=others)
    given = [edge for edge in edges if edge.taker == article and edge.giver in {origin.id, *origin.reports}]
    best = max(given, key=lambda edge: edge.share or 0, default=None)
    number = material.numbers.get(best.giver if best and best.giver in material.numbers else origin.first)
    values = {"name": name, "first": "" if number is None else f"[{number}]"}
    if best is not None and best.share is not None and best.how == "copy":
        return words.label("dossier.same_text_share", share=words.number(round(best.share * 100)), **values)
    if best is not None and best.how in {"translation", "citation"}:
        return words.label(f"dossier.same_by.{best.how}", **values)
    return words.label("dossier.same_text", **values)


def _row(fact: Fact, record: Record, material: Material) -> Row:
    figures = {figure.id: figure for figure in record.figures}
    cited = tuple(
        material.figure(record, figures[evidence.claim]) for evidence in fact.evidence if evidence.claim in figures
    )
    certain: set[Certainty] = {each.certainty for each in cited}
    shown = tuple(material.plain(remark, record) for remark in fact.remarks)
    return Row(
        key=fact.key,
        label=fact.label,
        value=material.plain(fact.value, record),
        known=fact.known,
        remarks=shown,
        cited=cited,
        depth=fact.depth,
        certainty=next(iter(certain)) if len(certain) == 1 else "stated",
    )


def _sources(record: Record, material: Material) -> Row:
    words = material.words
    names = tuple(material.plain(name, record) for name in source_names(record, words))
    value = "; ".join(names) or words.label("box.no_sources")
    return Row("sources", words.label("box.sources"), value, known=bool(names))


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch of the text that a claim rests on, or the number in it."""

    start: int
    end: int
    claim: str
    count: bool


def _marks(record: Record, field: FieldName) -> tuple[_Mark, ...]:
    found = []
    for figure in record.figures:
        found += [
            _Mark(span.start, span.end, figure.id, count)
            for span, count in ((figure.evidence, False), (figure.count, True))
            if span.field == field
        ]
    return tuple(found)


def _pieces(record: Record, field: FieldName, start: int, end: int) -> Iterator[Piece]:
    """Yield a stretch of the text in pieces, cut wherever a mark begins or ends."""
    text = record.article[field]
    marks = [mark for mark in _marks(record, field) if mark.start < end and mark.end > start]
    edges = {start, end, *(at for mark in marks for at in (mark.start, mark.end) if start < at < end)}
    for first, then in itertools.pairwise(sorted(edges)):
        here = [mark for mark in marks if mark.start < then and mark.end > first]
        ids = tuple(dict.fromkeys(mark.claim for mark in here))
        yield Piece(clean(text[first:then]), ids, count=any(mark.count for mark in here))


def _paragraphs(record: Record) -> Iterator[tuple[Piece, ...]]:
    text, start = record.article.text, 0
    for line in text.split("\n"):
        if line.strip():
            yield tuple(_pieces(record, "text", start, start + len(line)))
        start += len(line) + 1
