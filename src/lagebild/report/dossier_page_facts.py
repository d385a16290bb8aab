"""The head of an incident on the page: its key figures, where sources disagree, and its fact box."""

from collections.abc import Iterator
from html import escape

from lagebild.report.dossier_content import ConflictPart, Headline, IncidentPart, Row, Series, SidePart
from lagebild.report.dossier_page_cited import Sheet, details, footnotes, notes, sentences, table, value

BOXED = frozenset({"killed", "injured", "missing", "casualties"})  # the numbers of a fact box; others stand smaller


def headlines(part: IncidentPart, sheet: Sheet) -> str:
    """Return the key figures, those of the fact box large, each with what it rests on."""
    if not part.headlines:
        return ""
    first = [one for one in part.headlines if one.key in BOXED]
    if not any(one.known for one in first):  # a deployment: what is known comes before what is not
        first = [one for one in part.headlines if one.known] or first
    large = "".join(_headline(one, sheet) for one in first)
    others = "".join(_headline(one, sheet) for one in part.headlines if one not in first)
    small = f'<ul class="numbers small">{others}</ul>' if others else ""
    return sheet.section("headlines", "sheet.headlines", f'<ul class="numbers">{large}</ul>{small}')


def _headline(one: Headline, sheet: Sheet) -> str:
    kind = "number" if one.known else "number unknown"
    below = [escape(line) for line in (one.basis, one.span, *one.remarks) if line]
    lines = "".join(f'<span class="basis">{line}</span>' for line in below)
    numbers = f'<span class="basis">{footnotes(one.cited, sheet)}</span>' if one.cited else ""
    return (
        f'<li class="{kind}"><span class="what">{escape(one.label)}</span> '
        f'<strong class="big">{_big(one.value)}</strong> {lines}{numbers}</li>'
    )


def _big(words: str) -> str:
    """Return a value with its digits large and the words around them small: "mindestens <b>14</b>"."""
    parts = words.split(" ")
    large = [part[:1].isdigit() for part in parts]
    if not any(large):
        return f'<span class="word">{escape(words)}</span>'
    return " ".join(
        f'<span class="digits">{escape(part)}</span>' if digits else f'<span class="word">{escape(part)}</span>'
        for part, digits in zip(parts, large, strict=True)
    )


def conflicts(part: IncidentPart, sheet: Sheet) -> str:
    """Return where independent sources contradict each other, in a sentence each and side by side."""
    return sheet.section(
        "conflicts", "dossier.part.conflicts", "".join(_conflict(one, sheet) for one in part.conflicts)
    )


def _conflict(one: ConflictPart, sheet: Sheet) -> str:
    sides = "".join(_side(side, sheet) for side in one.sides)
    settled = f'<p class="settled">{escape(one.settled)}</p>' if one.settled else ""
    return f'<div class="conflict"><p class="claim">{escape(one.text)}</p><ul class="sides">{sides}</ul>{settled}</div>'


def _side(side: SidePart, sheet: Sheet) -> str:
    kinds = [side.kind] if side.kind and side.kind.casefold() != side.name.casefold() else []
    kinds += [sheet.words.label("sheet.party")] if side.party else []
    kind = f' <span class="remark">({escape(", ".join(kinds))})</span>' if kinds else ""
    said = sentences(side.cited[:1], sheet, speaker=False) or f"<p>{notes(side.reports, sheet)}</p>"
    name = f'<span class="who">{escape(side.name)}</span>{kind}'
    return f'<li>{name} <strong class="big">{_big(side.value)}</strong>{said}</li>'


def box(part: IncidentPart, sheet: Sheet) -> str:
    """Return the fact box of all reports together, its row of sources filled."""
    heads = (sheet.label("box.field"), sheet.label("box.value"))
    return sheet.section("box", "sheet.box", table("facts", heads, list(_box_rows(part, sheet))))


def _box_rows(part: IncidentPart, sheet: Sheet) -> Iterator[str]:
    for row in part.box:
        if row.key == "sources" and part.sources:
            said = "".join(f"<li>{escape(name)}</li>" for name in part.sources)
            cell = f'<ul class="names">{said}</ul>'
        else:
            cell = f"{value(row)} {footnotes(row.cited, sheet)}"
        yield f'<tr><th scope="row"{_depth(row)}>{escape(row.label)}</th><td>{cell}</td></tr>'


def _depth(row: Row) -> str:
    return f' class="depth{min(row.depth, 3)}"' if row.depth else ""


def how(part: IncidentPart, sheet: Sheet) -> str:
    """Return, to be opened, how each key figure was arrived at and what other rules make of it."""
    body = "".join(_trace(one, sheet) for one in part.headlines if one.trace)
    body += "".join(_others(one, sheet) for one in part.series if one.estimates)
    return details(sheet.label("sheet.how"), body, "how")


def _others(one: Series, sheet: Sheet) -> str:
    head = f'<p class="what">{escape(one.label)}: {sheet.label("dossier.part.estimates")}</p>'
    return f"{head}<dl>{''.join(map(_estimate, one.estimates))}</dl>"


def _trace(one: Headline, sheet: Sheet) -> str:
    steps = "".join(f"<li>{escape(step)}</li>" for step in one.trace)
    rule = f" – {sheet.label('sheet.policy', policy=one.policy)}" if one.policy else ""
    return f'<p class="what">{escape(one.label)}: {escape(one.value)}{rule}</p><ol>{steps}</ol>'


def _estimate(row: Row) -> str:
    return f"<div><dt>{escape(row.label)}</dt><dd>{value(row)}</dd></div>"
