"""Measure verbs at their places: which row of the table holds, in which voice, and what a relative stands for."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.extract import arguments
from lagebild.extract.people import is_counted
from lagebild.extract.reading import Reading
from lagebild.model import Clause, Phrase
from lagebild.vocabulary import load
from lagebild.vocabulary.measures import MeasureVerbs

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
class Predicate:
    """A measure verb at its place: the clause, the verb's token, the row, and whether the clause denies it."""

    reading: Reading
    place: int
    verb: int
    row: MeasureVerbs
    denied: bool

    @property
    def clause(self) -> Clause:
        """Return the clause of the verb."""
        return self.reading.clauses[self.place]


@functools.cache
def _rules(language: str) -> dict[str, tuple[_Rule, ...]]:
    table: dict[str, list[_Rule]] = {}
    for row in load(language, "measure_verbs", MeasureVerbs):
        rule = _Rule(row, tuple(map(re.compile, row.with_)), tuple(map(re.compile, row.without)))
        for lemma in row.lemmas:
            table.setdefault(lemma, []).append(rule)
    return {lemma: tuple(rules) for lemma, rules in table.items()}


def matches(reading: Reading, clause: Clause, words: str) -> Iterator[tuple[int, _Rule]]:
    """Yield each verb of a clause with the first rule of its lemma that holds."""
    for verb in _verbs(reading, clause):
        rule = next(
            (rule for rule in _rules(reading.language).get(_lemma(reading, clause, verb), ()) if rule.holds(words)),
            None,
        )
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


def is_denied(reading: Reading, clause: Clause) -> bool:
    """Tell whether "nicht" negates the verb, and not a number or a degree."""
    for place in clause.tokens:
        if reading.tokens[place].form == "negation":
            following = reading.lower[place + 1] if place + 1 < len(reading.lower) else ""
            if following not in reading.set_of("degrees") and not _begins_number(reading, place + 1):
                return True
    return False


def _begins_number(reading: Reading, place: int) -> bool:
    return any(place in {number.first, number.core_first} for number in reading.sentence.numbers)


def _is_passive(predicate: Predicate) -> bool:
    """Tell whether a verb counts its subject: a participle with "werden" or "sein", or alone in a headline."""
    reading, clause, verb = predicate.reading, predicate.clause, predicate.verb
    if reading.tokens[verb].form == "finite":
        return _is_headline_participle(reading, clause, verb)
    if reading.tokens[verb].form != "participle":
        auxiliaries = {reading.lower[n] for n in clause.verbs if reading.tokens[n].tag == "AUX"}
        return reading.lower[verb - 1] == "zu" and bool({"sind", "ist", "waren", "war"} & auxiliaries)
    auxiliaries = {reading.tokens[n].lemma for n in clause.verbs if reading.tokens[n].tag == "AUX"}
    return "haben" not in auxiliaries or "werden" in auxiliaries


def _is_headline_participle(reading: Reading, clause: Clause, verb: int) -> bool:
    """Tell whether "acht Arbeiter vermisst" has a participle: its form is singular, and all there is is a plural."""
    if not _AMBIGUOUS.match(reading.tokens[verb].text):
        return False
    found = [p for _, p in reading.in_clause(reading.clauses.index(clause)) if not p.adposition and p.owner < 0]
    return len(found) == 1 and found[0].plural and found[0].last <= verb


def role_of(predicate: Predicate) -> str:
    """Return the role of the counted phrase, with voice and state verbs taken into account."""
    if predicate.row.role != "object":
        return predicate.row.role
    stative = predicate.reading.tokens[predicate.verb].lemma in predicate.reading.set_of("states")
    return "subject" if stative or _is_passive(predicate) else "object"


def antecedent(reading: Reading, n: int, role: str) -> int | None:
    """Return the phrase that a relative pronoun in the subject stands for, or None."""
    clause = reading.clauses[n]
    if clause.kind != "relative" or clause.opener not in _RELATIVE_SUBJECTS or role != "subject":
        return None
    if reading.lower[clause.first] != clause.opener:
        return None
    others = arguments.candidates(reading, n, people_only=True)
    if any(reading.phrases[place].case == "nominative" for place in others):
        return None
    before = [place for place, phrase in enumerate(reading.phrases) if phrase.last <= clause.first]
    while before and reading.phrases[before[-1]].owner >= 0:
        owner = reading.phrases[before[-1]].owner
        if _agrees(clause, reading.phrases[before[-1]]) and not _agrees(clause, reading.phrases[owner]):
            break
        before = [place for place in before if place <= owner]
    if not before or not is_counted(reading, reading.phrases[before[-1]], people_only=False):
        return None
    return before[-1] if _agrees(clause, reading.phrases[before[-1]]) else None


def _agrees(clause: Clause, phrase: Phrase) -> bool:
    """Tell whether the finite verb of a relative clause has the number of a phrase."""
    return clause.plural is None or clause.plural == phrase.plural
