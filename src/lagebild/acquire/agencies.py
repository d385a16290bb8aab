"""The news agencies whose material a report is made of, by its byline, dateline and closing mark."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

from lagebild.vocabulary import load
from lagebild.vocabulary.acquire import Agency, AgencyCue

_LINE_END = re.compile(r"[\r\n]")
_CODE = r"(?:[a-zäöüß]{2,6}|[A-ZÄÖÜ][A-ZÄÖÜ\d]{1,4}\b)"  # initials and desks: "dpa/sb", "(KDKA/AP)"
_STATION = r"(?!(?i:photo|foto|image|bild|getty))[A-Z]{2,}[\w-]{0,18}"  # an outlet before its agency: "(KDKAValley/AP)"
_LONGEST_PLACE = 60
_EDGE = 300


def marks(text: str, authors: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the canonical names of the agencies that a report is marked with: its authors', then in text order.

    "Izmir (dpa) -", "dpa/AFP" and "(mit Material der APA)" are marks; an agency that is quoted ("sagte er der dpa")
    or credited for a picture ("Foto: dpa") is none.
    """
    found = [name for author in authors for name in _names(author)]
    for line in dict.fromkeys(_lines_with_agency(text)):
        for pattern in _patterns():
            for match in pattern.finditer(line):
                found += _names(match["list"])
    return tuple(dict.fromkeys(found))


def _lines_with_agency(text: str) -> Iterator[str]:
    """Yield the lines that name an agency at all, of long ones the beginning and the end."""
    done = -1
    for found in _agency().finditer(text):
        if found.start() >= done:
            start = max(text.rfind("\n", 0, found.start()), text.rfind("\r", 0, found.start())) + 1
            rest = _LINE_END.search(text, found.end())
            done = rest.start() if rest else len(text)
            line = text[start:done].strip(" \t\u00a0*_")
            yield line if len(line) <= 2 * _EDGE else f"{line[:_EDGE]} – {line[-_EDGE:]}"


def _names(marked: str) -> list[str]:
    return [_canonical()[found[0]] for found in _agency().finditer(marked)]


@functools.cache
def _canonical() -> Mapping[str, str]:
    rows = (row for language in ("de", "en") for row in load(language, "agencies", Agency))
    return {form: row.name for row in rows for form in row.forms}


def _alternatives(words: Sequence[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


@functools.cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_alternatives(tuple(_canonical()))})(?![\w-])")


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return the places of an agency mark in a line; the group `list` holds the agencies."""
    both = (*load("de", "agency_cues", AgencyCue), *load("en", "agency_cues", AgencyCue))
    words = {row.id: tuple(word for other in both if other.id == row.id for word in other.words) for row in both}
    cues = {cue: _alternatives(forms) for cue, forms in words.items()}
    agency = _agency().pattern
    kind = rf"(?:(?i:{cues['kind']})\s+)?"
    joint = r"(?:\s*[/,;&+]\s*|\s+(?:und|and)\s+|\s*-\s*)"
    several = rf"(?:(?:{_CODE}|{_STATION})\s*[/,]\s*)?{agency}(?:{joint}{kind}(?>{agency}|{_CODE})){{0,8}}"
    made_of = rf"(?i:{cues['material']})\s+{kind}\(?{several}\)?"
    labelled = rf"(?i:{cues['source']})\s*:\s*(?:©\s*)?{several}"
    by = rf"(?i:{cues['author']})\s+(?:[^.!?()\n]{{2,{_LONGEST_PLACE}}}?(?:,|/|\s+und)\s*)?"
    mark = rf"(?P<list>{made_of}|{labelled}|{several})"
    several = rf"(?P<list>{several})"
    word = r"(?:[A-ZÄÖÜ][\w.'’-]*|\d{1,2}\.?|am|an|der|dem|den|im|in|bei|bad|ob|of)"
    sources = (
        rf"^\(?{mark}\)?\.?$",  # a line of its own: "dpa/AFP", "(mit Material der APA)"
        rf"^{by}{several}$",  # "Von Ida Beispiel, dpa"
        rf"^[^!?()|\n]{{0,{_LONGEST_PLACE}}}?\({several}\)\s*(?:[-–—:]|\.\s)",  # "Ulm (dpa) - Es"
        rf"^{word}(?:[\s/,]+{word}){{0,7}}\s+\({several}\)\s+(?=[A-ZÄÖÜ„\"»«])",  # "Ulm (dpa) Es"
        rf"^{several}\s+[A-ZÄÖÜ]{{3,}}\.\s",  # "dpa ULM. Es"
        rf"[.!?…“”»«\"')\]]\s*\(?{mark}\)?\.?$",  # closing a paragraph: "... gelöscht. (AFP)"
        rf"\((?P<list>{made_of})\)",
        rf"^\(?(?:(?:©|\((?i:c)\)|Copyright)\s*)+(?:\d{{4}}\s*)?(?:The\s+)?{several}(?=\s*(?:$|[,.:]|\d))",
        rf"(?:^|[.!?…“”»«\"')\]\-–—]\s*)(?:(?:An?|The|Die)\s+)?{kind}{several}\s+(?i:{cues['contributed']})(?=\W|$)",
        r"(?P<list>\bdpa):\d{6}-",
    )
    return tuple(re.compile(source) for source in sources)
