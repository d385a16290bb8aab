"""Figures that a verb gives: "drei Menschen starben", "wurden verletzt", "riss zwei in den Tod"."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lagebild.extract import arguments
from lagebild.extract.counts import count
from lagebild.extract.people import groups, is_counted, may_be_person, names_people
from lagebild.extract.reading import Candidate, Count, Reading
from lagebild.model import Clause, Measure, Modality, Phrase
from lagebild.vocabulary import load
from lagebild.vocabulary.measures import MeasureVerbs

_DEGREES = {
    "schwer",
    "schwerer",
    "lebensgefährlich",
    "ernsthaft",
    "ernstlich",
    "nur",
    "mehr",
    "allein",
    "tödlich",
    "zuletzt",
}
_MEASURE_HEADS = re.compile(
    r"(?:tote|toten|verletzten?|opfern?|todesopfern?|leichen?|verwundeten?|vermissten?|festgenommenen|getöteten|verhafteten)$"
)
_NEEDS_NUMBER: frozenset[Measure] = frozenset({"deployed"})
_ONE_PERSON: frozenset[Measure] = frozenset({"killed", "injured", "detained", "abducted", "survived"})
_POINTING = {"menschen", "personen", "leute", "betroffenen"}
_HABITS = {
    "öfter",
    "oft",
    "häufig",
    "jährlich",
    "täglich",
    "regelmäßig",
    "immer",
    "jedes",
    "jeden",
    "jeder",
    "durchschnittlich",
    "pro",
}
_STATES = {
    "schlafen",
    "leben",
    "ausharren",
    "übernachten",
    "unterkommen",
    "gelten",
    "sein",
    "bleiben",
    "sitzen",
    "kommen",
    "befinden",
    "geraten",
    "wandern",
    "einsitzen",
}
_RELATIVE_SUBJECTS = {"der", "die", "das", "welcher", "welche", "welches"}
_AMBIGUOUS = re.compile(r"(?:ver|be|er|ent|zer)[a-zäöüß]+t$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A row of the table with its conditions compiled."""

    row: MeasureVerbs
    with_: tuple[re.Pattern[str], ...]
    without: tuple[re.Pattern[str], ...]

    def holds(self, words: str) -> bool:
        needed = not self.with_ or any(pattern.search(words) for pattern in self.with_)
        return needed and not any(pattern.search(words) for pattern in self.without)


@dataclass(frozen=True, slots=True)
class _Predicate:
    """A measure verb at its place: the clause, the verb's token, the row, and whether the clause denies it."""

    reading: Reading
    place: int
    verb: int
    row: MeasureVerbs
    denied: bool

    @property
    def clause(self) -> Clause:
        return self.reading.clauses[self.place]


@functools.cache
def _rules() -> dict[str, tuple[_Rule, ...]]:
    table: dict[str, list[_Rule]] = {}
    for row in load("de", "measure_verbs", MeasureVerbs):
        rule = _Rule(row, tuple(map(re.compile, row.with_)), tuple(map(re.compile, row.without)))
        for lemma in row.lemmas:
            table.setdefault(lemma, []).append(rule)
    return {lemma: tuple(rules) for lemma, rules in table.items()}


def verb_figures(reading: Reading) -> Iterator[Candidate]:
    """Yield a candidate for each measure verb and each phrase that it counts."""
    for n, clause in enumerate(reading.clauses):
        words = reading.clause_words(clause)
        for verb, rule in _matches(reading, clause, words):
            found = tuple(_counted(_Predicate(reading, n, verb, rule.row, _is_denied(reading, clause))))
            yield from found
            if found:
                break


def _matches(reading: Reading, clause: Clause, words: str) -> Iterator[tuple[int, _Rule]]:
    """Yield each verb of a clause with the first rule of its lemma that holds."""
    for verb in _verbs(reading, clause):
        rule = next((rule for rule in _rules().get(_lemma(reading, clause, verb), ()) if rule.holds(words)), None)
        if rule is not None:
            yield verb, rule


