"""Figures that an English noun gives: "16 fatalities", "no injuries", "the deaths of 12 people", "claimed 12 lives"."""

import functools
from collections.abc import Iterator

from lagebild.extract.english.counts import count, is_article, number_of
from lagebild.extract.people import groups
from lagebild.extract.reading import Candidate, Count, Reading
from lagebild.model import Measure, Phrase
from lagebild.vocabulary import load
from lagebild.vocabulary.measures import MeasureNouns

_MADE = frozenset({"be", "report", "make", "confirm", "cause", "record", "leave", "result", ""})
_BOTH = ({"dead", "wounded"}, {"dead", "injured"}, {"deaths", "injuries"}, {"fatalities", "injuries"})
_BARE = frozenset({"without", "caused", "causing", "reported", "of", "some", "any", ""})


@functools.cache
def _nouns(language: str) -> dict[str, MeasureNouns]:
    return {noun: row for row in load(language, "measure_nouns", MeasureNouns) for noun in row.nouns}


@functools.cache
def _acts(language: str) -> dict[str, MeasureNouns]:
    return {noun: row for row in load(language, "harm_nouns", MeasureNouns) for noun in row.nouns}


def noun_figures(reading: Reading) -> Iterator[Candidate]:
    """Yield a candidate for each noun of harm that is counted, and for what a noun of the act counts."""
    for n, phrase in enumerate(reading.phrases):
        row = _nouns(reading.language).get(reading.lower[phrase.head])
        found = _of_noun(reading, phrase, row) if row is not None else None
        if row is not None and found is not None:
            measure = "casualties" if _are_both(reading, phrase) else row.measure
            yield _candidate(reading, n, (measure, f"figure.noun.{row.id}"), found, phrase.head)
        elif (act := _of_act(reading, n)) is not None:
            told, owner, counted = act
            cue = reading.phrases[owner].head
            yield _candidate(reading, n, (told.measure, f"figure.act.{told.id}"), counted, cue)
        elif (other := _of_victims(reading, n)) is not None:
            measure, counted = other
            yield _candidate(reading, n, (measure, "figure.noun.victims"), counted, phrase.head)


def _of_noun(reading: Reading, phrase: Phrase, row: MeasureNouns) -> Count | None:
    """Return the count of a noun of harm: its number, or two and more where it stands bare and is told."""
    number = number_of(reading, phrase)
    word = reading.lower[phrase.head]
    if reading.set_of("herds") & set(reading.lower[phrase.first : phrase.head]):
        return None
    if number is not None and not is_article(reading, number):
        if reading.lower[phrase.last : phrase.last + 1] == ("per",):
            return None
        if word == "death" and number.low == 1 and phrase.adposition:
            return None
        between = reading.lower[number.core_last : phrase.head]
        if word == "bodies" and not set(between) <= reading.set_of("of_bodies"):
            return None
        return Count(number.low, number.high, number.qualifier, number.core_first, number.core_last)
    if number is not None or phrase.definite or not row.bare_plural or reading.number(phrase) is not None:
        return None
    plural = phrase.plural or word in {"injured", "wounded", "dead", "missing"}
    determined = any(reading.tokens[n].tag == "DET" for n in range(phrase.first, phrase.head))
    if not plural or determined or phrase.adposition not in _BARE or phrase.owner >= 0 or not _is_told(reading, phrase):
        return None
    return Count(2, None, "vague", phrase.head, phrase.head + 1, implied=True)


