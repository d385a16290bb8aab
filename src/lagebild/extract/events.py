"""Events: what was done by whom, with what, to whom, and who says so."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.extract.attribution import sources_of
from lagebild.extract.attribution_model import Attribution
from lagebild.extract.events_attributes import attribute_events
from lagebild.extract.events_codes import codes_of, features_of
from lagebild.extract.events_frames import verb_events
from lagebild.extract.events_model import Draft, Party
from lagebild.extract.events_nouns import noun_events
from lagebild.extract.events_settle import settled
from lagebild.extract.events_words import is_of
from lagebild.extract.figures import claim_id
from lagebild.extract.reading import Reading, readings
from lagebild.model import Actor, Document, Event, EventObject, Source, Span, Stance

_SCORES = {"verb": 0.75, "noun": 0.65, "attribute": 0.65}
_STANCES: dict[str, Stance] = {"denied": "denies", "confirmed": "confirms"}


def events(document: Document, said: tuple[Attribution, ...]) -> Iterator[Event]:
    """Yield the events of a document in text order, each happening once.

    What is only asked for, threatened, supposed or denied by the article itself is none, nor what an exercise, a film
    or a match tells. Names, countries, times and places are left for `link`.
    """
    parsed = readings(document)
    found = [draft for reading in parsed for draft in _in_sentence(reading)]
    by_index = {reading.sentence.index: reading for reading in parsed}
    for draft in settled(parsed, found):
        yield _claim(document, by_index, draft, said)


def _in_sentence(reading: Reading) -> list[Draft]:
    """Return the events of a sentence by the place of their triggers."""
    return sorted(
        [*verb_events(reading), *noun_events(reading), *attribute_events(reading)], key=lambda draft: draft.place
    )


def _claim(document: Document, by_index: dict[int, Reading], draft: Draft, said: tuple[Attribution, ...]) -> Event:
    reading = by_index[draft.sentence]
    plover, acled = codes_of(draft, features_of(reading, draft))
    kind = draft.rule.split(".")[1]
    return Event(
        id=claim_id(document.article, "event", draft.trigger, draft.type),
        type=draft.type,
        trigger=draft.trigger,
        status=draft.status,
        evidence=_evidence(document, draft),
        rule=draft.rule,
        score=_SCORES[kind],
        actors=_actors(draft),
        objects=tuple(EventObject(t.span.quote, t.low, t.high, t.qualifier, t.span) for t in draft.objects),
        sources=_sources(document, draft, said),
        plover=plover,
        acled=acled,
    )


def _actors(draft: Draft) -> tuple[Actor, ...]:
    agents = [Actor("agent", one.span, one.span.quote) for one in draft.agents]
    targets = [Actor("target", one.span, one.span.quote) for one in draft.targets]
    recipients = [Actor("recipient", one.span, one.span.quote) for one in draft.recipients]
    return (*agents, *targets, *recipients)


def _sources(document: Document, draft: Draft, said: tuple[Attribution, ...]) -> tuple[Source, ...]:
    """Return who says so, and who confirms or denies it; whoever acts is no source of an act of their own."""
    chain: list[Source] = []
    for source in sources_of(said, draft.trigger.field, draft.trigger.start, draft.trigger.end):
        if is_of(document.article.language, source.text.lower().split()[0], "own"):
            chain += [_source(agent, "asserts") for agent in draft.agents]
        elif not (draft.type.startswith("act.") and any(_meet(source, agent) for agent in draft.agents)):
            chain.append(_without_target(document, source, draft))
    stance = _STANCES.get(draft.status, "asserts")
    fresh = [one for one in draft.vouched if not any(_meet(source, one) for source in chain)]
    return (*chain, *(_source(one, stance) for one in fresh))


def _meet(source: Source, one: Party) -> bool:
    return source.field == one.span.field and source.start < one.span.end and one.span.start < source.end


def _without_target(document: Document, source: Source, draft: Draft) -> Source:
    """Return a source without the name of what suffers behind it: "nach Angaben des Generalstabs Kidal"."""
    inside = [
        t.span.start for t in draft.targets if t.span.field == source.field and source.start < t.span.start < source.end
    ]
    if not inside:
        return source
    end = source.start + len(document.article[source.field][source.start : inside[0]].rstrip())
    quote = document.article[source.field][source.start : end]
    return replace(source, end=end, quote=quote, text=quote)


def _source(one: Party, stance: Stance) -> Source:
    span = one.span
    return Source(span.quote, span.field, span.start, span.end, span.quote, stance=stance)


def _evidence(document: Document, draft: Draft) -> Span:
    """Return the stretch of the trigger's sentence that holds the trigger and the parts of the event."""
    parts: Sequence[Span] = [p.span for p in (*draft.agents, *draft.targets, *draft.recipients)]
    things = [t.span for t in draft.objects]
    sentence = document.sentences[draft.sentence]
    inside = [
        s
        for s in (draft.trigger, *parts, *things)
        if s.field == sentence.field and sentence.start <= s.start < sentence.end
    ]
    return document.article.span(sentence.field, min(s.start for s in inside), max(s.end for s in inside))
