"""Title, day and text of real pages against what is known of them, by country, beside trafilatura alone."""

import gzip
import json
import logging
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

NAME = "pages"
_FILE = re.compile(r"(?P<outlet>.+)_\d{4}_\d\d_\d\d\.html\.gz")
_DAY = len("2025-04-28")
_WORD = re.compile(r"\w+")
_ALIKE = str.maketrans({"’": "'", "‘": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "\u00ad": None, "\u200b": None})

Reading: TypeAlias = tuple[str, str, str]
"""A page as it was read: title, ISO date and text; what is missing is the empty string."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPage:
    """A page with what is known of it."""

    country: str
    name: str
    address: str | None
    data: bytes
    title: str
    day: str
    text: str


@dataclass(frozen=True, slots=True)
class PageScore:
    """The shares of the pages of a country whose title and day are exact, and the mean F1 of the words of their text.

    In `alike` quotation marks count as one, and invisible marks as none.
    """

    pages: int
    title: float
    alike: float
    day: float
    text: float


def known_pages(folder: Path) -> Iterator[KnownPage]:
    """Yield the pages of a folder of countries; an outlet's versions stand for its pages in the order of their days."""
    for country in sorted(path for path in folder.iterdir() if path.is_dir()):
        about = country / "meta.info"
        addresses = json.loads(about.read_text(encoding="utf-8")) if about.is_file() else {}
        for path in sorted(country.glob("*.json")):
            told = json.loads(path.read_text(encoding="utf-8"))
            files = sorted(file for file in country.glob("*.html.gz") if _outlet(file) == path.stem)
            for version, file in zip(sorted(told, key=_version), files, strict=True):
                yield _known(country.name, file, addresses.get(file.name, {}).get("url"), told[version])


def ours(page: KnownPage) -> Reading:
    """Return what this program reads."""
    from lagebild.acquire import page as pages  # noqa: PLC0415 - loading trafilatura takes time
    from lagebild.acquire.catalogue import Unreadable  # noqa: PLC0415

    try:
        found = pages.draft(page.data, address=page.address)
    except Unreadable:
        return "", "", ""
    return found.title, found.published or "", found.text


def trafilaturas(page: KnownPage) -> Reading:
    """Return what trafilatura alone reads."""
    import trafilatura  # noqa: PLC0415 - as above

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    found = trafilatura.bare_extraction(page.data, url=page.address, with_metadata=True, include_comments=False)
    if not isinstance(found, trafilatura.settings.Document):
        return "", "", ""
    return found.title or "", found.date or "", found.text or ""


def scores(folder: Path, read: Callable[[KnownPage], Reading]) -> Mapping[str, PageScore]:
    """Return the scores of a way of reading, by country."""
    sums: dict[str, list[float]] = {}
    for page in known_pages(folder):
        title, date, text = read(page)
        of = sums.setdefault(page.country, [0.0] * 5)
        right = (title == page.title, _alike(title) == _alike(page.title), date[:_DAY] == page.day)
        for place, value in enumerate((1, *right, _overlap(text, page.text))):
            of[place] += value
    return {
        country: PageScore(int(of[0]), *(round(value / of[0], 3) for value in of[1:])) for country, of in sums.items()
    }


def _outlet(file: Path) -> str:
    found = _FILE.fullmatch(file.name)
    return found["outlet"] if found else ""


def _version(name: str) -> list[int]:
    """Return the numbers of a version: V1, V1_1, V2."""
    return [int(number) for number in re.findall(r"\d+", name)]


def _known(country: str, file: Path, address: str | None, told: Mapping[str, Any]) -> KnownPage:
    body = told["body"] or {}
    parts = [*body.get("summary", [])]
    for section in body.get("sections", []):
        parts += [*section["headline"], *section["paragraphs"]]
    return KnownPage(
        country=country,
        name=file.name,
        address=address,
        data=gzip.decompress(file.read_bytes()),
        title=" ".join(told["title"].split()),
        day=told["publishing_date"][:_DAY],
        text="\n".join(parts),
    )


def _alike(title: str) -> str:
    return " ".join(title.translate(_ALIKE).split())


def _overlap(found: str, known: str) -> float:
    """Return the F1 of the words of two texts."""
    left, right = (Counter(_WORD.findall(text.casefold())) for text in (found, known))
    shared = (left & right).total()
    return 2 * shared / (left.total() + right.total()) if shared else 0.0
