"""What a site allows: robots.txt, and reservations of text and data mining in each place where they may stand."""

import json

import pytest

from tests.acquire import server
from tests.acquire.server import Answer, Behaviour, Site
from tests.acquire.web.reading import codes, read

PLAIN = {"Content-Type": "text/plain"}


def robots(text: str) -> Answer:
    return Answer(text, headers=PLAIN)


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ("User-agent: *\nDisallow: /\n", "A31"),
        ("User-agent: *\nDisallow: /go\n", "A31"),
        ("\ufeffUser-Agent: lagebild\nDisallow: /good$\n", "A31"),
        ("User-agent: *\nAllow: /\n\nUser-agent: Lagebild\nDisallow: /\n", "A31"),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Lagebild\nAllow: /\n", ""),
        ("User-agent: *\nDisallow: /\nAllow: /good\n", ""),
        ("User-agent: *\nDisallow: /*?\n", ""),
        ("User-agent: OtherBot\nDisallow: /\n", ""),
        ("<html><body>This is no robots.txt</body></html>", ""),
        ("", ""),
    ],
)
def test_robots_txt_is_obeyed(site: Site, rules: str, code: str) -> None:
    site["/robots.txt"] = robots(rules)
    assert codes(read(site.url("/good"))) == [code]
    assert len(site.asked("/good")) == (0 if code else 1)


@pytest.mark.parametrize(
    ("behaviour", "code"),
    [
        (Answer(status=404), ""),
        (Answer(status=403), ""),
        (Answer(status=429), "A29"),
        (Answer(status=500), "A31"),
        (Answer(status=503), "A31"),
        (server.slow_headers, "A22"),
        (server.reset, "A23"),
        (server.redirect("/robots.txt"), ""),
        (server.redirect("file:///etc/passwd"), ""),
    ],
)
def test_a_site_without_robots_txt_allows_all_and_one_that_fails_to_say_nothing(
    site: Site, behaviour: Behaviour, code: str
) -> None:
    site["/robots.txt"] = behaviour
    found = read(site.url("/good"), site.url("/other"))
    assert codes(found) == [code, code]
    assert (len(site.asked("/good")) == 0) == bool(code)


def test_robots_txt_is_asked_for_once_and_found_where_it_has_moved(site: Site) -> None:
    site["/robots.txt"] = server.redirect("/moved.txt")
    site["/moved.txt"] = robots("User-agent: *\nDisallow: /other\n")
    assert codes(read(site.url("/good"), site.url("/other"), site.url("/good"))) == ["", "A31", ""]
    assert len(site.asked("/robots.txt")) == 1


def test_only_the_beginning_of_an_endless_robots_txt_counts(site: Site) -> None:
    site["/robots.txt"] = robots("User-agent: *\nDisallow: /other\n" + "# nothing\n" * 100_000)
    assert codes(read(site.url("/other"), site.url("/good"))) == ["A31", ""]


def test_the_site_that_a_redirect_leads_to_is_asked_too(site: Site) -> None:
    with server.serving() as closed:
        closed["/robots.txt"] = robots("User-agent: *\nDisallow: /\n")
        site["/away"] = server.redirect(closed.url("/good"))
        assert codes(read(site.url("/away"))) == ["A31"]
        assert closed.asked("/good") == []


@pytest.mark.parametrize(("asked", "waited"), [("50", 50), ("5000", 60), ("0.2", 1), ("bald", 1)])
def test_robots_txt_may_ask_for_a_longer_pause(
    site: Site, monkeypatch: pytest.MonkeyPatch, asked: str, waited: int
) -> None:
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    site["/robots.txt"] = robots(f"User-agent: *\nCrawl-delay: {asked}\n")
    assert codes(read(site.url("/good"), site.url("/other"), delay=1.0)) == ["", ""]
    assert [round(seconds) for seconds in slept] == [waited]


def meta(name: str, content: str) -> Answer:
    return Answer(server.page(head=f'<META content="{content}" NAME={name}>'))


def with_header(name: str, value: str, head: str = "") -> Answer:
    return Answer(server.page(head=head), headers={"Content-Type": "text/html", name: value})


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (with_header("TDM-Reservation", "1"), "A32"),
        (with_header("tdm-reservation", "0"), ""),
        (meta("tdm-reservation", "1"), "A32"),
        (meta("tdm-reservation", "0"), ""),
        (with_header("tdm-reservation", "1", '<meta name="tdm-reservation" content="0">'), ""),
        (with_header("tdm-reservation", "0", "<meta name='tdm-reservation' content='1'>"), "A32"),
        (with_header("X-Robots-Tag", "noindex, noai"), "A32"),
        (with_header("X-Robots-Tag", "otherbot: noai"), ""),
        (with_header("X-Robots-Tag", "noindex"), ""),
        (meta("robots", "index, follow, noai, noimageai"), "A32"),
        (meta("lagebild", "noml"), "A32"),
        (meta("robots", "noarchive"), ""),
    ],
)
def test_a_page_may_reserve_mining(site: Site, answer: Answer, code: str) -> None:
    site["/page"] = answer
    assert codes(read(site.url("/page"))) == [code]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([{"location": "/", "tdm-reservation": 1}], "A32"),
        ([{"location": "/go", "tdm-reservation": "1", "tdm-policy": "https://example.org/terms"}], "A32"),
        ([{"location": "/*od$", "tdm-reservation": 1}], "A32"),
        ({"location": "/good", "tdm-reservation": 1}, "A32"),
        ([{"location": "/", "tdm-reservation": 0}, {"location": "/good", "tdm-reservation": 1}], "A32"),
        ([{"location": "/good", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}], ""),
        ([{"location": "/pictures/", "tdm-reservation": 1}], ""),
        ([{"location": "/good/$", "tdm-reservation": 1}, 7, {"tdm-reservation": 1}], ""),
        ([{"location": "/", "tdm-reservation": 0}], ""),
        ("reserved", ""),
    ],
)
def test_a_site_may_reserve_mining_in_a_file(site: Site, rows: object, code: str) -> None:
    site["/.well-known/tdmrep.json"] = Answer(json.dumps(rows), headers={"Content-Type": "application/json"})
    found = read(site.url("/good"))
    assert codes(found) == [code]
    assert len(site.asked("/good")) == (0 if code else 1)


def test_the_terms_of_a_reservation_are_named(site: Site) -> None:
    rows = [{"location": "/", "tdm-reservation": 1, "tdm-policy": "https://example.org/terms"}]
    site["/.well-known/tdmrep.json"] = Answer(json.dumps(rows))
    assert "its terms are at https://example.org/terms" in str(read(site.url("/good"))[0])


@pytest.mark.parametrize(("behaviour", "code"), [(Answer(server.page()), ""), (Answer(status=500), "A30")])
def test_a_page_in_place_of_the_file_reserves_nothing_and_a_failure_is_told(
    site: Site, behaviour: Behaviour, code: str
) -> None:
    site["/.well-known/tdmrep.json"] = behaviour
    assert codes(read(site.url("/good"))) == [code]
