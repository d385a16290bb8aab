"""Which sentences can carry a claim: those with a word of harm, or of reporting beside one."""

import functools
import re
from collections.abc import Sequence

from lagebild.model import Article, Sentence
from lagebild.vocabulary import load
from lagebild.vocabulary.measures import MeasureStems

_PLAIN = re.compile(r"[a-zäöüß ]+")
_ENDLESS = re.compile(r"\b\w{100,}+")  # no word of German, and slow to search for one


@functools.cache
def _stems() -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Return the stems that are plain letters, which are quick to look for, and the pattern of all others."""
    stems = [stem for row in load("de", "relevance", MeasureStems) for stem in row.stems]
    plain = tuple(dict.fromkeys(stem for stem in stems if _PLAIN.fullmatch(stem)))
    return plain, re.compile("|".join(stem for stem in stems if not _PLAIN.fullmatch(stem)))


def _carries(sentence: str) -> bool:
    """Return whether a stem stands in the sentence."""
    lower = _ENDLESS.sub(" ", sentence.lower())
    plain, pattern = _stems()
    return any(stem in lower for stem in plain) or pattern.search(lower) is not None


def relevant(article: Article, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return the places of the sentences that can carry a claim and of their neighbours, the stated box left out."""
    found = [n for n, s in enumerate(sentences) if _carries(article[s.field][s.start : s.end])]
    near = {n + step for n in found for step in (-1, 0, 1)}
    return frozenset(n for n in near if 0 <= n < len(sentences) and not _is_boxed(article, sentences[n]))


def _is_boxed(article: Article, sentence: Sentence) -> bool:
    """Return whether a cell of the article's own fact box stands in the sentence: it is stated there, not told."""
    cells = (cell.span for cell in article.stated_box)
    return any(span.field == sentence.field and sentence.start <= span.start < sentence.end for span in cells)
