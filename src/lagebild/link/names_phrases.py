"""Read a noun phrase that names a source: its name without inflection, and the kind of source."""

import re

from lagebild.link.names_inflection import ARTICLES, nominative
from lagebild.link.names_kinds import Known, is_label, known_name, known_noun, reading, readings, shortened
from lagebild.model import SourceKind

_WORD = re.compile(r"[^\W_][\w.&'’]*(?:[-‑/][\w.&'’]+)*")
_MARKS = "\"'„“”‚‘’»«›‹ .,:;()"
_PARTICIPLE = re.compile(
    r"^((?i:der|die|das|des|dem|den))\s+(?:von|vom|durch)\s.*\b[a-zäöüß]+(?:ten|te|nen|ne)\s+(?=[A-ZÄÖÜ])"
)
_BY = (["der"], ["des"], ["von"], ["vom"], ["einer"], ["eines"])
_BODY = re.compile(r"(?:organisation|gruppe|gewerkschaft|stiftung|partei|verein|initiative|hilfswerks?)$")
_QUOTED = re.compile(r"(?:[A-Za-z]+\s+)?[„“\"»«‚‘›‹][^„“”\"»«]+[“”\"«»‘’‹›]")
_BRACKETS = re.compile(r"\s*\(([^)]*)\)")
_SAYING = re.compile(
    r"^(.*?)-?(?:angaben|angabe|bericht|berichten|berichte|meldungen|meldung|informationen|darstellung|aussagen)$",
    re.IGNORECASE,
)
_LINKS = re.compile(r"(?:des|der|vom|von|beim|im|in|bei|für|aus|am|an|zur|zum|mit|eines|einer|auf|gegen|über|unter)")
_MANY = frozenset(("mehrere", "beide", "viele", "einige", "zwei", "drei", "alle", "eigene", "andere", "erste", "neue"))
_ADJECTIVE = ("ische", "ischer", "isches", "liche", "licher", "liches", "ige", "iger", "iges")
_HUMAN = re.compile(
    r"(?:er|erin|ist|istin|ent|entin|oge|ogin|arzt|ärztin|anwalt|anwältin|zeuge|zeugin|mann|frau|meister|rat|rätin|"
    r"leutnant|oberst|major|general|vater|mutter|bruder|schwester|experte|expertin|or|orin|ant|antin|beamte|gast|chef|chefin)(?:e?n|e?s)?$"
)
_IMPERSONAL: frozenset[SourceKind] = frozenset(("media", "agency", "organisation", "unnamed"))


def source_name(text: str) -> tuple[str, SourceKind]:
    """Return the name of a source, nominative and without its article, and its kind.

    "des Innenministeriums" gives ("Innenministerium", "government"), "der Nachrichtenagentur Reuters" gives
    ("Reuters", "agency"), "Polizeiangaben" gives ("Polizei", "police"), "offiziellen Angaben" stays unnamed.
    """
    words = _cleaned(text)
    if not words:
        return text.strip(), "unnamed"
    bracket = _BRACKETS.search(text)
    whole = " ".join(words)
    article, words = stripped(words)
    plain = " ".join(words[next((n for n, word in enumerate(words) if word[0].isupper()), 0) :])
    for name in (" ".join(words), whole, plain, bracket.group(1) if bracket else ""):
        if (known := known_name(name)) is not None:
            return known.name, known.kind
    quoted = _QUOTED.fullmatch(text.strip())
    if quoted and article and not _outlet_is_known(words):
        return " ".join(words), "media"
    head = _head(words)
    found = _said(words) or _labelled(words, head) or _person(words, head)
    if found is not None:
        return found
    if not known_noun(words[head]) and words[head][0].isupper():
        return _unknown(words, article, head)
    kind = _kind(words[head], words[head + 1 :])
    if kind == "unnamed" and not reading(words[head], "bearer") and words[head + 1 : head + 2] in _BY:
        return source_name(" ".join(words[head + 1 :]))
    name = " ".join(nominative(words, article, head))
    return (name if article else _small_first(name)), kind


def _cleaned(text: str) -> list[str]:
    """Return the words of a phrase without marks, brackets and what follows a comma.

    Where that is the holder of an office ("der Präsident Indonesiens, Otto Rehm") the office and the name are left.
    """
    text = _PARTICIPLE.sub(r"\1 ", text)
    before, _, after = _BRACKETS.sub(" ", text).strip(_MARKS).partition(",")
    return _WORD.findall(f"{_office(before)} {after}" if after and _names_holder(before, after) else before)


def stripped(words: list[str]) -> tuple[str, list[str]]:
    """Return the article of a phrase, lower case, and the words after it."""
    article = ""
    while len(words) > 1 and ARTICLES.fullmatch(words[0].lower()):
        article, words = words[0].lower(), words[1:]
    return article, words


def _office(phrase: str) -> str:
    """Return the first noun of a phrase that is an office or a speaker, or nothing."""
    nouns = (word for word in _WORD.findall(phrase) if word[0].isupper())
    return next((noun for noun in nouns if reading(noun, "office") or reading(noun, "bearer")), "")


