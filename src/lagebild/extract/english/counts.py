"""How many an English phrase says: by its number, or implied by a singular or plural noun, a name or a pronoun."""

from lagebild.extract.english.ages import is_age
from lagebild.extract.people import names_people
from lagebild.extract.reading import Count, Reading
from lagebild.model import Number, Phrase

_TOGETHER = {"couple": 2, "pair": 2, "twins": 2, "duo": 2, "trio": 3, "newlyweds": 2}
_ARTICLES = frozenset({"a", "an"})
_HUMAN_ENDINGS = (
    "er",
    "ers",
    "or",
    "ors",
    "ist",
    "ists",
    "ian",
    "ians",
    "ee",
    "ees",
    "eer",
    "eers",
    "ese",
    "man",
    "men",
)
_COLLECTIVE = frozenset({
    "family", "families", "police", "crew", "crews", "staff", "troops", "forces", "personnel", "people", "household",
    "households", "group", "team", "military", "army", "security", "dozens", "scores", "hundreds", "thousands", "crowd",
})  # fmt: skip
_SHORTEST = 4


def number_of(reading: Reading, phrase: Phrase) -> Number | None:
    """Return the number of people in a phrase, or None; an article is one of them."""
    number = reading.number(phrase)
    return number if number is not None and number.kind == "cardinal" else None


def is_article(reading: Reading, number: Number) -> bool:
    """Tell whether a number is the indefinite article."""
    return reading.lower[number.core_first] in _ARTICLES and number.core_last == number.core_first + 1


def names_person(reading: Reading, phrase: Phrase) -> bool | None:
    """Tell whether the head of a phrase names people: True or False where known, None where not."""
    token = reading.tokens[phrase.head]
    headless = phrase.number >= 0 and phrase.head == reading.sentence.numbers[phrase.number].core_first
    if headless or token.tag in {"NUM", "PRON", "DET"} or token.form == "nominalised":
        return True
    word = reading.lower[phrase.head]
    known = names_people(reading.language, word)
    named = token.tag == "PROPN" and phrase.first < phrase.head and reading.tokens[phrase.head - 1].tag == "PROPN"
    if known is not None:
        return None if named and not known else known  # "Ella Moor"
    if token.tag == "PROPN":
        return None
    if word.endswith("s") and names_people(reading.language, word[:-1]) is not None:
        return names_people(reading.language, word[:-1])
    return True if len(word) > _SHORTEST and word.endswith(_HUMAN_ENDINGS) else None


def count(reading: Reading, phrase: Phrase, *, people_only: bool = False) -> Count | None:
    """Return how many people a phrase counts, or None where it does not say.

    A number, "a family of four", a person named or described in the singular (1), a plural without number or article (2
    and more). What points back without a number ("they", "the victims") counts nobody.
    """
    known = names_person(reading, phrase)
    if known is False or _is_of_things(reading, phrase):
        return None
    if is_age(reading, phrase):
        return _of_one_by_age(reading, phrase)
    if reading.number(phrase) is not None and number_of(reading, phrase) is None:
        return None
    number = None if _is_both_of(reading, phrase) else number_of(reading, phrase)
    family = _of_number(reading, phrase)
    if family is not None:
        return family
    if number is not None and not is_article(reading, number):
        unknown = known is None and (people_only or not _is_capital_plural(reading, phrase))
        return (
            None if unknown else Count(number.low, number.high, number.qualifier, number.core_first, number.core_last)
        )
    if reading.tokens[phrase.head].tag == "PRON":
        return _of_pronoun(reading, phrase)
    return _implied(reading, phrase, number, known=known is True, people_only=people_only)


