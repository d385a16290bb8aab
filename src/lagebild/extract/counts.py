"""How many a phrase says: by its number, or implied by a singular or plural noun."""

from lagebild.extract.people import names_people
from lagebild.extract.reading import Count, Reading
from lagebild.model import Phrase

_SINGULAR_FINITE = {
    "ist",
    "war",
    "wurde",
    "wird",
    "hat",
    "hatte",
    "sei",
    "habe",
    "werde",
    "soll",
    "solle",
    "konnte",
    "musste",
}
_FEW = 2
_BANDS = {
    "zweier": 2,
    "dreier": 3,
    "vierer": 4,
    "fünfer": 5,
    "sechser": 6,
    "siebener": 7,
    "achter": 8,
    "neuner": 9,
    "zehner": 10,
}
_TOGETHER = {
    "paar": 2,
    "ehepaar": 2,
    "liebespaar": 2,
    "rentnerehepaar": 2,
    "brautpaar": 2,
    "duo": 2,
    "trio": 3,
    "quartett": 4,
}


def number_count(reading: Reading, phrase: Phrase) -> Count | None:
    """Return the count that a phrase's number gives, or None where it has no number of people."""
    number = reading.number(phrase)
    if number is None or number.kind != "cardinal":
        return None
    first, last = number.core_first, number.core_last or number.last
    return Count(number.low, number.high, number.qualifier, first, last)


def count(reading: Reading, phrase: Phrase, *, vague: bool = True) -> Count | None:
    """Return how many people a phrase counts, or None where it does not say.

    A number; "alle" with the number of the same or the previous sentence; a singular noun or a name is 1; a plural
    without a number is two or more (`vague` false leaves it out).
    """
    together = _together(reading, phrase)
    if together is not None:
        return together
    numbered = number_count(reading, phrase)
    if numbered is not None:
        return numbered
    words = reading.lower[phrase.first : phrase.last]
    if any(word in reading.set_of("all") for word in words):
        return _all_of(reading, phrase)
    head = reading.tokens[phrase.head]
    if head.tag not in {"NOUN", "PROPN"}:
        if reading.lower[phrase.head] in reading.set_of("indefinite") and vague:
            return Count(_FEW, None, "vague", phrase.head, phrase.head + 1, implied=True)
        return None
    if phrase.plural or _is_bare_in_text(reading, phrase):
        known = names_people(reading.language, head.text, nominalised=head.form == "nominalised")
        if not vague or not known:
            return None
        return Count(_FEW, None, "vague", phrase.head, phrase.head + 1, implied=True)
    return Count(1, 1, "exact", phrase.head, phrase.head + 1, implied=True)


def _together(reading: Reading, phrase: Phrase) -> Count | None:
    """Return the count inside a noun phrase: "eine Dreierbande", "ein Ehepaar", "eine 18-köpfige Reisegruppe"."""
    number = reading.number(phrase)
    if number is not None and (number.low, number.high) != (1, 1):
        return None
    head = reading.lower[phrase.head]
    band = reading.pattern("band").search(head)
    if band or head in _TOGETHER:
        many = _BANDS[band.group(1)] if band else _TOGETHER[head]
        return Count(many, many, "exact", phrase.head, phrase.head + 1)
    for place in range(phrase.first, phrase.head):
        headed = reading.pattern("headed").match(reading.tokens[place].text)
        value = whole_number(headed.group(1)) if headed else None
        if value is not None:
            return Count(value, value, "exact", place, place + 1)
    return None


def whole_number(word: str) -> int | None:
    """Return the number that digits or a plain number word up to twelve stand for, or None."""
    words = ["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]
    if word.isdecimal():
        return int(word)
    return words.index(word.lower()) + 2 if word.lower() in words else None


def _is_bare_in_text(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a noun stands without any determiner in running text, where a singular noun would need one."""
    if reading.sentence.field == "title" or reading.tokens[phrase.head].tag != "NOUN" or phrase.adposition:
        return False
    if phrase.last > phrase.head + 1 and reading.tokens[phrase.head + 1].tag == "PROPN":
        return False
    if names_people(reading.language, reading.tokens[phrase.head].text) is not True:
        return False
    determined = any(reading.tokens[n].tag in {"DET", "NUM", "ADJ"} for n in range(phrase.first, phrase.head))
    return not determined


def _all_of(reading: Reading, phrase: Phrase) -> Count | None:
    """Return the count that "alle Insassen" stands for: the number of people in this or the previous sentence."""
    before = [n for n in reading.sentence.numbers if n.last <= phrase.first]
    found = [n for n in before if _counts_people(reading, n.last)]
    if not found:
        index = reading.sentence.index
        earlier = reading.document.sentences[index - 1] if index else None
        if earlier is None or earlier.field != reading.sentence.field or not earlier.tagged:
            return None
        other = Reading(reading.document, earlier, tuple(token.text.lower() for token in earlier.tokens))
        found = [n for n in earlier.numbers if _counts_people(other, n.last)]
    if len(found) != 1 or found[0].low is None or found[0].low < _FEW:
        return None
    number = found[0]
    return Count(number.low, number.high, number.qualifier, phrase.head, phrase.head + 1, implied=True)


def _counts_people(reading: Reading, place: int) -> bool:
    """Tell whether a noun for people follows this place, an adjective at most between."""
    for at in range(place, min(place + 3, len(reading.tokens))):
        token = reading.tokens[at]
        if token.tag in {"NOUN", "PROPN"}:
            return names_people(reading.language, token.text, nominalised=token.form == "nominalised") is True
        if token.tag not in {"ADJ", "DET", "NUM"}:
            return False
    return False


def is_singular_verb(word: str) -> bool:
    """Tell whether a finite verb form is a singular one, so that "sie" is one woman and not several people."""
    return word.lower() in _SINGULAR_FINITE or not word.lower().endswith(("n", "nd"))
