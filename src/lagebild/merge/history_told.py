"""The figures that reports give for one incident, each with who is behind it, in the order in which they were told."""

import datetime as dt
import functools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lagebild.merge.origins import Origins
from lagebild.model import BoxCount, Figure, Group, Incident, IncidentType, Measure, Mention, Record, Source, SourceKind
from lagebild.vocabulary import load
from lagebild.vocabulary.changes import ChangeKind, has_cue
from lagebild.vocabulary.labels import sentence
from lagebild.vocabulary.places import Demonym
from lagebild.vocabulary.policies import tolerance

OFFICIAL: frozenset[SourceKind] = frozenset({"government", "military", "police", "emergency", "court"})
CREDIBLE: frozenset[SourceKind] = frozenset({"hospital", "organisation", "company", "agency", "media"})
_STATE: frozenset[SourceKind] = frozenset({"government", "military", "police"})
_FORCES: frozenset[Group] = frozenset({"military", "police"})
_DAY = 10  # characters of an ISO date
_WORD = re.compile(r"\w+")
_SMALL = 4  # shorter words tell no source from another: "der", "of", "von"
_STEM = 7  # letters that the forms of a word share: "Polizei", "Polizeipräsidiums"
_MARK = re.compile(r"[,;:–—()!?\n]\s|[.]\s+(?=[^\W\d_a-zäöüß])")
_SEAT = re.compile(r"\s(?:von|in|aus|of|at)\s+(?=[^\W\d_a-zäöüß]).*")
_LANGUAGES = ("de", "en")
_FIGHTS: frozenset[IncidentType] = frozenset({"conflict.battle", "conflict.war"})
_TOTALS: frozenset[Measure] = frozenset({"killed", "injured", "missing"})


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of the incident in one report.

    `speaker` is who asserts it, `denier` who denies it, both None where nobody is named; `origin` is who is behind it
    in the graph of origins. `earlier` where its sentence says that it was said before, `barred` where a party to a
    conflict speaks of the other side's losses. The report's own total rests on it where it is `chosen`, and on greater
    ones alone where it is `passed_over`; it is `left_out` where it is a single person and the report has no such
    total, and `further` where it is only added to a greater one. `totals` are the report's own.
    """

    record: Record
    figure: Figure
    at: dt.datetime
    origin: str
    speaker: Source | None
    denier: Source | None
    sentence: str
    earlier: bool
    barred: bool
    chosen: bool
    passed_over: bool
    left_out: bool
    further: bool
    totals: Mapping[Measure, BoxCount]

    @property
    def article(self) -> str:
        """Return the id of the report."""
        return self.record.article.id

    @property
    def rank(self) -> int:
        """Return how far the figure carries: 0 official or the report's own, 1 credible, 2 anybody else's or unsure."""
        if self.figure.modality == "uncertain":
            return 2
        kind = self.speaker.kind if self.speaker else None
        return 0 if kind is None or kind in OFFICIAL else 1 if kind in CREDIBLE else 2

    def has(self, kind: ChangeKind) -> bool:
        """Return whether the sentence has words of a kind."""
        return has_cue(self.record.article.language, kind, self.sentence)


def told(mentions: Sequence[Mention], records: Mapping[str, Record], graph: Origins) -> list[Told]:
    """Return the figures of an incident by publication; in a report first what it says was said before.

    Left out are figures of a span of time, and those of a day before the incident's.
    """
    onset = _onset(mentions, records)
    country = _most(records[mention.article].box.country for mention in mentions if mention.incident == "i1")
    is_conflict = _is_conflict(mentions, records)
    found = [
        _told(records[mention.article], figure, graph, country if is_conflict else None)
        for mention in mentions
        for figure in records[mention.article].figures
        if _is_of(mention, records[mention.article], figure) and not _is_before(figure.as_of, onset)
    ]
    return sorted(found, key=lambda each: (each.at, each.article, not each.earlier, each.chosen, _place(each.figure)))


def _is_of(mention: Mention, record: Record, figure: Figure) -> bool:
    """Return whether a figure is of the incident that is meant.

    A record with no incident of its own leaves its main figures without one.
    """
    if figure.extent == "period":
        return False
    if figure.incident is None and mention.incident == "i1":
        return figure.scope == "main" and all(incident.id != "i1" for incident in record.incidents)
    return figure.incident == mention.incident


def _place(figure: Figure) -> tuple[bool, int]:
    return figure.count.field == "text", figure.count.start


def moment(record: Record) -> dt.datetime:
    """Return when a report was published; one without a date stands before all others."""
    published = record.article.published
    if published is None:
        return dt.datetime.min.replace(tzinfo=dt.UTC)
    at = dt.datetime.fromisoformat(published)
    return at if at.tzinfo else at.replace(tzinfo=dt.UTC)


def _told(record: Record, figure: Figure, graph: Origins, conflict_in: str | None) -> Told:
    origins = [source for source in figure.sources if source.role == "origin"]
    speaker = next((source for source in origins if source.stance != "denies"), None)
    denier = next((source for source in origins if source.stance == "denies"), None)
    around = sentence(record.article, figure.evidence).quote
    totals = _totals(record, figure)
    claims = totals[figure.measure].claims if figure.measure in totals else ()
    total = [other for other in _of(record, claims) if not _is_added(record, other)]
    return Told(
        record=record,
        figure=figure,
        at=moment(record),
        origin=graph.behind(record.article.id, figure.sources),
        speaker=speaker,
        denier=denier,
        sentence=around,
        earlier=_is_earlier(record, figure),
        barred=speaker is not None and speaker.party and _is_of_other_side(speaker, figure.group, conflict_in),
        chosen=figure in total,
        passed_over=figure not in total
        and (figure.high != 0 or figure.measure != "missing")
        and any(
            (series(other), other.extent) == (series(figure), "incident") and (other.low or 0) > (figure.low or 0)
            for other in total
        ),
        left_out=figure.measure in _TOTALS and not total and is_single(figure),
        further=_is_added(record, figure) and not is_single(figure),
        totals=totals,
    )


def _is_earlier(record: Record, figure: Figure) -> bool:
    """Return whether a number was said before: by the words of its clause, or as nobody is missing any more."""
    if figure.measure == "missing" and (figure.low or 0) > 0:
        alike = [
            other for other in record.figures if (other.incident, series(other)) == (figure.incident, series(figure))
        ]
        if any((other.high, other.modality) == (0, "stated") for other in alike):
            return True
    return figure.count.field == "text" and has_cue(record.article.language, "earlier", _clause(record, figure))


def _of(record: Record, claims: Sequence[str]) -> list[Figure]:
    return [figure for figure in record.figures if figure.id in claims]


def _clause(record: Record, figure: Figure) -> str:
    """Return the words around a count up to the next marks."""
    text, count = record.article[figure.count.field], figure.count
    marks = list(_MARK.finditer(text))
    before = max((mark.end() for mark in marks if mark.end() <= count.start), default=0)
    after = min((mark.start() for mark in marks if mark.start() >= count.end), default=len(text))
    return text[before:after]


def _is_added(record: Record, figure: Figure) -> bool:
    """Return whether a figure is only added to a greater one of its report: "two more bodies", "a third man died"."""
    further = is_single(figure) or has_cue(record.article.language, "further", figure.evidence.quote)
    return further and any(
        (other.incident, series(other), other.extent) == (figure.incident, series(figure), "incident")
        and other.modality != "denied"
        and (other.low or 0) > (figure.low or 0)
        for other in record.figures
    )


def is_single(figure: Figure) -> bool:
    """Return whether a figure is one person who is named or described, and no number."""
    return figure.low == figure.high == 1 and any(reason.rule == "count.implied" for reason in figure.reasons)


def _totals(record: Record, figure: Figure) -> dict[Measure, BoxCount]:
    """Return the totals that the record has of the figure's incident."""
    for incident in record.incidents:
        if incident.id == figure.incident:
            totals: dict[Measure, BoxCount | None] = {
                "killed": incident.killed,
                "injured": incident.injured,
                "missing": incident.missing,
            }
            return {measure: total for measure, total in totals.items() if total is not None}
    return {}


