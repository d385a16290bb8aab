"""How much a mention of a place speaks for its being the scene of the incident.

"in Kutno" says more than "Kutno" as a subject, "nach Kutno" and "aus Kutno" say little; a sentence that tells what
happened or counts victims weighs more than one that looks back, an early one more than a late one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lagebild.link.place_clinic import treated_at
from lagebild.link.place_tokens import Word, words_of
from lagebild.link.place_words import country_of_adjective, words
from lagebild.model import Document, FieldName, Figure, Place, Span
from lagebild.vocabulary.places import CueKind
from lagebild.vocabulary.scope import scope_cues

HERE, STRUCK, SIDE, AROUND, HEADING, ADJECTIVE = 3.0, 3.0, 2.2, 2.2, 2.2, 1.2
HOLDING, FAR, BARE, DATELINE, SPOKEN, AWAY, TREATED = 1.0, 1.0, 0.7, 0.5, 0.25, 0.25, 0.15
TITLE, COUNTED, HAPPENED, CENTRE, EARLIER, PAST, OTHER, MOURNED = 1.8, 1.4, 1.25, 1.6, 0.4, 0.3, 0.5, 0.4
LATER, LATE, LAST = (2.0, 1.6, 1.4, 1.2, 1.1), 1.0, 0.7
LATE_SENTENCES = 8
REACH = 8
_ABOVE = frozenset({"oberhalb", "unterhalb", "Oberhalb", "Unterhalb"})  # what lies there is the town's, "südlich" not
_GENITIVES = frozenset({"der", "des"})
DATELINE_WORDS = 2
DATELINE_WITH_COUNTRY, FULL_DATELINE_WORDS = 2.2, 4
SPEAKING_REACH = 7
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
_KINDS: tuple[CueKind, ...] = ("settlement", "district", "area", "venue")
_PARTS = frozenset(
    {"Bezirk", "Distrikt", "Stadtteil", "Ortsteil", "Stadtbezirk", "Viertel", "Stadtviertel", "Stadt", "Dorf"}
)
_WHOLE_CONFLICTS = ("krieg", "konflikt", "krise", "frage", "politik", "mission", "einsatz")
_KIND_ENDINGS = ("stadt", "provinz", "region", "stadtteil", "bezirk", "staat", "viertel", "insel", "ort", "er")


@dataclass(frozen=True, slots=True)
class Weighed:
    """A mention with its weight as the scene; `here` where a word of place stands before it.

    `sentence` is the place of its sentence in the text, or -1 in the title.
    """

    place: Place
    weight: float
    here: bool
    sentence: int


@dataclass(frozen=True, slots=True)
class Scene:
    """A field's words and sentences, with what each sentence is worth; `ends` are the offsets where places end."""

    field: FieldName
    words: tuple[Word, ...]
    begins: tuple[int, ...]
    starts: tuple[int, ...]
    worth: tuple[float, ...]
    ends: frozenset[int]
    language: str


def scene(document: Document, name: FieldName, figures: Sequence[Figure], places: Sequence[Place]) -> Scene:
    """Return a field made ready for weighing the places in it."""
    text = document.article[name]
    starts = tuple(sentence.start for sentence in document.sentences if sentence.field == name)
    starts = starts or tuple(match.start() for match in _SENTENCE.finditer(text)) or (0,)
    counted = _sentences(starts, (f.count for f in figures if f.scope == "main" and f.extent != "period"), name)
    others = _sentences(starts, (f.count for f in figures if f.scope == "other"), name)
    others -= _sentences(starts, (f.count for f in figures if f.scope == "main"), name)
    bounds = zip(starts, (*starts[1:], len(text)), strict=True)
    year = (document.article.published or "")[:4]
    worth = tuple(
        _position(name, number)
        * _worth(text[start:end], year, document.article.language, counted=number in counted)
        * (OTHER if number in others else 1.0)
        for number, (start, end) in enumerate(bounds)
    )
    read = words_of(text, name, {})
    ends = frozenset(place.end for place in places if place.field == name)
    return Scene(name, read, tuple(word.start for word in read), starts, worth, ends, document.article.language)


def _sentences(starts: Sequence[int], spans: Iterable[Span], name: FieldName) -> set[int]:
    return {bisect_right(starts, span.start) - 1 for span in spans if span.field == name}


