"""The smallest noun phrase that names a source: article, attributes, name, genitive, apposition."""

from lagebild.extract.attribution_words import QUOTES, is_stop, lower, message, speaks
from lagebild.model import Sentence, Token

# fmt: off
_GENITIVES = frozenset({
    "der", "des", "dieser", "dieses", "einer", "eines", "seiner", "seines", "ihrer", "ihres", "deren", "dessen",
    "zweier", "mehrerer", "beider", "jener", "unserer",
})
_NAME_LINKS = frozenset({"de", "da", "di", "von", "van", "bin", "al", "el", "der", "den", "del", "la", "of", "du"})
_MODIFIERS = frozenset({
    "beide", "beiden", "mehrere", "mehreren", "einige", "einigen", "viele", "vielen", "zwei", "drei", "weitere",
    "anderer", "andere", "anderen", "sowohl", "auch", "ersten", "eigenen", "sogenannte", "selben",
})
_OWNED_BY_MEDIA = (
    "korrespondent", "korrespondentin", "reporter", "reporterin", "redakteur", "redakteurin", "journalist",
    "mitarbeiter",
)
# fmt: on
_POSSESSIVES = frozenset({"ihre", "seine", "unsere", "ihr", "sein"})
_LONGEST_QUOTED = 5  # tokens
_ONES = frozenset({"eine", "einer", "eines", "einem", "einen"})
_INNER_LINKS = frozenset({"für", "ohne"})


def is_determiner(token: Token) -> bool:
    """Tell whether a token opens a noun phrase as its article or the like."""
    return token.tag == "DET" and token.form not in {"relative", "interrogative"}


def is_noun(token: Token) -> bool:
    """Tell whether a token can be the head of a noun phrase."""
    return token.tag in {"NOUN", "PROPN"} and (token.text[:1].isupper() or token.text[:1].isdigit())


def noun_phrase(sentence: Sentence, first: int, *, addressed: bool = False) -> int:
    """Return the place after the noun phrase that begins here, or `first` where none does.

    `addressed` reads a subject behind its verb, where "der Nachrichtenagentur" is whom it was said to and no genitive.
    """
    tokens = sentence.tokens
    at = _head_place(sentence, first)
    if at < 0:
        return first
    head = tokens[at]
    named = _closing(sentence, first, at) or _names(sentence, at + 1, after_name=head.tag == "PROPN")
    last = named
    owned = addressed and lower(sentence, first) in _POSSESSIVES and lower(sentence, last) == "der"
    for _ in range(0 if owned else 3):
        step = _genitive(sentence, last, head if last == named else tokens[last - 1], addressed=addressed)
        if step == last:
            break
        last = step
    if last < len(tokens) and lower(sentence, last) in _INNER_LINKS and tokens[last].tag == "ADP":
        inner = _head_place(sentence, last + 1)
        if inner >= 0:
            last = _names(sentence, inner + 1, after_name=False)
    elif lower(sentence, last) == "von" and last + 1 < len(tokens) and tokens[last + 1].tag == "PROPN":
        last = _names(sentence, last + 2, after_name=True)
    return _abbreviated(sentence, last)


def _closing(sentence: Sentence, first: int, head: int) -> int:
    """Return the place after the mark that closes a name in quotation marks in front of its noun, or 0."""
    tokens = sentence.tokens
    if head == first or tokens[head - 1].text not in QUOTES:
        return 0
    closing = next(
        (n for n in range(head + 1, min(head + _LONGEST_QUOTED, len(tokens))) if tokens[n].text in QUOTES), 0
    )
    inside = tokens[head:closing]
    return closing + 1 if closing and all(token.text[:1].isupper() for token in inside) else 0


def _abbreviated(sentence: Sentence, last: int) -> int:
    """Return the place after a short form in brackets ("(IOM)")."""
    tokens = sentence.tokens
    closed = last + 2 < len(tokens) and tokens[last].text == "(" and tokens[last + 2].text == ")"
    return last + 3 if closed and tokens[last + 1].text.isupper() else last


def _head_place(sentence: Sentence, first: int) -> int:
    """Return the place of the head noun of a phrase that begins here, or -1."""
    tokens = sentence.tokens
    at = first
    if lower(sentence, at) in _ONES and lower(sentence, at + 1) in {"der", "unserer"}:
        at += 1
    opened = at < len(tokens) and is_determiner(tokens[at])
    at += opened
    while at < len(tokens):
        if is_noun(tokens[at]):
            return at
        if opened and at == first + 1 and tokens[at].tag == "ADP":
            at = _nested_attribute(sentence, at)
            if at < 0:
                return -1
        elif not _is_modifier(sentence, at, first):
            return -1
        at += 1
    return -1


