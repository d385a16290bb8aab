"""Where the own subject of a participle without an auxiliary begins: "and 30 others injured", "12 dead, 30 injured"."""

from lagebild.annotate.english.drafts import State, opens
from lagebild.annotate.english.groups import groups
from lagebild.model import Token


def elliptic_start(state: State, first: int, last: int) -> int | None:
    """Return where the own subject of a participle begins ("and 30 others injured"), or None where it has none."""
    tokens = state.tokens
    if not any(tokens[n].tag in {"NOUN", "PROPN", "NUM", "PRON"} for n in range(first, last)):
        return None
    if state.current < 0 or state.drafts[state.current].group is None:
        return None if predicate_ahead(tokens, last) else _headline_start(tokens, first, last)
    marks = [
        n
        for n in range(first, last)
        if tokens[n].text == "," or tokens[n].tag == "CCONJ" or tokens[n].text.lower() == "with"
    ]
    if not marks or marks[-1] == last - 1:
        return None
    at = marks[-1]
    if any(tokens[n].tag == "ADP" and tokens[n].text.lower() not in {"at", "of", "up"} for n in range(at + 1, last)):
        return None
    return at if tokens[at].text.lower() == "with" else at + 1


def predicate_ahead(tokens: tuple[Token, ...], place: int) -> bool:
    """Tell whether the verb of a participle's noun is still to come: a finite one in the same stretch."""
    following = next((group for group in groups(tokens) if group.first > place and group.kind == "finite"), None)
    if following is None:
        return False
    between = range(place + 1, following.first)
    if any(opens(tokens, n, place) for n in between):
        return False
    commas = [n for n in between if tokens[n].text == ","]
    return not commas or only_adverbs(tokens, commas[-1] + 1, following.first)


def _headline_start(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Return where the subject of a headline's participle begins: behind the comma of "12 dead, 30 injured"."""
    marks = [n for n in range(first, last) if tokens[n].text == "," or tokens[n].tag == "CCONJ"]
    if not marks or marks[-1] >= last - 1:
        return first
    told = any(tokens[n].form in {"nominalised", "predicative"} for n in range(first, marks[-1]))
    return marks[-1] + 1 if told else first


def only_adverbs(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Tell whether adverbs and marks alone stand between two places."""
    return all(tokens[n].tag in {"ADV", "PUNCT"} for n in range(first, last))
