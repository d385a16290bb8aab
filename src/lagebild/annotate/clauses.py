"""Clauses of a tagged German sentence: verb bracket, subordinate and relative clauses, coordination, ellipsis.

Marks and conjunctions cut the sentence into segments; each segment opens a clause, goes on with one whose finite verb
is still awaited, or stands without a verb of its own. A coordinated predicate ("getötet und 15 verwundet worden") is a
clause of its own that shares the finite verb.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from lagebild.annotate.cases import is_plural_form
from lagebild.annotate.mood import mood
from lagebild.annotate.segments import Segment, is_finite, is_verb_last, opener_of, segments, words_of
from lagebild.model import Clause, ClauseKind, Token, Voice

_COORDINATORS = {"und", "oder", "aber", "sondern", "sowie", "doch", "beziehungsweise", "bzw."}
_TAKES_PART = {"darunter", "davon", "worunter", "einschließlich", "inklusive"}
_PREFIXES = ("be", "er", "ver", "ent", "zer", "miss", "über", "unter")  # their participle is like a finite form
_MODALS = {"sollen", "wollen", "können", "müssen", "dürfen", "mögen"}


@dataclass(slots=True)
class _Draft:
    """A clause being put together."""

    kind: ClauseKind
    opener: str
    parent: int
    places: list[int] = field(default_factory=list)
    finite: int | None = None
    verbs: list[int] = field(default_factory=list)
    shared: bool = False
    aside: bool = False
    tail: list[int] = field(default_factory=list)

    def take(self, segment: Segment) -> None:
        bare = bool(self.places) and not segment.finite and not segment.other
        self.tail = [*self.tail, *range(segment.first, segment.last)] if bare else []
        self.places.extend(range(segment.first, segment.last))
        self.verbs.extend(sorted(segment.finite + segment.other))
        if self.finite is None and segment.finite:
            self.finite = segment.finite[0] if self.kind == "main" else segment.finite[-1]


def clauses(tokens: tuple[Token, ...]) -> tuple[Clause, ...]:
    """Return the clauses of a tagged sentence, in order of their first token; every token is in at most one."""
    drafts: list[_Draft] = []
    for segment in segments(tokens):
        _place(tokens, segment, drafts)
    split = [piece for draft in drafts for piece in _coordinated(tokens, draft)]
    order = sorted(range(len(split)), key=lambda n: split[n].places[0])
    return tuple(_finished(tokens, split[n], [split[m] for m in order]) for n in order)


def _place(tokens: tuple[Token, ...], segment: Segment, drafts: list[_Draft]) -> None:
    """Give a segment to the clause it goes on with, or open one."""
    if segment.aside:
        drafts.append(_Draft("verbless", "", len(drafts) - 1, aside=True))
        drafts[-1].take(segment)
        return
    _continue(tokens, segment, drafts)


def _continue(tokens: tuple[Token, ...], segment: Segment, every: list[_Draft]) -> None:
    """Give a segment outside brackets to the clause it goes on with, or open one."""
    drafts = [draft for draft in every if not draft.aside]
    _place_plain(tokens, segment, drafts)
    aside = [draft for draft in every if draft.aside]
    every[:] = [*drafts, *aside]


def _place_plain(tokens: tuple[Token, ...], segment: Segment, drafts: list[_Draft]) -> None:
    """Give a segment to a clause, or open one, where no bracket stands between."""
    kind, opener = opener_of(tokens, segment)
    awaiting = [d for d in drafts if d.finite is None and d.kind in {"subordinate", "relative"}]
    if kind != "main" and not (awaiting and kind == "relative" and _opens_phrase(tokens, segment)):
        _open(drafts, _Draft(kind, opener, len(drafts) - 1), segment)
        return
    if awaiting and not (segment.hard and segment.finite) and not _is_addition(tokens, segment):
        awaiting[-1].take(segment)
    elif segment.finite:
        _place_finite(tokens, segment, drafts)
    else:
        _place_verbless(tokens, segment, drafts)


def _opens_phrase(tokens: tuple[Token, ...], segment: Segment) -> bool:
    """Tell whether a segment opens with a preposition and the article of its noun: ", in die Stadt geschickt hat"."""
    words = words_of(tokens, segment)
    if len(words) < 3 or tokens[words[0]].tag != "ADP":  # noqa: PLR2004 - preposition, article, noun
        return False
    return tokens[words[1]].form == "article" and tokens[words[2]].tag in {"NOUN", "PROPN", "ADJ"}


def _open(drafts: list[_Draft], draft: _Draft, segment: Segment) -> None:
    """Add a clause that begins with this segment."""
    draft.take(segment)
    drafts.append(draft)


def _place_finite(tokens: tuple[Token, ...], segment: Segment, drafts: list[_Draft]) -> None:
    """Give a segment with a finite verb to the main clause that awaits it, or open a further clause."""
    mains = [d for d in drafts if d.kind == "main"]
    last = drafts[-1] if drafts else None
    verb_last = is_verb_last(tokens, segment)
    if last is not None and last.kind in {"relative", "subordinate"} and verb_last:
        _open(drafts, _Draft(last.kind, last.opener, last.parent), segment)
    elif mains and mains[-1].finite is None and not segment.hard:
        mains[-1].take(segment)
    elif verb_last and mains and last is mains[-1] and not segment.hard and _closes(tokens, segment, last):
        last.take(segment)
    else:
        draft = _Draft("main", "", len(drafts) - 1 if mains else -1)
        if last is not None and last.kind == "verbless" and not last.opener and verb_last:
            draft.places.extend(last.places)
            drafts.remove(last)
        elif last is not None and last.tail and verb_last:
            draft.places.extend(last.tail)
            last.places = [n for n in last.places if n not in last.tail]
        _open(drafts, draft, segment)


def _closes(tokens: tuple[Token, ...], segment: Segment, main: _Draft) -> bool:
    """Tell whether what looks like a finite verb is the participle that a clause awaits: "hat A, B und C bestätigt"."""
    word = tokens[segment.finite[-1]].text.lower()
    alike = len(segment.finite) == 1 and word.endswith("t") and (word.startswith(_PREFIXES) or word.endswith("iert"))
    return alike and _awaits_verb(tokens, main)


def _place_verbless(tokens: tuple[Token, ...], segment: Segment, drafts: list[_Draft]) -> None:
    """Give a segment without a finite verb to the clause it goes on with, or let it stand for itself."""
    mains = [d for d in drafts if d.kind == "main"]
    alone = _is_addition(tokens, segment)
    if not drafts:
        _open(drafts, _Draft("main", "", -1), segment)
    elif segment.hard:
        _open(drafts, _verbless(tokens, segment, drafts), segment)
    elif mains and _goes_on(tokens, segment, mains[-1], alone=alone):
        mains[-1].take(segment)
    elif segment.other and _complete(tokens, drafts[-1]):
        shared = _Draft(drafts[-1].kind, "", len(drafts) - 1, shared=True)
        shared.finite = drafts[-1].finite
        _open(drafts, shared, segment)
        shared.verbs += [n for n in drafts[-2].verbs if tokens[n].tag == "AUX"]
    elif not alone:
        drafts[-1].take(segment)
    else:
        _open(drafts, _verbless(tokens, segment, drafts), segment)


def _goes_on(tokens: tuple[Token, ...], segment: Segment, main: _Draft, *, alone: bool) -> bool:
    """Tell whether a main clause goes on with a segment: its finite verb or its full verb is still to come."""
    if segment.other:
        return _awaits_verb(tokens, main)
    return main.finite is None and not alone


def _verbless(tokens: tuple[Token, ...], segment: Segment, drafts: list[_Draft]) -> _Draft:
    """Return a clause without a verb, with the word that takes a part out of a total as its opener."""
    first_word = next((tokens[n].text.lower() for n in words_of(tokens, segment)), "")
    return _Draft("verbless", first_word if first_word in _TAKES_PART else "", len(drafts) - 1)


def _is_addition(tokens: tuple[Token, ...], segment: Segment) -> bool:
    """Tell whether a segment without any verb is an addition of its own ("darunter zwei Kinder")."""
    if segment.finite or segment.other:
        return False
    words = [tokens[n].text.lower() for n in words_of(tokens, segment)]
    return words[:2] == ["unter", "ihnen"] or bool({"davon", "darunter", *words[:1]} & {*words} & _TAKES_PART)


def _awaits_verb(tokens: tuple[Token, ...], draft: _Draft) -> bool:
    """Tell whether a clause has an auxiliary as its finite verb and still lacks its participle or infinitive."""
    auxiliary = draft.finite is not None and tokens[draft.finite].tag == "AUX" and tokens[draft.finite].lemma != "sein"
    return auxiliary and not any(tokens[n].tag == "VERB" for n in draft.verbs)


def _complete(tokens: tuple[Token, ...], draft: _Draft) -> bool:
    """Tell whether a clause has its full verb, so that a further participle begins a new predicate."""
    return any(tokens[n].tag == "VERB" for n in draft.verbs)


def _coordinated(tokens: tuple[Token, ...], draft: _Draft) -> list[_Draft]:
    """Split a clause at "und", "oder" and the like where both sides have a verb of their own."""
    cuts: list[int] = []
    for place in draft.places:
        if tokens[place].text.lower() not in _COORDINATORS or tokens[place].tag not in {"CCONJ", "ADV", "SCONJ"}:
            continue
        lower = cuts[-1] if cuts else -1
        left = [n for n in draft.verbs if lower < n < place and tokens[n].tag == "VERB"]
        right = [n for n in draft.verbs if n > place and tokens[n].tag == "VERB"]
        if left and right and _is_full(tokens, draft, left, place):
            cuts.append(place)
    if not cuts:
        return [draft]
    pieces = []
    bounds = [-1, *cuts, len(tokens)]
    for first, last in pairwise(bounds):
        places = [n for n in draft.places if first < n < last]
        if not places:
            continue
        verbs = [n for n in draft.verbs if first < n < last]
        finite = next((n for n in verbs if is_finite(tokens, n)), None)
        if not any(tokens[n].tag == "VERB" and tokens[n].form == "finite" for n in verbs):
            verbs += [n for n in draft.verbs if n not in verbs and tokens[n].tag == "AUX"]
        piece = _Draft(draft.kind, draft.opener, draft.parent, places, finite, verbs, shared=finite is None)
        if finite is None:
            piece.finite = draft.finite
        pieces.append(piece)
    return pieces


def _is_full(tokens: tuple[Token, ...], draft: _Draft, left: list[int], place: int) -> bool:
    """Tell whether the predicate left of a conjunction is complete, so that a new one begins behind it."""
    last = left[-1]
    if tokens[last].form == "finite":
        again = next((n for n in draft.verbs if n > place and tokens[n].form == "finite"), len(tokens))
        has_bracket = any(tokens[n].form == "particle" and place < n < again for n in draft.places)
        return not has_bracket or last == place - 1
    return True


def _finished(tokens: tuple[Token, ...], draft: _Draft, drafts: list[_Draft]) -> Clause:
    """Return the clause with its predicate read."""
    verb, voice, modal = _predicate(tokens, draft)
    places = tuple(sorted(draft.places))
    parent = next(
        (n for n in range(len(drafts) - 1, -1, -1) if drafts[n] is not draft and drafts[n].places[0] < places[0]), -1
    )
    return Clause(
        first=places[0],
        last=places[-1] + 1,
        kind=draft.kind,
        verb=verb,
        finite=draft.finite,
        verbs=tuple(sorted(draft.verbs)),
        mood=mood(tokens, draft.finite),
        voice=voice,
        negated=any(tokens[n].form == "negation" for n in places),
        modal=modal,
        opener=draft.opener,
        parent=parent,
        tokens=places,
        plural=is_plural_form(tokens[draft.finite].text) if draft.finite in places else None,
    )


def _predicate(tokens: tuple[Token, ...], draft: _Draft) -> tuple[str, Voice, str]:
    """Return the lemma of the full verb with its particle, the voice, and the lemma of a modal verb."""
    verbs = sorted({*draft.verbs, *([draft.finite] if draft.finite is not None else [])})
    full = [n for n in verbs if tokens[n].tag == "VERB"]
    auxiliaries = {tokens[n].lemma for n in verbs if tokens[n].tag == "AUX"}
    modal = next((tokens[n].lemma for n in verbs if tokens[n].lemma in _MODALS), "")
    if not full:
        return next(iter(sorted(auxiliaries - _MODALS)), ""), "active", modal
    main = next((n for n in full if tokens[n].form != "finite"), full[0])
    lemma = tokens[main].lemma
    if tokens[main].form == "finite":
        particle = next((tokens[n].text.lower() for n in draft.places if n > main and tokens[n].form == "particle"), "")
        lemma = particle + lemma
    passive = tokens[main].form == "participle" and "werden" in auxiliaries
    return lemma, "passive" if passive else "active", modal
