"""The words of attribution, compiled once from the vocabulary: reporting verbs, message nouns, speakers."""

import functools
from dataclasses import dataclass

from lagebild.model import Modality, Sentence, Token
from lagebild.vocabulary import load
from lagebild.vocabulary.attribution import CueUse, MessageNouns, ReportingVerbs, SpeakerNouns, SpeakerUse

QUOTES = frozenset("„“”»«‚‘‹›\"'’")
ADDED = frozenset({"und", "oder", "aber", "auch", "sowie"})
_STOPS = frozenset({",", ";", ":", ".", "!", "?", "–", "—", "(", ")"})
_UNPREFIXED = ("be", "er", "ver", "ent", "zer", "unter", "wider", "über", "dementier")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A form of a reporting verb: its row, the separated particle it asks for, and whether it is a participle."""

    row: ReportingVerbs
    particle: str
    participle: bool


def lower(sentence: Sentence, place: int) -> str:
    """Return the word at a place in lower case, or the empty string outside the sentence."""
    return sentence.tokens[place].text.lower() if 0 <= place < len(sentence.tokens) else ""


def is_stop(token: Token) -> bool:
    """Tell whether a token is a mark that ends a stretch of words."""
    return token.text in _STOPS


def _weak(infinitive: str) -> tuple[tuple[str, ...], str]:
    """Return the finite forms and the participle of a weak verb."""
    stem = infinitive.removesuffix("n") if infinitive.endswith(("ern", "eln")) else infinitive.removesuffix("en")
    link = "e" if stem.endswith(("t", "d", "chn", "gn", "ffn")) else ""
    finite = (f"{stem}{link}t", f"{stem}{link}te", f"{stem}{link}ten", f"{stem}e", infinitive)
    plain = stem.startswith(_UNPREFIXED) or infinitive.endswith("ieren")
    return finite, f"{stem}{link}t" if plain else f"ge{stem}{link}t"


@functools.cache
def verb_forms() -> dict[str, tuple[VerbForm, ...]]:
    """Return every form of the reporting verbs, lower case, with what it is a form of."""
    found: dict[str, list[VerbForm]] = {}

    def add(word: str, row: ReportingVerbs, particle: str, *, participle: bool) -> None:
        for spelling in {word.lower(), word.lower().replace("ß", "ss")}:
            found.setdefault(spelling, []).append(VerbForm(row, particle, participle))

    for row in load("de", "reporting_verbs", ReportingVerbs):
        for form in row.forms:
            participle = form.startswith(("ge", "ver", "wider", "bestr")) and form.endswith("en")
            add(form, row, row.particle, participle=participle)
            if row.particle and " " not in row.particle:
                add(row.particle + form, row, "", participle=participle)
        for infinitive in row.weak:
            particle, _, stem = infinitive.rpartition("|")
            finite, done = _weak(stem)
            for form in finite:
                add(form, row, particle, participle=form == done)
                if particle:
                    add(particle + form, row, "", participle=False)
            add(particle + done, row, "", participle=True)
    return {word: tuple(forms) for word, forms in found.items()}


@functools.cache
def _messages() -> dict[CueUse, tuple[dict[str, Modality], tuple[tuple[str, Modality], ...]]]:
    table: dict[CueUse, tuple[dict[str, Modality], tuple[tuple[str, Modality], ...]]] = {}
    for row in load("de", "message_nouns", MessageNouns):
        for use in row.uses:
            words, endings = table.get(use, ({}, ()))
            words |= {noun.lower(): row.modality for noun in row.nouns}
            table[use] = (words, (*endings, *((ending, row.modality) for ending in row.endings)))
    return table


@functools.lru_cache(maxsize=20_000)
def message(word: str, use: CueUse) -> Modality | None:
    """Return the certainty that a message noun carries, or None where the word is none that this cue takes."""
    words, endings = _messages()[use]
    word = word.lower()
    if word in words:
        return words[word]
    last = word.rpartition("-")[2] if "-" in word else ""
    if last in words:
        return words[last]
    return next(
        (modality for ending, modality in endings if word.endswith(ending) and len(word) > len(ending) + 1), None
    )


@functools.cache
def _speakers() -> dict[SpeakerUse, tuple[frozenset[str], tuple[str, ...]]]:
    table: dict[SpeakerUse, tuple[frozenset[str], tuple[str, ...]]] = {}
    for row in load("de", "speaker_nouns", SpeakerNouns):
        table[row.use] = (frozenset(noun.lower() for noun in row.nouns), row.endings)
    return table


@functools.lru_cache(maxsize=20_000)
def speaks(word: str, use: SpeakerUse) -> bool:
    """Tell whether a noun is of this kind: a speaker, one only spoken to, or one that never speaks."""
    words, endings = _speakers()[use]
    word = word.lower()
    return word in words or bool(endings and word.endswith(endings))
