"""What a dossier is made of: records by article, claims by id, numbers of reports, and how a sentence is cited."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lagebild.model import Article, Event, Figure, Record, Source, Span, Statement
from lagebild.report.dossier_content import Cited
from lagebild.report.dossier_quota import quotable
from lagebild.report.facts import clean, said_by
from lagebild.report.initials import Names, hidden, private, veiled
from lagebild.vocabulary.labels import Words, cut_around, sentence

AnyClaim: TypeAlias = Figure | Statement | Event
WIDTH = 240  # characters of a sentence that is quoted: a short quotation, as the law has it
_DATELINE = re.compile(
    r"(?:[^\W\d_][^.!?\n()]{0,60}\([^()\n]{2,40}\)\s*[-–—]\s+"  # with the agency: "Kutno (dpa) - "
    r"|(?!(?:Der|Die|Das|Ein|Eine|The|An?)\b)[^\W\d_][\w./-]*(?:[ ,]+[^\W\d_][\w./]*){0,2}\s+[-–—]\s+)"
    r"(?=[^\Wa-zäöüß_\d])"  # what follows begins as a sentence does
)
_BULLETS = "•·*–- "
_HOME = {"de": "Europe/Berlin", "en": "Europe/London"}
_OFFSET = len("2025-04-28T09:00:00")


@dataclass(frozen=True, slots=True)
class Material:
    """What a dossier is made of. `records` have initials for private persons' names, unless `names`.

    `numbers` are those of reports by article, `claims` the claims by id with their record; `zoned` tells whether the
    reports' times are of several zones, so that each time must tell its own. `quotable` are the claims whose words may
    be quoted.
    """

    words: Words
    records: Mapping[str, Record]
    numbers: Mapping[str, int]
    claims: Mapping[str, tuple[Record, AnyClaim]]
    private: Names
    quotable: frozenset[str]
    names: bool = False
    texts: bool = False
    zoned: bool = False
    _seen: dict[str, Cited] = field(default_factory=dict)  # figures are cited in several parts

    def plain(self, text: str, record: Record) -> str:
        """Return a name or wording that merging gave a record's incident, as it may be shown."""
        shown = text if self.names else veiled(text, private(record)).text
        return clean(" ".join(shown.split())).lstrip(_BULLETS)

    def anywhere(self, text: str) -> str:
        """Return a wording that no one record gave, as it may be shown: with all private persons as initials."""
        shown = clean(" ".join(text.split()))
        return shown if self.names else self.private.veiled(shown)

    def stretch(self, record: Record, span: Span | Source) -> str:
        """Return the words of a span on one line."""
        return clean(" ".join(record.article[span.field][span.start : span.end].split()))

    def quoted(self, record: Record, whole: Span, focus: Span | None) -> tuple[str, int, int]:
        """Return a sentence on one line, without the dateline in front of it, and where the focus stands in it."""
        skipped = dateline(record.article, whole)
        start = max(focus.start - whole.start - skipped, 0) if focus else 0
        end = start + len(focus.quote) if focus else 0
        text = whole.quote[skipped:]
        quote, start, end = cut_around(text, start, min(end, len(text)), width=WIDTH)
        return clean(quote), start, end

    def source(self, record: Record, sources: tuple[Source, ...]) -> str:
        """Return who says so in words; the empty string where it is the report's own voice."""
        return self.plain(said_by(sources, self.words), record) if sources else ""

    def figure(self, record: Record, figure: Figure) -> Cited:
        """Return the sentence of a figure, its number marked, with its sources."""
        if figure.id not in self._seen:
            self._seen[figure.id] = self._figure(record, figure)
        return self._seen[figure.id]

    def _figure(self, record: Record, figure: Figure) -> Cited:
        whole = sentence(record.article, figure.evidence)
        quote, start, end = self.quoted(record, whole, figure.count)
        return Cited(
            quote=quote,
            speaker=self.source(record, figure.sources),
            report=self.numbers[record.article.id],
            language=record.article.language,
            start=start,
            end=end,
            certainty=figure.modality,
            marks=self.marks(figure),
            claim=figure.id,
            published=record.article.published or "",
            outlet=self.outlet(record),
        )

    def outlet(self, record: Record) -> str:
        """Return the outlet of a report, or the report by its number where it names none."""
        named = clean(record.article.publisher or "")
        return named or self.words.label("dossier.report_number", n=str(self.numbers[record.article.id]))

    def marks(self, figure: Figure) -> tuple[str, ...]:
        """Return what is not sure of a figure in words, with its number; nothing where it is stated."""
        if figure.modality == "stated":
            return ()
        count = self.words.count(replace(figure, modality="stated"))
        return (self.words.label(f"dossier.mark.{figure.modality}", count=count),)

    def figures(self, ids: Iterable[str]) -> Iterator[tuple[Record, Figure]]:
        """Yield the figures of these ids with their records; an id that no record has is passed over."""
        for key in ids:
            record, claim = self.claims.get(key, (None, None))
            if record is not None and isinstance(claim, Figure):
                yield record, claim

    def cited(self, ids: Iterable[str]) -> tuple[Cited, ...]:
        """Return the sentences of figures by id, each once: the same words in a later report are its `also`.

        A title is left out where the report's text says it too.
        """
        found = list(self.figures(ids))
        told = {record.article.id for record, figure in found if figure.evidence.field == "text"}
        return merged(
            self.figure(record, figure)
            for record, figure in found
            if figure.evidence.field == "text" or record.article.id not in told
        )

    def numbered(self, articles: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of reports by article; those that are not in the dossier are passed over."""
        return tuple(dict.fromkeys(self.numbers[article] for article in articles if article in self.numbers))

    def brief(self, at: str) -> str:
        """Return a time in figures, with its offset where a time in words would tell its zone."""
        offset = at[_OFFSET:] if self.zoned and not _at_home(at, self.words) else ""
        return f"{at[:16].replace('T', ' ')}{offset.removesuffix(':00')}"

    @property
    def home(self) -> str:
        """Return the zone that readers of the language live in where the reports are of several, else nothing."""
        return _HOME[self.words.language] if self.zoned else ""

    def local(self, at: str) -> str:
        """Return an ISO time in the home zone, so that days and hours of one list can be compared."""
        if not self.home or len(at) <= _OFFSET:
            return at
        try:
            return datetime.fromisoformat(at).astimezone(ZoneInfo(self.home)).isoformat()
        except (ValueError, ZoneInfoNotFoundError):
            return at

    def when(self, at: str) -> str:
        """Return a time in words, down to the minute where it has one."""
        return moment(at, self.words, zoned=self.zoned) if at else self.words.label("dossier.undated")


def material(
    records: Sequence[Record], order: Sequence[str], words: Words, *, names: bool = False, texts: bool = False
) -> Material:
    """Return what a dossier is made of; `order` are the articles in the order that they are numbered."""
    shown = records if names else [hidden(record) for record in records]
    offsets = {published[_OFFSET:] for record in records if len(published := record.article.published or "") > _OFFSET}
    return Material(
        words=words,
        records={record.article.id: record for record in shown},
        numbers={article: number for number, article in enumerate(order, start=1)},
        claims={claim.id: (record, claim) for record in shown for claim in record.claims},
        quotable=frozenset(key for record in shown for key in _quotable(record, texts=texts)),
        private=Names.of(person for record in records for person in private(record)),
        names=names,
        texts=texts,
        zoned=len(offsets) > 1,
    )


def _quotable(record: Record, *, texts: bool) -> frozenset[str]:
    return frozenset(claim.id for claim in record.claims) if texts else quotable(record)


def merged(cited: Iterable[Cited]) -> tuple[Cited, ...]:
    """Return sentences each once, in the order given; a report that repeats the words is named with the first."""
    found: dict[tuple[str, str], Cited] = {}
    for each in cited:
        key = (each.quote.casefold(), each.speaker.casefold())
        first = found.get(key)
        if first is None:
            found[key] = each
        else:
            found[key] = joined(first, each)
    return tuple(found.values())


def joined(first: Cited, again: Cited) -> Cited:
    """Return a sentence with what another quotation of it adds: its report, and the marks of its figure."""
    known = again.report == first.report or again.report in first.also
    return replace(
        first,
        also=first.also if known else (*first.also, again.report),
        marks=tuple(dict.fromkeys((*first.marks, *again.marks))),
        certainty=first.certainty if first.certainty == again.certainty else "stated",
    )


def moment(at: str, words: Words, *, zoned: bool) -> str:
    """Return an ISO time in words: the day, the time where it has one, and its zone where `zoned`."""
    day = words.date(at)
    if len(at) < len("2025-04-28T09:00"):
        return day
    said = words.label("dossier.moment", day=day, hour=hour(at, words))
    zone = at[_OFFSET:] if zoned and not _at_home(at, words) else ""
    return words.label("dossier.zone", moment=said, zone=_zone(zone)) if zone else said


def _at_home(at: str, words: Words) -> bool:
    """Tell whether a time is one of the zone that readers of the language live in, where no zone need be told."""
    try:
        then = datetime.fromisoformat(at)
        return then.utcoffset() == then.astimezone(ZoneInfo(_HOME[words.language])).utcoffset()
    except (ValueError, ZoneInfoNotFoundError):
        return False


def hour(at: str, words: Words) -> str:
    """Return the time of an ISO time in words; the empty string where it has none."""
    return words.label("dossier.hour", hour=at[11:16]) if len(at) >= len("2025-04-28T09:00") else ""


def _zone(offset: str) -> str:
    """Return an offset as people write it: "UTC+2", "UTC-3:30", "UTC"."""
    sign, rest = offset[:1], offset[1:]
    if sign not in {"+", "-"} or not rest.replace(":", "").strip("0"):
        return "UTC"
    hours, _, minutes = rest.partition(":")
    return f"UTC{'−' if sign == '-' else '+'}{int(hours)}" + (f":{minutes}" if minutes.strip("0") else "")


def dateline(article: Article, whole: Span) -> int:
    """Return how many characters of a sentence are the dateline that the text opens with: "Kutno (dpa) - "."""
    opens = whole.field == "text" and not article.text[: whole.start].strip()
    found = _DATELINE.match(whole.quote) if opens else None
    return found.end() if found else 0


def outlet(article: Article, words: Words) -> str:
    """Return the outlet of an article in words."""
    return clean(article.publisher or "") or words.label("dossier.no_outlet")
