"""Figures that lean on one before them: "darunter zwei Kinder", "drei davon schwer", "die Feuerwehr von sechs"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.extract.counts import count, number_count
from lagebild.extract.nouns import measure_of, victims
from lagebild.extract.people import groups, is_counted
from lagebild.extract.reading import Candidate, Count, Reading
from lagebild.model import Group, Measure, Phrase


def part_figures(reading: Reading, earlier: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates that take their measure from one before them.

    `earlier` are the candidates found so far: those of this sentence, and the last of the sentence before.
    """
    own = [c for c in earlier if c.sentence == reading.sentence.index]
    taken = {place for c in own for place in range(c.count.first, c.count.last)}
    for candidate in (
        *_among(reading, own, earlier, taken),
        *_out_of(reading, own, earlier, taken),
        *_unter_den(reading, earlier, taken),
    ):
        if candidate.count.first not in taken:
            taken.update(range(candidate.count.first, candidate.count.last))
            yield candidate


def last_before(candidates: Sequence[Candidate], place: int) -> Candidate | None:
    """Return the nearest candidate whose count or cue stands before a place, a part aside where a total is there."""
    before = [c for c in candidates if c.count.first < place]
    totals = [c for c in before if not c.part]
    return (totals or before)[-1] if before else None


def derived(reading: Reading, base: Candidate, phrase: int, counted: Count, rule: str) -> Candidate:
    """Return a part of a total: its measure and cue, with its own count and group."""
    there = reading.phrases[phrase]
    own_groups = groups(reading, there)
    headless = reading.tokens[there.head].tag not in {"NOUN", "PROPN"}
    return replace(
        base,
        count=counted,
        sentence=reading.sentence.index,
        phrase=phrase,
        clause=there.clause,
        rule=rule,
        score=0.8,
        group=base.group if headless and not own_groups else own_groups,
        part=True,
        settled=None,
    )


def _measured(reading: Reading, base: Candidate, first: int, last: int) -> Candidate:
    """Return the part with the measure that words beside it give ("zwei davon tödlich")."""
    words = set(reading.lower[first:last])
    if words & reading.set_of("deadly"):
        return replace(base, measure="killed")
    return base


def _among(
    reading: Reading, own: Sequence[Candidate], earlier: Sequence[Candidate], taken: set[int]
) -> Iterator[Candidate]:
    """Yield the parts behind "darunter", "davon", "unter ihnen"; a bare plural is two or more."""
    for start, end in _openers(reading):
        sentence_start = start <= 1
        base = last_before(own, start) or (earlier[-1] if earlier and sentence_start and not own else None)
        if base is None:
            continue
        stop = _stop(reading, end)
        if start > 0 and _all_negated(reading, start):
            continue
        for place, phrase in enumerate(reading.phrases):
            if not end <= phrase.first < stop or phrase.adposition or phrase.first in taken or phrase.owner >= 0:
                continue
            if not is_counted(reading, phrase, people_only=phrase.number < 0):
                continue
            if phrase.number < 0 and phrase.first == end and any(n.last == start for n in reading.sentence.numbers):
                continue  # "drei davon Kinder": the number stands before, and the noun says who they are
            counted = count(reading, phrase)
            if counted is not None:
                yield _measured(reading, derived(reading, base, place, counted, "figure.part.among"), end, stop)


