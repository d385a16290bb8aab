"""Lemmas and universal tags; the one place that knows the tagging library (HanTa)."""

import functools
import importlib.util
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lagebild.annotate.kin import German, english_kin
from lagebild.annotate.shortcuts import Library, shorten
from lagebild.annotate.tagsets import CLAWS, STTS
from lagebild.model import Tag, Token

_LONGEST = 400  # words tagged at once; a longer sentence is tagged in pieces
_LONGEST_WORD = 60  # letters of a word that the tagger sees; its time grows with their square
_SINGULAR = frozenset({"ein", "eine", "einen", "einem", "einer", "eines", "das", "des", "dem", "im", "am"})
_LEMMATISED: frozenset[Tag] = frozenset({"VERB", "AUX", "NOUN", "ADP"})
_REMEMBERED = 40_000  # words, some 20 MB
_COMMON = re.compile(
    r"^[A-Z][a-z]+(?:ers|ors|ists|ants|ents|ing|ed|ions?|ments?|ly|men|ies|ees|uals)$"
)  # no name, at the start
_MODELS = {"de": "morphmodel_ger.pgz", "en": "morphmodel_en.pgz"}
_CLASSES = tuple(map(frozenset, (("NN",), ("VV(FIN)", "VV(PP)"), ("NE",), ("ADJ(A)",))))  # as `German` takes them
_TAGS = {"de": STTS, "en": CLAWS}


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
    german = German(library.cache, *(_numbers(library, tags) for tags in _CLASSES))
    of_tag = library._analyze  # noqa: SLF001 - the library has no other way to it
    shorten(library, german.kin, _REMEMBERED)

    @functools.lru_cache(_REMEMBERED)
    def lemma(word: str, number: int) -> str:
        part = german.last_part(word) if number in german.nouns else german.verb_part(word)
        if not part:
            return str(of_tag(word, number, 1)[0])
        return word[: len(word) - len(part)] + str(of_tag(part, number, 1)[0]).lower()

    return _Tagger(library, lemma)


def _numbers(library: Library, tags: frozenset[str]) -> frozenset[int]:
    """Return the library's numbers of tags."""
    return frozenset(number for number, tag in library.int2tag.items() if tag in tags)


def _english(library: Library) -> _Tagger:
    """Return the English tagger, which takes unknown capital words for names and hyphenated ones by their last part."""
    of_tag = library._analyze  # noqa: SLF001 - the library has no other way to it
    shorten(library, functools.partial(english_kin, library.cache), _REMEMBERED)

    @functools.lru_cache(_REMEMBERED)
    def lemma(word: str, number: int) -> str:
        return str(of_tag(word.lower() if word.isupper() else word, number, 1)[0])

    return _Tagger(library, lemma)


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
