"""A tagged sentence as the rules read it, and what a rule finds in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.extract.lexicon import pattern, word_set
from lagebild.model import Clause, Document, Group, Measure, Modality, Number, Phrase, Qualifier, Sentence, Span, Token


@dataclass(frozen=True, slots=True)
class Count:
    """How many, and where it stands: token places of the number, or of the noun that implies it."""

    low: int | None
    high: int | None
    qualifier: Qualifier
    first: int
    last: int
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure before it is attributed: one measure, one count, one place.

    `cue` are the token places of the word that gives the measure, in the sentence `cue_sentence`; `phrase` is the
    counted phrase, or -1; `part` marks a part of a total named with it; `settled` is a modality that the construction
    itself gives ("von 25 auf 21 korrigiert"), or None.
    """

    measure: Measure
    count: Count
    sentence: int
    cue: tuple[int, int]
    cue_sentence: int
    phrase: int
    clause: int
    rule: str
    score: float
    group: tuple[Group, ...] = ()
    part: bool = False
    settled: Modality | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A tagged sentence of a document with its words in lower case."""

    document: Document
    sentence: Sentence
    lower: tuple[str, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Return the tokens of the sentence."""
        return self.sentence.tokens

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """Return the noun phrases of the sentence."""
        return self.sentence.phrases

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Return the clauses of the sentence."""
        return self.sentence.clauses

    @property
    def language(self) -> str:
        """Return the language of the article, the folder of its vocabulary."""
        return self.document.article.language

    def set_of(self, name: str) -> frozenset[str]:
        """Return a set of words of the article's language."""
        return word_set(self.language, name)

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return a pattern of the article's language."""
        return pattern(self.language, name)

    def number(self, phrase: Phrase) -> Number | None:
        """Return the number in a phrase, or None."""
        return self.sentence.numbers[phrase.number] if phrase.number >= 0 else None

    def words(self, first: int, last: int) -> str:
        """Return the words of these token places joined by single spaces."""
        return " ".join(token.text for token in self.tokens[first:last])

    def clause_words(self, clause: Clause) -> str:
        """Return the words of a clause's own tokens joined by single spaces."""
        return " ".join(self.tokens[place].text for place in clause.tokens)

    def span(self, first: int, last: int) -> Span:
        """Return the span from one token place to another, the last excluded."""
        tokens = self.tokens
        return self.document.article.span(self.sentence.field, tokens[first].start, tokens[last - 1].end)

    def in_clause(self, clause: int) -> Iterator[tuple[int, Phrase]]:
        """Yield the phrases of a clause with their places in the sentence."""
        return ((n, phrase) for n, phrase in enumerate(self.phrases) if phrase.clause == clause)

    def has(self, clause: Clause, pattern: re.Pattern[str]) -> bool:
        """Tell whether the words of a clause match a pattern."""
        return bool(pattern.search(self.clause_words(clause)))


def readings(document: Document) -> tuple[Reading, ...]:
    """Return the tagged sentences of a document as readings, in order."""
    return tuple(
        Reading(document, sentence, tuple(token.text.lower() for token in sentence.tokens))
        for sentence in document.sentences
        if sentence.tagged
    )