def _verbs(reading: Reading, clause: Clause) -> list[int]:
    """Return the verbs of a clause: its participles and infinitives, its finite full verb, its auxiliaries."""
    own = [n for n in clause.tokens if reading.tokens[n].tag == "VERB"]
    auxiliaries = [n for n in clause.verbs if reading.tokens[n].tag == "AUX"]
    participles = [n for n in own if reading.tokens[n].form != "finite"]
    return participles + [n for n in own if n not in participles] + auxiliaries


def _lemma(reading: Reading, clause: Clause, verb: int) -> str:
    """Return the lemma of a verb, with its separated particle."""
    token = reading.tokens[verb]
    if token.form != "finite" or token.tag == "AUX":
        return token.lemma
    particle = next((reading.lower[n] for n in clause.tokens if n > verb and reading.tokens[n].form == "particle"), "")
    return particle + token.lemma


def _is_denied(reading: Reading, clause: Clause) -> bool:
    """Tell whether "nicht" negates the verb, and not a number or a degree."""
    for place in clause.tokens:
        if reading.tokens[place].form == "negation":
            following = reading.lower[place + 1] if place + 1 < len(reading.lower) else ""
            if following not in _DEGREES and not _begins_number(reading, place + 1):
                return True
    return False


def _begins_number(reading: Reading, place: int) -> bool:
    return any(place in {number.first, number.core_first} for number in reading.sentence.numbers)


def _is_passive(predicate: _Predicate) -> bool:
    """Tell whether a verb counts its subject: a participle with "werden" or "sein", or alone in a headline."""
    reading, clause, verb = predicate.reading, predicate.clause, predicate.verb
    if reading.tokens[verb].form == "finite":
        return _is_headline_participle(reading, clause, verb)
    if reading.tokens[verb].form != "participle":
        auxiliaries = {reading.lower[n] for n in clause.verbs if reading.tokens[n].tag == "AUX"}
        return "zu" in {reading.lower[verb - 1]} and bool({"sind", "ist", "waren", "war"} & auxiliaries)
    auxiliaries = {reading.tokens[n].lemma for n in clause.verbs if reading.tokens[n].tag == "AUX"}
    return "haben" not in auxiliaries or "werden" in auxiliaries


def _is_headline_participle(reading: Reading, clause: Clause, verb: int) -> bool:
    """Tell whether "acht Arbeiter vermisst" has a participle: its form is singular, and all there is is a plural."""
    if not _AMBIGUOUS.match(reading.tokens[verb].text):
        return False
    found = [p for _, p in reading.in_clause(reading.clauses.index(clause)) if not p.adposition and p.owner < 0]
    return len(found) == 1 and found[0].plural and found[0].last <= verb


def _counted(predicate: _Predicate) -> Iterator[Candidate]:
    """Yield the candidates of one verb: its own phrases, a relative's antecedent, a pronoun, or shared ones."""
    reading, n, row = predicate.reading, predicate.place, predicate.row
    role = _role(predicate)
    relative = _antecedent(reading, n, role)
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


def _role(predicate: _Predicate) -> str:
    """Return the role of the counted phrase, with voice and state verbs taken into account."""
    if predicate.row.role != "object":
        return predicate.row.role
    stative = predicate.reading.tokens[predicate.verb].lemma in _STATES
    return "subject" if stative or _is_passive(predicate) else "object"


def _own_phrases(predicate: _Predicate, role: str, *, has_relative: bool) -> list[int]:
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
        case _:
            raise ValueError(f"measure_verbs.yaml: {row.id}: unknown role {row.role!r}")
    return [place for place in found if reading.phrases[place].clause == n]


def _is_reflexive(reading: Reading, clause: Clause) -> bool:
    return any(reading.lower[place] == "sich" for place in clause.tokens)


