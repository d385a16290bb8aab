"""Which report a relay has its news from: one of the outlet it names, earlier, on the same matter, with its figures."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from lagebild.merge.copies import day, moment
from lagebild.merge.relays import Relay, own_keys
from lagebild.merge.speakers import folded
from lagebild.model import Figure, Record

Counted: TypeAlias = tuple[str, int | None, int | None]

_DAYS = 7
_DAYS_OFF = 4  # how far two reports may differ on the day of one incident
_ONE = 0.25  # what a figure of one person is worth: it agrees by chance
_ENOUGH = 0.5
_MOST = 0.6
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")


@dataclass(frozen=True, slots=True)
class Giver:
    """The report that a relay passes on, and the figures of the relay that stand in it, with those of the report."""

    record: Record
    agreed: tuple[tuple[Figure, Figure], ...]


class Reports:
    """Reports by the outlet that they stand in and the agencies that they are marked with."""

    def __init__(self, records: Iterable[Record]) -> None:
        """Sort the reports by outlet."""
        self._by: dict[str, list[Record]] = {}
        for record in records:
            agencies = [f"agency:{name}" for name in record.article.agencies]
            for name in (*own_keys(record), *agencies):
                self._by.setdefault(name, []).append(record)

    def giver(self, relay: Relay, taker: Record, names: Sequence[str]) -> Giver | None:
        """Return the report that a relay is of, where one of the outlet (its keys are `names`) agrees with it.

        The latest of those that agree best, none of the relay's own outlet; None where the relay tells no figure, since
        nothing shows then what was taken.
        """
        found: list[tuple[float, str, str, Giver]] = []
        own = set(own_keys(taker))
        for record in {one.article.id: one for name in names for one in self._by.get(name, ())}.values():
            if is_of_one_matter(taker, record) and not own & set(own_keys(record)):
                agreed = _agreed(relay.figures, record.figures)
                part = _weight(figure for figure, _ in agreed) / (_weight(relay.figures) or 1)
                part = max(part, _part_of_numbers(relay, record))
                if part >= _ENOUGH:
                    when = moment(record.article.published)
                    found.append((part, when, record.article.id, Giver(record, agreed)))
        return max(found, key=lambda each: each[:3])[3] if found else None


def _part_of_numbers(relay: Relay, record: Record) -> float:
    """Return which part of the numbers that a relay writes about an outlet's news the outlet's report counts."""
    known = {number for figure in record.figures for number in (figure.low, figure.high)}
    return len(relay.numbers & known) / (len(relay.numbers) or 1)


def is_of_one_matter(taker: Record, giver: Record) -> bool:
    """Tell whether an earlier report may be what another passes on: of one country, town and day, within a week."""
    one, other = taker.article, giver.article
    first, second = day(one.published), day(other.published)
    if one.id == other.id or first is None or second is None or not 0 <= first - second <= _DAYS:
        return False
    if moment(other.published) > moment(one.published):
        return False
    if taker.box.country and giver.box.country and taker.box.country != giver.box.country:
        return False
    if _differ(taker.box.date, giver.box.date):
        return False
    return bool(_places(taker) & _places(giver))


def _differ(one: str | None, other: str | None) -> bool:
    if one is None or other is None or not (_DAY.match(one) and _DAY.match(other)):
        return False
    return abs((day(one) or 0) - (day(other) or 0)) > _DAYS_OFF


def _places(record: Record) -> set[int | str]:
    named = [place for place in record.places if place.precision != "country"]
    return {place.geonames for place in named if place.geonames} | {folded(place.name) for place in named}


def counted(figure: Figure) -> Counted:
    """Return what a figure counts and how many."""
    return figure.measure, figure.low, figure.high


def _agreed(mine: Sequence[Figure], theirs: Sequence[Figure]) -> tuple[tuple[Figure, Figure], ...]:
    known: dict[Counted, Figure] = {}
    for figure in sorted(theirs, key=lambda figure: not figure.sources):  # one with a source before one without
        known.setdefault(counted(figure), figure)
    return tuple((figure, known[counted(figure)]) for figure in mine if counted(figure) in known)


def _weight(figures: Iterable[Figure]) -> float:
    return sum(_ONE if high == low == 1 else 1.0 for _, low, high in {counted(figure) for figure in figures})


def has_its_figures(taker: Record, giver: Giver) -> bool:
    """Tell whether most of what a relay counts of its incident is cited from that report, or stands there as its own.

    What it denies is left out. Where that is one person here and one there, all of it must.
    """
    told = {counted(figure) for figure in taker.figures if figure.scope == "main" and figure.modality != "denied"}
    known = {counted(figure) for figure in giver.record.figures}
    own = {counted(figure) for figure in taker.figures if not figure.sources} & known
    cited = {counted(figure) for figure, _ in giver.agreed if figure.modality != "denied"}
    taken = told & (cited | own) if cited else set()
    if all(high == low == 1 for _, low, high in taken):
        return bool(taken) and taken == told
    return len(taken) / len(told) >= _MOST
