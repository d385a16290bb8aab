"""Through whom an English report has passed: who cites whom, the outlet that quotes a speaker or was told by one."""

from dataclasses import replace

from lagebild.extract.english import attribution_speakers as speakers
from lagebild.extract.english.attribution_reports import Report, can_speak
from lagebild.extract.english.attribution_speakers import Places
from lagebild.extract.english.attribution_words import QUOTES, is_medium, is_outlet, lower, message
from lagebild.model import Document, Sentence, Source

_CITING = frozenset({"citing", "quoting"})
_QUOTED = frozenset({"quoted", "cited"})
_CITED = frozenset({"cited", "cites", "quoted", "quotes"})
_NEAR_OPENER = 9  # tokens
_TELLING = frozenset({"told", "tell", "tells", "telling"})


def source(document: Document, sentence: Sentence, span: Places) -> Source:
    """Return the source whose words stand at these token places, marks at its edges left out."""
    first, last = span
    while last - 1 > first and sentence.tokens[last - 1].text in QUOTES | {","}:
        last -= 1
    while first < last - 1 and sentence.tokens[first].text in QUOTES:
        first += 1
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    quote = document.article[sentence.field][start:end]
    return Source(quote, sentence.field, start, end, quote)


def chain(document: Document, sentence: Sentence, report: Report, named: Source) -> tuple[Source, ...]:
    """Return a source and first the one that it cites ("the Gazette said, citing the mayor")."""
    if "cited" in report.row.frames:
        active = report.clause.voice == "active"
        outlet = speakers.before(sentence, report.clause, report.verb) if active else None
        if not active and (quoter := _quoted_by(sentence, report)) is not None:
            return named, replace(source(document, sentence, quoter), role="via")
        silent = outlet is None or speakers.is_silent(sentence, outlet) or outlet[0] >= report.verb
        return (
            (named,) if silent or outlet is None else (named, replace(source(document, sentence, outlet), role="via"))
        )
    if named.stance != "asserts" and (teller := _teller(document, sentence, report)) is not None:
        return teller, named
    last = min(report.right + 3, len(sentence.tokens))
    first = min(report.subject[1], report.verb)
    near = (n for n in range(first, last) if lower(sentence, n) in _CITING)
    later = (n for n in range(last, len(sentence.tokens)) if _cites(sentence, n))
    at = next(near, -1)
    if at < 0 and report.side == "behind":
        at = next(later, -1)
    at = 0 if at < 0 and _opens_citing(sentence, report) else at
    cited = speakers.forward(sentence, at + 1) if at >= 0 else None
    if cited is None or not can_speak(sentence, cited):
        outlet = _quoted_by(sentence, report) or _told_medium(sentence, report)
        return (named,) if outlet is None else (named, replace(source(document, sentence, outlet), role="via"))
    origin = source(document, sentence, speakers.reduced(sentence, cited))
    return origin, replace(named, role="via")


def leans_on(document: Document, sentence: Sentence, last: int) -> Source | None:
    """Return whom a source named by a cue cites right behind it ("according to the Gazette, which cited the mayor")."""
    at = last + 1 if lower(sentence, last) == "," else last
    which = lower(sentence, at) == "which"
    verb = at + which
    if lower(sentence, verb) not in (_CITED if which else _CITING):
        return None
    span = speakers.forward(sentence, verb + 1)
    if span is None or not can_speak(sentence, span):
        return None
    return source(document, sentence, speakers.reduced(sentence, span))


def _opens_citing(sentence: Sentence, report: Report) -> bool:
    """Tell whether a sentence opens with whom a speaker leans on ("Citing the mayor, the Gazette said")."""
    first = report.subject[0]
    return lower(sentence, 0) in _CITING and lower(sentence, first - 1) == "," and first <= _NEAR_OPENER


def _teller(document: Document, sentence: Sentence, report: Report) -> Source | None:
    """Return whose words a report confirms or denies: "confirmed reports by the fire service that ..."."""
    for place in range(report.verb + 1, min(report.verb + 4, len(sentence.tokens) - 1)):
        if message(lower(sentence, place), "of") is not None and lower(sentence, place + 1) in {"by", "from"}:
            span = speakers.forward(sentence, place + 2)
            if span is not None and can_speak(sentence, span):
                return source(document, sentence, speakers.reduced(sentence, span))
    return None


def _cites(sentence: Sentence, place: int) -> bool:
    """Tell whether a participle behind a comma names whom the speaker leans on (", citing the mayor")."""
    return lower(sentence, place) in _CITING and lower(sentence, place - 1) == ","


def _quoted_by(sentence: Sentence, report: Report) -> Places | None:
    """Return who quotes a speaker, between him and his verb: "The ministry, quoted by TASS, put the toll at five"."""
    for place in range(report.subject[1], min(report.verb + 1, len(sentence.tokens) - 1)):
        if lower(sentence, place) in _QUOTED and lower(sentence, place + 1) == "by":
            return speakers.forward(sentence, place + 2)
    return None


def _told_medium(sentence: Sentence, report: Report) -> Places | None:
    """Return the outlet that a speaker told it: "told the newspaper Ukko", "told AFP"; not "told reporters"."""
    if lower(sentence, report.verb) not in _TELLING:
        return None
    told = speakers.forward(sentence, report.verb + 1)
    if told is None:
        return None
    words = [token.text for token in sentence.tokens[told[0] : told[1]]]
    known = is_outlet(" ".join(words)) or is_outlet(" ".join(words[1:]))
    return told if known or any(is_medium(word) for word in words) else None
