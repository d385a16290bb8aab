"""Figures that a noun gives: "16 Todesopfer", "zwei tote Zivilisten", "Tod von 24 Zivilisten"."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.extract.counts import number_count
from lagebild.extract.people import groups, is_counted, names_people
from lagebild.extract.reading import Candidate, Count, Reading
from lagebild.model import Measure, Modality, Phrase
from lagebild.vocabulary import load
from lagebild.vocabulary.measures import MeasureAdjectives, MeasureNouns


@functools.cache
def _nouns(language: str) -> dict[str, MeasureNouns]:
    return {noun: row for row in load(language, "measure_nouns", MeasureNouns) for noun in row.nouns}


@functools.cache
def _adjectives(language: str) -> tuple[tuple[re.Pattern[str], MeasureAdjectives], ...]:
    rows = load(language, "measure_adjectives", MeasureAdjectives)
    return tuple((re.compile(f"(?:{'|'.join(row.stems)})$", re.IGNORECASE), row) for row in rows)


@functools.cache
def _acts(language: str) -> dict[str, MeasureNouns]:
    return {noun: row for row in load(language, "harm_nouns", MeasureNouns) for noun in row.nouns}


@functools.lru_cache(maxsize=8192)
def measure_of(language: str, noun: str) -> MeasureNouns | None:
    """Return the row of a noun that names people by what happened to them, itself or as a compound's last part."""
    word = noun.lower()
    last = re.split(r"[-\u2011/]", word)[-1]
    for form in (word, last):
        if form in _nouns(language):
            return _nouns(language)[form]
    endings = (
        "verletzte",
        "verletzten",
        "verletzter",
        "todesopfer",
        "todesopfern",
        "leichen",
        "mordopfer",
        "festnahmen",
        "geiseln",
    )
    ending = next((ending for ending in endings if word.endswith(ending)), None)
    return _nouns(language).get(ending) if ending else None


@dataclass(frozen=True, slots=True)
class _Found:
    """What a noun rule found in a phrase."""

    measure: Measure
    count: Count
    cue: int
    rule: str
    score: float
    settled: Modality | None = None


def noun_figures(reading: Reading) -> Iterator[Candidate]:
    """Yield a candidate for each counted noun of harm, each noun with an adjective of harm, each act, each total."""
    for place, phrase in enumerate(reading.phrases):
        for found in _in_phrase(reading, place, phrase):
            yield Candidate(
                measure=found.measure,
                count=found.count,
                sentence=reading.sentence.index,
                cue=(found.cue, found.cue + 1),
                cue_sentence=reading.sentence.index,
                phrase=place,
                clause=phrase.clause,
                rule=found.rule,
                score=found.score,
                group=groups(reading, phrase),
                settled=found.settled,
            )


def _in_phrase(reading: Reading, place: int, phrase: Phrase) -> Iterator[_Found]:
    head = reading.tokens[phrase.head]
    if head.tag in {"NOUN", "PROPN"}:
        by_noun = _by_noun(reading, place, phrase)
        if by_noun is not None:
            yield by_noun
            return
        by_adjective = _by_adjective(reading, phrase)
        if by_adjective is not None:
            yield by_adjective
            return
    by_act = _by_act(reading, phrase) or _by_custody(reading, phrase)
    if by_act is not None:
        yield by_act


def _by_noun(reading: Reading, place: int, phrase: Phrase) -> _Found | None:
    """Return the figure of a noun of harm: with its number, or bare in the plural ("es gab Tote")."""
    word = reading.lower[phrase.head]
    if word in reading.set_of("victims") or word in reading.set_of("losses"):
        return _by_victims(reading, phrase, word)
    body = _by_body(reading, phrase)
    row = measure_of(reading.language, reading.tokens[phrase.head].text)
    if body is not None or row is None or _is_name_part(reading, phrase.head):
        return body
    numbered = number_count(reading, phrase)
    if numbered is None:
        return _by_bare_noun(reading, place, phrase, row)
    if _is_acted(reading, phrase):
        return None
    measure = _combined(reading, place, row.measure)
    return _Found(measure, numbered, phrase.head, f"figure.noun.{row.id}", 0.92)


def _by_bare_noun(reading: Reading, place: int, phrase: Phrase, row: MeasureNouns) -> _Found | None:
    """Return the figure of a noun of harm without a number: none of them, one, or two and more."""
    if not _is_bare(reading, phrase, row):
        return None
    zero = Count(0, 0, "exact", phrase.head, phrase.head + 1)
    if _none_of_them(reading, phrase):
        return _Found(row.measure, zero, phrase.head, "figure.noun.none", 0.85)
    if not _is_reported(reading, phrase):
        return None
    if phrase.adposition == "ohne" or _neither(reading, phrase):
        return _Found(row.measure, zero, phrase.head, "figure.noun.none", 0.8)
    if _shared_number(reading, place):
        return None
    low, high = (1, 1) if _is_one(reading, phrase) else (2, None)
    counted = Count(low, high, "exact" if high else "vague", phrase.head, phrase.head + 1, implied=True)
    return _Found(row.measure, counted, phrase.head, f"figure.noun.{row.id}.bare", 0.75)


