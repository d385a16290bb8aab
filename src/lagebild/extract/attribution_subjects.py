"""Who the subject of a reporting verb is, before or behind it."""

from lagebild.extract.attribution_phrases import apposition, is_determiner, is_noun, noun_phrase
from lagebild.extract.attribution_words import QUOTES, is_stop, lower, speaks
from lagebild.model import Sentence

OBLIQUE = frozenset(
    {
        "dem",
        "den",
        "des",
        "einem",
        "einen",
        "eines",
        "diesem",
        "diesen",
        "keinem",
        "keinen",
        "seinem",
        "seinen",
        "ihrem",
        "ihren",
    }
)
_PRONOUNS = frozenset({"er", "sie", "dieser", "diese"})
_SPEAKING = frozenset({"ich", "wir", "man"})
_NOBODY = frozenset({"es", "man", "niemand", "keiner", "wer", "was", "das", "dies", "wir", "ich", "ihr", "du"})


def subject_behind(sentence: Sentence, place: int, end: int) -> tuple[int, int] | None:
    """Return the subject that follows a finite verb at `place - 1`, up to `end`; a pronoun counts as one."""
    tokens = sentence.tokens
    at = place
    while at < end:
        word = lower(sentence, at)
        token = tokens[at]
        if word in _SPEAKING and token.tag == "PRON":
            return None
        if word in _PRONOUNS and (token.tag == "PRON" or not _opens_phrase(sentence, at)):
            return at, at + 1
        if token.tag == "ADP" and word != "laut":
            at = _after_adposition(sentence, at, end)
            continue
        if word in OBLIQUE:
            at = max(noun_phrase(sentence, at), at + 1)
            continue
        if _opens_phrase(sentence, at):
            last = noun_phrase(sentence, at, addressed=True)
            if last > at and not _is_silent(sentence, at, last):
                return at, min(apposition(sentence, last, closed=False), len(tokens))
            at = max(last, at + 1)
            continue
        if is_stop(token):
            return None
        at += 1
    return None


def subject_before(sentence: Sentence, first: int, verb: int) -> tuple[int, int] | None:
    """Return the subject in front of a finite verb in second place, or of one at the end of its clause."""
    tokens = sentence.tokens
    at = first
    while at < verb:
        word = lower(sentence, at)
        token = tokens[at]
        if word in _SPEAKING and token.tag == "PRON":
            return None
        if word in _PRONOUNS and not _opens_phrase(sentence, at):
            return at, at + 1
        if token.tag == "ADP" or word == "laut":
            at = _after_adposition(sentence, at, verb)
            continue
        if word in OBLIQUE:
            at = max(noun_phrase(sentence, at), at + 1)
            continue
        if _opens_phrase(sentence, at):
            last = noun_phrase(sentence, at, addressed=True)
            if last > at and not _is_silent(sentence, at, last):
                return at, _extended(sentence, last, verb)
            at = max(last, at + 1)
            continue
        at += 1
    return None


def _opens_phrase(sentence: Sentence, place: int) -> bool:
    """Tell whether a noun phrase in the nominative can begin here."""
    token = sentence.tokens[place]
    if token.text.lower() in _NOBODY and token.tag != "DET":
        return False
    following = sentence.tokens[place + 1] if place + 1 < len(sentence.tokens) else None
    if token.text in QUOTES:
        return following is not None and following.text[:1].isupper() and is_noun(following)
    if is_determiner(token) or is_noun(token):
        return True
    if token.text.lower() in {"einer", "eine", "eines"} and following is not None and following.text.lower() == "der":
        return True
    modifier = token.tag in {"ADJ", "NUM"} or token.text.lower() in {"beide", "mehrere", "einige", "viele"}
    return modifier and following is not None and (following.tag in {"ADJ", "NOUN", "PROPN"})


def _after_adposition(sentence: Sentence, place: int, end: int) -> int:
    """Return the place after a prepositional phrase."""
    last = noun_phrase(sentence, place + 1, addressed=True)
    if last > place + 1:
        return last
    if place + 2 < end and is_determiner(sentence.tokens[place + 1]) and sentence.tokens[place + 2].tag == "ADP":
        nested = _after_adposition(sentence, place + 2, end)
        return max(noun_phrase(sentence, nested, addressed=True), nested)
    return (
        min(place + 2, end)
        if place + 1 < end and sentence.tokens[place + 1].tag in {"PRON", "ADV", "NUM"}
        else place + 1
    )


def _extended(sentence: Sentence, last: int, verb: int) -> int:
    """Return the end of a subject in front of its verb, with a place ("in Nairobi") and an apposition."""
    tokens = sentence.tokens
    if last + 1 < verb and lower(sentence, last) in {"in", "aus"} and tokens[last + 1].tag == "PROPN":
        place = last + 2
        while place < verb and tokens[place].tag == "PROPN":
            place += 1
        if place == verb or is_stop(tokens[place]) or lower(sentence, last) == "aus":
            last = place
    return apposition(sentence, last, closed=True)


def _is_silent(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the head of a phrase is something that never speaks ("die Zahl", "Montag")."""
    tokens = sentence.tokens
    head = next((n for n in range(first, last) if is_noun(tokens[n])), -1)
    return head < 0 or speaks(tokens[head].text, "never")
