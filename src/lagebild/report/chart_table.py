"""The chart's numbers as tables, for those who cannot see it and those who want to copy them."""

from html import escape

from lagebild.report.chart_panel import source_name
from lagebild.report.dossier_content import Point, Series
from lagebild.report.dossier_page_cited import Sheet, details, notes, table


def history(series: tuple[Series, ...], sheet: Sheet) -> str:
    """Return, to be opened, all claims by time, a table for each measure and group."""
    heads = [sheet.label(f"dossier.column.{key}") for key in ("when", "value", "source", "standing", "report")]
    tables = [
        table("history", heads, [_row(point, sheet) for point in one.points], caption=escape(one.label))
        for one in sorted(series, key=lambda one: not one.main)
        if one.points
    ]
    return details(sheet.label("chart.table"), "".join(tables), "data")


def _row(point: Point, sheet: Sheet) -> str:
    source = source_name(point, sheet.words)
    standing = "; ".join(part for part in (point.change, point.standing) if part)
    standing = standing or sheet.words.label("dossier.current")
    return (
        f'<tr id="{escape(f"{sheet.key}-p-{point.of}")}"><td>{escape(point.when)}</td>'
        f'<th scope="row"><span class="value">{escape(point.value)}</span></th><td>{escape(source)}</td>'
        f"<td>{escape(standing)}</td><td>{notes(point.reports, sheet)}</td></tr>"
    )
