"""What is judged of a count's certainty, with the rule that decided and the word that it rests on."""

from dataclasses import dataclass

from lagebild.extract.attribution_model import Attribution, covering
from lagebild.model import Modality, Sentence


@dataclass(frozen=True, slots=True)
class Verdict:
    """How sure a count is, or None where nothing is asserted; `rule` says why.

    `word` is the token place in the count's sentence of the word that decided, where one did.
    """

    modality: Modality | None
    rule: str
    word: int | None = None


PLAIN = Verdict("stated", "modality.plain")


def of_sources(
    sentence: Sentence, count: tuple[int, int], attributions: tuple[Attribution, ...], *, on: bool
) -> Verdict | None:
    """Return what the sources of a count say of its certainty: that one denies it, or that the nearest doubts it.

    Doubt in speech that runs on from an earlier sentence counts only where `on` is set.
    """
    start, end = sentence.tokens[count[0]].start, sentence.tokens[count[1] - 1].end
    about = covering(attributions, sentence.field, start, end)
    if any(a.modality == "denied" for a in about):
        return Verdict("denied", "modality.denied_by_source")
    nearest = min(about, key=lambda a: a.end - a.start, default=None)
    doubted = nearest is not None and nearest.modality == "uncertain"
    if doubted and nearest is not None and (on or nearest.rule != "attribution.carried"):
        return Verdict("uncertain", "modality.doubted_by_source")
    return None
