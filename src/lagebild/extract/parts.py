"""Figures that lean on one before them: "darunter zwei Kinder", "drei davon schwer", "die Feuerwehr von sechs"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.extract.counts import count, number_count
from lagebild.extract.nouns import measure_of, victims
from lagebild.extract.people import groups, is_counted, names_people
from lagebild.extract.reading import Candidate, Count, Reading
from lagebild.model import Group, Measure, Phrase

_INTO = {"darunter", "davon", "worunter"}
_DEADLY = {"tödlich", "tot"}
_HURT = {"schwer", "leicht", "lebensgefährlich", "schwerst", "mittelschwer", "ernsthaft", "kritisch"}
_BELONG = {"sein", "befinden", "gehören", "zählen", "finden", "geben", "sollen", "können", ""}
_FURTHER = {"weitere", "weiterer", "weiteren", "andere", "anderen"}


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
        *_listed(reading, own, taken),
        *_gapped(reading, own, taken),
    ):
        if candidate.count.first not in taken:
            taken.update(range(candidate.count.first, candidate.count.last))
            yield candidate


def _last_before(candidates: Sequence[Candidate], place: int) -> Candidate | None:
    """Return the nearest candidate whose count or cue stands before a place, a part aside where a total is there."""
    before = [c for c in candidates if c.count.first < place]
    totals = [c for c in before if not c.part]
    return (totals or before)[-1] if before else None


def _derived(reading: Reading, base: Candidate, phrase: int, counted: Count, rule: str) -> Candidate:
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
    if words & _DEADLY:
        return replace(base, measure="killed")
    return base


def _among(
    reading: Reading, own: Sequence[Candidate], earlier: Sequence[Candidate], taken: set[int]
) -> Iterator[Candidate]:
    """Yield the parts behind "darunter", "davon", "unter ihnen"; a bare plural is two or more."""
    for start, end in _openers(reading):
        sentence_start = start <= 1
        base = _last_before(own, start) or (earlier[-1] if earlier and sentence_start and not own else None)
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
            counted = count(reading, phrase)
            if counted is not None:
                yield _measured(reading, _derived(reading, base, place, counted, "figure.part.among"), end, stop)


def _openers(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield where "darunter" and its like stand, as token places."""
    for place, word in enumerate(reading.lower):
        if word in _INTO:
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
        row = measure_of(reading.tokens[owned.head].text) if owned is not None else None
        if row is not None and owned is not None:
            base = _made(reading, place, counted, row.measure, (owned.head, owned.head + 1))
            yield replace(base, group=_predicative(reading, phrase) or base.group)
            continue
        victims_named = owned is not None and reading.lower[owned.head] in {"opfer", "opfern"}
        of_them = tail[:1] == ("davon",) or tail == ("von", "ihnen") or victims_named
        before = _last_before(own, phrase.first) or (earlier[-1] if earlier else None)
        if of_them and before is not None:
            found = _derived(reading, before, place, counted, "figure.part.out_of")
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
    """Yield "Unter den Toten ist auch eine Deutsche", "Zu den Opfern gehört ein Kind", "Kinder waren nicht darunter"."""
    for phrase in reading.phrases:
        if phrase.adposition not in {"unter", "zu"} or not phrase.definite or phrase.clause < 0:
            continue
        word = reading.lower[phrase.head]
        clause = reading.clauses[phrase.clause]
        row = measure_of(reading.tokens[phrase.head].text)
        if (row is None and word not in {"opfern", "opfer"}) or clause.verb not in _BELONG:
            continue
        measure = row.measure if row is not None else _victims_before(reading, earlier)
        for place, other in reading.in_clause(phrase.clause):
            if other is phrase or other.adposition or other.owner >= 0 or other.first in taken:
                continue
            counted = count(reading, other)
            if counted is None or not is_counted(reading, other, people_only=counted.implied):
                continue
            if any(reading.tokens[n].form == "negation" for n in clause.tokens):
                counted = replace(counted, low=0, high=0, qualifier="exact")
            found = _made(reading, place, counted, measure, (phrase.head, phrase.head + 1))
            yield replace(found, rule="figure.part.unter_den")
    yield from _darunter_predicate(reading, earlier, taken)


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
        base = _last_before(
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
        yield _derived(reading, base, subject, counted, "figure.part.predicate")


def _listed(reading: Reading, own: Sequence[Candidate], taken: set[int]) -> Iterator[Candidate]:
    """Yield the items of a list that gives identities after a total ("drei Tote: der Pilot und zwei Sanitäter")."""
    colon = next((n for n, word in enumerate(reading.lower) if word == ":"), None)
    base = _last_before(own, colon) if colon is not None else None
    if colon is None or base is None or base.count.low is None or base.count.low < 2:  # noqa: PLR2004 - a total of several
        return
    after = [(n, p) for n, p in enumerate(reading.phrases) if p.first > colon]
    rest = [clause for clause in reading.clauses if clause.first > colon]
    if not after or after[0][1].first > colon + 1 or any(c.kind == "main" and c.finite is not None for c in rest):
        return
    for place, phrase in after:
        if phrase.adposition or phrase.owner >= 0 or phrase.first in taken:
            continue
        counted = count(reading, phrase)
        if counted is not None and is_counted(reading, phrase, people_only=counted.implied):
            yield _derived(reading, base, place, counted, "figure.part.listed")


def _gapped(reading: Reading, own: Sequence[Candidate], taken: set[int]) -> Iterator[Candidate]:
    """Yield numbers whose verb or noun is left out: "zwei weitere später in der Klinik", "die Feuerwehr von sechs"."""
    for place, phrase in enumerate(reading.phrases):
        counted = number_count(reading, phrase)
        headless = reading.tokens[phrase.head].tag not in {"NOUN", "PROPN"}
        if counted is None or counted.first in taken or counted.implied or not headless:
            continue
        clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
        base = _last_before(own, phrase.first)
        if base is not None and _same_frame(reading, base, phrase):
            yield replace(_derived(reading, base, place, counted, "figure.gap.adposition"), part=False)
        elif base is not None and clause is not None and _is_further(reading, phrase, base):
            yield replace(_derived(reading, base, place, counted, "figure.gap.further"), part=True)
        else:
            following = next((c for c in own if c.phrase == place + 1), None)
            if following is not None and _from_to(reading, phrase, following):
                settled = "denied" if _is_corrected(reading, phrase) else None
                yield replace(
                    _derived(reading, following, place, counted, "figure.gap.from"), part=False, settled=settled
                )


def _same_frame(reading: Reading, base: Candidate, phrase: Phrase) -> bool:
    """Tell whether a number stands in the frame of the one before it: the same adposition, no verb of its own."""
    if base.phrase < 0 or not phrase.adposition or reading.phrases[base.phrase].adposition != phrase.adposition:
        return False
    between = reading.tokens[reading.phrases[base.phrase].last : phrase.first]
    return phrase.adposition in {"von", "mit"} and not any(t.tag == "VERB" and t.form == "finite" for t in between)


def _is_further(reading: Reading, phrase: Phrase, base: Candidate) -> bool:
    """Tell whether a phrase is "zwei weitere" in a stretch without a verb of its own."""
    words = set(reading.lower[phrase.first : phrase.last + 1])
    if phrase.adposition or not words & _FURTHER:
        return False
    start = phrase.first - 1
    if start < 0 or reading.lower[start] not in {",", "und", ";"}:
        return False
    after = reading.tokens[phrase.last :]
    boundary = next((n for n, token in enumerate(after) if token.text in {",", ";", "."}), len(after))
    return not any(token.tag in {"VERB", "AUX"} for token in after[:boundary])


def _from_to(reading: Reading, phrase: Phrase, following: Candidate) -> bool:
    """Tell whether a bare number is the "von 86" of "von 86 auf 76 Tote"."""
    target = reading.phrases[following.phrase]
    return phrase.adposition == "von" and target.adposition == "auf" and phrase.last == target.first


def _is_corrected(reading: Reading, phrase: Phrase) -> bool:
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    return clause is not None and clause.verb in {"korrigieren", "berichtigen", "revidieren", "herabsetzen"}


def is_people(noun: str) -> bool:
    """Tell whether a noun is known to name people."""
    return names_people(noun) is True
