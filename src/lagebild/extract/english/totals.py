"""Figures of a total: "the death toll rose to 25 from 21", "put the number of injured at 40", "death toll: 12"."""

import functools
import re
from collections.abc import Iterator

from lagebild.extract.english.counts import is_article, number_of
from lagebild.extract.people import groups
from lagebild.extract.reading import Candidate, Count, Reading
from lagebild.model import Measure
from lagebild.vocabulary import load
from lagebild.vocabulary.measures import MeasureAdjectives, MeasureNouns

_BEHIND = frozenset({"to", "at", "of", "from", "above", "past", "by", "around", "below", "over"})
_MOVES = frozenset({
    "rise", "climb", "stand", "jump", "increase", "reach", "be", "soar", "put", "fall", "drop", "grow",
    "bring", "raise",
    "revise", "set", "pass", "top", "exceed", "hit", "go", "mount", "remain", "surpass", "place", "take",
    "lower", "push", "give",
    "update", "correct", "rise up", "go up", "swell", "total",
})  # fmt: skip
_BY_AMOUNT = frozenset({"rise", "climb", "increase", "fall", "drop", "grow"})


@functools.cache
def harm_of(language: str) -> dict[str, Measure]:
    """Return the measure of each word of harm."""
    nouns = {noun: row.measure for row in load(language, "measure_nouns", MeasureNouns) for noun in row.nouns}
    words = {stem: row.measure for row in load(language, "measure_adjectives", MeasureAdjectives) for stem in row.stems}
    return {**words, **nouns, "killed": "killed", "died": "killed", "victims": "killed"}


def total_figures(reading: Reading) -> Iterator[Candidate]:
    """Yield each number that a total is said to be, to have been, or to have risen to."""
    for n, phrase in enumerate(reading.phrases):
        measure = _measure(reading, n)
        if measure is None:
            continue
        yield from _numbers(reading, n, measure, phrase.head)


def _measure(reading: Reading, n: int) -> Measure | None:
    """Return what a total counts: by its own words ("death toll") or by the phrase behind "of"."""
    phrase = reading.phrases[n]
    word = reading.lower[phrase.head]
    inside = reading.lower[phrase.first : phrase.head]
    if word in reading.set_of("tolls"):
        if "injury" in inside or "injured" in inside:
            return "injured"
        casualties = "casualty" in inside
        return "casualties" if casualties else "killed"
    if word not in reading.set_of("numbers_of"):
        return None
    following = reading.lower[phrase.last : phrase.last + 4]
    if following[:1] != ("of",):
        return None
    ahead = reading.lower[phrase.last + 1 : phrase.last + 6]
    return next((harm_of(reading.language)[w] for w in ahead if w in harm_of(reading.language)), None)


def _numbers(reading: Reading, n: int, measure: Measure, cue: int) -> Iterator[Candidate]:
    """Yield the numbers behind a total in its clause: "to 25", "at 25", "of 25", "25" behind a colon or a verb."""
    phrase = reading.phrases[n]
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    for m in range(n + 1, len(reading.phrases)):
        other = reading.phrases[m]
        number = number_of(reading, other)
        same = other.clause == phrase.clause or _goes_on(reading, n, m)
        if number is None or is_article(reading, number) or not same:
            continue
        if not _is_value(reading, m, clause.verb if clause is not None else ""):
            continue
        counted = Count(number.low, number.high, number.qualifier, number.core_first, number.core_last)
        yield Candidate(
            measure=measure,
            count=counted,
            sentence=reading.sentence.index,
            cue=(cue, cue + 1),
            cue_sentence=reading.sentence.index,
            phrase=m,
            clause=other.clause,
            rule=f"figure.total.{measure}",
            score=0.9,
            group=groups(reading, other),
        )


def _goes_on(reading: Reading, n: int, m: int) -> bool:
    """Tell whether a number stands in the clause right behind the total's: "the toll, which rose to 25", "toll: 25"."""
    one, other = reading.phrases[n], reading.phrases[m]
    if other.clause < 0 or one.clause < 0:
        return False
    clause = reading.clauses[other.clause]
    adjacent = clause.parent == one.clause or other.clause == one.clause + 1
    between = reading.words(one.last, other.first)
    return adjacent and (clause.verb in _MOVES or bool(re.fullmatch(r"\W*", between)))


def _is_value(reading: Reading, m: int, verb: str) -> bool:
    """Tell whether a phrase with a number is what a total amounts to: headless, or naming people."""
    phrase = reading.phrases[m]
    own = reading.clauses[phrase.clause].verb if phrase.clause >= 0 else verb
    if reading.lower[phrase.head] in {"people", "dead", "persons"} or reading.tokens[phrase.head].tag == "NUM":
        if phrase.adposition == "by":
            return False
        if phrase.adposition in {"from", "below"}:
            return own in _MOVES
        return phrase.adposition in _BEHIND or (not phrase.adposition and (own in _MOVES or not own))
    return False