def weigh(within: Scene, place: Place) -> Weighed:
    """Return the mention with its weight."""
    at = max(0, bisect_right(within.begins, place.start) - 1)
    number = max(0, bisect_right(within.starts, place.start) - 1)
    cue, here = _locality(within, at, place)
    return Weighed(place, cue * within.worth[number], here, -1 if place.field == "title" else number)


def _position(field: FieldName, number: int) -> float:
    if field == "title":
        return TITLE
    return LATER[number] if number < len(LATER) else LATE if number < LATE_SENTENCES else LAST


def _worth(sentence: str, year: str, language: str, *, counted: bool) -> float:
    """Return the worth of a sentence: that it counts victims, tells what happened or where, or looks back."""
    cues, told = words(language).cues, sentence
    sentence = told.casefold()
    worth = COUNTED if counted else HAPPENED if any(stem in sentence for stem in cues["happening"]) else 1.0
    if any(stem in sentence for stem in cues["centre"]):
        worth *= CENTRE
    if any(stem in sentence for stem in cues["mourning"]):
        worth *= MOURNED
    if any(pattern.search(told) for _, pattern in scope_cues(language, "past")):
        return worth * PAST
    if year and any(found < year for found in _YEAR.findall(sentence)):
        worth *= EARLIER
    return worth


def _locality(within: Scene, at: int, place: Place) -> tuple[float, bool]:
    """Return how strongly the words before and after the name make it a scene, and whether a word of place does."""
    after = _after(within, at, place)
    if within.field == "title" and (after == ":" or (at == 0 and after in {"–", "-", "/"})):
        return HEADING, True
    if within.field == "text" and at <= DATELINE_WORDS and after in {"(", "–", "-", "/", ".", "|"}:
        return DATELINE, False
    if within.field == "text" and at == 0 and after == "," and _is_full_dateline(within, place):
        return DATELINE_WITH_COUNTRY, False
    if _names_a_conflict(within, at, place):
        return BARE, False
    if treated_at(within.words, at, within.language):
        return TREATED, False
    if _holds(within, at):
        return HOLDING, True
    if within.language == "en":
        return _before_english(within.words, at)
    weight, here = _before(within.words, at)
    if place.quote.endswith("er") and not place.name.endswith("er"):
        return (SIDE if here else ADJECTIVE), here
    if within.field == "title" and at == 0 and after in {"in", "im"}:
        return HEADING, True
    return (AWAY, False) if here and after == "nach" and _is_route(within.words, at) else (weight, here)


def _is_full_dateline(within: Scene, place: Place) -> bool:
    """Return whether the text opens with a town, its country and a dash: "Lagos, Nigeria - "."""
    behind = [word.text for word in within.words if word.start >= place.end][:FULL_DATELINE_WORDS]
    return bool(behind) and behind[0] == "," and bool({"-", "–"} & set(behind))


def _names_a_conflict(within: Scene, at: int, place: Place) -> bool:
    """Return whether the name is the first part of a word for a conflict as a whole: "Kongo-Krieg", "Zypern-Frage"."""
    word = within.words[at] if at < len(within.words) else None
    if word is None or not word.start <= place.start < word.start + len(word.text):
        return False
    rest = word.text[place.end - word.start :].casefold()
    if not rest:
        behind = [other.text.casefold() for other in within.words[at + 1 : at + 3] if other.start >= place.end]
        rest = "".join(behind) if behind[:1] == ["-"] else ""
    return rest.lstrip("-").startswith(_WHOLE_CONFLICTS) and rest.startswith("-")


def _after(within: Scene, at: int, place: Place) -> str:
    return next((word.text for word in within.words[at : at + REACH] if word.start >= place.end), "")


def _is_route(read: Sequence[Word], at: int) -> bool:
    return at > 0 and read[at - 1].text in {"von", "zwischen", "ab"}


def _holds(within: Scene, at: int) -> bool:
    """Return whether the name says where the place right before it lies: "Suhl in Thüringen", "Lyon (Frankreich)"."""
    read = within.words
    for place in range(at - 1, max(0, at - 4), -1):
        word = read[place].text
        if word in {"in", "im", "(", ","}:
            return read[place - 1].end in within.ends
        if word in _PARTS or (
            word[:1].isupper() and not any(word in words(within.language).cues[kind] for kind in _KINDS)
        ):
            return False
    return False


