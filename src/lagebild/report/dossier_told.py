"""The running text of an incident: nothing but sentences of its reports under headings; who said what, by speaker."""

import re
from collections.abc import Iterable, Iterator, Sequence

from lagebild.model import MEASURES, Article, Event, Figure, MergedIncident, Record, Span, Statement, Version
from lagebild.report.dossier_content import Cited, Speaker, Told
from lagebild.report.dossier_history import placed
from lagebild.report.dossier_material import Material, joined
from lagebild.report.dossier_quoting import event_cited, sentence_cited, statement_cited, whole
from lagebild.report.initials import initials, private
from lagebild.vocabulary.labels import sentence
from lagebild.vocabulary.topics import topic_of

_ORDER = ("course", *MEASURES, "rescue", "cause", "reactions", "outlook", "other")
_ALIKE = 0.6  # share of words that two sentences have in common when one is the other's copy
_WITHIN = 0.8  # share of the shorter one's words
_MOST = 6  # sentences under one heading
_SHORTEST = 30  # characters of a sentence; a dateline alone has less
_TOLD = frozenset({"done", "confirmed"})
_MOVED = frozenset({"conflict.deployment", "conflict.arms"})  # told under a heading of their own
_WORD = re.compile(r"\w{4,}|\d+")


class _Chosen:
    """Sentences chosen so far, by heading; one that says what another says is named with that one."""

    def __init__(self) -> None:
        self.by: dict[str, list[Cited]] = {}
        self._words: list[tuple[frozenset[str], str, int]] = []

    def add(self, heading: str, cited: Cited) -> None:
        """Add a sentence under a heading unless its words stand under one already, or the heading is full."""
        words = frozenset(_WORD.findall(cited.quote.casefold()))
        for known, where, place in self._words:
            first = self.by[where][place]
            if _alike(words, known) or (first.report == cited.report and _inside(words, known)):
                self.by[where][place] = joined(first, cited)
                return
        under = self.by.setdefault(heading, [])
        if len(under) < _MOST:
            self._words.append((words, heading, len(under)))
            under.append(cited)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and len(one & other) >= _ALIKE * len(one | other)


