"""Which class a word is of, and the rows of the tables of events by the words that call them."""

import functools
import re
from dataclasses import dataclass

from lagebild.vocabulary import load
from lagebild.vocabulary.events import EventNoun, EventVerb, EventWords
from lagebild.vocabulary.labels import country_names

_PARTS = re.compile(r"[-\u2011/]")
_SHORTEST = 2
_SHORT_NOUN = 5
_NOUNS = frozenset({
    "arms", "arms_if", "forces", "armed", "police", "party", "persons", "machine", "civilian_target", "armed_target",
    "ground", "holder", "gunmen", "generic", "speech", "weapon.heavy", "weapon.aerial", "weapon.drone",
    "weapon.explosives", "weapon.firearms", "spokesman", "naming",
})  # fmt: skip


@functools.cache
def _classes(language: str) -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """Return the words of each class, and the last parts of compounds."""
    found = {}
    for row in load(language, "event_words", EventWords):
        whole = frozenset(word.removeprefix("-") for word in row.words)
        found[row.id] = whole, tuple(word[1:] for word in row.words if word.startswith("-"))
    return found


@functools.lru_cache(maxsize=32768)
def is_of(language: str, word: str, name: str) -> bool:
    """Tell whether a word in lower case is of a class; KeyError where there is no such class."""
    whole, endings = _classes(language)[name]
    forms = _inflected(word) if language == "de" and name in _NOUNS else (word,)
    if any(form in whole or _PARTS.split(form)[-1] in whole for form in forms):
        return True
    return bool(endings) and any(form.endswith(endings) for form in forms)


def _inflected(word: str) -> tuple[str, ...]:
    """Return a German noun with the forms without its dative "n" and its genitive "s" or "es"."""
    bare = [word.removesuffix(end) for end in ("n", "s", "es") if word.endswith(end) and len(word) > _SHORT_NOUN]
    return (word, *bare)


def words_of(language: str, name: str) -> frozenset[str]:
    """Return the words of a class."""
    return _classes(language)[name][0]


@functools.lru_cache(maxsize=8192)
def is_country(language: str, name: str) -> bool:
    """Tell whether a name is that of a country, a genitive "s" left off; regions and towns are none."""
    known = country_names()
    bare = name[:-1] if name.endswith("s") and len(name) > _SHORTEST else name
    return name in known or bare in known or is_of(language, name.lower(), "country")


@dataclass(frozen=True, slots=True)
class VerbRule:
    """A row of the verbs with its patterns compiled."""

    row: EventVerb
    needs: re.Pattern[str] | None
    without: re.Pattern[str] | None
    trigger: re.Pattern[str] | None

    def holds(self, words: str) -> bool:
        """Tell whether the words of a clause, in lower case, let the row fire."""
        return (self.needs is None or bool(self.needs.search(words))) and not (
            self.without is not None and self.without.search(words)
        )


def _joined(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else None


@functools.cache
def verb_rules(language: str) -> dict[str, tuple[VerbRule, ...]]:
    """Return the rules of the verbs by lemma."""
    found: dict[str, list[VerbRule]] = {}
    for row in load(language, "event_verbs", EventVerb):
        trigger = re.compile(row.trigger) if row.trigger else None
        rule = VerbRule(row, _joined(row.needs), _joined(row.without), trigger)
        for lemma in row.lemmas:
            found.setdefault(lemma, []).append(rule)
    return {lemma: tuple(rules) for lemma, rules in found.items()}


@functools.cache
def _noun_rules(language: str) -> tuple[dict[str, EventNoun], tuple[tuple[str, EventNoun], ...]]:
    whole: dict[str, EventNoun] = {}
    endings: list[tuple[str, EventNoun]] = []
    for row in load(language, "event_nouns", EventNoun):
        for noun in row.nouns:
            if noun.startswith("-"):
                endings.append((noun[1:], row))
            else:
                whole[noun] = row
    return whole, tuple(endings)


@functools.lru_cache(maxsize=8192)
def noun_rule(language: str, word: str) -> EventNoun | None:
    """Return the row of a noun in lower case, or None."""
    whole, endings = _noun_rules(language)
    return whole.get(word) or next((row for ending, row in endings if word.endswith(ending)), None)
