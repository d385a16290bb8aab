"""Read an English noun phrase that names a source: its name without its article, and the kind."""

import dataclasses
import functools
import re

from lagebild.link.names_kinds import Known, known_name, readings, shortened
from lagebild.model import Source, SourceKind
from lagebild.vocabulary import load
from lagebild.vocabulary.sources import NounEndings

_LANGUAGE = "en"
_WORD = re.compile(r"[^\W_](?:[\w&@/.-]|['’](?!s\b))*(?:['’]s\b)?(?<![.])|(?:[A-Z]\.)+|'s\b")
_ARTICLES = re.compile(
    r"(?:the|a|an|its|his|her|their|our|my|this|that|these|those|another|other|one|some|several|two|three|local|early)",
    re.IGNORECASE,
)
_DETERMINERS = frozenset(
    {"the", "a", "an", "its", "his", "her", "their", "our", "my", "this", "that", "these", "those"}
)
_LINKS = frozenset({"of", "for", "from", "at", "in", "with", "who", "that", "which", "on", "to", "and", "by"})
_TITLES = frozenset({"mr", "mrs", "ms", "mx", "miss", "sir", "dame", "lord", "lady", "lt", "capt", "cpl", "rev", "hon"})
_BRACKETS = re.compile(r"\s*\(([^)]*)\)")
_MESSAGES = frozenset({"figures", "data", "statistics", "reports", "records", "sources", "source", "documents",
                       "statements", "accounts", "estimates"})  # fmt: skip
_LONGEST = 3  # words of an entry of the vocabulary
_NAME = r"[A-ZÀ-Þ][\w'’.-]+"


def source_name(text: str) -> tuple[str, SourceKind]:
    """Return the name of a source without its article, and its kind.

    "the interior ministry" gives ("interior ministry", "government"), "Police Chief Ana Kovac" gives ("Ana Kovac",
    "police"), "police sources" gives ("police", "police"), "reports" stays unnamed.
    """
    bracket = _BRACKETS.search(text)
    words = _words(_BRACKETS.sub(" ", text).partition(",")[0])
    if not words:
        return text.strip(), "unnamed"
    whole = " ".join(words)
    for name in (_plain(text), whole, bracket.group(1) if bracket else ""):
        known = known_name(name, _LANGUAGE) if name else None
        if known is not None:
            return known.name, known.kind
    behind = text.partition(",")[2].strip()
    if behind and _is_person(behind.split()) and _kinds(words):
        return behind, _kind(words)
    if words[-1].lower() in _MESSAGES and len(words) > 1 and (found := shortened(words[-2], _LANGUAGE)):
        return found
    person = _person(words)
    if person is not None:
        return person
    kind = _kind(words)
    return whole, kind if _kinds(words) else _unknown(words, text)


def _plain(text: str) -> str:
    return text.strip("\"'“”‘’., ")


def _words(text: str) -> list[str]:
    """Return the words of a phrase without its article and marks."""
    words = _raw(text)
    words = [*words[:-1], *(word.removesuffix("'s").removesuffix("’s") if words[:-1] else word for word in words[-1:])]
    while len(words) > 1 and words[0].lower() in _DETERMINERS:
        words = words[1:]
    return words


def _raw(text: str) -> list[str]:
    return [word.strip("\"'“”‘’,;:") for word in text.split() if word.strip("\"'“”‘’,.;:-–")]


@functools.lru_cache(maxsize=4096)
def _reading_at(words: tuple[str, ...], last: int) -> tuple[tuple[Known, ...], int]:
    """Return what the vocabulary says of the longest entry that ends at a word, and where it begins."""
    for length in range(min(_LONGEST, last + 1), 0, -1):
        first = last + 1 - length
        phrase = " ".join(words[first : last + 1]).lower().replace("’", "'").rstrip(".")
        found = readings(phrase, _LANGUAGE) or readings(phrase.removesuffix("'s"), _LANGUAGE)
        if found:
            return found, first
    return (), last


def _head(words: list[str]) -> int:
    """Return the place of the last word before a link ("spokesman" of "spokesman for the army")."""
    return next((n for n, word in enumerate(words) if n and word.lower() in _LINKS), len(words)) - 1


def _kinds(words: list[str]) -> bool:
    """Tell whether the vocabulary knows a word of a phrase."""
    return any(_reading_at(tuple(words), n)[0] for n in range(len(words)))


def _kind(words: list[str]) -> SourceKind:
    """Return the kind of a phrase: by its head, or, where that speaks for others, by whom it speaks for."""
    head = _head(words)
    found, first = _reading_at(tuple(words), head)
    while not found and head > 0:
        head -= 1
        found, first = _reading_at(tuple(words), head)
    bears = any(known.part == "bearer" for known in found)
    own = next((known.kind for known in found if known.kind != "unnamed"), None)
    if bears or own in {None, "person", "organisation", "government"}:
        other = _modifier(words[:first]) or (_behind(words[_head(words) + 1 :]) if bears else None)
        if other is not None and (bears or own in {None, "person"} or other in {"police", "emergency", "hospital"}):
            return other
    return own or "unnamed"


