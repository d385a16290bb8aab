"""Which of the names in an article are mentions of places: the words before and after a name decide.

"in Essen" is a town, "das Essen" is not; "Peter Essen" and "Minister Paris" are people; "die Stadt Hof" is a town
however common its name; "die Washington Post" is a newspaper.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lagebild.link.gazetteer import Toponym
from lagebild.link.place_accept import NO_NAMES, Cue, accepted, is_other_name
from lagebild.link.place_names import KNOWN, Naming, names_at
from lagebild.link.place_tokens import Text, Word
from lagebild.link.place_words import country_of_adjective, words
from lagebild.model import FieldName
from lagebild.vocabulary.places import CueKind

KIND_CUES: tuple[CueKind, ...] = ("settlement", "district", "area")
_KIND_ENDINGS = {
    "stadt": "settlement",
    "dorf": "settlement",
    "metropole": "settlement",
    "viertel": "district",
    "provinz": "area",
    "region": "area",
    "insel": "area",
    "bezirk": "district",
    "republik": "area",
    "staat": "area",
}
_COMMON_ENDINGS = ("e", "en", "er", "ern", "ung", "heit", "keit", "schaft", "ion", "tät", "nis")
_FAR_OPENING = 4
_NEAR = frozenset({"bei", "nahe", "unweit"})
_JOINING = frozenset({",", "/", "und", "oder", "sowie", "(", "-", "–", "bis"})
_VENUE_ENDINGS = ("gericht", "flughafen", "bahnhof", "gefängnis", "anschlussstelle", "autobahnkreuz", "kraftwerk")
_PREPOSITIONS: tuple[Literal["locative", "fused", "spatial"], ...] = ("locative", "fused", "spatial")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the article that is a place, with what its surroundings say of it.

    `kind` is the kind noun before it ("settlement", "district", "area") or the empty string, `hint` the country that an
    adjective beside it points to, `beside` the area that holds it ("Oberdorf in Hessen") or the city that it is near;
    `held` where "in" says so.
    """

    field: FieldName
    naming: Naming
    cue: Cue
    kind: str
    hint: str | None
    beside: Toponym | None = None
    held: bool = False


def mentions(text: Text) -> Iterator[Mention]:
    """Yield the mentions of places in a field in order; what is doubtful is left out."""
    at, before = 0, -1
    while at < len(text.tokens):
        naming = _name(text, at) if text.tokens[at].capital else None
        mention = _mention(text, naming, before) if naming else None
        if naming and mention:
            yield mention
            before = naming.last
        at = naming.last if naming and (mention or naming.last - at > 1) else at + 1


def _name(text: Text, at: int) -> Naming | None:
    found = names_at(text.tokens, at, text.gazetteer)
    if found and (found.places or "-" in found.name):
        return found
    venue = text.word(at - 1).endswith(_VENUE_ENDINGS)
    if venue or _kind_before(text, at) or _names_a_place(text, at) or _stands_within(text, at):
        return _unlisted(text, at)
    return None


def _names_a_place(text: Text, at: int) -> bool:
    """Return whether a word that the tagger takes for a name stands bare after "in" or "nahe"."""
    return text.tokens[at].tag == "PROPN" and text.word(at - 1) in {"in", "nahe", "unweit", "In", "Nahe"}


def _stands_within(text: Text, at: int) -> bool:
    """Return whether a word after "in", "bei" or "nahe" is followed by what holds it: "bei X in der Schweiz"."""
    return text.word(at - 1) in words("de").cues["locative"] and _container(text, at + 1) is not None


def _container(text: Text, at: int) -> Toponym | None:
    """Return the area that "in" and a name give at this place, or an area in brackets."""
    if text.word(at) not in {"in", "im", "(", ","}:
        return None
    after = at + 1
    if text.word(after) in {"der", "den", "dem"}:
        after += 1
    if _kind_before(text, after + 1):
        after += 1
    if after >= len(text.tokens):
        return None
    found = names_at(text.tokens, after, text.gazetteer)
    if found is None or found.form not in {"plain", "direction"} or found.rank < KNOWN:
        return None
    return next((place for place in found.places if place.kind in {"country", "first_level", "region"}), None)


def _unlisted(text: Text, at: int) -> Naming | None:
    """Return a name that the gazetteer lacks: one capital word, or two that the tagger takes for names."""
    tokens, cues = text.tokens, words("de").cues
    word = tokens[at]
    if not word.capital or len(word.text) < 4 or not _nameable(text, at):  # noqa: PLR2004 - no abbreviation
        return None
    if any(word.text in cues[kind] for kind in (*NO_NAMES, "ordinary", "forename")):
        return None
    if word.text.isupper() or word.text in words("de").people:
        return None
    last = at + 1
    if last < len(tokens) and tokens[last].tag == "PROPN" and tokens[last].capital and not tokens[last].joined:
        last += 1
    name = " ".join(token.text for token in tokens[at:last])
    return Naming(at, last, word.start, tokens[last - 1].end, name, "plain", (), 0)


def _nameable(text: Text, at: int) -> bool:
    """Return whether a word may be a name: by its tag, or after one noun for a kind of place and unlike a plural."""
    word = text.tokens[at]
    if word.tag in {"PROPN", "X"}:
        return True
    before = text.word(at - 1)
    singular = not before.endswith(("en", "te", "ern", "orte", "kreise"))
    if word.tag not in {None, "NOUN"}:
        return False
    if word.text.endswith(tuple(words("de").cues["town_ending"])) and _stands_within(text, at):
        return True
    placed = bool(_kind_before(text, at)) or before.endswith(_VENUE_ENDINGS)
    return singular and placed and not word.text.endswith(_COMMON_ENDINGS)


