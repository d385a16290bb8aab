"""Verb groups of a tagged English sentence: auxiliaries, adverbs between them, full verb and particle as one."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from lagebild.model import Token

GroupKind: TypeAlias = Literal["finite", "past", "ing", "infinitive"]

_BE = frozenset({"be", "get"})
_PARTICLES = frozenset({"up", "down", "out", "off", "away", "over", "back", "on"})
_INTRANSITIVE = frozenset({
    "die", "explode", "crash", "happen", "occur", "collapse", "drown", "perish", "erupt", "survive", "escape", "fall",
    "rise", "arrive", "disappear", "flee", "succumb", "sink", "capsize", "derail", "remain", "begin", "say", "add",
})  # fmt: skip
_TRANSITIVE_HARM = frozenset({
    "kill", "injure", "wound", "arrest", "detain", "kidnap", "abduct", "displace", "evacuate", "rescue",
    "shoot", "stab",
    "hospitalize", "hospitalise", "execute", "behead", "assassinate", "charge", "trap", "murder", "capture", "deploy",
    "slay", "burn", "bury", "free", "release", "save", "recover", "find", "take", "feare", "fear", "presume", "believe",
})  # fmt: skip
_TIMES = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tonight",
    "last", "this", "early", "late", "overnight", "earlier", "later",
})  # fmt: skip
_JUDGING = frozenset(
    {"report", "confirm", "fear", "believe", "presume", "declare", "list", "find", "think", "pronounce"}
)
_FATES = frozenset(
    {"dead", "missing", "killed", "injured", "wounded", "hurt", "trapped", "alive", "drowned", "kidnapped"}
)
_REACH = 3  # adverbs between an auxiliary and its verb


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group: token places, `last` excluded, and which form it stands in; `verb` is the full verb's place."""

    first: int
    last: int
    kind: GroupKind
    verbs: tuple[int, ...]
    verb: int
    lemma: str
    passive: bool
    modal: str


def groups(tokens: tuple[Token, ...]) -> list[Group]:
    """Return the verb groups of a sentence in order; attributive participles are none of them."""
    found: list[Group] = []
    place = 0
    while place < len(tokens):
        group = _group(tokens, place) if _begins(tokens, place) else None
        if group is None:
            place += 1
            continue
        found.append(group)
        place = group.last
    return found


def _begins(tokens: tuple[Token, ...], place: int) -> bool:
    token = tokens[place]
    if token.form == "zu":
        following = _next_verb(tokens, place + 1)
        return following is not None and tokens[following].form in {"infinitive", "finite"}
    return token.tag in {"AUX", "VERB"} and token.form != "attributive"


def _next_verb(tokens: tuple[Token, ...], place: int) -> int | None:
    """Return the verb at this place or behind adverbs and negations, or None."""
    for at in range(place, min(place + _REACH + 1, len(tokens))):
        if tokens[at].tag in {"AUX", "VERB"}:
            return at
        if tokens[at].tag != "ADV" and tokens[at].form not in {"negation", "zu"}:
            return None
    return None


def _group(tokens: tuple[Token, ...], first: int) -> Group:
    """Return the verb group that begins at this token."""
    verbs: list[int] = []
    at: int | None = _next_verb(tokens, first + 1) if tokens[first].form == "zu" else first
    while at is not None:
        verbs.append(at)
        if tokens[at].tag == "VERB" and not _goes_on(tokens, verbs):
            break
        at = _next_verb(tokens, at + 1)
        if at is not None and tokens[at].form == "finite" and tokens[verbs[-1]].tag == "VERB":
            break
    verb = next((n for n in reversed(verbs) if tokens[n].tag == "VERB"), verbs[-1])
    last = verbs[-1] + 1
    lemma = tokens[verb].lemma.lower()
    if last < len(tokens) and tokens[last].form == "particle" and tokens[last].text.lower() in _PARTICLES:
        lemma, last = f"{lemma} {tokens[last].text.lower()}", last + 1
    return _read(tokens, (first, last), tuple(verbs), verb, lemma)


def _goes_on(tokens: tuple[Token, ...], verbs: list[int]) -> bool:
    """Tell whether a participle follows a passive directly: "was reported killed", "were left injured"."""
    at = verbs[-1] + 1
    if len(verbs) < 2 or at >= len(tokens) or not _is_passive(tokens, verbs):  # noqa: PLR2004 - auxiliary and verb
        return False
    following = tokens[at]
    return following.tag == "VERB" and following.form == "participle" and not following.text.endswith("ing")


def _is_passive(tokens: tuple[Token, ...], verbs: list[int]) -> bool:
    auxiliaries = [tokens[n] for n in verbs[:-1] if tokens[n].tag == "AUX" or tokens[n].lemma == "get"]
    last = tokens[verbs[-1]]
    past = last.tag == "VERB" and last.form == "participle" and not last.text.lower().endswith("ing")
    return past and bool(auxiliaries) and auxiliaries[-1].lemma in _BE


