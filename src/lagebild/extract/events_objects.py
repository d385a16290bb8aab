"""What is delivered or sent: arms and forces by class, and the items of a list behind a general word."""

from collections.abc import Sequence

from lagebild.extract.events_mentions import thing
from lagebild.extract.events_model import Thing
from lagebild.extract.events_words import is_of
from lagebild.extract.reading import Reading


def is_arms(reading: Reading, place: int) -> bool:
    """Tell whether a phrase names arms; a vehicle is some where it is armoured or military."""
    phrase = reading.phrases[place]
    language, head = reading.language, reading.lower[phrase.head]
    if is_of(language, head, "arms"):
        return True
    words = reading.lower[phrase.first : phrase.head]
    return is_of(language, head, "arms_if") and any(is_of(language, word, "military_adjective") for word in words)


def delivered(reading: Reading, places: Sequence[int]) -> tuple[Thing, ...]:
    """Return the arms among these phrases, each of a list its own; a general word gives way to the items it heads."""
    arms = [p for p in places if is_arms(reading, p)]
    if not arms:
        return ()
    listed = items(reading, arms[-1])
    specific = [p for p in arms if not is_of(reading.language, reading.lower[reading.phrases[p].head], "generic")]
    kept = specific if listed or specific else arms
    if len(specific) == len(arms):  # no general word heads the list: what it adds must be arms itself
        listed = [p for p in listed if is_arms(reading, p)]
    return tuple(thing(reading, p) for p in [*kept, *listed])


def items(reading: Reading, place: int) -> list[int]:
    """Return the phrases that "darunter" or "including" lists behind a phrase."""
    behind = [p for p, phrase in enumerate(reading.phrases) if phrase.first >= reading.phrases[place].last]
    for p in behind:
        phrase = reading.phrases[p]
        opener = reading.clauses[phrase.clause].opener if phrase.clause >= 0 else ""
        words = {phrase.adposition, opener, *reading.lower[max(phrase.first - 1, 0) : phrase.first]}
        if any(is_of(reading.language, word, "part") for word in words if word):
            return [
                m
                for m in behind
                if m == p or (phrase.series >= 0 and reading.phrases[m].series == phrase.series and m > p)
            ]
    return []


def sent(reading: Reading, places: Sequence[int]) -> tuple[Thing, ...]:
    """Return the forces among these phrases."""
    forces = [p for p in places if is_of(reading.language, reading.lower[reading.phrases[p].head], "forces")]
    return tuple(thing(reading, p) for p in forces)
