"""Reports of an English sentence: a verb of saying, who says it, and on which side of it stands what is said."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lagebild.extract.english import attribution_speakers as speakers
from lagebild.extract.english.attribution_speakers import Places
from lagebild.extract.english.attribution_words import DASHES, ENDS, QUOTES, lower, message, speaks, verb_rows
from lagebild.model import Clause, Sentence
from lagebild.vocabulary.attribution import ReportingVerbs

Side: TypeAlias = Literal["behind", "before", "around", "passive"]
_SPEAKABLE_MODALS = frozenset({"", "can"})
_TOLD = frozenset({"tell", "inform", "brief", "advise", "assure", "remind", "notify", "warn"})
_REASONS = frozenset({"as", "after", "while", "when", "because", "before", "since", "although", "though", "amid"})
_LEFT = frozenset({",", ")", ":"}) | QUOTES | DASHES
_REACH = 14  # tokens of adverbials behind a verb
_SPEAKING = frozenset({"speaking", "referring", "calling", "describing", "using"})
_NEAR = 6  # tokens


@dataclass(frozen=True, slots=True)
class Report:
    """A verb of saying in a sentence.

    `subject` are the token places of who says it, `right` is the first place behind the verb, the addressee and the
    adverbials; `side` tells where what is said stands: behind the verb, before it, around it, or as the subject of its
    passive.
    """

    row: ReportingVerbs
    clause: Clause
    verb: int
    subject: Places
    right: int
    side: Side


def reports(sentence: Sentence) -> Iterator[Report]:
    """Yield the reports of a sentence in text order, at most one for each verb."""
    for clause in sentence.clauses:
        verb = next((n for n in reversed(clause.verbs) if sentence.tokens[n].tag == "VERB"), -1)
        rows = verb_rows().get(lower(sentence, verb), ()) if verb >= 0 else ()
        found = (_report(sentence, clause, verb, row) for row in rows)
        report = next((report for report in found if report is not None), None)
        if report is not None:
            yield report


def _report(sentence: Sentence, clause: Clause, verb: int, row: ReportingVerbs) -> Report | None:
    """Return the report of a verb by one entry, or None where it is none."""
    if not _fits(sentence, clause, row, verb):
        return None
    bare = clause.kind == "main" and all(sentence.tokens[n].tag == "VERB" for n in clause.verbs)
    if (clause.voice == "passive" and not bare) or _is_bare_participle(sentence, clause, verb):
        return _passive(sentence, clause, verb, row)
    if "cited" in row.frames:
        return _quoting(sentence, clause, verb, row)
    if lower(sentence, verb - 1) == "as":
        return None
    subject, inverted = _subject(sentence, clause, verb)
    if subject is None or speakers.is_silent(sentence, subject):
        return None
    subject = _behind_message(sentence, subject, verb)
    if "to" not in row.frames and not can_speak(sentence, subject):
        return None
    right = _behind_adverbials(sentence, max(verb + 1, subject[1] if inverted else 0), verb)
    side = _side(sentence, (min(subject[0], verb) if subject[0] <= verb else verb, right), clause, inverted=inverted)
    if not _has_content(sentence, clause, row, (verb, right), side):
        return None
    return Report(row, clause, verb, subject, right, side)


def _behind_message(sentence: Sentence, subject: Places, verb: int) -> Places:
    """Return who speaks of a message that is summed up behind a comma: "Israel" of ", a claim Israel denied"."""
    first, last = subject
    opens = lower(sentence, first - 1) in {","} | DASHES and lower(sentence, first) in {"a", "an"}
    told = next((n for n in range(first + 1, last - 1) if _is_summary(lower(sentence, n))), -1)
    if any(phrase.first <= told < phrase.head and _is_singular(sentence, phrase.head) for phrase in sentence.phrases):
        return subject  # "a research institute" is no research
    return (told + 1, last) if opens and told > 0 and last <= verb else subject


def _is_singular(sentence: Sentence, place: int) -> bool:
    """Tell whether a word is a singular common noun, which without an article is no subject of its own."""
    token = sentence.tokens[place]
    return token.tag == "NOUN" and token.text.islower() and not token.text.endswith("s")


def _is_summary(word: str) -> bool:
    return any(message(word, use) is not None for use in ("according", "of", "subject"))


def _fits(sentence: Sentence, clause: Clause, row: ReportingVerbs, verb: int) -> bool:
    """Tell whether a clause has the words that an entry needs, and is no negation, wish or infinitive."""
    negated = any(sentence.tokens[n].form == "negation" for n in clause.tokens if n < verb)
    if negated and row.stance != "denies":
        return False
    if clause.modal not in _SPEAKABLE_MODALS or clause.kind == "infinitive":
        return False
    if not row.needs and not row.without:
        return True
    begins = clause.first - _NEAR if _is_bare_participle(sentence, clause, verb) else clause.first
    words = {lower(sentence, n) for n in range(max(0, begins), min(clause.last + _NEAR, len(sentence.tokens)))}
    return (not row.needs or bool(words & set(row.needs))) and not words & set(row.without)


def _is_bare_participle(sentence: Sentence, clause: Clause, verb: int) -> bool:
    """Tell whether a verb is a past participle without an auxiliary ("the toll given by the army")."""
    return clause.kind == "relative" and not clause.opener and not lower(sentence, verb).endswith("ing")


def _passive(sentence: Sentence, clause: Clause, verb: int, row: ReportingVerbs) -> Report | None:
    """Return the report of a passive: "was quoted as saying", "was confirmed by the mayor"."""
    quoter = speakers.forward(sentence, verb + 2) if lower(sentence, verb + 1) == "by" else None
    at = quoter[1] if quoter is not None and lower(sentence, quoter[1]) == "as" else verb + 1
    if lower(sentence, at) == "as" and lower(sentence, at + 1) in {"saying", "telling"}:
        subject = speakers.before(sentence, clause, verb)
        usable = subject is not None and "cited" in row.frames
        return Report(row, clause, verb, subject, at + 2, "behind") if subject is not None and usable else None
    by = next((n for n in range(verb + 1, min(verb + _NEAR, len(sentence.tokens))) if lower(sentence, n) == "by"), -1)
    if by < 0 or not {"object", "to"} & set(row.frames):
        return None
    agent = speakers.forward(sentence, by + 1)
    if agent is None or speakers.is_silent(sentence, agent) or not can_speak(sentence, agent):
        return None
    return Report(row, clause, verb, agent, agent[1], "passive")


def _quoting(sentence: Sentence, clause: Clause, verb: int, row: ReportingVerbs) -> Report | None:
    """Return the report of "the Gazette quoted a doctor as saying"; the doctor says it, behind it or before it."""
    quoted = speakers.forward(sentence, verb + 1)
    ends = range(quoted[1], min(quoted[1] + 3, len(sentence.tokens))) if quoted is not None else ()
    at = next((n for n in ends if lower(sentence, n) == "as"), -1)
    if quoted is None or at < 0 or any(sentence.tokens[n].tag not in {"ADJ", "NOUN"} for n in range(quoted[1], at)):
        return None
    outlet = speakers.before(sentence, clause, verb)
    behind = lower(sentence, at + 2) not in ENDS | {""}
    aside = outlet is not None and lower(sentence, outlet[0] - 1) in _LEFT
    side: Side = "before" if aside and not behind else "behind"
    return Report(row, clause, verb, (quoted[0], at), at + 2, side)


def can_speak(sentence: Sentence, span: Places) -> bool:
    """Tell whether a phrase can name a speaker: somebody known to speak, a person, a name, a message, a pronoun."""
    if sentence.tokens[span[0]].tag == "PRON" or _is_speaker(sentence, span):
        return True
    words = [sentence.tokens[p.head].text for p in sentence.phrases if span[0] <= p.head < span[1]]
    return any(message(word, "subject") is not None or speakers.is_human(word) for word in words)


def _is_speaker(sentence: Sentence, span: Places) -> bool:
    """Tell whether a phrase names somebody who is known to speak, or has a name."""
    words = sentence.tokens[span[0] : span[1]]
    heads = {p.head for p in sentence.phrases if span[0] <= p.head < span[1]}
    return any(
        (token.tag == "PROPN" and not speakers.is_time(token.text)) or (n in heads and speaks(token.text, "speaker"))
        for n, token in enumerate(words, span[0])
    )


def _subject(sentence: Sentence, clause: Clause, verb: int) -> tuple[Places | None, bool]:
    """Return who says it, and whether that stands behind the verb (", said the mayor")."""
    found = speakers.before(sentence, clause, verb)
    if found is not None and found[0] < verb and not _is_inverted(sentence, found, verb):
        return _antecedent(sentence, found), False
    first = min((n for n in clause.verbs if n <= verb), default=verb)
    described = _described(sentence, clause) if found is None and first == clause.first else None
    if described is not None:
        return described, False
    beside = next((p for p in sentence.phrases if p.last == first and p.adposition == "with"), None)
    if beside is not None and lower(sentence, verb).endswith("ing"):
        return (speakers.core_first(beside), beside.last), False
    if _is_mistagged_name(sentence, first - 1):
        return (first - 1, first), False
    left = lower(sentence, first - 1)
    if (left in _LEFT or (left == "" and verb == 0)) and not lower(sentence, verb).endswith("ing"):
        behind = speakers.forward(sentence, verb + 1)
        if behind is not None and lower(sentence, verb + 1) not in speakers.PRONOUNS:
            return behind, True
        if behind is not None:
            return (verb + 1, verb + 2), True
    return _subject_above(sentence, clause), False


def _described(sentence: Sentence, clause: Clause) -> Places | None:
    """Return who stands before the relative clause right before a verb: "a cook who asked not to be named said"."""
    number = clause.parent
    while number >= 0 and sentence.clauses[number].kind == "infinitive":
        number = sentence.clauses[number].parent
    above = sentence.clauses[number] if number >= 0 else None
    if above is None or above.kind != "relative" or above.opener not in {"who", "which", "that"}:
        return None
    return speakers.ending(sentence, above.first - (lower(sentence, above.first - 1) == ","))


def _is_inverted(sentence: Sentence, found: Places, verb: int) -> bool:
    """Tell whether a speaker stands behind a verb, and none before its comma or mark ("four badly, said Ana")."""
    behind = speakers.forward(sentence, verb + 1) if lower(sentence, verb - 1) in {","} | QUOTES else None
    return behind is not None and not can_speak(sentence, found) and can_speak(sentence, behind)


def _is_mistagged_name(sentence: Sentence, place: int) -> bool:
    """Tell whether a capitalised word alone before a verb is a name that looks like a verb ("Rushing said")."""
    if place < 0 or not sentence.tokens[place].text[:1].isupper() or sentence.tokens[place].tag not in {"VERB", "ADJ"}:
        return False
    return place == 0 or lower(sentence, place - 1) in _LEFT | {"and", "but"}


def _antecedent(sentence: Sentence, found: Places) -> Places | None:
    """Return the noun before a relative pronoun that is the subject ("the office, which had reported two deaths")."""
    if lower(sentence, found[0]) not in {"who", "which", "that"}:
        return found
    at = found[0] - 1
    if lower(sentence, at) == ",":
        at -= 1
    nearest = next((p for p in sentence.phrases if p.last == at + 1), None)
    if nearest is not None and _is_speaker(sentence, (speakers.core_first(nearest), nearest.last)):
        return speakers.core_first(nearest), nearest.last
    return speakers.ending(sentence, at + 1)


def _subject_above(sentence: Sentence, clause: Clause) -> Places | None:
    """Return the subject of the clause that a participle or a coordinated predicate hangs on."""
    number = clause.parent
    for _ in range(len(sentence.clauses)):
        if number < 0:
            return None
        above = sentence.clauses[number]
        asks = lower(sentence, above.first) in {"how", "what", "why"} or above.opener in {"how", "whether", "if"}
        if above.verbs and above.kind != "infinitive" and not asks:
            found = speakers.before(sentence, above, above.verbs[-1])
            content = above.opener == "that" and found is not None and not can_speak(sentence, found)
            if found is not None and not content and lower(sentence, found[0]) not in {"who", "which", "that"}:
                return found
        number = above.parent
    return None


def _behind_adverbials(sentence: Sentence, place: int, verb: int) -> int:
    """Return the first place behind whom it was told, when and where."""
    told = sentence.tokens[verb].lemma in _TOLD
    for _ in range(_REACH):
        step = _adverbial(sentence, place, told=told, again=place > verb + 1)
        if step == place:
            return place
        told = told and sentence.tokens[place].tag == "ADV"
        place = step
    return place


def _adverbial(sentence: Sentence, place: int, *, told: bool, again: bool) -> int:
    """Return the end of an adverbial or an addressee that begins here, or the place where none does."""
    number = next((number for number in sentence.numbers if number.first == place), None)
    counts = number is not None and number.kind == "cardinal" and not (told and lower(sentence, place) in {"a", "an"})
    if place >= len(sentence.tokens) or counts:
        return place
    if number is not None and again:
        return max(number.last, place + 1)
    token, phrase = sentence.tokens[place], speakers.phrase_at(sentence, place)
    if token.tag == "ADV" and lower(sentence, place) not in {"when", "where", "how", "why", "there", "about"}:
        return place + 1
    if phrase is None and token.tag == "ADP":
        dated = next((n for n in sentence.numbers if n.first == place + 1 and n.kind in {"date", "time"}), None)
        return dated.last if dated is not None else place
    if again and token.tag == "VERB" and token.form == "participle" and message(lower(sentence, place - 1), "in"):
        ends = (n for n in range(place, len(sentence.tokens)) if lower(sentence, n) in ENDS | {",", "that"} | QUOTES)
        return next(ends, len(sentence.tokens))  # "in a statement posted on its website"
    if phrase is None:
        return place + 1 if told and token.form in {"personal", "reflexive"} else place
    if told and not phrase.adposition:
        return phrase.last
    if speakers.is_time(lower(sentence, phrase.head)):
        return phrase.last
    counted = phrase.number >= 0 and sentence.numbers[phrase.number].low != 1
    hangs = phrase.adposition not in {"", "that", "as", "of"} or (phrase.adposition == "of" and again)
    return phrase.last if hangs and not counted else place


def _side(sentence: Sentence, around: Places, clause: Clause, *, inverted: bool) -> Side:
    """Return on which side of the reporting clause what is said stands."""
    start, right = around
    if lower(sentence, start - 1) in {"as", "and"}:
        start -= 1
    left = lower(sentence, start - 1)
    marked = start > 0 and left in _LEFT
    ahead = lower(sentence, right)
    if ahead in ENDS or ahead in {"", ")"}:
        return "before"
    if ahead in {","} | DASHES:
        return "around" if marked else "behind"
    quoted = left in QUOTES or lower(sentence, start - 2) in QUOTES
    if ahead in QUOTES:
        closes = right + 1 >= len(sentence.tokens) or lower(sentence, right + 1) in ENDS | {""}
        return "before" if closes else "behind"
    if marked and (inverted or quoted) and ahead not in {":", "that"}:
        return "before"
    aside = ahead in _REASONS or (ahead.endswith("ing") and (ahead in verb_rows() or ahead in _SPEAKING))
    return "before" if marked and aside and clause.first > 0 else "behind"


def _has_content(sentence: Sentence, clause: Clause, row: ReportingVerbs, around: tuple[int, int], side: Side) -> bool:
    """Tell whether what an entry takes as its content stands on its side of the verb."""
    verb, right = around
    frames = row.frames
    if side in {"before", "around"}:
        return "clause" in frames
    ahead = {lower(sentence, n) for n in range(verb + 1, min(verb + 1 + _NEAR, len(sentence.tokens)))}
    if "that" in frames and "that" in ahead:
        return True
    if "of" in frames and "of" in {lower(sentence, verb + 1), lower(sentence, right)}:
        return True
    if "someone" in frames and "of" in ahead | {lower(sentence, n) for n in range(verb, verb + 12)}:
        return lower(sentence, verb + 1) not in {"of", "in", "by"}
    if "object" in frames:
        return True
    later = [c for c in sentence.clauses if c.first > verb and c is not clause and c.verbs]
    if "to" in frames and later and later[0].kind == "infinitive":
        return lower(sentence, right) == "to" and "have" in {lower(sentence, n) for n in later[0].verbs}
    speech = ahead & QUOTES or ":" in ahead
    if sentence.field == "title" and any(number.first in {right, right + 1} for number in sentence.numbers):
        return "clause" in frames
    full = next((c for c in later if c.kind != "relative" or c.opener), None)
    finite = full is not None and (full.finite is not None or row.stance == "denies")
    told = finite and full is not None and (full.kind not in {"relative", "infinitive"} or full.opener == "that")
    return "clause" in frames and bool(speech or told)


def modality_of(sentence: Sentence, report: Report) -> str:
    """Return how sure what is reported is, by the verb and by a message noun that is its subject."""
    words = sentence.tokens[report.subject[0] : report.subject[1]]
    guessed = any(message(token.text, "subject") == "uncertain" for token in words)
    return "uncertain" if guessed and report.row.modality == "stated" else report.row.modality
