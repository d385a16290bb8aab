"""Who has spoken or acted before, to whom a pronoun in an English text can point."""

from dataclasses import dataclass, field

from lagebild.extract.english.attribution_speakers import Places, before, is_human, is_person_name, is_silent
from lagebild.extract.english.attribution_words import LANGUAGE, lower, message, speaks
from lagebild.extract.lexicon import word_set
from lagebild.model import Phrase, Sentence, Source

_REACH = 3  # sentences
_FEMALE = ("woman", "mother", "wife", "daughter", "sister", "girl", "aunt", "queen")
_MALE = ("man", "father", "husband", "son", "brother", "boy", "uncle", "king")


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody who speaks, or may: where, and whether it is a person, several, or a body."""

    source: Source
    sentence: int
    person: bool
    plural: bool
    head: str


@dataclass(slots=True)
class Talk:
    """What was said in a text so far."""

    mentions: list[Mention] = field(default_factory=list)
    spoken: tuple[Source, ...] = ()
    sentence: int = -9

    def antecedent(self, pronoun: str, sentence: Sentence, offset: int) -> Source | None:
        """Return who a pronoun at an offset points to: the nearest one before it that fits, or None."""
        for mention in reversed(self.mentions):
            if sentence.index - mention.sentence > _REACH:
                return None
            same_field = mention.source.field == sentence.field
            if same_field and mention.source.start < offset and _fits(pronoun, mention):
                return mention.source
        return None

    def note(self, sentence: Sentence, source: Source, span: Places) -> None:
        """Remember a phrase that can speak."""
        self.mentions.append(mention(sentence, source, span))
        self.mentions.sort(key=lambda m: (m.sentence, m.source.start))


def mention(sentence: Sentence, source: Source, span: Places) -> Mention:
    """Return a phrase with what kind of speaker it is, by its head noun."""
    phrase = next((p for p in sentence.phrases if span[0] <= p.head < span[1]), None)
    head = sentence.tokens[phrase.head].text if phrase is not None else sentence.tokens[span[1] - 1].text
    plural = phrase is not None and phrase.plural
    named = phrase is not None and is_person_name(sentence, phrase.first, phrase.last)
    roles = (
        [t.text for t in sentence.tokens[phrase.first : phrase.head] if is_human(t.text)] if phrase is not None else []
    )
    if roles and named_by(sentence, phrase):
        head, named = roles[-1], True  # "fire service spokeswoman Ana Kovac"
    person = not plural and (named or is_human(head))
    return Mention(source, sentence.index, person, plural, head.lower())


def named_by(sentence: Sentence, phrase: Phrase | None) -> bool:
    """Tell whether the head of a phrase is a name."""
    return phrase is not None and sentence.tokens[phrase.head].tag == "PROPN"


def _fits(pronoun: str, mention: Mention) -> bool:
    if pronoun in {"he", "she"}:
        other = _FEMALE if pronoun == "he" else _MALE
        own = _FEMALE if pronoun == "she" else _MALE
        fits = mention.person and (not mention.head.endswith(other) or mention.head.endswith(own))
        return fits and not _is_named_otherwise(pronoun, mention)
    if pronoun == "it":
        return not mention.person and not mention.plural
    return not mention.person


def _is_named_otherwise(pronoun: str, mention: Mention) -> bool:
    """Tell whether the given name of a person is one of the other sex: "she" is not Harvey Weber."""
    words = {word.lower() for word in mention.source.quote.split()}
    own, other = ("male_names", "female_names") if pronoun == "he" else ("female_names", "male_names")
    return bool(words & word_set(LANGUAGE, other)) and not words & word_set(LANGUAGE, own)


def subjects(sentence: Sentence) -> list[Places]:
    """Return the subjects of the clauses of a sentence that can speak: people by name or trade, and bodies."""
    found: list[Places] = []
    for clause in sentence.clauses:
        leading = clause.kind == "main" or clause.first == 0
        verb = next((n for n in clause.verbs if leading and clause.finite is not None), -1)
        span = before(sentence, clause, verb) if verb >= 0 else None
        if span is None or is_silent(sentence, span) or span in found:
            continue
        if lower(sentence, span[0]) in {"he", "she", "it", "they", "who", "which", "that"}:
            continue
        if _may_speak(sentence, span):
            found.append(span)
    return found


def _may_speak(sentence: Sentence, span: Places) -> bool:
    phrase = next((p for p in sentence.phrases if span[0] <= p.head < span[1]), None)
    if phrase is None or phrase.number >= 0:
        return False
    head = sentence.tokens[phrase.head].text
    return (
        speaks(head, "speaker")
        or is_person_name(sentence, phrase.first, phrase.last)
        or (message(head, "subject") is not None)
    )
