"""Noun phrases of a tagged German sentence, with determiner, number, head, adposition, owner and coordination."""

from collections.abc import Sequence
from dataclasses import replace

from lagebild.annotate.cases import case_of
from lagebild.model import Clause, Number, Phrase, Token

_ARTICLES = {"der", "die", "das", "den", "dem", "des"}
_SKIPPED = {
    "weitere",
    "weiteren",
    "weiterer",
    "weiteres",
    "andere",
    "anderen",
    "anderer",
    "insgesamt",
    "jeweils",
    "noch",
}
_HEADLESS = {
    "niemand", "niemanden", "niemandem", "jemand", "jemanden", "alle", "allen", "beide", "beiden", "viele",
    "mehrere", "einige", "weitere", "andere", "einer", "eine", "eines", "einen", "etliche", "zahlreiche", "keiner",
    "sämtliche", "hunderte", "dutzende", "tausende", "vielen", "einigen", "mehreren",
}  # fmt: skip
_PLURAL_OR_FEMININE = {"die", "seine", "ihre", "diese", "unsere", "jene", "keine", "meine", "deren", "dessen"}
_SINGULAR = {"ein", "eine", "einen", "einem", "einer", "eines", "das", "des", "dem", "im", "kein", "sein", "ihr"}
_FEMININE = (
    "mutter",
    "schwester",
    "tochter",
    "kammer",
    "feier",
    "steuer",
    "nummer",
    "mauer",
    "dauer",
    "trauer",
    "oper",
)
_ADVERBS = {
    "schwer", "leicht", "teils", "teilweise", "tödlich", "lebensgefährlich", "schwerst", "zum", "mutmaßlich",
    "offenbar", "angeblich", "bewaffnete", "insgesamt", "noch", "bisher", "bislang", "zunächst", "etwa", "mittel",
    "vermutlich", "weitere",
}  # fmt: skip


def phrases(tokens: tuple[Token, ...], numbers: tuple[Number, ...], clauses: tuple[Clause, ...]) -> tuple[Phrase, ...]:
    """Return the noun phrases in order; a number alone ("zwölf wurden verletzt") is one, its own head."""
    owner_of = {place: n for n, clause in enumerate(clauses) for place in clause.tokens}
    starts = {number.first: n for n, number in enumerate(numbers)}
    found: list[Phrase] = []
    place = 0
    while place < len(tokens):
        phrase = _phrase(tokens, numbers, starts, place)
        if phrase is None:
            place += 1
            continue
        clause = owner_of.get(phrase.head, -1)
        phrase = _without_opener(phrase, clauses[clause] if clause >= 0 else None)
        found.append(replace(phrase, clause=clause, case=case_of(tokens, phrase)))
        place = max(phrase.last, place + 1)
    return _in_series(tokens, _with_owners(tokens, found))


def _without_opener(phrase: Phrase, clause: Clause | None) -> Phrase:
    """Return a phrase without the conjunction that opens its clause ("als 9000 Menschen starben")."""
    opens = clause is not None and clause.kind == "subordinate" and phrase.first == clause.first
    if not opens or clause is None or phrase.adposition != clause.opener or phrase.head == phrase.first:
        return phrase
    return replace(phrase, first=phrase.first + 1, adposition="")


def _phrase(tokens: tuple[Token, ...], numbers: Sequence[Number], starts: dict[int, int], place: int) -> Phrase | None:
    """Return the noun phrase that begins at this token, or None."""
    at = place
    adposition = ""
    definite = False
    if tokens[at].tag == "ADP" and tokens[at].form in {"", "article"} and place not in starts:
        adposition = tokens[at].lemma or tokens[at].text.lower()
        definite = tokens[at].form == "article"
        at += 1
    number = -1
    plural_word = False
    while at < len(tokens):
        token = tokens[at]
        if at in starts and numbers[starts[at]].kind == "cardinal":
            if number >= 0:
                break
            number = starts[at]
            at = numbers[number].last
        elif at in starts and (aged := _past_age(tokens, numbers[starts[at]])):
            at = aged
        elif number >= 0 and token.tag == "DET":
            break
        elif _is_modifier(tokens, at) or (at + 1 in starts and _leads_number(tokens, place, at)):
            definite = definite or token.text.lower() in _ARTICLES or token.form in {"possessive", "demonstrative"}
            plural_word = plural_word or token.text.lower() in {"weitere", "die", "andere"}
            at += 1
        else:
            break
    head, last = _head(tokens, at)
    if head is None:
        return _headless(tokens, numbers, number, (place, at, adposition))
    plural = _is_plural(tokens, (place, head), numbers[number] if number >= 0 else None, adposition=adposition)
    return Phrase(place, last, head, adposition, number, definite, plural, -1)


