"""The reports of an incident as its sources: the footnotes, what each says itself, and its text where it is given."""

from collections.abc import Sequence
from html import escape

from lagebild.report.dossier_content import Piece, ReportPart
from lagebild.report.dossier_page_cited import Sheet, details, table, value
from lagebild.report.dossier_page_parts import figures


def reports(numbers: Sequence[int], shown: set[int], sheet: Sheet) -> str:
    """Return the list of reports with the number that footnotes have; those in `shown` stand elsewhere on the page."""
    fresh = [sheet.dossier.report(number) for number in numbers if number not in shown]
    shown.update(numbers)
    return f'<ul class="sources">{"".join(_report(report, sheet) for report in fresh)}</ul>' if fresh else ""


def _report(report: ReportPart, sheet: Sheet) -> str:
    key = escape(report.key)
    foreign = f' lang="{escape(report.language)}"' if report.language != sheet.dossier.language else ""
    title = f"<cite{foreign}><bdi>{escape(report.title)}</bdi></cite>"
    meta = [escape(report.outlet), escape(report.when)]
    if report.agencies:
        meta.append(sheet.label("page.agencies", names=", ".join(report.agencies)))
    lines = [f'<p class="title">{title}</p><p class="meta">{" · ".join(part for part in meta if part)}</p>']
    if report.url:
        url = escape(report.url)
        lines.append(f'<p class="url"><a href="{url}" rel="noopener noreferrer">{url}</a></p>')
    if report.copied:
        lines.append(f'<p class="taken">{escape(report.copied)}</p>')
    lines.append(details(sheet.label("sheet.own"), f"{_box(report, sheet)}{figures(report.figures, sheet)}", "own"))
    lines.append(details(sheet.label("sheet.text"), _text(report, sheet), "whole"))
    return f'<li id="{key}" tabindex="-1"><span class="number">[{report.number}]</span><div>{"".join(lines)}</div></li>'


def _box(report: ReportPart, sheet: Sheet) -> str:
    """Return the report's own fact box; its sentences stand with the figures below it."""
    heads = (sheet.label("box.field"), sheet.label("box.value"))
    rows = [f'<tr><th scope="row">{escape(row.label)}</th><td>{value(row)}</td></tr>' for row in report.box]
    return table("facts", heads, rows, caption=sheet.label("box.heading")) if rows else ""


def _text(report: ReportPart, sheet: Sheet) -> str:
    if not report.paragraphs:
        return ""
    lines = [f'<p dir="auto">{_pieces(pieces, sheet)}</p>' for pieces in report.paragraphs]
    head = f'<p class="title">{_pieces(report.head, sheet)}</p>' if report.head else ""
    return f'<div class="text" lang="{escape(report.language)}">{head}{"".join(lines)}</div>'


def _pieces(pieces: Sequence[Piece], sheet: Sheet) -> str:
    return "".join(_piece(piece, sheet) for piece in pieces)


def _piece(piece: Piece, sheet: Sheet) -> str:
    text = escape(piece.text)
    if not piece.claims:
        return text
    if piece.count:
        target = next((sheet.claims[claim] for claim in piece.claims if claim in sheet.claims), "")
        name = escape(sheet.words.label("page.back", value=piece.text))
        text = f'<a class="count" href="#{target}" aria-label="{name}">{text}</a>' if target else f"<b>{text}</b>"
    return f"<mark>{text}</mark>"
