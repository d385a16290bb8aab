"""What time expressions stand for: the cases of tests/cases/<language>/times.yaml."""

from pathlib import Path

import pytest
import yaml

from lagebild.annotate.dates import mentions
from lagebild.link.times import times
from lagebild.model import Article, Document

WEDNESDAY = "2025-04-30"
CASES = [
    pytest.param(language, case["text"], case["times"], id=f"{language}-{case['id']}")
    for language in ("de", "en")
    for case in yaml.safe_load(
        (Path(__file__).parents[1] / "cases" / language / "times.yaml").read_text(encoding="utf-8")
    )["cases"]
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_a_time_expression_stands_for_its_value(language: str, text: str, expected: list[str]) -> None:
    article = Article(id="a", title="", text=text, language=language, published=WEDNESDAY)
    found = [
        f"{time.quote} => {time.type} {time.value} {time.mod or ''}".rstrip()
        for time in times(Document(article, (), (), mentions(article)))
    ]
    assert found == expected
