"""The dossier's page in a browser: by every eye, hand and ear, on every size, and without script or network."""

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from lagebild.report.pdf import pdf

NAMES = ("de-1", "de-3", "en-1", "en-3")
Opened = Callable[..., Page]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(opened: Opened, name: str, width: int, *, dark: bool) -> None:
    page = opened(name, width=width, dark=dark)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found: dict[str, Any] = Axe().run(page).response
    broken = {one["id"]: [node["html"][:120] for node in one["nodes"]] for one in found["violations"]}
    assert broken == {}


@pytest.mark.parametrize("width", [320, 390, 768, 1400])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_runs_out_of_the_screen(opened: Opened, name: str, width: int) -> None:
    page = opened(name, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", NAMES)
def test_every_link_into_the_page_has_its_place(opened: Opened, name: str) -> None:
    page = opened(name)
    lost = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
        ".filter(id => !document.getElementById(id))"
    )
    twice = page.evaluate(
        "(ids => ids.filter((id, n) => ids.indexOf(id) !== n))([...document.querySelectorAll('[id]')].map(e => e.id))"
    )
    assert (lost, twice) == ([], [])


@pytest.mark.parametrize("name", NAMES)
def test_headings_go_down_by_one(opened: Opened, name: str) -> None:
    page = opened(name)
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("name", NAMES)
def test_it_reads_without_script(opened: Opened, name: str) -> None:
    page = opened(name, script=False)
    said = page.locator("main").inner_text()
    assert "Korsu" in said
    assert ("11.000" if name.startswith("de") else "11,000") in said
    page.locator("details.data summary").first.click()
    assert page.locator("table.history").first.is_visible()


def test_the_first_stop_of_the_keyboard_skips_to_the_content(opened: Opened) -> None:
    page = opened("de-1")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_what_has_the_focus_can_be_seen(opened: Opened) -> None:
    page = opened("de-1")
    stops = page.evaluate(
        """[...document.querySelectorAll('a[href], summary, input')].filter(one => one.getClientRects().length)
        .map(one => { one.focus({focusVisible: true}); const hit = one.querySelector('.hit');
          return getComputedStyle(hit || one)[hit ? 'stroke-width' : 'outline-width'] })"""
    )
    assert len(stops) > 20
    assert set(stops) == {"3px"}


def test_a_mark_in_focus_says_what_it_stands_for_and_leads_to_its_claim(opened: Opened) -> None:
    page = opened("de-1")
    mark = page.locator("svg.wide .mark").first
    assert not mark.locator(".tip").is_visible()
    mark.focus()
    assert "Küstenwache" in mark.locator(".tip p").inner_text()
    assert mark.get_attribute("aria-label") == mark.locator(".tip p").inner_text()
    page.keyboard.press("Enter")
    assert page.locator(":target").inner_text().startswith("Mindestens 3")


def test_a_mark_whose_claim_stands_in_the_table_opens_it(opened: Opened) -> None:
    page = opened("de-1")
    page.locator("svg.wide .mark[href='#v1-p-k6']").click()
    assert page.locator("#v1-p-k6").is_visible()


def test_a_source_can_be_hidden(opened: Opened) -> None:
    page = opened("de-1", script=False)
    marks = page.locator("svg.wide .s0")
    assert marks.first.is_visible()
    page.locator(".toggles input").first.uncheck()
    assert not marks.first.is_visible()
    assert page.locator("svg.wide .s2").first.is_visible()


def test_a_narrow_screen_has_the_narrow_drawing(opened: Opened) -> None:
    wide, narrow = opened("de-1"), opened("de-1", width=390)
    assert wide.locator("svg.wide").first.is_visible()
    assert not narrow.locator("svg.wide").first.is_visible()
    assert narrow.locator("svg.narrow").first.is_visible()


@pytest.mark.parametrize("width", [390, 700, 1400])
def test_no_two_labels_of_a_drawing_cover_each_other(opened: Opened, width: int) -> None:
    page = opened("de-1", width=width)
    covered = page.evaluate(
        """[...document.querySelectorAll('main svg')].filter(svg => svg.getClientRects().length).flatMap(svg => {
          const boxes = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
          return boxes.flatMap(([a, r], n) => boxes.slice(n + 1).filter(([b, s]) =>
            r.left < s.right - 1 && s.left < r.right - 1 && r.top < s.bottom - 4 && s.top < r.bottom - 4)
            .map(([b]) => a + ' / ' + b)) })"""
    )
    assert covered == []


def test_sentences_in_another_language_say_so(opened: Opened) -> None:
    page = opened("de-1")
    assert page.locator("q[lang=en]").count() > 0
    assert page.locator("q[lang=de]").count() == 0


def test_print_starts_each_incident_on_a_page_and_hides_what_only_screens_need(opened: Opened) -> None:
    page = opened("de-3")
    page.emulate_media(media="print")
    breaks = page.evaluate(
        "[...document.querySelectorAll('article.incident')].map(one => getComputedStyle(one).breakBefore)"
    )
    assert breaks == ["page", "page", "page"]
    assert not page.locator(".skip").is_visible()
    assert page.locator("svg.middle").first.is_visible()


@pytest.mark.usefixtures("chromium")
def test_it_prints_to_a_tagged_pdf_with_a_title(files: dict[str, Path]) -> None:
    printed = pdf(files["de-1"].read_text(encoding="utf-8"))
    assert printed.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in printed
    assert b"/Title" in printed


def test_the_policy_of_the_page_allows_nothing_but_its_own_style(chromium: Browser, files: dict[str, Path]) -> None:
    page = chromium.new_page()
    page.goto(files["de-1"].as_uri())
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('img'), {src: 'https://a.example/x.png'}))"
    )
    page.wait_for_timeout(50)
    page.close()
    assert any("Content Security Policy" in text for text in refused)
