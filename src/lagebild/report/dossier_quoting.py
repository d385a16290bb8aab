"""Statements and events as sentences that are cited: the words, who says them, how, and what must be seen with them."""

from lagebild.model import Event, Record, Span, Statement
from lagebild.report.dossier_content import Certainty, Cited
from lagebild.report.dossier_material import WIDTH, Material, dateline
from lagebild.report.facts import clean
from lagebild.vocabulary.labels import sentence

_ENDS = ",;:– "
_MARKS = '„“”»«‚‘’›‹"'


def statement_cited(record: Record, statement: Statement, of: Material) -> Cited:
    """Return the words of a statement without those that report them; pieces are joined by an ellipsis."""
    pieces = [_piece(record, span, of) for span in statement.quote]
    return _cited(record, statement, " … ".join(piece for piece in pieces if piece), of)


def _piece(record: Record, span: Span, of: Material) -> str:
    """Return a piece of what was said without dateline, and without a quotation mark whose other half is not in it."""
    skipped = dateline(record.article, span)
    piece = of.stretch(record, record.article.span(span.field, span.start + skipped, span.end)).strip(_ENDS)
    inside = piece.strip(_MARKS)
    return piece if sum(piece.count(mark) for mark in _MARKS) % 2 == 0 and inside != piece[1:] else inside


def sentence_cited(record: Record, statement: Statement, of: Material) -> Cited:
    """Return the whole sentence that a statement stands in."""
    quote, _, _ = of.quoted(record, whole(record, statement), None)
    return _cited(record, statement, quote, of)


def whole(record: Record, statement: Statement) -> Span:
    """Return the sentence that a statement's words stand in, or begin in."""
    return sentence(record.article, statement.quote[0])


def _cited(record: Record, statement: Statement, quote: str, of: Material) -> Cited:
    return Cited(
        quote=shortened(quote),
        speaker=speaker(record, statement, of),
        report=of.numbers[record.article.id],
        language=record.article.language,
        form=of.words.label(f"dossier.form.{statement.form}"),
        claim=statement.id,
        published=record.article.published or "",
        outlet=of.outlet(record),
    )


def speaker(record: Record, statement: Statement, of: Material) -> str:
    """Return who makes a statement: the name, else the words of the text; the empty string where it names nobody."""
    if statement.speaker_name:
        return of.plain(statement.speaker_name, record)
    name = " ".join(of.stretch(record, span) for span in statement.speaker)
    if name.islower() and " " not in name:
        return of.words.label("kind.unnamed")  # a pronoun names nobody
    return of.words.label("source.unnamed", name=name) if name else ""


def event_cited(record: Record, event: Event, of: Material) -> Cited:
    """Return the sentence of an event with its sources; what is planned, promised or denied is marked."""
    told_in = sentence(record.article, event.evidence)
    quote, start, end = of.quoted(record, told_in, _inside(event.trigger, told_in))
    certainty: Certainty = "denied" if event.status == "denied" else "stated"
    told = event.status in {"done", "confirmed"}
    return Cited(
        quote=quote,
        speaker=of.source(record, event.sources),
        report=of.numbers[record.article.id],
        language=record.article.language,
        start=start,
        end=end,
        certainty=certainty,
        marks=() if told else (of.words.label(f"dossier.status.{event.status}"),),
        claim=event.id,
        published=record.article.published or "",
        outlet=of.outlet(record),
    )


def _inside(span: Span, whole: Span) -> Span | None:
    return span if span.field == whole.field and whole.start <= span.start < whole.end else None


def shortened(quote: str, *, width: int = WIDTH) -> str:
    """Return a quotation cut at a word where it is longer than `width`."""
    line = clean(" ".join(quote.split()))
    return line if len(line) <= width else line[:width].rpartition(" ")[0].rstrip(_ENDS) + " …"
