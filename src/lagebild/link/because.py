"""Keep with a figure why a resolved value is what it is."""

from dataclasses import replace

from lagebild.model import Aspect, Figure, Reason, Span


def because(figure: Figure, about: Aspect, rule: str, span: Span | None = None) -> Figure:
    """Return the figure with this reason for a value, in the place of an earlier one for the same value."""
    others = tuple(reason for reason in figure.reasons if reason.about != about)
    return replace(figure, reasons=(*others, Reason(about, rule, span)))
