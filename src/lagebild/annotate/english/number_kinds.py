"""What an English number counts: people or things, or years, ages, times, money, measures, by its neighbours."""

import functools
from dataclasses import dataclass

from lagebild.model import NumberKind, Qualifier, Token
from lagebild.vocabulary import load
from lagebild.vocabulary.numbers import UnitWords

ARTICLES = frozenset({"a", "an"})
_OLDEST = 110
_ONE_PERSON = frozenset({
    "boy", "girl", "man", "woman", "teen", "teenager", "child", "toddler", "mother", "father", "mom", "dad", "son",
    "daughter", "brother", "sister", "grandmother", "grandfather", "driver", "victim", "suspect", "student", "officer",
    "wife", "husband", "infant", "baby", "gunman", "shooter", "pilot", "juvenile", "girlfriend", "boyfriend", "cousin",
})  # fmt: skip
_MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan.", "feb.", "mar.", "apr.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.", "jan", "feb",
    "mar", "apr",
    "aug", "sept", "oct", "nov", "dec", "jun", "jul",
})  # fmt: skip
_YEAR_LEADS = _MONTHS | {
    "in", "since", "year", "until", "before", "after", "by", "from", "during", "late", "early", "mid", "of",
    "summer", "winter",
    "spring", "fall", "autumn", "(", "/", "around", "through", "between", "back", "and", "to", "the", ",",
    "–", "-", "'s",
}  # fmt: skip
_YEARS = range(1500, 2100)


@dataclass(frozen=True, slots=True)
class Core:
    """A number without its qualifying words."""

    last: int
    low: int | None
    high: int | None
    qualifier: Qualifier = "exact"
    kind: NumberKind = "cardinal"


@functools.cache
def _units(*, before: bool) -> dict[str, NumberKind]:
    rows = (row for row in load("en", "units", UnitWords) if row.before == before)
    return {word: row.kind for row in rows for word in row.words}


def kind_of(tokens: tuple[Token, ...], place: int, core: Core) -> NumberKind:
    """Return what a number counts, by its neighbours: people or things, or years, times, money, measures."""
    word = tokens[place].text
    after = tokens[core.last] if core.last < len(tokens) else None
    before = tokens[place - 1].text if place else ""
    if core.kind != "cardinal":
        return core.kind
    if word.lower() in ARTICLES and core.last == place + 1:
        return "cardinal"
    unit = _units(before=False).get(after.text) if after is not None else None
    if unit is not None and not (unit == "time" and _is_age_word(tokens, core)):
        return unit
    if unit is not None or _is_age(tokens, place, core):
        return "age"
    if before in _units(before=True) and core.qualifier in {"exact", "about"}:
        return _units(before=True)[before]
    if not word[0].isdigit():
        return "date" if before.lower() in _MONTHS - {"may", "march"} else "cardinal"
    return _kind_of_digits(tokens, place, core, (before, after))


def _kind_of_digits(tokens: tuple[Token, ...], place: int, core: Core, beside: tuple[str, Token | None]) -> NumberKind:
    """Return what digits count: a day beside a month, a year, the number in a name, or people and things."""
    before, after = beside
    word = tokens[place].text
    if (
        before.lower() in _MONTHS
        or (after is not None and after.text.lower() in _MONTHS - {"may"})
        or (after is not None and after.text in {"May", "March"})
    ):
        return "date"
    if word.isdecimal() and len(word) == 4 and core.last == place + 1 and int(word) in _YEARS:  # noqa: PLR2004 - a year
        counted = after is not None and after.tag in {"NOUN", "ADJ"} and before.lower() not in _YEAR_LEADS
        return "cardinal" if counted else "year"
    return "rank" if _is_designation(tokens, place, core) else "cardinal"


def _is_age_word(tokens: tuple[Token, ...], core: Core) -> bool:
    """Tell whether "years" goes on with "old" or "of age"."""
    tail = [token.text.lower() for token in tokens[core.last + 1 : core.last + 3]]
    return tail[:1] == ["old"] or tail == ["of", "age"]


def _is_age(tokens: tuple[Token, ...], place: int, core: Core) -> bool:
    """Tell whether a number is an age: "aged 34", "John Smith, 34,", "Ana Ruiz (34)", "age 34", "ages 3 and 5"."""
    if core.low is None or core.low != core.high or core.low > _OLDEST:
        return False
    before = [token.text.lower() for token in tokens[max(0, place - 3) : place]]
    after = tokens[core.last] if core.last < len(tokens) else None
    if before[-1:] and before[-1] in {"aged", "age", "ages"}:
        return True
    if len(before) > 2 and before[-1] == "and" and before[-3] in {"aged", "ages"}:  # noqa: PLR2004 - "ages 3 and 5"
        return True
    if after is None or after.text not in {",", ")", ".", ";"} or not before:
        return False
    named = place > 1 and tokens[place - 2].tag in {"PROPN", "NOUN"}
    return (
        named
        and before[-1] in {",", "("}
        and core.last == place + 1
        and (after.text != ")" or before[-1] == "(")
        and (tokens[place - 2].tag == "PROPN" or before[-1] == "(" or before[-2] in _ONE_PERSON)
    )


def _is_designation(tokens: tuple[Token, ...], place: int, core: Core) -> bool:
    """Tell whether digits behind a name belong to it ("Boeing 737", "Interstate 5"): nothing countable follows."""
    if not place or tokens[place - 1].tag != "PROPN":
        return False
    after = tokens[core.last] if core.last < len(tokens) else None
    if tokens[place].start == tokens[place - 1].end:
        return True
    return (
        after is not None
        and (after.tag in {"ADP", "PUNCT", "CCONJ"} or after.form == "finite")
        and after.text.lower() != "of"
    )
