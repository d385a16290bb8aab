"""Whether the text tells an event as done, as planned or promised, or not as a fact at all."""

from lagebild.extract.events_words import is_of
from lagebild.extract.reading import Reading
from lagebild.model import Clause, EventStatus

_CONDITIONS = {
    "de": frozenset({"wenn", "falls", "ob", "sofern", "damit", "um", "ohne", "statt", "anstatt", "als ob"}),
    "en": frozenset({"if", "whether", "unless", "lest", "without", "would", "instead"}),
}
_PLANS = {"de": frozenset({"wollen", "sollen"}), "en": frozenset({"will", "shall", "would"})}
_OPEN = {
    "de": frozenset({"mögen"}),
    "en": frozenset({"may", "might", "could", "should", "must", "can", "need", "ought"}),
}
_FUTURE = frozenset({"wird", "werden", "werde"})
_DONE = frozenset({"gelingen", "beginnen", "anfangen", "schaffen", "manage", "begin", "start", "continue", "proceed"})
_PLANNING = frozenset({"sollte", "sollten"})
_REPORTED = frozenset({"hätten", "wären"})
_DEEPEST = 6


def status_of(reading: Reading, n: int, *, negated: bool = False) -> EventStatus | None:
    """Return the status of what the verb of a clause tells, or None where the text does not tell it as a fact.

    `negated` lets a negation pass: what somebody insists did not happen.
    """
    clause = reading.clauses[n]
    if (
        is_scene(reading)
        or (_is_negated(reading, clause) and not negated)
        or clause.opener in _CONDITIONS[reading.language]
    ):
        return None
    own = _german(reading, clause) if reading.language == "de" else _english(reading, clause)
    if own is None or (own == "planned" and _is_conditional(reading)):
        return None
    return _governed(reading, n, own)


def _is_conditional(reading: Reading) -> bool:
    """Tell whether a sentence names a condition: what is announced under one is a threat or an offer."""
    return any(clause.opener in {"wenn", "falls", "sofern", "if", "unless"} for clause in reading.clauses)


def is_scene(reading: Reading) -> bool:
    """Tell whether a sentence asks, or tells of an exercise, a film or a match."""
    if reading.tokens[-1].text == "?" or (len(reading.tokens) > 1 and reading.tokens[-2].text == "?"):
        return True
    language = reading.language
    for n, token in enumerate(reading.tokens):
        if token.tag not in {"NOUN", "PROPN"}:
            continue
        words = (reading.lower[n], " ".join(reading.lower[max(n - 1, 0) : n + 1]))
        if any(is_of(language, word, kind) for word in words for kind in ("unreal_scene", "contest")):
            return True
    return False


def _is_negated(reading: Reading, clause: Clause) -> bool:
    return clause.negated or any(is_of(reading.language, reading.lower[n], "negative") for n in clause.tokens)


def _german(reading: Reading, clause: Clause) -> EventStatus | None:
    """Return the status that the predicate of a German clause gives."""
    words = {reading.lower[n] for n in clause.tokens} | {reading.lower[n] for n in clause.verbs}
    reported = _REPORTED if _is_told(reading, clause) else frozenset()
    if any(is_of("de", word, "irrealis") for word in words - reported if word not in _PLANNING):
        return None
    if clause.modal in _OPEN["de"]:
        return None
    if _is_future(reading, clause):
        return "planned"
    infinitives = [n for n in clause.verbs if reading.tokens[n].form in {"infinitive", "zu_infinitive"}]
    perfect = any(reading.lower[n] in {"haben", "sein"} for n in infinitives)
    if clause.modal in _PLANS["de"]:
        return "done" if perfect and clause.modal == "sollen" else "planned"
    finite = reading.lower[clause.finite] if clause.finite is not None else ""
    if finite in _FUTURE and any(n != clause.finite for n in infinitives):
        return "planned"
    return "done"


def _is_told(reading: Reading, clause: Clause) -> bool:
    """Tell whether somebody tells what a clause says: its "hätten" stands for "haben"."""
    if any(is_of("de", word, "unreal_particle") for word in reading.lower) or _is_conditional(reading):
        return False
    others = (other for other in reading.clauses if other is not clause)
    sayers = any(is_of("de", other.verb, kind) for other in others for kind in ("insisting", "telling_of", "saying"))
    named = any(is_of("de", reading.lower[p.head], "speech") for p in reading.phrases if p.adposition)
    return sayers or named or "laut" in reading.lower or "zufolge" in reading.lower


