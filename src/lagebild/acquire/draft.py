"""What a reader of one kind of file found, and how it becomes an article."""

import hashlib
from dataclasses import dataclass

from lagebild.acquire import agencies, language, stated_box
from lagebild.acquire.catalogue import EMPTY, TOO_LARGE, UNKNOWN_LANGUAGE, UNSUPPORTED, Unreadable
from lagebild.model import Article

MOST_CHARACTERS = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article before its language, agencies and fact box are told. `place` is where in the input it stands."""

    id: str
    title: str
    text: str
    sha256: str
    place: str = ""
    language: str | None = None
    page_language: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_from: str | None = None
    published_score: float | None = None
    modified: str | None = None
    retrieved: str | None = None
    retrieved_from: str | None = None
    authors: tuple[str, ...] = ()


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def article(draft: Draft, published: str | None) -> Article:
    """Return the article of a draft; `published` counts where the draft has no date of its own.

    Raises Unreadable where it has no text, too much of it, or is in a language that no folder of tables is for.
    """
    if not draft.text.strip():
        raise Unreadable(EMPTY, place=draft.place)
    if len(draft.text) + len(draft.title) > MOST_CHARACTERS:
        raise Unreadable(TOO_LARGE, f"{len(draft.text):,} characters", place=draft.place)
    code = _language(draft)
    given = draft.published or published
    return Article(
        id=draft.id,
        title=draft.title,
        text=draft.text,
        language=code,
        url=draft.url,
        publisher=draft.publisher,
        published=given,
        published_from=draft.published_from if draft.published else ("option" if published else None),
        published_score=(draft.published_score if draft.published else 1.0) if given else None,
        modified=draft.modified,
        retrieved=draft.retrieved,
        retrieved_from=draft.retrieved_from,
        sha256=draft.sha256,
        authors=draft.authors,
        agencies=agencies.marks(draft.text, draft.authors),
        stated_box=stated_box.cells(draft.text),
    )


def _language(draft: Draft) -> str:
    """Return the language: as a JSONL field gives it, as recognised, or as the page declares it."""
    told = _primary(draft.language) or language.recognise(f"{draft.title}\n{draft.text}")
    code = told or _primary(draft.page_language)
    if code is None:
        raise Unreadable(UNKNOWN_LANGUAGE, place=draft.place)
    if code not in language.supported():
        known = ", ".join(language.name(known) for known in language.supported())
        detail = f"it seems to be {language.name(code)}, and read is {known}"
        raise Unreadable(UNSUPPORTED, detail, place=draft.place)
    return code


def _primary(tag: str | None) -> str | None:
    """Return the language of a tag in lower case: "de-AT" gives "de"."""
    if not tag or not tag.strip():
        return None
    return tag.strip().replace("_", "-").split("-")[0].casefold()
