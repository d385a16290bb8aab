"""Reporting verbs in a sentence, each with its clause, its subject and its place before, behind or in what is said."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lagebild.extract.attribution_order import (
    before_relative,
    can_speak,
    far_before,
    is_content_object,
    is_cut_in,
    named_with_von,
    names_speaker,
    opens_with_thing,
)
from lagebild.extract.attribution_phrases import apposition, is_determiner, is_noun, noun_phrase, owner, phrase_before
from lagebild.extract.attribution_reach import contiguous_end, first_word, start_before
from lagebild.extract.attribution_subjects import subject_before, subject_behind
from lagebild.extract.attribution_words import QUOTES, VerbForm, lower, message, speaks, verb_forms
from lagebild.model import Clause, Sentence
from lagebild.vocabulary.attribution import ReportingVerbs

Position: TypeAlias = Literal["before", "behind", "wie", "inside", "back", "shared"]
HAVE = frozenset({"hat", "haben", "hatte", "hatten", "habe", "hätte", "hätten"})
BE = frozenset(
    {"wird", "werden", "wurde", "wurden", "worden", "werde", "würden", "ist", "sind", "war", "waren", "sei", "seien"}
)
_BACK = frozenset({"das", "dies"})
_THIS = frozenset({"diese", "diesen", "dieses", "dieser", "entsprechende", "solche"})
_CHARGES = frozenset(
    {
        "vorwürfe",
        "vorwurf",
        "anschuldigungen",
        "anschuldigung",
        "darstellung",
        "behauptung",
        "behauptungen",
        "meldungen",
        "berichte",
        "angaben",
    }
)
_DEFINITE = frozenset({"die", "den", "diese", "diesen", "alle", "solche", "der", "dieser"})
_PARTICLES_LEFT = frozenset({"weiter"})
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


def _fits(sentence: Sentence, place: int, clause: Clause, form: VerbForm) -> bool:
    """Tell whether a word is this form here: particle, passive, and the words that its row asks for or bars."""
    words = [sentence.tokens[n].text.lower() for n in clause.tokens]
    parts = {*words, *(word.rpartition("-")[2] for word in words)}
    row = form.row
    text = " ".join(words)
    if form.particle and not _has_particle(sentence, place, clause, form.particle):
        return False
    token = sentence.tokens[place]
    alone = token.form == "participle" and clause.finite is None and not set(words) & (HAVE | BE)
    if not alone and (token.form == "participle" or (form.participle and set(words) & HAVE)):
        told = row.quoted or _is_told_in(sentence, clause) or agent(sentence, clause) is not None
        passive = bool(set(words) & BE) and told
        if not passive and (not set(words) & HAVE or "worden" in words):
            return False
    elif token.form in {"infinitive", "zu_infinitive"} and clause.finite not in {place, None}:
        return False
    if not form.particle and token.form == "finite" and _other_particle(sentence, place, clause):
        return False
    if row.needs and not any(need.lower() in words for need in row.needs):
        return False
    return not any(bar.lower() in parts or (" " in bar and bar.lower() in text) for bar in row.without)


def _has_particle(sentence: Sentence, place: int, clause: Clause, particle: str) -> bool:
    """Tell whether a separated particle stands behind the verb in its clause."""
    if " " in particle:
        return particle in " ".join(lower(sentence, n) for n in range(place + 1, len(sentence.tokens)))
    if lower(sentence, place - 1) == particle:
        return True
    own = [n for n in clause.tokens if n > place] or list(range(place + 1, len(sentence.tokens)))
    own += [n for c in sentence.clauses if c.kind == "verbless" and c.first > clause.first for n in c.tokens]
    at = next((n for n in own if lower(sentence, n) == particle), -1)
    if at < 0:
        return False
    following = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    return (
        following is None or sentence.tokens[at].form == "particle" or following.tag in {"PUNCT", "X", "CCONJ", "SCONJ"}
    )


def _other_particle(sentence: Sentence, place: int, clause: Clause) -> bool:
    """Tell whether a particle makes it another verb ("sagte ... ab")."""
    last = contiguous_end(clause, place)
    particles = (lower(sentence, n) for n in range(place + 1, last) if sentence.tokens[n].form == "particle")
    return any(particle not in _PARTICLES_LEFT for particle in particles)


def _placed(sentence: Sentence, place: int, clause: Clause, form: VerbForm) -> Report | None:
    """Return a report with its position and subject, or None where it attributes nothing."""
    row = form.row
    leans = leaning(sentence, clause)
    words = {lower(sentence, n) for n in clause.tokens}
    if sentence.tokens[place].form == "participle" and clause.finite is not None and row.speaker == "subject":
        if not row.quoted and (not words & HAVE or "worden" in words):
            return Report(row, place, clause, "before", agent(sentence, clause), leans)
        head = clause.finite
    else:
        head = place
    if lower(sentence, head - 1) == "und" and head == first_word(sentence, clause) and clause.kind == "main":
        own = subject_behind(sentence, head + 1, contiguous_end(clause, head))
        if own is None or own[0] > head + 1 or not can_speak(sentence, own):
            return Report(row, place, clause, "shared", None, leans)
    if _is_first(sentence, clause, head):
        return _in_first_place(sentence, place, head, clause, row)
    if clause.kind == "relative" and lower(sentence, clause.first - 1) not in {";", ":"}:
        return _relative(sentence, place, clause, row, leans)
    opener = first_word(sentence, clause)
    if clause.kind == "subordinate" or (lower(sentence, opener) == "wie" and head > opener + 1):
        subject = subject_before(sentence, opener + 1, place)
        if lower(sentence, place + 1) in {"er", "sie"} and sentence.tokens[place + 1].tag == "PRON":
            subject = (place + 1, place + 2)
        position: Position = "wie" if lower(sentence, opener) == "wie" else "inside"
        found = subject is not None or row.speaker == "phrase"
        return Report(row, place, clause, position, subject, leans) if found else None
    if clause.kind in {"infinitive", "verbless"}:
        return None
    return _in_second_place(sentence, place, head, clause, row)


def _is_first(sentence: Sentence, clause: Clause, head: int) -> bool:
    """Tell whether a finite verb opens its clause, as behind what is said (", sagte X")."""
    tokens = sentence.tokens
    if head == 0:
        return False
    if head == first_word(sentence, clause):
        return clause.kind == "main"
    before = tokens[head - 1]
    if before.text in QUOTES:
        return not _is_name_end(sentence, head)
    if before.text != ",":
        return False
    if clause.kind in {"subordinate", "relative"}:
        quoted = head > 1 and tokens[head - 2].text in QUOTES
        return quoted or subject_behind(sentence, head + 1, contiguous_end(clause, head)) is not None
    return not _is_apposed(sentence, clause, head)


def _is_apposed(sentence: Sentence, clause: Clause, head: int) -> bool:
    """Tell whether the comma before a verb closes an apposition to its subject ("Ott, der Chef, sagte")."""
    first = first_word(sentence, clause)
    if lower(sentence, first) == "wie":
        subject = subject_before(sentence, first + 1, head)
        return subject is not None and subject[1] == head - 1
    last = noun_phrase(sentence, first)
    return last < head - 1 and apposition(sentence, last, closed=True) == head - 1


def _in_first_place(sentence: Sentence, place: int, head: int, clause: Clause, row: ReportingVerbs) -> Report | None:
    """Return a report whose finite verb stands first: behind what is said, or before it after an adverbial clause."""
    leans = leaning(sentence, clause)
    subject = subject_behind(sentence, head + 1, contiguous_end(clause, head))
    position: Position = "behind" if _follows_content(sentence, clause, head) else "before"
    far = far_before(sentence, clause, head)
    if subject is None or (far and not can_speak(sentence, subject)):
        subject, position = far or before_relative(sentence, head), "before"
    if subject is None and row.speaker == "phrase":
        position = "behind" if _follows_content(sentence, clause, head) else "before"
    found = subject is not None or row.speaker == "phrase"
    return Report(row, place, clause, position, subject, leans) if found else None


def _in_second_place(sentence: Sentence, place: int, head: int, clause: Clause, row: ReportingVerbs) -> Report | None:
    """Return a report of a main clause whose finite verb stands second."""
    leans = leaning(sentence, clause)
    first = _field_start(sentence, clause, head)
    end = contiguous_end(clause, head)
    if lower(sentence, first) == "und" and head == first + 1:
        return Report(row, place, clause, "shared", None, leans)
    behind = subject_behind(sentence, head + 1, end)
    points = lower(sentence, first) in _BACK and head == first + 1 and sentence.tokens[first].tag == "PRON"
    this = lower(sentence, first) in _THIS and head == first + 2
    if points or (this and behind is not None):
        found = behind is not None or row.speaker == "phrase"
        return Report(row, place, clause, "back", behind, leans) if found else None
    if row.stance == "denies" and _takes_back(sentence, clause):
        subject = subject_before(sentence, first, head) or behind
        return Report(row, place, clause, "back", subject, leans) if subject else None
    subject = subject_before(sentence, first, head)
    pronoun = behind is not None and behind[0] == head + 1 and lower(sentence, behind[0]) in {"er", "sie"}
    if behind is not None and (sentence.tokens[first].tag == "ADP" or pronoun):
        subject = behind
    if subject is None and opens_with_thing(sentence, first, head) and not names_speaker(sentence, behind):
        return None
    if subject is None or is_content_object(sentence, subject, behind, row):
        subject = behind or named_with_von(sentence, first, head)
    found = subject is not None or row.speaker == "phrase"
    return Report(row, place, clause, "before", subject, leans) if found else None


def _field_start(sentence: Sentence, clause: Clause, head: int) -> int:
    """Return where the part of a main clause begins that stands before its verb, a dateline left out."""
    marks = [n for n in range(clause.first, head) if sentence.tokens[n].text in {":", "–", "—", "-", "|"}]
    first = marks[-1] + 1 if marks else clause.first
    while (
        first < head
        and sentence.tokens[first].text in QUOTES
        and sentence.tokens[first + 1].tag not in {"NOUN", "PROPN"}
    ):
        first += 1
    return first


def _takes_back(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a denial points back to what was said before ("wies das zurück", "wiesen die Vorwürfe zurück")."""
    if any(_is_content(sentence, later) for later in sentence.clauses if later.first > clause.first):
        return False
    if any(n.first in clause.tokens for n in sentence.numbers):
        return False
    charged = any(lower(sentence, n) in _CHARGES and lower(sentence, n - 1) in _DEFINITE for n in clause.tokens)
    pointing = any(lower(sentence, n) in _BACK and sentence.tokens[n].tag == "PRON" for n in clause.tokens)
    return pointing or charged