def _past_age(tokens: tuple[Token, ...], number: Number) -> int:
    """Return the place after an age inside a phrase ("ein 44 Jahre alter Monteur"), or 0."""
    after = number.last + 1
    is_age = number.kind == "time" and after < len(tokens) and tokens[after].text.lower().startswith("alt")
    return after + 1 if is_age else 0


def _leads_number(tokens: tuple[Token, ...], first: int, place: int) -> bool:
    """Tell whether a word may stand before the number: "den ursprünglich elf", "insgesamt mehr als"."""
    adverb = tokens[place].tag in {"ADV", "ADJ"} and place > first and tokens[place - 1].tag in {"DET", "ADP"}
    return adverb or tokens[place].text.lower() in _SKIPPED


def _is_modifier(tokens: tuple[Token, ...], place: int) -> bool:
    """Tell whether a token may stand between determiner and noun."""
    token = tokens[place]
    if token.tag == "DET" and (token.form != "relative" or token.text.lower() in {"deren", "dessen"}):
        return True
    if token.tag == "ADJ" and token.form == "attributive":
        return True
    if token.text in '„‚»"“' and place + 1 < len(tokens) and tokens[place + 1].tag in {"NOUN", "PROPN", "ADJ"}:
        return True
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is None:
        return False
    lower = token.text.lower()
    if lower in {"ganz", "halb"} and following.tag == "PROPN":
        return True
    if lower in _ADVERBS and (following.tag in {"ADJ", "NOUN"} and following.form in {"attributive", "nominalised"}):
        return True
    return lower in _SKIPPED and following.tag in {"NOUN", "ADJ", "NUM", "PROPN"}


def _head(tokens: tuple[Token, ...], place: int) -> tuple[int | None, int]:
    """Return the place of the head noun and the place after the names that belong to it."""
    if place >= len(tokens) or tokens[place].tag not in {"NOUN", "PROPN"}:
        return None, place
    last = place + 1
    while last < len(tokens) and tokens[last].tag == "PROPN" and tokens[place].form != "infinitive":
        last += 1
    head = place
    if tokens[place].tag == "PROPN":
        while last < len(tokens) and tokens[last].tag in {"PROPN", "NOUN"} and tokens[last].text[:1].isupper():
            if tokens[last].tag == "NOUN":
                head = last
            last += 1
    return head, last


def _headless(
    tokens: tuple[Token, ...], numbers: Sequence[Number], number: int, where: tuple[int, int, str]
) -> Phrase | None:
    """Return a phrase whose head is a number or an indefinite pronoun, or None."""
    place, at, adposition = where
    if number >= 0:
        head = numbers[number].core_first
        last = at
        value = numbers[number]
        plural = not (value.low == value.high == 1)
        return Phrase(place, last, head, adposition, number, definite=False, plural=plural, clause=-1)
    if at < len(tokens) and tokens[at].text.lower() in _HEADLESS and tokens[at].tag in {"PRON", "DET", "ADJ"}:
        return Phrase(place, at + 1, at, adposition, -1, definite=False, plural=True, clause=-1)
    if at > place and tokens[at - 1].text.lower() in _HEADLESS | {"weiterer", "weitere"}:
        return Phrase(place, at, at - 1, adposition, -1, definite=False, plural=True, clause=-1)
    return None


def _is_plural(tokens: tuple[Token, ...], places: tuple[int, int], number: Number | None, *, adposition: str) -> bool:
    """Tell whether a noun stands in the plural: by its number, its determiner, or its own form."""
    first, head = places
    if number is not None:
        return not (number.low == number.high == 1 or number.low == 0)
    if tokens[head].tag == "PROPN":
        return False
    determiner = next((tokens[n] for n in range(head - 1, first - 1, -1) if tokens[n].tag == "DET"), None)
    if determiner is not None:
        behind_noun = first > 0 and tokens[first - 1].tag in {"NOUN", "PROPN", "NUM", "PRON"}
        noun = tokens[head].text.lower()
        told = _number_of_determiner(determiner.text.lower(), noun, governed=bool(adposition), behind_noun=behind_noun)
        if told is not None:
            return told
    return _is_plural_noun(tokens, head, determiner)