def _is_counted_denial(predicate: _Predicate, places: Sequence[int]) -> bool:
    """Tell whether a denied clause still counts: definite people unhurt, none of a kind harmed, a number denied."""
    row, reading = predicate.row, predicate.reading
    if row.id == "injure":
        return True
    plural = all(reading.phrases[p].plural and not reading.phrases[p].definite for p in places)
    return row.id in {"die", "kill", "lose_life"} and bool(places) and plural


def _antecedent(reading: Reading, n: int, role: str) -> int | None:
    """Return the phrase that a relative pronoun in the subject stands for, or None."""
    clause = reading.clauses[n]
    if clause.kind != "relative" or clause.opener not in _RELATIVE_SUBJECTS or role != "subject":
        return None
    if reading.lower[clause.first] != clause.opener:
        return None
    others = arguments.candidates(reading, n, people_only=True)
    if any(arguments.case_of(reading, reading.phrases[place]) == "nominative" for place in others):
        return None
    before = [place for place, phrase in enumerate(reading.phrases) if phrase.last <= clause.first]
    while before and reading.phrases[before[-1]].owner >= 0:
        owner = reading.phrases[before[-1]].owner
        if _agrees(reading, clause, reading.phrases[before[-1]]) and not _agrees(
            reading, clause, reading.phrases[owner]
        ):
            break
        before = [place for place in before if place <= owner]
    if not before or not is_counted(reading, reading.phrases[before[-1]], people_only=False):
        return None
    return before[-1] if _agrees(reading, clause, reading.phrases[before[-1]]) else None


