"""The words that tell a person's name, as sets, and what a single word is: a name by its form, a role, a given name."""

import functools
import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lagebild.link.place_words import country_of_adjective
from lagebild.link.place_words import words as place_words
from lagebild.vocabulary import load
from lagebild.vocabulary.persons import GivenNames, NameCue, PersonCue, PersonRole, Role

Shape: TypeAlias = Literal["name", "initial", ""]

_ARABIC = re.compile(r"(?:al|el|as|ad|an|ar|at|az|ash)[-‑](?=\w)", re.IGNORECASE)
_INITIAL = re.compile(r"(?:[^\W\d_a-z]\.)+|[^\W\d_a-zß-öø-ÿ]")
_NAME = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*")
_SHORTEST_FIRST_PART = 2


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words by what they tell, given names, and roles by whole word and by last part."""

    cues: dict[NameCue, frozenset[str]]
    given: frozenset[str]
    ambiguous: frozenset[str]
    roles: dict[str, Role]
    endings: dict[str, Role]

    def has(self, kind: NameCue, word: str) -> bool:
        """Return whether the word is one of this kind."""
        return word in self.cues[kind]


@functools.cache
def words(language: str) -> NameWords:
    """Return the words of a language."""
    cues: dict[NameCue, frozenset[str]] = {}
    for cue in load(language, "person_cues", PersonCue):
        cues[cue.kind] = cues.get(cue.kind, frozenset()) | frozenset(cue.words)
    roles: dict[str, Role] = {}
    endings: dict[str, Role] = {}
    for row in load(language, "person_roles", PersonRole):
        for word in row.words:
            roles.setdefault(word.strip("-").lower(), row.role)
            if word.startswith("-"):
                endings.setdefault(word.strip("-").lower(), row.role)
    known = load("codes", "given_names", GivenNames)
    ambiguous = frozenset(name for row in known if row.also for name in row.names)
    listed = frozenset(name for row in known for name in row.names)
    listed |= place_words("de").cues["forename"] | place_words("en").cues["forename"]
    return NameWords(cues, listed - ambiguous, ambiguous, roles, endings)


@functools.lru_cache(8192)
def role_of(word: str, language: str) -> Role | None:
    """Return what a noun says that somebody is, or None: "Innenminister" is an office, "Nachbarin" a private role."""
    known = words(language)
    if language == "de" and not word.rpartition("-")[2][:1].isupper() and not word[:1].isupper():
        return None
    low = word.lower().rstrip(".")
    if low in known.roles:
        return known.roles[low]
    if language == "en":
        last = low.rpartition("-")[2]
        return known.roles.get(last) if last != low and last else None
    for start in range(_SHORTEST_FIRST_PART, len(low) - 1):
        if low[start:] in known.endings:
            return known.endings[low[start:]]
    return None


@functools.lru_cache(8192)
def shape(word: str) -> Shape:
    """Return whether a word is written as a name ("Rehm", "al-Rashid", "O'Hara"), as an initial ("J."), or neither."""
    if not word[:1].isupper() and not _ARABIC.match(word):
        return ""
    if _INITIAL.fullmatch(word):
        return "initial"
    bare = _ARABIC.sub("", word, count=1)
    if not bare[:1].isupper() or not _NAME.fullmatch(bare):
        return ""
    parts = re.split(r"[-‑'’]", bare)
    return "name" if all(len(part) == 1 or not part.isupper() for part in parts) else ""


@functools.lru_cache(8192)
def is_of_a_country(word: str, language: str) -> bool:
    """Return whether a word is one for the people or things of a country: "Ukrainer", "American"."""
    known = place_words(language)
    return word in known.people or word.casefold() in known.adjectives or bool(country_of_adjective(word, language))


def is_given(word: str, language: str) -> bool:
    """Return whether a word is a given name, or a pair of them joined, and hardly anything else."""
    known = words(language)
    if word in known.given or "-" not in word:
        return word in known.given
    parts = word.split("-")
    listed = all(part in known.given or part in known.ambiguous for part in parts)
    return listed and any(part in known.given for part in parts)
