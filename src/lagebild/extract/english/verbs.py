"""Figures that an English verb gives: "killing at least 12", "30 others were injured", "was pronounced dead"."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lagebild.extract.english.counts import count, is_article, number_of
from lagebild.extract.english.manner import own_words, some_died
from lagebild.extract.english.patients import patients
from lagebild.extract.people import groups
from lagebild.extract.reading import Candidate, Count, Reading
from lagebild.model import Clause, Group, Measure, Phrase
from lagebild.vocabulary import load
from lagebild.vocabulary.measures import MeasureVerbs

_NEEDS_NUMBER: frozenset[Measure] = frozenset({"deployed", "displaced"})
_ADULT = 18
_TOLD_ANEW = frozenset({
    "to_hospital", "hit_by_gunfire", "in_condition", "listed_in_condition", "recovering", "still_in_hospital",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Rule:
    """A row of the table with its patterns compiled."""

    row: MeasureVerbs
    with_: re.Pattern[str] | None
    without: re.Pattern[str] | None


@functools.cache
def _rules(language: str) -> dict[str, tuple[_Rule, ...]]:
    found: dict[str, list[_Rule]] = {}
    for row in load(language, "measure_verbs", MeasureVerbs):
        rule = _Rule(row, _compiled(row.with_), _compiled(row.without))
        for lemma in row.lemmas:
            found.setdefault(lemma, []).append(rule)
    return {lemma: tuple(rules) for lemma, rules in found.items()}


def _compiled(patterns: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns), re.IGNORECASE) if patterns else None


def verb_figures(reading: Reading) -> Iterator[Candidate]:
    """Yield a candidate for each measure verb and each phrase that it counts."""
    for n, clause in enumerate(reading.clauses):
        taken: set[int] = set()
        for rule in _matching(reading, clause):
            found = [c for c in _counted(reading, n, rule.row) if c.phrase not in taken]
            yield from found
            taken |= {c.phrase for c in found}
            if found and rule.row.id != "found_dead":
                break


def _matching(reading: Reading, clause: Clause) -> Iterator[_Rule]:
    """Yield the rules of a clause's verb whose words stand in the clause, in the order of the table."""
    rules = _rules(reading.language)
    found = rules.get(clause.verb) or rules.get(clause.verb.partition(" ")[0], ())
    if not found:
        return
    words = own_words(reading, clause)
    if reading.pattern("whenever").search(words) or _is_act(reading, clause):
        return
    for rule in found:
        if rule.with_ is not None and not rule.with_.search(words):
            continue
        if rule.without is None or not rule.without.search(words):
            yield rule


def _is_act(reading: Reading, clause: Clause) -> bool:
    """Tell whether what looks like a verb is the noun of an act: "a shooting in the town", "fired one shot"."""
    verb = clause.verbs[-1] if clause.verbs else -1
    if verb < 0 or verb + 1 >= len(reading.tokens):
        return False
    gerund = clause.verb == "shoot" and reading.lower[verb].endswith("ing") and clause.voice == "active"
    return gerund and reading.tokens[verb + 1].tag == "ADP"


def _is_fired(reading: Reading, n: int, place: int) -> bool:
    """Tell whether "one shot" is what was fired or heard, and nobody who was shot."""
    clause, phrase = reading.clauses[n], reading.phrases[place]
    number = reading.number(phrase)
    headless = number is not None and phrase.head == number.core_first
    if not headless or clause.kind != "relative" or clause.verbs != (phrase.last,) or phrase.clause < 0:
        return False
    return reading.clauses[phrase.clause].verb in reading.set_of("fires")


