"""Findings as a linter prints them: lines, JSON, SARIF 2.1.0 and annotations of a GitHub workflow."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote

from lagebild.model import Article, Finding, Span
from lagebild.vocabulary.proofread import finding_texts

_AROUND = (30, 12, 0)  # characters on both sides of a span by which its place in a page is found
_TELLING = 8  # characters; fewer may stand in a page's code by chance
_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


@dataclass(frozen=True, slots=True)
class Located:
    """A finding with the file that holds its article; line and column count from 1, and are 0 where unknown."""

    finding: Finding
    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return the place as compilers write it."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


def located(finding: Finding, article: Article, file: str) -> Located:
    """Return the finding with its place in the file: by the article, or by its words where they stand there once."""
    if not finding.spans:
        return Located(finding, file)
    content = _content(file)
    span = finding.spans[0]
    start = _start(content, article, span)
    if start is None:
        return Located(finding, _part(article, file))
    before = content[:start]
    return Located(finding, file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def _start(content: str, article: Article, span: Span) -> int | None:
    """Return where a span begins in the file, or None where it can't be told: in a packed file, or said twice."""
    text = article[span.field]
    if text and (start := content.find(text)) >= 0:
        return start + span.start
    around = (text[max(span.start - reach, 0) : span.end + reach] for reach in _AROUND)
    found = next((words for words in around if len(words) >= _TELLING and content.count(words) == 1), None)
    return None if found is None else content.index(found) + found.rindex(span.quote)


def _content(file: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def _part(article: Article, file: str) -> str:
    """Return the file with the article's id where it is one of several."""
    return f"{file}#{article.id}" if file.endswith((".jsonl", ".ndjson")) else file


def text(found: Located) -> str:
    """Return a finding on one line, its hint on the next."""
    finding = found.finding
    return f"{found}: {finding.code} [{finding.name}] {finding.message}\n    {finding.hint}"


def listed(found: Sequence[Located]) -> str:
    """Return the findings as one JSON array."""
    rows = [{**asdict(each.finding), "file": each.file, "line": each.line, "column": each.column} for each in found]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def github(found: Located) -> str:
    """Return a finding as an annotation of a GitHub workflow."""
    finding = found.finding
    place = f",line={found.line},col={found.column}" if found.line else ""
    title = f"{finding.code} {finding.name}"
    message = f"{finding.message} {finding.hint}".replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{_LEVELS[_level(finding)]} file={_escaped(found.file)}{place},title={_escaped(title)}::{message}"


def _escaped(value: str) -> str:
    """Return a property of an annotation with the signs that would end it escaped."""
    for sign, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        value = value.replace(sign, code)
    return value


def _level(finding: Finding) -> str:
    return finding_texts()[finding.code].level


def sarif(found: Sequence[Located], *, language: str = "de") -> str:
    """Return the findings as a SARIF 2.1.0 log."""
    rules = [
        {
            "id": code,
            "name": row.name,
            "shortDescription": {"text": row.said(language).title},
            "defaultConfiguration": {"level": row.level},
        }
        for code, row in sorted(finding_texts().items())
    ]
    driver = {"name": "lagebild", "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": [_result(each) for each in found]}
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def _result(found: Located) -> dict[str, object]:
    finding = found.finding
    place: dict[str, object] = {"artifactLocation": {"uri": quote(Path(found.file).as_posix(), safe="/#")}}
    if found.line:
        place["region"] = {"startLine": found.line, "startColumn": found.column, "snippet": _snippet(finding.spans[0])}
    return {
        "ruleId": finding.code,
        "level": _level(finding),
        "message": {"text": f"{finding.message} {finding.hint}"},
        "locations": [{"physicalLocation": place}],
    }


def _snippet(span: Span) -> dict[str, str]:
    return {"text": span.quote}
