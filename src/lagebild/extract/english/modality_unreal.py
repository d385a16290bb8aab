"""What an English text tells without asserting it: plans, conditions, questions, attempts, near misses, ignorance."""

import functools

from lagebild.extract.english.attribution_words import LANGUAGE, QUOTES, lower, message
from lagebild.model import Clause, Sentence
from lagebild.vocabulary import load
from lagebild.vocabulary.attribution import HedgeUse, HedgeWords

_FUTURE = frozenset({"will", "would", "shall", "should", "'ll", "’ll", "'d", "’d", "ought"})
_POSSIBLE = frozenset({"may", "might", "could", "can", "must"})
_STATES = frozenset({
    "be", "remain", "lie", "trap", "bury", "hold", "miss", "include", "number", "stand", "exceed", "have", "reach",
    "top",
})  # fmt: skip
_PERFECT = frozenset({"have", "been", "'ve", "’ve"})
_RESULTS = frozenset({"find", "discover", "learn", "see", "become"})
_ABOUT = frozenset({"of", "on", "about", "that", "as", "regarding"})


@functools.cache
def _hedges() -> dict[HedgeUse, frozenset[str]]:
    found: dict[HedgeUse, frozenset[str]] = {}
    for row in load(LANGUAGE, "hedges", HedgeWords):
        found[row.use] = found.get(row.use, frozenset()) | {word.lower() for word in row.words}
    return found


def words_of(use: HedgeUse) -> frozenset[str]:
    """Return the hedging words of a use, lower case."""
    return _hedges()[use]


def unreal(
    sentence: Sentence, clauses: tuple[Clause, ...], count: tuple[int, int], measure: tuple[int, int]
) -> str | None:
    """Return the rule by which the clauses of a count and its measure assert nothing, or None where they do."""
    if _is_question(sentence):
        return "modality.question"
    if _is_unknown(sentence, count) or any(_is_open(sentence, c) for c in clauses):
        return "modality.unknown"
    place = sentence.clause_at(measure[0])
    predicate = sentence.clauses[place] if place >= 0 else None
    if predicate is not None and (measure[0] in predicate.verbs or count[0] in predicate.tokens):
        if _is_ahead(sentence, predicate):
            return "modality.plan"
        if _is_attempt(sentence, predicate, measure):
            return "modality.attempt"
    if predicate is not None and _is_near_miss(sentence, predicate, measure):
        return "modality.nearly"
    conditional = any(_is_conditional(sentence, clause) for clause in _with_parents(sentence, clauses))
    return "modality.condition" if conditional else None


