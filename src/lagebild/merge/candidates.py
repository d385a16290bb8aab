"""Which tellings are worth comparing: those that meet in a place, a day, a rare word or a copied text.

Every key is a bucket of a bounded size, so that what a new telling costs does not grow with how many there are.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from rensa import RMinHash, RMinHashLSH

from lagebild.merge.spots import Spot
from lagebild.merge.telling import Telling

Key: TypeAlias = tuple[str | int, ...]

_CELL = 0.5  # degrees; a place lies in the cells around it too where it is near their edge
_EDGE = 0.15
_WEEK, _MONTH, _SEASON = 7, 30, 120  # days
_BUCKET = 60  # tellings of one key that are compared; a key with more tells nothing
_RARE = 24  # words of a telling that are looked up, the heaviest
_BEST = 40  # candidates by rare words
_NO_SPAN = -1
_LEAST_SHARED = 2  # rare words that two tellings share at least
_PERMUTATIONS, _BANDS, _SEED, _SHINGLE = 32, 8, 1, 4


class Candidates:
    """An index of tellings by what they may share."""

    def __init__(self) -> None:
        """Begin with none."""
        self._tellings: list[Telling] = []
        self._places: defaultdict[Key, list[int]] = defaultdict(list)
        self._words: defaultdict[Key, list[int]] = defaultdict(list)
        self._copies = RMinHashLSH(threshold=0.5, num_perm=_PERMUTATIONS, num_bands=_BANDS)

    def add(self, telling: Telling) -> tuple[Telling, ...]:
        """Add a telling and return those before it that it is worth comparing with, in the order they came."""
        number = len(self._tellings)
        found = set(self._by_place(telling)) | set(self._by_words(telling)) | set(self._by_copy(telling, number))
        self._tellings.append(telling)
        for key in (*place_keys(telling), *country_keys(telling)):
            self._places[key].append(number)
        for key in word_keys(telling):
            self._words[key].append(number)
        article = telling.mention.article
        return tuple(self._tellings[n] for n in sorted(found) if self._tellings[n].mention.article != article)

    def _by_place(self, telling: Telling) -> Iterator[int]:
        for key in place_keys(telling):
            yield from self._places.get(key, ())[-_BUCKET:]
        for key in country_keys(telling):
            bucket = self._places.get(key, ())
            if len(bucket) <= _BUCKET:
                yield from bucket

    def _by_words(self, telling: Telling) -> Iterator[int]:
        """Yield those that share the most rare words."""
        shared: Counter[int] = Counter()
        for key in word_keys(telling):
            bucket = self._words.get(key, ())
            if len(bucket) <= _BUCKET:
                shared.update(bucket)
        enough = [(count, number) for number, count in shared.items() if count >= _LEAST_SHARED]
        yield from (number for _, number in sorted(enough, reverse=True)[:_BEST])

    def _by_copy(self, telling: Telling, number: int) -> list[int]:
        if not telling.own:
            return []
        words = telling.lead.casefold().split()
        shingles = [" ".join(words[n : n + _SHINGLE]) for n in range(max(1, len(words) - _SHINGLE + 1))]
        print_ = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        print_.update(shingles)
        found: list[int] = self._copies.query(print_)[-_BUCKET:]
        self._copies.insert(number, print_)
        return found


def place_keys(telling: Telling) -> Iterator[Key]:
    """Yield the cells and weeks where a telling may meet others of its incident."""
    if telling.type == "conflict.war" and telling.spot is not None:
        yield ("war", telling.spot.country or "")
    spots = [telling.spot] if telling.spot is not None else list(telling.near[:3])
    cells = {cell for spot in spots for cell in _cells(spot)}
    for cell in sorted(cells, key=str):
        for week in _spans(telling, _WEEK):
            yield (*cell, week)


def country_keys(telling: Telling) -> Iterator[Key]:
    """Yield the country, type and weeks of a telling: one report names the town, another one the country alone."""
    country = telling.spot.country if telling.spot is not None else None
    if country and telling.type != "none":
        for week in _spans(telling, _WEEK):
            yield (country, telling.type, week)


def word_keys(telling: Telling) -> Iterator[Key]:
    """Yield the rare words of a telling, each with the seasons around it."""
    words = telling.wording.words
    heaviest = sorted(words, key=lambda word: (-words[word], word))[:_RARE]
    for season in _spans(telling, _SEASON):
        for word in heaviest:
            yield (word, season)


def _cells(spot: Spot) -> Iterator[Key]:
    if spot.lat is None or spot.lon is None:
        yield ("name", spot.name)
    elif spot.precision == "country":
        yield ("country", spot.country or "")
    else:
        yield from {
            (round((spot.lat + north) // _CELL), round((spot.lon + east) // _CELL))
            for north in (-_EDGE, _EDGE)
            for east in (-_EDGE, _EDGE)
        }


def _spans(telling: Telling, length: int) -> Iterable[int]:
    """Return the numbers of the spans of days in which a telling may meet others of its incident.

    They lie around its own days and the day on which it was published; what has no day to itself, a past year's
    incident say, meets its like outside of all spans.
    """
    days = telling.days
    exact = days is not None and days.exact
    ends = [days.first, days.last] if days is not None and exact else []
    if telling.published is not None and (telling.own or not exact):
        ends.append(telling.published)
    spans = {(day + slack) // length for day in ends for slack in (-(length // 4), length // 4)}
    return sorted(spans if telling.own or exact else spans | {_NO_SPAN})
