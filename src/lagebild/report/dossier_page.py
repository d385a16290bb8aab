"""The dossier as one self-contained page: it loads nothing, needs no script, and prints."""

import base64
import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from html import escape
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lagebild.report import dossier_page_facts as facts
from lagebild.report import dossier_page_parts as parts
from lagebild.report.chart import chart
from lagebild.report.chart_scale import zone_of
from lagebild.report.chart_table import history
from lagebild.report.dossier_content import Dossier, IncidentPart
from lagebild.report.dossier_page_cited import Sheet, notes, sentences, table
from lagebild.report.dossier_page_reports import reports
from lagebild.report.dossier_style import style
from lagebild.report.map_picture import picture
from lagebild.vocabulary.labels import Words


def page(dossier: Dossier) -> str:
    """Return the page; incidents in the order given, each beginning a sheet of paper of its own in print."""
    words = Words.of(dossier.language)
    css = style(dossier, words)
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    shown: set[int] = set()
    single = len(dossier.own) == 1
    body = [_incident(part, Sheet(dossier, words, part.key, 1 if single else 2), shown) for part in dossier.own]
    rest = f"{_mentioned(dossier, words)}{_rest(dossier, words, shown)}"
    content = "".join(body) + rest or f"<p>{escape(words.label('sheet.none'))}</p>"
    title = escape(words.label("page.title", title=dossier.title))
    head = "" if single else f'<header class="cover"><h1>{escape(dossier.title)}</h1>{_lead(dossier.lead)}</header>\n'
    return f"""<!DOCTYPE html>
<html lang="{dossier.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{css}</style>
</head>
<body>
<a class="skip" href="#content">{escape(words.label("page.skip"))}</a>
<header class="brand"><p>Lagebild</p></header>
<main id="content" tabindex="-1">
{head}{_contents(dossier, words)}{content}
</main>
{_foot(dossier)}
</body>
</html>
"""


def _lead(lead: str) -> str:
    return f'<p class="lead">{escape(lead)}</p>' if lead else ""


def _foot(dossier: Dossier) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in (dossier.made_by, *dossier.rules) if line)
    return f'<footer class="foot">{lines}</footer>'


def _contents(dossier: Dossier, words: Words) -> str:
    if len(dossier.own) < 2:  # noqa: PLR2004 - one incident needs no list
        return ""
    sheet = Sheet(dossier, words, "contents")
    measures = {
        one.key: one.label for part in dossier.own for one in part.headlines if one.known and one.key in facts.BOXED
    }
    heads = [sheet.label("sheet.day"), sheet.label("sheet.incident"), *map(escape, measures.values())]
    rows = [_line(part, measures, sheet) for part in dossier.own]
    body = table("list", [*heads, sheet.label("dossier.part.reports")], rows)
    head = f'<h2 class="head" id="contents-title">{sheet.label("dossier.part.contents")}</h2>'
    return f'<nav class="contents" aria-labelledby="contents-title">{head}\n{body}</nav>\n'


def _line(part: IncidentPart, measures: Mapping[str, str], sheet: Sheet) -> str:
    known = {one.key: one.value for one in part.headlines if one.known}
    event = part.type if part.type != sheet.words.label("type.none") else ""
    where = ", ".join(name for name in (event, part.place) if name) if event else part.title
    cells = [
        f'<td class="amount{"" if key in known else " none"}" data-label="{escape(label)}">'
        f"{escape(known.get(key, '–'))}</td>"
        for key, label in measures.items()
    ]
    number = len(part.reports) + len(part.also_in)
    count = f'<td class="amount" data-label="{sheet.label("dossier.part.reports")}">{number}</td>'
    link = f'<th scope="row"><a href="#{escape(part.key)}">{escape(where or part.title)}</a></th>'
    return f'<tr><td class="date">{escape(part.day) or "–"}</td>{link}{"".join(cells)}{count}</tr>'


