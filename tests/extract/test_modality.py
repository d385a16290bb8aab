"""How sure a count is: the cases of tests/cases/de/modality.yaml."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from lagebild.annotate import document
from lagebild.extract.attribution import attributions
from lagebild.extract.modality import is_asserted, modality
from lagebild.model import Article, Document, Modality, Sentence

CASES = Path(__file__).parent.parent / "cases" / "de" / "modality.yaml"


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


def _read(text: str) -> Document:
    return document(Article(id="a", title="", text=text, language="de"))


def _place(read: Document, word: str) -> tuple[Sentence, tuple[int, int]]:
    for sentence in read.sentences:
        for n, token in enumerate(sentence.tokens):
            if token.text == word:
                return sentence, (n, n + 1)
    raise AssertionError(word)


def _modality(text: str, count: str, measure: str) -> Modality | None:
    read = _read(text)
    sentence, where = _place(read, count)
    return modality(sentence, where, _place(read, measure)[1], attributions(read))


@pytest.mark.parametrize("case", _cases())
def test_how_sure_a_count_is(case: dict[str, Any]) -> None:
    assert _modality(case["text"], case["count"], case["measure"]) == case["modality"]


def test_a_plan_is_not_asserted_and_a_hedged_report_is() -> None:
    sentence, count = _place(read := _read("Morgen sollen 30 Soldaten verlegt werden."), "30")
    assert not is_asserted(sentence, count, _place(read, "verlegt")[1])
    sentence, count = _place(read := _read("Gestern sollen 30 Soldaten verlegt worden sein."), "30")
    assert is_asserted(sentence, count, _place(read, "verlegt")[1])
