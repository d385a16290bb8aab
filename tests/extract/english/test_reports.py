"""Figures of English reports with how sure they are and who says so, as data, through annotate and extract."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from lagebild import annotate, extract
from lagebild.model import Article, Figure

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "en" / "reports.yaml").read_text(encoding="utf-8")
)["cases"]


def told(figure: Figure) -> str:
    ends = ("none" if end is None else str(end) for end in (figure.low, figure.high))
    words = [figure.measure, *ends, figure.qualifier]
    if figure.modality != "stated":
        words.append(figure.modality)
    if figure.sources:
        words.append(f"@ {figure.sources[0].text}")
    return " ".join(words)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=case["id"],
            marks=[pytest.mark.xfail(reason=case["known_gap"])] if "known_gap" in case else [],
        )
        for case in CASES
    ],
)
def test_reads_figures_and_their_sources(case: dict[str, Any]) -> None:
    article = Article(id="case", title=case.get("title", ""), text=case["text"], language="en")
    figures = extract.claims(annotate.document(article)).figures
    assert [told(figure) for figure in figures] == case["figures"]
    if "groups" in case:
        assert [list(figure.group) for figure in figures] == case["groups"]


def test_ids_of_cases_stand_once() -> None:
    ids = [case["id"] for case in CASES]
    assert len(ids) == len(set(ids))