def _modifier(words: list[str]) -> SourceKind | None:
    """Return the kind that the words before a head give ("police" of "police spokesman")."""
    for last in range(len(words) - 1, -1, -1):
        if words[last].lower() == "official":
            continue
        for first in range(last + 1):
            known = known_name(" ".join(words[first : last + 1]), _LANGUAGE)
            if known is not None and (known.kind != "government" or last == len(words) - 1):
                return known.kind
        found, _ = _reading_at(tuple(words), last)
        kind = next((known.kind for known in found if known.kind not in {"unnamed", "person"}), None)
        short = shortened(words[last], _LANGUAGE)
        if kind or short:
            return kind or (short[1] if short else None)
    return None


def _behind(words: list[str]) -> SourceKind | None:
    """Return the kind of what somebody speaks for ("a spokesman for the coast guard")."""
    rest = [word for word in words if word.lower() not in _LINKS | _DETERMINERS]
    if not rest:
        return None
    known = known_name(" ".join(rest), _LANGUAGE)
    kind = known.kind if known is not None else _kind(rest)
    return None if kind == "unnamed" else kind


def _is_person(words: list[str]) -> bool:
    """Tell whether words are a person's name: capitalised, two or more, none that the vocabulary knows."""
    capitals = all(word[:1].isupper() for word in words)
    return len(words) > 1 and capitals and not any(readings(word, _LANGUAGE) for word in words)


def _person(words: list[str]) -> tuple[str, SourceKind] | None:
    """Return the name behind an office or a trade ("Interior Minister Ana Kovac"), or of a person alone."""
    end = _head(words) + 1
    first = end
    while first > 0 and words[first - 1][:1].isupper() and not _reading_at(tuple(words[:end]), first - 1)[0]:
        first -= 1
    while first < end and words[first].rstrip(".").lower() in _TITLES:
        first += 1
    name = words[first:end]
    if not name or first == 0:
        return None
    titled = words[first - 1].rstrip(".").lower() in _TITLES
    found, _ = _reading_at(tuple(words), first - 1)
    people = titled or any(
        k.part in {"office", "bearer"} or k.kind in {"person", "witness", "police", "expert"} for k in found
    )
    if not people and not _is_human(words[first - 1]):
        return None
    kind = _kind(words[:first]) if not titled or first > 1 else "person"
    return " ".join(name), "person" if kind == "unnamed" else kind


@functools.cache
def _endings(class_: str) -> tuple[str, ...]:
    return next(row.endings for row in load(_LANGUAGE, "noun_endings", NounEndings) if row.id == class_)


def has_ending(noun: str, class_: str) -> bool:
    """Tell whether a noun ends like those of a class of the vocabulary: "human", "body"."""
    return noun.lower().endswith(_endings(class_))


def _is_human(noun: str) -> bool:
    return has_ending(noun, "human") and not has_ending(noun, "body")


def _unknown(words: list[str], text: str) -> SourceKind:
    """Return the kind of a source whose noun nobody knows: a person by name or trade, else a body."""
    head = words[_head(words)]
    article = _raw(text)[0].lower() in _DETERMINERS
    if all(word[:1].isupper() for word in words) and not article:
        acronym = len(words) == 1 and sum(letter.isupper() for letter in words[0]) > 1
        return "organisation" if acronym else "person"
    return "person" if _is_human(head) else "organisation"


def resolved(source: Source, whole: str) -> Source:
    """Return a source with its own name and kind filled in; its span and wording stay."""
    name, kind = source_name(source.text)
    if " " not in name and kind == "person" and (full := _full_name(name, whole)) is not None:
        name = full
    if kind == "person" and (beside := _kind_beside(name, whole)) is not None:
        kind = beside
    return dataclasses.replace(source, name=name, kind=kind)


def _full_name(surname: str, whole: str) -> str | None:
    """Return the one full name that the article gives of a surname, or None where it gives none or several."""
    found: dict[str, None] = {}
    for match in re.finditer(rf"({_NAME})\s+(?:{_NAME}\s+)?{re.escape(surname)}\b", whole):
        words = [word for word in match.group().split() if not readings(word.rstrip("."), _LANGUAGE)]
        words = [word for word in words if word.rstrip(".").lower() not in _TITLES]
        if len(words) > 1:
            found[" ".join(words)] = None
    shortest = min(found, key=len, default=None)
    return shortest if shortest and all(name.endswith(shortest) for name in found) else None


def _kind_beside(name: str, whole: str) -> SourceKind | None:
    """Return the kind by the office right before a name in a text, or right behind it after a comma."""
    for match in re.finditer(re.escape(name), whole):
        before = _raw(whole[max(0, match.start() - 60) : match.start()].rpartition(".")[2])[-3:]
        found, _ = _reading_at(tuple(before), len(before) - 1) if before else ((), 0)
        if any(known.part in {"office", "bearer"} or known.kind in {"witness", "police"} for known in found):
            kind = _kind(before)
            if kind not in {"unnamed", "person"}:
                return kind
        behind = re.match(r"(?:, \d+)?,\s+((?:the |a |an )?[^,.]{3,60})[,.]", whole[match.end() : match.end() + 90])
        words = _words(behind.group(1)) if behind else []
        if words and _kinds(words) and words[0].lower() not in _LINKS:
            kind = _kind(words)
            if kind not in {"unnamed", "person"}:
                return kind
    return None
