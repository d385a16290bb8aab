"""The dossier on a terminal: each incident with its facts, contradictions and history, then its reports."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from lagebild.model import Record
from lagebild.report.dossier_content import Cited, Dossier, IncidentPart, Point, ReportPart, Row
from lagebild.report.dossier_wording import quotation
from lagebild.report.initials import hidden
from lagebild.report.screen import screen
from lagebild.vocabulary.labels import Words

_MOST = 2  # sentences shown with one value
_WIDTH = 140  # characters of a sentence


def terminal(dossier: Dossier, records: Sequence[Record]) -> Iterator[RenderableType]:
    """Yield each incident, to be printed by rich at any width; one that has one report alone is that report's box."""
    known = {record.article.id: record if dossier.names else hidden(record) for record in records}
    words = Words.of(dossier.language)
    if not dossier.incidents:
        yield Text(words.label("page.none"))
    for place, incident in enumerate(dossier.own):
        if place:
            yield Text("")
        if len(incident.reports) == 1 and not incident.also_in:
            report = dossier.report(incident.reports[0])
            yield Group(screen(known[report.id], language=dossier.language), *_beside(dossier, incident, words))
        else:
            yield Group(*_incident(dossier, incident, words))
    if dossier.mentioned and len(dossier.own) > 1:
        yield Group(_heading("mentioned", words), *(_mentioned(incident) for incident in dossier.mentioned))


def _mentioned(incident: IncidentPart) -> RenderableType:
    counts = ", ".join(f"{line.label}: {line.value}" for line in incident.headlines if line.known)
    notes = "".join(f"[{number}]" for number in incident.also_in)
    return Padding(Text(f"{incident.title}{' – ' if counts else ''}{counts} {notes}"), (0, 2))


def _incident(dossier: Dossier, incident: IncidentPart, words: Words) -> Iterator[RenderableType]:
    yield Text(incident.title, style="bold")
    yield Text(incident.lead)
    rows = _grid()
    bases = {line.key: line.basis for line in incident.headlines}
    for row in incident.box:
        rows.add_row(Text(row.label), _value(row, bases.get(row.key, ""), words))
    yield Panel(rows, title=Text(words.label("box.heading")), title_align="left", padding=(0, 1))
    yield from _beside(dossier, incident, words)
    if incident.conflicts:
        yield _heading("conflicts", words)
        for conflict in incident.conflicts:
            settled = f" {conflict.settled}" if conflict.settled else ""
            yield Padding(Text(f"{conflict.text}{settled}"), (0, 2))
    if incident.series:
        yield _heading("history", words)
        yield from _history(incident, words)
    yield _heading("reports", words)
    for number in (*incident.reports, *incident.also_in):
        yield Padding(_report(dossier.report(number)), (0, 2))


def _heading(key: str, words: Words) -> Text:
    return Text(f"\n{words.label(f'dossier.part.{key}')}", style="bold")


def _beside(dossier: Dossier, incident: IncidentPart, words: Words) -> Iterator[RenderableType]:
    """Yield how the incident stands to others of the dossier."""
    if incident.parent:
        yield Text(words.label("dossier.part_of", title=dossier.incident(incident.parent).title))
    for key in incident.parts:
        yield Text(words.label("dossier.has_parts", title=dossier.incident(key).title))
    if incident.also_in and incident.reports:
        yield Text(words.label("dossier.mentioned_in", reports=", ".join(f"[{n}]" for n in incident.also_in)))


def _grid() -> Table:
    grid = Table.grid(padding=(0, 2), expand=True)
    grid.add_column(ratio=3, min_width=12, overflow="fold")
    grid.add_column(ratio=13, overflow="fold")
    return grid


def _value(row: Row, basis: str, words: Words) -> Text:
    bold = row.known and row.key != "sources"
    value = Text(row.value, style="bold" if bold else "italic" if not row.known else "")
    if row.remarks:
        value.append(f" ({'; '.join(row.remarks)})", style="not bold")
    if basis:
        value.append(f"\n{basis}", style="not bold")
    for cited in row.cited[:_MOST]:
        value.append("\n" + _quoted(cited, words), style="not bold italic")
    return value


def _quoted(cited: Cited, words: Words) -> str:
    marks = f" ({'; '.join(cited.marks)})" if cited.marks else ""
    notes = "".join(f"[{number}]" for number in (cited.report, *cited.also))
    return f"{quotation(cited.around(_WIDTH), words)}{marks} {notes}"


def _history(incident: IncidentPart, words: Words) -> Iterator[RenderableType]:
    """Yield a table for each measure and group, all with the same columns."""
    heads = [words.label(f"dossier.column.{key}") for key in ("when", "value", "source", "standing", "report")]
    points = [_point(point, words) for line in incident.series for point in line.points]
    first, last = (max(len(row[at]) for row in (heads, *points)) for at in (0, -1))
    widths = (first, None, None, None, last)

    def table(*, head: bool = False) -> Table:
        made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), expand=True, show_header=head)
        for name, width, ratio in zip(heads, widths, (None, 4, 6, 6, None), strict=True):
            made.add_column(name, ratio=ratio, width=width, overflow="fold", header_style="italic")
        return made

    yield Padding(table(head=True), (0, 2))
    for line in incident.series:
        rows = table()
        for point in line.points:
            rows.add_row(*(Text(cell, style="" if point.current else "dim") for cell in _point(point, words)))
        yield Padding(Text(line.label[:1].upper() + line.label[1:], style="bold"), (0, 2))
        yield Padding(rows, (0, 2))


def _point(point: Point, words: Words) -> tuple[str, ...]:
    standing = "; ".join(part for part in (point.standing or words.label("dossier.current"), point.change) if part)
    notes = "".join(f"[{number}]" for number in point.reports)
    return (point.brief, point.value, point.source, standing, notes)


def _report(report: ReportPart) -> Text:
    text = Text(f"[{report.number}] {report.line}")
    values = [f"{row.label}: {row.value}" for row in report.box[3:-1] if row.known]
    about = "; ".join([*values, *([report.copied] if report.copied else report.agencies)])
    if about:
        text.append(f"\n    {about}", style="dim")
    if report.url:
        text.append(f"\n    {report.url}", style="dim")
    return text
