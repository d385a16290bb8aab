"""Which language a text is written in, told by its function words and letters."""

import functools
import re
from collections import Counter
from collections.abc import Mapping
from importlib import resources

from lagebild import vocabulary
from lagebild.vocabulary.acquire import LanguageWords

_ENOUGH = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_GERMAN_NOUN = re.compile(r"(?<=[a-zäöüß,] )[A-ZÄÖÜ][a-zäöüß]{3,}")
_SHORT = 200  # a title or a sentence, where frequent words may be missing
_LETTER_WEIGHT = 0.3
_PART_WEIGHT = 0.2
_NOUN_WEIGHT = 0.15
_LEAST = 0.6
_MARGIN = 1.08


@functools.cache
def supported() -> tuple[str, ...]:
    """Return the languages that have a folder of tables in the vocabulary, sorted."""
    folders = resources.files(vocabulary.__name__).iterdir()
    names = sorted(folder.name for folder in folders if folder.is_dir() and re.fullmatch(r"[a-z]{2}", folder.name))
    return tuple(name for name in names if vocabulary.tables(name))


def name(code: str) -> str:
    """Return the English name of a language ("de" is German), or the code where no table has it."""
    return next((row.name for row in _rows() if row.id == code), code)


def recognise(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that the text is mostly written in, or None where nothing tells."""
    sample = _INVISIBLE.sub("", text.strip()[:_ENOUGH])
    words = Counter(word.casefold() for word in _WORD.findall(sample))
    letters = Counter(sample.casefold())
    scores = {row.id: _score(row, sample, words, letters) for row in _rows()}
    scores["de"] += _NOUN_WEIGHT * len(_GERMAN_NOUN.findall(sample))
    ranked = sorted(scores, key=lambda code: -scores[code])
    first, second = scores[ranked[0]], scores[ranked[1]]
    if first < _LEAST or first < second * _MARGIN:
        return None
    return ranked[0]


def _score(row: LanguageWords, sample: str, words: Mapping[str, int], letters: Mapping[str, int]) -> float:
    weights = _weights()
    by_words = sum(words[word] * weights[word] for word in _forms(row) if word in words)
    by_letters = sum(letters[letter] for letter in row.letters if letter in letters)
    by_parts = len(_parts(row).findall(sample)) if row.parts and len(sample) < _SHORT else 0
    return by_words + _LETTER_WEIGHT * by_letters + _PART_WEIGHT * by_parts


@functools.cache
def _rows() -> tuple[LanguageWords, ...]:
    return vocabulary.load("codes", "languages", LanguageWords)


@functools.cache
def _forms(row: LanguageWords) -> frozenset[str]:
    return frozenset(word.casefold() for word in row.words)


@functools.cache
def _parts(row: LanguageWords) -> re.Pattern[str]:
    return re.compile("|".join(row.parts))


@functools.cache
def _weights() -> Mapping[str, float]:
    """Return how much a word tells: little where many languages have it."""
    shared = Counter(word for row in _rows() for word in _forms(row))
    return {word: 1 / count for word, count in shared.items()}