def _agrees(reading: Reading, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether the finite verb of a relative clause has the number of a phrase."""
    return clause.finite is None or arguments.is_plural_verb(reading.tokens[clause.finite].text) == phrase.plural


def _from_phrases(predicate: _Predicate, places: list[int]) -> Iterator[Candidate]:
    """Yield a candidate for each coordinated phrase; unnumbered singular ones together count as many as they are."""
    reading = predicate.reading
    if places and _joined_to_pronoun(reading, reading.phrases[places[0]]):
        return
    family = _family(predicate, places)
    if family is not None:
        yield family
        return
    single = [p for p in places if reading.phrases[p].number < 0 and not reading.phrases[p].plural]
    if len(places) == 2 and _is_apposition(reading, places):  # noqa: PLR2004 - someone, and who it is
        places = single = places[:1]
    if len(places) == len(single) > 1 and all(_may_be_implied(predicate, reading.phrases[p]) for p in places):
        head = reading.phrases[places[0]].head
        total = Count(len(places), len(places), "exact", head, head + 1, implied=True)
        shared = set.intersection(*(set(groups(reading, reading.phrases[place])) for place in places))
        yield replace(_candidate(predicate, places[0], total), group=tuple(sorted(shared)))
        return
    for place in places:
        phrase = reading.phrases[place]
        if _points_back(reading, phrase):
            continue
        counted = count(reading, phrase, vague=predicate.row.measure not in _NEEDS_NUMBER)
        if counted is not None and counted.qualifier == "vague" and _is_habit(predicate):
            continue
        if counted is None or (counted.implied and not _may_be_implied(predicate, phrase)):
            continue
        if counted.implied and predicate.row.measure in _NEEDS_NUMBER:
            continue
        if counted.low == counted.high == 1 and not _may_be_implied(predicate, phrase):
            continue
        yield replace(_candidate(predicate, place, counted), part=len(places) > 1 and counted.low != 0)


def _family(predicate: _Predicate, places: Sequence[int]) -> Candidate | None:
    """Return one figure for "eine Mutter und ihre drei Kinder", "O'Keefe und sein Sohn": the second belongs to the first."""
    reading = predicate.reading
    if len(places) != 2 or reading.tokens[reading.phrases[places[1]].first].form != "possessive":  # noqa: PLR2004 - a pair
        return None
    if _is_apposition(reading, list(places)):
        return None
    counts = [count(reading, reading.phrases[place], vague=False) for place in places]
    low = [c.low for c in counts if c is not None and c.low is not None and c.low == c.high]
    if len(low) != 2 or low[0] != 1 or not all(_may_be_implied(predicate, reading.phrases[p]) for p in places):  # noqa: PLR2004
        return None
    head = reading.phrases[places[0]].head
    total = Count(sum(low), sum(low), "exact", head, head + 1, implied=True)
    return replace(_candidate(predicate, places[0], total), group=())


def _is_apposition(reading: Reading, places: list[int]) -> bool:
    """Tell whether two phrases joined by a mere comma are one person ("Major Iwanow, Pilot der Maschine")."""
    second = reading.phrases[places[1]]
    if second.plural:
        return False
    between = {reading.lower[n] for n in range(reading.phrases[places[0]].last, reading.phrases[places[1]].first)}
    return not between & {"und", "oder", "sowie"}


def _is_habit(predicate: _Predicate) -> bool:
    """Tell whether the clause tells what happens again and again, and no incident ("jedes Jahr sterben viele")."""
    return any(predicate.reading.lower[place] in _HABITS for place in predicate.clause.tokens)


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
        phrase.definite and phrase.number < 0 and (head in _POINTING or bool(_MEASURE_HEADS.search(head)))
    )


def _candidate(predicate: _Predicate, place: int, counted: Count) -> Candidate:
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


def _may_be_implied(predicate: _Predicate, phrase: Phrase) -> bool:
    """Tell whether a phrase without a number may count by itself: a person or a name, never a thing of unknown kind.

    Verbs that only people suffer ("verhaftet") take a noun that the vocabulary does not know where its form may name
    one person ("der Inhaber").
    """
    reading, measure = predicate.reading, predicate.row.measure
    token = reading.tokens[phrase.head]
    if token.tag not in {"NOUN", "PROPN"}:
        return True
    known = names_people(token.text, nominalised=token.form == "nominalised")
    if measure in {"displaced", "deployed"}:
        return bool(known) and phrase.plural
    if token.tag == "PROPN":
        return measure in _ONE_PERSON and known is not False and not predicate.row.people_only
    if known is None and measure in _ONE_PERSON and not phrase.plural and not predicate.row.people_only:
        return may_be_person(reading, phrase)
    return bool(known)


def _without_phrase(predicate: _Predicate, role: str) -> Iterator[Candidate]:
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
    shared = [p for p in shared if _agrees_shared(reading, reading.clauses[n], reading.phrases[p])]
    if not shared:
        relative = _antecedent(reading, previous, "subject")
        shared = [relative] if relative is not None else []
    for candidate in _from_phrases(predicate, shared):
        yield replace(candidate, rule=candidate.rule + ".shared")


def _from_injuries(predicate: _Predicate) -> Iterator[Candidate]:
    """Yield "davon erlitten drei schwere Verletzungen": the number before the injuries counts the people."""
    reading = predicate.reading
    opens = reading.lower[predicate.clause.first] in {"davon", "darunter", "dabei"}
    if predicate.row.id != "suffer_injury" or not opens:
        return
    for place, phrase in reading.in_clause(predicate.place):
        counted = count(reading, phrase) if "verletzung" in reading.lower[phrase.head] else None
        if counted is not None and not counted.implied and not phrase.adposition:
            yield replace(_candidate(predicate, place, counted), group=(), part=True)


def _agrees_shared(reading: Reading, clause: Clause, phrase: Phrase) -> bool:
    if clause.finite is None or phrase.series >= 0:
        return True
    return arguments.is_plural_verb(reading.tokens[clause.finite].text) == phrase.plural


def _from_pronoun(predicate: _Predicate, role: str) -> Iterator[Candidate]:
    """Yield the candidate of a pronoun that stands for one person."""
    place = arguments.pronoun(predicate.reading, predicate.clause, wanted=role)
    if place is None or predicate.row.measure not in _ONE_PERSON:
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
