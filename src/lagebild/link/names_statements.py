"""Who speaks in a statement, as sources that are still to be named, and as one name."""

from collections.abc import Callable

from lagebild.model import Source, Statement

_PRONOUNS = frozenset({"er", "sie", "es", "dieser", "diese", "he", "she", "they", "it", "who", "der", "die", "das"})


def is_pronoun(text: str) -> bool:
    """Tell whether a wording is a pronoun alone."""
    return text.lower() in _PRONOUNS


def speakers(statement: Statement) -> tuple[Source, ...]:
    """Return who speaks as sources still to be named, whom a pronoun means in their own words; nobody where unknown."""
    spans = statement.speaker
    words = [statement.speaker_name] if statement.speaker_name and spans else [span.quote for span in spans]
    pairs = ((word, span) for word, span in zip(words, spans, strict=False) if not is_pronoun(word))
    return tuple(Source(word, span.field, span.start, span.end, span.quote) for word, span in pairs)


def speaker_name(statement: Statement, name_of: Callable[[Source], str | None]) -> str | None:
    """Return the names of all who speak in a statement, joined; None where one of them has none."""
    names = [name_of(source) for source in speakers(statement)]
    return " und ".join(filter(None, names)) if names and all(names) else None
