"""What a pronoun stands for, where that is plain: the subject of the governing clause, or of the sentence before."""

from lagebild.model import Document, Phrase, Sentence, Span

_SINGULAR = {"er": {"der", "ein"}, "sie": {"die", "eine"}, "es": {"das", "ein"}}
_ENGLISH = {"he", "she", "it", "they"}
_PLURALS = {"they"}
_PEOPLE = {"he", "she"}
_OTHERS = {"er": {"die", "das", "eine"}, "sie": {"der", "das", "ein"}, "es": {"der", "die", "eine"}}


def antecedent(document: Document, span: Span) -> Span | None:
    """Return the words that a pronoun stands for, or None where it is none or its sense is not plain."""
    word = span.quote.lower()
    if word not in _SINGULAR and word not in _ENGLISH:
        return None
    at = next(
        (n for n, s in enumerate(document.sentences) if s.field == span.field and s.start <= span.start < s.end), -1
    )
    if at < 0:
        return None
    inside = _subject(document.sentences[at], word, before=span.start)
    if inside is not None:
        return _span(document, document.sentences[at], inside)
    if at == 0:
        return None
    before = document.sentences[at - 1]
    if (before.field, before.paragraph) != (document.sentences[at].field, document.sentences[at].paragraph):
        return None
    found = _subject(before, word, before=before.end)
    return None if found is None else _span(document, before, found)


def _subject(sentence: Sentence, word: str, *, before: int) -> Phrase | None:
    """Return the subject of the first main clause that agrees with the pronoun, if it ends before this offset."""
    for clause in sentence.clauses:
        if clause.kind != "main":
            continue
        own = [
            p
            for p in sentence.phrases
            if sentence.clauses.index(clause) == p.clause and not p.adposition and p.owner < 0
        ]
        for phrase in own:
            if sentence.tokens[phrase.last - 1].end <= before and phrase.case in {"", "nominative"}:
                return phrase if _agrees(sentence, phrase, word) else None
        return None
    return None


def _agrees(sentence: Sentence, phrase: Phrase, word: str) -> bool:
    """Tell whether a phrase can be what this pronoun stands for."""
    head, opener = sentence.tokens[phrase.head], sentence.tokens[phrase.first].text.lower()
    if head.tag not in {"NOUN", "PROPN"}:
        return False
    if word in _ENGLISH:
        several = phrase.plural or phrase.series >= 0
        named = head.tag == "PROPN" and phrase.first != phrase.head
        if word in _PEOPLE:
            return not several and (named or head.tag == "NOUN")
        return several == (word in _PLURALS)
    if phrase.plural:
        return word == "sie"
    bare = sentence.tokens[phrase.first].tag != "DET"  # "18 Uhr", "Rauch": no noun alone is who a pronoun means
    named = any(token.tag == "PROPN" for token in sentence.tokens[phrase.first : phrase.last])
    return named and phrase.number < 0 if bare else opener not in _OTHERS[word]


def _span(document: Document, sentence: Sentence, phrase: Phrase) -> Span:
    """Return the span of a phrase without its article."""
    tokens = sentence.tokens
    first = phrase.first
    while first < phrase.head and tokens[first].tag == "DET":
        first += 1
    return document.article.span(sentence.field, tokens[first].start, tokens[phrase.last - 1].end)
