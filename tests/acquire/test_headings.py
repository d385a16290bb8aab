"""Which headings of a page are printed above its text, and which only repeat a title for search engines."""

import pytest
from lxml import html

from lagebild.acquire import headings

TEXT = "<p>Ein Haus brennt.</p><p>Niemand wird verletzt.</p>"
SEARCH = "Brand Ulm aktuell"
SHOWN = "Wohnhaus in Ulm brennt"


def found(body: str) -> headings.Headings:
    return headings.of(html.document_fromstring(f"<html><body>{body}</body></html>"))


@pytest.mark.parametrize(
    "body",
    [
        f"<nav><h1>{SEARCH}</h1></nav><article><h2>{SHOWN}</h2>{TEXT}</article>",
        f"<article><nav><ul><li><h1>{SEARCH}</h1></li></ul></nav><hgroup><h2>{SHOWN}</h2></hgroup>{TEXT}</article>",
        f"<article><ol><li><h1>{SEARCH}</h1></li></ol><header><h2>{SHOWN}</h2></header>{TEXT}</article>",
        f'<div class="site-breadcrumbs"><span><h1>{SEARCH}</h1></span></div><h2>{SHOWN}</h2>{TEXT}',
        f'<h1 class="Path_breadcrumbTitle">{SEARCH}</h1><h2>{SHOWN}</h2>{TEXT}',
        f"<section><h1>{SEARCH}</h1></section><article><header><h2>{SHOWN}</h2></header>{TEXT}</article>",
        f"<h1>{SEARCH}</h1><article><h1>{SHOWN}</h1>{TEXT}</article>",
    ],
)
def test_a_first_rank_heading_in_the_path_or_outside_of_the_article_is_for_search(body: str) -> None:
    assert (found(body).printed, found(body).for_search) == ([SHOWN], [SEARCH])


@pytest.mark.parametrize(
    "body",
    [
        f"<article><h1>{SHOWN}</h1>{TEXT}<h2>Hintergrund</h2></article>",
        f"<h1>{SHOWN}</h1><article>{TEXT}<h2>Hintergrund</h2></article>",
        f"<ul><li><article><h1>{SHOWN}</h1>{TEXT}</article></li></ul>",
        f"<h1>{SHOWN}</h1>{TEXT}<article><header><h2>Sturm in Emden</h2></header></article>",
        f"<h1>{SHOWN}</h1>{TEXT}<article><header><h2><a>Sturm in Emden</a></h2></header>{TEXT}</article>",
        f"<h1>{SHOWN}</h1>{TEXT}<h2>Hintergrund</h2><article><header><h2>Sturm</h2></header>{TEXT}</article>",
    ],
)
def test_a_first_rank_heading_above_the_text_is_printed_though_others_follow(body: str) -> None:
    assert (found(body).printed, found(body).for_search) == ([SHOWN], [])


def test_parts_of_a_heading_stand_apart_and_its_style_is_no_text() -> None:
    body = f"<article><h1><style>.k {{}}</style><span>Feuer</span><span>{SHOWN}</span></h1>{TEXT}</article>"
    assert found(body).printed == [f"Feuer {SHOWN}"]


def test_a_page_without_headings_has_none() -> None:
    assert found(TEXT) == headings.Headings(printed=[], for_search=[])
