"""Totals told as such: "die Zahl der Toten stieg von 21 auf 25", "Opferzahl auf 76", "Verluste von 40"."""

from collections.abc import Iterator

from lagebild.extract.counts import number_count
from lagebild.extract.nouns import adjective_measure, measure_of, victims
from lagebild.extract.people import groups, names_people
from lagebild.extract.reading import Candidate, Reading
from lagebild.model import Group, Measure, Phrase

_OF_COMPOUND: tuple[tuple[str, Measure], ...] = (
    ("todesopfer", "killed"),
    ("toten", "killed"),
    ("verletzten", "injured"),
    ("vermissten", "missing"),
    ("opfer", "casualties"),
)


def total_figures(reading: Reading) -> Iterator[Candidate]:
    """Yield the numbers of "die Zahl der Toten stieg von 21 auf 25" and "Opferzahl auf 76"."""
    for place, phrase in enumerate(reading.phrases):
        measure = _total_measure(reading, place, phrase)
        if measure is None:
            continue
        numbers = [
            (n, other)
            for n, other in reading.in_clause(phrase.clause)
            if other.first > phrase.head and _is_total_number(reading, other)
        ]
        if not numbers:
            numbers = _in_same_sentence(reading, phrase)
        corrected = reading.clauses[phrase.clause].verb in reading.set_of("corrected") if phrase.clause >= 0 else False
        for n, other in numbers[:2]:
            counted = number_count(reading, other)
            if counted is None:
                continue
            old = corrected and other.adposition == "von" and len(numbers) > 1
            yield Candidate(
                measure=measure,
                count=counted,
                sentence=reading.sentence.index,
                cue=(phrase.head, phrase.head + 1),
                cue_sentence=reading.sentence.index,
                phrase=n,
                clause=phrase.clause,
                rule="figure.total",
                score=0.9,
                group=groups(reading, other) or _owner_groups(reading, place),
                settled="denied" if old else None,
            )


def _owner_groups(reading: Reading, place: int) -> tuple[Group, ...]:
    """Return the groups named in "Zahl der getöteten Soldaten"."""
    return next((groups(reading, p) for p in reading.phrases if p.owner == place), ())


def _total_measure(reading: Reading, place: int, phrase: Phrase) -> Measure | None:
    """Return the measure of "Zahl der Toten", "Opferzahl" or "die Verluste ... beliefen sich auf", or None."""
    word = reading.lower[phrase.head]
    verb = reading.clauses[phrase.clause].verb if phrase.clause >= 0 else ""
    if word in reading.set_of("losses") and phrase.number < 0:
        forces = reading.pattern("forces").search(reading.words(0, len(reading.tokens)))
        return "casualties" if verb in reading.set_of("amounts") and forces else None
    named = verb in reading.set_of("named_by") and phrase.definite and phrase.number < 0 and not phrase.adposition
    row = measure_of(reading.language, word)
    if named and row is not None:
        return row.measure
    return _of_what(reading, place, word) if reading.pattern("totals").match(word) else None


def _of_what(reading: Reading, place: int, word: str) -> Measure | None:
    """Return the measure of what a word of totals counts: its own first part, or the genitive that follows."""
    for part, measure in _OF_COMPOUND:
        if word.startswith(part):
            return victims(reading) if measure == "casualties" else measure
    owned = next((p for p in reading.phrases if p.owner == place), None)
    if owned is None:
        return None
    noun = reading.lower[owned.head]
    if noun in reading.set_of("victims"):
        return victims(reading)
    row = measure_of(reading.language, noun)
    if row is None:
        return next(filter(None, (adjective_measure(reading, n) for n in range(owned.first, owned.head))), None)
    tail = reading.lower[owned.last : owned.last + 2]
    other = measure_of(reading.language, tail[-1]) if tail[:1] == ("und",) else None
    return "casualties" if other is not None and other.measure != row.measure else row.measure


def _is_total_number(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase gives the total: a number after auf, bei, von or mit, or the complement of "betragen"."""
    counted = number_count(reading, phrase)
    if counted is None or phrase.adposition in reading.set_of("not_counted_adpositions"):
        return False
    noun = reading.tokens[phrase.head]
    headless = noun.tag not in {"NOUN", "PROPN"}
    people = names_people(reading.language, noun.text) is True or measure_of(reading.language, noun.text) is not None
    if counted.low == counted.high == 1:
        return False
    if phrase.adposition in reading.set_of("total_adpositions"):
        return headless or people
    return headless and phrase.clause >= 0 and reading.clauses[phrase.clause].verb in reading.set_of("reaches")


def _in_same_sentence(reading: Reading, phrase: Phrase) -> list[tuple[int, Phrase]]:
    """Return the number that follows a total cut off by a mark or a relative clause."""
    return [
        (n, other)
        for n, other in enumerate(reading.phrases)
        if other.first > phrase.head and other.adposition in {"auf", "bei"} and _is_total_number(reading, other)
    ][:1]
