"""Denials in an English text of what the sentence before said: "The army denied this", "The claim was false"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.extract.attribution_model import Attribution
from lagebild.extract.english.attribution_words import lower, message
from lagebild.extract.english.modality_denial import denies
from lagebild.model import Sentence, Source

_POINTING = frozenset({"the", "this", "that", "these", "those", "such", "both"})
_PRONOUNS = frozenset({"it", "this", "that", "them", "these", "involvement"})
_DENYING = frozenset(
    {"denied", "denies", "denying", "rejected", "rejects", "dismissed", "dismisses", "disputed", "refuted"}
)
_OPENING = frozenset({"of", "that", "about", "by"})


def denied_back(
    sentence: Sentence, before: Sequence[Attribution], found: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield what was said in the sentence before as denied, by whoever denies it in this one."""
    if not before or before[0].sentence != sentence.index - 1 or not _points_back(sentence):
        return
    speaker = next((a.sources for a in found if a.sources), ())
    sources: tuple[Source, ...] = tuple(replace(source, stance="denies") for source in speaker[:1])
    for said in before:
        if said.modality != "denied":
            yield replace(said, sources=sources, rule="attribution.back", modality="denied", cue=(), at=sentence.start)


def _points_back(sentence: Sentence) -> bool:
    """Tell whether a sentence denies something that it only points to."""
    words = [lower(sentence, n) for n in range(len(sentence.tokens))]
    if not denies(words):
        return False
    for place, word in enumerate(words[:-1]):
        ahead = words[place + 1]
        alone = place + 2 >= len(words) or sentence.tokens[place + 2].tag in {"PUNCT", "ADP", "ADV", "CCONJ"}
        if word in _DENYING and ahead in _PRONOUNS and alone:
            return True
        told = message(ahead, "of") is not None or message(ahead, "according") is not None
        if word in _POINTING and told and words[place + 2 : place + 3][:1] not in [[opener] for opener in _OPENING]:
            return True
    return False
