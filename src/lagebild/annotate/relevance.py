"""Which sentences can carry a claim: those with a word of harm, or of reporting."""

import functools
import re
from collections.abc import Iterator, Sequence

from lagebild.model import Article, Sentence
from lagebild.vocabulary import load
from lagebild.vocabulary.measures import MeasureStems

_PLAIN = re.compile(r"[a-zäöüß ]+")
_OPEN = re.compile(
    r"\((?:\?[:=!<]+)?[^()]*\)[?*+]?|\[[^\]]*\][?*+]?|\\\w[?*+]*|\w[?*]|\.[?*+]*"
)  # what a match may lack
_SPECIAL = re.compile(r"[\\\[\](){}?*+.|^$]")
_RUN = re.compile(r"[a-zäöüß]+")
_ENDLESS = re.compile(r"\b\w{100,}+")  # no word of German, and slow to search for one


@functools.cache
def _stems(language: str, use: str) -> tuple[tuple[str, ...], tuple[tuple[str, re.Pattern[str]], ...]]:
    """Return the stems of a use that are plain strings, and the patterns, each with letters that it needs."""
    stems = [stem for row in load(language, "relevance", MeasureStems) if row.use == use for stem in row.stems]
    plain = tuple(stem for stem in stems if not _SPECIAL.search(stem))
    return plain, tuple((_letters(stem), re.compile(stem)) for stem in stems if stem not in plain)


def _letters(pattern: str) -> str:
    """Return the longest run of letters that every match of a pattern has, or ""."""
    bare = _OPEN.sub(" ", pattern)
    while (shorter := _OPEN.sub(" ", bare)) != bare:
        bare = shorter
    return max(_RUN.findall(bare), key=len, default="") if "|" not in bare else ""


def _has_stem(language: str, text: str, use: str) -> bool:
    """Tell whether a text in lower case has a stem of a use; plain strings are searched first, being fast."""
    plain, patterns = _stems(language, use)
    return any(stem in text for stem in plain) or any(part in text and found.search(text) for part, found in patterns)


def relevant(article: Article, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return the places of the sentences that can carry a claim, and of those beside them that may say who says so.

    A sentence of the article's own fact box is none of them; all others are in an article that has one, as its box
    may lack whoever tells a central fact.
    """
    if article.stated_box:  # a report to be proofread: whoever tells a central fact belongs in its box
        return frozenset(n for n, s in enumerate(sentences) if not _is_boxed(article, s))
    texts = [_ENDLESS.sub(" ", article[s.field][s.start : s.end].lower()) for s in sentences]
    language = article.language
    found = [n for n, text in enumerate(texts) if _may_tell(language, text)]
    near = {n + step for n in found for step in (-1, 1) if 0 <= n + step < len(sentences)}
    leaning = {n - 1 for n in found if n and _has_stem(language, texts[n], "leaning")}
    wanted = {
        *found,
        *leaning,
        *(n for n in near if _has_stem(language, texts[n], "beside")),
        *_saying(language, texts),
    }
    return frozenset(n for n in wanted if not _is_boxed(article, sentences[n]))


def _saying(language: str, texts: Sequence[str]) -> Iterator[int]:
    """Yield the places of the sentences that may say what somebody says, and of those before that may name them."""
    last = -2
    for n, text in enumerate(texts):
        runs_on = last == n - 1 and _has_stem(language, text, "saying_on")
        if not runs_on and not _has_stem(language, text, "saying"):
            continue
        last = n
        yield n
        if n and _has_stem(language, text, "saying_leaning"):
            yield n - 1


def _may_tell(language: str, text: str) -> bool:
    """Tell whether a sentence may tell of harm, or of forces, flight and rescue by number."""
    if _has_stem(language, text, "alone"):
        return True
    if _has_stem(language, text, "with_number") and _has_stem(language, text, "number"):
        return True
    return _has_stem(language, text, "thing") and _has_stem(language, text, "act")


def _is_boxed(article: Article, sentence: Sentence) -> bool:
    """Return whether a cell of the article's own fact box stands in the sentence: it is stated there, not told."""
    cells = (cell.span for cell in article.stated_box)
    return any(span.field == sentence.field and sentence.start <= span.start < sentence.end for span in cells)
