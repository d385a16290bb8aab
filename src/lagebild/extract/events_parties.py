"""Who can do, suffer and receive what an event tells."""

from collections.abc import Sequence
from dataclasses import replace

from lagebild.extract.events_mentions import bounds, thing
from lagebild.extract.events_model import Draft, Party, Thing
from lagebild.extract.events_weapons import as_attack, is_armed, weapons
from lagebild.extract.events_words import is_country, is_of
from lagebild.extract.reading import Reading
from lagebild.vocabulary.events import EventVerb

_FIGHTS = frozenset({"conflict.strike", "conflict.bombing", "conflict.attack", "conflict.battle"})


_PAIR = 2


def fitting(reading: Reading, draft: Draft, row: EventVerb) -> Draft | None:
    """Return the event of a verb with its weapons, or None where its parts can not do or suffer such a thing."""
    if not _has_sides(reading, draft, row.must):
        return None
    if "downed" in row.features:
        draft = replace(draft, objects=tuple(_one(reading, one) for one in draft.targets))
    if draft.type in _FIGHTS:
        return _fight(reading, draft, row)
    if row.armed and not is_armed(reading, draft, frozenset()):
        return None
    if draft.type == "crime.arrest":
        return _arrest(reading, draft, row.must)
    if draft.type.startswith("act."):
        return _act(reading, draft)
    sides = (*draft.agents, *draft.recipients)
    if draft.type == "conflict.arms":
        lacking = "agent" in row.must and not draft.agents
        return draft if not lacking and any(one.pronoun or speaks(reading, one) for one in sides) else None
    if draft.type == "conflict.diplomacy":
        return draft if any(_treats(reading, one) for one in draft.agents) else None
    return draft


def _has_sides(reading: Reading, draft: Draft, must: Sequence[str]) -> bool:
    """Tell whether those who act and suffer are of the kinds that a row asks for."""
    language = reading.language
    armed = [one for one in (*draft.agents, *draft.targets) if is_of(language, one.head, "armed") or one.pronoun]
    asked = {
        "machine": lambda: any(is_of(language, one.head, "machine") for one in draft.targets),
        "enemy": lambda: any(one in armed for one in draft.targets),
        "sides": lambda: len(armed) == len({*draft.agents, *draft.targets}) >= _PAIR,
        "police": lambda: any(is_of(language, one.head, "police") for one in draft.agents),
        "captor": lambda: all(
            one.pronoun or any(is_of(language, one.head, kind) for kind in ("police", "armed")) for one in draft.agents
        ),
        "pronoun": lambda: any(one.pronoun for one in draft.agents),
        "recipient": lambda: bool(draft.recipients),
        "side": lambda: bool(draft.recipients or draft.agents),
        "goal": lambda: bool(draft.recipients) or "elsewhere" in draft.features,
        "holder": lambda: all(one.pronoun or speaks(reading, one) for one in draft.agents),
        "doer": lambda: bool(draft.agents),
        "commanded": lambda: any(is_of(language, t.head, k) for t in draft.targets for k in ("armed", "police")),
        "told": lambda: any(c.parent == draft.clause and c.kind == "infinitive" for c in reading.clauses),
        "mined": lambda: any(is_of(language, word, "weapon.explosives") for word in reading.lower),
    }
    return all(asked[name]() for name in must if name in asked)


def _one(reading: Reading, one: Party) -> Thing:
    """Return what is hit as a thing, with its count and without whose it is."""
    place = next((n for n, p in enumerate(reading.phrases) if reading.lower[p.head] == one.head), -1)
    return thing(reading, place) if place >= 0 else Thing(one.span, one.head)


def _fight(reading: Reading, draft: Draft, row: EventVerb) -> Draft | None:
    """Return a fight with its weapons, or None where its sides are not armed or what it must hit is not named."""
    seen = weapons(reading, draft)
    if row.armed and not is_armed(reading, draft, seen, by_weapon=row.by_weapon):
        return None
    if "two_sides" in row.features and not all(_fights(reading, one) for one in draft.agents):
        return None
    if ("target" in row.must and not draft.targets) or ("ground" in row.must and not _on_ground(reading, draft)):
        return None
    return as_attack(reading, draft, seen)


