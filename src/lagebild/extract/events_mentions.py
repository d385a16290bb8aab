"""The smallest noun phrase that names a party or a thing: without article, number and qualifier, with its name."""

from lagebild.extract.events_model import Party, Thing
from lagebild.extract.events_words import is_country, is_of, noun_rule
from lagebild.extract.reading import Reading
from lagebild.model import Number, Phrase, Qualifier

_VAGUE = {
    "mehrere",
    "mehreren",
    "several",
    "einige",
    "einigen",
    "zahlreiche",
    "zahlreichen",
    "viele",
    "numerous",
    "many",
}
_MORE = {"weitere", "weiteren", "weiterer", "andere", "anderen", "further", "other", "another", "additional", "more"}
_ORDINALS = {
    "erste",
    "ersten",
    "erster",
    "erstes",
    "zweite",
    "zweiten",
    "dritte",
    "dritten",
    "letzte",
    "letzten",
    "first",
    "second",
    "third",
    "last",
    "final",
}
_ONE = {"ein", "eine", "einen", "einem", "einer", "eines", "a", "an"}
_OF = {"von", "of", ""}
_SKIPPED = frozenset({"DET", "ADP", "NUM", "PRON", "PUNCT", "ADV", "PART"})
_NEAR = {"last", "next", "this", "late", "early", "earlier"}
_FEW = 2


def party(reading: Reading, place: int, *, whole: bool = False) -> Party:
    """Return the party that a phrase names; `whole` keeps the genitive that says whose it is."""
    place = counted(reading, place)
    glued = glued_country(reading, place) if reading.language == "de" and not whole else None
    if glued is not None and reading.phrases[place].adposition:
        return Party(reading.span(*glued), reading.lower[glued[1] - 1])
    first, last = bounds(reading, place, whole=whole)
    head = reading.phrases[place].head
    return Party(reading.span(first, last), reading.lower[head if first <= head < last or whole else last - 1])


def counted(reading: Reading, place: int) -> int:
    """Return the phrase that a word of quantity or hold counts: "dozens of people", "control of the town"."""
    phrase = reading.phrases[place]
    following = reading.phrases[place + 1] if place + 1 < len(reading.phrases) else None
    quantity = is_of(reading.language, reading.lower[phrase.head], "quantity")
    hangs = (
        following is not None
        and following.first == phrase.last
        and (following.adposition in _OF or following.owner == place)
    )
    return place + 1 if quantity and hangs else place


def thing(reading: Reading, place: int) -> Thing:
    """Return the thing that a phrase names, with its count."""
    phrase = reading.phrases[place]
    first, last = bounds(reading, place, whole=False)
    glued = glued_country(reading, place)
    first = glued[1] if glued is not None else first
    last = phrase.head + 1 if owning_country(reading, place) is not None else last
    low, high, qualifier = _count(reading, phrase)
    return Thing(reading.span(first, last), reading.lower[phrase.head], low, high, qualifier)


def glued_country(reading: Reading, place: int) -> tuple[int, int] | None:
    """Return the tokens of a country glued to the goods it is given: "give Ukraine weapons"; the last excluded."""
    phrase = reading.phrases[place]
    first = phrase.first + (reading.tokens[phrase.first].tag == "ADP")
    for end in range(phrase.head, first, -1):
        words = " ".join(token.text for token in reading.tokens[first:end])
        if reading.tokens[first].tag == "PROPN" and is_country(reading.language, words) and not words.endswith("s"):
            return first, end
    return None


def owning_country(reading: Reading, place: int) -> Party | None:
    """Return the country whose genitive stands right behind goods: "die Lieferung von Mörsern Serbiens"."""
    phrase = reading.phrases[place]
    at = phrase.head + 1
    if reading.language != "de" or at >= phrase.last or reading.tokens[phrase.head].tag != "NOUN":
        return None
    name = reading.tokens[at].text
    owns = name.endswith("s") and is_country("de", name) and reading.tokens[at].tag == "PROPN"
    return Party(reading.span(at, at + 1), reading.lower[at]) if owns else None


def _count(reading: Reading, phrase: Phrase) -> tuple[int | None, int | None, Qualifier | None]:
    number = number_of(reading, phrase)
    if number is not None:
        return number.low, number.high, number.qualifier
    words = set(reading.lower[phrase.first : phrase.head])
    if words & _VAGUE:
        return _FEW, None, "vague"
    return (1, 1, "exact") if words & _ONE else (None, None, None)


def number_of(reading: Reading, phrase: Phrase) -> Number | None:
    """Return the number of things that a phrase counts: in it, or right before it ("14 tanks")."""
    for number in reading.sentence.numbers:
        inside = phrase.first <= number.core_first < phrase.head
        if (inside or number.last == phrase.first) and number.kind in {"cardinal", "measure"}:
            return number
    return None


