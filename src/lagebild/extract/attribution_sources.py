"""Whom a report names: its subject, a phrase with "aus" or "in", the speaker that a pronoun means."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lagebild.extract.attribution_cues import source
from lagebild.extract.attribution_model import Attribution
from lagebild.extract.attribution_phrases import holder, is_determiner, noun_phrase, owner
from lagebild.extract.attribution_reports import Report, agent
from lagebild.extract.attribution_subjects import subject_before, subject_behind
from lagebild.extract.attribution_words import is_stop, lower, message, speaks
from lagebild.model import Clause, Document, Sentence, Source, Span

REACH = 2  # sentences over which reported speech runs on without a new mention of who speaks
_MASCULINE = frozenset({"der", "ein", "dem", "einem", "den", "einen", "des", "eines", "dieser"})
_FEMININE = frozenset({"die", "eine", "der", "einer", "diese"})
_FROM = frozenset({"aus", "seitens", "vonseiten"})
_BY = frozenset({"von", "vom", "bei", "beim"})
_OFFICE = (
    r"[\w-]*(?:[Mm]inister|[Pp]räsident|[Ss]precher|[Ll]eiter|[Aa]nwält|[Mm]eister|[Kk]anzler|[Ee]xpert|[Ff]orscher)"
)
_WOMAN = re.compile(rf"{_OFFICE}in(?:\s|$)")
_MAN = re.compile(rf"(?:{_OFFICE}|[\w-]*[Cc]hef)e?(?:\s|$)")
_PRONOUNS = frozenset({"er", "sie", "dieser", "diese"})


@dataclass(slots=True)
class Talk:
    """Who spoke last while a field is read, and where."""

    sources: tuple[Source, ...] = ()
    speaker: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    sentence: int = -9
    before: Sentence | None = None
    found: list[Attribution] = field(default_factory=list)
    genders: dict[str, bool] = field(default_factory=dict)

    def add(self, attribution: Attribution) -> None:
        """Keep an attribution, and remember who spoke; "Meldungen über ..." speak no further."""
        self.found.append(attribution)
        if attribution.rule == "attribution.message":
            return
        self.sources, self.speaker, self.sentence = attribution.sources, attribution.speaker, attribution.sentence
        self.cue = attribution.cue

    def unknown(self, attributions: Iterable[Attribution], *, nobody: bool) -> None:
        """Keep what somebody says whom only a pronoun names, or `nobody` does ("hieß es").

        What runs on from there is said by whom the pronoun means, whoever they are.
        """
        for attribution in attributions:
            if attribution.speaker:
                self.found.append(attribution)
                self.sources, self.speaker, self.sentence = (), attribution.speaker, attribution.sentence
            elif nobody:
                self.found.append(replace(attribution, rule="attribution.unnamed"))

    def agrees(self, text: str, *, feminine: bool) -> bool:
        """Tell whether a pronoun can mean a phrase; once one did, that of the other gender never does."""
        if not _agrees(text, feminine=feminine):
            return False
        return self.genders.setdefault(text, feminine) is feminine

    def recent(self, sentence: Sentence) -> tuple[Source, ...]:
        """Return who spoke last, where that is not too long ago."""
        return self.sources if sentence.index - self.sentence <= REACH else ()


def sources(
    document: Document, sentence: Sentence, report: Report, talk: Talk, before: tuple[Source, ...]
) -> tuple[Source, ...]:
    """Return who a report names, what it leans on first; `before` named the report before it in the sentence."""
    named = _named(document, sentence, report, talk, before)
    confirms = report.row.id == "announce" and "bestätigt" in lower(sentence, report.verb)
    stance = "confirms" if confirms else report.row.stance
    named = tuple(replace(one, stance=stance) for one in named[:1]) + named[1:]
    if report.row.id == "learn":
        return _learned(document, sentence, report, named)
    if report.leans_on is not None and report.leans_on[1] > report.leans_on[0]:
        origin = source(document, sentence, *report.leans_on)
        return (origin, *(replace(one, role="via") for one in named))
    return named


def _learned(document: Document, sentence: Sentence, report: Report, named: tuple[Source, ...]) -> tuple[Source, ...]:
    """Return who told an outlet ("wie der Sender von der Polizei erfuhr") and the outlet; nobody of any other news."""
    if report.subject is None or lower(sentence, report.subject[0] - 1) != "wie":
        return ()
    teller = agent(sentence, report.clause)
    if teller is not None:
        return (source(document, sentence, *teller), *(replace(one, role="via") for one in named))
    outlet = any(speaks(token.text, "addressee") for token in sentence.tokens[slice(*report.subject)])
    return named if outlet else ()


def speaker_words(document: Document, sentence: Sentence, report: Report) -> tuple[Span, ...]:
    """Return the pronoun that names the speaker of a report, or the two who speak together, else nothing."""
    if report.subject is None or report.position == "shared":
        return ()
    tokens = sentence.tokens
    if _is_pronoun(sentence, report.subject):
        pronoun = tokens[report.subject[0]]
        return (document.article.span(sentence.field, pronoun.start, pronoun.end),)
    first, last = report.subject
    end = noun_phrase(sentence, last + 1) if lower(sentence, last) in {"und", "sowie"} else 0
    if end <= last + 1 or not _ends_subject(sentence, report, end) or (first, last) != owner(sentence, first, last):
        return ()
    pairs = ((first, last), (last + 1, end))
    return tuple(document.article.span(sentence.field, tokens[a].start, tokens[b - 1].end) for a, b in pairs)


def _ends_subject(sentence: Sentence, report: Report, place: int) -> bool:
    """Tell whether a subject of two ends here: its verb or a mark follows, no verb of another clause."""
    if place >= len(sentence.tokens):
        return True
    token = sentence.tokens[place]
    return place in {report.verb, report.clause.finite} or is_stop(token) or token.text.lower() in {"am", "in", "zu"}


def _is_pronoun(sentence: Sentence, subject: tuple[int, int]) -> bool:
    """Tell whether a subject is a pronoun alone."""
    first, last = subject
    return last - first == 1 and lower(sentence, first) in _PRONOUNS and not is_determiner(sentence.tokens[first])


def _named(
    document: Document, sentence: Sentence, report: Report, talk: Talk, before: tuple[Source, ...]
) -> tuple[Source, ...]:
    """Return who a report itself names."""
    if report.position == "shared":
        return before or _subject_in_front(document, sentence, report)
    if report.row.speaker == "phrase" or report.subject is None:
        again = report.row.id == "hear" and not _is_placed(sentence, report)
        return _in_phrase(document, sentence, report) or (talk.recent(sentence) if again else ())
    first, last = report.subject
    if _is_pronoun(sentence, report.subject):
        return _antecedent(document, sentence, first, talk, before)
    return (source(document, sentence, *owner(sentence, first, last)),)


def _is_placed(sentence: Sentence, report: Report) -> bool:
    """Tell whether "es heißt" names where it stands ("in der Resolution heißt es"): no earlier speaker is meant."""
    opener = sentence.tokens[report.clause.first]
    return _is_version(sentence) or (opener.tag == "ADP" and opener.text.lower() in {"in", "im"})


def _is_version(sentence: Sentence) -> bool:
    """Tell whether the sentence speaks of an earlier version of the article itself."""
    return any(token.text.lower() in {"fassung", "version"} for token in sentence.tokens)


def _in_phrase(document: Document, sentence: Sentence, report: Report) -> tuple[Source, ...]:
    """Return whom "hieß es aus X" or "in einem Bericht des X" names, or nobody."""
    if _is_version(sentence):
        return ()
    for place in report.clause.tokens:
        word = lower(sentence, place)
        if word not in _FROM | _BY | {"in", "im"}:
            continue
        last = noun_phrase(sentence, place + 1)
        words = sentence.tokens[place + 1 : last]
        told = any(message(t.text, "über") is not None or message(t.text, "in") is not None for t in words)
        speaker = any(speaks(t.text, "speaker") for t in sentence.tokens[place + 1 : last])
        if last > place + 1 and (told or word in _FROM or (word in _BY and speaker)):
            return (source(document, sentence, *_writer(sentence, place + 1, last)),)
    return ()


def _writer(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Return whose document a phrase names ("einem Brief des Rates"), or the phrase itself."""
    found = owner(sentence, first, last)
    noun = next((n for n in range(first, last) if message(sentence.tokens[n].text, "in") is not None), -1)
    inner = holder(sentence, noun) if noun >= 0 and found == (first, last) else (0, 0)
    return inner if inner[1] > inner[0] else found


