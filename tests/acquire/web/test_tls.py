"""Connections over TLS are to the server that its certificate names, or they are none."""

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acquire import server
from tests.acquire.server import Site
from tests.acquire.web.reading import codes, read

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="the certificate is made by openssl")
NAME = "bote.example"


def home(_host: str, _port: int) -> list[str]:
    return ["127.0.0.1"]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a certificate of our own making for one name, with its key in the same file."""
    path = tmp_path_factory.mktemp("tls") / "certificate.pem"
    key = path.with_name("key.pem")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", f"/CN={NAME}"]
    command += ["-addext", f"subjectAltName=DNS:{NAME}", "-keyout", str(key), "-out", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + key.read_bytes())
    return path


@pytest.fixture
def secure(certificate: Path) -> Iterator[Site]:
    """Return a site over TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with server.serving(context) as site:
        yield site


def test_a_certificate_that_nobody_vouches_for_is_told(secure: Site) -> None:
    (found,) = read(secure.url("/good", NAME, "https"), resolver=home)
    assert "A25 the connection is not secure" in str(found)
    assert secure.requests == []


def test_a_trusted_certificate_is_checked_by_the_name_and_not_by_the_number(
    secure: Site, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert codes(read(secure.url("/good", NAME, "https"), resolver=home)) == [""]
    assert secure.asked("/good")[0].headers["host"] == f"{NAME}:{secure.port}"
    assert codes(read(secure.url("/other", "kurier.example", "https"), resolver=home)) == ["A25"]
    assert codes(read(secure.url("/other", scheme="https"))) == ["A25"]


def test_no_redirect_leads_from_https_back_to_http(
    secure: Site, site: Site, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    secure["/away"] = server.redirect(site.url("/good"))
    secure["/robots.txt"] = server.redirect(site.url("/robots.txt"))
    found = read(secure.url("/away", NAME, "https"), secure.url("/good", NAME, "https"), resolver=home)
    assert codes(found) == ["A26", ""]
    assert site.requests == []
    site["/away"] = server.redirect(secure.url("/good", NAME, "https"))
    assert codes(read(site.url("/away"), resolver=home)) == [""]
