"""Figures that a verb gives: "drei Menschen starben", "wurden verletzt", "riss zwei in den Tod"."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lagebild.extract import arguments
from lagebild.extract.counts import count
from lagebild.extract.people import groups, is_counted, names_people
from lagebild.extract.reading import Candidate, Count, Reading
from lagebild.model import Clause, Measure, Phrase
from lagebild.vocabulary import load
from lagebild.vocabulary.measures import MeasureVerbs

_PASSIVE = "passive"
_DEGREES = {"schwer", "schwerer", "lebensgefährlich", "ernsthaft", "ernstlich", "nur", "mehr", "allein", "tödlich"}
_RELATIVES = {"der", "die", "das", "welcher", "welche", "welches", "dem", "den", "dessen", "denen", "deren"}
_MEASURE_HEADS = re.compile(
    r"(?:tote|toten|verletzten?|opfern?|todesopfern?|leichen?|verwundeten?|vermissten?|festgenommenen|getöteten|verhafteten)$"
)
_NEEDS_NUMBER: frozenset[Measure] = frozenset({"deployed"})


@dataclass(frozen=True, slots=True)
class _Rule:
    """A row of the table with its conditions compiled."""

    row: MeasureVerbs
    with_: tuple[re.Pattern[str], ...]
    without: tuple[re.Pattern[str], ...]

    def holds(self, words: str) -> bool:
        needed = not self.with_ or any(pattern.search(words) for pattern in self.with_)
        return needed and not any(pattern.search(words) for pattern in self.without)


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
        done = False
        for verb in _verbs(reading, clause):
            for rule in _rules().get(_lemma(reading, clause, verb), ()):
                if rule.holds(words):
                    found = tuple(_counted(reading, n, verb, rule.row))
                    yield from found
                    done = bool(found)
                    break
            if done:
                break


def _verbs(reading: Reading, clause: Clause) -> list[int]:
    """Return the verbs of a clause, its full verbs first; an auxiliary only where it is the whole predicate."""
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
    joined = particle + token.lemma
    return joined if joined in _rules() or particle not in {"um", "fest"} else joined


def _is_passive(reading: Reading, clause: Clause, verb: int) -> bool:
    """Tell whether a participle counts its subject: with "werden" or "sein", or alone in a headline."""
    if reading.tokens[verb].form != "participle":
        return False
    auxiliaries = {reading.tokens[n].lemma for n in clause.verbs if reading.tokens[n].tag == "AUX"}
    if "haben" in auxiliaries and "werden" not in auxiliaries:
        return False
    return True


def _counted(reading: Reading, n: int, verb: int, row: MeasureVerbs) -> Iterator[Candidate]:
    """Yield the candidates of one verb: for its own phrases, a pronoun, a relative's antecedent, or shared ones."""
    clause = reading.clauses[n]
    if not _asserts(reading, clause, verb, row):
        return
    role = "subject" if row.role == "object" and _is_passive(reading, clause, verb) else row.role
    relative = _antecedent(reading, n, role)
    if row.role == "object" and role == "object" and row.measure in {"detained", "missing", "abducted"}:
        role = _state_role(reading, clause, verb, role)
    match role:
        case "subject":
            places = [] if relative is not None else arguments.subject(reading, n, verb, people_only=row.people_only)
        case "object":
            places = arguments.object_(reading, n, verb, people_only=row.people_only)
        case "dative":
            places = arguments.dative(reading, n, people_only=row.people_only)
        case _:
            raise ValueError(f"measure_verbs.yaml: {row.id}: unknown role {row.role!r}")
    places = [place for place in places if reading.phrases[place].clause == n]
    if places:
        yield from _from_phrases(reading, clause, verb, row, places)
    elif relative is not None:
        yield from _from_phrases(reading, clause, verb, row, [relative])
    else:
        yield from _without_phrase(reading, n, verb, row, role)


def _state_role(reading: Reading, clause: Clause, verb: int, role: str) -> str:
    """Return "subject" where a verb of state has the counted people as its subject ("galten als vermisst")."""
    return "subject" if reading.tokens[verb].lemma in {
        "gelten", "sein", "bleiben", "sitzen", "kommen", "befinden", "geraten", "wandern"
    } else role  # fmt: skip


def _asserts(reading: Reading, clause: Clause, verb: int, row: MeasureVerbs) -> bool:
    """Tell whether the clause says that it happened: no negation of the event itself."""
    for place in clause.tokens:
        if reading.tokens[place].form != "negation":
            continue
        following = reading.lower[place + 1] if place + 1 < len(reading.lower) else ""
        if following in _DEGREES or _begins_number(reading, place + 1):
            continue
        return row.measure in {"injured", "killed"} and _denies_harm(reading, clause, row)
    return True


def _begins_number(reading: Reading, place: int) -> bool:
    return any(number.first == place or number.core_first == place for number in reading.sentence.numbers)


def _denies_harm(reading: Reading, clause: Clause, row: MeasureVerbs) -> bool:
    """Tell whether "nicht verletzt" says of definite people that they stayed unhurt."""
    return row.id == "injure" and clause.voice == _PASSIVE


def _antecedent(reading: Reading, n: int, role: str) -> int | None:
    """Return the phrase that a relative pronoun in the subject stands for, or None."""
    clause = reading.clauses[n]
    if (
        clause.kind != "relative"
        or clause.opener not in {"der", "die", "das", "welcher", "welche", "welches"}
        or role != "subject"
    ):
        return None
    if reading.tokens[clause.first].tag == "ADP":
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
    if clause.finite is None:
        return True
    plural_verb = reading.lower[clause.finite].endswith(("en", "sind", "n"))
    return plural_verb == phrase.plural


