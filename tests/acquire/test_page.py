"""Title, date with zone, outlet, authors, text and fact box of HTML pages."""

import json

import pytest

from lagebild.acquire import page
from lagebild.acquire.catalogue import Unreadable
from lagebild.acquire.draft import Draft, article

STORY = (
    "<p>Bei einem Brand in Ulm sind am Montag zwei Menschen gestorben. Die Polizei ermittelt nun zur Ursache.</p>"
    "<p>Die Feuerwehr war mit 40 Kräften im Einsatz. Das Haus ist nach Angaben der Stadt nicht mehr bewohnbar.</p>"
)
LD = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Zwei Tote bei Brand in Ulm",
    "datePublished": "2025-04-28T09:00:00+02:00",
    "dateModified": "2025-04-28T11:30:00+02:00",
    "author": [{"@type": "Person", "name": "Ida Beispiel"}, {"name": "dpa"}],
    "publisher": {"@type": "Organization", "name": "Der Bote"},
}


def _page(head: str = "", body: str = STORY, lang: str = "de") -> Draft:
    html = f'<html lang="{lang}"><head><meta charset="utf-8">{head}</head><body><article>{body}</article></body></html>'
    return page.draft(html.encode())


def _ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


@pytest.mark.parametrize(
    "data", [LD, [LD], {"@graph": [{"@type": "WebSite"}, LD]}, LD | {"@type": ["Thing", "NewsArticle"]}]
)
def test_the_data_of_the_article_is_read_from_json_ld(data: object) -> None:
    found = _page("<title>Feuer | Der Bote</title>" + _ld(data))
    assert (found.title, found.publisher) == ("Zwei Tote bei Brand in Ulm", "Der Bote")
    assert (found.published, found.published_from) == ("2025-04-28T09:00:00+02:00", "json-ld")
    assert found.modified == "2025-04-28T11:30:00+02:00"
    assert found.authors == ("Ida Beispiel", "dpa")
    assert article(found, None).agencies == ("dpa",)


@pytest.mark.parametrize(
    ("head", "body", "published", "origin"),
    [
        (
            '<meta property="article:published_time" content="2025-04-28T09:00:00+02:00">',
            "",
            "2025-04-28T09:00:00+02:00",
            "meta",
        ),
        ('<meta name="date" content="2025-04-28">', "", "2025-04-28", "meta"),
        ("", '<time class="updated" datetime="2025-05-01"></time><time datetime="2025-04-28">', "2025-04-28", "time"),
        ("", '<time datetime="2025-04-28T09:00:00+02:00">heute</time>', "2025-04-28T09:00:00+02:00", "time"),
        ('<meta property="og:url" content="https://example.org/2025/04/28/brand">', "", "2025-04-28", "url"),
        ('<meta name="date" content="2025-13-45">', '<time datetime="2025-04-28">', "2025-04-28", "time"),
        (
            '<meta name="date" content="2025-04-28">',
            '<time datetime="2025-04-28T09:00:00Z">',
            "2025-04-28T09:00:00+00:00",
            "time",
        ),
    ],
)
def test_the_date_is_told_with_its_zone_and_where_it_stands(head: str, body: str, published: str, origin: str) -> None:
    found = _page(head, body + STORY)
    assert (found.published, found.published_from) == (published, origin)


@pytest.mark.parametrize(
    ("head", "body", "score"),
    [
        (_ld(LD), "", 0.95),
        (_ld(LD), '<time datetime="2025-04-28">', 0.98),
        (_ld(LD), '<time datetime="2025-04-29T00:10:00+02:00">', 0.95),
        (_ld(LD), '<time datetime="2025-05-04">', 0.7),
        ("", '<time datetime="2025-04-28">', 0.8),
        ("<title>Brand in Ulm | Der Bote | 28.04.2025</title>", "", 0.85),
    ],
)
def test_the_date_is_surer_where_places_agree_and_less_sure_where_they_do_not(
    head: str, body: str, score: float
) -> None:
    found = _page(head, body + STORY)
    assert (found.published or "").startswith("2025-04-28")
    assert found.published_score == score


def test_of_several_articles_in_the_data_the_one_with_the_pages_heading_counts() -> None:
    other = LD | {"headline": "Sturm in Emden", "datePublished": "2024-01-01T00:00:00Z"}
    found = _page(_ld([other, LD]), "<h1>Zwei Tote bei Brand in Ulm</h1>" + STORY)
    assert (found.title, (found.published or "")[:10]) == ("Zwei Tote bei Brand in Ulm", "2025-04-28")


@pytest.mark.parametrize(
    ("named", "url"),
    [
        ("https://bote.example/brand", "https://bote.example/brand"),
        ("/brand?x=1", "https://www.bote.example/brand?x=1"),
        ("https://agentur.example/brand", "https://www.bote.example/a?ref=rss"),
        ("https://www.bote.example/", "https://www.bote.example/a?ref=rss"),
        ("https://[::1", "https://www.bote.example/a?ref=rss"),
    ],
)
def test_the_address_that_a_page_gives_itself_counts_where_it_is_its_own(named: str, url: str) -> None:
    data = f'<html><head><link rel="canonical" href="{named}"></head><body><article>{STORY}</article></body></html>'
    assert page.draft(data.encode(), address="https://www.bote.example/a?ref=rss").url == url
    assert page.draft(data.encode()).url == named


