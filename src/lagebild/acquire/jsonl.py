"""Articles from lines of JSON, fields kept to the letter."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, cast

from lagebild.acquire import dates, decoding
from lagebild.acquire.catalogue import EMPTY, FIELD, JSON, TOO_LARGE, UNDATED, Unreadable
from lagebild.acquire.draft import MOST_CHARACTERS, Draft, digest

_LONGEST_LINE = 12 * MOST_CHARACTERS + 1_000_000
_CHUNK = 1 << 20
_STRINGS = (
    "title", "url", "publisher", "published", "published_from", "modified", "retrieved", "retrieved_from", "language",
    "sha256",
)  # fmt: skip
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNKNOWN_DAY = "0001-01-01"
_SHA256 = re.compile("[0-9a-f]{64}")


def drafts(stream: BinaryIO, head: bytes = b"") -> Iterator[Draft | Unreadable]:
    """Yield an article per line, or why there is none; the place is the number of the line, from 1.

    An article whose date is none that can be placed ("October 18") is read without it; what is amiss is yielded behind
    the article. `head` is what was already read of the stream. Blank lines are passed over. `id`, `title` and `text`
    stay to the letter, other fields than an article's are ignored.
    """
    empty = True
    for number, raw in enumerate(_lines(stream, head), 1):
        if raw is not None and not raw.strip():
            continue
        empty = False
        try:
            row = _object(raw)
            yield _draft(row, str(number))
            _refuse_date(row)
        except Unreadable as problem:
            problem.place = str(number)
            yield problem
    if empty:
        yield Unreadable(EMPTY)


def _lines(stream: BinaryIO, head: bytes) -> Iterator[bytes | None]:
    """Yield the lines, None for one that is too long to be an article."""
    *whole, last = head.split(b"\n")
    yield from whole
    while raw := last + stream.readline(_LONGEST_LINE):
        last = b""
        if raw.endswith(b"\n") or len(raw) < _LONGEST_LINE:
            yield raw
        else:
            _skip_line(stream)
            yield None


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
        pass


def _object(raw: bytes | None) -> Mapping[str, object]:
    if raw is None:
        raise Unreadable(TOO_LARGE)
    try:
        row = json.loads(decoding.line(raw))
    except (ValueError, RecursionError) as error:
        raise Unreadable(JSON, str(error)[:100]) from error
    if not isinstance(row, dict):
        raise Unreadable(JSON, f"the line holds a {type(row).__name__}")
    return cast("Mapping[str, object]", row)


def _draft(row: Mapping[str, object], place: str) -> Draft:
    if "text" not in row:
        raise Unreadable(FIELD, "'text' is missing")
    text = row["text"]
    if not isinstance(text, str):
        raise Unreadable(FIELD, f"'text' is a {type(text).__name__}")
    strings = {name: _string(row, name) for name in _STRINGS}
    title = strings["title"] or ""
    _refuse_half_characters(title, text, row.get("id"))
    computed = digest(f"{title}\n{text}".encode())
    given = strings["sha256"] or ""
    published = _published(strings["published"])
    return Draft(
        id=_id(row, computed),
        title=title,
        text=text,
        sha256=given if _SHA256.fullmatch(given) else computed,
        place=place,
        language=strings["language"],
        url=strings["url"],
        publisher=strings["publisher"],
        published=published,
        published_from=(strings["published_from"] or "file") if published else None,
        published_score=_score(row) if published else None,
        modified=dates.published_or_none(strings["modified"]),
        retrieved=dates.published_or_none(strings["retrieved"]),
        retrieved_from=strings["retrieved_from"],
        authors=_authors(row),
    )


def _score(row: Mapping[str, object]) -> float:
    """Return how sure the date is, where a run of this program wrote that down; a date of somebody's own is sure."""
    value = row.get("published_score")
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return min(max(float(cast("float", value)), 0.0), 1.0) if is_number else 1.0


def _published(value: str | None) -> str | None:
    """Return the date; the first day of the calendar, which databases write for an unknown one, is none."""
    return None if not value or value.startswith(_UNKNOWN_DAY) else dates.published_or_none(value)


def _refuse_date(row: Mapping[str, object]) -> None:
    """Raise where the date that was given could not be read."""
    value = _string(row, "published")
    if value and not value.startswith(_UNKNOWN_DAY) and not dates.published_or_none(value):
        raise Unreadable(UNDATED, repr(value)[:60])


def _string(row: Mapping[str, object], name: str) -> str | None:
    value = row.get(name)
    if value is not None and not isinstance(value, str):
        raise Unreadable(FIELD, f"'{name}' is a {type(value).__name__}")
    return None if value is not None and name != "title" and not value.strip() else value


def _id(row: Mapping[str, object], computed: str) -> str:
    """Return the id as it is given; a whole number is taken by its digits, and none at all by the content."""
    value = row.get("id")
    if value is None:
        return computed[:16]
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str) or not value:
        raise Unreadable(FIELD, "'id' is empty" if value == "" else f"'id' is a {type(value).__name__}")
    return value


def _authors(row: Mapping[str, object]) -> tuple[str, ...]:
    value = row.get("authors")
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise Unreadable(FIELD, "'authors' is no list of strings")
    return tuple(value)


def _refuse_half_characters(*values: object) -> None:
    if any(isinstance(value, str) and _SURROGATE.search(value) for value in values):
        raise Unreadable(JSON, "half a surrogate pair is no character")
