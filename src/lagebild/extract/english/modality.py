"""How sure a count in an English sentence is, and whether it is asserted at all."""

from lagebild.extract.attribution_model import Attribution
from lagebild.extract.english.attribution_words import lower
from lagebild.extract.english.modality_denial import is_denied
from lagebild.extract.english.modality_unreal import unreal, words_of
from lagebild.extract.modality_verdict import PLAIN, Verdict, of_sources
from lagebild.model import Clause, Modality, Sentence

_BESIDE = frozenset({"from", "by", "in", "because", "due", "for", "as", "after", "with", "to", "over", "at", "on"})
_PERFECT = frozenset({"have", "be"})
_GUESSING = frozenset({"may", "might", "could", "must"})
_FATES = frozenset({"dead", "killed", "injured", "wounded", "hurt", "trapped", "drowned", "kidnapped", "abducted"})
_GOVERNED = frozenset({"", "that", "to"})
_TOLLS = frozenset({"toll", "tolls", "number", "numbers", "count", "tally", "figure", "total", "losses"})
_HEDGE = 3  # words of "it is alleged"
_NEAR = 10  # tokens from a charge to what somebody is charged with
_REACH = 3  # tokens between an attribute and the noun of the measure


def modality(
    sentence: Sentence,
    count: tuple[int, int],
    measure: tuple[int, int],
    attributions: tuple[Attribution, ...],
) -> Modality | None:
    """Return how sure a count is, or None where the text asserts nothing.

    That are plans, conditions, questions, attempts, and what nearly happened. `count` and `measure` are token places,
    last excluded, of the number and of the word that says what happened.
    """
    return verdict(sentence, count, measure, attributions).modality


def verdict(
    sentence: Sentence,
    count: tuple[int, int],
    measure: tuple[int, int],
    attributions: tuple[Attribution, ...],
) -> Verdict:
    """Return how sure a count is, as `modality` does, with the rule that decided."""
    clauses = clauses_of(sentence, count, measure)
    rule = unreal(sentence, clauses, count, measure)
    if rule is not None:
        return Verdict(None, rule)
    if is_denied(sentence, clauses, count):
        return Verdict("denied", "modality.denied")
    said = of_sources(sentence, count, attributions, on=True)
    if said is not None:
        return said
    hedge = _hedge(sentence, clauses, count, measure)
    return PLAIN if hedge is None else Verdict("uncertain", hedge)


def clauses_of(sentence: Sentence, count: tuple[int, int], measure: tuple[int, int]) -> tuple[Clause, ...]:
    """Return the clauses of measure and count, and those that an addition without a verb or subject hangs on."""
    places = {sentence.clause_at(measure[0])}
    of_count = sentence.clause_at(count[0])
    if of_count >= 0 and (not sentence.clauses[of_count].verbs or -1 in places):
        places.add(of_count)
    for place in tuple(places):
        at = place
        while at >= 0 and sentence.clauses[at].kind == "verbless" and sentence.clauses[at].parent >= 0:
            at = sentence.clauses[at].parent
            places.add(at)
    return tuple(sentence.clauses[n] for n in sorted(places) if n >= 0)


def _hedge(
    sentence: Sentence, clauses: tuple[Clause, ...], count: tuple[int, int], measure: tuple[int, int]
) -> str | None:
    """Return the rule by which words of the sentence hedge what is counted, or None where none does."""
    if _is_attribute(sentence, count, measure) or _is_hedged_behind(sentence, clauses):
        return "modality.hedge"
    for clause in clauses:
        if _is_guess(sentence, clause):
            return "modality.modal"
        if _has_adverb(sentence, clause, count):
            return "modality.hedge"
        if _is_feared(sentence, clause, measure):
            return "modality.feared"
        if any(_is_supposing(sentence, governor, below) for governor, below in _governors(sentence, clause)):
            return "modality.feared"
    return "modality.charge" if _is_charged(sentence, clauses, measure) else None


def _is_attribute(sentence: Sentence, count: tuple[int, int], measure: tuple[int, int]) -> bool:
    """Tell whether a hedging adjective stands before the count or the noun of the measure ("possible deaths")."""
    attributes = words_of("attribute")
    if any(lower(sentence, n) in attributes for n in range(*count)):
        return True
    if any(lower(sentence, n) in attributes for n in range(max(count[0] - 2, 0), count[0])):
        return lower(sentence, count[0] - 1) in attributes and lower(sentence, count[0] - 2) in {"a", "an", "the"}
    if _is_attributed_total(sentence, count, measure):
        return True
    noun = sentence.tokens[measure[0]].tag == "NOUN" and count[1] <= measure[0] <= count[1] + _REACH
    return noun and any(lower(sentence, n) in attributes for n in range(count[1], measure[0]))


def _is_attributed_total(sentence: Sentence, count: tuple[int, int], measure: tuple[int, int]) -> bool:
    """Tell whether a hedging adjective stands in the noun phrase of a toll told before its count."""
    phrase = next((p for p in sentence.phrases if p.first <= measure[0] < p.last), None)
    if phrase is None or sentence.tokens[phrase.head].tag != "NOUN" or phrase.last > count[0]:
        return False
    total = lower(sentence, phrase.head) in _TOLLS
    return total and any(lower(sentence, n) in words_of("attribute") for n in range(phrase.first, phrase.head))


