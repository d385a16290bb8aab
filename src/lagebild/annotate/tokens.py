"""Paragraphs, sentences and tokens of German running text, by their offsets."""

import re
from collections.abc import Iterator

from lagebild.model import FieldName, Sentence, Token

_TOKEN = re.compile(
    r"""
    \d{1,3}(?:[.\u00a0\u202f\ ]\d{3})+(?:,\d+)?(?![\d])     # 3.000  50 000  1.200,5
  | \d+[.,:]\d+(?:[.,:]\d+)*                                 # 1,5  14.30  06.08.2005
  | \d+(?:-|\u2011)?[^\W\d_]+(?:[-\u2011'’][^\W_]+)*             # 29-Jähriger  16jährige  A9-Brücke
  | \d+
  | (?:z\.\s?B|d\.\s?h|u\.\s?a|s\.\s?o|i\.\s?d\.\s?R|n\.\s?Chr|v\.\s?Chr)\.
  | (?:[^\W\d_]\.){2,}                                       # U.S.  a.D.
  | [^\W\d_][\w]*(?:[-\u2011'’/](?:[^\W_]\w*))*-?               # words, joined by hyphens
  | \.{2,}|…
  | -{2,}
  | \S
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(„“\"])(?:ca|bzw|usw|etc|evtl|ggf|inkl|max|min|Mio|Mrd|Tsd|Nr|Str|St|Dr|Prof|Dipl|Ing|Hr|Fr|Sr|Jr|Abs|Art|vgl|"
    r"geb|gest|sog|bspw|allg|zzgl|exkl|einschl|ehem|Gen|Lt|Col|Sgt|Maj|Kap|Hl|Mr|Mrs|Ms|Jan|Feb|Apr|Aug|Sept|Okt|Nov|Dez|"
    r"Std|Min|Sek|km|Tel|e\.\s?V|[A-ZÄÖÜ])\.$",
)
_MONTH = re.compile(
    r"\s*(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan|Feb|Jahrhundert)\b"
)
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"“”»«’‘')\]]*+(?=\s|$)|[:;](?=\s*$)")
_ORDINAL = re.compile(r"(?:^|[\s(])\d{1,3}\.$")
_NEXT_OPENS = re.compile(r"\s+[\"„“»«(\[‚'–-]*\s*[A-ZÄÖÜÀ-Þ0-9]")
_ORDINAL_LEAD = re.compile(
    r"(?:am|der|den|dem|des|die|das|vom|zum|im|beim|seit|bis|ab|und|Der|Die|Das|Am|Zum|Im)\s+\d{1,3}\.$"
)


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the words and marks between two offsets; white space is left out."""
    return tuple(Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text, start, end))


def _ends(text: str, start: int, mark: re.Match[str]) -> bool:
    """Tell whether this full stop ends a sentence."""
    before = text[max(start, mark.start() - 24) : mark.end()].rstrip("\"“”»«’‘')]")
    if not mark.group().startswith("."):
        return mark.end() == len(text) or bool(_NEXT_OPENS.match(text, mark.end()))
    if mark.group() == "." and _ABBREVIATION.search(before):
        return False
    if _ORDINAL.search(before) and (_MONTH.match(text, mark.end()) or _ORDINAL_LEAD.search(before)):
        return False
    rest = text[mark.end() : mark.end() + 4]
    return not rest.strip() or bool(_NEXT_OPENS.match(text, mark.end()))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of one line as pairs of offsets, without white space at either end."""
    first = start
    for mark in _END.finditer(text, start, end):
        if mark.end() < end and not _ends(text[:end], start, mark):
            continue
        yield first, mark.end()
        first = mark.end()
        while first < end and text[first].isspace():
            first += 1
    if first < end:
        yield first, end


def sentences(name: FieldName, text: str, first_index: int = 0) -> Iterator[Sentence]:
    """Yield the sentences of a title or text in order, each with its tokens; a line break always ends a sentence."""
    index = first_index
    paragraph = 0
    for line in re.finditer(r"[^\n\r]+", text):
        start, end = line.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        for first, last in _cut(text, start, end):
            words = tokens(text, first, last)
            if words:
                yield Sentence(name, words[0].start, words[-1].end, index, paragraph, tagged=False, tokens=words)
                index += 1
        paragraph += 1
