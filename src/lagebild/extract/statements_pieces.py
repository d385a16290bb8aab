"""The words that somebody says, in pieces where the reporting clause cuts in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from lagebild.extract.attribution_model import Attribution, Form
from lagebild.model import Document, FieldName, Quotation, Source, Span

_OPENING, _CLOSING = "„»«“‚‘›‹\"' ", "“”»«‘’›‹\"' "
_EDGES = " \t\u00a0,;:–—-"
_BESIDE_ACTS = frozenset({"seitens", "vonseiten"})
_ENDED = ".!?…"
_GAP = 3  # characters: a mark and blanks between two pieces that are one


Groups: TypeAlias = dict[tuple[str, int, str, int], list[Attribution]]


@dataclass(frozen=True, slots=True)
class Said:
    """What one attribution, or several of the same words that report, say: the pieces of the quote and its form."""

    attribution: Attribution
    quote: tuple[Span, ...]
    form: Form
    rule: str


def told(document: Document, said: Sequence[Attribution]) -> list[Said]:
    """Return what is said, one for each that reports: the pieces before and behind ", sagte er," belong together.

    A verb that has a clause or quotation of its own tells no act besides ("gab an, dass ...").
    """
    groups: Groups = {}
    for attribution in said:
        known = _has_speaker(attribution)
        if attribution.end > attribution.start and known:
            kind = "act" if attribution.form == "reported" else _form(document, attribution)
            groups.setdefault((attribution.field, attribution.at, kind, _first(attribution)), []).append(attribution)
    groups = _run_on(document, groups)
    worded = {key[:2] for key in groups if key[2] != "act"}
    kept = (group for key, group in groups.items() if key[2] != "act" or key[:2] not in worded)
    return [found for group in kept if (found := _said(document, group)) is not None]


def _form(document: Document, attribution: Attribution) -> Form:
    """Return the form of what is said: all in quotation marks it is direct."""
    text = document.article[attribution.field]
    stretch = text[attribution.start : attribution.end].strip(_EDGES)
    return "direct" if attribution.form == "indirect" and _in_marks(stretch) else attribution.form


def _has_speaker(attribution: Attribution) -> bool:
    """Tell whether somebody says it, and be it nobody named ("hieß es").

    A mere "Meldungen über ..." is by none, and neither an act in a clause beside the matter ("nachdem X das bestätigt
    hatte") nor "seitens X" tells what is said.
    """
    if not attribution.sources:
        return bool(attribution.speaker) or attribution.rule == "attribution.unnamed"
    if attribution.form == "reported" and attribution.rule == "attribution.inside":
        return False
    if any(span.quote.lower() in _BESIDE_ACTS for span in attribution.cue):
        return False
    source = attribution.sources[0]
    return attribution.rule != "attribution.message" or all(source.start != span.start for span in attribution.cue)


def _run_on(document: Document, groups: Groups) -> Groups:
    """Return the groups with reported speech that runs on from one sentence to the next as one."""
    joined: Groups = {}
    last: tuple[str, int, str, int] | None = None
    for key in sorted(groups, key=lambda k: (k[0] != "title", min(a.start for a in groups[k]), k[1])):
        group = groups[key]
        if key[2] != "free_indirect":
            joined[key] = group
            continue
        start = min(a.start for a in group)
        if last is not None and last[0] == key[0] and last[3] == key[3]:
            end = max(a.end for a in joined[last])
            if end <= start and not document.article[group[0].field][end:start].strip():
                joined[last] = [*joined[last], *group]
                continue
        joined[key] = group
        last = key
    return joined


def _first(attribution: Attribution) -> int:
    """Return where the source stands, so that two speakers of one verb make two statements."""
    return attribution.sources[0].start if attribution.sources else -1


def _said(document: Document, group: list[Attribution]) -> Said | None:
    """Return what attributions of the same words that report say together, or None where nothing is left of it."""
    first = min(group, key=lambda a: a.start)
    pieces: list[tuple[int, int]] = []
    for attribution in sorted(group, key=lambda a: (a.start, a.end)):
        for start, end in _without(attribution):
            if pieces and start - pieces[-1][1] <= _GAP:
                pieces[-1] = (pieces[-1][0], max(end, pieces[-1][1]))
            else:
                pieces.append((start, end))
    quote = tuple(_trimmed(document, first.field, pieces, ended=_form(document, first) != "indirect"))
    if not quote:
        return None
    marked = all(_in_marks(span.quote) for span in quote)
    form: Form = "direct" if marked and first.form in {"indirect", "free_indirect"} else _form(document, first)
    bare = tuple(_unmarked(document, span) for span in quote) if form == "direct" else quote
    return Said(first, bare, form, first.rule)


def _without(attribution: Attribution) -> Iterator[tuple[int, int]]:
    """Yield the stretches of what is said without the words that report; an act that is told keeps them."""
    start = attribution.start
    if attribution.form == "reported" and attribution.cue and attribution.rule != "attribution.message":
        named = [span.start for span in attribution.speaker] + [source.start for source in _of_cue(attribution)]
        start = min(start, attribution.cue[0].start, *named)
    else:
        for first, last in sorted(attribution.framing):
            if last <= start or first >= attribution.end:
                continue
            if first > start:
                yield start, first
            start = max(start, last)
    if start < attribution.end:
        yield start, attribution.end


def _of_cue(attribution: Attribution) -> Iterator[Source]:
    """Yield the source that stands right before the words that report, as the subject of the act that they tell."""
    for source in attribution.sources[:1]:
        if source.field == attribution.field and 0 < attribution.cue[0].start - source.end <= _GAP:
            yield source


def _trimmed(document: Document, field: FieldName, pieces: Sequence[tuple[int, int]], *, ended: bool) -> Iterator[Span]:
    """Yield the pieces without blanks and marks at their edges, the full stop too unless `ended`; no empty ones."""
    text = document.article[field]
    for first, last in pieces:
        start, end = first, last
        while start < end and text[start] in _EDGES + _ENDED:
            start += 1
        while end > start and text[end - 1] in _EDGES:
            end -= 1
        if not ended and text[end - 1 : end] == ".":
            end -= 1
        if any(letter.isalnum() for letter in text[start:end]):
            yield document.article.span(field, start, end)


def _in_marks(piece: str) -> bool:
    """Tell whether a piece is one quotation with its marks at its edges."""
    quote = piece.rstrip(".")
    if quote[:1] in _OPENING and quote[-1:] in _CLOSING:
        return not any(mark in quote[1:-1] for mark in "„»“”")
    return False


def _unmarked(document: Document, span: Span) -> Span:
    """Return a piece of direct speech without the quotation marks around it."""
    text = document.article[span.field]
    start, end = span.start, span.end
    if text[start : start + 1] in {"„", "»", "“", '"', "«", "‚", "›"}:
        start += 1
    closed = text[start:end].rstrip(".")
    if closed[-1:] in {"“", "”", "«", '"', "»", "‘", "‹"}:
        end = start + len(closed) - 1
    return document.article.span(span.field, start, end) if end > start else span


def inside(quotation: Quotation, said: Said) -> bool:
    """Tell whether a quotation stands inside what is said, and is not all of it."""
    return any(
        span.field == quotation.field and span.start <= quotation.start and quotation.end <= span.end
        for span in said.quote
    )
