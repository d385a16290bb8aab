"""Cases of what English sentences count, as data, through annotate and extract; no model is mocked."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from lagebild import annotate, extract
from lagebild.model import Article, Figure

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "en" / "figures.yaml").read_text(encoding="utf-8")
)["cases"]


def figures(text: str, title: str = "") -> tuple[Figure, ...]:
    article = Article(id="case", title=title, text=text, language="en")
    return extract.claims(annotate.document(article)).figures


def told(figure: Figure) -> str:
    words = [figure.measure, str(figure.low), str(figure.high), figure.qualifier, *figure.group]
    return " ".join([*words, "part"] if figure.extent == "part" else words)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in CASES])
def test_counts_what_the_sentence_says(case: dict[str, Any]) -> None:
    assert [told(figure) for figure in figures(case["text"], case.get("title", ""))] == case["figures"]


def test_ids_of_cases_stand_once() -> None:
    ids = [case["id"] for case in CASES]
    assert len(ids) == len(set(ids))
