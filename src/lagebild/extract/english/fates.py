"""What became of people who were shot, by what the whole article says of them."""

from collections.abc import Sequence
from dataclasses import replace

from lagebild.extract.reading import Candidate, Reading

_SHOT = ("figure.verb.shot", "figure.verb.hit_by_gunfire")
_HIT = ("figure.verb.left_with", "figure.verb.suffer", "figure.verb.arrive_with")
_SEVERAL = 2
_LEAD = 700  # characters of title and text that tell of the incident itself
Found = tuple[Reading, Candidate]


def settled_fates(found: Sequence[Found]) -> list[Found]:
    """Return the candidates with each of people shot as killed, injured, or both not told apart (casualties).

    Who is counted as dead elsewhere in the article is dead here; one person shot is, where the article tells of one
    death and of no wounds; several are casualties where some of them died.
    """
    others = [(reading, candidate) for reading, candidate in found if candidate.rule not in _SHOT]
    settled = [(reading, _settled(reading, candidate, others)) for reading, candidate in found]
    mixed = {_number(c) for _, c in settled if c.measure == "casualties" and c.rule in _SHOT}
    return [(reading, _as_before(candidate, mixed)) for reading, candidate in settled]


def _as_before(candidate: Candidate, mixed: set[int]) -> Candidate:
    """Return a number of people shot as casualties where the article says of the same number that some of them died."""
    shot = candidate.rule in _SHOT and candidate.measure == "injured" and not candidate.count.implied
    return replace(candidate, measure="casualties") if shot and _number(candidate) in mixed else candidate


def _number(candidate: Candidate) -> int:
    return candidate.count.low or 0


def _settled(reading: Reading, candidate: Candidate, others: Sequence[Found]) -> Candidate:
    count = candidate.count
    if candidate.measure != "injured" or not candidate.rule.startswith((*_SHOT, *_HIT, "figure.verb.to_hospital")):
        return candidate
    dead = [(r, c) for r, c in others if c.measure == "killed" and c.count.high != 0]
    if candidate.rule in _HIT:
        in_all = not _are_others(reading, candidate) and _is_sum(candidate, dead, others)
        return replace(candidate, measure="casualties") if in_all else candidate
    if count.low == count.high == 1:
        return replace(candidate, measure="killed") if _died(reading, candidate, dead, others) else candidate
    if candidate.rule == "figure.verb.to_hospital" or count.low is None or count.low < _SEVERAL:
        return candidate
    return _several(reading, candidate, dead, others)


def _several(reading: Reading, candidate: Candidate, dead: Sequence[Found], others: Sequence[Found]) -> Candidate:
    """Return several people shot as all dead, all hurt, or both."""
    count = candidate.count
    if any(c.count.low == count.low and c.count.qualifier == count.qualifier for _, c in dead):
        return replace(candidate, measure="killed")
    hurt = any(c.measure == "injured" and c.count.low == count.low for _, c in others)
    if hurt or count.implied or _are_others(reading, candidate):
        return candidate
    if _is_sum(candidate, dead, others) or _some_died(reading, candidate, dead):
        return replace(candidate, measure="casualties")
    if _dead_beside(reading, candidate):
        return candidate
    article = reading.document.article
    lead = f"{article.title}\n{article.text}"[:_LEAD]
    return replace(candidate, measure="casualties") if dead or reading.pattern("death").search(lead) else candidate


def _is_sum(candidate: Candidate, dead: Sequence[Found], others: Sequence[Found]) -> bool:
    """Tell whether the article elsewhere counts dead and hurt who are this number together."""
    killed = {c.count.low or 0 for _, c in dead if c.count.low == c.count.high}
    hurt = {
        c.count.low or 0
        for _, c in others
        if c.measure == "injured" and c.count.low == c.count.high and c.count.low and c is not candidate
    }
    exact = candidate.count.low == candidate.count.high != 1
    return exact and any(one + two == candidate.count.low for one in killed for two in hurt if one)


def _some_died(reading: Reading, candidate: Candidate, dead: Sequence[Found]) -> bool:
    """Tell whether the sentence goes on to say that some died ("four were shot, one died"), or begins "one of four"."""
    owner = reading.phrases[candidate.phrase].owner if candidate.phrase >= 0 else -1
    here = [c for r, c in dead if r.sentence == reading.sentence and (c.count.low or 0) < (candidate.count.low or 0)]
    return any(c.count.first > candidate.count.last or c.phrase == owner >= 0 for c in here)


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
