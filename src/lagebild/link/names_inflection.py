"""Bring a German noun phrase that names a source into the nominative without its article."""

import functools
import re

from lagebild.link.names_kinds import known_as, known_noun
from lagebild.vocabulary import load
from lagebild.vocabulary.sources import NounEndings

ARTICLES = re.compile(
    r"(?:der|die|das|des|dem|den|ein|eine|einer|eines|einem|einen|dieser|diese|dieses|diesem|diesen|jener|jene|"
    r"vom|beim|im|am|zum|zur|von|sein|seine|seiner|seines|seinem|seinen|ihr|ihre|ihrer|ihres|ihrem|ihren|unser|"
    r"unsere|unserer|kein|keine|keiner|selbe|selben|derselben|desselben|the|a|an)"
)
_GENITIVE = frozenset(("des", "eines", "dieses", "seines", "ihres", "desselben"))
_DATIVE_OR_ACCUSATIVE = frozenset(
    ("dem", "einem", "vom", "beim", "einen", "diesem", "seinem", "ihrem", "seinen", "ihren", "den")
)
_MAYBE_PLURAL = frozenset(("den", "seinen", "ihren"))
_UNSTRENGTHENED = frozenset(("beide", "mehrere", "viele", "einige", "alle", "wenige", "andere"))
_WEAK_IN_EN = re.compile(r"(?:ent|ant|ist|at)en$")
_WEAK_IN_N = re.compile(r"(?:og|eug|eld|irt|af|ell)en$")
_LONG_GENITIVE = ("sses", "zes", "ses", "tes", "des", "ges", "kes")
_NO_GENITIVE = ("ss", "us", "is", "as", "os")
_SHORTEST_ADJECTIVE = 5
_OF_A_TOWN = re.compile(r"^[A-ZÄÖÜ].*(?<!isch)(?<!lich)(?<!ig)(?<!al)(?<!tiv)er$")  # "Wiener", "Zürcher"


@functools.cache
def _ending(class_: str) -> tuple[str, ...]:
    """Return the last parts of nouns of a class of the vocabulary: "feminine", "neuter", "plural", "dative_plural"."""
    return next(row.endings for row in load("de", "noun_endings", NounEndings) if row.id == class_)


def has_ending(noun: str, class_: str) -> bool:
    """Tell whether a noun ends like those of a class of the vocabulary."""
    return noun.lower().endswith(_ending(class_))


def without_genitive_ending(noun: str) -> str:
    """Return the nominative of a masculine or neuter noun in the genitive: "Ministeriums" gives "Ministerium".

    "Krankenhauses" gives "Krankenhaus", "Präsidenten" gives "Präsident", "Zeugen" gives "Zeuge".
    """
    if noun.endswith(_LONG_GENITIVE) and not known_as(noun[:-1]):
        return noun[:-2]
    if noun.endswith("s") and (known_noun(noun[:-1]) or not noun.endswith(_NO_GENITIVE)):
        return noun[:-1]
    return without_weak_ending(noun)


def without_weak_ending(noun: str) -> str:
    """Return the nominative of a weak masculine noun: "Präsidenten" gives "Präsident", "Zeugen" "Zeuge"."""
    if noun.lower().endswith("nachbarn"):
        return noun[:-1]
    if _WEAK_IN_EN.search(noun):
        return noun[:-2]
    return noun[:-1] if _WEAK_IN_N.search(noun) else noun


def without_dative_ending(noun: str) -> str:
    """Return the nominative plural of a noun in the dative: "Ärzten" gives "Ärzte", "Ermittlern" "Ermittler"."""
    return noun[:-1] if has_ending(noun, "dative_plural") else noun


def strong_adjective(adjective: str, noun: str, *, plural: bool) -> str:
    """Return an adjective as it stands before a nominative without an article: "südkoreanischer Geheimdienst".

    Words that are no inflected adjective stay as they are.
    """
    stem = re.sub(r"(?:en|em|er|es|e)$", "", adjective)
    if stem == adjective or adjective.lower() in _UNSTRENGTHENED or _OF_A_TOWN.search(adjective):
        return adjective
    if plural or has_ending(noun, "plural") or has_ending(noun, "feminine"):
        return f"{stem}e"
    return f"{stem}es" if has_ending(noun, "neuter") else f"{stem}er"


def _is_adjective(word: str) -> bool:
    """Tell whether a word before a noun can be an inflected adjective: "südkoreanischer"."""
    return len(word) >= _SHORTEST_ADJECTIVE and word.endswith(("e", "en", "em", "er", "es"))


def _noun(noun: str, article: str, *, alone: bool) -> tuple[str, bool]:
    """Return the nominative of a noun after an article, or none, and whether it is a plural."""
    if article in _GENITIVE or (not article and has_ending(noun, "neuter") is False and noun.endswith("ums")):
        return without_genitive_ending(noun), False
    if article in _DATIVE_OR_ACCUSATIVE and not (article in _MAYBE_PLURAL and has_ending(noun, "plural")):
        shorter = without_dative_ending(noun) if article in _MAYBE_PLURAL else noun
        return (shorter, True) if shorter != noun else (without_weak_ending(noun), False)
    if article in {"", "von"}:
        if alone and noun.endswith("s") and known_as(noun[:-1]):
            return noun[:-1], False
        shorter = without_dative_ending(noun)
        return shorter, shorter != noun or has_ending(noun, "plural")
    return noun, has_ending(noun, "plural")


def nominative(words: list[str], article: str, head: int) -> list[str]:
    """Return the words of a noun phrase, its article taken off, in the nominative; `head` is the place of its noun."""
    noun, plural = _noun(words[head], article, alone=len(words) == 1)
    before = [strong_adjective(word, noun, plural=plural) if _is_adjective(word) else word for word in words[:head]]
    return [*before, noun, *words[head + 1 :]]