def _is_of_things(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a number without a noun counts animals or things by the words behind it: "one of the tigers"."""
    place = reading.phrases.index(phrase)
    following = reading.phrases[place + 1] if place + 1 < len(reading.phrases) else None
    if phrase.number < 0 or following is None or following.owner != place or reading.tokens[phrase.head].tag == "NOUN":
        return False
    return names_person(reading, following) is False


def _is_both_of(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether "both" of a phrase goes with a series of single persons: "both Jane and Luke"."""
    number = reading.number(phrase)
    both = number is not None and reading.lower[number.core_first] == "both"
    return both and phrase.series >= 0 and not reading.lower[phrase.head].endswith("s")


def _of_one_by_age(reading: Reading, phrase: Phrase) -> Count | None:
    """Return one for "a 5 year-old boy", None for ages alone and for several people."""
    headless = phrase.head == reading.sentence.numbers[phrase.number].core_first
    if headless or names_person(reading, phrase) is not True or reading.lower[phrase.head].endswith("s"):
        return None
    return Count(1, 1, "exact", phrase.head, phrase.head + 1, implied=True)


def _is_people_by_name(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a name alone is that of a people ("Palestinians") and not of a person: "Jenkins was taken"."""
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    one = clause is not None and clause.plural is False and phrase.case == "nominative"
    alone = phrase.last - phrase.first == 1 and _is_capital_plural(reading, phrase)
    return alone and not one and reading.lower[phrase.head].endswith("ans")


def _is_capital_plural(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether the head is a name in the plural: "12 Palestinians"."""
    token = reading.tokens[phrase.head]
    return token.text[:1].isupper() and token.text.endswith(("s", "i", "ese"))


def _of_number(reading: Reading, phrase: Phrase) -> Count | None:
    """Return the number behind "a family of" or "a group of", or two for "a couple"."""
    word = reading.lower[phrase.head]
    if word in _TOGETHER and (phrase.number < 0 or is_article(reading, reading.sentence.numbers[phrase.number])):
        low = _TOGETHER[word]
        return Count(low, low, "exact", phrase.head, phrase.head + 1, implied=True)
    if word not in {"family", "group", "team", "crew", "total", "party", "handful"}:
        return None
    place = reading.phrases.index(phrase)
    following = reading.phrases[place + 1] if place + 1 < len(reading.phrases) else None
    if following is None or following.owner != place:
        return None
    number = number_of(reading, following)
    if number is None or is_article(reading, number) or names_person(reading, following) is False:
        return None
    return Count(number.low, number.high, number.qualifier, number.core_first, number.core_last)


def _of_pronoun(reading: Reading, phrase: Phrase) -> Count | None:
    word = reading.lower[phrase.head]
    if word == "all":
        return _all(reading, phrase)
    if word in {"he", "she", "him", "her", "i", "me", "another", "someone", "somebody"}:
        return Count(1, 1, "exact", phrase.head, phrase.head + 1, implied=True)
    if word in {"others", "some", "many", "several"}:
        return Count(2, None, "vague", phrase.head, phrase.head + 1, implied=True)
    return None


def _all(reading: Reading, phrase: Phrase) -> Count | None:
    """Return the one number of people before "all", in its sentence or else in the one before it."""
    if phrase.head and reading.lower[phrase.head - 1] == "not":
        return None
    sentences = reading.document.sentences
    here = [p for p in reading.phrases if p.last <= phrase.first]
    found = [reading.sentence.numbers[p.number] for p in here if _counts_several(reading, p)]
    place = reading.sentence.index
    if not found and place and sentences[place - 1].field == reading.sentence.field and sentences[place - 1].tagged:
        sentence = sentences[place - 1]
        before = Reading(reading.document, sentence, tuple(token.text.lower() for token in sentence.tokens))
        found = [before.sentence.numbers[p.number] for p in before.phrases if _counts_several(before, p)]
    if len(found) != 1:
        return None
    return Count(found[0].low, found[0].high, found[0].qualifier, phrase.head, phrase.head + 1)


def _counts_several(reading: Reading, phrase: Phrase) -> bool:
    number = number_of(reading, phrase)
    several = number is not None and (number.low or 0) > 1 and number.low == number.high
    return several and names_person(reading, phrase) is True


def _implied(
    reading: Reading, phrase: Phrase, number: Number | None, *, known: bool, people_only: bool
) -> Count | None:
    """Return the count that a noun or name implies by itself."""
    token, word = reading.tokens[phrase.head], reading.lower[phrase.head]
    one = Count(1, 1, "exact", phrase.head, phrase.head + 1, implied=True)
    if token.tag == "PROPN" and word in reading.set_of("calendar"):
        return None
    if token.tag == "PROPN" and not known:
        named = not people_only or not phrase.adposition
        plural = _is_people_by_name(reading, phrase)
        if plural and not phrase.definite:
            return Count(2, None, "vague", phrase.head, phrase.head + 1, implied=True)
        definite = phrase.definite and not _is_described(reading, phrase)
        return one if named and not definite and not token.text.isupper() and not plural else None
    if not known:
        return None
    if phrase.owner >= 0 and reading.lower[reading.phrases[phrase.owner].head] in reading.set_of("numbers_of"):
        return None
    if phrase.plural or word in _COLLECTIVE:
        return None if phrase.definite or word in _COLLECTIVE - {"people"} else _several(reading, phrase)
    if number is not None:
        return Count(1, 1, "exact", number.core_first, number.core_last)
    return one


def _is_described(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a noun for a person stands right before a name: "her son Luis", "the farmer Luis Telo"."""
    nouns = [n for n in range(phrase.first, phrase.head) if reading.tokens[n].tag == "NOUN"]
    return bool(nouns) and names_people(reading.language, reading.lower[nouns[-1]]) is True


def _several(reading: Reading, phrase: Phrase) -> Count | None:
    """Return two and more for a bare plural, "others" included; None behind a determiner that points back."""
    before = [reading.tokens[n] for n in range(phrase.first, phrase.head) if reading.tokens[n].tag == "DET"]
    if any(token.form in {"article", "possessive", "demonstrative"} for token in before):
        return None
    if {token.text.lower() for token in before} & {"all", "most", "any", "every", "each"}:
        return None
    return Count(2, None, "vague", phrase.head, phrase.head + 1, implied=True)