def _counted(reading: Reading, n: int, row: MeasureVerbs) -> Iterator[Candidate]:
    """Yield the candidates of one verb, coordinated single persons as one."""
    clause = reading.clauses[n]
    places = _of_the_dead(reading, n, row, patients(reading, n, row.role))
    if row.role == "object" and clause.voice == "active" and clause.finite is None and clause.opener == "with":
        return
    if row.id in {"suffer", "left_with"} and clause.finite is None:
        places = [place for place in places if not _is_found_again(reading, place)]
    if row.id == "shot":
        places = [place for place in places if not _is_fired(reading, n, place)]
    counted = [(place, found) for place in places if (found := _count(reading, place, row)) is not None]
    counted = [(place, found) for place, found in counted if not _shares_number(reading, place, found)]
    if _is_negated(reading, clause, counted):
        yield from _unhurt(reading, n, row, counted)
        return
    if row.measure in _NEEDS_NUMBER:
        counted = [(place, found) for place, found in counted if not found.implied]
    for place, found in _together(places, counted):
        yield _candidate(reading, n, row, place, found)


def _shares_number(reading: Reading, place: int, found: Count) -> bool:
    """Tell whether a bare plural shares the number before it: "at least 200 leaders and activists"."""
    if not (found.implied and found.qualifier == "vague") or not place:
        return False
    one, other = reading.phrases[place - 1], reading.phrases[place]
    joined = reading.lower[one.last : other.first] == ("and",) and one.series == other.series >= 0
    number = number_of(reading, one)
    return joined and one.plural and number is not None and number.low != 1 and other.first == other.head


def _of_the_dead(reading: Reading, n: int, row: MeasureVerbs, places: list[int]) -> list[int]:
    """Return the phrases before "dead" where it is said of objects: "left two people dead and three in hospital"."""
    clause = reading.clauses[n]
    if row.id != "found_dead" or clause.voice != "active":
        return places
    dead = next((place for place in clause.tokens if reading.lower[place] in {"dead", "deceased"}), -1)
    before = [place for place in places if reading.phrases[place].last <= dead]
    return before or places


def _is_negated(reading: Reading, clause: Clause, counted: Sequence[tuple[int, Count]]) -> bool:
    """Tell whether a clause is negated outside its counts ("not a single soldier died" is none who died)."""
    inside = {place for _, found in counted for place in range(found.first, found.last)}
    negative = clause.negated or any(reading.lower[n] in {"neither", "nor"} for n in clause.tokens)
    return negative and any(
        (reading.tokens[n].form == "negation" or reading.lower[n] in {"neither", "nor"}) and n not in inside
        for n in clause.tokens
    )


def _count(reading: Reading, place: int, row: MeasureVerbs) -> Count | None:
    phrase = reading.phrases[place]
    if row.measure == "deployed" and (
        _is_one(reading, phrase) or reading.lower[phrase.head] not in reading.set_of("forces")
    ):
        return None
    if row.id == "shot" and reading.lower[phrase.first - 1] == "shooting" and phrase.first == phrase.head:
        return None if reading.lower[phrase.head] in reading.set_of("shooting_nouns") else count(reading, phrase)
    if row.id in _TOLD_ANEW and phrase.number < 0 and _points_back(reading, phrase):
        return None
    if reading.lower[max(0, phrase.head - 1)] == "missing" and row.id == "found_dead" and _supposes(reading, place):
        return None
    if row.people_only and reading.tokens[phrase.head].tag == "PROPN" and _is_institution(reading, phrase):
        return None
    return count(reading, phrase, people_only=row.people_only)


def _supposes(reading: Reading, place: int) -> bool:
    """Tell whether the clause behind a phrase supposes a death ("the five missing sailors, who are presumed dead")."""
    behind = reading.lower[reading.phrases[place].last : reading.phrases[place].last + 5]
    return bool({"presumed", "feared", "believed", "assumed", "thought"} & set(behind))


