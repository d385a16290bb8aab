"""The German words for the people and things of a country: "ukrainische", "Franzosen". They name it, and no scene."""

from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.link.gazetteer import Toponym
from lagebild.link.place_tokens import Text
from lagebild.link.place_words import ENDINGS, country_of_adjective, words
from lagebild.model import FieldName, Place


@dataclass(frozen=True, slots=True)
class Pointer:
    """A word that points to a country; `name` is it uninflected, `is_part_of_name` as in "Deutsche Bahn"."""

    field: FieldName
    start: int
    end: int
    name: str
    country: str
    place: Toponym | None
    is_part_of_name: bool


def demonyms(text: Text) -> Iterator[Pointer]:
    """Yield the adjectives and nouns for people of a field that point to a country, in order."""
    people = words("de").people
    for at, word in enumerate(text.tokens):
        code, name = (people.get(word.text) if word.capital else None), word.text
        if code is not None:
            name = _singular(word.text)
        elif ("isch" in word.text or "deutsch" in word.text) and (code := country_of_adjective(word.text, "de")):
            name = _stem(word.text)
        if code is None:
            continue
        follower = text.follower(at + 1)
        titled = word.capital and not word.opens and follower is not None and follower.capital
        yield Pointer(text.field, word.start, word.end, name, code, text.gazetteer.country(code), titled)


def is_people(place: Place, language: str) -> bool:
    """Return whether a mention is a word for a country's people or things, which is no scene: "Syrian", "syrisch"."""
    known = words(language)
    if place.precision != "country":
        return False
    named = place.name in known.people or place.name.casefold() in known.adjectives
    return named or (language == "de" and country_of_adjective(place.name, "de") is not None)


def _singular(word: str) -> str:
    """Return the noun that an inflected one comes from: "Franzosen" gives "Franzose"."""
    people = words("de").people
    shorter = (word.removesuffix(ending) for ending in ("nen", "n", "s") if word.endswith(ending))
    return next((noun for noun in shorter if noun in people), word)


def _stem(word: str) -> str:
    """Return an adjective without its ending: "ukrainischen" gives "ukrainisch"."""
    bare = (word.removesuffix(ending) for ending in ENDINGS if ending and word.endswith(ending))
    return next((stem for stem in bare if stem.endswith(("isch", "deutsch"))), word).lower()


def uninflected(name: str, place: Toponym) -> str:
    """Return a name of several words in the nominative: "Persischen Golf" gives "Persischer Golf".

    The place's own name has it; "Tschechischen Republik" has none in the tables, and is a feminine.
    """
    spelt, own = name.split(), place.name.split()
    if len(spelt) > 1 and len(spelt) == len(own):
        alike = all(_bare(one) == _bare(other) for one, other in zip(spelt, own, strict=True))
        return place.name if alike else name
    feminine = len(spelt) > 1 and spelt[0].endswith("en") and spelt[1] in {"Republik", "Volksrepublik", "Föderation"}
    return name.replace("en ", "e ", 1) if feminine else name


def _bare(word: str) -> str:
    return next(
        (word.removesuffix(ending) for ending in ("en", "er", "es", "em", "e", "n", "s") if word.endswith(ending)), word
    )
