"""Who is counted: whether a noun names people, and which groups the text says they belong to."""

import functools
import re

from lagebild.extract.reading import Reading
from lagebild.model import Group, Phrase
from lagebild.vocabulary import load
from lagebild.vocabulary.measures import GroupNouns, PeopleNouns

_ADULT = 18
_SHORTEST_ENDING = 5


@functools.cache
def _people(language: str) -> tuple[dict[str, bool], dict[bool, tuple[str, ...]]]:
    rows = load(language, "people", PeopleNouns)
    words = {noun: row.people for row in rows for noun in row.nouns}
    endings: dict[bool, tuple[str, ...]] = {
        sign: tuple(ending for row in rows if row.people is sign for ending in row.endings) for sign in (True, False)
    }
    return words, endings


@functools.cache
def _groups(language: str) -> tuple[dict[str, tuple[Group, ...]], dict[str, tuple[Group, ...]]]:
    rows = load(language, "groups", GroupNouns)
    nouns = {noun: row.group for row in rows for noun in row.nouns}
    adjectives = {adjective: row.group for row in rows for adjective in row.adjectives}
    return nouns, adjectives


@functools.lru_cache(maxsize=8192)
def names_people(language: str, noun: str, *, nominalised: bool = False) -> bool | None:
    """Tell whether a noun names people: True or False where the vocabulary knows, None where it does not.

    A compound goes by its last part; a nominalised adjective ("Vermummte") names people.
    """
    words, endings = _people(language)
    word = noun.lower()
    last = re.split(r"[-\u2011/]", word)[-1]
    for form in (word, last):
        if form in words:
            return words[form]
        if form in _groups(language)[0]:
            return True
    if last.endswith(endings[False]):
        return False
    if last.endswith(endings[True]) or nominalised:
        return True
    return None


@functools.lru_cache(maxsize=8192)
def noun_groups(language: str, noun: str) -> tuple[Group, ...]:
    """Return the groups that a noun says, by itself or as the last part of a compound."""
    nouns, _ = _groups(language)
    word = noun.lower()
    last = re.split(r"[-\u2011/]", word)[-1]
    for form in (word, last):
        if form in nouns:
            return nouns[form]
    for start in range(1, len(last) - _SHORTEST_ENDING + 1):
        ending = last[start:]
        if ending in nouns and len(ending) >= _SHORTEST_ENDING:
            return nouns[ending]
    return ()


def age(reading: Reading, word: str) -> int | None:
    """Return the age in "16-jähriger", 0 for one under 18 in letters ("Dreijährige"), or None."""
    digits = reading.pattern("age").search(word)
    if digits:
        return int(digits.group(1))
    return 0 if reading.pattern("small_age").search(word) else None


def groups(reading: Reading, phrase: Phrase) -> tuple[Group, ...]:
    """Return the groups that a phrase says of the people counted in it, in the order of the model."""
    found: set[Group] = set()
    _, adjectives = _groups(reading.language)
    for place in range(_behind_genitive(reading, phrase), phrase.last):
        token = reading.tokens[place]
        if token.tag in {"NOUN", "PROPN"} and place == phrase.head:
            found.update(() if _is_headcount(reading, phrase) else noun_groups(reading.language, token.text))
        found.update(adjectives.get(reading.lower[place], ()))
        years = age(reading, token.text)
        if years is not None and years < _ADULT:
            found.add("child")
    if _years_old(reading, phrase):
        found.add("child")
    if "child" in found:
        found -= {"man", "woman"}
    return tuple(sorted(found))


def _behind_genitive(reading: Reading, phrase: Phrase) -> int:
    """Return where the words about the counted themselves begin: behind "the police captain's"."""
    places = [n for n in range(phrase.first, phrase.head) if reading.lower[n] in {"'s", "’s", "'", "’"}]
    return places[-1] + 1 if places else phrase.first


def _is_headcount(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether "Mann" counts heads, whoever they are ("260 Mann")."""
    number = reading.number(phrase)
    several = number is not None and not (number.low == number.high == 1)
    return several and reading.lower[phrase.head] == "mann"


def _years_old(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether the phrase says an age under 18 as "ein fünf Jahre altes Mädchen"."""
    for number in reading.sentence.numbers:
        inside = phrase.first <= number.core_first < phrase.last
        if inside and number.kind == "time" and number.low is not None and number.low < _ADULT:
            tail = reading.lower[number.last : phrase.last]
            return any(word.startswith("alt") for word in tail)
    return False


def is_counted(reading: Reading, phrase: Phrase, *, people_only: bool) -> bool:
    """Tell whether a phrase can name the people counted: no thing, no animal, no time."""
    token = reading.tokens[phrase.head]
    if phrase.number >= 0 and reading.sentence.numbers[phrase.number].kind != "cardinal":
        return False
    if token.tag not in {"NOUN", "PROPN"}:
        return True
    known = names_people(reading.language, token.text, nominalised=token.form == "nominalised")
    if token.tag == "PROPN" and known is None:
        return not people_only
    return bool(known) if people_only else known is not False


def may_be_person(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a singular noun that the vocabulary does not know may name one person.

    It may where its determiner is masculine ("der Inhaber") or its form feminine ("die Inhaberin"), and where it stands
    alone as a name does ("Dulmatin"); never where its ending is that of an abstract noun.
    """
    word = reading.lower[phrase.head]
    if reading.pattern("abstract").search(word):
        return False
    if phrase.first == phrase.head:
        return reading.sentence.field == "text" and word == reading.tokens[phrase.head].lemma.lower()
    if word.endswith("in") and len(word) > _SHORTEST_ENDING:
        return True
    masculine = phrase.case in {"nominative", "accusative"}
    return masculine and bool(reading.pattern("agent").search(word))
