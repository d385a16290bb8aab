"""Clauses of an English sentence while they are put together, and the words that open one."""

from dataclasses import dataclass, field

from lagebild.annotate.english.groups import Group
from lagebild.model import ClauseKind, Token

STRONG = frozenset({";", ":", "–", "—", "--", "(", ")", "…", '"', "“", "”", "-"})
_QUOTES = frozenset({'"', "“", "”"})
_FEW = 6  # words
_SUBORDINATING_ADVERBS = frozenset({"when", "where", "why", "how", "whenever", "wherever"})


@dataclass(slots=True)
class Draft:
    """A clause being put together."""

    kind: ClauseKind
    opener: str
    parent: int
    places: list[int] = field(default_factory=list)
    group: Group | None = None
    shared: int | None = None
    resumed: bool = False


@dataclass(slots=True)
class State:
    """The clauses so far; `current` is the place of the one that takes what follows."""

    tokens: tuple[Token, ...]
    drafts: list[Draft] = field(default_factory=list)
    current: int = -1

    def open(self, kind: ClauseKind, opener: str) -> Draft:
        """Open a clause under the current one and make it current."""
        draft = Draft(kind, opener, self.current)
        self.drafts.append(draft)
        self.current = len(self.drafts) - 1
        return draft

    def take(self, first: int, last: int) -> None:
        """Give tokens to the current clause, one being opened where there is none."""
        if first >= last:
            return
        if self.current < 0:
            self.open("main", "")
        self.drafts[self.current].places.extend(range(first, last))

    def waiting(self) -> int | None:
        """Return the last clause with a noun and without a verb that is not a verb group's own, or None."""
        for n in range(len(self.drafts) - 1, -1, -1):
            draft = self.drafts[n]
            if draft.group is None and not draft.resumed and draft.opener != "(" and self.has_noun(draft.places):
                return n
        return None

    def has_noun(self, places: list[int]) -> bool:
        """Tell whether a noun or pronoun stands at these places outside a prepositional phrase of its own."""
        return any(self.tokens[n].tag in {"NOUN", "PROPN", "PRON", "NUM"} for n in places)


def _quotes_words(tokens: tuple[Token, ...], place: int) -> bool:
    """Tell whether a mark quotes a few words within a clause ("at least ten"), no sentence: no verb is inside."""
    for step in (1, -1):
        at, inside = place + step, 0
        while 0 <= at < len(tokens) and inside <= _FEW and tokens[at].text not in _QUOTES:
            if tokens[at].tag in {"VERB", "AUX", "PUNCT"}:
                inside = _FEW
            at, inside = at + step, inside + 1
        if 0 <= at < len(tokens) and 0 < inside <= _FEW and tokens[at].text in _QUOTES:
            return True
    return False


def opens(tokens: tuple[Token, ...], place: int, first: int) -> bool:
    """Tell whether a token opens a clause: a strong mark, a conjunction, a relative pronoun."""
    token = tokens[place]
    if token.text in _QUOTES and _quotes_words(tokens, place):
        return False
    if token.text in STRONG:
        spaced = token.text != "-" or (place > 0 and tokens[place - 1].end < token.start)
        return token.tag in {"PUNCT", "X"} and spaced
    if token.tag == "ADP" and place + 1 < len(tokens) and tokens[place + 1].text.lower() in {"which", "whom", "whose"}:
        return True
    before_relative = place > first and tokens[place - 1].tag == "ADP"
    if token.form == "relative":
        return not before_relative
    return token.tag == "SCONJ" or token.text.lower() in _SUBORDINATING_ADVERBS
