"""Attributions by reporting verbs, and what runs on from sentence to sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lagebild.extract.attribution_cues import cues, source
from lagebild.extract.attribution_model import Attribution, Form
from lagebild.extract.attribution_phrases import noun_phrase, owner
from lagebild.extract.attribution_reach import (
    end_of_content,
    is_hypothetical,
    is_reported,
    later_clauses,
    speech_at,
    speech_before,
    speech_from,
    start_before,
)
from lagebild.extract.attribution_reports import Report, reports
from lagebild.extract.attribution_words import lower, message
from lagebild.model import Clause, Document, FieldName, Sentence, Source

_REACH = 2  # sentences over which reported speech runs on without a new mention of who speaks
_MASCULINE = frozenset({"der", "ein", "dem", "einem", "den", "einen", "des", "eines", "dieser"})
_FEMININE = frozenset({"die", "eine", "der", "einer", "diese"})


@dataclass(slots=True)
class Talk:
    """Who spoke last while a field is read, and where."""

    sources: tuple[Source, ...] = ()
    sentence: int = -9
    open: bool = False
    found: list[Attribution] = field(default_factory=list)

    def heard(self, attribution: Attribution) -> None:
        """Remember an attribution as the last."""
        self.found.append(attribution)
        self.sources, self.sentence = attribution.sources, attribution.sentence


def conversation(document: Document, name: FieldName) -> list[Attribution]:
    """Return the attributions of a field, sentence by sentence."""
    talk = Talk()
    before: Sentence | None = None
    for sentence in document.sentences:
        if sentence.field != name:
            continue
        for attribution in _in_sentence(document, sentence, before, talk):
            talk.heard(attribution)
        for attribution in _carried(document, sentence, talk):
            talk.found.append(attribution)
            talk.sentence = sentence.index
        before = sentence
    return talk.found


def _in_sentence(document: Document, sentence: Sentence, before: Sentence | None, talk: Talk) -> Iterator[Attribution]:
    """Yield the attributions with words of their own in a sentence, in text order of their cues."""
    if not sentence.tagged:
        return
    found = list(cues(document, sentence))
    subject: tuple[Source, ...] = ()
    for report in reports(sentence):
        sources = _sources(document, sentence, report, talk, subject)
        if not sources:
            continue
        subject = sources
        found.extend(_said(document, sentence, before, report, sources))
    yield from sorted(found, key=lambda a: a.at)


def _sources(
    document: Document, sentence: Sentence, report: Report, talk: Talk, before: tuple[Source, ...]
) -> tuple[Source, ...]:
    """Return who a report names, what it leans on first."""
    stance = report.row.stance
    named: tuple[Source, ...] = ()
    if report.position == "shared":
        named = before
    elif "es" in report.row.needs:
        named = _hearsay(document, sentence, report) or (
            talk.sources if sentence.index - talk.sentence <= _REACH else ()
        )
    elif (
        report.subject is not None
        and lower(sentence, report.subject[0]) in {"er", "sie", "dieser", "diese"}
        and (report.subject[1] - report.subject[0] == 1)
    ):
        named = _antecedent(sentence, report.subject[0], talk, before)
    elif report.subject is not None:
        first, last = owner(sentence, *report.subject)
        named = (source(document, sentence, first, last),)
    if report.row.id in {"announce"} and "bestätigt" in lower(sentence, report.verb):
        stance = "confirms"
    named = tuple(replace(one, stance=stance) for one in named[:1]) + named[1:]
    if report.leans_on is not None and report.leans_on[1] > report.leans_on[0]:
        origin = source(document, sentence, *report.leans_on)
        return (origin, *(replace(one, role="via") for one in named))
    return named


def _hearsay(document: Document, sentence: Sentence, report: Report) -> tuple[Source, ...]:
    """Return whom "hieß es aus X" names, or nobody."""
    for place in report.clause.tokens:
        if lower(sentence, place) in {"aus", "seitens", "vonseiten", "in", "im", "bei", "von"}:
            last = noun_phrase(sentence, place + 1)
            if last == place + 1:
                continue
            inside = lower(sentence, place) in {"in", "im", "bei", "von"}
            words = " ".join(token.text.lower() for token in sentence.tokens[place:last])
            if "fassung" in words or "version" in words:
                return ()
            if inside and not any(message(t.text, "über") is not None for t in sentence.tokens[place + 1 : last]):
                continue
            return (source(document, sentence, *owner(sentence, place + 1, last)),)
    return ()


def _antecedent(sentence: Sentence, pronoun: int, talk: Talk, before: tuple[Source, ...]) -> tuple[Source, ...]:
    """Return the last speaker where a pronoun can mean them."""
    speakers = before or (talk.sources if sentence.index - talk.sentence <= _REACH else ())
    if not speakers:
        return ()
    opener = speakers[0].text.split()[0].lower()
    genders = _FEMININE if lower(sentence, pronoun) in {"sie", "diese"} else _MASCULINE
    articles = _FEMININE | _MASCULINE
    return speakers[:1] if opener in genders or opener not in articles else ()


def _said(
    document: Document, sentence: Sentence, before: Sentence | None, report: Report, sources: tuple[Source, ...]
) -> Iterator[Attribution]:
    """Yield what a report covers: in its own sentence, in the one before, in a quotation over several."""
    rule = f"attribution.{report.position}"
    for start, end, form in _stretches(document, sentence, before, report):
        if start < end:
            token = sentence.tokens[report.verb]
            cue = document.article.span(sentence.field, token.start, token.end)
            modality = report.row.modality
            yield Attribution(
                sources, sentence.field, start, end, (cue,), rule, form, sentence.index, token.start, modality
            )


def _stretches(
    document: Document, sentence: Sentence, before: Sentence | None, report: Report
) -> Iterator[tuple[int, int, Form]]:
    """Yield the stretches of a report's content as offsets, with their form."""
    tokens = sentence.tokens
    row = report.row
    if report.position == "back":
        if before is not None:
            yield before.start, before.end, "reported"
        return
    if row.frames == ("speaks",):
        yield sentence.end - 1, sentence.end, "reported"
        return
    if "clause" in row.frames:
        yield from _clauses_said(document, sentence, report)
    shape = _object_shape(sentence, report)
    if shape:
        first = report.clause.first
        end = end_of_content(document, sentence, max(report.verb, first), plain=False)
        yield tokens[first].start, tokens[end - 1].end, "reported"


