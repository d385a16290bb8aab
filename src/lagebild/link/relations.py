"""Say how the figures of an article stand to each other, where that is safe."""

from lagebild.link.extent import beside, changes_from, changes_to, is_older
from lagebild.link.setting import Setting, settings
from lagebild.model import Document, Figure, Relation

_NEAR = 2  # sentences between a number and the older one that it stands for
_AROUND = 40  # figures before and after that are compared


def relations(document: Document, figures: tuple[Figure, ...]) -> tuple[Relation, ...]:
    """Return part_of, repeats, supersedes and corrects between figures of one measure and scope, in text order.

    A part belongs to the nearest greater total of its sentence or the one before; a figure repeats the first of the
    same count; a newer number supersedes the older one of its sentence, and corrects it where that is denied.
    """
    found = settings(document, figures)
    made: list[Relation] = []
    first: dict[tuple[object, ...], str] = {}
    for n, setting in enumerate(found):
        around = found[max(0, n - _AROUND) : n + _AROUND]
        alike = [other for other in around if _alike(setting.figure, other.figure)]
        made.extend(_part_of(setting, [other for other in alike if _before(other, setting)]))
        made.extend(_repeats(setting.figure, first))
        made.extend(_renews(setting, alike))
    return tuple(dict.fromkeys(made))


def _before(one: Setting, two: Setting) -> bool:
    return (one.sentence.index, one.figure.count.start) < (two.sentence.index, two.figure.count.start)


def _alike(one: Figure, two: Figure) -> bool:
    return one is not two and (one.measure, one.scope) == (two.measure, two.scope)


def _part_of(part: Setting, before: list[Setting]) -> list[Relation]:
    if part.figure.extent != "part" or part.figure.low is None:
        return []
    for total in reversed(before):
        near = 0 <= part.sentence.index - total.sentence.index <= 1
        greater = total.figure.low is None or total.figure.low > part.figure.low
        if near and greater and total.figure.extent != "period" and total.figure.modality != "denied":
            return [Relation("part_of", part.figure.id, total.figure.id)]
    return []


def _repeats(figure: Figure, first: dict[tuple[object, ...], str]) -> list[Relation]:
    """Return what a total repeats, and keep it where it is the first of its count."""
    if figure.extent != "incident" or figure.qualifier == "vague" or figure.modality == "denied":
        return []
    known = first.setdefault((figure.measure, figure.scope, figure.low, figure.high, figure.group), figure.id)
    return [Relation("repeats", figure.id, known)] if known != figure.id else []


def _renews(newer: Setting, alike: list[Setting]) -> list[Relation]:
    """Return what a number does to older ones: "von 21 auf 25", "nicht sechs, sondern fünf", "zunächst sprach man"."""
    if (
        newer.figure.extent != "incident"
        or newer.figure.modality == "denied"
        or beside("superseded", newer, newer.text)
    ):
        return []
    made = []
    for older in alike:
        if (older.figure.low, older.figure.high) == (newer.figure.low, newer.figure.high):
            continue
        together = older.sentence == newer.sentence
        changed = changes_from(older) and changes_to(newer)
        near = abs(older.sentence.index - newer.sentence.index) <= _NEAR and older.figure.extent == "incident"
        if together and older.figure.modality == "denied":
            made.append(Relation("corrects", newer.figure.id, older.figure.id))
        elif (together and changed) or (
            near
            and older.figure.modality != "denied"
            and (beside("superseded", older, older.text) or (is_older(older) and not is_older(newer)))
        ):
            made.append(Relation("supersedes", newer.figure.id, older.figure.id))
    return made
