"""Attribution by a noun for what was said ("Meldungen über zehn Tote"), or by a participle ("die genannte Zahl")."""

from collections.abc import Iterator

from lagebild.extract.attribution_cues import source
from lagebild.extract.attribution_model import Attribution
from lagebild.extract.attribution_phrases import holder, is_determiner, is_noun, noun_phrase, owner
from lagebild.extract.attribution_words import is_stop, lower, message, speaks
from lagebild.model import Clause, Document, Modality, Sentence

_ABOUT = frozenset({"über", "wonach", "von"})
_CHANGED = ("korrigiert", "revidiert", "präzisiert", "aktualisiert")
_TOLD = ("gemeldet", "genannt", "verbreitet", "angegeben", "behauptet", "bestätigt", "veröffentlicht", "vermeldet")
_VERSIONS = frozenset({"fassung", "version"})


def messages(document: Document, sentence: Sentence) -> Iterator[Attribution]:
    """Yield the attributions by a noun or participle for what was said, in text order."""
    if any(token.text.lower() in _VERSIONS for token in sentence.tokens):
        return
    for place, token in enumerate(sentence.tokens):
        if token.tag == "NOUN":
            if message(token.text, "that") is not None:
                yield from _clause_of(document, sentence, place)
            certainty = message(token.text, "über")
            if certainty is not None:
                yield from _about(document, sentence, place, certainty)
                yield from _changed(document, sentence, place)
        elif token.tag == "ADJ" and token.form == "attributive" and token.text.lower().startswith(_TOLD):
            yield from _told_by(document, sentence, place)


def _about(document: Document, sentence: Sentence, place: int, certainty: Modality) -> Iterator[Attribution]:
    """Yield "Meldungen über zehn Tote", "Berichte italienischer Medien, wonach zehn Menschen starben"."""
    tokens = sentence.tokens
    first, last = owner(sentence, place, place + 1)
    after = max(last, place + 1)
    opened = after + 1 if lower(sentence, after) == "," else after
    if lower(sentence, opened) not in _ABOUT or (opened == after and lower(sentence, opened) == "von"):
        return
    if opened > after and lower(sentence, opened) != "wonach":
        return
    opener = place - 1
    while opener >= 0 and (tokens[opener].tag == "ADJ" or is_determiner(tokens[opener])):
        opener -= 1
    if "kein" in " ".join(lower(sentence, n) for n in range(opener + 1, place)) or tokens[max(opener, 0)].tag == "ADP":
        return
    end = next((n for n in range(opened, len(tokens)) if is_stop(tokens[n]) and n > opened), len(tokens))
    named = source(document, sentence, first, last)
    cue = document.article.span(sentence.field, tokens[place].start, tokens[place].end)
    rule = "attribution.message"
    yield Attribution(
        (named,), sentence.field, tokens[opened].start, tokens[end - 1].end, (cue,), rule, "reported",
        sentence.index, tokens[place].start, certainty,
    )  # fmt: skip


def _clause_of(document: Document, sentence: Sentence, place: int) -> Iterator[Attribution]:
    """Yield "die Forderung des Landrats, die Halle zu räumen", "die Warnung der Wehr, dass das Eis dünn sei"."""
    tokens = sentence.tokens
    first, last = holder(sentence, place)
    if last <= first or lower(sentence, last) != ",":
        return
    clause = next((c for c in sentence.clauses if c.first == last + 1), None)
    if clause is None or not _is_told(sentence, clause):
        return
    end = next((c.first - 1 for c in sentence.clauses if c.first > clause.first and c.kind == "main"), clause.last)
    named = source(document, sentence, first, last)
    opened = place - 1 if place and is_determiner(tokens[place - 1]) else place
    cue = document.article.span(sentence.field, tokens[opened].start, tokens[place].end)
    yield Attribution(
        (named,), sentence.field, tokens[clause.first].start, tokens[max(end, clause.first + 1) - 1].end, (cue,),
        "attribution.noun", "indirect", sentence.index, tokens[place].start,
    )  # fmt: skip


def _is_told(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause says what a noun for saying means: with "dass" or "wonach", in the infinitive, reported."""
    if clause.kind == "subordinate":
        return clause.opener in {"dass", "daß", "wonach", "ob"}
    bare = clause.finite is None or clause.finite not in clause.tokens
    if bare:
        return any(sentence.tokens[n].form in {"zu", "zu_infinitive"} for n in clause.tokens)
    return clause.kind == "main" and clause.mood == "konjunktiv1"


def _changed(document: Document, sentence: Sentence, place: int) -> Iterator[Attribution]:
    """Yield "die polizeilichen Angaben wurden von 86 auf 76 Tote korrigiert"."""
    tokens = sentence.tokens
    number = sentence.clause_at(place)
    clause = sentence.clauses[number] if number >= 0 else None
    if clause is None or clause.voice != "passive" or clause.finite is None or clause.finite < place:
        return
    if not any(lower(sentence, n).startswith(_CHANGED) for n in clause.tokens):
        return
    first = place
    while first > 0 and tokens[first - 1].tag == "ADJ":
        first -= 1
    if first > 0 and is_determiner(tokens[first - 1]) and first == place:
        first -= 1
    named = source(document, sentence, *owner(sentence, first, place + 1))
    start, end = tokens[clause.first].start, tokens[clause.last - 1].end
    yield Attribution(
        (named,), sentence.field, start, end, (), "attribution.changed", "reported", sentence.index, tokens[place].start
    )


def _told_by(document: Document, sentence: Sentence, place: int) -> Iterator[Attribution]:
    """Yield "die von der Polizei genannte Zahl von zehn Toten"."""
    tokens = sentence.tokens
    by = next((n for n in range(place - 1, max(-1, place - 7), -1) if lower(sentence, n) in {"von", "vom"}), -1)
    if by < 0:
        return
    last = noun_phrase(sentence, by + 1)
    head = next((n for n in range(place + 1, min(place + 3, len(tokens))) if is_noun(tokens[n])), -1)
    if last != place or head < 0 or any(speaks(token.text, "never") for token in tokens[by + 1 : last]):
        return
    number = sentence.clause_at(place)
    end = sentence.clauses[number].last if number >= 0 else len(tokens)
    named = source(document, sentence, *owner(sentence, by + 1, last))
    yield Attribution(
        (named,), sentence.field, tokens[place].start, tokens[end - 1].end, (), "attribution.told", "reported",
        sentence.index, tokens[place].start,
    )  # fmt: skip
