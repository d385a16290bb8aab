"""Where the noun phrase that names who speaks begins and ends in an English sentence."""

from typing import TypeAlias

from lagebild.extract.english.attribution_words import QUOTES, lower, message, speaks
from lagebild.model import Clause, Phrase, Sentence, Token

Places: TypeAlias = tuple[int, int]
PRONOUNS = frozenset({"he", "she", "it", "they"})
_FIRST_PERSONS = frozenset({"i", "we", "you", "there", "who", "one"})
_AUXILIARY_WORDS = frozenset({"also", "later", "earlier", "then", "had", "has", "have", "having"})
_EXTENDING = frozenset({"of", "for", "in", "at", "from", "with", "on", "near", "inside", "to", "within", "against"})
_TIMES = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tonight",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "week", "month", "year", "morning", "afternoon", "evening", "night", "day", "weekend", "midnight",
    "noon", "hour", "time", "minute", "now", "moment",
})  # fmt: skip
_ORGANISED = frozenset({"department", "ministry", "office", "bureau", "institute", "university", "centre", "center"})
_LONGEST_RELATIVE = 12  # tokens


def is_time(word: str) -> bool:
    """Tell whether a noun is a day, a month or another stretch of time."""
    return word.lower().rstrip(".") in _TIMES or word.lower().removesuffix("s") in _TIMES


def phrase_at(sentence: Sentence, place: int) -> Phrase | None:
    """Return the noun phrase that begins at a token, its adposition included, or None."""
    return next((phrase for phrase in sentence.phrases if phrase.first == place), None)


def core_first(phrase: Phrase) -> int:
    """Return where a phrase begins without its adposition."""
    return phrase.first + len(phrase.adposition.split())


def forward(sentence: Sentence, place: int) -> Places | None:
    """Return the noun phrase that names a speaker from this place on, with what hangs on it, or None.

    "the head of the council in Narok on Monday" ends before "on Monday"; of "Ana Kovac of the fire service" the name
    is left.
    """
    phrase = next((p for p in sentence.phrases if core_first(p) == place), None)
    if phrase is None:
        return None
    last = phrase.last
    if not is_person_name(sentence, place, last):
        last = _extended(sentence, last)
    last = _with_name(sentence, place, last)
    last = _with_relative(sentence, last)
    return place, last


def _extended(sentence: Sentence, last: int) -> int:
    """Return the end of a phrase with the adpositions that hang on it: "of the council in Narok"."""
    while (phrase := phrase_at(sentence, last)) is not None and _belongs(sentence, phrase):
        last = phrase.last
        if lower(sentence, last) == "and" and phrase.series >= 0:
            ahead = phrase_at(sentence, last + 1)
            last = ahead.last if ahead is not None and ahead.series == phrase.series else last
    return last


