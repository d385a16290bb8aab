"""The records as one self-contained page: a fact box whose values lead into the marked text, and back."""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from html import escape

from lagebild.model import Article, FieldName, Finding, Record, Span
from lagebild.report.facts import (
    Evidence,
    Fact,
    Section,
    address,
    box_facts,
    clean,
    sections,
    short,
    source_names,
    unseen,
)
from lagebild.report.marks import Anchor, marked
from lagebild.report.style import STYLE
from lagebild.vocabulary.labels import Words

_MOST_EVIDENCE = 3
_COLUMNS = '<colgroup><col class="labels"><col></colgroup>'


def page(records: Sequence[Record], *, language: str, findings: Sequence[Finding]) -> str:
    """Return the page, in the order given; it loads nothing, and its policy forbids it to."""
    words = Words.of(language)
    titles = [_title(record.article, words) for record in records]
    title = titles[0] if len(titles) == 1 else words.label("page.report_count", n=words.number(len(titles)))
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    body = [
        _report(record, words, f"r{number}", [f for f in findings if f.article == record.article.id])
        for number, record in enumerate(records, start=1)
    ]
    head = f"""<!DOCTYPE html>
<html lang="{words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{escape(words.label("page.title", title=title))}</title>
<style>{STYLE}</style>
</head>
<body>
<a class="skip" href="#content">{escape(words.label("page.skip"))}</a>
<header class="top"><h1>Lagebild</h1></header>"""
    content = "\n".join(body) or f"<p>{escape(words.label('page.none'))}</p>"
    foot = _foot(records, words)
    return f'{head}\n<main id="content">\n{_contents(titles, words)}{content}\n</main>\n{foot}\n</body>\n</html>\n'


def _title(article: Article, words: Words) -> str:
    return clean(article.title).strip() or words.label("page.no_title")


def _contents(titles: Sequence[str], words: Words) -> str:
    if len(titles) < 2:  # noqa: PLR2004 - one report needs no list of reports
        return ""
    items = "".join(f'<li><a href="#r{n}">{escape(title)}</a></li>' for n, title in enumerate(titles, start=1))
    label = escape(words.label("page.reports"))
    return f'<nav aria-label="{label}"><h2>{label}</h2><ol>{items}</ol></nav>\n'


def _report(record: Record, words: Words, key: str, findings: Sequence[Finding]) -> str:
    article = record.article
    facts, beside = box_facts(record, words), sections(record, words)
    rows = dict(_named(facts, beside, key))
    anchors = [*_anchors(rows, words, key), *_noted(findings, words, key)]
    title = "".join(_lines(article, "title", anchors)) or escape(words.label("page.no_title"))
    paragraphs = "\n".join(_paragraph(line) for line in _lines(article, "text", anchors))
    shown: set[Evidence] = set()
    box = _table(_box_rows(record, facts, words, key, shown), words)
    figures = "".join(_section(section, words, key, shown) for section in beside)
    if figures:
        figures = f'<section class="figures"><h3>{escape(words.label("figures.heading"))}</h3>{figures}</section>'
    return f"""<article class="report" id="{key}" aria-labelledby="{key}-title">
<h2 id="{key}-title" lang="{escape(article.language)}">{title}</h2>
<p class="meta">{_meta(article, words)}</p>
{_notes(findings, words, key)}<div class="columns">
<div>
<section class="box" aria-labelledby="{key}-box">
<h3 id="{key}-box" tabindex="-1">{escape(words.label("box.heading"))}</h3>
{box}
</section>
{figures}
</div>
<section class="text" aria-labelledby="{key}-text">
<h3 id="{key}-text">{escape(words.label("page.text"))}</h3>
{f'<p class="legend">{escape(words.label("page.legend"))}</p>' if anchors else ""}
<div lang="{escape(article.language)}">
{paragraphs}
</div>
<p class="top-link"><a href="#{key}-box">{escape(words.label("page.top"))}</a></p>
</section>
</div>
</article>"""


def _meta(article: Article, words: Words) -> str:
    parts = [escape(clean(article.publisher))] if article.publisher else []
    if article.published:
        date = f'<time datetime="{escape(article.published)}">{escape(words.date(article.published))}</time>'
        parts.append(escape(words.label("page.published")).format(date=date))
    if article.agencies:
        parts.append(escape(clean(words.label("page.agencies", names=", ".join(article.agencies)))))
    if article.url and article.url.lower().startswith(("https://", "http://")):
        parts.append(f'<a href="{escape(article.url)}" rel="noopener noreferrer">{escape(clean(article.url))}</a>')
    elif where := address(article):
        parts.append(escape(where))
    return " · ".join(parts)


def _table(rows: Iterator[str], words: Words) -> str:
    heads = "".join(f'<th scope="col">{escape(words.label(f"box.{key}"))}</th>' for key in ("field", "value"))
    head = f'<thead class="hidden"><tr>{heads}</tr></thead>'
    return f"<table>{_COLUMNS}{head}<tbody>{''.join(rows)}</tbody></table>"


def _box_rows(record: Record, facts: Sequence[Fact], words: Words, key: str, shown: set[Evidence]) -> Iterator[str]:
    for fact in facts:
        yield _row(fact, words, f"{key}-{fact.key}", key, unseen(fact, shown))
    names = "<br>".join(escape(clean(name)) for name in source_names(record, words))
    said = f"<td>{names}</td>" if names else f'<td class="unknown">{escape(words.label("box.no_sources"))}</td>'
    yield f'<tr><th scope="row">{escape(words.label("box.sources"))}</th>{said}</tr>'


