"""Find the words of a report that tell what it is about: whole words, compound heads, first parts and phrases."""

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lagebild.vocabulary import load
from lagebild.vocabulary.incidents import IncidentContext, IncidentCue

Row = IncidentCue | IncidentContext
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-‑'’][^\W_]+)*|[.!?:;\n]")
_ENDS = frozenset(".!?\n")
_NOUN_ENDINGS = {"de": ("", "s", "es", "e", "n", "en"), "en": ("", "s", "es")}
_OTHER_ENDINGS = {"de": ("", "e", "en", "er", "es", "em"), "en": ("", "s", "es")}
_NUMBERS = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|"
    r"ein|eine|einem|einen|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|fünfzehn|zwanzig|"
    r"fünfundzwanzig|dreißig|dreissig|vierzig|fünfzig|hundert)"
)
_GAP = 13
_SHORTEST_FIRST_PART = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue that fired: the place of its row in `rows()` and the sentence that holds it.

    `background` is true after "nach" or "wegen": what stands there is known, and the news is another. `occasion` is
    true after "bei" or "während": the news happened there.
    """

    row: int
    sentence: int
    background: bool = False
    occasion: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a cue after its first word: lower-case words, "#" for a number and "…" for a gap."""

    row: int
    rest: tuple[str, ...]
    noun: bool


@dataclass(frozen=True, slots=True)
class Index:
    """The words of a table by their forms. The value of a form is a tuple of (row, must be capitalised)."""

    whole: dict[str, tuple[tuple[int, bool], ...]]
    heads: dict[str, tuple[tuple[int, bool], ...]]
    firsts: dict[str, tuple[tuple[int, bool], ...]]
    barred: tuple[frozenset[str], ...]
    barred_heads: tuple[tuple[str, ...], ...]
    barred_phrases: tuple[tuple[tuple[str, ...], ...], ...]
    phrases: dict[str, tuple[Phrase, ...]]
    head_lengths: tuple[int, ...]
    first_lengths: tuple[int, ...]


def inflected(word: str, language: str) -> tuple[str, ...]:
    """Return the lower-case forms of a word with the endings of its class: nouns by their capital, else adjectives.

    "Unfall" gives "unfall", "unfalls", "unfalle" ...; a changed stem ("Unfälle") must be listed for itself.
    """
    endings = _NOUN_ENDINGS if word[:1].isupper() or len(word) < len("brand") else _OTHER_ENDINGS
    return tuple(word.lower() + ending for ending in endings[language])


def _collect(
    rows: Iterable[Row], language: str
) -> tuple[dict[str, dict[str, dict[tuple[int, bool], None]]], list[frozenset[str]]]:
    """Return the forms of all words by the part of the word they are, and the barred words of each row."""
    parts: dict[str, dict[str, dict[tuple[int, bool], None]]] = {"whole": {}, "heads": {}, "firsts": {}}
    barred: list[frozenset[str]] = []
    for place, row in enumerate(rows):
        barred.append(frozenset(form for word in row.unless for form in _noun_forms(word, language)))
        for word in row.words:
            if word.startswith("-"):
                for form in _noun_forms(word[1:], language):
                    parts["heads"].setdefault(form, {})[place, True] = None
                    parts["whole"].setdefault(form, {})[place, True] = None
            elif word.endswith("-"):
                parts["firsts"].setdefault(word[:-1].lower(), {})[place, True] = None
            else:
                for form in inflected(word, language):
                    parts["whole"].setdefault(form, {})[place, word[0].isupper()] = None
    return parts, barred


def _noun_forms(word: str, language: str) -> tuple[str, ...]:
    """Return the forms of a noun, whatever its first letter."""
    return tuple(word.lower() + ending for ending in _NOUN_ENDINGS[language])


@functools.cache
def rows(language: str) -> tuple[Row, ...]:
    """Return the cues of incident types of a language and, after them, those of contexts."""
    return (*load(language, "incident_types", IncidentCue), *load(language, "incident_contexts", IncidentContext))


@functools.cache
def index(language: str) -> Index:
    """Return the index of all cues of a language, built once."""
    parts, barred = _collect(rows(language), language)
    phrases: dict[str, list[Phrase]] = {}
    for place, row in enumerate(rows(language)):
        for phrase in row.phrases:
            first, *rest = phrase.split()
            phrases.setdefault(first.lower(), []).append(
                Phrase(place, tuple(word.lower() for word in rest), noun=first[0].isupper())
            )
    frozen = {name: {form: tuple(hits) for form, hits in forms.items()} for name, forms in parts.items()}
    return Index(
        whole=frozen["whole"],
        heads=frozen["heads"],
        firsts=frozen["firsts"],
        barred=tuple(barred),
        barred_heads=tuple(tuple(w[1:].lower() for w in row.unless if w.startswith("-")) for row in rows(language)),
        barred_phrases=tuple(tuple(tuple(w.lower().split()) for w in row.unless if " " in w) for row in rows(language)),
        phrases={first: tuple(found) for first, found in phrases.items()},
        head_lengths=tuple(sorted({len(form) for form in frozen["heads"]}, reverse=True)),
        first_lengths=tuple(sorted({len(form) for form in frozen["firsts"]})),
    )


