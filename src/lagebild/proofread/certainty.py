"""LB4: what the text hedges and the title or the stated box says flatly."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.model import FieldName, Finding, Span
from lagebild.proofread.cells import Stated
from lagebild.proofread.draft import Draft, is_total, same_number, stem
from lagebild.proofread.figures import matched
from lagebild.vocabulary.proofread import proof_words

_NOUN = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\w-]{3,}")
_WORD = re.compile(r"[^\W\d_][\w-]{2,}")
_SET_OFF = re.compile(r"[?„“”»«\"]")
_BEFORE = 45
_LONG = 5


@dataclass(frozen=True, slots=True)
class Suspect:
    """A noun that the text never uses without "mutmaßlich": the phrase that stands there, the word, the noun's stem."""

    phrase: Span
    word: str
    stem: str


def findings(draft: Draft) -> Iterator[Finding]:
    """Yield what is uncertain or only suspected in the text and stands without reserve in the title or box."""
    yield from _titles(draft)
    suspects = tuple(_suspects(draft))
    yield from _dropped_in_title(draft, suspects)
    for cell in draft.cells:
        yield from _hedged_number(draft, cell)
        yield from _dropped_in_box(draft, cell, suspects)


def _titles(draft: Draft) -> Iterator[Finding]:
    title = draft.record.article.title
    if _reserved(title, draft.language):
        return
    for figure in draft.figures:
        if figure.count.field != "title" or figure.modality != "stated" or figure.sources or not is_total(figure):
            continue
        body = [f for f in draft.main([figure.measure]) if f.count.field == "text" and same_number(f, figure)]
        if body and all(other.modality == "uncertain" for other in body):
            values = {"title": " ".join(figure.evidence.quote.split()), "quote": draft.quote(body[0])}
            yield draft.finding("LB401", [figure.evidence], [figure, body[0]], **values)


def _hedged_number(draft: Draft, cell: Stated) -> Iterator[Finding]:
    found = [figure for figure in matched(draft, cell) if figure.count.field == "text"]
    if cell.hedged or not found or not all(figure.modality == "uncertain" for figure in found):
        return
    values = {"label": cell.cell.label, "stated": cell.cell.value, "quote": draft.quote(found[0])}
    yield draft.finding("LB402", [cell.cell.span], found[:1], **values)


def _suspects(draft: Draft) -> Iterator[Suspect]:
    """Yield each noun that every time it stands in the text is called suspected."""
    seen: set[str] = set()
    for found in _suspected(draft.language).finditer(draft.text):
        key = stem(found["noun"])
        if key in seen:
            continue
        seen.add(key)
        places = [noun.start() for noun in _nouns(draft.language).finditer(draft.text) if stem(noun.group()) == key]
        called = [match.start("noun") for match in _suspected(draft.language).finditer(draft.text)]
        if set(places) <= set(called):
            phrase = draft.record.article.span("text", found.start(), found.end())
            yield Suspect(phrase, found["word"], key)


@functools.cache
def _suspected(language: str) -> re.Pattern[str]:
    word = proof_words("suspicion", language).pattern
    if language == "en":
        return re.compile(rf"(?P<word>(?i:{word}))\s+(?P<noun>[a-z][\w-]{{3,}})")
    return re.compile(rf"(?P<word>(?i:{word}))\s+(?:[a-zäöüß][\w-]*\s+){{0,2}}(?P<noun>[A-ZÄÖÜ][\w-]{{3,}})")


def _dropped_in_title(draft: Draft, suspects: tuple[Suspect, ...]) -> Iterator[Finding]:
    title = draft.record.article.title
    if _reserved(title, draft.language) or proof_words("convicted", draft.language).search(title):
        return
    yield from _dropped(draft, suspects, "title", Span("title", 0, len(title), title), "finding.in_title")


def _dropped_in_box(draft: Draft, cell: Stated, suspects: tuple[Suspect, ...]) -> Iterator[Finding]:
    said = f"{cell.cell.label} {cell.cell.value}"
    if (
        cell.hedged
        or cell.empty
        or _reserved(said, draft.language)
        or proof_words("convicted", draft.language).search(said)
    ):
        return
    for suspect in suspects:
        noun = _noun_of(suspect, said, draft.language)
        if noun:
            yield _suspicion(draft, suspect, noun, cell.cell.span, "finding.in_box")


def _dropped(
    draft: Draft, suspects: tuple[Suspect, ...], field: FieldName, where: Span, label: str
) -> Iterator[Finding]:
    for suspect in suspects:
        noun = _noun_of(suspect, where.quote, draft.language)
        if noun:
            start = where.quote.index(noun)
            span = draft.record.article.span(field, start, start + len(noun))
            yield _suspicion(draft, suspect, noun, span, label)


def _suspicion(draft: Draft, suspect: Suspect, noun: str, span: Span, label: str) -> Finding:
    quote = " ".join(suspect.phrase.quote.split())
    values = {"quote": quote, "where": draft.words.label(label), "stated": noun, "word": suspect.word}
    return draft.finding("LB403", [span, suspect.phrase], (), **values)


def _noun_of(suspect: Suspect, said: str, language: str) -> str:
    """Return the word of a title or cell that is the suspect's noun, or a compound that ends in it, or nothing."""
    for noun in _nouns(language).findall(said):
        bare = stem(noun)
        if bare == suspect.stem or (len(suspect.stem) >= _LONG and bare.endswith(suspect.stem)):
            return str(noun)
    return ""


def _nouns(language: str) -> re.Pattern[str]:
    """Return the pattern of words that may be nouns: those with a capital in German, any in English."""
    return _WORD if language == "en" else _NOUN


def _reserved(said: str, language: str) -> bool:
    """Return whether a title or cell is itself hedged, attributed, asked or set in quotation marks."""
    words = tuple(proof_words(key, language) for key in ("hedge", "attribution", "suspicion"))
    return _SET_OFF.search(said) is not None or any(pattern.search(said) for pattern in words)
