"""What a mention tells of its incident, laid out for comparison: type, places, days, counts, words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lagebild.merge.days import Days, days, is_dated, named_days, other_days, published
from lagebild.merge.spots import Spot, spot, spots
from lagebild.merge.words import Weights, names, weighed, weights
from lagebild.model import BoxCount, Event, Figure, Incident, IncidentType, Measure, Mention, Record, Span, Statement

OWN = "i1"  # the incident of a mention of an article's own matter
COUNTED = ("killed", "injured", "missing", "casualties")
_NUMBER = 5  # smaller numbers are the same in many reports
_LEAD = 600  # characters of a text that say what it is about
_PARAGRAPH = re.compile(r"\n+")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a text by weight, the names in it but of those who speak, and words that name places.

    `length` is by how much the weights were divided to make their squares add up to one.
    """

    language: str
    words: Weights
    length: float
    names: frozenset[str]
    placed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Telling:
    """What one mention tells; `own` where it is the article's own matter.

    `near` are the places named with it; `elsewhere` and `other_days` are the places and the days that the article
    gives to its other incidents, `named_days` those that it names besides. `counts` are totals, `numbers` all numbers
    that are told of it. `wording` is of the whole article for its own matter, else of the paragraphs that tell of it;
    `headline` are the words of the title, `lead` is the text to be understood as a whole.
    """

    mention: Mention
    own: bool
    type: IncidentType
    spot: Spot | None
    near: tuple[Spot, ...]
    elsewhere: tuple[tuple[Spot, Days | None], ...]
    days: Days | None
    other_days: tuple[Days, ...]
    named_days: frozenset[int]
    published: int | None
    counts: Mapping[str, BoxCount]
    numbers: frozenset[tuple[Measure, int]]
    wording: Wording
    headline: frozenset[str]
    lead: str


def tellings(record: Record) -> Iterator[Telling]:
    """Yield what each mention of a record tells: its own matter first, then each other incident."""
    article, box = record.article, record.box
    near = spots(record)
    told = _told_anything(record)
    yield Telling(
        mention=Mention(article.id),
        own=True,
        type=box.type,
        spot=spot(box.place, near),
        near=near,
        elsewhere=_elsewhere(record, OWN, near),
        days=days(box.date),
        other_days=other_days(record, OWN),
        named_days=named_days(record),
        published=published(article),
        counts=_counts(box.killed, box.injured, box.missing, box.casualties),
        numbers=_numbers(figure for figure in record.figures if figure.scope == "main"),
        wording=_wording(record, f"{article.title}\n{told}", told, near),
        headline=frozenset(weights(article.title, article.language)),
        lead=f"{article.title}\n{article.text[:_LEAD]}",
    )
    for incident in record.incidents:
        if not incident.main:
            yield _beside(record, incident, near)


def _beside(record: Record, incident: Incident, among: tuple[Spot, ...]) -> Telling:
    told = "\n".join(_told_of(record, incident.id))
    near = tuple(each for each in among if each.name in told) or _scene(record, among)
    return Telling(
        mention=Mention(record.article.id, incident.id),
        own=False,
        type=incident.type,
        spot=spot(incident.place, among),
        near=near,
        elsewhere=_elsewhere(record, incident.id, among) if incident.place is not None else (),
        days=None if incident.time is None else days(incident.time.start, incident.time.end),
        other_days=other_days(record, incident.id),
        named_days=frozenset(),
        published=published(record.article),
        counts=_counts(incident.killed, incident.injured, incident.missing, incident.casualties),
        numbers=_numbers(figure for figure in record.figures if figure.incident == incident.id),
        wording=_wording(record, told, told, near),
        headline=frozenset(),
        lead=told,
    )


def _scene(record: Record, among: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """Return the place of the article's own matter: what is told with no place beside it was there or not far away."""
    found = spot(record.box.place, among)
    return () if found is None else (found,)


def _wording(record: Record, text: str, named: str, near: tuple[Spot, ...]) -> Wording:
    """Return the wording of a text; `named` is the part of it where a capital tells a name.

    Who speaks is left out, being no name to tell an incident by: the police have one speaker for all of a town's.
    """
    article, language = record.article, record.article.language
    speakers = frozenset(word for name in _speakers(record) for word in weights(name, language))
    outlet = frozenset(weights((article.publisher or "").replace(".", " "), language))
    placed = frozenset(word for each in near for word in weights(each.name, language))
    words, length = weighed(text, language, but=outlet)
    return Wording(language, words, length, names(named, language) - outlet - placed - speakers, placed)


def _speakers(record: Record) -> Iterator[str]:
    yield from record.article.authors
    for claim in record.claims:
        if isinstance(claim, Statement):
            yield claim.speaker_name or ""
        else:
            yield from (source.name for source in claim.sources)


def _elsewhere(record: Record, incident: str, among: tuple[Spot, ...]) -> tuple[tuple[Spot, Days | None], ...]:
    """Return the places of an article's other incidents, each with its days."""
    others = [each for each in record.incidents if each.id != incident]
    placed = ((spot(each.place, among), each.time) for each in others)
    return tuple(
        (place, days(time.start, time.end) if time is not None else None) for place, time in placed if place is not None
    )


def _counts(*counts: BoxCount | None) -> Mapping[str, BoxCount]:
    return {measure: count for measure, count in zip(COUNTED, counts, strict=True) if count is not None}


def _numbers(figures: Iterable[Figure]) -> frozenset[tuple[Measure, int]]:
    return frozenset(
        (figure.measure, figure.low)
        for figure in figures
        if figure.low is not None and figure.low >= _NUMBER and figure.qualifier != "vague"
    )


def _told_anything(record: Record) -> str:
    """Return the paragraphs of a report that tell anything: a claim, a place or a day.

    What an outlet writes under every report ("Subscribe to our newsletter") says nothing of an incident.
    """
    text = record.article.text
    told = [(claim.evidence.start, claim.evidence.end) for claim in record.claims if claim.evidence.field == "text"]
    told += [(place.start, place.end) for place in record.places if place.field == "text"]
    told += [(time.start, time.end) for time in record.times if time.field == "text" and is_dated(time)]
    told.sort()
    kept, at = [], 0
    for paragraph in _LINE.finditer(text):
        while at < len(told) and told[at][1] <= paragraph.start():
            at += 1
        if at < len(told) and told[at][0] < paragraph.end():
            kept.append(paragraph.group())
    return "\n".join(kept)


def _told_of(record: Record, incident: str) -> list[str]:
    """Return the paragraphs that tell of an incident, in text order."""
    told = [
        claim.evidence for claim in record.claims if isinstance(claim, Figure | Event) and claim.incident == incident
    ]
    return list(dict.fromkeys(_paragraph(record, span) for span in told))


def _paragraph(record: Record, span: Span) -> str:
    text = record.article[span.field]
    start = max((found.end() for found in _PARAGRAPH.finditer(text, 0, span.start)), default=0)
    end = _PARAGRAPH.search(text, span.end)
    return text[start : end.start() if end else len(text)]
