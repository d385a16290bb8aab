"""The place of a figure: the one that its own clause sets it in."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from lagebild.link.place_scene import Scene, scene, weigh
from lagebild.link.times_clause import clause_at, opening_at
from lagebild.model import Document, FieldName, Figure, Place, Span

_PLACED = frozenset({"town", "district", "region"})
_FAR = 500
_LISTED = re.compile(r"^[\s,]*(?:[a-zäöüß]+[\s,]+){0,3}$")
_JOINED = re.compile(r"^(?: [a-zäöüß]+){1,3} $")  # "der Polizei in Kutno": the place is the source's


def placed(document: Document, figures: tuple[Figure, ...], places: tuple[Place, ...]) -> tuple[Figure, ...]:
    """Return the figures with the place of each: the one town, district or region that its clause sets it in.

    "In Kutno starben fünf Menschen" has one, and so has "In Kutno, five people died". Where a clause names two, or one
    that nothing sets it in ("aus Kutno"), or one that belongs to the source ("laut Polizei in Kutno"), there is none.
    """
    named = tuple(place for place in places if place.precision in _PLACED)

    @cache
    def within(name: FieldName) -> Scene:
        return scene(document, name, figures, places)

    return tuple(replace(figure, place=_place(document, figure, named, within)) for figure in figures)


def _place(
    document: Document, figure: Figure, places: tuple[Place, ...], within: Callable[[FieldName], Scene]
) -> Span | None:
    article, count = document.article, figure.count
    near = [each for each in places if each.field == count.field and abs(each.start - count.start) < _FAR]
    start, end = clause_at(article, count)
    inside = [each for each in near if start <= each.start and each.end <= end]
    opening = opening_at(article, count, near)
    if not inside and opening:
        inside = [each for each in near if opening[0] <= each.start and each.end <= opening[1]]
    if len(inside) != 1 or _one_of_several(article[count.field], inside[0], near):
        return None
    if not weigh(within(count.field), inside[0]).here or _of_source(document, figure, inside[0]):
        return None
    return article.span(inside[0].field, inside[0].start, inside[0].end)


def _one_of_several(text: str, place: Place, near: list[Place]) -> bool:
    """Tell whether a place is named together with another, which a clause may cut off: "in Kutno und in Danzig"."""
    others = (each for each in near if each.start != place.start)
    return any(
        _LISTED.match(text[min(place.end, each.end) : max(place.start, each.start)]) is not None for each in others
    )


def _of_source(document: Document, figure: Figure, place: Place) -> bool:
    """Tell whether a place stands in the words for a source, or right after them."""
    text = document.article[place.field]
    return any(
        source.field == place.field
        and source.start < place.end
        and (place.start < source.end or bool(_JOINED.match(text[source.end : place.start])))
        for source in figure.sources
    )
