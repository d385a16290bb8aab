"""Noun phrases of a tagged English sentence: determiner, number, head, adposition, owner, role, coordination."""

from collections.abc import Sequence
from dataclasses import replace

from lagebild.annotate.english.clauses import is_inverted
from lagebild.model import Case, Clause, Number, Phrase, Token

_DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "my", "your", "his", "her", "its", "our", "their", "whose"}
)
_HEADLESS = frozenset({
    "nobody", "everyone", "everybody", "someone", "somebody", "anyone", "anybody", "none", "all", "both",
    "many", "several",
    "some", "others", "another", "neither", "either", "few", "most", "hundreds", "thousands", "dozens", "scores", "one",
})  # fmt: skip
_SINGULAR_DETERMINERS = frozenset({"a", "an", "this", "that", "each", "every", "another", "one", "neither", "either"})
_PLURAL_DETERMINERS = frozenset({"these", "those", "both", "many", "several", "few", "all"})
_PLURAL_NOUNS = frozenset(
    {"people", "police", "men", "women", "children", "personnel", "cattle", "crew", "staff", "policemen"}
)
_DAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tonight",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "week", "month", "year", "morning", "afternoon", "evening", "night", "day", "weekend",
    "midnight", "noon", "time",
})  # fmt: skip
_JOINS = (["and"], [","], ["or"], [",", "and"], [",", "or"], ["as", "well", "as"], [",", "as", "well", "as"], ["&"],
          ["nor"],           ["and", "also"], ["but"], ["plus"])  # fmt: skip
_PORTFOLIOS = frozenset({"minister", "secretary", "ministry", "department", "undersecretary"})
_QUOTES = frozenset({'"', "“", "”", "‘", "'"})


def phrases(tokens: tuple[Token, ...], numbers: tuple[Number, ...], clauses: tuple[Clause, ...]) -> tuple[Phrase, ...]:
    """Return the noun phrases in order; a number alone ("twelve were hurt") is one, its own head.

    A Saxon genitive stays inside the phrase of what is possessed, which is definite by it. `case` is nominative for a
    subject, accusative for an object, by position; "" for phrases with an adposition, times and appositions.
    """
    owner_of = {place: n for n, clause in enumerate(clauses) for place in clause.tokens}
    starts = {number.first: n for n, number in enumerate(numbers)}
    found: list[Phrase] = []
    place = 0
    while place < len(tokens):
        phrase = _phrase(tokens, numbers, starts, place)
        if phrase is None:
            place += 1
            continue
        found.append(replace(phrase, clause=owner_of.get(phrase.head, -1)))
        place = max(phrase.last, place + 1)
    return _with_cases(tokens, _in_series(tokens, _with_owners(tokens, found)), clauses)


def _phrase(tokens: tuple[Token, ...], numbers: Sequence[Number], starts: dict[int, int], place: int) -> Phrase | None:
    """Return the noun phrase that begins at this token, or None."""
    at, adposition, number = place, "", -1
    if tokens[at].tag == "ADP" and at not in starts:
        adposition = tokens[at].text.lower()
        at += 1
        if at + 1 < len(tokens) and tokens[at].tag == "ADP" and at not in starts:
            adposition, at = f"{adposition} {tokens[at].text.lower()}", at + 1
    opened, definite, head = at, False, None
    while at < len(tokens):
        token = tokens[at]
        if (
            number >= 0
            and head is None
            and token.form in {"article", "possessive"}
            and not _is_all(tokens, numbers[number])
        ):
            break
        if at in starts and numbers[starts[at]].kind == "cardinal":
            if head is not None or (number >= 0 and not _is_article(tokens, numbers[number])):
                break
            number = starts[at]
            at = numbers[number].last
        elif _is_premodifier(tokens, at, head):
            definite = definite or token.text.lower() in _DEFINITE or _is_genitive(token)
            head = None if _is_genitive(token) else head
            at += 1
        elif (head is not None or number >= 0) and token.text.lower() in _DAYS - {"week", "day", "time", "year"}:
            break  # "three others Thursday night"
        elif token.tag in {"NOUN", "PROPN"} and not (head is not None and token.form == "nominalised"):
            head, at = at, at + 1
        else:
            break
    return _made(tokens, numbers, (place, max(at, opened), adposition), (number, head), definite=definite)


