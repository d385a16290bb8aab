"""Which of a page's titles is taken, and what is cut off it."""

import pytest

from lagebild.acquire.titles import Titles, best, folded


def title(
    social: str = "", headline: str = "", headings: tuple[str, ...] = (), page: str = "", outlet: str = "Der Bote"
) -> str | None:
    given = Titles(social=social, headline=headline, headings=headings, page=page, outlets=[outlet, "bote-online"])
    return best(given)


def test_the_social_title_comes_first_then_headline_heading_and_window() -> None:
    assert title("Sturm an der Küste", "Sturm im Norden", ("Sturm!",), "Sturm") == "Sturm an der Küste"
    assert title("", "Sturm im Norden", ("Sturm!",), "Sturm") == "Sturm im Norden"
    assert title("", "", ("Sturm in Emden",), "Sturm") == "Sturm in Emden"
    assert title("", "", ("Sturm in Emden", "Mehr zum Thema"), "Sturm an der Küste") == "Sturm an der Küste"
    assert title("", "", ("Sturm in Emden", "Mehr zum Thema")) == "Sturm in Emden"
    assert title() is None


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Brand in Ulm | Der Bote", "Brand in Ulm"),
        ("Brand in Ulm - Der Bote", "Brand in Ulm"),
        ("Brand in Ulm – bote-online.de", "Brand in Ulm"),
        ("Brand in Ulm • DER BOTE", "Brand in Ulm"),
        ("Brand in Ulm * Der Bote * by Ida Beispiel", "Brand in Ulm"),
        ("Brand in Ulm | Bayern | Der Bote", "Brand in Ulm"),
        ("Brand in Ulm | Der Bote | 28.04.2025", "Brand in Ulm"),
        ("Brand in Ulm, Tageszeitung Der Bote, 28.04.2025", "Brand in Ulm"),
        ("Der Bote: Brand in Ulm", "Der Bote: Brand in Ulm"),
        ("Der Bote | Brand in Ulm", "Brand in Ulm"),
        ("Brand in Ulm - zwei Tote", "Brand in Ulm - zwei Tote"),
        ("Ulm: Brand in Wohnhaus", "Ulm: Brand in Wohnhaus"),
        ("Was der Bote sah - und was nicht", "Was der Bote sah - und was nicht"),
        ("Ticker | Was am Montag in Kursk geschah", "Ticker | Was am Montag in Kursk geschah"),
        ("Sturm in Ulm - sagt der Bote", "Sturm in Ulm - sagt der Bote"),
        ("Sturm in Ulm - Der Bote Online", "Sturm in Ulm"),
        ("Sturm in Ulm - Bote", "Sturm in Ulm"),
        ("Der Bote", "Der Bote"),
    ],
)  # fmt: skip
def test_the_site_is_cut_off_and_a_dash_of_the_title_stays(given: str, expected: str) -> None:
    assert title(given) == expected


def test_the_heading_tells_what_is_the_title_and_what_the_site() -> None:
    head = "Brand - zwei Tote in Ulm"
    assert title("", "", (head, "Mehr"), f"{head} - Nachrichten aus der ganzen Region - Neues") == head
    assert title("Sturm wütet — Neues aus aller Welt", "", ("STURM WÜTET", "Mehr")) == "Sturm wütet"


def test_a_title_that_a_quotation_mark_cut_short_is_passed_over() -> None:
    whole = 'Bürgermeister und "Königin" beim Fest'
    assert title("Bürgermeister und", whole) == whole
    assert title("Bürgermeister", whole) == "Bürgermeister"
    assert title("Sturm wütet an der …", "", ("Sturm wütet an der Küste",)) == "Sturm wütet an der Küste"
    assert title("Und dann …", "Sturm wütet an der Küste") == "Und dann …"


def test_titles_are_compared_without_the_form_of_their_marks() -> None:
    assert folded("„Es brennt“,\u00a0sagt O’Hara") == folded('"es  brennt", sagt o\'ha\u00adra')
