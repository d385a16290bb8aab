"""Sets of words and patterns that the rules of figures name, by language."""

import functools
import re

from lagebild.vocabulary import load
from lagebild.vocabulary.measures import FigurePattern, FigureWords


@functools.cache
def _sets(language: str) -> dict[str, frozenset[str]]:
    return {row.id: frozenset(row.words) for row in load(language, "figure_words", FigureWords)}


@functools.cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    return {row.id: re.compile(row.pattern) for row in load(language, "figure_patterns", FigurePattern)}


def word_set(language: str, name: str) -> frozenset[str]:
    """Return the words of an entry of `figure_words`; KeyError where no entry has this id."""
    return _sets(language)[name]


def pattern(language: str, name: str) -> re.Pattern[str]:
    """Return the pattern of an entry of `figure_patterns`; KeyError where no entry has this id."""
    return _patterns(language)[name]
