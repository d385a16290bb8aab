"""What a text tells without asserting it: plans, conditions, questions, attempts, what nearly happened, ignorance."""

from lagebild.extract.attribution_words import lower, message
from lagebild.model import Clause, Sentence

_CONDITIONS = frozenset({"ob", "wenn", "falls", "sofern", "damit", "um"})
_NEARLY = frozenset({"beinahe", "fast", "sonst", "andernfalls"})
_STATIVE = frozenset(
    {
        "sein",
        "befinden",
        "einsitzen",
        "geben",
        "liegen",
        "handeln",
        "sitzen",
        "betragen",
        "belaufen",
        "haben",
        "leben",
        "halten",
        "stammen",
        "gehören",
    }
)
_IMPLICATIVE = frozenset({"gelingen", "schaffen", "zwingen", "beginnen", "müssen", "vermögen", "glücken", "nötigen"})
_KNOWLEDGE = frozenset(
    {
        "hinweise",
        "hinweis",
        "anzeichen",
        "erkenntnisse",
        "belege",
        "beweise",
        "anhaltspunkte",
        "einzelheiten",
        "details",
    }
)
_NOTHING = frozenset({"nichts", "unklar", "unbekannt", "ungewiss", "offen"})
_ABOUT = frozenset({"über", "zu", "auf", "von", "zur", "zum", "für", "wonach", "dass", "daß", "nach"})


def unreal(
    sentence: Sentence, clauses: tuple[Clause, ...], count: tuple[int, int], measure: tuple[int, int]
) -> str | None:
    """Return the rule by which the clauses of a count and its measure assert nothing, or None where they do."""
    if sentence.tokens[-1].text == "?" or (len(sentence.tokens) > 1 and sentence.tokens[-2].text == "?"):
        return "modality.question"
    if _is_unknown(sentence, count):
        return "modality.unknown"
    place = sentence.clause_at(measure[0])
    predicate = sentence.clauses[place] if place >= 0 else None
    for clause in clauses:
        if clause.opener in _CONDITIONS or (
            lower(sentence, clause.first) == "wie" and lower(sentence, clause.first + 1) in {"viele", "viel"}
        ):
            return "modality.condition"
        if clause is predicate and _is_planned(sentence, clause):
            return "modality.plan"
        if clause is predicate and _is_attempt(sentence, clause):
            return "modality.attempt"
        words = {lower(sentence, n) for n in clause.tokens}
        if clause.mood == "konjunktiv2" and (words & _NEARLY or _has_condition(sentence)):
            return "modality.nearly"
    return None


def _has_condition(sentence: Sentence) -> bool:
    """Tell whether a sentence has an unreal condition ("Falls der Damm bricht", "Hätte sie gezündet")."""
    opens = lower(sentence, 0) in {"hätte", "hätten", "wäre", "wären"}
    return opens or any(clause.opener in {"wenn", "falls", "sofern"} for clause in sentence.clauses)


def is_reported_by_modal(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether "sollen" reports ("sollen getötet worden sein"), and does not plan ("sollen verlegt werden")."""
    return clause.modal == "sollen" and _past_or_state(sentence, clause)


def _past_or_state(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether the infinitive under a modal verb is a perfect one or that of a state."""
    places = (*clause.tokens, *clause.verbs)
    words = {lower(sentence, n) for n in places}
    participle = any(sentence.tokens[n].form == "participle" for n in places)
    if words & {"sein", "haben", "worden"}:
        return participle or bool(words & {"sein"})
    if "werden" in words:
        return False
    return clause.verb in _STATIVE


def _is_planned(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a predicate lies ahead: "sollen verlegt werden", "will Soldaten entsenden", "werde entsenden"."""
    if clause.modal in {"sollen", "wollen"}:
        return not _past_or_state(sentence, clause)
    finite = lower(sentence, clause.finite) if clause.finite is not None else ""
    infinitives = [n for n in clause.verbs if sentence.tokens[n].form == "infinitive"]
    participle = any(sentence.tokens[n].form == "participle" for n in clause.verbs)
    if finite in {"wird", "werden", "werde"} and infinitives and not participle:
        return True
    if finite in {"könnte", "könnten", "würde", "würden"} and clause.mood == "konjunktiv2":
        return bool(infinitives) and not participle
    return False


def _is_attempt(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether an infinitive clause names what was only tried, wanted or threatened."""
    zu = any(sentence.tokens[n].form in {"zu", "zu_infinitive"} for n in clause.tokens)
    bare = clause.finite is None or clause.finite not in clause.tokens
    if clause.kind != "infinitive" and not (zu and bare):
        return False
    words = {lower(sentence, n) for n in clause.tokens}
    if words & {"haben", "sein"}:
        return False
    governor = sentence.clauses[clause.parent].verb if clause.parent >= 0 else ""
    return governor not in _IMPLICATIVE


def _is_unknown(sentence: Sentence, count: tuple[int, int]) -> bool:
    """Tell whether the sentence says that nothing is known of the count ("keine Berichte über Verletzte")."""
    tokens = sentence.tokens
    for place, token in enumerate(tokens):
        word = token.text.lower()
        if word.startswith("kein") and place + 1 < len(tokens):
            noun = next((n for n in range(place + 1, min(place + 4, len(tokens))) if tokens[n].tag == "NOUN"), -1)
            known = noun >= 0 and (
                tokens[noun].text.lower() in _KNOWLEDGE or message(tokens[noun].text, "über") is not None
            )
            about = known and any(lower(sentence, n) in _ABOUT for n in range(noun + 1, min(noun + 8, len(tokens))))
            if about and noun < count[0]:
                return True
            if known and count[0] < place and lower(sentence, count[0] - 1) in _ABOUT:
                return True
        if word in _NOTHING and lower(sentence, count[0] - 1) in {"über", "zu", "von"}:
            return True
    return False
