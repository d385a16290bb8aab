"""Figures that a verb gives: "drei Menschen starben", "wurden verletzt", "riss zwei in den Tod"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.extract import arguments
from lagebild.extract.counts import count
from lagebild.extract.people import groups, is_counted, may_be_person, names_people
from lagebild.extract.predicates import Predicate, antecedent, is_denied, matches, role_of
from lagebild.extract.reading import Candidate, Count, Reading
from lagebild.model import Clause, Measure, Modality, Phrase

_NEEDS_NUMBER: frozenset[Measure] = frozenset({"deployed"})
_ONE_PERSON: frozenset[Measure] = frozenset({"killed", "injured", "detained", "abducted", "survived"})


def verb_figures(reading: Reading) -> Iterator[Candidate]:
    """Yield a candidate for each measure verb and each phrase that it counts."""
    for n, clause in enumerate(reading.clauses):
        words = reading.clause_words(clause)
        for verb, rule in matches(reading, clause, words):
            found = tuple(_counted(Predicate(reading, n, verb, rule.row, is_denied(reading, clause))))
            yield from found
            if found:
                break


def _counted(predicate: Predicate) -> Iterator[Candidate]:
    """Yield the candidates of one verb: its own phrases, a relative's antecedent, a pronoun, or shared ones."""
    reading, n, row = predicate.reading, predicate.place, predicate.row
    role = role_of(predicate)
    relative = antecedent(reading, n, role)
    places = _own_phrases(predicate, role, has_relative=relative is not None)
    if predicate.denied and not _is_counted_denial(predicate, places):
        return
    own = tuple(_from_phrases(predicate, places))
    if own:
        yield from own
    elif relative is not None:
        yield from _from_phrases(predicate, [relative])
    elif role == "object" and row.role == "object" and _is_reflexive(reading, predicate.clause):
        yield from _from_phrases(predicate, arguments.subject(reading, n, people_only=False))
        yield from _from_pronoun(predicate, "subject")
    else:
        yield from _without_phrase(predicate, role)


def _own_phrases(predicate: Predicate, role: str, *, has_relative: bool) -> list[int]:
    reading, n, row = predicate.reading, predicate.place, predicate.row
    match role:
        case "subject":
            found = (
                [] if has_relative else arguments.subject(reading, n, people_only=row.people_only, verb=predicate.verb)
            )
        case "object":
            found = arguments.object_(reading, n, predicate.verb, people_only=row.people_only)
        case "dative":
            found = arguments.dative(reading, n, people_only=row.people_only)
        case "für" | "von":
            found = _governed(reading, n, row.role, people_only=row.people_only)
        case _:
            raise ValueError(f"measure_verbs.yaml: {row.id}: unknown role {row.role!r}")
    return [place for place in found if reading.phrases[place].clause == n]


def _governed(reading: Reading, n: int, adposition: str, *, people_only: bool) -> list[int]:
    """Return the phrases of a clause behind an adposition that may be counted ("für elf Bergleute")."""
    return [
        place
        for place, phrase in reading.in_clause(n)
        if phrase.adposition == adposition and is_counted(reading, phrase, people_only=people_only)
    ]


def _is_reflexive(reading: Reading, clause: Clause) -> bool:
    return any(reading.lower[place] == "sich" for place in clause.tokens)


def _is_counted_denial(predicate: Predicate, places: Sequence[int]) -> bool:
    """Tell whether a denied clause still counts: definite people unhurt, none of a kind harmed, a number denied."""
    row, reading = predicate.row, predicate.reading
    if row.id == "injure":
        return True
    plural = all(reading.phrases[p].plural and not reading.phrases[p].definite for p in places)
    return row.id in {"die", "kill", "lose_life"} and bool(places) and plural


def _from_phrases(predicate: Predicate, places: list[int]) -> Iterator[Candidate]:
    """Yield a candidate for each coordinated phrase; unnumbered singular ones together count as many as they are."""
    reading = predicate.reading
    if not places or _joined_to_pronoun(reading, reading.phrases[places[0]]):
        return
    together = _family(predicate, places) or _all_single(predicate, places)
    if together is not None:
        yield together
        return
    kept = places[:1] if _is_apposition(reading, places) else places
    kept = [place for place in kept if not _shares_number(reading, place)]
    for place in kept:
        counted = _count_of(predicate, reading.phrases[place])
        if counted is not None:
            yield replace(_candidate(predicate, place, counted), part=len(kept) > 1 and counted.low != 0)


def _shares_number(reading: Reading, place: int) -> bool:
    """Tell whether a bare noun is counted with the one before it: "665 Frauen und Mädchen" are 665 together."""
    phrase, before = reading.phrases[place], reading.phrases[place - 1]
    joined = place > 0 and phrase.series == before.series >= 0 and phrase.first == before.last + 1
    return joined and phrase.number < 0 and phrase.first == phrase.head and before.number >= 0 and before.plural


