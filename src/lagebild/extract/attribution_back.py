"""Who confirms or disputes in German what was said before, and on whom an outlet leans in a relative clause."""

from lagebild.extract.attribution_phrases import is_determiner, noun_phrase, owner
from lagebild.extract.attribution_words import is_stop, lower
from lagebild.model import Clause, Sentence

_TOLD = frozenset({
    "zahl", "zahlen", "opferzahl", "opferzahlen", "totenzahl", "angabe", "angaben", "bericht", "berichte", "berichten",
    "darstellung", "meldung", "meldungen", "bilanz", "aussage", "aussagen", "informationen",
})  # fmt: skip
_POINTING = frozenset({"das", "dies"})
_NOT_SURE = frozenset({"nicht", "nie", "noch", "weder", "konnte", "konnten", "kann", "wollte", "wollten"})
_LEANS = frozenset({"beruft", "berief", "berufen", "beriefen", "stützt", "stützte", "stützen", "stützten"})
_APPLIES = frozenset({"trifft", "treffe", "treffen", "traf", "trafen"})
_IS_RIGHT = frozenset({"stimmt", "stimmen", "stimme", "stimmte", "stimmten"})
_IS = frozenset({"ist", "sind", "sei", "seien", "war", "waren"})
_UNTRUE = frozenset({"falsch", "unzutreffend", "erfunden", "unwahr"})


def confirms_back(sentence: Sentence, clause: Clause, head: int) -> bool:
    """Tell whether a clause with a verb of confirming has for its object only what was said ("bestätigte diese Zahl").

    A number of its own, a clause that says what, or a "nicht" make it none.
    """
    own = [n for n in clause.tokens if n != head]
    if _NOT_SURE & {lower(sentence, n) for n in own} or any(n.first in clause.tokens for n in sentence.numbers):
        return False
    if any(later.first > clause.first and later.kind != "relative" for later in sentence.clauses):
        return False
    return any(_is_object(sentence, n) for n in own if n > head)


def disputes_back(sentence: Sentence, clause: Clause, head: int) -> bool:
    """Tell whether "widersprach" stands with nothing said beside it, or with what was said before alone."""
    if not lower(sentence, head).startswith("widersp") or any(n.first in clause.tokens for n in sentence.numbers):
        return False
    behind = [n for n in clause.tokens if n > head and not is_stop(sentence.tokens[n])]
    if any(later.first > clause.first for later in sentence.clauses):
        return False
    return all(sentence.tokens[n].tag == "ADV" for n in behind) or any(_is_object(sentence, n) for n in behind)


def _is_object(sentence: Sentence, place: int) -> bool:
    """Tell whether a word is "das" or "dies" alone, or a definite noun for what was said."""
    word, ahead = lower(sentence, place), lower(sentence, place + 1)
    if word in _POINTING and sentence.tokens[place].tag == "PRON":
        return True
    return word in _TOLD and is_determiner(sentence.tokens[place - 1]) and ahead not in {"über", "von"}


def leaning_in_relative(sentence: Sentence, place: int) -> tuple[int, int] | None:
    """Return on whom the relative clause right behind a phrase leans ("laut Merkur, der sich auf KCNA beruft")."""
    clause = next((c for c in sentence.clauses if c.kind == "relative" and 0 <= c.first - place <= 1), None)
    if clause is None or not _LEANS & {lower(sentence, n) for n in clause.tokens}:
        return None
    on = next((n for n in clause.tokens if lower(sentence, n) == "auf"), -1)
    last = noun_phrase(sentence, on + 1) if on >= 0 else 0
    return owner(sentence, on + 1, last) if last > on + 1 else None


def is_untrue(sentence: Sentence, place: int) -> bool:
    """Tell whether the clause of a cue says that something does not hold ("trifft nach Angaben von X nicht zu")."""
    number = sentence.clause_at(place)
    if number < 0:
        return False
    words = {lower(sentence, n) for n in sentence.clauses[number].tokens}
    wrong = bool(words & _APPLIES) and {"nicht", "zu"} <= words
    return wrong or bool(words & _IS_RIGHT and "nicht" in words) or bool(words & _IS and words & _UNTRUE)
