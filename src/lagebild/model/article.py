"""A report as it was read, spans of its text, and errors of input."""

from dataclasses import dataclass

from lagebild.model.values import FieldName


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's title or text, quoted to the letter."""

    field: FieldName
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class StatedCell:
    """One label and value of a fact box that the article itself carries; an empty value is the empty string.

    `span` covers the value, or the label where the value is empty.
    """

    label: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """A report as it was read. `published` is an ISO date or an ISO date and time with zone.

    `published_from` names where the date stands, `published_score` how sure it is, from 0 to 1. `url` is the address
    that the page gives itself, `retrieved_from` the one that its bytes came from; `sha256` is the hash of those bytes.
    """

    id: str
    title: str
    text: str
    language: str
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_from: str | None = None
    modified: str | None = None
    retrieved: str | None = None
    sha256: str = ""
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    stated_box: tuple[StatedCell, ...] = ()
    published_score: float | None = None
    retrieved_from: str | None = None

    def __getitem__(self, name: FieldName) -> str:
        """Return the title or the text, so that `article[span.field][span.start:span.end] == span.quote`."""
        return self.title if name == "title" else self.text

    def span(self, name: FieldName, start: int, end: int) -> Span:
        """Return the span of these offsets with its quote."""
        return Span(name, start, end, self[name][start:end])


@dataclass(frozen=True, slots=True)
class InputError:
    """An input, or a line of one, that gave no article: which, where, why, and the way out."""

    code: str
    input: str
    place: str
    reason: str
    hint: str

    def __str__(self) -> str:
        """Return one line for standard error."""
        where = f"{self.input}:{self.place}" if self.place else self.input
        return f"{where}: {self.code} {self.reason} ({self.hint})"
