"""Events of participles before a noun: "die von Frankreich an Ghana gelieferten Haubitzen"."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.extract.events_mentions import party
from lagebild.extract.events_model import Draft, Party, Thing
from lagebild.extract.events_objects import delivered, sent
from lagebild.extract.events_parties import can_receive
from lagebild.extract.events_reality import is_scene
from lagebild.extract.events_words import is_country, is_of
from lagebild.extract.reading import Reading
from lagebild.model import Phrase
from lagebild.vocabulary import load
from lagebild.vocabulary.events import EventVerb

_ENDING = re.compile(r"(?:en|em|er|es|e)$")
_ACTING = frozenset({"von", "durch"})
_LANDS = frozenset({"nach", "in"})
_ALONE = frozenset({"crime.arrest"})
_FURTHER = 4  # phrases that may stand inside one


@functools.cache
def _rules() -> dict[str, tuple[EventVerb, ...]]:
    found: dict[str, list[EventVerb]] = {}
    for row in load("de", "event_verbs", EventVerb):
        for participle in row.participles:
            found.setdefault(participle, []).append(row)
    return {participle: tuple(rows) for participle, rows in found.items()}


def attribute_events(reading: Reading) -> Iterator[Draft]:
    """Yield the events that participles tell of the noun behind them; who acts must be named before it."""
    if reading.language != "de" or is_scene(reading):
        return
    for place, phrase in enumerate(reading.phrases):
        for at in range(phrase.first, phrase.head):
            if reading.tokens[at].tag != "ADJ":
                continue
            rows = _rules().get(_ENDING.sub("", reading.lower[at]), ())
            found = next((draft for row in rows if (draft := _event(reading, place, at, row)) is not None), None)
            if found is not None:
                yield found


def _event(reading: Reading, place: int, at: int, row: EventVerb) -> Draft | None:
    """Return the event of a participle, or None where nobody is named who acts, or the noun is of another kind."""
    inside = _inside(reading, place, at)
    agents = tuple(
        party(reading, n)
        for n in inside
        if reading.phrases[n].adposition in _ACTING and _acts(reading, reading.phrases[n])
    )
    sides = tuple(party(reading, n) for n in inside if reading.phrases[n].adposition == "zwischen")
    if not agents and not sides and not (row.type in _ALONE and inside):
        return None
    goods = delivered(reading, [place]) if row.of == "arms" else sent(reading, [place]) if row.of == "forces" else ()
    if row.of and not goods:
        return None
    recipients: tuple[Party, ...] = ()
    for n in inside:
        slot = reading.phrases[n].adposition
        if slot in {*row.recipient, *_LANDS} and slot not in _ACTING and row.of and can_receive(reading, n):
            recipients = (party(reading, n),)
    if not recipients and row.of == "arms" and (got := _given(reading, inside)) >= 0:
        recipients = (party(reading, got),)
    whole = Party(reading.span(at + 1, reading.phrases[place].last), reading.lower[reading.phrases[place].head])
    return Draft(
        type=row.type,
        trigger=reading.span(at, at + 1),
        sentence=reading.sentence.index,
        place=at,
        clause=reading.phrases[place].clause,
        rule=f"event.attribute.{row.id}",
        status=row.status,
        agents=agents,
        targets=() if row.of else (whole,),
        recipients=recipients,
        objects=tuple(_without(reading, thing, at) for thing in goods),
        features=frozenset(row.features),
        named=True,
        definite=True,
    )


def _without(reading: Reading, thing: Thing, at: int) -> Thing:
    """Return a thing without the participle before it."""
    end = thing.span.end
    last = next(n for n, token in enumerate(reading.tokens) if token.end == end)
    return (
        replace(thing, span=reading.span(at + 1, last + 1)) if thing.span.start <= reading.tokens[at].start else thing
    )


def _inside(reading: Reading, place: int, at: int) -> list[int]:
    """Return the phrases that stand right before a participle, back to the article that opens its noun phrase."""
    found: list[int] = []
    edge = reading.phrases[place].first
    for n in range(place - 1, max(place - 1 - _FURTHER, -1), -1):
        phrase = reading.phrases[n]
        if phrase.last != edge and not (phrase.last < edge <= at):
            break
        if not phrase.adposition and phrase.series < 0 and not _is_bare_party(reading, n):
            break
        found.append(n)
        edge = phrase.first
    return found[::-1]


def _is_bare_party(reading: Reading, n: int) -> bool:
    """Tell whether a phrase without a preposition may be who is given something: "die Peru von Chile gelieferten"."""
    phrase = reading.phrases[n]
    return can_receive(reading, n) and (reading.tokens[phrase.head].tag == "PROPN" or phrase.case == "dative")


def _given(reading: Reading, inside: Sequence[int]) -> int:
    """Return the phrase of who is given something, the first without a preposition, or -1."""
    return next((n for n in inside if not reading.phrases[n].adposition and _is_bare_party(reading, n)), -1)


def _acts(reading: Reading, phrase: Phrase) -> bool:
    words = reading.lower[phrase.head]
    name = reading.tokens[phrase.head].text
    return is_country("de", name) or any(is_of("de", words, kind) for kind in ("party", "armed", "police"))
