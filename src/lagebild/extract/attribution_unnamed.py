"""What is said with nobody named: "es wird befürchtet, dass ...", "ihm wird vorgeworfen, ... zu haben"."""

from collections.abc import Iterator

from lagebild.extract.attribution_model import Attribution
from lagebild.extract.attribution_reports import Report, agent
from lagebild.extract.attribution_said import following
from lagebild.extract.attribution_wording import cue_words
from lagebild.extract.attribution_words import lower, verb_forms
from lagebild.model import Document, Sentence
from lagebild.vocabulary.attribution import ReportingVerbs

_PASSIVE = frozenset({"wird", "werden", "wurde", "wurden", "worden", "werde", "würden"})
_UNNAMED = "attribution.unnamed"


def unnamed(document: Document, sentence: Sentence) -> Iterator[Attribution]:
    """Yield what a passive says whose agent is not named, where a clause or quotation behind it is what is said."""
    for place, token in enumerate(sentence.tokens):
        if token.form != "participle" or token.tag in {"NOUN", "PROPN", "ADJ"}:
            continue
        number = sentence.clause_at(place)
        if number < 0:
            continue
        clause = sentence.clauses[number]
        words = {lower(sentence, n) for n in clause.tokens}
        rows = [form.row for form in verb_forms().get(token.text.lower(), ()) if _takes(form.row, words)]
        if not rows or not words & _PASSIVE or words & {"von", "vom", "durch"} or agent(sentence, clause) is not None:
            continue
        report = Report(rows[0], place, clause, "before", None, None)
        cue = cue_words(document, sentence, report)
        for start, end, form in following(document, sentence, report):
            yield Attribution((), sentence.field, start, end, cue, _UNNAMED, form, sentence.index, token.start)


def _takes(row: ReportingVerbs, words: set[str]) -> bool:
    """Tell whether a verb can have a clause for what is said, and has the words that it needs for that."""
    needed = not row.needs or any(need.lower() in words for need in row.needs)
    return row.frames[0] == "clause" and needed