def _kind_before(text: Text, at: int) -> str:
    before = text.word(at - 1)
    if before in {"„", "“", '"', "«", "»"}:
        before = text.word(at - 2)
    if before == "von" and text.word(at - 2)[:1].isupper():
        before = text.word(at - 2)
        return "area" if before in {"Insel", "Provinz"} else ""
    cues = words("de").cues
    for kind in KIND_CUES:
        if before in cues[kind]:
            return kind
    if not before[:1].isupper():
        return ""
    folded = before.casefold().removesuffix("s")
    return next((kind for ending, kind in _KIND_ENDINGS.items() if folded.endswith(ending)), "")


def _mention(text: Text, naming: Naming, before: int) -> Mention | None:
    if is_other_name(text, naming):
        return None
    kind = _kind_before(text, naming.first)
    hint = _hint(text, naming)
    cue: Cue = "kind" if kind else _cue(text, naming, before)
    if cue != "kind" and (hint or cue != "opening") and (within := _hint_beside(text, naming, cue)):
        cue, hint = ("described", within) if cue != "opening" else (cue, within)
    beside = _beside(text, naming)
    held = text.word(naming.last) in {"in", "im"}
    return Mention(text.field, naming, cue, kind, hint, beside, held) if accepted(text, naming, cue) else None


def _hint(text: Text, naming: Naming) -> str | None:
    """Return the country of the adjective before the name, or before the noun before it: "im indischen Mumbai"."""
    for at in (naming.first - 1, naming.first - 2):
        word = text.word(at)
        if word[:1].islower() or "-" in word[1:]:
            return "US" if word.startswith("US-") else country_of_adjective(word, "de")
    return None


def _hint_beside(text: Text, naming: Naming, cue: Cue) -> str | None:
    """Return the country that describes the name right at its side: by an adjective, or by the area that holds it."""
    word = text.word(naming.first - 1)
    if word[:1].islower() and (found := country_of_adjective(word, "de")):
        return found
    if cue == "locative" or text.word(naming.last) in {"in", "im"}:
        beside = _beside(text, naming)
        return beside.country if beside else None
    return None


def _cue(text: Text, naming: Naming, before: int) -> Cue:
    cues, word = words("de").cues, text.word(naming.first - 1)
    if _opens_field(text, naming):
        return "opening"
    if word in cues["placing"]:
        return "described"
    if before == naming.first - 1 and word in _JOINING:
        return "series"
    if word in cues["venue"] or word.endswith(_VENUE_ENDINGS):
        return "venue"
    if word in {"von", "vom"} and text.word(naming.first - 2).casefold() in cues["locative"]:
        return "locative"
    if _is_claimed(text, naming):
        return "claimed"
    for cue in _PREPOSITIONS:
        if word in cues[cue] and naming.form != "genitive":
            return cue
    return "free"


def _is_claimed(text: Text, naming: Naming) -> bool:
    """Return whether the words beside a name are of a fight for it: "Kämpfe um", "eroberten", "nahmen ... ein"."""
    cues, before, after = words("de").cues, text.word(naming.first - 1), text.word(naming.last)
    if naming.form != "plain":
        return False
    if before in {"um", "auf", "gegen"}:
        return text.word(naming.first - 2) in cues["struck"]
    return before in cues["taking"] or after in cues["taken"] or (before in {"nahm", "nahmen"} and after == "ein")


def _beside(text: Text, naming: Naming) -> Toponym | None:
    """Return the area that holds the name by the words behind it, or the city that it is near: "Solone bei Charkiw"."""
    if area := _container(text, naming.last):
        return area
    after = naming.last + 1
    if text.word(naming.last) not in _NEAR or after >= len(text.tokens):
        return None
    found = names_at(text.tokens, after, text.gazetteer)
    city = found is not None and found.form == "plain" and found.rank >= 1 and found.places[0].kind == "town"
    return found.places[0] if found is not None and city else None


def _opens_field(text: Text, naming: Naming) -> bool:
    """Return whether it stands as a heading or a dateline: "Kursk: ...", "Izmir (dpa) - ...", "KUTNO. ..."."""
    if naming.form not in {"plain", "compound", "part", "direction"}:
        return False
    if text.tokens[naming.first].opens and text.word(naming.last) == ":":
        return True
    if naming.first > _FAR_OPENING:
        return False
    lead = text.tokens[: naming.first]
    if any(not word.capital and word.text.isalpha() for word in lead):
        return False
    after = text.word(naming.last)
    joined = naming.last < len(text.tokens) and text.tokens[naming.last].joined
    if after == ":" and joined:
        return True
    if text.field == "title":
        return naming.first == 0 and after in {"–", "-", "/", ","}
    return after in {"(", "–", "-", "/", ".", ",", "|"} and naming.first in {0, 2}


def surnames(text: Text) -> frozenset[str]:
    """Return the capital words that stand after a given name or a title, so that they name a person alone too."""
    return frozenset(
        word.text.removesuffix("s")
        for at, word in enumerate(text.tokens)
        if at and word.capital and not word.opens and _names_person(text.tokens[at - 1], word)
    )


def _names_person(before: Word, word: Word) -> bool:
    cues = words("de").cues
    if before.text in cues["forename"] or (before.text in cues["title"] and not word.text.endswith("s")):
        return True
    two_names = before.tag == "PROPN" and word.tag == "PROPN" and before.capital and before.text not in cues["club"]
    return two_names or (before.text.endswith(("minister", "präsident")) and not word.text.endswith("s"))
