"""Lemmas and universal tags; the one place that knows the tagging library (HanTa)."""

import functools
import importlib.util
from pathlib import Path
from typing import Protocol

from lagebild.model import Form, Tag, Token

_STTS: dict[str, tuple[Tag, Form]] = {
    "ADJ(A)": ("ADJ", "attributive"),
    "ADJ(D)": ("ADJ", "predicative"),
    "ADV": ("ADV", ""),
    "APPO": ("ADP", "postposition"),
    "APPR": ("ADP", ""),
    "APPRART": ("ADP", "article"),
    "APZR": ("PART", "particle"),
    "ART": ("DET", "article"),
    "CARD": ("NUM", ""),
    "FM": ("PROPN", ""),
    "ITJ": ("X", ""),
    "KOKOM": ("ADP", "comparison"),
    "KON": ("CCONJ", ""),
    "KOUI": ("SCONJ", "zu"),
    "KOUS": ("SCONJ", ""),
    "NE": ("PROPN", ""),
    "NN": ("NOUN", ""),
    "NNA": ("NOUN", "nominalised"),
    "NNI": ("NOUN", "infinitive"),
    "PDAT": ("DET", "demonstrative"),
    "PDS": ("PRON", "demonstrative"),
    "PIAT": ("DET", "indefinite"),
    "PIS": ("PRON", "indefinite"),
    "PPER": ("PRON", "personal"),
    "PPOSAT": ("DET", "possessive"),
    "PPOSS": ("PRON", "possessive"),
    "PRELAT": ("DET", "relative"),
    "PRELS": ("PRON", "relative"),
    "PRF": ("PRON", "reflexive"),
    "PROAV": ("ADV", "demonstrative"),
    "PTKA": ("PART", ""),
    "PTKANT": ("PART", ""),
    "PTKNEG": ("PART", "negation"),
    "PTKVZ": ("PART", "particle"),
    "PTKZU": ("PART", "zu"),
    "PWAT": ("DET", "interrogative"),
    "PWAV": ("ADV", "interrogative"),
    "PWS": ("PRON", "interrogative"),
    "TRUNC": ("NOUN", "truncated"),
    "VA(FIN)": ("AUX", "finite"),
    "VA(IMP)": ("AUX", "finite"),
    "VA(INF)": ("AUX", "infinitive"),
    "VA(PP)": ("AUX", "participle"),
    "VM(FIN)": ("AUX", "finite"),
    "VM(INF)": ("AUX", "infinitive"),
    "VM(PP)": ("AUX", "participle"),
    "VV(FIN)": ("VERB", "finite"),
    "VV(IMP)": ("VERB", "finite"),
    "VV(INF)": ("VERB", "infinitive"),
    "VV(IZU)": ("VERB", "zu_infinitive"),
    "VV(PP)": ("VERB", "participle"),
    "XY": ("X", ""),
    "$(": ("PUNCT", ""),
    "$,": ("PUNCT", ""),
    "$.": ("PUNCT", ""),
}
_LONGEST = 400  # words tagged at once; a longer sentence is tagged in pieces
_KEPT = 40_000  # words whose analysis is kept, some 20 MB
_LONGEST_WORD = 60  # letters of a word that the tagger sees; its time grows with their square


_LEMMATISED: frozenset[Tag] = frozenset({"VERB", "AUX", "NOUN", "ADP"})
_REMEMBERED = 50_000  # words


class _Tagger(Protocol):
    """What this module uses of the library."""

    int2tag: dict[int, str]

    def tag_sent_viterbi(self, sent: list[str]) -> list[int]:
        """Return the tags of the words of a sentence, as numbers."""
        ...

    def _analyze(self, word: str, pos: int, taglevel: int) -> tuple[str, str]: ...


@functools.cache
def _tagger() -> _Tagger:
    """Return the German tagger, loaded by its absolute path: by bare name it would unpickle a file of this folder.

    What it says of a word is remembered while the program runs; the library computes it anew each time.
    """
    spec = importlib.util.find_spec("HanTa")
    if spec is None or spec.origin is None:
        raise ImportError("HanTa is not installed; reinstall lagebild")
    from HanTa import HanoverTagger  # noqa: PLC0415 - loading numpy and the model only when text is tagged

    tagger = HanoverTagger.HanoverTagger(str(Path(spec.origin).parent / "morphmodel_ger.pgz"))
    tagger._tag_word = functools.lru_cache(_REMEMBERED)(tagger._tag_word)  # noqa: SLF001 - remembered, not changed
    tagger._analyze = functools.lru_cache(_REMEMBERED)(tagger._analyze)  # noqa: SLF001 - as above
    known: _Tagger = tagger
    return known


def tagged(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with universal tag and form, and the lemma of verbs, nouns and adpositions.

    The tag of the full stop is supplied where a headline has none, so that its last word is read in place.
    """
    found: list[Token] = []
    for first in range(0, len(tokens), _LONGEST):
        piece = tokens[first : first + _LONGEST]
        words = [_plain(token.text) for token in piece]
        ended = words[-1] in {".", "!", "?"}
        numbers = _tagger().tag_sent_viterbi(words if ended else [*words, "."])
        found.extend(_with_tag(token, word, number) for token, word, number in zip(piece, words, numbers, strict=False))
    return tuple(found)


def _with_tag(token: Token, word: str, number: int) -> Token:
    """Return a token with the tag that the library gave it by number."""
    tag, form = _STTS.get(_tagger().int2tag[number], ("X", ""))
    lemma = _tagger()._analyze(word, number, 1)[0] if tag in _LEMMATISED else token.text  # noqa: SLF001 - of a known tag
    return Token(token.start, token.end, token.text, lemma, tag, form)


def _plain(word: str) -> str:
    """Return a word as the tagger knows it: plain quotation marks and dashes, and no endless word."""
    if len(word) == 1 and word in "„“”»«‚‘’‹›":
        return '"'
    if word in {"–", "—"}:
        return "-"
    return word[:_LONGEST_WORD].replace("ß", "ß").replace("\u2011", "-")
