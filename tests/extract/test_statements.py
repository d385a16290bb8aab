"""Who said what: the cases of tests/cases/LANGUAGE/statements.yaml, and what a statement holds."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from lagebild.annotate import document
from lagebild.extract.attribution import attributions
from lagebild.extract.statements import statements
from lagebild.model import Article, Span, Statement

CASES = Path(__file__).parent.parent / "cases"


def _cases() -> list[Any]:
    return [
        pytest.param(
            language,
            case,
            id=f"{language}-{case['id']}",
            marks=[pytest.mark.xfail(reason=case["known_gap"], strict=True)] if "known_gap" in case else [],
        )
        for language in ("de", "en")
        for case in yaml.safe_load((CASES / language / "statements.yaml").read_text(encoding="utf-8"))["cases"]
    ]


def _said(text: str, language: str = "de") -> list[Statement]:
    read = document(Article(id="a", title="", text=text, language=language))
    return list(statements(read, attributions(read)))


def _written(found: Statement) -> str:
    parts = (found.form, _words(found.quote), _words(found.cue), _words(found.speaker))
    return " | ".join(parts).replace("|  |", "| |")


def _words(spans: tuple[Span, ...]) -> str:
    return " … ".join(span.quote for span in spans)


@pytest.mark.parametrize(("language", "case"), _cases())
def test_who_said_what(language: str, case: dict[str, Any]) -> None:
    assert [_written(found) for found in _said(case["text"], language)] == case["said"]


def test_whom_a_pronoun_means_is_kept_as_the_text_words_it() -> None:
    (found,) = _said("Die Hafenmeisterin kam. Sie sagte, die Kräne seien alt.")
    assert (found.speaker[0].quote, found.speaker_name) == ("Sie", "Die Hafenmeisterin")
    (found,) = _said("Sie sagte, die Kräne seien alt.")
    assert (found.speaker[0].quote, found.speaker_name) == ("Sie", None)


def test_every_span_quotes_the_text_and_ids_differ() -> None:
    text = "„Der Hafen“, sagte Otto Rehm, „muss weg.“ Er sei „zu klein“. Laut der Reederei bleibt er."
    found = _said(text)
    spans = [span for one in found for span in (*one.quote, *one.cue, *one.speaker, one.evidence)]
    assert spans
    assert all(text[span.start : span.end] == span.quote for span in spans)
    assert len({one.id for one in found}) == len(found)


def test_the_evidence_holds_quote_cue_and_speaker() -> None:
    (found,) = _said("Am Morgen sagte Otto Rehm, der Hafen sei zu klein.")
    assert found.evidence.quote == "sagte Otto Rehm, der Hafen sei zu klein"
