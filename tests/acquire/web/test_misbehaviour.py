"""Each way in which a server goes wrong gives an error line with the way out, and costs no neighbour."""

import socket
import threading

import pytest

from lagebild.model import Article, InputError
from tests.acquire import server
from tests.acquire.server import Answer, Behaviour, Request, Site
from tests.acquire.web.reading import codes, read

HTML = {"Content-Type": "text/html; charset=utf-8"}
GZIP = {**HTML, "Content-Encoding": "gzip"}

WRONG: dict[str, tuple[Behaviour, str, str]] = {
    "slow headers": (server.slow_headers, "A22", "--timeout"),
    "dripping headers": (server.dripping_headers, "A22", "--timeout"),
    "slow drip": (server.slow_drip, "A22", "--timeout"),
    "endless headers": (server.endless_headers, "A23", ""),
    "endless body": (server.endless_body, "A24", "300,000"),
    "announced too large": (Answer(length=10**12), "A24", ""),
    "wrong length": (Answer(server.page(), length=100_000), "A23", ""),
    "gzip bomb": (server.zipped(b"\0" * 1_000_000, times=30), "A24", "300,000"),
    "gzip cut short": (Answer(server.zipped(server.page()).body[:60], headers=GZIP), "A23", ""),
    "gzip that is none": (Answer("<p>none</p>", headers=GZIP), "A23", ""),
    "unknown packing": (Answer("???", headers={**HTML, "Content-Encoding": "br"}), "A23", "br"),
    "connection reset": (server.reset, "A23", ""),
    "reset inside the body": (server.reset_inside, "A23", ""),
    "no word": (server.silence, "A23", ""),
    "no http": (server.no_http, "A23", ""),
    "redirect to itself": (server.redirect("/wrong"), "A26", "in a circle"),
    "redirect without an address": (Answer(status=302), "A26", "without an address"),
    "redirect to a file": (server.redirect("file:///etc/passwd"), "A04", "file:"),
    "redirect to nonsense": (server.redirect("http://[::1"), "A04", ""),
    "redirect with a password": (server.redirect("http://ida:geheim@127.0.0.1/"), "A04", "password"),
    "unasked 304": (Answer(status=304), "A23", "304"),
    "login": (Answer("<p>Bitte anmelden</p>", 401), "A27", "401"),
    "paywall": (Answer("<p>Bitte zahlen</p>", 402), "A27", "402"),
    "forbidden with a page": (Answer(server.page(), 403), "A27", "403"),
    "not found with a page": (Answer(server.page("Nicht gefunden"), 404), "A28", "404"),
    "gone": (Answer(status=410), "A28", "410"),
    "legal reasons": (Answer(status=451), "A27", "451"),
    "too many requests": (Answer(status=429, headers={"Retry-After": "3600"}), "A29", "3,600 s"),
    "server error": (Answer(server.page("Fehler"), 500), "A30", "500"),
    "in repair": (Answer(status=503), "A30", "503"),
    "odd status": (Answer(status=600), "A30", "600"),
    "empty page": (Answer(b""), "A06", ""),
    "no content": (Answer(status=204), "A06", ""),
    "white page": (Answer(b" \n\t "), "A06", ""),
    "page without text": (Answer("<html><body><script>1</script></body></html>"), "A13", ""),
    "pdf": (Answer(b"%PDF-1.7 \x00", headers={"Content-Type": "application/pdf"}), "A33", "PDF"),
    "pdf called a page": (Answer(b"%PDF-1.7 \x00\xff\xfe", headers=HTML), "A33", "PDF"),
    "picture": (Answer(b"\x89PNG\r\n\x1a\n", headers={"Content-Type": "image/png"}), "A33", "picture"),
    "json": (Answer("{}", headers={"Content-Type": "application/json"}), "A33", "application/json"),
    "drawing": (Answer("<svg/>", headers={"Content-Type": "image/svg+xml"}), "A33", "svg"),
    "bytes called a page": (Answer(bytes(range(256)) * 9, headers=HTML), "A07", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_server_that_goes_wrong_costs_only_its_own_page(site: Site, name: str) -> None:
    site["/wrong"], code, told = WRONG[name]
    found = read(site.url("/good"), site.url("/wrong"), *([] if code == "A29" else [site.url("/other")]))
    assert codes(found) == ["", code, ""][: len(found)]
    error = found[1]
    assert isinstance(error, InputError)
    assert error.input == site.url("/wrong")
    assert told in str(error)
    assert str(error).endswith(")")
    assert "\n" not in str(error)


def test_redirects_are_followed_ten_times_and_no_further(site: Site) -> None:
    for number in range(11):
        site[f"/{number}"] = server.redirect(f"/{number + 1}", [301, 302, 303, 307, 308][number % 5])
    site["/11"] = site.behaviours["/good"]
    assert codes(read(site.url("/1"), site.url("/0"))) == ["", "A26"]


def test_what_a_redirect_leads_to_is_the_articles_address(site: Site) -> None:
    site["/short"] = server.redirect("/good#part")
    (found,) = read(site.url("/short"))
    assert isinstance(found, Article)
    assert (found.url, found.retrieved_from) == (site.url("/good"), site.url("/good"))


def test_an_error_behind_a_redirect_is_told_with_its_place(site: Site) -> None:
    site["/short"] = server.redirect("/away")
    (found,) = read(site.url("/short"))
    assert str(found).startswith(f"{site.url('/short')}:{site.url('/away')}: A28 ")


def test_a_server_that_asks_for_a_moment_is_asked_again(site: Site) -> None:
    answers = iter([Answer(status=429, headers={"Retry-After": "0"}), Answer(server.page())])

    def in_turn(request: Request, connection: socket.socket) -> None:
        next(answers)(request, connection)

    site["/busy"] = in_turn
    assert codes(read(site.url("/busy"))) == [""]


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_asks_for_an_hour_is_left_alone(site: Site, status: int) -> None:
    site["/busy"] = Answer(status=status, headers={"Retry-After": "3600"})
    assert codes(read(site.url("/busy"), site.url("/good"))) == ["A29", "A29"]
    assert site.asked("/good") == []


def test_a_server_that_asks_for_a_moment_again_and_again_is_asked_twice(site: Site) -> None:
    site["/busy"] = Answer(status=429, headers={"Retry-After": "0"})
    assert codes(read(site.url("/busy"), site.url("/good"))) == ["A29", ""]
    assert len(site.asked("/busy")) == 2


def test_certificates_that_cannot_be_read_are_told(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/certificates.pem")
    (found,) = read(site.url("/good"))
    assert "A25" in str(found)
    assert "SSL_CERT_FILE" in str(found)


def test_a_port_where_nobody_listens_is_told() -> None:
    with server.serving() as gone:
        address = gone.url("/")
    (found,) = read(address)
    assert str(found).startswith(f"{address}: A21 the server can't be reached")


def test_a_name_that_nobody_knows_is_told() -> None:
    def resolver(host: str, port: int) -> list[str]:
        raise OSError(-2, f"{host}:{port} is not known")

    assert codes(read("https://nowhere.example/", resolver=resolver)) == ["A21"]


def test_a_name_that_takes_too_long_to_look_up_is_told() -> None:
    wait = threading.Event()
    found = read("https://slow.example/", resolver=lambda *_: [str(wait.wait(server.PATIENCE))], connect=0.05)
    wait.set()
    assert codes(found) == ["A22"]


def test_tls_asked_of_a_server_without_it_is_told(site: Site) -> None:
    assert codes(read(site.url("/good", scheme="https"))) == ["A25"]


def test_no_cookie_is_ever_sent_back(site: Site) -> None:
    site["/sweet"] = Answer(server.page(), headers={**HTML, "Set-Cookie": "who=ida; Path=/"})
    read(site.url("/sweet"), site.url("/good"))
    assert all("cookie" not in request.headers for request in site.requests)


def test_servers_are_told_who_asks(site: Site) -> None:
    read(site.url("/good"), contact="desk@example.org")
    assert all("Lagebild/" in request.headers["user-agent"] for request in site.requests)
    assert all("desk@example.org" in request.headers["user-agent"] for request in site.requests)
