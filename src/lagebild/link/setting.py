"""Where a figure stands: its sentence, the words around its count, and the clauses over it."""

import bisect
from dataclasses import dataclass
from operator import attrgetter

from lagebild.model import Clause, Document, Figure, Sentence, Span

_PLUPERFECT = ("war", "waren", "hatte", "hatten", "had", "'d")
_WINDOW = 600  # characters read before and after a count; longer sentences are no prose
_BEGINNING = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Setting:
    """A figure with its sentence: `text` is the sentence, or what is near the count, `base` its place in the field."""

    figure: Figure
    sentence: Sentence
    text: str
    base: int
    language: str

    @property
    def start(self) -> int:
        """Return the offset of the count in the text."""
        return self.figure.count.start - self.base

    @property
    def before(self) -> str:
        """Return the words of the sentence before the count."""
        return self.text[: self.start]

    @property
    def after(self) -> str:
        """Return the words of the sentence after the count."""
        return self.text[self.start + len(self.figure.count.quote) :]

    @property
    def clause(self) -> Clause | None:
        """Return the innermost clause of the count."""
        place = _clause_at(self.sentence, self.figure.count.start)
        return self.sentence.clauses[place] if place >= 0 else None

    @property
    def pluperfect(self) -> bool:
        """Return whether the count's clause is in the past perfect: "war ums Leben gekommen"."""
        if self.clause is None:
            return False
        verbs = [self.sentence.tokens[place] for place in self.clause.verbs]
        auxiliary = any(verb.text.casefold() in _PLUPERFECT for verb in verbs)
        return auxiliary and any(verb.form == "participle" for verb in verbs)

    def beside(self, place: int) -> bool:
        """Return whether what stands at this place of the field is in the count's own clause."""
        if not self.sentence.clauses:
            return True
        return _clause_at(self.sentence, place) == _clause_at(self.sentence, self.figure.count.start)

    def governed_from(self, place: int) -> bool:
        """Return whether what stands at this place of the field holds for the count too.

        It does in the count's own clause and in those over it; from an earlier clause only where that is a main clause
        and not one set inside another: "der vor zwei Jahren verurteilt wurde" says nothing of the main clause.
        """
        sentence = self.sentence
        if not sentence.clauses:
            return True
        count, cue = _clause_at(sentence, self.figure.count.start), _clause_at(sentence, place)
        if count < 0 or cue < 0 or cue == count or cue in _over(sentence, count):
            return True
        return place < self.figure.count.start and sentence.clauses[cue].kind in ("main", "verbless")


def settings(document: Document, figures: tuple[Figure, ...]) -> tuple[Setting, ...]:
    """Return the setting of each figure, in the order given."""
    sentences = {
        name: [sentence for sentence in document.sentences if sentence.field == name] for name in ("title", "text")
    }
    return tuple(_setting(document, figure, sentences[figure.count.field]) for figure in figures)


def between(one: Setting, two: Setting) -> str:
    """Return the words between the counts of two figures of one sentence, in text order."""
    return one.after[: max(0, two.figure.count.start - one.figure.count.end)]


def sentence_text(document: Document, sentence: Sentence) -> str:
    """Return the words of a sentence; the first of one that is no prose."""
    return document.article[sentence.field][sentence.start : min(sentence.end, sentence.start + 2 * _WINDOW)]


def clause_kind(sentence: Sentence, place: int) -> str:
    """Return the kind of the innermost clause at a place of the field, or nothing."""
    clause = _clause_at(sentence, place)
    return sentence.clauses[clause].kind if clause >= 0 else ""


def _setting(document: Document, figure: Figure, sentences: list[Sentence]) -> Setting:
    count = figure.count
    sentence = _sentence_at(count, sentences)
    base = max(sentence.start, count.start - _WINDOW)
    text = document.article[count.field][base : min(sentence.end, count.end + _WINDOW)]
    return Setting(figure, sentence, text, base, document.article.language)


def _sentence_at(span: Span, sentences: list[Sentence]) -> Sentence:
    """Return the sentence in which a span begins; one of the span alone where no sentence holds it."""
    place = bisect.bisect_right(sentences, span.start, key=_BEGINNING) - 1
    if place >= 0 and span.start < sentences[place].end:
        return sentences[place]
    return Sentence(span.field, span.start, span.end, -1, 0, tagged=False, tokens=())


def _clause_at(sentence: Sentence, place: int) -> int:
    token = bisect.bisect_right(sentence.tokens, place, key=_BEGINNING) - 1
    if token < 0 or place >= sentence.tokens[token].end:
        return -1
    return sentence.clause_at(token)


def _over(sentence: Sentence, clause: int) -> set[int]:
    """Return the clauses that this one is inside of."""
    over: set[int] = set()
    parent = sentence.clauses[clause].parent
    while parent >= 0 and parent not in over:
        over.add(parent)
        parent = sentence.clauses[parent].parent
    return over
