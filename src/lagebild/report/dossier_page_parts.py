"""The body of an incident on the page: how it went, who says what, who took part, and what is background."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from lagebild.report.dossier_content import (
    Cited,
    Figures,
    IncidentPart,
    Moment,
    Movement,
    OriginPart,
    Pair,
    Party,
    Row,
    Speaker,
    Told,
)
from lagebild.report.dossier_page_cited import (
    Sheet,
    claimed,
    details,
    flags,
    footnotes,
    notes,
    quoted,
    sentence,
    sentences,
    table,
)


def corrections(part: IncidentPart, sheet: Sheet) -> str:
    """Return what was corrected, apart from the course of events."""
    items = "".join(
        f'<li><span class="when">{escape(moment.day)}</span> '
        f'<span class="told">{escape(moment.text)} {notes(moment.reports, sheet)}</span></li>'
        for moment in part.corrections
    )
    return sheet.section("corrections", "dossier.part.corrections", f"<ul>{items}</ul>" if items else "")


def timeline(part: IncidentPart, sheet: Sheet) -> str:
    """Return what happened and what was reported, day by day."""
    days = []
    for day, moments in groupby(part.timeline, key=lambda moment: moment.day):
        items = "".join(_moments(list(moments), sheet))
        name = escape(day) or sheet.label("dossier.undated")
        days.append(f'<li><span class="day">{name}</span><ol class="moments">{items}</ol></li>')
    return sheet.section("timeline", "dossier.part.timeline", f'<ol class="days">{"".join(days)}</ol>' if days else "")


def _moments(several: Sequence[Moment], sheet: Sheet) -> Iterator[str]:
    """Yield the entries of a day; an hour is seen at its first entry, and heard at each."""
    before = ""
    for moment in several:
        yield _moment(moment, sheet, "hidden" if moment.hour == before else "hour")
        before = moment.hour


def _moment(moment: Moment, sheet: Sheet, shown: str) -> str:
    hour = f'<time class="{shown}" datetime="{escape(moment.at)}">{escape(moment.hour)}</time> ' if moment.hour else ""
    numbers = notes(moment.reports, sheet) if moment.reports else footnotes(moment.cited, sheet)
    said = f"{escape(moment.text)} {numbers}"
    if not moment.text:
        said = " ".join(_running(cited, sheet) for cited in moment.cited)
    return f'<li class="{moment.kind}">{hour}<span class="told">{said}</span></li>'


def told(part: IncidentPart, sheet: Sheet) -> str:
    """Return the running text: sentences of the reports alone, each with its speaker and footnote."""
    body = "".join(_told(one, sheet) for one in part.told if one.sentences)
    return sheet.section("told", "dossier.part.told", f'<div class="flowing">{body}</div>' if body else "")


def _told(one: Told, sheet: Sheet) -> str:
    said = " ".join(_running(cited, sheet) for cited in one.sentences)
    return f'{sheet.heading(2, escape(one.heading))}<p class="running">{said}</p>'


def _running(cited: Cited, sheet: Sheet) -> str:
    who = f' <span class="who">({escape(cited.speaker)})</span>' if cited.speaker else ""
    return f"{quoted(cited, sheet)}{who} {notes((cited.report, *cited.also), sheet)}{flags(cited)}"


def origins(part: IncidentPart, sheet: Sheet) -> str:
    """Return who is behind the claims, and every claim with its sentence; each claim has its place here."""
    body = "".join(_origin(one, sheet) for one in part.origins)
    note = f'<p class="hint">{sheet.label("sheet.origins_note")}</p>' if body else ""
    return sheet.section("origins", "dossier.part.origins", note + body)


def _origin(one: OriginPart, sheet: Sheet) -> str:
    kinds = [one.kind] if one.kind and one.kind.casefold() != one.name.casefold() else []
    kinds += [sheet.words.label("sheet.party")] if one.party else []
    kind = f' <span class="remark">({escape(", ".join(kinds))})</span>' if kinds else ""
    taken = f'<p class="taken">{escape("; ".join(dict.fromkeys(one.taken)))}</p>' if one.taken else ""
    heads = (sheet.label("dossier.column.value"), sheet.label("sheet.wording"))
    rows = table("claims", heads, [_claim(row, sheet) for row in one.claims]) if one.claims else ""
    head = sheet.heading(2, f"{escape(one.name)}{kind} {notes(one.reports, sheet)}")
    return f'<div class="origin">{head}{taken}{rows}</div>'


def _claim(row: Row, sheet: Sheet) -> str:
    said = []
    for cited in row.cited:
        name = ""
        if cited.claim and cited.claim not in sheet.claims:
            name = sheet.claims[cited.claim] = f"{sheet.key}-c-{cited.claim}"
        flagged = row.certainty != cited.certainty
        said.append(sentence(cited, sheet, name=name, speaker=False, flagged=flagged))
    return f"<tr>{claimed(row)}<td>{''.join(said)}</td></tr>"


def speakers(part: IncidentPart, sheet: Sheet) -> str:
    """Return who said what."""
    body = "".join(_speaker(one, sheet) for one in part.speakers if one.said)
    return sheet.section("speakers", "dossier.part.speakers", f"<dl>{body}</dl>" if body else "")


def _speaker(one: Speaker, sheet: Sheet) -> str:
    kind = f' <span class="remark">({escape(one.kind)})</span>' if one.kind else ""
    said = sentences(one.said, sheet, speaker=False)
    if one.more:
        more = escape(sheet.words.label("dossier.more")).format(reports=notes(one.more, sheet))
        said += f'<p class="remark">{more}</p>'
    return f'<div><dt><span class="who">{escape(one.name)}</span>{kind}</dt><dd>{said}</dd></div>'


def parties(part: IncidentPart, sheet: Sheet) -> str:
    """Return the actors of the events that the reports tell."""
    heads = [sheet.label(f"sheet.{key}") for key in ("actor", "role", "country")]
    rows = [_party(one, sheet) for one in part.parties]
    return sheet.section("parties", "dossier.part.parties", table("wide-rows", heads, rows) if rows else "")


def _party(one: Party, sheet: Sheet) -> str:
    where = ", ".join(name for name in (one.country, one.sector) if name)
    name = f'<th scope="row">{escape(one.name)} {footnotes(one.cited, sheet)}</th>'
    return f"<tr>{name}<td>{escape(', '.join(one.roles))}</td><td>{escape(where) or '–'}</td></tr>"


def movements(part: IncidentPart, sheet: Sheet) -> str:
    """Return deployments and deliveries of arms."""
    heads = [sheet.label(f"sheet.{key}") for key in ("what", "actor", "status")]
    rows = [_movement(one, sheet) for one in part.movements]
    return sheet.section("movements", "dossier.part.movements", table("wide-rows", heads, rows) if rows else "")


def _movement(one: Movement, sheet: Sheet) -> str:
    who = escape(one.who)
    if one.to:
        who = sheet.label("sheet.from_to", who=one.who, to=one.to) if one.who else escape(f"→ {one.to}")
    what = escape(", ".join(one.what)) or escape(one.label)
    label = f'<span class="what">{escape(one.label)}</span> ' if one.what else ""
    status = ", ".join(text for text in (one.status, one.when) if text)
    said = sentences(one.cited, sheet)
    return f'<tr><th scope="row">{label}{what}</th><td>{who or "–"}</td><td>{escape(status)}{said}</td></tr>'


def background(part: IncidentPart, sheet: Sheet) -> str:
    """Return the figures that count towards no total of the incident."""
    return sheet.section("background", "dossier.part.background", figures(part.background, sheet))


def figures(several: tuple[Figures, ...], sheet: Sheet) -> str:
    """Return figures that belong together, under a heading each, with their sentences."""
    heads = (sheet.label("dossier.column.value"), sheet.label("sheet.wording"))
    return "".join(
        table("claims", heads, [_figure(row, sheet) for row in one.rows], caption=escape(one.heading))
        for one in several
        if one.rows
    )


def _figure(row: Row, sheet: Sheet) -> str:
    said = sentences(row.cited, sheet, flagged=row.certainty == "stated")
    return f"<tr>{claimed(row)}<td>{said}</td></tr>"


def pairs(part: IncidentPart, sheet: Sheet) -> str:
    """Return, to be opened, why the reports are of one incident, and what was left to a person."""
    body = details(sheet.label("dossier.part.pairs"), _pairs(part.pairs, sheet), "pairs")
    if part.review:
        head = f'<p class="what">{sheet.label("dossier.part.review")}</p>'
        body += f'<div class="review">{head}{_pairs(part.review, sheet)}</div>'
    return body


def _pairs(several: tuple[Pair, ...], sheet: Sheet) -> str:
    return f"<ul>{''.join(_pair(one, sheet) for one in several)}</ul>" if several else ""


def _pair(one: Pair, sheet: Sheet) -> str:
    by = f" ({sheet.label('dossier.judged_by', name=one.by)})" if one.by else ""
    reasons = escape("; ".join(one.reasons))
    return f"<li>{notes((one.one, one.other), sheet)} <strong>{escape(one.verdict)}</strong>{by}: {reasons}</li>"
