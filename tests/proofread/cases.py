"""Reports with a box of their own, built by hand, and the findings about them."""

from lagebild import proofread
from lagebild.model import Article, Figure, Finding, Record
from tests.builders import boxed_article, figure, record, source

DAY = {"Datum": "28. Februar 2026", "Quellen": "Küstenwache"}
LOSSES = "Nach Angaben der Küstenwache gab es rund 80 Verluste, Tote und Verletzte zusammen."
DEAD = "Bei dem Unglück am Samstag starben nach Angaben der Küstenwache fünf Menschen."


def codes(made: Record) -> list[str]:
    return [finding.code for finding in proofread.findings(made)]


def only(made: Record, code: str) -> Finding:
    found = proofread.findings(made)
    assert [finding.code for finding in found] == [code], found
    return found[0]


def guard(of: Article) -> tuple[object, ...]:
    return (source(of, "der Küstenwache", "Küstenwache", kind="government"),)


def five(of: Article, **changes: object) -> Figure:
    made = {"sources": guard(of), **changes}
    return figure(of, "killed", "starben nach Angaben der Küstenwache fünf Menschen", "fünf", 5, **made)


def dead(cells: dict[str, str], **changes: object) -> Record:
    """Return the record of a text with five dead and this box."""
    of = boxed_article(DEAD, {**DAY, **cells})
    return record(of, five(of, **changes))
