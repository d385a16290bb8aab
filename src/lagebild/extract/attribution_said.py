"""What a report covers: the clauses, quotations and objects that its verb governs."""

from collections.abc import Iterator

from lagebild.extract.attribution_model import Form
from lagebild.extract.attribution_reach import (
    end_of_content,
    is_reported,
    later_clauses,
    speech_at,
    speech_before,
    speech_from,
    start_before,
)
from lagebild.extract.attribution_reports import Report
from lagebild.extract.attribution_words import lower, speaks
from lagebild.model import Clause, Document, Sentence


def stretches(
    document: Document, sentence: Sentence, before: Sentence | None, report: Report
) -> Iterator[tuple[int, int, Form]]:
    """Yield what a report covers as offsets, with its form: in its sentence, the one before, or a quotation.

    A report that tells the act alone ("äußerte sich zu dem Brand") covers nothing: an empty stretch at its end.
    """
    tokens = sentence.tokens
    row = report.row
    if report.position == "back":
        if before is not None:
            yield before.start, before.end, "reported"
        return
    if row.frames == ("speaks",):
        yield sentence.end, sentence.end, "reported"
        return
    if "clause" in row.frames:
        yield from _clauses_said(document, sentence, report)
    if holds_content(sentence, report):
        first = report.clause.first
        end = end_of_content(document, sentence, max(report.verb, first), plain=False)
        yield tokens[first].start, tokens[end - 1].end, "reported"


def holds_content(sentence: Sentence, report: Report) -> bool:
    """Tell whether what is said stands inside the clause of the verb itself, as its frames ask."""
    words = {lower(sentence, n) for n in report.clause.tokens}
    frames = set(report.row.frames)
    if "von" in frames and words & {"von", "vom", "davon"}:
        return True
    if "über" in frames and "über" in words and report.position != "behind":
        return True
    if "bei" in frames:
        speaker = report.subject is not None and any(
            speaks(token.text, "speaker") for token in sentence.tokens[slice(*report.subject)]
        )
        return speaker and any(lower(sentence, n.first - 1) == "bei" for n in sentence.numbers)
    return bool(frames & {"object", "mit", "auf"}) and report.position in {"before", "inside", "shared"}


def _clauses_said(document: Document, sentence: Sentence, report: Report) -> Iterator[tuple[int, int, Form]]:
    """Yield the clauses and quotations that a verb of saying governs."""
    tokens = sentence.tokens
    if report.position == "behind":
        head = min(report.clause.first, report.verb)
        head = head if head > 0 else report.verb
        speech = speech_before(document, sentence, head)
        start = tokens[start_before(sentence, head)].start
        if speech is not None:
            yield min(speech.start, start), speech.end, "direct"
        elif head > 0:
            yield start, tokens[head - 1].end, "indirect"
    elif report.position == "wie":
        yield from _wie(document, sentence, report)
        return
    speech = speech_from(document, sentence, sentence.end)
    if speech is not None and tokens[-1].text == ":":
        yield speech.start, speech.end, "direct"
    yield from _following(document, sentence, report)


def _wie(document: Document, sentence: Sentence, report: Report) -> Iterator[tuple[int, int, Form]]:
    """Yield what stands around "wie X mitteilt": the sentence, as far as it is one."""
    tokens = sentence.tokens
    start = start_before(sentence, report.clause.first)
    leads = report.clause.first - start <= 1
    after = [c for c in later_clauses(sentence, report.clause.first) if c.kind == "main"]
    spans = [c for c in sentence.clauses if c.first < report.clause.first and c.last > report.clause.last]
    end = report.clause.first
    if leads or spans:
        end = end_of_content(document, sentence, report.clause.last, plain=True)
    if leads and not after:
        return
    yield tokens[start].start, tokens[end - 1].end, "indirect"


def _following(document: Document, sentence: Sentence, report: Report) -> Iterator[tuple[int, int, Form]]:
    """Yield what is said behind the verb: from the first clause or quotation that can be said, to where it ends."""
    tokens = sentence.tokens
    for clause in later_clauses(sentence, report.verb):
        speech = speech_at(document, sentence, tokens[clause.first].start)
        if speech is not None:
            yield speech.start, speech.end, "direct"
            return
        if _can_be_said(sentence, clause, report):
            end = end_of_content(document, sentence, clause.first, plain=False)
            yield tokens[clause.first].start, tokens[end - 1].end, "indirect"
            return


def _can_be_said(sentence: Sentence, clause: Clause, report: Report) -> bool:
    """Tell whether a clause behind a verb of saying is what is said."""
    if clause.kind == "subordinate":
        return clause.opener in {"dass", "daß", "wonach", "ob", "wie"}
    if clause.kind == "infinitive":
        return clause.opener == ""
    if clause.kind == "main":
        colon = lower(sentence, clause.first - 1) == ":" and report.position != "behind"
        later = range(clause.first, len(sentence.tokens))
        bare = clause.finite is None or clause.finite not in clause.tokens
        zu = bare and any(sentence.tokens[n].form in {"zu", "zu_infinitive"} for n in later)
        return is_reported(sentence, clause) or colon or zu
    return False
