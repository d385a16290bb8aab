"""The set of origins: when a name is right, and what a row is worth."""

import json
from pathlib import Path
from typing import Any

import pytest

from lagebild.evaluate.origins import Gold, bare, gold, measured, misses

ROW = {"origin_report": "r", "measure": "killed", "low": 2, "high": 2, "source": "Feuerwehr"}
LANGUAGES = {"r": "de", "s": "en"}
CITATION = {"report": "r", "outlet": "Morgenkurier", "original_source": "Feuerwehr"}


def record(*names: str, role: str = "origin", low: int = 2) -> dict[str, Any]:
    """Return a record with one figure and its sources; "via X" is one that passes on."""
    sources = [{"name": n.removeprefix("via "), "role": "via" if n.startswith("via ") else role} for n in names]
    figure = {"kind": "figure", "measure": "killed", "low": low, "high": low, "sources": sources}
    return {"claims": [figure, {"kind": "statement"}]}


@pytest.mark.parametrize(
    ("name", "expected"),
    [("die Feuerwehr", "feuerwehr"), ("The City’s mayor", "city's mayor"), ("Ministeriums", "ministeriums"), ("", "")],
)
def test_bare(name: str, expected: str) -> None:
    assert bare(name) == expected


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (record("Feuerwehr"), 1),
        (record("Sprecher der Wehr"), 1),
        (record("Polizei", "Feuerwehr"), 1),
        (record("Feuerwehren"), 0),
        (record("Sprecher"), 0),
        (record("via Feuerwehr"), 0),
        (record("Feuerwehr", low=3), 0),
        (record(), 0),
        ({"claims": []}, 0),
    ],
)
def test_a_row_is_right_by_the_name_of_an_origin(found: dict[str, Any], right: int) -> None:
    of = Gold((ROW,), (), {("r", "Feuerwehr"): ("Sprecher der Wehr",)}, LANGUAGES)
    assert measured(of, {"r": found}) == {"origins/de": {"name_right": right, "named_right": right}}
    assert len(list(misses(of, {"r": found}))) == 1 - right


@pytest.mark.parametrize(("found", "right"), [(record(), 1), (record("Polizei"), 0)])
def test_a_row_without_a_source_is_right_where_the_figure_has_none(found: dict[str, Any], right: int) -> None:
    of = Gold(({**ROW, "source": None},), (), {}, LANGUAGES)
    assert measured(of, {"r": found}) == {"origins/de": {"name_right": right}}


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (record("Feuerwehr", "via Morgenkurier"), 1),
        (record("Feuerwehr"), 0),
        (record("Morgenkurier", "via Feuerwehr"), 0),
    ],
)
def test_a_citation_needs_both(found: dict[str, Any], right: int) -> None:
    assert measured(Gold((), (CITATION,), {}, LANGUAGES), {"r": found}) == {"origins/de": {"citation_right": right}}


def test_rows_count_in_the_language_of_their_report() -> None:
    other = {**ROW, "origin_report": "s"}
    found = measured(Gold((ROW, other), (), {}, LANGUAGES), {"r": record("Feuerwehr"), "s": record("police")})
    assert found == {
        "origins/de": {"name_right": 1, "named_right": 1},
        "origins/en": {"name_right": 0, "named_right": 0},
    }


def test_a_report_that_gave_no_record_is_wrong() -> None:
    assert measured(Gold((ROW,), (), {}, LANGUAGES), {}) == {"origins/de": {"name_right": 0, "named_right": 0}}


def test_gold_is_none_where_a_file_is_absent(tmp_path: Path) -> None:
    assert gold(tmp_path, tmp_path) is None
    for name, row in (
        ("incidents", {"history": [ROW]}),
        ("citations", CITATION),
        ("reports", {"id": "r", "language": "de"}),
    ):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row), encoding="utf-8")
    found = gold(tmp_path, tmp_path)
    assert found is not None
    assert (found.history, found.citations) == ((ROW,), (CITATION,))
    assert found.languages == {"r": "de"}
    assert found.names("r", "Feuerwehr") == {"feuerwehr"}


def test_every_wording_is_of_a_source_once() -> None:
    path = Path(__file__).parents[2] / "evaluation" / "origins" / "wordings.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    keys = [(row["report"], row["source"]) for row in rows]
    assert len(keys) == len(set(keys))
    assert all(bare(name) != bare(row["source"]) for row in rows for name in row["names"])
