"""Segments of a tagged German sentence: the stretches between its marks, and what kind of clause each opens."""

from dataclasses import dataclass

from lagebild.model import ClauseKind, Token

_BREAKS = {",", ";", ":", "–", "—", "-", "(", ")", "…", "/"}
_HARD = {";", ":"}
_ENDS = {".", "!", "?"}
_QUOTES = set("„“”»«‚‘‹›\"'’")
_NO_WORDS = _QUOTES | _ENDS
_SUBORDINATORS = {
    "dass", "daß", "weil", "nachdem", "während", "wobei", "ob", "wenn", "obwohl", "bevor", "sodass", "indem",
    "sobald", "falls", "obgleich", "ehe", "seitdem", "damit", "wodurch", "woraufhin", "womit", "wonach", "weshalb",
    "sofern", "indes", "wogegen", "worauf", "worin", "worüber", "wovon", "weswegen", "solange", "soweit", "sowie",
    "wohingegen",
}  # fmt: skip
_MAYBE_SUBORDINATORS = {"als", "da", "bis", "wie", "wo", "seit", "um", "ohne", "statt", "anstatt", "was", "wer"}
_RELATIVES = {
    "der", "die", "das", "dem", "den", "dessen", "deren", "denen", "welcher", "welche", "welches", "welchem",
    "welchen",
}  # fmt: skip


@dataclass(slots=True)
class Segment:
    """A stretch between two marks: its token places and its verbs."""

    first: int
    last: int
    finite: list[int]
    other: list[int]
    hard: bool
    aside: bool


def segments(tokens: tuple[Token, ...]) -> list[Segment]:
    """Cut a sentence at its marks; a comma inside a number or between adjectives cuts too and is mended later."""
    found = []
    first = 0
    hard = True
    aside = False
    for place in range(len(tokens) + 1):
        at_end = place == len(tokens)
        if not at_end and not (tokens[place].tag in {"PUNCT", "X"} and tokens[place].text in _BREAKS):
            continue
        if place > first:
            finite = [n for n in range(first, place) if is_finite(tokens, n)]
            other = [
                n
                for n in range(first, place)
                if tokens[n].tag in {"VERB", "AUX"} and tokens[n].form in {"participle", "infinitive", "zu_infinitive"}
            ]
            found.append(Segment(first, place, finite, other, hard, aside))
            hard = False
        if not at_end:
            if tokens[place].text in {"-", "–", "—"} and _is_dateline(tokens, place, found):
                for segment in found:
                    segment.aside = True
            hard = hard or tokens[place].text in _HARD
            aside = tokens[place].text == "(" or (aside and tokens[place].text != ")")
        first = place + 1
    return found


def _is_dateline(tokens: tuple[Token, ...], dash: int, found: list[Segment]) -> bool:
    """Tell whether what stands before the first dash is a dateline: "Kassel (dpa) -", "Izmir, Türkei -"."""
    longest = 8
    names = all(token.tag in {"PROPN", "NOUN", "PUNCT", "X"} for token in tokens[:dash])
    return (
        dash <= longest and names and tokens[0].tag in {"PROPN", "NOUN"} and not any(s.finite or s.other for s in found)
    )


def words_of(tokens: tuple[Token, ...], segment: Segment) -> list[int]:
    """Return the places of a segment's words, quotation marks left out."""
    return [n for n in range(segment.first, segment.last) if tokens[n].text not in _NO_WORDS]


def opener_of(tokens: tuple[Token, ...], segment: Segment) -> tuple[ClauseKind, str]:
    """Return which kind of clause a segment opens, and by which word; "main" and "" where it opens none."""
    words = words_of(tokens, segment)
    at = next(
        (n for n in words if tokens[n].text.lower() not in {"und", "oder", "aber", "sondern", "auch", "nur"}), None
    )
    if at is None:
        return "main", ""
    word = tokens[at].text.lower()
    following = tokens[at + 1] if at + 1 < segment.last else None
    if word in {"um", "ohne", "statt", "anstatt"} and any(tokens[n].form in {"zu", "zu_infinitive"} for n in words):
        return "infinitive", word
    if word in _SUBORDINATORS or (tokens[at].tag == "SCONJ" and word in _MAYBE_SUBORDINATORS):
        return "subordinate", word
    verb_last = bool(segment.finite) and segment.finite[0] > at + 1
    if word in {"als", "da", "wie", "wo", "bis", "seit", "was", "wer", "warum", "wann"}:
        last_is_finite = bool(segment.finite) and segment.finite[-1] >= words[-1] - 1
        return ("subordinate", word) if verb_last and last_is_finite else ("main", "")
    relative = at if word in _RELATIVES else None
    if tokens[at].tag == "ADP" and following is not None and following.text.lower() in _RELATIVES:
        relative = at + 1
    if relative is not None and segment.first > 0 and _is_relative(tokens, segment, relative, words):
        return "relative", tokens[relative].text.lower()
    return "main", ""


def _is_relative(tokens: tuple[Token, ...], segment: Segment, place: int, words: list[int]) -> bool:
    """Tell a relative pronoun from an article or demonstrative: its clause has the verb at its end."""
    if tokens[place].form == "relative":
        return not segment.finite or segment.finite[0] > place + 1 or words[-1] == segment.finite[0]
    if not segment.finite or segment.finite[0] == place + 1:
        return False
    tail = [n for n in words if n > segment.finite[-1]]
    return len(tail) <= 1 and segment.finite[-1] > place + 1 and len(segment.finite) == 1 and tail == []


def is_verb_last(tokens: tuple[Token, ...], segment: Segment) -> bool:
    """Tell whether a segment ends with its finite verb, as a further subordinate clause does."""
    words = words_of(tokens, segment)
    return segment.finite[-1] in words[-2:] and len(words) > 2 and segment.finite[0] > words[1]  # noqa: PLR2004


def is_finite(tokens: tuple[Token, ...], place: int) -> bool:
    """Tell whether a token is a finite verb."""
    return tokens[place].tag in {"VERB", "AUX"} and tokens[place].form == "finite"
