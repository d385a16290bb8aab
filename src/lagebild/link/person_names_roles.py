"""The role that the text gives a name beside it: "Innenminister Otto Rehm", "Berta Kolm, a neighbour"."""

import re
from dataclasses import dataclass

from lagebild.link.person_names_runs import Run
from lagebild.link.person_names_words import role_of, shape, words
from lagebild.vocabulary.persons import Role

_ENDS = frozenset(',;:()"“”„»«.!?–—-')
_PREPOSITIONS = frozenset({"of", "for", "at", "in", "with", "from", "to", "who", "whose", "on", "and", "by"})
_OF = frozenset({"der", "des", "von", "vom", "für", "im", "in", "beim", "bei", "zum", "zur", "am"})
_ARTICLES = frozenset({"der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer"})
_RELATIVE = frozenset({"who", "whose", "which", "whom", "dessen", "deren"})
_COPULAS = frozenset(
    {"ist", "sind", "war", "waren", "heißt", "heißen", "hieß", "hießen", "is", "are", "was", "were", ":"}
)
_CONJUNCTIONS = frozenset({"and", "or", "but", "und", "oder", "sowie", "aber"})
_AMERICAN_PARTY = re.compile(r"[DRI](?:-[A-Z][\w.]*)?")
_DEGREES = frozenset({"Dr", "Prof", "Doktor", "Professor", "Professorin"})
_TELLING = frozenset({"office", "function", "private"})
_FURTHEST, _WITHIN, _LONGEST_PARTY = 9, 4, 3


@dataclass(frozen=True, slots=True)
class Part:
    """A role and its word; `adjacent` where the name stands right behind it."""

    role: Role
    word: str
    adjacent: bool = False


def left_role(run: Run, language: str) -> Part | None:
    """Return the role before a name: right before it, at the head of what stands before it, or in apposition."""
    found, at = _titles(run, language)
    if found is not None and found.word.rstrip(".") not in _DEGREES:
        return found
    return _further_role(run, at, language) or found


def _role(before: str, word: str, language: str) -> Role | None:
    """Return the role that a word has, by the one before it where the two have one together: "opposition leader"."""
    pair = words(language).roles.get(f"{before} {word}".lower()) if before else None
    return pair or role_of(word, language)


def _further_role(run: Run, at: int, language: str) -> Part | None:
    """Return the role before a comma or in a genitive construction that ends at this place, before any titles."""
    before = run.word(at)
    if before in _COPULAS:
        return _head(_stretch(run, at - 1, language), language)
    if before == ",":
        closed = run.word(run.last) in {",", ".", ")", ";", "", "und", "and"} or words(language).has(
            "saying", run.word(run.last)
        )
        part = _head(_stretch(run, at - 1, language), language)
        return part if part is not None and (closed or part.role == "private") else None
    if shape(before) == "name":
        return _owner(run, at) if language == "de" else _head_of(run, at)
    return None


def _titles(run: Run, language: str) -> tuple[Part | None, int]:
    """Return the role of the titles right before a name, an office first ("Polizeichef Dr. Rehm"), and their place."""
    found: list[Part] = []
    at = run.first - 1
    while at >= 0:
        if run.word(at) == "." and at and role_of(run.word(at - 1), language):
            at -= 1
        role = _role(run.word(at - 1) if at else "", run.word(at), language)
        if role is None:
            break
        found.append(Part(role, run.word(at), adjacent=True))
        at -= 1
    order: tuple[Role, ...] = ("private", "office", "function", "trade", "courtesy")
    return (min(found, key=lambda part: order.index(part.role)) if found else None), at


def _owner(run: Run, before: int) -> Part | None:
    """Return the role of which a genitive says where: "der Sprecher der Feuerwehr Otto Rehm"."""
    for at in range(before - 1, max(-1, before - 5), -1):
        word = run.word(at)
        if word.lower() not in _OF and shape(word) != "name" and not word.endswith(("en", "er")):
            return None
        role = role_of(word, "de")
        if role in _TELLING and run.word(at + 1).lower() in _OF:
            return Part(role, word)
    return None


