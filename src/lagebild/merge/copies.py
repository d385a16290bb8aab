"""Copies: whose text stands in an earlier report, in whole or in part, and how much of it."""

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import rensa

from lagebild.model import Article

_WORD = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:[-'’]\w+)*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"”“»«'’)\]]*(?:\s+|(?=[A-ZÄÖÜ]))|\n+")
_SPOKEN = re.compile(r"„[^“”\"]{0,900}[“”\"]|»[^«]{0,900}«|«[^»]{0,900}»|“[^”]{0,900}”|\"[^\"\n]{0,900}\"")
_WORDS_OF_A_SENTENCE = 6
_SHINGLE = 3
_RUN = 5  # words in a row that two reports share before they count
_PERMUTATIONS, _ROWS, _SEED = 24, 3, 20
_MIX = np.array((0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9), np.uint64)  # odd: they spread the bits
_BATCH = 500
_NEIGHBOURS = 8  # with how many of those that share a sentence a report is compared
_STANDING_DAYS = 10  # a sentence that comes again after so long is background or a page's own
_APART_DAYS = 4  # copies are published within
_LEAST = ((60, 0.3), (40, 0.35), (25, 0.6))  # so many words in common, and the share that is enough then


@dataclass(frozen=True, slots=True)
class Copy:
    """A report and an earlier one that it has text from.

    `share` is the part of the taker's words that stand in the giver's text, `given` the part of the giver's that
    stand in the taker's; sentences that come again over weeks are left out of both.
    """

    taker: str
    giver: str
    share: float
    given: float


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text that tell news, whether each stands in quotation marks, and the shingles that begin there."""

    spoken: tuple[bool, ...]
    shingles: tuple[int, ...]
    known: frozenset[int]


def copies(articles: Sequence[Article]) -> tuple[Copy, ...]:
    """Return for each report the earlier ones that it has text from, those with the largest share first.

    "Earlier" is by the time of publication; of reports without one, or of one day, the longer is the earlier. Texts of
    different languages are no copies.
    """
    ordered = sorted({article.id: article for article in articles}.values(), key=_order)
    return _Library(ordered).copies()


def _order(article: Article) -> tuple[str, int, str]:
    return moment(article.published) or "9999", -len(article.text), article.id


@lru_cache(maxsize=65536)
def moment(published: str | None) -> str:
    """Return a time of publication in UTC, so that two compare as texts; a day is its beginning, none is empty."""
    if not published:
        return ""
    try:
        found = dt.datetime.fromisoformat(published)
    except ValueError:
        return published
    return (found.astimezone(dt.UTC) if found.tzinfo else found).strftime("%Y-%m-%dT%H:%M:%S")


@lru_cache(maxsize=65536)
def day(published: str | None) -> int | None:
    """Return the number of the day of publication."""
    try:
        return dt.date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


class _Library:
    """Reports in the order of publication, their sentences, and which of these come again over weeks."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._standing = _standing(articles)
        self.words = lru_cache(maxsize=4096)(self._words)

    def copies(self) -> tuple[Copy, ...]:
        found = [copy for taker, giver in self._candidates() if (copy := self._compared(taker, giver))]
        return tuple(sorted(found, key=lambda copy: (copy.taker, -copy.share)))

    def _candidates(self) -> list[tuple[int, int]]:
        """Return pairs of reports that share a sentence or one much like it, by the place in the order; later first."""
        where, digests = self._signatures()
        found: set[tuple[int, int]] = set()
        for band in range(0, _PERMUTATIONS, _ROWS):
            keys = digests[:, band : band + _ROWS].astype(np.uint64) @ _MIX
            order = np.argsort(keys, kind="stable")
            bounds = np.concatenate(([0], np.flatnonzero(np.diff(keys[order])) + 1, [len(order)]))
            for first in np.flatnonzero(np.diff(bounds) > 1):
                bucket = where[order[bounds[first] : bounds[first + 1]]].tolist()
                found.update(pair for pair in _pairs(bucket) if not self._apart(*pair))
        return sorted(found)

    def _signatures(self) -> tuple["np.ndarray[Any, Any]", "np.ndarray[Any, Any]"]:
        """Return of each sentence that is long enough the report that it stands in, and its signature."""
        where: list[int] = []
        blocks = [np.empty((0, _PERMUTATIONS), np.uint32)]
        for first in range(0, len(self._articles), _BATCH):
            sets: list[list[str]] = []
            for n, article in enumerate(self._articles[first : first + _BATCH], first):
                for sentence in _sentences(article.text):
                    if len(sentence) >= _WORDS_OF_A_SENTENCE and hash(sentence) not in self._standing:
                        where.append(n)
                        sets.append([f"{one} {two}" for one, two in itertools.pairwise(sentence)])
            if sets:
                digests = rensa.RMinHash.digests_from_token_sets(sets, _PERMUTATIONS, _SEED)
                blocks.append(np.array(digests, np.uint32))
        return np.array(where, np.int64), np.concatenate(blocks)

    def _apart(self, one: int, other: int) -> bool:
        """Tell whether two reports are too far apart in time, or of two languages."""
        first, second = day(self._articles[one].published), day(self._articles[other].published)
        if first is not None and second is not None and abs(first - second) > _APART_DAYS:
            return True
        return self._articles[one].language != self._articles[other].language

    def _compared(self, taker: int, giver: int) -> Copy | None:
        one, other = self._articles[taker], self._articles[giver]
        mine, theirs = self.words(taker), self.words(giver)
        if len(mine.known & theirs.known) < _LEAST[-1][0] // _SHINGLE:
            return None
        (share, told, count), (given, given_told, _) = _stands(mine, theirs), _stands(theirs, mine)
        enough = next((least for words, least in _LEAST if count >= words), 2.0)
        if max(share, given) < enough or max(told, given_told) < enough:
            return None
        return Copy(one.id, other.id, share, given)

    def _words(self, n: int) -> _Words:
        text = self._articles[n].text
        spoken = [found.span() for found in _SPOKEN.finditer(text)]
        words, inside = [], []
        for start, end in _bounds(text):
            sentence = list(_WORD.finditer(text, start, end))
            if hash(tuple(word[0].casefold() for word in sentence)) in self._standing:
                continue
            words += [word[0].casefold() for word in sentence]
            inside += [any(first <= word.start() < last for first, last in spoken) for word in sentence]
        shingles = tuple(hash(tuple(words[at : at + _SHINGLE])) for at in range(len(words) - _SHINGLE + 1))
        return _Words(tuple(inside), shingles, frozenset(shingles))


