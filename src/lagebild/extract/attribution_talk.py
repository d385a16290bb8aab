"""Attributions sentence by sentence, and what runs on from one to the next."""

from collections.abc import Iterator
from dataclasses import replace

from lagebild.extract.attribution_back import confirms_back, disputes_back
from lagebild.extract.attribution_cues import CUES, cues
from lagebild.extract.attribution_gaps import gapped, speakers_of_quotations
from lagebild.extract.attribution_messages import messages
from lagebild.extract.attribution_model import Attribution
from lagebild.extract.attribution_reach import (
    behind_contrast,
    end_of_content,
    is_hypothetical,
    is_reported,
    speech_from,
    start_before,
    without_background,
)
from lagebild.extract.attribution_reports import Report, reports
from lagebild.extract.attribution_said import holds_content, stretches
from lagebild.extract.attribution_sources import REACH, Talk, sources, speaker_words
from lagebild.extract.attribution_unnamed import unnamed
from lagebild.extract.attribution_wording import cue_words, framing
from lagebild.extract.attribution_words import lower
from lagebild.model import Clause, Document, FieldName, Sentence, Source, Span

_RECENT = 80  # attributions that may still cover a sentence
_LONGEST = 400  # tokens; a longer sentence is none, and nobody says it


def conversation(document: Document, name: FieldName) -> list[Attribution]:
    """Return the attributions of a field, sentence by sentence."""
    talk = Talk()
    for sentence in document.sentences:
        if sentence.field != name or not sentence.tagged or len(sentence.tokens) > _LONGEST:
            talk.before = None
            continue
        known, found = _in_sentence(document, sentence, talk)
        for attribution in found:
            talk.add(attribution)
        talk.found.extend(a for a in unnamed(document, sentence) if not any(a.at == one.at for one in found))
        if known:
            for attribution in list(_carried(document, sentence, talk)):
                talk.found.extend(without_background(sentence, attribution))
                talk.sentence = sentence.index
        talk.before = sentence
    return [attribution for attribution in talk.found if attribution.start < attribution.end]


def _in_sentence(document: Document, sentence: Sentence, talk: Talk) -> tuple[bool, list[Attribution]]:
    """Return the attributions with words of their own in a sentence, and whether every speaker is known."""
    found = [*cues(document, sentence), *messages(document, sentence)]
    subject: tuple[Source, ...] = ()
    known = True
    for report in reports(sentence):
        named = sources(document, sentence, report, talk, subject)
        if not named:
            known = False
            talk.unknown(_said(document, sentence, talk.before, report, ()), nobody=report.row.id in {"hear", "know"})
            continue
        subject = named
        if holds_content(sentence, report):
            found = [_outer(sentence, a, report) for a in found]
            gaps = list(gapped(document, sentence, report))
        else:
            gaps = []
        said = _said(document, sentence, talk.before, report, named)
        end = min((gap.start for gap in gaps), default=-1)
        found.extend(replace(a, end=min(a.end, end)) if a.start < end else a for a in said)
        found.extend(gaps)
        found.extend(_said_before(document, sentence, talk.before, report, named))
    found.extend(speakers_of_quotations(document, sentence, found))
    found = [_before_next(sentence, attribution, found) for attribution in found]
    found = [piece for attribution in found for piece in without_background(sentence, attribution)]
    return known, sorted(found, key=lambda a: a.at)


def _before_next(sentence: Sentence, cue: Attribution, found: list[Attribution]) -> Attribution:
    """Return a cue that ends where another speaker has the next main clause ("laut A 14, nach Angaben von B 40")."""
    if cue.rule not in CUES:
        return cue
    number = sentence.clause_at(next(n for n, token in enumerate(sentence.tokens) if token.start >= cue.at))
    own = sentence.clauses[number] if number >= 0 else None
    last = sentence.tokens[own.last - 1].end if own is not None else cue.at
    first = sentence.tokens[own.first].start if own is not None else cue.at
    later = [a for a in found if a.at > cue.at and a.start > cue.at]
    starts = [a.start for a in later if a.rule in CUES]
    starts += [
        a.start for a in later if a.rule == "attribution.before" and a.start >= last and not first <= a.at < last
    ]
    end = min(starts, default=cue.end)
    return replace(cue, end=min(cue.end, end))


def _outer(sentence: Sentence, cue: Attribution, report: Report) -> Attribution:
    """Return a cue beside a reporting verb ("X spricht laut Y von ...") widened, so that the subject comes first."""
    beside = any(sentence.tokens[n].start == cue.at for n in report.clause.tokens)
    if not beside or cue.rule in {"attribution.message", "attribution.told", "attribution.changed"}:
        return cue
    first = sentence.tokens[behind_contrast(sentence, report.clause.first)].start
    return replace(cue, start=min(cue.start, first), end=max(cue.end, sentence.end))


