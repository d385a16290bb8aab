"""The figures of a document: candidates of all rules, settled where they meet, each with its evidence."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.extract import english
from lagebild.extract.deployments import deployment_figures
from lagebild.extract.lists import list_figures
from lagebild.extract.nouns import noun_figures
from lagebild.extract.parts import part_figures
from lagebild.extract.reading import Candidate, Reading, readings
from lagebild.extract.totals import total_figures
from lagebild.extract.verbs import verb_figures
from lagebild.model import Article, Document, Group, Measure, Span

_WEAK_NOUNS: frozenset[Measure] = frozenset({"abducted", "detained", "displaced", "missing", "survived"})


def candidates(document: Document) -> Iterator[tuple[Reading, Candidate]]:
    """Yield the candidates of a document in text order, at most one for each count."""
    previous: list[Candidate] = []
    if document.article.language == "en":
        yield from english.settled_fates(list(_english(document)))
        return
    for reading in readings(document):
        found = _settled([*noun_figures(reading), *total_figures(reading), *verb_figures(reading)])
        found = sorted([*found, *deployment_figures(reading, found)], key=lambda c: c.count.first)
        near = [c for c in previous if c.sentence == reading.sentence.index - 1]
        leaning = list(part_figures(reading, [*near, *found]))
        together = sorted([*found, *leaning], key=lambda c: c.count.first)
        together = _with_lists(reading, together)
        together = _headless_groups(reading, together)
        yield from ((reading, candidate) for candidate in together)
        previous = together or previous


def _english(document: Document) -> Iterator[tuple[Reading, Candidate]]:
    """Yield the candidates of an English document in text order, at most one for each count."""
    previous: list[Candidate] = []
    for reading in readings(document):
        near = [c for c in previous if c.sentence == reading.sentence.index - 1]
        found = _settled(english.figures(reading, near))
        together = _settled([*found, *english.parts(reading, [*near, *found])])
        together = english.once(reading, _headless_groups(reading, _survivors(together)))
        yield from ((reading, candidate) for candidate in together)
        previous = together or previous


def _settled(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with one for each count where two rules read the same one."""
    by_count: dict[tuple[int, str], Candidate] = {}
    for candidate in found:
        key = (candidate.count.first, candidate.measure if candidate.count.high == 0 else "")
        other = by_count.get(key)
        by_count[key] = candidate if other is None else _stronger(other, candidate)
    return sorted(by_count.values(), key=lambda c: c.count.first)


def _stronger(one: Candidate, other: Candidate) -> Candidate:
    """Return the candidate that holds where two count the same people.

    Dead and hurt together are casualties; hurt and then dead is dead; a dead person recovered stays dead; a noun that
    names people by an earlier fate ("Geiseln") gives way to the verb of the clause.
    """
    measures = {one.measure, other.measure}
    if one.measure == other.measure:
        return one if one.score >= other.score else other
    verbs = [c for c in (one, other) if c.rule.startswith("figure.verb")]
    nouns = [c for c in (one, other) if not c.rule.startswith("figure.verb")]
    if measures == {"killed", "injured"}:
        several = one.count.low != 1 or one.count.high != 1
        if len(verbs) == 2 and several:  # noqa: PLR2004 - both verbs
            return replace(one, measure="casualties", rule="figure.verb.together")
        return one if one.measure == "killed" else other
    if "casualties" in measures:
        return one if one.measure == "casualties" else other
    if len(nouns) == len(verbs) == 1:
        noun, verb = nouns[0], verbs[0]
        return verb if noun.measure in _WEAK_NOUNS or (verb.measure == "killed") else noun
    return next((c for c in (one, other) if c.measure in {"killed", "injured"}), one)


def _with_lists(reading: Reading, found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with those of lists, gaps and corrections; a correction replaces what it corrects."""
    listed = list(list_figures(reading, found))
    corrected = {c.count.first for c in listed if c.rule == "figure.correction"}
    kept = [c for c in found if c.count.first not in corrected]
    return sorted([*_survivors(kept), *listed], key=lambda c: c.count.first)


def _survivors(found: Sequence[Candidate]) -> list[Candidate]:
    """Leave out one hurt person of whom the same sentence says, by a pronoun, that the wounds were fatal."""
    fatal = any(c.measure == "killed" and c.rule.endswith(("pronoun", "shared")) and c.count.low == 1 for c in found)
    return [c for c in found if not (fatal and c.measure == "injured" and c.count.implied and c.count.low == 1)]


def _headless_groups(reading: Reading, found: Sequence[Candidate]) -> list[Candidate]:
    """Give a number without a noun the group of the people before it ("40 Soldaten getötet und 15 verwundet").

    Who is set in between as a part of these is passed over: of "sechs Menschen, unter ihnen drei Kinder, starben, 19
    wurden verletzt" the 19 are no children.
    """
    result: list[Candidate] = []
    for candidate in found:
        phrase = reading.phrases[candidate.phrase] if candidate.phrase >= 0 else None
        bare = phrase is not None and reading.tokens[phrase.head].tag not in {"NOUN", "PROPN"} and not candidate.group
        inherits = bare and candidate.count.low and not candidate.rule.startswith("figure.total")
        inherits = inherits and not _is_of_its_own(reading, candidate, result)
        result.append(replace(candidate, group=_group_before(candidate, result)) if inherits else candidate)
    return result


def _is_of_its_own(reading: Reading, candidate: Candidate, before: Sequence[Candidate]) -> bool:
    """Tell whether a number is not of the people before it: of "sends 1,200 troops after four die" the four are not."""
    if not before:
        return True
    measures = {candidate.measure, before[-1].measure}
    clause = reading.clauses[candidate.clause] if candidate.clause >= 0 else None
    subordinate = clause is not None and clause.kind == "subordinate" and bool(clause.opener)
    opened = subordinate and candidate.clause != before[-1].clause
    return opened or (len(measures) > 1 and "deployed" in measures)


def _group_before(candidate: Candidate, before: Sequence[Candidate]) -> tuple[Group, ...]:
    """Return the group of the people told of before a number: of one of another measure, of no part of its own."""
    last = before[-1] if before else None
    if last is not None and last.part and last.measure != candidate.measure:
        last = next((one for one in reversed(before) if not one.part), None)
    return last.group if last is not None else ()


def evidence(document: Document, reading: Reading, candidate: Candidate) -> Span:
    """Return the stretch from the count to the word that gives the measure, over two sentences where needed."""
    span = reading.span(candidate.count.first, candidate.count.last)
    phrase = reading.phrases[candidate.phrase] if candidate.phrase >= 0 else None
    if phrase is not None:
        span = _joined(document.article, span, reading.span(phrase.first, phrase.last))
    sentence = document.sentences[candidate.cue_sentence]
    first, last = candidate.cue
    cue = document.article.span(sentence.field, sentence.tokens[first].start, sentence.tokens[last - 1].end)
    return _joined(document.article, span, cue) if cue.field == span.field else span


def _joined(article: Article, one: Span, other: Span) -> Span:
    return article.span(one.field, min(one.start, other.start), max(one.end, other.end))


def claim_id(article: Article, kind: str, span: Span, what: str) -> str:
    """Return the id of a claim: a hash of article id, kind, field, carrying span, and measure or type."""
    key = "\x1f".join((article.id, kind, span.field, str(span.start), str(span.end), what))
    return hashlib.sha256(key.encode()).hexdigest()[:16]
