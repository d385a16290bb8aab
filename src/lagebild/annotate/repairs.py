"""Tags of a German sentence mended where its structure decides what the tagger can't see."""

import functools
import re
from dataclasses import replace

from lagebild.model import Token
from lagebild.vocabulary import load
from lagebild.vocabulary.attribution import ReportingVerbs

_BOUNDARIES = {",", ";", ":", "–", "—", "(", ")", "und", "oder", "aber", "sondern"}
_AUXILIARIES = {"sein", "haben", "werden"}
_NO_SUBJECT = {"VERB", "AUX", "ADP", "SCONJ"}
_AMBIGUOUS = re.compile(r"(?:ver|be|er|ent|zer|miss|über|unter|ge|hinter|wider)[a-zäöüß]+(?:t|en)$", re.IGNORECASE)
_PERSON_AGE = re.compile(r"\d+-?[Jj]ährige[rnms]?$")


def repaired(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with what the structure decides mended.

    A form that is both finite and participle ("verletzt", "verhaftet") is a participle where an auxiliary stands
    before it in the same stretch, and where it ends a headline without any finite verb. A verb of saying between its
    subject and a comma is finite ("Die Wehr erklärt, zwei seien tot"). "29-Jähriger" is a noun. The particle "fest" at
    the end of a stretch is one where the tagger takes it for an adverb.
    """
    found = list(tokens)
    auxiliary = False
    has_finite = any(token.form == "finite" for token in tokens)
    for n, token in enumerate(tokens):
        if token.text.lower() in _BOUNDARIES:
            auxiliary = auxiliary and token.text.lower() in {"und", "oder"}
        if token.tag == "AUX" and token.form == "finite":
            auxiliary = True
        elif token.tag == "VERB" and token.form == "finite" and _AMBIGUOUS.match(token.text):
            alone = (
                n > 0 and not any(t.form == "finite" for t in (*tokens[:n], *tokens[n + 1 :])) and n >= len(tokens) - 2
            )
            if auxiliary or _auxiliary_follows(tokens, n) or (alone and token.text.endswith("t")):
                found[n] = replace(token, form="participle")
        elif _PERSON_AGE.match(token.text) and (token.text[0].isdigit() and token.tag != "NOUN"):
            found[n] = _aged(tokens, n)
        elif token.text in {"geborgen", "geborgene", "geborgenen"}:
            found[n] = replace(token, lemma="bergen")
        elif token.tag == "ADJ" and token.text[0].isupper() and _stands_as_noun(tokens, n):
            found[n] = replace(token, tag="NOUN", form="nominalised", lemma=token.text)
        elif token.text == "worden":
            found[n] = replace(token, tag="AUX", form="participle", lemma="werden")
    found = [replace(token, form="finite") if _opens_speech(tokens, n) else token for n, token in enumerate(found)]
    return tuple(found) if has_finite or found != list(tokens) else tokens


def _opens_speech(tokens: tuple[Token, ...], place: int) -> bool:
    """Tell whether a verb of saying stands right before a comma, behind a subject that opens the sentence.

    What follows the comma has a verb of its own; a phrase in front ("Von der Wehr gewarnt, ...") is no subject.
    """
    token, front = tokens[place], tokens[:place]
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if (
        token.form not in {"participle", "infinitive"}
        or token.lemma not in _saying()
        or following is None
        or following.text != ","
        or not front
    ):
        return False
    has_subject = front[0].form == "article" and any(other.tag in {"NOUN", "PROPN"} for other in front)
    if not has_subject or any(other.tag in _NO_SUBJECT or other.text.lower() in _BOUNDARIES for other in front):
        return False
    return any(other.form == "finite" for other in tokens[place + 2 :])


@functools.cache
def _saying() -> frozenset[str]:
    return frozenset(verb for row in load("de", "reporting_verbs", ReportingVerbs) for verb in row.weak)


def _auxiliary_follows(tokens: tuple[Token, ...], place: int) -> bool:
    """Tell whether the next word is an auxiliary, as in "die verletzt wurden" or "verletzt worden"."""
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    return following is not None and following.tag == "AUX" and following.lemma in _AUXILIARIES


def _stands_as_noun(tokens: tuple[Token, ...], place: int) -> bool:
    """Tell whether a capital adjective is a noun: no noun follows that it could belong to ("Toter bei Protesten")."""
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    inflected = tokens[place].text.endswith(("er", "e", "en"))
    return (
        inflected
        and (following is None or following.tag in {"ADP", "AUX"} or following.text in {",", "und", "."})
        and (place > 0 or following is None or following.tag == "ADP")
    )


def _aged(tokens: tuple[Token, ...], place: int) -> Token:
    """Return "29-Jähriger" as a noun, and "29-jähriger" before a noun as an adjective."""
    token = tokens[place]
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is not None and following.tag in {"NOUN", "PROPN", "ADJ"} and "j" in token.text:
        return replace(token, tag="ADJ", form="attributive")
    return replace(token, tag="NOUN", form="nominalised")
