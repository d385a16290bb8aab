"""Tell what happened in another town from the main incident: "In Mossul erschossen Unbekannte zwei Polizisten"."""

import math
import re
from dataclasses import replace

from lagebild.link.because import because
from lagebild.link.setting import sentence_text, settings
from lagebild.model import BoxPlace, Document, Figure, IncidentType, Measure, Place, Sentence

_OPENING = re.compile(
    r"(?:Auch |Und |Unterdessen |Zudem |Also |And |Meanwhile,? )?(?:in|bei|nahe|unweit|im|auf|near|outside)\b",
    re.IGNORECASE,
)
_MEANWHILE = re.compile(
    r"(?:Ebenfalls )?(?:Am (?:selben|gleichen) (?:Tag|Abend|Morgen)|(?:Fast )?(?:gleichzeitig|zeitgleich)|Unterdessen"
    r"|Derweil|Kurz darauf|In derselben Nacht|Meanwhile|Elsewhere|Separately|On the same day|The same day)\b",
    re.IGNORECASE,
)
_TREATED = re.compile(
    r"klinik|krankenh|spital|behandel|gebracht|geflogen|geboren|wohn|treated|taken to|airlifted|born in|lived in",
    re.IGNORECASE,
)
_HARM: tuple[Measure, ...] = ("killed", "injured", "casualties", "missing")
_SPREAD = ("disaster.", "unrest.", "health.", "conflict.war", "conflict.battle", "none")  # these have many places
_FAR = 40.0  # kilometres
_HEAD = 30  # characters in which the place stands that a sentence begins with
_EARTH = 6371.0


def elsewhere(
    document: Document,
    figures: tuple[Figure, ...],
    main: BoxPlace | None,
    *,
    incident_type: IncidentType,
    places: tuple[Place, ...],
) -> tuple[Figure, ...]:
    """Return the figures with `other` as the scope of harm in a town that begins a sentence, far from the main place.

    It holds for the rest of the paragraph, until a sentence begins with a place near the main one. Incidents that have
    many places of their own, a flood say, are left alone.
    """
    if main is None or main.lat is None or incident_type.startswith(_SPREAD):
        return figures
    away = _away(document, main, places)
    return tuple(
        because(replace(setting.figure, scope="other"), "scope", "scope.elsewhere_town")
        if setting.sentence.index in away and setting.figure.measure in _HARM
        else setting.figure
        for setting in settings(document, figures)
    )


def _away(document: Document, main: BoxPlace, places: tuple[Place, ...]) -> set[int]:
    """Return the sentences, by index, that tell of a town far from the main place."""
    found: set[int] = set()
    paragraph, gone = 0, False
    for sentence in document.sentences:
        if sentence.field == "title" or sentence.paragraph == 0:
            continue  # the lead is about the main incident
        if sentence.paragraph != paragraph:
            paragraph, gone = sentence.paragraph, False
        begins = _begins_with(document, sentence, places)
        if begins is not None:
            gone = _distance(main, begins) > _FAR and not _TREATED.search(sentence_text(document, sentence))
        if gone:
            found.add(sentence.index)
    return found


def _begins_with(document: Document, sentence: Sentence, places: tuple[Place, ...]) -> Place | None:
    """Return the town that a sentence begins with, or tells of as being at the same time."""
    text = sentence_text(document, sentence)
    meanwhile = _MEANWHILE.match(text)
    if not (meanwhile or _OPENING.match(text)):
        return None
    head = sentence.end if meanwhile else sentence.start + _HEAD
    return next(
        (
            place
            for place in places
            if place.field == "text"
            and sentence.start <= place.start < head
            and place.precision == "town"
            and place.lat is not None
        ),
        None,
    )


def _distance(main: BoxPlace, place: Place) -> float:
    """Return the kilometres between two places on a great circle."""
    a, b = math.radians(main.lat or 0.0), math.radians(place.lat or 0.0)
    across = math.radians((place.lon or 0.0) - (main.lon or 0.0))
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(across / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(min(1.0, half)))
