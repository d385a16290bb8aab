"""Recognise time expressions by a grammar over classes of words; nothing is resolved here.

A text becomes a string with one character for each token: a word of the vocabulary has a character of its own, digits
one for their shape, all else one for its sort. A rule is a regular expression over that string.
"""

import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.model import Article, DateMention, FieldName
from lagebild.vocabulary import VocabularyError, load
from lagebild.vocabulary.dates import DateRule, DateWord

_TOKENS = {  # what a token may be, tried in this order; the first such alternative that fits wins
    "word": r"[^\W\d_]+",
    "iso": r"(?:1\d|20)\d\d-(?:0[1-9]|1[0-2])-[0-3]\d(?![\d-])",
    "dmy": r"[0-3]?\d\.\ ?(?:0?[1-9]|1[0-2])\.\ ?(?:(?:1\d|20)\d\d|\d\d)(?![\d.:,]*\d)",
    "dm": r"[0-3]?\d\.\ ?(?:0?[1-9]|1[0-2])\.(?!\d)",
    "clock_seconds": r"(?:[01]?\d|2[0-4]):[0-5]\d:[0-5]\d(?![\d.,:]*\d)",
    "clock": r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?![\d.,:]*\d)",
    "slashed": r"[0-3]?\d/[0-3]?\d/(?:1\d|20)\d\d(?![\d/])",
    "year_pair": r"(?:1\d|20)\d\d/\ ?\d\d(?!\d)",
    "decade_digits": r"(?:1[5-9]|20)?\d0(?:ern?|s)\b",
    "year": r"(?:1\d\d\d|20\d\d)(?![\d.,:]*\d)",
    "day": r"[0-3]?\d\.(?!\d)",
    "digits": r"\d+(?:[.,:]\d+)*",
    "break": r"\n\s*",
    "quote": '[„“”"»«]',
    "open": r"[(\[]",
    "close": r"[)\]]",
    "mark": r"[^\w\s]",
}
_IF_NAMED = {"dm", "day", "year_pair"}  # "5." is a day only where a language writes days so
_PATTERN = re.compile(
    r"\{(?:(?P<slot>\w+)=)?(?P<name>\w+)\}|(?P<look>\(\?(?:[!=]|<!))|(?P<sign>[()|?*<>])|(?P<literal>\w+|[^\w\s])"
)
_SHAPES = {
    "iso": ("iso",), "dmy": ("dmy",), "dm": ("dm",), "clock": ("clock",), "clock_seconds": ("clock_seconds",),
    "slashed": ("slashed",), "year_pair": ("year_pair",),
    "decade_digits": ("decade_digits",), "year": ("year", "plain_year", "number"), "round_year": ("year", "number"),
    "day": ("day", "day_number"), "digits": ("digits", "number", "day_number"),
    "hour": ("digits", "number", "hour", "day_number"), "low": ("low",),
    "Noun": ("Noun",), "quote": ("quote",), "open": ("open",), "close": ("close",), "break": (), "mark": (),
}  # fmt: skip
_FIRST = 0xE000
_LAST_HOUR = 24


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule ready to run: `slots` are its groups, each with its slot and its class.

    `needs` are characters of which a text must have one for the rule to fire.
    """

    entry: DateRule
    regex: re.Pattern[str]
    slots: tuple[tuple[str, str, str], ...]
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Words:
    """The character of each word (`exact` by its very form, `lower` in any case) and what it stands for."""

    tokens: re.Pattern[str]
    exact: dict[str, str]
    lower: dict[str, str]
    shapes: dict[str, str]
    classes: dict[str, str]
    values: dict[tuple[str, str], str]


def mentions(article: Article) -> tuple[DateMention, ...]:
    """Return the time expressions of the title and then the text, in order and without overlaps.

    Prepositions stay outside a mention, a full article inside: "in [der Nacht zum Sonntag]", "am [6. August]". Of
    overlapping ones the longest wins. A line break ends an expression. Raises VocabularyError for a
    language without a grammar.
    """
    words, rules = _grammar(article.language)
    return (*_in_field(article, "title", words, rules), *_in_field(article, "text", words, rules))


def _in_field(article: Article, name: FieldName, words: _Words, rules: tuple[_Rule, ...]) -> Iterator[DateMention]:
    text = article[name]
    tokens = list(words.tokens.finditer(text))
    line = "".join([_character(token, words) for token in tokens])
    present = frozenset(line)
    found = []
    for order, rule in enumerate(rules):
        if rule.needs.isdisjoint(present):
            continue
        for match in rule.regex.finditer(line):
            first, last = match.span("core")
            found.append((first - last, match.start() - match.end(), order, first, last, match))
    found.sort(key=lambda candidate: candidate[:4])
    taken = bytearray(len(tokens))
    kept = []
    for *_, order, first, last, match in found:
        if not any(taken[first:last]):
            taken[first:last] = b"\1" * (last - first)
            kept.append((first, last, rules[order], match))
    for first, last, rule, match in sorted(kept, key=lambda mention: mention[0]):
        span = article.span(name, tokens[first].start(), tokens[last - 1].end())
        slots = tuple(_slots(rule, match, tokens, words))
        yield DateMention(span.field, span.start, span.end, span.quote, rule.entry.type, rule.entry.id, slots)


def _slots(rule: _Rule, match: re.Match[str], tokens: list[re.Match[str]], words: _Words) -> Iterator[tuple[str, str]]:
    """Yield the captured parts of a mention: the value of a word of a class, the text of digits.

    Of several groups of one slot the first that took part counts.
    """
    known: set[str] = set()
    for group, slot, name in rule.slots:
        place = match.start(group)
        if place >= 0 and slot not in known:
            known.add(slot)
            yield slot, words.values.get((name, match.group(group)), tokens[place].group())


def _character(token: re.Match[str], words: _Words) -> str:
    """Return the character that stands for a token."""
    kind, text = token.lastgroup, token.group()
    if kind == "word":
        known = words.exact.get(text) or words.lower.get(text.lower())
        if known is None and len(text) > 1 and text.isupper():
            known = words.exact.get(text.capitalize())
        return known or words.shapes["Noun" if text[0].isupper() else "low"]
    if kind == "mark":
        return words.lower.get(text, words.shapes["mark"])
    if kind == "digits" and text.isdecimal() and int(text) <= _LAST_HOUR:
        return words.shapes["hour"]
    if kind == "year" and text.endswith("00"):
        return words.shapes["round_year"]
    return words.shapes[str(kind)]


@functools.cache
def _grammar(language: str) -> tuple[_Words, tuple[_Rule, ...]]:
    entries = load(language, "dates", DateRule)
    words = _words(load(language, "date_words", DateWord), entries)
    return words, tuple(_compiled(entry, words) for entry in entries)


def _words(entries: tuple[DateWord, ...], rules: tuple[DateRule, ...]) -> _Words:
    """Return the words of all classes and patterns, each with a character of its own."""
    names: dict[str, dict[str, str]] = {}
    for entry in entries:
        names[entry.id] = _forms(entry, names)
    words = _Words(_tokens(rules), {}, {}, {name: chr(_FIRST + n) for n, name in enumerate(_SHAPES)}, {}, {})
    counter = itertools.count(_FIRST + len(_SHAPES))
    for name, forms in names.items():
        for form, value in forms.items():
            table = words.lower if form == form.lower() else words.exact
            character = table.setdefault(form, chr(next(counter)))
            words.classes[name] = words.classes.get(name, "") + character
            words.values[name, character] = value
    _add_shapes(words, entries)
    spelt = {form.lower() for form in words.exact}
    for rule in rules:
        for part in _PATTERN.finditer(rule.pattern):
            literal = part["literal"]
            if literal and literal not in words.lower and literal not in spelt:
                words.lower[literal] = chr(next(counter))
    return words


def _add_shapes(words: _Words, entries: tuple[DateWord, ...]) -> None:
    """Add the shapes of digits and other tokens to the classes, and words that count as a Noun or a low one too."""
    for shape, classes in _SHAPES.items():
        for name in classes:
            words.classes[name] = words.classes.get(name, "") + words.shapes[shape]
    for entry in entries:
        if entry.also:
            words.classes[entry.also] += words.classes[entry.id]


def _tokens(rules: tuple[DateRule, ...]) -> re.Pattern[str]:
    """Return the tokens of a language; shapes that it writes but others do not are told by its rules' naming them."""
    named = {part["name"] for rule in rules for part in _PATTERN.finditer(rule.pattern)}
    return re.compile(
        "|".join(f"(?P<{kind}>{form})" for kind, form in _TOKENS.items() if kind not in _IF_NAMED or kind in named)
    )


