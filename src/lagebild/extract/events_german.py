"""The parts of a German clause by slot, as far as case, order and agreement tell."""

from collections.abc import Sequence

from lagebild.extract.events_mentions import glued_country
from lagebild.extract.events_model import Slots
from lagebild.extract.events_objects import is_good
from lagebild.extract.events_reality import is_active_future, is_infinitive
from lagebild.extract.events_words import is_country, is_of, noun_rule
from lagebild.extract.reading import Reading
from lagebild.model import Clause, Phrase

_SUBJECT_PRONOUNS = {"er", "sie", "es", "wir", "ich", "man"}
_OBJECT_PRONOUNS = {"ihn"}
_DATIVE_PRONOUNS = {"ihm", "ihnen"}
_GENITIVES = {"des", "der", "eines", "einer", "dieser", "dieses", "seiner", "ihrer", "seines", "ihres"}
_DEEPEST = 4

Group = tuple[int, ...]


def slots(reading: Reading, n: int, *, of: str = "", depth: int = 0) -> Slots:
    """Return the parts of a clause; `of` is the class of its object, where the verb asks for one."""
    clause = reading.clauses[n]
    passive = is_passive(reading, clause)
    groups = _groups(reading, n)
    found: dict[str, tuple[int, ...]] = _behind_prepositions(reading, n, passive=passive)
    pronouns = _pronouns(reading, clause, passive=passive)
    _shift_pronoun(reading, clause, groups, pronouns, passive=passive)
    dative = [g for g in groups if is_dative(reading, reading.phrases[g[0]], groups)]
    rest = [g for g in groups if g not in dative]
    _relative(reading, clause, found, rest, passive=passive)
    if of:
        objects = [g for g in rest if any(is_good(reading, p, of) for p in g)]
        if objects:
            if "subject" not in found and found.get("object") and _is_party(reading, found["object"][0]):
                found["subject"] = found["object"]  # "Schweden, das Estland Panzer gegeben hat"
            found["object"] = objects[0]
            rest = [g for g in rest if g is not objects[0]]
        people = [g for g in rest if _is_party(reading, g[0])]
        alone = passive or "subject" in pronouns or _has_man(reading, clause) or is_infinitive(reading, clause)
        _parties(found, people, alone=alone, dative=bool(dative) and not passive)
    elif passive:
        if rest:
            found.setdefault("object", rest[0])
    else:
        _by_order(reading, clause, found, rest, pronouns)
    if dative:
        found.setdefault("dative", dative[0])
    if not passive and "subject" not in found and "subject" not in pronouns and depth < _DEEPEST:
        _inherit(reading, n, found, pronouns, depth)
    return Slots(found, pronouns, passive)


def _shift_pronoun(
    reading: Reading, clause: Clause, groups: Sequence[Group], pronouns: dict[str, int], *, passive: bool
) -> None:
    """Take "sie" or "es" behind a noun that agrees with the verb for the object: "nachdem die Polizei sie abführte"."""
    at = pronouns.get("subject", -1)
    if passive or at < 0 or reading.lower[at] not in {"sie", "es"} or "object" in pronouns:
        return
    if any(reading.phrases[g[0]].last <= at and _agrees(reading, clause, g) for g in groups):
        pronouns["object"] = pronouns.pop("subject")


def is_passive(reading: Reading, clause: Clause) -> bool:
    """Tell whether the clause is a passive one, or a headline of one: "Drei Männer verhaftet"."""
    if clause.voice == "passive":
        return not is_active_future(reading, clause)
    auxiliaries = [n for n in clause.verbs if reading.tokens[n].tag == "AUX"]
    participle = any(reading.tokens[n].form == "participle" for n in clause.verbs)
    if not participle or auxiliaries or clause.finite is not None or is_of("de", clause.verb, "intransitive"):
        return False
    return not _has_both(reading, clause)


