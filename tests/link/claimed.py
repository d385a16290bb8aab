"""Documents and figures for the tests of this stage: a text, and which of its words are counts of what."""

from lagebild import annotate
from lagebild.model import Article, Document, FieldName, Figure, Measure, Qualifier, Source, Span


def document(text: str, *, title: str = "Meldung", published: str = "2026-05-20") -> Document:
    """Return an annotated article."""
    return annotate.document(Article(id="a", title=title, text=text, language="de", published=published))


def figure(
    made: Document, count: str, measure: Measure, low: int | None, *, high: int | None = -1, source: str = ""
) -> Figure:
    """Return a figure at the first place of these words, exact unless `high` says otherwise; the title goes first.

    Words after a "|" tell where: "zwei|Kinder" is the first "zwei" that stands before "Kinder".
    """
    words, _, after = count.partition("|")
    sought = f"{words} {after}" if after else words
    field: FieldName = "title" if sought in made.article.title else "text"
    start = made.article[field].index(sought)
    span = Span(field, start, start + len(words), words)
    return Figure(
        id=f"{measure}-{field}-{start}",
        measure=measure,
        low=low,
        high=low if high == -1 else high,
        qualifier=_qualifier(low, low if high == -1 else high),
        modality="stated",
        evidence=span,
        count=span,
        rule="test",
        score=1.0,
        sources=(_source(made, source),) if source else (),
    )


def _qualifier(low: int | None, high: int | None) -> Qualifier:
    if low is None:
        return "at_most"
    return "at_least" if high is None else "exact" if low == high else "range"


def _source(made: Document, words: str) -> Source:
    start = made.article.text.index(words)
    return Source(words, "text", start, start + len(words), words)
