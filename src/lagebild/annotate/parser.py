"""Lemmas and universal tags; the one place that knows the tagging library (HanTa)."""

import functools
import importlib.util
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from lagebild.annotate.shortcuts import Library, shorten
from lagebild.annotate.tagsets import CLAWS, STTS
from lagebild.model import Tag, Token

_LONGEST = 400  # words tagged at once; a longer sentence is tagged in pieces
_LONGEST_WORD = 60  # letters of a word that the tagger sees; its time grows with their square
_SINGULAR = frozenset({"ein", "eine", "einen", "einem", "einer", "eines", "das", "des", "dem", "im", "am"})
_LEMMATISED: frozenset[Tag] = frozenset({"VERB", "AUX", "NOUN", "ADP"})
_REMEMBERED = 40_000  # words, some 20 MB
_SHORTEST_COMPOUND, _SHORTEST_PART = 9, 5
_FIGURES, _A_NUMBER, _A_NAME = re.compile(r"\d[\d.,]*$"), "40", "London"
_COMMON = re.compile(
    r"^[A-Z][a-z]+(?:ers|ors|ists|ants|ents|ing|ed|ions?|ments?|ly|men|ies|ees|uals)$"
)  # no name, at the start
_LONGEST_ACRONYM = 4  # letters of a word in capitals that is read as it stands
_MODELS = {"de": "morphmodel_ger.pgz", "en": "morphmodel_en.pgz"}
_TAGS = {"de": STTS, "en": CLAWS}


_SEPARABLE = (
    "zusammen", "zurück", "nieder", "hinaus", "heraus", "herbei", "hervor", "herum", "hinzu", "davon", "weiter",
    "wieder", "durch", "empor", "fest", "fort", "frei", "nach", "auf", "aus", "bei", "ein", "her", "hin", "los", "mit",
    "vor", "weg", "dar", "ab", "an", "um", "zu",
)  # fmt: skip
_Known: TypeAlias = dict[str, list[tuple[int, float]]]


@dataclass(frozen=True, slots=True)
class _Tagger:
    """The library's tagger, and the lemma that it gives a word of a known tag."""

    library: Library
    lemma: Callable[[str, int], str]

    def tags(self, words: list[str]) -> list[int]:
        """Return the tags of a sentence, as the library numbers them."""
        return self.library.tag_sent_viterbi(words)


@functools.cache
def _tagger(language: str) -> _Tagger:
    """Return the tagger of a language, loaded by its absolute path: by bare name it would unpickle a local file.

    What it says of a word is remembered while the program runs. A German compound that it does not know is read as its
    last part, which gives it its class and inflection; the library would try each way to cut it.
    """
    spec = importlib.util.find_spec("HanTa")
    if spec is None or spec.origin is None:
        raise ImportError("HanTa is not installed; reinstall lagebild")
    from HanTa import HanoverTagger  # noqa: PLC0415 - loading numpy and the model only when text is tagged

    library = HanoverTagger.HanoverTagger(str(Path(spec.origin).parent / _MODELS[language]))
    make = _german if language == "de" else _english
    return make(library)


def _german(library: Library) -> _Tagger:
    """Return the German tagger, which reads unknown compounds by their known part."""
    nouns = frozenset(number for number, tag in library.int2tag.items() if tag == "NN")
    verbs = frozenset(number for number, tag in library.int2tag.items() if tag in {"VV(FIN)", "VV(PP)"})
    of_tag = library._analyze  # noqa: SLF001 - the library has no other way to it
    shorten(library, lambda word: _kin(library.cache, nouns, verbs, word), _REMEMBERED)

    @functools.lru_cache(_REMEMBERED)
    def lemma(word: str, number: int) -> str:
        part = _last_part(library.cache, nouns, word) if number in nouns else _verb_part(library.cache, verbs, word)
        if not part:
            return str(of_tag(word, number, 1)[0])
        return word[: len(word) - len(part)] + str(of_tag(part, number, 1)[0]).lower()

    return _Tagger(library, lemma)


