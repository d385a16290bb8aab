"""Events of nouns: "die Lieferung von X durch Y an Z", "ein Angriff auf die Kaserne", "auf Befehl von X"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.extract.events_frames import slots_of
from lagebild.extract.events_mentions import owning_country, party
from lagebild.extract.events_model import Draft, Party
from lagebild.extract.events_objects import delivered, sent
from lagebild.extract.events_parties import can_receive
from lagebild.extract.events_reality import is_scene, noun_status
from lagebild.extract.events_weapons import as_attack, weapons
from lagebild.extract.events_words import is_country, is_of, noun_rule
from lagebild.extract.reading import Reading
from lagebild.model import Phrase
from lagebild.vocabulary.events import EventNoun

_OF = frozenset({"von", "of"})
_FIGHTS = frozenset({"conflict.strike", "conflict.bombing", "conflict.attack"})
_GENITIVES = frozenset({"des", "der", "eines", "einer", "dieser", "dieses", "seiner", "ihrer", "seines", "ihres"})
_KINDS = frozenset({"terrorist", "sniper"})  # what kind of attack it is, and not whose
_PAIR = 2
_ORIGINS = frozenset({"aus", "from"})
_LANDS = frozenset({"nach", "to", "in", "into"})


def noun_events(reading: Reading) -> Iterator[Draft]:
    """Yield the events that the nouns of a sentence name."""
    if is_scene(reading):
        return
    for place, phrase in enumerate(reading.phrases):
        row = noun_rule(reading.language, reading.lower[phrase.head])
        if row is not None and (draft := _event(reading, place, row)) is not None:
            yield draft


def _event(reading: Reading, place: int, row: EventNoun) -> Draft | None:
    """Return the event of a noun, or None where the text does not tell it or its parts do not fit."""
    phrase = reading.phrases[place]
    before = reading.lower[max(phrase.first - 1, 0) : phrase.head]
    if row.after and not any(word in row.after for word in before):
        return None
    status = noun_status(reading, place)
    words = " ".join(reading.lower)
    if status is None or any(word.strip("\\b") in words for word in row.without):
        return None
    if row.needs and not any(re.search(pattern, words) for pattern in row.needs):
        return None
    chain = _chain(reading, place)
    if "two_sides" in row.features and not chain:  # "Zwischen der Armee und den Rebellen kam es zu Gefechten"
        chain = [n for n, p in reading.in_clause(phrase.clause) if n != place]
    found = Draft(
        type=row.type,
        trigger=reading.span(phrase.head, phrase.head + 1),
        sentence=reading.sentence.index,
        place=phrase.head,
        clause=phrase.clause,
        rule=f"event.noun.{row.id}",
        status=status,
        agents=_of_role(reading, place, chain, row.agent, whole=False),
        targets=_of_role(reading, place, chain, row.target, whole=True),
        features=frozenset(row.features),
        named=True,
        definite=phrase.definite,
    )
    if "genitive" in row.agent and "genitive" in row.target:
        found = _sorted(reading, found)
    found = _with_goods(reading, _with_doer(reading, found, place), chain, row, place)
    return _fitting(reading, found, row)


def _sorted(reading: Reading, draft: Draft) -> Draft:
    """Return an event whose genitive is who acts where it is armed, and what suffers where it is not."""
    both = (*draft.agents, *draft.targets)
    armed = tuple(one for one in draft.agents if is_of(reading.language, one.head, "armed"))
    acting = {one.span.start for one in armed}
    behind = _acting(reading, draft)
    hit = tuple(one for one in both if one.span.start not in acting or behind)
    return replace(draft, agents=behind or armed, targets=tuple({one.span.start: one for one in hit}.values())[:1])


def _acting(reading: Reading, draft: Draft) -> tuple[Party, ...]:
    """Return who stands behind "durch" after a noun."""
    behind = (n for n, p in enumerate(reading.phrases) if p.adposition == "durch" and p.first > draft.place)
    return tuple(party(reading, n) for n in behind)[:1]


def _with_doer(reading: Reading, draft: Draft, place: int) -> Draft:
    """Return an event with who does it: "verübte einen Anschlag", "carried out an attack", "an army attack"."""
    if draft.agents or draft.type.startswith("act."):
        return draft
    phrase = reading.phrases[place]
    if draft.clause >= 0 and not phrase.adposition:
        slots = slots_of(reading, draft.clause)
        if is_of(reading.language, reading.clauses[draft.clause].verb, "support"):
            doers = slots.of("by" if slots.passive else "subject")
            return replace(draft, agents=tuple(party(reading, n) for n in doers if n != place))
    if reading.language == "en" and phrase.head > phrase.first:
        before = phrase.head - 1
        word = reading.lower[before]
        if is_of("en", word, "armed") and word not in _KINDS and not is_of("en", word, "weapon.heavy"):
            first = next(n for n in range(phrase.first, phrase.head) if reading.tokens[n].tag not in {"DET", "ADP"})
            return replace(draft, agents=(Party(reading.span(first, phrase.head), reading.lower[before]),))
    return draft


def _chain(reading: Reading, place: int) -> list[int]:
    """Return the phrases that hang on a noun: those behind it with nothing but "und" between them, places aside."""
    last = reading.phrases[place].last
    found: list[int] = []
    for n in range(place + 1, len(reading.phrases)):
        phrase = reading.phrases[n]
        between = {reading.lower[k] for k in range(last, phrase.first) if not _counts(reading, k)}
        joined = phrase.series >= 0 and between <= {"und", "and", ","}
        if phrase.first < last or (between and not joined) or (between and not found):
            break
        found.append(n)
        last = phrase.last
    return found


def _counts(reading: Reading, place: int) -> bool:
    """Tell whether a token belongs to a number, or is the "of" before one that stands apart from its noun."""
    numbers = reading.sentence.numbers
    inside = any(number.first <= place < number.last for number in numbers)
    return inside or (reading.lower[place] in _OF and any(number.first == place + 1 for number in numbers))


def _slot(reading: Reading, phrase: Phrase, place: int, n: int) -> str:
    """Return the slot of a phrase behind a noun."""
    opener = reading.lower[phrase.first - 2] if phrase.first > 1 else ""
    if (
        phrase.adposition in _OF
        or (not phrase.adposition and opener in _OF and _counts(reading, phrase.first - 1))
        or (not phrase.adposition and _is_genitive(reading, phrase, place, n))
    ):
        return "genitive"
    return phrase.adposition


def _is_genitive(reading: Reading, phrase: Phrase, place: int, n: int) -> bool:
    """Tell whether a phrase right behind a noun is its genitive: "des Rathauses", "eigener Soldaten", "Kidals"."""
    if phrase.owner == place:
        return True
    opener = reading.lower[phrase.first]
    inflected = reading.tokens[phrase.first].tag == "ADJ" and opener.endswith("er")
    return n == place + 1 and (opener in _GENITIVES or inflected or reading.tokens[phrase.first].tag == "PROPN")


def _of_role(
    reading: Reading, place: int, chain: Sequence[int], wanted: Sequence[str], *, whole: bool
) -> tuple[Party, ...]:
    """Return the parties behind a noun in these slots, coordinated ones together."""
    found: list[Party] = []
    series: set[int] = set()
    for n in chain:
        phrase = reading.phrases[n]
        slot = _slot(reading, phrase, place, n)
        if slot in _ORIGINS and reading.tokens[phrase.head].tag != "PROPN" and not can_receive(reading, n):
            continue
        follows = phrase.series >= 0 and phrase.series in series
        if follows or (
            slot in wanted and not found and not is_of(reading.language, reading.lower[phrase.head], "time")
        ):
            found.append(party(reading, n, whole=whole))
            series |= {phrase.series} - {-1}
    if not found and "owner" in wanted and (owner := _possessor(reading, place)) is not None:
        found.append(owner)
    return tuple(found)


def _possessor(reading: Reading, place: int) -> Party | None:
    """Return who a possessive before a noun names: "the army's delivery"."""
    phrase = reading.phrases[place]
    marks = [n for n in range(phrase.first, phrase.head) if reading.lower[n] in {"'s", "’s", "'", "’"}]
    if not marks:
        return None
    first = next((n for n in range(phrase.first, marks[0]) if reading.tokens[n].tag not in {"DET", "ADP"}), marks[0])
    return Party(reading.span(first, marks[0]), reading.lower[marks[0] - 1]) if first < marks[0] else None


def _with_goods(reading: Reading, draft: Draft, chain: Sequence[int], row: EventNoun, place: int) -> Draft:
    """Return an event with what is delivered or sent, who gets it, and who sends its own."""
    if not row.of:
        return draft
    goods = [n for n in chain if _slot(reading, reading.phrases[n], place, n) == "genitive"]
    series = {reading.phrases[n].series for n in goods} - {-1} | {reading.phrases[place].series} - {-1}
    goods += [
        n for n in chain if n not in goods and reading.phrases[n].series in series and not reading.phrases[n].adposition
    ]
    objects = delivered(reading, goods) if row.of == "arms" else sent(reading, goods)
    recipients: tuple[Party, ...] = ()
    for n in chain:
        slot = reading.phrases[n].adposition
        if slot in row.recipient and (slot not in _LANDS or can_receive(reading, n)) and not recipients:
            recipients = (party(reading, n),)
    if not recipients and draft.clause >= 0 and is_of(reading.language, reading.clauses[draft.clause].verb, "reaching"):
        slots = slots_of(reading, draft.clause)
        goals = [*slots.of("object"), *slots.of("in")]
        recipients = tuple(party(reading, n) for n in goals if n != place and can_receive(reading, n))[:1]
    agents = draft.agents
    agents = agents or tuple(one for n in goods if (one := owning_country(reading, n)) is not None)
    ordered = draft.clause >= 0 and is_of(reading.language, reading.clauses[draft.clause].verb, "ordering")
    if (
        not agents
        and draft.clause >= 0
        and not ordered
        and (draft.status != "done" or any(_is_own(reading, n) for n in goods))
    ):
        subjects = slots_of(reading, draft.clause).of("subject")
        agents = tuple(party(reading, n) for n in subjects if n != place and can_receive(reading, n))
    return replace(draft, objects=objects, recipients=recipients, agents=agents)


def _is_own(reading: Reading, n: int) -> bool:
    phrase = reading.phrases[n]
    return any(is_of(reading.language, reading.lower[k], "own") for k in range(phrase.first, phrase.head))


def _fitting(reading: Reading, draft: Draft, row: EventNoun) -> Draft | None:
    """Return an event whose parts are of the kind that its noun asks for, or None."""
    language = reading.language
    if row.of:
        pair = " ".join(reading.lower[max(draft.place - 1, 0) : draft.place + 1])
        words = (draft.trigger.quote.lower(), pair)
        compound = row.of == "arms" and any(is_of(language, word, "arms_compound") for word in words)
        return draft if draft.objects or (compound and (draft.agents or draft.recipients)) else None
    if draft.type == "act.order":
        return draft if draft.agents else None
    if draft.type in _FIGHTS:
        return _fight(reading, draft, row)
    if draft.type == "conflict.battle" and "two_sides" in draft.features:
        armed = [
            one for one in draft.agents if is_of(language, one.head, "armed") or is_country(language, one.span.quote)
        ]
        return draft if len(armed) == len(draft.agents) >= _PAIR else None
    if draft.type == "conflict.battle":
        return draft if any(_is_place(reading, one) for one in draft.targets) else None
    if draft.type == "crime.arrest":
        people = [one for one in draft.targets if is_of(language, one.head, "persons") or one.span.quote[:1].isupper()]
        return draft if people else None
    return draft if draft.agents or draft.targets else None


def _is_place(reading: Reading, one: Party) -> bool:
    """Tell whether a party is a place: a name, or a noun with one ("der Region Kursk")."""
    named = one.span.quote != one.span.quote.lower() if reading.language == "en" else " " in one.span.quote
    bare = any(t.start == one.span.start and t.tag == "PROPN" for t in reading.tokens)
    return bare or (named and is_of(reading.language, one.head, "naming"))


def _fight(reading: Reading, draft: Draft, row: EventNoun) -> Draft | None:
    """Return an attack with its weapon where the armed make it, a weapon is named, or what it hits is of that kind."""
    language = reading.language
    if draft.clause >= 0 and any(
        is_of(language, reading.lower[n], "dispute") for n in reading.clauses[draft.clause].tokens
    ):
        return None
    armed = tuple(
        one for one in draft.agents if is_of(language, one.head, "armed") or is_country(language, one.span.quote)
    )
    own = reading.phrases[_place_of(reading, draft)]
    words = [*reading.lower[own.first : own.head + 1], " ".join(reading.lower[max(own.head - 1, 0) : own.head + 1])]
    seen = frozenset(
        k for k in weapons(reading, replace(draft, clause=-1)) if any(is_of(language, w, k) for w in words)
    )
    seen |= {kind for one in armed for kind in ("weapon.aerial",) if _is_flying(reading, one)}
    draft = replace(draft, agents=armed)
    if row.alone:
        introduced = not draft.definite and not reading.phrases[_place_of(reading, draft)].plural
        told = bool(draft.agents or draft.targets) or introduced
    else:
        kinds = ("armed_target", "civilian_target", "ground")
        heads = [
            h for one in draft.targets for h in (one.head, one.head.removesuffix("s"), one.head.removesuffix("es"))
        ]
        hit = any(is_of(language, head, kind) for head in heads for kind in kinds)
        told = bool(armed) or hit
    return as_attack(reading, draft, seen) if told else None


def _is_flying(reading: Reading, one: Party) -> bool:
    """Tell whether a force is an air force."""
    last = " ".join(one.span.quote.lower().split()[-2:])
    return any(is_of(reading.language, word, "weapon.aerial") for word in (one.head, last))


def _place_of(reading: Reading, draft: Draft) -> int:
    return next((n for n, phrase in enumerate(reading.phrases) if phrase.head == draft.place), 0)
