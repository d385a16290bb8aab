"""Words of a text by how much it tells of an incident that two texts share them."""

import functools
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from types import MappingProxyType

from lagebild.vocabulary.comparisons import report_words

Weights = Mapping[str, float]

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LEAST, _LEAST_DIGITS, _STEM = 3, 2, 5
_READ = 400  # words of a report of usual length: a word as frequent as one in 400 stands in most reports
_DIGITS = {2: 2.0, 3: 4.0}  # an age, a house's number: how much a number of so many digits tells
_LONG_NUMBER = 5.0
_YEAR = re.compile(r"(?:19|20)\d\d")
_RAREST = 8.0  # log-odds; rarer words tell no more, and a word that no list knows may be a slip of the pen
_ENDINGS = {
    "de": re.compile(r"(?:e[mnrs]?|n|s)$"),
    "en": re.compile(r"(?:['’]s|s['’]?|ed|ing)$"),
}
_NAME = 7.0  # log-odds from which a word with a capital is counted as a name
_STARTS = re.compile(r"(?:[.!?:…\n][\s\"'“„”’»«)\]]*)\Z|^[\s\"'“„”’»«)\]]*\Z")
_NONE: Weights = MappingProxyType({})


@functools.lru_cache(maxsize=200_000)
def _word(written: str, language: str) -> tuple[str, float]:
    """Return a word without its ending, and the log of how few reports have it."""
    if written.isdigit():
        return written, _DIGITS[2] if _YEAR.fullmatch(written) else _DIGITS.get(len(written), _LONG_NUMBER)
    folded = written.casefold().replace("’", "'")
    ending = _ENDINGS.get(language)
    stem = ending.sub("", folded) if ending is not None and len(folded) > _STEM else folded
    return stem, min(_RAREST, *(_rarity(form, language) for form in {folded, stem}))


def _rarity(word: str, language: str) -> float:
    share = 1 - math.exp(-_READ * _frequencies(language).get(word, 0.0))
    return -math.log(max(share, _report_words(language).get(word, 0.0), math.exp(-_RAREST)))


@functools.cache
def _frequencies(language: str) -> Mapping[str, float]:
    if language not in _ENDINGS:
        return _NONE
    from wordfreq import get_frequency_dict  # noqa: PLC0415 - it loads libraries that only reading its lists needs

    return dict(get_frequency_dict(language, wordlist="small"))


@functools.cache
def _report_words(language: str) -> Mapping[str, float]:
    return report_words(language) if language in _ENDINGS else _NONE


def weighed(text: str, language: str, *, but: frozenset[str] = frozenset()) -> tuple[Weights, float]:
    """Return the words of a text, without endings, by weight, and the length that the weights were divided by.

    A word weighs by its rarity in the language and in reports, and a little more where it stands often; the squares
    of the weights add up to one. The rarity comes from lists, not from the reports at hand, so that it is the same
    for three reports and for three thousand. Words of `but` are left out.
    """
    counts: Counter[str] = Counter()
    rare: dict[str, float] = {}
    for found in _WORD.findall(text):
        if len(found) >= (_LEAST_DIGITS if found.isdigit() else _LEAST):
            stem, rarity = _word(found, language)
            if stem not in but:
                counts[stem] += 1
                rare[stem] = min(rarity, rare.get(stem, rarity))
    weight = {word: rare[word] * (1 + math.log(count)) for word, count in counts.items()}
    length = math.sqrt(sum(each**2 for each in weight.values())) or 1.0
    return {word: each / length for word, each in weight.items()}, length


def weights(text: str, language: str) -> Weights:
    """Return the words of a text, without endings, by weight."""
    return weighed(text, language)[0]


def alike(one: Weights, other: Weights) -> float:
    """Return how alike two texts are, from 0 to 1: the cosine of their words' weights."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * long[word] for word, weight in short.items() if word in long)


def held(one: Weights, other: Weights) -> float:
    """Return which part of a short text's words, by weight, stands in a longer one, from 0 to 1."""
    whole = sum(one.values())
    return sum(weight for word, weight in one.items() if word in other) / whole if whole else 0.0


def shared(one: Weights, other: Weights, *, but: Iterable[str] = ()) -> list[str]:
    """Return the words that both texts have, those that tell most first, names of places left out."""
    left_out = frozenset(but)
    both = [word for word in one if word in other and word not in left_out]
    return sorted(both, key=lambda word: (-one[word] * other[word], word))


def names(text: str, language: str) -> frozenset[str]:
    """Return the rare words of a text that are written with a capital, no sentence's first alone, without endings."""
    found: set[str] = set()
    for written in _WORD.finditer(text):
        word = written.group()
        if (
            len(word) >= _LEAST
            and word[0].isupper()
            and not _STARTS.search(text[max(0, written.start() - 4) : written.start()])
        ):
            stem, rarity = _word(word, language)
            if rarity >= _NAME:
                found.add(stem)
    return frozenset(found)


def line(value: float, points: tuple[tuple[float, float], ...]) -> float:
    """Return the height over a value of straight lines through points."""
    for (left, low), (right, high) in pairwise(points):
        if value <= right:
            return low + (high - low) * max(0.0, value - left) / (right - left)
    return points[-1][1]
