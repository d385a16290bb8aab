"""A conflict in a sentence, with each side's number: who says how many."""

import functools
import re
from typing import Literal, TypeAlias

from lagebild.model import BoxCount, Conflict, Side
from lagebild.vocabulary import load
from lagebild.vocabulary.labels import Words
from lagebild.vocabulary.sources import NounEndings, SourceWords

Gender: TypeAlias = Literal["feminine", "neuter", "masculine", "plural"]

_GENDERS: tuple[Gender, ...] = ("plural", "feminine", "neuter", "masculine")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_BEHIND = re.compile(r"\s(?:von|in|aus|für|der|des|of|in|at|for)\s")


def conflict_sentence(conflict: Conflict, words: Words) -> str:
    """Return who gives which number, as one sentence.

    Where the gender of a name is open, or it is in another language, all sides stand without an article:
    "Innenministerium: 12 Tote; Rebellen: 40."
    """
    named = [_with_article(side.name, words) for side in conflict.sides]
    known = [each for each in named if each is not None]
    if len(known) < len(named):
        sides = [_plain(conflict, side, words, first=not n) for n, side in enumerate(conflict.sides)]
        return words.label("conflict.sentence", sides="; ".join(sides))
    sides = [
        _spoken(conflict, side, name, words, first=not n)
        for n, (side, name) in enumerate(zip(conflict.sides, known, strict=True))
    ]
    line = words.label("conflict.sentence", sides=", ".join(sides))
    return line[0].upper() + line[1:]


def _plain(conflict: Conflict, side: Side, words: Words, *, first: bool) -> str:
    if side.low is None and side.high is None:
        return words.label("conflict.plain.denies", who=side.name)
    if first:
        count, what = _count(conflict, side, words)
        return words.label("conflict.plain", who=side.name, count=count, what=what)
    return words.label("conflict.plain.next", who=side.name, count=_number(side, words))


def _spoken(conflict: Conflict, side: Side, named: tuple[str, bool], words: Words, *, first: bool) -> str:
    who, is_plural = named
    number = "many" if is_plural else "one"
    if side.low is None and side.high is None:
        return words.label(f"conflict.denies.{number}", who=who)
    if first:
        count, what = _count(conflict, side, words)
        return words.label(
            "conflict.first", who=who, verb=words.label(f"conflict.verb.{number}"), count=count, what=what
        )
    count = words.label("conflict.none") if _is_exactly(side, 0) else _number(side, words)
    return words.label("conflict.next", who=who, count=words.label("conflict.one") if _is_exactly(side, 1) else count)


def _count(conflict: Conflict, side: Side, words: Words) -> tuple[str, str]:
    """Return the number and what is counted, in the case that the number asks for."""
    is_few = _is_exactly(side, 0) or _is_exactly(side, 1)
    what = words.label(f"conflict.{'few' if is_few else 'what'}.{conflict.measure}")
    if conflict.group:
        group = ", ".join(words.label(f"group.{each}") for each in conflict.group)
        what = words.label("conflict.of_group", what=what, group=group)
    if _is_exactly(side, 0):
        return words.label("conflict.none") if words.language == "de" else "no", what
    if _is_exactly(side, 1):
        return words.label("conflict.one"), what
    return _number(side, words), what


def _is_exactly(side: Side, number: int) -> bool:
    return (side.low, side.high, side.qualifier) == (number, number, "exact")


def _number(side: Side, words: Words) -> str:
    return words.count(BoxCount(side.low, side.high, side.qualifier, "stated", None, None, {}, ()))


def _with_article(name: str, words: Words) -> tuple[str, bool] | None:
    """Return a name with its article, and whether it is plural; None where the gender is open."""
    gender = _german(name) if words.language == "de" else _english(name)
    if gender is None:
        return None
    return words.label(f"conflict.article.{gender}", name=name), gender == "plural"


def _german(name: str) -> Gender | None:
    """Return the gender of the noun that a name begins with; an adjective in front must stay as it is."""
    front = _BEHIND.split(name, maxsplit=1)[0]
    found = _WORD.findall(front)
    if not found or not found[-1][0].isupper() or len(found) > 2 or found[-1].isupper():  # noqa: PLR2004 - adjective and noun
        return None
    gender = next((each for each in _GENDERS if found[-1].casefold().endswith(_endings(each))), None)
    has_adjective = len(found) > 1
    if has_adjective and not (gender == "feminine" and found[0].endswith("e") and found[0][0].islower()):
        return None
    return gender


@functools.cache
def _endings(gender: Gender) -> tuple[str, ...]:
    return next(row.endings for row in load("de", "noun_endings", NounEndings) if row.id == gender)


def _english(name: str) -> Gender | None:
    """Return the number of an English name that is a common noun: "the fire brigade", "the rebels"."""
    front = _BEHIND.split(name, maxsplit=1)[0]
    if not front or not front.islower() or not front.isascii():
        return None
    last = front.split()[-1]
    singular = last.removesuffix("s")
    if not any(front.endswith(word) or singular == word for word in _english_words()):
        return None
    is_plural = last == "police" or (last.endswith("s") and not last.endswith(("ss", "us")))
    return "plural" if is_plural else "neuter"


@functools.cache
def _english_words() -> frozenset[str]:
    return frozenset(word for row in load("en", "source_kinds", SourceWords) for word in row.words)
