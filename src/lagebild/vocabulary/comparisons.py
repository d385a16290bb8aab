"""What comparing reports needs as data: why a pair is one incident, in words, and words that all reports share."""

import functools
from dataclasses import dataclass

from lagebild.model import Feature
from lagebild.vocabulary import Entry, VocabularyError, load
from lagebild.vocabulary.labels import Label, Language, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWords(Entry):
    """Words that reports of all incidents share; `share` is how many of a hundred reports have such a word."""

    share: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Value:
    """A value of a feature, put into a sentence in one language: `{0:date}`, `{0:type}`, `{0:measure}`, `{0:n}`."""

    value: str
    words: Words

    def __format__(self, kind: str) -> str:
        if kind == "date":
            return self.words.date(self.value)
        if kind == "type":
            return self.words.label(f"type.{self.value}")
        if kind == "measure":
            return self.words.label(f"measure.{self.value}")
        if kind == "n":
            return self.words.number(int(self.value))
        if kind:
            raise VocabularyError(f"vocabulary/codes/comparisons.yaml: no kind of value {kind!r}")
        return self.value


@functools.cache
def _sentences() -> dict[str, Label]:
    return {row.id: row for row in load("codes", "comparisons", Label)}


def because(feature: Feature, language: Language) -> str:
    """Return what a feature says of a pair in words: "derselbe Ort: Kutno"."""
    row = _sentences().get(feature.rule)
    if row is None:
        raise VocabularyError(f"vocabulary/codes/comparisons.yaml: no rule {feature.rule!r}")
    words = Words.of(language)
    return row.text(language).format(*(_Value(value, words) for value in feature.values))


@functools.cache
def report_words(language: str) -> dict[str, float]:
    """Return the share of reports, from 0 to 1, that have a word common to reports; words without capitals."""
    return {
        word.casefold(): row.share / 100 for row in load(language, "report_words", ReportWords) for word in row.words
    }
