"""Counts that a text denies, corrects away or takes back."""

import functools
import re

from lagebild.extract.attribution_words import lower, message
from lagebild.model import Clause, Sentence
from lagebild.vocabulary import load
from lagebild.vocabulary.attribution import DenialWords

_CORRECTED = re.compile(r"korrigier|revidier|berichtig")
_FIRST = frozenset({"zunächst", "ursprünglich", "anfangs", "anfänglich", "zuerst", "erst"})
_EARLIER = frozenset({"früheren", "ersten", "vorherigen", "ursprünglichen", "vorigen"})
_VERSIONS = frozenset({"fassung", "version"})
_ADDING = frozenset({"nur", "mehr", "weniger", "einmal", "alle", "allein", "länger"})
_WRONGLY = frozenset({"fälschlich", "fälschlicherweise", "irrtümlich", "irrtümlicherweise"})
_GOVERNED = frozenset({"dass", "daß", "wonach"})


def is_denied(
    sentence: Sentence, clauses: tuple[Clause, ...], count: tuple[int, int], measure: tuple[int, int]
) -> bool:
    """Tell whether a count is denied by the words of its own sentence."""
    if _is_negated_count(sentence, count) or _is_corrected_away(sentence, count) or _is_first_version(sentence):
        return True
    for clause in clauses:
        words = [lower(sentence, n) for n in clause.tokens]
        if _denies(words) or _WRONGLY & set(words):
            return True
        governor = _governor(sentence, clause)
        if governor is not None and _denies([lower(sentence, n) for n in governor.tokens]):
            return True
    return _is_negated_predicate(sentence, measure)


def is_governed(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause is one with "dass" or an infinitive with "zu"."""
    if clause.kind == "infinitive" or (clause.kind == "subordinate" and clause.opener in _GOVERNED):
        return True
    bare = clause.finite is None or clause.finite not in clause.tokens
    return bare and any(sentence.tokens[n].form in {"zu", "zu_infinitive"} for n in clause.tokens)


def _governor(sentence: Sentence, clause: Clause) -> Clause | None:
    """Return the clause that a content clause hangs on, also by a noun ("der Vorwurf, sie hätten ... getötet")."""
    noun = clause.first - 2
    if (
        lower(sentence, clause.first - 1) == ","
        and noun >= 0
        and message(sentence.tokens[noun].text, "subject") is not None
    ):
        number = sentence.clause_at(noun)
        return sentence.clauses[number] if number >= 0 else None
    return sentence.clauses[clause.parent] if clause.parent >= 0 and is_governed(sentence, clause) else None


@functools.cache
def _rows() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple(
        (frozenset(form.lower() for form in row.forms), frozenset(need.lower() for need in row.needs))
        for row in load("de", "denials", DenialWords)
    )


def _denies(words: list[str]) -> bool:
    """Tell whether the words of a clause deny."""
    present = set(words)
    return any(forms & present and (not needs or needs & present) for forms, needs in _rows())


def _is_negated_count(sentence: Sentence, count: tuple[int, int]) -> bool:
    """Tell whether "nicht" stands right before the count and another takes its place ("nicht fünf, sondern drei")."""
    if lower(sentence, count[0] - 1) != "nicht" or lower(sentence, count[0]) in _ADDING:
        return False
    before = lower(sentence, count[0] - 2)
    later = {lower(sentence, n) for n in range(count[1], len(sentence.tokens))}
    return "sondern" in later or before in {",", "und", "–", "("}


def _is_corrected_away(sentence: Sentence, count: tuple[int, int]) -> bool:
    """Tell whether the count is the old one of a correction ("von 86 auf 76 korrigiert")."""
    words = [lower(sentence, n) for n in range(len(sentence.tokens))]
    changed = next((n for n, word in enumerate(words) if _CORRECTED.search(word)), -1)
    if count[0] < changed and _FIRST & set(words[: count[0]]) and words[count[0] - 1] != "auf":
        return True
    if lower(sentence, count[0] - 1) != "von":
        return False
    return "auf" in words[count[1] : count[1] + 6] and changed >= 0


def _is_first_version(sentence: Sentence) -> bool:
    """Tell whether the sentence tells what was said at first ("zunächst war von zehn Toten die Rede")."""
    words = [token.text.lower() for token in sentence.tokens]
    present = set(words)
    if present & _VERSIONS and present & _EARLIER:
        return True
    return bool(present & _FIRST) and ("rede" in present or "verlautete" in present)


def _is_negated_predicate(sentence: Sentence, measure: tuple[int, int]) -> bool:
    """Tell whether the predicate is negated and set right ("seien nicht durch das Beben gestorben, sondern ...")."""
    if sentence.tokens[measure[0]].tag not in {"VERB", "AUX"}:
        return False
    number = sentence.clause_at(measure[0])
    clause = sentence.clauses[number] if number >= 0 else None
    if clause is None:
        return False
    place = next((n for n in clause.tokens if lower(sentence, n) == "nicht"), -1)
    if place < 0 or lower(sentence, place + 1) in _ADDING or sentence.tokens[place + 1].tag == "NUM":
        return False
    return any(lower(sentence, n) == "sondern" for n in range(place, len(sentence.tokens)))
