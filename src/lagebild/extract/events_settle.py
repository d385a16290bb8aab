"""What the events of a document make of each other: confirmed, denied, claimed, named again, and what was destroyed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.extract.events_frames import slots_of
from lagebild.extract.events_mentions import thing
from lagebild.extract.events_model import Draft, Party, Thing
from lagebild.extract.events_parties import speaks
from lagebild.extract.events_reality import is_bare_content, is_infinitive, status_of
from lagebild.extract.events_words import is_of, noun_rule
from lagebild.extract.reading import Reading
from lagebild.model import EventStatus

_FIGHTS = frozenset({"conflict.strike", "conflict.bombing", "conflict.attack", "conflict.battle"})
_ATTACKS = frozenset({"conflict.strike", "conflict.bombing", "conflict.attack"})
_SAYING = {"act.confirmation": "confirmed", "act.denial": "denied"}
_OPENERS = frozenset({"dass", "daß", "wonach", "denen", "that"})
_DEEPEST = 6


def settled(readings: Sequence[Reading], found: Sequence[Draft]) -> list[Draft]:
    """Return the events of a document in text order, each happening once, with what other sentences say of it."""
    by_index = {reading.sentence.index: reading for reading in readings}
    drafts = _claimed(_untitled(found))
    drafts = _vouched(by_index, drafts)
    drafts = [_with_destroyed(by_index, drafts, draft) for draft in drafts]
    return _once(drafts)


def _untitled(found: Sequence[Draft]) -> list[Draft]:
    """Leave out the events of the title that the text tells too, and those that it only names."""
    told = {draft.type for draft in found if draft.trigger.field != "title"}
    return [
        draft
        for draft in found
        if draft.trigger.field != "title" or not (draft.named or draft.type in told or draft.type.startswith("act."))
    ]


def _claimed(drafts: list[Draft]) -> list[Draft]:
    """Make whoever claims responsibility the agent and source of the attack before; the claim itself is no act."""
    result: list[Draft] = []
    later: list[Draft] = []
    for draft in drafts:
        if later and draft.type in _ATTACKS and draft.sentence == later[-1].sentence:
            claimants = later.pop().agents
            result.append(replace(draft, agents=draft.agents or claimants, vouched=(*draft.vouched, *claimants)))
            continue
        if "responsibility" not in draft.features:
            result.append(draft)
            continue
        at = next((n for n in range(len(result) - 1, -1, -1) if result[n].type in _ATTACKS), None)
        if at is None:
            later.append(draft)
        else:
            agents = result[at].agents or draft.agents
            result[at] = replace(result[at], agents=agents, vouched=(*result[at].vouched, *draft.agents))
    return result


def _vouched(by_index: dict[int, Reading], drafts: list[Draft]) -> list[Draft]:
    """Give events that somebody confirms or denies that status, and drop such acts that are about none."""
    result = list(drafts)
    dropped: set[int] = set()
    for n, act in enumerate(drafts):
        if act.type not in _SAYING:
            continue
        about, stands = _about(by_index[act.sentence], result, n)
        for m in about:
            status: EventStatus = "denied" if act.type == "act.denial" else "confirmed"
            ahead = result[m].status in {"planned", "promised"} and status == "confirmed"
            kept: EventStatus = result[m].status if ahead else status
            result[m] = replace(result[m], status=kept, vouched=(*result[m].vouched, *act.agents))
        if not about and not stands:
            dropped.add(n)
    return [draft for n, draft in enumerate(result) if n not in dropped]


def _about(reading: Reading, drafts: Sequence[Draft], n: int) -> tuple[list[int], bool]:
    """Return the events that an act is about, and whether it is one though it is about none of them."""
    act = drafts[n]
    can_speak = all(speaks(reading, one) for one in act.agents)
    inside = [
        m
        for m, draft in enumerate(drafts)
        if draft.sentence == act.sentence
        and m != n
        and _is_under(reading, draft.clause, act.clause)
        and not draft.type.startswith("act.")
    ]
    if inside or (inside := _before(reading, drafts, n)):
        return inside, True
    own = [
        m
        for m, d in enumerate(drafts)
        if d.sentence == act.sentence
        and d.clause == act.clause
        and d.named
        and not d.type.startswith("act.")
        and _is_content(reading, d)
    ]
    if own:
        return own, True
    heads = [reading.lower[p.head] for p in reading.phrases if p.clause == act.clause and not p.adposition]
    kinds = {row.type for head in heads if (row := noun_rule(reading.language, head)) is not None}
    before = [m for m in range(n) if drafts[m].type in kinds or (kinds & _FIGHTS and drafts[m].type in _FIGHTS)]
    if before and can_speak:
        return before[-1:], True
    involved = any(is_of(reading.language, head, "involvement") for head in heads) and any(
        not draft.type.startswith("act.") for draft in drafts
    )
    refers = any(is_of(reading.language, reading.lower[k], "pointing") for k in reading.clauses[act.clause].tokens)
    recent = [
        m for m in range(n) if drafts[n].sentence - drafts[m].sentence == 1 and not drafts[m].type.startswith("act.")
    ]
    if refers and recent and not any(_is_under(reading, k, act.clause) for k in range(len(reading.clauses))):
        return recent[-1:], True
    return [], involved


def _before(reading: Reading, drafts: Sequence[Draft], n: int) -> list[int]:
    """Return the events that stand before a verb that ends a sentence without any object: "..., the army admitted"."""
    clause = reading.clauses[drafts[n].clause]
    bare = [p for _, p in reading.in_clause(drafts[n].clause) if not p.adposition and p.owner < 0]
    bare = [p for p in bare if reading.tokens[p.head].tag != "PART"]
    agents = {one.span.start for one in drafts[n].agents}
    things = [p for p in bare if not agents & {reading.tokens[k].start for k in range(p.first, p.last)}]
    things = [p for p in things if not is_of(reading.language, reading.lower[p.head], "time")]
    if clause.opener not in {"", "wie", "as"} or things or clause.first == 0:
        return []
    return [
        m
        for m, draft in enumerate(drafts)
        if draft.sentence == drafts[n].sentence
        and reading.tokens[draft.place].start < reading.tokens[clause.first].start
        and draft.clause != drafts[n].clause
        and not draft.type.startswith("act.")
    ]


def _is_content(reading: Reading, draft: Draft) -> bool:
    """Tell whether a noun is what is confirmed or denied, and not a circumstance of it."""
    phrase = next((p for p in reading.phrases if p.head == draft.place), None)
    return phrase is not None and phrase.adposition in {"", "von", "of", "über", "about"}


def _is_under(reading: Reading, clause: int, above: int) -> bool:
    """Tell whether a clause is the content of another one."""
    at = clause
    for _ in range(_DEEPEST):
        if at < 0:
            return False
        this = reading.clauses[at]
        content = (
            is_infinitive(reading, this)
            or this.opener in _OPENERS
            or (this.kind == "subordinate" and not this.opener and reading.language == "en")
            or is_bare_content(reading, this)
        )
        if not content:
            return False
        if this.parent == above:
            return True
        at = this.parent
    return False


def _with_destroyed(by_index: dict[int, Reading], drafts: Sequence[Draft], draft: Draft) -> Draft:
    """Return a fight with what its own or the next sentence says was destroyed."""
    if draft.type not in _FIGHTS or draft.status in {"planned", "promised"}:
        return draft
    things: list[Thing] = []
    for index in (draft.sentence, draft.sentence + 1):
        reading = by_index.get(index)
        others = any(d.sentence == index and d.type in _FIGHTS and d is not draft for d in drafts)
        if reading is not None and not (index != draft.sentence and others):
            things += _destroyed(reading, draft)
    return replace(draft, objects=(*draft.objects, *things))


def _destroyed(reading: Reading, draft: Draft) -> Iterator[Thing]:
    """Yield what the verbs of a sentence say was destroyed; people and what was attacked are none."""
    for n, clause in enumerate(reading.clauses):
        if not is_of(reading.language, clause.verb, "destroy") or status_of(reading, n) != "done":
            continue
        for place in slots_of(reading, n).of("object"):
            if is_of(reading.language, reading.lower[reading.phrases[place].head], "quantity"):
                continue
            found = thing(reading, place)
            if found.head not in {target.head for target in draft.targets} and found.span.quote:
                yield found


def _once(drafts: Sequence[Draft]) -> list[Draft]:
    """Return each happening once: a later naming adds what it tells to the first one it does not contradict."""
    result: list[Draft] = []
    for draft in drafts:
        at = next((n for n, other in enumerate(result) if _is_same(other, draft)), None)
        if at is None:
            result.append(draft)
        else:
            result[at] = _joined(result[at], draft)
    return result


def _is_same(one: Draft, other: Draft) -> bool:
    """Tell whether two drafts may be one happening: of one type, no role of theirs differs, the later adds no count."""
    if one.type != other.type:
        return False
    if one.type in _FIGHTS and one.sentence == other.sentence and one.agents and one.agents == other.agents:
        return True
    roles = ((one.agents, other.agents), (one.targets, other.targets), (one.recipients, other.recipients))
    if not all(_meet(mine, theirs) for mine, theirs in roles):
        return False
    if one.type.startswith("act."):
        return one.sentence == other.sentence and (one.type == "act.order" or one.clause == other.clause)
    counts = {(t.head, t.low, t.high) for t in one.objects if t.low is not None or t.high is not None}
    later = {(t.head, t.low, t.high) for t in other.objects if t.low is not None or t.high is not None}
    if later and counts and not later & counts:
        return False
    if later and not counts and one.objects:
        return False
    near = abs(other.sentence - one.sentence) <= 1 or other.definite
    shared = any(_heads(mine) & _heads(theirs) for mine, theirs in roles)
    return near or shared or (not other.agents and not other.targets and not other.objects)


def _heads(parties: Sequence[Party]) -> set[str]:
    return {one.head.removesuffix("s") for one in parties if not one.pronoun}


def _meet(one: Sequence[Party], other: Sequence[Party]) -> bool:
    mine, theirs = _heads(one), _heads(other)
    return not mine or not theirs or bool(mine & theirs)


def _joined(one: Draft, other: Draft) -> Draft:
    """Return the first naming of a happening with what a later one adds."""
    told = other.status in {"confirmed", "denied"} and one.status == "done"
    return replace(
        one,
        status=other.status if told else one.status,
        agents=one.agents or other.agents,
        targets=one.targets if _meet(one.targets, other.targets) and one.targets else (*one.targets, *other.targets),
        recipients=one.recipients or other.recipients,
        objects=one.objects or other.objects,
        features=one.features | other.features,
        vouched=(*one.vouched, *(v for v in other.vouched if v not in one.vouched)),
    )
