"""A web server on loopback that misbehaves as told: each way of going wrong once, over real sockets."""

import gzip
import socket
import socketserver
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TypeAlias

PATIENCE = 10.0
"""Seconds after which a server that hangs on purpose gives up, so that a broken client fails instead of hanging too."""

STORY = (
    "<p>Bei einem Brand in Ulm sind am Montag zwei Menschen gestorben. Die Polizei ermittelt nun zur Ursache.</p>"
    "<p>Die Feuerwehr war mit 40 Kräften im Einsatz. Das Haus ist nach Angaben der Stadt nicht mehr bewohnbar.</p>"
)


def page(title: str = "Zwei Tote bei Brand in Ulm", *, head: str = "", date: str = "2025-04-28T09:00:00+02:00") -> str:
    """Return an article's page."""
    dated = f'<meta property="article:published_time" content="{date}">' if date else ""
    return (
        f'<!DOCTYPE html><html lang="de"><head><title>{title}</title>{dated}{head}</head>'
        f"<body><article><h1>{title}</h1>{STORY}</article></body></html>"
    )


@dataclass(frozen=True, slots=True)
class Request:
    """What a client asked for."""

    path: str
    headers: dict[str, str]


@dataclass(slots=True)
class Answer:
    """A well-formed answer; `length` may lie about the body."""

    body: str | bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    length: int | None = None

    def __call__(self, _: Request, connection: socket.socket) -> None:
        """Send it."""
        body = self.body.encode() if isinstance(self.body, str) else self.body
        length = len(body) if self.length is None else self.length
        lines = [f"HTTP/1.1 {self.status} Something", f"Content-Length: {length}", "Connection: close"]
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        connection.sendall("\r\n".join([*lines, "", ""]).encode("latin-1") + body)


Behaviour: TypeAlias = Callable[[Request, socket.socket], None]
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def slow_headers(_: Request, connection: socket.socket) -> None:
    """Begin to answer, and fall silent."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-")
    _hang(connection)


def slow_drip(_: Request, connection: socket.socket) -> None:
    """Send a byte now and then, so that no single wait is long."""
    connection.sendall(_HEAD + b"\r\n")
    for _turn in range(int(PATIENCE / 0.02)):
        connection.sendall(b"x")
        time.sleep(0.02)


def dripping_headers(_: Request, connection: socket.socket) -> None:
    """Send headers without end, slowly."""
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for turn in range(int(PATIENCE / 0.02)):
        connection.sendall(f"X-{turn}: x\r\n".encode())
        time.sleep(0.02)


def endless_headers(_: Request, connection: socket.socket) -> None:
    """Send headers without end, fast."""
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        connection.sendall(b"X-More: " + b"x" * 1000 + b"\r\n")


def endless_body(_: Request, connection: socket.socket) -> None:
    """Send a body without end."""
    connection.sendall(_HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    while True:
        connection.sendall(b"400\r\n" + b"x" * 0x400 + b"\r\n")


def reset(_: Request, connection: socket.socket) -> None:
    """Break the connection off without a word."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def reset_inside(_: Request, connection: socket.socket) -> None:
    """Break the connection off in the middle of the body."""
    connection.sendall(_HEAD + b"Content-Length: 5000\r\n\r\n<html>")
    time.sleep(0.05)
    reset(_, connection)


def no_http(_: Request, connection: socket.socket) -> None:
    """Answer in no language of the web."""
    connection.sendall(b"220 mail.example ESMTP ready\r\n\x00\x01\x02")


def silence(_: Request, connection: socket.socket) -> None:
    """Hang up politely and say nothing."""


def zipped(body: str | bytes, *, times: int = 1) -> Answer:
    """Return an answer packed by gzip."""
    packed = gzip.compress((body.encode() if isinstance(body, str) else body) * times, mtime=0)
    return Answer(packed, headers={"Content-Type": "text/html; charset=utf-8", "Content-Encoding": "gzip"})


def redirect(to: str, status: int = 302) -> Answer:
    """Return an answer that leads elsewhere."""
    return Answer(status=status, headers={"Location": to})


def xml(body: str) -> Answer:
    """Return an answer in XML."""
    return Answer(body, headers={"Content-Type": "application/xml; charset=utf-8"})


def rss(*items: str) -> Answer:
    """Return a feed of these items."""
    rows = "".join(f"<item>{item}</item>" for item in items)
    return xml(f'<?xml version="1.0"?><rss version="2.0"><channel><title>Der Bote</title>{rows}</channel></rss>')


def sitemap(*entries: str, root: str = "urlset", row: str = "url") -> Answer:
    """Return a sitemap of these entries."""
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    news = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    rows = "".join(f"<{row}>{entry}</{row}>" for entry in entries)
    return xml(f'<?xml version="1.0" encoding="UTF-8"?><{root} {space} {news}>{rows}</{root}>')


def _hang(connection: socket.socket) -> None:
    connection.settimeout(PATIENCE)
    with suppress(OSError):
        connection.recv(1)


class Site:
    """A server's addresses with how each behaves, and what was asked of it; what is not there answers 404."""

    def __init__(self, port: int) -> None:
        """Begin with two good articles."""
        self.port = port
        self.requests: list[Request] = []
        self.behaviours: dict[str, Behaviour] = {
            "/good": Answer(page()),
            "/other": Answer(page("Ein Verletzter bei Sturm in Emden")),
        }

    def __setitem__(self, path: str, behaviour: Behaviour) -> None:
        """Let an address behave so."""
        self.behaviours[path] = behaviour

    def url(self, path: str, host: str = "127.0.0.1", scheme: str = "http") -> str:
        """Return the whole address of a path."""
        return f"{scheme}://{host}:{self.port}{path}"

    def asked(self, path: str) -> list[Request]:
        """Return the requests for a path."""
        return [request for request in self.requests if request.path == path]


class _Handler(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        with suppress(OSError):  # the client may have had enough
            request = _read(self.request)
            if request is None:
                return
            site: Site = self.server.site  # type: ignore[attr-defined]  # set where the server is made
            site.requests.append(request)
            site.behaviours.get(request.path, Answer(b"<h1>no such page</h1>", 404))(request, self.request)


def _read(connection: socket.socket) -> Request | None:
    connection.settimeout(PATIENCE)
    head = b""
    while b"\r\n\r\n" not in head:
        part = connection.recv(4096)
        if not part or not head + part or (head + part)[:1] == b"\x16":  # the first byte of TLS
            with suppress(OSError):
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            return None
        head += part
    first, *lines = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    return Request(first.split(" ")[1], {name.lower(): value for name, value in headers.items()})


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: behaviour that breaks off is meant to."""


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Run a site on a free port of loopback, over TLS where a context is given."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        if context is not None:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        site = Site(server.server_address[1])
        server.site = site  # type: ignore[attr-defined]  # the handler's way to it
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        try:
            yield site
        finally:
            server.shutdown()
