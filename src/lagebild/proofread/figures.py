"""LB1: the numbers of the stated box against those of the text."""

import functools
import re
from collections.abc import Iterator

from lagebild.model import MEASURES, BoxCount, Figure, Finding, Measure, Qualifier
from lagebild.proofread.cells import COUNTED, Count, Stated, places_of
from lagebild.proofread.draft import Draft, is_total, meets, same_number
from lagebild.vocabulary import load
from lagebild.vocabulary.numbers import QualifierWords

_MEASURES: dict[str, tuple[Measure, ...]] = {
    "killed": ("killed",),
    "injured": ("injured",),
    "missing": ("missing",),
    "casualties": ("casualties", "killed", "injured"),
}
_SWAPPED: tuple[Measure, ...] = ("casualties", "killed", "injured", "missing")
_TAKEN_FOR = (*_SWAPPED, *(measure for measure in MEASURES if measure not in _SWAPPED))
_REACH = 24
_TELLING = 10


def findings(draft: Draft) -> Iterator[Finding]:
    """Yield what is wrong with each number of the stated box, and the totals for which it has no row."""
    for cell in draft.cells:
        if cell.count and cell.field in COUNTED and not cell.part:
            yield from _cell(draft, cell, cell.count)
    yield from _missing(draft)


def matched(draft: Draft, cell: Stated) -> tuple[Figure, ...]:
    """Return the totals of the text that a cell's number is, those the record's box rests on first.

    Where the text gives the number under another measure only, these are the figures under that measure.
    """
    if not cell.count or cell.field not in _MEASURES or cell.part:
        return ()
    own = [f for f in draft.main(_MEASURES[cell.field]) if _agrees(cell.count, f)]
    found = own or _swapped(draft, cell, cell.count)
    behind = {claim for figure in found if (total := draft.total(figure.measure)) for claim in total.claims}
    return tuple(sorted(found, key=lambda figure: (figure.id not in behind, figure.count.field == "title")))


def _cell(draft: Draft, cell: Stated, said: Count) -> Iterator[Finding]:
    measures = _MEASURES[cell.field or ""]
    totals = [total for measure in measures if (total := draft.total(measure))]
    found = matched(draft, cell)
    if any(_agrees(said, total) for total in totals) or _is_sum(said, totals):
        yield from _narrowed(draft, cell, said, totals)
        yield from _qualifier(draft, cell, said, found)
    elif found and found[0].measure not in measures:
        yield _about(draft, "LB102", cell, found[0])
        yield from _qualifier(draft, cell, said, found)
    elif found:
        yield from _outdated(draft, cell, found) if totals else _qualifier(draft, cell, said, found)
    elif misplaced := _misplaced(draft, cell, said):
        yield _about(draft, misplaced[0], cell, misplaced[1])
    elif said.low is None or not draft.unread(cell.field or "", said.low):
        yield from _different(draft, cell, said, totals)


def _outdated(draft: Draft, cell: Stated, found: tuple[Figure, ...]) -> Iterator[Finding]:
    """Yield the finding for a number that the text gives and then replaces by another."""
    replaced = {r.target: r.origin for r in draft.record.relations if r.type in {"supersedes", "corrects"}}
    known = {figure.id: figure for figure in draft.figures}
    later = [known.get(replaced.get(figure.id, "")) for figure in found]
    if all(later) and later[0]:
        yield _about(draft, "LB101", cell, later[0])


def _different(draft: Draft, cell: Stated, said: Count, totals: list[BoxCount]) -> Iterator[Finding]:
    """Yield the finding for a number that the text gives nowhere: against its total, or as missing there."""
    against = [figure for total in totals for figure in draft.behind(total)]
    against = against or list(draft.main(_MEASURES[cell.field or ""]))
    if against:
        yield _about(draft, "LB101", cell, against[-1])
    elif not totals and not any(f.measure in _MEASURES[cell.field or ""] for f in draft.figures):
        if said.high == 0:
            yield draft.finding("LB111", [cell.cell.span], label=cell.cell.label, stated=cell.cell.value)
        elif said.low is not None and not draft.holds(said.low):
            yield draft.finding("LB110", [cell.cell.span], label=cell.cell.label, stated=cell.cell.value)


def _narrowed(draft: Draft, cell: Stated, said: Count, totals: list[BoxCount]) -> Iterator[Finding]:
    """Yield a finding where sources of the text differ and the box gives the number of one of them alone."""
    for total in totals:
        behind = draft.behind(total)
        apart = [figure for figure in behind if not meets(said, figure)]
        if said.qualifier == "exact" and total.low is not None and total.high not in {None, total.low} and apart:
            yield _about(draft, "LB101", cell, apart[0])


