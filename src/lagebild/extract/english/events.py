"""The parts of an English clause by slot."""

from lagebild.extract.events_mentions import number_of
from lagebild.extract.events_model import Slots
from lagebild.extract.events_words import is_of
from lagebild.extract.reading import Reading
from lagebild.model import Clause

_PRONOUNS = {"he", "she", "it", "they", "him", "her", "them"}
_RELATIVE = {"who", "which", "that", "whom"}
_DEEPEST = 5
_NAMELIKE = frozenset({"dawn", "may", "march", "august", "noon", "day", "summer", "winter"})
_PARTICLES = {
    "in": frozenset({"send", "call", "bring", "fly", "ship", "take", "order", "move", "rush"}),
    "over": frozenset({"hand", "turn", "sign", "pass", "make", "send"}),
    "off": frozenset({"send", "ship", "set", "fend"}),
    "on": frozenset({"pass"}),
}
_CAUSING = {"order", "tell", "ask", "instruct", "command", "direct", "urge", "want", "allow"}


def slots(reading: Reading, n: int, *, of: str = "", depth: int = 0) -> Slots:
    """Return the parts of a clause; `of` is the class of its object, where the verb asks for one."""
    clause = reading.clauses[n]
    passive = clause.voice == "passive" and not is_of("en", clause.verb, "intransitive")
    found: dict[str, tuple[int, ...]] = {}
    pronouns: dict[str, int] = {}
    for place, phrase in reading.in_clause(n):
        if phrase.owner >= 0 and is_of("en", reading.lower[reading.phrases[phrase.owner].head], "hands"):
            found.setdefault("genitive", (place,))
        if phrase.adposition and (not _is_time(reading, place) or _names_before_time(reading, place)):
            slot = "by" if passive and phrase.adposition == "by" else phrase.adposition
            found.setdefault(slot, series_of(reading, place))
    subject = _subject(reading, n)
    objects = [p for p, _ in reading.in_clause(n) if _is_object(reading, clause, p) and not _is_time(reading, p)]
    if subject and reading.lower[reading.phrases[subject[0]].head] in _PRONOUNS:
        pronouns["object" if passive else "subject"] = reading.phrases[subject[0]].head
    elif subject:
        found["object" if passive else "subject"] = subject
    if passive and objects:  # "Ukraine was given tanks"
        found["dative"], found["object"] = found.get("object", ()), series_of(reading, objects[-1])
    elif objects:
        _objects(reading, objects, found, pronouns)
    behind_noun = clause.opener == "that" and clause.first > 0 and reading.tokens[clause.first - 1].tag == "NOUN"
    relative = clause.kind == "relative" or (bool(of) and behind_noun)  # "the howitzers that France gave Ghana"
    if relative and not passive and clause.opener in {"", *_RELATIVE}:
        _relative(reading, clause, found, of)
    if not passive and "subject" not in found and "subject" not in pronouns and depth < _DEEPEST:
        _inherit(reading, n, found, pronouns, depth)
    return Slots(found, pronouns, passive)


def _is_object(reading: Reading, clause: Clause, place: int) -> bool:
    """Tell whether a phrase is an object: by its case, or as counted goods behind the verb ("14 tanks")."""
    phrase = reading.phrases[place]
    if _is_behind_particle(reading, clause, place):
        return True
    counted = not phrase.adposition and phrase.case == "" and number_of(reading, phrase) is not None
    behind = bool(clause.verbs) and phrase.first > clause.verbs[-1]
    return phrase.case == "accusative" or (counted and behind)


def _is_behind_particle(reading: Reading, clause: Clause, place: int) -> bool:
    """Tell whether what looks like a preposition is the particle of the verb right before: "sent in 50 marines"."""
    phrase = reading.phrases[place]
    before = phrase.first - 1
    if (
        phrase.adposition not in _PARTICLES
        or before < 0
        or before not in clause.verbs
        or reading.tokens[before].tag != "VERB"
    ):
        return False
    counted = number_of(reading, phrase) is not None or reading.tokens[phrase.first + 1].tag == "DET"
    known = clause.verb in _PARTICLES[phrase.adposition]
    return known and (counted or phrase.plural) and not _is_time(reading, place)


def _relative(reading: Reading, clause: Clause, found: dict[str, tuple[int, ...]], of: str) -> None:
    """Put what a relative pronoun stands for into the object; an object of another class is who receives it."""
    before = _antecedent(reading, clause)
    if not before or found.get("subject") == before:
        return
    own = found.get("object", ())
    if own and of and not any(is_of("en", reading.lower[reading.phrases[p].head], of) for p in own):
        found["dative"] = own
        found["object"] = before
    elif not own:
        found["object"] = before


def _is_time(reading: Reading, place: int) -> bool:
    head = reading.phrases[place].head
    named = head > 0 and reading.tokens[head].tag == reading.tokens[head - 1].tag == "PROPN"  # "River Dawn"
    return is_of("en", reading.lower[head], "time") and not (named and reading.lower[head] in _NAMELIKE)


