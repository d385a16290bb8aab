"""Wars as parents: what is a battle or a strike of a war belongs to it, and is never a part of it in the clusters."""

from collections.abc import Iterable, Mapping, Sequence

from lagebild.merge.telling import Telling
from lagebild.model import Mention

_WAR = "conflict.war"
_ACTS = frozenset({
    "conflict.battle", "conflict.strike", "conflict.bombing", "conflict.attack", "conflict.deployment", "conflict.arms",
    "conflict.diplomacy",
})  # fmt: skip


def parents(groups: Iterable[Sequence[Mention]], told: Mapping[Mention, Telling]) -> dict[Mention, Mention]:
    """Return by the first mention of a group that of the war it belongs to.

    A group belongs to the only war in its country that had begun by then; where there are several, to none.
    """
    known = [(group[0], [told[mention] for mention in group]) for group in groups]
    wars = [(name, tellings) for name, tellings in known if _is(tellings, frozenset({_WAR}))]
    found = {}
    for name, tellings in known:
        if _is(tellings, _ACTS):
            fitting = [war for war, of_war in wars if _fits(tellings, of_war)]
            if len(fitting) == 1:
                found[name] = fitting[0]
    return found


def _is(tellings: Sequence[Telling], types: frozenset[str]) -> bool:
    """Return whether most of those that tell a type tell one of these."""
    told = [telling.type in types for telling in tellings if telling.type != "none"]
    return 2 * sum(told) > len(told)


def _fits(act: Sequence[Telling], war: Sequence[Telling]) -> bool:
    return bool(_countries(act) & _countries(war)) and _begin(war) <= _begin(act)


def _countries(tellings: Sequence[Telling]) -> set[str]:
    return {telling.spot.country for telling in tellings if telling.spot is not None and telling.spot.country}


def _begin(tellings: Sequence[Telling]) -> int:
    """Return the first day told, or the first of publication where no day is told."""
    days = [telling.days.first for telling in tellings if telling.days is not None]
    return min(days or [telling.published or 0 for telling in tellings])
