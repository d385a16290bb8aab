"""Numbers of a German sentence: digits, number words, dozens and hundreds, ranges, with their qualifying words.

Number words are read by text2num where it is right (compounds such as "zweiundzwanzig"); indefinite and scaled ones
("Dutzende", "anderthalb Dutzend", "1,5 Millionen", "ein bis zwei") come from the vocabulary and the rules here.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lagebild.model import Number, NumberKind, Qualifier, Token
from lagebild.vocabulary import load
from lagebild.vocabulary.numbers import NumberWords, QualifierWords, UnitWords

_LARGEST = 8_500_000_000  # no count of people is above the population of the earth
_DIGITS = re.compile(r"\d{1,3}(?:[.  \u202f]\d{3})+$|\d+$")
_DECIMAL = re.compile(r"\d+,\d+$")
_WORD = re.compile(
    r"(?:ein|eins|zwei|zwo|drei|vier|fünf|sechs|sech|sieb|sieben|acht|neun|zehn|elf|zwölf|zwanzig|und|hundert|tausend|"
    r"dreißig|dreissig|zig|ßig)+$",
    re.IGNORECASE,
)
_SCALES = {
    "hundert": 100,
    "tausend": 1000,
    "hunderttausend": 100_000,
    "dutzend": 12,
    "million": 1_000_000,
    "millionen": 1_000_000,
    "mio": 1_000_000,
    "mio.": 1_000_000,
    "milliarde": 1_000_000_000,
    "milliarden": 1_000_000_000,
}
_HALVES = {"anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5, "dreieinhalb": 3.5, "viereinhalb": 4.5}
_FRACTIONS = {"drittel", "viertel", "fünftel", "zehntel", "hälfte", "achtel", "sechstel"}
_SIZES = {"halbes": 0.5, "halben": 0.5, "gutes": 1.0, "guten": 1.0, "knappes": 1.0, "knappen": 1.0, "rundes": 1.0}
_MONTHS = {
    "januar", "jänner", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "dezember",
}  # fmt: skip
_YEAR_LEADS = _MONTHS | {
    "jahr", "jahre", "jahres", "jahren", "seit", "in", "von", "bis", "ab", "vor", "um", "ende", "anfang", "mitte",
    "sommer", "winter", "herbst", "frühjahr", "frühling", "gegen", "bereits", "schon", "erst", "zuletzt", "wm",
    "em", "olympia", "saison", "(", "/", "zuvor", "jahrgang", "silvester", "ostern", "weihnachten",
}  # fmt: skip
_REPORTS = {
    "meldung", "meldungen", "bericht", "berichte", "berichten", "angabe", "angaben", "information", "informationen",
    "nachricht", "nachrichten", "spekulationen", "gerüchte", "zahlen", "statistik", "urteil", "streit", "debatte",
}  # fmt: skip
_TIME_NOUN = re.compile(
    r"(?:tag|abend|morgen|nacht|mittag|jahr|woche|monat|zeit|uhr|ende|mal|insgesamt|zahl)e?s?n?$", re.IGNORECASE
)
_CLOSING = {"“", "”", "«", '"', "‘"}
_YEARS = range(1500, 2100)


@dataclass(frozen=True, slots=True)
class _Core:
    """A number without its qualifying words."""

    last: int
    low: int | None
    high: int | None
    qualifier: Qualifier
    kind: NumberKind = "cardinal"


@functools.cache
def _table() -> dict[str, NumberWords]:
    return {word: row for row in load("de", "numbers", NumberWords) for word in row.words}


@functools.cache
def _qualifiers(*, after: bool) -> dict[tuple[str, ...], Qualifier]:
    rows = (row for row in load("de", "qualifiers", QualifierWords) if row.after == after)
    return {tuple(words.split()): row.qualifier for row in rows for words in row.words}


@functools.cache
def _units(*, before: bool) -> dict[str, NumberKind]:
    rows = (row for row in load("de", "units", UnitWords) if row.before == before)
    return {word: row.kind for row in rows for word in row.words}


@functools.lru_cache(maxsize=4096)
def _value(word: str) -> int | None:
    """Return the whole number that a word in digits or letters stands for, or None."""
    if _DIGITS.match(word):
        return int(re.sub(r"\D", "", word)) if len(word) < 20 else None  # noqa: PLR2004 - longer is no count
    if word.isalpha() and _WORD.match(word) and word.lower() not in {"ein", "und", "zig", "sech", "sieb"}:
        from text_to_num import text2num  # noqa: PLC0415 - only where a number word stands

        try:
            return int(text2num(word.lower(), "de"))
        except ValueError:
            return None
    return None


def _scaled(words: list[str], place: int, value: float) -> tuple[int, float, bool]:
    """Return the place after a scale word, the value times it, and whether it was a dozen."""
    if place < len(words) and words[place].lower() in _SCALES:
        if words[place] == "Hundert" and place + 1 < len(words) and words[place + 1] == "Meter":
            return place, value, False
        scale = words[place].lower()
        return place + 1, value * _SCALES[scale], scale == "dutzend"
    return place, value, False


def _simple(words: list[str], place: int) -> _Core | None:
    """Return the number that begins at this word, ranges aside."""
    word = words[place]
    if word.lower() in _HALVES or _DECIMAL.match(word):
        value = _HALVES.get(word.lower()) or float(word.replace(",", "."))
        last, scaled, dozen = _scaled(words, place + 1, value)
        if last == place + 1:
            return _Core(last, None, None, "exact", "measure")
        return _Core(last, int(scaled), int(scaled), "about" if dozen else "exact")
    value_or_none = _value(word)
    if value_or_none is None:
        return _indefinite(words, place)
    last, scaled, dozen = _scaled(words, place + 1, value_or_none)
    if last < len(words) and words[last].lower() in _FRACTIONS:
        return _Core(last + 1, None, None, "exact", "rate")
    return _Core(last, int(scaled), int(scaled), "about" if dozen else "exact")


def _indefinite(words: list[str], place: int) -> _Core | None:
    """Return a number from the tables: "ein", "Dutzende", "mehrere hundert", "ein halbes Dutzend", "niemand"."""
    word = words[place]
    following = words[place + 1] if place + 1 < len(words) else ""
    row = _table().get(word) or _table().get(word.lower() if word != "Paar" else word)
    if row is None:
        return None
    if row.id == "one":
        return _one(words, place, following)
    if row.id in {"several", "handful"} and following.lower() in _SCALES:
        scale = _SCALES[following.lower()] * 2
        return _Core(place + 2, 24 if scale == 24 else scale, None, "vague")  # noqa: PLR2004 - two dozen
    if row.id == "dozen":
        return _Core(place + 1, 12, 12, "about")
    if row.id in {"dozens", "hundreds", "thousands"} and following.lower() == "von":
        return _Core(place + 1, row.low, row.high, row.qualifier)
    return _Core(place + 1, row.low, row.high, row.qualifier)


def _one(words: list[str], place: int, following: str) -> _Core | None:
    """Return the number that begins with "ein": 1, a pair, a dozen, a half dozen, a couple, a fraction."""
    if following in {"paar", "Paar"}:
        vague = following == "paar"
        if vague and place + 2 < len(words) and words[place + 2].lower() in _SCALES:
            return _Core(place + 3, 2 * _SCALES[words[place + 2].lower()], None, "vague")
        return _Core(place + 2, 2, None, "vague") if vague else _Core(place + 2, 2, 2, "exact")
    if following.lower() in _FRACTIONS:
        return _Core(place + 2, None, None, "exact", "rate")
    if following in {"Handvoll", "handvoll", "Vielzahl", "Reihe", "Menge", "Anzahl"}:
        return _Core(place + 2, 2, None, "vague")
    size = _SIZES.get(following.lower(), 1.0)
    scale_at = place + 2 if following.lower() in _SIZES else place + 1
    last, value, dozen = _scaled(words, scale_at, size)
    if last > scale_at:
        return _Core(last, int(value), int(value), "about" if dozen else "exact")
    return _Core(place + 1, 1, 1, "exact")


def _ranged(words: list[str], place: int) -> _Core | None:
    """Return "10 bis 20", "10-20", "ein bis zwei", "zwei oder drei" or "zwischen 10 und 20" as one number."""
    between = words[place].lower() == "zwischen"
    first = _simple(words, place + 1 if between and place + 1 < len(words) else place)
    if first is None or first.low is None or first.low != first.high or first.last >= len(words) - 1:
        return None
    joiner = words[first.last].lower()
    if joiner not in ({"und"} if between else {"bis", "-", "–", "oder"}):
        return None
    second = _simple(words, first.last + 1)
    if second is None or second.low is None or second.low != second.high or second.low <= first.low:
        return None
    low = first.low
    scale = second.low // max(1, _unscaled(words, first.last + 1))
    if scale > 1 and first.low < scale:
        low = first.low * scale
    if joiner == "oder" and second.low != first.low + 1:
        return None
    return _Core(second.last, low, second.low, "range")


def _unscaled(words: list[str], place: int) -> int:
    """Return the value of the number word itself, before "Millionen" or "Dutzend" is applied."""
    return _value(words[place]) or 1


def _qualified(words: list[str], place: int, core: _Core) -> tuple[int, _Core]:
    """Return where the qualifying words before a number begin, and the number as they mean it."""
    for size in (4, 3, 2, 1):
        if place - size < 0:
            continue
        phrase = tuple(word.lower() for word in words[place - size : place])
        qualifier = _qualifiers(after=False).get(phrase)
        if qualifier is None or not _means_amount(words, place, phrase, core):
            continue
        first = place - size
        if first > 0 and words[first - 1].lower() in {"weit", "deutlich", "noch", "wohl"} and qualifier == "more_than":
            first -= 1
        return first, _meant(core, qualifier)
    return place, core


def _means_amount(words: list[str], place: int, phrase: tuple[str, ...], core: _Core) -> bool:
    """Tell whether "über", "unter", "gut" or "um die" qualifies the number rather than being a word of its own."""
    value = core.low if core.low is not None else core.high
    if value is None:
        return False
    if phrase in {("über",), ("unter",), ("gut",), ("jenseits", "von")}:
        topic = phrase == ("über",) and any(word.lower() in _REPORTS for word in words[max(0, place - 5) : place - 1])
        return value >= 10 and not topic  # noqa: PLR2004 - "über zwei Menschen" is no amount
    return True


def _meant(core: _Core, qualifier: Qualifier) -> _Core:
    """Return the number with the bounds that its qualifier gives it (guidelines, 'Count')."""
    if core.low is None or core.qualifier == "range":
        return replace(core, qualifier="range" if core.qualifier == "range" else qualifier)
    match qualifier:
        case "at_least" | "more_than":
            return replace(core, high=None, qualifier=qualifier)
        case "at_most":
            return replace(core, low=None, high=core.low, qualifier=qualifier)
        case "about":
            return core if core.qualifier == "vague" else replace(core, qualifier="about")
        case "exact" | "range" | "vague":
            return core


def _kind(tokens: tuple[Token, ...], place: int, core: _Core) -> NumberKind:
    """Return what a number counts, by its neighbours: people or things, or years, times, money, measures."""
    word = tokens[place].text
    after = tokens[core.last] if core.last < len(tokens) else None
    before = tokens[place - 1].text if place else ""
    if core.kind != "cardinal":
        return core.kind
    if after is not None and after.text in _units(before=False):
        return _units(before=False)[after.text]
    if _is_age(before, after, core):
        return "age"
    if not word[0].isdigit():
        return "date" if _is_month(after) else "cardinal"
    if _is_rank(tokens, place, core, (before, after)):
        return "rank"
    if before in _units(before=True) and core.qualifier in {"exact", "about"}:
        return _units(before=True)[before]
    if after is not None and after.text == "." and after.start == tokens[core.last - 1].end and word.isdecimal():
        return "ordinal" if core.last < len(tokens) - 1 else "cardinal"
    if _is_month(after):
        return "date"
    if word.isdecimal() and len(word) == 4 and core.last == place + 1 and int(word) in _YEARS:  # noqa: PLR2004 - a year
        return _year_or_count(before, after)
    return "cardinal"


def _is_month(token: Token | None) -> bool:
    return token is not None and token.text.lower() in _MONTHS


def _is_rank(tokens: tuple[Token, ...], place: int, core: _Core, beside: tuple[str, Token | None]) -> bool:
    """Tell whether digits are part of a name: "Christoph 27“", "Bündnis 90/", "A 6", "Bundesautobahn 6 im"."""
    before, after = beside
    if after is not None and (after.text in _CLOSING or (after.text == "/" and before[:1].isupper())):
        return True
    if tokens[place].text.isdigit() and _is_designation(tokens, place, core):
        return True
    letters = before.isalpha() and before.isupper() and len(before) <= 2  # noqa: PLR2004 - the "A" of "A 6"
    return letters and not _is_noun(after)


def _is_age(before: str, after: Token | None, core: _Core) -> bool:
    """Tell whether a number stands alone in brackets or between commas, as an age does ("Ali Pur (19)")."""
    alone = after is not None and (before, after.text) in {("(", ")"), (",", ",")}
    return alone and core.low is not None and core.low == core.high and core.low <= 110  # noqa: PLR2004 - years of age


def _is_designation(tokens: tuple[Token, ...], place: int, core: _Core) -> bool:
    """Tell whether digits behind a noun name it ("Bundesautobahn 6 im Kreis"): nothing countable follows."""
    if place > 1 and tokens[place - 1].text == "-" and tokens[place - 1].end == tokens[place].start:
        return tokens[place - 2].end == tokens[place - 1].start
    if not place or tokens[place - 1].tag not in {"NOUN", "PROPN"} or _TIME_NOUN.search(tokens[place - 1].text):
        return False
    after = tokens[core.last] if core.last < len(tokens) else None
    if after is None:
        return False
    if after.form == "finite" or (after.text == "-" and after.start == tokens[core.last - 1].end):
        return True
    return (after.tag == "ADP" and after.text.lower() not in {"von", "der", "weitere"}) or after.text in {",", ".", ")"}


def _is_noun(token: Token | None) -> bool:
    return token is not None and token.tag in {"NOUN", "ADJ"}


def _year_or_count(before: str, after: Token | None) -> NumberKind:
    """Tell a year from a count of four digits: a count has a noun behind it and no time word before it."""
    if before.lower() in _YEAR_LEADS:
        return "year"
    if after is not None and (after.tag == "NOUN" or (after.tag == "X" and after.text[:1].isupper())):
        return "cardinal"
    return "year"


def _after(words: list[str], core: _Core) -> _Core:
    """Return the number with a qualifier that follows it ("30 oder mehr")."""
    tail = [word.lower() for word in words[core.last : core.last + 2]]
    if tail in (["oder", "mehr"], ["und", "mehr"]) and core.low is not None:
        return _Core(core.last + 2, core.low, None, "at_least", core.kind)
    qualifier = _qualifiers(after=True).get(tuple(tail))
    return replace(_meant(core, qualifier), last=core.last + 2) if qualifier else core


def numbers(tokens: tuple[Token, ...]) -> Iterator[Number]:
    """Yield the numbers of a sentence in order, without overlaps.

    Every "ein" is one of them; whether it is an article or a count is for the phrase to say. A number above the
    population of the earth is left out.
    """
    words = [token.text for token in tokens]
    place = 0
    while place < len(words):
        if not _may_begin(words[place]):
            place += 1
            continue
        core = _ranged(words, place) or _simple(words, place)
        if core is None or max(core.low or 0, core.high or 0) > _LARGEST:
            place += 1
            continue
        kind = _kind(tokens, place, core)
        core = _after(words, core)
        first, meant = _qualified(words, place, core)
        if words[place] != words[place].lower() and words[place].lower() == "zwischen":
            kind = "cardinal"
        yield Number(first, core.last, place, meant.low, meant.high, meant.qualifier, kind, core.last)
        place = core.last


@functools.lru_cache(maxsize=16384)
def _may_begin(word: str) -> bool:
    """Tell whether a number may begin with this word."""
    lower = word.lower()
    known = word in _table() or (lower in _table() and word != "Paar")
    return known or lower == "zwischen" or lower in _HALVES or word[0].isdigit() or bool(_WORD.match(word))