def _points_back(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase names again someone told of before: "the girl", "her", "victim", not "her son"."""
    if any(reading.tokens[n].form == "possessive" for n in range(phrase.first, phrase.head)):
        return False
    bare = reading.tokens[phrase.head].tag == "NOUN" and not phrase.plural and phrase.first == phrase.head
    return phrase.definite or bare or reading.tokens[phrase.head].tag == "PRON"


def _is_found_again(reading: Reading, place: int) -> bool:
    """Tell whether someone told of before is what was found: "they found the boy suffering from a wound"."""
    phrase = reading.phrases[place]
    return phrase.case == "accusative" and phrase.number < 0 and _points_back(reading, phrase)


def _is_one(reading: Reading, phrase: Phrase) -> bool:
    number = number_of(reading, phrase)
    return number is None or is_article(reading, number)


def _is_institution(reading: Reading, phrase: Phrase) -> bool:
    return reading.tokens[phrase.head].text.isupper() or reading.lower[phrase.first] == "the"


def _together(places: Sequence[int], counted: Sequence[tuple[int, Count]]) -> list[tuple[int, Count]]:
    """Return single persons of one series as one count ("a man and a woman were killed" is 2)."""
    single = [(place, found) for place, found in counted if found.low == found.high == 1]
    if len(counted) < 2 or len(single) != len(places):  # noqa: PLR2004 - a series
        return list(counted)
    first, last = counted[0][1], counted[-1][1]
    merged = Count(len(single), len(single), "exact", first.first, last.last, implied=True)
    return [(counted[0][0], merged)]


def _unhurt(reading: Reading, n: int, row: MeasureVerbs, counted: Sequence[tuple[int, Count]]) -> Iterator[Candidate]:
    """Yield those of whom the clause says that they were not hurt as survivors; a wound that is not fatal is one."""
    clause = reading.clauses[n]
    words = reading.clause_words(clause).lower()
    if row.measure == "injured" and re.search(
        r"\b(?:life[- ]threatening|serious(?:ly)?|critical(?:ly)?|badly)\b", words
    ):
        for place, found in counted:
            yield _candidate(reading, n, row, place, found)
        return
    if row.id not in {"injure", "suffer", "shot"}:
        return
    for place, found in counted:
        if found.high != 0 and found.qualifier != "vague":
            yield replace(_candidate(reading, n, row, place, found), measure="survived", rule="figure.verb.unhurt")


def _candidate(reading: Reading, n: int, row: MeasureVerbs, place: int, found: Count) -> Candidate:
    cue = reading.clauses[n].verbs[-1]
    said = _said_of_all(reading, n, row, place, found)
    shot = row.id in {"shot", "hit_by_gunfire"}  # "injured three, one fatally" says itself that they were hurt
    measure: Measure = "casualties" if shot and some_died(reading, place) else row.measure
    return Candidate(
        measure=measure,
        count=found,
        sentence=reading.sentence.index,
        cue=(cue, cue + 1),
        cue_sentence=reading.sentence.index,
        phrase=place,
        clause=n,
        rule=f"figure.verb.{row.id}",
        score=0.7 if found.implied else 0.85,
        group=tuple(sorted(said)),
    )


def _said_of_all(reading: Reading, n: int, row: MeasureVerbs, place: int, found: Count) -> set[Group]:
    """Return the groups of a count; of single persons together only where something is said of each of them."""
    if not (found.implied and found.low is not None and found.low > 1 and found.qualifier == "exact"):
        phrase = reading.phrases[place]
        return set(groups(reading, phrase)) | _age_group(reading, phrase)
    told = [reading.phrases[other] for other in {place, *patients(reading, n, row.role)}]
    each = [set(groups(reading, phrase)) | _age_group(reading, phrase) for phrase in told]
    return set().union(*each) if all(each) else set()


def _age_group(reading: Reading, phrase: Phrase) -> set[Group]:
    """Return the group child where an age under 18 stands behind a name: "Ana Ruiz, 15,"."""
    for number in reading.sentence.numbers:
        if (
            number.kind == "age"
            and 0 <= number.core_first - phrase.last <= 1
            and number.low is not None
            and number.low < _ADULT
        ):
            return {"child"}
    return set()
