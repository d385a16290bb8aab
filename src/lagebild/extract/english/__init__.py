"""Figures of English sentences: what their verbs, nouns, adjectives and totals count."""

from collections.abc import Iterator, Sequence

from lagebild.extract.english.adjectives import adjective_figures
from lagebild.extract.english.fates import settled_fates as fates
from lagebild.extract.english.lists import list_figures
from lagebild.extract.english.manner import manner_figures
from lagebild.extract.english.nouns import noun_figures
from lagebild.extract.english.parts import part_figures
from lagebild.extract.english.totals import total_figures
from lagebild.extract.english.turns import (
    settled_losses,
    turned_figures,
    turned_parts,
    whole,
    without_echo,
    without_fled,
    without_unsaid,
)
from lagebild.extract.english.verbs import verb_figures
from lagebild.extract.reading import Candidate, Reading

__all__ = ["figures", "once", "parts", "settled_fates"]


def figures(reading: Reading, before: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates of a sentence, more than one for a count that several rules read.

    `before` are the candidates of the sentence before it.
    """
    found = [*noun_figures(reading), *adjective_figures(reading), *verb_figures(reading), *manner_figures(reading)]
    found = [candidate for candidate in found if not _killed_too(reading, candidate, found)]
    together = [*before, *sorted(found, key=lambda candidate: candidate.count.first)]
    found = [*found, *total_figures(reading, together)]
    return turned_figures(reading, [whole(reading, candidate) for candidate in found])


def _killed_too(reading: Reading, candidate: Candidate, found: Sequence[Candidate]) -> bool:
    """Tell whether a verb beside it says of people shot that they were killed: "shot and killed two people"."""
    shot = candidate.rule in {"figure.verb.shot", "figure.verb.hit_by_gunfire"}
    beside = [
        other
        for other in found
        if other.measure == "killed"
        and other.rule.startswith("figure.verb")
        and other.count.first == candidate.count.first
    ]
    return shot and any("or" not in reading.lower[candidate.cue[0] : other.cue[0]] for other in beside)


def once(reading: Reading, found: Sequence[Candidate]) -> list[Candidate]:
    """Leave out a pronoun whose lot the sentence has told before: "The driver was pronounced dead; he died at noon"."""
    kept: list[Candidate] = []
    for candidate in without_fled(reading, found):
        pronoun = candidate.phrase >= 0 and reading.lower[reading.phrases[candidate.phrase].head] in {
            "he",
            "she",
            "him",
        }
        told = any(other.measure == candidate.measure and other.count.low == 1 for other in kept)
        if not (pronoun and candidate.count.implied and told):
            kept.append(candidate)
    return kept


def parts(reading: Reading, before: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the parts of totals found in this sentence or in the one before it."""
    found = list(part_figures(reading, before))
    yield from found
    more = list(turned_parts(reading, [*before, *found]))
    yield from more
    yield from list_figures(reading, [*before, *found, *more])


def settled_fates(found: Sequence[tuple[Reading, Candidate]]) -> list[tuple[Reading, Candidate]]:
    """Return the candidates of an article, those shot or lost as what the whole article says became of them."""
    return without_echo(without_unsaid(settled_losses(fates(found))))