def _openers(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield where "darunter" and its like stand, as token places."""
    for place, word in enumerate(reading.lower):
        if word in reading.set_of("into"):
            yield place, place + 1
        elif word == "unter" and reading.lower[place + 1 : place + 2] in (("ihnen",), ("denen",)):
            yield place, place + 2


def _all_negated(reading: Reading, place: int) -> bool:
    return reading.lower[place - 1] in {"nicht", "auch"}


def _stop(reading: Reading, start: int) -> int:
    """Return where the list behind an opener ends: at a semicolon, a dash, a relative or a new finite verb's clause."""
    for place in range(start, len(reading.tokens)):
        if reading.lower[place] in {";", "–", "(", ")", ":"}:
            return place
        if reading.lower[place] == "," and place + 1 < len(reading.tokens):
            following = reading.tokens[place + 1]
            clause = reading.sentence.clause_at(place + 1)
            if following.form == "relative" or (clause >= 0 and reading.clauses[clause].first == place + 1):
                finite = reading.clauses[clause].finite
                if finite is not None and finite > place:
                    return place
    return len(reading.tokens)


def _out_of(
    reading: Reading, own: Sequence[Candidate], earlier: Sequence[Candidate], taken: set[int]
) -> Iterator[Candidate]:
    """Yield "drei davon schwer", "sechs von ihnen", "fünf der Toten": a number out of people already counted."""
    for place, phrase in enumerate(reading.phrases):
        counted = number_count(reading, phrase)
        if counted is None or phrase.adposition or counted.first in taken:
            continue
        tail = reading.lower[phrase.last : phrase.last + 2]
        owned = next((p for p in reading.phrases if p.owner == place), None)
        row = measure_of(reading.language, reading.tokens[owned.head].text) if owned is not None else None
        if reading.tokens[phrase.head].tag in {"NOUN", "PROPN"}:
            continue
        if row is not None and owned is not None:
            if counted.qualifier == "vague":
                continue
            base = _made(reading, place, counted, row.measure, (owned.head, owned.head + 1))
            yield replace(base, group=_predicative(reading, phrase) or base.group)
            continue
        victims_named = owned is not None and reading.lower[owned.head] in reading.set_of("victims")
        of_them = tail[:1] == ("davon",) or tail == ("von", "ihnen") or victims_named
        before = last_before(own, phrase.first) or (earlier[-1] if earlier else None)
        if of_them and before is not None:
            found = derived(reading, before, place, counted, "figure.part.out_of")
            yield replace(
                _measured(reading, found, phrase.last, min(len(reading.tokens), phrase.last + 4)),
                group=_predicative(reading, phrase) or found.group,
            )


def _made(reading: Reading, place: int, counted: Count, measure: Measure, cue: tuple[int, int]) -> Candidate:
    phrase = reading.phrases[place]
    return Candidate(
        measure=measure,
        count=counted,
        sentence=reading.sentence.index,
        cue=cue,
        cue_sentence=reading.sentence.index,
        phrase=place,
        clause=phrase.clause,
        rule="figure.part.of_noun",
        score=0.8,
        group=groups(reading, phrase),
        part=True,
    )


def _predicative(reading: Reading, phrase: Phrase) -> tuple[Group, ...]:
    """Return the groups of the predicate noun in "20 von ihnen sind Kinder"."""
    if phrase.clause < 0 or reading.clauses[phrase.clause].verb not in {"sein", "werden", "sollen", ""}:
        return ()
    after = [
        p for _, p in reading.in_clause(phrase.clause) if p.first >= phrase.last and not p.adposition and p.owner < 0
    ]
    return groups(reading, after[-1]) if after else ()


def _unter_den(reading: Reading, earlier: Sequence[Candidate], taken: set[int]) -> Iterator[Candidate]:
    """Yield "Unter den Toten ist auch eine Schwedin", "Zu den Opfern gehört ein Kind"."""
    for phrase in reading.phrases:
        if phrase.adposition not in {"unter", "zu"} or not phrase.definite or phrase.clause < 0:
            continue
        clause = reading.clauses[phrase.clause]
        measure = _measure_named(reading, phrase, earlier)
        if (
            measure is None
            or clause.verb not in reading.set_of("belong")
            or any(reading.lower[n] in reading.set_of("mostly") for n in clause.tokens)
        ):
            continue
        for place, other in reading.in_clause(phrase.clause):
            spoken = other.first > 0 and reading.lower[other.first - 1] in {"so", "laut"}
            if other is phrase or other.adposition or other.owner >= 0 or other.first in taken or spoken:
                continue
            counted = count(reading, other)
            if counted is None or not is_counted(reading, other, people_only=counted.implied):
                continue
            if any(reading.tokens[n].form == "negation" for n in clause.tokens):
                counted = replace(counted, low=0, high=0, qualifier="exact")
            found = _made(reading, place, counted, measure, (phrase.head, phrase.head + 1))
            yield replace(found, rule="figure.part.unter_den")
    yield from _darunter_predicate(reading, earlier, taken)


def _measure_named(reading: Reading, phrase: Phrase, earlier: Sequence[Candidate]) -> Measure | None:
    """Return the measure that "den Toten", "den Opfern" or people just counted stand for."""
    row = measure_of(reading.language, reading.tokens[phrase.head].text)
    if row is not None:
        return row.measure
    if reading.lower[phrase.head] in reading.set_of("victims"):
        return _victims_before(reading, earlier)
    place = reading.phrases.index(phrase)
    same = (c.measure for c in earlier if c.sentence == reading.sentence.index and c.phrase == place)
    return next(same, None)


def _victims_before(reading: Reading, earlier: Sequence[Candidate]) -> Measure:
    """Return what "Opfer" means after figures: their measure where they agree, else what the sentence shows."""
    for candidate in reversed(earlier):
        if candidate.measure in {"killed", "injured", "casualties"}:
            return candidate.measure
    return victims(reading)


def _darunter_predicate(reading: Reading, earlier: Sequence[Candidate], taken: set[int]) -> Iterator[Candidate]:
    """Yield "auch Kinder waren darunter" as two or more, "Kinder waren nicht darunter" as none."""
    for clause_place, clause in enumerate(reading.clauses):
        words = [reading.lower[n] for n in clause.tokens]
        if "darunter" not in words or clause.verb != "sein":
            continue
        base = last_before(
            [c for c in earlier if c.clause != clause_place or c.sentence != reading.sentence.index], 10**6
        )
        subject = next(
            (n for n, p in reading.in_clause(clause_place) if not p.adposition and p.first not in taken), None
        )
        if base is None or subject is None:
            continue
        phrase = reading.phrases[subject]
        counted = count(reading, phrase)
        if counted is None or not is_counted(reading, phrase, people_only=True):
            continue
        if "nicht" in words:
            counted = replace(counted, low=0, high=0, qualifier="exact")
        yield derived(reading, base, subject, counted, "figure.part.predicate")
