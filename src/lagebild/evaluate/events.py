"""The score of events against passages with gold, exactly as evaluation/events/README.md says."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Row: TypeAlias = Mapping[str, Any]
Tuple: TypeAlias = tuple[str, ...]
Score: TypeAlias = dict[str, float]

NAME = "events"
TYPES = (
    "conflict.deployment", "conflict.arms", "conflict.strike", "conflict.bombing", "conflict.attack",
    "conflict.battle", "crime.arrest", "conflict.diplomacy", "act.order", "act.confirmation", "act.denial",
)  # fmt: skip
_ARTICLES = frozenset({
    "der", "die", "das", "des", "dem", "den", "ein", "eine", "einen", "einem", "einer", "eines", "the", "a", "an",
})  # fmt: skip


@dataclass(slots=True)
class Tally:
    """What was right, made up and missed of one group of tuples."""

    right: int = 0
    made_up: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """Return F1, 1 where there is nothing on either side."""
        total = 2 * self.right + self.made_up + self.missed
        return 2 * self.right / total if total else 1.0


@dataclass(slots=True)
class Share:
    """How many of those looked at are right."""

    right: int = 0
    all: int = 0

    def add(self, *, right: bool) -> None:
        """Count one more."""
        self.right += right
        self.all += 1

    @property
    def value(self) -> float:
        """Return the share, 1 where none was looked at."""
        return self.right / self.all if self.all else 1.0


@dataclass(slots=True)
class Result:
    """The tallies of a set of passages: all tuples, by language and type, what is shown beside, and the misses."""

    all: Tally = field(default_factory=Tally)
    by: dict[str, Tally] = field(default_factory=dict)
    beside: dict[str, Share] = field(default_factory=dict)
    other: dict[str, Tally] = field(default_factory=dict)
    faulty: set[str] = field(default_factory=set)
    misses: list[str] = field(default_factory=list)


def same(one: str, other: str) -> bool:
    """Tell whether two phrases are the same: articles in front and a genitive "s" or "es" apart."""
    mine, theirs = _bare(one), _bare(other)
    return mine == theirs or any(mine + end == theirs or theirs + end == mine for end in ("s", "es"))


def _bare(phrase: str) -> str:
    words = phrase.casefold().split()
    while words and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(words)


def measured(passages: Sequence[Row], gold: Sequence[Row], records: Mapping[str, Row]) -> Result:
    """Return the tallies of these passages; `records` are the extraction records by the id of the passage."""
    result = Result()
    wanted = {row["id"]: row["events"] for row in gold}
    for passage in passages:
        name = passage["id"]
        claims = records[name]["claims"] if name in records else ()
        found = [claim for claim in claims if claim["kind"] == "event" and claim["type"] in TYPES]
        _passage(result, passage, wanted[name], found)
    return result


def _passage(result: Result, passage: Row, wanted: Sequence[Row], found: Sequence[Row]) -> None:
    """Tally one passage: its events, then the roles."""
    faults = 0
    for kind in ("type", "agent", "recipient", "object"):
        for of in TYPES:
            gold = [phrase for event in wanted if event["type"] == of for phrase in _gold(event, kind)]
            ours = [names for event in found if event["type"] == of for names in _ours(event, kind)]
            left, extra = _left(gold, ours)
            tallies = [result.all, *(result.by.setdefault(key, Tally()) for key in (passage["language"], of))]
            for tally in tallies:
                tally.right += len(gold) - len(left)
                tally.missed += len(left)
                tally.made_up += len(extra)
            faults += len(left) + len(extra)
            result.misses += [f"missed {passage['id']} {of} {kind}: {phrase}" for phrase in left]
            result.misses += [f"made up {passage['id']} {of} {kind}: {names[0]}" for names in extra]
    if faults:
        result.faulty.add(passage["pair"])
    _beside(result, wanted, found)


def _gold(event: Row, kind: str) -> list[str]:
    if kind == "type":
        return [event["type"]]
    return [thing["what"] for thing in event["objects"]] if kind == "object" else list(event[kind])


def _ours(event: Row, kind: str) -> Iterator[tuple[str, ...]]:
    """Yield what the program says of a role, each with its other wording."""
    if kind == "type":
        yield (event["type"],)
    elif kind == "object":
        yield from ((thing["what"], thing["span"]["quote"]) for thing in event["objects"])
    elif kind == "source":
        yield from ((source["quote"], source["name"]) for source in event["sources"])
    else:
        yield from ((a["span"]["quote"], a["name"]) for a in event["actors"] if a["role"] == kind)


def _left(gold: Iterable[str], ours: Iterable[tuple[str, ...]]) -> tuple[list[str], list[tuple[str, ...]]]:
    """Return what of the gold is not found, and what of ours is in no gold; the first wording is tried before."""
    missing, extra = list(gold), []
    for names in ours:
        hit = next((phrase for name in names for phrase in missing if same(name, phrase)), None)
        if hit is None:
            extra.append(names)
        else:
            missing.remove(hit)
    return missing, extra


def _beside(result: Result, wanted: Sequence[Row], found: Sequence[Row]) -> None:
    """Tally what is shown beside the score, for the events whose type was found."""
    for event in wanted:
        ours = next((one for one in found if one["type"] == event["type"]), None)
        if ours is None:
            continue
        for name in ("status", "plover", "acled"):
            result.beside.setdefault(name, Share()).add(right=ours[name] == event[name])
        for name, key in (("target", "target"), ("source", "sources")):
            missing, extra = _left(event[key], _ours(ours, name))
            tally = result.other.setdefault(name, Tally())
            tally.right += len(event[key]) - len(missing)
            tally.missed += len(missing)
            tally.made_up += len(extra)
        for thing in event["objects"]:
            mine = next((o for o in ours["objects"] if same(o["what"], thing["what"])), None)
            if mine is not None:
                right = all(mine[name] == thing[name] for name in ("low", "high", "qualifier"))
                result.beside.setdefault("count", Share()).add(right=right)


def scores(result: Result, passages: Sequence[Row]) -> Score:
    """Return the numbers of a set: F1 of all tuples, by language and type, and what is shown beside."""
    pairs = Counter(row["pair"] for row in passages)
    found: Score = {"events_f1": result.all.f1}
    found |= {
        f"events_f1_{key}": tally.f1 for key, tally in result.by.items() if tally.right + tally.missed + tally.made_up
    }
    found |= {f"event_{name}_f1": tally.f1 for name, tally in result.other.items()}
    found |= {f"event_{name}": share.value for name, share in result.beside.items()}
    return found | {"pairs_without_error": 1 - len(result.faulty) / max(len(pairs), 1)}
