"""Counts that an English text denies, corrects away or takes back."""

import functools
import re

from lagebild.extract.english.attribution_words import LANGUAGE, lower, message, verb_rows
from lagebild.model import Clause, Sentence
from lagebild.vocabulary import load
from lagebild.vocabulary.attribution import DenialWords

_FIRST = frozenset({"first", "initially", "originally", "earlier", "previously"})
_EARLIEST = frozenset({"previous", "initial", "original"})
_REPLACING = frozenset({"corrected", "revised", "amended", "lowered", "cut", "reduced", "downgraded"})
_REPLACED = re.compile(r"(?:\w+ ){0,3}to (?:at least |about |just |only )?\w+")
_LOWERED = re.compile(
    r"\b(?:(?:revised|corrected|changed|amended) (?:\w+ ){1,4}to|"
    r"cut|lowered|revised down|reduced|corrected|downgraded|revised downwards?)\b"
)
_EARLIER = re.compile(r"\b(?:earlier|previous|original) (?:version|edition)\b")
_ADDING = frozenset({"only", "more", "less", "fewer", "just", "all", "a", "one", "even", "merely"})


def is_denied(sentence: Sentence, clauses: tuple[Clause, ...], count: tuple[int, int]) -> bool:
    """Tell whether a count is denied by the words of its own sentence."""
    if _is_negated_count(sentence, count) or _is_corrected_away(sentence, count) or _is_earlier_version(sentence):
        return True
    for clause in clauses:
        if denies([lower(sentence, n) for n in clause.tokens]):
            return True
        above = clause
        while above.parent >= 0 and (
            (above.opener in {"that", "to", ""} and above.kind != "main") or _is_told(sentence, above)
        ):
            if _says_on(sentence, above):
                break
            above = sentence.clauses[above.parent]
            if denies([lower(sentence, n) for n in above.tokens]):
                return True
    return _is_denied_behind(sentence, clauses)


def _says_on(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause goes on with what somebody says otherwise ("denied the claim, saying", "and said")."""
    joined = lower(sentence, clause.first) in {"and", "but"} or lower(sentence, clause.first - 1) in {",", "and", "but"}
    rows = verb_rows().get(lower(sentence, clause.verbs[-1]), ()) if clause.verbs else ()
    return joined and any("clause" in row.frames and row.stance != "denies" for row in rows)


def _is_told(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause hangs on a noun for a message ("a claim that 14 people died")."""
    return message(sentence.tokens[clause.first - 1].text, "of") is not None if clause.first else False


def _is_denied_behind(sentence: Sentence, clauses: tuple[Clause, ...]) -> bool:
    """Tell whether the predicate behind a message with the count denies it ("Reports that 14 died are untrue")."""
    for clause in clauses:
        if not (_is_told(sentence, clause) or _is_message_of(sentence, clause)):
            continue
        behind = [lower(sentence, n) for n in range(clause.first, len(sentence.tokens))]
        if denies(behind):
            return True
    return False


def _is_message_of(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause begins with a message and what it tells of ("Reports of 14 dead are untrue")."""
    return any(
        message(lower(sentence, n), "of") is not None and lower(sentence, n + 1) == "of" for n in clause.tokens[:4]
    )


@functools.cache
def _rows() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((frozenset(row.forms), frozenset(row.needs)) for row in load(LANGUAGE, "denials", DenialWords))


def denies(words: list[str]) -> bool:
    """Tell whether the words of a clause deny, lower case."""
    present = set(words)
    return any(forms & present and (not needs or needs & present) for forms, needs in _rows())


def _is_negated_count(sentence: Sentence, count: tuple[int, int]) -> bool:
    """Tell whether "not" stands right before the count and another takes its place ("not nine but seven")."""
    if lower(sentence, count[0] - 1) != "not" or lower(sentence, count[0]) in _ADDING:
        return False
    later = {lower(sentence, n) for n in range(count[1], len(sentence.tokens))}
    return "but" in later or lower(sentence, count[0] - 2) in {",", "and", "–", "-", "("}


def _is_corrected_away(sentence: Sentence, count: tuple[int, int]) -> bool:
    """Tell whether the count was told at first and lowered later in the sentence."""
    before = {lower(sentence, n) for n in range(count[0])}
    behind = " ".join(lower(sentence, n) for n in range(count[1], len(sentence.tokens)))
    replaced = bool(before & _REPLACING) and _REPLACED.match(behind) is not None
    return bool(before & (_FIRST | _EARLIEST)) and (replaced or _LOWERED.search(behind) is not None)


def _is_earlier_version(sentence: Sentence) -> bool:
    """Tell whether the sentence tells what an earlier version of the article said."""
    return _EARLIER.search(" ".join(token.text.lower() for token in sentence.tokens)) is not None
