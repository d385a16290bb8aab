"""Findings as a linter prints them: text, JSON, SARIF, annotations of a workflow."""

import json
from pathlib import Path

import pytest

from lagebild.model import Finding, Span
from lagebild.report import findings as forms
from tests import builders


@pytest.fixture
def found(tmp_path: Path) -> forms.Located:
    """Return a finding about the second line of a file whose first line is the title."""
    of = builders.article(text="Erste Zeile.\nZweite: 5 Tote.")
    file = tmp_path / "ein Bericht.txt"
    file.write_text(f"{of.title}\n{of.text}", encoding="utf-8")
    made = Finding(
        "LB101", "value-differs", "Kasten: 7, Text: 5.", "Angleichen, 100 %.", of.id, (builders.span(of, "5"),)
    )
    return forms.located(made, of, str(file))


def test_a_finding_stands_at_its_line_and_column_in_the_file(found: forms.Located) -> None:
    assert (found.line, found.column) == (3, 9)
    first, second = forms.text(found).split("\n")
    assert first.endswith("ein Bericht.txt:3:9: LB101 [value-differs] Kasten: 7, Text: 5.")
    assert second.strip() == "Angleichen, 100 %."


def test_a_finding_whose_text_is_not_in_the_file_to_the_letter_has_no_line(tmp_path: Path) -> None:
    of = builders.article()
    row = Finding("LB101", "value-differs", "x", "y", of.id, (Span("text", 0, 5, of.text[:5]),))
    placed = forms.located(row, of, str(tmp_path / "many.jsonl"))
    assert (placed.line, placed.file) == (0, f"{tmp_path / 'many.jsonl'}#{of.id}")
    assert "region" not in forms.sarif([placed])


@pytest.mark.parametrize(("times", "line"), [(1, 3), (2, 0)])
def test_a_finding_in_a_page_stands_where_its_words_do_if_they_do_once(tmp_path: Path, times: int, line: int) -> None:
    of = builders.article(text="Die Polizei nannte acht Verletzte.")
    file = tmp_path / "page.html"
    file.write_text("<html>\n<body>\n" + "<p>Die Polizei nannte <b>acht Verletzte</b>.</p>\n" * times)
    row = Finding("LB101", "value-differs", "x", "y", of.id, (builders.span(of, "acht Verletzte"),))
    placed = forms.located(row, of, str(file))
    assert (placed.line, placed.column) == (line, 26 if line else 0)


def test_sarif_names_rule_level_place_and_message(found: forms.Located) -> None:
    log = json.loads(forms.sarif([found]))
    assert log["version"] == "2.1.0"
    run = log["runs"][0]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert rules["LB101"]["defaultConfiguration"]["level"] == "error"
    result = run["results"][0]
    assert (result["ruleId"], result["level"]) == ("LB101", "error")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].endswith("/ein%20Bericht.txt")
    assert place["region"] == {"startLine": 3, "startColumn": 9, "snippet": {"text": "5"}}


def test_an_annotation_escapes_what_would_end_it(found: forms.Located) -> None:
    line = forms.github(found)
    assert line.startswith("::error file=")
    assert ",line=3,col=9,title=LB101 value-differs::Kasten: 7, Text: 5. Angleichen, 100 %25." in line


def test_json_lists_each_finding_with_its_place(found: forms.Located) -> None:
    rows = json.loads(forms.listed([found]))
    assert [(row["code"], row["line"], row["spans"][0]["quote"]) for row in rows] == [("LB101", 3, "5")]