def _forms(entry: DateWord, names: dict[str, dict[str, str]]) -> dict[str, str]:
    """Return the words of a class with their values: stems with each ending, compounds of two classes."""
    stems = dict(entry.words)
    if entry.compose:
        before, after = (names[name] for name in entry.compose)
        stems |= {first + last: f"{before[first]}+{after[last]}" for first in before for last in after}
    return {stem + ending: value for stem, value in stems.items() for ending in entry.endings}


def _compiled(entry: DateRule, words: _Words) -> _Rule:
    """Return a rule as a regular expression over characters; a class that nobody knows is an error."""
    parts: list[str] = []
    slots: list[tuple[str, str, str]] = []
    for part in _PATTERN.finditer(entry.pattern):
        name, slot = part["name"], part["slot"] or part["name"]
        if name:
            if name not in words.classes:
                raise VocabularyError(f"dates: rule {entry.id!r}: no class {name!r}")
            group = f"{slot}_{len(slots)}"
            parts.append(f"(?P<{group}>[{words.classes[name]}])")
            slots.append((group, slot, name))
        elif part["literal"]:
            parts.append(f"[{_of_literal(part['literal'], words)}]")
        else:
            parts.append({"(": "(?:", "<": "(?P<core>", ">": ")"}.get(part.group(), part.group()))
    pattern = "".join(parts)
    if "(?P<core>" not in pattern:
        pattern = f"(?P<core>{pattern})"
    return _Rule(entry, re.compile(pattern), tuple(slots), _needed(entry.pattern, words))


def _of_literal(literal: str, words: _Words) -> str:
    """Return the characters of a word in all its spellings."""
    return words.lower.get(literal, "") + "".join(
        character for form, character in words.exact.items() if form.lower() == literal
    )


def _needed(pattern: str, words: _Words) -> frozenset[str]:
    """Return the characters of the rarest part that a match must have: a class or word that nothing makes optional."""
    depth, best = 0, frozenset(map(chr, range(_FIRST, _FIRST + 6400)))
    parts = list(_PATTERN.finditer(pattern))
    for part, after in zip(parts, [*parts[1:], None], strict=True):
        optional = after is not None and after["sign"] in {"?", "*"}
        if part["look"] or part["sign"] == "(":
            depth += 1
        elif part["sign"] == ")":
            depth -= 1
        elif not depth and not optional and (part["name"] or part["literal"]):
            chars = words.classes[part["name"]] if part["name"] else _of_literal(part["literal"], words)
            best = min(best, frozenset(chars), key=len)
    return best
