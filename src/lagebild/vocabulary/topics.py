"""What a sentence of a report is about, by its words: the headings that a dossier groups quotations under."""

import functools
import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lagebild.vocabulary import Entry, load
from lagebild.vocabulary.labels import LANGUAGES

Topic: TypeAlias = Literal["course", "cause", "rescue", "reactions", "outlook", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCue(Entry):
    """Words that tell what a sentence is about; `words` are beginnings of words, `inside` may stand within one."""

    topic: Topic
    words: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()


def topic_of(sentence: str, language: str) -> Topic:
    """Return what a sentence is about, by the first entry that fires; "other" where none does."""
    return next((topic for topic, pattern in topic_cues(language) if pattern.search(sentence)), "other")


@functools.cache
def topic_cues(language: str) -> tuple[tuple[Topic, re.Pattern[str]], ...]:
    """Return the cues of a language in file order, none for a language that has no table."""
    if language not in LANGUAGES:
        return ()
    return tuple((row.topic, pattern(row)) for row in load(language, "topics", TopicCue))


def pattern(row: TopicCue) -> re.Pattern[str]:
    """Return an entry as a pattern that is searched for."""
    begins = [rf"\b{re.escape(word)}" for word in row.words]
    return re.compile("|".join([*begins, *map(re.escape, row.inside)]), re.IGNORECASE)
