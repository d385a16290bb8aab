"""How far reported speech reaches in a sentence: back to where it begins, on to where the reporter speaks again."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from lagebild.extract.attribution_model import Attribution
from lagebild.extract.attribution_words import QUOTES, lower
from lagebild.model import Clause, Document, Quotation, Sentence

_LONGEST = 4200  # characters; no quotation is longer
BESIDE = 4  # characters between a quotation and what reports it: the mark, a comma or colon, a space
_BACKGROUND = frozenset({"nachdem", "seitdem", "obwohl", "während", "wobei", "wohingegen", "bevor"})
_AGAINST = frozenset({"während", "wohingegen"})
_AMBIGUOUS = frozenset({"blieben", "ließen", "gingen", "hielten", "fingen", "riefen", "liefen"})
_PAST = frozenset({"war", "waren", "hatte", "hatten"})
_MARK = 2  # a comma and a space are no stretch
_UNREAL = frozenset({"wenn", "falls", "sofern"})


def is_reported(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether the mood of a clause is that of reported speech; "sollen" is not told from it.

    A form that is the past tense as well ("blieben") reports only beside a clear one.
    """
    if clause.finite is not None and lower(sentence, clause.finite) in _AMBIGUOUS:
        return any(other.mood == "konjunktiv1" for other in sentence.clauses)
    return clause.mood in {"konjunktiv1", "konjunktiv2"} or clause.modal == "sollen"


def speech_at(document: Document, sentence: Sentence, offset: int) -> Quotation | None:
    """Return the outermost quotation of speech around an offset, or None."""
    near = quotations_from(document, sentence, offset - _LONGEST, offset)
    return next((q for q in near if q.kind == "speech" and q.depth == 0 and offset < q.end), None)


def speech_before(document: Document, sentence: Sentence, place: int) -> Quotation | None:
    """Return the quotation of speech that closes right before a token, a comma between them or not."""
    offset = sentence.tokens[place].start
    near = quotations_from(document, sentence, offset - _LONGEST, offset)
    return next((q for q in near if q.kind == "speech" and q.depth == 0 and 0 < offset - q.end <= BESIDE), None)


def speech_from(document: Document, sentence: Sentence, offset: int) -> Quotation | None:
    """Return the quotation of speech that opens right behind an offset, or None."""
    near = quotations_from(document, sentence, offset, offset + BESIDE)
    return next((q for q in near if q.kind == "speech" and q.depth == 0), None)


def quotations_from(document: Document, sentence: Sentence, first: int, last: int) -> tuple[Quotation, ...]:
    """Return the quotations of a sentence's field that begin between two offsets, both included."""
    text = sentence.field == "text"
    low = bisect_left(document.quotations, (text, first), key=_order)
    return document.quotations[low : bisect_right(document.quotations, (text, last), key=_order)]


def _order(quotation: Quotation) -> tuple[bool, int]:
    """Return by what the quotations of a document are sorted."""
    return quotation.field == "text", quotation.start


def start_before(sentence: Sentence, place: int) -> int:
    """Return the token place where what is said in front of a reporting clause begins: behind ";" or ":", or 0.

    A clause in front that sets another's word against it ("Während das Ministerium von 87 ausgeht, ...") is not said.
    """
    inside = False
    first = behind_contrast(sentence, place)
    for at in range(place - 1, first - 1, -1):
        mark = sentence.tokens[at].text
        if mark in {"(", ")"}:
            inside = mark == ")"
        elif mark in {";", ":"} and not inside:
            return at + 1
    return first


def behind_contrast(sentence: Sentence, place: int) -> int:
    """Return the token place behind a clause in front of a place that sets another's word against it, or 0."""
    against = (c.last for c in sentence.clauses if c.opener in _AGAINST and c.kind == "subordinate")
    return max((last for last in against if last <= place), default=0)


def later_clauses(sentence: Sentence, place: int) -> list[Clause]:
    """Return the clauses that begin behind a token place, in order."""
    return sorted((c for c in sentence.clauses if c.first > place), key=lambda clause: clause.first)


