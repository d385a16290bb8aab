"""Figures whose noun or verb is left out: items that say who a total was, and numbers in a second place."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.extract.english.counts import count, is_article, number_of
from lagebild.extract.english.patients import whole_series
from lagebild.extract.people import groups
from lagebild.extract.reading import Candidate, Count, Reading

_MARKS = frozenset({":", "-", "–", "—", "--", "("})
_PLACING = frozenset({"in", "at", "near", "on", "outside", "around"})
_ALONG = frozenset({"along with", "together with", "alongside"})
_JOINING = frozenset({"and", ",", ";", "while"})


def list_figures(reading: Reading, before: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the items of lists and the gapped numbers of a sentence; `before` are its candidates so far."""
    own = [c for c in before if c.sentence == reading.sentence.index]
    taken = {c.count.first for c in own}
    for candidate in (*_identities(reading, own), *_gapped(reading, own), *_hurt(reading, own), *_beside(reading, own)):
        if candidate.count.first not in taken:
            taken.add(candidate.count.first)
            yield candidate


def _identities(reading: Reading, own: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield who a total was, where the items add up to it: "three people died: the pilot and two passengers"."""
    for n, phrase in enumerate(reading.phrases):
        series = [place for place in whole_series(reading, n) if place >= n]
        mark = reading.lower[phrase.first - 1] if phrase.first else ""
        if mark not in _MARKS or phrase.adposition or len(series) < 2:  # noqa: PLR2004 - a list
            continue
        total = next((c for c in reversed(own) if c.count.last < phrase.first and not c.part), None)
        if total is None or total.count.implied:
            continue
        items = [(place, count(reading, reading.phrases[place])) for place in series]
        told = [(place, found) for place, found in items if found is not None]
        if len(told) == len(items) and sum(found.low or 0 for _, found in told) == total.count.low:
            yield from (_item(reading, total, place, found) for place, found in told)


def _item(reading: Reading, total: Candidate, place: int, found: Count) -> Candidate:
    return replace(
        total,
        count=found,
        phrase=place,
        clause=reading.phrases[place].clause,
        rule=f"figure.part.{total.measure}",
        score=0.75,
        group=groups(reading, reading.phrases[place]),
        part=True,
    )


def _gapped(reading: Reading, own: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield a number that stands in a second place without its verb: "six died in Hull and four more in Leeds"."""
    for n, phrase in enumerate(reading.phrases):
        number = number_of(reading, phrase)
        if (
            number is None
            or is_article(reading, number)
            or reading.tokens[phrase.head].tag not in {"NUM", "PRON", "NOUN"}
        ):
            continue
        if phrase.adposition or phrase.owner >= 0 or not _is_bare(reading, n):
            continue
        earlier = next((c for c in reversed(own) if c.count.last <= phrase.first), None)
        if earlier is None or earlier.phrase < 0 or not _in_second_place(reading, earlier, n):
            continue
        found = Count(number.low, number.high, number.qualifier, number.core_first, number.core_last)
        yield replace(earlier, count=found, phrase=n, rule=f"figure.gap.{earlier.measure}", score=0.75)


def _is_bare(reading: Reading, n: int) -> bool:
    """Tell whether a phrase is a number with "more", "others" or "people" at most."""
    phrase = reading.phrases[n]
    words = set(reading.lower[phrase.first : phrase.last])
    number = reading.sentence.numbers[phrase.number]
    own = set(reading.lower[number.first : number.last])
    return words - own <= {"more", "others", "other", "another", "people", "further"}


def _in_second_place(reading: Reading, earlier: Candidate, n: int) -> bool:
    """Tell whether a number is joined behind the place of an earlier one, and has a place of its own, but no verb."""
    phrase = reading.phrases[n]
    following = reading.phrases[n + 1] if n + 1 < len(reading.phrases) else None
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    told = reading.phrases[earlier.phrase]
    if following is None or following.adposition not in _PLACING or clause is None:
        return False
    if following.first - phrase.last > 1 or reading.lower[phrase.first - 1] not in _JOINING | {"another"}:
        return False
    apart = [p for p in reading.phrases[earlier.phrase + 1 : n] if p.adposition in _PLACING]
    same = told.clause == phrase.clause and not any(v > phrase.first for v in clause.verbs)
    return bool(apart) and same


def _hurt(reading: Reading, own: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield how many of the hurt before had wounds of a kind: "seven were hurt, three with serious injuries"."""
    for n, phrase in enumerate(reading.phrases):
        number = number_of(reading, phrase)
        if number is None or is_article(reading, number) or phrase.adposition or not _is_bare(reading, n):
            continue
        total = next((c for c in reversed(own) if c.count.last <= phrase.first), None)
        behind = phrase.first > 0 and reading.lower[phrase.first - 1] in _JOINING | {"including"}
        if behind and total is not None and total.measure == "injured" and _have_wounds(reading, n):
            found = Count(number.low, number.high, number.qualifier, number.core_first, number.core_last)
            yield _item(reading, total, n, found)


def _have_wounds(reading: Reading, n: int) -> bool:
    """Tell whether a number is followed by its wounds or how grave they are: "three with burns", "four critically"."""
    phrase = reading.phrases[n]
    following = reading.phrases[n + 1] if n + 1 < len(reading.phrases) else None
    ahead = (*reading.lower[phrase.last : phrase.last + 2], "", "")
    if ahead[0] in reading.set_of("gravely") and ahead[1] in {"", ",", ".", ";", "and", "when", "after", "in"}:
        return True
    wounds = following is not None and reading.lower[following.head] in reading.set_of("wounds")
    return following is not None and wounds and following.adposition == "with" and following.first == phrase.last


def _beside(reading: Reading, own: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield who shares the lot of a subject: "he was killed along with two others"."""
    for n, phrase in enumerate(reading.phrases):
        number = number_of(reading, phrase)
        if phrase.adposition not in _ALONG or number is None or is_article(reading, number):
            continue
        one = next((c for c in reversed(own) if c.clause == phrase.clause and c.count.last <= phrase.first), None)
        found = count(reading, phrase, people_only=True)
        if one is not None and one.rule.startswith("figure.verb") and found is not None:
            yield replace(
                one, count=found, phrase=n, rule=f"figure.beside.{one.measure}", group=groups(reading, phrase)
            )
