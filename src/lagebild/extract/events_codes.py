"""The codes of PLOVER and ACLED of an event, by its type, its status and what is known of its parts."""

import functools

from lagebild.extract.events_model import Draft
from lagebild.extract.events_words import is_of, words_of
from lagebild.extract.reading import Reading
from lagebild.model import Acled, Plover
from lagebild.vocabulary import load
from lagebild.vocabulary.events import EventCode


@functools.cache
def _codes() -> tuple[EventCode, ...]:
    return load("codes", "event_codes", EventCode)


def codes_of(draft: Draft, features: frozenset[str]) -> tuple[Plover, Acled]:
    """Return the codes of an event; empty ones where no definition plainly holds."""
    fitting = [
        row
        for row in _codes()
        if row.type == draft.type
        and draft.status in row.status
        and features.issuperset(row.with_)
        and not features & set(row.without)
    ]
    plover = next((row.plover for row in fitting if row.plover is not None), (None, None))
    acled = next((row.acled for row in fitting if row.acled is not None), (None, None))
    return Plover(*plover), Acled(*acled)


def features_of(reading: Reading, draft: Draft) -> frozenset[str]:
    """Return what the parts of an event and the words around it tell the table of codes."""
    language = reading.language
    found = set(draft.features)
    agents = [one.head for one in draft.agents]
    if agents:
        found.add("agent")
        found |= {
            f"agent.{kind}"
            for kind, name in (("state", "state_forces"), ("non_state", "non_state"))
            if all(is_of(language, head, name) for head in agents)
        }
    for target in draft.targets:
        words = target.span.quote.lower().split()
        if any(is_of(language, word, "armed_target") for word in words):
            found.add("target.armed")
        elif is_of(language, target.head, "civilian_target"):
            found.add("target.civilian")
        if (
            draft.type == "crime.arrest"
            and is_of(language, target.head, "armed")
            and any(is_of(language, h, "armed") for h in agents)
        ):
            found.add("captured")
    if any(is_of(language, head, "non_state") for head in agents) or any(
        is_of(language, word, "non_state") for one in draft.agents for word in one.span.quote.lower().split()
    ):
        found.add("armed_group")
    if draft.recipients or "elsewhere" in draft.features:
        found.add("abroad")
    if draft.type == "conflict.diplomacy" and any(is_of(language, word, "ceasefire") for word in reading.lower):
        found.add("ceasefire")
    return frozenset(found | _around(reading))


def _around(reading: Reading) -> set[str]:
    """Return whether help is asked or given, and whether what was agreed is in force, in this sentence or the next."""
    sentence = reading.sentence
    near = reading.document.sentences[sentence.index : sentence.index + 2]
    found = set()
    for one in near:
        words = [token.text.lower() for token in one.tokens]
        text = " ".join(words)
        if any(is_of(reading.language, word, "help") for word in words):
            found.add("help")
        if any(phrase in text for phrase in words_of(reading.language, "in_force")):
            found.add("in_force")
    return found
