"""Wording that several parts of a dossier share: lists, plurals, quotation marks, days, numbers."""

import itertools
import re
from collections.abc import Sequence

from lagebild.model import BoxCount, Qualifier
from lagebild.vocabulary.labels import Words

_STEM = 6  # letters by which a kind is known in a name
_DAY = len("2025-04-28")
_MARK = re.compile('[„“”»«"]')
_OUTER = {"de": "„“", "en": "“”"}
_INNER = {"de": "‚‘", "en": "‘’"}


def quotation(text: str, words: Words) -> str:
    """Return a text in quotation marks of the language, those inside it single."""
    outer, inner = _OUTER[words.language], itertools.cycle(_INNER[words.language])
    single = _MARK.sub(lambda _: next(inner), text)
    return f"{outer[0]}{single}{outer[1]}"


def listed(parts: Sequence[str], words: Words) -> str:
    """Return parts as a list in words: "A, B und C"."""
    if len(parts) < 2:  # noqa: PLR2004 - one alone needs no conjunction
        return "".join(parts)
    return words.label("dossier.and", first=", ".join(parts[:-1]), last=parts[-1])


def counted(key: str, n: int, words: Words) -> str:
    """Return so many of something in words: the label `key`.one for one, `key`.many for others."""
    return words.label(f"{key}.one") if n == 1 else words.label(f"{key}.many", n=words.number(n))


def with_kind(name: str, kind: str) -> str:
    """Return a name with its kind, where the name does not say it: "Wojewode (Behörde)", but "Polizei"."""
    stem = kind.casefold()[:_STEM]
    return f"{name} ({kind})" if kind and stem not in name.casefold() else name


def days(first: str, last: str, words: Words) -> str:
    """Return two ISO days, or prefixes of days, as a span in words: "14. bis 17. April 2026"."""
    start, end = words.date(first), words.date(last)
    if start == end:
        return start
    if len(first) == len(last) == _DAY and first[:4] == last[:4]:
        shared = f" {last[:4]}" if first[5:7] != last[5:7] else end[end.index(" ") :]
        start = start.removesuffix(shared)
    return words.label("dossier.days", first=start, last=end)


def said(low: int | None, high: int | None, qualifier: Qualifier, words: Words, *, doubted: bool = False) -> str:
    """Return how many in words, as uncertain where it is doubted."""
    return words.count(BoxCount(low, high, qualifier, "uncertain" if doubted else "stated", None, None, {}, ()))
