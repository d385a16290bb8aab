"""What an English sentence says: its numbers, clauses and noun phrases, from tags mended where structure decides."""

from dataclasses import replace

from lagebild.annotate.english.clauses import clauses
from lagebild.annotate.english.numbers import numbers
from lagebild.annotate.english.phrases import phrases
from lagebild.annotate.english.repairs import repaired
from lagebild.model import Sentence, Token

__all__ = ["parsed"]


def parsed(sentence: Sentence, tagged: tuple[Token, ...]) -> Sentence:
    """Return the sentence with numbers, clauses and phrases, from its tokens as the tagger gave them."""
    words = repaired(tagged)
    counted = tuple(numbers(words))
    parts = clauses(words)
    return replace(
        sentence, tagged=True, tokens=words, numbers=counted, clauses=parts, phrases=phrases(words, counted, parts)
    )
