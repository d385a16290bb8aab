"""Which phrases of a clause are its subject, its object or its dative, as far as their forms tell."""

from collections.abc import Sequence

from lagebild.extract.counts import is_singular_verb
from lagebild.extract.people import is_counted
from lagebild.extract.reading import Reading
from lagebild.model import Clause, Phrase

_SUBJECT_PRONOUNS = {"er", "man", "es", "sie", "wir", "ich", "dieser", "diese", "jemand"}
_RELATIVE_SUBJECTS = {"der", "die", "das", "welcher", "welche", "welches"}


def candidates(reading: Reading, clause: int, *, people_only: bool) -> list[int]:
    """Return the places of the phrases that may be counted: no adposition, no genitive, no time or thing."""
    return [
        n
        for n, phrase in reading.in_clause(clause)
        if not phrase.adposition
        and phrase.owner < 0
        and is_counted(reading, phrase, people_only=people_only)
        and not _hangs(reading, phrase)
    ]


def _hangs(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase is coordinated with one behind an adposition or with a genitive."""
    if phrase.series < 0:
        return False
    before = (p for p in reading.phrases if p.series == phrase.series and p.first < phrase.first)
    return any(p.adposition or p.owner >= 0 for p in before)


def subject(reading: Reading, clause: int, *, people_only: bool, verb: int = -1) -> list[int]:
    """Return the places of the phrases that are the subject, coordinated ones together; empty where unclear.

    The subject agrees with the finite verb in number.
    """
    found = candidates(reading, clause, people_only=people_only)
    open_ = [n for n in found if reading.phrases[n].case not in {"accusative", "dative"}]
    open_ = [n for n in open_ if _agrees(reading, reading.clauses[clause], reading.phrases[n])]
    if verb >= 0 and reading.tokens[verb].form != "finite":
        open_ = [n for n in open_ if reading.phrases[n].first < verb] or open_
    best = _with_series(reading, _best(reading, open_), clause)
    return [*best, *_further(reading, best, open_)]


def object_(reading: Reading, clause: int, verb: int, *, people_only: bool) -> list[int]:
    """Return the places of the phrases that are the clause's object; empty where it may be the subject."""
    found = candidates(reading, clause, people_only=people_only)
    marked = [n for n in found if reading.phrases[n].case == "accusative"]
    open_ = [n for n in found if reading.phrases[n].case in {"", "accusative"}]
    if marked:
        return _with_series(reading, marked[-1:], clause)
    if not open_:
        return []
    this = reading.clauses[clause]
    everything = [
        n for n, p in reading.in_clause(clause) if not p.adposition and p.owner < 0 and not _is_time(reading, p)
    ]
    if _subject_elsewhere(reading, this) or len(everything) > len(_series_of(reading, open_[-1], everything)):
        return _with_series(reading, _last_after(reading, this, open_, verb), clause)
    return []


def dative(reading: Reading, clause: int, *, people_only: bool) -> list[int]:
    """Return the places of the phrases that may stand in the dative, those with a number first."""
    found = candidates(reading, clause, people_only=people_only)
    numbered = [n for n in found if reading.phrases[n].number >= 0]
    marked = [n for n in found if reading.phrases[n].case == "dative"]
    return _with_series(reading, (numbered or marked)[-1:], clause)


def _further(reading: Reading, best: Sequence[int], open_: Sequence[int]) -> list[int]:
    """Return phrases joined as "acht Menschen und auf der Insel 68 Menschen": a number behind "und" and a place."""
    if not best or reading.phrases[best[-1]].number < 0:
        return []
    last = reading.phrases[best[-1]]
    found = []
    for n in open_:
        phrase = reading.phrases[n]
        if n in best or phrase.first < last.last or phrase.number < 0 or not _is_sure(reading, phrase):
            continue
        between = range(last.last, phrase.first)
        joined = any(reading.lower[k] == "und" and reading.tokens[k + 1].tag == "ADP" for k in between)
        graded = [reading.lower[k] for k in between if k >= 0][-2:]
        joined = joined or (len(graded) == 2 and graded[1] == "," and graded[0] in reading.set_of("degrees"))  # noqa: PLR2004
        if joined and not any(reading.tokens[k].tag == "VERB" for k in between):
            found.append(n)
    return found


def _agrees(reading: Reading, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether a phrase has the number of the clause's finite verb; a collective or an open form always does."""
    plural_verb = clause.plural
    if plural_verb is None:
        return True
    if phrase.series >= 0 or reading.lower[phrase.first] in {"ein", "eine"}:
        return True
    number = reading.number(phrase)
    if number is not None:
        one = number.low == number.high == 1
        return (
            one != plural_verb
            or reading.lower[phrase.head] != reading.tokens[phrase.head].lemma.lower()
            or not plural_verb
        )
    word, lemma = reading.lower[phrase.head], reading.tokens[phrase.head].lemma.lower()
    if phrase.plural and word != lemma:
        return plural_verb
    name = reading.tokens[phrase.head].tag == "PROPN"
    determined = any(reading.tokens[n].tag == "DET" for n in range(phrase.first, phrase.head))
    return not (plural_verb and not phrase.plural and (name or (determined and word != lemma)))


def _is_time(reading: Reading, phrase: Phrase) -> bool:
    word = reading.lower[phrase.head]
    return word.endswith(
        ("tag", "abend", "morgen", "nacht", "jahr", "woche", "monat", "stunden", "minuten", "uhr", "mittag")
    )


def _best(reading: Reading, places: Sequence[int]) -> list[int]:
    """Return the phrase with a number where there is one, else the first that names people, else the first."""
    numbered = [
        n for n in places if _is_numbered(reading, reading.phrases[n]) and _is_sure(reading, reading.phrases[n])
    ]
    known = [n for n in places if _is_sure(reading, reading.phrases[n])]
    return (numbered or known or list(places))[:1]


def _is_numbered(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase has a number that is more than an article."""
    number = reading.number(phrase)
    return number is not None and not (number.low == number.high == 1)


def _is_sure(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase names people for sure: a known noun, a name, or a number alone."""
    return reading.tokens[phrase.head].tag == "PROPN" or is_counted(reading, phrase, people_only=True)


def _last_after(reading: Reading, clause: Clause, places: Sequence[int], verb: int) -> list[int]:
    """Return the likeliest object: the last phrase before a participle, the last one after a finite verb."""
    if clause.finite == verb and clause.kind == "main":
        after = [n for n in places if reading.phrases[n].first > verb]
        return (after or list(places))[-1:]
    before = [n for n in places if reading.phrases[n].first < verb]
    return before[-1:] or list(places)[:1]


def _subject_elsewhere(reading: Reading, clause: Clause) -> bool:
    """Tell whether the clause has its subject in a pronoun, a relative, or in the clause it is coordinated with."""
    own = {reading.lower[place] for place in clause.tokens if reading.tokens[place].tag == "PRON"}
    if own & _SUBJECT_PRONOUNS:
        return True
    if clause.kind == "relative" and clause.opener in _RELATIVE_SUBJECTS:
        return True
    if clause.kind == "infinitive" or not clause.tokens:
        return True
    before = clause.first - 1
    coordinated = before >= 0 and reading.lower[before] in {"und", "oder", "aber"}
    starts_with_verb = clause.finite is not None and clause.finite == clause.first
    return (coordinated and starts_with_verb) or _is_gapped(clause, before)


def _is_gapped(clause: Clause, before: int) -> bool:
    """Tell whether the clause shares the finite verb of the one before it, and with it the subject."""
    own_finite = clause.finite is not None and clause.finite in clause.tokens
    return before >= 0 and not own_finite and clause.voice == "active"


def _series_of(reading: Reading, place: int, places: Sequence[int]) -> list[int]:
    series = reading.phrases[place].series
    return [n for n in places if series >= 0 and reading.phrases[n].series == series] or [place]


def _with_series(reading: Reading, places: Sequence[int], clause: int) -> list[int]:
    """Return the phrases together with those coordinated with them in the same clause."""
    result: list[int] = []
    for place in places:
        series = reading.phrases[place].series
        together = [
            n
            for n, phrase in enumerate(reading.phrases)
            if n == place
            or (
                series >= 0
                and phrase.series == series
                and phrase.clause == clause
                and not phrase.adposition
                and is_counted(reading, phrase, people_only=False)
            )
        ]
        result.extend(n for n in together if n not in result)
    return result


def pronoun(reading: Reading, clause: Clause, *, wanted: str) -> int | None:
    """Return the place of a pronoun that stands for one person in the wanted case, or None.

    "er", "dieser" and, before a verb in the singular, "sie" and "diese" are one person; "sie starben" says nothing of
    how many.
    """
    singular = clause.finite is not None and is_singular_verb(reading.tokens[clause.finite].text)
    subjects = {"er", "dieser"} | ({"sie", "diese"} if singular else set())
    allowed = {"subject": subjects, "object": {"ihn"}, "dative": {"ihm"}}.get(wanted, set())
    for place in clause.tokens:
        if reading.tokens[place].tag == "PRON" and reading.lower[place] in allowed:
            return place
    return None
