"""How far what somebody says reaches in an English text."""

from lagebild.extract.attribution_model import Form
from lagebild.extract.english.attribution_cues import gap
from lagebild.extract.english.attribution_reports import Report
from lagebild.extract.english.attribution_words import QUOTES, lower
from lagebild.model import Document, Quotation, Sentence

_NEAR = 4  # characters between a quotation and who said it
_COORDINATORS = frozenset({"and", "but", "while", "whereas", "though", "although", "or"})
_APART = frozenset({"who", "which", "where", "whose", "whom"})

Stretch = tuple[int, int, Form]


def reach(document: Document, sentence: Sentence, report: Report, others: list[Report]) -> list[Stretch]:
    """Return the stretches of text that a report covers, as offsets, each with the form of what is said."""
    if report.side == "passive":
        return _of_passive(sentence, report)
    found: list[Stretch] = []
    if report.side in {"before", "around"}:
        found.append(_in_front(document, sentence, report, others))
    if (
        report.side == "around"
        and lower(sentence, report.right + 1) not in _APART
        and not _is_described(sentence, report)
    ):
        found.append(_behind(document, sentence, report, others))
    if report.side == "behind":
        found.append(_behind(document, sentence, report, others))
        quoted = _quotation_before(document, sentence, _start_of(sentence, report))
        own = report.row.stance != "denies" and lower(sentence, report.right) not in QUOTES | {":"}
        if quoted is not None and own:
            found.append((quoted.start, quoted.end, "direct"))
    return [stretch for stretch in found if stretch[0] < stretch[1]]


def _is_described(sentence: Sentence, report: Report) -> bool:
    """Tell whether the words behind a speaker's comma describe him, no clause of their own being there."""
    place = report.right + 1
    if report.subject[0] < report.verb or sentence.tokens[min(place, len(sentence.tokens) - 1)].tag not in {
        "DET",
        "NUM",
    }:
        return False
    later = [c for c in sentence.clauses if c.verbs and c.verbs[0] > place]
    return all(clause.kind == "relative" for clause in later)


def _start_of(sentence: Sentence, report: Report) -> int:
    """Return the offset where the words that report begin."""
    return sentence.tokens[min(report.subject[0], report.verb, *report.clause.verbs)].start


def _of_passive(sentence: Sentence, report: Report) -> list[Stretch]:
    """Return what "was confirmed by the mayor" covers: its clause, and what stands before a participle."""
    first = report.clause.first
    if report.clause.kind == "relative":
        phrase = next((p for p in reversed(sentence.phrases) if p.last == first), None)
        above = phrase
        while above is not None and above.owner >= 0:
            above = sentence.phrases[above.owner]
        first = above.first if above is not None else first
    else:
        first = 0
    found: list[Stretch] = [(sentence.tokens[first].start, sentence.tokens[report.subject[0]].start, "reported")]
    if lower(sentence, report.right) == "that":
        found.append((sentence.tokens[report.right].start, sentence.end, "indirect"))
    return found


def _in_front(document: Document, sentence: Sentence, report: Report, others: list[Report]) -> Stretch:
    """Return what stands before the words that report, over a quotation of several sentences where it is one."""
    stop = _start_of(sentence, report)
    first = start_in_front(sentence, report, others)
    start = sentence.tokens[first].start
    quoted = _quotation_before(document, sentence, stop)
    if quoted is None:
        return start, stop, "indirect"
    if quoted.start <= start + 1 or quoted.start < sentence.start:
        return min(quoted.start, start), stop, "direct"
    return start, stop, "direct"


def start_in_front(sentence: Sentence, report: Report, others: list[Report]) -> int:
    """Return the first token of what stands before the words that report, in their own sentence."""
    stop = min(report.subject[0], report.verb)
    first = 0
    for other in others:
        if other.verb >= report.verb or other is report:
            continue
        if other.side in {"before", "around"}:
            first = max(first, other.right)
        elif other.side == "behind":
            first = max(first, _coordinated(sentence, other.right, stop))
    return first


def _coordinated(sentence: Sentence, first: int, last: int) -> int:
    """Return the place of the last conjunction behind a comma between two places, or 0."""
    places = (n for n in range(last - 2, first, -1) if lower(sentence, n) in _COORDINATORS)
    return next((n for n in places if lower(sentence, n - 1) in {",", ";"}), 0)