def _names_before_time(reading: Reading, place: int) -> bool:
    """Tell whether a name stands before the time that a phrase ends with: "by Peru last spring"."""
    phrase = reading.phrases[place]
    words = reading.lower[phrase.first + 2 : phrase.head]
    return reading.tokens[phrase.first + 1].tag == "PROPN" and bool({"last", "this", "next"} & set(words))


def series_of(reading: Reading, place: int) -> tuple[int, ...]:
    """Return a phrase with those coordinated with it in its clause."""
    phrase = reading.phrases[place]
    if phrase.series < 0:
        return (place,)
    return tuple(
        n
        for n, other in enumerate(reading.phrases)
        if other.series == phrase.series and other.clause == phrase.clause and n >= place
    )


def _subject(reading: Reading, n: int) -> tuple[int, ...]:
    """Return the phrases that are the subject of a clause itself, or what its relative pronoun stands for."""
    clause = reading.clauses[n]
    own = [
        place
        for place, phrase in reading.in_clause(n)
        if phrase.case == "nominative" and reading.lower[phrase.head] not in _RELATIVE and not _is_time(reading, place)
    ]
    if own:
        before = [place for place in own if clause.verbs and reading.phrases[place].last <= clause.verbs[0]]
        return series_of(reading, _first_of_series(reading, before or own))
    if clause.kind == "relative":
        return _antecedent(reading, clause)
    return ()


def _first_of_series(reading: Reading, own: list[int]) -> int:
    """Return the nearest subject before the verb, the first of its series; a name in quotation marks is left behind."""
    last = reading.phrases[own[-1]]
    if last.series < 0:
        quoted = len(own) > 1 and reading.tokens[last.first].tag != "PROPN"
        return own[-1] if quoted and not _is_apposition(reading, own[-2], own[-1]) else own[0]
    return next(place for place in own if reading.phrases[place].series == last.series)


def _is_apposition(reading: Reading, place: int, behind: int) -> bool:
    """Tell whether a phrase between commas only says more of the one before it: "Peru, a founding member, sent"."""
    first, second = reading.phrases[place], reading.phrases[behind]
    return reading.lower[first.last : second.first] == (",",) and reading.tokens[first.head].tag in {"PROPN", "NOUN"}


def _antecedent(reading: Reading, clause: Clause) -> tuple[int, ...]:
    """Return the nearest phrase before a relative clause, behind no preposition where there is a choice."""
    before = [n for n, phrase in enumerate(reading.phrases) if phrase.last <= clause.first and phrase.owner < 0]
    return (before[-1],) if before else ()


def _objects(reading: Reading, objects: list[int], found: dict[str, tuple[int, ...]], pronouns: dict[str, int]) -> None:
    """Put the objects of a clause into their slots, of two the first as the dative."""
    first = reading.phrases[objects[0]]
    if reading.lower[first.head] in _PRONOUNS:
        pronouns["dative" if len(objects) > 1 else "object"] = first.head
        objects = objects[1:]
    if not objects:
        return
    groups: list[tuple[int, ...]] = []
    for place in objects:
        if not any(place in group for group in groups):
            groups.append(series_of(reading, place))
    found["object"] = groups[-1] if len(groups) > 1 and not _apart(reading, groups) else groups[0]
    if len(groups) > 1 and not _apart(reading, groups):
        found["dative"] = groups[0]


def _apart(reading: Reading, groups: list[tuple[int, ...]]) -> bool:
    """Tell whether more than a number stands between two objects, so that the second is none."""
    first, second = reading.phrases[groups[0][-1]], reading.phrases[groups[1][0]]
    numbers = reading.sentence.numbers
    return any(not any(n.first <= k < n.last for n in numbers) for k in range(first.last, second.first))


def _inherit(reading: Reading, n: int, found: dict[str, tuple[int, ...]], pronouns: dict[str, int], depth: int) -> None:
    """Give a verb without a subject that of the clause it hangs on or is coordinated with."""
    clause = reading.clauses[n]
    hangs = clause.kind == "infinitive" or (clause.kind == "subordinate" and clause.finite is None)
    if hangs and clause.parent >= 0:
        above = slots(reading, clause.parent, depth=depth + 1)
        governor = reading.clauses[clause.parent]
        if governor.verb in _CAUSING and clause.kind == "infinitive":
            if above.of("object"):
                found["subject"] = above.of("object")
            return
    elif n and reading.clauses[n - 1].kind == clause.kind:
        above = slots(reading, n - 1, depth=depth + 1)
    else:
        return
    slot = "object" if above.passive else "subject"
    if above.of(slot):
        found["subject"] = above.of(slot)
    elif slot in above.pronouns:
        pronouns["subject"] = above.pronouns[slot]
