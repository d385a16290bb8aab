"""Events of verbs: the row of the table, the parts of the clause, and what they must be."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.extract import events_german
from lagebild.extract.english import events as english
from lagebild.extract.events_mentions import glued_country, party, swallowed
from lagebild.extract.events_model import Draft, Party, Slots, Thing
from lagebild.extract.events_objects import delivered, sent
from lagebild.extract.events_parties import can_receive, fitting, speaks
from lagebild.extract.events_reality import insisted, is_infinitive, status_of
from lagebild.extract.events_words import VerbRule, is_country, is_of, noun_rule, verb_rules
from lagebild.extract.reading import Reading
from lagebild.model import Clause, Span
from lagebild.vocabulary.events import EventVerb

_COMPANY = frozenset({"mit", "with"})
_ORIGINS = frozenset({"aus", "from"})
_OWNING = frozenset({"of", "von", "by"})
_BARE = frozenset({"subject", "object", "dative"})
_TO_PARTIES = frozenset({"an"})
_TO_LANDS = frozenset({"nach", "to", "in", "for", "für", "into"})


def verb_events(reading: Reading) -> Iterator[Draft]:
    """Yield the events that the verbs of a sentence tell."""
    for n, clause in enumerate(reading.clauses):
        rules = verb_rules(reading.language).get(clause.verb, ())
        if not rules:
            continue
        words = _words(reading, n)
        for rule in rules:
            if rule.holds(words) and (draft := _event(reading, n, rule)) is not None:
                yield from _with_denial(reading, n, draft)
                break


def _with_denial(reading: Reading, n: int, draft: Draft) -> Iterator[Draft]:
    """Yield an event, and before it the denial of somebody who insists that it did not happen."""
    above = insisted(reading, n)
    if above < 0 or draft.type.startswith("act."):
        yield from (draft,) if above < 0 else ()
        return
    slots = slots_of(reading, above)
    speakers = _parties(reading, slots, ("subject",), role="agent")
    if not speakers or not all(speaks(reading, one) for one in speakers):
        return
    verbs = reading.clauses[above].verbs
    place = verbs[-1] if verbs else reading.clauses[above].first
    yield replace(
        draft,
        type="act.denial",
        trigger=reading.span(place, place + 1),
        place=place,
        clause=above,
        rule="event.verb.deny",
        status="done",
        agents=speakers,
        targets=(),
        recipients=(),
        objects=(),
        features=frozenset(),
    )
    yield draft


def _words(reading: Reading, n: int) -> str:
    """Return the words of a clause with those of what is only set in: "nahm 14 Männer, darunter zwei Lehrer, fest"."""
    inside = {k for k, other in enumerate(reading.clauses) if other.kind == "verbless" and other.parent == n}
    tokens = sorted(set(reading.clauses[n].tokens).union(*(reading.clauses[k].tokens for k in inside)))
    return " ".join(reading.lower[k] for k in tokens) if inside else reading.clause_words(reading.clauses[n]).lower()


def slots_of(reading: Reading, n: int, of: str = "") -> Slots:
    """Return the parts of a clause by slot."""
    return events_german.slots(reading, n, of=of) if reading.language == "de" else english.slots(reading, n, of=of)


def _event(reading: Reading, n: int, rule: VerbRule) -> Draft | None:
    """Return the event of a verb, or None where its parts are not what the row asks for."""
    row = rule.row
    status = status_of(reading, n, negated=not row.type.startswith("act.") and insisted(reading, n) >= 0)
    if status is None or (row.agent and _is_state(reading, reading.clauses[n])):
        return None
    slots = slots_of(reading, n, row.of if "object" in row.objects else "")
    objects, recipients = _goods(reading, row, slots)
    if row.of and (not objects or _only_moved(reading, n, row, objects)):
        return None
    if not _is_of_bomb(reading, slots, row.must):
        return None
    place = _trigger(reading, reading.clauses[n], rule)
    agents = _parties(reading, slots, row.agent, role="agent", goods=row.of)
    draft = Draft(
        type=row.type,
        trigger=_carrier(reading, n, place, rule),
        sentence=reading.sentence.index,
        place=place,
        clause=n,
        rule=f"event.verb.{row.id}",
        status=row.status if status == "done" or row.status == "promised" else status,
        agents=agents or _glued(reading, row, slots),
        targets=_targets(reading, n, row, slots),
        recipients=recipients,
        objects=objects,
        features=frozenset(row.features) | _elsewhere(reading, n, row),
    )
    return fitting(reading, draft, row)


def _glued(reading: Reading, row: EventVerb, slots: Slots) -> tuple[Party, ...]:
    """Return the German country that stands glued to what it sends: "dass Ruanda Soldaten entsandt hat"."""
    places = [p for slot in row.objects for p in slots.of(slot)]
    if reading.language != "de" or not row.of or slots.passive or not places or "subject" not in row.agent:
        return ()
    glued = glued_country(reading, places[0])
    return () if glued is None else (Party(reading.span(*glued), reading.lower[glued[1] - 1]),)


def _is_of_bomb(reading: Reading, slots: Slots, must: Sequence[str]) -> bool:
    """Tell whether what acts is a bomb or a suicide bomber, where it must be: "were killed by a car bomb"."""
    kind = "weapon.explosives" if "bomb" in must else "weapon.suicide" if "suicide" in must else ""
    if not kind:
        return True
    for place in slots.of("by") if slots.passive else slots.of("subject"):
        head = reading.phrases[place].head
        words = (reading.lower[head], " ".join(reading.lower[max(head - 1, 0) : head + 1]))
        event = noun_rule(reading.language, words[0]) is not None  # "suicide bombings killed 26"
        if any(is_of(reading.language, word, kind) for word in words) and (kind == "weapon.explosives" or not event):
            return True
    return False


def _only_moved(reading: Reading, n: int, row: EventVerb, objects: Sequence[Thing]) -> bool:
    """Tell whether ships or aircraft are only sent somewhere, and given to nobody: that is a deployment."""
    verb = reading.clauses[n].verb
    sends = any(rule.row.type == "conflict.deployment" for rule in verb_rules(reading.language).get(verb, ()))
    if row.type != "conflict.arms" or not sends:
        return False
    slots = slots_of(reading, n, row.of)
    given = any(can_receive(reading, p) for p in slots.of("dative")) or slots.of("an") or "dative" in slots.pronouns
    return not given and all(is_of(reading.language, one.head, "forces") for one in objects)


def _elsewhere(reading: Reading, n: int, row: EventVerb) -> frozenset[str]:
    """Return "elsewhere" where forces go to a named place that may lie abroad."""
    if row.type != "conflict.deployment":
        return frozenset()
    goals = [p for _, p in reading.in_clause(n) if p.adposition in _TO_LANDS]
    named = any(
        any(t.tag == "PROPN" for t in reading.tokens[p.first : p.last])
        or is_country(reading.language, reading.tokens[p.head].text.split("-")[0])
        for p in goals
    )
    return frozenset({"elsewhere"}) if named else frozenset()


def _is_state(reading: Reading, clause: Clause) -> bool:
    """Tell whether "sein" with a participle tells a state and no act: "sind den Regeln verhaftet"."""
    if is_of(reading.language, clause.verb, "intransitive"):
        return False
    if reading.language != "de" or clause.finite is None or reading.tokens[clause.finite].lemma != "sein":
        return False
    full = [n for n in clause.verbs if reading.tokens[n].tag == "VERB"]
    passive = any(reading.tokens[n].lemma == "werden" for n in clause.verbs)
    return not passive and any(reading.tokens[n].form == "participle" for n in full)


def _trigger(reading: Reading, clause: Clause, rule: VerbRule) -> int:
    """Return the token that carries the event: the participle, else the finite verb, else the infinitive."""
    if rule.trigger is not None:
        found = [n for n in clause.tokens if rule.trigger.fullmatch(reading.lower[n])]
        if found:
            return found[0]
    full = [n for n in clause.verbs if reading.tokens[n].tag == "VERB" and n in clause.tokens]
    participles = [n for n in full if reading.tokens[n].form == "participle"]
    return (participles or full or list(clause.verbs) or [clause.first])[-1 if participles else 0]


def _carrier(reading: Reading, n: int, place: int, rule: VerbRule) -> Span:
    """Return the words that carry the event: "opened fire", and of what is promised the promise."""
    row, last = rule.row, place + 1
    above = reading.clauses[n].parent
    if above >= 0 and is_infinitive(reading, reading.clauses[n]):
        governor = reading.clauses[above]
        if is_of(reading.language, governor.verb, "promise_verbs"):
            place = _trigger(reading, governor, replace(rule, trigger=None))
            last = place + 1
    if row.id == "open_fire" and reading.lower[place + 1 : place + 2] == ("fire",):
        last = place + 2
    return reading.span(place, last)


def _parties(reading: Reading, slots: Slots, wanted: Sequence[str], *, role: str, goods: str = "") -> tuple[Party, ...]:
    """Return the parties of these slots; in a passive the subject slot is who stands behind "von" or "by"."""
    found: list[Party] = []
    for slot in wanted:
        name = "by" if slots.passive and slot == "subject" else slot
        places = tuple(p for p in slots.of(name) if name not in _ORIGINS or goods == "" or can_receive(reading, p))
        places = tuple(p for p in places if not _is_owner(reading, p, name))
        places = tuple(p for p in places if reading.tokens[reading.phrases[p].head].tag != "DET")
        found += [party(reading, p, whole=role == "target") for p in places if not _is_absolute(reading, p)]
        if not places and name in slots.pronouns:
            at = slots.pronouns[name]
            found.append(Party(reading.span(at, at + 1), reading.lower[at], pronoun=True))
        if found and (role == "target" or goods == "arms"):
            break
    return tuple(one for one in found if any(letter.isalpha() for letter in one.span.quote))


def _is_owner(reading: Reading, place: int, slot: str) -> bool:
    """Tell whether a phrase is joined to one behind "of" or "von": "the ministers of Peru and Chile"."""
    phrase = reading.phrases[place]
    before = reading.phrases[place - 1] if place else None
    names = before is not None and reading.tokens[phrase.head].tag == reading.tokens[before.head].tag == "PROPN"
    if names and before is not None and before.adposition in {"of", "von"} and not phrase.adposition:
        return slot not in _OWNING and before.owner >= 0 and before.last + 1 == phrase.first
    leader = next((p for p in reading.phrases if phrase.series >= 0 and p.series == phrase.series), phrase)
    return slot not in _OWNING and leader is not phrase and leader.adposition in _OWNING and not phrase.adposition


def _targets(reading: Reading, n: int, row: EventVerb, slots: Slots) -> tuple[Party, ...]:
    """Return who or what suffers; of a place that is captured, the name behind "nach Angaben des Generalstabs"."""
    found = _parties(reading, slots, row.target, role="target")
    behind = swallowed(reading, n) if not found and "ground" in row.must else None
    return found if behind is None else (behind,)


def _is_absolute(reading: Reading, place: int) -> bool:
    """Tell whether a phrase only accompanies what is done: "with Djibouti mediating"."""
    phrase = reading.phrases[place]
    words = reading.lower[phrase.first : phrase.last + 1]
    before = reading.phrases[place - 1] if place else None
    if phrase.adposition in _COMPANY and before is not None and before.last == phrase.first and before.adposition:
        return True  # "after talks with China"
    return phrase.adposition == "with" and any(word.endswith("ing") for word in words[2:])


def _goods(reading: Reading, row: EventVerb, slots: Slots) -> tuple[tuple[Thing, ...], tuple[Party, ...]]:
    """Return what is given or sent, and who gets it."""
    if not row.of:
        return (), ()
    places = [p for slot in row.objects for p in slots.of(slot)]
    glued = glued_country(reading, places[0]) if places else None
    chosen = delivered(reading, places) if row.of == "arms" else sent(reading, places)
    recipients: list[Party] = []
    apart = reading.language == "en" or (
        bool(slots.of("subject") or slots.pronouns) and not {*places} & {*slots.of("subject")}
    )
    if glued is not None and "dative" in row.recipient and apart:
        recipients.append(Party(reading.span(*glued), reading.lower[glued[1] - 1]))
    for slot in row.recipient:
        able = (p for p in slots.of(slot) if slot in _BARE or can_receive(reading, p, named=slot in _TO_PARTIES))
        recipients += [party(reading, p) for p in able]
        if slot in slots.pronouns and not slots.of(slot):
            at = slots.pronouns[slot]
            recipients.append(Party(reading.span(at, at + 1), reading.lower[at], pronoun=True))
        if recipients:
            break
    return chosen, tuple(recipients)