def _behind(document: Document, sentence: Sentence, report: Report, others: list[Report]) -> Stretch:
    """Return what stands behind the words that report, up to the next speaker or the end of the sentence."""
    first = report.right
    last = end_behind(sentence, report, others)
    while last - 1 > first and last < len(sentence.tokens) and lower(sentence, last - 1) in _COORDINATORS | {","}:
        last -= 1
    start = sentence.tokens[min(first, len(sentence.tokens) - 1)].start
    stop = sentence.tokens[last - 1].end
    quoted = _quotation_from(document, sentence, start, sentence.tokens[min(report.right, last - 1)].end)
    if quoted is not None and not (report.row.stance == "denies" and quoted.start >= stop):
        return start, max(stop, quoted.end) if quoted.end > sentence.end else stop, "direct"
    worded = "clause" in report.row.frames and _is_clause(sentence, report, last)
    return start, stop, "indirect" if worded else "reported"


def _is_clause(sentence: Sentence, report: Report, last: int) -> bool:
    """Tell whether what stands behind the words that report is a clause, and no mere object of theirs."""
    return "object" not in report.row.frames or any(
        clause.verbs and report.right <= clause.verbs[0] < last and clause.kind != "relative"
        for clause in sentence.clauses
    )


def end_behind(sentence: Sentence, report: Report, others: list[Report]) -> int:
    """Return the last token place, excluded, of what stands behind the words that report."""
    tokens = sentence.tokens
    last = next((n for n in range(report.right, len(tokens)) if tokens[n].text == ";"), len(tokens))
    if report.row.id == "describe":
        last = next((n for n in range(report.right, last) if lower(sentence, n) == "which"), last)
    gapped = gap(sentence)
    if gapped is not None and gapped[0][0] > report.right:
        last = min(last, gapped[0][0])
    for other in others:
        shared = other.subject == report.subject and report.verb < other.clause.first
        begins = other.clause.first if shared else min(other.subject[0], other.verb)
        begins = other.clause.first if report.right < other.clause.first < begins else begins
        if begins <= report.right:
            continue
        if other.side in {"before", "around"} and report.side == "around":
            last = min(last, max(report.right, _coordinated(sentence, report.right - 1, begins) or report.right))
        elif other.side in {"before", "around"} or (other.side == "behind" and _stands_apart(sentence, begins)):
            last = min(last, begins)
    above = report.clause
    while above.parent >= 0:
        above = sentence.clauses[above.parent]
        resumed = [n for n in above.tokens if n > report.right]
        if resumed and report.clause.kind == "relative":
            last = min(last, resumed[0])
    return last


def _stands_apart(sentence: Sentence, place: int) -> bool:
    """Tell whether another speaker begins at a place behind a mark or a conjunction, and not inside what is said."""
    before = lower(sentence, place if lower(sentence, place) in _COORDINATORS else place - 1)
    return before in _COORDINATORS or before in {",", ";", "–", "—", "-"}


def _quotation_before(document: Document, sentence: Sentence, offset: int) -> Quotation | None:
    """Return the quotation of speech that ends right before an offset, or None."""
    return next((q for q in document.quotations if q.field == sentence.field and 0 <= offset - q.end <= _NEAR), None)


def _quotation_from(document: Document, sentence: Sentence, start: int, end: int) -> Quotation | None:
    """Return the quotation that begins between two offsets, or None; a mark behind a blank closes none."""
    found = (q for q in document.quotations if q.field == sentence.field and start <= q.start <= end + _NEAR)
    return next((q for q in found if not document.article[q.field][q.end - 1 : q.end].isspace()), None)


def speech_from(document: Document, sentence: Sentence) -> Quotation | None:
    """Return the quotation of speech that a sentence begins with, or None."""
    opens = bool(sentence.tokens) and sentence.tokens[0].text in QUOTES
    limit = sentence.start + _NEAR
    return next(
        (
            q
            for q in document.quotations
            if opens and q.field == sentence.field and q.kind == "speech" and sentence.start <= q.start <= limit
        ),
        None,
    )
