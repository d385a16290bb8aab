"""A report as the proofreader sees it: its stated box, and the text and figures outside that box."""

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lagebild.model import BoxCount, Figure, Finding, Measure, Record, Span
from lagebild.proofread.cells import Count, Stated, places_of, stated
from lagebild.vocabulary.acquire import BoxField
from lagebild.vocabulary.labels import Words, excerpt, sentence
from lagebild.vocabulary.proofread import finding_texts, proof_words

_WIDTH = 150
_ENDS = (". ", "! ", "? ", "\n")


@dataclass(frozen=True, slots=True)
class Draft:
    """A record with its stated cells read; `text` has the article's offsets, the lines of the box blanked."""

    record: Record
    words: Words
    cells: tuple[Stated, ...]
    text: str
    figures: tuple[Figure, ...]

    @classmethod
    def of(cls, record: Record, *, language: str) -> "Draft":
        """Return the record as it is to be proofread."""
        article = record.article
        lines = [_lines(article.text, cell.span) for cell in article.stated_box if cell.span.field == "text"]
        text = article.text
        for start, end in lines:
            text = text[:start] + re.sub(r"\S", " ", text[start:end]) + text[end:]
        figures = tuple(figure for figure in record.figures if not _within(figure.count, lines))
        cells = tuple(stated(cell, article.language) for cell in article.stated_box)
        return cls(record, Words.of(language), cells, text, figures)

    @property
    def language(self) -> str:
        """Return the language of the report; the findings may be worded in another."""
        return self.record.article.language

    def cells_of(self, field: BoxField) -> tuple[Stated, ...]:
        """Return the cells whose label means this field."""
        return tuple(cell for cell in self.cells if cell.field == field)

    def total(self, measure: str) -> BoxCount | None:
        """Return the text's total of a measure, as the record chose it."""
        box = self.record.box
        known = {"killed": box.killed, "injured": box.injured, "missing": box.missing, "casualties": box.casualties}
        return known.get(measure)

    def behind(self, total: BoxCount) -> tuple[Figure, ...]:
        """Return the figures that a total rests on, outside the stated box."""
        return tuple(figure for figure in self.figures if figure.id in total.claims)

    def main(self, measures: Iterable[Measure]) -> tuple[Figure, ...]:
        """Return the figures of these measures that are totals of the main incident and not denied."""
        wanted = set(measures)
        return tuple(f for f in self.figures if f.measure in wanted and is_total(f) and f.modality != "denied")

    def unread(self, measure: str, number: int) -> bool:
        """Return whether a number stands by a word for its measure where no figure was read.

        Then the text may say what it was not understood to say, and nothing can be held against it.
        """
        near = proof_words(f"near.{measure}", self.language)
        read = [(f.count.start, f.count.end) for f in self.figures if f.count.field == "text"]
        for place in places_of(number, self.text, self.language):
            known = any(start <= place < end for start, end in read)
            if not known and near.search(_sentence(self.text, place)):
                return True
        return False

    def holds(self, number: int) -> bool:
        """Return whether a number stands anywhere in the title or outside the box."""
        said = f"{self.record.article.title}\n{self.text}"
        return any(True for _ in places_of(number, said, self.language))

    def quote(self, figure: Figure) -> str:
        """Return the sentence of a figure on one line, cut short, without its full stop."""
        return excerpt(sentence(self.record.article, figure.evidence), figure.count, width=_WIDTH).rstrip(". ")

    def measure(self, figure: Figure) -> str:
        """Return what happened to the people of a figure, in words."""
        return self.words.label(f"measure.{figure.measure}")

    def finding(self, code: str, spans: Iterable[Span], figures: Sequence[Figure] = (), **values: str) -> Finding:
        """Return a finding of this code whose message is filled with the values."""
        row = finding_texts()[code]
        said = row.said(self.words.language)
        where = tuple(dict.fromkeys([*spans, *(figure.evidence for figure in figures)]))
        claims = tuple(figure.id for figure in figures)
        message, hint = said.message.format(**values), said.hint.format(**values)
        return Finding(code, row.name, message, hint, self.record.article.id, where, claims)


def is_total(figure: Figure) -> bool:
    """Return whether a figure is a total of the main incident."""
    return figure.scope == "main" and figure.extent == "incident"


def interval(count: Count | Figure | BoxCount, *, tolerance: float = 0.1) -> tuple[float, float]:
    """Return the least and the greatest number that the wording allows; "rund" allows a tenth up and down."""
    low = float(count.low) if count.low is not None else 0.0
    high = float(count.high) if count.high is not None else float("inf")
    if count.qualifier == "about":
        return low * (1 - tolerance), high * (1 + tolerance)
    return low, high


def meets(one: Count | Figure | BoxCount, other: Count | Figure | BoxCount) -> bool:
    """Return whether two counts can both be true."""
    (low, high), (least, most) = interval(one), interval(other)
    return low <= most and least <= high


def same_number(one: Count | Figure | BoxCount, other: Count | Figure | BoxCount) -> bool:
    """Return whether two counts name one number at least that is the same."""
    return bool(({one.low, one.high} & {other.low, other.high}) - {None})


def _sentence(text: str, place: int) -> str:
    start = max(text.rfind(mark, 0, place) for mark in _ENDS) + 1
    ends = [end for mark in _ENDS if (end := text.find(mark, place)) >= 0]
    return text[start : min(ends, default=len(text))]


def _lines(text: str, span: Span) -> tuple[int, int]:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return start, len(text) if end < 0 else end


def _within(span: Span, lines: Iterable[tuple[int, int]]) -> bool:
    return span.field == "text" and any(start <= span.start < end for start, end in lines)


@functools.lru_cache(maxsize=256)
def stem(word: str) -> str:
    """Return a German noun or name without the endings that case and number give it, in lower case."""
    bare = word.casefold()
    for ending in ("ern", "en", "er", "es", "em", "e", "n", "s"):
        if bare.endswith(ending) and len(bare) - len(ending) > 2:  # noqa: PLR2004 - a stem has three letters at least
            return bare.removesuffix(ending)
    return bare
