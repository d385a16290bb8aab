"""The words by which a text passes on what an outlet has, around the outlet's name."""

import functools
import re
from collections.abc import Iterable, Sequence

from lagebild.vocabulary import load
from lagebild.vocabulary.origins import RelayUse, relay_cues
from lagebild.vocabulary.sources import SourceWords

QUOTES = "„“”»«\"'‚‘’›‹"
ARTICLES = frozenset(("the", "der", "die", "das", "dem", "des", "den"))

_CLAUSE = re.compile(r"[.!?;:\n](?=\s|$)")
_COMMA = re.compile(r",(?=\s)")
_REACH = 110
_APART_WORDS = r"(?!(?:for|of|at|by|with|from|to|von|vom|bei|beim|für|mit|aus|über)\b)"
_ASIDE = frozenset(("on", "in"))
_JOINTS = frozenset(("der", "des", "von", "für", "und", "in"))
_PLAIN: tuple[RelayUse, ...] = ("back", "plain")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,]\d{3})+(?![\w])|(?<![\w.,])\d{1,6}(?![\w-]|[.,:]\d|\.\s+[^\W\d_])")
_YEARS = range(1900, 2101)


def numbers(text: str, start: int, end: int) -> set[int]:
    """Return the numbers written in digits between these places, years and days of a month left out, and 0 and 1."""
    found = {int(re.sub(r"\D", "", number)) for number in _NUMBER.findall(text[start:end])}
    return {number for number in found if number > 1 and number not in _YEARS}


def passed_on(text: str, start: int, end: int, language: str) -> tuple[int, int] | None:
    """Return where an outlet's name stands with the words by which it is passed on, None where it is only mentioned."""
    before = text[max(0, start - _REACH) : start]
    rest = text[end : end + _REACH]
    stop = _CLAUSE.search(rest)
    rest = rest[: stop.start()] if stop else rest
    patterns = _patterns(language)
    if found := patterns["before"].search(before):
        return start - len(before) + found.start(1), end + len(rest) - len(rest.lstrip(QUOTES))
    if (found := patterns["around"].search(before)) and (closing := patterns["closing"].search(rest)):
        return start - len(before) + found.start(1), end + closing.end()
    if found := patterns["behind"].match(rest):
        return start, end + found.end()
    part = _COMMA.split(rest, maxsplit=1)[0]
    if (found := patterns["subordinate"].search(before)) and (closing := patterns["at_end"].search(part)):
        return start - len(before) + found.start(1), end + closing.end()
    if patterns["told"].search(before):
        return None
    if found := patterns["after"].match(rest):
        return start, end + found.end()
    if found := patterns["inverted"].search(before):
        return start - len(before) + found.start(1), end
    return None


def whom(text: str, end: int, language: str) -> str | None:
    """Return the outlet's own source as it stands behind its name ("unter Berufung auf die Polizei")."""
    rest = text[end : end + _REACH]
    stop = _CLAUSE.search(rest)
    found = _patterns(language)["reference"].search(rest[: stop.start()] if stop else rest)
    words = found["whom"].split() if found else []
    words = words[1:] if len(words) > 1 and words[0].casefold() in ARTICLES else words
    return " ".join(_phrase(words) if language == "de" else words[: _aside(words)]) or None


def _aside(words: Sequence[str]) -> int | None:
    """Return where an English source ends and what is told of the report begins ("in its Sunday edition")."""
    return next((n for n, word in enumerate(words) if n and word.casefold() in _ASIDE), None)


def _phrase(words: Sequence[str]) -> Sequence[str]:
    """Return the German noun phrase that words begin with: "die Klinik bereits von 22" has "die Klinik"."""
    noun = next((n for n, word in enumerate(words) if word[0].isupper()), len(words) - 1)
    end = noun + 1
    while end < len(words):
        joint = words[end] in _JOINTS and end + 1 < len(words) and words[end + 1][0].isupper()
        if not (words[end][0].isupper() or joint):
            break
        end += 2 if joint else 1
    return words[:end]


@functools.cache
def labels(language: str) -> frozenset[str]:
    """Return the nouns for outlets, and other words of their names by which none is told from another."""
    rows = load(language, "source_kinds", SourceWords)
    named = frozenset(word.casefold() for row in rows if row.kind in {"media", "agency"} for word in row.words)
    return named | {word.casefold() for use in _PLAIN for row in relay_cues(language, use) for word in row.words}


@functools.cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    def words(use: RelayUse) -> str:
        return _any(word for row in relay_cues(language, use) for word in row.words)

    closing = _any(word for row in relay_cues(language, "around") for word in row.closing)
    between = rf"(?:{_APART_WORDS}[a-zäöüß][\w-]* +){{0,3}}(?:(?i:{_any(labels(language))}) +)?(?:The +)?[{QUOTES}]?$"
    opening = rf"(?<!\w)((?i:%s)) +{between}"
    return {
        "before": re.compile(opening % words("before")),
        "around": re.compile(opening % words("around")),
        "inverted": re.compile(opening % (words("inverted") or "(?!)")),
        "subordinate": re.compile(opening % (words("subordinate") or "(?!)")),
        "at_end": re.compile(rf"(?<!\w)(?:{closing})$"),
        "closing": re.compile(rf"(?<!\w)(?:{closing})(?!\w)"),
        "behind": re.compile(rf"[{QUOTES}]?\s+(?:{words('behind') or '(?!)'})(?!\w)"),
        "after": re.compile(rf"[{QUOTES}]?(?:\s+(?:am|on)\s+\w+)?\s+(?:{words('after')})(?!\w)"),
        "told": re.compile(rf"(?<!\w)(?i:{words('told')})\s+(?:\w+\s+)?[{QUOTES}]?$"),
        "reference": re.compile(
            rf"(?<!\w)(?:{words('reference')})\s+(?P<whom>.+?)(?=\s+(?:{closing})(?!\w)|,|\s+that\s|$)"
        ),
    }


def _any(words: Iterable[str]) -> str:
    listed = sorted({word.lstrip("-") for word in words}, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in listed)