def _from_phrases(
    reading: Reading, clause: Clause, verb: int, row: MeasureVerbs, places: list[int]
) -> Iterator[Candidate]:
    """Yield a candidate for each coordinated phrase; two unnumbered singular ones together count two."""
    single = [place for place in places if reading.phrases[place].number < 0 and not reading.phrases[place].plural]
    negated = any(reading.tokens[n].form == "negation" for n in clause.tokens) and _denied(reading, clause)
    if len(places) == len(single) > 1 and all(
        is_counted(reading, reading.phrases[p], people_only=False) for p in places
    ):
        head = reading.phrases[places[0]].head
        total = Count(len(places), len(places), "exact", head, head + 1, implied=True)
        shared = set.intersection(*(set(groups(reading, reading.phrases[place])) for place in places))
        base = _candidate(reading, clause, verb, row, (places[0], total))
        if base is not None:
            yield _turned(replace(base, group=tuple(sorted(shared))), negated=negated)
        return
    for place in places:
        phrase = reading.phrases[place]
        if _points_back(reading, phrase):
            continue
        counted = count(reading, phrase, vague=row.measure not in _NEEDS_NUMBER)
        if counted is None or (row.measure in _NEEDS_NUMBER and counted.implied):
            continue
        candidate = _candidate(reading, clause, verb, row, (place, counted))
        if candidate is not None:
            yield _turned(replace(candidate, part=len(places) > 1 and counted.low != 0), negated=negated)


def _denied(reading: Reading, clause: Clause) -> bool:
    """Tell whether "nicht" negates the verb, not a number or a degree."""
    for place in clause.tokens:
        if reading.tokens[place].form == "negation":
            following = reading.lower[place + 1] if place + 1 < len(reading.lower) else ""
            return not (following in _DEGREES or _begins_number(reading, place + 1))
    return False


def _turned(candidate: Candidate, *, negated: bool) -> Candidate:
    """Return the candidate as people unhurt where the clause denies the injury."""
    if not negated:
        return candidate
    return replace(candidate, measure="survived", rule=candidate.rule + ".negated")


def _points_back(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a definite noun without a number only points back to people already counted ("die Verletzten")."""
    head = reading.lower[phrase.head]
    return phrase.definite and phrase.number < 0 and phrase.plural and bool(_MEASURE_HEADS.search(head))


def _candidate(
    reading: Reading, clause: Clause, verb: int, row: MeasureVerbs, counted: tuple[int, Count]
) -> Candidate | None:
    place, number = counted
    phrase = reading.phrases[place]
    if number.implied and not _may_be_implied(reading, phrase, row):
        return None
    return Candidate(
        measure=row.measure,
        count=number,
        sentence=reading.sentence.index,
        cue=(verb, verb + 1),
        cue_sentence=reading.sentence.index,
        phrase=place,
        clause=reading.clauses.index(clause),
        rule=f"figure.verb.{row.id}",
        score=0.7 if number.implied else 0.9,
        group=groups(reading, phrase),
    )


def _may_be_implied(reading: Reading, phrase: Phrase, row: MeasureVerbs) -> bool:
    """Tell whether a phrase without a number may count by itself: a person or a name, never a thing of unknown kind."""
    token = reading.tokens[phrase.head]
    known = names_people(token.text, nominalised=token.form == "nominalised")
    if row.measure in {"displaced", "deployed"}:
        return bool(known) and phrase.plural
    if token.tag == "PROPN":
        return row.measure in {"killed", "injured", "detained", "abducted", "missing"} and known is not False
    return bool(known)


def _without_phrase(reading: Reading, n: int, verb: int, row: MeasureVerbs, role: str) -> Iterator[Candidate]:
    """Yield the candidate of a clause without a phrase of its own: by a pronoun, or by the clause it goes on with."""
    clause = reading.clauses[n]
    negated = _denied(reading, clause)
    place = arguments.pronoun(reading, clause, wanted=role)
    if place is not None and row.measure in {"killed", "injured", "detained", "abducted"}:
        one = Count(1, 1, "exact", place, place + 1, implied=True)
        yield _turned(
            Candidate(
                measure=row.measure,
                count=one,
                sentence=reading.sentence.index,
                cue=(verb, verb + 1),
                cue_sentence=reading.sentence.index,
                phrase=-1,
                clause=n,
                rule=f"figure.verb.{row.id}.pronoun",
                score=0.5,
            ),
            negated=negated,
        )
        return
    if place is not None or role != "subject" or not _shares_subject(reading, n):
        return
    previous = _previous(reading, n)
    if previous is None:
        return
    shared = arguments.subject(reading, previous, verb, people_only=row.people_only)
    if not shared:
        relative = _antecedent(reading, previous, "subject")
        shared = [relative] if relative is not None else []
    for candidate in _from_phrases(reading, clause, verb, row, shared):
        yield replace(candidate, rule=candidate.rule + ".shared")


def _previous(reading: Reading, n: int) -> int | None:
    """Return the clause that this one is coordinated with: the one before it of the same kind."""
    kind = reading.clauses[n].kind
    return next((m for m in range(n - 1, -1, -1) if reading.clauses[m].kind == kind), None)


def _shares_subject(reading: Reading, n: int) -> bool:
    """Tell whether a clause is joined to the one before it without a subject of its own."""
    clause = reading.clauses[n]
    before = clause.first - 1
    if before < 0 or arguments.pronoun(reading, clause, wanted="subject") is not None:
        return False
    has_pronoun = any(
        reading.tokens[p].tag == "PRON" and reading.lower[p] in {"sie", "es", "man", "wir", "ich", "die", "der", "das"}
        for p in clause.tokens
    )
    return not has_pronoun and reading.lower[before] in {"und", "oder", "aber", ",", "sowie", "sondern"}
