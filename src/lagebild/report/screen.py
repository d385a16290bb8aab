"""The fact box on a terminal: a frame, rows of label and value, each value with its sources and its sentence."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from lagebild.model import Article, Record
from lagebild.report.facts import Evidence, Fact, address, apart, box_facts, clean, sections, short, source_names
from lagebild.vocabulary.labels import Words

_QUOTES = {"de": ("„", "“"), "en": ("“", "”")}
_MOST_EVIDENCE = 3


def screen(record: Record, *, language: str) -> RenderableType:
    """Return the fact box in a frame and the other figures under it; the title stands over both."""
    words = Words.of(language)
    rows, shown = _grid(), set[Evidence]()
    for fact in box_facts(record, words):
        rows.add_row(Text(fact.label), _value(fact, words, shown))
    names = source_names(record, words)
    sources = Text(clean("; ".join(names))) if names else Text(words.label("box.no_sources"), style="italic")
    rows.add_row(Text(words.label("box.sources")), sources)
    frame = Panel(rows, title=Text(words.label("box.heading")), title_align="left", padding=(0, 1))
    return Group(*_heading(record.article, words), frame, *_others(record, words, shown))


def _heading(article: Article, words: Words) -> Iterator[RenderableType]:
    yield Text(clean(article.title) or words.label("page.no_title"), style="bold")
    meta = [article.publisher or "", words.date(article.published) if article.published else ""]
    if article.agencies:
        meta.append(words.label("page.agencies", names=", ".join(article.agencies)))
    meta.append(address(article))
    yield Text(clean(" · ".join(part for part in meta if part)))


def _others(record: Record, words: Words, shown: set[Evidence]) -> Iterator[RenderableType]:
    for section in sections(record, words):
        grid = _grid()
        for fact in section.facts:
            label = Text("  " * (fact.depth - 1) + ("└ " if fact.depth else "") + fact.label)
            grid.add_row(label, _value(fact, words, shown))
        yield Text(f"\n{section.heading}", style="bold")
        yield Padding(grid, (0, 2))


def _grid() -> Table:
    grid = Table.grid(padding=(0, 2), expand=True)
    grid.add_column(ratio=3, min_width=12, overflow="fold")
    grid.add_column(ratio=10, overflow="fold")
    return grid


def _value(fact: Fact, words: Words, shown: set[Evidence]) -> Text:
    value = Text(fact.value, style="bold" if fact.known else "italic")
    if fact.remarks:
        value.append(f" ({clean('; '.join(fact.remarks))})", style="not bold")
    opening, closing = _QUOTES[words.language]
    sourced, above = apart(fact, shown)
    for evidence in sourced[:_MOST_EVIDENCE]:
        value.append(f"\n{evidence.source}: ", style="not bold")
        value.append(f"{opening}{short(evidence)}{closing}", style="not bold italic")
    for source in above if not sourced else ():
        value.append(f"\n{source}: {words.label('figures.above')}", style="not bold")
    if len(sourced) > _MOST_EVIDENCE:
        value.append(f"\n… {words.label('figures.places', n=str(len(sourced)))}", style="not bold")
    return value
