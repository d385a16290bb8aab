"""Attribution in English without a verb of saying: "according to X", "X's claim that", "reports of", "Police: ..."."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.extract.english import attribution_speakers as speakers
from lagebild.extract.english.attribution_speakers import Places
from lagebild.extract.english.attribution_words import DASHES, ENDS, QUOTES, is_outlet, lower, message, speaks
from lagebild.model import Modality, Sentence

_CONTENT_OPENERS = frozenset({"of", "that", "about"})
_NONE = frozenset({"no", "any"})
_COUNTS = frozenset({"count", "tally", "figure", "figures", "estimate", "toll", "numbers"})
_LEADING = frozenset({"and", "but", "while"}) | QUOTES


@dataclass(frozen=True, slots=True)
class Cue:
    """Who is named by token places, the token places of the cue, and of what it covers (last excluded)."""

    source: Places
    cue: Places
    content: Places
    rule: str
    modality: Modality = "stated"


def cues(sentence: Sentence, taken: list[Places]) -> Iterator[Cue]:
    """Yield the attributions of a sentence that need no verb; `taken` are the words that report by a verb."""
    yield from _gapped(sentence)
    for place in range(len(sentence.tokens)):
        word = lower(sentence, place)
        found: Cue | None = None
        if word == "according" and lower(sentence, place + 1) == "to":
            found = _according(sentence, place, taken)
        elif word == "per" and lower(sentence, place - 1) == ",":
            found = _per(sentence, place, taken)
        elif word in {"'s", "’s"}:
            found = _own_count(sentence, place)
        elif word in _CONTENT_OPENERS:
            found = _message(sentence, place)
        elif word == ":":
            found = _prefix(sentence, place) or (_suffix(sentence, place) if sentence.field == "title" else None)
        elif word == "," or word in DASHES:
            found = _noun_like_verb(sentence, place) or (
                _suffix(sentence, place) if sentence.field == "title" else None
            )
        if found is not None:
            yield found


def _according(sentence: Sentence, place: int, taken: list[Places]) -> Cue | None:
    """Return the attribution of "according to X": all of the sentence, or what other speakers leave of it."""
    return _leaning(sentence, place, speakers.forward(sentence, place + 2), taken)


def _per(sentence: Sentence, place: int, taken: list[Places]) -> Cue | None:
    """Return the attribution of ", per local police"; ", per day" names nobody."""
    named = speakers.forward(sentence, place + 1)
    known = named is not None and _may_tell(sentence, named[1] - 1)
    return _leaning(sentence, place, named, taken) if known else None


def _may_tell(sentence: Sentence, place: int) -> bool:
    token = sentence.tokens[place]
    return token.tag == "PROPN" or speaks(token.text, "speaker") or message(token.text, "according") is not None


def _leaning(sentence: Sentence, place: int, named: Places | None, taken: list[Places]) -> Cue | None:
    """Return the attribution to a phrase behind its cue."""
    if named is None or lower(sentence, named[0]) in {"what", "that", "this", "which"}:
        return None
    certainty = _certainty(sentence, named)
    source = speakers.reduced(sentence, named)
    begins = next((n + 1 for n in range(place - 1, -1, -1) if lower(sentence, n) == ";"), 0)
    if lower(sentence, place - 1) == "that" or (
        lower(sentence, place - 2) == "that" and lower(sentence, place - 1) == ","
    ):
        begins = place  # "said that, according to the mission, two were hurt"
    first = 0
    fronted = all(lower(sentence, n) in _LEADING or sentence.tokens[n].tag == "ADV" for n in range(begins, place))
    last = len(sentence.tokens)
    for begin, end in taken:
        if end <= place:
            first = max(first, _after_coordination(sentence, end, place))
        elif begin > named[1] and (not fronted or lower(sentence, begin - 1) in {"but", "while", "and"}):
            last = min(last, begin)
    if fronted:
        first = named[1] + (lower(sentence, named[1]) == ",")
    elif lower(sentence, named[1]) in ENDS:
        last = place
    if first >= last:
        return None
    return Cue(source, (place, place + 2), (first, last), "attribution.according", certainty)


def _after_coordination(sentence: Sentence, first: int, last: int) -> int:
    """Return the place of the last conjunction behind a comma, or of "and" after words that report, or 0."""
    places = (n for n in range(last - 1, first, -1) if lower(sentence, n) in {"and", "but", "while"})
    return next((n for n in places if lower(sentence, n - 1) in {",", ";"}), 0)


def _certainty(sentence: Sentence, span: Places) -> Modality:
    words = (message(token.text, "according") for token in sentence.tokens[span[0] : span[1]])
    return "uncertain" if "uncertain" in words else "stated"


def _own_count(sentence: Sentence, place: int) -> Cue | None:
    """Return the attribution of a count by its owner: "the government's own count stands at 380"."""
    phrase = next((p for p in sentence.phrases if p.first <= place < p.head), None)
    if phrase is None or phrase.adposition or lower(sentence, phrase.head) not in _COUNTS:
        return None
    own = lower(sentence, place + 1) == "own"
    if not (speaks(sentence.tokens[place - 1].text, "speaker") and (own or lower(sentence, phrase.head) != "toll")):
        return None
    clause = sentence.clauses[phrase.clause] if phrase.clause >= 0 else None
    if clause is None or not clause.verbs or clause.verbs[0] < phrase.head:
        return None
    return Cue((phrase.first, place), (place, phrase.last), (phrase.last, clause.last), "attribution.own_count")


def _message(sentence: Sentence, place: int) -> Cue | None:
    """Return the attribution of a noun with what it tells: "reports of ten dead", "the army's claim that ..."."""
    if place == 0 or message(sentence.tokens[place - 1].text, "of") is None:
        return None
    phrase = next((p for p in sentence.phrases if p.last == place), None)
    if phrase is None or lower(sentence, speakers.core_first(phrase)) in _NONE:
        return None
    first = speakers.core_first(phrase)
    source = speakers.reduced(sentence, (first, place))
    if (
        source == (first, place)
        and message(sentence.tokens[place - 1].text, "of") == "uncertain"
        and phrase.number >= 0
    ):
        return None  # "an early estimate of 40" by nobody
    if lower(sentence, source[0]) in {"its", "his", "her", "their"}:
        return None
    clause = sentence.clause_at(place)
    behind = sentence.clauses[clause] if clause >= 0 else None
    limit = behind.last if behind is not None else len(sentence.tokens)
    last = next((n for n in range(place, limit) if lower(sentence, n) in ENDS | {","}), limit)
    return Cue(source, (place - 1, place), (place, max(last, place + 1)), "attribution.message")


def _prefix(sentence: Sentence, place: int) -> Cue | None:
    """Return the source of a headline's "Police: three dead"."""
    if place == 0 or place + 1 >= len(sentence.tokens):
        return None
    quoted = lower(sentence, place + 1) in QUOTES and _is_named(sentence, place)
    if not (quoted or _is_speaker(sentence, 0, place)):
        return None
    return Cue((0, place), (place, place + 1), (place + 1, len(sentence.tokens)), "attribution.prefix")


