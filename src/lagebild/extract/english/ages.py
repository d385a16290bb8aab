"""Numbers beside people that are their ages and count nobody."""

from lagebild.extract.people import names_people
from lagebild.extract.reading import Reading
from lagebild.model import Phrase

_OLDEST = 110
_SEVERAL = 2
_YEAR_OLD = frozenset({"year-old", "year-olds", "yr-old", "years-old", "-year-old", "month-old", "months-old"})
_BETWEEN_AGES = frozenset({",", "and"})


def is_age(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether the number of a phrase is an age: "two men, 27 and 32, were", "5 year-old boy".

    Ages in a row stand between commas behind the people whose they are.
    """
    number = reading.number(phrase)
    if number is None or number.low is None or number.low != number.high or number.low > _OLDEST:
        return False
    ahead = reading.lower[number.core_last : number.core_last + 4]
    if ahead and ahead[0] in _YEAR_OLD:
        return True
    if ahead[:3] == ("-", "and", "-") or (ahead[:2] == ("-", "and") and ahead[2:] and "year-old" in ahead[2]):
        return True
    return phrase.head == number.core_first and _is_in_row_of_ages(reading, number.core_first)


def _is_in_row_of_ages(reading: Reading, place: int) -> bool:
    """Tell whether a number is one of several between commas, right behind a noun that names people."""
    tags = [token.tag for token in reading.tokens]
    first, last = place, place
    while first > 0 and (tags[first - 1] == "NUM" or reading.lower[first - 1] in _BETWEEN_AGES):
        first -= 1
    while last + 1 < len(tags) and (tags[last + 1] == "NUM" or reading.lower[last + 1] in _BETWEEN_AGES):
        last += 1
    numbers = [n for n in range(first, last + 1) if tags[n] == "NUM"]
    if len(numbers) < _SEVERAL or not all(_is_years(reading.lower[n]) for n in numbers):
        return False
    opened = first > 0 and reading.lower[first] == "," and numbers[0] == first + 1
    closed = last + 1 >= len(tags) or reading.lower[last] == "," or reading.lower[last + 1] in {".", ";", ")"}
    owner = next((p for p in reading.phrases if p.last == first), None)
    people = owner is not None and owner.plural and names_people(reading.language, reading.lower[owner.head]) is True
    return people and opened and closed


def _is_years(word: str) -> bool:
    return word.isdecimal() and int(word) <= _OLDEST
