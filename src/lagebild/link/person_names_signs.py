"""What speaks for a run of capital words being a person's name, and what against it."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lagebild.link.names_kinds import known_name
from lagebild.link.person_names_around import Surroundings
from lagebild.link.person_names_roles import Part, left_role, right_role
from lagebild.link.person_names_runs import Run
from lagebild.link.person_names_words import NameWords, is_given, role_of, words
from lagebild.link.place_words import words as place_words
from lagebild.vocabulary.places import CueKind

_AGE_BEHIND = re.compile(
    r"\s*(?:,|\()\s*(?:aged? |ages? )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b(?!\s*(?:%|[.:]\d))"
    r"(?=\s*(?:[,).;]|years? old|and\b|of\b|Jahre|und\b|aus\b|from\b|who\b|was\b|were\b|months?\b|Monate))"
)
_AGE_BEFORE = re.compile(
    r"(?:\d{1,2}|\w+)-?(?:jährigen?r?s?|[Yy]ear-old|Jährigen?r?)\s+(?:(?!from\b)[a-zäöüß-]{4,}\s+){0,2}$"
)
_PRONOUN = re.compile(r"\b(?:he|she|his|her|him|He|She|His|Her)\b")
_NEAR = 120  # characters of what follows
_NAMED = frozenset({"PROPN", "X"})
_WHERE = {
    "de": frozenset({"in", "In", "aus", "Aus", "nahe", "Nahe", "bei", "Bei", "nach", "Nach", "Richtung", "im", "am"}),
    "en": frozenset({"in", "In", "at", "At", "near", "Near", "on", "On", "into", "outside", "inside", "across"}),
}
_IDENTIFIED = frozenset({"identified", "named", "known", "recognized", "recognised", "described"})
_PASSIVE = frozenset(
    {"wurde", "wurden", "ist", "sind", "sei", "war", "waren", "was", "were", "is", "has", "had", "been", "wird"}
)
_MARKS = frozenset("\"“”„»«‘‚’'")
Verdict: TypeAlias = Literal["yes", "maybe", "no"]

_PAIR = 2
_OTHERS: tuple[CueKind, ...] = ("street", "medium", "institution")
_BEHIND, _BESIDE = 14, 3


@dataclass(frozen=True, slots=True)
class Signs:
    """What stands around a run: the roles before and behind, an age, and what it is said to do."""

    before: Part | None
    behind: Part | None
    age: bool
    named: bool
    says: bool
    suffers: bool
    fares: bool


def signs(run: Run, around: Surroundings) -> Signs:
    """Return what stands around a run."""
    language, known = around.language, words(around.language)
    field = around.field(run.sentence.field)
    before = run.word(run.first - 1)
    beside = _beside(run, language)
    return Signs(
        before=left_role(run, language),
        behind=right_role(run, language),
        age=bool(_AGE_BEHIND.match(field, run.end) or _AGE_BEFORE.search(field[max(0, run.start - 60) : run.start])),
        named=_is_named(run, before, language),
        says=any(known.has("saying", word) for word in beside),
        suffers=_suffers(run, language),
        fares=any(known.has("faring", run.word(at)) for at in (run.last, run.last + 1)),
    )


def _beside(run: Run, language: str) -> tuple[str, ...]:
    """Return the words right before a run with its titles and behind it, an adverb or a comma between."""
    behind = (run.word(at) for at in range(run.last, run.last + 2))
    at = run.first - 1
    while at >= 0 and (run.word(at) == "." or role_of(run.word(at), language)):
        at -= 1
    return (run.word(at) if at >= 0 else "", *behind, *((run.word(run.last + 2),) if run.word(run.last) == "," else ()))


def _is_named(run: Run, before: str, language: str) -> bool:
    if language == "en" and before == "as":
        return any(run.word(run.first - step) in _IDENTIFIED for step in range(2, 6))
    return words(language).has("naming", before)


def _suffers(run: Run, language: str) -> bool:
    """Return whether something is said to happen to the one of this name: "wurde am Montag erschossen", "died"."""
    known, ends = words(language), frozenset({",", ";", ")", "(", "."})
    place = run.last
    if run.word(place) == ",":
        place = next((at + 1 for at in range(place + 1, place + _BEHIND) if run.word(at) == ","), place)
    if any(known.has("suffering", run.word(at)) for at in (place, place + 1)):
        return True
    passive = next((at for at in range(place, place + _BESIDE) if run.word(at) in _PASSIVE), -1)
    if passive < 0:
        return False
    for at in range(passive + 1, passive + _BEHIND):
        if run.word(at) in ends or known.has("saying", run.word(at)):
            return False
        if known.has("suffering", run.word(at)):
            return True
    return False


def verdict(run: Run, found: Signs, around: Surroundings) -> Verdict:
    """Return whether a run is a person's name; "maybe" is one that the name of a person beside it makes one."""
    if _is_ruled_out(run, found, around):
        return "no"
    if len(run.parts) == 1:
        return "yes" if _is_single_person(run, found, around) else "no"
    strong = _is_told(run, found, around)
    if _is_of_place(run, around, strong=strong):
        return "no"
    first, language = run.parts[0], around.language
    given = is_given(first, language) or (first in words(language).ambiguous and _may_be_given(run, found, around))
    if strong or given:
        return "yes" if strong or not _has_article(run, language) else "no"
    if run.word(run.first - 1) in _WHERE[language] or not _may_be_unlisted(run, around):
        return "no"
    return "yes" if _acts(run, found, around) else "maybe"