def _by_body(reading: Reading, phrase: Phrase) -> _Found | None:
    """Return one dead for "die Leiche der Frau wurde gefunden": a single body found or recovered."""
    if reading.lower[phrase.head] not in reading.set_of("body") or phrase.number >= 0 or phrase.adposition:
        return None
    place = reading.phrases.index(phrase)
    verb = reading.clauses[phrase.clause].verb if phrase.clause >= 0 else ""
    counted_elsewhere = any(p.owner == place and p.number >= 0 and not _is_agent(reading, p) for p in reading.phrases)
    if counted_elsewhere or verb not in reading.set_of("body_found"):
        return None
    counted = Count(1, 1, "exact", phrase.head, phrase.head + 1, implied=True)
    return _Found("killed", counted, phrase.head, "figure.noun.body", 0.75)


def _is_agent(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether "von" names who did it: "ihre Leiche wurde von einem Boten entdeckt"."""
    return phrase.adposition == "von" and phrase.clause >= 0 and reading.clauses[phrase.clause].voice == "passive"


def _is_name_part(reading: Reading, place: int) -> bool:
    """Tell whether "Toten" stands before the other half of a name ("am Toten Meer")."""
    following = reading.lower[place + 1 : place + 2]
    return bool(set(following) & reading.set_of("not_people_names"))


def _by_victims(reading: Reading, phrase: Phrase, word: str) -> _Found | None:
    """Return the figure of "16 Opfer" or "rund 4.000 Verluste": dead where the text shows it, else not told apart."""
    numbered = number_count(reading, phrase)
    if numbered is None:
        return _civilian_victims(reading, phrase, word)
    if numbered.low == numbered.high == 1 and not _is_reported(reading, phrase):
        return None
    if word in reading.set_of("losses"):
        around = reading.words(0, len(reading.tokens))
        if not reading.pattern("forces").search(around):
            return None
        return _Found("casualties", numbered, phrase.head, "figure.noun.losses", 0.85)
    return _Found(victims(reading), numbered, phrase.head, "figure.noun.victims", 0.75)


def _civilian_victims(reading: Reading, phrase: Phrase, word: str) -> _Found | None:
    """Return two or more for "zivile Opfer", said without a number and reported."""
    said = groups(reading, phrase)
    if word not in reading.set_of("victims") or not said or phrase.definite or phrase.adposition or phrase.owner >= 0:
        return None
    if not _is_reported(reading, phrase):
        return None
    counted = Count(2, None, "vague", phrase.head, phrase.head + 1, implied=True)
    return _Found(victims(reading), counted, phrase.head, "figure.noun.victims.bare", 0.6)


def victims(reading: Reading) -> Measure:
    """Return what "Opfer" means here: killed where the article shows that they died, else casualties."""
    article = reading.document.article
    return (
        "killed"
        if reading.pattern("death").search(article.title) or reading.pattern("death").search(article.text)
        else "casualties"
    )


def _combined(reading: Reading, place: int, measure: Measure) -> Measure:
    """Return casualties where one number stands for dead and hurt together ("31 Tote und Verletzte")."""
    phrase = reading.phrases[place]
    others = [
        other
        for other in reading.phrases
        if phrase.series >= 0 and other.series == phrase.series and other is not phrase and other.number < 0
    ]
    for other in others:
        row = measure_of(reading.language, reading.tokens[other.head].text)
        if row is not None and {row.measure, measure} == {"killed", "injured"} and other.first == other.head:
            return "casualties"
    return measure


def _shared_number(reading: Reading, place: int) -> bool:
    """Tell whether a bare noun shares the number of the coordinated noun before it."""
    phrase = reading.phrases[place]
    return any(
        other.series == phrase.series >= 0
        and other.number >= 0
        and other.first < phrase.first
        and _same_kind(reading, other)
        for other in reading.phrases
    )


def _same_kind(reading: Reading, phrase: Phrase) -> bool:
    return measure_of(reading.language, reading.tokens[phrase.head].text) is not None


def _is_bare(reading: Reading, phrase: Phrase, row: MeasureNouns) -> bool:
    """Tell whether a noun of harm stands without determiner as something reported, not as a topic."""
    if (
        not row.bare_plural
        or phrase.definite
        or phrase.owner >= 0
        or phrase.adposition not in reading.set_of("bare_adpositions")
    ):
        return False
    if row.measure in {"detained", "abducted"} and reading.lower[phrase.head] in reading.set_of("single_harm"):
        return False
    before = [token for token in reading.tokens[phrase.first : phrase.head] if token.tag == "DET"]
    if any(token.form in {"article", "possessive", "demonstrative", "relative"} for token in before):
        return False
    word = reading.tokens[phrase.head].text
    if not phrase.adposition and reading.tokens[phrase.head].form == "nominalised" and word.endswith("en"):
        return False
    if word.lower() in reading.set_of("single_body"):
        return phrase.plural and phrase.adposition == ""
    return phrase.plural or phrase.adposition == "ohne" or _is_one(reading, phrase)


def _none_of_them(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether "Tote gab es nicht" or "Vermisste gibt es keine mehr" says that there are none."""
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    if clause is None or clause.verb not in reading.set_of("there_are"):
        return False
    return any(
        n > phrase.head and (reading.tokens[n].form == "negation" or reading.lower[n] in {"keine", "keinen"})
        for n in clause.tokens
    )


def _is_reported(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a bare noun is told as what happened: in a headline, or with a verb of being or counting."""
    if _is_term(reading, phrase):
        return False
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    if clause is None or not clause.verb or reading.sentence.field == "title":
        return True
    negated = any(reading.tokens[n].form == "negation" for n in clause.tokens)
    return clause.verb in reading.set_of("reporting") and not negated


def _is_term(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase stands in quotation marks that set off a name or a few words."""
    start = reading.tokens[phrase.head].start
    terms = (q for q in reading.document.quotations if q.kind == "term" and q.field == reading.sentence.field)
    return any(term.start <= start < term.end for term in terms)


def _is_acted(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether the harm is played, planned for or drawn, and nobody suffered it."""
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    return clause is not None and clause.verb in reading.set_of("played")


def _is_one(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a bare noun is one person: "Toter bei Brand"."""
    word = reading.lower[phrase.head]
    return word.endswith("er") and phrase.first == phrase.head and measure_of(reading.language, word) is not None


def _neither(reading: Reading, phrase: Phrase) -> bool:
    before = reading.lower[max(0, phrase.first - 1) : phrase.first]
    return bool({"weder", "noch"} & set(before)) and "weder" in reading.lower


def adjective_measure(reading: Reading, place: int) -> Measure | None:
    """Return the measure that an adjective of harm gives ("verletzte", "getöteten"), or None."""
    token = reading.tokens[place]
    if token.tag not in {"ADJ", "VERB"}:
        return None
    return next((row.measure for pattern, row in _adjectives(reading.language) if pattern.match(token.text)), None)


def _by_adjective(reading: Reading, phrase: Phrase) -> _Found | None:
    """Return the figure of "rund 40 verletzte Teilnehmer": a number, or two and more where it stands bare."""
    known = names_people(reading.language, reading.tokens[phrase.head].text)
    if known is False or not is_counted(reading, phrase, people_only=False):
        return None
    for place in range(phrase.first, phrase.head):
        measure = adjective_measure(reading, place)
        if measure is None:
            continue
        numbered = number_count(reading, phrase)
        if numbered is not None and (known or not numbered.low == numbered.high == 1):
            return _Found(measure, numbered, place, f"figure.adjective.{measure}", 0.85)
        genitive = reading.lower[place].endswith("er")
        bare = not phrase.definite and phrase.plural and phrase.adposition in {"", "mit"} and phrase.owner < 0
        if known and bare and not genitive and _is_reported(reading, phrase):
            counted = Count(2, None, "vague", phrase.head, phrase.head + 1, implied=True)
            return _Found(measure, counted, place, f"figure.adjective.{measure}.bare", 0.6)
    return None


def _by_act(reading: Reading, phrase: Phrase) -> _Found | None:
    """Return the figure of "Tod von 24 Zivilisten": the counted phrase hangs on a noun of the act."""
    if phrase.owner < 0:
        return None
    head = reading.phrases[phrase.owner].head
    row = _acts(reading.language).get(reading.lower[head])
    numbered = number_count(reading, phrase)
    if row is None or numbered is None or not is_counted(reading, phrase, people_only=False):
        return None
    if _is_agent(reading, phrase):
        return None
    if (
        reading.tokens[phrase.head].tag == "NOUN"
        and measure_of(reading.language, reading.tokens[phrase.head].text) is not None
    ):
        return None
    return _Found(row.measure, numbered, head, f"figure.act.{row.id}", 0.85)


def _by_custody(reading: Reading, phrase: Phrase) -> _Found | None:
    """Return the figure of "87 Personen in Polizeigewahrsam": counted people right before where they are held."""
    behind = reading.lower[phrase.last : phrase.last + 2]
    if len(behind) < len(("in", "haft")) or behind[0] != "in" or behind[1] not in reading.set_of("custody"):
        return None
    numbered = number_count(reading, phrase)
    known = names_people(reading.language, reading.tokens[phrase.head].text)
    held_by_act = phrase.owner >= 0 and reading.lower[reading.phrases[phrase.owner].head] in _acts(reading.language)
    if numbered is None or not known or held_by_act:
        return None  # of "der Tod von drei Männern in Haft" the deaths are told, where they are
    return _Found("detained", numbered, phrase.last + 1, "figure.custody", 0.8)
