"""The history of an incident's numbers: who gave which when, how each stands to those before it, and which holds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lagebild.merge.history_parts import has_greater_total, is_death, is_part
from lagebild.merge.history_spans import is_natural, is_same, meet, says_no_more
from lagebild.merge.history_told import Told, is_one_language, is_single, same_speaker, series
from lagebild.model import Change, Group, Measure, Qualifier, Standing, Version

Series = tuple[Measure, tuple[Group, ...]]
_WEIGHT: Mapping[Change, int] = {
    "new": 0,
    "stands_beside": 1,
    "repeats": 2,
    "confirms": 3,
    "becomes": 4,
    "denies": 5,
    "supersedes": 6,
    "corrects": 7,
}
_CREDIBLE = 1  # the rank up to which a number may take the place of an official one


@dataclass(slots=True, eq=False)
class Draft:
    """A version in the making: the figures that give it, and what became of it.

    `by` is the draft that took its place, `against` are those that contradicted it when it came; `is_told` where its
    own report says which one it takes the place of.
    """

    told: list[Told]
    change: Change = "new"
    before: "Draft | None" = None
    standing: Standing = "current"
    by: "Draft | None" = None
    against: list["Draft"] = field(default_factory=list)
    is_told: bool = False

    @property
    def first(self) -> Told:
        """Return the figure that the version stands for: the first that names who says so, else the first."""
        return next((each for each in self.told if each.speaker is not None), self.told[0])

    @property
    def low(self) -> int | None:
        """Return the lowest number named."""
        return self.first.figure.low

    @property
    def high(self) -> int | None:
        """Return the highest number named."""
        return self.first.figure.high

    @property
    def qualifier(self) -> Qualifier:
        """Return the qualifier."""
        return self.first.figure.qualifier

    @property
    def is_denied(self) -> bool:
        """Return whether the version is told only to be denied."""
        return self.first.figure.modality == "denied"

    @property
    def is_live(self) -> bool:
        """Return whether the number holds, or is shown as what a party says."""
        return self.standing in {"current", "party"}

    def relate(self, change: Change, before: "Draft") -> None:
        """Keep how this version stands to one before it, where nothing weightier is known.

        Of several whose place it takes, it stands to the one of the best standing, and of these to the last.
        """
        again = change == self.change and change in {"corrects", "supersedes"} and not self.is_told
        if _WEIGHT[change] > _WEIGHT[self.change] or (again and self.before and _comes_nearer(before, self.before)):
            self.change, self.before = change, before

    def replace(self, by: "Draft", standing: Standing = "superseded") -> None:
        """Let another version take the place of this one."""
        self.standing, self.by = standing, by


def _comes_nearer(one: Draft, other: Draft) -> bool:
    """Return whether a version is of better standing than another, or of the same and no older."""
    return one.first.rank < other.first.rank or (one.first.rank == other.first.rank and one.first.at >= other.first.at)


def drafts(told: Iterable[Told]) -> dict[Series, list[Draft]]:
    """Return the versions of each measure and group, in the order of publication."""
    found: dict[Series, list[Draft]] = {}
    for each in _with_speakers(list(told)):
        _take(each, found.setdefault(series(each.figure), []))
    return found


def _with_speakers(told: list[Told]) -> list[Told]:
    """Return the figures, what a report says in its own voice last where a source of the report says the same."""
    named = {(each.article, series(each.figure), _number(each)) for each in told if each.speaker is not None}
    alone = [
        each for each in told if each.speaker is None and (each.article, series(each.figure), _number(each)) in named
    ]
    last: dict[str, list[Told]] = {}
    for each in alone:
        last.setdefault(each.article, []).append(each)
    kept = [each for each in told if not any(each is other for other in alone)]
    ordered: list[Told] = []
    for n, each in enumerate(kept):
        ordered.append(each)
        if n + 1 == len(kept) or kept[n + 1].article != each.article:
            ordered += last.pop(each.article, [])
    return ordered


def _number(told: Told) -> tuple[int | None, int | None, str, bool]:
    figure = told.figure
    return figure.low, figure.high, figure.qualifier, figure.modality == "denied"


def _take(told: Told, before: list[Draft]) -> None:
    same = next((draft for draft in before if _repeats(told, draft)), None)
    if same is not None:
        same.told.append(told)
        return
    draft = Draft([told])
    if told.figure.modality == "denied":
        _deny(draft, before)
    elif is_part(told):
        draft.standing = "part"
    elif told.figure.qualifier == "vague":
        draft.standing = "vague"
    elif _is_one_of(draft, before):
        draft.standing = "part"
    elif (total := _adds_to(draft, before)) is not None:
        draft.standing = "part"
        draft.relate("becomes", total)
    else:
        _place(draft, before)
    before.append(draft)


def _repeats(told: Told, draft: Draft) -> bool:
    """Return whether a figure is one more telling of a version: the same number by the same source.

    A number that was taken back is a version of its own where a report gives it as its total again.
    """
    if _number(told) != _number(draft.first):
        return False
    if told.article == draft.told[-1].article and told.speaker is None:
        return True
    if draft.by is not None and told.chosen and not told.earlier:
        return told.article == draft.told[-1].article and same_speaker(told, draft.first)
    return same_speaker(told, draft.first)


def _is_one_of(draft: Draft, before: list[Draft]) -> bool:
    """Return whether one person is described who is among a greater total told before, and did not die after it."""
    told = draft.first
    if not is_single(told.figure) or told.has("correction") or is_death(told):
        return False
    return any(other.standing == "current" and (other.low or 0) > 1 for other in before)


def _adds_to(draft: Draft, before: list[Draft]) -> Draft | None:
    """Return the total that a further death adds to: of somebody injured or missing, in a report with no total."""
    told = draft.first
    held = [other for other in before if other.standing == "current" and other.first.at < told.at]
    if not held or not is_death(told) or told.has("correction"):
        return None
    number = told.figure.low
    if number is None or number != told.figure.high or (held[-1].low or 0) <= number or has_greater_total(told):
        return None
    return held[-1]


def _deny(draft: Draft, before: list[Draft]) -> None:
    """Let a figure that is told to be denied deny the version that it speaks of."""
    draft.standing = "denied"
    earlier = [other for other in before if not other.is_denied and other.standing not in {"vague", "part"}]
    same = [other for other in earlier if _named(other) == _named(draft)]
    own = [other for other in earlier if same_speaker(other.first, draft.first) and meet(other, draft)]
    for other in same or own:
        draft.relate("denies", other)
        other.replace(draft, "denied")


def _named(draft: Draft) -> int | None:
    return draft.low if draft.low is not None else draft.high


def _place(draft: Draft, before: list[Draft]) -> None:
    if draft.first.barred:
        draft.standing = "party"
    _correct(draft, before)
    holds = any(other.is_live and is_same(draft, other) for other in before)
    lag = None if holds else next((other for other in reversed(before) if _lags(draft, other)), None)
    if lag is not None and draft.change != "corrects":
        draft.relate("repeats", lag)
        draft.replace(lag.by or lag)
        return
    for other in before:
        if other.is_live:
            _compare(draft, other)
    for other in before:
        if draft.change == "corrects" and other.is_live and other.first.speaker is None and not meet(draft, other):
            other.replace(draft)
    for other in before:
        if other.is_live and _only_passes_on(other, [each for each in before if each.by is draft]):
            other.replace(draft)
            draft.against = [each for each in draft.against if each is not other]


def _only_passes_on(draft: Draft, replaced: list[Draft]) -> bool:
    """Return whether a report's own voice, or an outlet that it quotes, gives a number that has just been replaced."""
    speaker = draft.first.speaker
    is_relay = speaker is None or speaker.kind in {"media", "agency"}
    return is_relay and any(is_same(draft, other) for other in replaced)


