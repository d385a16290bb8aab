"""What a person reads, in the languages of the interface: labels, counts, dates and numbers in words.

The wording of counts stands here because the fact box and the findings must say the same thing with the same words.
"""

import functools
import re
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from lagebild.model import Article, BoxCount, Figure, Qualifier, Span, Version
from lagebild.vocabulary import Entry, VocabularyError, load

Language: TypeAlias = Literal["de", "en"]
_SENTENCE_END = re.compile(r"(?<=[^\W\d]{3})[.!?…][“”»«\")\]]*(?=\s+[„“»«\"(]?[^\Wa-zäöüß_])|\n+")
_LEAST_ROOM = 20
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label(Entry):
    """A label in each language of the interface; places in braces are filled by name."""

    de: str
    en: str

    def text(self, language: Language) -> str:
        """Return the label in this language, its places unfilled."""
        return self.de if language == "de" else self.en


@functools.cache
def _labels() -> dict[str, Label]:
    return {row.id: row for row in load("codes", "labels", Label)}


@dataclass(frozen=True, slots=True)
class Words:
    """The wording of one language of the interface."""

    language: Language

    @classmethod
    def of(cls, language: str) -> "Words":
        """Return the wording of this language, or raise VocabularyError where there is none."""
        for known in LANGUAGES:
            if language == known:
                return cls(known)
        raise VocabularyError(f"no labels in {language!r}: the languages are {', '.join(LANGUAGES)}")

    def label(self, key: str, **values: str) -> str:
        """Return the label of this id with its places filled."""
        row = _labels().get(key)
        if row is None:
            raise VocabularyError(f"vocabulary/codes/labels.yaml: no label {key!r}")
        return row.text(self.language).format(**values) if values else row.text(self.language)

    def has(self, key: str) -> bool:
        """Return whether there is a label of this id."""
        return key in _labels()

    def number(self, value: int) -> str:
        """Return the number with the thousands set apart as the language does: 4.000 or 4,000."""
        grouped = f"{value:,}"
        return grouped.replace(",", ".") if self.language == "de" else grouped

    def count(self, count: BoxCount | Figure | Version) -> str:
        """Return how many, with the qualifier and the certainty in words: "vermutlich mindestens 5"."""
        words = self._numbers(count)
        if count.modality == "stated":
            return words
        return self.label(f"modality.{count.modality}", count=words)

    def _numbers(self, count: BoxCount | Figure | Version) -> str:
        low, high = count.low, count.high
        if low is None and high is None:
            return self.label("box.unknown")
        if low is None or (count.qualifier == "at_most" and high is not None):
            return self.label("count.at_most", n=self.number(high or 0))
        if count.qualifier == "vague":
            exact = f"count.vague.{low}"
            return self.label(exact) if self.has(exact) else self.label("count.vague", n=self.number(low))
        if high is not None and high != low:
            return self.label("count.range", n=self.number(low), m=self.number(high))
        open_ended = high is None and count.qualifier in {"exact", "range"}
        key = "at_least" if open_ended else "exact" if count.qualifier == "range" else count.qualifier
        return self.label(f"count.{key}", n=self.number(low))

    def qualifier(self, qualifier: Qualifier) -> str:
        """Return the qualifier alone in words: "mindestens"."""
        return self.label(f"count.{qualifier}").replace("{n}", "").replace("{m}", "").strip(" ()")

    def date(self, value: str) -> str:
        """Return an ISO date, or an ISO prefix of one, in words; what is neither is returned as it is."""
        parts = value[:10].split("-")
        numbers = [int(part) for part in parts if part.isascii() and part.isdigit()]
        if len(numbers) != len(parts) or not self.has(f"month.{numbers[1] if len(numbers) > 1 else 1}"):
            return value
        if len(numbers) == 1:
            return value
        month, year = self.label(f"month.{numbers[1]}"), str(numbers[0])
        if len(numbers) == 2:  # noqa: PLR2004 - year and month
            return self.label("date.month", month=month, year=year)
        return self.label("date.day", day=str(numbers[2]), month=month, year=year)

    def country(self, code: str) -> str:
        """Return the country's name, or the code itself where it has none."""
        return _countries(self.language).get(code, code)


@functools.cache
def country_codes() -> dict[str, str]:
    """Return the ISO code of each country's name, in each language of the interface."""
    return {
        name: code
        for language in LANGUAGES
        for code, name in _countries(language).items()
        if len(code) == len("DE") and code.isalpha()
    }


@functools.cache
def country_names() -> frozenset[str]:
    """Return the names of all countries, in each language of the interface."""
    return frozenset(name for language in LANGUAGES for name in _countries(language).values())


@functools.cache
def _countries(language: Language) -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - loaded only when a country is named

    return dict(Locale(language).territories)


def sentence(article: Article, span: Span) -> Span:
    """Return the sentence or sentences around an excerpt; where no end is sure, more of the paragraph."""
    text = article[span.field]
    ends = [found.end() for found in _SENTENCE_END.finditer(text, 0, span.start + 1)]
    first = max((end for end in ends if end <= span.start), default=0)
    last = _SENTENCE_END.search(text, max(span.end - 1, 0))
    whole = text[first : last.end() if last else len(text)]
    start = first + len(whole) - len(whole.lstrip())
    return article.span(span.field, start, max(first + len(whole.rstrip()), span.end))


def excerpt(span: Span, focus: Span, *, width: int) -> str:
    """Return the span's quote on one line, cut with an ellipsis around the focus where it is longer than `width`."""
    start = max(focus.start - span.start, 0)
    return cut_around(span.quote, start, start + len(focus.quote), width=width)[0]


def cut_around(quote: str, start: int, end: int, *, width: int) -> tuple[str, int, int]:
    """Return a quote on one line, cut with an ellipsis around a stretch of it, and where that stretch stands then."""
    before, inside, after = (" ".join(part.split()) for part in (quote[:start], quote[start:end], quote[end:]))
    apart = ["" if quote[start - 1 : start].strip() else " ", "" if quote[end : end + 1].strip() else " "]
    room = max(width - len(inside), _LEAST_ROOM)
    left = max(room // 2, room - len(after))
    right = max(room // 2, room - len(before))
    whole = len(" ".join(quote.split())) <= width
    head = before if whole or len(before) <= left else "… " + before[-left:].partition(" ")[2]
    tail = after if whole or len(after) <= right else after[:right].rpartition(" ")[0] + " …"
    opening = f"{head}{apart[0]}".lstrip()
    return f"{opening}{inside}{apart[1]}{tail}".rstrip(), len(opening), len(opening) + len(inside)
