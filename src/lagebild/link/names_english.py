"""Read an English noun phrase that names a source: its name without its article, and the kind of source."""

import dataclasses
import re

from lagebild.link.names_kinds import known_name, readings
from lagebild.model import IncidentType, Source, SourceKind

_WORD = re.compile(r"[^\W_][\w.&'’]*(?:[-‑/][\w.&'’]+)*")
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})


def source_name(text: str) -> tuple[str, SourceKind]:
    """Return the name of a source without its article, and its kind."""
    words = _WORD.findall(text)
    while len(words) > 1 and words[0].lower() in _ARTICLES:
        words = words[1:]
    name = " ".join(words) or text.strip()
    known = known_name(name, "en")
    if known is not None:
        return known.name, known.kind
    kinds = [reading.kind for word in words for reading in readings(word, "en")]
    return name, kinds[0] if kinds else "unnamed"


def resolved(source: Source, whole: str, incident_type: IncidentType) -> Source:
    """Return a source with its name, kind and party filled in; its span and wording stay."""
    del whole, incident_type
    name, kind = source_name(source.text)
    return dataclasses.replace(source, name=name, kind=kind)
