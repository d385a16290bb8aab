"""Figures that a turn of phrase gives: "himself and nine others", "cost 15 soldiers their lives", "of the 12 dead"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.extract.english.counts import count, is_article, number_of
from lagebild.extract.english.patients import subject
from lagebild.extract.english.totals import harm_of
from lagebild.extract.people import groups
from lagebild.extract.reading import Candidate, Count, Reading
from lagebild.model import Group, Measure

_REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})
_COSTS = frozenset({"cost", "costs", "costing"})
_OWNERS = frozenset({"their", "his", "her"})
_LIVES = frozenset({"life", "lives"})
_FORCE = frozenset({
    "losses", "troops", "army", "forces", "brigade", "battalion", "regiment", "garrison", "division", "unit", "lost",
})  # fmt: skip
_DEAD = frozenset({"dead", "killed"})
_HURT = frozenset({"wounded", "injured", "hurt"})
_FATALLY = frozenset({"fatally", "mortally"})
_GRAVE = frozenset({"serious", "critical", "stable", "grave", "life-threatening"})
_BE = frozenset({"is", "are", "was", "were", "remain", "remained", "remains"})
_SUSPECTS = frozenset({
    "suspect", "suspects", "robber", "robbers", "thief", "thieves", "burglar", "burglars", "inmate", "inmates",
    "prisoner", "prisoners", "killers", "raiders", "arsonists",
})  # fmt: skip
_BY_FORCES = re.compile(r"\bby (?:\w+ ){0,2}(?:police|troops|soldiers|forces|gendarmes|army|snipers)\b", re.IGNORECASE)
_CARE = re.compile(
    r"\b(?:hospital|hospitals|ambulances?|medics|paramedics|surgery|treated|treatment|condition|gunshot wounds?|"
    r"victims?|in the (?:\w+ )?(?:legs?|arms?|head|chest|back|foot|hand|shoulder|neck|face|stomach|abdomen|thigh))\b",
    re.IGNORECASE,
)
_WHOLE = "figure.turn.whole"
_TAKEN = ("killed", "injured", "missing", "abducted", "detained")


def turned_figures(reading: Reading, found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates of a sentence with those of turns of phrase, and with what such a turn says otherwise."""
    told = _without_fatal_one(reading, [_of_force(reading, _together(reading, candidate)) for candidate in found])
    more = [*_beside_self(reading, told), *_lives_cost(reading), *_losses(reading), *_in_condition(reading)]
    taken = {c.count.first for c in told}
    return [*told, *(candidate for candidate in more if candidate.count.first not in taken)]


