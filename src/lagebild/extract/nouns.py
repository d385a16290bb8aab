"""Figures that a noun gives: "16 Todesopfer", "zwei tote Zivilisten", "Tod von 24 Zivilisten", "Zahl der Toten ... auf 25"."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lagebild.extract.counts import number_count
from lagebild.extract.people import groups, is_counted, names_people
from lagebild.extract.reading import Candidate, Count, Reading
from lagebild.model import Group, Measure, Modality, Phrase
from lagebild.vocabulary import load
from lagebild.vocabulary.measures import MeasureAdjectives, MeasureNouns

_BARE_ADPOSITIONS = {"", "mit", "ohne", "mitsamt"}
_VICTIMS = {"opfer", "opfern"}
_LOSSES = {"verluste", "verlusten"}
_FORCES = re.compile(
    r"[Ss]oldat|[Aa]rmee|[Tt]ruppe|[Mm]ilitär|[Bb]rigade|[Bb]ataillon|[Kk]ämpfe|Front|Gefecht|Streitkr|Regiment|Division|Krieg|Rebell|[Mm]iliz|Offensive|Kampf"
)
_DEATH = re.compile(
    r"\b(?:Menschenleben|[Tt]ot\w*|[Tt]odes\w*|\w*[Tt]ote[nr]?|[Ll]eichen?\w*|starb\w*|gestorben|getötet\w*|ums Leben|erschoss\w*|ermordet\w*|ertrunken|erstochen|umgekommen|tötete\w*|tötet|hingerichtet|enthauptet|sterben)\b"
)
_TOTALS = re.compile(r"(?:^|[\w-])*(?:zahl|anzahl|bilanz)$")
_OF_COMPOUND: tuple[tuple[str, Measure], ...] = (
    ("todesopfer", "killed"), ("toten", "killed"), ("verletzten", "injured"), ("vermissten", "missing"), ("opfer", "casualties"),
)  # fmt: skip
_NOT_COUNTED_ADPOSITIONS = {"um"}
_REPORTING = {
    "geben", "fordern", "melden", "sein", "beklagen", "verzeichnen", "zählen", "hinterlassen", "verursachen", "berichten",
    "kommen", "führen", "bringen", "haben", "werden", "entstehen", "sterben", "beziffern", "registrieren", "kosten", "enden",
    "bleiben", "sprechen", "bestätigen", "vermelden", "ausgehen", "ablaufen", "verlaufen", "liegen", "zeigen",
}  # fmt: skip
_PLAYED = {"spielen", "mimen", "darstellen", "simulieren", "proben", "üben", "nachstellen", "schminken"}
_CORRECTED = {"korrigieren", "berichtigen", "herabsetzen", "revidieren", "senken", "reduzieren"}


@functools.cache
def _nouns() -> dict[str, MeasureNouns]:
    return {noun: row for row in load("de", "measure_nouns", MeasureNouns) for noun in row.nouns}


@functools.cache
def _adjectives() -> tuple[tuple[re.Pattern[str], MeasureAdjectives], ...]:
    rows = load("de", "measure_adjectives", MeasureAdjectives)
    return tuple((re.compile(f"(?:{'|'.join(row.stems)})$", re.IGNORECASE), row) for row in rows)


@functools.cache
def _acts() -> dict[str, MeasureNouns]:
    return {noun: row for row in load("de", "harm_nouns", MeasureNouns) for noun in row.nouns}


@functools.lru_cache(maxsize=8192)
def measure_of(noun: str) -> MeasureNouns | None:
    """Return the row of a noun that names people by what happened to them, itself or as a compound's last part."""
    word = noun.lower()
    last = re.split(r"[-\u2011/]", word)[-1]
    for form in (word, last):
        if form in _nouns():
            return _nouns()[form]
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
    return _nouns().get(ending) if ending else None


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
    yield from _totals(reading)


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
    by_act = _by_act(reading, place, phrase)
    if by_act is not None:
        yield by_act


