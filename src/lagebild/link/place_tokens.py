"""The words of a field as the place rules need them: with hyphens inside, and with tags where there are any."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, get_args

from lagebild.link.gazetteer import Gazetteer
from lagebild.model import Document, FieldName, Tag

_WORD = re.compile(r"\w+(?:[-‑’'ʼ]\w+)*[’']?|[^\w\s]")


class Word(NamedTuple):
    """A word or mark of a field; `opens` where a sentence begins with it, `joined` where nothing stands before it."""

    start: int
    end: int
    text: str
    tag: Tag | None
    opens: bool
    joined: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A field's words and the gazetteer to look them up in."""

    field: FieldName
    tokens: tuple[Word, ...]
    gazetteer: Gazetteer

    def word(self, at: int) -> str:
        """Return the word at this place, or the empty string outside."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def follower(self, at: int) -> Word | None:
        """Return the word at this place where it is of the same sentence as the one before, else None."""
        return self.tokens[at] if at < len(self.tokens) and not self.tokens[at].opens else None


def texts(document: Document, gazetteer: Gazetteer) -> tuple[Text, Text]:
    """Return the words of title and text."""
    article, tagged = document.article, tags(document)
    title, text = (words_of(article[name], name, tagged) for name in get_args(FieldName))
    return Text("title", title, gazetteer), Text("text", text, gazetteer)


def tags(document: Document) -> dict[tuple[FieldName, int], Tag]:
    """Return the tag of each word of the tagged sentences, by field and offset."""
    return {
        (sentence.field, token.start): token.tag
        for sentence in document.sentences
        if sentence.tagged
        for token in sentence.tokens
    }


def words_of(text: str, field: FieldName, tagged: Mapping[tuple[FieldName, int], Tag]) -> tuple[Word, ...]:
    """Return the words and marks of a field in order."""
    found: list[Word] = []
    opens, end = True, -1
    for match in _WORD.finditer(text):
        start, quote = match.start(), match[0]
        opens = opens or "\n" in text[end:start]
        found.append(
            Word(start, match.end(), quote, tagged.get((field, start)), opens, start == end, quote[0].isupper())
        )
        end = match.end()
        opens = quote in ".!?:" or (opens and not quote[0].isalnum())
    return tuple(found)