def _is_name(words: list[str]) -> bool:
    """Tell whether words are a person's name: two or more, capitalised, none that the vocabulary knows."""
    return len(words) > 1 and all(word[0].isupper() and not known_noun(word) for word in words)


def _without_offices(words: list[str]) -> list[str]:
    """Return words without the offices before a name: "General Otto Rehm" gives "Otto Rehm"."""
    while words and _office(words[0]):
        words = words[1:]
    return words


def _names_holder(before: str, after: str) -> bool:
    """Tell whether a phrase is an office, and what follows its comma the holder's name."""
    first = stripped(_WORD.findall(before))[1][:2]
    return bool(_office(before)) and not _is_name(first) and _is_name(_without_offices(_WORD.findall(after)))


def _head(words: list[str]) -> int:
    """Return the place of the noun that heads a phrase: the first one the vocabulary knows, else the last capital.

    Only words before a genitive or a preposition count: in "Gouverneur des Bezirks Narok" it is "Gouverneur".
    """
    end = next((n for n, word in enumerate(words) if n and _LINKS.fullmatch(word)), len(words))
    capitals = [n for n in range(end) if words[n][0].isupper()]
    known = [n for n in capitals if known_noun(words[n])]
    return known[0] if known else capitals[-1] if capitals else max(0, end - 1)


def _own_kind(found: tuple[Known, ...]) -> SourceKind:
    """Return the first kind of these readings that says something, "unnamed" where there is none."""
    return next((known.kind for known in found if known.kind != "unnamed"), "unnamed")


def _kind(noun: str, rest: list[str]) -> SourceKind:
    """Return the kind of a noun; one that speaks for others has the kind of what it speaks for."""
    if reading(noun, "bearer"):
        for word in rest:
            known = known_name(word)
            kind = known.kind if known else _own_kind(readings(word)) if word[0].isupper() else "unnamed"
            if kind not in {"unnamed", "person"}:
                return kind
    return _own_kind(tuple(known for known in readings(noun) if known.part != "bearer"))


def _said(words: list[str]) -> tuple[str, SourceKind] | None:
    """Return the source that is named inside "Polizeiangaben", "UN-Angaben" or "polizeilichen Angaben"."""
    match = _SAYING.match(words[-1])
    if match is None:
        return None
    first: str = match.group(1)
    if not first:
        return shortened(re.sub(r"(?:en|er|e)$", "", words[-2])) if len(words) > 1 else None
    known = known_name(first)
    return (known.name, known.kind) if known else shortened(first) or shortened(first.rstrip("s-"))


def _labelled(words: list[str], head: int) -> tuple[str, SourceKind] | None:
    """Return the name after a label: "Nachrichtenagentur Reuters", "Sender Radio Nova"."""
    after = words[head + 1 :]
    if not after or _LINKS.fullmatch(after[0]) or not after[0][0].isupper():
        return None
    name = " ".join(after)
    if (known := known_name(name)) is not None:
        return known.name, known.kind
    kind = _kind(words[head], [])
    return (name, kind) if is_label(words[head]) or _BODY.search(words[head]) else None


def _person(words: list[str], head: int) -> tuple[str, SourceKind] | None:
    """Return the person of "Innenminister Otto Rehm", the kind from the office; "Landgericht Kiel" is none."""
    after = _without_offices(words[head + 1 :])
    if not after or not all(word[0].isupper() and not known_noun(word) for word in after):
        return None
    kind = _kind(words[head], [])
    if _office(words[head]) or (_HUMAN.search(words[head]) and kind not in _IMPERSONAL):
        return " ".join(after), kind if kind != "unnamed" else "person"
    return None


def _outlet_is_known(words: list[str]) -> bool:
    """Tell whether a quoted name tells itself that it is another source than a newspaper: "Koalition für Frieden"."""
    return _kind(words[0], []) in {"organisation", "armed_group", "company", "military", "expert"}


def _unknown(words: list[str], article: str, head: int) -> tuple[str, SourceKind]:
    """Return the name and kind of a source whose noun nobody knows.

    Capitals alone are a person's name, or, in one word with capitals inside, the name of a body. With an article or
    an adjective it is a person by its ending ("der Sprengmeister"), else a body.
    """
    named = all(word[0].isupper() for word in words)
    if named and not article and not any(letter.isupper() for letter in words[0][1:]):
        return " ".join(words), _inner_kind(words)
    kind: SourceKind = "person" if _HUMAN.search(words[head]) else "organisation"
    return _small_first(" ".join(nominative(words, article, head))), kind


def _inner_kind(words: list[str]) -> SourceKind:
    """Return the kind that a known name inside a longer one gives, else that it is a person."""
    return next((known.kind for word in words if (known := known_name(word)) is not None), "person")


def _small_first(name: str) -> str:
    """Return a name with a small first letter where it opens with an adjective: "südkoreanische Militärquellen"."""
    first, _, rest = name.partition(" ")
    low = first[0].lower() + first[1:]
    opens = low in _MANY or (low.endswith(_ADJECTIVE) and not known_noun(first))
    return f"{low} {rest}" if rest and opens else name
