"""Where independent origins contradict each other: numbers that cannot both be true and are no update."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lagebild.merge.history import Draft, Series
from lagebild.merge.history_spans import bounds, is_natural, meet
from lagebild.merge.history_told import (
    CREDIBLE,
    OFFICIAL,
    Told,
    is_one_language,
    is_single,
    same_source,
    same_speaker,
    series,
)
from lagebild.model import Conflict, Measure, Side, Source, SourceKind, Version
from lagebild.vocabulary.changes import has_cue
from lagebild.vocabulary.policies import tolerance

_COUNTING: frozenset[SourceKind] = OFFICIAL | CREDIBLE | {"unnamed"}
_NEVER: frozenset[Measure] = frozenset({"survived"})  # who rescued whom: numbers of different people


@dataclass(slots=True, eq=False)
class _Dispute:
    """A conflict in the making: the versions of its sides, and who denies with no number of his own."""

    drafts: list[Draft] = field(default_factory=list)
    deniers: list[Draft] = field(default_factory=list)


def conflicts(found: Mapping[Series, list[Draft]], named: Mapping[int, Version]) -> tuple[Conflict, ...]:
    """Return the conflicts of each measure and group, in the order in which they arose.

    What two sides say at a time, and a third contradicts, is one conflict with three sides.
    """
    made = []
    for drafted in found.values():
        contradictions = list(_contradictions(drafted))
        known = [draft for dispute in contradictions for draft in dispute.drafts]
        disputes = _joined([*contradictions, *_denials(drafted, known)])
        made += [conflict for dispute in disputes if (conflict := _conflict(dispute, named)) is not None]
    return tuple(sorted(made, key=lambda conflict: conflict.since))


def _contradictions(drafted: Sequence[Draft]) -> Iterator[_Dispute]:
    for draft in drafted:
        for other in draft.against:
            if _is_dispute(draft, other):
                yield _Dispute([other, draft])


def _is_dispute(draft: Draft, other: Draft) -> bool:
    told, older = draft.first, other.first
    measure, group = series(told.figure)
    if measure in _NEVER or is_single(told.figure) or is_single(older.figure):
        return False
    if not ((_is_named(told) and _is_named(older)) or _is_against(told, older)) or may_be_one(told, older):
        return False
    if not group and _is_party(told) and _is_party(older):
        return False  # each counts its own people, or the other's
    if measure == "deployed" and _is_of_others(draft, other):
        return False
    if told.article != older.article and (told.earlier or told.passed_over or _is_later_count(draft, other)):
        return False
    return abs((told.at - older.at).days) <= tolerance("days")


def may_be_one(told: Told, other: Told) -> bool:
    """Return whether two sources may be one: the police and an officer, "Behörden" and any of them."""
    if same_speaker(told, other):
        return True
    one, two = told.speaker, other.speaker
    if one is None or two is None:
        return False
    if one.kind == two.kind == "police":
        return True
    is_general = _is_general(told) or _is_general(other)
    return is_general and one.kind in OFFICIAL and two.kind in OFFICIAL


def _is_general(told: Told) -> bool:
    """Return whether a source is any office: "Behörden", "officials"."""
    return told.speaker is not None and has_cue(told.record.article.language or "de", "anybody", told.speaker.name)


def _is_of_others(draft: Draft, other: Draft) -> bool:
    """Return whether numbers of forces lie so far apart that they count different forces: 500 engineers, 15,000 men."""
    (low, _), (other_low, _) = bounds(draft), bounds(other)
    return max(low, other_low) > tolerance("forces") * max(min(low, other_low), 1)


def _is_later_count(draft: Draft, other: Draft) -> bool:
    """Return whether a body that counts only tells what became of an older number: more dead, fewer missing."""
    told = draft.first
    counts = told.speaker is not None and told.speaker.kind in _COUNTING and not told.speaker.party
    return counts and is_natural(told.figure.measure, other, draft, equals=False)


def _is_party(told: Told) -> bool:
    return told.speaker is not None and told.speaker.party


def _is_against(told: Told, older: Told) -> bool:
    """Return whether a source is told to contradict what its report says itself: "sprach dagegen von drei Toten"."""
    if told.article != older.article or (told.speaker is None) == (older.speaker is None):
        return False
    named = told if told.speaker is not None else older
    return _is_named(named) and named.has("contrast")


def _is_named(told: Told) -> bool:
    """Return whether somebody is named: "Berichten" names nobody, "Ermittlerkreise" does."""
    return told.speaker is not None and _names_somebody(told.speaker, told.record.article.language)


def _names_somebody(source: Source, language: str | None) -> bool:
    return not (source.kind == "unnamed" and has_cue(language or "de", "message", source.name or source.quote))


def _denials(drafted: Sequence[Draft], known: Sequence[Draft]) -> Iterator[_Dispute]:
    """Yield who denies whose number: with what the same report gives against it, else with the denial alone.

    The denial of a number that is disputed already (`known`) is no new dispute.
    """
    for draft in drafted:
        if draft.standing != "denied" or not draft.is_denied or draft.by is not None or not _is_named(draft.first):
            continue
        target = draft.before if draft.before is not None else draft
        if not _is_named(target.first) or target in known:
            continue
        article = draft.first.article
        rivals = [
            other
            for other in drafted
            if not other.is_denied
            and other is not target
            and other.standing not in {"vague", "part"}
            and any(told.article == article for told in other.told)
            and (other.by is None or other.by.told[0].at > draft.told[0].at)
            and _is_named(other.first)
            and not may_be_one(other.first, target.first)
            and not meet(other, target)
        ]
        if draft.first.denier is not None and not _is_own(draft.first.denier, target.first, draft.first):
            yield _Dispute([target, *rivals], [] if rivals else [draft])
        elif rivals:
            yield _Dispute([target, *rivals])


def _is_own(denier: Source, target: Told, told: Told) -> bool:
    if target.speaker is None:
        return False
    return same_source(denier, told.record.article.language, target.speaker, target.record.article.language)


def _joined(disputes: list[_Dispute]) -> list[_Dispute]:
    """Return the disputes, those that share a version as one."""
    joined: list[_Dispute] = []
    for dispute in disputes:
        shared = [other for other in joined if any(draft in other.drafts for draft in dispute.drafts)]
        whole = _Dispute()
        for part in (*shared, dispute):
            whole.drafts += [draft for draft in part.drafts if draft not in whole.drafts]
            whole.deniers += part.deniers
        joined = [other for other in joined if other not in shared]
        joined.append(whole)
    return joined


def _conflict(dispute: _Dispute, named: Mapping[int, Version]) -> Conflict | None:
    sides: list[list[Draft]] = []
    for draft in sorted(dispute.drafts, key=lambda each: each.told[0].at):
        own = next((side for side in sides if _is_side(draft, side[-1])), None)
        if own is None:
            sides.append([draft])
        else:
            own.append(draft)
    made = [_side(side, named) for side in sides]
    made += [_denying(draft, named) for draft in dispute.deniers if len(sides) == 1][:1]
    if len(made) < 2:  # noqa: PLR2004 - a conflict has two sides
        return None
    started = sorted((side[0].told[0] for side in sides), key=lambda told: told.at)
    begun = started[1] if len(started) > 1 else dispute.deniers[0].told[0]
    settled = None if dispute.deniers else _settled(sides)
    first = named[id(sides[0][0])]
    return Conflict(
        measure=first.measure,
        group=first.group,
        sides=tuple(made),
        since=begun.record.article.published or "",
        until=settled.told[0].record.article.published if settled is not None else None,
        settled_by=named[id(settled)].id if settled is not None else None,
    )


def _is_side(draft: Draft, other: Draft) -> bool:
    """Return whether two versions are of one side: its source may be one, and by language or number it is."""
    told, older = draft.first, other.first
    return may_be_one(told, older) and (is_one_language(told, older) or meet(draft, other))


def _side(drafts: list[Draft], named: Mapping[int, Version]) -> Side:
    last = named[id(drafts[-1])]
    article = drafts[-1].first.record.article
    return Side(
        name=last.source or article.publisher or article.id,
        kind=last.source_kind,
        low=last.low,
        high=last.high,
        qualifier=last.qualifier,
        versions=tuple(named[id(draft)].id for draft in drafts),
        party=last.party,
    )


def _denying(draft: Draft, named: Mapping[int, Version]) -> Side:
    """Return the side of who denies a number and gives none."""
    denier = draft.first.denier
    name = (denier.name or denier.quote) if denier is not None else ""
    return Side(name, denier.kind if denier else None, None, None, "exact", (named[id(draft)].id,))


def _settled(sides: list[list[Draft]]) -> Draft | None:
    """Return the version that ended a conflict: it took the place of two sides, agrees with all, or denies one."""
    held = [side[-1] for side in sides]
    for _ in range(len(held) * 8):
        ends = [(n, draft.by) for n, draft in enumerate(held) if draft.by is not None]
        if not ends:
            return None
        n, by = min(ends, key=lambda end: end[1].told[0].at)
        others = [draft for m, draft in enumerate(held) if m != n]
        if by.is_denied or any(draft.by is by for draft in others) or all(meet(by, other) for other in others):
            return by
        held[n] = by
    return None