def _said(
    document: Document, sentence: Sentence, before: Sentence | None, report: Report, sources: tuple[Source, ...]
) -> Iterator[Attribution]:
    """Yield what a report covers: in its own sentence, in the one before, in a quotation over several."""
    rule = f"attribution.{report.position}"
    at = sentence.tokens[report.verb].start
    cue = cue_words(document, sentence, report)
    speaker = speaker_words(document, sentence, report)
    framed = framing(sentence, report)
    for start, end, form in stretches(document, sentence, before, report):
        modality = report.row.modality
        yield Attribution(
            sources, sentence.field, start, end, cue, rule, form, sentence.index, at, modality, speaker, framed
        )


def _said_before(
    document: Document, sentence: Sentence, before: Sentence | None, report: Report, sources: tuple[Source, ...]
) -> Iterator[Attribution]:
    """Yield the sentence before where a report only confirms or disputes it ("Die Polizei bestätigte diese Zahl")."""
    if before is None or report.position != "before" or report.clause.finite is None:
        return
    confirms = sources[0].stance == "confirms" and confirms_back(sentence, report.clause, report.clause.finite)
    if confirms or (report.row.stance == "denies" and disputes_back(sentence, report.clause, report.verb)):
        yield from _said(document, sentence, before, replace(report, position="back"), sources)


def _carried(document: Document, sentence: Sentence, talk: Talk) -> Iterator[Attribution]:
    """Yield reported speech that runs on with nobody named: Konjunktiv, "demnach", a quotation that goes on."""
    if not (talk.sources or talk.speaker) or sentence.index - talk.sentence > REACH or not sentence.tagged:
        return
    yield from _quoted_on(document, sentence, talk)
    for clause in sentence.clauses:
        start = sentence.tokens[clause.first].start
        if any(a.field == sentence.field and a.start <= start < a.end for a in talk.found[-_RECENT:]):
            continue
        if _runs_on(sentence, clause, talk):
            end = end_of_content(document, sentence, clause.first, plain=False)
            first = start_before(sentence, clause.first) if not _earlier_indicative(sentence, clause) else clause.first
            stop = sentence.tokens[end - 1].end
            free = _free(sentence, talk, sentence.tokens[first].start, stop, "attribution.carried")
            yield replace(free, cue=_thus(document, sentence, clause))
            return
        demnach = next((n for n in clause.tokens if lower(sentence, n) == "demnach"), -1)
        if demnach >= 0:
            end = end_of_content(document, sentence, clause.first, plain=True)
            free = _free(sentence, talk, start, sentence.tokens[end - 1].end, "attribution.demnach")
            yield replace(free, cue=_thus(document, sentence, clause))
            return


def _thus(document: Document, sentence: Sentence, clause: Clause) -> tuple[Span, ...]:
    """Return the word that points back to who speaks: "demnach"."""
    thus = (sentence.tokens[n] for n in clause.tokens if lower(sentence, n) == "demnach")
    return tuple(document.article.span(sentence.field, token.start, token.end) for token in thus)


def _quoted_on(document: Document, sentence: Sentence, talk: Talk) -> Iterator[Attribution]:
    """Yield a sentence of speech in quotation marks right behind what somebody said."""
    speech = speech_from(document, sentence, sentence.start)
    if speech is None or speech.end + 2 < sentence.end or sentence.index - talk.sentence > 1:
        return
    if not any(a.field == sentence.field and a.start <= speech.start < a.end for a in talk.found[-_RECENT:]):
        free = _free(sentence, talk, speech.start, speech.end, "attribution.carried")
        yield replace(free, form="direct", cue=talk.cue)


def _runs_on(sentence: Sentence, clause: Clause, talk: Talk) -> bool:
    """Tell whether a clause goes on with what the last speaker said."""
    if clause.kind != "main" or clause.finite is None or clause.finite not in clause.tokens:
        return False
    if _said_by_another(sentence, clause):
        return False
    if clause.mood == "konjunktiv1":
        return True
    return (
        is_reported(sentence, clause)
        and clause.mood == "konjunktiv2"
        and sentence.index - talk.sentence <= 1
        and not is_hypothetical(sentence)
    )


def _said_by_another(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether the clause in front says who speaks by another verb ("Sie bot Hilfe an, ihr Land stehe bereit")."""
    if lower(sentence, clause.first - 1) != ",":
        return False
    earlier = [c for c in sentence.clauses if c.kind == "main" and c.first < clause.first and c.finite is not None]
    counted = {n.first for n in sentence.numbers}
    return any(c.voice == "active" and not is_reported(sentence, c) and not counted & set(c.tokens) for c in earlier)


def _earlier_indicative(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether the reporter speaks in an earlier main clause of the sentence."""
    return any(c.kind == "main" and c.first < clause.first and not is_reported(sentence, c) for c in sentence.clauses)


def _free(sentence: Sentence, talk: Talk, start: int, end: int, rule: str) -> Attribution:
    """Return reported speech of the last speaker without words of its own that report."""
    return Attribution(
        talk.sources, sentence.field, start, end, (), rule, "free_indirect", sentence.index, start, speaker=talk.speaker
    )
