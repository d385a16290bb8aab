"""A page as PDF, printed by a browser found on the machine; nothing is fetched, and nothing of the run is kept."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from lagebild.report.dossier import DossierError

VARIABLE = "LAGEBILD_BROWSER"
_COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
    "msedge",
)
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
_OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=127.0.0.1:9",
)
_SECONDS = 180


class PrintingError(DossierError):
    """The page cannot be printed: no browser, or one that fails; the message names the way out."""


def pdf(html: str) -> bytes:
    """Return the page as a tagged PDF with its title and an outline, or raise PrintingError."""
    program = browser()
    with tempfile.TemporaryDirectory(prefix="lagebild-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder, "dossier.html"), Path(folder, "dossier.pdf")
        source.write_text(html, encoding="utf-8")
        rights = ("--no-sandbox",) if _is_root() else ()
        profile = f"--user-data-dir={Path(folder, 'profile')}"
        command = [program, *_OPTIONS, *rights, profile, f"--print-to-pdf={target}", source.as_uri()]
        said = _run(command)
        if not target.is_file() or not target.stat().st_size:
            raise PrintingError(f"{program} made no PDF; it says: {said or 'nothing'}. {_way_out()}")
        return target.read_bytes()


def browser() -> str:
    """Return the browser that prints: the one named in LAGEBILD_BROWSER, or the first that is found."""
    named = os.environ.get(VARIABLE)
    if named:
        found = shutil.which(named)
        if found is None:
            raise PrintingError(f"{VARIABLE} names {named!r}, which is no program that can be run. {_way_out()}")
        return found
    for program in _found():
        return program
    raise PrintingError(f"a PDF needs Chromium, Chrome or Edge, and none was found. {_way_out()}")


def _found() -> Iterator[str]:
    yield from (found for name in _COMMANDS if (found := shutil.which(name)))
    yield from (place for place in _PLACES if Path(place).is_file())


def _run(command: list[str]) -> str:
    """Run the browser and return the end of what it says; one that hangs is stopped."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - a browser that the user has, on our own page
    except subprocess.TimeoutExpired as error:
        raise PrintingError(f"{command[0]} did not finish within {_SECONDS} seconds. {_way_out()}") from error
    except OSError as error:
        raise PrintingError(f"{command[0]} does not start: {error}. {_way_out()}") from error
    return done.stderr.decode("utf-8", "replace").strip()[-300:]


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _way_out() -> str:
    return (
        f"Install one of them, name its program in {VARIABLE}, or write the page with --format html and print it "
        "from any browser."
    )
