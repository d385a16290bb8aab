"""What an English text says of the sentence before: "The army denied this", "The mayor confirmed the figure"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.extract.attribution_model import Attribution
from lagebild.extract.english import attribution_speakers as speakers
from lagebild.extract.english.attribution_reports import can_speak
from lagebild.extract.english.attribution_words import lower, message
from lagebild.extract.english.modality_denial import denies
from lagebild.model import Clause, Document, Number, Sentence, Source

_POINTING = frozenset({"the", "this", "that", "these", "those", "such", "both"})
_PRONOUNS = frozenset({"it", "this", "that", "them", "these", "involvement"})
_DENYING = frozenset(
    {"called", "denied", "denies", "denying", "rejected", "rejects", "dismissed", "dismisses", "disputed", "refuted"}
)
_CONFIRMED = frozenset({"confirmed", "verified"})
_CONFIRMING = frozenset({"confirmed", "confirms", "confirming", "verified", "given", "gave", "announced", "released"})
_COUNTED = frozenset({"figure", "figures", "number", "numbers", "toll", "tolls", "deaths", "count", "fatalities"})
_OPENING = frozenset({"of", "that", "about", "by"})


def denied_back(
    document: Document, sentence: Sentence, before: Sequence[Attribution], found: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield what was said right before a denial that only points to it as denied, by whoever denies it.

    That is what its own sentence tells before it ("...; the army denied this"), or the last that the sentence before
    was told by somebody.
    """
    clause = next((one for one in sentence.clauses if _points_back(sentence, one)), None)
    if clause is None:
        return
    sources = _denier(document, sentence, clause)
    ahead = _told_before(sentence, clause, found)
    if ahead is not None:
        yield _denied(sentence, ahead, sources)
        return
    last = [said for said in before if said.sentence == sentence.index - 1]
    end = max((said.end for said in last), default=0)
    for said in last:
        if said.modality != "denied" and said.end == end:
            yield replace(said, sources=sources, rule="attribution.back", modality="denied", cue=(), at=sentence.start)


def _denier(document: Document, sentence: Sentence, clause: Clause) -> tuple[Source, ...]:
    """Return who denies in a clause, or nobody."""
    span = speakers.before(sentence, clause, clause.verbs[-1]) if clause.verbs and clause.voice == "active" else None
    if span is None or speakers.is_silent(sentence, span) or not can_speak(sentence, span):
        return ()
    if lower(sentence, span[0]) in speakers.PRONOUNS:
        return ()
    start, end = sentence.tokens[span[0]].start, sentence.tokens[span[1] - 1].end
    quote = document.article[sentence.field][start:end]
    return (Source(quote, sentence.field, start, end, quote, stance="denies"),)


def _told_before(sentence: Sentence, clause: Clause, found: Sequence[Attribution]) -> tuple[int, int] | None:
    """Return the stretch of a sentence that it tells before a clause: the last claim there, or all since a semicolon.

    None stands where the sentence tells nothing there ("Asked about it, the army denied this").
    """
    if not any(c.verbs and c.finite is not None and c.last <= clause.first for c in sentence.clauses):
        return None
    if lower(sentence, clause.first - 1) not in {",", ";", "and", "but", "while", "though", "although", "–", "—"}:
        return None
    end = sentence.tokens[clause.first].start
    said = max((a for a in found if a.start < end and a.modality != "denied"), key=lambda a: a.start, default=None)
    if said is not None:
        return said.start, end
    first = next((n + 1 for n in range(clause.first - 2, -1, -1) if lower(sentence, n) == ";"), 0)
    return sentence.tokens[first].start, end


def _denied(sentence: Sentence, stretch: tuple[int, int], sources: tuple[Source, ...]) -> Attribution:
    start, end = stretch
    return Attribution(
        sources, sentence.field, start, end, (), "attribution.back", "reported", sentence.index, end, "denied"
    )


def _points_back(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause denies something that it only points to; not to have confirmed it is no denial."""
    words = [lower(sentence, n) for n in clause.tokens]
    if not denies([word for word in words if word not in _CONFIRMED]):
        return False
    for place in clause.tokens:
        word, ahead = lower(sentence, place), lower(sentence, place + 1)
        alone = place + 2 >= len(sentence.tokens) or sentence.tokens[place + 2].tag in {
            "PUNCT", "ADP", "ADV", "CCONJ",
        }  # fmt: skip
        if word in _DENYING and ahead in _PRONOUNS and alone:
            return True
        told = message(ahead, "of") is not None or message(ahead, "according") is not None
        owned = ahead in {"'s", "’s"} and message(lower(sentence, place + 2), "of") is not None
        if owned and {lower(sentence, n) for n in range(max(0, place - 4), place)} & _DENYING:
            return True
        if word in _POINTING and told and lower(sentence, place + 2) not in _OPENING:
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


def confirmed_too(
    sentence: Sentence, before: Sequence[Attribution], found: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield what somebody said in the sentence before as confirmed, by whoever confirms it in this one."""
    if not before or before[0].sentence != sentence.index - 1 or before[0].field != sentence.field:
        return
    speaker = next((a for a in found if a.sources and a.sources[0].stance == "confirms"), None)
    if speaker is None or speaker.modality != "stated" or not _confirms_it(sentence):
        return
    for said in before:
        yield replace(said, sources=speaker.sources[:1], rule="attribution.back", cue=(), at=sentence.start)


def _confirms_it(sentence: Sentence) -> bool:
    """Tell whether a sentence confirms a figure that it only points to: "confirmed the toll", "was given by"."""
    words = [lower(sentence, n) for n in range(len(sentence.tokens))]
    place = next((n for n, word in enumerate(words) if word in _CONFIRMING), -1)
    if place < 0 or any(number.kind == "cardinal" and not _is_one(number) for number in sentence.numbers):
        return False
    ahead, behind = words[place + 1 : place + 5], words[max(0, place - 6) : place]
    pronoun = ahead[:1] and ahead[0] in _PRONOUNS - {"them", "involvement"}
    told = pronoun and (len(ahead) < 2 or sentence.tokens[place + 2].tag in {"PUNCT", "ADP", "ADV", "CCONJ"})  # noqa: PLR2004 - nothing but the full stop
    noun = ahead[:1] in (["the"], ["this"], ["that"], ["these"], ["those"]) and bool(set(ahead[1:3]) & _COUNTED)
    passive = "by" in ahead[:2] and bool(set(behind) & (_COUNTED | {"this", "that"}))
    return bool(told or noun or passive)


def _is_one(number: Number) -> bool:
    return number.low == number.high == 1