def _count_of(predicate: Predicate, phrase: Phrase) -> Count | None:
    """Return how many a phrase counts for this verb, or None where it only points back or may name no people."""
    reading, measure = predicate.reading, predicate.row.measure
    counted = None if _points_back(reading, phrase) else count(reading, phrase, vague=measure not in _NEEDS_NUMBER)
    if counted is None or (counted.qualifier == "vague" and _is_habit(predicate)):
        return None
    single = counted.low == counted.high == 1
    if (counted.implied or single) and not _may_be_implied(predicate, phrase):
        return None
    return None if counted.implied and measure in _NEEDS_NUMBER else counted


def _all_single(predicate: Predicate, places: Sequence[int]) -> Candidate | None:
    """Return one figure for singular phrases without numbers: "die Angestellte und der Geiselnehmer" are two."""
    reading = predicate.reading
    phrases = [reading.phrases[place] for place in places]
    if len(places) < 2 or _is_apposition(reading, places) or any(p.number >= 0 or p.plural for p in phrases):  # noqa: PLR2004
        return None
    if predicate.clause.plural is False or not all(_may_be_implied(predicate, phrase) for phrase in phrases):
        return None
    total = Count(len(places), len(places), "exact", phrases[0].head, phrases[0].head + 1, implied=True)
    shared = set.intersection(*(set(groups(reading, phrase)) for phrase in phrases))
    return replace(_candidate(predicate, places[0], total), group=tuple(sorted(shared)))


def _family(predicate: Predicate, places: Sequence[int]) -> Candidate | None:
    """Return one figure for "eine Mutter und ihre drei Kinder": the second belongs to the first."""
    reading = predicate.reading
    if len(places) != 2 or reading.tokens[reading.phrases[places[1]].first].form != "possessive":  # noqa: PLR2004 - a pair
        return None
    if _is_apposition(reading, places):
        return None
    counts = [count(reading, reading.phrases[place], vague=False) for place in places]
    low = [c.low for c in counts if c is not None and c.low is not None and c.low == c.high]
    if len(low) != 2 or low[0] != 1 or not all(_may_be_implied(predicate, reading.phrases[p]) for p in places):  # noqa: PLR2004
        return None
    head = reading.phrases[places[0]].head
    total = Count(sum(low), sum(low), "exact", head, head + 1, implied=True)
    return replace(_candidate(predicate, places[0], total), group=())


def _is_apposition(reading: Reading, places: Sequence[int]) -> bool:
    """Tell whether two phrases joined by a mere comma are one person ("Major Iwanow, Pilot der Maschine")."""
    if len(places) > 1 and _is_one_person(reading, places):
        return True
    if len(places) != 2 or reading.phrases[places[1]].plural:  # noqa: PLR2004 - someone, and who it is
        return False
    if not _is_plural_clause(reading, places[0]) and all(reading.phrases[p].number < 0 for p in places):
        return True
    between = {reading.lower[n] for n in range(reading.phrases[places[0]].last, reading.phrases[places[1]].first)}
    return not between & {"und", "oder", "sowie"}


def _is_one_person(reading: Reading, places: Sequence[int]) -> bool:
    """Tell whether singular phrases with a verb in the singular are one person: "Ott, ein Arzt und Autor"."""
    phrases = [reading.phrases[place] for place in places]
    return not any(phrase.plural for phrase in phrases) and not _is_plural_clause(reading, places[0])


def _is_plural_clause(reading: Reading, place: int) -> bool:
    """Tell whether the verb of a phrase's clause may be a plural one; "der Maler und Autor Ott starb" is one person."""
    clause = reading.phrases[place].clause
    return clause < 0 or reading.clauses[clause].plural is not False


def _is_habit(predicate: Predicate) -> bool:
    """Tell whether the clause tells what happens again and again, and no incident ("jedes Jahr sterben viele")."""
    return any(
        predicate.reading.lower[place] in predicate.reading.set_of("habits") for place in predicate.clause.tokens
    )


