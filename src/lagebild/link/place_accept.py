"""Whether a name is a place where it stands: by its cue, how well known the place is, and how common the word."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from lagebild.link.place_names import AREA_KINDS, KNOWN, WIDELY_KNOWN, Naming
from lagebild.link.place_tokens import Text, Word
from lagebild.link.place_words import words
from lagebild.vocabulary.places import CueKind

Cue: TypeAlias = Literal[
    "kind", "locative", "spatial", "fused", "series", "opening", "venue", "described", "claimed", "free"
]
NO_NAMES: tuple[CueKind, ...] = (
    "never", "direction", "title", "time", "venue", "side", "settlement", "district", "area"
)  # fmt: skip
LEAST_RANK: Mapping[Cue, int] = {
    "locative": 0,
    "opening": 0,
    "described": 0,
    "claimed": 0,
    "series": 1,
    "venue": 1,
    "spatial": 1,
    "fused": KNOWN,
    "free": KNOWN,
}
HOME = frozenset({"DE", "AT", "CH"})
GERMAN_TOWN = 20_000
_SURE = frozenset({"in", "nahe", "In", "Nahe"})
_STREETS = ("straße", "strasse", "platz", "weg", "allee", "gasse")
_OFFICES = ("minister", "ministers", "ministerin", "präsident", "präsidentin", "sprecher", "sprecherin", "chef")
_NO_NAMES = frozenset({"NOUN", "ADJ", "DET", "PRON", "ADV", "VERB", "AUX", "NUM", "ADP", "SCONJ"})


def accepted(text: Text, naming: Naming, cue: Cue) -> bool:
    """Return whether the name is a place; what is doubtful is none."""
    if cue == "kind":
        return _accepted_by_kind(text, naming)
    if not naming.places:
        return _accepted_unlisted(text, naming, cue)
    if cue == "described" and not _named(text, naming):
        return False
    if naming.form == "adjective":
        return _accepted_adjective(text, naming, cue)
    single = naming.last - naming.first == 1 and naming.form in {"plain", "genitive"}
    if single and _ordinary(naming, text.tokens[naming.first]):
        return not _never(text, naming) and _accepted_though_ordinary(text, naming, cue)
    return not (single and _never(text, naming)) and _accepted_name(text, naming, cue)


def _named(text: Text, naming: Naming) -> bool:
    """Return whether a described word is a name: by its tag, by how well known it is, or by the ending of a town."""
    tag = text.tokens[naming.first].tag
    if naming.last - naming.first > 1 or naming.rank >= KNOWN or tag == "PROPN":
        return True
    townlike = naming.name.endswith(tuple(words("de").cues["town_ending"]))
    return townlike or (
        naming.rank >= 1 and tag in {None, "X"} and text.word(naming.first - 1) in {"in", "bei", "nahe"}
    )


def _accepted_unlisted(text: Text, naming: Naming, cue: Cue) -> bool:
    """Return whether a name that the gazetteer lacks is a place by the words beside it: "im Colca-Tal"."""
    if "-" in naming.name:
        return cue in {"locative", "fused", "spatial", "described"}
    return cue == "venue" or (cue in {"described", "locative"} and _named(text, naming))


def is_other_name(text: Text, naming: Naming) -> bool:
    """Return whether the words around make it a person, a newspaper, a club or a street."""
    cues = words("de").cues
    before, after = text.word(naming.first - 1), text.follower(naming.last)
    if after is not None and (after.text in cues["medium"] or after.text in cues["institution"]):
        return True
    if naming.form == "adjective" and after and (after.text in cues["street"] or after.text.endswith(_STREETS)):
        return True
    if before in cues["club"]:
        return True
    if before in cues["forename"] and before != text.word(naming.first):
        return not text.tokens[naming.first].opens
    if text.word(naming.first) in cues["forename"] and after is not None and after.capital and before not in _SURE:
        return True
    if before in {"zu", "von"} and text.word(naming.first - 2) in cues["forename"]:
        return True
    if before == "." and len(text.word(naming.first - 2)) == 1:
        return True
    named = before in cues["title"] or before.endswith(_OFFICES)
    bare = naming.rank < WIDELY_KNOWN or naming.form == "plain"
    return named and bare and naming.form != "adjective"


def _never(text: Text, naming: Naming) -> bool:
    """Return whether the name, or the word that a genitive makes it of ("Hamas"), is one that no place has."""
    cues = words("de").cues
    forms = {naming.name, text.word(naming.first)}
    return any(not forms.isdisjoint(cues[kind]) for kind in NO_NAMES) or naming.name in words("de").people


def _accepted_by_kind(text: Text, naming: Naming) -> bool:
    single, word = naming.last - naming.first == 1, text.tokens[naming.first]
    doubted = single and word.tag == "NOUN" and naming.name in words("de").cues["ordinary"]
    return not doubted and not (single and _never(text, naming))


def _ordinary(naming: Naming, word: Word) -> bool:
    """Return whether the name is a common word, by the vocabulary or, for a lesser place, by the tagger."""
    if naming.name in words("de").cues["ordinary"] or word.text in words("de").cues["ordinary"]:
        return True
    if "-" in word.text:
        return False
    primary = any(place.primary for place in naming.places)
    lesser = naming.rank < KNOWN or not primary
    return word.tag in _NO_NAMES and lesser and not (naming.rank >= WIDELY_KNOWN and primary)


def _accepted_though_ordinary(text: Text, naming: Naming, cue: Cue) -> bool:
    """Return whether a common word is a place after all: a city, or bare after "in", or with the ending of a town."""
    word, before = text.tokens[naming.first], text.word(naming.first - 1).casefold()
    if cue in {"spatial", "series"} and word.tag == "PROPN" and naming.rank >= KNOWN:
        return naming.form == "plain"
    if cue == "claimed":
        return word.tag == "NOUN" and naming.name not in words("de").cues["ordinary"]
    if naming.form != "plain" or cue not in {"locative", "opening", "described"}:
        return False
    if naming.rank >= KNOWN:
        return True
    listed = naming.name in words("de").cues["ordinary"]
    townlike = naming.name.endswith(tuple(words("de").cues["town_ending"]))
    if cue == "described" and townlike and not listed and before in _SURE | {"bei"}:
        return True
    if listed or word.tag != "NOUN":
        return word.tag != "NOUN" and naming.rank >= 1 and before in {"in", "bei", "nahe"}
    bare = cue == "described" or before in {"in", "bei", "nahe", "unweit"}
    return naming.rank >= 1 and (bare or townlike)


def _accepted_adjective(text: Text, naming: Naming, cue: Cue) -> bool:
    """Return whether a word in -er is the adjective of a town: well known, no surname, no noun for people."""
    before = text.tokens[naming.first - 1] if naming.first else None
    word, follows = text.tokens[naming.first], text.tokens[naming.last]
    if word.text in words("de").cues["forename"] or word.text in words("de").people or follows.tag == "PROPN":
        return False
    if before is not None and before.capital and not (word.opens or before.opens):
        return False
    if word.tag in {"DET", "PRON", "ADV", "ADP", "CCONJ"}:
        return False
    if naming.rank >= KNOWN:
        return word.tag != "NOUN" or cue != "free" or naming.rank >= WIDELY_KNOWN
    german = any(place.country in HOME and place.population >= GERMAN_TOWN for place in naming.places)
    return german and naming.rank >= 1 and word.tag in {None, "ADJ", "X", "PROPN"}


def _accepted_name(text: Text, naming: Naming, cue: Cue) -> bool:
    area = any(place.kind in AREA_KINDS for place in naming.places)
    if naming.rank < LEAST_RANK[cue] or (cue == "fused" and not area):
        return False
    if not area and _determined(text, naming, cue):
        return False
    if cue == "free":
        return _stands_alone(text, naming)
    if naming.rank == 0 and cue not in {"described", "claimed"} and not any(place.primary for place in naming.places):
        return text.tokens[naming.first].tag == "PROPN"
    follows = text.follower(naming.last)
    name_goes_on = follows is not None and follows.tag == "PROPN" and follows.capital
    return not (naming.last - naming.first == 1 and name_goes_on and naming.rank < KNOWN)


def _determined(text: Text, naming: Naming, cue: Cue) -> bool:
    """Return whether an article or an adjective before it makes a noun of it."""
    if cue == "described" or naming.first == 0:
        return False
    before = text.tokens[naming.first - 1]
    if before.text in words("de").cues["article"] or before.text.isdigit():
        return True
    return before.tag == "ADJ" and not before.capital and cue == "free"


def _stands_alone(text: Text, naming: Naming) -> bool:
    """Return whether a name with no cue has no capital word at its side that would make another name of it."""
    before = text.tokens[naming.first - 1] if naming.first else None
    after = text.follower(naming.last)
    country = any(place.kind in AREA_KINDS for place in naming.places) and naming.rank >= WIDELY_KNOWN
    if before is not None and before.capital and not text.tokens[naming.first].opens:
        time = before.text in words("de").cues["time"]
        return time or country or naming.form in {"genitive", "compound", "part", "direction"}
    goes_on = after is not None and after.capital and after.tag in {None, "PROPN", "X"}
    return not goes_on or country or naming.form != "plain"
