"""The report's own fact box is found where it is one, and nothing else is taken for it."""

import pytest

from lagebild.acquire import stated_box

STORY = "Am Morgen brannte in Ulm ein Haus. Niemand kam ums Leben.\n"


def _cells(text: str) -> dict[str, str]:
    found = stated_box.cells(text)
    for cell in found:
        assert text[cell.span.start : cell.span.end] == cell.span.quote
        assert cell.span.quote == (cell.value or cell.label)
    return {cell.label: cell.value for cell in found}


@pytest.mark.parametrize(
    ("box", "cells"),
    [
        (
            "Details | |\n---|---|\nVorfall | Brand |\nOrt | Ulm, Deutschland |\nTote | 2 |\nQuellen |",
            {"Vorfall": "Brand", "Ort": "Ulm, Deutschland", "Tote": "2", "Quellen": ""},
        ),
        ("| Details |  | \n|---|---|\n| Ort | Ulm | \n| Quellen |  | ", {"Ort": "Ulm", "Quellen": ""}),
        ("Ort: Ulm\nTote: 2\nVerletzte:\n", {"Ort": "Ulm", "Tote": "2", "Verletzte": ""}),
        ("- **Ort:** Ulm\n- **Tote:** 2\n", {"Ort": "Ulm", "Tote": "2"}),
        ("Ort: Ulm\r\nTote: 2\r\n", {"Ort": "Ulm", "Tote": "2"}),
        ("Ort:\nUlm\nTote:\n2\n", {"Ort": "Ulm", "Tote": "2"}),
        ("Ort: Ulm\n\nTote: 2\n\nNoch brennt es.", {"Ort": "Ulm", "Tote": "2"}),
        ("Wo: Ulm\nWann: am Montag\nTote: 2", {"Wo": "Ulm", "Wann": "am Montag", "Tote": "2"}),
        ("Wo: Ulm\nWetter: Nebel\nVerletzte: 3\n", {"Wo": "Ulm", "Wetter": "Nebel", "Verletzte": "3"}),
        ("Ort\tUlm\nTodesopfer\t2\n", {"Ort": "Ulm", "Todesopfer": "2"}),
        ("Ort: Ulm | Tote: 2 | Verletzte: 3", {"Ort": "Ulm", "Tote": "2", "Verletzte": "3"}),
        ("Ort | Tote | Verletzte\n---|---|---\nUlm | 2 | 3\n", {"Ort": "Ulm", "Tote": "2", "Verletzte": "3"}),
        ("Location: Ulm\nInjured: 3\nSources: police\n", {"Location": "Ulm", "Injured": "3", "Sources": "police"}),
        ("Quelle(n): Polizei\nOrt: Ulm", {"Quelle(n)": "Polizei", "Ort": "Ulm"}),
    ],
)
def test_a_box_is_kept_with_its_labels_and_values(box: str, cells: dict[str, str]) -> None:
    assert _cells(box) == cells
    assert _cells(STORY + box) == cells
    assert _cells(f"{STORY}\n{box}\n\n{STORY}") == cells


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "Der Minister: Das war zu erwarten.\nDer Trainer: Das war nicht zu erwarten.",
        "Nach dem Brand: Polizei sucht Zeugen\nNach dem Regen: Feuerwehr pumpt Keller aus",
        "Ort: Ulm",
        "Ort: Ulm\n" + STORY + "Tote: keine",
        "Quelle: dpa\nStand: 3. Mai, 18 Uhr",
        "Wann: 3. Mai, 20 Uhr\nWo: Stadthalle\nEintritt: 12 Euro",
        "Ort: Stadthalle\nDatum: 3. Mai\nBeginn: 20 Uhr",
        "Was: Mahnwache\nWann: 3. Mai, 20 Uhr\nWo: Stadthalle",
        "Ulm - Kassel | 2:1\nEmden - Leer | 0:0\nSoltau - Celle | 1:1",
        "Verein | Spiele | Punkte\nUlm | 3 | 7\nEmden | 3 | 4",
        "Ort | Tote | Verletzte\nUlm | 2 | 3\nEmden | 1 | 0",
        "Ort: " + "sehr lange Erklärung " * 20 + "\nTote: " + "und noch eine Erklärung " * 20,
    ],
)
def test_what_is_no_box_gives_no_cells(text: str) -> None:
    assert _cells(text) == {}


def test_an_empty_value_has_its_label_as_span() -> None:
    (place, sources) = stated_box.cells("Ort | Ulm\nQuellen |")
    assert (place.value, place.span.quote) == ("Ulm", "Ulm")
    assert (sources.value, sources.span.quote) == ("", "Quellen")


def test_two_boxes_of_a_report_are_both_kept_in_text_order() -> None:
    text = f"Ort: Ulm\nTote: 2\n\n{STORY}\nOrt | Emden\nTote | 1\n"
    assert [cell.value for cell in stated_box.cells(text)] == ["Ulm", "2", "Emden", "1"]


def test_a_very_long_text_of_bars_and_colons_is_read_in_reasonable_time() -> None:
    assert stated_box.cells("a: b | c\n" * 20_000) == ()