def _incident(part: IncidentPart, sheet: Sheet, shown: set[int]) -> str:
    key, own = escape(part.key), sheet.level
    origins = parts.origins(part, sheet)  # it is made first: it says where each claim stands
    targets = _targets(part, sheet)
    drawn = chart(part.series, sheet.words, part.key, targets, zone=_zone(part, sheet.dossier))
    figures = sheet.section("chart", "dossier.part.history", f"{drawn}{history(part.series, sheet)}" if drawn else "")
    beside = picture(part.spots, sheet.words, part.key)
    sources = sheet.section("reports", "dossier.part.reports", reports((*part.reports, *part.also_in), shown, sheet))
    behind = f"{facts.how(part, sheet)}{parts.pairs(part, sheet)}"
    return f"""<article class="incident" id="{key}" aria-labelledby="{key}-title">
<header><h{own} id="{key}-title">{escape(part.title)}</h{own}>
{_lead(part.lead)}{_meta(part, sheet)}</header>
{facts.headlines(part, sheet)}{facts.conflicts(part, sheet)}\
{parts.corrections(part, sheet)}<div class="columns{"" if beside else " one"}">
{facts.box(part, sheet)}{beside}</div>
{figures}{parts.timeline(part, sheet)}{parts.told(part, sheet)}{origins}{parts.speakers(part, sheet)}\
{parts.parties(part, sheet)}{parts.movements(part, sheet)}{parts.background(part, sheet)}\
{sources}<div class="behind">{behind}</div>
</article>
"""


def _zone(part: IncidentPart, dossier: Dossier) -> dt.tzinfo:
    """Return the zone of the chart's hours: the timeline's where reports are of several, else the reports' own."""
    try:
        return ZoneInfo(dossier.zone)
    except (ValueError, ZoneInfoNotFoundError):
        return zone_of([dossier.report(number).published for number in (*part.reports, *part.also_in)])


def _targets(part: IncidentPart, sheet: Sheet) -> dict[str, str]:
    """Return where each version of a figure stands: under its origin, or in the table below the chart."""
    found = {}
    for series in part.series:
        for point in series.points:
            claims = (cited.claim for cited in point.cited)
            row = f"{part.key}-p-{point.of}"
            found[point.of] = next((sheet.claims[claim] for claim in claims if claim in sheet.claims), row)
    return found


def _meta(part: IncidentPart, sheet: Sheet) -> str:
    lines = list(_meta_lines(part, sheet))
    return f'<p class="meta">{" · ".join(lines)}</p>' if lines else ""


def _meta_lines(part: IncidentPart, sheet: Sheet) -> Iterator[str]:
    """Yield how the incident stands to reports and to other incidents."""
    label = sheet.words.label
    if part.also_in:
        yield escape(label("dossier.mentioned_in")).format(reports=notes(part.also_in, sheet))
    if part.parent:
        yield escape(label("dossier.part_of")).format(title=_jump(part.parent, sheet))
    yield from (escape(label("dossier.has_parts")).format(title=_jump(key, sheet)) for key in part.parts)
    yield from (escape(label("dossier.see_also")).format(title=_jump(key, sheet)) for key in part.related)


def _jump(key: str, sheet: Sheet) -> str:
    return f'<a href="#{escape(key)}">{escape(sheet.dossier.incident(key).title)}</a>'


def _mentioned(dossier: Dossier, words: Words) -> str:
    """Return the incidents that have no report of their own, an entry each: how many, and the sentences that say so."""
    sheet = Sheet(dossier, words, "mentioned", 1)
    items = "".join(_mention(part, sheet) for part in dossier.mentioned)
    return sheet.section("mentioned", "dossier.part.mentioned", f"<ul>{items}</ul>" if items else "")


def _mention(part: IncidentPart, sheet: Sheet) -> str:
    counts = "; ".join(f"{one.label}: {one.value}" for one in part.headlines if one.known)
    said = sentences([cited for one in part.headlines for cited in one.cited[:1]], sheet)
    head = f'<p class="title">{escape(part.title)} {notes(part.also_in, sheet)}</p>'
    return f'<li id="{escape(part.key)}" tabindex="-1">{head}{f"<p>{escape(counts)}</p>" if counts else ""}{said}</li>'


def _rest(dossier: Dossier, words: Words, shown: set[int]) -> str:
    """Return the reports that no incident has, which footnotes may lead to all the same."""
    sheet = Sheet(dossier, words, "rest", 1)
    left = reports([report.number for report in dossier.reports], shown, sheet)
    return sheet.section("reports", "sheet.more_reports", left)
