"""Numbers of an English sentence: digits, number words, dozens and hundreds, ranges, with their qualifying words.

Number words are read by text2num; indefinite and scaled ones ("dozens", "half a dozen", "1.5 million", "ten to twelve")
come from the vocabulary and the rules here.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import replace

from lagebild.annotate.english.number_kinds import ARTICLES, Core, kind_of
from lagebild.model import Number, Qualifier, Token
from lagebild.vocabulary import load
from lagebild.vocabulary.numbers import NumberWords, QualifierWords

_LARGEST = 8_500_000_000  # no count of people is above the population of the earth
_LONGEST_DIGITS = 20
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+$|\d+$")
_DECIMAL = re.compile(r"\d+\.\d+$")
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety"
_WORD = re.compile(rf"(?:{_UNITS}|{_TEENS}|(?:{_TENS})(?:-(?:{_UNITS}))?)$", re.IGNORECASE)
_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "dozen": 12,
    "score": 20,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "m": 1_000_000,
}
_FRACTIONS = frozenset(
    {"third", "thirds", "quarter", "quarters", "half", "fifth", "fifths", "tenth", "tenths", "percent", "per"}
)
_CHANGES = re.compile(
    r"\b(?:r[oi]s[ei]n?g?|climb\w*|jump\w*|increas\w*|gr[eo]wn?|soar\w*|f[ae]lle?n?|falling|drop\w*|revis\w*|rais\w*|"
    r"lower\w*|correct\w*|cut|swell\w*|swollen|went|gone|go|mov\w*|chang\w*|updat\w*|up|down|doubled|reduc\w*|shot)\b"
)
_AMBIGUOUS = frozenset({("over",), ("under",), ("some",), ("about",), ("around",)})
_REPORTS = frozenset(
    {"report", "reports", "talk", "talks", "information", "debate", "questions", "dispute", "know", "knew", "told"}
)


@functools.cache
def _table() -> dict[str, NumberWords]:
    return {word: row for row in load("en", "numbers", NumberWords) for word in row.words}


@functools.cache
def _qualifiers(*, after: bool) -> dict[tuple[str, ...], Qualifier]:
    rows = (row for row in load("en", "qualifiers", QualifierWords) if row.after == after)
    return {tuple(words.split()): row.qualifier for row in rows for words in row.words}


@functools.lru_cache(maxsize=4096)
def _value(word: str) -> int | None:
    """Return the whole number that one word in digits or letters stands for, or None."""
    if _DIGITS.match(word):
        return int(word.replace(",", "")) if len(word) < _LONGEST_DIGITS else None
    if not _WORD.match(word):
        return None
    from text_to_num import text2num  # noqa: PLC0415 - only where a number word stands

    try:
        return int(text2num(word.lower().replace("fourty", "forty"), "en"))
    except ValueError:
        return None


def numbers(tokens: tuple[Token, ...]) -> Iterator[Number]:
    """Yield the numbers of a sentence in order, without overlaps.

    Every "a" is one of them; whether it is an article or a count is for the phrase to say. A number above the
    population of the earth is left out.
    """
    words = [token.text for token in tokens]
    lower = [word.lower() for word in words]
    place = 0
    while place < len(words):
        asked = lower[place] in {"many", "few"} and place > 0 and lower[place - 1] in {"how", "as", "so", "too", "the"}
        if asked or not _may_begin(lower[place]):
            place += 1
            continue
        core = (None if _is_change(lower, place) else _ranged(lower, place)) or _simple(lower, place)
        if core is None or max(core.low or 0, core.high or 0) > _LARGEST:
            place += 1
            continue
        kind = kind_of(tokens, place, core)
        core = _after(lower, core)
        first, meant = _qualified(lower, place, core)
        start = place + 1 if lower[place] == "between" else place
        yield Number(first, core.last, start, meant.low, meant.high, meant.qualifier, kind, core.last)
        place = core.last


@functools.lru_cache(maxsize=16384)
def _may_begin(lower: str) -> bool:
    """Tell whether a number may begin with this word."""
    return lower[0].isdigit() or lower in _table() or lower in {"between", "half", "not"} or bool(_WORD.match(lower))


def _simple(words: list[str], place: int) -> Core | None:
    """Return the number that begins at this word, ranges aside."""
    word = words[place]
    if word == "not":
        return _not_one(words, place)
    if word == "half":
        return _half(words, place)
    if word in ARTICLES:
        return _article(words, place)
    if _DECIMAL.match(word):
        last, value, _ = _scaled(words, place + 1, float(word))
        whole = last > place + 1
        return Core(last, int(value), int(value)) if whole else Core(last, None, None, "exact", "measure")
    value_or_none = _value(word)
    if value_or_none is None:
        return _indefinite(words, place)
    return _long(words, place, value_or_none)


def _not_one(words: list[str], place: int) -> Core | None:
    """Return "not a single", "not one" as nobody."""
    if words[place + 1 : place + 3] == ["a", "single"]:
        return Core(place + 3, 0, 0)
    following = words[place + 2] if place + 2 < len(words) else ""
    lone = words[place + 1 : place + 2] == ["one"] and following[:1].isalpha()
    return Core(place + 2, 0, 0) if lone and following not in {"hundred", "thousand", "but", "or"} else None


def _long(words: list[str], place: int, value: int) -> Core:
    """Return a number of one or more words: "two hundred and five", "12 million", "one-third"."""
    total, current, last, dozen = 0, value, place + 1, False
    while last < len(words):
        word = words[last]
        if word in _SCALES and not (word == "m" and words[place].isalpha()):
            dozen = dozen or word in {"dozen", "score"}
            current *= _SCALES[word]
            if _SCALES[word] >= 1000:  # noqa: PLR2004 - a thousand closes its group
                total, current = total + current, 0
            last += 1
        elif (
            word == "and"
            and current
            and current % 100 == 0
            and last + 1 < len(words)
            and words[last - 1] == "hundred"
            and (_WORD.match(words[last + 1]))
        ):
            current += _value(words[last + 1]) or 0
            last += 2
        elif words[last - 1] in {"hundred", "thousand"} and _WORD.match(word):
            current += _value(word) or 0
            last += 1
        else:
            break
    whole = total + current
    if last < len(words) and words[last] in _FRACTIONS - {"per", "percent"} and whole < 10:  # noqa: PLR2004 - "two thirds"
        return Core(last + 1, None, None, "exact", "rate")
    return Core(last, whole, whole, "about" if dozen else "exact")


def _scaled(words: list[str], place: int, value: float) -> tuple[int, float, bool]:
    """Return the place after a scale word, the value times it, and whether it was a dozen or a score."""
    if place < len(words) and words[place] in _SCALES:
        return place + 1, value * _SCALES[words[place]], words[place] in {"dozen", "score"}
    return place, value, False


def _half(words: list[str], place: int) -> Core | None:
    """Return "half a dozen", "half-a-million" as a number; any other half is a fraction."""
    rest = words[place + 1 : place + 3]
    if rest == ["a", "dozen"]:
        return Core(place + 3, 6, 6, "about")
    if rest[:1] == ["dozen"]:
        return Core(place + 2, 6, 6, "about")
    if rest == ["a", "million"]:
        return Core(place + 3, 500_000, 500_000, "about")
    return Core(place + 1, None, None, "exact", "rate")


def _article(words: list[str], place: int) -> Core:
    """Return the number that begins with "a": 1, a dozen, a hundred, a few, a couple, a handful, a third."""
    following = words[place + 1] if place + 1 < len(words) else ""
    third = words[place + 2] if place + 2 < len(words) else ""
    if following in {"dozen", "hundred", "thousand", "million", "billion"}:
        if following == "hundred":
            return _long([*words[: place + 1], "hundred", *words[place + 2 :]], place, 1)
        return Core(place + 2, _SCALES[following], _SCALES[following], "about" if following == "dozen" else "exact")
    if following == "couple" and third not in {"of", "more", "dozen", "hundred", "thousand"}:
        return Core(place + 1, 1, 1)  # a man and a woman
    if following in {"few", "couple", "handful", "number", "score"}:
        return _several(words, place, following)
    if (
        following == "third"
        and third not in {"of", "", "the", "less", "more"}
        and (place == 0 or words[place - 1] != "by")
    ):
        return Core(place + 2, 1, 1)  # "two died at once, a third died in hospital"
    if following in _FRACTIONS - {"per", "percent"}:
        return Core(place + 2, None, None, "exact", "rate")
    if following == "half" and third == "dozen":
        return Core(place + 3, 6, 6, "about")
    if following in {"further", "total"} and third and _value(third) is not None:
        return Core(place + 1, 1, 1)
    return Core(place + 1, 1, 1)


def _several(words: list[str], place: int, following: str) -> Core:
    """Return "a few", "a couple of dozen", "a number of": two and more, or of the scale word behind it."""
    last = place + 2
    if following == "score":
        return Core(last, 20, 20, "about")
    at = last + 1 if last < len(words) and words[last] == "of" else last
    if at < len(words) and words[at] in {"dozen", "hundred", "thousand", "million"}:
        return Core(at + 1, 2 * _SCALES[words[at]], None, "vague")
    return Core(last, 2, None, "vague")


def _indefinite(words: list[str], place: int) -> Core | None:
    """Return a number from the tables: "dozens", "several hundred", "tens of thousands", "nobody", "both"."""
    row = _table().get(words[place])
    if row is None:
        return None
    following = words[place + 1 : place + 3]
    if row.id == "nobody_in_two":
        return Core(place + 2, 0, 0) if following[:1] == ["one"] else Core(place + 1, 0, 0)
    if row.id in {"several", "few"} and following[:1] and following[0] in _SCALES:
        return Core(place + 2, 2 * _SCALES[following[0]], None, "vague")
    if row.id == "tens":
        scale = {"thousands": 20_000, "millions": 20_000_000}.get(following[-1] if following[:1] == ["of"] else "")
        return Core(place + 3, scale, None, "vague") if scale else None
    if row.id == "hundreds" and following == ["of", "thousands"]:
        return Core(place + 3, 200_000, None, "vague")
    return Core(place + 1, row.low, row.high, row.qualifier)


def _ranged(words: list[str], place: int) -> Core | None:
    """Return "10 to 20", "10-20", "two or three" or "between 10 and 20" as one number."""
    between = words[place] == "between"
    start = place + 1 if between else place
    if start >= len(words):
        return None
    first = _simple(words, start)
    if (
        first is None
        or first.low is None
        or first.low != first.high
        or first.last >= len(words) - 1
        or words[start] in ARTICLES
    ):
        return None
    joiner = words[first.last]
    if joiner not in ({"and"} if between else {"to", "-", "–", "or"}):
        return None
    second = _simple(words, first.last + 1)
    if second is None or second.low is None or second.low != second.high or second.low <= first.low:
        return None
    if words[first.last + 1] in ARTICLES or (joiner == "or" and second.low != first.low + 1):
        return None
    low = first.low
    scale = second.low // max(1, _value(words[first.last + 1]) or 1)
    if scale > 1 and low < scale:
        low *= scale
    return Core(second.last, low, second.low, "range")


def _is_change(words: list[str], place: int) -> bool:
    """Tell whether a number is where a change began: "rose from 21 to 25" names two numbers and no range."""
    return (
        place > 1 and words[place - 1] == "from" and bool(_CHANGES.search(" ".join(words[max(0, place - 5) : place])))
    )


def _qualified(words: list[str], place: int, core: Core) -> tuple[int, Core]:
    """Return where the qualifying words before a number begin, and the number as they mean it."""
    for size in (4, 3, 2, 1):
        if place - size < 0:
            continue
        phrase = tuple(words[place - size : place])
        qualifier = _qualifiers(after=False).get(phrase)
        if qualifier is None or not _means_amount(words, place, phrase, core):
            continue
        first = place - size
        if (
            first > 0
            and words[first - 1] in {"far", "well", "significantly", "considerably", "slightly", "possibly", "perhaps"}
            and (qualifier == "more_than")
        ):
            first -= 1
        return first, _meant(core, qualifier)
    return place, core


def _means_amount(words: list[str], place: int, phrase: tuple[str, ...], core: Core) -> bool:
    """Tell whether "over", "under", "some" or "about" qualifies the number rather than being a word of its own."""
    value = core.low if core.low is not None else core.high
    if value is None:
        return False
    if phrase not in _AMBIGUOUS:
        return True
    topic = any(word in _REPORTS for word in words[max(0, place - 4) : place - 1])
    return value >= (3 if phrase == ("some",) else 5) and not topic


def _meant(core: Core, qualifier: Qualifier) -> Core:
    """Return the number with the bounds that its qualifier gives it (guidelines, 'Count')."""
    if core.low is None or core.qualifier == "range":
        return core
    match qualifier:
        case "at_least" | "more_than":
            return replace(core, high=None, qualifier=qualifier)
        case "at_most":
            return replace(core, low=None, high=core.low, qualifier=qualifier)
        case "about":
            return core if core.qualifier == "vague" else replace(core, qualifier="about")
        case "exact" | "range" | "vague":
            return core


def _after(words: list[str], core: Core) -> Core:
    """Return the number with a qualifier that follows it ("30 or more")."""
    for size in (3, 2, 1):
        qualifier = _qualifiers(after=True).get(tuple(words[core.last : core.last + size]))
        if qualifier is not None and core.low is not None and core.last + size <= len(words):
            return replace(_meant(core, qualifier), last=core.last + size)
    return core