def end_of_content(document: Document, sentence: Sentence, place: int, *, plain: bool) -> int:
    """Return the token place after what is said from `place` on.

    It ends at ";" unless reported speech goes on behind it, and at the first main clause in the indicative; `plain`
    lets the indicative stand, as behind "laut", and ends at a clause of background ("nachdem ...").
    """
    tokens = sentence.tokens
    for clause in later_clauses(sentence, place):
        if speech_at(document, sentence, tokens[clause.first].start) is not None:
            continue
        if lower(sentence, clause.first - 1) == ")":
            continue
        if lower(sentence, clause.first - 1) == ";" and not is_reported(sentence, clause):
            return clause.first - 1
        if clause.kind == "main" and clause.finite is not None and clause.finite in clause.tokens:
            if not plain and not is_reported(sentence, clause):
                return clause.first
        elif _is_background(sentence, clause, plain=plain):
            return clause.first
    return len(tokens)


def _is_background(sentence: Sentence, clause: Clause, *, plain: bool) -> bool:
    """Tell whether a subordinate clause is the reporter's own: "nachdem" in the past perfect, others behind "laut"."""
    if clause.kind != "subordinate" or is_reported(sentence, clause):
        return False
    if clause.opener == "nachdem" and clause.finite is not None:
        return plain or lower(sentence, clause.finite) in _PAST
    return plain and clause.opener in _BACKGROUND


def contiguous_end(clause: Clause, place: int) -> int:
    """Return the token place after the unbroken run of a clause's tokens around a place."""
    own = set(clause.tokens)
    at = place
    while at + 1 in own:
        at += 1
    return at + 1


def is_hypothetical(sentence: Sentence) -> bool:
    """Tell whether a sentence states a condition or what nearly happened, so that its Konjunktiv II reports nothing."""
    words = {token.text.lower() for token in sentence.tokens}
    return bool(words & {"beinahe", "fast"}) or any(clause.opener in _UNREAL for clause in sentence.clauses)


def opens_relative(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause begins as a relative clause does; one joined to it without a pronoun does not."""
    first = first_word(sentence, clause)
    return clause.kind == "relative" and clause.opener in {lower(sentence, first), lower(sentence, first + 1)}


def first_word(sentence: Sentence, clause: Clause) -> int:
    """Return the place of the first word of a clause that is no quotation mark."""
    return next((n for n in clause.tokens if sentence.tokens[n].text not in QUOTES), clause.first)


def without_background(sentence: Sentence, attribution: Attribution) -> tuple[Attribution, ...]:
    """Return an attribution without the clauses in which the reporter recalls what went before.

    These are relative clauses in the past perfect ("in der Straße, in der im Mai ein Mann gestorben war") that stand
    in what somebody else says; a quotation keeps them.
    """
    denied = attribution.modality == "denied"
    if denied or attribution.form == "direct" or attribution.sentence != sentence.index:
        return (attribution,)
    pieces = [attribution]
    for clause in sentence.clauses:
        if clause.kind != "relative" or clause.finite is None or lower(sentence, clause.finite) not in _PAST:
            continue
        start, end = sentence.tokens[clause.first].start, sentence.tokens[clause.last - 1].end
        if not any(sentence.tokens[n].form == "participle" for n in clause.tokens):
            continue
        if attribution.start <= start <= attribution.at < end:
            continue
        pieces = [cut for piece in pieces for cut in _cut(piece, start, end)]
    return tuple(pieces)


def _cut(piece: Attribution, start: int, end: int) -> tuple[Attribution, ...]:
    """Return an attribution in the pieces left and right of a stretch."""
    if end <= piece.start or piece.end <= start or (start <= piece.start and piece.end <= end):
        return (piece,)
    left = replace(piece, end=start) if start - piece.start > _MARK else None
    right = replace(piece, start=end) if piece.end - end > _MARK else None
    return tuple(one for one in (left, right) if one is not None)