def _made(
    tokens: tuple[Token, ...],
    numbers: Sequence[Number],
    where: tuple[int, int, str],
    core: tuple[int, int | None],
    *,
    definite: bool,
) -> Phrase | None:
    """Return the phrase of what was read, its own number or an indefinite pronoun being the head where no noun is."""
    place, last, adposition = where
    number, head = core
    if head is not None:
        return Phrase(
            place, head + 1, head, adposition, number, definite, _is_plural(tokens, numbers, (place, head), number), -1
        )
    if number >= 0 and not _is_article(tokens, numbers[number]):
        value = numbers[number]
        last = max(value.last, value.core_last)
        return Phrase(place, last, value.core_first, adposition, number, definite, not value.low == value.high == 1, -1)
    at = place + len(adposition.split())
    if at < len(tokens) and (
        tokens[at].text.lower() in _HEADLESS
        or (tokens[at].tag == "PRON" and tokens[at].form in {"personal", "demonstrative", "indefinite", "relative"})
    ):
        return Phrase(
            place,
            at + 1,
            at,
            adposition,
            number if number >= 0 else -1,
            definite=False,
            plural=_many(tokens[at]),
            clause=-1,
        )
    return None


def _many(token: Token) -> bool:
    return token.text.lower() in _HEADLESS - {"one", "another", "someone", "somebody"} | {
        "they",
        "them",
        "we",
        "us",
        "these",
        "those",
    }


def _is_all(tokens: tuple[Token, ...], number: Number) -> bool:
    """Tell whether a number takes a determiner behind it: "both the men", "all three", or is the article itself."""
    return tokens[number.core_first].text.lower() in {"both", "all", "half", "a", "an"}


def _is_article(tokens: tuple[Token, ...], number: Number) -> bool:
    return tokens[number.core_first].text.lower() in {"a", "an"} and number.core_last == number.core_first + 1


def _is_genitive(token: Token) -> bool:
    return token.text.lower() in {"'s", "’s", "'", "’"} and token.tag in {"PART", "PUNCT"}


def _is_premodifier(tokens: tuple[Token, ...], place: int, head: int | None) -> bool:
    """Tell whether a token stands between the first word and the head of a noun phrase."""
    token = tokens[place]
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if _is_genitive(token):
        glued = place > 0 and tokens[place - 1].end == token.start
        noun_ahead = after is not None and after.tag in {"NOUN", "PROPN", "ADJ", "NUM", "VERB"}
        return head is not None and glued and noun_ahead
    if head is not None:
        return (
            token.tag == "ADJ"
            and token.form == "attributive"
            and after is not None
            and after.tag == "NOUN"
            and (tokens[head].tag == "PROPN")
        )
    if token.tag == "DET":
        return True
    if token.text.lower() in {"more", "further"} and place and tokens[place - 1].tag == "NUM":
        return after is not None and after.tag in {"NOUN", "ADJ"}
    if token.tag == "ADJ":
        return token.form == "attributive" and after is not None
    if token.tag in {"ADV", "CCONJ"} or token.text == ",":
        return _between_adjectives(tokens, place)
    if token.tag == "VERB" and token.form == "participle" and after is not None and after.tag == "NOUN":
        return place > 0 and tokens[place - 1].tag in {"DET", "ADJ"}
    if token.text in _QUOTES and after is not None:
        return after.tag in {"NOUN", "PROPN"} and place > 0 and tokens[place - 1].tag == "DET"
    return False