def _is_of_other_side(speaker: Source, group: tuple[Group, ...], country: str | None) -> bool:
    """Return whether a party speaks of the other side's losses.

    An armed group does where it counts others than its own, a state where it counts an armed group, or whoever is hurt
    in a country that is not its own.
    """
    if country is None:
        return False
    if speaker.kind == "armed_group":
        return "armed_group" not in group
    if speaker.kind in _STATE and "armed_group" in group:
        return True
    own = _countries(speaker.name)
    return speaker.kind in _STATE and bool(own) and country not in own


def _countries(name: str) -> set[str]:
    """Return the countries that a source's name points to: "russisches Verteidigungsministerium"."""
    found = set()
    for language in _LANGUAGES:
        for row in load(language, "demonyms", Demonym):
            if any(word.casefold().startswith(stem.casefold()) for word in _words(name) for stem in row.adjectives):
                found.add(row.country)
    return found | {code for code, names in _names().items() if any(part in name for part in names)}


@functools.cache
def _names() -> dict[str, tuple[str, ...]]:
    from babel import Locale  # noqa: PLC0415 - loaded only where a party speaks

    return {
        code: tuple({Locale("de").territories[code], Locale("en").territories.get(code, name)})
        for code, name in Locale("de").territories.items()
        if len(code) == 2 and code.isalpha() and len(name) > _SMALL  # noqa: PLR2004 - an ISO code
    }


