"""Relays: reports that say that they have something from another outlet, and the outlet's own source."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from lagebild.merge import relay_words
from lagebild.merge.speakers import folded, institution
from lagebild.model import Figure, Record, Source, Span
from lagebild.vocabulary import load
from lagebild.vocabulary.acquire import Agency
from lagebild.vocabulary.labels import sentence
from lagebild.vocabulary.origins import relay_cues
from lagebild.vocabulary.places import Demonym
from lagebild.vocabulary.sources import Outlets

OutletKind = Literal["agency", "outlet"]

_TOKEN = re.compile(r"\w+(?:[-'’&.]\w+)*")
_LONGEST_NAME = 5
_PREFIX = 3
_OWN_PREFIX = 4
_HOST = re.compile(r"^(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?=[/:]|$)")
_AUTHORITY = re.compile(r"\.(?:gov|mil|police)(?:\.[a-z]{2})?$|(?:^|\.)gv\.at$")
_SUFFIXES = frozenset(("com", "co", "org", "net", "edu", "ac"))  # of addresses, before or without a country


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet or agency by the name that is shown."""

    id: str
    name: str
    kind: OutletKind

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys under which its reports are found."""
        return tuple(dict.fromkeys(one for one in (self.id, key(self.name), _of_address(self.name)) if one))


@dataclass(frozen=True, slots=True)
class Relay:
    """What a report says that it has from an outlet: the words, the figures, and the outlet's source as named.

    `numbers` are those that the words about it hold, whatever they count.
    """

    article: str
    outlet: Outlet
    span: Span
    figures: tuple[Figure, ...] = ()
    whom: str | None = None
    numbers: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Found:
    """A relay that is being read: more words and figures may join it."""

    outlet: Outlet
    span: Span
    figures: list[Figure] = field(default_factory=list)
    whom: str | None = None
    numbers: set[int] = field(default_factory=set)


def key(name: str) -> str:
    """Return the letters of an outlet's name: "The Harbour Post" and harbour-post.example are one."""
    words = folded(name).split()
    words = words[1:] if len(words) > 1 and words[0] in relay_words.ARTICLES else words
    return re.sub(r"[\W_]+", "", "".join(words))


def own_keys(record: Record) -> tuple[str, ...]:
    """Return the keys of the outlet that a report stands in: its name's and its address's."""
    article = record.article
    shown = article.publisher or ""
    found = [_of_address(shown) if _HOST.match(shown) else key(shown), _of_address(article.url or "")]
    return tuple(dict.fromkeys(name for name in found if len(name) >= _PREFIX))


def _of_address(address: str) -> str:
    """Return the key of the outlet at an address: of edition.example.co.uk "example"; an authority is no outlet."""
    host = _HOST.match(address)
    labels = host[1].split(".")[:-1] if host and not _AUTHORITY.search(host[1]) else []
    while len(labels) > 1 and labels[-1] in _SUFFIXES:
        labels.pop()
    return key(labels[-1]) if labels else ""


