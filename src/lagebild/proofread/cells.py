"""The cells of the fact box that a report itself carries, read as numbers."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.model import Qualifier, StatedCell
from lagebild.vocabulary import load
from lagebild.vocabulary.acquire import BoxField, box_field
from lagebild.vocabulary.numbers import NumberWords, QualifierWords
from lagebild.vocabulary.proofread import proof_words

COUNTED: tuple[BoxField, ...] = ("killed", "injured", "missing", "casualties")
_DIGITS = r"\d{1,3}(?:[.,'\u2019\u00a0\u202f ]\d{3})+(?!\d)|\d+"
_NUMBER = re.compile(rf"(?<![\w.,]){_DIGITS}|[A-Za-z]+ty-[a-z]+|[^\W\d_]+")
_RANGE = re.compile(r"\s*(?:[-\u2013\u2014]|bis|to)\s*", re.IGNORECASE)
_ASIDE = re.compile(r"\(|davon|darunter|[Oo]f (?:whom|them|which|these)|\bincluding|\bincl\.")
_AGE = re.compile(r"\s*(?:-\s*[Jj]ähr|Jahre|years?|Uhr|Prozent|%|Euro)")
_SIGNS: tuple[tuple[str, Qualifier], ...] = (
    (">=", "at_least"),
    ("≥", "at_least"),
    (">", "more_than"),
    ("<", "at_most"),
    ("≤", "at_most"),
    ("~", "about"),
    ("≈", "about"),
)


@dataclass(frozen=True, slots=True)
class Count:
    """How many a cell says; a cell that says none, as "k. A.", has no count."""

    low: int | None
    high: int | None
    qualifier: Qualifier


@dataclass(frozen=True, slots=True)
class Stated:
    """A cell of the stated box: what its label means, and the number it gives, if it gives one.

    `part` is true where the label names only some of them ("Schwerverletzte"); `hedged` where the cell itself is not
    certain.
    """

    cell: StatedCell
    field: BoxField | None
    count: Count | None
    part: bool
    hedged: bool
    language: str

    @property
    def empty(self) -> bool:
        """Return whether the cell says nothing, or that nothing is known."""
        bare = self.cell.value.strip(" \t-–—./?|*_")
        return not bare or proof_words("unknown", self.language).search(self.cell.value) is not None


def stated(cell: StatedCell, language: str) -> Stated:
    """Return the cell of a report in this language with its meaning."""
    field = box_field(cell.label)
    return Stated(
        cell=cell,
        field=field,
        count=count(cell.value, language) if field in COUNTED else None,
        part=proof_words("part_label", language).search(cell.label) is not None,
        hedged="?" in cell.value or proof_words("hedge", language).search(cell.value) is not None,
        language=language,
    )


def count(value: str, language: str) -> Count | None:
    """Return the one number of a cell with its qualifier; "12, davon 3 schwer" gives 12, two alike give none."""
    if proof_words("unknown", language).search(value):
        return None
    found = list(_numbers(value, language))
    if not found:
        return Count(0, 0, "exact") if proof_words("none", language).match(value.strip()) else None
    first, rest = found[0], found[1:]
    if _opened(value[: first.start()]):
        return None
    low, high, qualifier = _known(first.group(), language)
    between = value[first.end() : rest[0].start()] if rest else "("
    if _RANGE.fullmatch(between):
        return Count(low, _known(rest[0].group(), language)[1], "range")
    if not _ASIDE.search(between):
        return None
    return _qualified(value, first, Count(low, high, qualifier), language)


def places_of(number: int, text: str, language: str) -> Iterator[int]:
    """Yield each place of a text where the number stands, in digits or as a word."""
    return (match.start() for match in _numbers(text, language) if _read(match.group(), language) == number)


def _numbers(value: str, language: str) -> Iterator[re.Match[str]]:
    for match in _NUMBER.finditer(value):
        if _read(match.group(), language) is not None and not _AGE.match(value, match.end()):
            yield match


def _opened(before: str) -> bool:
    return before.count("(") > before.count(")")


def _qualified(value: str, number: re.Match[str], read: Count, language: str) -> Count:
    before, after = value[: number.start()].strip().casefold(), value[number.end() :]
    if after.startswith("+"):
        return Count(read.low, None, "at_least")
    for sign, qualifier in _SIGNS:
        if before.endswith(sign):
            return _as(read, qualifier)
    for row in load(language, "qualifiers", QualifierWords):
        if not row.after and any(re.search(rf"(?<!\w){re.escape(word.casefold())}$", before) for word in row.words):
            return _as(read, row.qualifier)
    return read


def _as(read: Count, qualifier: Qualifier) -> Count:
    if qualifier in {"at_least", "more_than"}:
        return Count(read.low, None, qualifier)
    if qualifier == "at_most":
        return Count(None, read.high, qualifier)
    return Count(read.low, read.high, qualifier)


def _read(word: str, language: str) -> int | None:
    """Return the number that a word or digits stand for, or None."""
    if word[0].isdecimal():
        return int(re.sub(r"\D", "", word))
    known = _number_words(language).get(word.casefold())
    return known.low if known else _spelled(word.casefold(), language)


def _known(word: str, language: str) -> tuple[int | None, int | None, Qualifier]:
    row = None if word[0].isdecimal() else _number_words(language).get(word.casefold())
    if row:
        return row.low, row.high, row.qualifier
    number = _read(word, language)
    return number, number, "exact"


@functools.cache
def _number_words(language: str) -> dict[str, NumberWords]:
    return {word.casefold(): row for row in load(language, "numbers", NumberWords) for word in row.words}


@functools.lru_cache(maxsize=4096)
def _spelled(word: str, language: str) -> int | None:
    from text_to_num import text2num  # noqa: PLC0415 - loaded only where a cell holds words

    try:
        return int(text2num(word, language))
    except ValueError:
        return None
