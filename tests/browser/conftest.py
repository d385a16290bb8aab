"""One browser for all tests of pages: Debian's Chromium, with no network, and with a record of what a page asks for."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from lagebild.report.dossier_page import page as html
from tests.report import sheets

Opened = Callable[..., Page]


def pages() -> dict[str, str]:
    """Return the pages under test, by name: one incident and several, in both languages, and one with whole texts."""
    return {
        "de-1": html(sheets.dossier("de", 1)),
        "de-3": html(sheets.dossier("de", 3)),
        "en-1": html(sheets.dossier("en", 1, texts=True)),
        "en-3": html(sheets.dossier("en", 3)),
    }


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the pages once, and return where."""
    folder = tmp_path_factory.mktemp("pages")
    found = {}
    for name, text in pages().items():
        found[name] = folder / f"{name}.html"
        found[name].write_text(text, encoding="utf-8")
    return found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start Chromium; without one the tests are skipped here, and fail in CI."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        message = "no chromium: the pages were not looked at in a browser (Debian: apt-get install chromium)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def opened(chromium: Browser, files: dict[str, Path]) -> Iterator[Opened]:
    """Open a page by name at a width, in light or dark; what it logs and asks for must be nothing."""
    contexts = []
    noise: list[str] = []

    def open_page(name: str, *, width: int = 1400, dark: bool = False, script: bool = True) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            bypass_csp=script,  # axe is put into the page
            offline=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: noise.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: noise.append(f"error: {error}"))
        page.on("request", lambda request: noise.append(request.url))
        page.goto(files[name].as_uri())
        noise.remove(files[name].as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert noise == []
