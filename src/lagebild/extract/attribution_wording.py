"""The words of a report: its cue, in pieces where the verb bracket parts them, and the clause they fill."""

from lagebild.extract.attribution_order import is_cut_in
from lagebild.extract.attribution_phrases import is_determiner
from lagebild.extract.attribution_reports import BE, HAVE, Report
from lagebild.extract.attribution_words import QUOTES, is_stop, lower, verb_forms
from lagebild.model import Document, Sentence, Span

_CORRELATES = frozenset({
    "darauf", "davon", "davor", "dazu", "dafür", "dagegen", "daran", "damit", "daraus", "darüber", "darum", "daraufhin",
})  # fmt: skip
_OPENS_NAME: dict[tuple[str, ...], frozenset[str]] = {
    ("von",): frozenset({"von", "vom"}),
    ("object", "als"): frozenset({"als"}),
}
_MODALS = frozenset({
    "muss", "musste", "mussten", "müssen", "will", "wollte", "wollten", "kann", "konnte", "konnten", "möchte",
    "möchten",
})  # fmt: skip


def cue_words(document: Document, sentence: Sentence, report: Report) -> tuple[Span, ...]:
    """Return the words of a report as spans: "teilte" and "mit", "hat" and "erklärt", "Wie" and "mitteilte"."""
    places = sorted(_cue_places(sentence, report))
    pieces: list[list[int]] = []
    for place in places:
        if pieces and pieces[-1][-1] == place - 1:
            pieces[-1].append(place)
        else:
            pieces.append([place])
    tokens = sentence.tokens
    return tuple(
        document.article.span(sentence.field, tokens[piece[0]].start, tokens[piece[-1]].end) for piece in pieces
    )


def _cue_places(sentence: Sentence, report: Report) -> set[int]:
    """Return the token places of the words that report."""
    clause, verb = report.clause, report.verb
    places = {verb}
    if report.row.quoted:
        places |= {n for n in (clause.finite,) if n is not None}
    elif clause.finite is not None and clause.finite != verb and sentence.tokens[verb].form != "finite":
        finite = lower(sentence, clause.finite)
        if finite in HAVE | BE | _MODALS:
            places.add(clause.finite)
        places |= {n for n in clause.tokens if n > verb and lower(sentence, n) in {"worden", "haben"}}
    places |= _particle_places(sentence, report)
    if report.row.frames == ("clause",) and (report.row.speaker == "subject" or "es" in report.row.needs):
        places |= _needed(sentence, report)
    if "clause" in report.row.frames:
        places |= {
            n for n in _own_and_verbless(sentence, report) if lower(sentence, n) in _CORRELATES and n > clause.first
        }
    places |= _the_words(sentence, report)
    places |= {n for n in clause.tokens if n > verb and lower(sentence, n) in _OPENS_NAME.get(report.row.frames, ())}
    if report.position == "wie":
        opener = next((n for n in clause.tokens if sentence.tokens[n].text not in QUOTES), verb)
        places |= {opener} if lower(sentence, opener) == "wie" else set()
    return places


def _particle_places(sentence: Sentence, report: Report) -> set[int]:
    """Return where the separated particle of the verb stands."""
    forms = verb_forms().get(lower(sentence, report.verb), ())
    particle = next((form.particle for form in forms if form.row is report.row and form.particle), "")
    if not particle:
        return set()
    words = particle.split()
    own = [n for n in _own_and_verbless(sentence, report) if n > report.verb]
    for at in own or range(report.verb + 1, len(sentence.tokens)):
        if [lower(sentence, at + step) for step in range(len(words))] == words:
            return set(range(at, at + len(words)))
    before = report.verb - 1
    return {before} if lower(sentence, before) == particle else set()


def _own_and_verbless(sentence: Sentence, report: Report) -> list[int]:
    """Return the token places of the clause of a report, and of what an apposition parts from it ("noch davon aus")."""
    parted = (c for c in sentence.clauses if c.kind == "verbless" and c.first > report.clause.first)
    return [*report.clause.tokens, *(n for c in parted for n in c.tokens)]


def _the_words(sentence: Sentence, report: Report) -> set[int]:
    """Return where "mit den Worten" stands, or "mit folgenden Worten"."""
    own = report.clause.tokens
    words = next((n for n in own if lower(sentence, n) == "worten"), -1)
    with_ = next((n for n in range(words - 1, max(words - 4, -1), -1) if lower(sentence, n) == "mit"), -1)
    return set(range(with_, words + 1)) if words > 0 and with_ in own else set()


def _needed(sentence: Sentence, report: Report) -> set[int]:
    """Return where the words stand that make a verb one of saying, an article before them too ("die Ansicht")."""
    needs = {need.lower() for need in report.row.needs}
    subject = range(*report.subject) if report.subject else ()
    found = {n for n in report.clause.tokens if lower(sentence, n) in needs and n not in subject}
    articles = {n - 1 for n in found if n - 1 in report.clause.tokens and is_determiner(sentence.tokens[n - 1])}
    return found | articles


def framing(sentence: Sentence, report: Report) -> tuple[tuple[int, int], ...]:
    """Return the stretch of the clause of a report where it stands inside what is said ("wie X mitteilte")."""
    if report.position not in {"wie", "behind"}:
        return ()
    tokens = sentence.tokens
    first = report.clause.first if report.position == "wie" else frame_start(sentence, report)
    last = _end_of_frame(sentence, report)
    return ((tokens[first].start, tokens[last - 1].end),)


def frame_start(sentence: Sentence, report: Report) -> int:
    """Return the token place where the reporting clause behind what is said begins."""
    finite = report.clause.finite
    head = finite if finite is not None and report.clause.first <= finite < report.verb else report.verb
    if is_cut_in(sentence, report.clause, head):
        return head
    first = min(report.clause.first, report.verb)
    return first if first > 0 else report.verb


def _end_of_frame(sentence: Sentence, report: Report) -> int:
    """Return the place after the reporting clause: where its own tokens and its subject end."""
    own = [n for n in report.clause.tokens if n >= report.verb] or [report.verb]
    end = own[0]
    while end + 1 in report.clause.tokens:
        end += 1
    last = max(end + 1, report.subject[1] if report.subject else 0)
    while last < len(sentence.tokens) and not is_stop(sentence.tokens[last]) and sentence.clause_at(last) < 0:
        last += 1
    return last