def _section(section: Section, words: Words, key: str, shown: set[Evidence]) -> str:
    rows = "".join(
        _row(fact, words, f"{key}-{section.key}-{number}", key, unseen(fact, shown))
        for number, fact in enumerate(section.facts)
    )
    return f"<table><caption>{escape(section.heading)}</caption>{_COLUMNS}<tbody>{rows}</tbody></table>"


def _row(fact: Fact, words: Words, name: str, key: str, quoted: Sequence[Evidence]) -> str:
    depth = f' class="depth{min(fact.depth, 3)}"' if fact.depth else ""
    remarks = f' <span class="remark">({escape(clean("; ".join(fact.remarks)))})</span>' if fact.remarks else ""
    value = f'<span class="{"value" if fact.known else "unknown"}">{escape(fact.value)}</span>'
    if fact.evidence:
        label = escape(words.label("page.evidence_link", value=fact.value))
        value = f'<a href="#{_id(key, fact.evidence[0])}" aria-label="{label}">{value}</a>'
    below = "".join(_quoted(evidence, key, alone=len(fact.evidence) == 1) for evidence in quoted[:_MOST_EVIDENCE])
    if len(quoted) > _MOST_EVIDENCE:
        below += f'<p class="evidence">… {escape(words.label("figures.places", n=str(len(quoted))))}</p>'
    return f'<tr id="{name}"><th scope="row"{depth}>{escape(fact.label)}</th><td>{value}{remarks}{below}</td></tr>'


def _quoted(evidence: Evidence, key: str, *, alone: bool) -> str:
    """Return source and sentence; the sentence is a link where the value, which leads to the first, has several."""
    quote = f"<q><bdi>{escape(short(evidence))}</bdi></q>"
    linked = quote if alone else f'<a href="#{_id(key, evidence)}">{quote}</a>'
    return f'<p class="evidence"><span class="who">{escape(evidence.source)}:</span> {linked}</p>'


def _notes(findings: Sequence[Finding], words: Words, key: str) -> str:
    if not findings:
        return ""
    items = "".join(_note(finding, number, words, key) for number, finding in enumerate(findings))
    heading = f'<h3 id="{key}-notes">{escape(words.label("page.findings"))}</h3>'
    return f'<section class="notes" aria-labelledby="{key}-notes">{heading}<ul>{items}</ul></section>\n'


def _note(finding: Finding, number: int, words: Words, key: str) -> str:
    code = f"<strong>{escape(finding.code)}</strong>"
    if finding.spans:
        label = escape(words.label("page.place_link", value=finding.code))
        code = f'<a href="#{key}-s-note-{number}" aria-label="{label}">{code}</a>'
    hint = f'<span class="hint">{escape(clean(finding.hint))}</span>'
    return f'<li id="{key}-note-{number}">{code} {escape(clean(finding.message))} {hint}</li>'


def _noted(findings: Sequence[Finding], words: Words, key: str) -> Iterator[tuple[Anchor, Evidence]]:
    """Yield the place in the text that each finding is about, to be marked as evidence is."""
    for number, finding in enumerate(findings):
        for span in finding.spans[:1]:
            name = words.label("page.back", value=clean(span.quote))
            anchor = Anchor(span.start, span.end, f"{key}-s-note-{number}", f"{key}-note-{number}", name)
            yield anchor, Evidence("", "", span, span, span)


def _id(key: str, evidence: Evidence) -> str:
    return f"{key}-s-{escape(evidence.claim)}"


def _anchors(rows: dict[str, Fact], words: Words, key: str) -> list[tuple[Anchor, Evidence]]:
    """Return an anchor for each claim that a row rests on; the first row that shows it is the one it leads back to."""
    found: dict[str, tuple[Anchor, Evidence]] = {}
    for row, fact in rows.items():
        for evidence in fact.evidence:
            name = words.label("page.back", value=clean(evidence.count.quote))
            anchor = Anchor(evidence.count.start, evidence.count.end, _id(key, evidence), row, name)
            found.setdefault(evidence.claim, (anchor, evidence))
    return list(found.values())


def _named(facts: Sequence[Fact], beside: Sequence[Section], key: str) -> Iterator[tuple[str, Fact]]:
    """Yield each row with its id on the page."""
    for fact in facts:
        yield f"{key}-{fact.key}", fact
    for section in beside:
        for number, fact in enumerate(section.facts):
            yield f"{key}-{section.key}-{number}", fact


def _lines(article: Article, field: FieldName, anchors: Sequence[tuple[Anchor, Evidence]]) -> Iterator[str]:
    here = [(anchor, evidence) for anchor, evidence in anchors if evidence.count.field == field]
    spans: list[Span] = [evidence.count for _, evidence in here]
    spans += [evidence.span for _, evidence in here if evidence.span.field == field]
    return marked(article[field], spans, [anchor for anchor, _ in here])


def _paragraph(line: str) -> str:
    return f'<p dir="auto">{line}</p>'


def _foot(records: Sequence[Record], words: Words) -> str:
    versions = sorted({record.made_by.version for record in records})
    said = words.label("page.made_by", version=", ".join(versions)) if versions else ""
    return f"<footer><p>{escape(said)}</p></footer>"
