"""Bring the mentions of one person together, and find those that name only a part: "Beispiel", "Marias"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lagebild.link.person_names_words import is_given, role_of, shape, words
from lagebild.link.place_words import words as place_words
from lagebild.model import Document, FieldName, Place, Sentence

_LEAST = 2
_FAR = 1_000_000
_APOSTROPHES = "'’"


@dataclass(slots=True)
class Person:
    """A person of the article: the words of the fullest name, and the place of each mention."""

    parts: tuple[str, ...]
    name: str
    spans: list[tuple[FieldName, int, int]] = field(default_factory=list)

    def distance(self, name: FieldName, start: int) -> int:
        """Return how far before a place the person was last named."""
        before = [at for where, at, _ in self.spans if where == name and at < start]
        return start - max(before) if before else _FAR


def bare(word: str, others: frozenset[str]) -> str:
    """Return a word without a German genitive "s", where the bare word stands in the article as well."""
    return word[:-1] if len(word) > _LEAST and word.endswith("s") and word[:-1] in others else word


def is_same(person: Person, parts: tuple[str, ...]) -> bool:
    """Return whether a name may be that of this person: all its words are of the other, the family's the same."""
    lower = (tuple(part.casefold() for part in one) for one in (parts, person.parts))
    short, long = sorted(lower, key=len)
    if len(short) == 1:
        return short[0] == long[-1] or (short[0] == long[0] and len(long) > 1)
    if short == long[: len(short)]:
        return True
    if short[-1] != long[-1]:
        return False
    return set(short) <= set(long) or (short[0][0] == long[0][0] and len(short[0].rstrip(".")) == 1)


def joined(person: Person, parts: tuple[str, ...], name: str) -> None:
    """Keep the fuller of two names of a person."""
    if len(parts) > len(person.parts) or (len(parts) == len(person.parts) and len(name) > len(person.name)):
        person.parts, person.name = parts, name


@dataclass(frozen=True, slots=True)
class Again:
    """A later mention by a part of the name; `last` is the place behind it in its sentence.

    `sure` is false where the name is another person's too.
    """

    sentence: Sentence
    first: int
    last: int
    start: int
    end: int
    person: Person
    sure: bool = True

    @property
    def field(self) -> FieldName:
        """Return whether it stands in the title or in the text."""
        return self.sentence.field


def again(persons: list[Person], document: Document, places: dict[FieldName, tuple[Place, ...]]) -> Iterator[Again]:
    """Yield the mentions of known persons that stand outside those already found."""
    language = document.article.language
    by_word = _by_word(persons, language)
    led = {tuple(name.split()): person for person in persons if (name := _led(person)) is not None}
    taken = {name: [(s, e) for one in persons for at, s, e in one.spans if at == name] for name in places}
    particles = {spelt[0] for spelt in led}
    for sentence in document.sentences if by_word or led else ():
        last = 0
        for place, token in enumerate(sentence.tokens):
            if place < last or not (token.text[0].isupper() or "-" in token.text or token.text in particles):
                continue
            found = _mention(sentence, place, by_word, led)
            if found is None:
                continue
            last = found.last
            if any(s < found.end and found.start < e for s, e in taken[found.field]):
                continue
            if _stands_alone(found, language) and not _is_place(found, places[found.field]):
                yield found


def _by_word(persons: Iterable[Person], language: str) -> dict[str, list[Person]]:
    """Return the persons by each word that may name them alone: the family's, and a given name that is one."""
    found: dict[str, list[Person]] = {}
    known = words(language)
    for person in persons:
        for at, part in enumerate(person.parts):
            if shape(part) != "name" or known.has("opener", part) or known.has("before_place", part):
                continue
            if known.has("no_person", part) or (at == 0 and len(person.parts) > 1 and not is_given(part, language)):
                continue
            found.setdefault(part, []).append(person)
    return found


def _led(person: Person) -> str | None:
    """Return the family's name with the particles that lead to it: "van der Meer"."""
    at = next((n for n, part in enumerate(person.parts) if n and part[0].islower() and "-" not in part), None)
    return " ".join(person.parts[at:]) if at is not None else None


def _mention(
    sentence: Sentence, place: int, by_word: dict[str, list[Person]], led: dict[tuple[str, ...], Person]
) -> Again | None:
    """Return the mention that begins with this word, as long as it goes on, or None."""
    tokens = sentence.tokens
    if not tokens[place].text[0].isalpha():
        return None
    for parts, person in led.items():
        spelt = [token.text for token in tokens[place : place + len(parts)]]
        if spelt and (spelt[0].lower(), *spelt[1:]) == (parts[0].lower(), *parts[1:]):
            last = place + len(parts)
            return Again(sentence, place, last, tokens[place].start, tokens[last - 1].end, person)
    last, keys, end = place, [], -1
    while last < len(tokens) and (last == place or tokens[last].start - tokens[last - 1].end == 1):
        key, length = _key(tokens[last].text, by_word)
        if not key:
            break
        keys.append(key)
        end, last = tokens[last].start + length, last + 1
        if end != tokens[last - 1].end:
            break
    if not keys:
        return None
    fitting = _fitting(keys, by_word)
    start = tokens[place].start
    person = min(fitting, key=lambda one: one.distance(sentence.field, start))
    return Again(sentence, place, last, start, end, person, sure=len(fitting) == 1)


def _key(word: str, by_word: dict[str, list[Person]]) -> tuple[str, int]:
    """Return the name that a word is or begins with, in the genitive too, and how many letters of it are the name."""
    if word in by_word:
        return word, len(word)
    for shorter in (word[:-1] if word[-1:] in {"s", *_APOSTROPHES} else "", word[:-2] if word[-2:-1] == "-" else ""):
        if shorter in by_word:
            return shorter, len(word)
    before = word.partition("-")[0]
    return (before, len(before)) if before in by_word else ("", 0)


def _fitting(keys: list[str], by_word: dict[str, list[Person]]) -> list[Person]:
    """Return the persons who may be meant: those most of whose words fit."""
    candidates = {id(person): person for key in keys for person in by_word[key]}
    best = max(sum(key in person.parts for key in keys) for person in candidates.values())
    return [person for person in candidates.values() if sum(key in person.parts for key in keys) == best]


def _stands_alone(found: Again, language: str) -> bool:
    """Return whether the word is no part of another name, and no noun with an article."""
    known, tokens = words(language), found.sentence.tokens
    before = tokens[found.first - 1].text if found.first else ""
    after = tokens[found.last] if found.last < len(tokens) else None
    beside = after.text if after is not None and after.start - found.end == 1 else ""
    if beside and known.has("no_person", beside) and not known.has("opener", beside):
        return False
    if beside and shape(beside) == "name" and language == "en" and not role_of(beside, language):
        return known.has("opener", beside)
    if known.has("thing", before):
        return False
    word = tokens[found.first].text
    if language == "de" and before.lower() in place_words("de").cues["article"]:
        return not (role_of(word, "de") or is_given(word, "de"))
    common = role_of(word, language) is not None and found.last - found.first == 1
    return not (common and language == "en" and shape(before) == "name")


def _is_place(found: Again, places: tuple[Place, ...]) -> bool:
    """Return whether the article means a place there."""
    return any(place.start <= found.start and found.end <= place.end for place in places)
