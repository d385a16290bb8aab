"""Sentences as annotate reads them, for the tests of this folder."""

from lagebild import annotate
from lagebild.model import Article, Sentence


def sentence(text: str, title: str = "") -> Sentence:
    """Return the first sentence of a text (or title) that annotate tags."""
    document = annotate.document(Article(id="t", title=title, text=text, language="de"))
    return next(s for s in document.sentences if s.tagged)


def words(of: Sentence, first: int, last: int) -> str:
    """Return the words between two token places."""
    return " ".join(token.text for token in of.tokens[first:last])