def _is_open(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether somebody could or would not confirm what a clause says."""
    above = sentence.clauses[clause.parent] if clause.parent >= 0 else None
    if above is None or not above.negated or clause.opener not in {"", "that"}:
        return False
    return above.verb in {"confirm", "verify", "establish"} and clause.first > above.verbs[-1]


def _is_question(sentence: Sentence) -> bool:
    marks = [token.text for token in sentence.tokens[-2:]]
    return "?" in marks and (marks[-1] == "?" or marks[-1] in QUOTES)


def _with_parents(sentence: Sentence, clauses: tuple[Clause, ...]) -> list[Clause]:
    """Return clauses with those above that hold them as part of a condition."""
    found = list(clauses)
    for clause in clauses:
        above = clause
        while above.parent >= 0 and above.kind in {"infinitive", "relative", "subordinate", "verbless"}:
            above = sentence.clauses[above.parent]
            found.append(above)
    return found


def _is_conditional(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause is a condition or an indirect question: "if", "whether", "how many"."""
    if clause.opener in words_of("condition"):
        return lower(sentence, clause.first - 1) != "as" and lower(sentence, clause.first - 1) != "even"
    words = [lower(sentence, n) for n in clause.tokens[:4]]
    return words[:2] in (["how", "many"], ["had", "not"]) or words[:3] == ["in", "case", "of"]


def _is_ahead(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a predicate lies ahead or is only possible: "will be treated", "could die", "would have drowned"."""
    words = {lower(sentence, n) for n in clause.verbs}
    if clause.modal in _FUTURE:
        return True
    if clause.modal not in _POSSIBLE:
        return False
    verb = clause.verb.split(" ", maxsplit=1)[0]
    if clause.modal == "can":
        return verb not in {"see", "confirm", "hear"}
    if words & _PERFECT and ("have" in words or "'ve" in words or "’ve" in words):
        return clause.modal == "could" and (clause.voice == "active" and verb not in {"die", "drown", "perish", "be"})
    return not ("be" in words and verb in _STATES) and verb not in _STATES


def _is_attempt(sentence: Sentence, clause: Clause, measure: tuple[int, int]) -> bool:
    """Tell whether an infinitive or gerund names what was only planned, tried, ordered, threatened or avoided."""
    if measure[0] not in clause.verbs and clause.kind != "infinitive":
        return False
    governor = sentence.clauses[clause.parent] if clause.parent >= 0 else None
    if clause.kind != "infinitive":
        gerund = lower(sentence, clause.verbs[0]).endswith("ing") if clause.verbs else False
        bare = clause.finite is None or clause.finite not in clause.tokens
        last = governor.verbs[-1] if governor is not None and governor.verbs else -2
        beside = clause.first == last + 1 or clause.opener == "from"
        avoided = governor is not None and beside and governor.verb in words_of("avoided")
        meant = clause.opener in {"without", "of", "for"} and _intends(sentence, clause)
        pledged = lower(sentence, clause.first - 1) == "to" and lower(sentence, clause.first - 2) in words_of("plan")
        return gerund and bare and (avoided or meant or pledged)
    left_so = clause.verb == "leave" and sentence.tokens[measure[0]].tag == "ADJ"
    if (measure[0] not in clause.verbs and not left_so) or clause.verb in _RESULTS:
        return False
    before = [lower(sentence, n) for n in range(max(0, clause.first - 4), clause.first)]
    perfect = lower(sentence, clause.verbs[0]) == "have"
    if before[-1:] and before[-1] in words_of("plan"):
        return True
    if set(before) & words_of("rank") or (perfect and set(before) & words_of("told")):
        return False
    if before[-1:] and before[-1] in words_of("told") and lower(sentence, clause.verbs[0]) == "be":
        return False
    verb = governor.verb if governor is not None else ""
    if verb in words_of("fact") or "able" in before[-1:] or " ".join(before[-2:]) in words_of("fact"):
        return False
    return not perfect


def _intends(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether the noun before a gerund is a plan or an attempt ("a plot of killing", "intent on")."""
    before = {lower(sentence, n) for n in range(max(0, clause.first - 3), clause.first + 1)}
    return bool(before & words_of("plan"))


def _is_near_miss(sentence: Sentence, clause: Clause, measure: tuple[int, int]) -> bool:
    """Tell whether what is told nearly happened ("almost drowned"); "almost 300 drowned" did."""
    before = lower(sentence, measure[0] - 1)
    if before in words_of("unreal") and sentence.tokens[measure[0]].tag == "VERB":
        return True
    return clause.verb in words_of("avoided") and measure[0] > clause.verbs[-1]


def _is_unknown(sentence: Sentence, count: tuple[int, int]) -> bool:
    """Tell whether the sentence says that nothing is known of the count ("no reports of casualties")."""
    for place, token in enumerate(sentence.tokens):
        if token.text.lower() not in {"no", "any", "without"}:
            continue
        ahead = range(place + 1, min(place + 5, len(sentence.tokens)))
        noun = next((n for n in ahead if _tells(lower(sentence, n))), -1)
        if noun >= 0 and lower(sentence, noun + 1) in _ABOUT and count[0] >= place:
            return True
    return False


def _tells(word: str) -> bool:
    known = message(word, "of") is not None or message(word, "according") is not None
    return known or word in {"evidence", "indication", "indications", "sign", "proof", "word", "details", "news"}
