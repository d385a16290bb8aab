"""Figures of a total: "the death toll rose to 25 from 21", "put the number of injured at 40", "death toll: 12"."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.extract.english.counts import is_article, number_of
from lagebild.extract.people import groups
from lagebild.extract.reading import Candidate, Count, Reading
from lagebild.model import Measure, Modality, Phrase
from lagebild.vocabulary import load
from lagebild.vocabulary.measures import MeasureAdjectives, MeasureNouns, MeasureVerbs

_BEHIND = frozenset(
    {"to", "at", "of", "from", "above", "past", "around", "below", "over", "down to", "up to", "up from"}
)
_LEADING = frozenset({"to", "at"})
_NEAR = 6  # words between "the number of" and what happened to those counted


@functools.cache
def harm_of(language: str) -> dict[str, Measure]:
    """Return the measure of each word of harm: nouns, adjectives, and participles of verbs that take people."""
    verbs = {
        form: row.measure
        for row in load(language, "measure_verbs", MeasureVerbs)
        if row.role == "object" and not row.with_ and row.id != "shot"
        for lemma in row.lemmas
        for form in _participles(lemma)
    }
    nouns = {noun: row.measure for row in load(language, "measure_nouns", MeasureNouns) for noun in row.nouns}
    words = {stem: row.measure for row in load(language, "measure_adjectives", MeasureAdjectives) for stem in row.stems}
    return {**verbs, **words, **nouns, "killed": "killed", "died": "killed", "homeless": "displaced"}


def _participles(lemma: str) -> tuple[str, ...]:
    return (f"{lemma}ed", f"{lemma}d" if lemma.endswith("e") else f"{lemma}{lemma[-1]}ed")


def total_figures(reading: Reading, before: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield each number that a total is said to be, to have been, or to have risen to.

    `before` are the candidates of this sentence and of the one before, in text order: what a bare "the figure" counts.
    """
    for n, phrase in enumerate(reading.phrases):
        measure = _measure(reading, n) or _measure_told_before(reading, n, before)
        if measure is not None:
            yield from _values(reading, n, measure, phrase.head)
    yield from _echoes(reading, before)


def _measure(reading: Reading, n: int) -> Measure | None:
    """Return what a total counts: by its own words ("death toll", "casualties") or by the words behind "of"."""
    phrase = reading.phrases[n]
    word = reading.lower[phrase.head]
    inside = reading.lower[phrase.first : phrase.head]
    if word in reading.set_of("tolls"):
        if {"injury", "injured"} & set(inside):
            return "injured"
        return "casualties" if "casualty" in inside else "killed"
    if word in reading.set_of("numbers_of"):
        if reading.lower[phrase.last : phrase.last + 1] != ("of",):
            return next((harm_of(reading.language)[w] for w in inside if w in harm_of(reading.language)), None)
        ahead = reading.lower[phrase.last + 1 : phrase.last + 1 + _NEAR]
        return next((harm_of(reading.language)[w] for w in ahead if w in harm_of(reading.language)), None)
    if phrase.number >= 0 or phrase.adposition or not word.endswith("s"):
        return None
    return harm_of(reading.language).get(word)


def _measure_told_before(reading: Reading, n: int, before: Sequence[Candidate]) -> Measure | None:
    """Return what a bare "the figure" or "the number" counts: what the count before it does."""
    phrase = reading.phrases[n]
    if not phrase.definite or phrase.adposition or reading.lower[phrase.head] not in reading.set_of("numbers_of"):
        return None
    if reading.lower[phrase.last : phrase.last + 1] == ("of",):
        return None
    earlier = [c for c in before if c.sentence < reading.sentence.index or c.count.first < phrase.first]
    return earlier[-1].measure if earlier else None


def _values(reading: Reading, n: int, measure: Measure, cue: int) -> Iterator[Candidate]:
    """Yield the numbers of a total: right before it ("to 30 the number of dead") and behind it in its clause."""
    verb = _verb(reading, n)
    leading = reading.phrases[n - 1] if n else None
    moved = verb in reading.set_of("moves")
    if leading is not None and leading.last == reading.phrases[n].first and leading.adposition in _LEADING and moved:
        if _is_bare(reading, leading):
            yield _candidate(reading, n - 1, measure, cue, "stated")
        return
    corrected = verb in reading.set_of("corrects")
    for m in range(n + 1, len(reading.phrases)):
        other = reading.phrases[m]
        if not _goes_on(reading, n, m):
            if _is_inserted(reading, n, m):
                continue
            break
        if _measure(reading, m) is not None and other.number < 0:
            break
        if _is_bare(reading, other) and _is_value(reading, m, verb):
            was = corrected and other.adposition.endswith("from")
            yield _candidate(reading, m, measure, cue, "denied" if was else "stated")


