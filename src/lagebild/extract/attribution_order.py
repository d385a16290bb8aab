"""Which phrase of a clause is the subject of its reporting verb, where the order of words leaves it open."""

from lagebild.extract.attribution_phrases import is_determiner, is_noun, noun_phrase, phrase_before
from lagebild.extract.attribution_reach import first_word
from lagebild.extract.attribution_subjects import OBLIQUE, subject_before
from lagebild.extract.attribution_words import lower, message, speaks
from lagebild.model import Clause, Sentence
from lagebild.vocabulary.attribution import ReportingVerbs

_BOTH_SIDES = 2  # commas around an apposition


def is_cut_in(sentence: Sentence, clause: Clause, head: int) -> bool:
    """Tell whether a verb between commas cuts in on what is said ("Das Werk, sagte Rehm, müsse schließen")."""
    if head - 1 <= clause.first or lower(sentence, head - 1) != ",":
        return False
    after = next((n for n in range(head, len(sentence.tokens)) if sentence.tokens[n].text == ","), -1)
    later = (c for c in sentence.clauses if c.first == after + 1 and c.finite == c.first)
    return after > 0 and any(c.mood in {"konjunktiv1", "konjunktiv2"} or c.modal == "sollen" for c in later)


def before_relative(sentence: Sentence, head: int) -> tuple[int, int] | None:
    """Return the subject that a relative clause parts from its verb ("Ein Mann, der dabei war, sagte")."""
    if lower(sentence, head - 1) != ",":
        return None
    relative = next((c for c in sentence.clauses if c.kind == "relative" and head - 1 <= c.last <= head), None)
    if relative is None or lower(sentence, relative.first - 1) != ",":
        return None
    end = relative.first - 1
    first = phrase_before(sentence, end)
    return (first, end) if first < end and noun_phrase(sentence, first) == end else None


def far_before(sentence: Sentence, clause: Clause, head: int) -> tuple[int, int] | None:
    """Return the subject in the same clause that more than an apposition parts from its verb."""
    first = first_word(sentence, clause)
    if clause.kind != "main" or is_cut_in(sentence, clause, head) or any(n in clause.verbs for n in range(first, head)):
        return None
    commas = [n for n in range(first, head) if lower(sentence, n) == ","]
    if len(commas) < _BOTH_SIDES or commas[-1] != head - 1 or any(first <= n.first < head for n in sentence.numbers):
        return None
    opener = sentence.tokens[first]
    nominal = is_noun(opener) or (is_determiner(opener) and opener.text.lower() not in OBLIQUE)
    return subject_before(sentence, first, head) if nominal else None


def named_with_von(sentence: Sentence, first: int, head: int) -> tuple[int, int] | None:
    """Return the name that stands alone in front of a verb and begins with "von" ("Von der Aue sagte, ...")."""
    opens = lower(sentence, first) == "von" and is_noun(sentence.tokens[head - 1])
    unknown = not any(speaks(token.text, "speaker") for token in sentence.tokens[first:head])
    return (first, head) if opens and unknown and noun_phrase(sentence, first + 1) == head else None


def opens_with_thing(sentence: Sentence, first: int, head: int) -> bool:
    """Tell whether a noun phrase in front of the verb names what never speaks ("Ein Test bestätigte den Verdacht")."""
    return noun_phrase(sentence, first) == head


def names_speaker(sentence: Sentence, span: tuple[int, int] | None) -> bool:
    """Tell whether a phrase names a speaker by its noun, or a person or body by name."""
    tokens = sentence.tokens[slice(*span)] if span else ()
    return any(speaks(token.text, "speaker") or token.tag == "PROPN" for token in tokens)


def is_content_object(
    sentence: Sentence, subject: tuple[int, int], behind: tuple[int, int] | None, row: ReportingVerbs
) -> bool:
    """Tell whether the phrase before the verb is what is reported ("Die Zahl bezifferte das Amt auf neun")."""
    if behind is None or behind[1] - behind[0] < 1:
        return False
    first = sentence.tokens[subject[0]]
    speaker = any(speaks(token.text, "speaker") for token in sentence.tokens[subject[0] : subject[1]])
    counted = any(number.first <= n < number.last for number in sentence.numbers for n in range(*subject))
    spoken = any(speaks(token.text, "addressee") for token in sentence.tokens[subject[0] : subject[1]])
    message_noun = any(message(token.text, "über") for token in sentence.tokens[subject[0] : subject[1]])
    head = next((n for n in range(*behind) if is_noun(sentence.tokens[n])), behind[0])
    if message(sentence.tokens[head].text, "laut") is not None and not counted:
        return spoken and first.text.lower() == "der"
    dative = spoken and first.text.lower() == "der"
    shown = head_speaks(sentence, behind)
    if lower(sentence, behind[0]) == "der" and any(
        speaks(t.text, "addressee") for t in sentence.tokens[slice(*behind)]
    ):
        return False
    return dative or (shown and not speaker and (counted or message_noun or "object" in row.frames))


def can_speak(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether a phrase behind a verb is its subject for sure: a pronoun, a name, a noun that speaks."""
    return sentence.tokens[span[0]].tag in {"PRON", "PROPN"} or head_speaks(sentence, span)


def head_speaks(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether the head of a phrase, or a name right behind it, names a speaker; a genitive does not count."""
    for place in range(*span):
        token = sentence.tokens[place]
        if speaks(token.text, "speaker"):
            return True
        if is_noun(token) and place + 1 < span[1] and is_determiner(sentence.tokens[place + 1]):
            return False
    return False
