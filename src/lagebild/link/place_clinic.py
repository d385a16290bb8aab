"""Tell a hospital where someone is treated or died later from one where the incident happened."""

from collections.abc import Sequence

from lagebild.link.place_tokens import Word
from lagebild.link.place_words import words

_NEAR, _WINDOW, _PLAIN = (
    3,
    7,
    ("dead", "death", "die", "gestorben", "injur", "leben", "opfer", "starb", "tote", "verletz", "victim", "wound"),
)


def treated_at(read: Sequence[Word], at: int, language: str) -> bool:
    """Return whether the name at a place of the words is that of a hospital's town, and someone is treated in it.

    "in einer Klinik in Graz gestorben", "taken to a Graz hospital"; not "bei einem Brand in einer Klinik in Graz".
    """
    cues = words(language).cues
    beside = read[max(0, at - _NEAR) : at + _NEAR + 1]
    if not any(word.text in cues["hospital"] for word in beside):
        return False
    around = _sentence_part(read, at)
    if not any(word.text in cues["treated"] for word in around):
        return False
    before = " ".join(word.text.casefold() for word in around if word.start <= read[at].start)
    return not any(stem in before for stem in cues["happening"] - frozenset(_PLAIN))


def _sentence_part(read: Sequence[Word], at: int) -> Sequence[Word]:
    """Return the words around a place, as far as the sentence goes and no farther than a few words."""
    start = max(0, at - _WINDOW)
    for place in range(at, start - 1, -1):
        if read[place].opens or read[place].text in {",", ";"}:
            start = place
            break
    end = min(len(read), at + _WINDOW + 1)
    for place in range(at + 1, end):
        if read[place].opens or read[place].text in {".", ";"}:
            end = place
            break
    return read[start:end]
