"""How sure a count in an English sentence is, and whether it is asserted at all."""

from lagebild.extract.attribution_model import Attribution, covering
from lagebild.model import Modality, Sentence


def modality(
    sentence: Sentence,
    count: tuple[int, int],
    measure: tuple[int, int],
    attributions: tuple[Attribution, ...],
) -> Modality | None:
    """Return how sure a count is, or None where the text asserts nothing."""
    del measure
    start, end = sentence.tokens[count[0]].start, sentence.tokens[count[1] - 1].end
    about = covering(attributions, sentence.field, start, end)
    nearest = min(about, key=lambda a: a.end - a.start, default=None)
    return nearest.modality if nearest is not None else "stated"