def _verb(reading: Reading, n: int) -> str:
    clause = reading.phrases[n].clause
    verb = reading.clauses[clause].verb if clause >= 0 else ""
    return verb.removesuffix(" down").removesuffix(" upward").removesuffix(" downward")  # "revised down from"


def _is_bare(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase is a number of people: headless, or naming people or the dead."""
    number = number_of(reading, phrase)
    if number is None or is_article(reading, number):
        return False
    people = reading.lower[phrase.head] in {"people", "dead", "persons", "others", "killed", "wounded", "injured"}
    return people or phrase.head == number.core_first or reading.tokens[phrase.head].tag == "NUM"


def _goes_on(reading: Reading, n: int, m: int) -> bool:
    """Tell whether a phrase still belongs to the total: in its clause, in a reduced one, or with a verb of moving."""
    one, other = reading.phrases[n], reading.phrases[m]
    if other.clause == one.clause or other.clause < 0:
        return True
    clause = reading.clauses[other.clause]
    if clause.verb in reading.set_of("moves") or (clause.kind == "relative" and not clause.opener):
        return True
    return not clause.verb and bool(re.fullmatch(r"\W*", reading.words(one.last, other.first)))


def _is_inserted(reading: Reading, n: int, m: int) -> bool:
    """Tell whether a phrase stands in a clause inserted before the verb of the total ("after a boat sank rose to")."""
    clause = reading.phrases[n].clause
    return clause >= 0 and any(verb > reading.phrases[m].head for verb in reading.clauses[clause].verbs)


def _is_value(reading: Reading, m: int, verb: str) -> bool:
    """Tell whether a phrase with a number is what a total amounts to, by its adposition and the verb."""
    phrase = reading.phrases[m]
    own = reading.clauses[phrase.clause].verb if phrase.clause >= 0 else verb
    moves = reading.set_of("moves")
    if phrase.adposition:
        behind = phrase.adposition in _BEHIND
        return behind and (own in moves or verb in moves or phrase.adposition in {"of", "at"})
    before = reading.tokens[phrase.first - 1].text if phrase.first else ""
    return own in reading.set_of("amounts") or before in {":", "–", "-"}


def _candidate(reading: Reading, m: int, measure: Measure, cue: int, settled: Modality) -> Candidate:
    phrase = reading.phrases[m]
    return Candidate(
        measure=measure,
        count=_reached(reading, phrase),
        sentence=reading.sentence.index,
        cue=(cue, cue + 1),
        cue_sentence=reading.sentence.index,
        phrase=m,
        clause=phrase.clause,
        rule=f"figure.total.{measure}",
        score=0.9,
        group=groups(reading, phrase),
        settled="denied" if settled == "denied" else None,
    )


def _reached(reading: Reading, phrase: Phrase) -> Count:
    """Return the number of a total as its verb means it: "topped 2,000" is more, "neared 2,000" about that."""
    number = number_of(reading, phrase)
    assert number is not None  # noqa: S101 - a value is a phrase with a number
    counted = Count(number.low, number.high, number.qualifier, number.core_first, number.core_last)
    verb = reading.clauses[phrase.clause].verb if phrase.clause >= 0 and not phrase.adposition else ""
    if number.qualifier == "exact" and verb in reading.set_of("exceeds"):
        return replace(counted, high=None, qualifier="more_than")
    return (
        replace(counted, qualifier="about")
        if number.qualifier == "exact" and verb in reading.set_of("nears")
        else counted
    )


def _echoes(reading: Reading, before: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield a number without a noun that is named for the count before: "officials had spoken of 41"."""
    for m, phrase in enumerate(reading.phrases):
        number = number_of(reading, phrase)
        if number is None or phrase.head != number.core_first or not _is_named(reading, m):
            continue
        earlier = [c for c in before if c.sentence < reading.sentence.index or c.count.first < phrase.first]
        if not earlier or earlier[-1].part or not _is_like(earlier[-1], number.low or number.high or 0):
            continue
        yield _candidate(reading, m, earlier[-1].measure, phrase.head, "stated")


def _is_like(candidate: Candidate, value: int) -> bool:
    """Tell whether a number is of the size of the count before it, so that both may count the same people."""
    other = candidate.count.low or candidate.count.high or 0
    return other > 1 and value > 1 and max(other, value) <= 4 * min(other, value)


def _is_named(reading: Reading, m: int) -> bool:
    """Tell whether a headless number is what somebody speaks of, insists on, gives, or estimates."""
    phrase = reading.phrases[m]
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    if phrase.owner >= 0:
        return reading.lower[reading.phrases[phrase.owner].head] in reading.set_of("estimates")
    if clause is None or (phrase.last < len(reading.lower) and reading.lower[phrase.last] == "of"):
        return False
    spoken = f"{clause.verb} {phrase.adposition}".strip()
    return phrase.head > (clause.verbs[-1] if clause.verbs else phrase.head) and spoken in reading.set_of("speaks_of")
