"""What an article holds beside a sentence that tells whether a run of capital words is a person's name."""

import functools
from collections.abc import Callable
from dataclasses import dataclass

from lagebild.link.gazetteer import Gazetteer
from lagebild.link.person_names_words import NameWords, shape, words
from lagebild.model import Document, FieldName, Place

_ARTICLES = frozenset(
    {"the", "a", "an", "der", "die", "das", "den", "dem", "des", "ein", "eine", "in", "aus", "nach", "at"}
)
_VERBS = frozenset({
    "was", "is", "had", "has", "were", "would", "did", "could", "who", "war", "ist", "hat", "hatte", "habe", "sei",
    "wurde", "wird", "soll", "sollte", "wollte", "kann", "könne", "muss", "'s", "’s",
})  # fmt: skip
_MARKS = frozenset('"„“»‚‘«”')


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the article holds beside its sentences: its texts and places, and what it says of a word elsewhere.

    `alone` is of one that stands as a family name does, `is_place` of one in the gazetteer, `is_noun` of a common noun,
    `is_thing` of the name of a ship or storm.
    """

    title: str
    text: str
    language: str
    places: dict[FieldName, tuple[Place, ...]]
    alone: Callable[[str], bool]
    is_place: Callable[[str], bool]
    is_noun: Callable[[str], bool]
    is_thing: Callable[[str], bool]

    def field(self, name: FieldName) -> str:
        """Return the title or the text."""
        return self.title if name == "title" else self.text


def surroundings(document: Document, places: tuple[Place, ...], *, index: Gazetteer) -> Surroundings:
    """Return what a document holds beside its sentences; each question about a word is answered once."""
    article = document.article
    language = article.language
    by_field: dict[FieldName, tuple[Place, ...]] = {
        "title": tuple(place for place in places if place.field == "title"),
        "text": tuple(place for place in places if place.field == "text"),
    }
    return Surroundings(
        article.title,
        article.text,
        language,
        by_field,
        alone=_alone(document).__contains__,
        is_place=functools.cache(lambda name: bool(index.find(name, language))),
        is_noun=_nouns(document).__contains__,
        is_thing=_things(document).__contains__,
    )


def _alone(document: Document) -> frozenset[str]:
    """Return the words that stand alone where a person's family name does: "Rehm sagte", "Holt was", "Holt's son"."""
    known = words(document.article.language)
    doing = known.cues["saying"] | known.cues["suffering"] | _VERBS
    found: set[str] = set()
    for sentence in document.sentences:
        tokens = sentence.tokens
        for one, other, before in zip(tokens, tokens[1:], (None, *tokens), strict=False):
            if other.text not in doing or not one.text[0].isupper() or shape(one.text) != "name":
                continue
            if before is None or not (before.text.lower() in _ARTICLES or _is_name(before.text, known)):
                found.add(one.text)
    return frozenset(found)


def _is_name(word: str, known: NameWords) -> bool:
    return shape(word) == "name" and not known.has("opener", word)


def _nouns(document: Document) -> frozenset[str]:
    """Return the words of a German article that the tagger takes for nouns or adjectives, and never for names."""
    if document.article.language != "de":
        return frozenset()
    tagged = [token for sentence in document.sentences if sentence.tagged for token in sentence.tokens]
    names = {token.text for token in tagged if token.tag == "PROPN"}
    return frozenset(token.text for token in tagged if token.tag in {"NOUN", "ADJ", "VERB"}) - names


def _things(document: Document) -> frozenset[str]:
    """Return the words with which the article names a ship, a storm or the like: "Hilde" of "Hurrikan Hilde"."""
    things = words(document.article.language).cues["thing"]
    found: set[str] = set()
    for sentence in document.sentences:
        tokens = sentence.tokens
        for place, token in enumerate(tokens[:-1]):
            if token.text in things:
                marked = tokens[place + 1].text in _MARKS and place + 2 < len(tokens)
                found.add(tokens[place + 1 + marked].text)
    return frozenset(found)