def _is_ruled_out(run: Run, found: Signs, around: Surroundings) -> bool:
    """Return whether a word of the name or beside it makes it that of a place, a company, a ship or the like."""
    known, sure = words(around.language), found.age and is_given(run.parts[0], around.language)
    if not sure and any(_rules_out(part, known) and not led for part, led in zip(run.parts, run.led, strict=True)):
        return True
    if _is_other_name(run, around):
        return True
    titled = found.before is not None and found.before.adjacent
    return len(run.parts) > 1 and known.has("before_place", run.parts[0].rstrip(".")) and not (titled or found.age)


def _is_told(run: Run, found: Signs, around: Surroundings) -> bool:
    """Return whether a title, an age, a word such as "namens" or an initial says that it is a person."""
    titled = found.before is not None and found.before.adjacent
    return titled or found.age or found.named or _has_initial_family(run, around)


def _may_be_given(run: Run, found: Signs, around: Surroundings) -> bool:
    """Return whether a word that is a given name among other things is one here: by a role, or as no German word."""
    if found.before is not None or found.behind is not None or found.age or found.says or found.suffers:
        return True
    family = run.sentence.tokens[run.last - 1]
    if around.language == "en":
        return around.alone(run.parts[-1])
    return family.tag == "PROPN" or (not run.sentence.tagged and not around.is_noun(family.text))


def _rules_out(part: str, known: NameWords) -> bool:
    return known.has("no_person", part) or ("-" in part and known.has("no_person", part.rpartition("-")[2]))


def _may_be_unlisted(run: Run, around: Surroundings) -> bool:
    """Return whether all words of a name with no known given name are tagged as names, and none is a noun or place."""
    tokens, language = run.sentence.tokens[run.first : run.last], around.language
    if any(around.is_noun(part) for part in run.parts) or _has_article(run, language):
        return False
    said = len(run.parts) == _PAIR and words(language).has("saying", run.word(run.first - 1))
    if run.sentence.tagged and not said and any(token.tag not in _NAMED for token in tokens if len(token.text) > 1):
        return False
    if not run.sentence.tagged and (language == "de" or not around.alone(run.parts[-1])):
        return False
    return not around.is_place(" ".join(run.parts))


def _acts(run: Run, found: Signs, around: Surroundings) -> bool:
    """Return whether what stands beside a name is of a person: a role, what befalls one, speech where one is meant."""
    if found.suffers or found.fares or found.before is not None or found.behind is not None:
        return True
    return (found.says or around.alone(run.parts[-1])) and _is_he_or_she(run, around)


def _is_he_or_she(run: Run, around: Surroundings) -> bool:
    """Return whether a pronoun stands near that means a person; German has the same for things, and needs none."""
    if around.language == "de":
        return True
    near = around.field(run.sentence.field)[run.sentence.start : run.sentence.end + _NEAR]
    return _PRONOUN.search(near) is not None


