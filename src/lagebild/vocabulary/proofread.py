"""Row types of the tables that `proofread` reads: the findings and what they say, and the words it looks for."""

import functools
import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lagebild.vocabulary import Entry, VocabularyError, load

Level: TypeAlias = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a finding says in one language: a title, the message that quotes both sides, the way out."""

    title: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingText(Entry):
    """A kind of finding: its code is the id. The examples are messages that it gives."""

    name: str
    level: Level
    de: Said
    en: Said

    def said(self, language: str) -> Said:
        """Return the wording in this language, or raise VocabularyError where there is none."""
        if language == "de":
            return self.de
        if language == "en":
            return self.en
        raise VocabularyError(f"no findings in {language!r}: the languages are de, en")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofWords(Entry):
    """Words that proofreading looks for, any case; a word that ends in "*" is a stem."""

    words: tuple[str, ...]

    def pattern(self) -> str:
        """Return the regular expression of any of the words."""
        return rf"(?<!\w)(?:{'|'.join(_word(word) for word in self.words)})(?!\w)"


def _word(word: str) -> str:
    body = re.escape(word.removesuffix("*")).replace(r"\ ", r"\s+")
    return body + (r"\w*" if word.endswith("*") else "")


@functools.cache
def finding_texts() -> dict[str, FindingText]:
    """Return what each finding says, by code."""
    return {row.id: row for row in load("codes", "findings", FindingText)}


@functools.cache
def proof_words(key: str, language: str) -> re.Pattern[str]:
    """Return the pattern of the words of this id in a language."""
    for row in load(language, "proofread", ProofWords):
        if row.id == key:
            return re.compile(row.pattern(), re.IGNORECASE)
    raise VocabularyError(f"vocabulary/{language}/proofread.yaml: no words {key!r}")