@functools.lru_cache(maxsize=65536)
def rows_of(word: str, language: str) -> tuple[int, ...]:
    """Return the rows that a single word fires, as it is written in a text of the language."""
    known = index(language)
    low = word.lower()
    capital = word[:1].isupper() or word[:1].isdigit()
    found: dict[int, None] = {}
    for row, noun in known.whole.get(low, ()):
        if capital or not noun:
            found[row] = None
    if capital:
        size = len(low)
        for length in known.head_lengths:
            if length + _SHORTEST_FIRST_PART <= size:
                for row, _ in known.heads.get(low[size - length :], ()):
                    found[row] = None
        for length in known.first_lengths:
            for row, _ in known.firsts.get(low[:length], ()):
                found[row] = None
    return tuple(row for row in found if low not in known.barred[row] and not low.endswith(known.barred_heads[row]))


def words(text: str) -> list[str]:
    """Return the words, numbers and sentence marks of a text in order."""
    return _TOKEN.findall(text)


def _follows(sentence: list[str], place: int, rest: tuple[str, ...]) -> bool:
    """Tell whether the words from here on are the rest of a phrase."""
    for number, word in enumerate(rest):
        if word == "…":
            tail = rest[number + 1 :]
            return any(_follows(sentence, later, tail) for later in range(place, min(place + _GAP, len(sentence))))
        if place >= len(sentence):
            return False
        low = sentence[place].lower()
        if low != word and not (word == "#" and (low[0].isdigit() or _NUMBERS.fullmatch(low))):
            return False
        place += 1
    return True


def _phrase_rows(known: Index, sentence: list[str], place: int) -> Iterator[int]:
    """Yield the rows of which a phrase begins at this word."""
    word = sentence[place]
    low = word.lower()
    candidates = known.phrases.get(low, ())
    if "-" in low:
        candidates = (*candidates, *known.phrases.get(low.rpartition("-")[2], ()))
    if low[0].isdigit() or _NUMBERS.fullmatch(low):
        candidates = (*candidates, *known.phrases.get("#", ()))
    for phrase in candidates:
        if (not phrase.noun or word[0].isupper()) and _follows(sentence, place + 1, phrase.rest):
            yield phrase.row


_BACKGROUND = frozenset((
    "nach", "wegen", "um", "seit", "gegen", "über", "vor", "trotz",
    "after", "since", "over", "following", "amid", "against", "despite",
))  # fmt: skip
_OCCASION = frozenset(("bei", "beim", "während", "during"))
_CONNECTING = frozenset((
    "und", "bei", "in", "im", "auf", "mit", "von", "zu", "zum", "an", "am",
    "and", "at", "on", "with", "of", "to", "by", "from", "as", "when",
))  # fmt: skip
_REACH = 4


def _before(sentence: list[str], place: int) -> str:
    """Return the preposition that opens the phrase of a word: one of `_BACKGROUND` or `_OCCASION`, or nothing."""
    for word in reversed(sentence[max(0, place - _REACH) : place]):
        low = word.lower()
        if low in _BACKGROUND or low in _OCCASION:
            return low
        if not word[0].isalpha() or low in _CONNECTING:
            return ""
    return ""


def _is_barred(known: Index, row: int, sentence: list[str], place: int) -> bool:
    """Tell whether a word stands in a phrase in which its row does not fire ("fire" in "fire chief")."""
    for phrase in known.barred_phrases[row]:
        for first in range(max(0, place + 1 - len(phrase)), place + 1):
            if tuple(word.lower() for word in sentence[first : first + len(phrase)]) == phrase:
                return True
    return False


def _sentence_hits(known: Index, sentence: list[str], number: int, language: str) -> Iterator[Hit]:
    """Yield the cues that fire in a sentence."""
    for place, token in enumerate(sentence):
        found = rows_of(token, language)
        low = token.lower()
        if low in known.phrases or "-" in low or low[0].isdigit() or _NUMBERS.fullmatch(low):
            found = (*found, *_phrase_rows(known, sentence, place))
        if found:
            opener = _before(sentence, place)
            for row in dict.fromkeys(found):
                if not _is_barred(known, row, sentence, place):
                    yield Hit(row, number, opener in _BACKGROUND, opener in _OCCASION)


def hits(text: str, language: str) -> list[Hit]:
    """Return the cues that fire in a text of a language, in text order; sentences are counted from 0."""
    known = index(language)
    found: list[Hit] = []
    number = 0
    sentence: list[str] = []
    for word in (*words(text), "\n"):
        if word not in _ENDS:
            sentence.append(word)
        elif sentence:
            found.extend(_sentence_hits(known, sentence, number, language))
            number += 1
            sentence = []
    return found