def _read(tokens: tuple[Token, ...], span: tuple[int, int], verbs: tuple[int, ...], verb: int, lemma: str) -> Group:
    """Return a group with its form, voice and modal verb read."""
    first, last = span
    head = tokens[verbs[0]]
    through = [n for n in verbs if n <= verb]
    passive = _is_passive(tokens, through)
    modal = next((tokens[n].lemma.lower() for n in verbs if tokens[n].lemma.lower() in _MODALS), "")
    if tokens[first].form == "zu":
        return Group(first, last, "infinitive", verbs, verb, lemma, passive, modal)
    if head.text.lower().endswith("ing") and head.form == "participle":
        return Group(first, last, "ing", verbs, verb, lemma, passive, modal)
    if len(verbs) == 1 and head.tag == "VERB" and head.form != "infinitive" and _past_form(head):
        finite = _is_finite_past(tokens, verb, last)
        return Group(first, last, "finite" if finite else "past", verbs, verb, lemma, not finite, modal)
    return Group(first, last, "finite", verbs, verb, lemma, passive, modal)


_DONE_TO = frozenset({
    "pull", "bring", "hit", "strike", "hold", "seize", "carry", "throw", "drag", "lift", "recover", "identify", "treat",
    "catch", "admit", "airlift", "rush", "found", "crush", "bury", "drive", "send", "transport", "fly",
})  # fmt: skip
_NEVER_PAST = frozenset({
    "taken", "driven", "given", "shown", "seen", "thrown", "beaten", "stolen", "frozen", "hidden", "shaken", "broken",
    "chosen", "spoken", "written", "torn", "flown", "blown", "drawn", "withdrawn", "mistaken", "overtaken",
})  # fmt: skip
_LOTS = frozenset({"hostage", "captive", "prisoner"})
_ADPOSITIONS = frozenset({"at", "about", "around", "to", "as", "up", "between", "over", "under"})
_LEADS_TO_OBJECT = _ADPOSITIONS | {"dead", "least", "more", "than", "some", "many", "nearly", "almost"}
_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "shall", "should", "must", "ought", "'d", "’d"})


def _past_form(token: Token) -> bool:
    """Tell whether a form may be past tense or past participle: it differs from the lemma and ends in no "-s"."""
    word = token.text.lower()
    return (
        token.form == "participle" or word in {"hurt", "hit", "put", "cut"} or (word != token.lemma and word[-1] != "s")
    )


def _is_finite_past(tokens: tuple[Token, ...], verb: int, last: int) -> bool:
    """Tell the past tense from a participle without its auxiliary, by the verb and by what follows.

    With an object it is the past tense ("killed 12 people"); a transitive verb of harm without one is a participle
    ("12 people killed in a crash"); an intransitive verb is never one. Else the tagger decides.
    """
    lemma = tokens[verb].lemma.lower()
    if lemma in _INTRANSITIVE:
        return True
    if tokens[verb].text.lower() in _NEVER_PAST:
        return False
    by = last < len(tokens) and tokens[last].text.lower() == "by"
    if lemma in _JUDGING and last < len(tokens) and tokens[last].text.lower() in _FATES:
        return False
    if _object_follows(tokens, _behind_coordinated(tokens, last)) and tokens[
        verb - 1 if verb else 0
    ].text.lower() not in {"the", "a", "an"}:
        return True
    if lemma in _TRANSITIVE_HARM or by or (lemma in _DONE_TO and _predicate_ahead(tokens, last)):
        return False
    return tokens[verb].form == "finite"


def _predicate_ahead(tokens: tuple[Token, ...], place: int) -> bool:
    """Tell whether another finite verb follows in the same stretch ("a woman pulled from the wreck died")."""
    for n in range(place, len(tokens)):
        token = tokens[n]
        if token.tag in {"PUNCT", "CCONJ", "SCONJ"} or token.form in {"relative", "zu"}:
            return False
        if token.tag in {"VERB", "AUX"} and token.form == "finite":
            return n > place
    return False


def _behind_coordinated(tokens: tuple[Token, ...], place: int) -> int:
    """Return the place behind "and injured" or "or injured", where two verbs may share an object; else the place."""
    coordinated = (
        place + 1 < len(tokens)
        and tokens[place].tag == "CCONJ"
        and tokens[place + 1].tag == "VERB"
        and _past_form(tokens[place + 1])
    )
    return place + 2 if coordinated else place


def _object_follows(tokens: tuple[Token, ...], place: int) -> bool:
    """Tell whether an object stands here: a noun phrase that is no time ("killed Monday")."""
    while place < len(tokens) and tokens[place].text.lower() in _LEADS_TO_OBJECT:
        if tokens[place].text.lower() in _ADPOSITIONS and not _counts(tokens, place + 1):
            return False
        place += 1
    if place >= len(tokens):
        return False
    token = tokens[place]
    following = tokens[place + 1].text.lower() if place + 1 < len(tokens) else ""
    if token.text.lower() in _LOTS and (place + 1 >= len(tokens) or tokens[place + 1].tag not in {"NUM", "DET"}):
        return False
    if token.text.lower() in _TIMES or (token.tag == "DET" and following in _TIMES | {"day", "night", "week", "month"}):
        return False
    if token.tag == "NUM":
        return following not in {"years", "days", "weeks", "hours", "months"}
    return (
        token.tag in {"DET", "NOUN", "PROPN"}
        or (token.tag == "PRON" and token.form != "relative")
        or (token.tag == "ADJ" and token.form == "attributive")
    )


def _counts(tokens: tuple[Token, ...], place: int) -> bool:
    """Tell whether the next words are a number or lead to one ("least 12", "many as 12")."""
    ahead = tokens[place : place + 3]
    return any(token.tag == "NUM" for token in ahead) and all(
        token.tag in {"NUM", "ADV", "ADJ", "DET", "ADP", "SCONJ", "PRON"} for token in ahead[:1]
    )