def _is_hedged_behind(sentence: Sentence, clauses: tuple[Clause, ...]) -> bool:
    """Tell whether a clause of its own behind a comma hedges what was told: "..., it is alleged"."""
    for clause in sentence.clauses:
        words = [lower(sentence, n) for n in clause.tokens if sentence.tokens[n].tag not in {"PUNCT", "ADV"}]
        short = len(words) == _HEDGE and words[0] == "it" and words[1] in {"is", "was", "'s", "’s"}
        behind = short and lower(sentence, clause.first - 1) in {",", "–", "—"}
        if behind and words[2] in words_of("predicate") and all(one.last <= clause.first for one in clauses):
            return True
    return False


def _is_guess(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a modal verb guesses: "may have drowned", "might be trapped"."""
    words = {lower(sentence, n) for n in clause.verbs}
    return clause.modal in _GUESSING and bool(words & _PERFECT)


def _has_adverb(sentence: Sentence, clause: Clause, count: tuple[int, int]) -> bool:
    """Tell whether an adverb hedges the predicate or the count; one beside an attribute or a cause does not."""
    leads = clause.verbs[0] - 1 if clause.verbs else -1
    others = {other.verbs[0] for other in sentence.clauses if other is not clause and other.verbs}
    for place in (*clause.tokens, clause.first - 1, leads):
        if lower(sentence, place) not in words_of("adverb") or place + 1 in others:
            continue
        following = sentence.tokens[place + 1] if place + 1 < len(sentence.tokens) else None
        if following is not None and following.tag == "ADJ" and following.form == "attributive":
            continue
        caused = following is not None and following.text.lower() in _BESIDE and place + 1 != count[0]
        if caused and place not in clause.verbs and not (place and sentence.tokens[place - 1].tag == "AUX"):
            continue
        return True
    return False


def _is_feared(sentence: Sentence, clause: Clause, measure: tuple[int, int]) -> bool:
    """Tell whether the predicate itself is one of fear or belief: "are feared dead", "were reported killed"."""
    fate = lower(sentence, measure[0])
    for place in clause.tokens:
        word = lower(sentence, place)
        if word not in words_of("predicate") or sentence.tokens[place].tag not in {"VERB", "ADJ"}:
            continue
        attributive = sentence.tokens[place].form == "attributive"
        if (attributive and (fate not in _FATES or measure[0] != place + 1)) or word in {"expected", "said", "hoped"}:
            continue
        if word == "reported" and (fate not in _FATES or lower(sentence, place + 1) not in _FATES):
            zero = clause.voice == "passive" and any(
                lower(sentence, n) in {"no", "nobody", "none"} for n in clause.tokens if n < place
            )
            if not zero:
                continue
        if clause.voice == "passive" or lower(sentence, place + 1) in _FATES or word in {"fear", "fears"}:
            return True
    return False


def _governors(sentence: Sentence, clause: Clause) -> list[tuple[Clause, Clause]]:
    """Return the clauses that a content clause or an infinitive hangs on, each with the one below it."""
    found: list[tuple[Clause, Clause]] = []
    below = clause
    while below.parent >= 0 and below.opener in _GOVERNED and below.kind != "relative":
        above = sentence.clauses[below.parent]
        if above.first > below.first or (
            below.kind == "main" and lower(sentence, below.first - 1) in {",", ";", "and", "but"}
        ):
            break
        found.append((above, below))
        below = above
    return found


def _is_supposing(sentence: Sentence, governor: Clause, below: Clause) -> bool:
    """Tell whether a clause supposes what hangs on it: "is believed to have", "there are fears that"."""
    words = [lower(sentence, n) for n in governor.tokens if n < below.first]
    verb = governor.verb.split(" ", maxsplit=1)[0]
    if set(words) & words_of("verb") and below.kind == "infinitive":
        return True
    if any(word in words_of("noun") for word in words[-3:]):
        return True
    last = lower(sentence, governor.verbs[-1]) if governor.verbs else ""
    if last not in words_of("predicate") or governor.negated:
        return bool(words) and words[-1] == "likely" and below.kind == "infinitive"
    if verb in {"say", "report"}:
        return governor.voice == "passive" and "by" not in words
    return True


def _is_charged(sentence: Sentence, clauses: tuple[Clause, ...], measure: tuple[int, int]) -> bool:
    """Tell whether somebody is charged with what is counted ("is accused of killing three people")."""
    own = next((clause for clause in clauses if measure[0] in clause.tokens), None)
    if own is None or (own.kind == "relative" and own.opener) or sentence.tokens[measure[0]].form == "finite":
        return False
    text = " ".join(token.text.lower() for token in sentence.tokens[max(0, own.first - 3) : measure[0]][-_NEAR:])
    return any(words in text for words in words_of("charge"))
