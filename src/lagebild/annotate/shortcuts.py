"""Shortcuts through the tagging library's search; its answers stay the same, as only what can't be is left out."""

import functools
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeAlias

Worths: TypeAlias = Iterable[tuple[int, float]]
_START = (0, 1)  # the library's state before the first part of a word
_UNKNOWN = 3  # its number of the tag of a word that it can't read


class Library(Protocol):
    """What this project uses of the library's tagger."""

    int2tag: dict[int, str]
    cache: dict[str, list[tuple[int, float]]]
    LP_m_t: dict[int, dict[str, float]]
    LP_s_t: dict[int, object]
    LP_hapax_t: dict[int, float]
    LP_trans_nonfinal: dict[tuple[int, int], Sequence[tuple[int, float]]]
    LP_trans_word: dict[tuple[int, int], dict[int, float]]
    analyze_forward: Callable[[str], Worths]
    _tag_word: Callable[..., Worths]
    _analyze: Callable[..., Sequence[object]]

    def tag_sent_viterbi(self, sent: list[str]) -> list[int]:
        """Return the tags of the words of a sentence, as numbers."""
        ...


class _Followers(dict[int, float]):
    """The tags that may follow two others; of these the library is shown the ones that the word at hand can have."""

    __slots__ = ("_at_hand",)

    def __init__(self, followers: dict[int, float], at_hand: list[int]) -> None:
        """Take the tags of the word at hand from a list that changes with it; an empty one stands for any tag."""
        super().__init__(followers)
        self._at_hand = at_hand

    def items(self) -> Iterable[tuple[int, float]]:  # type: ignore[override]  # the library asks for no view, only for pairs
        """Return the tags that may follow, each with its logarithmic probability."""
        if not self._at_hand:
            return super().items()
        return [(tag, self[tag]) for tag in self._at_hand if tag in self]


def shorten(library: Library, kin: Callable[[str], str], remembered: int) -> None:
    """Make the library see a word's kin, remember what it says of so many words, and try only what can be."""
    of_word = library._tag_word  # noqa: SLF001 - wrapped here, and nowhere else
    at_hand: list[int] = []

    @functools.lru_cache(remembered)
    def of_kin(word: str, *arguments: object, **options: object) -> tuple[tuple[int, float], ...]:
        return tuple((tag, float(worth)) for tag, worth in of_word(word, *arguments, **options))

    @functools.lru_cache(remembered)
    def found(word: str, *arguments: object, **options: object) -> tuple[tuple[int, float], ...]:
        return of_kin(kin(word), *arguments, **options)

    def tag_word(word: str, *arguments: object, **options: object) -> tuple[tuple[int, float], ...]:
        tags = found(word, *arguments, **options)
        at_hand[:] = [tag for tag, _ in tags if tag != _UNKNOWN]
        return tags

    library._tag_word = tag_word  # noqa: SLF001 - as above
    for state, followers in library.LP_trans_word.items():
        library.LP_trans_word[state] = _Followers(followers, at_hand)
    _shorten_parts(library)


def _shorten_parts(library: Library) -> None:
    """Make the search for the parts of an unknown word begin only with parts that the word begins with."""
    all_first = library.LP_trans_nonfinal[_START]
    guessed = frozenset(library.LP_hapax_t).intersection(library.LP_s_t)
    closed: dict[str, set[int]] = {}
    for tag, _ in all_first:
        if tag not in guessed:
            for part in library.LP_m_t[tag]:
                closed.setdefault(part, set()).add(tag)
    of_parts = library.analyze_forward

    def analyze_forward(word: str) -> Worths:
        possible = guessed.union(*(closed.get(word[:end], ()) for end in range(1, len(word) + 1)))
        library.LP_trans_nonfinal[_START] = [one for one in all_first if one[0] in possible]
        try:
            return of_parts(word)
        finally:
            library.LP_trans_nonfinal[_START] = all_first

    library.analyze_forward = analyze_forward
