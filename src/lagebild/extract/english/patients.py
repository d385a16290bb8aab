"""Who does and who suffers in an English clause: subject, object, antecedent, and what is inherited."""

from lagebild.extract.people import groups, names_people
from lagebild.extract.reading import Reading
from lagebild.model import Clause, Phrase

_CAUSING = frozenset(
    {"force", "allow", "cause", "order", "urge", "ask", "tell", "lead", "compel", "prompt", "push", "enable"}
)
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_ANYONE = frozenset({"those", "anyone", "anybody", "everyone"})
_REFLEXIVE = frozenset({("himself",), ("herself",), ("themselves",), ("self",), ("itself",)})
_NEAREST = 3  # phrases between a relative clause and what it tells of
_DEEPEST = 6
_PAIR = 2
_FINDING = frozenset({"find", "discover", "locate", "see", "leave"})


def subject(reading: Reading, n: int, depth: int = 0) -> list[int]:
    """Return the phrases that are the subject of a clause, its antecedent, or inherited; empty where none is told."""
    clause = reading.clauses[n]
    own = _behind_speaker(
        reading, clause, [place for place, phrase in reading.in_clause(n) if phrase.case == "nominative"]
    )
    own = [place for place in own if not _is_span_of_time(reading, place)] or own
    if clause.kind == "relative" and (not clause.opener or clause.opener in _RELATIVE):
        others = [place for place in own if reading.lower[reading.phrases[place].head] not in _RELATIVE]
        if others and clause.opener:
            return others
        found = antecedent(reading, clause)
        return [] if found is None else whole_series(reading, found)
    if own and clause.opener == "that" and reading.lower[reading.phrases[own[0]].head] == "that":
        found = antecedent(reading, clause)
        return [] if found is None else whole_series(reading, found)
    agreeing = _agreeing(reading, clause, own)
    if agreeing is not None:
        return whole_series(reading, agreeing)
    if own:
        return _last_series(reading, own) + _in_a_headline(reading, own)
    return _inherited(reading, n, depth) if depth < _DEEPEST else []


def _agreeing(reading: Reading, clause: Clause, own: list[int]) -> int | None:
    """Return the plural right before a verb in the plural whose only subject is far and singular.

    So end lines without a full stop: "One man treated after shooting in park Five people have been hurt".
    """
    if len(own) != 1 or reading.phrases[own[0]].plural or reading.phrases[own[0]].series >= 0:
        return None
    if clause.plural is not True or not clause.verbs:
        return None
    beside = [n for n, phrase in enumerate(reading.phrases) if phrase.last == clause.verbs[0] and phrase.plural]
    return beside[0] if beside and not reading.phrases[beside[0]].adposition else None


def _behind_speaker(reading: Reading, clause: Clause, own: list[int]) -> list[int]:
    """Return the subjects behind the one who speaks in a headline: "Police: Teen kills two"."""
    if reading.sentence.field != "title" or not clause.verbs:
        return own
    colon = next((n for n in range(clause.verbs[0], -1, -1) if reading.lower[n] == ":"), -1)
    behind = [place for place in own if reading.phrases[place].first > colon]
    return behind or own


def _is_span_of_time(reading: Reading, place: int) -> bool:
    """Tell whether a phrase says how long, before the subject: "In the past 24 hours, 50 people were killed"."""
    phrase = reading.phrases[place]
    closed = reading.lower[phrase.last : phrase.last + 1] == (",",)
    return closed and reading.lower[phrase.head] in {"hours", "days", "weeks", "months", "years", "minutes"}


def _last_series(reading: Reading, own: list[int]) -> list[int]:
    """Return the first subject with those coordinated with it; appositions behind it are left out."""
    first = reading.phrases[own[0]]
    if first.series < 0:
        serial = [place for place in own if reading.phrases[place].series >= 0]
        verbless = len(own) > 1 and serial and reading.phrases[own[0]].last < reading.phrases[serial[0]].first - 1
        return [own[0]] if not verbless else own[:1]
    together = [place for place in own if reading.phrases[place].series == first.series]
    return together[:1] if _are_named_after(reading, together) else together


def _in_a_headline(reading: Reading, own: list[int]) -> list[int]:
    """Return those whom a headline adds with a comma alone: "Mother, 2 children found dead", "Man, toddler killed".

    One described anew is none of them: "Teacher, father of two, killed".
    """
    if reading.sentence.field != "title" or len(own) != _PAIR or own[1] != own[0] + 1:
        return []
    one, two = (reading.phrases[place] for place in own)
    if one.series >= 0 or two.first != one.last + 1 or reading.lower[one.last] != ",":
        return []
    number = reading.number(two)
    several = number is not None and number.kind == "cardinal" and (number.low or 0) > 1 and two.head > two.first
    groups_of = groups(reading, one), groups(reading, two)
    unlike = all(groups_of) and groups_of[0] != groups_of[1] and two.last - two.first == 1
    single = names_people(reading.language, reading.lower[one.head]) is True and one.last - one.first == 1
    return [own[1]] if single and (several or unlike) and not _owns(reading, own[1]) else []


def _owns(reading: Reading, place: int) -> bool:
    return any(phrase.owner == place for phrase in reading.phrases)


def _are_named_after(reading: Reading, together: list[int]) -> bool:
    """Tell whether a number opens the series and the rest says who they are: "Two men, a captain and a cook"."""
    head, *rest = [reading.phrases[place] for place in together]
    number = reading.number(head)
    if number is None or not rest or number.low is None or reading.tokens[head.last].text != ",":
        return False
    values = [reading.number(phrase) for phrase in rest]
    return number.low > 1 and number.low == sum(value.low or 0 if value is not None else 1 for value in values)


