"""Clauses of a tagged English sentence: each verb group with the subject before it and what follows it.

Between two verb groups, conjunctions, relative pronouns and marks say where the next clause begins; a clause whose
subject was cut off from its verb by a relative clause, an apposition or a parenthesis is taken up again at its verb.
"""

from dataclasses import replace

from lagebild.annotate.english.drafts import STRONG, Draft, State, opens
from lagebild.annotate.english.groups import Group, groups
from lagebild.annotate.english.participles import elliptic_start, only_adverbs, predicate_ahead
from lagebild.model import Clause, ClauseKind, Tag, Token, Voice

_DASHES = frozenset({"-", "–", "—", "--"})
_NOUN_START: frozenset[Tag] = frozenset({"DET", "NUM", "NOUN", "PROPN", "PRON", "ADJ"})
_SAYING = frozenset({
    "say", "report", "claim", "believe", "think", "tell", "add", "confirm", "announce", "estimate", "fear",
    "state", "know",
    "hear", "warn", "suggest", "indicate", "understand", "allege", "insist", "find", "see", "hope", "show",
    "mean", "deny",
    "admit", "declare", "note", "acknowledge", "suspect", "expect", "assert", "reveal", "maintain", "learn",
})  # fmt: skip
_INVERTING = frozenset(
    {"say", "add", "report", "claim", "write", "note", "explain", "warn", "state", "declare", "tell"}
)
_PREPOSITIONS_OF_VERBS = frozenset(
    {"while", "when", "after", "before", "since", "by", "without", "of", "for", "in", "from"}
)
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today"})
_PLURAL = {"were": True, "are": True, "have": True, "was": False, "is": False, "has": False}


def clauses(tokens: tuple[Token, ...]) -> tuple[Clause, ...]:
    """Return the clauses of a tagged sentence, in order of their first token; every token is in at most one."""
    state = State(tokens)
    at = 0
    for group in groups(tokens):
        _attach(state, at, group)
        at = group.last
    _close(state, at)
    kept = [draft for draft in state.drafts if draft.places]
    order = sorted(kept, key=lambda draft: min(draft.places))
    return tuple(_finished(tokens, draft, state.drafts, order) for draft in order)


def _close(state: State, at: int) -> None:
    """Give what follows the last verb group to its clause; a strong mark opens a clause without a verb."""
    for first, last, opener in _pieces(state.tokens, at, len(state.tokens)):
        if opener in STRONG and state.has_noun(list(range(first, last))):
            state.open("verbless", "(" if opener == "(" else "")
        state.take(first, last)


def _attach(state: State, at: int, group: Group) -> None:
    """Give a verb group and the tokens before it to the clauses that they belong to."""
    pieces = _pieces(state.tokens, at, group.first)
    for n, (first, last, opener) in enumerate(pieces[:-1]):
        if not opener and _is_inserted(state.tokens, last) and _follows_saying(state, first):
            state.open("main", "")
        inserted = opener in _DASHES and any(closer in _DASHES for _, _, closer in pieces[n + 1 :])
        _open_piece(state, "(" if inserted or _is_inserted(state.tokens, first) else opener)
        state.take(first, last)
    first, last, opener = pieces[-1]
    if group.kind != "finite" and _is_inserted(state.tokens, first):
        _open_piece(state, "(")
        opener = ""
    if group.kind == "finite":
        _finite(state, group, (first, last), opener)
    else:
        _nonfinite(state, group, (first, last), opener)
    state.take(group.first, group.last)


def _is_inserted(tokens: tuple[Token, ...], place: int) -> bool:
    """Tell whether a dash opens what is inserted before a verb: "the women — named as A and B — died"."""
    if place >= len(tokens) or tokens[place].text not in _DASHES or not opens(tokens, place, 0):
        return False
    closing = next((n for n in range(place + 1, len(tokens)) if tokens[n].text in _DASHES and opens(tokens, n, 0)), -1)
    behind = tokens[closing + 1] if 0 < closing < len(tokens) - 1 else None
    return behind is not None and behind.tag in {"VERB", "AUX"} and not behind.text.lower().endswith("ing")


def _follows_saying(state: State, first: int) -> bool:
    """Tell whether a noun follows an active verb of saying, as the subject of what is said."""
    said = state.drafts[state.current].group if state.current >= 0 else None
    active = said is not None and not said.passive and said.lemma.split()[0] in _SAYING - {"tell"}
    return active and first < len(state.tokens) and state.tokens[first].tag in _NOUN_START