def _number_of_determiner(determiner: str, noun: str, *, governed: bool, behind_noun: bool) -> bool | None:
    """Return True for a determiner that shows a plural here, False for a singular, None where it leaves it open.

    "den" without an adposition is an accusative singular ("den Präsidenten"), "der" a nominative singular unless it
    stands behind a noun as a genitive; "die" and the possessives are plural before a noun in "-er" or "-en" that is
    no feminine ("seine Minister", "seine Mutter").
    """
    if determiner in _SINGULAR or (determiner == "den" and not governed):
        return False
    if determiner == "der" and not governed and not behind_noun:
        return False
    if determiner in _PLURAL_OR_FEMININE and noun.endswith(("er", "en")):
        return not noun.endswith(_FEMININE)
    return None


def _is_plural_noun(tokens: tuple[Token, ...], head: int, determiner: Token | None) -> bool:
    """Tell whether the form of a noun is a plural one; a nominalised adjective goes by its ending."""
    word, lemma = tokens[head].text, tokens[head].lemma
    if tokens[head].form != "nominalised":
        return (word.lower() != lemma.lower() and not word.lower().endswith("s")) or word.endswith("innen")
    if determiner is not None:
        return word.endswith("en") and determiner.text.lower() in {"die", "der", "den", "diese", "ihre"}
    before = tokens[head - 1] if head else None
    return word.endswith("e") or (word.endswith("en") and (before is None or before.tag == "ADP"))


def _with_owners(tokens: tuple[Token, ...], found: list[Phrase]) -> list[Phrase]:
    """Mark each genitive or "von" phrase with the phrase that it hangs on."""
    owned = list(found)
    for n in range(1, len(found)):
        before, phrase = found[n - 1], found[n]
        if before.last != phrase.first:
            continue
        opener = tokens[phrase.first]
        genitive = phrase.adposition == "" and opener.tag == "DET" and opener.text.lower() in {
            "der", "des", "dieser", "dieses", "ihrer", "seiner", "seines", "ihres", "einer", "eines", "deren", "dessen",
        }  # fmt: skip
        bare = opener.tag == "ADJ" and opener.text.endswith("er") and opener.text[0].islower() and phrase.plural
        if genitive or bare or phrase.adposition == "von":
            owned[n] = replace(phrase, owner=n - 1)
    return owned


def _left_of(tokens: tuple[Token, ...], found: Sequence[Phrase], n: int) -> int:
    """Return the phrase that a coordinated one would be joined to, genitives and attributes passed over."""
    phrase = found[n]
    left = n - 1
    counted = not phrase.adposition and (phrase.number >= 0 or tokens[phrase.first].tag == "DET")
    while left > 0 and (found[left].owner >= 0 or (counted and found[left].adposition)):
        contiguous = found[left - 1].last == found[left].first
        if found[left].owner < 0 and not (contiguous and found[left - 1].number >= 0):
            break
        left -= 1
    return left if found[left].owner < 0 else -1


def _in_series(tokens: tuple[Token, ...], found: list[Phrase]) -> tuple[Phrase, ...]:
    """Give coordinated phrases one number: "zwei Männer, eine Frau und drei Kinder" is one series."""
    result = list(found)
    series = -1
    for n in range(1, len(found)):
        phrase = found[n]
        left = _left_of(tokens, found, n)
        if left < 0 or phrase.owner >= 0 or (phrase.adposition and phrase.adposition != found[left].adposition):
            continue
        between = [tokens[k].text.lower() for k in range(found[n - 1].last, phrase.first)]
        joined = between in (
            ["und"],
            [","],
            ["sowie"],
            ["oder"],
            ["und", "auch"],
            ["sondern", "auch"],
            [",", "sondern", "auch"],
        )
        if not joined or (between == [","] and found[left].clause != phrase.clause):
            continue
        if result[left].series < 0:
            series += 1
            result[left] = replace(result[left], series=series)
        result[n] = replace(phrase, series=result[left].series)
    return tuple(result)
