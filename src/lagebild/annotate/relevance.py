"""Which sentences can carry a claim: those with a word of harm, or of reporting beside one."""

import functools
import re
from collections.abc import Sequence

from lagebild.model import Article, Sentence
from lagebild.vocabulary import load
from lagebild.vocabulary.measures import MeasureStems

_ENDLESS = re.compile(r"\b\w{100,}+")  # no word of German, and slow to search for one


@functools.cache
def _stems() -> re.Pattern[str]:
    stems = [stem for row in load("de", "relevance", MeasureStems) for stem in row.stems]
    return re.compile("|".join(stems), re.IGNORECASE)


def relevant(article: Article, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return the places of the sentences that can carry a claim and of their neighbours, the stated box left out."""
    found = [
        n for n, s in enumerate(sentences) if _stems().search(_ENDLESS.sub(" ", article[s.field][s.start : s.end]))
    ]
    near = {n + step for n in found for step in (-1, 0, 1)}
    return frozenset(n for n in near if 0 <= n < len(sentences) and not _is_boxed(article, sentences[n]))


def _is_boxed(article: Article, sentence: Sentence) -> bool:
    """Return whether a cell of the article's own fact box stands in the sentence: it is stated there, not told."""
    cells = (cell.span for cell in article.stated_box)
    return any(span.field == sentence.field and sentence.start <= span.start < sentence.end for span in cells)
