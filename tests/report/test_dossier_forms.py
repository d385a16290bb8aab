"""The plain forms of the dossier: Markdown, the terminal, JSON."""

import io
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from rich.console import Console

from lagebild.model import Estimate, Record
from lagebild.report import dossier as forms
from tests import builders, dossiers

SCHEMA = forms.schema()


def _markdown(language: str = "de", *, names: bool = False, texts: bool = False) -> str:
    shown = forms.content(dossiers.incidents(), dossiers.records(), language=language, names=names, texts=texts)
    return forms.markdown(shown)


def _printed(width: int, records: tuple[Record, ...] | None = None, language: str = "de") -> str:
    told = records or dossiers.records()
    out = io.StringIO()
    content = forms.content(dossiers.incidents(), told, language=language)
    for renderable in forms.terminal(content, told):
        Console(file=out, width=width, no_color=True).print(renderable)
    return out.getvalue()


def _json(*, names: bool = False, texts: bool = False) -> dict[str, Any]:
    made = forms.plain(dossiers.incidents(), dossiers.records(), language="de", names=names, texts=texts)
    found: dict[str, Any] = json.loads(json.dumps(made))
    return found


def test_markdown_has_each_part_and_a_line_for_each_report() -> None:
    said = _markdown()
    for heading in ("Widersprüche", "Hergang", "Zahlen im Zeitverlauf", "Chronik", "Wer was sagt", "Meldungen"):
        assert re.search(rf"^#+ {heading}$", said, re.MULTILINE), heading
    lines = [line for line in said.splitlines() if line.startswith("- \\[")]
    assert len([line for line in lines if "echo.example" in line or "kuestenblick.example" in line]) == 2


def test_every_footnote_of_markdown_leads_to_a_report() -> None:
    said = _markdown()
    numbers = {int(found) for found in re.findall(r"\\\[(\d+)\\\]", said)}
    assert numbers == {1, 2, 3, 4}


def test_markdown_takes_no_text_for_markup() -> None:
    assert "\\<ohne Weste\\> \\& Boot" in _markdown()


def test_quotation_marks_inside_a_quotation_are_single() -> None:
    assert "„‚Plötzlich war überall Wasser‘, sagte M. K." in _markdown()
    assert "“‘Plötzlich war überall Wasser’, sagte M. K." in _markdown("en")


def test_markdown_speaks_english() -> None:
    said = _markdown("en")
    assert "| Killed | **17** (children: 3; sources contradict each other; 17 to 25 depending on the source) |" in said
    assert "Private persons appear by their initials only." in said


def test_texts_are_in_markdown_only_where_asked_for() -> None:
    assert "Bruder wird noch gesucht" not in _markdown()
    assert "K.s Bruder wird noch gesucht" in _markdown(texts=True)
    assert "Kowalskas Bruder wird noch gesucht" in _markdown(texts=True, names=True)


def test_an_incident_that_is_only_mentioned_has_a_line_behind_all_others() -> None:
    (told,) = (figure for figure in dossiers.fire().figures if figure.id == "d-killed-14")
    history = (dossiers.version("x1", dossiers.fire(), (told.id,), None),)
    estimate = Estimate("killed", (), "latest", 14, 14, "exact", None, 1, ("x1",))
    before = dossiers.burning(
        id="before", date="2024", reports=(), also_in=("fire.txt",), history=history, estimates=(estimate,)
    )
    shown = forms.content((before, *dossiers.incidents()), dossiers.records(), language="de")
    assert [incident.id for incident in shown.incidents] == ["ferry", "fire", "before"]
    said = forms.markdown(shown)
    line = "- Tavik (Finnland): Brand, 2024 – Tote: 14 \\[4\\]\n  - „The town is still mourning"
    assert line in said
    assert said.index("## Tavik") < said.index("## Außerdem erwähnte Vorfälle") < said.index(line)


def test_markdown_without_reports_says_so() -> None:
    assert "Keine Meldungen." in forms.markdown(forms.content((), (), language="de"))


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_terminal_keeps_to_its_width_and_shows_the_incident_before_its_reports(width: int) -> None:
    printed = _printed(width)
    assert max(len(line) for line in printed.splitlines()) <= width
    joined = " ".join(re.sub(r"[│╭╮╰╯─]", " ", printed).split())
    places = [joined.index(word) for word in ("Faktenkasten", "Widersprüche", "Zahlen im Zeitverlauf", "[1] Nordblatt")]
    assert places == sorted(places)
    assert "unabhängige Quellen: 2 (Polizei, Augenzeugen)" in joined


def test_the_terminal_shows_a_lone_report_as_its_fact_box() -> None:
    printed = _printed(100, language="en")
    assert "Two dead in Tavik fire" in printed
    assert "Harbour Echo · 3 March 2026" in printed


