"""Addresses of machines that are nobody else's business are refused: however written, whoever leads there."""

import pytest

from lagebild.acquire.web.addresses import is_public, origin, parsed
from tests.acquire import server
from tests.acquire.server import Site
from tests.acquire.web.reading import codes, read

ANY = "0.0.0.0"  # noqa: S104 - an address to refuse, not to listen on
INSIDE = [
    "127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", ANY,
    "100.64.0.1", "100.100.100.200", "192.0.0.192", "198.18.0.1", "192.0.2.1", "224.0.0.1", "240.0.0.1",
    "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1",
    "2001:db8::1", "100::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b::a00:1", "2002:7f00:1::", "2001:0:7f00:1::",
]  # fmt: skip
OUTSIDE = [
    "1.1.1.1",
    "172.32.0.1",
    "192.167.1.1",
    "2606:4700::1111",
    "2a00:1450::1",
    "64:ff9b::101:101",
    "::ffff:1.1.1.1",
]


@pytest.mark.parametrize("number", INSIDE)
def test_an_address_inside_is_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", OUTSIDE)
def test_an_address_outside_is_public(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", ANY, "[::ffff:7f00:1]", "LOCALHOST", "127.0.0.1."],
)
def test_a_private_address_is_refused_without_a_request(site: Site, host: str) -> None:
    (found,) = read(site.url("/good", host=host), allow_private=False)
    assert codes([found]) in (["A20"], ["A04"])
    assert site.requests == []


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0x7f.1", "017700000001", "1.2.3"])
def test_a_number_that_is_written_oddly_is_refused_even_where_private_ones_are_allowed(site: Site, host: str) -> None:
    assert codes(read(site.url("/good", host=host))) == ["A04"]
    assert site.requests == []


@pytest.mark.parametrize(
    "address",
    ["ftp://example.org/", "file:///etc/passwd", "http://", "http:///a", "https://:80/", "gopher://example.org/",
     "http://ida@example.org/", "http://exa mple.org/", "http://" + "a" * 5000, "https://example.org:99999/"],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_refused(address: str) -> None:
    assert codes(read(address)) == ["A04"]


class Names:
    """Names that lead where they are told to, another place each time; the last answer stays."""

    def __init__(self, *answers: list[str]) -> None:
        """Keep the answers."""
        self.answers = list(answers)
        self.asked = 0

    def __call__(self, _host: str, _port: int) -> list[str]:
        """Return the next answer."""
        self.asked += 1
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let 127.0.0.1 count as public, for there is no other server that a test could ask."""
    monkeypatch.setattr("lagebild.acquire.web.connection.is_public", lambda number: number == "127.0.0.1")


@pytest.mark.usefixtures("home")
def test_the_connection_goes_to_the_number_that_was_checked(site: Site) -> None:
    names = Names(["127.0.0.1"])
    assert codes(read(site.url("/good", host="bote.example"), resolver=names, allow_private=False)) == [""]
    assert site.asked("/good")[0].headers["host"] == f"bote.example:{site.port}"
    assert names.asked == len(site.requests)


@pytest.mark.usefixtures("home")
def test_a_name_that_leads_inside_the_second_time_is_refused_then(site: Site) -> None:
    names = Names(["127.0.0.1"], ["127.0.0.1"], ["127.0.0.2"])
    (found,) = read(site.url("/good", host="bote.example"), resolver=names, allow_private=False)
    assert "A20 the address is not public: bote.example is 127.0.0.2" in str(found)
    assert [request.path for request in site.requests] == ["/robots.txt", "/.well-known/tdmrep.json"]


@pytest.mark.usefixtures("home")
def test_a_name_that_leads_inside_and_outside_is_refused(site: Site) -> None:
    names = Names(["127.0.0.1", "10.0.0.1"])
    assert codes(read(site.url("/good", host="bote.example"), resolver=names, allow_private=False)) == ["A20"]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("path", ["/good", "/robots.txt", "/.well-known/tdmrep.json"])
def test_no_redirect_leads_inside(site: Site, path: str) -> None:
    site[path] = server.redirect(site.url("/other", host="127.0.0.2"))
    assert codes(read(site.url("/good"), allow_private=False)) == ["A20"]
    assert site.asked("/other") == []


def test_where_one_address_of_a_server_does_not_answer_the_next_is_tried(site: Site) -> None:
    names = Names(["127.0.0.9", "127.0.0.1"])
    assert codes(read(site.url("/good", host="bote.example"), resolver=names)) == [""]


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("www.example.org", "https://www.example.org"),
        ("HTTP://Example.ORG/a#part", "http://example.org/a"),
        (" https://example.org/ä ", "https://example.org/%C3%A4"),
    ],
)
def test_an_address_is_read_as_browsers_do(address: str, url: str) -> None:
    assert str(parsed(address)) == url


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://example.org:443/a", "https://example.org"),
        ("http://example.org:8080/a", "http://example.org:8080"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example"),
    ],
)
def test_the_origin_is_scheme_host_and_port(address: str, site: str) -> None:
    assert origin(parsed(address)) == site


@pytest.mark.parametrize("number", ["169.254.169.254", "fe80::1%eth0", "::ffff:169.254.169.254"])
def test_what_is_of_the_link_alone_is_refused_even_where_private_addresses_are_allowed(site: Site, number: str) -> None:
    found = read(site.url("/good", host="bote.example"), resolver=Names([number]))
    assert codes(found) == ["A37"]
    assert site.requests == []


def test_no_redirect_leads_to_the_link_even_where_private_addresses_are_allowed(site: Site) -> None:
    site["/away"] = server.redirect("http://169.254.169.254/latest/")
    assert codes(read(site.url("/away"))) == ["A37"]