def _has_both(reading: Reading, clause: Clause) -> bool:
    """Tell whether a subject stands before a verb and its object behind: a past tense that is like its participle."""
    verb = clause.verbs[-1] if clause.verbs else -1
    bare = [p for _, p in reading.in_clause(reading.clauses.index(clause)) if not p.adposition and p.owner < 0]
    before = any(p.last == verb for p in bare)
    behind = any(p.first == verb + 1 and (reading.tokens[p.first].tag in {"DET", "NUM"} or p.number >= 0) for p in bare)
    return before and behind


def _groups(reading: Reading, n: int) -> list[Group]:
    """Return the bare phrases of a clause, coordinated ones together; no time and no genitive."""
    groups: list[list[int]] = []
    for place, phrase in reading.in_clause(n):
        if reading.tokens[phrase.head].tag == "PART":  # "nahm ... ein"
            continue
        if phrase.adposition or is_owned(reading, place) or _is_time(reading, phrase) or _names_before(reading, place):
            continue
        series = phrase.series
        same = next((g for g in groups if series >= 0 and reading.phrases[g[0]].series == series), None)
        if series >= 0 and same is None and _leader_is_prepositional(reading, place):
            continue
        if same is None:
            groups.append([place])
        else:
            same.append(place)
    return [tuple(group) for group in groups]


def _names_before(reading: Reading, place: int) -> bool:
    """Tell whether a phrase is the name of the noun right before it: "der Republik Moldau"."""
    if place == 0:
        return False
    before, phrase = reading.phrases[place - 1], reading.phrases[place]
    opener = reading.tokens[phrase.first]
    head = reading.lower[phrase.head]
    if noun_rule("de", head) is not None or any(is_of("de", head, kind) for kind in ("arms", "forces")):
        return False  # "der Miliz Gewehre geliefert"
    adjacent = before.last == phrase.first and opener.tag != "DET" and phrase.number < 0
    return adjacent and is_of("de", reading.lower[before.head], "naming") and opener.text[:1].isupper()


def _leader_is_prepositional(reading: Reading, place: int) -> bool:
    """Tell whether a phrase is coordinated with an earlier one that hangs on a preposition or a noun."""
    series = reading.phrases[place].series
    before = [n for n in range(place) if reading.phrases[n].series == series]
    return any(reading.phrases[n].adposition or is_owned(reading, n) for n in before)


def is_owned(reading: Reading, place: int) -> bool:
    """Tell whether a phrase is a genitive of the one before it; none is behind a name or a time."""
    phrase = reading.phrases[place]
    if phrase.owner < 0:
        return False
    owner = reading.phrases[phrase.owner]
    if reading.tokens[owner.head].tag == "PROPN" or _is_time(reading, owner):
        return False
    return phrase.adposition == "von" or reading.lower[phrase.first] in _GENITIVES or not phrase.adposition


def _is_time(reading: Reading, phrase: Phrase) -> bool:
    return is_of("de", reading.lower[phrase.head], "time")


def is_dative(reading: Reading, phrase: Phrase, groups: Sequence[Group]) -> bool:
    """Tell whether the form of a phrase shows a dative: "dem Land", "der ukrainischen Armee", "der Ukraine"."""
    if phrase.case == "dative":
        return True
    opener = reading.lower[phrase.first]
    if opener == "den" and reading.lower[phrase.head].endswith("n") and phrase.plural:
        return True
    if opener != "der" or len(groups) < 2:  # noqa: PLR2004 - alone it is the subject
        return False
    adjective = next((reading.lower[n] for n in range(phrase.first + 1, phrase.head)), "")
    return adjective.endswith("en") or is_of("de", reading.lower[phrase.head], "dative_feminine")


def _pronouns(reading: Reading, clause: Clause, *, passive: bool) -> dict[str, int]:
    """Return the personal pronouns of a clause by slot."""
    found: dict[str, int] = {}
    for place in clause.tokens:
        token, word = reading.tokens[place], reading.lower[place]
        if token.tag != "PRON" or token.form not in {"personal", "demonstrative"}:
            continue
        if word in _SUBJECT_PRONOUNS and word != "man":
            found.setdefault("object" if passive else "subject", place)
        elif word in _OBJECT_PRONOUNS:
            found.setdefault("object", place)
        elif word in _DATIVE_PRONOUNS:
            found.setdefault("dative", place)
    return found


