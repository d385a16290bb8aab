"""How sure a candidate is, and why each of its values is what it is."""

from collections.abc import Iterator

from lagebild.extract.attribution import Attribution, attributed_to
from lagebild.extract.english.modality import verdict as english_verdict
from lagebild.extract.modality import verdict
from lagebild.extract.modality_verdict import Verdict
from lagebild.extract.reading import Candidate, Reading
from lagebild.model import Document, Reason, Span


def judge(reading: Reading, candidate: Candidate, said: tuple[Attribution, ...]) -> Verdict:
    """Return how sure a candidate is; its modality is None where nothing is asserted. A construction may settle it."""
    places = (candidate.count.first, candidate.count.last)
    cue = candidate.cue if candidate.cue_sentence == reading.sentence.index else places
    decide = english_verdict if reading.language == "en" else verdict
    judged = decide(reading.sentence, places, cue, said)
    if judged.modality is None or candidate.settled is None:
        return judged
    return Verdict(candidate.settled, "modality.settled")


def reasons(
    document: Document, reading: Reading, candidate: Candidate, judged: Verdict, said: tuple[Attribution, ...]
) -> tuple[Reason, ...]:
    """Return why number, measure, group, sources and modality of a candidate are what they are."""
    return tuple(_reasons(document, reading, candidate, judged, said))


def _reasons(
    document: Document, reading: Reading, candidate: Candidate, judged: Verdict, said: tuple[Attribution, ...]
) -> Iterator[Reason]:
    count = reading.span(candidate.count.first, candidate.count.last)
    kind = "implied" if candidate.count.implied else candidate.count.qualifier
    yield Reason("number", f"count.{kind}", _number(reading, candidate) or count)
    yield Reason("measure", candidate.rule, cue_of(document, candidate))
    if candidate.group and candidate.phrase >= 0:
        phrase = reading.phrases[candidate.phrase]
        yield Reason("group", "group", reading.span(phrase.first, phrase.last))
    for attribution in attributed_to(said, count.field, count.start, count.end):
        yield Reason("source", attribution.rule, attribution.cue[0] if attribution.cue else None)
    word = None if judged.word is None else reading.span(judged.word, judged.word + 1)
    yield Reason("modality", judged.rule, word)


def cue_of(document: Document, candidate: Candidate) -> Span:
    """Return the words that give the measure of a candidate."""
    sentence = document.sentences[candidate.cue_sentence]
    first, last = candidate.cue
    return document.article.span(sentence.field, sentence.tokens[first].start, sentence.tokens[last - 1].end)


def _number(reading: Reading, candidate: Candidate) -> Span | None:
    """Return the number with the words that qualify it."""
    for number in reading.sentence.numbers:
        if number.first <= candidate.count.first < number.last:
            return reading.span(number.first, number.last)
    return None
