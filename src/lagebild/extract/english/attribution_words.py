"""The English words of attribution, compiled once from the vocabulary: reporting verbs, message nouns, speakers."""

import functools

from lagebild.model import Modality, Sentence
from lagebild.vocabulary import load
from lagebild.vocabulary.attribution import CueUse, MessageNouns, ReportingVerbs, SpeakerNouns, SpeakerUse
from lagebild.vocabulary.sources import Outlets, SourceWords

LANGUAGE = "en"
QUOTES = frozenset({'"', "“", "”", "‘", "’", "'", "«", "»", "„"})
DASHES = frozenset({"-", "–", "—", "--"})
ENDS = frozenset({".", "!", "?", ";", "…"})


def lower(sentence: Sentence, place: int) -> str:
    """Return the word at a place in lower case, or the empty string outside the sentence."""
    return sentence.tokens[place].text.lower() if 0 <= place < len(sentence.tokens) else ""


def _inflected(verb: str) -> tuple[str, ...]:
    """Return the forms of a regular verb."""
    if verb.endswith("e"):
        return verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    third = f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh")) else f"{verb}s"
    return verb, third, f"{verb}ed", f"{verb}ing"


@functools.cache
def verb_rows() -> dict[str, tuple[ReportingVerbs, ...]]:
    """Return every form of the reporting verbs, lower case, with the entries that it belongs to."""
    found: dict[str, list[ReportingVerbs]] = {}
    for row in load(LANGUAGE, "reporting_verbs", ReportingVerbs):
        for form in (*row.forms, *(form for verb in row.weak for form in _inflected(verb))):
            found.setdefault(form, []).append(row)
    return {word: tuple(rows) for word, rows in found.items()}


@functools.cache
def _messages() -> dict[CueUse, dict[str, Modality]]:
    table: dict[CueUse, dict[str, Modality]] = {}
    for row in load(LANGUAGE, "message_nouns", MessageNouns):
        for use in row.uses:
            table.setdefault(use, {}).update(dict.fromkeys(row.nouns, row.modality))
    return table


def message(word: str, use: CueUse) -> Modality | None:
    """Return the certainty that a message noun carries, or None where the word is none that this cue takes."""
    return _messages()[use].get(word.lower())


@functools.cache
def _speakers() -> dict[SpeakerUse, frozenset[str]]:
    rows = load(LANGUAGE, "speaker_nouns", SpeakerNouns)
    table = {row.use: frozenset(noun.lower() for noun in row.nouns) for row in rows}
    kinds = (row for row in load(LANGUAGE, "source_kinds", SourceWords) if row.kind != "unnamed")
    table["speaker"] |= frozenset(word.lower().rpartition(" ")[2] for row in kinds for word in row.words)
    return table


def speaks(word: str, use: SpeakerUse) -> bool:
    """Tell whether a noun is of this kind: a speaker, one only spoken to, or one that never speaks."""
    word = word.lower()
    nouns = _speakers()[use]
    return word in nouns or (use == "speaker" and word.endswith("s") and word[:-1] in nouns)


@functools.cache
def _outlets() -> frozenset[str]:
    rows = load(LANGUAGE, "outlets", Outlets)
    return frozenset(name for row in rows for name in (*row.names, *row.variants))


def is_outlet(name: str) -> bool:
    """Tell whether a name is that of a known outlet, organisation or armed group, as it is written."""
    return name in _outlets()


@functools.cache
def _media() -> frozenset[str]:
    rows = load(LANGUAGE, "source_kinds", SourceWords)
    words = (word.lower() for row in rows if row.kind in {"media", "agency"} for word in row.words)
    return frozenset(word for word in words if not word.startswith(("journalist", "reporter", "correspond", "press")))


def is_medium(noun: str) -> bool:
    """Tell whether a noun names a medium that can be told something: "newspaper", "radio", no "reporters"."""
    return noun.lower() in _media()