def _behind_prepositions(reading: Reading, n: int, *, passive: bool) -> dict[str, tuple[int, ...]]:
    """Return the phrases of a clause by their preposition; "by" is who acts in a passive."""
    found: dict[str, tuple[int, ...]] = {}
    finite = reading.clauses[n].finite
    for place, phrase in reading.in_clause(n):
        if phrase.owner >= 0 and is_of("de", reading.lower[reading.phrases[phrase.owner].head], "hands"):
            found.setdefault("genitive", (place,))
        if not phrase.adposition or _is_time(reading, phrase):
            continue
        series = tuple(
            m
            for m, other in reading.in_clause(n)
            if m == place or (phrase.series >= 0 and other.series == phrase.series)
        )
        if phrase.adposition == "von" and is_owned(reading, place) and not (passive and _acts(reading, place, finite)):
            continue
        series = _with_joined(reading, n, series)
        slot = (
            "by"
            if passive
            and phrase.adposition in {"von", "durch"}
            and (_is_party(reading, place) or glued_country(reading, place) is not None)
            else phrase.adposition
        )
        found.setdefault(slot, series)
    return found


def _with_joined(reading: Reading, n: int, series: tuple[int, ...]) -> tuple[int, ...]:
    """Return phrases behind one preposition with those that "und" joins to the last: "von Indien und Nepal"."""
    found = list(series)
    for place, phrase in reading.in_clause(n):
        before = reading.phrases[found[-1]]
        if place == found[-1] + 1 and not phrase.adposition and reading.lower[before.last : phrase.first] == ("und",):
            found.append(place)
    return tuple(found)


def _acts(reading: Reading, place: int, finite: int | None) -> bool:
    """Tell whether a "von" phrase may be who acts: not one that ends the part before the finite verb."""
    phrase = reading.phrases[place]
    return _is_party(reading, place) and not (finite is not None and phrase.last == finite)


def _is_party(reading: Reading, place: int) -> bool:
    phrase = reading.phrases[place]
    word = reading.lower[phrase.head]
    if reading.tokens[phrase.head].tag == "PROPN" or is_country("de", reading.tokens[phrase.head].text):
        return True
    return any(
        is_of("de", word, name) for name in ("armed", "police", "party", "naming", "weapon.suicide", "weapon.drone")
    )


def _relative(
    reading: Reading, clause: Clause, found: dict[str, tuple[int, ...]], rest: list[Group], *, passive: bool
) -> None:
    """Put what a relative pronoun stands for into its slot."""
    if clause.kind != "relative":
        return
    before = [n for n, phrase in enumerate(reading.phrases) if phrase.last <= clause.first and not is_owned(reading, n)]
    if not before or clause.opener not in {"der", "die", "das", "dem", "den", "denen"}:
        return
    stands: Group = (before[-1],)
    series = reading.phrases[before[-1]].series
    if series >= 0 and clause.plural:
        stands = tuple(n for n, phrase in enumerate(reading.phrases) if phrase.series == series)
    if clause.opener in {"dem", "denen"}:
        found["dative"] = stands
    elif clause.opener == "den" or passive:
        found["object"] = stands
    else:
        own = [g for g in rest if _agrees(reading, clause, g) and not _looks_like_object(reading, g, stands)]
        found["object" if own else "subject"] = stands


def _looks_like_object(reading: Reading, group: Group, stands: Group) -> bool:
    """Tell whether a bare phrase of a relative clause is its object: the antecedent can act and this can not."""
    head = reading.phrases[group[0]]
    acting = _is_party(reading, stands[0])
    return acting and not (reading.tokens[head.head].tag == "PROPN" and head.number < 0)


def _agrees(reading: Reading, clause: Clause, group: Group) -> bool:
    """Tell whether a group can be the subject of the clause's finite verb by its number."""
    if clause.plural is None:
        return True
    phrase = reading.phrases[group[0]]
    several = len(group) > 1 or phrase.plural
    return (
        several == clause.plural
        or (clause.plural and phrase.first == phrase.head and reading.tokens[phrase.head].tag == "NOUN")
        or reading.lower[phrase.head].endswith("en")
        or reading.tokens[phrase.head].tag == "PROPN"
    )


