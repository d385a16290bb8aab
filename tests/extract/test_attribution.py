"""Who says so: the cases of tests/cases/de/attribution.yaml, and what an attribution holds."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from lagebild.annotate import document
from lagebild.extract.attribution import attributions, sources_of
from lagebild.model import Article, Document, Source

CASES = Path(__file__).parent.parent / "cases" / "de" / "attribution.yaml"


def _cases() -> list[Any]:
    content = yaml.safe_load(CASES.read_text(encoding="utf-8"))["cases"]
    return [
        pytest.param(
            case,
            id=case["id"],
            marks=[pytest.mark.xfail(reason=case["known_gap"], strict=True)] if "known_gap" in case else [],
        )
        for case in content
    ]


def _read(text: str, title: str = "") -> Document:
    return document(Article(id="a", title=title, text=text, language="de"))


def _sources(text: str, count: str) -> tuple[Source, ...]:
    read = _read(text)
    start = text.index(count)
    return sources_of(attributions(read), "text", start, start + len(count))


@pytest.mark.parametrize("case", _cases())
def test_the_sources_of_a_count(case: dict[str, Any]) -> None:
    found = _sources(case["text"], case["count"])
    assert [source.text for source in found] == case["sources"]