def _belongs(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a phrase with an adposition is part of the name of a speaker, and not of when or where he spoke."""
    word = lower(sentence, phrase.head)
    if phrase.adposition not in _EXTENDING or is_time(word):
        return False
    if phrase.adposition in {"of", "for"}:
        return True
    told = message(word, "in") is not None or phrase.number >= 0
    return not told and not (phrase.adposition == "to" and speaks(word, "addressee"))


def _with_name(sentence: Sentence, first: int, last: int) -> int:
    """Return the end of a phrase with the name behind its comma: "the mayor, Ana Kovac"."""
    name = phrase_at(sentence, last + 1) if lower(sentence, last) == "," else None
    if name is None or name.adposition or not is_person_name(sentence, name.first, name.last):
        return last
    described = lower(sentence, first) in {"the", "a", "an", "its", "his", "her", "their"}
    several = name.last - name.first > 1
    return name.last if described and several and lower(sentence, name.last) in {",", "."} | QUOTES else last


def _with_relative(sentence: Sentence, last: int) -> int:
    """Return the end of a phrase with a restrictive relative clause behind it ("a union that counts deaths")."""
    if lower(sentence, last) not in {"that", "who", "which"}:
        return last
    number = sentence.clause_at(last)
    clause = sentence.clauses[number] if number >= 0 else None
    if clause is None or clause.kind != "relative" or clause.last - clause.first > _LONGEST_RELATIVE:
        return last
    end = next((n for n in range(clause.first, clause.last) if lower(sentence, n) in {",", ".", ";"}), clause.last)
    return end if end > last + 1 else last


def is_person_name(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether words are a person's name, with a title at most: capitals, no article, no noun for a body."""
    words = sentence.tokens[first:last]
    if not words or any(token.tag not in {"PROPN", "NOUN"} or not token.text[:1].isupper() for token in words):
        return False
    last_word = words[-1].text.lower()
    return words[-1].tag == "PROPN" and not speaks(last_word, "speaker") and last_word not in _ORGANISED


def before(sentence: Sentence, clause: Clause, verb: int) -> Places | None:
    """Return the noun phrase before a verb that names who speaks, or None."""
    own = [n for n in clause.tokens if n < verb and not _is_of_verb(sentence, clause, n)]
    while own and (sentence.tokens[own[-1]].tag == "ADV" or lower(sentence, own[-1]) in _AUXILIARY_WORDS):
        own.pop()
    if not own:
        return None
    aside = lower(sentence, own[-1]) in {",", ")"} | _dash(sentence.tokens[own[-1]]) or lower(
        sentence, own[-1] + 1
    ) in {",", "("}
    end = own[-1] + 1
    if aside:
        return _first_subject(sentence, own)
    found = _chain(sentence, own, end)
    if found is None:
        return _first_subject(sentence, own)
    first, last = found
    verbs = [n for n in clause.verbs if n <= verb]
    gap = min([verb, *verbs]) - last
    if 0 < gap <= _LONGEST_RELATIVE and sentence.clause_at(last) != sentence.clauses.index(clause):
        last = _with_relative(sentence, last)
    return first, last


def _dash(token: Token) -> frozenset[str]:
    return frozenset({token.text}) if token.text in {"-", "–", "—"} else frozenset()


def _is_of_verb(sentence: Sentence, clause: Clause, place: int) -> bool:
    return place in clause.verbs or sentence.tokens[place].form == "negation"


def _chain(sentence: Sentence, own: list[int], end: int) -> Places | None:
    """Return the noun phrase that ends here, with the phrases that its adpositions hang on."""
    at = next((n for n, phrase in enumerate(sentence.phrases) if phrase.last == end), -1)
    if at < 0:
        return None
    while sentence.phrases[at].adposition:
        phrase = sentence.phrases[at]
        joined = at > 0 and sentence.phrases[at - 1].last == phrase.first and phrase.first - 1 in own
        if not joined:
            return None
        at -= 1
    phrase = sentence.phrases[at]
    first = phrase.first
    if is_time(sentence.tokens[phrase.head].text):
        return None
    if at > 0 and lower(sentence, first - 1) in {"and", "or"}:
        other = sentence.phrases[at - 1]
        if other.last == first - 1 and not other.adposition and first - 1 in own:
            first = other.first
    if is_person_name(sentence, phrase.first, phrase.last):
        end = phrase.last
    return first, end


def _first_subject(sentence: Sentence, own: list[int]) -> Places | None:
    """Return the first noun phrase without an adposition among these places, with what hangs on it."""
    for phrase in sentence.phrases:
        if phrase.first not in own or phrase.adposition or is_time(sentence.tokens[phrase.head].text):
            continue
        return forward(sentence, phrase.first)
    return None


def reduced(sentence: Sentence, span: Places) -> Places:
    """Return who made a message, of the phrase that names it: "a report by the union" gives "the union".

    So do "the union's report" and "figures from the union"; a report by nobody named stays.
    """
    first, last = span
    head = next((p for p in sentence.phrases if first <= p.head < last and not _inside(p, first)), None)
    if head is None or not _is_message(sentence.tokens[head.head].text):
        return span
    genitive = next((n for n in range(first, head.head) if lower(sentence, n) in {"'s", "’s", "'", "’"}), -1)
    if genitive > first:
        return first, genitive
    owner = next((p for p in sentence.phrases if p.first == head.last and p.adposition in {"by", "from", "of"}), None)
    if owner is not None and not is_time(sentence.tokens[owner.head].text) and owner.number < 0:
        end = _extended(sentence, owner.last)
        return core_first(owner), end
    return first, head.last


def _inside(phrase: Phrase, first: int) -> bool:
    return bool(phrase.adposition) and phrase.first >= first


def _is_message(word: str) -> bool:
    return any(message(word, use) is not None for use in ("according", "subject", "in"))


def is_silent(sentence: Sentence, span: Places) -> bool:
    """Tell whether a phrase names nobody who can speak: "the number", "Monday", a pronoun of the first person."""
    first, last = span
    if lower(sentence, first) in _FIRST_PERSONS and last == first + 1:
        return True
    head = next((p.head for p in sentence.phrases if first <= p.head < last), -1)
    return head < 0 or speaks(sentence.tokens[head].text, "never")


def ending(sentence: Sentence, end: int) -> Places | None:
    """Return the noun phrase that ends here with the phrases that its adpositions hang on, or None."""
    return _chain(sentence, list(range(end)), end)
