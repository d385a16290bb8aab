"""By what means an attack is made, who can make one, and of which type that makes it."""

from dataclasses import replace

from lagebild.extract.events_mentions import party
from lagebild.extract.events_model import Draft, Party
from lagebild.extract.events_words import is_country, is_of
from lagebild.extract.reading import Reading
from lagebild.model import EventType

_KINDS = ("weapon.suicide", "weapon.drone", "weapon.heavy", "weapon.aerial", "weapon.explosives", "weapon.firearms")
_TYPES: dict[str, EventType] = {
    "weapon.suicide": "conflict.bombing",
    "weapon.explosives": "conflict.bombing",
    "weapon.drone": "conflict.strike",
    "weapon.heavy": "conflict.strike",
    "weapon.aerial": "conflict.strike",
    "weapon.firearms": "conflict.attack",
}
_OWNER = frozenset({"weapon.drone", "weapon.heavy"})
_PEOPLE = frozenset({"conflict.attack", "conflict.strike", "conflict.bombing"})


def weapons(reading: Reading, draft: Draft) -> frozenset[str]:
    """Return the classes of the weapons that the clause of an event names, its targets left out."""
    clause = reading.clauses[draft.clause] if draft.clause >= 0 else None
    places = clause.tokens if clause is not None else range(len(reading.tokens))
    barred = [(t.span.start, t.span.end) for t in draft.targets]
    found = set()
    for place in (*places, draft.place):
        token = reading.tokens[place]
        if token.tag not in {"NOUN", "PROPN"}:
            continue
        if any(start <= token.start < end for start, end in barred):
            continue
        pair = " ".join(reading.lower[max(place - 1, 0) : place + 1])
        words = (reading.lower[place], pair)
        found |= {kind for kind in _KINDS if any(is_of(reading.language, word, kind) for word in words)}
    return frozenset(found)


def is_armed(reading: Reading, draft: Draft, seen: frozenset[str], *, by_weapon: bool = True) -> bool:
    """Tell whether whoever acts can wage a fight: the armed, a state, someone with a weapon; nobody in a quarrel."""
    language = reading.language
    clause = reading.clauses[draft.clause]
    if any(is_of(language, reading.lower[n], "dispute") for n in clause.tokens):
        return False
    heads = [one.head for one in draft.agents if not one.pronoun]
    if any(is_of(language, word, "armed_adjective") for one in draft.agents for word in one.span.quote.lower().split()):
        return True
    acting = ("armed", "weapon.aerial", "weapon.drone", "weapon.heavy")
    if (seen and by_weapon) or any(is_of(language, head, kind) for head in heads for kind in acting):
        return True
    if draft.agents and heads:
        return all(is_country(language, p.span.quote) for p in draft.agents)
    kinds = ("armed_target", "ground")
    return any(is_of(language, target.head, kind) for target in draft.targets for kind in kinds)


def as_attack(reading: Reading, draft: Draft, seen: frozenset[str]) -> Draft | None:
    """Return an attack with its weapons, of the type that they make it, without a weapon as who acts."""
    kind = next((kind for kind in _KINDS if kind in seen), "")
    few = bool(draft.agents) and all(is_of(reading.language, one.head, "gunmen") for one in draft.agents)
    if few and not kind and draft.type == "conflict.strike":
        return replace(draft, type="conflict.attack")
    made = _TYPES.get(kind, draft.type) if draft.type in _PEOPLE else draft.type
    features = draft.features | ({kind} if kind else set())
    return replace(draft, type=made, agents=_owners(reading, draft), features=features)


def _owners(reading: Reading, draft: Draft) -> tuple[Party, ...]:
    """Return who acts; a weapon that is the subject gives way to whoever owns it, or to nobody."""
    found: list[Party] = []
    for one in draft.agents:
        if any(is_of(reading.language, one.head, kind) for kind in ("abstract", "ground")):
            continue
        names = (one.head, " ".join(one.span.quote.lower().split()[-2:]))
        if not any(is_of(reading.language, name, kind) for name in names for kind in _OWNER) and not _is_machine(
            reading, one
        ):
            found.append(one)
            continue
        place = next(
            (
                n
                for n, p in enumerate(reading.phrases)
                if reading.span(p.head, p.head + 1).start >= one.span.start
                and reading.tokens[p.head].end <= one.span.end
            ),
            -1,
        )
        if 0 <= place < len(reading.phrases) - 1:
            owner = reading.phrases[place + 1]
            if owner.owner == place or (
                owner.first == reading.phrases[place].last and owner.adposition in {"of", "from", "von"}
            ):
                found.append(party(reading, place + 1))
            elif (sender := _sender(reading, place)) >= 0:
                found.append(party(reading, sender))
    return tuple(found)


def _sender(reading: Reading, place: int) -> int:
    """Return the phrase of who fired a weapon, or -1: "a missile fired by rebels"."""
    phrase = reading.phrases[place]
    behind = reading.phrases[place + 1]
    if (
        behind.adposition == "by"
        and reading.tokens[behind.first - 1].tag == "VERB"
        and behind.first - 1 <= phrase.last + 1
    ):
        return place + 1
    before = reading.phrases[place - 1] if place else None
    if before is not None and before.adposition in {"von", "durch"} and before.last == phrase.first:
        return place - 1 if is_of(reading.language, reading.lower[before.head], "armed") else -1
    return -1


def _is_machine(reading: Reading, one: Party) -> bool:
    """Tell whether an aircraft acts and no force: "Kampfjets", not "die Luftwaffe", nor "suicide bombers"."""
    if is_of(reading.language, " ".join(one.span.quote.lower().split()[-2:]), "weapon.suicide"):
        return False
    return is_of(reading.language, one.head, "weapon.aerial") and not is_of(reading.language, one.head, "state_forces")
