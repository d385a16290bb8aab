"""Measure the spans of persons' names against GermEval 2014 (measure only), and list what differs.

person_names.py TSV [--show N]    TSV is NER-de-dev.tsv or NER-de-test.tsv

Each sentence is read as an article of its own, so that nothing in a second one helps. Titles such as "Dr." belong to
no name of ours; a genitive "s" does, as there.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from lagebild import annotate, extract, link
from lagebild.model import Article

Spans = set[tuple[int, int]]


def sentences(path: Path) -> Iterator[tuple[str, Spans]]:
    """Yield the text of each sentence and the spans of its outer names of persons."""
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif rows:
            yield _joined(rows)
            rows = []


def _joined(rows: list[list[str]]) -> tuple[str, Spans]:
    text, spans, start = "", set(), -1
    for row in rows:
        word, label = row[1], row[2]
        gap = "" if not text or word in {".", ",", "!", "?", ")", ":", ";"} or text.endswith("(") else " "
        if start >= 0 and label != "I-PER":
            spans.add((start, len(text)))
            start = -1
        text += gap
        if label == "B-PER":
            start = len(text)
        text += word
    if start >= 0:
        spans.add((start, len(text)))
    return text, spans


def found(text: str) -> Spans:
    """Return the spans of the names that link finds in a text."""
    document = annotate.document(Article(id="g", title="", text=text, language="de"))
    return {(one.start, one.end) for one in link.record(document, extract.claims(document)).persons}


def main() -> None:
    """Print recall and precision, exact and with any overlap, of all names and of those of two words or more."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    gold = hits = ours = touched = long_gold = long_touched = full = held = 0
    for text, spans in sentences(options.path):
        mine = found(text)
        gold, ours, hits = gold + len(spans), ours + len(mine), hits + len(spans & mine)
        near = {one for one in spans if any(one[0] < end and start < one[1] for start, end in mine)}
        right = {one for one in mine if any(one[0] < end and start < one[1] for start, end in spans)}
        touched, held = touched + len(near), held + len(right)
        long = {one for one in spans if " " in text[one[0] : one[1]]}
        long_gold, long_touched, full = long_gold + len(long), long_touched + len(long & near), full + len(mine - right)
        for sign, odd in (("-", long - near), ("+", mine - right)):
            for start, end in sorted(odd):
                if options.show > 0:
                    options.show -= 1
                    print(f"{sign} {text[start:end]!r}: {text[max(0, start - 50) : end + 40]}")
    print(f"{gold} names, {ours} found, exact: recall {hits / gold:.3f}, precision {hits / ours:.3f}")
    print(
        f"any overlap: recall {touched / gold:.3f}, precision {held / ours:.3f}; {full} found are no names of persons"
    )
    print(f"names of two words or more: {long_touched} of {long_gold} touched, {long_touched / long_gold:.3f}")


if __name__ == "__main__":
    main()