def _lags(draft: Draft, other: Draft) -> bool:
    """Return whether a report's own voice gives a number that was replaced before."""
    is_own = draft.first.speaker is None and draft.first.article != other.first.article
    return is_own and other.by is not None and is_same(draft, other) and not draft.first.has("correction")


def _correct(draft: Draft, before: list[Draft]) -> None:
    """Let a number replace what its own report says that it corrects or supersedes."""
    ids = {told.figure.id for told in draft.told}
    for relation in draft.first.record.relations:
        if relation.origin not in ids or relation.type not in {"corrects", "supersedes"}:
            continue
        for other in before:
            if any(told.figure.id == relation.target for told in other.told):
                target = other.before if other.is_denied and other.before is not None else other
                draft.relate("corrects" if relation.type == "corrects" else "supersedes", target)
                draft.is_told = True
                for older in {other, target}:
                    older.replace(draft, "denied" if older.is_denied else "superseded")


def _compare(draft: Draft, other: Draft) -> None:
    """Say how a number stands to one that held when it came, and let it take its place where it does."""
    told, older = draft.first, other.first
    if is_same(draft, other):
        confirms = told.speaker is not None and told.speaker.stance == "confirms"
        draft.relate("confirms" if confirms else "repeats", other)
        return
    change = _change(draft, other)
    if change in {"corrects", "supersedes"}:
        draft.relate(change, other)
        other.replace(draft)
        return
    draft.relate("stands_beside", other)
    if not meet(draft, other):
        draft.against.append(other)
    elif says_no_more(draft, other) and draft.standing == "current" and (told.speaker is None or older.at < told.at):
        draft.replace(other)


