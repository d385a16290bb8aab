"""Forces present or in action: "über 100 Feuerwehrleute im Einsatz", "von 200 Sicherheitskräften abgeriegelt"."""

from collections.abc import Iterator, Sequence

from lagebild.extract.counts import number_count
from lagebild.extract.people import groups, is_counted, names_people
from lagebild.extract.reading import Candidate, Reading
from lagebild.model import Clause, Group, Phrase

_FORCES: frozenset[Group] = frozenset({"military", "police", "responder"})


def deployment_figures(reading: Reading, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield counted forces of a clause that tells of their presence or action, unless another rule counts them."""
    taken = {place for c in found for place in range(c.count.first, c.count.last)}
    for n, clause in enumerate(reading.clauses):
        cue = _cue(reading, clause)
        if cue is None or reading.pattern("no_action").search(reading.clause_words(clause)):
            continue
        for place, phrase in reading.in_clause(n):
            counted = number_count(reading, phrase)
            if counted is None or counted.first in taken or counted.low == 0 or not _is_force(reading, clause, phrase):
                continue
            yield Candidate(
                measure="deployed",
                count=counted,
                sentence=reading.sentence.index,
                cue=(cue, cue + 1),
                cue_sentence=reading.sentence.index,
                phrase=place,
                clause=n,
                rule="figure.deployment",
                score=0.8,
                group=groups(reading, phrase),
            )


def _cue(reading: Reading, clause: Clause) -> int | None:
    """Return the place of the word that tells of action: "Einsatz", "Ort", the verb of guarding or staying."""
    words = reading.clause_words(clause)
    action = reading.pattern("action").search(words)
    if action is not None:
        last = words[: action.end()].count(" ")
        return clause.tokens[min(last, len(clause.tokens) - 1)]
    if clause.verb in reading.set_of("guard") | reading.set_of("stay") and clause.verbs:
        return clause.verbs[-1] if clause.verbs[-1] in clause.tokens else None
    return None


def _is_force(reading: Reading, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether a phrase counts forces in this clause: by its group, or by a noun of forces beside "im Einsatz"."""
    known = set(groups(reading, phrase)) & _FORCES
    in_action = reading.pattern("action").search(reading.clause_words(clause)) is not None
    if phrase.adposition not in reading.set_of("force_adpositions") or not is_counted(
        reading, phrase, people_only=False
    ):
        return False
    if in_action:
        noun = reading.lower[phrase.head]
        return bool(known) or (
            names_people(reading.language, noun) is not False and bool(reading.pattern("force_nouns").search(noun))
        )
    if clause.verb in reading.set_of("guard"):
        force = bool(known) or bool(reading.pattern("force_nouns").search(reading.lower[phrase.head]))
        return force and (phrase.adposition == "von" or clause.voice == "active")
    abroad = any(p.adposition in reading.set_of("abroad") for _, p in reading.in_clause(reading.clauses.index(clause)))
    return "military" in known and abroad and not phrase.adposition
