"""Figures whose noun or verb is left out: items of a list, gapped numbers, "nicht drei, sondern fünf"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lagebild.extract.counts import count, number_count
from lagebild.extract.nouns import measure_of
from lagebild.extract.parts import derived, last_before
from lagebild.extract.people import groups, is_counted
from lagebild.extract.reading import Candidate, Reading
from lagebild.model import Modality, Phrase


def list_figures(reading: Reading, earlier: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates of lists and gaps; `earlier` are the candidates of this sentence found so far."""
    own = [c for c in earlier if c.sentence == reading.sentence.index]
    taken = {place for c in own for place in range(c.count.first, c.count.last)}
    for candidate in (
        *_listed(reading, own, taken),
        *_identified(reading, taken),
        *_gapped(reading, own, taken),
        *_rejected(reading, own),
    ):
        if candidate.count.first not in taken or candidate.rule == "figure.correction":
            taken.update(range(candidate.count.first, candidate.count.last))
            yield candidate


def _identified(reading: Reading, taken: set[int]) -> Iterator[Candidate]:
    """Yield "Bei den Getöteten handelt es sich um vier Frauen", "die Verletzten seien zehn Touristen"."""
    for phrase in reading.phrases:
        row = measure_of(reading.language, reading.tokens[phrase.head].text)
        if row is None or not phrase.definite or phrase.number >= 0 or phrase.clause < 0:
            continue
        clause = reading.clauses[phrase.clause]
        if phrase.adposition == "bei" and clause.verb == "handeln":
            wanted = "um"
        elif not phrase.adposition and clause.verb == "sein" and phrase.first == clause.first:
            wanted = ""
        else:
            continue
        after = [(n, p) for n, p in enumerate(reading.phrases) if p.first > phrase.last and p.clause == phrase.clause]
        series = next((p.series for _, p in after if p.adposition == wanted and p.number >= 0), None)
        for place, other in after:
            same = other.series == series if series is not None and series >= 0 else other.adposition == wanted
            counted = number_count(reading, other)
            if not same or counted is None or other.first in taken or not is_counted(reading, other, people_only=True):
                continue
            yield Candidate(
                measure=row.measure,
                count=counted,
                sentence=reading.sentence.index,
                cue=(phrase.head, phrase.head + 1),
                cue_sentence=reading.sentence.index,
                phrase=place,
                clause=phrase.clause,
                rule="figure.part.identified",
                score=0.8,
                group=groups(reading, other),
                part=phrase.plural,
            )


