"""Direct speech inside what is told: words in quotation marks that the speaker is quoted with."""

import re
from collections.abc import Iterator, Sequence

from lagebild.extract.attribution_words import QUOTES, lower
from lagebild.extract.statements_pieces import Said, inside
from lagebild.model import Document, Quotation, Sentence

_LONG = 4  # letters of a word that a name writes large
_BEFORE_WORDS = frozenset({"von", "als", "vom", "eine", "ein", "einen", "einem", "einer", "eines"})


def nested(document: Document, found: Sequence[Said]) -> Iterator[Said]:
    """Yield the words in quotation marks inside indirect and reported speech, said by the innermost speaker.

    A name or title in quotation marks ("der Sender „Nova“") is nothing that is said.
    """
    direct = [one for one in found if one.form == "direct"]
    for quotation in document.quotations:
        if quotation.depth or any(_covers(one, quotation) for one in direct):
            continue
        around = [one for one in found if one.form != "direct" and inside(quotation, one)]
        if not around or not _is_said(document, quotation):
            continue
        nearest = min(around, key=lambda one: sum(span.end - span.start for span in one.quote))
        quote = document.article.span(quotation.field, quotation.start, quotation.end)
        yield Said(nearest.attribution, (quote,), "direct", "statement.nested")


def _covers(said: Said, quotation: Quotation) -> bool:
    """Tell whether a quotation is direct speech already."""
    return any(
        span.field == quotation.field and span.start < quotation.end and quotation.start < span.end
        for span in said.quote
    )


def _is_said(document: Document, quotation: Quotation) -> bool:
    """Tell whether words in quotation marks are quoted speech and no name: speech, or what no name can be."""
    if quotation.kind == "speech" and not _is_title(document.article[quotation.field][quotation.start : quotation.end]):
        return True
    if quotation.kind == "speech":
        return False
    sentence = next(
        (
            s
            for s in document.sentences
            if s.field == quotation.field and s.start <= quotation.start < s.end and s.tagged
        ),
        None,
    )
    if sentence is None:
        return False
    first = next((n for n, token in enumerate(sentence.tokens) if token.start >= quotation.start), -1)
    last = next((n for n, t in enumerate(sentence.tokens) if t.start >= quotation.end), len(sentence.tokens))
    return 0 <= first < last and _is_worded(sentence, first, last)


def _is_title(words: str) -> bool:
    """Tell whether every longer word is written large, as in the name of a body."""
    long = [word for word in re.findall(r"\w+", words) if len(word) >= _LONG]
    return all(word[0].isupper() for word in long)


def _is_worded(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a few words in quotation marks are a wording: they open in small letters, or stand as a noun."""
    tokens = sentence.tokens[first:last]
    if len(tokens) == 1 and "." in tokens[0].text:
        return False
    if tokens[0].text[:1].islower():
        return True
    before = first - 1 if sentence.tokens[first - 1].text not in QUOTES else first - 2
    if before < 0 or sentence.tokens[before].tag in {"NOUN", "PROPN"}:
        return False
    if any(token.tag == "PROPN" for token in tokens):
        return False
    return (
        len(tokens) == 1
        and tokens[0].tag == "NOUN"
        and (lower(sentence, before) in _BEFORE_WORDS or sentence.tokens[before].tag == "ADJ")
    )
