"""Who does and who suffers in an English clause: subject, object, antecedent, and what is inherited."""

from lagebild.extract.people import names_people
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


def subject(reading: Reading, n: int, depth: int = 0) -> list[int]:
    """Return the phrases that are the subject of a clause, its antecedent, or inherited; empty where none is told."""
    clause = reading.clauses[n]
    own = [place for place, phrase in reading.in_clause(n) if phrase.case == "nominative"]
    if clause.kind == "relative" and (not clause.opener or clause.opener in _RELATIVE):
        others = [place for place in own if reading.lower[reading.phrases[place].head] not in _RELATIVE]
        if others and clause.opener:
            return others
        found = antecedent(reading, clause)
        return [] if found is None else whole_series(reading, found)
    if own and clause.opener == "that" and reading.lower[reading.phrases[own[0]].head] == "that":
        found = antecedent(reading, clause)
        return [] if found is None else whole_series(reading, found)
    if own:
        return _last_series(reading, own)
    return _inherited(reading, n, depth) if depth < _DEEPEST else []


def _last_series(reading: Reading, own: list[int]) -> list[int]:
    """Return the first subject with those coordinated with it; appositions behind it are left out."""
    first = reading.phrases[own[0]]
    if first.series < 0:
        serial = [place for place in own if reading.phrases[place].series >= 0]
        verbless = len(own) > 1 and serial and reading.phrases[own[0]].last < reading.phrases[serial[0]].first - 1
        return [own[0]] if not verbless else own[:1]
    together = [place for place in own if reading.phrases[place].series == first.series]
    return together[:1] if _are_named_after(reading, together) else together


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
    if clause.kind == "subordinate" and clause.parent >= 0 and (not clause.opener or clause.finite is None):
        return subject(reading, clause.parent, depth + 1)
    before = next((m for m in range(n - 1, -1, -1) if reading.clauses[m].verb and _is_sibling(reading, m, n)), None)
    return [] if before is None else subject(reading, before, depth + 1)


def _is_sibling(reading: Reading, m: int, n: int) -> bool:
    """Tell whether a clause before is coordinated with this one: of the same kind, nothing strong between them."""
    one, other = reading.clauses[m], reading.clauses[n]
    between = reading.lower[one.last - 1 : other.first + 1]
    joined = reading.lower[other.first] in {"and", "or", "but", "then"} or "," in between or "and" in between
    return one.kind == other.kind and joined and not {";", ":", '"', "“"} & set(between)


def object_(reading: Reading, n: int) -> list[int]:
    """Return the phrases that are the object of a clause."""
    return [place for place, phrase in reading.in_clause(n) if phrase.case == "accusative"]


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
