"""Figures that a rule read and that are none in the end, with what dropped each: for explaining, never for use."""

from collections.abc import Iterator

from lagebild.extract import english
from lagebild.extract.attribution import Attribution, attributions
from lagebild.extract.deployments import deployment_figures
from lagebild.extract.figures import candidates
from lagebild.extract.judging import cue_of, judge
from lagebild.extract.lists import list_figures
from lagebild.extract.nouns import noun_figures
from lagebild.extract.parts import part_figures
from lagebild.extract.reading import Candidate, Reading, readings
from lagebild.extract.totals import total_figures
from lagebild.extract.verbs import verb_figures
from lagebild.model import Document, Dropped


def considered(document: Document) -> tuple[Dropped, ...]:
    """Return what a rule read as a figure and what is none, in text order: told by a stronger rule, or not asserted.

    What the figures of a document are is decided by `claims`; here every rule is asked once more, by itself.
    """
    said = attributions(document)
    kept = list(candidates(document))
    found: dict[tuple[int, int, str, str], Dropped] = {}
    for reading in readings(document):
        here = [candidate for of, candidate in kept if of.sentence is reading.sentence]
        for candidate in (*here, *_read(reading, here)):
            dropped = _dropped(document, reading, candidate, here, said)
            if dropped is not None:
                found.setdefault((reading.sentence.index, dropped.count.start, candidate.rule, dropped.why), dropped)
    return tuple(found.values())


def _read(reading: Reading, kept: list[Candidate]) -> Iterator[Candidate]:
    """Yield what each rule reads in a sentence, one rule after the other, whatever another one says of it."""
    if reading.language == "en":
        found = english.figures(reading, [])
        yield from (*found, *english.parts(reading, [*found, *kept]))
        return
    found = [*noun_figures(reading), *total_figures(reading), *verb_figures(reading)]
    yield from (*found, *deployment_figures(reading, found), *part_figures(reading, [*found, *kept]))
    yield from list_figures(reading, kept)


def _dropped(
    document: Document, reading: Reading, candidate: Candidate, kept: list[Candidate], said: tuple[Attribution, ...]
) -> Dropped | None:
    """Return a candidate with what dropped it, or None where it is a figure."""
    same = [other for other in kept if other.count.first == candidate.count.first]
    judged = judge(reading, candidate, said)
    instead = None
    if any(other.measure == candidate.measure for other in same):
        if judged.modality is not None:
            return None
        why = judged.rule
    elif judged.modality is None:
        why = judged.rule
    elif same:
        why, instead = "dropped.stronger", same[0].rule
    else:
        why = "dropped.elsewhere"
    count = candidate.count
    span = reading.span(count.first, count.last)
    told = (candidate.measure, count.low, count.high, count.qualifier)
    return Dropped(span, cue_of(document, candidate), *told, candidate.rule, why, instead)
