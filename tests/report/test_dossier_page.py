"""The dossier's page as text: whole, safe, and every number with its source."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from lagebild.report.dossier_content import Dossier, IncidentPart
from lagebild.report.dossier_page import page
from lagebild.vocabulary.labels import LANGUAGES, Language
from tests.report import sheets

VOID = {"meta", "input", "br", "col", "img", "link", "hr"}


class _Read(HTMLParser):
    """The elements of a page: ids, targets, what is left open, and what would load or run something."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.open: list[str] = []
        self.loads: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(values["id"] or "")
        if (target := values.get("href") or "").startswith("#"):
            self.targets.append(target[1:])
        if tag in {"script", "link", "img", "iframe", "object"} or {"src", "style", "onclick"} & set(values):
            self.loads.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _changed(made: Dossier, **parts: object) -> Dossier:
    incident: IncidentPart = replace(made.incidents[0], **parts)  # type: ignore[arg-type]  # the tests' own values
    return replace(made, incidents=(incident,))


@pytest.mark.parametrize("incidents", [0, 1, 3])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_whole_and_loads_nothing(language: Language, incidents: int) -> None:
    read = _Read(page(sheets.dossier(language, max(incidents, 1)) if incidents else _empty(language)))
    assert read.open == []
    assert read.loads == []
    assert set(read.targets) <= set(read.ids)
    assert len(read.ids) == len(set(read.ids))


def _empty(language: Language) -> Dossier:
    return replace(sheets.dossier(language), incidents=(), reports=())


def test_the_policy_names_the_style_of_this_very_page() -> None:
    made = page(sheets.dossier("de", 3))
    style = re.search(r"<style>(.*?)</style>", made, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in made


def test_a_title_cannot_leave_the_style_that_prints_it() -> None:
    title = 'A"}</style><script>alert(1)</script>\\'
    made = page(replace(sheets.dossier("de"), title=title))
    assert "<script" not in made
    assert made.count("</style>") == 1


def test_texts_are_escaped() -> None:
    evil = "<img src=x onerror=alert(1)>"
    made = _changed(
        sheets.dossier("de"),
        title=evil,
        lead=evil,
        place=evil,
        sources=(evil,),
        conflicts=tuple(replace(one, text=evil) for one in sheets.incident("de").conflicts),
        timeline=tuple(replace(one, text=evil, day=evil) for one in sheets.incident("de").timeline),
    )
    assert "<img" not in page(made)


def test_several_incidents_begin_with_a_list_of_them_and_one_with_itself() -> None:
    assert page(sheets.dossier("de", 3)).count('<th scope="row"><a href="#v') == 3
    assert '<nav class="contents"' not in page(sheets.dossier("de"))


def test_the_key_figures_stand_with_their_wording_and_their_sources() -> None:
    made = page(sheets.dossier("de"))
    assert '<span class="word">mindestens</span> <span class="digits">14</span>' in made
    assert "Küstenwache, 15. März, bestätigt von der Polizei" in made
    assert '<span class="digits">11.000</span>' in made
    assert '<span class="digits">11,000</span>' in page(sheets.dossier("en"))


def test_where_nobody_is_hurt_what_is_known_comes_first() -> None:
    killed, *_ = sheets.incident("de").headlines
    unknown = replace(killed, value="keine Angabe", known=False)
    sent = replace(killed, key="deployed", label="Eingesetzte Kräfte", value="rund 1.200")
    made = page(_changed(sheets.dossier("de"), headlines=(unknown, sent)))
    assert made.index("1.200") < made.index('<ul class="numbers small">') < made.index("keine Angabe")


def test_every_sentence_has_its_footnote_and_every_footnote_its_report() -> None:
    made = page(sheets.dossier("de"))
    notes = set(re.findall(r'<a class="note" href="#(r\d+)"', made))
    assert notes == {"r1", "r2", "r3", "r4"}
    assert all(f'<li id="{note}"' in made for note in notes)
    for said in re.findall(r'<p class="cited"[^>]*>.*?</p>', made):
        assert 'class="note"' in said


def test_a_sentence_that_begins_with_its_own_quotation_marks_gets_no_others() -> None:
    made = page(sheets.dossier("de"))
    assert '<q class="bare" lang="en"><bdi>“We have' in made
    assert "<q><bdi>Mindestens" in made


def test_a_report_that_several_incidents_rest_on_stands_once() -> None:
    assert page(sheets.dossier("de", 3)).count('<li id="r1"') == 1


def test_a_report_of_no_incident_is_there_for_its_footnotes() -> None:
    made = _changed(sheets.dossier("de"), also_in=())
    assert "Weitere Meldungen" in page(made)


def test_the_sources_of_the_fact_box_are_filled() -> None:
    assert "<li>Polizei Korsu (Polizei)</li>" in page(sheets.dossier("de"))


def test_only_addresses_of_the_web_become_links_and_whole_texts_only_where_asked_for() -> None:
    assert 'class="whole"' not in page(sheets.dossier("de"))
    made = page(sheets.dossier("de", texts=True))
    assert '<mark><a class="count" href="#v1-c-1-3"' in made
    assert 'href="https://nordblatt.example/2026/03/1?a=1&amp;b=&lt;2&gt;"' in made


def test_no_place_no_map_and_no_change_no_chart() -> None:
    made = page(_changed(sheets.dossier("de"), spots=(), series=()))
    assert "<figure" not in made
    assert 'class="chart"' not in made


def test_an_incident_that_is_only_mentioned_is_an_entry_behind_those_with_reports() -> None:
    made = sheets.dossier("de", 2)
    only = replace(made.incidents[1], title="Pier eingestürzt", reports=(), also_in=(3,))
    text = page(replace(made, incidents=(made.incidents[0], only)))
    assert text.count("<article") == 1
    assert '<li id="v2"' in text
    assert text.index("Pier eingestürzt") > text.index("</article>")
    assert "Tote: mindestens 14" in text


def test_an_empty_dossier_says_so() -> None:
    assert "Keine Vorfälle." in page(_empty("de"))
    assert "No incidents." in page(_empty("en"))
