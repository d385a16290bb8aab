"""What an English text says of the sentence before: "The army denied this", "The mayor confirmed the figure"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.extract.attribution_model import Attribution
from lagebild.extract.english.attribution_words import lower, message
from lagebild.extract.english.modality_denial import denies
from lagebild.model import Number, Sentence, Source

_POINTING = frozenset({"the", "this", "that", "these", "those", "such", "both"})
_PRONOUNS = frozenset({"it", "this", "that", "them", "these", "involvement"})
_DENYING = frozenset(
    {"called", "denied", "denies", "denying", "rejected", "rejects", "dismissed", "dismisses", "disputed", "refuted"}
)
_CONFIRMING = frozenset({"confirmed", "confirms", "confirming", "verified", "given", "gave", "announced", "released"})
_COUNTED = frozenset({"figure", "figures", "number", "numbers", "toll", "tolls", "deaths", "count", "fatalities"})
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
        owned = place + 2 < len(words) and ahead in {"'s", "’s"} and message(words[place + 2], "of") is not None
        if owned and set(words[max(0, place - 4) : place]) & _DENYING:
            return True
        if word in _POINTING and told and words[place + 2 : place + 3][:1] not in [[opener] for opener in _OPENING]:
            return True
    return False


def confirmed_back(
    sentence: Sentence, previous: Sentence | None, before: Sequence[Attribution], found: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield the sentence before, where nobody spoke in it, as said by whoever confirms its figure in this one."""
    if previous is None or before or previous.field != sentence.field or previous.index != sentence.index - 1:
        return
    speaker = next((a for a in found if a.rule in {"attribution.behind", "attribution.passive"} and a.sources), None)
    if speaker is None or speaker.modality != "stated" or not _confirms_it(sentence):
        return
    yield replace(
        speaker,
        start=previous.start,
        end=previous.end,
        cue=(),
        rule="attribution.back",
        form="reported",
        sentence=previous.index,
        at=sentence.start,
    )


def _confirms_it(sentence: Sentence) -> bool:
    """Tell whether a sentence confirms a figure that it only points to: "confirmed the toll", "was given by"."""
    words = [lower(sentence, n) for n in range(len(sentence.tokens))]
    place = next((n for n, word in enumerate(words) if word in _CONFIRMING), -1)
    if place < 0 or any(number.kind == "cardinal" and not _is_one(number) for number in sentence.numbers):
        return False
    ahead, behind = words[place + 1 : place + 5], words[max(0, place - 6) : place]
    pronoun = ahead[:1] and ahead[0] in _PRONOUNS - {"them", "involvement"}
    told = pronoun and (len(ahead) < 2 or sentence.tokens[place + 2].tag in {"PUNCT", "ADP", "ADV", "CCONJ"})  # noqa: PLR2004
    noun = ahead[:1] in (["the"], ["this"], ["that"], ["these"], ["those"]) and bool(set(ahead[1:3]) & _COUNTED)
    passive = "by" in ahead[:2] and bool(set(behind) & (_COUNTED | {"this", "that"}))
    return bool(told or noun or passive)


def _is_one(number: Number) -> bool:
    return number.low == number.high == 1
