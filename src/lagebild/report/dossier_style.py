"""The style of the dossier's page, in the page; what hangs on its content is the running head of print alone."""

import functools
from importlib import resources

from lagebild.report.chart import TOGGLES
from lagebild.report.chart_panel import COLOURS
from lagebild.report.dossier_content import Dossier
from lagebild.vocabulary.labels import Words


def style(dossier: Dossier, words: Words) -> str:
    """Return the style sheet, with the head of each incident's pages in print."""
    first = _page("", dossier.title, words)
    heads = []
    if len(dossier.own) > 1:
        heads = [f"{_page(part.key, part.title, words)}#{part.key}{{page:{part.key}}}" for part in dossier.own]
    return f"{_sheet()}\n{first}\n{''.join(heads)}".strip()


@functools.cache
def _sheet() -> str:
    css = resources.files("lagebild.report").joinpath("dossier.css").read_text(encoding="utf-8")
    colours = "".join(f".c{n}{{color:var(--c{n})}}" for n in range(COLOURS))
    hidden = ",".join(f".chart:has(.t{n}:not(:checked)) .s{n}" for n in range(TOGGLES))
    return f"{css}{colours}\n@media screen{{{hidden}{{display:none}}}}"


def _page(name: str, title: str, words: Words) -> str:
    head = words.label("sheet.running_head", title=title)
    counted = words.label("sheet.page_of", n="\0", m="\1")
    number = _string(counted).replace("\0", '" counter(page) "').replace("\1", '" counter(pages) "')
    font = "font:8pt system-ui,Helvetica,Arial,sans-serif;color:#333"
    return f"@page {name}{{@top-left{{content:{_string(head)};{font}}}@bottom-right{{content:{number};{font}}}}}"


def _string(text: str) -> str:
    """Return the text as a string of CSS, in which nothing can end it or the style element."""
    safe = "".join(char if char.isalnum() or char in " ,.·–-:()\0\1" else f"\\{ord(char):x} " for char in text)
    return f'"{safe}"'
