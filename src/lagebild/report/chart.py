"""The chart of an incident: each figure by time of publication and source, each mark a link to its claim.

It needs no script: sources are hidden by `:has`, a mark under the pointer or in focus says in words what it stands for.
Three drawings of each panel, of which the style shows one, so that letters keep their size on paper and on a phone.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from html import escape

from lagebild.report.chart_marks import ending, sample
from lagebild.report.chart_panel import COLOURS, Palette, Panel, drawings, panels, source_name
from lagebild.report.dossier_content import Point, Series
from lagebild.vocabulary.labels import Words

TOGGLES = 24
_ENDINGS = ("exact", "about", "at_least", "at_most", "range", "vague")
_CERTAINTIES = ("uncertain", "denied")


def chart(
    series: Sequence[Series], words: Words, key: str, targets: Mapping[str, str], *, zone: dt.tzinfo = dt.UTC
) -> str:
    """Return the chart as HTML, empty where nothing changed over time.

    `targets` are the ids of versions on the page, `zone` is that of the hours.
    """
    found = panels(series, words, zone)
    if not found:
        return ""
    points = [point for panel in found for point, _ in panel.points]
    palette = Palette(tuple(dict.fromkeys(source_name(point, words) for point in points)), targets, words)
    drawn = "".join(_panel(panel, palette, f"{key}-chart-{number}") for number, panel in enumerate(found))
    hint = escape(words.label("chart.hint"))
    return f'<p class="hint">{hint}</p>\n{_toggles(palette, key)}{drawn}{_key(points, words)}'


def _panel(panel: Panel, palette: Palette, key: str) -> str:
    return f'<div class="panel">{drawings(panel, palette, key)}</div>\n'


def _toggles(palette: Palette, key: str) -> str:
    words = palette.words
    several = len(palette.sources) > 1
    items = []
    for number, name in enumerate(palette.sources):
        box = f'<input type="checkbox" class="t{number}" checked>' if several and number < TOGGLES else ""
        inner = f"{box}{sample(palette.shape(number))}<span>{escape(name)}</span>"
        items.append(f'<li><label class="c{number % COLOURS}">{inner}</label></li>')
    legend = escape(words.label("chart.sources"))
    return (
        f'<fieldset class="toggles" id="{key}-toggles"><legend>{legend}</legend><ul>{"".join(items)}</ul></fieldset>\n'
    )


def _key(points: Sequence[Point], words: Words) -> str:
    used = {ending(point.qualifier, point.low, point.high) for point in points}
    certain = {point.certainty for point in points}
    signs: list[tuple[str, str]] = [(sample(0, how=how), how) for how in _ENDINGS if how in used]
    signs += [(sample(0, certainty=one), one) for one in _CERTAINTIES if one in certain]
    items = "".join(f"<li>{sign}{escape(words.label(f'chart.key.{name}'))}</li>" for sign, name in signs)
    label = escape(words.label("chart.key"))
    return f'<div class="key"><span class="key-name">{label}:</span><ul aria-label="{label}">{items}</ul></div>\n'