def _antecedent(
    document: Document, sentence: Sentence, pronoun: int, talk: Talk, before: tuple[Source, ...]
) -> tuple[Source, ...]:
    """Return the last speaker where a pronoun can mean them, else the subject of the sentence before."""
    feminine = lower(sentence, pronoun) in {"sie", "diese"}
    if lower(sentence, pronoun) in {"er", "sie"}:
        speakers = before or talk.recent(sentence)
        if speakers and talk.agrees(speakers[0].text, feminine=feminine):
            return speakers[:1]
    if talk.before is None or not talk.before.tagged:
        return ()
    previous = talk.before
    clause = next((c for c in previous.clauses if c.kind == "main" and c.finite is not None), None)
    span = _subject(previous, clause) if clause is not None else None
    if span is None or span[1] - span[0] == 1:
        return ()
    found = source(document, previous, *span)
    return (found,) if talk.agrees(found.text, feminine=feminine) else ()


def _subject_in_front(document: Document, sentence: Sentence, report: Report) -> tuple[Source, ...]:
    """Return the subject of the main clause that a verb is joined to ("Der Minister kam und sagte, ...")."""
    earlier = [
        c for c in sentence.clauses if c.kind == "main" and c.first < report.clause.first and c.finite is not None
    ]
    if not earlier or earlier[-1].mood != "indicative":
        return ()
    span = _subject(sentence, earlier[-1])
    return () if span is None else (source(document, sentence, *owner(sentence, *span)),)


def _subject(sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Return the subject of a main clause."""
    if clause.finite is None:
        return None
    before = subject_before(sentence, clause.first, clause.finite)
    return before or subject_behind(sentence, clause.finite + 1, clause.last)


def _agrees(text: str, *, feminine: bool) -> bool:
    """Tell whether a pronoun of this gender can mean a phrase; one without an article agrees with both."""
    opener = text.split(maxsplit=1)[0].lower()
    if _WOMAN.match(text) or _MAN.match(text):
        return feminine is bool(_WOMAN.match(text))
    wanted, other = (_FEMININE, _MASCULINE) if feminine else (_MASCULINE, _FEMININE)
    return opener in wanted or opener not in wanted | other | {"das", "die"}