def _head_of(run: Run, before: int) -> Part | None:
    """Return the role of which "of" says where: "Chief of Detectives Otto Rehm"."""
    for at in range(before - 1, max(-1, before - 3), -1):
        if run.word(at) in {"of", "for"}:
            role = role_of(run.word(at - 1), "en") if at else None
            return Part(role, run.word(at - 1)) if role else None
        if shape(run.word(at)) != "name":
            return None
    return None


def _stretch(run: Run, last: int, language: str) -> list[str]:
    """Return the words before a comma back to the mark or the verb before them."""
    found: list[str] = []
    for at in range(last, max(-1, last - _FURTHEST), -1):
        token = run.sentence.tokens[at]
        if token.text in _ENDS or words(language).has("saying", token.text) or token.tag in {"VERB", "AUX"}:
            break
        found.insert(0, token.text)
    return found


def _head(stretch: list[str], language: str) -> Part | None:
    """Return the role that heads a noun phrase: the first in German, in English the last before a preposition."""
    pairs = enumerate(zip(("", *stretch), stretch, strict=False))
    roles = [(at, role) for at, (one, word) in pairs if (role := _role(one, word, language)) in _TELLING]
    if language == "de":
        return Part(roles[0][1], stretch[roles[0][0]]) if roles else None
    cut = next((at for at, word in enumerate(stretch) if word.lower() in _PREPOSITIONS and at), len(stretch))
    before = [one for one in roles if one[0] < cut]
    return Part(before[-1][1], stretch[before[-1][0]]) if before else None


def right_role(run: Run, language: str) -> Part | None:
    """Return the role that stands behind a name in an apposition or in brackets, or that a party there tells."""
    if run.word(run.last) == "(" and _is_party(run, language):
        return Part("office", run.word(run.last + 1))
    if run.word(run.last) not in {",", "("}:
        return None
    at = run.last + 1
    while at < run.last + 6 and (run.word(at)[:1].isdigit() or run.word(at) in {",", "Jahre", "years", "aged", "old"}):
        at += 1
    stretch: list[str] = []
    for place in range(at, at + 12):
        token = run.sentence.tokens[place] if place < len(run.sentence.tokens) else None
        if token is None or token.text in _ENDS or words(language).has("saying", token.text):
            break
        if token.tag in {"VERB", "AUX"} and token.form not in {"participle", "attributive"}:
            if language == "de":
                return None
            break
        stretch.append(token.text)
    return _apposed(stretch, language)


def _is_party(run: Run, language: str) -> bool:
    """Return whether brackets behind a name hold a party and nothing else: "(SPD)", "(D-Ohio)"."""
    held: list[str] = []
    for at in range(run.last + 1, run.last + 5):
        if run.word(at) == ")":
            break
        held.append(run.word(at))
    told = "".join(held)
    if language == "en" and _AMERICAN_PARTY.fullmatch(told):
        return True
    return words(language).has("party", held[-1] if held else "") and len(held) < _LONGEST_PARTY


def _apposed(stretch: list[str], language: str) -> Part | None:
    """Return the role of an apposition; none where a clause or another name begins there."""
    if not stretch or stretch[0].lower() in _RELATIVE or stretch[0].lower() in _CONJUNCTIONS:
        return None
    articles = sum(word.lower() in _ARTICLES for word in stretch[:2])
    if language == "de" and articles > 1:
        return None
    part = _head(stretch, language)
    if part is None:
        return None
    at = stretch.index(part.word)
    follower = stretch[at + 1] if at + 1 < len(stretch) else ""
    if follower and shape(follower) == "name" and language == "en" and follower.lower() not in _PREPOSITIONS:
        return None
    if language == "de" and (at > _WITHIN or (follower and shape(follower) == "name" and not articles)):
        return None
    return part