def _is_content(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause says what is meant: one with "dass", an infinitive with "zu"."""
    bare = clause.finite is None or clause.finite not in clause.tokens
    zu = bare and any(sentence.tokens[n].form in {"zu", "zu_infinitive"} for n in clause.tokens)
    return clause.opener in {"dass", "daß"} or zu


def _is_told_in(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a passive is told in a report that is named ("in einem Bericht des Amtes wird vermutet")."""
    return any(
        lower(sentence, n) in {"in", "im"} and any(message(t.text, "über") for t in sentence.tokens[n + 1 : n + 4])
        for n in clause.tokens
    )


def agent(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Return the speaker that a passive names with "von" ("wurde von der Polizei bestätigt")."""
    for place in clause.tokens:
        if lower(sentence, place) in {"von", "vom"}:
            last = noun_phrase(sentence, place + 1)
            if any(speaks(token.text, "speaker") for token in sentence.tokens[place + 1 : last]):
                return owner(sentence, place + 1, last)
    return None


def _is_name_end(sentence: Sentence, head: int) -> bool:
    """Tell whether the quotation mark before a verb ends its subject (der „Seekurier“ meldete)."""
    opened = next((n for n in range(head - 2, max(-1, head - 7), -1) if sentence.tokens[n].text in QUOTES), -1)
    before = sentence.tokens[opened - 1] if opened > 0 else None
    return before is not None and (is_noun(before) or is_determiner(before))


def _follows_content(sentence: Sentence, clause: Clause, head: int) -> bool:
    """Tell whether what stands before a verb in first place is what is said, and no mere adverbial clause."""
    start = start_before(sentence, head)
    if is_cut_in(sentence, clause, head):
        return True
    earlier = [c for c in sentence.clauses if c is not clause and start <= c.first < head]
    if any(token.text in QUOTES for token in sentence.tokens[max(0, head - 2) : head]):
        return True
    if any(c.kind in {"main", "verbless"} and c.last <= head + 1 for c in earlier):
        return True
    return any(c.kind == "subordinate" and c.opener in {"dass", "daß", "ob"} for c in earlier)


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
