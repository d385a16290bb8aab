"""The records as Markdown: a table for the box, lists for the other figures, and none of the text taken for markup."""

import re
from collections.abc import Iterator, Sequence

from lagebild.model import Finding, Record
from lagebild.report.facts import Fact, box_facts, clean, sections, short, source_names
from lagebild.vocabulary.labels import Words

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_LIST_MARK = re.compile(r"^(\d*)([-+.)])(?=\s)")


def plain(records: Sequence[Record], *, language: str, findings: Sequence[Finding]) -> str:
    """Return one Markdown document with a part for each record, in the order given."""
    words = Words.of(language)
    parts = [_record(record, words, [f for f in findings if f.article == record.article.id]) for record in records]
    return "\n\n".join(parts) + "\n" if parts else words.label("page.none") + "\n"


def _record(record: Record, words: Words, findings: Sequence[Finding]) -> str:
    article = record.article
    lines = [f"## {safe(article.title or words.label('page.no_title'))}", ""]
    meta = [article.publisher, words.date(article.published) if article.published else None, article.url]
    if any(meta):
        lines += [_LIST_MARK.sub(r"\1\\\2", " · ".join(safe(part) for part in meta if part)), ""]
    lines += _box(record, words)
    for section in sections(record, words):
        lines += ["", f"### {section.heading}", "", *(_item(fact) for fact in section.facts)]
    if findings:
        lines += ["", f"### {words.label('page.findings')}", ""]
        lines += [f"- **{finding.code}** {safe(finding.message)} {safe(finding.hint)}" for finding in findings]
    return "\n".join(lines)


def _box(record: Record, words: Words) -> Iterator[str]:
    head = [words.label(f"box.{key}") for key in ("field", "value", "by", "evidence")]
    yield f"| {' | '.join(head)} |"
    yield "| --- | --- | --- | --- |"
    for fact in box_facts(record, words):
        sourced = [evidence for evidence in fact.evidence if evidence.source]
        who = "<br>".join(safe(evidence.source) for evidence in sourced)
        quotes = "<br>".join(f"*{safe(short(evidence))}*" for evidence in sourced)
        yield f"| {safe(fact.label)} | {_said(fact)} | {who} | {quotes} |"
    names = "; ".join(safe(name) for name in source_names(record, words))
    yield f"| {words.label('box.sources')} | {names or words.label('box.no_sources')} | | |"


def _said(fact: Fact) -> str:
    value = f"**{safe(fact.value)}**" if fact.known else safe(fact.value)
    return value + (f" ({safe('; '.join(fact.remarks))})" if fact.remarks else "")


def _item(fact: Fact) -> str:
    first = fact.evidence[0]
    indent = "  " * fact.depth
    return f"{indent}- {safe(fact.label)}: {_said(fact)}; {safe(first.source)}: *{safe(short(first))}*"


def safe(text: str) -> str:
    """Return a text on one line with nothing in it that Markdown takes for markup."""
    return _MARKUP.sub(r"\\\1", " ".join(clean(text).split()))
