"""Who said what: a statement for each attribution, with its words, its cue and its speaker as spans."""

from collections.abc import Iterator, Sequence

from lagebild.extract.attribution_model import Attribution
from lagebild.extract.figures import claim_id
from lagebild.model import Document, Source, Span, Statement

_SCORES = {"direct": 0.85, "indirect": 0.8, "reported": 0.6, "free_indirect": 0.6}


def statements(document: Document, said: Sequence[Attribution]) -> Iterator[Statement]:
    """Yield a statement for each stretch of text that somebody says, in text order.

    Of a chain ("unter Berufung auf X") the speaker is the one nearest to what is said. Stretches without a speaker
    give none. `speaker_name` is left for `link` to resolve.
    """
    seen: set[str] = set()
    for attribution in sorted(said, key=lambda a: (a.field != "title", a.start, a.end)):
        if not attribution.sources or attribution.end <= attribution.start:
            continue
        quote = document.article.span(attribution.field, attribution.start, attribution.end)
        identity = claim_id(document.article, "statement", quote, attribution.form)
        if identity in seen or not quote.quote.strip():
            continue
        seen.add(identity)
        speaker = _span(attribution.sources[0])
        yield Statement(
            id=identity,
            form=attribution.form,
            quote=(quote,),
            cue=attribution.cue,
            speaker=(speaker,),
            speaker_name=None,
            evidence=_around(document, quote, (speaker, *attribution.cue)),
            rule=attribution.rule,
            score=_SCORES[attribution.form],
        )


def _span(source: Source) -> Span:
    return Span(source.field, source.start, source.end, source.quote)


def _around(document: Document, quote: Span, others: Sequence[Span]) -> Span:
    """Return the stretch that holds what is said and who says it."""
    inside = [quote, *(span for span in others if span.field == quote.field)]
    return document.article.span(quote.field, min(s.start for s in inside), max(s.end for s in inside))