def test_the_terminal_names_no_private_person() -> None:
    text = "Bei Korsu starb Maria Kowalska."
    of = builders.article(id="fire.txt", title="Maria Kowalska tot", text=text)
    dead = builders.figure(of, "killed", text[:-1], "Maria Kowalska", 1, id="d-killed-2")
    persons = (
        dossiers.person(of, "Maria Kowalska", "Maria Kowalska"),
        replace(dossiers.person(of, "Maria Kowalska", "Maria Kowalska"), field="title", start=0, end=14),
    )
    lone = builders.record(of, dead, persons=persons)
    printed = _printed(100, (*dossiers.records()[:3], lone))
    assert "M. K. tot" in printed
    assert "Kowalska" not in printed


def _fits(value: Any, schema: dict[str, Any]) -> bool:  # noqa: ANN401 - a validator of what our schema uses
    if "$ref" in schema:
        return _fits(value, SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]])
    if "anyOf" in schema or "oneOf" in schema:
        return any(_fits(value, each) for each in schema.get("anyOf", schema.get("oneOf", ())))
    if "const" in schema:
        return bool(value == schema["const"])
    if "enum" in schema:
        return value in schema["enum"]
    kinds: dict[str, Any] = {
        "object": dict,
        "array": list,
        "string": str,
        "integer": int,
        "number": (int, float),
        "boolean": bool,
    }
    if schema.get("type") == "null":
        return value is None
    if not isinstance(value, kinds[schema["type"]]) or (isinstance(value, bool) and schema["type"] != "boolean"):
        return False
    if schema["type"] == "array":
        return all(_fits(each, schema["items"]) for each in value)
    if schema["type"] == "object" and "properties" in schema:
        known = set(value) == set(schema["properties"]) and set(schema.get("required", ())) <= set(value)
        return known and all(_fits(value[key], each) for key, each in schema["properties"].items())
    return True


@pytest.mark.parametrize("whole", [False, True])
def test_the_json_fits_its_schema(*, whole: bool) -> None:
    made = _json(names=whole, texts=whole)
    assert _fits(made, SCHEMA)
    assert next(iter(made)) == next(iter(SCHEMA["properties"])) == "schema"
    assert not _fits({**made, "policy": "mine"}, SCHEMA)


def test_an_incident_in_json_has_the_layout_of_the_gold() -> None:
    incident = _json()["incidents"][0]
    assert (incident["id"], incident["type"], incident["country"], incident["date"]) == (
        "ferry",
        "accident.sea",
        "FI",
        "2026-02-28",
    )
    assert incident["place"] == {"name": "Korsu", "country": "FI", "lat": 60.5, "lon": 21.5}
    assert (incident["reports"], incident["also_in"]) == (["ferry.txt", "copy.txt", "update.txt"], ["fire.txt"])
    assert incident["origins"] == [["ferry.txt", "copy.txt"]]
    assert incident["final"] == {
        "killed": {"low": 17, "high": 17},
        "injured": {"low": 40, "high": 40},
        "missing": {"low": 9, "high": 9},
        "casualties": None,
    }
    first = incident["history"][0]
    assert {key: first[key] for key in ("measure", "low", "high", "qualifier", "source", "origin_report", "from")} == {
        "measure": "killed",
        "low": 14,
        "high": None,
        "qualifier": "at_least",
        "source": "Küstenwache",
        "origin_report": "ferry.txt",
        "from": "2026-03-01T08:00:00+01:00",
    }
    (conflict,) = incident["conflicts"]
    assert (conflict["measure"], conflict["between"]) == ("killed", ["Polizei", "Augenzeugen"])
    assert conflict["note"] == "Die Polizei nennt 17 Tote, die Augenzeugen 25."
    assert incident["estimates"][0]["trace"] == [
        "Letzter Stand einer amtlichen Stelle oder der Meldung selbst: 17 (Polizei)."
    ]


def test_every_report_is_in_json_once_and_says_its_incident() -> None:
    made = _json()
    told = [article for incident in made["incidents"] for article in incident["reports"]]
    assert sorted(told) == sorted(report["id"] for report in made["reports"])
    assert {report["incident"] for report in made["reports"]} == {"ferry", "fire"}


def test_json_has_neither_texts_nor_names_unless_asked_for() -> None:
    made = _json()
    assert {report["text"] for report in made["reports"]} == {None}
    assert "Kowalska" not in json.dumps(made)
    whole = json.dumps(_json(texts=True, names=True))
    assert "Kowalskas Bruder" in whole


def test_places_in_json_are_those_of_the_article_as_it_was() -> None:
    of = dossiers.update().article
    claims = {claim["id"]: claim for claim in _json()["reports"][2]["claims"]}
    evidence = claims["c-drunk"]["evidence"]
    assert of.text[evidence["start"] : evidence["end"]].startswith("Der mutmaßlich betrunkene Kapitän")
    assert claims["c-water"]["speaker"][0]["quote"] == "M. K."