def _is_modifier(sentence: Sentence, at: int, first: int) -> bool:
    """Tell whether a token may stand in front of a noun."""
    token = sentence.tokens[at]
    if token.text in QUOTES or token.tag in {"ADJ", "NUM"} or token.text.lower() in _MODIFIERS:
        return True
    before_adjective = at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].tag == "ADJ"
    return token.tag in {"ADV", "VERB"} and before_adjective and at > first


def _nested_attribute(sentence: Sentence, place: int) -> int:
    """Return the adjective that a phrase inside a noun phrase leads to ("die zur Uni gehörende Klinik"), or -1."""
    tokens = sentence.tokens
    limit = min(place + 7, len(tokens) - 1)
    for at in range(place + 1, limit):
        if is_stop(tokens[at]) or tokens[at].form == "finite":
            return -1
        if tokens[at].tag == "ADJ" and tokens[at - 1].tag in {"NOUN", "PROPN"} and is_noun(tokens[at + 1]):
            return at
    return -1


def _names(sentence: Sentence, last: int, *, after_name: bool) -> int:
    """Return the place after the names that follow a head noun ("Sender Radio Nova", "Minister Karl Ott")."""
    tokens = sentence.tokens
    while last < len(tokens):
        token = tokens[last]
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        if token.tag == "PROPN" and token.text[:1].isalnum():
            last += 1
            after_name = True
        elif token.text in QUOTES:
            closing = next((n for n in range(last + 1, min(last + 8, len(tokens))) if tokens[n].text in QUOTES), -1)
            if closing < 0 or closing == last + 1 or not tokens[last + 1].text[:1].isupper():
                return last + 1 if _closes(sentence, last) else last
            last = closing + 1
        elif token.text.lower() in _NAME_LINKS and after_name and following is not None and following.tag == "PROPN":
            last += 2
        elif token.tag == "NOUN" and token.text[:1].isupper() and (after_name or _is_title(tokens[last - 1], token)):
            last += 1
        else:
            return last
    return last


def _closes(sentence: Sentence, place: int) -> bool:
    """Tell whether a quotation mark closes one that was opened just before ("der „Karachi Anzeiger“")."""
    return any(token.text in QUOTES for token in sentence.tokens[max(0, place - 5) : place])


def _is_title(before: Token, token: Token) -> bool:
    """Tell whether a noun directly behind another belongs to its name ("Nachrichtenagentur Nordfunk")."""
    return (
        before.tag == "NOUN"
        and (speaks(before.text, "speaker") or speaks(before.lemma, "speaker"))
        and not speaks(token.text, "never")
        and not message(token.text, "laut")
    )


def _genitive(sentence: Sentence, last: int, head: Token, *, addressed: bool) -> int:
    """Return the place after a genitive that follows, or `last`."""
    tokens = sentence.tokens
    if last >= len(tokens):
        return last
    token = tokens[last]
    if not (is_determiner(token) and token.text.lower() in _GENITIVES):
        plural = (
            token.tag == "ADJ" and token.text.endswith("er") and last + 1 < len(tokens) and is_noun(tokens[last + 1])
        )
        if not (plural and message(head.text, "laut") is not None):
            return last
    if (head.tag == "PROPN" or speaks(head.text, "never")) and token.text.lower() == "der":
        return last
    at = _head_place(sentence, last)
    if at < 0:
        return last
    if (
        addressed
        and token.text.lower() in {"der", "unserer"}
        and speaks(tokens[at].text, "addressee")
        and not head.text.lower().endswith(_OWNED_BY_MEDIA)
    ):
        return last
    return _names(sentence, at + 1, after_name=tokens[at].tag == "PROPN")


