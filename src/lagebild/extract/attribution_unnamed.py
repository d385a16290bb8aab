"""What is said with nobody named: "es wird befürchtet, dass ...", "ihm wird vorgeworfen, ... zu haben"."""

from collections.abc import Iterator

from lagebild.extract.attribution_model import Attribution
from lagebild.extract.attribution_reports import Report, agent
from lagebild.extract.attribution_said import following
from lagebild.extract.attribution_wording import cue_words
from lagebild.extract.attribution_words import lower, verb_forms
from lagebild.model import Document, Sentence

_PASSIVE = frozenset({"wird", "werden", "wurde", "wurden", "worden", "werde", "würden"})
_UNNAMED = "attribution.unnamed"


def unnamed(document: Document, sentence: Sentence) -> Iterator[Attribution]:
    """Yield what a passive says whose agent is not named, where a clause or quotation behind it is what is said."""
    for place, token in enumerate(sentence.tokens):
        if token.form != "participle" or token.tag in {"NOUN", "PROPN", "ADJ"}:
            continue
        number = sentence.clause_at(place)
        rows = [form.row for form in verb_forms().get(token.text.lower(), ()) if form.row.frames[0] == "clause"]
        if number < 0 or not rows:
            continue
        clause = sentence.clauses[number]
        words = {lower(sentence, n) for n in clause.tokens}
        if not words & _PASSIVE or words & {"von", "vom", "durch"} or agent(sentence, clause) is not None:
            continue
        report = Report(rows[0], place, clause, "before", None, None)
        cue = cue_words(document, sentence, report)
        for start, end, form in following(document, sentence, report):
            yield Attribution((), sentence.field, start, end, cue, _UNNAMED, form, sentence.index, token.start)
