"""Words in quotation marks: German, Swiss, English and straight marks, nested ones too."""

import re
from collections.abc import Iterator
from typing import Literal

from lagebild.model import FieldName, Quotation

_PAIRS = {"„": '“”"', "»": "«", "«": "»", "“": '”“"', "‚": "‘’", "‹": "›", "›": "‹", '"': '"'}
_MARKS = re.compile("[„“”»«‚‘‹›\"]|''")
_LONGEST = 4000  # characters; a mark never closed within them is taken for a stray one
_SPEECH_WORDS = 5


def quotations(name: FieldName, text: str) -> Iterator[Quotation]:
    """Yield what stands in quotation marks, outermost first, in order of the opening mark.

    A mark that is never closed in its paragraph yields nothing.
    """
    found: list[tuple[int, int, int]] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        found.extend(_pairs(text, paragraph.start(), paragraph.end()))
    for start, end, depth in sorted(found):
        yield Quotation(name, start, end, depth, _kind(text[start:end]))


def _pairs(text: str, first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """Yield the start, end and depth of each quotation of one paragraph."""
    open_marks: list[tuple[str, int]] = []
    for mark in _MARKS.finditer(text, first, last):
        sign = mark.group()
        depth = next((n for n in range(len(open_marks) - 1, -1, -1) if sign in _PAIRS[open_marks[n][0]]), None)
        if depth is not None and mark.start() - open_marks[depth][1] <= _LONGEST:
            yield open_marks[depth][1], mark.start(), depth
            del open_marks[depth:]
        elif sign in _PAIRS:
            open_marks.append((sign, mark.end()))


def _kind(quote: str) -> Literal["speech", "term"]:
    """Tell speech from a name or a few words set off: speech ends in a mark or runs to five words and more."""
    words = quote.split()
    ended = quote.rstrip().endswith((".", "!", "?", ",", "…"))
    return "speech" if len(words) >= _SPEECH_WORDS or (ended and len(words) > 1) else "term"
