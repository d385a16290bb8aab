"""LB107 and LB108: the title against the text, and parts against their total; both need no stated box."""

import itertools
from collections.abc import Iterator, Sequence

from lagebild.model import Figure, Finding
from lagebild.proofread.draft import Draft, interval, is_total, meets

_MOST_ADDENDS = 8
_KNOWN = frozenset({"killed", "injured", "missing", "casualties"})
_SEXES_AND_AGES = frozenset({"man", "woman", "child"})
_WALKS = frozenset({"civilian", "military", "armed_group", "police", "responder", "journalist", "perpetrator"})


def findings(draft: Draft) -> Iterator[Finding]:
    """Yield where the title's number is not the text's, and where parts come to more than their total."""
    yield from _titles(draft)
    yield from _parts(draft)


def _titles(draft: Draft) -> Iterator[Finding]:
    for figure in draft.figures:
        if figure.count.field != "title" or not is_total(figure) or figure.modality == "denied":
            continue
        if figure.qualifier == "vague":
            continue
        body = [f for f in draft.main([figure.measure]) if f.count.field == "text" and f.qualifier != "vague"]
        if not body or any(meets(figure, other) for other in _all_of(draft, figure)) or _adds_up(figure, draft):
            continue
        if figure.low is not None and figure.measure in _KNOWN and draft.unread(figure.measure, figure.low):
            continue
        total = draft.total(figure.measure)
        if total and figure.id not in total.claims and meets(figure, total):
            continue
        yield _title(draft, figure, next((f for f in body if total and f.id in total.claims), body[-1]))


def _title(draft: Draft, figure: Figure, other: Figure) -> Finding:
    return draft.finding(
        "LB107",
        [figure.evidence],
        [figure, other],
        title=" ".join(figure.evidence.quote.split()),
        stated=f"{draft.words.count(figure)}, {draft.measure(figure)}",
        count=draft.words.count(other),
        measure=draft.measure(other),
        quote=draft.quote(other),
    )


def _all_of(draft: Draft, figure: Figure) -> tuple[Figure, ...]:
    """Return the text's figures of the same measure, however read: one that meets the title's clears it."""
    return tuple(f for f in draft.figures if f.measure == figure.measure and f.count.field == "text")


def _adds_up(figure: Figure, draft: Draft) -> bool:
    """Return whether some of the text's numbers add up to the title's."""
    numbers = [f.low for f in _all_of(draft, figure) if f.low and f.scope == "main"][:_MOST_ADDENDS]
    low, high = interval(figure)
    sizes = range(2, len(numbers) + 1)
    return any(low <= sum(some) <= high for size in sizes for some in itertools.combinations(numbers, size))


def _parts(draft: Draft) -> Iterator[Finding]:
    figures = {figure.id: figure for figure in draft.figures if figure.modality != "denied"}
    below: dict[str, list[Figure]] = {}
    for relation in draft.record.relations:
        if relation.type == "part_of" and relation.origin in figures and relation.target in figures:
            below.setdefault(relation.target, []).append(figures[relation.origin])
    for target, found in below.items():
        total = figures[target]
        parts = [part for part in found if part.measure == total.measure and part.low]
        wrong = _too_many(total, parts)
        if wrong:
            yield _exceeding(draft, total, wrong)


def _too_many(total: Figure, parts: Sequence[Figure]) -> list[Figure]:
    """Return the parts that come to more than the total, none where they may overlap."""
    most = interval(total)[1]
    for part in parts:
        if interval(part)[0] > most:
            return [part]
    if _apart(parts) and sum(interval(part)[0] for part in parts) > most:
        return list(parts)
    return []


def _apart(parts: Sequence[Figure]) -> bool:
    """Return whether no one can be in two of the parts: their kinds are of one order, or none has a kind."""
    if any(part.group or part.nationality for part in parts):
        kinds = [(set[str](part.group), part.nationality) for part in parts]
        return all(_exclude(one, other) for one, other in itertools.combinations(kinds, 2))
    sentences = {(part.evidence.field, part.evidence.start, part.evidence.end) for part in parts}
    return len(sentences) == 1


def _exclude(one: tuple[set[str], tuple[str, ...]], other: tuple[set[str], tuple[str, ...]]) -> bool:
    (groups, nations), (others, foreign) = one, other
    if nations and foreign:
        return not set(nations) & set(foreign)
    for order in (_SEXES_AND_AGES, _WALKS):
        if groups & order and others & order:
            return not groups & others
    return False


def _exceeding(draft: Draft, total: Figure, parts: Sequence[Figure]) -> Finding:
    lows = [part.low or 0 for part in parts]
    return draft.finding(
        "LB108",
        [total.evidence],
        [total, *parts],
        sum=draft.words.number(sum(lows)),
        parts=" + ".join(draft.words.number(low) for low in lows),
        count=draft.words.count(total),
        measure=draft.measure(total),
        quote=draft.quote(total),
    )