def _between_adjectives(tokens: tuple[Token, ...], place: int) -> bool:
    """Tell whether an adverb, a comma or "and" stands before a further adjective of the same noun."""
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if before is None or after is None or after.tag not in {"ADJ", "ADV"} or after.form == "predicative":
        return False
    if tokens[place].tag == "ADV":
        return before.tag in {"DET", "ADJ", "NUM"}
    return before.tag == "ADJ" and place + 2 < len(tokens) and tokens[place + 2].tag in {"NOUN", "ADJ"}


def _is_plural(tokens: tuple[Token, ...], numbers: Sequence[Number], places: tuple[int, int], number: int) -> bool:
    """Tell whether a noun stands in the plural: by its number, its determiner, or its own form."""
    first, head = places
    word = tokens[head].text.lower()
    if number >= 0 and not _is_article(tokens, numbers[number]):
        return not (numbers[number].low == numbers[number].high == 1)
    determiners = {tokens[n].text.lower() for n in range(first, head)}
    if determiners & _PLURAL_DETERMINERS or word in _PLURAL_NOUNS:
        return True
    if determiners & _SINGULAR_DETERMINERS or tokens[head].tag == "PROPN":
        return False
    if tokens[head].form == "nominalised" and not word.endswith("-old"):
        return True
    return word != tokens[head].lemma.lower() and word.endswith(("s", "en", "ae", "i"))


def _with_owners(tokens: tuple[Token, ...], found: list[Phrase]) -> list[Phrase]:
    """Mark each "of" phrase with the phrase that it hangs on."""
    owned = list(found)
    for n in range(1, len(found)):
        owner = n - 1
        while owner > 0 and _is_time(tokens, found[owner]):
            owner -= 1  # "the death last week of a 34-year-old man"
        apart = range(found[owner].last, found[n - 1].first) if owner < n - 1 else ()
        near = all(tokens[k].tag == "ADV" for k in apart)
        if found[n].adposition == "of" and found[n - 1].last == found[n].first and near:
            owned[n] = replace(found[n], owner=owner)
    return owned


def _in_series(tokens: tuple[Token, ...], found: list[Phrase]) -> list[Phrase]:
    """Give coordinated phrases one number: "two men, a woman and three children" is one series."""
    result = list(found)
    series = -1
    names = _names_after_role(tokens, found)
    for n in range(1, len(found)):
        phrase = found[n]
        left = n - 1
        if n in names:
            continue
        while left in names:
            left -= 1
        while left > 0 and found[left].owner >= 0 and found[left].last <= phrase.first:
            left = found[left].owner
        if phrase.owner >= 0 or (phrase.adposition and phrase.adposition != found[left].adposition):
            continue
        between = _without_age([tokens[k].text.lower() for k in range(found[n - 1].last, phrase.first)])
        if _is_no_item(tokens, found, left, n):
            continue
        if between not in _JOINS or (between == [","] and found[left].clause != phrase.clause):
            continue
        if found[left].clause != phrase.clause or (between == [","] and not _list_goes_on(tokens, found, n)):
            continue
        if result[left].series < 0:
            series += 1
            result[left] = replace(result[left], series=series)
        result[n] = replace(phrase, series=result[left].series)
    return result


def _is_no_item(tokens: tuple[Token, ...], found: list[Phrase], left: int, n: int) -> bool:
    """Tell whether a phrase goes with what stands before it: "Minister of Posts and Mail", "Ana Ruiz, 20, a nurse"."""
    phrase = found[n]
    if left < n - 1 and tokens[found[left].head].text.lower() in _PORTFOLIOS and not phrase.definite:
        return True
    apart = [token.text.lower() for token in tokens[found[n - 1].last : phrase.first]]
    return _without_age(apart) == [","] != apart and tokens[phrase.first].form in {"article", "possessive"}


