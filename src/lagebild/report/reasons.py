"""Why something was or was not found at a place: what stands there, rule by rule and in words."""

import functools
import re
from collections.abc import Iterator

from lagebild.model import (
    Article,
    Document,
    Dropped,
    Event,
    Figure,
    NumberRead,
    Reason,
    Record,
    Sentence,
    Source,
    Span,
    Statement,
    Why,
)
from lagebild.report.facts import clean, said_by
from lagebild.vocabulary import load
from lagebild.vocabulary.labels import Label, Words

_QUOTES = {"de": ("„", "“"), "en": ("“", "”")}
_WIDTH = 10  # characters of the name of an aspect


def places(article: Article, quote: str) -> Iterator[Span]:
    """Yield each place of the title and the text where these words stand; white space and case don't count."""
    words = r"\s+".join(re.escape(word) for word in quote.split())
    if not words:
        return
    for field in ("title", "text"):
        for found in re.finditer(words, article[field], re.IGNORECASE):
            yield article.span(field, found.start(), found.end())


def reasons_at(place: Span, document: Document, record: Record, dropped: tuple[Dropped, ...]) -> Why:
    """Return what was found at a place, what was considered there, and the numbers of its sentence."""
    of = _sentence(document, place)
    whole = place if of is None else document.article.span(of.field, of.start, of.end)
    figures = [claim for claim in record.claims if isinstance(claim, Figure)]
    others = [claim for claim in record.claims if not isinstance(claim, Figure)]
    return Why(
        article=document.article,
        place=place,
        sentence=whole,
        read=of is not None and of.tagged,
        figures=tuple(each for each in figures if _meets(each.count, place) or _meets(each.evidence, place)),
        others=tuple(each for each in others if any(_meets(span, place) for span in _own(each))),
        dropped=tuple(each for each in dropped if _meets(each.count, place) or _meets(each.cue, place)),
        numbers=tuple(_numbers(document, of)) if of is not None else (),
    )


def explained(why: Why, *, language: str) -> Iterator[str]:
    """Yield the lines that tell a person why; what is dropped comes behind what was found."""
    words = Words.of(language)
    opening, closing = _QUOTES[words.language]
    yield f"{_at(why)}: {opening}{_line(why.sentence)}{closing}"
    for figure in why.figures:
        yield f"  {_what(figure.measure, words.count(figure), words)}"
        yield from (f"    {line}" for line in _reasons(figure, words))
    for claim in why.others:
        yield f"  {_other(claim, words)}"
    if not (why.figures or why.dropped):
        yield from (f"  {line}" for line in _nothing(why, words))
    for each in why.dropped:
        yield f"  {_gone(each, words)}"


def reason(rule: str, words: Words, **values: str) -> str:
    """Return what a rule says of itself in words, with the entry of the vocabulary that it names."""
    key, entry = rule, ""
    while key and key not in _texts():
        key, _, last = key.rpartition(".")
        entry = f"{last}.{entry}" if entry else last
    text = _texts()[key].text(words.language).format(entry=entry, **values) if key else entry
    return f"{text.replace(' ()', '')} [{rule}]"


@functools.cache
def _texts() -> dict[str, Label]:
    return {row.id: row for row in load("codes", "reasons", Label)}


def _reasons(figure: Figure, words: Words) -> Iterator[str]:
    seen: set[str] = set()
    for each in figure.reasons:
        name = words.label(f"why.{each.about}")
        shown = name if each.about not in seen else ""
        seen.add(each.about)
        yield f"{shown:{_WIDTH}} {_value(each, figure, words)}{reason(each.rule, words)}{_by(each.span, words)}"


def _value(each: Reason, figure: Figure, words: Words) -> str:
    """Return the value that a reason is for, where the line of the figure does not tell it."""
    said = {
        "source": said_by(figure.sources, words) if figure.sources else "",
        "modality": words.label(f"why.value.{figure.modality}"),
        "extent": words.label(f"why.value.{figure.extent}"),
        "scope": words.label(f"why.value.{figure.scope}"),
        "date": figure.as_of or "",
        "group": ", ".join(words.label(f"group.{group}") for group in figure.group),
    }.get(each.about, "")
    return f"{clean(said)}: " if said else ""


def _what(measure: str, count: str, words: Words) -> str:
    return f"{words.label(f'measure.{measure}')} {count}"


def _other(claim: Statement | Event, words: Words) -> str:
    if isinstance(claim, Statement):
        who = claim.speaker_name or " ".join(span.quote for span in claim.speaker)
        return (
            words.label("why.statement", form=words.label(f"why.form.{claim.form}"), who=clean(who))
            + f" [{claim.rule}]"
        )
    return words.label("why.event", type=claim.type, trigger=clean(claim.trigger.quote)) + f" [{claim.rule}]"


def _gone(each: Dropped, words: Words) -> str:
    what = _what(each.measure, clean(each.count.quote), words)
    instead = each.instead or ""
    return words.label("why.dropped", what=what, rule=each.rule) + f" {reason(each.why, words, instead=instead)}"


def _nothing(why: Why, words: Words) -> Iterator[str]:
    """Yield why no number of people stands here, where there is a number, or nothing at all."""
    if not why.read:
        yield words.label("why.passed_over")
        return
    here = [number for number in why.numbers if _meets(number.span, why.place)]
    told = [f"{clean(number.span.quote)} ({words.label(f'why.kind.{number.kind}')})" for number in here or why.numbers]
    if told and (here or not why.others):
        yield words.label("why.no_rule_for_numbers", numbers=", ".join(told))
    elif not why.others:
        yield words.label("why.no_rule")


def _by(span: Span | None, words: Words) -> str:
    opening, closing = _QUOTES[words.language]
    return "" if span is None else f" {opening}{_line(span)}{closing}"


def _line(span: Span) -> str:
    return clean(" ".join(span.quote.split()))


def _at(why: Why) -> str:
    """Return the place as field, line and column, counted from 1."""
    before = why.article[why.place.field][: why.place.start]
    return f"{why.place.field}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def _sentence(document: Document, place: Span) -> Sentence | None:
    inside = (one for one in document.sentences if one.field == place.field and one.start <= place.start < one.end)
    return next(inside, None)


def _numbers(document: Document, sentence: Sentence) -> Iterator[NumberRead]:
    for number in sentence.numbers:
        start, end = sentence.tokens[number.first].start, sentence.tokens[number.last - 1].end
        yield NumberRead(document.article.span(sentence.field, start, end), number.kind)


def _own(claim: Statement | Event) -> tuple[Span, ...]:
    return (*claim.quote, *claim.cue, *claim.speaker) if isinstance(claim, Statement) else (claim.trigger,)


def _meets(one: Span | Source, other: Span) -> bool:
    return one.field == other.field and one.start < other.end and other.start < one.end
