"""Lemmas and universal tags; the one place that knows the tagging library (HanTa)."""

import functools
import importlib.util
from dataclasses import replace
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


class _Tagger(Protocol):
    def tag_sent(self, sent: list[str]) -> list[tuple[str, str, str]]: ...


@functools.cache
def _tagger() -> _Tagger:
    """Return the German tagger, loaded by its absolute path: by bare name it would unpickle a file found here."""
    spec = importlib.util.find_spec("HanTa")
    if spec is None or spec.origin is None:
        raise ImportError("HanTa is not installed; reinstall lagebild")
    from HanTa import HanoverTagger  # noqa: PLC0415 - loading numpy and the model only when text is tagged

    hanta = HanoverTagger.HanoverTagger

    class Remembering(hanta):  # type: ignore[misc, valid-type]  # HanTa has no types
        """HanTa, keeping what it finds out about a word: that does not depend on the sentence."""

        analyze_forward = functools.lru_cache(_KEPT)(hanta.analyze_forward)
        analyze_viterbi = functools.lru_cache(_KEPT)(hanta.analyze_viterbi)

    tagger: _Tagger = Remembering(str(Path(spec.origin).parent / "morphmodel_ger.pgz"))
    return tagger


def tagged(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with lemma, universal tag and form.

    The tag of the full stop is supplied where a headline has none, so that its last word is read in place.
    """
    found: list[Token] = []
    for first in range(0, len(tokens), _LONGEST):
        piece = tokens[first : first + _LONGEST]
        words = [_plain(token.text) for token in piece]
        ended = words[-1] in {".", "!", "?"}
        analysis = _tagger().tag_sent(words if ended else [*words, "."])
        for token, (_, lemma, tag) in zip(piece, analysis, strict=False):
            found.append(
                replace(token, lemma=lemma, tag=_STTS.get(tag, ("X", ""))[0], form=_STTS.get(tag, ("X", ""))[1])
            )
    return tuple(found)


def _plain(word: str) -> str:
    """Return a word as the tagger knows it: plain quotation marks and dashes, and no endless word."""
    if len(word) == 1 and word in "„“”»«‚‘’‹›":
        return '"'
    if word in {"–", "—"}:
        return "-"
    return word[:_LONGEST_WORD].replace("ß", "ß").replace("\u2011", "-")
