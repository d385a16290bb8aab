"""What all parts of the dossier's page share: headings, quoted sentences with speaker and footnote, tables of rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape

from lagebild.report.dossier_content import Cited, Dossier, Row
from lagebild.vocabulary.labels import Words

_QUOTATION_MARKS = frozenset("\"„“”»«‚‘’'")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page as one incident sees it: its key, how deep its headings are, and where a claim stands on the page.

    `claims` are the ids of elements by claim; the first place that shows a claim's sentence under its origin is it.
    """

    dossier: Dossier
    words: Words
    key: str = ""
    level: int = 1
    claims: dict[str, str] = field(default_factory=dict)

    def label(self, key: str, **values: str) -> str:
        """Return a label, escaped."""
        return escape(self.words.label(key, **values))

    def heading(self, depth: int, text: str, name: str = "") -> str:
        """Return a heading `depth` under the incident's own; `text` is HTML, `name` the section's, for its id."""
        tag = f"h{min(self.level + depth, 6)}"
        given = f' class="head" id="{self.key}-{name}"' if name else ""
        return f"<{tag}{given}>{text}</{tag}>"

    def section(self, name: str, label: str, body: str) -> str:
        """Return a section with its heading, empty where it has no body.

        It is a landmark where there is one incident alone; of several, each incident is one.
        """
        if not body:
            return ""
        head = self.heading(1, self.label(label), name)
        landmark = f' aria-labelledby="{self.key}-{name}"' if self.level == 1 else ""
        return f'<section class="{name}"{landmark}>\n{head}\n{body}\n</section>\n'


def notes(numbers: Sequence[int], sheet: Sheet) -> str:
    """Return the footnotes of reports as links: "[1] [3]"."""
    return " ".join(_note(number, sheet) for number in numbers)


def _note(number: int, sheet: Sheet) -> str:
    report = sheet.dossier.report(number)
    name = sheet.label("sheet.note_of", n=str(number), outlet=report.outlet)
    return f'<a class="note" href="#{escape(report.key)}" aria-label="{name}">[{number}]</a>'


def quoted(cited: Cited, sheet: Sheet) -> str:
    """Return the sentence in quotation marks, its number set apart; one that begins with its own gets no others."""
    quote = escape(cited.quote)
    if cited.end > cited.start:
        number = escape(cited.quote[cited.start : cited.end])
        quote = f"{escape(cited.quote[: cited.start])}<b>{number}</b>{escape(cited.quote[cited.end :])}"
    foreign = cited.language if cited.language != sheet.dossier.language else ""
    given = f' lang="{escape(foreign)}"' if foreign else ""
    bare = ' class="bare"' if cited.quote[:1] in _QUOTATION_MARKS else ""
    return f"<q{bare}{given}><bdi>{quote}</bdi></q>"


def flags(cited: Cited) -> str:
    """Return what must be seen with a sentence, as "nicht bestätigt"."""
    return "".join(f' <span class="flag {cited.certainty}">{escape(mark)}</span>' for mark in cited.marks)


def sentence(cited: Cited, sheet: Sheet, *, name: str = "", speaker: bool = True, flagged: bool = True) -> str:
    """Return a sentence as a paragraph: who says it, the words, the footnotes; `name` is its id.

    It is not `flagged` where its value in words says already that it is unconfirmed or denied.
    """
    who = f'<span class="who">{escape(cited.speaker)}:</span> ' if speaker and cited.speaker else ""
    form = f' <span class="form">({escape(cited.form)})</span>' if cited.form else ""
    given = f' id="{escape(name)}"' if name else ""
    numbers = notes((cited.report, *cited.also), sheet)
    flag = flags(cited) if flagged else ""
    return f'<p class="cited"{given}>{who}{quoted(cited, sheet)}{form} {numbers}{flag}</p>'


def sentences(several: Sequence[Cited], sheet: Sheet, *, speaker: bool = True, flagged: bool = True) -> str:
    """Return sentences, each once, as `sentence` does."""
    seen: dict[tuple[str, str], Cited] = {}
    for cited in several:
        seen.setdefault((cited.speaker, cited.quote), cited)
    return "".join(sentence(cited, sheet, speaker=speaker, flagged=flagged) for cited in seen.values())


def value(row: Row) -> str:
    """Return a row's value with its remarks."""
    remarks = f' <span class="remark">({escape("; ".join(row.remarks))})</span>' if row.remarks else ""
    kind = "unknown" if not row.known else f"value {row.certainty}" if row.certainty != "stated" else "value"
    return f'<span class="{kind}">{escape(row.value)}</span>{remarks}'


def claimed(row: Row) -> str:
    """Return the head of a row of claims: what is counted, how many, and the remarks below it."""
    depth = f' class="depth{min(row.depth, 3)}"' if row.depth else ""
    remarks = f'<span class="remark">{escape(" · ".join(row.remarks))}</span>' if row.remarks else ""
    number = value(replace(row, remarks=()))
    return f'<th scope="row"{depth}><span class="what">{escape(row.label)}</span> {number}{remarks}</th>'


def footnotes(several: Sequence[Cited], sheet: Sheet) -> str:
    """Return the footnotes of sentences, each report once, in order."""
    numbers = sorted({number for cited in several for number in (cited.report, *cited.also)})
    return notes(numbers, sheet)


def table(kind: str, heads: Sequence[str], rows: Iterator[str] | Sequence[str], *, caption: str = "") -> str:
    """Return a table with column heads; `heads` and `caption` are HTML."""
    head = "".join(f'<th scope="col">{one}</th>' for one in heads)
    named = f"<caption>{caption}</caption>" if caption else ""
    return f'<table class="{kind}">{named}<thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def details(summary: str, body: str, kind: str = "") -> str:
    """Return what is opened on demand; empty where there is nothing in it."""
    return f'<details class="{kind}"><summary>{summary}</summary>{body}</details>\n' if body else ""
