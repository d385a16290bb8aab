"""The known word that an unknown one is tagged as: its last part, another form of it, a number or a name."""

import re
from dataclasses import dataclass
from typing import TypeAlias

Known: TypeAlias = dict[str, list[tuple[int, float]]]
_SHORTEST_COMPOUND, _SHORTEST_PART, _SHORTEST_STEM = 9, 5, 4
_FIGURES, _CLOCK, _A_NUMBER, _A_NAME = re.compile(r"\d[\d.,]*$"), re.compile(r"\d+:\d+$"), "40", "London"
_LONGEST_ACRONYM = 4  # letters of a word in capitals that is read as it stands
_SEPARABLE = (
    "zusammen", "zurück", "nieder", "hinaus", "heraus", "herbei", "hervor", "herum", "hinzu", "davon", "weiter",
    "wieder", "durch", "empor", "fest", "fort", "frei", "nach", "auf", "aus", "bei", "ein", "her", "hin", "los", "mit",
    "vor", "weg", "dar", "ab", "an", "um", "zu",
)  # fmt: skip
_OF_ADJECTIVES = re.compile(r"(?:e[mnrs]?|)$")
_ADJECTIVAL = ("e", "en", "er", "es", "em")
_NOUN_ENDINGS = ("s", "n", "en", "es", "e")


@dataclass(frozen=True, slots=True)
class German:
    """What a German tagger knows, and its numbers of the tags of nouns, verbs, names and inflected adjectives."""

    known: Known
    nouns: frozenset[int]
    verbs: frozenset[int]
    names: frozenset[int]
    adjectives: frozenset[int]

    def kin(self, word: str) -> str:
        """Return a word that is tagged as this one is and is known; itself where there is none.

        "Messerangriffe" is tagged as "Angriffe", "US-Messerangriffe" too, "Angreifern" as "Angreifer".
        """
        if word.lower() in self.known:
            return word
        if _FIGURES.match(word) or _CLOCK.match(word):
            return _A_NUMBER
        first, _, last = word.rpartition("-")
        if first and not first.isdecimal() and len(last) >= _SHORTEST_PART:
            last = last.capitalize() if word[0].isupper() else last
            found = self.kin(last)
            return found if found.lower() in self.known else word
        return self.last_part(word) or self.verb_part(word) or self._other_form(word) or word

    def last_part(self, word: str) -> str:
        """Return the longest known noun that a long word ends in, or "": "Angriffe" of "Messerangriffe"."""
        if len(word) < _SHORTEST_COMPOUND or not word[0].isupper() or not word.isalpha():
            return ""
        lower = word.lower()
        for start in range(3, len(word) - _SHORTEST_PART + 1):
            if self._is(lower[start:], self.nouns):
                return lower[start:].capitalize()
        return ""

    def verb_part(self, word: str) -> str:
        """Return the verb behind a separable prefix where it is known, or "": "geschossen" of "abgeschossen"."""
        for prefix in _SEPARABLE:
            if word.startswith(prefix) and self._is(word[len(prefix) :], self.verbs):
                return word[len(prefix) :]
        return ""

    def _other_form(self, word: str) -> str:
        """Return the noun or name without its ending, or an adjective with another one, where that is known, or ""."""
        if len(word) <= _SHORTEST_STEM or not word.isalpha():
            return ""
        if word[0].isupper():
            wanted = self.nouns | self.names if word.endswith("s") else self.nouns
            stems = (word[: -len(ending)] for ending in _NOUN_ENDINGS if word.endswith(ending))
            return next((stem for stem in stems if self._is(stem.lower(), wanted)), "")
        stem = _OF_ADJECTIVES.sub("", word)
        if stem == word:
            return ""
        return next((stem + end for end in _ADJECTIVAL if self._is(stem + end, self.adjectives)), "")

    def _is(self, word: str, wanted: frozenset[int]) -> bool:
        """Tell whether a word is known, and most of all with one of these tags."""
        tags = self.known.get(word, [])
        return bool(tags) and tags[0][0] in wanted


def english_kin(known: Known, word: str) -> str:
    """Return a word that is tagged as this one is and is known: a number, the last part, a name, or itself."""
    lower = word.lower()
    if lower in known:
        return lower if word.isupper() and len(word) > _LONGEST_ACRONYM else word
    if _FIGURES.match(word):
        return _A_NUMBER
    first, _, last = word.rpartition("-")
    if first and last.lower() in known:
        return "old" if last.lower() == "old" else last
    return _A_NAME if word[:1].isupper() else word
