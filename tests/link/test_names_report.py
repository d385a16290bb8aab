"""One name for one source over a report: the cases of tests/cases/*/source_names.yaml; chains; parties."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from _pytest.mark import ParameterSet

from lagebild import link
from lagebild.annotate import document
from lagebild.extract import claims
from lagebild.model import Article, Event, Figure, Source, Statement

CASES = Path(__file__).parent.parent / "cases"


def _cases(name: str) -> Iterator[ParameterSet]:
    for language in ("de", "en"):
        rows = yaml.safe_load((CASES / language / f"{name}.yaml").read_text(encoding="utf-8"))["cases"]
        yield from (pytest.param(language, row, id=f"{language}-{row['id']}") for row in rows)


@pytest.mark.parametrize(("language", "case"), list(_cases("source_names")))
def test_the_names_of_the_sources_of_a_count(language: str, case: dict[str, object]) -> None:
    read = document(Article("a", "", str(case["text"]), language))
    figures = [claim for claim in link.record(read, claims(read)).claims if isinstance(claim, Figure)]
    figure = next(figure for figure in figures if str(case["count"]) in figure.count.quote)
    assert [source.name for source in figure.sources] == case["names"]


def test_figures_statements_and_events_name_a_source_alike() -> None:
    text = (
        "Die dänische Küstenwache suchte lange. Die Behörde teilte mit, drei Männer seien vermisst. "
        "Norwegen schickt nach Angaben der Behörde 40 Soldaten nach Schweden."
    )
    read = document(Article("a", "", text, "de"))
    found = link.record(read, claims(read)).claims
    names = {source.name for claim in found if isinstance(claim, Figure | Event) for source in claim.sources}
    assert names == {"dänische Küstenwache"}
    assert {claim.speaker_name for claim in found if isinstance(claim, Statement)} == {"dänische Küstenwache"}
    assert {type(claim) for claim in found} == {Figure, Statement, Event}


@pytest.mark.parametrize(("language", "case"), list(_cases("source_party")))
def test_who_is_a_party(language: str, case: dict[str, object]) -> None:
    read = document(Article("a", "", str(case["text"]), language))
    figures = [claim for claim in link.record(read, claims(read)).claims if isinstance(claim, Figure)]
    assert [source.party for figure in figures for source in figure.sources] == [case["party"]]


@pytest.mark.parametrize(("language", "case"), list(_cases("source_chains")))
def test_the_chain_of_the_sources_of_a_count(language: str, case: dict[str, object]) -> None:
    read = document(Article("a", "", str(case["text"]), language))
    figures = [claim for claim in link.record(read, claims(read)).claims if isinstance(claim, Figure)]
    figure = next(figure for figure in figures if str(case["count"]) in figure.count.quote)
    assert [_told(source) for source in figure.sources] == case["chain"]


def _told(source: Source) -> str:
    """Return a source's name with what it does besides asserting at first hand."""
    does = "via" if source.role == "via" else "" if source.stance == "asserts" else source.stance
    return f"{does} {source.name}".strip()
