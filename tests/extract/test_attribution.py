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


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("„Wir haben am Morgen neun Tote gefunden“, sagte ein Taucher.", "direct"),
        ("Ein Taucher sagte, neun Menschen seien tot.", "indirect"),
        ("Ein Taucher sprach von neun Toten.", "reported"),
        ("Neun Menschen seien tot, sagte ein Taucher. Drei seien verletzt worden.", "free_indirect"),
    ],
)
def test_the_form_of_what_is_said(text: str, form: str) -> None:
    assert attributions(_read(text))[-1].form == form


def test_the_cue_is_the_word_that_reports() -> None:
    (found,) = attributions(_read("Laut der Bergwacht sind drei Wanderer tot."))
    assert [span.quote for span in found.cue] == ["Laut"]
    (found,) = attributions(_read("Drei Wanderer sind tot, sagte die Bergwacht."))
    assert [span.quote for span in found.cue] == ["sagte"]


def test_an_outlet_that_leans_on_somebody_has_passed_it_on() -> None:
    found = _sources("Wie die „Bucht-Zeitung“ unter Berufung auf die Marine berichtet, starben neun Menschen.", "neun")
    assert [source.role for source in found] == ["origin", "via"]


def test_who_denies_and_who_confirms_is_told_apart() -> None:
    denied = _sources("Die Armee bestritt, dass neun Menschen getötet worden seien.", "neun")
    confirmed = _sources("Die Armee bestätigte, dass neun Menschen getötet worden seien.", "neun")
    said = _sources("Die Armee sagte, dass neun Menschen getötet worden seien.", "neun")
    assert [found[0].stance for found in (denied, confirmed, said)] == ["denies", "confirms", "asserts"]


def test_a_headline_speaks_for_itself_and_not_for_the_text() -> None:
    read = _read("Vier Menschen seien tot.", title="Polizei: Vier Tote in Olmen")
    found = attributions(read)
    assert [source.text for source in sources_of(found, "title", 9, 13)] == ["Polizei"]
    assert sources_of(found, "text", 0, 4) == ()


def test_every_span_quotes_the_text() -> None:
    text = "Jan Holub, der Landrat, teilte mit, neun Menschen seien tot. Das bestätigte die „Bucht-Zeitung“ nicht."
    read = _read(text)
    for found in attributions(read):
        for source in found.sources:
            assert text[source.start : source.end] == source.quote == source.text
        for cue in found.cue:
            assert text[cue.start : cue.end] == cue.quote


def test_nothing_is_attributed_in_an_empty_text() -> None:
    assert attributions(_read("")) == ()