def _act(reading: Reading, draft: Draft) -> Draft | None:
    """Return an act of somebody; whoever is ordered must be able to obey."""
    if not draft.agents and draft.type != "act.order":
        return None
    if draft.type != "act.order":
        return draft
    told = tuple(one for one in draft.targets if one.pronoun or speaks(reading, one))
    commanded = any(is_of(reading.language, one.head, kind) for one in told for kind in ("armed", "police"))
    fits = all(speaks(reading, one) for one in draft.agents) and (draft.agents or commanded)
    return replace(draft, targets=told) if fits else None


def _on_ground(reading: Reading, draft: Draft) -> bool:
    """Tell whether the target of an event is a place: a name, or a noun for one."""
    named = {token.start for token in reading.tokens if token.tag == "PROPN"}
    return any(
        is_of(reading.language, one.head, "ground") or any(one.span.start <= at < one.span.end for at in named)
        for one in draft.targets
        if not any(is_of(reading.language, one.head, kind) for kind in ("arms", "quantity"))
        and (is_of(reading.language, one.head, "ground") or not _is_person(reading, one))
    )


def speaks(reading: Reading, one: Party) -> bool:
    """Tell whether a party is one whose word counts: an office, a force, the police; a test or a report is none."""
    kinds = ("party", "police", "armed", "naming", "spokesman")
    if one.pronoun or any(is_of(reading.language, one.head, kind) for kind in kinds):
        return True
    named = any(t.tag == "PROPN" and one.span.start <= t.start < one.span.end for t in reading.tokens)
    return named or is_country(reading.language, one.span.quote)


def _treats(reading: Reading, one: Party) -> bool:
    """Tell whether a party is one that makes agreements: a state, a body, a force; a player is none."""
    known = is_country(reading.language, one.span.quote)
    return one.pronoun or known or any(is_of(reading.language, one.head, k) for k in ("party", "armed", "non_state"))


def _fights(reading: Reading, one: Party) -> bool:
    """Tell whether a side of a fight is armed."""
    named = any(t.tag == "PROPN" and one.span.start <= t.start < one.span.end for t in reading.tokens)
    person = is_of(reading.language, one.head, "civilian_target") or is_of(reading.language, one.head, "persons")
    known = is_of(reading.language, one.head, "armed") or (named and not person)
    return one.pronoun or known or is_of(reading.language, one.head, "police")


def _arrest(reading: Reading, draft: Draft, must: Sequence[str]) -> Draft | None:
    """Return an arrest of people by whoever can make one, or None where none is told of."""
    language = reading.language
    held = tuple(one for one in draft.targets if not is_of(language, one.head, "abstract"))
    if "people" in must:
        held = tuple(one for one in held if _is_person(reading, one))
    kinds = ("police", "armed", "party", "naming")
    able = tuple(
        one
        for one in draft.agents
        if one.pronoun or is_country(language, one.span.quote) or any(is_of(language, one.head, k) for k in kinds)
    )
    return replace(draft, agents=able, targets=held) if held else None


def _is_person(reading: Reading, one: Party) -> bool:
    """Tell whether a party is people: by its head, or by the word before a name ("rebel commander Joe Oko")."""
    named = any(t.tag == "PROPN" and one.span.start <= t.start < one.span.end for t in reading.tokens)
    words = [one.head, *(one.span.quote.lower().split() if named else ())]
    return one.pronoun or any(is_of(reading.language, word, kind) for word in words for kind in ("persons", "armed"))


def can_receive(reading: Reading, place: int, *, named: bool = False) -> bool:
    """Tell whether a phrase names a country, a government, a body or a force; a town or a region is only a place.

    `named` lets any name do ("an Rheinmetall").
    """
    phrase = reading.phrases[place]
    first, last = bounds(reading, place, whole=False)
    name = " ".join(token.text for token in reading.tokens[first:last] if token.tag in {"PROPN", "NOUN"})
    at = phrase.head if phrase.head < last else last - 1
    head = reading.lower[at]
    if is_country(reading.language, reading.tokens[at].text) or is_country(reading.language, name):
        return True
    if named and reading.tokens[phrase.head].tag == "PROPN":
        return True
    return any(is_of(reading.language, head, kind) for kind in ("party", "armed", "police"))
