"""Who says what in English sentences."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from lagebild.extract.attribution_model import Attribution
from lagebild.extract.english import attribution_speakers as speakers
from lagebild.extract.english.attribution_back import confirmed_back, confirmed_too, denied_back
from lagebild.extract.english.attribution_chain import chain, leans_on, source
from lagebild.extract.english.attribution_cues import Cue, cues
from lagebild.extract.english.attribution_reach import reach, speech_from
from lagebild.extract.english.attribution_reports import Report, modality_of, reports
from lagebild.extract.english.attribution_speakers import Places
from lagebild.extract.english.attribution_talk import Talk, subjects
from lagebild.extract.english.attribution_words import lower
from lagebild.model import Document, FieldName, Modality, Sentence, Source, Span

_LONGEST = 400  # tokens; a longer sentence is none, and nobody says it
_OBLIQUE = {"him": "he", "her": "she", "it": "it", "them": "they"}


def attributed(document: Document) -> Iterator[Attribution]:
    """Yield who says what in an English document, title first."""
    yield from _conversation(document, "title")
    yield from _conversation(document, "text")


def _conversation(document: Document, name: FieldName) -> Iterator[Attribution]:
    talk = Talk()
    before: list[Attribution] = []
    previous: Sentence | None = None
    for sentence in document.sentences:
        if sentence.field != name or not sentence.tagged or len(sentence.tokens) > _LONGEST:
            continue
        for span in subjects(sentence):
            talk.note(sentence, source(document, sentence, span), span)
        told = list(reports(sentence))
        found = [*_spoken(document, sentence, told, talk), *_cued(document, sentence, told, talk)]
        yield from found
        yield from denied_back(document, sentence, before, found)
        yield from confirmed_back(sentence, previous, before, found)
        yield from confirmed_too(sentence, before, found)
        yield from _quoted_on(document, sentence, talk, found)
        before, previous = found, sentence
        if found:
            last = max(found, key=lambda attribution: attribution.at)
            talk.spoken, talk.sentence = last.sources, sentence.index


def _spoken(document: Document, sentence: Sentence, told: list[Report], talk: Talk) -> Iterator[Attribution]:
    """Yield what the verbs of saying of a sentence cover."""
    for report in told:
        named = _named(document, sentence, report, talk)
        if named is None:
            continue
        told_by = chain(document, sentence, report, named)
        token = sentence.tokens[report.verb]
        cue = (document.article.span(sentence.field, _opening(sentence, report), token.end),)
        speaker = _pronoun(document, sentence, report.subject)
        modality = cast("Modality", modality_of(sentence, report))
        for start, end, form in reach(document, sentence, report, told):
            rule = f"attribution.{report.side}"
            yield Attribution(
                told_by, sentence.field, start, end, cue, rule, form, sentence.index, token.start, modality, speaker
            )


def _opening(sentence: Sentence, report: Report) -> int:
    """Return the offset where the words that report begin: the auxiliaries right before their verb."""
    first = report.verb
    while sentence.tokens[first - 1].tag == "AUX" and first - 1 in report.clause.tokens:
        first -= 1
    return sentence.tokens[first].start


def _pronoun(document: Document, sentence: Sentence, subject: Places) -> tuple[Span, ...]:
    """Return the pronoun that speaks as it stands, where a subject is one."""
    token = sentence.tokens[subject[0]]
    alone = subject[1] == subject[0] + 1 and token.text.lower() in speakers.PRONOUNS
    return (document.article.span(sentence.field, token.start, token.end),) if alone else ()


def _named(document: Document, sentence: Sentence, report: Report, talk: Talk) -> Source | None:
    """Return who a report names, a pronoun being resolved; somebody named is remembered."""
    first, last = report.subject
    word = lower(sentence, first)
    if last == first + 1 and word in speakers.PRONOUNS:
        found = talk.antecedent(word, sentence, sentence.tokens[first].start)
        return replace(found, stance=report.row.stance) if found is not None else None
    span = speakers.reduced(sentence, report.subject)
    if lower(sentence, span[0]) in speakers.PRONOUNS:
        return None
    named = source(document, sentence, span)
    talk.note(sentence, named, span)
    confirms = report.row.id == "announce" and lower(sentence, report.verb).startswith("confirm")
    return replace(named, stance="confirms" if confirms else report.row.stance)


def _cued(document: Document, sentence: Sentence, told: list[Report], talk: Talk) -> Iterator[Attribution]:
    """Yield what the cues without a verb cover."""
    taken = [(min(r.subject[0], r.verb), max(r.right, r.verb + 1)) for r in told if r.side != "behind"]
    for cue in cues(sentence, taken):
        pronoun = _OBLIQUE.get(lower(sentence, cue.source[0]), "")
        named: Source | None = source(document, sentence, cue.source)
        if pronoun and cue.source[1] == cue.source[0] + 1:
            named = talk.antecedent(pronoun, sentence, sentence.tokens[cue.source[0]].start)
        if named is not None:
            yield _made(document, sentence, cue, named)


def _made(document: Document, sentence: Sentence, cue: Cue, named: Source) -> Attribution:
    tokens = sentence.tokens
    span = document.article.span(sentence.field, tokens[cue.cue[0]].start, tokens[cue.cue[1] - 1].end)
    start, end = tokens[cue.content[0]].start, tokens[cue.content[1] - 1].end
    at = tokens[cue.cue[0]].start
    origin = leans_on(document, sentence, cue.source[1])
    found = (origin, replace(named, role="via")) if origin is not None else (named,)
    return Attribution(
        found, sentence.field, start, end, (span,), cue.rule, "indirect", sentence.index, at, cue.modality
    )


def _quoted_on(document: Document, sentence: Sentence, talk: Talk, found: list[Attribution]) -> Iterator[Attribution]:
    """Yield a quotation that opens a sentence right behind what somebody said, where nobody else says it."""
    speech = speech_from(document, sentence)
    if speech is None or not talk.spoken or sentence.index - talk.sentence > 1:
        return
    if any(a.start <= speech.start < a.end for a in found):
        return
    talk.sentence = sentence.index
    yield Attribution(
        talk.spoken,
        sentence.field,
        speech.start,
        speech.end,
        (),
        "attribution.carried",
        "direct",
        sentence.index,
        sentence.start,
    )
