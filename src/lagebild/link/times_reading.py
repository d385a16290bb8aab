"""What the slots of a time expression are read against, and how many of which unit they name."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from lagebild.link.times_calendar import Slots, Tense

_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a mention is read against: the day of publication, the day last named before it, the tense of its clause.

    `general` is true of "heute" where it stands for these times, not for the day of publication; `named` is the year,
    month or day named last ("1945-05"), `clock` the hour.
    """

    published: date | None
    anchor: date | None
    tense: Tense
    value: str
    quote: str
    general: bool = False
    named: str = ""
    clock: datetime | None = None

    @property
    def day(self) -> date | None:
        """Return the day that the text is at: the one last named, or that of publication."""
        return self.anchor or self.published


def number(slots: Slots) -> str:
    """Return the number that is named in digits or by a word, "" where none is; "1.000" and "1,000" are thousands."""
    digits = slots.get("number", "")
    if _THOUSANDS.fullmatch(digits):
        return digits.replace(".", "").replace(",", "")
    return digits.replace(",", ".") or slots.get("number_word", "")


def count_of(slots: Slots) -> str:
    """Return how many units are named, "X" where it is not said how many."""
    if "half" in slots:
        return str(float(slots["half"]) + float(number(slots) or slots.get("whole") or 0))
    if "number" in slots:
        return number(slots)
    return next((slots[name] for name in ("number_word", "one", "vague") if name in slots), "X")


def unit_of(slots: Slots) -> str:
    """Return the unit that is named."""
    return slots.get("unit_many") or slots["unit_one"]
