"""What a record says, row by row and in words; the terminal, Markdown and the page lay out the same rows."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.model import Article, BoxCount, Figure, Record, Source, Span
from lagebild.vocabulary.labels import Words, excerpt, sentence

_DAY = len("2025-04-26")
COUNT_ROWS = ("killed", "injured", "missing", "casualties")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in the article that a value rests on: whose it is, the excerpt, its sentence, and the number in it.

    `claim` is the claim's id, or the name of the row where no claim carries it; `source` is empty where the row is
    not about people.
    """

    claim: str
    source: str
    span: Span
    sentence: Span
    count: Span


@dataclass(frozen=True, slots=True)
class Fact:
    """A row: label, value in words, remarks, and what it rests on. `known` is false where the article gives none."""

    key: str
    label: str
    value: str
    known: bool
    remarks: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """The figures beside the box that belong together."""

    key: str
    heading: str
    facts: tuple[Fact, ...]


def box_facts(record: Record, words: Words) -> tuple[Fact, ...]:
    """Return the rows of the fact box in their fixed order; the combined figure only where the article gives one."""
    return (_type(record, words), _place(record, words), _date(record, words), *_counts(record, words))


def source_names(record: Record, words: Words) -> tuple[str, ...]:
    """Return the sources of the box, each with its kind in words."""
    return tuple(f"{source.name} ({words.label(f'kind.{source.kind}')})" for source in record.box.sources)


def sections(record: Record, words: Words) -> tuple[Section, ...]:
    """Return the figures beside the box: of this incident with parts under totals, over periods, of other incidents."""
    boxed = {claim for key in COUNT_ROWS for claim in _claims(_count(record, key))}
    groups: dict[str, list[Figure]] = {"main": [], "period": [], "other": []}
    for figure in record.figures:
        key = "other" if figure.scope == "other" else "period" if figure.extent == "period" else "main"
        groups[key].append(figure)
    found = []
    for key, figures in groups.items():
        rows = tuple(_tree(record, figures, boxed, words))
        if rows:
            found.append(Section(key, words.label(f"figures.{key}"), rows))
    return tuple(found)


def unseen(fact: Fact, shown: set[Evidence]) -> tuple[Evidence, ...]:
    """Return the sourced excerpts of a row that no row above has shown, and add all of the row's to `shown`."""
    fresh, _ = apart(fact, shown)
    return fresh


def apart(fact: Fact, shown: set[Evidence]) -> tuple[tuple[Evidence, ...], tuple[str, ...]]:
    """Return the sourced excerpts of a row that no row above has shown, and the sources of those that one has.

    All of the row's are added to `shown`.
    """
    seen = {(evidence.source, evidence.sentence) for evidence in shown}
    shown.update(fact.evidence)
    sourced = {(evidence.source, evidence.sentence): evidence for evidence in fact.evidence if evidence.source}
    fresh = tuple(evidence for key, evidence in sourced.items() if key not in seen)
    return fresh, tuple(dict.fromkeys(source for source, _ in sourced if (source, _) in seen))


def short(evidence: Evidence, *, width: int = 140) -> str:
    """Return the sentence on one line, cut with an ellipsis around its number where it is longer than `width`."""
    return clean(excerpt(evidence.sentence, evidence.count, width=width))


def clean(text: str) -> str:
    """Return the text with nothing in it that steers a terminal or turns the direction of writing."""
    shown = "".join("\ufffd" if unicodedata.category(char) == "Cc" and char not in "\n\t" else char for char in text)
    return _BIDI.sub("", shown)


def address(article: Article) -> str:
    """Return where an article came from: its address, or its id unless that is only a hash of its bytes."""
    if article.url:
        return clean(article.url)
    return "" if article.sha256.startswith(article.id) else clean(article.id)


def said_by(sources: tuple[Source, ...], words: Words) -> str:
    """Return who says so in words: "KCNA, zitiert von Merkur; bestätigt von Polizei"."""
    said: list[str] = []
    for source in sources:
        name = _name(source, words)
        if source.stance != "asserts":
            said.append(words.label(f"source.{source.stance}", name=name))
        elif source.role == "via" and said:
            said[-1] = words.label("source.via", origin=said[-1], via=name)
        else:
            said.append(name)
    return clean("; ".join(said)) if said else words.label("box.no_source")


def _name(source: Source, words: Words) -> str:
    name = source.name or source.quote
    if source.kind == "unnamed":
        return words.label("source.unnamed", name=name)
    return words.label("source.party", name=name) if source.party else name


def _type(record: Record, words: Words) -> Fact:
    return Fact("type", words.label("box.type"), words.label(f"type.{record.box.type}"), record.box.type != "none")


def _place(record: Record, words: Words) -> Fact:
    box = record.box
    label = words.label("box.place")
    code = box.country or (box.place.country if box.place else None)
    country = words.country(code) if code else ""
    if box.place is None:
        return Fact("place", label, country or words.label("box.unknown"), bool(country))
    name = clean(box.place.name)
    value = f"{name}, {country}" if country and country.casefold() != name.casefold() else name
    spans = [record.article.span(p.field, p.start, p.end) for p in record.places if p.name == box.place.name]
    if not spans and (start := record.article.text.find(box.place.name)) >= 0:
        spans = [record.article.span("text", start, start + len(box.place.name))]
    return Fact("place", label, value, known=True, evidence=_at("place", spans))


