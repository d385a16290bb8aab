"""Name the speaker of each statement: whom a pronoun, a surname or a role ("der Sprecher") means in the report."""

import dataclasses
import re
from collections.abc import Iterable

from lagebild.link.names_people import bearers
from lagebild.link.names_phrases import stripped
from lagebild.model import Source, SourceKind, Statement

_PRONOUNS = frozenset({"er", "sie", "es", "dieser", "diese", "he", "she", "they", "it", "who", "der", "die", "das"})
_DEFINITE = frozenset({"der", "die", "das", "dem", "den", "des", "dieser", "diese", "dieses", "the"})
_SHORTEST_ROLE = 4  # letters of a role that may be the last part of a longer one: "Chef" of "Polizeichef"
_NOUN = re.compile(r"[A-ZÄÖÜ][\w-]+")


@dataclasses.dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who spoke: the wording, and the name and kind that it was given."""

    wording: str
    name: str
    kind: SourceKind


def speakers(statement: Statement) -> tuple[Source, ...]:
    """Return who speaks as sources still to be named, whom a pronoun means in their own words; nobody where unknown."""
    spans = statement.speaker
    words = [statement.speaker_name] if statement.speaker_name and spans else [span.quote for span in spans]
    pairs = ((word, span) for word, span in zip(words, spans, strict=False) if word.lower() not in _PRONOUNS)
    return tuple(Source(word, span.field, span.start, span.end, span.quote) for word, span in pairs)


def with_roles(text: str, named: Iterable[tuple[Statement, tuple[Source, ...]]]) -> dict[str, str | None]:
    """Return the name of the speaker of each statement by its id, roles resolved to whom the report names with them.

    "der Minister" is the one speaker before who was named as one ("Innenminister Otto Rehm"), else the one whom the
    text names so; where there are two, nobody is named. A speaker without a name or role stays None.
    """
    known: list[Speaker] = []
    found: dict[str, str | None] = {}
    for statement, sources in named:
        names = [_name(text, Speaker(source.text, source.name, source.kind), known) for source in sources]
        found[statement.id] = " und ".join(filter(None, names)) if names and all(names) else None
    return found


def _name(text: str, speaker: Speaker, known: list[Speaker]) -> str | None:
    """Return the name of a speaker, or of whom their role means; one named anew is kept among the known."""
    role = _role(speaker.wording)
    meant = _meant(role, known) or list(bearers(role, text)) if role else []
    if meant:
        return meant[0] if len(meant) == 1 else None
    if speaker.kind == "unnamed":
        return None
    known.append(speaker)
    return speaker.name


def _role(text: str) -> str:
    """Return the noun of a definite phrase that is a role alone ("der Sprecher"), or ""."""
    words = text.split()
    bare = stripped(words)[1]
    alone = len(words) == len(bare) + 1 and len(bare) == 1 and words[0].lower() in _DEFINITE
    return bare[0] if alone and _NOUN.fullmatch(bare[0]) and len(bare[0]) >= _SHORTEST_ROLE else ""


def _meant(role: str, known: Iterable[Speaker]) -> list[str]:
    """Return the names of those before who were named with this role and more, each once."""
    names = (speaker.name for speaker in known if _has_role(role.lower(), speaker.wording))
    return list(dict.fromkeys(names))


def _has_role(role: str, text: str) -> bool:
    """Tell whether a wording opens with a noun that is this role or ends in it, and says more than the role."""
    nouns = _NOUN.findall(" ".join(stripped(text.split())[1]))
    if not nouns:
        return False
    first = nouns[0].lower()
    return first.endswith(role) and (first != role or len(nouns) > 1)