def _pairs(bucket: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield each report of a bucket with the first of it and with those right before it."""
    reports = list(dict.fromkeys(bucket))
    for at, report in enumerate(reports[1:], 1):
        for other in {reports[0], *reports[max(0, at - _NEIGHBOURS) : at]}:
            yield report, other


def _stands(mine: _Words, theirs: _Words) -> tuple[float, float, int]:
    """Return which part of my words stand in theirs, which of those outside quotation marks, and how many of these."""
    covered = bytearray(len(mine.spoken))
    for at, shingle in enumerate(mine.shingles):
        if shingle in theirs.known:
            covered[at : at + _SHINGLE] = b"\x01" * _SHINGLE
    for run in re.finditer(rb"\x01+", bytes(covered)):
        if run.end() - run.start() < _RUN:
            covered[run.start() : run.end()] = bytes(run.end() - run.start())
    told = [taken for taken, spoken in zip(covered, mine.spoken, strict=True) if not spoken]
    return sum(covered) / max(1, len(covered)), sum(told) / max(1, len(told)), sum(told)


def _standing(articles: Iterable[Article]) -> frozenset[int]:
    """Return the hashes of sentences that come again over weeks: what a page always says, and background."""
    first: dict[int, int] = {}
    again: set[int] = set()
    for article in articles:
        if (published := day(article.published)) is not None:
            for sentence in _sentences(article.text):
                key = hash(sentence)
                if abs(first.setdefault(key, published) - published) > _STANDING_DAYS:
                    again.add(key)
    return frozenset(again)


def _sentences(text: str) -> Iterator[tuple[str, ...]]:
    for start, end in _bounds(text):
        yield tuple(word[0].casefold() for word in _WORD.finditer(text, start, end))


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _SENTENCE_END.finditer(text):
        yield start, found.end()
        start = found.end()
    yield start, len(text)