def _change(draft: Draft, other: Draft) -> Change:
    told, older = draft.first, other.first
    if other.standing == "party" or draft.standing == "party":
        return "supersedes" if told.origin == older.origin and older.at < told.at else "stands_beside"
    if told.earlier:
        return "stands_beside"
    is_later = older.at < told.at or older.earlier
    if told.passed_over and not same_speaker(told, older):
        return "stands_beside"
    if told.has("correction") and told.rank <= _CREDIBLE and is_later:
        return "corrects"
    if is_later and same_speaker(told, older) and (told.rank <= older.rank or is_one_language(told, older)):
        return "supersedes"
    if says_no_more(draft, other):
        return "stands_beside"
    if says_no_more(other, draft) and told.rank <= other.first.rank and (is_later or told.speaker is not None):
        return "supersedes"
    natural = is_natural(told.figure.measure, other, draft, equals=told.rank == older.rank == 0)
    return "supersedes" if is_later and natural and told.rank <= max(_CREDIBLE, older.rank) else "stands_beside"


def versions(drafted: Sequence[Draft]) -> dict[int, Version]:
    """Return the versions of drafts by the identity of each draft."""
    names = {id(draft): f"{draft.first.figure.measure}-{draft.first.figure.id}" for draft in drafted}
    return {id(draft): _version(draft, names) for draft in drafted}


def _version(draft: Draft, names: Mapping[int, str]) -> Version:
    first, figure = draft.first, draft.first.figure
    speaker = first.speaker
    return Version(
        id=names[id(draft)],
        measure=figure.measure,
        group=tuple(sorted(figure.group)),
        low=draft.low,
        high=draft.high,
        qualifier=draft.qualifier,
        modality=figure.modality,
        source=speaker.name or speaker.quote if speaker else None,
        source_kind=speaker.kind if speaker else None,
        party=bool(speaker and speaker.party),
        origin=first.origin,
        origin_report=draft.told[0].article,
        since=draft.told[0].record.article.published or "",
        as_of=figure.as_of,
        claims=tuple(told.figure.id for told in draft.told),
        reports=tuple(dict.fromkeys(told.article for told in draft.told)),
        change=draft.change,
        before=names.get(id(draft.before)) if draft.before is not None else None,
        standing=draft.standing,
        nationality=figure.nationality,
        official=first.rank == 0 and speaker is not None,
    )
