"""Recognise what the language of an article says: sentences, clauses, phrases, numbers, quotations, dates."""

from dataclasses import replace

from lagebild.annotate import english, relevance
from lagebild.annotate.clauses import clauses
from lagebild.annotate.dates import mentions
from lagebild.annotate.numbers import numbers
from lagebild.annotate.parser import tagged
from lagebild.annotate.phrases import phrases
from lagebild.annotate.quotations import quotations
from lagebild.annotate.repairs import repaired
from lagebild.annotate.tokens import sentences
from lagebild.model import Article, Document, Sentence

__all__ = ["document"]


def document(article: Article) -> Document:
    """Return the article with its sentences, quotations and dates recognised.

    Only sentences that can carry a claim, and their neighbours, are tagged and parsed; the others have bare tokens.
    """
    language = article.language
    plain = list(sentences("title", article.title, 0, language))
    plain += sentences("text", article.text, len(plain), language)
    wanted = relevance.relevant(article, plain)
    parsed = tuple(_parsed(sentence, language) if n in wanted else sentence for n, sentence in enumerate(plain))
    quoted = (*quotations("title", article.title), *quotations("text", article.text))
    return Document(article, parsed, quoted, mentions(article))


def _parsed(sentence: Sentence, language: str) -> Sentence:
    """Return a sentence with tags, numbers, clauses and phrases."""
    if language == "en":
        return english.parsed(sentence, tagged(sentence.tokens, language))
    words = repaired(tagged(sentence.tokens, language))
    counted = tuple(numbers(words))
    parts = clauses(words)
    return replace(
        sentence, tagged=True, tokens=words, numbers=counted, clauses=parts, phrases=phrases(words, counted, parts)
    )