def _parties(found: dict[str, tuple[int, ...]], people: list[Group], *, alone: bool, dative: bool) -> None:
    """Put the phrases beside an object of a known class into subject and dative, by their order.

    `alone` where the clause has no subject of its own: in a passive, an infinitive, or beside a pronoun.
    """
    left = list(people)
    if "subject" not in found and left and not alone:
        found["subject"] = left.pop(0)
    if left and not dative:
        found.setdefault("dative", left[0])


def _by_order(
    reading: Reading, clause: Clause, found: dict[str, tuple[int, ...]], rest: list[Group], pronouns: dict[str, int]
) -> None:
    """Put bare phrases into subject and object by case, agreement and order."""
    marked = [g for g in rest if reading.phrases[g[0]].case == "accusative"]
    if marked:
        found.setdefault("object", marked[-1])
        rest = [g for g in rest if g not in marked]
    if "subject" in found or "subject" in pronouns or _has_man(reading, clause):
        if rest:
            found.setdefault("object", rest[-1])
        return
    if not rest:
        return
    subject = 0
    first = reading.lower[reading.phrases[rest[0][0]].head]
    if len(rest) > 1 and (noun_rule("de", first) is not None or is_of("de", first, "speech")):
        subject = 1  # "Die Festnahme bestätigte ein Sprecher"
    elif (
        len(rest) > 1
        and clause.plural is not None
        and not _agrees(reading, clause, rest[0])
        and _agrees(reading, clause, rest[1])
    ):
        subject = 1
    starts = clause.finite is not None and clause.finite == clause.first and clause.parent >= 0
    starts = starts and not _answers(reading, clause)
    shares = clause.finite is not None and clause.finite not in clause.tokens  # "hatten A gestürmt und B zerstört"
    if len(rest) == 1 and (starts or shares or is_infinitive(reading, clause)):
        found.setdefault("object", rest[0])
        return
    found["subject"] = rest[subject]
    others = [g for g in rest if g is not rest[subject]]
    if others:
        found.setdefault("object", others[-1])


def _has_man(reading: Reading, clause: Clause) -> bool:
    """Tell whether nobody in particular is the subject of a clause: "dass man zwei Fischer festgenommen habe"."""
    return any(reading.lower[n] == "man" for n in clause.tokens)


def _answers(reading: Reading, clause: Clause) -> bool:
    """Tell whether a verb stands right behind what it is said of: "Dass sie schossen, bestritt die Armee"."""
    before = reading.clauses[clause.parent]
    behind = clause.first > 0 and reading.lower[clause.first - 1] in {",", "“", '"', "«", "»", "–"}
    return (
        behind
        and before.first < clause.first
        and (before.kind == "subordinate" or any(is_of("de", clause.verb, k) for k in ("telling_of", "saying")))
    )


def _inherit(reading: Reading, n: int, found: dict[str, tuple[int, ...]], pronouns: dict[str, int], depth: int) -> None:
    """Give a clause without a subject that of the clause it is joined to."""
    clause = reading.clauses[n]
    if is_infinitive(reading, clause) and clause.parent >= 0:
        above = slots(reading, clause.parent, depth=depth + 1)
        told = above.of("dative") or above.of("object")
        if is_of("de", reading.clauses[clause.parent].verb, "telling") and told:
            found["subject"] = told
            return
        if is_of("de", reading.clauses[clause.parent].verb, "ordering"):
            return
    else:
        before = next((m for m in range(n - 1, -1, -1) if reading.clauses[m].kind == clause.kind), None)
        joined = reading.lower[clause.first - 1] in {"und", "oder", "aber", ",", "sowie"} if clause.first else False
        if before is None or not joined:
            return
        above = slots(reading, before, depth=depth + 1)
    slot = "object" if above.passive else "subject"
    if above.of(slot):
        found["subject"] = above.of(slot)
    elif slot in above.pronouns:
        pronouns["subject"] = above.pronouns[slot]