def _english(library: Library) -> _Tagger:
    """Return the English tagger, which takes unknown capital words for names and hyphenated ones by their last part."""
    of_tag = library._analyze  # noqa: SLF001 - the library has no other way to it
    shorten(library, lambda word: _english_kin(library.cache, word), _REMEMBERED)

    @functools.lru_cache(_REMEMBERED)
    def lemma(word: str, number: int) -> str:
        return str(of_tag(word.lower() if word.isupper() else word, number, 1)[0])

    return _Tagger(library, lemma)


def _english_kin(known: _Known, word: str) -> str:
    """Return a word that is tagged as this one is and is known: a number, the last part, a name, or itself."""
    lower = word.lower()
    if lower in known:
        return lower if word.isupper() and len(word) > _LONGEST_ACRONYM else word
    if _FIGURES.match(word):
        return _A_NUMBER
    first, _, last = word.rpartition("-")
    if first and last.lower() in known:
        return "old" if last.lower() == "old" else last
    return _A_NAME if word[:1].isupper() else word


def _kin(known: _Known, nouns: frozenset[int], verbs: frozenset[int], word: str) -> str:
    """Return a word that is tagged as this one is and is known: a number, the last part of a compound, or itself."""
    if word.lower() in known:
        return word
    if _FIGURES.match(word):
        return _A_NUMBER
    last = word.rpartition("-")[2]
    if last != word and len(last) >= _SHORTEST_PART and last.lower() in known:
        return last.capitalize() if word[0].isupper() else last
    return _last_part(known, nouns, word) or _verb_part(known, verbs, word) or word


def _last_part(known: _Known, nouns: frozenset[int], word: str) -> str:
    """Return the longest known noun that a long word ends in, or "": "Angriffe" of "Messerangriffe"."""
    if len(word) < _SHORTEST_COMPOUND or not word[0].isupper() or not word.isalpha():
        return ""
    lower = word.lower()
    for start in range(3, len(word) - _SHORTEST_PART + 1):
        tags = known.get(lower[start:])
        if tags and tags[0][0] in nouns:
            return lower[start:].capitalize()
    return ""


def _verb_part(known: _Known, verbs: frozenset[int], word: str) -> str:
    """Return the verb behind a separable prefix where it is known, or "": "geschossen" of "abgeschossen"."""
    for prefix in _SEPARABLE:
        part = word[len(prefix) :]
        tags = known.get(part) if word.startswith(prefix) else None
        if tags and tags[0][0] in verbs:
            return part
    return ""


def tagged(tokens: tuple[Token, ...], language: str) -> tuple[Token, ...]:
    """Return the tokens with universal tag and form, and the lemma of verbs, nouns and adpositions.

    A German noun right behind a number or a singular article keeps its own form as lemma: its number is told already.
    The tag of the full stop is supplied where a headline has none, so that its last word is read in place.
    """
    found: list[Token] = []
    tagger, tags = _tagger(language), _TAGS[language]
    for first in range(0, len(tokens), _LONGEST):
        piece = tokens[first : first + _LONGEST]
        words = [_plain(token.text) for token in piece]
        if language == "en" and _COMMON.search(words[0]):
            words[0] = words[0].lower()
        ended = words[-1] in {".", "!", "?"}
        numbers = tagger.tags(words if ended else [*words, "."])
        for token, word, number in zip(piece, words, numbers, strict=False):
            tag, form = tags.get(tagger.library.int2tag[number], ("X", ""))
            before = found[-1] if found and language == "de" else None
            counted = tag == "NOUN" and before is not None and (before.tag == "NUM" or before.text.lower() in _SINGULAR)
            lemma = tagger.lemma(word, number) if tag in _LEMMATISED and not counted else token.text
            found.append(Token(token.start, token.end, token.text, lemma, tag, form))
    return tuple(found)


def _plain(word: str) -> str:
    """Return a word as the tagger knows it: plain quotation marks, apostrophes and dashes, and no endless word."""
    if len(word) == 1 and word in "„“”»«‚‘’‹›":
        return '"'
    if word in {"–", "—"}:
        return "-"
    return word[:_LONGEST_WORD].replace("\u2011", "-").replace("’", "'")