def _misplaced(draft: Draft, cell: Stated, said: Count) -> tuple[str, Figure] | None:
    """Return the code and the figure of the text with this number, where it is no total of the incident."""
    measures = _MEASURES[cell.field or ""]
    same = [figure for figure in draft.figures if figure.measure in measures and _agrees(said, figure)]
    for figure in same:
        if figure.modality == "denied":
            continue
        larger = any((other.low or 0) > (figure.low or 0) for other in draft.main(measures))
        if figure.scope == "main" and figure.extent == "part" and larger:
            return "LB104", figure
        if figure.extent == "period":
            return "LB105", figure
        if figure.scope == "other" and draft.main(measures):
            return "LB106", figure
    denied = [figure for figure in same if figure.modality == "denied" and figure.scope == "main"]
    return ("LB404", denied[0]) if denied else None


def _swapped(draft: Draft, cell: Stated, said: Count) -> list[Figure]:
    """Return the totals of another measure with this number, unless the box has it under that measure as well.

    A number of two digits and more is taken to be the same also where the text's is of a period or of background.
    """
    if cell.field == "casualties" or said.high == 0:
        return []
    found: list[Figure] = []
    for measure in _TAKEN_FOR if (said.low or 0) >= _TELLING else _SWAPPED:
        here = [other.count for other in draft.cells if other.field == measure and other.count]
        if measure == cell.field or any(same_number(said, other) for other in here):
            continue
        found += [f for f in draft.figures if f.measure == measure and same_number(said, f) and f.modality != "denied"]
    own = [figure for figure in found if is_total(figure)]
    return own or (found if (said.low or 0) >= _TELLING else [])


def _qualifier(draft: Draft, cell: Stated, said: Count, found: tuple[Figure, ...]) -> Iterator[Finding]:
    if not found or said.qualifier != "exact":
        return
    figure = found[0]
    total = draft.total(figure.measure)
    chosen = total.qualifier if total and figure.id in total.claims else figure.qualifier
    if chosen == "exact" or figure.qualifier == "exact":
        return
    word, wording = _wording(draft, figure)
    yield _about(draft, "LB103", cell, figure, word=word, count=wording)


def _wording(draft: Draft, figure: Figure) -> tuple[str, str]:
    """Return the word that qualifies a figure, and the number with it, as the text has them where they are found."""
    start = max(figure.count.start - _REACH, 0)
    near = draft.record.article[figure.count.field][start : figure.count.end]
    for found in reversed(list(_qualifier_words(figure.qualifier, draft.language).finditer(near))):
        return found.group(), " ".join(near[found.start() :].split())
    return draft.words.qualifier(figure.qualifier), draft.words.count(figure)


@functools.cache
def _qualifier_words(qualifier: Qualifier, language: str) -> re.Pattern[str]:
    words = [
        word for row in load(language, "qualifiers", QualifierWords) if row.qualifier == qualifier for word in row.words
    ]
    body = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)


def _missing(draft: Draft) -> Iterator[Finding]:
    """Yield the totals that the box leaves out, where it has a row for another number."""
    if not any(cell.count for cell in draft.cells):
        return
    counted = {cell.field for cell in draft.cells}
    values = [cell.cell.value for cell in draft.cells]
    for measure in ("killed", "injured", "missing"):
        total = draft.total(measure)
        if not total or not total.low or total.qualifier == "vague" or counted & {measure, "casualties"}:
            continue
        figure = next(iter(draft.behind(total)), None)
        known = any(_holds(value, total.low, draft.language) for value in values)
        if figure and not known and figure.modality == "stated" and figure.qualifier != "vague":
            yield draft.finding("LB109", [draft.cells[0].cell.span], [figure], **_values(draft, figure))


def _holds(value: str, number: int, language: str) -> bool:
    return any(True for _ in places_of(number, value, language))


def _agrees(said: Count, other: BoxCount | Figure) -> bool:
    return same_number(said, other) if said.qualifier == "exact" or other.qualifier == "vague" else meets(said, other)


def _is_sum(said: Count, totals: list[BoxCount]) -> bool:
    lows = [total.low for total in totals if total.low is not None]
    return len(lows) > 1 and said.low == sum(lows)


def _about(draft: Draft, code: str, cell: Stated, figure: Figure, **values: str) -> Finding:
    values = _values(draft, figure) | {"label": cell.cell.label, "stated": cell.cell.value} | values
    return draft.finding(code, [cell.cell.span], [figure], **values)


def _values(draft: Draft, figure: Figure) -> dict[str, str]:
    return {"count": draft.words.count(figure), "measure": draft.measure(figure), "quote": draft.quote(figure)}
