"""Where the noun phrase that names who speaks begins and ends in an English sentence."""

import functools
from typing import TypeAlias

from lagebild.extract.english.attribution_words import LANGUAGE, QUOTES, lower, message, speaks
from lagebild.model import Clause, Phrase, Sentence, Token
from lagebild.vocabulary import load
from lagebild.vocabulary.sources import NounEndings

Places: TypeAlias = tuple[int, int]
PRONOUNS = frozenset({"he", "she", "it", "they"})
_FIRST_PERSONS = frozenset({"i", "we", "you", "there", "who", "one"})
_OWN_TEXTS = frozenset({"article", "story", "report", "page", "post", "dispatch"})
_AUXILIARY_WORDS = frozenset({"also", "later", "earlier", "then", "had", "has", "have", "having"})
_EXTENDING = frozenset({"of", "for", "in", "at", "from", "with", "on", "near", "inside", "to", "within", "against"})
_TIMES = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tonight",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "week", "month", "year", "morning", "afternoon", "evening", "night", "day", "weekend", "midnight",
    "noon", "hour", "time", "minute", "now", "moment",
})  # fmt: skip
_ORGANISED = frozenset({"department", "ministry", "office", "bureau", "institute", "university", "centre", "center"})
_SPOKEN = frozenset({"speak", "ask", "decline", "request", "insist", "refuse", "talk", "want", "wish", "agree", "give"})
_LONGEST_RELATIVE = 9  # tokens
_LONGEST_NAME = 6  # tokens
_BARE = 2  # a pronoun and a verb that needs an object


@functools.cache
def _endings() -> dict[str, tuple[str, ...]]:
    return {row.id: row.endings for row in load(LANGUAGE, "noun_endings", NounEndings)}


@functools.lru_cache(maxsize=8192)
def is_human(noun: str) -> bool:
    """Tell whether a noun names a person by what he or she does or is."""
    word = noun.lower()
    return word.endswith(_endings()["human"]) and not word.endswith(_endings()["body"])


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
    last = _with_capitals(sentence, phrase)
    if not is_person_name(sentence, place, last):
        last = _extended(sentence, last)
    last = _with_name(sentence, place, last)
    last = _with_relative(sentence, last)
    return place, last


def _with_capitals(sentence: Sentence, phrase: Phrase) -> int:
    """Return the end of a name with the capitalised words right behind it ("Amnesty International")."""
    last = phrase.last
    named = phrase.head > 0 and _capital(sentence, phrase.head)
    while named and last < len(sentence.tokens) and _capital(sentence, last) and phrase_at(sentence, last) is None:
        if sentence.tokens[last].tag in {"PUNCT", "PRON", "DET", "ADV"} or is_time(sentence.tokens[last].text):
            break
        last += 1
    return last


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
    if phrase.first > 0 and _capital(sentence, phrase.first) and _capital(sentence, phrase.head):
        return True
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
    if clause.verb.partition(" ")[0] in _SPOKEN:
        return last
    end = next((n for n in range(clause.first, clause.last) if lower(sentence, n) in {",", ".", ";"}), clause.last)
    return end if end > last + 1 else last