def apposition(sentence: Sentence, last: int, *, closed: bool) -> int:
    """Return the place after an apposition between commas that follows a phrase, or `last`.

    `closed` asks for the comma behind it, as in front of a verb; else a full stop may end it too.
    """
    tokens = sentence.tokens
    if last >= len(tokens) - 1 or tokens[last].text != ",":
        return last
    end = next((n for n in range(last + 1, min(last + 14, len(tokens))) if tokens[n].text in {",", ".", ";"}), -1)
    inside = tokens[last + 1 : end] if end > 0 else ()
    if not inside or (closed and tokens[end].text != ","):
        return last
    nominal = (
        is_determiner(inside[0])
        and inside[0].text.lower() in {"der", "die", "das", "ein", "eine", "dem", "einem", "einer"}
    ) or (inside[0].tag in {"PROPN", "NOUN"})
    if not nominal or any(token.tag in {"VERB", "AUX", "NUM", "PRON", "SCONJ"} for token in inside):
        return last
    head = _head_place(sentence, last + 1)
    if head < 0 or speaks(tokens[head].text, "never") or not (closed or noun_phrase(sentence, last + 1) >= end):
        return last
    return end


def owner(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Return the phrase that a message noun belongs to, or the phrase itself where its head is none.

    "Angaben der Polizei" gives "der Polizei", "einem Bericht des Senders" "des Senders", "Informationen aus
    Ermittlerkreisen" "Ermittlerkreisen", "Angaben italienischer Medien" "italienischer Medien".
    """
    tokens = sentence.tokens
    head = next(
        (n for n in range(first, last) if is_noun(tokens[n]) and message(tokens[n].text, "laut") is not None), -1
    )
    if head < 0:
        return first, last
    at = head + 1
    if at < len(tokens) and lower(sentence, at) in {"von", "aus", "vom", "durch"}:
        inner = noun_phrase(sentence, at + 1)
        silent = at + 1 < len(tokens) and any(speaks(token.text, "never") for token in tokens[at + 1 : inner])
        if inner == at + 1 and inner < len(tokens) and tokens[inner].tag in {"NOUN", "PROPN", "X"}:
            return inner, inner + 1
        return (at + 1, inner) if inner > at + 1 and not silent else (first, head + 1)
    if at < len(tokens) and (lower(sentence, at) in _GENITIVES or _is_bare_genitive(sentence, at)):
        inner = noun_phrase(sentence, at)
        noun = _head_place(sentence, at)
        silent = noun >= 0 and speaks(tokens[noun].text, "never")
        return (at, inner) if inner > at and not silent else (first, head + 1)
    if at < len(tokens) and (tokens[at].text in QUOTES or tokens[at].tag == "PROPN") and at < last:
        return first, last
    return first, head + 1


def holder(sentence: Sentence, place: int) -> tuple[int, int]:
    """Return the phrase behind a noun that says whose words it means: a genitive, or one with "von"."""
    at = place + 1
    if lower(sentence, at) in {"von", "vom"}:
        at += 1
    elif lower(sentence, at) not in _GENITIVES and not (
        at < len(sentence.tokens) and sentence.tokens[at].tag == "PROPN" and sentence.tokens[at].text.endswith("s")
    ):
        return at, at
    return at, noun_phrase(sentence, at)


def _is_bare_genitive(sentence: Sentence, place: int) -> bool:
    """Tell whether a genitive without an article begins here ("Angaben Ibrahims", "Berichte italienischer Medien")."""
    token = sentence.tokens[place]
    if token.tag == "PROPN" and token.text[:1].isupper():
        return token.text.endswith(("s", "z", "x", "ß", "’", "'"))
    following = sentence.tokens[place + 1] if place + 1 < len(sentence.tokens) else None
    return token.tag == "ADJ" and token.text.endswith("er") and following is not None and is_noun(following)


def phrase_before(sentence: Sentence, last: int) -> int:
    """Return where the noun phrase begins that ends before this place, or `last` where none does."""
    tokens = sentence.tokens
    at = last - 1
    while at >= 0 and (tokens[at].text in QUOTES or (is_noun(tokens[at]) and tokens[at].tag != "VERB")):
        at -= 1
    while (
        at >= 0
        and (tokens[at].tag in {"ADJ", "NUM"} or tokens[at].text.lower() in _MODIFIERS)
        and not is_stop(tokens[at])
    ):
        at -= 1
    if at >= 0 and is_determiner(tokens[at]):
        first = at
        genitive = tokens[at].text.lower() in {"des", "der", "eines"} and at > 0 and is_noun(tokens[at - 1])
        if genitive:
            outer = phrase_before(sentence, at)
            opener = lower(sentence, outer)
            if message(tokens[at - 1].text, "laut") is None and opener in {"dem", "einem", "einer", "der", "den"}:
                return outer
        return first
    return min(last, at + 1)
