"""Resolve what events are about: the names of their actors, country and sector, time, place and incident."""

import dataclasses
import functools
from collections.abc import Sequence

from lagebild.link.event_pronouns import antecedent
from lagebild.link.names import source_name
from lagebild.link.names_kinds import known_name
from lagebild.link.place_words import country_of_adjective
from lagebild.model import Actor, Document, Event, Figure, Incident, Place, Sentence, Source, SourceKind, Span, Time
from lagebild.vocabulary import load
from lagebild.vocabulary.events import EventWords

_SECTORS: dict[SourceKind, str] = {
    "government": "GOV",
    "military": "MIL",
    "police": "COP",
    "court": "JUD",
    "company": "BUS",
    "media": "JRN",
    "agency": "JRN",
    "armed_group": "REB",
    "hospital": "MED",
}
_POINTS = ("town", "district", "region")


def resolved(
    document: Document,
    events: tuple[Event, ...],
    told: tuple[Incident, ...],
    *,
    figures: tuple[Figure, ...] = (),
    times: tuple[Time, ...] = (),
    places: tuple[Place, ...] = (),
) -> tuple[Event, ...]:
    """Return the events with names, countries, sectors, time, place and incident, where the text plainly gives them."""
    found = []
    for event in events:
        sentence = _sentence(document, event.trigger)
        actors = tuple(_actor(document, actor, places) for actor in event.actors)
        linked = dataclasses.replace(
            event,
            actors=actors,
            sources=tuple(_source(document, source) for source in event.sources),
            time=_time(sentence, event, times),
            place=_place(sentence, event, places),
        )
        found.append(dataclasses.replace(linked, incident=_incident(linked, sentence, told, figures)))
    return tuple(found)


def _sentence(document: Document, span: Span) -> Sentence:
    return next(s for s in document.sentences if s.field == span.field and s.start <= span.start < s.end)


def _actor(document: Document, actor: Actor, places: Sequence[Place]) -> Actor:
    """Return an actor with its name uninflected, or that of what a pronoun stands for, its country and its sector."""
    language = document.article.language
    stands = antecedent(document, actor.span)
    words = actor.span.quote if stands is None else stands.quote
    name, kind = source_name(words, language)
    if actor.role == "target" or kind in {"unnamed", "person"} or len(name.split()) < len(words.split()):
        name = words
    span = actor.span if stands is None else stands
    country = _country(words, span, language, places)
    return dataclasses.replace(actor, name=name, country=country, sector=_sector(words, kind, language))


def _country(words: str, span: Span, language: str, places: Sequence[Place]) -> str | None:
    """Return the country of an actor: itself, its adjective, or what is known of its name; None where two are named."""
    known = known_name(words, language)
    inside = {p.country for p in places if p.field == span.field and span.start <= p.start < span.end and p.country}
    adjectives = {c for word in words.split() if (c := country_of_adjective(word, language)) is not None}
    if _sector(words, "unnamed", language) == "REB":
        inside = set()  # "Hamas" is no genitive of the town
    found = adjectives or inside or ({known.country} if known is not None and known.country else set())
    return next(iter(found)) if len(found) == 1 else None


@functools.cache
def _classes(language: str) -> dict[str, tuple[str, ...]]:
    """Return the words of each class of actors, with the endings of compounds."""
    names = {"non_state": "REB", "state_forces": "MIL", "police": "COP"}
    rows = load(language, "event_words", EventWords)
    return {names[row.id]: row.words for row in rows if row.id in names}


def _sector(words: str, kind: SourceKind, language: str) -> str | None:
    """Return PLOVER's sector of an actor, or None where its words do not tell."""
    last = words.rsplit(maxsplit=1)[-1].lower()
    two = " ".join(words.lower().split()[-2:])
    for sector, known in _classes(language).items():
        if last in known or two in known or any(w.startswith("-") and last.endswith(w[1:]) for w in known):
            return sector
    return _SECTORS.get(kind)


def _source(document: Document, source: Source) -> Source:
    """Return a source with its name and kind; a pronoun gets those of what it stands for."""
    if source.name:
        return source
    stands = antecedent(document, Span(source.field, source.start, source.end, source.quote))
    name, kind = source_name(source.text if stands is None else stands.quote, document.article.language)
    return dataclasses.replace(source, name=name, kind=kind)


def _time(sentence: Sentence, event: Event, times: Sequence[Time]) -> Span | None:
    """Return the time expression of the event's clause, or the only one of its sentence."""
    inside = [
        t
        for t in times
        if t.field == sentence.field and sentence.start <= t.start < sentence.end and t.type in {"DATE", "TIME"}
    ]
    clause = sentence.clause_at(_token(sentence, event.trigger.start))
    own = [t for t in inside if sentence.clause_at(_token(sentence, t.start)) == clause]
    chosen = own if len(own) == 1 else inside if len(inside) == 1 else own[:1]
    return Span(chosen[0].field, chosen[0].start, chosen[0].end, chosen[0].quote) if chosen else None


def _token(sentence: Sentence, start: int) -> int:
    return next((n for n, token in enumerate(sentence.tokens) if token.start <= start < token.end), 0)


def _place(sentence: Sentence, event: Event, places: Sequence[Place]) -> Span | None:
    """Return the only place of the finest kind that the sentence names, those of the actors left out."""
    barred = [actor.span for actor in event.actors if actor.role != "target"]
    inside = [
        p
        for p in places
        if p.field == sentence.field
        and sentence.start <= p.start < sentence.end
        and not any(s.field == p.field and s.start <= p.start < s.end for s in barred)
    ]
    for precision in _POINTS:
        named = {p.name: p for p in inside if p.precision == precision}
        if len(named) == 1:
            one = next(iter(named.values()))
            return Span(one.field, one.start, one.end, one.quote)
        if named:
            return None
    return None


def _incident(event: Event, sentence: Sentence, told: Sequence[Incident], figures: Sequence[Figure]) -> str | None:
    """Return the incident that an event is of: the one of its sentence's figures, or the main one of its type."""
    beside = {
        figure.incident
        for figure in figures
        if figure.count.field == sentence.field and sentence.start <= figure.count.start < sentence.end
    }
    if len(beside) == 1:
        return next(iter(beside))
    main = next((incident for incident in told if incident.main), None)
    if main is None or beside:
        return None
    of_war = main.type == "conflict.war" and event.type.startswith("conflict.")
    return main.id if main.type == event.type or of_war else None
