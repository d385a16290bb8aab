"""Clauses of a tagged German sentence: verb bracket, subordinate and relative clauses, coordination, ellipsis.

Marks and conjunctions cut the sentence into segments; each segment opens a clause, goes on with one whose finite verb
is still awaited, or stands without a verb of its own. A coordinated predicate ("getötet und 15 verwundet worden") is a
clause of its own that shares the finite verb.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from lagebild.annotate.mood import mood
from lagebild.model import Clause, ClauseKind, Token, Voice

_BREAKS = {",", ";", ":", "–", "—", "-", "(", ")", "…", "/"}
_HARD = {";", ":"}
_QUOTES = set("„“”»«‚‘‹›\"'’")
_SUBORDINATORS = {
    "dass", "daß", "weil", "nachdem", "während", "wobei", "ob", "wenn", "obwohl", "bevor", "sodass", "indem", "sobald",
    "falls", "obgleich", "ehe", "seitdem", "damit", "wodurch", "woraufhin", "womit", "wonach", "weshalb", "sofern", "indes",
    "wogegen", "worauf", "worin", "worüber", "wovon", "weswegen", "solange", "soweit", "sowie", "wohingegen",
}  # fmt: skip
_MAYBE_SUBORDINATORS = {"als", "da", "bis", "wie", "wo", "seit", "um", "ohne", "statt", "anstatt", "was", "wer"}
_RELATIVES = {
    "der", "die", "das", "dem", "den", "dessen", "deren", "denen", "welcher", "welche", "welches", "welchem", "welchen",
}  # fmt: skip
_COORDINATORS = {"und", "oder", "aber", "sondern", "sowie", "doch", "beziehungsweise", "bzw."}
_PART_OPENERS = {"darunter", "davon", "worunter", "einschließlich", "inklusive"}
_MODALS = {"sollen", "wollen", "können", "müssen", "dürfen", "mögen"}
_LONGEST = 400  # tokens; a longer sentence is no sentence, and is cut at its marks


@dataclass(slots=True)
class _Segment:
    """A stretch between two marks: its token places and its verbs."""

    first: int
    last: int
    finite: list[int]
    other: list[int]
    hard: bool
    aside: bool


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

    def take(self, segment: _Segment) -> None:
        bare = bool(self.places) and not segment.finite and not segment.other
        self.tail = [*self.tail, *range(segment.first, segment.last)] if bare else []
        self.places.extend(range(segment.first, segment.last))
        self.verbs.extend(sorted(segment.finite + segment.other))
        if self.finite is None and segment.finite:
            self.finite = segment.finite[0] if self.kind == "main" else segment.finite[-1]


def clauses(tokens: tuple[Token, ...]) -> tuple[Clause, ...]:
    """Return the clauses of a tagged sentence, in order of their first token; every token is in at most one."""
    drafts: list[_Draft] = []
    for segment in _segments(tokens):
        _place(tokens, segment, drafts)
    split = [piece for draft in drafts for piece in _coordinated(tokens, draft)]
    order = sorted(range(len(split)), key=lambda n: split[n].places[0])
    return tuple(_finished(tokens, split[n], [split[m] for m in order]) for n in order)


def is_finite(tokens: tuple[Token, ...], place: int) -> bool:
    """Tell whether a token is a finite verb."""
    return tokens[place].tag in {"VERB", "AUX"} and tokens[place].form == "finite"


def _segments(tokens: tuple[Token, ...]) -> list[_Segment]:
    """Cut a sentence at its marks; a comma inside a number or between adjectives cuts too and is mended later."""
    found = []
    first = 0
    hard = True
    aside = False
    for place in range(len(tokens) + 1):
        at_end = place == len(tokens)
        if not at_end and not (tokens[place].tag in {"PUNCT", "X"} and tokens[place].text in _BREAKS):
            continue
        if place > first:
            finite = [n for n in range(first, place) if is_finite(tokens, n)]
            other = [
                n
                for n in range(first, place)
                if tokens[n].tag in {"VERB", "AUX"} and tokens[n].form in {"participle", "infinitive", "zu_infinitive"}
            ]
            found.append(_Segment(first, place, finite, other, hard, aside))
            hard = False
        if not at_end:
            if tokens[place].text in {"-", "–", "—"} and _is_dateline(tokens, place, found):
                for segment in found:
                    segment.aside = True
            hard = hard or tokens[place].text in _HARD
            aside = tokens[place].text == "(" or (aside and tokens[place].text != ")")
        first = place + 1
    return found


def _is_dateline(tokens: tuple[Token, ...], dash: int, found: list[_Segment]) -> bool:
    """Tell whether what stands before the first dash is a dateline: "Kassel (dpa) -", "Izmir, Türkei -"."""
    longest = 8
    names = all(token.tag in {"PROPN", "NOUN", "PUNCT", "X"} for token in tokens[:dash])
    return dash <= longest and names and tokens[0].tag in {"PROPN", "NOUN"} and not any(s.finite or s.other for s in found)


def _words(tokens: tuple[Token, ...], segment: _Segment) -> list[int]:
    """Return the places of a segment's words, quotation marks left out."""
    return [n for n in range(segment.first, segment.last) if tokens[n].text not in _QUOTES]


