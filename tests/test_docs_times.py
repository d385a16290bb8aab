"""The table of docs/times.md is what the grammar does: each example is read so, and no way of resolving is left out."""

import re
from pathlib import Path
from typing import get_args

import pytest

from lagebild.annotate.dates import mentions
from lagebild.link.times import times
from lagebild.model import Article, Document
from lagebild.vocabulary import load
from lagebild.vocabulary.dates import DateRule, Resolver

WEDNESDAY = "2025-04-30"
TEXT = (Path(__file__).parents[1] / "docs" / "times.md").read_text(encoding="utf-8")
TABLE = TEXT.split("<!-- times -->")[1].split("<!-- /times -->")[0]
ROWS = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in TABLE.strip().splitlines()[2:]]
EXAMPLES = [
    pytest.param(language, example, (kind, value, mod or None), id=f"{language}-{name}")
    for name, german, english, kind, value, mod in ROWS
    for language, example in (("de", german), ("en", english))
]


def document(language: str, example: str) -> Document:
    text = re.sub(r"[\[\]]", "", example)
    article = Article(id="a", title="", text=text, language=language, published=WEDNESDAY)
    return Document(article, (), (), mentions(article))


@pytest.mark.parametrize(("language", "example", "expected"), EXAMPLES)
def test_an_example_of_the_page_is_read_so(language: str, example: str, expected: tuple[str, str, str | None]) -> None:
    found = [(time.quote, time.type, time.value, time.mod) for time in times(document(language, example))]
    assert found == [(example.partition("[")[2].partition("]")[0], *expected)]


def test_every_way_of_resolving_has_an_example() -> None:
    resolvers = {(lang, rule.id): rule.resolver for lang in ("de", "en") for rule in load(lang, "dates", DateRule)}
    shown = {
        resolvers[language, mention.rule]
        for _, german, english, *_ in ROWS
        for language, example in (("de", german), ("en", english))
        for mention in document(language, example).dates
    }
    assert shown == set(get_args(Resolver))