def bounds(reading: Reading, place: int, *, whole: bool) -> tuple[int, int]:
    """Return the token places of the smallest phrase that identifies, last excluded."""
    phrase = reading.phrases[place]
    first = _begin(reading, phrase)
    last = phrase.last
    head = reading.lower[phrase.head]
    naming = is_of(reading.language, head, "naming")
    if (
        phrase.last > phrase.head + 1
        and reading.tokens[phrase.head].tag == "NOUN"
        and not naming
        and _is_spurious(reading, phrase)
    ):
        last = phrase.head + 1
    last = _without_time(reading, first, last)
    following = reading.phrases[place + 1] if place + 1 < len(reading.phrases) else None
    if following is not None and following.first == last and _is_name(reading, following, naming=naming):
        last = following.last
    if whole or naming:
        last = _with_owned(reading, place, last, whole=whole)
    return first, last


def swallowed(reading: Reading, n: int) -> Party | None:
    """Return the name in a clause that stands behind "nach Angaben" and its genitive, and is no part of them."""
    for _, phrase in reading.in_clause(n):
        if (
            phrase.last > phrase.head + 1
            and _is_spurious(reading, phrase)
            and reading.tokens[phrase.last - 1].tag == "PROPN"
        ):
            return Party(reading.span(phrase.head + 1, phrase.last), reading.lower[phrase.last - 1])
    return None


def _begin(reading: Reading, phrase: Phrase) -> int:
    """Return where the words that identify begin: behind articles, numbers and qualifiers."""
    number = reading.number(phrase)
    first = phrase.first
    if number is not None and number.last <= phrase.head:
        first = max(first, number.last)
    while first < phrase.head and (
        reading.tokens[first].tag in _SKIPPED or reading.lower[first] in _VAGUE | _MORE | _ONE | _ORDINALS
    ):
        first += 1
    return _behind_genitive(reading, phrase, first)


def _behind_genitive(reading: Reading, phrase: Phrase, first: int) -> int:
    """Return where an office with its holder's name begins, behind whose it is: "Chiles Ministerin Ana Ott"."""
    named = phrase.last > phrase.head + 1 and reading.tokens[phrase.head].tag == "NOUN"
    opener = reading.tokens[first]
    whose = opener.tag == "PROPN" and opener.text.endswith(("s", "’", "'")) and first < phrase.head
    office = is_of(reading.language, reading.lower[phrase.head], "naming")
    return first + 1 if reading.language == "de" and named and whose and office else first


def _without_time(reading: Reading, first: int, last: int) -> int:
    """Return the end of a phrase without a time behind it: "the village of Namtu last week"."""
    end = last
    while (
        end - 1 > first
        and not _is_named_for_time(reading, end - 1)
        and (reading.lower[end - 1] in _NEAR or is_of(reading.language, reading.lower[end - 1], "time"))
    ):
        end -= 1
    return end if end < last and reading.tokens[end - 1].tag in {"NOUN", "PROPN"} else last


def _is_named_for_time(reading: Reading, at: int) -> bool:
    """Tell whether a word of time is the last of a name: "the group River Dawn"."""
    names = reading.tokens[at].tag == reading.tokens[at - 1].tag == "PROPN"
    return names and reading.lower[at] in {"dawn", "noon", "march", "may", "spring", "summer", "winter"}


def _is_spurious(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether the name behind a noun is a phrase of its own: "nach Angaben des Generalstabs Kidal"."""
    if reading.language != "de":
        return False
    speech = is_of("de", reading.lower[phrase.head], "speech")
    genitive = reading.lower[phrase.first] == "des" and reading.lower[phrase.head].endswith("s")
    return speech or genitive


def _is_name(reading: Reading, phrase: Phrase, *, naming: bool) -> bool:
    """Tell whether a phrase right behind a noun is its name: "die Gruppe Rote Hand", "der Republik Moldau"."""
    opener = reading.tokens[phrase.first]
    bare = not phrase.adposition and opener.tag in {"PROPN", "NOUN", "ADJ"} and opener.text[:1].isupper()
    head = reading.lower[phrase.head]
    goods = noun_rule(reading.language, head) is not None
    goods = goods or any(is_of(reading.language, head, kind) for kind in ("arms", "forces"))
    return naming and bare and phrase.number < 0 and not (goods and opener.tag == "NOUN")


def _with_owned(reading: Reading, place: int, last: int, *, whole: bool) -> int:
    """Return the end of a phrase with the genitive or "of" phrase that hangs on it."""
    for n in range(place + 1, min(place + 3, len(reading.phrases))):
        owned = reading.phrases[n]
        if owned.first != last or owned.adposition not in _OF:
            continue
        hangs = owned.owner == place or (owned.adposition in {"von", "of"} and owned.owner < 0)
        if owned.adposition == "von" and reading.tokens[owned.first + 1].tag == "DET":
            continue
        name = reading.tokens[owned.head].tag == "PROPN" or is_country(
            reading.language, reading.tokens[owned.head].text
        )
        if hangs and (whole or (name and owned.adposition == "of")):
            if owned.number >= 0 and reading.lower[owned.first] not in {"der", "des", "the"} and not name:
                continue
            return bounds(reading, n, whole=False)[1]
    return last