def _opener(tokens: tuple[Token, ...], segment: _Segment) -> tuple[ClauseKind, str]:
    """Return which kind of clause a segment opens, and by which word; "main" and "" where it opens none."""
    words = _words(tokens, segment)
    at = next(
        (n for n in words if tokens[n].text.lower() not in {"und", "oder", "aber", "sondern", "auch", "nur"}), None
    )
    if at is None:
        return "main", ""
    word = tokens[at].text.lower()
    following = tokens[at + 1] if at + 1 < segment.last else None
    if word in {"um", "ohne", "statt", "anstatt"} and any(tokens[n].form in {"zu", "zu_infinitive"} for n in words):
        return "infinitive", word
    if word in _SUBORDINATORS or (tokens[at].tag == "SCONJ" and word in _MAYBE_SUBORDINATORS):
        return "subordinate", word
    verb_last = bool(segment.finite) and segment.finite[0] > at + 1
    if word in {"als", "da", "wie", "wo", "bis", "seit", "was", "wer", "warum", "wann"}:
        last_is_finite = bool(segment.finite) and segment.finite[-1] >= words[-1] - 1
        return ("subordinate", word) if verb_last and last_is_finite else ("main", "")
    relative = at if word in _RELATIVES else None
    if tokens[at].tag == "ADP" and following is not None and following.text.lower() in _RELATIVES:
        relative = at + 1
    if relative is not None and segment.first > 0 and _is_relative(tokens, segment, relative, words):
        return "relative", tokens[relative].text.lower()
    return "main", ""


def _is_relative(tokens: tuple[Token, ...], segment: _Segment, place: int, words: list[int]) -> bool:
    """Tell a relative pronoun from an article or demonstrative: its clause has the verb at its end."""
    if tokens[place].form in {"relative"}:
        return not segment.finite or segment.finite[0] > place + 1 or words[-1] == segment.finite[0]
    if not segment.finite or segment.finite[0] == place + 1:
        return False
    tail = [n for n in words if n > segment.finite[-1]]
    return len(tail) <= 1 and segment.finite[-1] > place + 1 and len(segment.finite) == 1 and tail == []


def _place(tokens: tuple[Token, ...], segment: _Segment, drafts: list[_Draft]) -> None:
    """Give a segment to the clause it goes on with, or open one."""
    if segment.aside:
        drafts.append(_Draft("verbless", "", len(drafts) - 1, aside=True))
        drafts[-1].take(segment)
        return
    _continue(tokens, segment, drafts)


def _continue(tokens: tuple[Token, ...], segment: _Segment, every: list[_Draft]) -> None:
    """Give a segment outside brackets to the clause it goes on with, or open one."""
    drafts = [draft for draft in every if not draft.aside]
    _place_plain(tokens, segment, drafts)
    every.extend(draft for draft in drafts if draft not in every)