def _by_noun(reading: Reading, place: int, phrase: Phrase) -> _Found | None:
    """Return the figure of a noun of harm: with its number, or bare in the plural ("es gab Tote")."""
    word = reading.lower[phrase.head]
    if word in _VICTIMS or word in _LOSSES:
        return _by_victims(reading, phrase, word)
    row = measure_of(reading.tokens[phrase.head].text)
    body = _by_body(reading, phrase)
    if body is not None:
        return body
    if row is None or word == "toten" and _is_adjective(reading, phrase.head):
        return None
    numbered = number_count(reading, phrase)
    if numbered is not None:
        if _is_acted(reading, phrase):
            return None
        measure = _combined(reading, place, row.measure)
        return _Found(measure, numbered, phrase.head, f"figure.noun.{row.id}", 0.92)
    if not _is_bare(reading, place, phrase, row):
        return None
    if _none_of_them(reading, phrase):
        zero = Count(0, 0, "exact", phrase.head, phrase.head + 1)
        return _Found(row.measure, zero, phrase.head, "figure.noun.none", 0.85)
    if not _is_reported(reading, phrase):
        return None
    if phrase.adposition == "ohne" or _neither(reading, phrase):
        return _Found(
            row.measure, Count(0, 0, "exact", phrase.head, phrase.head + 1), phrase.head, "figure.noun.none", 0.8
        )
    if _shared_number(reading, place):
        return None
    low, high = (1, 1) if _is_one(reading, phrase) else (2, None)
    counted = Count(low, high, "exact" if high else "vague", phrase.head, phrase.head + 1, implied=True)
    return _Found(row.measure, counted, phrase.head, f"figure.noun.{row.id}.bare", 0.75)


def _by_body(reading: Reading, phrase: Phrase) -> _Found | None:
    """Return one dead for "die Leiche der Frau wurde gefunden": a single body found or recovered."""
    if (
        reading.lower[phrase.head] not in {"leiche", "leichnam"}
        or phrase.number >= 0
        or phrase.adposition
        or phrase.clause < 0
    ):
        return None
    place = reading.phrases.index(phrase)
    if any(p.owner == place and p.number >= 0 for p in reading.phrases):
        return None
    if reading.clauses[phrase.clause].verb not in {
        "finden",
        "auffinden",
        "bergen",
        "entdecken",
        "ziehen",
        "liegen",
        "treiben",
    }:
        return None
    counted = Count(1, 1, "exact", phrase.head, phrase.head + 1, implied=True)
    return _Found("killed", counted, phrase.head, "figure.noun.body", 0.75)


def _is_adjective(reading: Reading, place: int) -> bool:
    """Tell whether "Toten" is part of a name ("Toten Meer") or stands before another noun."""
    following = reading.tokens[place + 1] if place + 1 < len(reading.tokens) else None
    return following is not None and following.text in {"Meer", "Meeres", "Hosen", "Winkel"}


def _by_victims(reading: Reading, phrase: Phrase, word: str) -> _Found | None:
    """Return the figure of "16 Opfer" or "rund 4.000 Verluste": dead where the text shows it, else not told apart."""
    numbered = number_count(reading, phrase)
    if numbered is None:
        return _civilian_victims(reading, phrase, word)
    if numbered.low == numbered.high == 1 and not _is_reported(reading, phrase):
        return None
    if word in _LOSSES:
        around = reading.words(0, len(reading.tokens))
        if not _FORCES.search(around):
            return None
        return _Found("casualties", numbered, phrase.head, "figure.noun.losses", 0.85)
    return _Found(victims(reading), numbered, phrase.head, "figure.noun.victims", 0.75)


def _civilian_victims(reading: Reading, phrase: Phrase, word: str) -> _Found | None:
    """Return two or more for "zivile Opfer", said without a number and reported."""
    said = groups(reading, phrase)
    if word not in _VICTIMS or not said or phrase.definite or phrase.adposition or phrase.owner >= 0:
        return None
    if not _is_reported(reading, phrase):
        return None
    counted = Count(2, None, "vague", phrase.head, phrase.head + 1, implied=True)
    return _Found(victims(reading), counted, phrase.head, "figure.noun.victims.bare", 0.6)


def victims(reading: Reading) -> Measure:
    """Return what "Opfer" means here: killed where the article shows that they died, else casualties."""
    article = reading.document.article
    return "killed" if _DEATH.search(article.title) or _DEATH.search(article.text) else "casualties"


def _combined(reading: Reading, place: int, measure: Measure) -> Measure:
    """Return casualties where one number stands for dead and hurt together ("31 Tote und Verletzte")."""
    phrase = reading.phrases[place]
    others = [
        other
        for other in reading.phrases
        if phrase.series >= 0 and other.series == phrase.series and other is not phrase and other.number < 0
    ]
    for other in others:
        row = measure_of(reading.tokens[other.head].text)
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
    return measure_of(reading.tokens[phrase.head].text) is not None


