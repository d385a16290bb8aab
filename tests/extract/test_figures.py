"""Cases of what is counted, as data, through annotate and extract; no model is mocked."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from lagebild import annotate, extract
from lagebild.model import Article, Figure

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "de" / "figures.yaml").read_text(encoding="utf-8")
)["cases"]


def figures(text: str, title: str = "") -> tuple[Figure, ...]:
    article = Article(id="case", title=title, text=text, language="de")
    return extract.claims(annotate.document(article)).figures


def told(figure: Figure) -> str:
    words = [figure.measure, str(figure.low), str(figure.high), figure.qualifier, *figure.group]
    return " ".join([*words, "part"] if figure.extent == "part" else words)


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
def test_counts_what_the_sentence_says(case: dict[str, Any]) -> None:
    assert [told(figure) for figure in figures(case["text"], case.get("title", ""))] == case["figures"]


def test_ids_of_cases_stand_once() -> None:
    ids = [case["id"] for case in CASES]
    assert len(ids) == len(set(ids))


def test_every_span_quotes_its_text_and_holds_the_count() -> None:
    text = "Am Montag starben drei Menschen, darunter ein Kind. Das teilte die Feuerwehr mit."
    found = figures(text, "Drei Tote")
    assert len(found) == 3
    for figure in found:
        source = {"title": "Drei Tote", "text": text}[figure.evidence.field]
        assert source[figure.evidence.start : figure.evidence.end] == figure.evidence.quote
        assert figure.evidence.start <= figure.count.start
        assert figure.count.end <= figure.evidence.end


def test_id_is_the_same_over_runs_and_differs_by_measure() -> None:
    once, again = figures("Drei Menschen starben."), figures("Drei Menschen starben.")
    other = figures("Drei Menschen weinten, drei Menschen wurden verletzt.")
    assert once[0].id == again[0].id
    assert once[0].id != other[0].id
