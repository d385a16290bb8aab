"""What is judged of a count's certainty, with the rule that decided and the word that it rests on."""

from dataclasses import dataclass

from lagebild.model import Modality


@dataclass(frozen=True, slots=True)
class Verdict:
    """How sure a count is, or None where nothing is asserted; `rule` says why.

    `word` is the token place in the count's sentence of the word that decided, where one did.
    """

    modality: Modality | None
    rule: str
    word: int | None = None


PLAIN = Verdict("stated", "modality.plain")
