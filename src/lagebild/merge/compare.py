"""Two tellings compared: what each aspect says, and the judgement that comes of it."""

from lagebild.merge.compare_counts import counts
from lagebild.merge.compare_place import place
from lagebild.merge.compare_text import named, text
from lagebild.merge.compare_time import time
from lagebild.merge.compare_type import kind
from lagebild.merge.meaning import Meaning
from lagebild.merge.telling import Telling
from lagebild.model import Feature, Judgement

# Log-odds before anything is known: of two reports that share a place, days or rare words, few are of one incident;
# of what is told in passing fewer, and less is known of it. Reports about no incident at all are compared for the rare
# words that they share alone, which tell most of what they are about.
_OWN, _BESIDE, _NO_INCIDENT = -3.0, -3.5, -2.0
_SAME, _DIFFERENT = 0.0, -8.0
_TOGETHER = 1.5  # reports of one incident call the same earlier ones to mind
_ASPECTS = (place, time, kind, counts, named, text)
_UNDECIDED = (-2.0, 0.8)  # what the meaning of the texts may still decide, where their words can't be compared


class Comparison:
    """Compares tellings; what it reads of their meaning it keeps."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._meaning = Meaning()

    def judgement(self, one: Telling, other: Telling, *, together: bool = False) -> Judgement:
        """Return the judgement on two tellings, their mentions in order.

        `together` where both are told beside one and the same incident.
        """
        if other.mention < one.mention:
            one, other = other, one
        features = tuple(feature for aspect in _ASPECTS if (feature := aspect(one, other)) is not None)
        if together:
            features += (Feature("text", _TOGETHER, "text.together"),)
        made = judged(one, other, features)
        if not _UNDECIDED[0] < made.score < _UNDECIDED[1] or not _needs_meaning(one, other):
            return made
        return judged(one, other, (*features, self._meaning.compare(one, other)))


def judged(one: Telling, other: Telling, features: tuple[Feature, ...]) -> Judgement:
    """Return the judgement that features give."""
    before = _BESIDE if not (one.own and other.own) else _NO_INCIDENT if _are_about_none(one, other) else _OWN
    score = round(sum(feature.score for feature in features) + before, 3)
    same = True if score >= _SAME else False if score <= _DIFFERENT else None
    return Judgement(one.mention, other.mention, same, score, features)


def _needs_meaning(one: Telling, other: Telling) -> bool:
    """Return whether words say too little of a pair: in two languages, or where neither report is about an incident."""
    return one.wording.language != other.wording.language or _are_about_none(one, other)


def _are_about_none(one: Telling, other: Telling) -> bool:
    return one.own and other.own and one.type == other.type == "none"
