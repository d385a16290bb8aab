"""Attribution without a verb of saying: "laut X", "nach Angaben von X", "X zufolge", "so X", "Polizei: ..."."""

from collections.abc import Iterator
from dataclasses import replace

from lagebild.extract.attribution_back import is_untrue, leaning_in_relative
from lagebild.extract.attribution_model import Attribution, Form
from lagebild.extract.attribution_own import owned
from lagebild.extract.attribution_phrases import apposition, is_determiner, is_noun, noun_phrase, owner, phrase_before
from lagebild.extract.attribution_reach import BESIDE, end_of_content, quotations_from, speech_at, start_before
from lagebild.extract.attribution_reports import leaning
from lagebild.extract.attribution_words import QUOTES, is_stop, lower, message, speaks
from lagebild.model import Clause, Document, FieldName, Modality, Sentence, Source

CUES = frozenset({"attribution.laut", "attribution.nach", "attribution.zufolge"})
_FROM = frozenset({"laut", "gemäß", "seitens", "vonseiten"})
_POSSESSIVES = frozenset({"ihrer", "seiner", "deren", "dessen", "unserer", "eigener"})
_TWO_WORDS = 2  # "ihrer Meinung"
_NOT_SO = frozenset({"dem", "den", "des", "viele", "viel", "wenig"})
_OPENS_PART = frozenset({"darunter", "davon", "worunter"})
_RELATIVE_OPENERS = frozenset({"relative", "subordinate", "verbless"})


def source(document: Document, sentence: Sentence, first: int, last: int) -> Source:
    """Return the source whose words stand at these token places, quotation marks at its edges left out."""
    while last - 1 > first and sentence.tokens[last - 1].text == ",":
        last -= 1
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    quote = document.article[sentence.field][start:end]
    return Source(quote, sentence.field, start, end, quote)


def cues(document: Document, sentence: Sentence) -> Iterator[Attribution]:
    """Yield the attributions of a sentence that need no verb, in text order."""
    for place, token in enumerate(sentence.tokens):
        word = token.text.lower()
        found: tuple[int, int, int, int, str] | None = None
        modality: Modality = "stated"
        if word in _FROM:
            found = _laut(sentence, place)
        elif word == "nach" or (word == "aus" and lower(sentence, place + 1) == "sicht"):
            found, modality = _nach(sentence, place)
        elif word == "zufolge":
            found = _zufolge(sentence, place)
        elif word == "so":
            found = _so(sentence, place)
        elif word == ":":
            found = _prefix(sentence, place)
        if found is None:
            continue
        first, last, cue_first, cue_last, rule = found
        framed = _framed(sentence, min(cue_first, first), max(cue_last, last, place + 1))
        if rule in {"attribution.laut", "attribution.zufolge"}:
            modality = _certainty(sentence, min(cue_first, first), max(cue_last, last))
        named = _with_origin(
            document, sentence, place, last, owned(sentence, place, source(document, sentence, first, last))
        )
        if is_untrue(sentence, place):
            named = tuple(replace(one, stance="denies") for one in named)
        start, end = _stretch(document, sentence, place, rule)
        cue = document.article.span(*_cue_words(sentence, place, found))
        form: Form = "direct" if _is_direct(document, sentence, place) else "indirect"
        yield Attribution(
            named, sentence.field, start, end, (cue,), rule, form, sentence.index, token.start, modality, framing=framed
        )


def _cue_words(sentence: Sentence, place: int, found: tuple[int, int, int, int, str]) -> tuple[FieldName, int, int]:
    """Return where the words of a cue stand: "laut", "zufolge", "so", "nach" with its noun unless that speaks."""
    first, _, cue_first, cue_last, rule = found
    if rule in {"attribution.laut", "attribution.zufolge"}:
        cue_first, cue_last = place, place + 1
    elif cue_first <= first < cue_last and rule != "attribution.prefix":
        cue_last = max(first, cue_first + 1)
    return sentence.field, sentence.tokens[cue_first].start, sentence.tokens[cue_last - 1].end


