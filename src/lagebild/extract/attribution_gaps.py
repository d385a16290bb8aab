"""Attributions that leave the verb out: a second speaker in the same construction, a quotation behind a colon."""

from collections.abc import Iterator

from lagebild.extract.attribution_cues import source
from lagebild.extract.attribution_model import Attribution
from lagebild.extract.attribution_phrases import noun_phrase, owner
from lagebild.extract.attribution_reach import speech_from
from lagebild.extract.attribution_reports import Report
from lagebild.extract.attribution_subjects import subject_before, subject_behind
from lagebild.extract.attribution_words import lower, speaks
from lagebild.model import Document, Sentence

_PREPOSITIONS = frozenset({"von", "auf", "über", "bei", "mit"})
_BETWEEN = frozenset({"dagegen", "hingegen", "lediglich", "nur", "sogar", "bloß", "aber", "jedoch", "wiederum"})


def gapped(document: Document, sentence: Sentence, report: Report) -> Iterator[Attribution]:
    """Yield the further speakers of a construction ("Der Landrat sprach von acht Toten, die Feuerwehr von sechs")."""
    tokens = sentence.tokens
    used = {lower(sentence, n) for n in report.clause.tokens} & _PREPOSITIONS
    for mark in range(report.verb + 1, len(tokens) - 2):
        if tokens[mark].text not in {",", ";"} and lower(sentence, mark) != "und":
            continue
        first = mark + 1
        last = noun_phrase(sentence, first)
        at = last
        while at < len(tokens) and lower(sentence, at) in _BETWEEN:
            at += 1
        if last == first or at >= len(tokens) - 1 or lower(sentence, at) not in used:
            continue
        if not any(n.first <= at + 1 < n.last for n in sentence.numbers) or lower(sentence, first) in {
            "dem",
            "den",
            "des",
        }:
            continue
        end = next((n for n in range(at, len(tokens)) if tokens[n].text in {",", ";", "."}), len(tokens))
        named = source(document, sentence, *owner(sentence, first, last))
        rule = "attribution.gapped"
        start = tokens[first].start
        yield Attribution(
            (named,), sentence.field, start, tokens[end - 1].end, (), rule, "reported", sentence.index, start
        )


def speakers_of_quotations(document: Document, sentence: Sentence, found: list[Attribution]) -> Iterator[Attribution]:
    """Yield the speaker of a quotation behind a colon that no verb of saying gave ("X lobte den Einsatz: „...")."""
    for place, token in enumerate(sentence.tokens):
        if token.text != ":" or place == 0:
            continue
        speech = speech_from(document, sentence, token.end)
        if speech is None or any(a.field == sentence.field and a.start <= speech.start < a.end for a in found):
            continue
        number = max((n for n, c in enumerate(sentence.clauses) if c.first < place and c.kind == "main"), default=-1)
        clause = sentence.clauses[number] if number >= 0 else None
        if clause is None or clause.finite is None:
            continue
        span = subject_before(sentence, clause.first, clause.finite) or subject_behind(
            sentence, clause.finite + 1, place
        )
        if span is None or not _can_speak(sentence, span):
            continue
        named = source(document, sentence, *owner(sentence, *span))
        rule = "attribution.colon"
        yield Attribution(
            (named,), sentence.field, speech.start, speech.end, (), rule, "direct", sentence.index, token.start
        )


def _can_speak(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether a phrase names a speaker, by its noun or as a person's name."""
    tokens = sentence.tokens[slice(*span)]
    return any(speaks(token.text, "speaker") for token in tokens) or tokens[0].tag == "PROPN"