def is_person_name(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether words are a person's name, with a title at most: capitals, no article, no noun for a body."""
    words = sentence.tokens[first:last]
    if not words or any(token.tag not in {"PROPN", "NOUN"} or not token.text[:1].isupper() for token in words):
        return False
    if last < len(sentence.tokens) and sentence.tokens[last].tag == "ADP" and _capital(sentence, last):
        return False  # "Doctors Without Borders"
    last_word = words[-1].text.lower()
    return words[-1].tag == "PROPN" and not speaks(last_word, "speaker") and last_word not in _ORGANISED


def before(sentence: Sentence, clause: Clause, verb: int) -> Places | None:
    """Return the noun phrase before a verb that names who speaks, or None."""
    own = [n for n in clause.tokens if n < verb and not _is_of_verb(sentence, clause, n)]
    own = _without_brackets(sentence, own)
    while own and (sentence.tokens[own[-1]].tag == "ADV" or lower(sentence, own[-1]) in _AUXILIARY_WORDS):
        own.pop()
    if not own:
        return None
    if (relative := _cut_off(sentence, clause, own[0])) is not None:
        return _before_relative(sentence, relative, own[-1] + 1)
    aside = lower(sentence, own[-1]) in {",", ")"} | _dash(sentence.tokens[own[-1]]) or lower(
        sentence, own[-1] + 1
    ) in {",", "("}
    end = own[-1] + 1
    found = None if aside else _chain(sentence, own, end)
    if found is None:
        return _of_segments(sentence, own) or _first_subject(sentence, own)
    first, last = _with_town(sentence, found)
    if lower(sentence, first - 1) == ")":
        first = next((p.first for p in sentence.phrases if lower(sentence, p.last) == "(" and p.last < first), first)
    verbs = [n for n in clause.verbs if n <= verb]
    gap = min([verb, *verbs]) - last
    if 0 < gap <= _LONGEST_RELATIVE and sentence.clause_at(last) != sentence.clauses.index(clause):
        last = _with_relative(sentence, last)
    return first, last


def _cut_off(sentence: Sentence, clause: Clause, first: int) -> Clause | None:
    """Return the relative clause whose last noun a clause begins with: "that runs boats off | the coast said"."""
    number = sentence.clauses.index(clause)
    relative = sentence.clauses[number - 1] if number else None
    if relative is None or relative.kind != "relative" or relative.last != first:
        return None
    lacks = sentence.tokens[relative.last - 1].tag == "ADP" or relative.last - relative.first == _BARE
    short = first - relative.first <= _LONGEST_RELATIVE
    return relative if lacks and short and lower(sentence, relative.first) in {"that", "who", "which"} else None


def _before_relative(sentence: Sentence, relative: Clause, last: int) -> Places | None:
    """Return the noun phrase before a relative clause, with that clause if it is short; None where it is not whole."""
    phrase = next((phrase for phrase in sentence.phrases if phrase.last == relative.first), None)
    if phrase is None or phrase.adposition or sentence.tokens[phrase.first].tag != "DET":
        return None
    return phrase.first, last if last - phrase.first <= _LONGEST_RELATIVE else phrase.last


def _without_brackets(sentence: Sentence, own: list[int]) -> list[int]:
    """Return places without what stands in brackets among them."""
    kept: list[int] = []
    depth = 0
    for place in own:
        depth += lower(sentence, place) == "("
        if not depth:
            kept.append(place)
        depth -= lower(sentence, place) == ")" and depth > 0
    return kept


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
        elif other.last == first - 1 and _capital(sentence, other.head) and _capital(sentence, phrase.head):
            whole = _chain(sentence, own, other.last)
            first = whole[0] if whole is not None else first
    if is_person_name(sentence, phrase.first, phrase.last):
        end = phrase.last
    return first, end


def _with_town(sentence: Sentence, found: Places) -> Places:
    """Return a subject that ends in a town and its state whole ("the hospital in Rockville, Maryland, said")."""
    first, last = found
    single = last == first + 1 and sentence.tokens[first].tag == "PROPN" and lower(sentence, first - 1) == ","
    town = next((p for p in sentence.phrases if p.last == first - 1 and p.adposition in {"in", "at", "of"}), None)
    if not single or town is None or sentence.tokens[town.head].tag != "PROPN":
        return found
    whole = ending(sentence, town.last)
    return (whole[0], last) if whole is not None else found


def _of_segments(sentence: Sentence, own: list[int]) -> Places | None:
    """Return the subject before a comma: the first of the noun phrases set apart by commas before the verb.

    "Ana Kovac, 30, a nurse, said" gives the name; what stands before a conjunction or an adposition is none.
    """
    while own and lower(sentence, own[-1]) in {",", ")"}:
        own = own[:-1]
    cuts = [n for n in own if lower(sentence, n) == ","]
    starts = [own[0], *(n + 1 for n in cuts)] if own else []
    found: Places | None = None
    for start in reversed(starts):
        phrase = next((p for p in sentence.phrases if p.first == start), None)
        counted = phrase is not None and phrase.number >= 0 and sentence.numbers[phrase.number].low != 1
        if sentence.tokens[start].tag == "NUM" and lower(sentence, start + 1) in {",", ""}:
            continue
        if phrase is None or phrase.adposition or counted or is_time(sentence.tokens[phrase.head].text):
            break
        found = _with_joined(sentence, forward(sentence, start), own) or found
    return found or _capitals(sentence, own)


def _with_joined(sentence: Sentence, found: Places | None, own: list[int]) -> Places | None:
    """Return a subject with the one that "and" joins to it ("Police and hospital officials, ..., said")."""
    if found is None or lower(sentence, found[1]) != "and":
        return found
    joined = next((p for p in sentence.phrases if p.first == found[1] + 1 and not p.adposition and p.series >= 0), None)
    return (found[0], joined.last) if joined is not None and joined.head in own else found


def _capitals(sentence: Sentence, own: list[int]) -> Places | None:
    """Return a name that is no noun phrase for the tagger, alone between a comma and its verb ("The Two-Way")."""
    start = next((n + 1 for n in reversed(own) if lower(sentence, n) == ","), own[0] if own else 0)
    words = sentence.tokens[start : own[-1] + 1] if own else ()
    named = 0 < len(words) <= _LONGEST_NAME and all(token.text[:1].isupper() for token in words)
    return (start, own[-1] + 1) if named else None


def _capital(sentence: Sentence, place: int) -> bool:
    return sentence.tokens[place].text[:1].isupper()


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
    behind = head.last + 1 if is_time(lower(sentence, head.last)) else head.last
    owner = next((p for p in sentence.phrases if p.first == behind and p.adposition in {"by", "from", "of"}), None)
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
    if any(lower(sentence, n) == "this" and lower(sentence, n + 1) in _OWN_TEXTS for n in range(first, last)):
        return True
    head = next((p.head for p in sentence.phrases if first <= p.head < last), -1)
    if head < 0:
        return not all(token.text[:1].isupper() for token in sentence.tokens[first:last])
    named = head > first and _capital(sentence, head)
    return speaks(sentence.tokens[head].text, "never") and not named


def ending(sentence: Sentence, end: int) -> Places | None:
    """Return the noun phrase that ends here with the phrases that its adpositions hang on, or None."""
    return _chain(sentence, list(range(end)), end)