def _framed(sentence: Sentence, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a cue with its source and of what it leans on: no part of what is said."""
    tokens = sentence.tokens
    found = [(tokens[first].start, tokens[last - 1].end)]
    number = sentence.clause_at(first)
    leans = leaning(sentence, sentence.clauses[number]) if number >= 0 else None
    if leans is not None:
        opener = next((n for n in range(leans[0], -1, -1) if lower(sentence, n) in {"unter", "mit"}), leans[0])
        found.append((tokens[opener].start, tokens[leans[1] - 1].end))
    return tuple(found)


def _with_origin(document: Document, sentence: Sentence, place: int, last: int, named: Source) -> tuple[Source, ...]:
    """Return the source that ends at `last`, and first the one it leans on ("laut Merkur unter Berufung auf X")."""
    inner = leaning_in_relative(sentence, last)
    if inner is not None:
        return source(document, sentence, *inner), replace(named, role="via")
    number = sentence.clause_at(place)
    leans = leaning(sentence, sentence.clauses[number]) if number >= 0 else None
    if leans is None or any(lower(sentence, n) in {"berichtet", "meldet"} for n in sentence.clauses[number].tokens):
        return (named,)
    return source(document, sentence, *leans), replace(named, role="via")


def _is_direct(document: Document, sentence: Sentence, place: int) -> bool:
    """Tell whether the words before a cue are a quotation of speech."""
    return place > 1 and speech_at(document, sentence, sentence.tokens[place - 2].start - 1) is not None


def _certainty(sentence: Sentence, first: int, last: int) -> Modality:
    """Return what the message noun in a cue says of certainty ("laut Schätzungen")."""
    found = (message(token.text, "laut") for token in sentence.tokens[first:last])
    return "uncertain" if "uncertain" in found else "stated"


def _laut(sentence: Sentence, place: int) -> tuple[int, int, int, int, str] | None:
    """Return source and cue of "laut X" and its like."""
    if place + 1 >= len(sentence.tokens):
        return None
    last = noun_phrase(sentence, place + 1)
    if last == place + 1 or lower(sentence, place - 1) in {"sehr", "zu", "so"}:
        return None
    first, end = owner(sentence, place + 1, last)
    if (first, end) == (place + 1, last):
        end = apposition(sentence, last, closed=True)
    return first, end, place, max(place + 1, first), "attribution.laut"


def _nach(sentence: Sentence, place: int) -> tuple[tuple[int, int, int, int, str] | None, Modality]:
    """Return source and cue of "nach Angaben X" and its like, and the certainty of the noun."""
    tokens = sentence.tokens
    at = place + 1
    if _is_postposed(sentence, place):
        return (place - 2, place, place, place + 1, "attribution.zufolge"), "stated"
    if _is_possessor(sentence, at):
        return (at, at + 1, place, at + 2, "attribution.nach"), message(tokens[at + 1].text, "nach") or "stated"
    while at < len(tokens) and (
        is_determiner(tokens[at]) or tokens[at].tag == "ADJ" or lower(sentence, at) in {"eigenen", "bisher", "bislang"}
    ):
        at += 1
    if at >= len(tokens) or not is_noun(tokens[at]):
        return None, "stated"
    certainty = message(tokens[at].text, "nach")
    if certainty is None and lower(sentence, place + 1) in {"einem", "einer", "ersten"}:
        certainty = message(tokens[at].text, "nach_indefinite")
    if certainty is None or lower(sentence, at + 1) == "über":
        return None, "stated"
    inner = (place + 1, at + 1)
    first, last = owner(sentence, place + 1, at + 1)
    if (first, last) == inner:
        singular = is_determiner(tokens[place + 1]) and lower(sentence, place + 1) in {"der", "dieser"}
        if singular and not message(tokens[at].text, "über"):
            return None, "stated"
        return (place + 1, at + 1, place, at + 1, "attribution.nach"), certainty
    if first > at + 1 or is_noun(tokens[first]) or is_determiner(tokens[first]) or tokens[first].tag == "ADJ":
        last = max(last, apposition(sentence, last, closed=True))
    return (first, last, place, at + 1, "attribution.nach"), certainty


def _is_postposed(sentence: Sentence, place: int) -> bool:
    """Tell whether "nach" stands behind whose view it is ("ihrer Meinung nach")."""
    if place < _TWO_WORDS or lower(sentence, place - 2) not in _POSSESSIVES:
        return False
    return message(sentence.tokens[place - 1].text, "nach") is not None


def _is_possessor(sentence: Sentence, place: int) -> bool:
    """Tell whether a name stands in front of the noun for what it said ("nach Kowalskis Angaben")."""
    tokens = sentence.tokens
    if place + 1 >= len(tokens) or tokens[place].tag != "PROPN" or not tokens[place].text.endswith("s"):
        return False
    return tokens[place + 1].tag == "NOUN" and message(tokens[place + 1].text, "nach") is not None


def _zufolge(sentence: Sentence, place: int) -> tuple[int, int, int, int, str] | None:
    """Return source and cue of "X zufolge"."""
    first = phrase_before(sentence, place)
    if first == place:
        return None
    before = first - 1
    owned = lower(sentence, first) in {"der", "des", "von", "aus"} or lower(sentence, before) in {"von", "aus"}
    if lower(sentence, before) in {"von", "aus"}:
        before -= 1
    noun = sentence.tokens[before] if before >= 0 else None
    cue_first = before if owned and noun is not None and message(noun.text, "laut") is not None else place
    inner_first, inner_last = owner(sentence, first, place)
    return inner_first, inner_last, cue_first, place + 1, "attribution.zufolge"


def _so(sentence: Sentence, place: int) -> tuple[int, int, int, int, str] | None:
    """Return source and cue of ", so X"."""
    tokens = sentence.tokens
    before = tokens[place - 1] if place else None
    if before is None or not (is_stop(before) or before.text in QUOTES) or place + 1 >= len(tokens):
        return None
    if lower(sentence, place + 1) in _NOT_SO or tokens[place + 1].tag in {"ADV", "SCONJ", "ADJ", "NUM"}:
        return None
    end = noun_phrase(sentence, place + 1, addressed=True)
    first, last = owner(sentence, place + 1, end)
    silent = any(is_noun(token) and speaks(token.text, "never") for token in tokens[first:last])
    if end == place + 1 or silent:
        return None
    if (first, last) == (place + 1, end):
        last = apposition(sentence, last, closed=False)
    return (first, last, place, place + 1, "attribution.so") if _ends(sentence, last) else None


def _ends(sentence: Sentence, place: int) -> bool:
    """Tell whether a phrase put in after "so" ends here, at a mark or before when and where it was said."""
    if place >= len(sentence.tokens):
        return True
    token = sentence.tokens[place]
    later = token.tag == "ADP" or token.text.lower() in {"weiter", "gestern", "heute", "später"}
    return is_stop(token) or token.text in QUOTES or later


def _prefix(sentence: Sentence, place: int) -> tuple[int, int, int, int, str] | None:
    """Return source and cue of a headline's "Polizei: ..."."""
    last = noun_phrase(sentence, 0)
    if lower(sentence, last) == "," and noun_phrase(sentence, last + 1) == place:
        last = place
    if last != place or place + 1 >= len(sentence.tokens):
        return None
    if not any(speaks(token.text, "speaker") for token in sentence.tokens[:last]):
        return None
    return 0, last, place, place + 1, "attribution.prefix"


def _stretch(document: Document, sentence: Sentence, place: int, rule: str) -> tuple[int, int]:
    """Return the offsets of what a cue covers: its clause and what hangs on it."""
    tokens = sentence.tokens
    if rule == "attribution.prefix":
        return tokens[place + 1].start, sentence.end
    if rule == "attribution.so":
        end = end_of_content(document, sentence, place, plain=True) if _reopens(sentence, place) else place
        speech = speech_at(document, sentence, tokens[max(place - 2, 0)].start)
        start = tokens[start_before(sentence, place)].start
        term = _term_before(document, sentence, tokens[place].start)
        if term is not None:
            return term
        return min(start, speech.start if speech else start), tokens[end - 1].end
    number = sentence.clause_at(place)
    if number < 0:
        return sentence.start, sentence.end
    clause = sentence.clauses[number]
    first = next((n for n in range(place, clause.first - 1, -1) if lower(sentence, n) in _OPENS_PART), clause.first)
    while first > clause.first and not is_stop(tokens[first - 1]):
        first -= 1
    if lower(sentence, place - 1) == "(":
        return _bracketed(sentence, place)
    attribute = place > 0 and is_determiner(tokens[place - 1])
    if (
        (lower(sentence, place - 1) in {",", "–", "("} or attribute)
        and place > clause.first
        and rule != "attribution.zufolge"
    ):
        first = place
    if clause.kind in _RELATIVE_OPENERS:
        end = _end_of_inner(sentence, clause)
    else:
        end = end_of_content(document, sentence, max(place, clause.first), plain=True)
    return tokens[first].start, tokens[end - 1].end


def _term_before(document: Document, sentence: Sentence, offset: int) -> tuple[int, int] | None:
    """Return the words in quotation marks that a ", so X" right behind them is about, where they are no speech."""
    terms = (q for q in quotations_from(document, sentence, sentence.start, offset) if q.kind == "term")
    near = (q for q in terms if 0 < offset - q.end <= BESIDE)
    return next(((q.start, q.end) for q in near if q.start > sentence.start + 1), None)


def _bracketed(sentence: Sentence, place: int) -> tuple[int, int]:
    """Return what a cue in brackets covers: a number beside it in them, else what stands before them."""
    tokens = sentence.tokens
    end = next((n for n in range(place, len(tokens)) if tokens[n].text == ")"), len(tokens))
    if any(place < number.first < end for number in sentence.numbers):
        return tokens[place].start, tokens[end - 1].end
    return tokens[start_before(sentence, place - 1)].start, tokens[end - 1].end


def _end_of_inner(sentence: Sentence, clause: Clause) -> int:
    """Return the place after a subordinate clause and the clauses inside it, where the superordinate one goes on."""
    for place in range(clause.last, len(sentence.tokens)):
        number = sentence.clause_at(place)
        inner = sentence.clauses[number] if number >= 0 else None
        if inner is not None and (inner.first < clause.first or inner.kind == "main"):
            return place
    return len(sentence.tokens)


def _reopens(sentence: Sentence, place: int) -> bool:
    """Tell whether the sentence goes on behind a ", so X," that was put into it."""
    comma = next((n for n in range(place, len(sentence.tokens)) if sentence.tokens[n].text == ","), -1)
    return (comma > 0 and any(c.first > comma and c.kind == "main" for c in sentence.clauses)) or (
        comma > 0 and any(place > c.first and c.last > comma + 1 for c in sentence.clauses)
    )
