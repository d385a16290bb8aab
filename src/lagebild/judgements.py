"""A person's decisions on reports at the border: JSON lines that say of two whether they tell of one incident."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lagebild.model import Judgement, Mention

_INCIDENT = re.compile(r"i\d+")
_KNOWN = frozenset({"one", "other", "same", "by", "at", "note"})
_SHAPE = 'write {"one": "ARTICLE", "other": "ARTICLE#i2", "same": true, "by": "NAME"}'


class JudgementError(ValueError):
    """A line of a file of judgements that can't be read: which, why, and the way out."""


def read(path: Path) -> tuple[Judgement, ...]:
    """Return the judgements of a file in its order; blank lines don't count."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise JudgementError(f"{path}: can't be read: {error} (check the path; the file is UTF-8)") from None
    return tuple(
        _judgement(line, f"{path}:{number}") for number, line in enumerate(text.split("\n"), start=1) if line.strip()
    )


def unknown(judgements: Iterable[Judgement], articles: Iterable[str]) -> Iterator[str]:
    """Yield each article that is judged and not among these, once."""
    known = set(articles)
    judged = dict.fromkeys(side.article for each in judgements for side in (each.one, each.other))
    return (article for article in judged if article not in known)


def _judgement(line: str, where: str) -> Judgement:
    try:
        row: Any = json.loads(line)
    except ValueError:
        raise JudgementError(f"{where}: is no JSON ({_SHAPE})") from None
    if not isinstance(row, dict):
        raise JudgementError(f"{where}: is no JSON object ({_SHAPE})")
    if odd := sorted(set(row) - _KNOWN):
        raise JudgementError(f"{where}: unknown field {odd[0]!r} (known are {', '.join(sorted(_KNOWN))})")
    same = row.get("same")
    if not isinstance(same, bool):
        raise JudgementError(f"{where}: 'same' is neither true nor false ({_SHAPE})")
    one, other = (_mention(row.get(key), key, where) for key in ("one", "other"))
    if one == other:
        raise JudgementError(f"{where}: 'one' and 'other' are the same ({_SHAPE})")
    by, at, note = (_text(row.get(key), key, where) for key in ("by", "at", "note"))
    return Judgement(one, other, same=same, by=by or "-", at=at, note=note)


def _mention(value: object, key: str, where: str) -> Mention:
    if not isinstance(value, str) or not value:
        raise JudgementError(f"{where}: {key!r} names no article ({_SHAPE})")
    article, mark, incident = value.rpartition("#")
    return Mention(article, incident) if mark and article and _INCIDENT.fullmatch(incident) else Mention(value)


def _text(value: object, key: str, where: str) -> str | None:
    if value is not None and not isinstance(value, str):
        raise JudgementError(f"{where}: {key!r} is no text ({_SHAPE})")
    return value or None
