"""Add the one who killed others and then himself to the number of those he killed."""

import re
from dataclasses import replace

from lagebild.link.persons import person
from lagebild.link.setting import Setting
from lagebild.model import BoxCount

_ONESELF = re.compile(r" (?:himself|herself|self|themselves)\b", re.IGNORECASE)
_NEAR = 2  # sentences from the victims to the one who killed himself


def with_own_hand(total: BoxCount, held: list[Setting]) -> BoxCount:
    """Return the total with one who killed himself, where it is of the people whom that same person killed.

    It is where the number stands as the object of what he did ("killed two women, then himself"), right before it is
    told what he did to himself. A number of the dead as such ("three died") may count him, and stays as it is.
    """
    if total.low is None or total.low != total.high:
        return total
    own = [one for one in held if _by_own_hand(one)]
    for last in own:
        before = [one for one in held if one not in own and _done_by(one, last)]
        victims = _victims(before)
        counted = total.low == victims or set(total.claims) <= {one.figure.id for one in own}
        if victims and counted and not any((one.figure.low or 0) > victims for one in held):
            claims = dict.fromkeys((*(one.figure.id for one in before), last.figure.id))
            return replace(total, low=victims + 1, high=victims + 1, qualifier="exact", claims=tuple(claims))
    return total


def _by_own_hand(setting: Setting) -> bool:
    """Return whether a figure is of one who took his own life: "and then killed himself"."""
    if setting.language != "en" or setting.figure.count.field != setting.figure.evidence.field:
        return False
    if setting.figure.rule == "figure.verb.own_life":
        return setting.figure.low == 1
    end = setting.figure.evidence.end - setting.base
    return setting.figure.low == 1 and bool(_ONESELF.match(setting.text, end))


def _done_by(setting: Setting, last: Setting) -> bool:
    """Return whether a figure is of people whom a verb right before has as its object."""
    figure = setting.figure
    if figure.low is None or figure.low != figure.high or figure.count.field != last.figure.count.field:
        return False
    if last.figure.rule == "figure.verb.shot" and setting.sentence.index != last.sentence.index:
        return False  # who shot himself may have lived
    active = figure.evidence.start < figure.count.start and figure.rule.startswith("figure.verb")
    apart = last.sentence.index - setting.sentence.index
    named = person(setting)
    return active and 0 <= apart <= _NEAR and not (named is not None and named.naming == "pronoun")


def _victims(before: list[Setting]) -> int:
    """Return how many people those figures count that stand in one sentence, the last that has any."""
    if not before:
        return 0
    last = before[-1].sentence.index
    here = [one for one in before if one.sentence.index == last]
    parts = [one for one in here if one.figure.extent == "part"]
    return sum(one.figure.low or 0 for one in parts) if parts else max(one.figure.low or 0 for one in here)