def whole_series(reading: Reading, place: int) -> list[int]:
    """Return a phrase with those coordinated with it."""
    series = reading.phrases[place].series
    return [place] if series < 0 else [n for n, phrase in enumerate(reading.phrases) if phrase.series == series]


def _inherited(reading: Reading, n: int, depth: int) -> list[int]:
    """Return the subject of the clause that a verb without one hangs on or is coordinated with."""
    clause = reading.clauses[n]
    if clause.kind == "infinitive" and clause.parent >= 0:
        parent = reading.clauses[clause.parent]
        objects = object_(reading, clause.parent)
        if objects and parent.verb in _CAUSING and parent.voice == "active":
            return objects
        return subject(reading, clause.parent, depth + 1)
    if clause.opener == "from" and clause.parent >= 0 and (kept := object_(reading, clause.parent)):
        return kept  # "to prevent the boy from being hurt"
    found = _found(reading, n)
    if found:
        return found
    if clause.kind == "subordinate" and clause.parent >= 0 and (not clause.opener or clause.finite is None):
        return subject(reading, clause.parent, depth + 1)
    before = next((m for m in range(n - 1, -1, -1) if reading.clauses[m].verb and _is_sibling(reading, m, n)), None)
    return [] if before is None else subject(reading, before, depth + 1)


def _found(reading: Reading, n: int) -> list[int]:
    """Return the objects of a verb of finding of which a participle tells: "she found two men shot", "bleeding"."""
    clause = reading.clauses[n]
    if n == 0 or clause.finite is not None or clause.kind == "infinitive" or clause.opener:
        return []
    verb = reading.clauses[n - 1]
    apart = clause.voice == "active" and reading.lower[clause.first - 1] == ","
    return [] if apart or verb.verb not in _FINDING or verb.voice != "active" else object_(reading, n - 1)


def _is_sibling(reading: Reading, m: int, n: int) -> bool:
    """Tell whether a clause before is coordinated with this one: of the same kind, nothing strong between them."""
    one, other = reading.clauses[m], reading.clauses[n]
    then = one.last > 1 and reading.lower[one.last - 1] in {"then", "later", "also"}  # "and then", "before later"
    between = reading.lower[one.last - (2 if then else 1) : other.first + 1]
    joined = reading.lower[other.first] in {"and", "or", "but", "then"} or "," in between or "and" in between
    return one.kind == other.kind and joined and not {";", ":", '"', "“"} & set(between)


def object_(reading: Reading, n: int) -> list[int]:
    """Return the phrases that are the object of a clause, without the names of those counted before them."""
    own = [place for place, phrase in reading.in_clause(n) if phrase.case == "accusative"]
    for first, place in enumerate(own):
        number, behind = reading.number(reading.phrases[place]), own[first + 1 :]
        names = all(reading.tokens[reading.phrases[m].head].tag == "PROPN" for m in behind)
        if behind and names and number is not None and number.low == len(behind) > 1:
            return own[: first + 1]
    return own


def _shared_object(reading: Reading, n: int) -> list[int]:
    """Return the object of the verb that is joined to this one: "killed or injured at least 80 civilians"."""
    clause = reading.clauses[n]
    if n + 1 >= len(reading.clauses) or not clause.verbs:
        return []
    other = reading.clauses[n + 1]
    between = reading.lower[clause.verbs[-1] + 1 : other.verbs[0]] if other.verbs else ()
    return object_(reading, n + 1) if between in {("and",), ("or",)} and other.voice == "active" else []


def antecedent(reading: Reading, clause: Clause) -> int | None:
    """Return the phrase that a relative clause tells of: the nearest one before it that names people and agrees."""
    before = [n for n, phrase in enumerate(reading.phrases) if phrase.last <= clause.first]
    for place in reversed(before[-_NEAREST:]):
        phrase = reading.phrases[place]
        if reading.lower[phrase.head] in _ANYONE and phrase.last == clause.first and phrase.adposition != "among":
            return place  # "the friends of those who died"
        owner = reading.phrases[phrase.owner] if phrase.owner >= 0 else None
        if owner is not None and owner.number >= 0 and reading.number(phrase) is None and _is_person(reading, owner):
            return phrase.owner  # "five members of one family, killed as they waited"
        if {";", ":", "."} & set(reading.lower[phrase.last : clause.first]):
            return None
        if _is_person(reading, phrase) and (clause.plural is None or clause.plural == phrase.plural):
            return place
    return None


def _is_person(reading: Reading, phrase: Phrase) -> bool:
    token = reading.tokens[phrase.head]
    if token.tag == "PROPN":
        return not phrase.adposition
    if phrase.number >= 0 and phrase.head < len(reading.tokens) and token.tag == "NUM":
        return True
    return names_people(reading.language, token.text, nominalised=token.form == "nominalised") is True


def patients(reading: Reading, n: int, role: str) -> list[int]:
    """Return the phrases that a verb of this role counts: the subject, or the object that a passive has as subject."""
    clause = reading.clauses[n]
    if role == "subject" or clause.voice == "passive":
        return subject(reading, n)
    if clause.verbs and reading.lower[clause.verbs[-1] + 1 : clause.verbs[-1] + 2] in _REFLEXIVE:
        return subject(reading, n)  # "a boy shot himself"
    objects = object_(reading, n) or _shared_object(reading, n)
    if objects:
        return objects
    relative = clause.kind == "relative" and clause.opener in {"whom", "that", "who", "which", ""}
    own = [place for place, phrase in reading.in_clause(n) if phrase.case == "nominative"]
    if relative and [p for p in own if reading.lower[reading.phrases[p].head] not in _RELATIVE]:
        found = antecedent(reading, clause)
        return [] if found is None else [found]
    return []
