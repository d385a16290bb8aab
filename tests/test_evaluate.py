"""Evaluation: the scorer's own numbers, floors that only rise, changes by name."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import lagebild
from lagebild.evaluate import Evaluation, floors
from lagebild.evaluate.causes import cause_of, causes
from lagebild.evaluate.changes import Comparison
from lagebild.evaluate.dead import dead
from lagebild.evaluate.floors import Floor
from lagebild.evaluate.runs import Extractions, older
from lagebild.evaluate.scores import Unmeasured, Workshop, numbers
from lagebild.evaluate.sets import GoldSet, gold_sets, unlabelled
from lagebild.evaluate.tables import HELD, Column, held, reach, table
from lagebild.model import Record

SHARED = Path(__file__).parents[2] / "shared" / "data"
SCORER = """import json, sys
rows = [json.loads(line) for line in open(sys.argv[3], encoding="utf-8")]
if "--misses" in sys.argv:
    print("missed   a: killed 2..2 | zwei starben" if len(rows) < 2 else "made up  a: killed 3..3 | drei starben")
else:
    print(json.dumps({"articles": 1, "figures_gold": 2, "figures_found": len(rows), "figures_f1": 0.5}))
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data folder with one set in two languages, and a scorer beside it that always gives .5."""
    folder = tmp_path / "data" / "multi"
    folder.mkdir(parents=True)
    (tmp_path / "score").mkdir()
    (tmp_path / "score" / "score.py").write_text(SCORER)
    texts = {"a": ("de", "Bei einem Unfall starben zwei Menschen."), "b": ("en", "Two people died in a crash.")}
    rows = [{"id": name, "title": "", "text": text, "language": code} for name, (code, text) in texts.items()]
    (folder / "reports.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (folder / "gold.jsonl").write_text("".join(json.dumps({"id": name, "box": BOX}) + "\n" for name in texts))
    return tmp_path / "data"


BOX = {"type": "accident.road", "place": None, "country": None, "date": None, "killed": {"low": 2, "high": 2}}


def gold_set(data: Path) -> GoldSet:
    return gold_sets(data, ("multi",), data)[0]


def test_the_sets_are_told_apart_by_language(data: Path) -> None:
    assert [each.key for each in gold_sets(data, ("gold", "multi"), data)] == ["multi/de", "multi/en"]


def test_the_number_is_the_scorers_in_each_language(data: Path, tmp_path: Path) -> None:
    with Evaluation(data, ("multi",), tmp_path / "floors.json") as evaluation:
        shown = "\n".join(evaluation.table())
    assert evaluation.scores["multi/de"] == {"articles": 1, "figures_gold": 2, "figures_found": 2, "figures_f1": 0.5}
    assert evaluation.scores["multi/en"] == evaluation.scores["multi/de"]
    assert "multi/de: 1 articles, 2 figures, 2 found" in shown


def test_a_language_that_is_not_read_is_not_measured(data: Path, tmp_path: Path) -> None:
    row = {"id": "c", "title": "", "text": "Deux personnes sont mortes.", "language": "fr"}
    (data / "multi" / "reports.jsonl").write_text(json.dumps(row) + "\n")
    with Evaluation(data, ("multi",), tmp_path / "floors.json") as evaluation:
        shown = "\n".join(evaluation.table())
    assert isinstance(evaluation.scores["multi/fr"], Unmeasured)
    assert "multi/fr: not measured: " in shown


def test_a_set_that_is_absent_is_told(data: Path, tmp_path: Path) -> None:
    with Evaluation(data, ("multi", "krauts", "pages"), tmp_path / "floors.json") as evaluation:
        shown = list(evaluation.table())
    assert [line.rpartition(" ")[2] for line in shown if "has no set" in line] == ["krauts", "pages"]


def test_absent_data_and_absent_scorers_are_told(data: Path, tmp_path: Path) -> None:
    with Evaluation(tmp_path / "none", (), tmp_path / "f.json") as evaluation:
        assert next(evaluation.table()).startswith("not measured: ")
    (data.parent / "score" / "score.py").unlink()
    with Evaluation(data, ("multi",), tmp_path / "f.json") as evaluation:
        assert "the scorer is absent" in "\n".join(evaluation.table())


def test_floors_rise_and_never_fall(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    with Evaluation(data, ("multi",), path) as evaluation:
        _check_floors(evaluation, path)


def _check_floors(evaluation: Evaluation, path: Path) -> None:
    assert evaluation.under_floors() == ["there are no floors: write them with --write-floors"]
    assert evaluation.raise_floors() == [f"multi/{code}: figures_f1 0.0000 → 0.5000" for code in ("de", "en")]
    assert evaluation.under_floors() == []
    kept = floors.read(path)
    floors.write(path, kept | {"multi/de": replace(kept["multi/de"], numbers={"figures_f1": 0.6})})
    assert evaluation.raise_floors() == ["no floor was raised"]
    assert floors.read(path)["multi/de"].numbers == {"figures_f1": 0.6}
    assert "under its floor 0.6000" in evaluation.under_floors()[0]


def test_a_fall_within_the_tolerance_is_borne(data: Path) -> None:
    of = gold_set(data)
    held = {"multi/de": Floor(of.sha256, {"figures_f1": 0.5})}
    assert floors.under(held, {of.key: of.sha256}, {of.key: {"figures_f1": 0.4901}}, ("multi",)) == []
    assert floors.under(held, {of.key: of.sha256}, {of.key: {"figures_f1": 0.4899}}, ("multi",)) != []
    assert floors.under(held, {of.key: of.sha256}, {of.key: {"figures_f1": 0.1}}, ("gold",)) == []


def test_other_gold_and_absent_gold_fail_the_check(data: Path) -> None:
    of = gold_set(data)
    held = {"multi/de": Floor("another", {"figures_f1": 0.1})}
    assert (
        "the gold is not the one"
        in floors.under(held, {of.key: of.sha256}, {of.key: {"figures_f1": 0.5}}, ("multi",))[0]
    )
    assert floors.under(held, {}, {}, ("multi",)) == ["multi/de: not measured: the set is absent"]
    kept, said = floors.raised(held, {of.key: of.sha256}, {of.key: {"figures_f1": 0.5}})
    assert (kept, "left alone" in said[0]) == (held, True)


def test_changes_are_told_by_name(data: Path, tmp_path: Path) -> None:
    def row(high: int, source: str, date: str | None, name: str = "a") -> dict[str, object]:
        count = {"field": "text", "start": 3, "end": 7, "quote": "zwei"}
        claim = {"kind": "figure", "measure": "killed", "low": 2, "high": high, "count": count}
        claim |= {"sources": [{"text": source}], "evidence": {"quote": "zwei\nstarben"}}
        return {"article": {"id": name, "language": "de"}, "claims": [claim], "box": {**BOX, "date": date}}

    comparison = Comparison(Workshop(data.parent / "score", tmp_path), "HEAD")
    before = Extractions({"a": row(2, "die Polizei", None)})
    now = Extractions({"a": row(2, "der Polizei", "2026-01"), "b": row(3, "x", None, "b")})
    told = "\n".join(comparison.labelled(gold_set(data), before, now))
    assert "newly found: 1\n    a: killed 2..2 | zwei starben" in told
    assert "newly made up: 1\n    a: killed 3..3 | drei starben" in told
    assert "sources changed: 1\n    a: die Polizei → der Polizei | killed 2..2 | zwei starben" in told
    assert "box fields changed: 1\n    a: date None → 2026-01 (gold: None)" in told
    assert "new figures: 1\n    b: killed 2..3 | zwei starben" in "\n".join(comparison.unlabelled(before, now))


def test_the_unlabelled_articles_are_always_the_same_and_have_no_gold(data: Path, tmp_path: Path) -> None:
    (data / "wikinews-de").mkdir()
    (data / "gold").mkdir()
    rows = [{"id": f"w{number}", "text": "x"} for number in range(400)]
    (data / "wikinews-de" / "articles.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (data / "gold" / "de.articles.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows[:50]))
    once = unlabelled(data, tmp_path / "once.jsonl").read_text()
    assert once == unlabelled(data, tmp_path / "twice.jsonl").read_text()
    names = {json.loads(line)["id"] for line in once.splitlines()}
    assert len(names) == 300
    assert not names & {f"w{number}" for number in range(50)}


def test_a_revision_that_is_not_there_is_told(data: Path) -> None:
    found = older("no-such-revision", [gold_set(data).articles])
    assert isinstance(found, Unmeasured)
    assert "no-such-revision" in found.reason


def test_the_table_shows_what_is_short_of_the_goal_with_languages_side_by_side() -> None:
    score = {"articles": 1.0, "figures_gold": 2.0, "figures_found": 2.0, "figures_f1": 0.7, "sources_f1": 0.9}
    columns = [Column(f"gold/{code}", score, "the regular expression", {"figures_f1": 0.42}) for code in ("de", "en")]
    shown = list(table(columns))
    assert shown[0] == "gold/de: 1 articles, 2 figures, 2 found; to beat: the regular expression"
    assert shown[4].split() == ["figures_f1", "0.700", "0.420", "0.850", "0.150", "0.700", "0.420", "0.800", "0.100"]
    assert shown[5].split() == ["sources_f1", "0.900", "0.720", "0.900", "0.700"]
    assert reach("contrast/de", "figures_f1_group_3") == 0.75
    assert all(reach("gold/de", name) is not None for name in HELD)


DATES = """strict           P 0.861  R 0.839  F1 0.850
strict + value   P 0.739  R 0.720  F1 0.729
"""
PLACES = """gold 20  found 0.900  answered 0.800
within 161 km: of answered 0.750  of all 0.600  median error 5.1 km
"""
COUNTS = "killed   of 4: exact 0.250  low 0.500  high 0.750\n"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (DATES, {"strict_f1": 0.85, "strict_value_f1": 0.729}),
        (PLACES, {"found": 0.9, "answered": 0.8, "within": 0.75}),
        (COUNTS, {"killed_exact": 0.25}),
    ],
)
def test_the_numbers_of_the_scorer_of_sets_are_read(printed: str, expected: dict[str, float]) -> None:
    assert held(numbers(printed)) == expected


@pytest.fixture
def incidents(tmp_path: Path) -> Path:
    """Return a data folder with two reports of one shooting and one of another, without scorers."""
    folder = tmp_path / "data" / "gva"
    folder.mkdir(parents=True)
    told = [{"incident_uri": name, "num_killed": 0, "num_injured": count} for name, count in (("7", 2), ("8", 1))]
    texts = [("a", "7", "2014-01-02"), ("b", "7", "2014-01-01"), ("c", "8", None)]
    reports = [
        {"id": name, "incident": of, "published": day, "title": "", "text": "Two men were shot.", "language": "en"}
        for name, of, day in texts
    ]
    for name, found in (("articles", reports), ("incidents", told)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in found))
    return tmp_path / "data"


def test_of_an_incident_the_latest_report_is_measured(incidents: Path, tmp_path: Path) -> None:
    (of,) = gold_sets(incidents, ("gva",), tmp_path)
    assert (of.key, of.scorer, of.none_is_zero) == ("gva/en", "counts", True)
    assert [json.loads(line)["id"] for line in of.articles.read_text().splitlines()] == ["a", "c"]
    gold = [json.loads(line) for line in of.gold.read_text().splitlines()]
    assert gold[0] == {"id": "a", "killed": {"low": 0, "high": 0}, "injured": {"low": 2, "high": 2}}


def test_statements_are_scored_against_a_folder_of_who_said_what(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    (folder / "quotes" / "dev").mkdir(parents=True)
    (folder / "wikinews-de").mkdir()
    (tmp_path / "score").mkdir()
    (tmp_path / "score" / "score_quotes.py").write_text(
        "import json, sys\nprint(json.dumps({'statements_f1': 0.5, 'n': len(open(sys.argv[2]).readlines())}))"
    )
    rows = [{"id": name, "title": "", "text": "Otto sagte, es sei kalt.", "language": "de"} for name in ("7", "8")]
    (folder / "wikinews-de" / "articles.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (folder / "quotes" / "dev" / "8.json").write_text("{}")
    with Evaluation(folder, ("quotes",), tmp_path / "floors.json") as evaluation:
        (of,) = evaluation.sets
        measured = evaluation.scores["quotes/de"]
    assert (of.key, of.scorer, len(of.sha256)) == ("quotes/de", "statements", 64)
    assert measured == {"statements_f1": 0.5, "n": 1}
    assert [reach(of.key, name) for name in ("statements_f1", "speaker_right_where_found", "cue_f1")] == [
        0.68,
        0.85,
        0.72,
    ]


def test_there_are_no_statements_to_score_without_their_articles(tmp_path: Path) -> None:
    (tmp_path / "quotes" / "dev").mkdir(parents=True)
    assert gold_sets(tmp_path, ("quotes",), tmp_path) == ()


def count(low: int | None, high: int | None, scope: str = "main", qualifier: str = "exact") -> dict[str, object]:
    found: dict[str, object] = {
        "kind": "figure",
        "measure": "killed",
        "low": low,
        "high": high,
        "scope": scope,
        "extent": "incident",
    }
    return found | {"qualifier": qualifier}


@pytest.mark.parametrize(
    ("gold", "box", "figures", "cause"),
    [
        ((5, 5), (5, 5), [], None),
        ((5, 5), None, [], "not found"),
        ((0, 0), None, [], None),
        ((0, 0), (1, 1), [count(1, 1)], "made up"),
        ((5, 5), (2, 2), [count(2, 2), count(5, 5)], "not chosen"),
        ((5, 5), (2, 2), [count(2, 2), count(5, 5, "other")], "another scope"),
        ((5, 5), (2, 2), [count(2, 2), count(3, 3)], "parts not added"),
        ((5, 7), (5, 5), [count(5, 5)], "one end"),
        ((24, 48), (20, None), [count(20, None, "main", "vague")], "word, not number"),
        ((5, 5), (9, 9), [count(9, 9)], "another"),
    ],
)
def test_the_cause_of_a_wrong_count_is_told(
    gold: tuple[int, int], box: tuple[int, int] | None, figures: list[dict[str, object]], cause: str | None
) -> None:
    filled = {"low": box[0], "high": box[1]} if box else None
    record = {"claims": figures, "box": {"killed": filled}}
    assert cause_of({"low": gold[0], "high": gold[1]}, record, "killed", none_is_zero=True) == cause


def test_the_causes_are_counted(incidents: Path, tmp_path: Path) -> None:
    (of,) = gold_sets(incidents, ("gva",), tmp_path)
    box = {"killed": None, "injured": {"low": 2, "high": 2}}
    found = Extractions({name: {"claims": [], "box": box} for name in ("a", "c")})
    assert next(causes(of, found)).endswith("killed 0, injured 1")


def test_a_language_without_real_texts_has_no_dead_entries(data: Path) -> None:
    assert [line.partition(":")[0] for line in dead(data)] == ["de", "en"]


def test_an_entry_that_stands_in_a_text_is_not_dead(data: Path) -> None:
    (data / "stories").mkdir()
    row = {"id": "s", "title": "", "text": "Five people were killed on Monday.", "language": "en"}
    (data / "stories" / "articles.jsonl").write_text(json.dumps(row) + "\n")
    told = list(dead(data))
    assert "en/measure_verbs.yaml: kill: fires on no text" not in told
    assert "en/measure_verbs.yaml: abduct: fires on no text" in told


@pytest.mark.skipif(not (SHARED / "contrast").is_dir(), reason="not measured: ../shared/data is absent")
def test_the_numbers_are_those_of_the_scorer(tmp_path: Path) -> None:
    with Evaluation(SHARED, ("contrast",), tmp_path / "floors.json") as evaluation:
        measured = evaluation.scores["contrast/de"]
    folder = SHARED / "contrast"
    found = tmp_path / "extractions.jsonl"
    records = lagebild.records(lagebild.articles([str(folder / "passages.jsonl")]))
    found.write_text("".join(lagebild.dumps(each) + "\n" for each in records if isinstance(each, Record)), "utf-8")
    scorer = [sys.executable, str(SHARED.parent / "score" / "score.py"), str(folder / "passages.jsonl")]
    options = [str(folder / "gold.jsonl"), str(found), "--json", "--only", "language=de", "--by", "group"]
    printed = subprocess.run([*scorer, *options], capture_output=True, text=True, check=True).stdout
    assert measured == json.loads(printed)