def turned_parts(reading: Reading, before: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the parts of "of the 12 dead, seven were children" and "seven nurses are believed to be among the dead"."""
    taken = {c.count.first for c in before if c.sentence == reading.sentence.index}
    for n in range(len(reading.phrases)):
        for candidate in (*_of_the(reading, n), *_believed_among(reading, n)):
            if candidate.count.first not in taken:
                taken.add(candidate.count.first)
                yield candidate


def whole(reading: Reading, candidate: Candidate) -> Candidate:
    """Return a count that opens "Of the 12 dead, seven were children" as a whole that was perhaps told before."""
    told = _part_of(reading, candidate.phrase) if candidate.phrase >= 0 else None
    return candidate if told is None else replace(candidate, measure=told[0], rule=_WHOLE)


def without_echo(found: Sequence[tuple[Reading, Candidate]]) -> list[tuple[Reading, Candidate]]:
    """Leave out a whole of which "of the 12 dead, seven" only takes up what the article has told before."""
    kept: list[tuple[Reading, Candidate]] = []
    for reading, candidate in found:
        known = any(c.measure == candidate.measure and c.count.low == candidate.count.low for _, c in kept)
        if candidate.rule != _WHOLE or not known:
            kept.append((reading, candidate))
    return kept


def _made(reading: Reading, n: int, what: tuple[Measure, str], found: Count, cue: int) -> Candidate:
    phrase = reading.phrases[n]
    return Candidate(
        measure=what[0],
        count=found,
        sentence=reading.sentence.index,
        cue=(cue, cue + 1),
        cue_sentence=reading.sentence.index,
        phrase=n,
        clause=phrase.clause,
        rule=f"figure.turn.{what[1]}",
        score=0.8,
        group=groups(reading, phrase),
    )


def _numbered(reading: Reading, n: int) -> Count | None:
    """Return the count of a phrase that has a number of its own, or None."""
    number = number_of(reading, reading.phrases[n])
    if number is None or is_article(reading, number):
        return None
    return Count(number.low, number.high, number.qualifier, number.core_first, number.core_last)


def _together(reading: Reading, candidate: Candidate) -> Candidate:
    """Return a count as casualties where dead and hurt are told behind it as one: "260 men, dead and wounded"."""
    phrase = reading.phrases[candidate.phrase] if candidate.phrase >= 0 else None
    if phrase is None or candidate.count.low in {None, 0, 1} or candidate.measure not in {"killed", "injured"}:
        return candidate
    ahead = [word for word in reading.lower[phrase.last : phrase.last + 5] if word not in {",", "both", "("}]
    one, joined, other = (*ahead, "", "", "")[:3]
    pair = (one in _DEAD and other in _HURT) or (one in _HURT and other in _DEAD)
    if not pair or joined not in {"and", "or"} or reading.lower[phrase.last : phrase.last + 1] != (",",):
        return candidate
    return replace(candidate, measure="casualties", rule="figure.turn.together")


def _of_force(reading: Reading, candidate: Candidate) -> Candidate:
    """Return the men of a force without a group: "losses of 260 men" counts heads."""
    phrase = reading.phrases[candidate.phrase] if candidate.phrase >= 0 else None
    several = candidate.count.low is None or candidate.count.low > 1
    if phrase is None or reading.lower[phrase.head] not in {"men", "personnel"} or not several:
        return candidate
    if not _FORCE & set(reading.lower[: phrase.first]):
        return candidate
    return replace(candidate, group=tuple(one for one in candidate.group if one != "man"))


def _without_fatal_one(reading: Reading, found: Sequence[Candidate]) -> list[Candidate]:
    """Return who was hurt with the one of them who died of it apart: "injured three, one fatally"."""
    kept: list[Candidate] = []
    for candidate in found:
        part = _fatal_part(reading, candidate) if candidate.rule == "figure.verb.fatally" else -1
        dead = _numbered(reading, part) if part >= 0 else None
        if dead is None:
            kept.append(candidate)
            continue
        kept.append(replace(candidate, measure="injured", rule="figure.turn.fatally"))
        cue = reading.phrases[part].last
        kept.append(replace(_made(reading, part, ("killed", "fatally"), dead, cue), part=True, group=()))
    return kept


def _fatal_part(reading: Reading, candidate: Candidate) -> int:
    """Return the headless number behind a count that "fatally" follows, or -1."""
    for n, phrase in enumerate(reading.phrases):
        follows = reading.lower[phrase.last : phrase.last + 1]
        behind = phrase.first >= candidate.count.last and reading.lower[phrase.first - 1] in {",", "and"}
        if follows and follows[0] in _FATALLY and behind and reading.tokens[phrase.head].tag == "NUM":
            return n
    return -1


def _beside_self(reading: Reading, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield who was killed or hurt beside the one who did it: "killed himself and nine others"."""
    for n, phrase in enumerate(reading.phrases):
        joined = reading.lower[max(0, phrase.first - 2) : phrase.first]
        if len(joined) < 2 or joined[0] not in _REFLEXIVE or joined[1] != "and":  # noqa: PLR2004 - the pronoun and "and"
            continue
        one = next((c for c in found if c.clause == phrase.clause and c.cue[1] == phrase.first - 2), None)
        others = count(reading, phrase, people_only=True) if one is not None else None
        if one is not None and others is not None:
            yield replace(one, count=others, phrase=n, rule="figure.turn.beside", group=groups(reading, phrase))


def _lives_cost(reading: Reading) -> Iterator[Candidate]:
    """Yield who paid with their lives: "The battle cost 15 soldiers their lives"."""
    for n, phrase in enumerate(reading.phrases):
        costs = phrase.first > 0 and reading.lower[phrase.first - 1] in _COSTS
        owner, lives = (*reading.lower[phrase.last : phrase.last + 2], "", "")[:2]
        if costs and owner in _OWNERS and lives in _LIVES:
            found = count(reading, phrase, people_only=True)
            if found is not None:
                yield _made(reading, n, ("killed", "lives"), found, phrase.last + 1)


def _losses(reading: Reading) -> Iterator[Candidate]:
    """Yield the soldiers that losses amount to, dead and hurt not told apart: "losses stand at 260 men"."""
    forces = reading.set_of("forces") | {"men"}
    for n, phrase in enumerate(reading.phrases):
        found = _numbered(reading, n) if reading.lower[phrase.head] in forces else None
        if found is None or phrase.adposition not in {"", "at", "to", "of"} or phrase.clause < 0:
            continue
        lost = next((p.head for p in reading.phrases[:n] if reading.lower[p.head] == "losses"), -1)
        if lost >= 0 and not {";", ":"} & set(reading.lower[lost : phrase.first]) and _amounts(reading, lost, n):
            yield replace(_made(reading, n, ("casualties", "losses"), found, lost), group=())


def _amounts(reading: Reading, lost: int, n: int) -> bool:
    """Tell whether a verb between losses and a number says that they come to it, or the number right behind it."""
    phrase = reading.phrases[n]
    between = reading.lower[lost + 1 : phrase.first]
    verb = {"amount", "amounted", "amounts", "stand", "stood", "total", "totalled", "totaled", "reached", "reach"}
    put = bool({"put", "puts", "estimated", "estimates"} & set(reading.lower[:lost])) and phrase.adposition == "at"
    return (put and not between) or bool(verb & set(between)) or (not between and phrase.adposition == "of")


def _in_condition(reading: Reading) -> Iterator[Candidate]:
    """Yield who is in hospital in a grave state: "two others are in a serious condition"."""
    for n, phrase in enumerate(reading.phrases):
        behind = reading.lower[phrase.last : phrase.last + 5]
        if phrase.case != "nominative" or len(behind) < 4 or behind[0] not in _BE or behind[1] != "in":  # noqa: PLR2004 - "be in critical condition"
            continue
        state = [word for word in behind[2:] if word != "a"][:2]
        found = _numbered(reading, n) if state and state[0] in _GRAVE and state[1:] == ["condition"] else None
        people = found is not None and count(reading, phrase, people_only=True)
        if found is not None and people:
            yield _made(reading, n, ("injured", "condition"), found, phrase.last)


def _part_of(reading: Reading, n: int) -> tuple[Measure, int] | None:
    """Return what "of the 12 dead, seven" counts by the words of its total, and the phrase of its part."""
    phrase = reading.phrases[n]
    following = reading.phrases[n + 1] if n + 1 < len(reading.phrases) else None
    opens = phrase.first == 0 or reading.lower[phrase.first - 1] in {",", ";"}
    numbered = phrase.number >= 0 or reading.lower[phrase.head] in harm_of(reading.language)
    if phrase.adposition != "of" or not phrase.definite or not opens or following is None or not numbered:
        return None
    words = reading.lower[phrase.head : following.first]
    fates = [harm_of(reading.language)[word] for word in words if word in harm_of(reading.language)]
    near = following.first - phrase.last <= 4 and reading.lower[following.first - 1] == ","  # noqa: PLR2004 - words of an apposition
    part = _numbered(reading, n + 1)
    if not near or not fates or fates[0] not in _TAKEN or part is None or following.adposition:
        return None
    return fates[0], n + 1


def _of_the(reading: Reading, n: int) -> Iterator[Candidate]:
    """Yield the part of a total taken up before it, where no fate of its own is told."""
    told = _part_of(reading, n)
    if told is None:
        return
    measure, place = told
    phrase = reading.phrases[place]
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    found = _numbered(reading, place)
    if found is None or clause is None or clause.verb not in {"be", "include", ""} or clause.modal:
        return
    cue = reading.phrases[n].head
    said = set(groups(reading, phrase)) | set(_said(reading, place))
    made = _made(reading, place, (measure, "of_the"), found, cue)
    yield replace(made, group=tuple(sorted(said)), part=True)


def _said(reading: Reading, n: int) -> tuple[Group, ...]:
    """Return the groups of what a number is said to be: "seven were children"."""
    phrase = reading.phrases[n]
    ahead = next((p for p in reading.phrases[n + 1 :] if p.clause == phrase.clause and not p.adposition), None)
    return groups(reading, ahead) if ahead is not None else ()


def _believed_among(reading: Reading, n: int) -> Iterator[Candidate]:
    """Yield who is believed or known to be among the dead."""
    phrase = reading.phrases[n]
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    measure = harm_of(reading.language).get(reading.lower[phrase.head])
    if phrase.adposition not in {"among", "amongst"} or clause is None or measure is None:
        return
    if clause.kind != "infinitive" or clause.verb != "be":
        return
    for place in subject(reading, phrase.clause):
        found = count(reading, reading.phrases[place])
        if found is not None:
            yield replace(_made(reading, place, (measure, "among"), found, phrase.head), part=True)


def without_fled(reading: Reading, found: Sequence[Candidate]) -> list[Candidate]:
    """Leave out attackers and suspects who got away: to have fled a crime makes nobody displaced."""
    return [c for c in found if not (c.measure == "displaced" and _got_away(reading, c))]


def _got_away(reading: Reading, candidate: Candidate) -> bool:
    word = reading.lower[reading.phrases[candidate.phrase].head] if candidate.phrase >= 0 else ""
    return "perpetrator" in candidate.group or word in _SUSPECTS


def settled_losses(found: Sequence[tuple[Reading, Candidate]]) -> list[tuple[Reading, Candidate]]:
    """Return the soldiers lost as casualties where the article counts as many dead and hurt as one."""
    lost = {c.count.low for _, c in found if c.measure == "casualties" and c.rule.startswith("figure.turn")}
    return [(reading, replace(c, measure="casualties") if _lost_so_many(c, lost) else c) for reading, c in found]


def _lost_so_many(candidate: Candidate, lost: set[int | None]) -> bool:
    return candidate.rule == "figure.verb.lose_people" and candidate.count.low in lost - {None}


def without_unsaid(found: Sequence[tuple[Reading, Candidate]]) -> list[tuple[Reading, Candidate]]:
    """Leave out several shot by a state's forces of whom nothing in the article says that they were hurt or died."""
    return [(reading, c) for reading, c in found if not _by_forces(reading, c) or _is_said(reading, c)]


def _by_forces(reading: Reading, candidate: Candidate) -> bool:
    clause = reading.clauses[candidate.clause] if candidate.clause >= 0 else None
    several = candidate.count.low is None or candidate.count.low > 1
    shot = candidate.rule == "figure.verb.shot" and clause is not None and several
    return shot and clause is not None and _BY_FORCES.search(reading.clause_words(clause)) is not None


def _is_said(reading: Reading, candidate: Candidate) -> bool:
    article = reading.document.article
    words = f"{article.title}\n{article.text}"
    told = reading.pattern("death").search(words) or reading.pattern("injury").search(words)
    return candidate.measure != "injured" or bool(told) or _CARE.search(words) is not None
