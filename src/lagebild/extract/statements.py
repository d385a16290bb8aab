"""Who said what: a statement for each attribution, with its words, its cue and its speaker as spans."""

from collections.abc import Iterable, Iterator, Sequence

from lagebild.extract.attribution_model import Attribution, Form
from lagebild.extract.figures import claim_id
from lagebild.extract.statements_nested import nested
from lagebild.extract.statements_pieces import Said, told
from lagebild.model import Document, Source, Span, Statement

_PARTICLE = 2  # words behind a quotation that leave it the end of its clause: the mark, and "zurück" or "und"
_SCORES = {"direct": 0.85, "indirect": 0.8, "reported": 0.6, "free_indirect": 0.6}


def statements(document: Document, said: Sequence[Attribution]) -> Iterator[Statement]:
    """Yield a statement for each that somebody makes, in text order; words in quotation marks inside are one more.

    Of a chain ("unter Berufung auf X") the speaker is the one nearest to what is said. `speaker_name` is the wording
    of whom a pronoun means, for `link` to name, and else left to it.
    """
    seen: set[str] = set()
    found = told(document, said)
    inner = list(nested(document, found))
    both = [*(one for one in found if not _only_quotes(one, inner)), *inner]
    for one in sorted(both, key=lambda s: (s.quote[0].field != "title", s.quote[0].start, -s.quote[-1].end)):
        made = _statement(document, one)
        if made.id not in seen:
            seen.add(made.id)
            yield made


def _only_quotes(act: Said, inner: Sequence[Said]) -> bool:
    """Tell whether an act ends in words that are quoted ("nannte es „verfehlt“"), which are the statement then."""
    if act.form != "reported":
        return False
    ends = (one.quote[-1].end for one in inner if one.attribution is act.attribution)
    last = act.quote[-1]
    return any(len(last.quote[end - last.start :].split()) <= _PARTICLE for end in ends)


def _statement(document: Document, said: Said) -> Statement:
    """Return what somebody said as a claim."""
    attribution = said.attribution
    form: Form = said.form
    speaker = attribution.speaker or tuple(_span(source) for source in attribution.sources[:1])
    meant = attribution.sources[0].text if len(attribution.speaker) == 1 and attribution.sources else None
    return Statement(
        id=claim_id(document.article, "statement", said.quote[0], form),
        form=form,
        quote=said.quote,
        cue=attribution.cue,
        speaker=speaker,
        speaker_name=meant,
        evidence=_around(document, said.quote, (*speaker, *attribution.cue)),
        rule=said.rule,
        score=_SCORES[form],
    )


def _span(source: Source) -> Span:
    return Span(source.field, source.start, source.end, source.quote)


def _around(document: Document, quote: Sequence[Span], others: Iterable[Span]) -> Span:
    """Return the stretch that holds what is said and who says it."""
    field = quote[0].field
    inside = [*quote, *(span for span in others if span.field == field)]
    return document.article.span(field, min(s.start for s in inside), max(s.end for s in inside))
