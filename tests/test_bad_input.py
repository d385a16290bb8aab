"""Bad input gives an error line or a sane record; never a traceback, never a lost neighbour."""

import subprocess
import sys
from pathlib import Path

import pytest

import lagebild
from lagebild.model import Record
from tests.test_properties import holds
from tests.torture.files import GOOD, odd, unreadable


def extract(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "lagebild", "extract", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of bad files between two good ones."""
    folder = tmp_path_factory.mktemp("bad")
    for name, content in {**unreadable(), **odd(), "000.txt": GOOD.encode(), "zzz.txt": GOOD.encode()}.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def run(folder: Path) -> subprocess.CompletedProcess[str]:
    return extract(str(folder), "--published", "2025-04-28")


def test_no_run_ends_in_a_traceback_or_a_fault_of_ours(run: subprocess.CompletedProcess[str]) -> None:
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert [line for line in run.stderr.splitlines() if " L03 " in line] == []
    assert [line for line in run.stderr.splitlines() if " L02 " in line] == []


def test_no_neighbour_is_lost(run: subprocess.CompletedProcess[str]) -> None:
    records = [lagebild.loads(line) for line in run.stdout.splitlines()]
    assert records[0].figures
    assert records[0] == records[-1]


def test_every_record_is_sane(run: subprocess.CompletedProcess[str]) -> None:
    for line in run.stdout.splitlines():
        holds(lagebild.loads(line))


@pytest.mark.parametrize("name", unreadable())
def test_what_is_no_report_gives_an_error_line(run: subprocess.CompletedProcess[str], folder: Path, name: str) -> None:
    lines = [line for line in run.stderr.splitlines() if line.startswith(f"{folder / name}:")]
    assert lines
    assert all(line.endswith(")") for line in lines)


@pytest.mark.parametrize("name", odd())
def test_an_odd_file_gives_a_record_or_an_error_line(folder: Path, name: str) -> None:
    found = list(lagebild.records(lagebild.articles([str(folder / name)])))
    assert found
    assert all(isinstance(each, Record) or not each.code.startswith("L0") for each in found)


def test_a_number_beyond_any_population_is_no_count(folder: Path) -> None:
    found = next(lagebild.records(lagebild.articles([str(folder / "population.txt")])))
    assert isinstance(found, Record)
    assert {figure.low for figure in found.figures} == {2}
