"""What an attribution is: who is named, by which words, and how far what they say reaches."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lagebild.model import FieldName, Modality, Source, Span

Form: TypeAlias = Literal["direct", "indirect", "reported", "free_indirect"]


_LONGEST = 10_000  # characters; nothing that is said reaches over more


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what stands between `start` and `end`; the sources run from the nearest outward.

    `sentence` is the index of the sentence with the cue, `at` the offset of the cue: what is carried on into later
    sentences keeps those of its origin. `speaker` are the words that name the speaker where they speak, a pronoun as
    it stands; none are those of the first source. `framing` are the stretches of the words that report, no part of
    what is said.
    """

    sources: tuple[Source, ...]
    field: FieldName
    start: int
    end: int
    cue: tuple[Span, ...]
    rule: str
    form: Form
    sentence: int
    at: int
    modality: Modality = "stated"
    speaker: tuple[Span, ...] = ()
    framing: tuple[tuple[int, int], ...] = ()


def covering(found: tuple[Attribution, ...], field: FieldName, start: int, end: int) -> list[Attribution]:
    """Return the attributions that cover a stretch, of those that `attributions` gave in its order."""
    first = bisect_left(found, (field == "text", start - _LONGEST), key=_order)
    last = bisect_right(found, (field == "text", start), key=_order)
    return [a for a in found[first:last] if a.field == field and end <= a.end]


def _order(attribution: Attribution) -> tuple[bool, int]:
    """Return by what attributions are sorted."""
    return attribution.field == "text", attribution.start
