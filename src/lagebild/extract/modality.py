"""How sure a count is, and whether it is asserted at all."""

import functools

from lagebild.extract.attribution_model import Attribution
from lagebild.extract.modality_denial import is_denied, is_governed
from lagebild.extract.modality_unreal import is_reported_by_modal, unreal
from lagebild.extract.modality_verdict import PLAIN, Verdict, of_sources
from lagebild.model import Clause, Modality, Sentence
from lagebild.vocabulary import load
from lagebild.vocabulary.attribution import HedgeUse, HedgeWords

__all__ = ["is_asserted", "modality", "verdict"]

_BESIDE = frozenset({"aus", "wegen", "durch", "infolge", "aufgrund", "als", "weil", "von", "vom", "mit", "um", "nach"})
_PASSIVES = frozenset({"wird", "werden", "wurde", "wurden", "muss", "werde", "würden"})
_PASSIVE_ONLY = frozenset({"gerechnet", "angenommen"})


def modality(
    sentence: Sentence,
    count: tuple[int, int],
    measure: tuple[int, int],
    attributions: tuple[Attribution, ...],
) -> Modality | None:
    """Return how sure a count is, or None where the text asserts nothing.

    That are plans, conditions, questions, attempts, and what nearly happened.

    `count` and `measure` are token places (last excluded) of the number, or the noun that implies it, and of the word
    that says what happened. "Mutmaßliche Rebellen haben 14 Menschen getötet" is stated: the word is of the actors.
    """
    return verdict(sentence, count, measure, attributions).modality


def verdict(
    sentence: Sentence,
    count: tuple[int, int],
    measure: tuple[int, int],
    attributions: tuple[Attribution, ...],
) -> Verdict:
    """Return how sure a count is, as `modality` does, with the rule that decided."""
    clauses = _clauses(sentence, count, measure)
    rule = unreal(sentence, clauses, count, measure)
    if rule is not None:
        return Verdict(None, rule)
    if is_denied(sentence, clauses, count, measure):
        return Verdict("denied", "modality.denied")
    said = of_sources(sentence, count, attributions, on=False)
    return said or _hedged(sentence, clauses, count) or PLAIN


def _hedged(sentence: Sentence, clauses: tuple[Clause, ...], count: tuple[int, int]) -> Verdict | None:
    """Return the verdict of the words that hedge a count, or None where none does."""
    for clause in clauses:
        if is_reported_by_modal(sentence, clause):
            return Verdict("uncertain", "modality.modal", clause.finite)
        word = _hedge(sentence, clause, count)
        if word is not None:
            return Verdict("uncertain", "modality.hedge", word)
    governing = _governing(sentence, clauses)
    if any(_is_feared(sentence, clause, count) for clause in (*clauses, *governing)):
        return Verdict("uncertain", "modality.feared")
    if any(_is_charge(sentence, clause) for clause in governing):
        return Verdict("uncertain", "modality.charge")
    return None


def is_asserted(sentence: Sentence, count: tuple[int, int], measure: tuple[int, int]) -> bool:
    """Tell whether the text says of a count that it was so, be it hedged or denied."""
    return modality(sentence, count, measure, ()) is not None


def _clauses(sentence: Sentence, count: tuple[int, int], measure: tuple[int, int]) -> tuple[Clause, ...]:
    """Return the clauses of count and measure, and the one that an addition without a verb hangs on."""
    places = [sentence.clause_at(measure[0]), sentence.clause_at(count[0])]
    if (
        places[0] >= 0
        and places[1] > places[0]
        and _stands_apart(sentence.clauses[places[1]], sentence.clauses[places[0]])
    ):
        places.pop()
    added = [sentence.clauses[n] for n in places if n >= 0 and sentence.clauses[n].kind == "verbless"]
    places += [clause.parent for clause in added]
    return tuple(sentence.clauses[n] for n in sorted({place for place in places if place >= 0}))


def _stands_apart(later: Clause, earlier: Clause) -> bool:
    """Tell whether a main clause behind another has a predicate of its own ("..., sieben von ihnen sollen fliehen")."""
    return later.kind == earlier.kind == "main" and later.finite in later.tokens and later.finite != earlier.finite


def _governing(sentence: Sentence, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Return the clauses that the content clauses among these hang on ("es wird befürchtet, dass ...")."""
    return tuple(sentence.clauses[c.parent] for c in clauses if c.parent >= 0 and is_governed(sentence, c))


@functools.cache
def _hedges() -> dict[HedgeUse, frozenset[str]]:
    found: dict[HedgeUse, frozenset[str]] = {}
    for row in load("de", "hedges", HedgeWords):
        found[row.use] = found.get(row.use, frozenset()) | {word.lower() for word in row.words}
    return found


def _hedge(sentence: Sentence, clause: Clause, count: tuple[int, int]) -> int | None:
    """Return the place of the adverb that hedges predicate or count, not one beside an attribute or another count."""
    tokens = sentence.tokens
    adverbs = _hedges()["adverb"]
    for place in clause.tokens:
        word = tokens[place].text.lower()
        if word in _hedges()["verb"] and tokens[place].form == "finite" and _is_guess(sentence, clause, word):
            return place
        if word not in adverbs and not any(" " in a and _spells(sentence, place, a) for a in adverbs):
            continue
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if following is not None and following.tag == "ADJ" and following.form == "attributive":
            continue
        if (
            following is not None
            and following.text.lower() in _BESIDE
            and place + 1 != count[0]
            and not _is_first(clause, place)
        ):
            continue
        between = {tokens[n].text.lower() for n in range(count[1], place)}
        if (
            place > count[1]
            and between & {"und", "sowie"}
            and following is not None
            and following.tag in {"NUM", "DET", "ADJ"}
        ):
            continue
        return place
    return None


def _is_first(clause: Clause, place: int) -> bool:
    """Tell whether an adverb opens its clause, alone in front of the verb."""
    return place == clause.first and place + 1 == clause.finite


def _spells(sentence: Sentence, place: int, words: str) -> bool:
    """Tell whether the words of a phrase stand from this place on."""
    parts = words.split()
    return [token.text.lower() for token in sentence.tokens[place : place + len(parts)]] == parts


def _is_guess(sentence: Sentence, clause: Clause, word: str) -> bool:
    """Tell whether a modal form guesses: "dürfte" always, "könnten" with a perfect infinitive."""
    if word.startswith("könnte"):
        return any(
            sentence.tokens[n].text.lower() in {"sein", "haben"} and sentence.tokens[n].form == "infinitive"
            for n in clause.tokens
        )
    return not word.startswith("droh")


def _is_charge(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause accuses somebody of what it governs ("steht im Verdacht, ... getötet zu haben")."""
    text = " ".join(sentence.tokens[n].text.lower() for n in clause.tokens)
    return any(word in text for word in _hedges()["charge"])


def _is_feared(sentence: Sentence, clause: Clause, count: tuple[int, int]) -> bool:
    """Tell whether a clause fears, supposes or estimates what it governs or holds."""
    words = [sentence.tokens[n].text.lower() for n in clause.tokens]
    text = " ".join(words)
    passive = bool(_PASSIVES & set(words))
    for word in _hedges()["predicate"]:
        present = word in text if " " in word else word in words
        if present and (passive or word not in _PASSIVE_ONLY):
            return True
    if any(word.startswith("geschätzt") for word in words):
        return True
    return any(sentence.tokens[n].text.lower() in _hedges()["noun"] for n in clause.tokens if n < count[0])