def _is_future(reading: Reading, clause: Clause) -> bool:
    """Tell whether "wird ... übergeben" is a future: the verb is alike in both, its object plural."""
    return clause.voice == "passive" and is_active_future(reading, clause)


def is_active_future(reading: Reading, clause: Clause) -> bool:
    """Tell whether a singular "wird" with a plural thing that has a number can only be an active future."""
    full = [n for n in clause.verbs if reading.tokens[n].tag == "VERB"]
    if clause.finite is None or reading.lower[clause.finite] != "wird" or not full:
        return False
    if reading.lower[full[-1]] != reading.tokens[full[-1]].lemma or any(
        reading.lower[n] == "worden" for n in clause.verbs
    ):
        return False
    own = [p for p in reading.phrases if p.clause >= 0 and reading.clauses[p.clause] is clause and not p.adposition]
    return any(p.plural and p.number >= 0 for p in own) and any(not p.plural and p.number < 0 for p in own)


def _english(reading: Reading, clause: Clause) -> EventStatus | None:
    """Return the status that the predicate of an English clause gives."""
    if clause.modal in _OPEN["en"]:
        return None
    infinitive = bool(clause.verbs) and reading.tokens[clause.verbs[-1]].form == "infinitive"
    is_to = infinitive and clause.finite is not None and reading.tokens[clause.finite].lemma == "be"
    return "planned" if is_to or clause.modal in _PLANS["en"] else "done"


def _governed(reading: Reading, n: int, own: EventStatus) -> EventStatus | None:
    """Return the status with what the governing clauses make of it: promised, planned, or only asked for."""
    language, at, found = reading.language, n, own
    for _ in range(_DEEPEST):
        clause = reading.clauses[at]
        above = clause.parent
        if above < 0 or not _hangs(reading, clause):
            return found
        governor = reading.clauses[above]
        verb = governor.verb
        rejected = is_of(language, verb, "rejecting") and _tells_report(reading, clause)
        if (is_of(language, verb, "unasserted") and not rejected) or _is_negated(reading, governor):
            return None
        if is_of(language, verb, "promise_verbs"):
            return "promised"
        if is_of(language, verb, "plan_verbs"):
            found = "planned"
        elif is_infinitive(reading, clause) and not _is_perfect(reading, clause):
            if verb not in _DONE and not _is_scheduled(governor):
                return None
            found = found if verb in _DONE else "planned"
        at = above
    return found


def _tells_report(reading: Reading, clause: Clause) -> bool:
    """Tell whether a clause says what is in a report or claim: "rejected reports that it had sent troops"."""
    before = reading.lower[clause.first - 1] if clause.first else ""
    before = reading.lower[clause.first - 2] if before == "," and clause.first > 1 else before
    return is_of(reading.language, before, "speech")


def insisted(reading: Reading, n: int) -> int:
    """Return the clause in which somebody says that something did not happen, or -1: "insisted that no troops"."""
    clause = reading.clauses[n]
    above = clause.parent
    behind = next((m for m in range(n + 1, len(reading.clauses)) if _closes(reading, n, m)), -1)
    if behind >= 0 and _is_negated(reading, clause):
        return behind
    if above < 0 or not _is_negated(reading, clause) or not (_hangs(reading, clause) or _is_told_bare(reading, clause)):
        return -1
    governor = reading.clauses[above]
    fits = is_of(reading.language, governor.verb, "insisting") and not _is_negated(reading, governor)
    return above if fits else -1


def _closes(reading: Reading, n: int, m: int) -> bool:
    """Tell whether a clause behind another one only says who says it: "..., versicherte der Sprecher"."""
    clause, behind = reading.clauses[n], reading.clauses[m]
    if behind.parent != n or behind.opener or behind.first < clause.last or clause.kind != "main":
        return False
    told = reading.language == "en" or clause.mood in {"konjunktiv1", "konjunktiv2"}
    return told and is_of(reading.language, behind.verb, "insisting") and not _is_negated(reading, behind)


def _is_told_bare(reading: Reading, clause: Clause) -> bool:
    """Tell whether a German main clause in the subjunctive is what somebody says: "man habe nichts geliefert"."""
    return reading.language == "de" and clause.kind == "main" and clause.mood == "konjunktiv1"