def test_a_page_without_a_date_has_none() -> None:
    found = _page("<title>Brand in Ulm</title>")
    assert (found.published, found.published_from) == (None, None)
    assert article(found, "2025-04-28").published_from == "option"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<title>Brand in Ulm - Der Bote</title>", "<h1>Brand in Ulm</h1>"),
        ('<title>Brand in Ulm | Der Bote</title><meta property="og:site_name" content="Der Bote">', ""),
        (
            '<meta property="og:title" content="Brand in Ulm &amp;ndash; Bote"><meta name="publisher" content="Bote">',
            "",
        ),
        ("", "<h1>  Brand\n in Ulm </h1>"),
        (_ld({"@type": "WebSite", "headline": "Der Bote"}) + "<title>Brand in Ulm</title>", ""),
        ('<script type="application/ld+json">{broken</script><title>Brand in Ulm</title>', ""),
    ],
)
def test_the_title_comes_without_the_outlet(head: str, body: str) -> None:
    assert _page(head, body + STORY).title == "Brand in Ulm"


def test_of_the_titles_that_a_page_declares_the_one_printed_above_the_text_is_taken() -> None:
    head = _ld(LD) + '<meta property="og:title" content="Brand Ulm: Was wir wissen"><title>Brand Ulm | Der Bote</title>'
    path = "<nav><h1>Brand Ulm: Was wir wissen</h1></nav>"
    assert _page(head, f"{path}<h2>Zwei Tote bei Brand in Ulm</h2>{STORY}").title == "Zwei Tote bei Brand in Ulm"
    assert _page(head, f"{path}<h2>Brand Ulm: Was wir wissen</h2>{STORY}").title == "Brand Ulm: Was wir wissen"
    assert _page(head, f"{path}<h2>Die Stadt trauert</h2>{STORY}").title == "Zwei Tote bei Brand in Ulm"


def test_a_dash_that_belongs_to_the_title_stays() -> None:
    head = '<title>Brand in Ulm - zwei Tote</title><meta property="og:site_name" content="Der Bote">'
    assert _page(head).title == "Brand in Ulm - zwei Tote"


def test_the_text_does_not_begin_with_the_title() -> None:
    found = _page("<title>Brand in Ulm</title>", "<h1>Brand in Ulm</h1>" + STORY)
    assert found.text.startswith("Bei einem Brand in Ulm")


@pytest.mark.parametrize(
    "box",
    [
        (
            "<table><tr><th colspan=2>Details</th></tr><tr><td>Ort</td><td>Ulm</td></tr>"
            "<tr><td>Tote</td><td>2</td></tr>"
            "<tr><td>Quellen</td><td></td></tr></table>"
        ),
        "<dl><dt>Ort</dt><dd>Ulm</dd><dt>Tote:</dt><dd>2</dd><dt>Quellen</dt></dl>",
        "<ul><li>Ort: Ulm</li><li><b>Tote:</b> 2</li><li>Quellen:</li></ul>",
        "<p><strong>Ort:</strong> Ulm<br>Tote: 2<br>Quellen:</p>",
        (
            "</article><aside class='sidebar'><table><tr><td>Ort</td><td>Ulm</td></tr><tr><td>Tote</td><td>2</td></tr>"
            "<tr><td>Quellen</td><td></td></tr></table></aside><article>"
        ),
    ],
)
def test_a_fact_box_stands_in_the_text_and_is_kept(box: str) -> None:
    found = article(_page("<title>Brand in Ulm</title>", STORY + box), None)
    assert [(cell.label, cell.value) for cell in found.stated_box] == [("Ort", "Ulm"), ("Tote", "2"), ("Quellen", "")]
    assert all(found.text[cell.span.start : cell.span.end] == cell.span.quote for cell in found.stated_box)


def test_a_definition_list_that_is_no_box_stays_as_it_is() -> None:
    found = _page("", STORY + "<dl><dt>Ulm</dt><dd>Stadt</dd><dt>Emden</dt><dd>Hafen</dd></dl>")
    assert article(found, None).stated_box == ()
    assert "Ulm: Stadt" not in found.text


def test_the_language_that_the_page_declares_counts_where_the_text_tells_nothing() -> None:
    assert article(_page("", "<p>Xqzt Ulm 2:1. Emden 0:0.</p>"), None).language == "de"


@pytest.mark.parametrize("data", [b"<html></html>", b"<html><body><<<>>></body", b"<p>12 34</p>", b"<"])
def test_a_page_without_article_text_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable) as problem:
        page.draft(data)
    assert problem.value.fault.code == "A13"


def test_nothing_is_logged_where_nobody_listens(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Unreadable):
        page.draft(b"<html></html>")
    assert capfd.readouterr().err == ""
