"""What a report covers: the clauses, quotations and objects that its verb governs."""

from collections.abc import Iterator

from lagebild.extract.attribution_model import Form
from lagebild.extract.attribution_phrases import is_determiner, is_noun
from lagebild.extract.attribution_reach import (
    end_of_content,
    first_word,
    is_reported,
    later_clauses,
    opens_relative,
    speech_at,
    speech_before,
    speech_from,
    start_before,
)
from lagebild.extract.attribution_reports import Report
from lagebild.extract.attribution_wording import frame_start
from lagebild.extract.attribution_words import QUOTES, lower, speaks
from lagebild.model import Clause, Document, Quotation, Sentence

_OCCASIONS = frozenset({"nach", "bei", "seit", "wegen", "infolge", "angesichts", "vor", "zu"})


def stretches(
    document: Document, sentence: Sentence, before: Sentence | None, report: Report
) -> Iterator[tuple[int, int, Form]]:
    """Yield what a report covers as offsets, with its form: in its sentence, the one before, or a quotation.

    A report that tells the act alone ("äußerte sich zu dem Brand") covers nothing: an empty stretch at its end.
    """
    tokens = sentence.tokens
    row = report.row
    if report.position == "back":
        if report.clause.first > 1:
            yield sentence.start, tokens[report.clause.first - 1].end, "reported"
        elif before is not None:
            yield before.start, before.end, "reported"
        return
    if row.frames == ("speaks",):
        yield from _spoken_out(document, sentence, report)
        return
    if "clause" in row.frames:
        yield from _clauses_said(document, sentence, report)
    if holds_content(sentence, report):
        first = report.clause.first
        end = _before_cause(
            sentence, max(report.verb, first), end_of_content(document, sentence, max(report.verb, first), plain=False)
        )
        if row.stance == "denies":
            end = next((n for n in range(report.clause.last, end) if tokens[n].text == ";"), end)
        for start, stop in _without_occasion(sentence, first, end):
            yield tokens[start].start, tokens[stop - 1].end, "reported"


def _spoken_out(document: Document, sentence: Sentence, report: Report) -> Iterator[tuple[int, int, Form]]:
    """Yield what follows a verb that tells the act of speaking alone: a quotation or clause behind it."""
    speech = speech_from(document, sentence, sentence.end) if sentence.tokens[-1].text == ":" else None
    found = list(following(document, sentence, report)) if speech is None else []
    if speech is not None:
        yield speech.start, speech.end, "direct"
    elif found:
        yield from found
    else:
        yield sentence.end, sentence.end, "reported"


def _before_cause(sentence: Sentence, place: int, end: int) -> int:
    """Return the end of an act that is told, before a clause in which the reporter gives a cause ("da ... starben")."""
    causes = (c for c in later_clauses(sentence, place) if c.kind == "subordinate" and c.opener in {"da", "weil"})
    return next((c.first for c in causes if c.first < end and not is_reported(sentence, c)), end)


def _without_occasion(sentence: Sentence, first: int, end: int) -> list[tuple[int, int]]:
    """Return the token places of a clause without the event it refers to ("nach dem Brand mit 40 Toten ...")."""
    pieces = [(first, end)]
    for number in sentence.numbers:
        if not (first < number.first < end and lower(sentence, number.first - 1) == "mit"):
            continue
        opener = next((p for p in sentence.phrases if p.first <= number.first < p.last), None)
        start = _occasion(sentence, opener.first if opener else number.first - 1)
        if start >= 0:
            last = max(opener.last if opener else number.last, number.last)
            pieces = [(pieces[0][0], start), (last, end)] if len(pieces) == 1 else pieces
    return [(a, b) for a, b in pieces if a < b]


def _occasion(sentence: Sentence, place: int) -> int:
    """Return where the phrase of an event begins that a phrase with "mit" belongs to, or -1."""
    at = place
    while True:
        before = next((p for p in sentence.phrases if p.last == at), None)
        if before is None:
            return -1
        if before.adposition in _OCCASIONS:
            return before.first
        if not before.adposition and before.owner < 0:
            return -1
        at = before.first


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
        head = frame_start(sentence, report)
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
    yield from following(document, sentence, report)


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


def following(document: Document, sentence: Sentence, report: Report) -> Iterator[tuple[int, int, Form]]:
    """Yield what is said behind the verb: from the first clause or quotation that can be said, to where it ends."""
    tokens = sentence.tokens
    own = _quoted_in_clause(document, sentence, report)
    if own is not None:
        yield own.start, own.end, "direct"
        return
    for clause in later_clauses(sentence, report.verb):
        speech = speech_at(document, sentence, tokens[first_word(sentence, clause)].start)
        if speech is not None:
            yield speech.start, speech.end, "direct"
            return
        if _can_be_said(sentence, clause, report):
            end = end_of_content(document, sentence, clause.first, plain=False)
            yield tokens[clause.first].start, tokens[end - 1].end, "indirect"
            return


def _quoted_in_clause(document: Document, sentence: Sentence, report: Report) -> Quotation | None:
    """Return the speech that stands in the clause of the verb itself, right behind verb and subject."""
    if report.position not in {"before", "shared"}:
        return None
    last = max(report.verb, report.subject[1] - 1 if report.subject else 0)
    mark = next((n for n in report.clause.tokens if n > last and sentence.tokens[n].text in QUOTES), -1)
    if mark < 0 or any(is_noun(sentence.tokens[n]) or is_determiner(sentence.tokens[n]) for n in range(last + 1, mark)):
        return None
    return speech_at(document, sentence, sentence.tokens[mark].end)


def _is_plainly_said(sentence: Sentence, clause: Clause, report: Report) -> bool:
    """Tell whether a main clause in the indicative is what is said, right behind a verb that asks for a clause."""
    if report.row.frames != ("clause",) or report.row.needs or report.position == "behind" or clause.kind != "main":
        return False
    ends = report.clause.last == clause.first - 1 and lower(sentence, clause.first - 1) == ","
    finite = clause.finite
    return ends and finite is not None and finite in clause.tokens and finite > first_word(sentence, clause)


def _is_no_relative(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause that seems relative is a main one: no noun stands before it ("betonte, das Geld fehle")."""
    if clause.kind != "relative":
        return False
    return not opens_relative(sentence, clause) or sentence.tokens[clause.first - 2].tag in {"VERB", "PART"}


def _is_verb_second(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause that seems subordinate has its verb second ("damit solle ein Unglück vermieden werden")."""
    return clause.opener in {"damit", "da"} and clause.finite == first_word(sentence, clause) + 1


def _can_be_said(sentence: Sentence, clause: Clause, report: Report) -> bool:
    """Tell whether a clause behind a verb of saying is what is said."""
    if clause.kind == "subordinate" and not _is_verb_second(sentence, clause):
        return clause.opener in {"dass", "daß", "wonach", "ob", "wie"}
    if clause.kind == "infinitive":
        return clause.opener == ""
    if clause.kind in {"main", "subordinate"} or _is_no_relative(sentence, clause):
        colon = lower(sentence, clause.first - 1) == ":" and report.position != "behind"
        later = range(clause.first, len(sentence.tokens))
        bare = clause.finite is None or clause.finite not in clause.tokens
        zu = bare and any(sentence.tokens[n].form in {"zu", "zu_infinitive"} for n in later)
        return is_reported(sentence, clause) or colon or zu or _is_plainly_said(sentence, clause, report)
    return False
