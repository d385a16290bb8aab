"""The place that the area behind a comma makes of an English name: "Paris, Texas", "Boston, Lincolnshire"."""

from collections.abc import Sequence
from dataclasses import replace

from lagebild.link.gazetteer import Toponym
from lagebild.link.place_english_names import Named, area_of_short, bare, is_ended, shorts, spelling, wording
from lagebild.link.place_names import CITY
from lagebild.link.place_tokens import Text
from lagebild.link.place_words import words

_HOLDERS = frozenset({"country", "first_level", "region", "second_level"})
_COUNTY = 0.8  # degrees from the middle of a county to a town in it


def holder_of(text: Text, found: Named) -> tuple[Toponym | None, Named | None]:
    """Return the place that the area behind a comma makes of a name, and the area: "Paris, Texas", "Leeds, England"."""
    at = found.last + 1
    if text.word(found.last) != "," or at >= len(text.tokens) or not text.tokens[at].capital:
        return None, None
    for last in range(min(at + 4, len(text.tokens)), at, -1):
        if not is_ended(text.tokens, at, last):
            continue
        spelt = bare(spelling(text.tokens, at, last)).rstrip(".")
        areas = [p for p in text.gazetteer.find(spelt, "en") if p.kind in _HOLDERS]
        if spelt in shorts():
            areas = [*area_of_short(text.gazetteer, spelt), *areas]
        for place in (*found.places, *_namesake(text, found, areas, last)):
            for area in areas:
                if place.id == 0 or _lies_in(place, area):
                    start = text.tokens[at].start
                    end = start + len(bare(wording(text, at, last)))
                    return place, Named(text.field, at, last, start, end, spelt, (area,), "short")
    return None, None


def _namesake(text: Text, found: Named, areas: Sequence[Toponym], last: int) -> tuple[Toponym, ...]:
    """Return a place without coordinates for a name that the gazetteer lacks in the county set behind it.

    "In Wellington, Somerset," is not in New Zealand. "In London, Norfolk and Paris" is a list, in which no name holds
    another.
    """
    county = next((area for area in areas if area.kind == "second_level"), None)
    if county is None or found.places[0].kind != "town":
        return ()
    best_known = next(place for place in text.gazetteer.find(county.name, "en") if place.primary)
    after, before = text.word(last), text.word(found.first - 1)
    listed = after in {"and", "or", "&"} or (after == "," and text.word(last + 1)[:1].isupper())
    if listed or best_known.kind != "second_level" or before not in words("en").cues["locative"]:
        return ()
    return (replace(county, id=0, name=found.name, lat=None, lon=None, kind="town"),)


def _lies_in(place: Toponym, area: Toponym) -> bool:
    same = place.country == area.country and (area.kind == "country" or place.admin1 == area.admin1)
    if area.kind == "second_level":
        return same and place.kind == "town" and _is_near(place, area)
    return same and place.kind not in {"country", "continent", "first_level"} and place.id != area.id


def _is_near(place: Toponym, area: Toponym) -> bool:
    if place.lat is None or place.lon is None or area.lat is None or area.lon is None:
        return False
    return abs(place.lat - area.lat) < _COUNTY and abs(place.lon - area.lon) < 1.5 * _COUNTY


def near_to(text: Text, found: Named) -> tuple[Toponym, ...]:
    """Return the places of a name that lie near the city behind it, or all: "Solone near Kharkiv"."""
    at = found.last + 1
    if text.word(found.last) not in {"near", "outside"} or at >= len(text.tokens) or not text.tokens[at].capital:
        return found.places
    for last in range(min(at + 3, len(text.tokens)), at, -1):
        cities = [p for p in text.gazetteer.find(bare(spelling(text.tokens, at, last)), "en") if p.kind == "town"]
        if cities and cities[0].population >= CITY:
            return tuple(place for place in found.places if _is_near(place, cities[0])) or found.places
    return found.places
