"""Parts of a total told by the manner alone: "four people were shot, one fatally"."""

from collections.abc import Iterator

from lagebild.extract.english.counts import is_article, number_of
from lagebild.extract.reading import Candidate, Count, Reading
from lagebild.model import Clause

_NEAR = 5  # tokens from a clause to the wound that it tells of


def manner_figures(reading: Reading) -> Iterator[Candidate]:
    """Yield the dead of a total of people shot, hit or hurt: a number without a noun or verb, and "fatally"."""
    for n, adverb in _parts(reading):
        phrase = reading.phrases[n]
        number = number_of(reading, phrase)
        if number is None:
            continue
        yield Candidate(
            measure="killed",
            count=Count(number.low, number.high, number.qualifier, number.core_first, number.core_last),
            sentence=reading.sentence.index,
            cue=(adverb, adverb + 1),
            cue_sentence=reading.sentence.index,
            phrase=n,
            clause=phrase.clause,
            rule="figure.manner.killed",
            score=0.9,
        )


def own_words(reading: Reading, clause: Clause) -> str:
    """Return the words of a clause without those parts of a total whose lot was another."""
    taken = {place for n, adverb in _parts(reading) for place in range(reading.phrases[n].first, adverb + 1)}
    before = clause.first - 1
    adverb = (before,) if before >= 0 and reading.lower[before] in reading.set_of("fatal_manner") else ()
    wound = _wound_behind(reading, clause)
    return " ".join(reading.tokens[place].text for place in (*adverb, *clause.tokens, *wound) if place not in taken)


def _wound_behind(reading: Reading, clause: Clause) -> tuple[int, ...]:
    """Return the places up to "wound" where it was read as a verb behind what made it: "with | a gunshot wound"."""
    first = max(clause.tokens, default=-1) + 1
    wounds = (n for n in range(first, min(first + _NEAR, len(reading.lower))) if reading.lower[n] == "wound")
    wound = next((n for n in wounds if n and reading.lower[n - 1] in reading.set_of("made_wounds")), -1)
    return tuple(range(first, wound + 1)) if wound >= 0 else ()


def some_died(reading: Reading, place: int) -> bool:
    """Tell whether a part behind a phrase is said to have died, so that the phrase counts dead and hurt together."""
    phrase = reading.phrases[place]
    number = number_of(reading, phrase)
    least = number.low if number is not None else None
    for n, _ in _parts(reading):
        part = number_of(reading, reading.phrases[n])
        if n > place and part is not None and least is not None and part.low is not None and part.low < least:
            return True
    return False


def _parts(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield the phrase of each part and the place of its adverb."""
    for n, phrase in enumerate(reading.phrases):
        number = number_of(reading, phrase)
        if number is None or is_article(reading, number) or phrase.head != number.core_first or phrase.first < 1:
            continue
        behind = reading.phrases[n + 1] if n + 1 < len(reading.phrases) else None
        of_them = behind is not None and behind.adposition == "of" and behind.first == phrase.last
        adverb = behind.last if behind is not None and of_them else phrase.last
        if reading.lower[adverb : adverb + 1] and reading.lower[adverb] in reading.set_of("fatal_manner"):
            follows = reading.tokens[adverb + 1] if adverb + 1 < len(reading.tokens) else None
            if follows is None or follows.tag not in {"VERB", "AUX"}:
                yield n, adverb
