"""Printing to PDF: which browser is taken, how it is started, and what is said where it does not work."""

import os
import stat
from pathlib import Path

import pytest

from lagebild.report import pdf as module
from lagebild.report.pdf import PrintingError, browser, pdf

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in for a browser is a shell script")


@pytest.fixture
def empty(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Leave a machine without any browser, and return the folder where programs are looked for."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(module.VARIABLE, raising=False)
    monkeypatch.setattr(module, "_PLACES", ())
    return tmp_path


def _program(folder: Path, name: str, script: str) -> Path:
    made = folder / name
    made.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    made.chmod(made.stat().st_mode | stat.S_IEXEC)
    return made


PRINTS = """for one in "$@"; do case "$one" in --print-to-pdf=*) echo "$@" > "${one#--print-to-pdf=}";; esac; done"""


@pytest.mark.usefixtures("empty")
def test_without_a_browser_the_way_out_is_named() -> None:
    with pytest.raises(PrintingError, match=r"LAGEBILD_BROWSER.*--format html"):
        pdf("<p>")


def test_a_browser_named_wrongly_is_no_reason_to_take_another(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(empty, "chromium", PRINTS)
    monkeypatch.setenv(module.VARIABLE, "netscape")
    with pytest.raises(PrintingError, match="netscape"):
        browser()


def test_the_browser_named_is_taken_first(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(empty, "chromium", PRINTS)
    mine = _program(empty, "mine", PRINTS)
    monkeypatch.setenv(module.VARIABLE, str(mine))
    assert browser() == str(mine)


def test_a_browser_is_started_without_network_and_with_a_profile_of_its_own(empty: Path) -> None:
    _program(empty, "chromium", PRINTS)
    said = pdf("<p>").decode()
    for option in ("--headless", "--host-resolver-rules=MAP * ~NOTFOUND", "--export-tagged-pdf", "--user-data-dir="):
        assert option in said
    folder = Path(said.split("--user-data-dir=")[1].split()[0])
    assert not folder.exists()


@pytest.mark.parametrize(("user", "given"), [(0, True), (1000, False)])
def test_only_root_prints_without_a_sandbox(
    empty: Path, monkeypatch: pytest.MonkeyPatch, user: int, *, given: bool
) -> None:
    _program(empty, "chromium", PRINTS)
    monkeypatch.setattr(os, "geteuid", lambda: user)
    assert ("--no-sandbox" in pdf("<p>").decode()) is given


def test_a_browser_that_prints_nothing_is_quoted(empty: Path) -> None:
    _program(empty, "chromium", "echo broken >&2; exit 3")
    with pytest.raises(PrintingError, match=r"broken.*--format html"):
        pdf("<p>")


def test_a_browser_that_hangs_is_stopped(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(empty, "chromium", "exec /bin/sleep 30")
    monkeypatch.setattr(module, "_SECONDS", 0.2)
    with pytest.raises(PrintingError, match="did not finish"):
        pdf("<p>")
