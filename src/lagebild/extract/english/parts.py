"""Parts of a total: "including two children", "three of them women", "among the dead were two nurses"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.extract.english.counts import count, is_article, names_person, number_of
from lagebild.extract.english.patients import whole_series
from lagebild.extract.english.totals import harm_of
from lagebild.extract.people import groups
from lagebild.extract.reading import Candidate, Count, Reading
from lagebild.model import Group, Measure

_OF_WHOM = frozenset({"whom", "them", "those", "these", "which"})


def part_figures(reading: Reading, before: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the parts named in this sentence of totals found in it or, by "among", in the one before it.

    `before` are the candidates of this sentence and of the one before, in text order.
    """
    taken = {c.count.first for c in before if c.sentence == reading.sentence.index}
    for n in range(len(reading.phrases)):
        rules = (_including, _of_them, _of_whom, _coordinated, _among, _among_counted)
        for found in (rule(reading, n, before) for rule in rules):
            for candidate in found:
                if candidate.count.first not in taken:
                    taken.add(candidate.count.first)
                    yield candidate


def _including(reading: Reading, n: int, before: Sequence[Candidate]) -> list[Candidate]:
    """Return the parts behind "including" or "among them": each of a series, with the measure of the total before."""
    phrase = reading.phrases[n]
    earlier = reading.phrases[n - 1] if n else None
    among_them = (
        earlier is not None
        and earlier.adposition in {"among", "amongst"}
        and reading.lower[earlier.head] in _OF_WHOM
        and earlier.last == phrase.first
    )
    if phrase.adposition not in {"including", "counting"} and not among_them:
        return []
    here = [c for c in before if c.sentence == reading.sentence.index]
    total = _last_before(here, phrase.first)
    if total is None:
        return []
    parts = [
        _part(reading, total, place, found)
        for place in whole_series(reading, n)
        if not _is_place(reading, place, n) and (found := count(reading, reading.phrases[place])) is not None
    ]
    if len(parts) > 1 and all(part.count.qualifier == "vague" and part.count.implied for part in parts):
        return [replace(parts[0], group=tuple(sorted({one for part in parts for one in part.group})))]
    return parts


def _is_place(reading: Reading, place: int, n: int) -> bool:
    """Tell whether a name behind "including" goes with a place before it ("in nearby regions, including Nepal")."""
    phrase = reading.phrases[place]
    if reading.tokens[phrase.head].tag != "PROPN" or n == 0 or phrase.number >= 0:
        return False
    before = reading.phrases[n - 1]
    person = names_person(reading, before) is True
    return before.adposition in {"in", "across", "at", "from", "to", "around", "near", "of", "and"} and not person


def _last_before(here: Sequence[Candidate], place: int) -> Candidate | None:
    """Return the candidate whose count stands nearest before, none further than another clause's."""
    earlier = [c for c in here if not c.part and (c.count.last <= place or c.sentence < here[-1].sentence)]
    return earlier[-1] if earlier else None


def _of_them(reading: Reading, n: int, before: Sequence[Candidate]) -> list[Candidate]:
    """Return "three of them women", "two of whom were children", "six of the victims were children" as a part."""
    phrase = reading.phrases[n]
    following = reading.phrases[n + 1] if n + 1 < len(reading.phrases) else None
    number = number_of(reading, phrase)
    if number is None or is_article(reading, number) or reading.tokens[phrase.head].tag != "NUM" or following is None:
        return []
    word = reading.lower[following.head]
    if following.adposition != "of" or following.first != phrase.last or _is_predicate(reading, n):
        return []
    counted = next((c for c in before if c.phrase == n + 1 and c.sentence == reading.sentence.index), None)
    before = [c for c in before if c.sentence != reading.sentence.index or c.count.last <= phrase.first]
    measure = counted.measure if counted is not None else _measure_of(reading, word, before)
    if measure is None:
        return []
    total = replace(before[-1], measure=measure) if before else None
    found = Count(number.low, number.high, number.qualifier, number.core_first, number.core_last)
    said = _said_of(reading, n)
    own = _own_fate(reading, n)
    if (own is not None and own != measure) or _is_freed(reading, n) or _is_release(reading, n):
        return []
    base = total or _blank(reading, measure, n)
    return [replace(_part(reading, base, n, found), group=said)]


def _is_predicate(reading: Reading, n: int) -> bool:
    """Tell whether "one of five people" is said of somebody named: "Dan Hill was one of five people shot"."""
    phrase = reading.phrases[n]
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    return clause is not None and clause.verb == "be" and phrase.case == "accusative"


def _of_whom(reading: Reading, n: int, before: Sequence[Candidate]) -> list[Candidate]:
    """Return "of whom nine were police officers" as a part of the total before it."""
    phrase = reading.phrases[n]
    earlier = reading.phrases[n - 1] if n else None
    number = number_of(reading, phrase)
    if number is None or is_article(reading, number) or reading.tokens[phrase.head].tag != "NUM" or earlier is None:
        return []
    if earlier.adposition != "of" or reading.lower[earlier.head] not in {"whom", "these", "those", "them"}:
        return []
    total = _last_before(before, phrase.first) if before else None
    own = _own_fate(reading, n)
    if total is None or earlier.last != phrase.first or own not in {None, total.measure}:
        return []
    found = Count(number.low, number.high, number.qualifier, number.core_first, number.core_last)
    return [replace(_part(reading, total, n, found), group=_predicate_groups(reading, n))]


