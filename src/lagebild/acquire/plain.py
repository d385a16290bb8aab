"""The title and the text of a plain text file."""

import re

from lagebild.acquire import stated_box

_LONGEST_TITLE = 200
_FIRST = re.compile(r"\s*?(?P<line>[^\s][^\r\n]*)(?P<end>\r\n|\r|\n|\Z)")
_SENTENCE_END = re.compile(r"(?<!\.)\.[\"“”»«)]*$|[:;,]$")
_HASHES = re.compile(r"#{1,6}\s+|\ufeff")


def split(content: str) -> tuple[str, str]:
    """Return the title and the text of a plain text.

    The first line is the title where it reads like one: short, no sentence's end, no cell of a box, and followed by
    more. The rest, from its first line that is not blank, is the text and stays as it is to the letter, line ends
    included. Without a title the whole is the text.
    """
    first = _FIRST.match(content)
    if first is None:
        return "", content
    line = first["line"].rstrip()
    rest = content[first.end() :]
    if not _reads_like_title(line) or not rest.strip():
        return "", content
    blank = re.match(r"(?:[^\S\r\n]*(?:\r\n|\r|\n))*", rest)
    return _HASHES.sub("", line, count=1), rest[blank.end() if blank else 0 :]


def _reads_like_title(line: str) -> bool:
    if len(line) > _LONGEST_TITLE or _SENTENCE_END.search(line) or "|" in line or "\t" in line:
        return False
    return not stated_box.is_labelled(line)