def _pieces(tokens: tuple[Token, ...], first: int, last: int) -> list[tuple[int, int, str]]:
    """Return the stretches between two verb groups, cut before each opener, as places and the opener in lower case."""
    cuts = [n for n in range(first, last) if opens(tokens, n, first)]
    starts = [first, *[n for n in cuts if n > first]]
    ends = [*starts[1:], last]
    return [(s, e, _opener_at(tokens, s) if s in cuts else "") for s, e in zip(starts, ends, strict=True)]


def _opener_at(tokens: tuple[Token, ...], place: int) -> str:
    word = tokens[place].text.lower()
    return tokens[place + 1].text.lower() if tokens[place].tag == "ADP" and place + 1 < len(tokens) else word


def _kind_of(opener: str) -> ClauseKind:
    if opener in {"who", "whom", "whose", "which"}:
        return "relative"
    return "subordinate"


def _open_piece(state: State, opener: str) -> None:
    """Open the clause that an opener begins; a mark opens one of its own only after a verb was seen."""
    if not opener:
        return
    if opener in STRONG:
        state.open("verbless", "(" if opener == "(" else "")
    else:
        state.open(_kind_of(opener), opener)


def _finite(state: State, group: Group, piece: tuple[int, int], opener: str) -> None:
    """Open or take up the clause of a finite verb group, with its subject."""
    first, last = piece
    if opener and opener not in STRONG:
        relative = state.tokens[first].form == "relative" or opener in {"who", "whom", "whose", "which"}
        draft = state.open("relative" if relative else "subordinate", opener)
        state.take(first, last)
        draft.group = group
        return
    start = _subject_start(state, first, last)
    waiting = state.waiting()
    if start is None and waiting is not None and not _ends_in_coordinator(state.tokens, first, last):
        state.take(first, last)
        state.current = waiting
        state.drafts[waiting].resumed = True
        state.drafts[waiting].group = group
    elif start is None:
        _without_subject(state, group, piece)
    else:
        bare = state.current >= 0 and state.drafts[state.current].group is None and start == first and not opener
        state.take(first, start)
        draft = state.drafts[state.current] if bare else state.open("main", "")
        state.take(start, last)
        draft.group = group
        draft.resumed = True


