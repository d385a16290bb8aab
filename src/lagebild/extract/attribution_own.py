"""Whose "eigene Angaben" are: those of the subject of their clause."""

from dataclasses import replace

from lagebild.extract.attribution_phrases import is_noun
from lagebild.extract.attribution_subjects import subject_before, subject_behind
from lagebild.extract.attribution_words import lower
from lagebild.model import Sentence, Source

_OWN = frozenset({"eigenen", "eigener"})


def owned(sentence: Sentence, place: int, named: Source) -> Source:
    """Return a source that is "eigenen Angaben" with the subject of the clause at a place as its name; others stay."""
    if not _OWN & set(named.text.lower().split()):
        return named
    number = sentence.clause_at(place)
    clause = sentence.clauses[number] if number >= 0 else None
    if clause is None or clause.finite is None or clause.voice == "passive":
        return named
    found = subject_before(sentence, clause.first, clause.finite) if clause.finite > clause.first else None
    found = found or subject_behind(sentence, clause.finite + 1, clause.last)
    if found is None or not _can_speak(sentence, *found):
        return named
    tokens = sentence.tokens[slice(*found)]
    return replace(named, name=" ".join(token.text for token in tokens))


def _can_speak(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a subject is somebody: a noun, not counted, no pronoun."""
    tokens = sentence.tokens[first:last]
    return tokens[0].tag != "NUM" and any(map(is_noun, tokens)) and lower(sentence, first) not in {"keine", "keiner"}
