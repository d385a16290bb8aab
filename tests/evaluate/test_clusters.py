"""The scores of clusters are those of the scorer beside the data; likeness of texts alone is measured beside them."""

import json
from pathlib import Path

import pytest

from lagebild.evaluate import clusters
from lagebild.merge import incidents
from lagebild.model import Record
from tests.merge.reports import report

SCORER = """
import json, sys
verb, gold, found = sys.argv[1:]
rows = [json.loads(line) for line in open(found)]
together = sum(len(row["reports"]) for row in rows) - len(rows)
print("reports 3  gold clusters 2  found", len(rows))
print(f"pairwise  P 1.000  R 1.000  F1 {together / 2:.3f}")
print("B-cubed   P 1.000  R 1.000  F1 0.750")
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "score").mkdir()
    (tmp_path / "score" / "score_sets.py").write_text(SCORER, encoding="utf-8")
    (tmp_path / "data" / "stories").mkdir(parents=True)
    (tmp_path / "data" / "multi").mkdir()
    stories = [{"id": name, "story": number} for name, number in (("a", 1), ("b", 1), ("c", 2))]
    incidents = [{"incident": "x", "reports": ["a", "b"], "also_in": ["c"]}]
    for path, rows in (("stories/articles.jsonl", stories), ("multi/incidents.jsonl", incidents)):
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / "data" / path).write_text(text, encoding="utf-8")
    return tmp_path / "data"


def records() -> tuple[Record, ...]:
    """Return two reports of one incident and one of another."""
    return (
        report("a", "Gera", "2026-03-03", text="Am Güterbahnhof in Gera fielen Schüsse, ein Rangierer floh."),
        report("b", "Gera", "2026-03-03", text="Schüsse am Güterbahnhof in Gera: Ein Rangierer konnte fliehen."),
        report("c", "Linz", "2026-09-09", text="In Linz hat ein Segelflieger die Donaubrücke gestreift."),
    )


def test_a_set_is_scored_by_the_scorer_beside_the_data(data: Path) -> None:
    found = clusters.measured(data, {"stories": records()})
    assert found == {"stories": {"pairwise_f1": 0.5, "cubed_f1": 0.75}}


def test_reports_that_tell_of_an_incident_beside_are_scored_too(data: Path) -> None:
    scorer = data.parent / clusters.SCORER
    found = clusters.invented(data / "multi", scorer, incidents(records()))
    assert found["pairwise_f1"] == 0.5
    assert set(found) == {"pairwise_f1", "cubed_f1", "beside_pairwise_f1", "beside_cubed_f1"}


def test_gold_tells_the_incident_of_each_report(data: Path) -> None:
    assert clusters.gold(data, "stories") == [("1", "a"), ("1", "b"), ("2", "c")]


def test_sets_without_gold_records_or_scorer_have_no_scores(data: Path) -> None:
    assert clusters.measured(data, {"gva": records()}) == {}
    assert clusters.measured(data, {"stories": ()}) == {}
    (data.parent / "score" / "score_sets.py").unlink()
    assert clusters.measured(data, {"stories": records()}) == {}


def test_likeness_of_texts_alone_is_measured_at_its_best_threshold(data: Path) -> None:
    found = clusters.rivals(data, {"stories": records()})["stories"]
    assert set(found) == {clusters.EMBEDDING, clusters.TFIDF}
    assert all(score["pairwise_f1"] >= 0.5 and score["threshold"] > 0 for score in found.values())