def _rejected(reading: Reading, own: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the number of "nicht drei, sondern fünf" that is not so, and the other; "drei, nicht vier" likewise."""
    for place, word in enumerate(reading.lower):
        if word != "nicht" or place + 1 >= len(reading.lower) or reading.lower[place + 1] == "nur":
            continue
        wrong = next((n for n, p in enumerate(reading.phrases) if p.first == place + 1), None)
        if wrong is None or number_count(reading, reading.phrases[wrong]) is None:
            continue
        here = reading.phrases[wrong]
        right = _corrected_number(reading, here)
        base = next((c for c in own if c.phrase == wrong), None) or next((c for c in own if c.phrase == right), None)
        if base is None and right is None:
            base = last_before(own, here.first) if reading.lower[place - 1] == "," else None
        if base is None:
            continue
        for phrase, settled in ((wrong, "denied"), (right, None)):
            counted = number_count(reading, reading.phrases[phrase]) if phrase is not None else None
            if counted is None or phrase is None:
                continue
            group = groups(reading, reading.phrases[right if right is not None else wrong]) or base.group
            found = replace(base, count=counted, phrase=phrase, rule="figure.correction", part=False, group=group)
            yield replace(found, settled="denied" if settled else None)


def _corrected_number(reading: Reading, wrong: Phrase) -> int | None:
    """Return the phrase behind ", sondern" after a rejected number, or None."""
    tail = reading.lower[wrong.last : wrong.last + 3]
    if tail[:2] != (",", "sondern"):
        return None
    first = wrong.last + (3 if tail[2:] == ("auch",) else 2)
    return next((n for n, p in enumerate(reading.phrases) if p.first == first and p.number >= 0), None)


def _listed(reading: Reading, own: Sequence[Candidate], taken: set[int]) -> Iterator[Candidate]:
    """Yield the items of a list that gives identities after a total ("drei Tote: der Pilot und zwei Sanitäter")."""
    colon = next((n for n, word in enumerate(reading.lower) if word == ":"), None)
    base = last_before(own, colon) if colon is not None else None
    if colon is None or base is None or base.count.low is None or base.count.low < 2:  # noqa: PLR2004 - a total of several
        return
    after = [(n, p) for n, p in enumerate(reading.phrases) if p.first > colon]
    rest = [clause for clause in reading.clauses if clause.first > colon]
    if not after or after[0][1].first > colon + 1 or any(c.kind == "main" and c.finite is not None for c in rest):
        return
    for place, phrase in after:
        if phrase.adposition or phrase.owner >= 0 or phrase.first in taken:
            continue
        counted = count(reading, phrase)
        if counted is not None and is_counted(reading, phrase, people_only=counted.implied):
            yield derived(reading, base, place, counted, "figure.part.listed")


def _gapped(reading: Reading, own: Sequence[Candidate], taken: set[int]) -> Iterator[Candidate]:
    """Yield numbers whose verb or noun is left out: "zwei weitere später in der Klinik", "die Feuerwehr von sechs"."""
    for place, phrase in enumerate(reading.phrases):
        counted = number_count(reading, phrase)
        headless = reading.tokens[phrase.head].tag not in {"NOUN", "PROPN"}
        if counted is None or counted.first in taken or counted.implied or not headless:
            continue
        clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
        base = last_before(own, phrase.first)
        if base is not None and _same_frame(reading, base, phrase):
            yield replace(derived(reading, base, place, counted, "figure.gap.adposition"), part=False)
        elif (
            base is not None and clause is not None and not phrase.adposition and clause.verb in reading.set_of("named")
        ):
            yield replace(derived(reading, base, place, counted, "figure.gap.named"), part=False)
        elif base is not None and clause is not None and _is_further(reading, phrase, base):
            yield replace(derived(reading, base, place, counted, "figure.gap.further"), part=True)
        else:
            following = next((c for c in own if c.phrase == place + 1), None)
            if following is not None and _from_to(reading, phrase, following):
                settled: Modality | None = "denied" if _is_corrected(reading, phrase) else None
                yield replace(
                    derived(reading, following, place, counted, "figure.gap.from"), part=False, settled=settled
                )


def _same_frame(reading: Reading, base: Candidate, phrase: Phrase) -> bool:
    """Tell whether a number stands in the frame of the one before it: the same adposition, no verb of its own."""
    if base.phrase < 0 or not phrase.adposition or reading.phrases[base.phrase].adposition != phrase.adposition:
        return False
    between = reading.tokens[reading.phrases[base.phrase].last : phrase.first]
    return phrase.adposition in reading.set_of("frame_adpositions") and not any(
        t.tag == "VERB" and t.form == "finite" for t in between
    )


def _is_further(reading: Reading, phrase: Phrase, base: Candidate) -> bool:
    """Tell whether a phrase is "zwei weitere" in a stretch without a verb of its own."""
    words = set(reading.lower[phrase.first : phrase.last + 1])
    following = reading.lower[phrase.last] if phrase.last < len(reading.lower) else ""
    elsewhere = following in reading.set_of("elsewhere") or _stands_behind_place(reading, phrase)
    if elsewhere and not words & reading.set_of("further") and _stands_behind_place(reading, phrase):
        return True
    if phrase.adposition or not (words & reading.set_of("further") or elsewhere):
        return False
    start = phrase.first - 1
    if start < 0 or reading.lower[start] not in {",", "und", ";"}:
        return False
    after = reading.tokens[phrase.last :]
    boundary = next((n for n, token in enumerate(after) if token.text in {",", ";", "."}), len(after))
    verbs = [token for token in after[:boundary] if token.tag in {"VERB", "AUX"}]
    found = base.measure == "killed" and any(token.lemma in reading.set_of("found") for token in verbs)
    return found or not verbs


def _stands_behind_place(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a number ends a stretch that begins with a place: ", in Ligurien zwei"."""
    before = [p for p in reading.phrases if p.last == phrase.first and p.adposition in reading.set_of("elsewhere")]
    opens = bool(before) and before[0].first > 0 and reading.lower[before[0].first - 1] in {",", "und"}
    ends = reading.lower[phrase.last : phrase.last + 1] in ((), (".",), (",",), ("und",))
    return opens and ends


def _from_to(reading: Reading, phrase: Phrase, following: Candidate) -> bool:
    """Tell whether a bare number is the "von 86" of "von 86 auf 76 Tote"."""
    target = reading.phrases[following.phrase]
    return phrase.adposition == "von" and target.adposition == "auf" and phrase.last == target.first


def _is_corrected(reading: Reading, phrase: Phrase) -> bool:
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    return clause is not None and clause.verb in reading.set_of("corrected")
