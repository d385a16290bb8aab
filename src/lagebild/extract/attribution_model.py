"""What an attribution is: who is named, by which words, and how far what they say reaches."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from lagebild.model import FieldName, Modality, Source, Span

Form: TypeAlias = Literal["direct", "indirect", "reported", "free_indirect"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what stands between `start` and `end`; the sources run from the nearest outward.

    `sentence` is the index of the sentence with the cue, `at` the offset of the cue: what is carried on into later
    sentences keeps those of its origin.
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
