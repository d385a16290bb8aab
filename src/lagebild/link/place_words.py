"""The words about places that the rules need, from the vocabulary, as sets."""

import functools
from dataclasses import dataclass

from lagebild.vocabulary import load
from lagebild.vocabulary.places import CueKind, Demonym, PlaceCue

ENDINGS = ("e", "en", "er", "es", "em", "")
DIRECTIONS = ("nord", "süd", "ost", "west", "zentral", "mittel", "inner")


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Cue words by kind, and the country that each adjective and noun for people points to."""

    cues: dict[CueKind, frozenset[str]]
    adjectives: dict[str, str]
    people: dict[str, str]

    def has(self, kind: CueKind, word: str) -> bool:
        """Return whether the word is one of this kind."""
        return word in self.cues[kind]


@functools.cache
def words(language: str) -> PlaceWords:
    """Return the words of a language."""
    cues: dict[CueKind, frozenset[str]] = {}
    for cue in load(language, "place_cues", PlaceCue):
        cues[cue.kind] = cues.get(cue.kind, frozenset()) | frozenset(cue.words)
    adjectives: dict[str, str] = {}
    people: dict[str, str] = {}
    for row in load(language, "demonyms", Demonym):
        adjectives.update(dict.fromkeys((stem.casefold() for stem in row.adjectives), row.country))
        forms = (form for noun in row.people for form in (_forms(noun) if language == "de" else (noun,)))
        people.update((form, row.country) for form in forms)
    return PlaceWords(cues, adjectives, people)


def _forms(noun: str) -> tuple[str, ...]:
    """Return the inflected forms of a German noun for people: "Türke, Türken", "Spanier, Spaniern, Spanierin"."""
    if noun.endswith("in"):
        return noun, f"{noun}nen"
    if noun.endswith("e"):
        return noun, f"{noun}n"
    return (noun, f"{noun}n", f"{noun}s", *((f"{noun}in", f"{noun}innen") if noun.endswith("er") else ()))


def country_of_adjective(word: str, language: str) -> str | None:
    """Return the country that an inflected adjective points to: "westtürkischen" gives TR."""
    folded = word.casefold()
    adjectives = words(language).adjectives
    for ending in ENDINGS:
        if not folded.endswith(ending):
            continue
        stem = folded.removesuffix(ending)
        if stem in adjectives:
            return adjectives[stem]
        for direction in DIRECTIONS:
            rest = stem.removeprefix(direction).removeprefix("lich").removeprefix("-")
            if rest != stem and (found := adjectives.get(rest)):
                return found
            if stem.startswith((f"{direction}ost", f"{direction}west")):
                further = rest.removeprefix("ost").removeprefix("west")
                if found := adjectives.get(further):
                    return found
    return None
