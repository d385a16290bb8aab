"""The three reports: terminal, Markdown, page."""

import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from rich.console import Console

from lagebild import report
from lagebild.model import Finding, PersonName, Record
from lagebild.vocabulary import VocabularyError
from tests import builders, dossiers


def _printed(record: Record, width: int, language: str = "de") -> str:
    out = io.StringIO()
    Console(file=out, width=width, no_color=True).print(report.terminal(record, language=language))
    return out.getvalue()


class _Page(HTMLParser):
    """The ids, the links into the page, and everything that would load something."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.loads: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if key := values.get("id"):
            self.ids.append(key)
        if (target := values.get("href") or "").startswith("#"):
            self.targets.append(target[1:])
        if tag in {"script", "link", "img", "iframe", "object"} or "src" in values or "style" in values:
            self.loads.append(tag)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_terminal_keeps_to_its_width_and_shows_value_source_and_sentence(width: int) -> None:
    printed = _printed(builders.ferry(), width)
    assert max(len(line) for line in printed.splitlines()) <= width
    joined = " ".join(re.sub(r"[│╭╮╰╯─]", " ", printed).split())
    assert "mindestens 14" in joined
    assert "Küstenwache: „Nach Angaben der" in joined
    assert "Korsu, Finnland" in joined


def test_the_terminal_speaks_english_too() -> None:
    printed = _printed(builders.ferry(), 100, "en")
    assert "at least 14" in printed
    assert "28 February 2026" in printed


def test_a_language_without_labels_is_refused() -> None:
    with pytest.raises(VocabularyError, match="'fr'"):
        report.terminal(builders.ferry(), language="fr")


def test_terminal_control_characters_of_an_article_are_not_printed() -> None:
    assert "\x1b" not in _printed(replace(builders.ferry(), article=builders.article(title="A\x1b[2JB")), 80)


def test_markdown_escapes_what_would_be_markup() -> None:
    said = report.markdown([builders.ferry()])
    assert "\\<ohne Weste\\> \\& Boot" in said
    assert "| Tote | **mindestens 14** (darunter Kinder: 3) | Küstenwache |" in said


def test_markdown_without_records_says_so() -> None:
    assert report.markdown([]) == "Keine Meldungen.\n"


def test_each_link_of_the_page_has_its_place_and_each_place_its_own_name() -> None:
    page = _Page(report.html([builders.ferry(), builders.ferry()]))
    assert set(page.targets) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert {"r1-s-killed-mindestens-14", "r2-s-killed-mindestens-14", "r1-killed"} <= set(page.ids)


def test_each_value_leads_to_its_number_in_the_text_and_back() -> None:
    page = report.html([builders.ferry()])
    assert '<a href="#r1-s-injured-Rund-40"' in page
    assert 'id="r1-s-injured-Rund-40" href="#r1-injured"' in page


def test_the_page_loads_nothing_and_its_policy_forbids_it() -> None:
    page = report.html([builders.ferry()])
    assert _Page(page).loads == []
    assert "default-src 'none'; style-src 'sha256-" in page
    assert "@import" not in page
    assert "url(" not in page


def test_everything_in_the_page_is_escaped() -> None:
    bad = '<script>alert("x")</script>'
    article = builders.article(title=bad, publisher=bad, url="javascript:alert(1)", agencies=(bad,))
    page = report.html([replace(builders.ferry(), article=article)])
    assert "<script" not in page
    assert 'href="javascript' not in page
    assert "&lt;ohne Weste&gt; &amp; Boot" in page


def test_the_page_is_in_its_language_and_the_article_in_its_own() -> None:
    page = report.html([builders.ferry()], language="en")
    assert '<html lang="en">' in page
    assert '<div lang="de">' in page
    assert "reportedly 9" in page


def test_findings_stand_with_the_report_they_are_about() -> None:
    finding = Finding("LB302", "date-missing", "Kein <Datum>.", "Ergänzen.", "ferry.txt", ())
    other = replace(finding, article="other.txt", message="Fremdes.")
    page = report.html([builders.ferry()], findings=[finding, other])
    assert "Kein &lt;Datum&gt;." in page
    assert "Fremdes." not in page
    placed = replace(finding, spans=(builders.span(builders.article(), "am Samstag"),))
    linked = _Page(report.html([builders.ferry()], findings=[placed]))
    assert {"r1-note-0", "r1-s-note-0"} <= set(linked.targets) & set(linked.ids)
    assert "**LB302** Kein" in report.markdown([builders.ferry()], findings=[finding, other])


def test_a_record_shows_private_persons_as_initials_unless_asked_for_by_name() -> None:
    record = dossiers.update()
    out = io.StringIO()
    Console(file=out, width=100).print(report.terminal(record))
    assert "Kowalska" not in out.getvalue() + report.markdown([record])
    assert record.article.text.count("Kowalska") == 2
    named = builders.article(title="Maria Kowalska gerettet")
    persons = (PersonName("title", 0, 14, "Maria Kowalska", "Maria Kowalska", public=False, reason="no_role"),)
    saved = replace(builders.ferry(), article=named, persons=persons)
    assert "M. K. gerettet" in report.markdown([saved])
    assert "Maria Kowalska gerettet" in report.markdown([saved], names=True)
