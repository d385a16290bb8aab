"""What is delivered or sent: arms and forces by class, and the items of a list behind a general word."""

from collections.abc import Sequence

from lagebild.extract.events_mentions import counted, thing
from lagebild.extract.events_model import Thing
from lagebild.extract.events_words import is_of
from lagebild.extract.reading import Reading

_HOLDING = frozenset({"of", "aus", "von", "mit", "with"})
_LISTING = frozenset({",", "und", "and", "sowie", "or", "oder"})
_COUNTING = frozenset({"mehr", "als", "rund", "etwa", "some", "about", "more", "than", "mindestens", "of"})


def is_arms(reading: Reading, place: int) -> bool:
    """Tell whether a phrase names arms; a vehicle is some where it is armoured or military."""
    phrase = reading.phrases[place]
    language, head = reading.language, reading.lower[phrase.head]
    if is_of(language, head, "arms"):
        return True
    words = reading.lower[phrase.first : phrase.head]
    return is_of(language, head, "arms_if") and any(is_of(language, word, "military_adjective") for word in words)


def unpacked(reading: Reading, places: Sequence[int]) -> list[int]:
    """Return phrases with what they hold or count in their stead: "a shipment of mortars", "ein Paket aus Mörsern"."""
    found: list[int] = []
    for place in places:
        inner = counted(reading, place)
        held = _contents(reading, inner)
        found += [m for m in (held or [inner]) if m not in found]
    return found


def _contents(reading: Reading, place: int) -> list[int]:
    """Return the phrases behind a word for what holds, those of a list together."""
    phrase = reading.phrases[place]
    if not is_of(reading.language, reading.lower[phrase.head], "holder"):
        return []
    found: list[int] = []
    last = phrase.last
    for m in range(place + 1, len(reading.phrases)):
        item = reading.phrases[m]
        between = set(reading.lower[last : item.first]) - _COUNTING
        number = any(n.first >= last and n.last <= item.first for n in reading.sentence.numbers)
        opens = item.adposition in _HOLDING or item.owner == place or (number and bool(between & _HOLDING))
        listed = bool(found) and not item.adposition and bool(between) and between <= _LISTING
        if not ((not found and opens) or listed):
            break
        found.append(counted(reading, m))
        last = reading.phrases[found[-1]].last
    return [m for m in dict.fromkeys(found) if is_arms(reading, m) or _is_force(reading, m)]


def _is_force(reading: Reading, place: int) -> bool:
    return is_of(reading.language, reading.lower[reading.phrases[place].head], "forces")


def is_good(reading: Reading, place: int, of: str) -> bool:
    """Tell whether a phrase names arms or forces, itself or by what it holds."""
    if of == "arms":
        return any(is_arms(reading, m) for m in unpacked(reading, [place]))
    return any(is_of(reading.language, reading.lower[reading.phrases[m].head], of) for m in unpacked(reading, [place]))


def delivered(reading: Reading, places: Sequence[int]) -> tuple[Thing, ...]:
    """Return the arms among these phrases, each of a list its own; a general word gives way to the items it heads."""
    places = unpacked(reading, places)
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
    forces = [
        p
        for p in unpacked(reading, places)
        if is_of(reading.language, reading.lower[reading.phrases[p].head], "forces")
    ]
    return tuple(thing(reading, p) for p in forces)
