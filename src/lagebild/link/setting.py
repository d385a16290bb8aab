"""Where a figure stands: its sentence, the words around its count, and the clauses over it."""

from dataclasses import dataclass

from lagebild.model import Clause, Document, Figure, Sentence, Span

_PLUPERFECT = ("war", "waren", "hatte", "hatten")


@dataclass(frozen=True, slots=True)
class Setting:
    """A figure with its sentence. `text` is the sentence, `start` and `end` the count's offsets in it."""

    figure: Figure
    sentence: Sentence
    text: str
    start: int
    end: int

    @property
    def before(self) -> str:
        """Return the words of the sentence before the count."""
        return self.text[: self.start]

    @property
    def after(self) -> str:
        """Return the words of the sentence after the count."""
        return self.text[self.end :]

    @property
    def clause(self) -> Clause | None:
        """Return the innermost clause of the count."""
        place = _clause_at(self.sentence, self.start)
        return self.sentence.clauses[place] if place >= 0 else None

    @property
    def pluperfect(self) -> bool:
        """Return whether the count's clause is in the past perfect: "war ums Leben gekommen"."""
        if self.clause is None:
            return False
        verbs = [self.sentence.tokens[place] for place in self.clause.verbs]
        auxiliary = any(verb.text.casefold() in _PLUPERFECT for verb in verbs)
        return auxiliary and any(verb.form == "participle" for verb in verbs)

    def beside(self, start: int) -> bool:
        """Return whether what stands at this offset of the sentence is in the count's own clause."""
        return not self.sentence.clauses or _clause_at(self.sentence, start) == _clause_at(self.sentence, self.start)

    def governed_from(self, start: int) -> bool:
        """Return whether what stands at this offset of the sentence holds for the count too.

        It does in the count's own clause and in those over it; from an earlier clause only where that is a main clause
        and not one set inside another: "der vor zwei Jahren verurteilt wurde" says nothing of the main clause.
        """
        sentence = self.sentence
        if not sentence.clauses:
            return True
        count, cue = _clause_at(sentence, self.start), _clause_at(sentence, start)
        if count < 0 or cue < 0 or cue == count or cue in _over(sentence, count):
            return True
        return start < self.start and sentence.clauses[cue].kind in ("main", "verbless")


def settings(document: Document, figures: tuple[Figure, ...]) -> tuple[Setting, ...]:
    """Return the setting of each figure, in the order given."""
    return tuple(_setting(document, figure) for figure in figures)


def sentence_text(document: Document, sentence: Sentence) -> str:
    """Return the words of a sentence."""
    return document.article[sentence.field][sentence.start : sentence.end]


def _setting(document: Document, figure: Figure) -> Setting:
    sentence = sentence_at(document, figure.count)
    start = figure.count.start - sentence.start
    return Setting(figure, sentence, sentence_text(document, sentence), start, start + len(figure.count.quote))


def sentence_at(document: Document, span: Span) -> Sentence:
    """Return the sentence in which a span begins; one of the span alone where no sentence holds it."""
    for sentence in document.sentences:
        if sentence.field == span.field and sentence.start <= span.start < sentence.end:
            return sentence
    return Sentence(span.field, span.start, span.end, -1, 0, tagged=False, tokens=())


def _clause_at(sentence: Sentence, offset: int) -> int:
    place = sentence.start + offset
    token = next((n for n, token in enumerate(sentence.tokens) if token.start <= place < token.end), -1)
    return sentence.clause_at(token) if token >= 0 else -1


def _over(sentence: Sentence, clause: int) -> set[int]:
    """Return the clauses that this one is inside of."""
    over: set[int] = set()
    parent = sentence.clauses[clause].parent
    while parent >= 0 and parent not in over:
        over.add(parent)
        parent = sentence.clauses[parent].parent
    return over