def _before(read: Sequence[Word], at: int) -> tuple[float, bool]:
    """Walk left over articles, adjectives and nouns for kinds of places to the word that sets the place."""
    cues, side = words("de").cues, False
    for place in range(at - 1, max(-1, at - REACH), -1):
        word, following = read[place].text, read[place + 1].text
        earlier = read[place - 1].text if place else ""
        if word in {"auf", "um", "gegen"} and earlier in cues["struck"]:
            return STRUCK, True
        if word in cues["here"]:
            return (SPOKEN if _spoken(read, place) else SIDE if side else HERE), True
        if word in cues["around"]:
            return (FAR if earlier.startswith("Kilometer") else AROUND), True
        if word in {"von", "vom"} and earlier[:1].isupper() and earlier not in _ABOVE and not _leads_away(earlier):
            side = True
        elif word == "von" and earlier in _ABOVE:
            continue
        elif word in cues["away"]:
            return AWAY, False
        elif word in cues["side"] or (word[:1].isupper() and following in (_GENITIVES if side else cues["article"])):
            side = True
        elif not _passes(word) and not (word[:1].isupper() and following in {"von", "vom"}):
            return BARE, False
    return BARE, False


def _before_english(read: Sequence[Word], at: int) -> tuple[float, bool]:
    """Walk left as `_before` does, over English articles, adjectives and nouns for kinds of places."""
    cues, side = words("en").cues, False
    kinds = cues["settlement"] | cues["area"] | cues["district"]
    for place in range(at - 1, max(-1, at - REACH), -1):
        word = read[place].text
        low, earlier = word.lower(), read[place - 1].text.lower() if place else ""
        if low in {"on", "against", "for", "over"} and earlier in cues["struck"]:
            return STRUCK, True
        if word in cues["here"]:
            return (SPOKEN if _spoken_english(read, place) else SIDE if side else HERE), True
        if word in cues["around"]:
            return AROUND, True
        if low == "of" and (earlier in cues["side"] or earlier in kinds):
            side = side or earlier in cues["side"]
        elif word in cues["away"] or low == "of":
            return AWAY, False
        elif low in cues["side"]:
            side = True
        elif not (
            low in cues["article"] or low in cues["direction"] or low in kinds or word in cues["placing"] or word == ","
        ):
            described = read[place + 1].text.lower() in kinds | cues["direction"]
            adjective = word[:1].islower() and (described or low.endswith(("ern", "al", "ed", "ous", "est")))
            if not adjective and country_of_adjective(word, "en") is None:
                return BARE, False
    return BARE, False


def _spoken_english(read: Sequence[Word], at: int) -> bool:
    """Return whether the place is where someone speaks: "an official in Leeds said"."""
    for place in range(at - 1, max(-1, at - SPEAKING_REACH), -1):
        word = read[place]
        if word.text in words("en").cues["speaking"] or (word.text in words("en").cues["meeting"] and place == at - 1):
            return True
        if not word.text[0].isalpha():
            return False
    return False


def _spoken(read: Sequence[Word], at: int) -> bool:
    """Return whether the place is where someone speaks: "sagte ein Offizier in Surigao", "das Gericht in Ulm"."""
    for place in range(at - 1, max(-1, at - SPEAKING_REACH), -1):
        word = read[place]
        if _speaks(word.text):
            return word.text[0].islower() or place == at - 1
        if not word.text[0].isalpha():
            return False
    return False


def _speaks(word: str) -> bool:
    """Return whether a word is of speech, or names who speaks or meets, as a part of a compound too."""
    cues = words("de").cues
    if word in cues["speaking"] or word in cues["meeting"]:
        return True
    low = word.casefold()
    return word[:1].isupper() and any(
        noun[:1].isupper() and low.endswith(noun.casefold()) for noun in cues["speaking"] | cues["meeting"]
    )


def _leads_away(noun: str) -> bool:
    """Return whether "von" after the noun names an office or a way, not a scene: "Bürgermeister von", "Flug von"."""
    return noun in words("de").cues["title"] or noun in words("de").cues["route"]


def _passes(word: str) -> bool:
    """Return whether a word may stand between a preposition and the name that it governs."""
    cues = words("de").cues
    if word in cues["article"] or word in {"„", "“", '"', "»", "«", ",", "und", "-", "s"}:
        return True
    if any(word in cues[kind] for kind in _KINDS):
        return True
    if word[:1].islower():
        return word.endswith(("en", "er", "em", "es", "e")) or country_of_adjective(word, "de") is not None
    return word.casefold().endswith(_KIND_ENDINGS)