class Register:
    """The outlets that are known: those whose reports there are, and those of the vocabulary."""

    def __init__(self, records: Iterable[Record]) -> None:
        """Read the outlets of these reports."""
        self._outlets = {**_listed(), **_agencies()}
        self._sure = set(_agencies())
        for record in records:
            shown = record.article.publisher or ""
            for name in own_keys(record):
                self._outlets.setdefault(name, Outlet(f"outlet:{shown or name}", shown or name, "outlet"))
            if not _HOST.match(shown):
                self._sure.add(key(shown))
                for form in _inflected(shown) if record.article.language == "de" else ():
                    self._outlets.setdefault(
                        form, self._outlets.get(key(shown)) or Outlet(f"outlet:{shown}", shown, "outlet")
                    )
                    self._sure.add(form)
        self._beginnings = {name[:_PREFIX] for name in self._outlets}

    def outlet(self, name: str) -> Outlet | None:
        """Return the outlet of a name, None where none is known by it."""
        return self._outlets.get(key(name))

    def has_plainly(self, name: str) -> bool:
        """Tell whether a name is an outlet's and no common word: "ZDF", "Otter Valley Post"."""
        found = key(name)
        return found in self._outlets and (found in self._sure or name.isupper() or " " in name.strip())

    def named(self, text: str) -> Iterator[tuple[int, int, Outlet]]:
        """Yield where a text names an outlet; a name that is a common word only in quotation marks."""
        tokens = list(_TOKEN.finditer(text))
        keys = [_word_key(token[0]) for token in tokens]
        at = 0
        while at < len(tokens):
            size = self._size(text, tokens, keys, at)
            if size:
                name = "".join(keys[at : at + size])
                yield tokens[at].start(), tokens[at + size - 1].end(), self._outlets[name]
            at += size or 1

    def _size(self, text: str, tokens: Sequence[re.Match[str]], keys: Sequence[str], at: int) -> int:
        """Return over how many tokens the longest name of an outlet goes that begins here, 0 where none does."""
        first = text[tokens[at].start()]
        if keys[at][:_PREFIX] not in self._beginnings or not (first.isupper() or tokens[at][0] in _lower()):
            return 0
        for size in range(min(_LONGEST_NAME, len(tokens) - at), 0, -1):
            if self._is_name("".join(keys[at : at + size]), text, tokens[at].start(), tokens[at + size - 1].end()):
                return size
        return 0

    def _is_name(self, name: str, text: str, start: int, end: int) -> bool:
        """Tell whether an outlet of this key is meant by these words: both ends are written as a name's are."""
        if name not in self._outlets:
            return False
        words = text[start:end].split()
        if name in self._sure:
            return True
        titled = words[-1][0].isupper() or words[-1][0].isdigit()
        apart = len(words) > 1 or words[0].isupper() or _is_quoted(text, start) or text.endswith("The ", 0, start)
        return titled and apart


@functools.lru_cache(maxsize=65536)
def _word_key(word: str) -> str:
    return re.sub(r"[\W_]+", "", folded(word))


def _inflected(name: str) -> Iterator[str]:
    """Yield the keys of a German name in other cases: "Neuer Ottertaler Bote" is "dem Neuen Ottertaler Boten" too."""
    words = name.split()
    if not words:
        return
    firsts = [words[0]]
    if len(words) > 1 and words[0].endswith(("er", "e", "es")):
        firsts += [re.sub(r"e[rs]?$", ending, words[0]) for ending in ("e", "en", "es")]
    for first in firsts:
        for ending in ("", "n", "s", "en", "es"):
            yield key(" ".join([first, *words[1:]]) + ending)


def _is_quoted(text: str, start: int) -> bool:
    return start > 0 and text[start - 1] in relay_words.QUOTES


@functools.cache
def _agencies() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for language in ("de", "en"):
        for row in load(language, "agencies", Agency):
            for form in (row.name, *row.forms):
                if len(form) >= _PREFIX or form == row.name:
                    found.setdefault(key(form), Outlet(f"agency:{row.name}", row.name, "agency"))
    return found


@functools.cache
def _lower() -> frozenset[str]:
    """Return the first words of agencies' names that are written small: "dpa"."""
    rows = (row for language in ("de", "en") for row in load(language, "agencies", Agency))
    return frozenset(form.split()[0] for row in rows for form in row.forms if form == row.name and form.islower())


@functools.cache
def _listed() -> dict[str, Outlet]:
    """Return the agencies and media of the vocabulary."""
    found: dict[str, Outlet] = {}
    for language in ("de", "en"):
        for row in load(language, "outlets", Outlets):
            if row.kind in {"media", "agency"}:
                kind: OutletKind = "agency" if row.kind == "agency" else "outlet"
                pairs = [*((name, name) for name in row.names), *row.variants.items()]
                for wording, name in pairs:
                    found.setdefault(key(wording), _agencies().get(key(name)) or Outlet(f"{kind}:{name}", name, kind))
    return found