def _place_plain(tokens: tuple[Token, ...], segment: _Segment, drafts: list[_Draft]) -> None:
    """Give a segment to a clause, or open one, where no bracket stands between."""
    kind, opener = _opener(tokens, segment)
    awaiting = [d for d in drafts if d.finite is None and d.kind in {"subordinate", "relative"}]
    parent = len(drafts) - 1
    if kind != "main":
        draft = _Draft(kind, opener, parent)
        drafts.append(draft)
        draft.take(segment)
        return
    first_word = next((tokens[n].text.lower() for n in _words(tokens, segment)), "")
    if awaiting and not (segment.hard and segment.finite) and not _is_addition(tokens, segment, first_word):
        awaiting[-1].take(segment)
        return
    mains = [d for d in drafts if d.kind == "main"]
    if segment.finite:
        if drafts and drafts[-1].kind in {"relative", "subordinate"} and _is_verb_last(tokens, segment):
            drafts.append(_Draft(drafts[-1].kind, drafts[-1].opener, drafts[-1].parent))
            drafts[-1].take(segment)
            return
        if mains and mains[-1].finite is None and not segment.hard:
            mains[-1].take(segment)
            return
        draft = _Draft("main", "", parent if mains else -1)
        if drafts and drafts[-1].tail and _is_verb_last(tokens, segment):
            draft.places.extend(drafts[-1].tail)
            drafts[-1].places = [n for n in drafts[-1].places if n not in drafts[-1].tail]
        drafts.append(draft)
        draft.take(segment)
        return
    alone = not segment.other and _stands_alone(tokens, segment, first_word)
    if mains and mains[-1].finite is None and not segment.hard and not segment.other and not alone:
        mains[-1].take(segment)
    elif mains and segment.other and not segment.hard and _awaits_verb(tokens, mains[-1]):
        mains[-1].take(segment)
    elif segment.other and drafts and not segment.hard and _complete(tokens, drafts[-1]):
        shared = _Draft("main" if drafts[-1].kind == "main" else drafts[-1].kind, "", parent, shared=True)
        shared.finite = drafts[-1].finite
        shared.take(segment)
        shared.verbs += [n for n in drafts[-1].verbs if tokens[n].tag == "AUX"]
        drafts.append(shared)
    elif drafts and not segment.hard and (segment.other or not _stands_alone(tokens, segment, first_word)):
        drafts[-1].take(segment)
    elif not drafts:
        drafts.append(_Draft("main", "", -1))
        drafts[-1].take(segment)
    else:
        drafts.append(_Draft("verbless", first_word if first_word in _PART_OPENERS else "", parent))
        drafts[-1].take(segment)


def _is_verb_last(tokens: tuple[Token, ...], segment: _Segment) -> bool:
    """Tell whether a segment ends with its finite verb, as a further subordinate clause does."""
    words = _words(tokens, segment)
    return segment.finite[-1] in words[-2:] and len(words) > 2 and segment.finite[0] > words[1]  # noqa: PLR2004


def _is_addition(tokens: tuple[Token, ...], segment: _Segment, first_word: str) -> bool:
    """Tell whether a segment without any verb adds to what was said, so that it goes on with no clause."""
    return not segment.finite and not segment.other and _stands_alone(tokens, segment, first_word)


def _stands_alone(tokens: tuple[Token, ...], segment: _Segment, first_word: str) -> bool:
    """Tell whether a segment without a verb is an addition of its own ("darunter zwei Kinder", "zwei weitere schwer")."""
    words = _words(tokens, segment)
    if first_word in _PART_OPENERS or [tokens[n].text.lower() for n in words[:2]] == ["unter", "ihnen"]:
        return True
    return any(tokens[n].text.lower() in {"davon", "darunter"} for n in words)


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
        has_bracket = any(tokens[n].form == "particle" and last < n for n in draft.places if n > place)
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