def _object_shape(sentence: Sentence, report: Report) -> bool:
    """Tell whether the content stands inside the clause of the verb itself, as its frames ask."""
    words = {lower(sentence, n) for n in report.clause.tokens}
    frames = set(report.row.frames)
    if "von" in frames and words & {"von", "vom", "davon"}:
        return True
    if "über" in frames and "über" in words and report.position != "behind":
        return True
    if "bei" in frames:
        return "bei" in words
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
    if leads or spans:
        end = end_of_content(document, sentence, report.clause.last, plain=True)
    else:
        end = report.clause.first
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
        zu = clause.finite is None or clause.finite not in clause.tokens
        return (
            is_reported(clause)
            or colon
            or (zu and any(sentence.tokens[n].form in {"zu", "zu_infinitive"} for n in clause.tokens))
        )
    return False


def _carried(document: Document, sentence: Sentence, talk: Talk) -> Iterator[Attribution]:
    """Yield reported speech that runs on with nobody named: Konjunktiv, "demnach", a quotation that goes on."""
    if not talk.sources or sentence.index - talk.sentence > _REACH or not sentence.tagged:
        return
    for clause in sentence.clauses:
        start = sentence.tokens[clause.first].start
        if any(a.field == sentence.field and a.start <= start < a.end for a in talk.found):
            continue
        if _runs_on(document, sentence, clause, talk):
            end = end_of_content(document, sentence, clause.first, plain=False)
            first = start_before(sentence, clause.first) if not _earlier_indicative(sentence, clause) else clause.first
            stop = sentence.tokens[end - 1].end
            yield _free(sentence, talk, sentence.tokens[first].start, stop, "attribution.carried")
            return
        demnach = next((n for n in clause.tokens if lower(sentence, n) == "demnach"), -1)
        if demnach >= 0:
            end = end_of_content(document, sentence, clause.first, plain=True)
            yield _free(sentence, talk, start, sentence.tokens[end - 1].end, "attribution.demnach")
            return


def _runs_on(document: Document, sentence: Sentence, clause: Clause, talk: Talk) -> bool:
    """Tell whether a clause goes on with what the last speaker said."""
    if clause.kind != "main" or clause.finite is None or clause.finite not in clause.tokens:
        return False
    if clause.mood == "konjunktiv1":
        return True
    return clause.mood == "konjunktiv2" and sentence.index - talk.sentence <= 1 and not is_hypothetical(sentence)


def _earlier_indicative(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether the reporter speaks in an earlier main clause of the sentence."""
    return any(c.kind == "main" and c.first < clause.first and not is_reported(c) for c in sentence.clauses)


def _free(sentence: Sentence, talk: Talk, start: int, end: int, rule: str) -> Attribution:
    """Return reported speech of the last speaker without words of its own that report."""
    return Attribution(talk.sources, sentence.field, start, end, (), rule, "free_indirect", sentence.index, start)