def relays(record: Record, known: Register) -> tuple[Relay, ...]:
    """Return the outlets that a report says it has something from, in text order.

    An outlet is one whose name is known or stands by itself; "local media" and the outlet that the report stands in
    are none. A noun that points back ("dem Blatt zufolge") is the outlet where the report names only one.
    """
    own = set(own_keys(record))
    found: dict[str, _Found] = {}
    back: list[tuple[Figure, Source]] = []
    for figure in record.figures:
        for source in figure.sources:
            if source.kind in {"media", "agency"} or known.has_plainly(source.name):
                outlet = outlet_of(source, known, record.article.language)
                if outlet is None:
                    back.append((figure, source))
                elif not _is_own(outlet, own):
                    one = found.setdefault(outlet.id, _Found(outlet, _span(record, source)))
                    one.figures.append(figure)
                    one.whom = one.whom or next(
                        (s.name for s in figure.sources if s.role == "origin" and s != source), None
                    )
    for outlet, span, whom in _told(record, known):
        if not _is_own(outlet, own) and outlet.name not in record.article.agencies:
            one = found.setdefault(outlet.id, _Found(outlet, span))
            one.whom = one.whom or whom
            said = sentence(record.article, span)
            one.figures += [figure for figure in record.figures if _holds(said, figure.count)]
            one.numbers |= relay_words.numbers(record.article.text, span.start, said.end)
    if len(found) == 1:
        only = next(iter(found.values()))
        only.figures += [figure for figure, source in back if _points_back(source, record.article.language)]
    return tuple(
        Relay(
            record.article.id,
            one.outlet,
            one.span,
            tuple(dict.fromkeys(one.figures)),
            one.whom,
            frozenset(one.numbers),
        )
        for one in found.values()
    )


def _holds(whole: Span, part: Span) -> bool:
    return whole.field == part.field and whole.start <= part.start and part.end <= whole.end


def outlet_of(source: Source, known: Register, language: str) -> Outlet | None:
    """Return the outlet that a source of this kind is, None where it is no certain one ("italienische Medien")."""
    name = source.name
    words = [word for word in _TOKEN.findall(name) if not tells_nothing(word, language)]
    if not words or institution(" ".join(words), language) is not None:
        return None
    if (outlet := known.outlet(name)) is not None:
        return None if _is_acronym(name, outlet, language) else outlet
    inside = {outlet.id: outlet for _, _, outlet in known.named(name)}
    if inside:
        return next(iter(inside.values())) if len(inside) == 1 else None
    labelled = (
        len(words) < len(_TOKEN.findall(name))
        or name.isupper()
        or any(mark in source.text for mark in relay_words.QUOTES)
    )
    articled = source.text.split()[0].casefold() in relay_words.ARTICLES
    return Outlet(f"outlet:{name}", name, "outlet") if labelled or articled else None


def tells_nothing(word: str, language: str) -> bool:
    """Tell whether a word of a name says which outlet it is: neither "Zeitung" nor "italienische" does."""
    low = word.casefold()
    if word.isdigit() or low in relay_words.labels(language):
        return True
    if word[0].islower() and word not in _lower():
        return True
    if language == "de":
        return False
    return word in _peoples(language)


@functools.cache
def _peoples(language: str) -> frozenset[str]:
    return frozenset(word for row in load(language, "demonyms", Demonym) for word in row.adjectives)


def _is_own(outlet: Outlet, own: set[str]) -> bool:
    """Tell whether an outlet is the one that the report stands in: "KXQ 46 News" is at kxq46.example."""
    name = _of_address(outlet.name) or key(outlet.name)
    return name in own or any(len(one) >= _OWN_PREFIX and name.startswith(one) for one in own)


def _points_back(source: Source, language: str) -> bool:
    words = source.text.split()
    back = {word.casefold() for row in relay_cues(language, "back") for word in row.words}
    own = {word for row in relay_cues(language, "own") for word in row.words}
    return folded(words[-1]) in {folded(word) for word in back} and words[0].casefold() not in own


def _span(record: Record, source: Source) -> Span:
    return record.article.span(source.field, source.start, source.end)


def _told(record: Record, known: Register) -> Iterator[tuple[Outlet, Span, str | None]]:
    """Yield the outlets that the text passes on, by the words around their names, with their own source."""
    text, language = record.article.text, record.article.language
    places = {folded(name) for place in record.places for name in (place.name, place.quote)}
    for start, end, outlet in known.named(text):
        if folded(text[start:end]) in places or _is_acronym(text[start:end], outlet, language):
            continue
        cue = relay_words.passed_on(text, start, end, language)
        if cue is not None:
            yield outlet, record.article.span("text", *cue), relay_words.whom(text, end, language)


def _is_acronym(name: str, outlet: Outlet, language: str) -> bool:
    """Tell whether an English text has in capitals what is an agency's name in small letters: another body."""
    return language == "en" and outlet.kind == "agency" and outlet.name.islower() and name.isupper()