def _joined_to_pronoun(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase is the second half of "er und der Maschinist", whose number nobody states."""
    before = reading.tokens[max(0, phrase.first - 2) : phrase.first]
    return len(before) == 2 and before[1].text == "und" and before[0].form == "personal"  # noqa: PLR2004 - two tokens


def _points_back(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a definite noun without a number only points back to people already counted ("die Verletzten")."""
    head = reading.lower[phrase.head]
    before = reading.lower[phrase.first - 1] if phrase.first else ""
    compared = phrase.number < 0 and before in {"mehr", "weniger"}
    return compared or (
        phrase.definite
        and phrase.number < 0
        and (head in reading.set_of("pointing") or bool(reading.pattern("points_back").search(head)))
    )


def _candidate(predicate: Predicate, place: int, counted: Count) -> Candidate:
    """Return the candidate; people of whom the clause denies harm are unhurt, and a bare plural denied is none."""
    reading, row = predicate.reading, predicate.row
    measure, rule = row.measure, f"figure.verb.{row.id}"
    settled: Modality | None = None
    if predicate.denied:
        rule += ".denied"
        phrase = reading.phrases[place]
        if counted.qualifier == "vague" and not phrase.definite:
            counted = replace(counted, low=0, high=0, qualifier="exact")
        elif row.id == "injure":
            measure = "survived"
        else:
            settled = "denied"
    return Candidate(
        measure=measure,
        count=counted,
        sentence=reading.sentence.index,
        cue=(predicate.verb, predicate.verb + 1),
        cue_sentence=reading.sentence.index,
        phrase=place,
        clause=predicate.place,
        rule=rule,
        score=0.7 if counted.implied else 0.9,
        group=groups(reading, reading.phrases[place]),
        settled=settled,
    )


def _may_be_implied(predicate: Predicate, phrase: Phrase) -> bool:
    """Tell whether a phrase without a number may count by itself: a person or a name, never a thing of unknown kind.

    Verbs that only people suffer ("verhaftet") take a noun that the vocabulary does not know where its form may name
    one person ("der Inhaber").
    """
    reading, measure = predicate.reading, predicate.row.measure
    token = reading.tokens[phrase.head]
    if token.tag not in {"NOUN", "PROPN"}:
        return True
    known = names_people(reading.language, token.text, nominalised=token.form == "nominalised")
    if measure in {"displaced", "deployed"}:
        return bool(known) and phrase.plural
    if token.tag == "PROPN":
        return measure in _ONE_PERSON and known is not False and not predicate.row.people_only
    if known is None and measure in _ONE_PERSON and not phrase.plural and not predicate.row.people_only:
        return may_be_person(reading, phrase)
    return bool(known)


def _without_phrase(predicate: Predicate, role: str) -> Iterator[Candidate]:
    """Yield the candidates of a clause without a phrase of its own: by a pronoun, or by the clause it goes on with."""
    reading, n, row = predicate.reading, predicate.place, predicate.row
    found = (*_from_injuries(predicate), *_from_pronoun(predicate, role))
    if found or role != "subject" or not _shares_subject(reading, n):
        yield from found
        return
    kind = reading.clauses[n].kind
    previous = next((m for m in range(n - 1, -1, -1) if reading.clauses[m].kind == kind), None)
    if previous is None:
        return
    shared = arguments.subject(reading, previous, people_only=row.people_only)
    shared = [p for p in shared if _agrees_shared(reading.clauses[n], reading.phrases[p])]
    if not shared:
        relative = antecedent(reading, previous, "subject")
        shared = [relative] if relative is not None else []
    for candidate in _from_phrases(predicate, shared):
        yield replace(candidate, rule=candidate.rule + ".shared")


def _from_injuries(predicate: Predicate) -> Iterator[Candidate]:
    """Yield "davon erlitten drei schwere Verletzungen": the number before the injuries counts the people."""
    reading = predicate.reading
    opens = reading.lower[predicate.clause.first] in {"davon", "darunter", "dabei"}
    if predicate.row.id != "suffer_injury" or not opens:
        return
    for place, phrase in reading.in_clause(predicate.place):
        counted = count(reading, phrase) if "verletzung" in reading.lower[phrase.head] else None
        if counted is not None and not counted.implied and not phrase.adposition:
            yield replace(_candidate(predicate, place, counted), group=(), part=True)


def _agrees_shared(clause: Clause, phrase: Phrase) -> bool:
    return clause.plural is None or phrase.series >= 0 or clause.plural == phrase.plural


def _from_pronoun(predicate: Predicate, role: str) -> Iterator[Candidate]:
    """Yield the candidate of a pronoun that stands for one person."""
    place = arguments.pronoun(predicate.reading, predicate.clause, wanted=role)
    thing = predicate.row.people_only and predicate.row.measure == "killed"
    if place is None or predicate.row.measure not in _ONE_PERSON or thing:
        return
    if predicate.reading.lower[place + 1 : place + 2] == ("und",):
        return
    yield Candidate(
        measure="survived" if predicate.denied else predicate.row.measure,
        count=Count(1, 1, "exact", place, place + 1, implied=True),
        sentence=predicate.reading.sentence.index,
        cue=(predicate.verb, predicate.verb + 1),
        cue_sentence=predicate.reading.sentence.index,
        phrase=-1,
        clause=predicate.place,
        rule=f"figure.verb.{predicate.row.id}.pronoun",
        score=0.5,
    )


def _shares_subject(reading: Reading, n: int) -> bool:
    """Tell whether a clause is joined to the one before it without a subject of its own."""
    clause = reading.clauses[n]
    before = clause.first - 1
    if before < 0:
        return False
    own = {reading.lower[p] for p in clause.tokens if reading.tokens[p].tag == "PRON" and p >= clause.first}
    subjects = {"sie", "es", "man", "wir", "ich", "er", "die", "der", "das", "dieser", "diese", "niemand", "wer"}
    return not own & subjects and reading.lower[before] in {"und", "oder", "aber", ",", "sowie", "sondern"}
