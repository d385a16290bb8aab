"""Private persons as initials: "Maria Kowalska" is shown as "M. K."; who speaks in public keeps the name."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Protocol

from lagebild.model import Article, FieldName, Record, Source

_NAMES = frozenset({"name", "speaker_name", "what"})  # fields that hold a name or wording apart from its place
_POSSESSIVE = re.compile(r"(?<=\w)(['’]s|['’])$")


class Named(Protocol):
    """A person where a text names him: the place, the name in full, and whether he speaks or acts in public."""

    @property
    def field(self) -> FieldName:
        """Return the title or the text."""
        ...

    @property
    def start(self) -> int:
        """Return where the name begins."""
        ...

    @property
    def end(self) -> int:
        """Return where the name ends."""
        ...

    @property
    def quote(self) -> str:
        """Return the words of the text."""
        ...

    @property
    def name(self) -> str:
        """Return the name in full, as far as the article has it."""
        ...

    @property
    def public(self) -> bool:
        """Return whether the name may stand."""
        ...


@dataclass(frozen=True, slots=True)
class Veiled:
    """A text with initials for names, and what was changed: from where to where, and how long it is now."""

    text: str
    changes: tuple[tuple[int, int, int], ...] = ()

    def moved(self, offset: int) -> int:
        """Return where an offset of the text as it was lies now; one inside a name lies behind its initials."""
        shift = 0
        for start, end, length in self.changes:
            if offset >= end:
                shift += length - (end - start)
            elif offset > start:
                return start + shift + length
        return offset + shift


def private(record: Record) -> tuple[Named, ...]:
    """Return the mentions of private persons of a record, in text order."""
    found: tuple[Named, ...] = getattr(record, "persons", ())
    return tuple(person for person in found if not person.public)


def hidden(record: Record) -> Record:
    """Return the record with initials for private persons' names, each span where it lies then.

    Its mentions of persons alone keep the names, for finding them elsewhere: they are not to be shown.
    """
    persons = private(record)
    if not persons:
        return record
    article = record.article
    texts = {
        "title": veiled(article.title, persons, field="title"),
        "text": veiled(article.text, persons, field="text"),
    }
    shown = replace(article, title=texts["title"].text, text=texts["text"].text)
    moved: Record = _Hiding(shown, texts, persons).moved(replace(record, article=shown))
    return moved


@dataclass(frozen=True, slots=True)
class _Hiding:
    """How the values of a record change when its article's names become initials."""

    article: Article
    texts: Mapping[str, Veiled]
    persons: tuple[Named, ...]

    def moved(self, value: Any, name: str = "") -> Any:  # noqa: ANN401 - any value of a record
        """Return a value with its spans moved and its names as initials."""
        if isinstance(value, str):
            return veiled(value, self.persons).text if name in _NAMES else value
        if isinstance(value, tuple):
            return tuple(self.moved(each, name) for each in value)
        if not is_dataclass(value) or isinstance(value, type):
            return value
        changes = {each.name: self.moved(getattr(value, each.name), each.name) for each in fields(value)}
        if "public" in changes:  # a person's mention keeps the name that others are found by
            changes["name"] = getattr(value, "name")  # noqa: B009 - any type of mention
        if {"field", "start", "end", "quote"} <= set(changes):
            changes |= self._span(changes["field"], changes["start"], changes["end"])
        if isinstance(value, Source):
            changes["text"] = changes["quote"]
        return replace(value, **changes)

    def _span(self, field: FieldName, start: int, end: int) -> dict[str, Any]:
        text = self.texts[field]
        first, last = text.moved(start), text.moved(end)
        return {"start": first, "end": last, "quote": self.article[field][first:last]}


def initials(name: str) -> str:
    """Return the initials of a name; parts without a capital are left out: "Karl von Berg" is "K. B."."""
    parts = [part for part in name.split() if part[:1].isupper()] or name.split()
    return " ".join("-".join(f"{piece[:1]}." for piece in part.split("-") if piece) for part in parts)


def veiled(text: str, persons: Sequence[Named], *, field: FieldName | None = None, offset: int = 0) -> Veiled:
    """Return a text with the names of these persons as initials.

    `text` begins at `offset` of the article's title or text; without a `field` it is no stretch of the article, and
    only whole names are found in it.
    """
    stretches: list[tuple[int, int, str]] = []
    for person in persons if field else ():
        start, end = person.start - offset, person.end - offset
        if person.field == field and start >= 0 and end <= len(text):
            stretches.append((start, end, _short(person.quote, person.name)))
    for start, end, short in _whole(text, persons):
        if not any(start < other_end and other_start < end for other_start, other_end, _ in stretches):
            stretches.append((start, end, short))
    return _replaced(text, sorted(stretches))


@dataclass(frozen=True, slots=True)
class Names:
    """The names of private persons over many reports, found whole in any text."""

    pattern: re.Pattern[str] | None

    @classmethod
    def of(cls, persons: Iterable[Named]) -> "Names":
        """Return the names of two words and more of these persons."""
        names = sorted({person.name for person in persons if " " in person.name.strip()}, key=len, reverse=True)
        return cls(_pattern(names) if names else None)

    def veiled(self, text: str) -> str:
        """Return the text with initials for each of these names."""
        if self.pattern is None:
            return text
        return self.pattern.sub(lambda found: _short(found.group(), found.group(1)), text)


def _pattern(names: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(map(re.escape, names))})(?:s\b|['’]s?)?(?!\w)")


def _replaced(text: str, stretches: Sequence[tuple[int, int, str]]) -> Veiled:
    parts, changes, position = [], [], 0
    for start, end, short in stretches:
        if start < position:
            continue
        shown = short.removesuffix(".") if text[end : end + 1] == "." else short
        parts += [text[position:start], shown]
        changes.append((start, end, len(shown)))
        position = end
    return Veiled("".join([*parts, text[position:]]), tuple(changes))


def _short(quote: str, name: str) -> str:
    """Return the initials of the words of the text, with the ending of a possessive."""
    last = (name.split() or [""])[-1]
    if ending := _POSSESSIVE.search(quote):
        return initials(quote[: ending.start()]) + ending.group()
    return initials(quote) + ("s" if last and quote.endswith(f"{last}s") else "")


def _whole(text: str, persons: Sequence[Named]) -> Iterator[tuple[int, int, str]]:
    """Yield the places where a name of two words and more stands whole."""
    pattern = Names.of(persons).pattern
    for found in pattern.finditer(text) if pattern else ():
        yield found.start(), found.end(), _short(found.group(), found.group(1))
