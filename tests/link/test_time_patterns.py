"""Whatever a rule of the grammar matches is resolved or left out: its words in every choice and order raise nothing."""

import random
import re

import pytest

from lagebild.annotate import dates
from lagebild.annotate.dates import mentions
from lagebild.link.times import times
from lagebild.model import Article, Document
from lagebild.vocabulary import load
from lagebild.vocabulary.dates import DateRule, DateWord

TRIES = 30
DIGITS = {
    "iso": ["2005-08-06", "2005-02-31"], "dmy": ["06.08.2005", "31.2.07"], "dm": ["8.3.", "31.02."],
    "clock": ["14.30", "24:59"], "clock_seconds": ["14:30:25"], "slashed": ["25/04/2025", "31/31/2025"],
    "year_pair": ["2023/24", "2023/99"], "decade_digits": ["90er", "1980s", "80s"], "year": ["2025", "1430"],
    "plain_year": ["1943"], "day": ["3.", "31."], "digits": ["0930", "99", "1,5", "1.000", "12:45"],
    "number": ["99", "3", "2,5"], "day_number": ["3", "31", "99"], "hour": ["0", "8", "24"], "low": ["blau"],
    "Noun": ["Haus"], "quote": ["„"], "open": ["("], "close": [")"],
}  # fmt: skip
RULES = [
    pytest.param(language, rule, id=f"{language}-{rule.id}")
    for language in ("de", "en")
    for rule in load(language, "dates", DateRule)
]


def words(language: str) -> dict[str, list[str]]:
    """Return the words of each class, compounds too."""
    found: dict[str, list[str]] = {}
    for entry in load(language, "date_words", DateWord):
        stems = list(entry.words)
        if entry.compose:
            first, last = entry.compose
            stems += [before + after for before in found[first] for after in found[last]]
        found[entry.id] = [stem + ending for stem in stems for ending in entry.endings]
    return {name: found.get(name, []) + DIGITS.get(name, []) for name in found.keys() | DIGITS.keys()}


def written(pattern: str, known: dict[str, list[str]], chance: random.Random) -> str:
    """Return one text that a pattern may have been written for: choices made, options taken or not."""
    parts = list(dates._PATTERN.finditer(pattern))  # noqa: SLF001 - the grammar of the patterns themselves
    return " ".join(_choices(parts, 0, known, chance)[0])


def _choices(
    parts: list[re.Match[str]], place: int, known: dict[str, list[str]], chance: random.Random
) -> tuple[list[str], int]:
    """Return the words of a group up to its closing bracket, and the place after it."""
    ways: list[list[str]] = [[]]
    while place < len(parts):
        part = parts[place]
        place += 1
        if part["sign"] == ")":
            break
        if part["sign"] == "|":
            ways.append([])
            continue
        if part["look"] or part["sign"] == "(":
            chosen, place = _choices(parts, place, known, chance)
            chosen = [] if part["look"] and chance.random() < 0.5 else chosen
        elif part["name"]:
            chosen = [chance.choice(known[part["name"]])]
        elif part["literal"]:
            chosen = [part["literal"]]
        else:
            continue
        optional = place < len(parts) and parts[place]["sign"] in {"?", "*"}
        ways[-1] += [] if optional and chance.random() < 0.5 else chosen
    return chance.choice(ways), place


@pytest.mark.parametrize(("language", "rule"), RULES)
def test_what_a_rule_matches_raises_nothing(language: str, rule: DateRule) -> None:
    known, chance = words(language), random.Random(rule.id)  # noqa: S311 - the same texts on every run
    for published in ("2025-04-30", None, "1605-01-01", "2999-12-31"):
        text = ". ".join(written(rule.pattern, known, chance) for _ in range(TRIES))
        article = Article(id="a", title="", text=text, language=language, published=published)
        for time in times(Document(article, (), (), mentions(article))):
            assert time.value, time.quote
            assert article.text[time.start : time.end] == time.quote


def test_a_time_in_hours_needs_no_other_slot() -> None:
    for text in ("It broke at 1430 GMT.", "It broke at 1430 hours.", "It broke at 8 p.m. (1800 GMT) on Monday."):
        article = Article(id="a", title="", text=text, language="en", published="2025-04-30")
        assert times(Document(article, (), (), mentions(article)))[0].type == "TIME"
