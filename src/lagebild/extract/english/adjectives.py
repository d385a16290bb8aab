"""Figures that an English adjective gives: "12 people dead", "12 wounded soldiers", "two were unhurt"."""

import functools
from collections.abc import Iterator

from lagebild.extract.english.counts import count, is_article, number_of
from lagebild.extract.english.patients import subject
from lagebild.extract.people import groups
from lagebild.extract.reading import Candidate, Count, Reading
from lagebild.model import Measure, Phrase
from lagebild.vocabulary import load
from lagebild.vocabulary.measures import MeasureAdjectives

_NEARLY = (("brain",), ("almost",), ("nearly",), ("half",))
_SUPPOSED = frozenset({"presumed", "feared", "believed", "assumed"})
_COPULAS = frozenset({"be", "remain", "go", "lie", "stay", "become", "leave", "feel", "seem"})


@functools.cache
def _adjectives(language: str) -> dict[str, Measure]:
    return {stem: row.measure for row in load(language, "measure_adjectives", MeasureAdjectives) for stem in row.stems}


def adjective_figures(reading: Reading) -> Iterator[Candidate]:
    """Yield a candidate for each adjective of harm beside a counted noun, before it, behind it, or said of it."""
    table = _adjectives(reading.language)
    for place, word in enumerate(reading.lower):
        measure = table.get(word)
        if measure is None or reading.tokens[place].tag not in {"ADJ", "VERB"}:
            continue
        found = _attributive(reading, place) or _postnominal(reading, place) or _predicative(reading, place)
        if found is not None:
            yield _candidate(reading, place, measure, found)


def _attributive(reading: Reading, place: int) -> tuple[int, Count] | None:
    """Return "12 wounded soldiers": the adjective inside a phrase with a number."""
    for n, phrase in enumerate(reading.phrases):
        if phrase.first <= place < phrase.head:
            number = number_of(reading, phrase)
            if number is None or is_article(reading, number):
                return None
            counted = count(reading, phrase)
            return None if counted is None else (n, counted)
    return None


def _postnominal(reading: Reading, place: int) -> tuple[int, Count] | None:
    """Return "12 people dead", "leaving two men dead": the adjective right behind a phrase, no verb being its own."""
    if reading.tokens[place].tag != "ADJ":
        return None
    beside = place - 1 if reading.lower[max(0, place - 1)] in {"still", "also", "now"} else place
    for n, phrase in enumerate(reading.phrases):
        if phrase.last != beside:
            continue
        clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
        behind = clause is None or not clause.verbs or phrase.case == "accusative" or clause.verb in _COPULAS
        number = number_of(reading, phrase)
        with_number = phrase.adposition == "with" and number is not None and not is_article(reading, number)
        if not (behind or with_number) or (phrase.adposition and not with_number):
            return None
        if number is None and (clause is None or clause.verb != "leave"):
            headline = reading.sentence.field == "title" and (clause is None or not clause.verbs)
            if not headline:
                return None
        counted = count(reading, phrase)
        return None if counted is None else (n, counted)
    return None


def _predicative(reading: Reading, place: int) -> tuple[int, Count] | None:
    """Return "two were dead": the adjective is said of the subject by a verb of being."""
    n = reading.sentence.clause_at(place)
    clause = reading.clauses[n] if n >= 0 else None
    if reading.lower[max(0, place - 1) : place] in _NEARLY:
        return None
    if reading.lower[max(0, place - 3) : place] in {("missing", "and", one) for one in _SUPPOSED}:
        return None  # "are missing and presumed dead": missing is what is known
    if clause is None or clause.verb not in _COPULAS or clause.negated or reading.tokens[place].tag != "ADJ":
        return None
    if clause.verbs and "there" in reading.lower[max(0, clause.first) : clause.verbs[0]]:
        return None  # "there had been any dead" says nothing of a subject
    if not clause.verbs or place < clause.verbs[0] or any(p.first <= place < p.last for p in reading.phrases):
        return None
    for found in subject(reading, n):
        counted = count(reading, reading.phrases[found], people_only=True)
        if counted is not None:
            return found, counted
    return None


def _candidate(reading: Reading, place: int, measure: Measure, found: tuple[int, Count]) -> Candidate:
    n, counted = found
    phrase: Phrase = reading.phrases[n]
    return Candidate(
        measure=measure,
        count=counted,
        sentence=reading.sentence.index,
        cue=(place, place + 1),
        cue_sentence=reading.sentence.index,
        phrase=n,
        clause=phrase.clause,
        rule=f"figure.adjective.{measure}",
        score=0.8,
        group=groups(reading, phrase),
    )
