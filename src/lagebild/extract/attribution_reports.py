"""Reporting verbs in a sentence, each with its clause, its subject and its place before, behind or in what is said."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lagebild.extract.attribution_phrases import is_noun, noun_phrase, owner, phrase_before
from lagebild.extract.attribution_reach import contiguous_end, first_word
from lagebild.extract.attribution_subjects import subject_before, subject_behind
from lagebild.extract.attribution_words import QUOTES, VerbForm, lower, message, speaks, verb_forms
from lagebild.model import Clause, Sentence
from lagebild.vocabulary.attribution import ReportingVerbs

Position: TypeAlias = Literal["before", "behind", "wie", "inside", "back", "shared"]
_HAVE = frozenset({"hat", "haben", "hatte", "hatten", "habe", "hätte", "hätten"})
_BE = frozenset(
    {"wird", "werden", "wurde", "wurden", "worden", "werde", "würden", "ist", "sind", "war", "waren", "sei", "seien"}
)
_BACK = frozenset({"das", "dies"})
_REFERS = frozenset({"berufung", "verweis", "bezug"})


@dataclass(frozen=True, slots=True)
class Report:
    """A reporting verb at its place: where it stands to what is said, and who its subject is (token places).

    `position` is "before" what is said, "behind" it, in a clause with "wie", "inside" a clause that holds it, "back"
    where "das" points to the sentence before, or "shared" where the subject is that of the verb before.
    """

    row: ReportingVerbs
    verb: int
    clause: Clause
    position: Position
    subject: tuple[int, int] | None
    leans_on: tuple[int, int] | None


def reports(sentence: Sentence) -> Iterator[Report]:
    """Yield the reporting verbs of a tagged sentence, in text order; one a clause."""
    seen: set[int] = set()
    for place, token in enumerate(sentence.tokens):
        forms = verb_forms().get(token.text.lower())
        if forms is None or token.tag in {"NOUN", "PROPN"} or (token.tag == "ADJ" and token.form == "attributive"):
            continue
        number = sentence.clause_at(place)
        if number < 0 or number in seen:
            continue
        form = next((form for form in forms if _fits(sentence, place, sentence.clauses[number], form)), None)
        if form is None:
            continue
        found = _placed(sentence, place, sentence.clauses[number], form)
        if found is not None:
            seen.add(number)
            yield found


def _run(sentence: Sentence, place: int, clause: Clause) -> list[str]:
    """Return the words of the clause in lower case from its unbroken run around the verb, or of all of it."""
    return [sentence.tokens[n].text.lower() for n in clause.tokens]


def _fits(sentence: Sentence, place: int, clause: Clause, form: VerbForm) -> bool:
    """Tell whether a word is this form here: particle, passive, and the words that its row asks for or bars."""
    words = _run(sentence, place, clause)
    row = form.row
    text = " ".join(words)
    if form.particle and not _has_particle(sentence, place, clause, form.particle):
        return False
    token = sentence.tokens[place]
    participle = form.participle and (token.form == "participle" or not words_between(words, _HAVE) == [])
    if participle or token.form == "participle":
        if not set(words) & _HAVE or "worden" in words:
            return False
    elif token.form in {"infinitive", "zu_infinitive"} and clause.finite != place:
        return False
    if not form.particle and token.form == "finite" and _other_particle(sentence, place, clause):
        return False
    if row.needs and not any(need.lower() in words for need in row.needs):
        return False
    return not any(bar.lower() in words or (" " in bar and bar.lower() in text) for bar in row.without)


def words_between(words: list[str], wanted: frozenset[str]) -> list[str]:
    """Return the words that are among the wanted ones."""
    return [word for word in words if word in wanted]


def _has_particle(sentence: Sentence, place: int, clause: Clause, particle: str) -> bool:
    """Tell whether a separated particle stands behind the verb in its clause."""
    if " " in particle:
        return particle in " ".join(lower(sentence, n) for n in range(place + 1, len(sentence.tokens)))
    own = [n for n in clause.tokens if n > place] or [n for n in range(place + 1, len(sentence.tokens))]
    at = next((n for n in own if lower(sentence, n) == particle), -1)
    if at < 0:
        return False
    following = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    return (
        following is None or sentence.tokens[at].form == "particle" or following.tag in {"PUNCT", "X", "CCONJ", "SCONJ"}
    )


def _other_particle(sentence: Sentence, place: int, clause: Clause) -> bool:
    """Tell whether a particle makes it another verb ("sagte ... ab")."""
    last = contiguous_end(sentence, clause, place)
    return any(sentence.tokens[n].form == "particle" for n in range(place + 1, last))


def _placed(sentence: Sentence, place: int, clause: Clause, form: VerbForm) -> Report | None:
    """Return a report with its position and subject, or None where it attributes nothing."""
    row = form.row
    leans = leaning(sentence, clause)
    end = contiguous_end(sentence, clause, place)
    opener = first_word(sentence, clause)
    head = place
    if sentence.tokens[place].form == "participle" and clause.finite is not None:
        head = clause.finite
    if clause.kind == "infinitive" or (clause.kind == "verbless"):
        return None
    if clause.kind == "relative":
        return _relative(sentence, place, clause, row, leans)
    if clause.kind == "subordinate":
        subject = subject_before(sentence, opener + 1, place)
        position: Position = "wie" if clause.opener == "wie" else "inside"
        return Report(row, place, clause, position, subject, leans) if subject else None
    before = sentence.tokens[head - 1] if head else None
    if head == opener or (
        before is not None and (before.text in QUOTES or before.text == ",") and not _is_name_end(sentence, head)
    ):
        subject = subject_behind(sentence, head + 1, end)
        position = "behind" if _follows_content(sentence, clause, head) else "before"
        if subject is None and position == "behind" and clause.first < head:
            subject = subject_before(sentence, clause.first, head)
            position = "before"
        return Report(row, place, clause, position, subject, leans) if subject and head > 0 else None
    if lower(sentence, opener) == "und" and head == opener + 1:
        return Report(row, place, clause, "shared", None, leans)
    if lower(sentence, opener) in _BACK and head == opener + 1 and sentence.tokens[opener].tag == "PRON":
        subject = subject_behind(sentence, head + 1, end)
        return Report(row, place, clause, "back", subject, leans) if subject else None
    subject = subject_before(sentence, clause.first, head)
    behind = subject_behind(sentence, head + 1, end)
    if subject is None or _is_content_object(sentence, subject, behind, row):
        subject = behind
    return Report(row, place, clause, "before", subject, leans) if subject or "es" in row.needs else None


def _is_name_end(sentence: Sentence, head: int) -> bool:
    """Tell whether the quotation mark or comma before a verb ends its subject („Radio Nova“ meldete; Ott, der Chef, sagte)."""
    if sentence.tokens[head - 1].text == ",":
        return phrase_before(sentence, head - 1) == 0 and False
    opened = next((n for n in range(head - 2, max(-1, head - 7), -1) if sentence.tokens[n].text in QUOTES), -1)
    return opened > 0 and is_noun(sentence.tokens[opened - 1])


def _follows_content(sentence: Sentence, clause: Clause, head: int) -> bool:
    """Tell whether what stands before a verb in first place is what is said, and no mere adverbial clause."""
    earlier = [c for c in sentence.clauses if c is not clause and c.first < head]
    if any(token.text in QUOTES for token in sentence.tokens[max(0, head - 2) : head]):
        return True
    if any(c.kind in {"main", "verbless"} and c.last <= head + 1 for c in earlier):
        return True
    return any(c.kind == "subordinate" and c.opener in {"dass", "daß", "ob"} for c in earlier)


def _is_content_object(
    sentence: Sentence, subject: tuple[int, int], behind: tuple[int, int] | None, row: ReportingVerbs
) -> bool:
    """Tell whether the phrase before the verb is what is reported, and the speaker stands behind ("Die Zahl bezifferte das Amt")."""
    if behind is None or behind[1] - behind[0] < 1:
        return False
    first = sentence.tokens[subject[0]]
    speaker = any(speaks(token.text, "speaker") for token in sentence.tokens[subject[0] : subject[1]])
    counted = any(number.first <= n < number.last for number in sentence.numbers for n in range(*subject))
    spoken = any(speaks(token.text, "addressee") for token in sentence.tokens[subject[0] : subject[1]])
    message_noun = any(message(token.text, "über") for token in sentence.tokens[subject[0] : subject[1]])
    dative = spoken and first.text.lower() == "der"
    shown = any(speaks(token.text, "speaker") for token in sentence.tokens[behind[0] : behind[1]])
    return dative or (shown and not speaker and (counted or message_noun or "object" in row.frames))


def _relative(
    sentence: Sentence, place: int, clause: Clause, row: ReportingVerbs, leans: tuple[int, int] | None
) -> Report | None:
    """Return a report in a relative clause, whose subject is the phrase that the clause hangs on."""
    opener = first_word(sentence, clause)
    if sentence.tokens[opener].tag == "ADP" or lower(sentence, opener) not in {"der", "die", "das"}:
        return None
    own = subject_before(sentence, opener + 1, place)
    if (
        own is not None
        and sentence.tokens[own[0]].tag != "PROPN"
        and lower(sentence, own[0]) in {"der", "die", "das", "ein", "eine"}
    ):
        return None
    end = clause.first - 1
    first = phrase_before(sentence, end)
    if first >= end or noun_phrase(sentence, first) != end:
        return None
    return Report(row, place, clause, "inside", owner(sentence, first, end), leans)


def leaning(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Return the source that a report leans on: "unter Berufung auf X", "beruft sich auf X"."""
    for place in clause.tokens:
        if lower(sentence, place) in _REFERS and lower(sentence, place + 1) == "auf":
            last = noun_phrase(sentence, place + 2)
            return owner(sentence, place + 2, last) if last > place + 2 else None
    return None