def _date(record: Record, words: Words) -> Fact:
    label, date = words.label("box.date"), record.box.date
    if date is None:
        return Fact("date", label, words.label("box.unknown"), known=False)
    times = [time for time in record.times if time.value.startswith(date)]
    spans = [record.article.span(time.field, time.start, time.end) for time in times]
    return Fact("date", label, words.date(date), known=True, evidence=_at("date", spans))


def _at(key: str, spans: list[Span]) -> tuple[Evidence, ...]:
    in_text = [span for span in spans if span.field == "text"] or spans
    return tuple(Evidence(key, "", span, span, span) for span in in_text[:1])


def _counts(record: Record, words: Words) -> Iterator[Fact]:
    figures = {figure.id: figure for figure in record.figures}
    for key in COUNT_ROWS:
        count = _count(record, key)
        if count is None:
            if key != "casualties":
                yield Fact(key, words.label(f"box.{key}"), words.label("box.unknown"), known=False)
            continue
        evidence = [_evidence(record.article, figures[claim], words) for claim in count.claims if claim in figures]
        remarks = tuple(_remarks(key, count, record, words))
        label = words.label(f"box.{key}")
        yield Fact(key, label, words.count(count), known=True, remarks=remarks, evidence=tuple(evidence))


def _count(record: Record, key: str) -> BoxCount | None:
    box = record.box
    return {"killed": box.killed, "injured": box.injured, "missing": box.missing, "casualties": box.casualties}[key]


def _claims(count: BoxCount | None) -> tuple[str, ...]:
    return count.claims if count else ()


def _remarks(key: str, count: BoxCount, record: Record, words: Words) -> Iterator[str]:
    if key == "casualties":
        yield words.label("box.together")
    if count.by_group:
        yield words.label("box.among", groups=", ".join(_grouped(count.by_group, words)))
    if count.includes_perpetrator is not None:
        yield words.label("box.with_perpetrator" if count.includes_perpetrator else "box.without_perpetrator")
    if count.as_of and not _is_publication(record, count.as_of):
        yield words.label("box.as_of", date=words.date(count.as_of))


def _is_publication(record: Record, date: str) -> bool:
    return (record.article.published or "").startswith(date[:10]) and len(date) >= _DAY


def _grouped(groups: dict[str, int], words: Words) -> Iterator[str]:
    for group, number in groups.items():
        label = words.label(f"group.{group}") if words.has(f"group.{group}") else clean(group)
        yield words.label("box.group", group=label, n=words.number(number))


def _evidence(article: Article, figure: Figure, words: Words) -> Evidence:
    whole = sentence(article, figure.evidence)
    return Evidence(figure.id, said_by(figure.sources, words), figure.evidence, whole, figure.count)


def _tree(record: Record, figures: list[Figure], boxed: set[str], words: Words) -> Iterator[Fact]:
    known = {figure.id: figure for figure in figures}
    parent = {
        r.origin: r.target for r in record.relations if r.type == "part_of" and {r.origin, r.target} <= set(known)
    }
    outdated = {r.target for r in record.relations if r.type in {"supersedes", "corrects"}}
    parts: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.id in parent:
            parts.setdefault(parent[figure.id], []).append(figure)
    placed: set[str] = set()

    def rows(members: list[Figure], depth: int) -> Iterator[Fact]:
        for same in _alike([figure for figure in members if figure.id not in placed]):
            placed.update(figure.id for figure in same)
            below = [part for figure in same for part in parts.get(figure.id, [])]
            if depth == 0 and not below and any(figure.id in boxed for figure in same):
                continue
            yield _figure_row(record, same, words, depth=depth, outdated=outdated)
            yield from rows(below, depth + 1)

    yield from rows([figure for figure in figures if figure.id not in parent], 0)
    yield from rows(figures, 0)


def _alike(figures: list[Figure]) -> list[list[Figure]]:
    rows: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        key = (figure.measure, figure.low, figure.high, figure.qualifier, figure.modality, figure.group)
        rows.setdefault((*key, figure.nationality, figure.extent, figure.as_of), []).append(figure)
    return list(rows.values())


def _figure_row(record: Record, same: list[Figure], words: Words, *, depth: int, outdated: set[str]) -> Fact:
    first = same[0]
    who = [words.label(f"group.{group}") for group in first.group]
    who += [words.country(code) for code in first.nationality]
    label = words.label(f"measure.{first.measure}") + (f" ({', '.join(who)})" if who else "")
    remarks = [words.label("figures.part")] if first.extent == "part" and depth == 0 else []
    if first.time:
        remarks.append(words.label("figures.time", quote=" ".join(first.time.quote.split())))
    elif first.as_of and not _is_publication(record, first.as_of):
        remarks.append(words.label("box.as_of", date=words.date(first.as_of)))
    if all(figure.id in outdated for figure in same):
        remarks.append(words.label("figures.superseded"))
    evidence = tuple(_evidence(record.article, figure, words) for figure in same)
    value = words.count(first)
    return Fact(first.measure, label, value, known=True, remarks=tuple(remarks), evidence=evidence, depth=depth)