def _ends_in_coordinator(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    return last > first and tokens[last - 1].tag == "CCONJ"


def _without_subject(state: State, group: Group, piece: tuple[int, int]) -> None:
    """Open a coordinated predicate, of the kind of the clause before it, or an inverted main clause."""
    first, last = piece
    before = state.drafts[state.current] if state.current >= 0 else None
    coordinated = _ends_in_coordinator(state.tokens, first, last)
    state.take(first, last - 1 if coordinated else last)
    reduced = before is not None and before.kind == "relative" and not before.opener and before.group is not None
    if coordinated and reduced and before is not None and before.group is not None and before.group.kind == "past":
        state.current = before.parent  # "read a statement issued by the army and said ..."
        before = state.drafts[state.current] if state.current >= 0 else None
    kind = before.kind if before is not None and coordinated and before.kind in {"relative", "subordinate"} else "main"
    draft = state.open(kind, before.opener if before is not None and kind != "main" else "")
    if coordinated:
        state.take(last - 1, last)
    draft.group = group


def _subject_start(state: State, first: int, last: int) -> int | None:
    """Return where the subject of a finite verb group begins in the stretch before it, or None where it has none."""
    tokens = state.tokens
    content = [n for n in range(first, last) if _may_be_subject(tokens[n])]
    if not content:
        return None
    before = state.drafts[state.current] if state.current >= 0 else None
    if before is None or before.group is None:
        return first
    marks = [n for n in range(first, last) if tokens[n].text in {","} | STRONG or tokens[n].tag == "CCONJ"]
    if not marks:
        return _unmarked_start(state, first, last)
    return _marked_start(state, marks, first, last)


def _may_be_subject(token: Token) -> bool:
    """Tell whether a token can be, or determine, a subject: no day of the week, which is an adverbial."""
    if token.text.lower() in _DAYS:
        return False
    return token.tag in {"NOUN", "PROPN", "PRON", "NUM"} or token.form == "demonstrative"


def _unmarked_start(state: State, first: int, last: int) -> int | None:
    """Return where the subject begins with no mark before it: behind a verb of saying, or None."""
    before = state.drafts[state.current]
    saying = before.group is not None and before.group.lemma.split()[0] in _SAYING
    if saying and not _is_found_to_be(state, first) and state.tokens[first].tag in _NOUN_START | {"ADV", "ADP"}:
        return _behind_recipient(state, first, last)
    if state.waiting() is not None and before.kind != "main":
        return None
    nouns = [n for n in range(first, last) if state.tokens[n].tag in {"DET", "NUM", "PROPN", "PRON"}]
    return nouns[-1] if nouns else first


def _is_found_to_be(state: State, first: int) -> bool:
    """Tell whether a passive of saying is followed by what somebody is said to be ("were confirmed dead")."""
    group = state.drafts[state.current].group
    return group is not None and group.passive and state.tokens[first].tag in {"ADJ", "VERB"}


def _behind_recipient(state: State, first: int, last: int) -> int:
    """Return where the subject begins behind "told Reuters" or "said on Monday"."""
    tokens, before = state.tokens, state.drafts[state.current]
    if before.group is not None and before.group.lemma == "tell":
        heads = [
            n
            for n in range(first + 1, last)
            if tokens[n].tag in {"DET", "NUM", "PRON"} or (tokens[n].tag == "NOUN" and tokens[n - 1].tag == "PROPN")
        ]
        return heads[0] if heads and tokens[first].tag != "DET" else first
    return first


def _marked_start(state: State, marks: list[int], first: int, last: int) -> int | None:
    """Return where the subject begins in a stretch with commas or coordinators."""
    tokens = state.tokens
    before = state.drafts[state.current]
    turn = any(tokens[n].text.lower() == "but" for n in marks)
    saying = not turn and before.group is not None and before.group.lemma.split()[0] in _SAYING and first not in marks
    if (
        saying
        and not _is_found_to_be(state, first)
        and not (marks[-1] == last - 1 and tokens[marks[-1]].tag == "CCONJ")
    ):
        return first
    if marks[-1] == last - 1 or only_adverbs(tokens, marks[-1] + 1, last):
        inner = [n for n in marks if n < last - 1]
        if state.waiting() is not None and (not inner or before.kind != "main"):
            return None
        commas = sum(tokens[n].text == "," for n in marks)
        if tokens[marks[-1]].tag == "CCONJ" or not inner or commas == 1:
            return None
        if tokens[inner[0]].text == "," and inner[0] == first:
            return inner[0] + 1
        return _described_from(tokens, inner) + 1
    strong = _double(tokens, marks)
    if strong:
        return strong[-1] + 1
    if tokens[marks[0]].text == "," and marks[0] == first:
        return first + 1
    return (marks[-2] if _joins_subjects(tokens, marks, last) else marks[-1]) + 1


def _joins_subjects(tokens: tuple[Token, ...], marks: list[int], last: int) -> bool:
    """Tell whether "and" joins two subjects behind a comma ("..., the police and rescue services said")."""
    if len(marks) < 2 or tokens[marks[-2]].text != "," or tokens[marks[-1]].text.lower() != "and":  # noqa: PLR2004 - a comma and "and"
        return False
    one, other = range(marks[-2] + 1, marks[-1]), range(marks[-1] + 1, last)
    return all(
        any(_may_be_subject(tokens[n]) for n in part) and not any(tokens[n].tag == "ADP" for n in part[:1])
        for part in (one, other)
    )


def _described_from(tokens: tuple[Token, ...], commas: list[int]) -> int:
    """Return the comma before a name that the words behind it describe ("..., Ana Kovac, 30, a nurse, said")."""
    for at in range(len(commas) - 1, 0, -1):
        words = tokens[commas[at - 1] + 1 : commas[at]]
        if words and all(token.tag == "PROPN" and token.text[:1].isupper() for token in words):
            return commas[at - 1]
        if len(words) != 1 or words[0].tag != "NUM":
            break
    return commas[-1]


def _double(tokens: tuple[Token, ...], marks: list[int]) -> list[int]:
    """Return the coordinators right behind a comma."""
    return [n for n in marks if tokens[n].tag == "CCONJ" and n and tokens[n - 1].text == ","]


def _nonfinite(state: State, group: Group, piece: tuple[int, int], opener: str) -> None:
    """Open the clause of a participle or infinitive."""
    first, last = piece
    tokens = state.tokens
    if opener in STRONG and opener:
        _open_piece(state, opener)
    elif opener:
        relative = opener in {"who", "which"} or tokens[first].form == "relative"
        draft = state.open("relative" if relative else "subordinate", opener)
        state.take(first, last)
        draft.group = replace(group, passive=False) if relative and group.kind == "past" else group
        return
    if _waits_for_verb(state, group, first, last):
        state.open("main", "")
        state.take(first, last)
        first = last
    if group.kind == "past":
        _past(state, group, first, last)
        return
    lead = last - 1 if last > first and tokens[last - 1].text.lower() in _PREPOSITIONS_OF_VERBS else last
    state.take(first, lead)
    draft = state.open(
        "infinitive" if group.kind == "infinitive" else "subordinate", "to" if group.kind == "infinitive" else ""
    )
    if lead < last:
        draft.opener = tokens[lead].text.lower()
        state.take(lead, last)
    draft.group = group


def _waits_for_verb(state: State, group: Group, first: int, last: int) -> bool:
    """Tell whether the noun behind a verb of saying has its verb behind this participle.

    In "she said a boy wounded on Monday had died" the boy is what is said to have died.
    """
    tokens = state.tokens
    if first >= last or not _follows_saying(state, first):
        return False
    if any(tokens[n].tag in {"PUNCT", "CCONJ", "ADP"} for n in range(first, last)):
        return False
    return any(_may_be_subject(tokens[n]) for n in range(first, last)) and predicate_ahead(tokens, group.verb)


def _past(state: State, group: Group, first: int, last: int) -> None:
    """Open the clause of a past participle without an auxiliary.

    With a subject of its own behind "and", a comma or "with" it is a clause that shares the auxiliary before it; alone
    in its sentence, a headline's predicate; right behind a noun, a reduced relative clause.
    """
    tokens = state.tokens
    start = elliptic_start(state, first, last)
    if start is None:
        coordinated = _ends_in_coordinator(tokens, first, last) and last - first == 1
        state.take(first, last - 1 if coordinated else last)
        before = state.drafts[state.current] if state.current >= 0 else None
        parallel = coordinated and before is not None and before.group is not None and before.group.passive
        if parallel and before is not None:
            draft = state.open(before.kind, before.opener)
            draft.shared = _finite_of(before, tokens)
            state.take(last - 1, last)
        else:
            draft = state.open("relative", "")
        draft.group = group
        return
    alone = start == first and (state.current < 0 or state.drafts[state.current].group is None)
    before = state.drafts[state.current] if state.current >= 0 else None
    state.take(first, start)
    draft = state.drafts[state.current] if alone and state.current >= 0 else state.open("main", "")
    if tokens[start].text.lower() == "with":
        draft.opener = "with"
    state.take(start, last)
    draft.group = group
    if before is not None and before.group is not None and before.group.passive:
        draft.shared = _finite_of(before, tokens)


def _finite_of(draft: Draft, tokens: tuple[Token, ...]) -> int | None:
    """Return the place of the finite verb of a clause, or the one that it shares."""
    if draft.group is not None and tokens[draft.group.verbs[0]].form == "finite" and len(draft.group.verbs) > 1:
        return draft.group.verbs[0]
    return draft.shared


def _finished(tokens: tuple[Token, ...], draft: Draft, drafts: list[Draft], order: list[Draft]) -> Clause:
    """Return the clause with its predicate read."""
    places = tuple(sorted(draft.places))
    group = draft.group
    finite = draft.shared
    if group is not None and group.kind == "finite" and tokens[group.verbs[0]].form in {"finite", "participle"}:
        finite = group.verbs[0]
    parent = drafts[draft.parent] if draft.parent >= 0 else None
    voice: Voice = "passive" if group is not None and group.passive else "active"
    return Clause(
        first=places[0],
        last=places[-1] + 1,
        kind=draft.kind if group is not None or draft.kind == "verbless" else "verbless",
        verb=group.lemma if group is not None else "",
        finite=finite,
        verbs=group.verbs if group is not None else (),
        mood="indicative",
        voice=voice,
        negated=any(tokens[n].form == "negation" for n in places),
        modal=group.modal if group is not None else "",
        opener="" if draft.opener == "(" else draft.opener,
        parent=next((n for n, other in enumerate(order) if other is parent), -1),
        tokens=places,
        plural=_PLURAL.get(tokens[finite].text.lower()) if finite is not None else None,
    )


def is_inverted(tokens: tuple[Token, ...], clause: Clause) -> bool:
    """Tell whether the subject stands behind the verb: a reporting verb opens the clause (", said the ministry")."""
    first = clause.verbs[0] if clause.verbs else -1
    opens = first >= 0 and all(tokens[n].tag in {"PUNCT", "ADV"} for n in clause.tokens if n < first)
    marked = first > 0 and (tokens[first - 1].text in STRONG | {",", "'", "’", "‘"})
    return opens and marked and clause.verb in _INVERTING and clause.voice == "active"
