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


def chosen(*, social: str, headline: str = "", page: str = "", printed: str = "", for_search: str = "") -> str | None:
    """Return the title of a page whose heading is printed, or is there for search engines."""
    given = Titles(
        social=social,
        headline=headline,
        headings=[heading for heading in (for_search, printed) if heading],
        page=page,
        outlets=["Der Bote"],
        printed=[printed],
        for_search=[for_search],
    )
    return best(given)


SHARED, OWN = "Feuer in Ulm: Was wir wissen", "Zwei Tote bei Brand in Ulm"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (OWN, OWN),
        (f"Unglück am Abend {OWN}", OWN),
        (SHARED, SHARED),
        (f"Unglück - {SHARED}", SHARED),
        ("Was wir wissen", SHARED),
        ("Feuer in der Stadt Ulm: Was wir bislang wissen", SHARED),
        ("Was wir wissen: Feuer in Ulm", SHARED),
        ("Stadt trauert nach dem Brand", SHARED),
        ("", SHARED),
    ],
)
def test_the_headline_is_the_title_where_it_alone_is_printed(printed: str, expected: str) -> None:
    assert chosen(social=SHARED, headline=OWN, printed=printed) == expected


def test_a_title_that_only_search_engines_are_given_is_not_the_articles_own() -> None:
    other = "Stadt trauert nach dem Brand"
    assert chosen(social=SHARED, headline=OWN, page=SHARED, printed=other, for_search=SHARED) == OWN
    assert chosen(social=SHARED, headline=OWN, page=OWN, printed=other, for_search=OWN) == SHARED
    assert chosen(social=SHARED, headline=OWN, page=SHARED, printed=SHARED, for_search=SHARED) == SHARED


def test_the_window_decides_where_neither_title_is_printed() -> None:
    other = "Stadt trauert nach dem Brand"
    assert chosen(social=SHARED, headline=OWN, page=f"{OWN} | Der Bote", printed=other) == OWN
    assert chosen(social=SHARED, headline=OWN, page=f"{SHARED} | Der Bote", printed=other) == SHARED
    assert chosen(social=SHARED, headline=OWN, page=f"{OWN} | Der Bote", printed=SHARED) == SHARED


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Unwetter im Süden - Zwei Tote in Ulm", "Zwei Tote in Ulm"),
        ("Unwetter im Süden: Zwei Tote in Ulm", "Zwei Tote in Ulm"),
        ("Sturm - Zwei Tote in Ulm", "Sturm: Zwei Tote in Ulm"),
        ("Zwei Tote in Ulm", "Sturm: Zwei Tote in Ulm"),
        ("Unwetter - Zwei Tote in Ulm und Emden", "Sturm: Zwei Tote in Ulm"),
        ("Am Abend zwei Tote in Ulm", "Sturm: Zwei Tote in Ulm"),
    ],
)
def test_a_kicker_is_cut_off_where_the_same_words_are_printed_under_another(printed: str, expected: str) -> None:
    assert chosen(social="Sturm: Zwei Tote in Ulm", printed=printed) == expected


def test_the_quotation_marks_are_those_of_most_places() -> None:
    plain, curly = "It's over, says 'Ida'", "It’s over, says ‘Ida’"
    assert chosen(social=plain, headline=curly, page=f"{curly} | Der Bote", printed=curly) == curly
    assert chosen(social=plain, headline=curly, page=f"{plain} | Der Bote", printed=curly) == plain
    assert chosen(social=plain, headline=curly.upper(), page=curly.upper(), printed=curly.upper()) == plain