def _inside(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether one quotation has nearly all words of the shorter of both: a sentence cut around another number."""
    return len(one & other) >= _WITHIN * max(min(len(one), len(other)), 1)


def told(incident: MergedIncident, of: Material) -> tuple[Told, ...]:
    """Return the running text: what happened, each number, rescue, cause, reactions; a sentence stands once."""
    chosen, records = _Chosen(), [of.records[article] for article in incident.reports]
    for heading, cited in (*_leads(records, of), *_numbers(incident, records, of), *_events(incident, records, of)):
        chosen.add(heading, cited)
    for heading, cited in _statements(records, of):
        chosen.add(heading, cited)
    return tuple(
        Told(heading, of.words.label(f"dossier.heading.{heading}"), tuple(sorted(chosen.by[heading], key=_when)))
        for heading in _ORDER
        if heading in chosen.by
    )


def _when(cited: Cited) -> str:
    return placed(cited.published)


def _leads(records: Sequence[Record], of: Material) -> Iterator[tuple[str, Cited]]:
    """Yield the sentence that the earliest report opens with, on the word of who gives its first figure."""
    for record in records[:1]:
        opening = _opening(record.article)
        if opening is None:
            return
        inside = (figure for figure in record.figures if _meets(figure.evidence, opening))
        figure = next(inside, None)
        if figure is not None:
            yield "course", of.figure(record, figure)
        else:
            quote, _, _ = of.quoted(record, opening, None)
            yield (
                "course",
                Cited(
                    quote=quote,
                    speaker="",
                    report=of.numbers[record.article.id],
                    language=record.article.language,
                    published=record.article.published or "",
                    outlet=of.outlet(record),
                ),
            )


def _opening(article: Article) -> Span | None:
    """Return the first sentence of a text that is more than the place it begins with."""
    start = 0
    while start < len(article.text):
        found = sentence(article, article.span("text", start, min(start + 1, len(article.text))))
        if len(found.quote) > _SHORTEST:
            return found
        start = max(found.end, start) + 1
    return None


def _meets(evidence: Span, opening: Span) -> bool:
    return evidence.field == opening.field and opening.start <= evidence.start < opening.end


def _numbers(incident: MergedIncident, records: Sequence[Record], of: Material) -> Iterator[tuple[str, Cited]]:
    for version in _weighed(incident):
        yield from ((version.measure, cited) for cited in of.cited(version.claims))
    told = {claim for version in incident.history for claim in version.claims}
    for record in records:
        own = [each for each in record.figures if each.id not in told and _own(each)]
        yield from ((each.measure, of.figure(record, each)) for each in own)


def _weighed(incident: MergedIncident) -> list[Version]:
    """Return the figures of the history, those that the latest totals rest on first, vague ones and parts last."""
    rests = {key for each in incident.estimates if each.policy == "latest" for key in each.versions}
    order = {"vague": 2, "part": 3}
    return sorted(incident.history, key=lambda each: 0 if each.id in rests else order.get(each.standing, 1))


def _own(figure: Figure) -> bool:
    return figure.scope == "main" and figure.extent != "period" and figure.evidence.field == "text"


def _events(incident: MergedIncident, records: Sequence[Record], of: Material) -> Iterator[tuple[str, Cited]]:
    mine = {(mention.article, mention.incident) for mention in incident.mentions}
    for record in records:
        for event in record.claims:
            if not isinstance(event, Event) or event.status not in _TOLD or event.type.startswith("act."):
                continue
            if event.type in _MOVED or event.evidence.field == "title":
                continue
            if event.incident is None or (record.article.id, event.incident) in mine:
                yield "cause" if event.type == "crime.arrest" else "course", event_cited(record, event, of)


def _statements(records: Sequence[Record], of: Material) -> Iterator[tuple[str, Cited]]:
    for record in records:
        for statement in record.claims:
            if not isinstance(statement, Statement) or statement.evidence.field == "title":
                continue
            if statement.id not in of.quotable:
                continue
            told_in = whole(record, statement)
            if not _aside(record, told_in):
                about = " ".join(span.quote for span in (*statement.quote, *statement.cue))
                yield topic_of(about, record.article.language), sentence_cited(record, statement, of)


def _aside(record: Record, told_in: Span) -> bool:
    """Tell whether a sentence has a figure of other incidents or of a span of time: background."""
    return any(
        (figure.scope == "other" or figure.extent == "period")
        and figure.evidence.field == told_in.field
        and told_in.start <= figure.evidence.start < told_in.end
        for figure in record.figures
    )


def speakers(incident: MergedIncident, of: Material) -> tuple[Speaker, ...]:
    """Return who said what, in the order that they first speak; the same words in another report are named with it."""
    found: dict[str, list[Cited]] = {}
    heard = _Heard(incident, of)
    names: dict[str, tuple[str, bool]] = {}
    more: dict[str, list[int]] = {}
    records = [of.records[article] for article in incident.reports]
    for record in records:
        for statement in _whole(record):
            cited = statement_cited(record, statement, of)
            key = cited.speaker.casefold()
            if key and statement.id not in of.quotable:
                more.setdefault(key, []).append(cited.report)
            elif key and cited.quote:
                key = heard.by(key, cited)
                names.setdefault(key, (cited.speaker, _is_private(cited.speaker, record)))
                found.setdefault(key, []).append(cited)
    kinds = _kinds(records, of)
    return tuple(
        Speaker(
            names[key][0],
            kinds.get(key, ""),
            tuple(_once(said)),
            private=names[key][1],
            more=tuple(dict.fromkeys(more.get(key, ()))),
        )
        for key, said in found.items()
    )


class _Heard:
    """What speakers said so far in the reports of one text, so that a copy's other name for one makes no second."""

    def __init__(self, incident: MergedIncident, of: Material) -> None:
        self._texts = {number: origin.id for origin in incident.origins for number in of.numbered(origin.reports)}
        self._said: list[tuple[str, frozenset[str], str]] = []

    def by(self, key: str, cited: Cited) -> str:
        """Return the speaker that the first report of the same text names for these words."""
        text = self._texts.get(cited.report, str(cited.report))
        words = frozenset(_WORD.findall(cited.quote.casefold()))
        for other_text, other_words, other in self._said:
            if other_text == text and _alike(words, other_words):
                return other
        self._said.append((text, words, key))
        return key


def _is_private(name: str, record: Record) -> bool:
    return any(name in {person.name, initials(person.name)} for person in private(record))


def _whole(record: Record) -> Iterator[Statement]:
    """Yield the statements of the text; one that lies in another one's words is told by that."""
    statements = [claim for claim in record.claims if isinstance(claim, Statement) and claim.evidence.field == "text"]
    for one in statements:
        if not any(other is not one and _holds(other, one) for other in statements):
            yield one


def _holds(other: Statement, one: Statement) -> bool:
    span = one.quote[0]
    return any(each.start <= span.start and span.end <= each.end and each != span for each in other.quote)


def _once(said: Iterable[Cited]) -> Iterator[Cited]:
    kept: list[tuple[frozenset[str], Cited]] = []
    for cited in said:
        words = frozenset(_WORD.findall(cited.quote.casefold()))
        for place, (known, first) in enumerate(kept):
            if _alike(words, known):
                kept[place] = (known, joined(first, cited))
                break
        else:
            kept.append((words, cited))
    return (cited for _, cited in kept)


def _kinds(records: Sequence[Record], of: Material) -> dict[str, str]:
    """Return the kind of each source of figures and events in words, by name."""
    found: dict[str, str] = {}
    for record in records:
        for claim in record.claims:
            for source in claim.sources if isinstance(claim, Figure | Event) else ():
                name = of.plain(source.name or source.quote, record).casefold()
                found.setdefault(name, of.words.label(f"kind.{source.kind}"))
    return found