def _is_bare(reading: Reading, place: int, phrase: Phrase, row: MeasureNouns) -> bool:
    """Tell whether a noun of harm stands without determiner as something reported, not as a topic."""
    if not row.bare_plural or phrase.definite or phrase.owner >= 0 or phrase.adposition not in _BARE_ADPOSITIONS:
        return False
    if row.measure in {"detained", "abducted"} and reading.lower[phrase.head] in {"festnahme", "verhaftung", "geisel"}:
        return False
    before = [token for token in reading.tokens[phrase.first : phrase.head] if token.tag == "DET"]
    if any(token.form in {"article", "possessive", "demonstrative", "relative"} for token in before):
        return False
    word = reading.tokens[phrase.head].text
    if word.lower() in {"leiche", "leichnam", "todesfall", "leichen"}:
        return phrase.plural and phrase.adposition == ""
    return phrase.plural or phrase.adposition == "ohne" or _is_one(reading, phrase)


def _none_of_them(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether "Tote gab es nicht" or "Vermisste gibt es keine mehr" says that there are none."""
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    if clause is None or clause.verb not in {"geben", "sein", "zählen", "fordern"}:
        return False
    return any(
        n > phrase.head and (reading.tokens[n].form == "negation" or reading.lower[n] in {"keine", "keinen"})
        for n in clause.tokens
    )


def _is_reported(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a bare noun is told as what happened: in a headline, or with a verb of being or counting."""
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    if any(q.kind == "term" and q.field == reading.sentence.field and q.start <= reading.tokens[phrase.head].start < q.end
           for q in reading.document.quotations):  # fmt: skip
        return False
    if clause is None or not clause.verb or reading.sentence.field == "title":
        return True
    return clause.verb in _REPORTING and not any(reading.tokens[n].form == "negation" for n in clause.tokens)


def _is_acted(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether the harm is played, planned for or drawn, and nobody suffered it."""
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    return clause is not None and clause.verb in _PLAYED


def _is_one(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a bare noun is one person: "Toter bei Brand"."""
    word = reading.lower[phrase.head]
    return word.endswith("er") and phrase.first == phrase.head and measure_of(word) is not None


def _neither(reading: Reading, phrase: Phrase) -> bool:
    before = reading.lower[max(0, phrase.first - 1) : phrase.first]
    return bool({"weder", "noch"} & set(before)) and "weder" in reading.lower


def _by_adjective(reading: Reading, phrase: Phrase) -> _Found | None:
    """Return the figure of "rund 40 verletzte Teilnehmer" or "zivile Tote"."""
    if not is_counted(reading, phrase, people_only=False) or names_people(reading.tokens[phrase.head].text) is False:
        return None
    for place in range(phrase.first, phrase.head):
        token = reading.tokens[place]
        if token.tag not in {"ADJ", "VERB"} or "mutmaßlich" in token.text:
            continue
        for pattern, row in _adjectives():
            if not pattern.match(token.text):
                continue
            numbered = number_count(reading, phrase)
            known = names_people(reading.tokens[phrase.head].text)
            if numbered is not None:
                return _Found(row.measure, numbered, place, f"figure.adjective.{row.id}", 0.85)
            bare = not phrase.definite and phrase.plural and phrase.adposition in {"", "mit"} and phrase.owner < 0
            bare = bare and not token.text.endswith("er") and _is_reported(reading, phrase)
            if bare and known:
                counted = Count(2, None, "vague", phrase.head, phrase.head + 1, implied=True)
                return _Found(row.measure, counted, place, f"figure.adjective.{row.id}.bare", 0.6)
    return None


def _by_act(reading: Reading, place: int, phrase: Phrase) -> _Found | None:
    """Return the figure of "Tod von 24 Zivilisten": the counted phrase hangs on a noun of the act."""
    if phrase.owner < 0:
        return None
    head = reading.phrases[phrase.owner].head
    row = _acts().get(reading.lower[head])
    numbered = number_count(reading, phrase)
    if row is None or numbered is None or not is_counted(reading, phrase, people_only=False):
        return None
    if reading.tokens[phrase.head].tag == "NOUN" and measure_of(reading.tokens[phrase.head].text) is not None:
        return None
    return _Found(row.measure, numbered, head, f"figure.act.{row.id}", 0.85)


def _totals(reading: Reading) -> Iterator[Candidate]:
    """Yield the numbers of "die Zahl der Toten stieg von 21 auf 25" and "Opferzahl auf 76"."""
    for place, phrase in enumerate(reading.phrases):
        measure = _total_measure(reading, place, phrase)
        if measure is None:
            continue
        numbers = [
            (n, other)
            for n, other in reading.in_clause(phrase.clause)
            if other.first > phrase.head and _is_total_number(reading, other)
        ]
        if not numbers:
            numbers = _in_same_sentence(reading, phrase)
        corrected = reading.clauses[phrase.clause].verb in _CORRECTED if phrase.clause >= 0 else False
        for n, other in numbers[:2]:
            counted = number_count(reading, other)
            if counted is None:
                continue
            old = corrected and other.adposition == "von" and len(numbers) > 1
            yield Candidate(
                measure=measure,
                count=counted,
                sentence=reading.sentence.index,
                cue=(phrase.head, phrase.head + 1),
                cue_sentence=reading.sentence.index,
                phrase=n,
                clause=phrase.clause,
                rule="figure.total",
                score=0.9,
                group=groups(reading, other) or _owner_groups(reading, place),
                settled="denied" if old else None,
            )


def _owner_groups(reading: Reading, place: int) -> tuple[Group, ...]:
    """Return the groups named in "Zahl der getöteten Soldaten"."""
    return next((groups(reading, p) for p in reading.phrases if p.owner == place), ())


def _total_measure(reading: Reading, place: int, phrase: Phrase) -> Measure | None:
    """Return the measure of "Zahl der Toten", "Opferzahl" or "die Verluste ... beliefen sich auf", or None."""
    word = reading.lower[phrase.head]
    if word in _LOSSES and phrase.number < 0:
        amounts_clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
        clause = amounts_clause
        amounts = clause is not None and clause.verb in {
            "belaufen",
            "betragen",
            "liegen",
            "beziffern",
            "angeben",
            "schätzen",
        }
        return "casualties" if amounts and _FORCES.search(reading.words(0, len(reading.tokens))) else None
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    counted_by_verb = clause is not None and clause.verb in {"beziffern", "angeben"} and phrase.definite
    if counted_by_verb and phrase.number < 0 and not phrase.adposition:
        row = measure_of(reading.tokens[phrase.head].text)
        return row.measure if row is not None else None
    if not _TOTALS.match(word):
        return None
    for part, measure in _OF_COMPOUND:
        if word.startswith(part):
            return victims(reading) if part == "opfer" else measure
    owned = next((p for p in reading.phrases if p.owner == place), None)
    if owned is None:
        return None
    noun = reading.tokens[owned.head].text
    if noun.lower() in _VICTIMS:
        return victims(reading)
    row = measure_of(noun)
    if row is not None:
        tail = reading.lower[owned.last : owned.last + 2]
        other = measure_of(tail[1]) if len(tail) == 2 and tail[0] == "und" else None  # noqa: PLR2004 - "und Verletzten"
        return "casualties" if other is not None and other.measure != row.measure else row.measure
    adjectives = (reading.tokens[n].text for n in range(owned.first, owned.head))
    return next((row.measure for word in adjectives for pattern, row in _adjectives() if pattern.match(word)), None)


def _is_total_number(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase gives the total: a number after auf, bei, von or mit, or the complement of "betragen"."""
    counted = number_count(reading, phrase)
    if counted is None or phrase.adposition in _NOT_COUNTED_ADPOSITIONS or counted.low == counted.high == 1:
        return False
    headless = reading.tokens[phrase.head].tag in {"NUM", "ADJ", "DET", "PRON", "X"} or phrase.head < phrase.last - 1
    people = (
        names_people(reading.tokens[phrase.head].text) is True
        or measure_of(reading.tokens[phrase.head].text) is not None
    )
    if phrase.adposition in {"auf", "bei", "von", "mit", "über", "zu", "an"}:
        return headless or people or reading.tokens[phrase.head].tag == "NUM" or reading.lower[phrase.head][0].isdigit()
    clause = reading.clauses[phrase.clause] if phrase.clause >= 0 else None
    return (
        clause is not None
        and clause.verb in {"betragen", "erreichen", "überschreiten", "übersteigen", "liegen"}
        and headless
    )


def _in_same_sentence(reading: Reading, phrase: Phrase) -> list[tuple[int, Phrase]]:
    """Return the number that follows a total cut off by a mark or a relative clause."""
    return [
        (n, other)
        for n, other in enumerate(reading.phrases)
        if other.first > phrase.head and other.adposition in {"auf", "bei"} and _is_total_number(reading, other)
    ][:1]