def is_infinitive(reading: Reading, clause: Clause) -> bool:
    """Tell whether a clause has an infinitive with "zu" or "to" and no finite verb of its own."""
    if clause.kind == "infinitive":
        return True
    own = clause.finite is not None and clause.finite in clause.tokens
    return not own and any(reading.tokens[n].form in {"zu", "zu_infinitive"} for n in clause.tokens)


def _is_perfect(reading: Reading, clause: Clause) -> bool:
    """Tell whether an infinitive is one of the past: "beschossen zu haben", "to have shelled"."""
    return any(reading.lower[n] in {"haben", "sein", "have"} for n in clause.verbs if n != clause.finite)


def _is_scheduled(governor: Clause) -> bool:
    """Tell whether a clause only says that something is to be: "is to send", "is set to"."""
    return governor.verb in {"be", "set", "due", "schedule", "expect"}


def _hangs(reading: Reading, clause: Clause) -> bool:
    """Tell whether a clause is the content of the one above it: an infinitive, a content clause, a gerund."""
    if is_infinitive(reading, clause):
        return True
    if reading.language == "de":
        return clause.kind == "subordinate" and clause.opener in {"dass", "daß"}
    if clause.opener == "that":
        return clause.kind == "subordinate"
    if clause.finite is None:
        return clause.kind == "subordinate" and clause.opener in {"", "of", "from"} and _is_gerund(reading, clause)
    return is_bare_content(reading, clause)


def is_bare_content(reading: Reading, clause: Clause) -> bool:
    """Tell whether an English clause without "that" is what the verb right before it says: "admitted it had sent"."""
    governor = reading.clauses[clause.parent] if clause.parent >= 0 else None
    if reading.language != "en" or governor is None or not governor.verbs or clause.opener:
        return False
    return clause.kind != "relative" and clause.first == governor.verbs[-1] + 1


def _is_gerund(reading: Reading, clause: Clause) -> bool:
    """Tell whether a participle stands right behind the verb that governs it: "is considering sending"."""
    first = clause.verbs[0] if clause.verbs else clause.first
    return first > 0 and (reading.tokens[first - 1].tag == "VERB" or reading.lower[first - 1] in {"from", "of"})


def noun_status(reading: Reading, place: int) -> EventStatus | None:
    """Return the status of an event that a noun names, by its own words and by the verb of its clause."""
    language, phrase = reading.language, reading.phrases[place]
    if _is_only_named(reading, place):
        return None
    if phrase.clause < 0:
        return "done"
    clause = reading.clauses[phrase.clause]
    told = phrase.owner >= 0 and is_of(language, reading.lower[reading.phrases[phrase.owner].head], "speech")
    if clause.opener in _CONDITIONS[language] or (is_of(language, clause.verb, "unasserted") and not told):
        return None
    predicate = _german(reading, clause) if language == "de" else _english(reading, clause)
    if predicate is None:
        return None
    if not phrase.adposition and (_is_negated(reading, clause) or _is_open(reading, phrase.clause)):
        return None
    if is_of(language, reading.lower[phrase.head], "acts"):
        return "done"
    if is_of(language, clause.verb, "promise_verbs"):
        return "promised"
    planned = is_of(language, clause.verb, "plan_verbs") or (predicate == "planned" and not phrase.adposition)
    return "planned" if planned else "done"


def _is_open(reading: Reading, n: int) -> bool:
    """Tell whether an infinitive clause only says what somebody might do."""
    return is_infinitive(reading, reading.clauses[n]) and _governed(reading, n, "done") is None


def _is_only_named(reading: Reading, place: int) -> bool:
    """Tell whether a noun names what its own phrase does not assert: "kein Angriff", "Furcht vor Anschlägen"."""
    language, phrase = reading.language, reading.phrases[place]
    own = reading.lower[phrase.first : phrase.head]
    if any(is_of(language, word, kind) for word in own for kind in ("negative", "unreal_attribute")):
        return True
    heads = [reading.phrases[n].head for n in (phrase.owner, place - 1) if n >= 0]
    owned = [*heads, *(reading.phrases[n].head for n in (place - 1,) if n >= 0)]
    claimed = any(is_of(language, reading.lower[head], "involvement") for head in owned)
    return (is_of(language, phrase.adposition, "purpose") and not claimed) or any(
        is_of(language, reading.lower[head], "unreal_noun") for head in heads
    )