def _names_after_role(tokens: tuple[Token, ...], found: list[Phrase]) -> set[int]:
    """Return the phrases that name whom the one before describes: "her mother, Ana Ruiz, and her brother"."""
    names: set[int] = set()
    for n in range(1, len(found)):
        role, name = found[n - 1], found[n]
        between = [token.text for token in tokens[role.last : name.first]]
        described = tokens[role.head].tag == "NOUN" and not role.plural
        bare = tokens[name.head].tag == "PROPN" and not name.definite and not name.adposition
        closed = name.last < len(tokens) and tokens[name.last].text in {",", ".", ";"}
        if between == [","] and described and bare and closed:
            names.add(n)
    return names


def _without_age(words: list[str]) -> list[str]:
    """Return the words between two phrases without an age in commas: ", 27, and" is ", and"."""
    if len(words) > 2 and words[0] == "," and words[1].isdecimal() and words[2] == ",":  # noqa: PLR2004 - ", 27,"
        return words[2:]
    return words


def _list_goes_on(tokens: tuple[Token, ...], found: list[Phrase], n: int) -> bool:
    """Tell a list from an apposition behind a comma: a list ends in a phrase behind "and" or "or"."""
    for following in range(n + 1, min(n + 8, len(found))):
        apart = tokens[found[following - 1].last : found[following].first]
        between = _without_age([token.text.lower() for token in apart])
        if between and between[-1] in {"and", "or"} and len(between) <= 2:  # noqa: PLR2004 - comma and conjunction
            return found[following].clause == found[n].clause
        if between != [","] and found[following].owner < 0 and not found[following].adposition:
            return False
    return False


def _with_cases(tokens: tuple[Token, ...], found: list[Phrase], clauses: tuple[Clause, ...]) -> tuple[Phrase, ...]:
    """Give each phrase its role in its clause as a case, by position."""
    cased: list[Phrase] = []
    named = {n for n in _names_after_role(tokens, found) if found[n - 1].adposition == "according to"}
    for n, phrase in enumerate(found):
        case: Case = ""
        clause = clauses[phrase.clause] if phrase.clause >= 0 and n not in named else None
        with_own = clause is not None and clause.opener == phrase.adposition == "with" and clause.voice == "passive"
        if clause is not None and clause.verbs and (not phrase.adposition or with_own) and not _is_time(tokens, phrase):
            if phrase.head < clause.verbs[0] or _is_late_subject(tokens, phrase, clause, cased):
                case = "nominative"
            elif _is_object(tokens, phrase, clause, cased):
                case = "accusative"
        cased.append(replace(phrase, case=case))
    return tuple(cased)


def _is_late_subject(tokens: tuple[Token, ...], phrase: Phrase, clause: Clause, earlier: Sequence[Phrase]) -> bool:
    """Tell whether a phrase behind the verb is its subject: ", said the ministry", "there were 12 dead"."""
    existential = clause.verb == "be" and any(
        tokens[n].text.lower() == "there" for n in clause.tokens if n < clause.verbs[0]
    )
    if not existential and not is_inverted(tokens, clause):
        return False
    return not any(other.clause == phrase.clause and other.case == "nominative" for other in earlier)


def _is_time(tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    return tokens[phrase.head].text.lower().rstrip("s") in _DAYS


def _is_object(tokens: tuple[Token, ...], phrase: Phrase, clause: Clause, earlier: Sequence[Phrase]) -> bool:
    """Tell whether a phrase behind the verb is an object or part of a series that begins with one."""
    siblings = [p for p in earlier if p.clause == phrase.clause and p.head > clause.verbs[-1]]
    if phrase.series >= 0 and any(p.series == phrase.series and p.case == "accusative" for p in siblings):
        return True
    between = range(clause.verbs[-1] + 1, phrase.first)
    if any(tokens[n].text in {",", "–", "—", ":", ";"} for n in between):
        return False
    return not any(p.case == "accusative" for p in siblings) or clause.verb in {
        "tell",
        "give",
        "leave",
        "cost",
        "send",
        "offer",
    }