def _coordinated(reading: Reading, n: int, before: Sequence[Candidate]) -> list[Candidate]:
    """Return the second of "Twelve of the dead were civilians and three were police officers" as a part."""
    phrase = reading.phrases[n]
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    number = number_of(reading, phrase)
    if number is None or is_article(reading, number) or phrase.head != number.core_first or clause is None:
        return []
    part = next(
        (
            c
            for c in reversed(before)
            if c.part and c.sentence == reading.sentence.index and c.count.first < phrase.first
        ),
        None,
    )
    joined = phrase.first > 0 and reading.lower[phrase.first - 1] in {"and", ",", ";", "but", "while"}
    said = _predicate_groups(reading, n)
    if part is None or not joined or clause.verb not in {"be", ""} or phrase.case != "nominative" or not said:
        return []
    found = Count(number.low, number.high, number.qualifier, number.core_first, number.core_last)
    return [replace(_part(reading, part, n, found), group=said)]


def _predicate_groups(reading: Reading, n: int) -> tuple[Group, ...]:
    """Return the groups of the noun that is said of a number: "nine were police officers"."""
    phrase = reading.phrases[n]
    ahead = [p for p in reading.phrases[n + 1 : n + 3] if p.clause == phrase.clause and not p.adposition]
    return groups(reading, ahead[0]) if ahead else ()


def _among_counted(reading: Reading, n: int, before: Sequence[Candidate]) -> list[Candidate]:
    """Return "Two women and a boy were among the 11 people who died" as parts of the eleven."""
    phrase = reading.phrases[n]
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    total = next((c for c in before if c.phrase == n and c.sentence == reading.sentence.index), None)
    if phrase.adposition not in {"among", "amongst"} or clause is None or clause.verb != "be" or total is None:
        return []
    places = [m for m, other in reading.in_clause(phrase.clause) if other.case == "nominative"]
    return [
        _part(reading, total, place, found)
        for place in places
        if (found := count(reading, reading.phrases[place])) is not None
    ]


def _measure_of(reading: Reading, word: str, before: Sequence[Candidate]) -> Measure | None:
    """Return the measure of "of the dead", "of the injured"; of "them" or "the victims" that of the last total."""
    table = harm_of(reading.language)
    if word in reading.set_of("victims") or word in _OF_WHOM:
        return before[-1].measure if before else None
    return table.get(word)


def _own_fate(reading: Reading, n: int) -> Measure | None:
    """Return the measure that the predicate itself gives the part, or None ("two of whom were children")."""
    phrase = reading.phrases[n]
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    if clause is None or not clause.verb or clause.verb == "be":
        return None
    return harm_of(reading.language).get(reading.lower[clause.verbs[-1]]) if clause.verbs else None


def _is_freed(reading: Reading, n: int) -> bool:
    """Tell whether a clause says of the part that its lot ended: "released seven of the eleven men"."""
    clause = reading.phrases[n].clause
    return clause >= 0 and reading.clauses[clause].verb in reading.set_of("ends")


def _is_release(reading: Reading, n: int) -> bool:
    """Tell whether a part hangs on a noun by which its lot ended: "the release of 21 of the 200 girls"."""
    owner = reading.phrases[n].owner
    return owner >= 0 and reading.lower[reading.phrases[owner].head] in reading.set_of("end_nouns")


def _said_of(reading: Reading, n: int) -> tuple[Group, ...]:
    """Return the groups of a predicate noun: "six of the victims were children", "three of them women"."""
    phrase = reading.phrases[n]
    near = 4
    ahead = [
        other
        for other in reading.phrases[n + 2 : n + 4]
        if not other.adposition and (other.clause == phrase.clause or other.first - phrase.last < near)
    ]
    return groups(reading, ahead[0]) if ahead else ()


def _among(reading: Reading, n: int, before: Sequence[Candidate]) -> list[Candidate]:
    """Return "among the dead were two nurses", "the dead included two nurses" as parts."""
    phrase = reading.phrases[n]
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    word = reading.lower[phrase.head]
    if clause is None:
        return []
    measure = _measure_of(reading, word, before)
    among = phrase.adposition in {"among", "amongst"} and clause.verb in {"be", ""}
    included = clause.verb == "include" and phrase.case == "nominative" and word != "which"
    if measure is None or not (among or included):
        return []
    if among:
        places = [
            m for m, other in reading.in_clause(phrase.clause) if m != n and other.case in {"nominative", "accusative"}
        ]
    else:
        places = [m for m, other in reading.in_clause(phrase.clause) if other.case == "accusative"]
    base = _blank(reading, measure, n)
    return [
        _part(reading, base, place, found)
        for place in places
        if (found := count(reading, reading.phrases[place])) is not None
    ]


def _blank(reading: Reading, measure: Measure, n: int) -> Candidate:
    """Return a candidate of a measure that this phrase names, to make parts of."""
    phrase = reading.phrases[n]
    return Candidate(
        measure=measure,
        count=Count(None, None, "exact", phrase.head, phrase.head + 1),
        sentence=reading.sentence.index,
        cue=(phrase.head, phrase.head + 1),
        cue_sentence=reading.sentence.index,
        phrase=n,
        clause=phrase.clause,
        rule="figure.part",
        score=0.8,
    )


def _part(reading: Reading, total: Candidate, place: int, found: Count) -> Candidate:
    return replace(
        total,
        count=found,
        sentence=reading.sentence.index,
        phrase=place,
        clause=reading.phrases[place].clause,
        rule=f"figure.part.{total.measure}",
        score=0.8,
        group=groups(reading, reading.phrases[place]),
        part=True,
    )