def _are_both(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether dead and hurt are counted together: "60 dead and wounded"."""
    joined = reading.lower[phrase.last : phrase.last + 1] in {("and",), ("or",)}
    return joined and {reading.lower[phrase.head], *reading.lower[phrase.last + 1 : phrase.last + 2]} in _BOTH


def _is_told(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a bare noun is told as what happened: with a verb of being or reporting, or in a headline."""
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    if clause is None or not clause.verb:
        return reading.sentence.field == "title"
    if clause.verb == "be" and phrase.head < clause.verbs[0]:
        return False  # "head injuries are common there"
    following = reading.lower[phrase.head + 1] if phrase.head + 1 < len(reading.lower) else ""
    return not clause.negated and clause.verb in _MADE and clause.modal == "" and following != "of"


def _of_act(reading: Reading, n: int) -> tuple[MeasureNouns, int, Count] | None:
    """Return the figure of "the deaths of 12 people": the counted phrase hangs on a noun of the act, or is joined.

    Joined is the last of "the deaths of a mother and her two children".
    """
    phrase = reading.phrases[n]
    joined = phrase.owner < 0
    owner = _joined_to(reading, n) if joined else phrase.owner
    if owner < 0:
        return None
    row = _acts(reading.language).get(reading.lower[reading.phrases[owner].head])
    if row is None or (number_of(reading, phrase) is None and not joined):
        return None
    counted = count(reading, phrase, people_only=True)
    return None if counted is None else (row, owner, counted)


def _joined_to(reading: Reading, n: int) -> int:
    """Return the noun of the act whose first sufferer a phrase is joined to by "and" or a comma, or -1."""
    phrase = reading.phrases[n]
    before = reading.phrases[n - 1] if n else None
    if before is None or phrase.adposition or not phrase.first or reading.lower[phrase.first - 1] not in {"and", ","}:
        return -1
    if before.owner >= 0 and before.adposition == "of" and number_of(reading, before) is not None:
        own = any(reading.tokens[place].form == "possessive" for place in range(phrase.first, phrase.head))
        close = before.last == phrase.first - 1
        return before.owner if close and own else -1
    return -1


def _are_lives_claimed(reading: Reading, n: int) -> bool:
    """Tell whether a phrase is what a disaster takes: "claimed the lives of 12 people"."""
    phrase = reading.phrases[n]
    verb = reading.clauses[phrase.clause].verb if phrase.clause >= 0 else ""
    lives = reading.lower[phrase.head] in reading.set_of("lives") and phrase.case == "accusative"
    return lives and verb in reading.set_of("claims_lives")


def _loss_of_life(reading: Reading, phrase: Phrase) -> Count | None:
    """Return "there has been loss of life" as two and more dead, "no loss of life" as none."""
    if reading.lower[phrase.last : phrase.last + 2] != ("of", "life"):
        return None
    number = number_of(reading, phrase)
    if number is not None and number.high == 0:
        return Count(0, 0, "exact", number.core_first, number.core_last)
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    told = clause is not None and clause.verb in _MADE - {""} and not clause.negated and not clause.modal
    if number is not None or phrase.definite or phrase.adposition or not told:
        return None
    return Count(2, None, "vague", phrase.head, phrase.head + 1, implied=True)


def _of_victims(reading: Reading, n: int) -> tuple[Measure, Count] | None:
    """Return the figure of "claimed 12 lives" and of "12 victims", dead where the article shows it."""
    phrase = reading.phrases[n]
    word = reading.lower[phrase.head]
    number = number_of(reading, phrase)
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    if word == "loss" and (lost := _loss_of_life(reading, phrase)) is not None:
        return "killed", lost
    if number is None or clause is None:
        return None
    if phrase.owner >= 0 and _are_lives_claimed(reading, phrase.owner):
        people = count(reading, phrase, people_only=True)
        return None if people is None else ("killed", people)
    counted = Count(number.low, number.high, number.qualifier, number.core_first, number.core_last)
    article = is_article(reading, number)
    if word in reading.set_of("lives") and not article and _are_lost(reading, n, clause.verb):
        return "killed", counted
    if word not in reading.set_of("victims") or article or phrase.case != "accusative" or clause.verb != "claim":
        return None
    return "killed", counted


def _are_lost(reading: Reading, n: int, verb: str) -> bool:
    """Tell whether lives are lost: "claimed 12 lives", "12 lives were lost", "the loss of 12 lives"."""
    phrase = reading.phrases[n]
    if phrase.owner >= 0:
        return reading.lower[reading.phrases[phrase.owner].head] == "loss"
    return verb in reading.set_of("claims_lives") or verb == "lose"


def _candidate(reading: Reading, n: int, what: tuple[Measure, str], counted: Count, cue: int) -> Candidate:
    measure, rule = what
    phrase = reading.phrases[n]
    said = set(groups(reading, phrase))
    following = reading.phrases[n + 1] if n + 1 < len(reading.phrases) else None
    if following is not None and following.owner == n and following.adposition == "of":
        said |= set(groups(reading, following))
    return Candidate(
        measure=measure,
        count=counted,
        sentence=reading.sentence.index,
        cue=(cue, cue + 1),
        cue_sentence=reading.sentence.index,
        phrase=n,
        clause=phrase.clause,
        rule=rule,
        score=0.6 if counted.implied else 0.85,
        group=tuple(sorted(said)),
    )