def _words(name: str) -> list[str]:
    return _WORD.findall(name)


def _is_conflict(mentions: Sequence[Mention], records: Mapping[str, Record]) -> bool:
    types = [incident.type for _, incident in _incidents(mentions, records) if incident.type != "none"]
    return bool(types) and sum(kind.startswith("conflict.") for kind in types) * 2 > len(types)


def is_battle(mentions: Sequence[Mention], records: Mapping[str, Record]) -> bool:
    """Return whether most of the reports tell of a fight between armed sides."""
    types = [incident.type for _, incident in _incidents(mentions, records) if incident.type != "none"]
    return bool(types) and sum(kind in _FIGHTS for kind in types) * 2 > len(types)


def _onset(mentions: Sequence[Mention], records: Mapping[str, Record]) -> str | None:
    """Return the day on which most of the reports let the incident begin, the first of them in a tie."""
    days = [incident.time.start for _, incident in _incidents(mentions, records) if incident.time is not None]
    counts = Counter(days)
    most = max(counts.values(), default=0)
    return min((day for day, count in counts.items() if count == most), default=None)


def _incidents(mentions: Sequence[Mention], records: Mapping[str, Record]) -> Iterator[tuple[Mention, Incident]]:
    """Yield the incidents of the reports' own matter, of all mentions where it is nobody's."""
    own = [mention for mention in mentions if mention.incident == "i1"] or mentions
    for mention in own:
        for incident in records[mention.article].incidents:
            if incident.id == mention.incident:
                yield mention, incident


def _is_before(as_of: str | None, onset: str | None) -> bool:
    if as_of is None or onset is None:
        return False
    if len(as_of) < _DAY or len(onset) < _DAY:
        size = min(len(as_of), len(onset))
        return as_of[:size] < onset[:size]
    slack = dt.timedelta(days=tolerance("onset_days"))
    return dt.date.fromisoformat(as_of[:_DAY]) < dt.date.fromisoformat(onset[:_DAY]) - slack


def _most(values: Iterator[str | None]) -> str | None:
    counts = Counter(value for value in values if value is not None)
    return counts.most_common(1)[0][0] if counts else None


def same_speaker(one: Told, two: Told) -> bool:
    """Return whether two figures may well be of one source.

    Names of one kind that share a word are, and those of one kind in two languages: by name nobody can tell them apart.
    """
    if one.origin == two.origin:
        return True
    if one.speaker is None or two.speaker is None:
        return False
    return same_source(one.speaker, one.record.article.language, two.speaker, two.record.article.language)


def is_one_language(one: Told, two: Told) -> bool:
    """Return whether two figures stand in reports of one language, or have one origin in any."""
    return one.origin == two.origin or one.record.article.language == two.record.article.language


def same_source(one: Source, language: str | None, two: Source, other: str | None) -> bool:
    """Return whether two sources may well be one, by kind and name; the languages are those of their reports."""
    if one.kind != two.kind:
        return False
    if language != other:
        return True
    return bool(_marks(one.name) & _marks(two.name))


@functools.cache
def _marks(name: str) -> frozenset[str]:
    """Return the beginnings of the words that tell who a source is: not where it sits, nor its spokesperson."""
    words = _words(_SEAT.sub("", name))
    telling = [word for word in words if not any(has_cue(language, "speaker", word) for language in _LANGUAGES)]
    return frozenset(word[:_STEM].casefold() for word in telling if len(word) >= _SMALL)


def series(figure: Figure) -> tuple[Measure, tuple[Group, ...]]:
    """Return the measure and group whose numbers belong together."""
    return figure.measure, tuple(sorted(figure.group))
