"""Connections to the very machine that was checked, within one deadline for all of a request."""

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias

import httpcore
import httpx

from lagebild.acquire.catalogue import LINK_LOCAL, PRIVATE, UNTRUSTED, Unreadable
from lagebild.acquire.web.addresses import is_link_local, is_public

Resolver: TypeAlias = Callable[[str, int], Sequence[str]]
_MOST_TRIED = 4


class Deadline:
    """The moment until which a request may last."""

    def __init__(self) -> None:
        """Set none."""
        self._until = float("inf")

    def start(self, seconds: float) -> None:
        """Set it so many seconds from now."""
        self._until = time.monotonic() + seconds

    def within(self, timeout: float | None, late: type[httpcore.TimeoutException]) -> float | None:
        """Return a time-out that does not pass the deadline; raise `late` where that is over."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise late("the time for the whole request is over")
        if left == float("inf"):
            return timeout
        return left if timeout is None else min(left, timeout)


def resolve(host: str, port: int) -> Sequence[str]:
    """Return the IP addresses of a host, as the system knows them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


class Transport(httpx.BaseTransport):
    """The way requests take: names are looked up once, checked, and connected to by the number that was checked."""

    def __init__(self, deadline: Deadline, *, allow_private: bool, resolver: Resolver = resolve) -> None:
        """Open nothing yet; certificates are those of certifi, or of SSL_CERT_FILE or SSL_CERT_DIR."""
        self._network = _Backend(deadline, allow_private=allow_private, resolver=resolver)
        self._opened: httpcore.ConnectionPool | None = None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer with its body still to be read; errors are those of httpcore, or Unreadable."""
        url = request.url
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        answer = self._pool().handle_request(
            httpcore.Request(request.method, target, headers=request.headers.raw, extensions=request.extensions)
        )
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), extensions={"http_version": b"HTTP/1.1"}
        )

    def close(self) -> None:
        """Close all connections."""
        if self._opened is not None:
            self._opened.close()

    def _pool(self) -> httpcore.ConnectionPool:
        """Return the pool of connections; raise Unreadable where the certificates to check them by can't be read."""
        if self._opened is None:
            try:
                context = httpx.create_ssl_context()
            except OSError as error:
                reason = "the certificates of SSL_CERT_FILE or SSL_CERT_DIR can't be read"
                raise Unreadable(UNTRUSTED, reason) from error
            self._opened = httpcore.ConnectionPool(
                ssl_context=context,
                max_keepalive_connections=0,  # a pause follows each request, in which servers hang up unseen
                network_backend=self._network,
            )
        return self._opened


class _Body(httpx.SyncByteStream):
    """The bytes of an answer as they come; closing it gives the connection back."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _Backend(httpcore.NetworkBackend):
    def __init__(self, deadline: Deadline, *, allow_private: bool, resolver: Resolver) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._resolver = resolver
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to one of the host's addresses; where any of them is not public, refuse them all.

        Those of the link alone are refused even where private ones are allowed.
        """
        numbers = self._looked_up(host, port, self._deadline.within(timeout, httpcore.ConnectTimeout))
        inside = [number for number in numbers if not is_public(number)]
        never = [number for number in inside if is_link_local(number)]
        if never or (inside and not self._allow_private):
            first = (never or inside)[0]
            raise Unreadable(LINK_LOCAL if never else PRIVATE, host if first == host else f"{host} is {first}")
        failed: Exception = httpcore.ConnectError(f"{host} has no address")
        for number in numbers[:_MOST_TRIED]:
            left = self._deadline.within(timeout, httpcore.ConnectTimeout)
            try:
                stream = self._network.connect_tcp(number, port, left, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                return _Stream(stream, self._deadline)
        raise failed

    def _looked_up(self, host: str, port: int, seconds: float | None) -> Sequence[str]:
        """Return the host's addresses; the system's own look-up knows no time limit, so it runs aside."""
        answers: queue.SimpleQueue[Sequence[str] | OSError] = queue.SimpleQueue()

        def look_up() -> None:
            try:
                answers.put(self._resolver(host, port))
            except (OSError, UnicodeError) as error:
                answers.put(error if isinstance(error, OSError) else OSError(str(error)))

        threading.Thread(target=look_up, daemon=True).start()
        try:
            found = answers.get(timeout=seconds)
        except queue.Empty:
            raise httpcore.ConnectTimeout(f"looking up {host}") from None
        if isinstance(found, OSError):
            raise httpcore.ConnectError(found.strerror or str(found)) from found
        return found


class _Stream(httpcore.NetworkStream):
    """A connection on which nothing is read or written after the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.within(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.within(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.within(timeout, httpcore.ConnectTimeout)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - as httpcore declares it
        return self._stream.get_extra_info(info)