def _is_named(sentence: Sentence, place: int) -> bool:
    """Tell whether one phrase with a name stands before a place ("Hospital director Ana Kovac: ")."""
    phrase = next((p for p in sentence.phrases if p.first == 0 and p.last == place and not p.adposition), None)
    return phrase is not None and sentence.tokens[phrase.head].tag == "PROPN"


def _suffix(sentence: Sentence, place: int) -> Cue | None:
    """Return the source of a headline's "Three dead - police"."""
    last = len(sentence.tokens)
    if place == 0 or lower(sentence, place) == "," or not _is_speaker(sentence, place + 1, last):
        return None
    return Cue((place + 1, last), (place, place + 1), (0, place), "attribution.suffix")


def _noun_like_verb(sentence: Sentence, place: int) -> Cue | None:
    """Return the attribution of ", local media report.", whose verb looks like the head of a noun phrase."""
    phrase = next((p for p in sentence.phrases if p.first == place + 1 and not p.adposition), None)
    if phrase is None or lower(sentence, phrase.last) not in ENDS | {""} or phrase.last - phrase.first < 2:  # noqa: PLR2004 - more than one word
        return None
    verb = phrase.last - 1
    named = sentence.tokens[phrase.first].tag != "DET" or lower(sentence, phrase.first) == "the"
    if lower(sentence, verb) not in {"report", "reports"} or not named or sentence.tokens[verb].tag != "NOUN":
        return None
    if not speaks(sentence.tokens[verb - 1].text, "speaker") or not any(c.verbs for c in sentence.clauses):
        return None
    return Cue((phrase.first, verb), (verb, verb + 1), (0, place), "attribution.before")


def gap(sentence: Sentence) -> tuple[Places, Places] | None:
    """Return who gives another count without a verb, and that count: "but the police at 5", or None."""
    for one, two in itertools.pairwise(sentence.phrases):
        joined = lower(sentence, one.first - 1) in {"but", "and", "while", "whereas"}
        apart = lower(sentence, one.first - 2) in {",", ";"}
        counts = two.adposition == "at" and two.first == one.last and two.number >= 0
        if not (joined and apart and counts) or one.adposition or not _may_tell(sentence, one.head):
            continue
        put = any(lower(sentence, n) in {"put", "puts", "estimated", "placed", "set"} for n in range(one.first))
        if put and lower(sentence, two.last) in ENDS | {",", ""}:
            return (one.first, one.last), (two.first, two.last)
    return None


def _gapped(sentence: Sentence) -> Iterator[Cue]:
    found = gap(sentence)
    if found is not None:
        yield Cue(found[0], found[0], found[1], "attribution.behind")


def _is_speaker(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether these words are one noun phrase whose head, or whose name, speaks."""
    phrase = next((p for p in sentence.phrases if p.first == first and p.last == last), None)
    words = " ".join(token.text for token in sentence.tokens[first:last])
    if is_outlet(words):
        return True
    if phrase is None:
        return last == first + 1 and speaks(sentence.tokens[first].text, "speaker")
    return phrase.number < 0 and speaks(sentence.tokens[phrase.head].text, "speaker")
