"""The dossier as Markdown: tables for boxes and histories, quotations with footnotes, and no text taken for markup."""

from collections.abc import Iterable, Iterator, Sequence

from lagebild.report.dossier_content import (
    Cited,
    ConflictPart,
    Dossier,
    Figures,
    IncidentPart,
    Moment,
    Movement,
    OriginPart,
    Pair,
    Party,
    ReportPart,
    Row,
    Series,
    Speaker,
    Told,
)
from lagebild.report.dossier_material import merged
from lagebild.report.dossier_wording import quotation, with_kind
from lagebild.report.plain import safe
from lagebild.vocabulary.labels import Words

_TOP = 4  # numbers in a line
_MOST = 3  # sentences shown with one value


def markdown(dossier: Dossier) -> str:
    """Return the dossier as one Markdown document; a footnote is the number of a report in the list at its end."""
    lay = _Layout(dossier)
    return "\n".join(lay.lines()).rstrip() + "\n"


def _counts(incident: IncidentPart) -> str:
    """Return the numbers of an incident that are known, as many as stand at its top."""
    return ", ".join(f"{each.label}: {each.value}" for each in incident.headlines[:_TOP] if each.known)


class _Layout:
    """The lines of a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.words = Words.of(dossier.language)
        self.one = len(dossier.own) == 1
        self.told: set[str] = set()

    def lines(self) -> Iterator[str]:
        """Yield all lines."""
        dossier = self.dossier
        yield from (f"# {safe(dossier.title)}", "", f"*{safe(dossier.lead)}*", "")
        if not dossier.incidents:
            yield from (self.words.label("page.none"), "")
        if not self.one:
            yield from self._contents()
        for incident in dossier.own:
            yield from self._incident(incident)
        yield from self._part("mentioned", self._mentioned(dossier.mentioned), level=2)
        if dossier.reports:
            yield from self._part("reports", self._reports(), level=2)
        yield from ("---", "")
        yield from (line for rule in (dossier.made_by, *dossier.rules) if rule for line in (safe(rule), ""))

    def _contents(self) -> Iterator[str]:
        for number, incident in enumerate(self.dossier.own, start=1):
            counts = _counts(incident)
            yield f"{number}. {safe(incident.title)}" + (f" – {safe(counts)}" if counts else "")
        yield ""

    def _mentioned(self, incidents: Sequence[IncidentPart]) -> Iterator[str]:
        for incident in incidents:
            counts = _counts(incident)
            notes = "".join(f"[{number}]" for number in incident.also_in)
            yield f"- {safe(incident.title)}" + (f" – {safe(counts)}" if counts else "") + f" {safe(notes)}"
            cited = merged(cited for line in incident.headlines for cited in line.cited[:1])
            yield from (f"  - {self._brief(each)}" for each in cited)

    def _incident(self, incident: IncidentPart) -> Iterator[str]:
        level = 2 if self.one else 3
        if not self.one:
            yield from (f"## {safe(incident.title)}", "", f"*{safe(incident.lead)}*", "")
        yield from self._relations(incident)
        yield from (*self._box(incident), "")
        yield from self._part("conflicts", self._conflicts(incident.conflicts), level=level)
        yield from self._part("corrections", self._moments(incident.corrections), level=level)
        yield from self._part("told", self._told(incident.told, level + 1), level=level)
        yield from self._part("history", self._history(incident.series, level + 1), level=level)
        yield from self._part("timeline", self._moments(incident.timeline), level=level)
        yield from self._part("origins", self._origins(incident.origins), level=level)
        yield from self._part("speakers", self._speakers(incident.speakers), level=level)
        yield from self._part("parties", self._parties(incident.parties), level=level)
        yield from self._part("movements", self._movements(incident.movements), level=level)
        yield from self._part("background", self._background(incident.background), level=level)
        yield from self._part("pairs", self._pairs(incident.pairs), level=level)
        yield from self._part("review", self._pairs(incident.review), level=level)

    def _part(self, key: str, lines: Iterable[str], *, level: int) -> Iterator[str]:
        told = list(lines)
        if told:
            yield from (f"{'#' * level} {self.words.label(f'dossier.part.{key}')}", "", *told)
            if told[-1]:
                yield ""

    def _relations(self, incident: IncidentPart) -> Iterator[str]:
        words, of = self.words, self.dossier
        lines = []
        if incident.parent:
            lines.append(words.label("dossier.part_of", title=of.incident(incident.parent).title))
        lines += [words.label("dossier.has_parts", title=of.incident(key).title) for key in incident.parts]
        beside = [of.incident(key) for key in incident.related]
        lines += [words.label("dossier.see_also", title=other.title) for other in beside if other.reports]
        if incident.also_in and incident.reports:
            lines.append(words.label("dossier.mentioned_in", reports=", ".join(f"[{n}]" for n in incident.also_in)))
        yield from (f"- {safe(line)}" for line in lines)
        if lines:
            yield ""

    def _box(self, incident: IncidentPart) -> Iterator[str]:
        words = self.words
        head = [words.label(f"box.{key}") for key in ("field", "value", "by", "evidence")]
        yield f"| {' | '.join(head)} |"
        yield "| --- | --- | --- | --- |"
        bases = {line.key: line.basis for line in incident.headlines}
        for row in incident.box:
            quotes = "<br>".join(self._short(cited) for cited in row.cited[:_MOST])
            yield f"| {safe(row.label)} | {self._value(row)} | {safe(bases.get(row.key, ''))} | {quotes} |"

    def _value(self, row: Row) -> str:
        value = f"**{safe(row.value)}**" if row.known and row.key != "sources" else safe(row.value)
        return value + (f" ({safe('; '.join(row.remarks))})" if row.remarks else "")

    def _short(self, cited: Cited) -> str:
        return f"*{safe(cited.quote)}*{self._marks(cited)} {self._notes(cited)}"

    def _kind(self, name: str, kind: str) -> str:
        told = safe(with_kind(name, kind).removeprefix(name))
        return f" {told}" if told else ""

    def _marks(self, cited: Cited) -> str:
        return f" **({safe('; '.join(cited.marks))})**" if cited.marks else ""

    def _notes(self, cited: Cited) -> str:
        return safe("".join(f"[{number}]" for number in (cited.report, *cited.also)))

    def _quoted(self, cited: Cited, *, form: bool = False) -> str:
        """Return a sentence in quotation marks, who says it, and its footnotes."""
        who = cited.speaker or cited.outlet
        how = f", {cited.form}" if form and cited.form else ""
        return (
            f"{safe(quotation(cited.quote, self.words))}{self._marks(cited)} – {safe(who + how)} {self._notes(cited)}"
        )

    def _brief(self, cited: Cited) -> str:
        """Return a sentence as `_quoted`; one that was quoted before by its speaker and footnotes alone."""
        if cited.quote in self.told:
            return f"{safe(cited.speaker or cited.outlet)}{self._marks(cited)} {self._notes(cited)}"
        return self._quoted(cited)

    def _conflicts(self, conflicts: Sequence[ConflictPart]) -> Iterator[str]:
        for conflict in conflicts:
            yield f"- **{safe(conflict.text)}**" + (f" {safe(conflict.settled)}" if conflict.settled else "")
            for side in conflict.sides:
                cited = "; ".join(self._short(each) for each in side.cited[:1])
                yield f"  - {safe(side.name)}: {safe(side.value)}" + (f" – {cited}" if cited else "")

    def _moments(self, moments: Sequence[Moment]) -> Iterator[str]:
        day = ""
        for moment in moments:
            if moment.day != day:
                day = moment.day
                yield f"- **{safe(day)}**"
            said = safe(moment.text) if moment.text else "; ".join(self._quoted(cited) for cited in moment.cited[:1])
            notes = safe("".join(f"[{number}]" for number in moment.reports)) if moment.text else ""
            yield "  - " + " ".join(
                part for part in (safe(f"{moment.hour}:") if moment.hour else "", said, notes) if part
            )

    def _told(self, told: Sequence[Told], level: int) -> Iterator[str]:
        for part in told:
            yield from (f"{'#' * level} {safe(part.heading)}", "")
            self.told.update(cited.quote for cited in part.sentences)
            yield from (f"- {self._quoted(cited)}" for cited in part.sentences)
            yield ""

    def _history(self, lines: Sequence[Series], level: int) -> Iterator[str]:
        head = [self.words.label(f"dossier.column.{key}") for key in ("when", "value", "source", "standing", "report")]
        for line in lines:
            label = line.label[:1].upper() + line.label[1:]
            yield from (
                f"{'#' * level} {safe(label)}",
                "",
                f"| {' | '.join(head)} |",
                "| --- | --- | --- | --- | --- |",
            )
            for point in line.points:
                standing = point.standing or self.words.label("dossier.current")
                standing = "; ".join(part for part in (standing, point.change) if part)
                notes = "".join(f"[{number}]" for number in point.reports)
                cells = (point.when, point.value, point.source, standing, notes)
                yield f"| {' | '.join(map(safe, cells))} |"
            yield ""
            yield from self._estimates(line)

    def _estimates(self, line: Series) -> Iterator[str]:
        """Yield what the policies make of a number, those that come to the same as the first in one line."""
        if not line.estimates:
            return
        first, *rest = line.estimates
        same = [row.label for row in rest if row.value == first.value]
        yield f"- {safe(first.label)}: **{safe(first.value)}** – {safe(' '.join(first.remarks))}".rstrip(" –")
        if same and line.main:
            yield f"- {safe(self.words.label('dossier.same_value', policies=', '.join(same)))}"
        for row in rest:
            if row.value != first.value:
                yield f"- {safe(row.label)}: **{safe(row.value)}** – {safe(' '.join(row.remarks))}".rstrip(" –")
        yield ""

    def _origins(self, origins: Sequence[OriginPart]) -> Iterator[str]:
        for origin in origins:
            notes = safe("".join(f"[{n}]" for n in origin.reports))
            yield f"- **{safe(origin.name)}**{self._kind(origin.name, origin.kind)} {notes}"
            yield from (f"  - {safe(row.label)}: {self._value(row)}" for row in origin.claims)
            yield from (f"  - {safe(line)}" for line in origin.taken)

    def _speakers(self, speakers: Sequence[Speaker]) -> Iterator[str]:
        for speaker in speakers:
            yield f"- **{safe(speaker.name)}**{self._kind(speaker.name, speaker.kind)}"
            for cited in speaker.said:
                yield f"  - {safe(quotation(cited.quote, self.words))} – {safe(cited.form)} {self._notes(cited)}"
            if speaker.more:
                more = self.words.label("dossier.more", reports=", ".join(f"[{n}]" for n in speaker.more))
                yield f"  - {safe(more)}"

    def _parties(self, parties: Sequence[Party]) -> Iterator[str]:
        for party in parties:
            about = ", ".join(part for part in (party.country, party.sector, *party.roles) if part)
            notes = "".join(dict.fromkeys(f"[{cited.report}]" for cited in party.cited))
            yield f"- {safe(party.name)}" + (f" ({safe(about)})" if about else "") + f" {safe(notes)}"

    def _movements(self, movements: Sequence[Movement]) -> Iterator[str]:
        for each in movements:
            way = " → ".join(part for part in (each.who, each.to) if part)
            parts = (way, ", ".join(each.what), each.when, each.status)
            yield f"- **{safe(each.label)}**: {safe('; '.join(part for part in parts if part))}"
            yield from (f"  - {self._quoted(cited)}" for cited in each.cited[:_MOST])

    def _background(self, background: Sequence[Figures]) -> Iterator[str]:
        for figures in background:
            yield from (f"**{safe(figures.heading)}**", "")
            for row in figures.rows:
                quotes = "; ".join(self._brief(cited) for cited in row.cited[:1])
                yield f"{'  ' * row.depth}- {safe(row.label)}: {self._value(row)} – {quotes}"
            yield ""

    def _pairs(self, pairs: Sequence[Pair]) -> Iterator[str]:
        for pair in pairs:
            reasons = "; ".join(pair.reasons)
            parts = (f"[{pair.one}]–[{pair.other}]: {pair.verdict}", pair.by, reasons)
            yield f"- {safe('; '.join(part for part in parts if part))}"

    def _reports(self) -> Iterator[str]:
        for report in self.dossier.reports:
            yield from self._report(report)

    def _report(self, report: ReportPart) -> Iterator[str]:
        about = report.copied or ", ".join(report.agencies)
        url = f" <{report.url}>" if report.url and not set(report.url) & set("<> ") else ""
        yield f"- {safe(f'[{report.number}]')} {safe(report.line)}" + (f" ({safe(about)})" if about else "") + url
        for paragraph in report.paragraphs:
            yield from ("", f"  {safe(''.join(piece.text for piece in paragraph))}")
        if report.paragraphs:
            yield ""
