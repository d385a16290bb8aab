"""Find the runs of words in a sentence that are written as a name is."""

from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.link.names_kinds import known_name
from lagebild.link.person_names_words import is_given, is_of_a_country, role_of, shape, words
from lagebild.model import Sentence, Token

_LONGEST = 7
_SHOUTED = 4  # letters; shorter ones are those of agencies
_NAMED = frozenset({"PROPN", "X"})
_BOUND = frozenset({"von", "zu", "vom", "zur"})  # they lead on from a surname to where somebody comes from
_INNER = frozenset({"der", "den", "das", "la", "le", "do", "y", "e"})  # particles only behind another one, or a surname
_QUOTES = frozenset("\"“”„'‘’(»«")


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` to `last` (excluded) of a sentence that may be a person's name."""

    sentence: Sentence
    first: int
    last: int

    @property
    def start(self) -> int:
        """Return the offset where the name begins."""
        return self.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        """Return the offset where the name ends."""
        return self.sentence.tokens[self.last - 1].end

    @property
    def led(self) -> tuple[bool, ...]:
        """Return for each part whether a particle leads to it: the last of "Jonas van der Meer"."""
        parts = self.parts
        return tuple(n > 0 and parts[n - 1][0].islower() and "-" not in parts[n - 1] for n in range(len(parts)))

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the words of the name, without marks."""
        tokens = self.sentence.tokens[self.first : self.last]
        return tuple(token.text for token in tokens if token.text[0].isalpha())

    def word(self, at: int) -> str:
        """Return the word at this place of the sentence, or the empty string outside."""
        return self.sentence.tokens[at].text if 0 <= at < len(self.sentence.tokens) else ""


def runs(sentence: Sentence, language: str) -> Iterator[Run]:
    """Yield the runs of a sentence in order: "Jonas van der Meer" in "Der Nachbar Jonas van der Meer kam"."""
    last, tokens = 0, sentence.tokens
    for place, token in enumerate(tokens):
        text = token.text
        if place < last or not (text[0].isupper() or "-" in text) or shape(text) != "name":
            continue
        if _begins(sentence, place, language):
            last = _last(sentence, place, language)
            yield Run(sentence, place, last)


def _begins(sentence: Sentence, place: int, language: str) -> bool:
    """Return whether a name may begin with this word: no word of function, no role, no common noun."""
    token, known = sentence.tokens[place], words(language)
    if is_given(token.text, language):
        return True
    if language == "en" and token.text.rpartition("-")[2][:1].islower() and "-" in token.text:
        return False
    if known.has("opener", token.text) or known.has("no_person", token.text) or is_of_a_country(token.text, language):
        return False
    if (role := role_of(token.text, language)) is not None:
        return role != "courtesy" and token.tag == "PROPN" and _is_titled(sentence, place, language)
    if language == "de" and known.has("thing", token.text):
        return False
    if sentence.tagged and token.tag not in _NAMED and token.text not in known.ambiguous:
        return _is_titled(sentence, place, language)
    return not _leads_to_given(sentence, place, language)


def _leads_to_given(sentence: Sentence, place: int, language: str) -> bool:
    """Return whether a word is a noun or adjective before a given name, which begins the name: "Leser Anna"."""
    token = sentence.tokens[place]
    follower = sentence.tokens[place + 1].text if place + 1 < len(sentence.tokens) else ""
    known = words(language)
    if language == "de" and token.text.endswith("erin") and shape(follower) == "name":
        return True
    if language != "de" or token.text in known.ambiguous or known.has("before_place", token.text):
        return False
    if not is_given(follower, language):
        return False
    return not sentence.tagged or token.text.endswith("er")


def _is_titled(sentence: Sentence, place: int, language: str) -> bool:
    """Return whether a role stands right before: "Präsident Ziegler"."""
    before = place - 1
    if before > 0 and sentence.tokens[before].text == ".":
        before -= 1
    role = role_of(sentence.tokens[before].text, language) if before >= 0 else None
    return role is not None and sentence.tokens[before].text[0].isupper()


def _last(sentence: Sentence, first: int, language: str) -> int:
    """Return the place behind the name that begins here."""
    tokens, place = sentence.tokens, first + 1
    family = not _may_be_given(tokens[first].text, language)  # whether the family name has been read
    while place < len(tokens) and place - first < _LONGEST:
        token = tokens[place]
        if token.text == "." and token.start == tokens[place - 1].end and len(tokens[place - 1].text) == 1:
            place += 1
            continue
        if not _is_beside(tokens[place - 1], token):
            break
        if shape(token.text) == "initial" and not (language == "en" and token.text in {"A", "I"}):
            place += 1
            continue
        if _is_shouted_family(tokens[first : place + 1], language):
            return place + 1
        if (behind := _behind_particles(sentence, first, place, family=family, language=language)) > place:
            family, place = True, behind
            continue
        if (behind := _behind_nickname(tokens, place)) > place:
            place = behind
            continue
        if shape(token.text) != "name" or not _goes_on(sentence, first, place, family=family, language=language):
            break
        family = family or not _may_be_given(token.text, language)
        place += 1
    return place


def _is_shouted_family(tokens: tuple[Token, ...], language: str) -> bool:
    """Return whether the last word is a family name in capitals behind a given name: "Anna MUSTER"."""
    word = tokens[-1].text
    shouted = len(word) >= _SHOUTED and word.isalpha() and word.isupper() and is_given(tokens[0].text, language)
    return shouted and known_name(word.title(), language) is None and known_name(word, language) is None


def _may_be_given(word: str, language: str) -> bool:
    return is_given(word, language) or word in words(language).ambiguous


def _is_beside(one: Token, other: Token) -> bool:
    return other.start - one.end == 1 or (one.text == "." and other.start == one.end)


def _goes_on(sentence: Sentence, first: int, place: int, *, family: bool, language: str) -> bool:
    """Return whether the name goes on with this capital word; behind a given name any noun is the family's."""
    token, known = sentence.tokens[place], words(language)
    month = not family and token.text in known.ambiguous  # "Berta May"
    if known.has("opener", token.text) and not month and not is_given(token.text, language):
        return False
    if known.has("no_person", token.text):
        return True
    if not family:
        return True
    if role_of(token.text, language) is not None or is_of_a_country(token.text, language):
        return place == first + 1 and _is_titled(sentence, first, language) and not _is_followed(sentence, place)
    if language == "en":
        return place == first + 1 or not sentence.tagged or token.tag in _NAMED or is_given(token.text, language)
    if place == first + 1 and first and known.has("saying", sentence.tokens[first - 1].text):
        return True  # "sagte Quyen Drosda", whatever the tagger makes of it
    named = token.tag in _NAMED if sentence.tagged else place == first + 1
    return named or is_given(token.text, language)


def _is_followed(sentence: Sentence, place: int) -> bool:
    """Return whether another capital word follows, so that a role is a title and no family name."""
    tokens = sentence.tokens
    return (
        place + 1 < len(tokens) and _is_beside(tokens[place], tokens[place + 1]) and shape(tokens[place + 1].text) != ""
    )


def _behind_particles(sentence: Sentence, start: int, place: int, *, family: bool, language: str) -> int:
    """Return the place behind particles and the name that they lead to, or this place where there are none."""
    tokens, known, at = sentence.tokens, words(language), place
    while at < len(tokens) and known.has("particle", tokens[at].text) and at - place < 3:  # noqa: PLR2004 - "van der"
        at += 1
    if at == place or at >= len(tokens) or shape(tokens[at].text) != "name":
        return place
    first = tokens[place].text
    family = place - start > 1 or (family and not _is_titled(sentence, start, language))
    if (first in _BOUND and family) or (first in _INNER and at - place == 1 and not (first in {"y", "e"} and family)):
        return place
    ruled_out = known.has("no_person", tokens[at].text) or role_of(tokens[at].text, language) is not None
    if first in _BOUND and at - place == 1 and ruled_out:
        return place
    common = language == "de" and first in _BOUND and sentence.tagged and tokens[at].tag not in _NAMED
    return place if common else at + 1


def _behind_nickname(tokens: tuple[Token, ...], place: int) -> int:
    """Return the place behind a nickname in marks that stands before the family name: John "Jack" Holt."""
    if tokens[place].text not in _QUOTES or place + 3 >= len(tokens):
        return place
    name, mark, family = tokens[place + 1 : place + 4]
    if tokens[place].text == "(" and mark.text != ")":
        return place
    held = shape(name.text) == "name" and not mark.text[0].isalnum() and shape(family.text) == "name"
    return place + 3 if held and family.start - mark.end == 1 else place
