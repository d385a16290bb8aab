"""What became of people who were shot, by what the whole article says of them."""

from collections.abc import Sequence
from dataclasses import replace

from lagebild.extract.reading import Candidate, Reading

_SHOT = ("figure.verb.shot", "figure.verb.hit_by_gunfire")
_LEAD = 700  # characters of title and text that tell of the incident itself
Found = tuple[Reading, Candidate]


def settled_fates(found: Sequence[Found]) -> list[Found]:
    """Return the candidates with each of people shot as killed, injured, or both not told apart (casualties).

    Who is counted as dead elsewhere in the article is dead here; one person shot is, where the article tells of one
    death and of no wounds; several are casualties where some of them died.
    """
    others = [(reading, candidate) for reading, candidate in found if candidate.rule not in _SHOT]
    return [(reading, _settled(reading, candidate, others)) for reading, candidate in found]


def _settled(reading: Reading, candidate: Candidate, others: Sequence[Found]) -> Candidate:
    count = candidate.count
    if candidate.measure != "injured" or not candidate.rule.startswith((*_SHOT, "figure.verb.to_hospital")):
        return candidate
    dead = [(r, c) for r, c in others if c.measure == "killed" and c.count.high != 0]
    if count.low == count.high == 1:
        return replace(candidate, measure="killed") if _died(reading, candidate, dead, others) else candidate
    if candidate.rule == "figure.verb.to_hospital" or count.low is None or count.low < 2:  # noqa: PLR2004 - several
        return candidate
    if any(c.count.low == count.low and c.count.qualifier == count.qualifier for _, c in dead):
        return replace(candidate, measure="killed")
    hurt = any(c.measure == "injured" and c.count.low == count.low for _, c in others)
    if hurt or count.implied or _are_others(reading, candidate) or _dead_beside(reading, candidate):
        return candidate
    article = reading.document.article
    lead = f"{article.title}\n{article.text}"[:_LEAD]
    return replace(candidate, measure="casualties") if dead or reading.pattern("death").search(lead) else candidate


def _died(reading: Reading, candidate: Candidate, dead: Sequence[Found], others: Sequence[Found]) -> bool:
    """Tell whether the one who was shot is one whom the article counts as dead."""
    name, years = _head(reading, candidate), _age(reading, candidate)
    same = [c for r, c in dead if c.count.low == 1 and _head(r, c) == name and years in {"", _age(r, c)}]
    hurt = [c for r, c in others if c.measure == "injured" and _head(r, c) == name]
    if same and not hurt:
        return True
    if candidate.rule == "figure.verb.to_hospital":
        return False
    article = reading.document.article
    words = f"{article.title}\n{article.text}"
    return bool(reading.pattern("death").search(words)) and not reading.pattern("injury").search(words)


def _head(reading: Reading, candidate: Candidate) -> str:
    return reading.lower[reading.phrases[candidate.phrase].head] if candidate.phrase >= 0 else ""


def _age(reading: Reading, candidate: Candidate) -> str:
    """Return the word of an age in a phrase: "15-year-old" of "a 15-year-old boy"."""
    if candidate.phrase < 0:
        return ""
    phrase = reading.phrases[candidate.phrase]
    return next((word for word in reading.lower[phrase.first : phrase.last] if word.endswith("-old")), "")


def _are_others(reading: Reading, candidate: Candidate) -> bool:
    phrase = reading.phrases[candidate.phrase]
    return bool({"others", "other", "another", "more"} & set(reading.lower[phrase.first : phrase.last]))


def _dead_beside(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether the sentence itself counts the dead apart from those shot."""
    clause = reading.clauses[candidate.clause] if candidate.clause >= 0 else None
    own = set(clause.tokens) if clause is not None else set()
    rest = " ".join(word for n, word in enumerate(reading.lower) if n not in own)
    return bool(reading.pattern("death").search(rest))
