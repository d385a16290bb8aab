"""Paragraphs, sentences and tokens of German and English running text, by their offsets."""

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
_ENGLISH_TOKEN = re.compile(
    r"""
    \d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)                       # 3,000  1,200.5
  | \d+[.:]\d+(?:[.:]\d+)*                                  # 1.5  14:30
  | \d+(?:[-\u2011][^\W\d_]+)+                              # 34-year-old
  | \d+[^\W\d_]+                                           # 9pm  12th
  | \d+
  | (?:[^\W\d_]\.){2,}                                     # U.S.  a.m.
  | (?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Lt|Col|Sgt|Maj|Capt|Cpl|Pfc|Pvt|Cmdr|Adm|Brig|Reps?|Sens?|Gov|Rev|Hon|Det|Supt|Insp|Ofc
      |St|Ste|Mt|Ft|[A-Z])\.(?=\s+[^\W\d_a-z])              # Lt. Ana Kovac  Ana J. Kovac
  | [^\W\d_]\w*?(?=n['\u2019]t\b) | n['\u2019]t\b             # do + n't
  | ['\u2019](?:s|re|ve|ll|d|m)\b                           # 's
  | [^\W\d_]\w*(?:(?:[-\u2011/]|['\u2019](?!(?:s|re|ve|ll|d|m|t)\b))[^\W_]\w*)*   # words, joined by hyphens; O'Neill
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
_ENGLISH_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:(?P<title>Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Lt|Col|Sgt|Maj|Capt|Cpl|Pfc|Pvt|Cmdr|Adm|Brig|Rep|Reps|Sen|"
    r"Sens|Gov|Rev|Fr|Hon|Det|Supt|Insp|Ofc|St|Ste|Mt|Ft|vs|approx|est|ca|cf|e\.g|i\.e|[A-Z])|(?P<number>No|Nos|pp?|Fig)|"
    r"(?P<open>Inc|Corp|Co|Ltd|Bros|Jr|Sr|Esq|etc|Ave|Blvd|Rd|Dept|Univ|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Ala|Ariz|"
    r"Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|"
    r"Wis|Wyo|(?:[A-Z]\.)+[A-Z]))\.$",
)
_ENGLISH_OPENERS = re.compile(
    r"\s+[\"“‘'(]*(?:The|A|An|In|On|At|He|She|It|They|We|I|But|And|This|That|These|Those|There|Police|Officials|As|After|"
    r"When|While|His|Her|Their|Its|No|Two|Three|Some|Many|Meanwhile|However|According|Authorities|Witnesses|For|By|If)\b"
)
_MONTH = re.compile(
    r"\s*(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan|Feb|Jahrhundert)\b"
)
_GLUED = r"(?<=[a-zäöüß]{3})[.!?][\"”]?(?=[\"“]?[A-ZÄÖÜ][a-zäöüß]*\s)"  # the blank between two sentences is lost
_END = re.compile(rf"(?<![.!?…])[.!?…]++[\"“”»«’‘')\]]*+(?=\s|$)|[:;](?=\s*$)|{_GLUED}")
_ORDINAL = re.compile(r"(?:^|[\s(])\d{1,3}\.$")
_NEXT_OPENS = re.compile(r"\s+[\"„“»«(\[‚'–-]*\s*[A-ZÄÖÜÀ-Þ0-9]")
_ORDINAL_LEAD = re.compile(
    r"(?:am|der|den|dem|des|die|das|vom|zum|im|beim|seit|bis|ab|und|Der|Die|Das|Am|Zum|Im)\s+\d{1,3}\.$"
)


def tokens(text: str, start: int, end: int, language: str = "de") -> tuple[Token, ...]:
    """Return the words and marks between two offsets; white space is left out."""
    found = _ENGLISH_TOKEN if language == "en" else _TOKEN
    return tuple(Token(m.start(), m.end(), m.group()) for m in found.finditer(text, start, end))


def _ends(text: str, start: int, mark: re.Match[str], language: str) -> bool:
    """Tell whether this full stop ends a sentence."""
    before = text[max(start, mark.start() - 24) : mark.end()].rstrip("\"“”»«’‘')]")
    if not mark.group().startswith("."):
        glued = not text[mark.end() : mark.end() + 1].isspace()
        return glued or bool(_NEXT_OPENS.match(text, mark.end()))
    if mark.group() == ".":
        abbreviated = (
            _is_english_abbreviation(text, before, mark.end()) if language == "en" else _is_part(text, before, mark)
        )
        if abbreviated:
            return False
    rest = text[mark.end() : mark.end() + 4]
    if rest and not rest[0].isspace():
        return True
    return not rest.strip() or bool(_NEXT_OPENS.match(text, mark.end()))


def _is_part(text: str, before: str, mark: re.Match[str]) -> bool:
    """Tell whether a full stop belongs to a German abbreviation or to an ordinal."""
    if _ABBREVIATION.search(before):
        return True
    return bool(_ORDINAL.search(before) and (_MONTH.match(text, mark.end()) or _ORDINAL_LEAD.search(before)))


def _is_english_abbreviation(text: str, before: str, end: int) -> bool:
    """Tell whether a full stop belongs to an English abbreviation that does not end its sentence as well."""
    found = _ENGLISH_ABBREVIATION.search(before)
    if found is None:
        return False
    if found["number"]:
        return bool(re.match(r"\s*\d", text[end:]))
    return bool(found["title"]) or not _ENGLISH_OPENERS.match(text, end)


def _cut(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of one line as pairs of offsets, without white space at either end."""
    first = start
    for mark in _END.finditer(text, start, end):
        if mark.end() < end and not _ends(text[:end], start, mark, language):
            continue
        yield first, mark.end()
        first = mark.end()
        while first < end and text[first].isspace():
            first += 1
    if first < end:
        yield first, end


def sentences(name: FieldName, text: str, first_index: int = 0, language: str = "de") -> Iterator[Sentence]:
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
        for first, last in _cut(text, start, end, language):
            words = tokens(text, first, last, language)
            if words:
                yield Sentence(name, words[0].start, words[-1].end, index, paragraph, tagged=False, tokens=words)
                index += 1
        paragraph += 1