def _is_single_person(run: Run, found: Signs, around: Surroundings) -> bool:
    """Return whether a single word is a person's name: behind a title, or a given name with an age or a relative."""
    word, language = run.parts[0], around.language
    token = run.sentence.tokens[run.first]
    given = is_given(word, language)
    if _is_of_place(run, around, strong=False) or (around.is_place(word) and not given and role_of_before(run) is None):
        return False
    if found.before is None or not found.before.adjacent:
        return given and (found.age or found.named)
    if found.before.role in {"office", "courtesy"} or found.before.word == "Frau":
        if token.tag == "NOUN" and found.before.word.endswith(("en", "s")) and not given:
            return False
        if found.before.word[0].islower() or words(language).has("before_place", word):
            return given
        return not run.sentence.tagged or token.tag in _NAMED or given or _is_noun_for_a_name(run, language)
    if found.before.role == "function" and found.before.word[0].isupper():
        return given or (run.sentence.tagged and token.tag == "PROPN" and not token.text.endswith(("er", "en")))
    return given


def role_of_before(run: Run) -> str | None:
    """Return the word of a title right before a run, or None."""
    before = run.word(run.first - 1)
    return before if before and (role_of(before, "de") or role_of(before, "en")) else None


def _is_noun_for_a_name(run: Run, language: str) -> bool:
    """Return whether a word that the tagger takes for a noun is a name behind an office: "Präsident Ziegler"."""
    word = run.parts[0]
    common = ("ung", "heit", "keit", "schaft", "tion", "en", "tät", "ismus", "ium", "nis", "tum")
    return language == "de" and run.sentence.tokens[run.first].tag == "NOUN" and not word.endswith(common)


def _has_initial_family(run: Run, around: Surroundings) -> bool:
    """Return whether the family name is an initial: "Omar H."; "Plan B" has no full stop, "Norwegen I." no person."""
    tokens, first = run.sentence.tokens, run.parts[0]
    places = around.places[run.sentence.field]
    if any(place.start <= run.start < place.end for place in places) or not first[1:].islower():
        return False
    follows = run.word(run.last)[:1].islower() and not run.sentence.tagged
    if not is_given(first, around.language) and tokens[run.first].tag != "PROPN" and not follows:
        return False
    last, before = tokens[run.last - 1], tokens[run.last - 2]
    whole = last.text == "." and len(before.text) == 1
    return whole or (len(last.text) == 2 and last.text[1] == "." and last.text[0].isupper())  # noqa: PLR2004 - "H."


def _is_of_place(run: Run, around: Surroundings, *, strong: bool) -> bool:
    """Return whether places of the article make this a place's name: "Berlin Tegel", and "Jack London" not."""
    for place in around.places.get(run.sentence.field, ()):
        if place.end <= run.start or place.start >= run.end:
            continue
        if place.start <= run.start and (place.end >= run.end or not strong):
            return not (strong and place.end >= run.end and len(run.parts) > 1)
        if not strong and not is_given(run.parts[0], around.language):
            return True
    return False


def _is_other_name(run: Run, around: Surroundings) -> bool:
    """Return whether it is a known outlet or group, a name in quotation marks, or what a word before says it is."""
    name, language = " ".join(run.parts), around.language
    if known_name(name, language) or known_name(name, "de" if language == "en" else "en"):
        return True
    before, after = run.word(run.first - 1), run.word(run.last)
    if before in _MARKS and after in _MARKS:
        return True
    if words(language).has("thing", before) or around.is_thing(run.parts[0]):
        return True
    further = run.word(run.first - 2)
    if before in _MARKS and words(language).has("thing", further):
        return True
    cues = place_words(language).cues
    if before in cues["club"] or (before == "." and words(language).has("before_place", further)):
        return True
    return any(after in cues[kind] for kind in _OTHERS)


def _has_article(run: Run, language: str) -> bool:
    before = run.word(run.first - 1)
    return before.lower() in place_words(language).cues["article"] and before.lower() not in {"his", "her", "their"}
