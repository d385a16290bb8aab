"""Pages from the web: allowed, bounded, from the machine that was checked; whatever goes wrong is told."""

import datetime as dt
import re
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NoReturn

import httpcore
import httpx

from lagebild.acquire import catalogue as faults
from lagebild.acquire.catalogue import Unreadable
from lagebild.acquire.web import permission
from lagebild.acquire.web.addresses import origin, parsed
from lagebild.acquire.web.connection import Deadline, Resolver, Transport, resolve
from lagebild.acquire.web.kept import VALIDATORS, Kept, KeptPage
from lagebild.acquire.web.pace import Pace, retry_after
from lagebild.acquire.web.settings import Settings
from lagebild.acquire.web.unpacking import body

_MOST_REDIRECTS = 10
_MOST_ROBOTS_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NOT_MODIFIED, _OK = 304, range(200, 300)
_BUSY = frozenset({429, 503})
_GONE = frozenset({404, 410})
_REFUSED = range(400, 500)
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5"
_CHARSET = re.compile(r"""(?i)charset\s*=\s*["']?\s*([\w.:-]+)""")


@dataclass(frozen=True, slots=True)
class Page:
    """What was retrieved: the address that gave it, its bytes, its declared kind and charset, and when."""

    url: httpx.URL
    data: bytes
    kind: str
    charset: str | None
    retrieved: str


@dataclass(frozen=True, slots=True)
class _Answer:
    """An answer; `retrieved` is the time of a page that was kept and has not changed."""

    status: int
    headers: Mapping[str, str]
    data: bytes
    retrieved: str | None = None


class Fetcher:
    """The one way to the web for a run: it asks each site what it allows, and one thing at a time."""

    def __init__(self, settings: Settings, *, resolver: Resolver = resolve) -> None:
        """Open nothing yet."""
        self._settings = settings
        self._deadline = Deadline()
        self._transport = Transport(self._deadline, allow_private=settings.allow_private, resolver=resolver)
        self._permission = permission.Permission(self._file)
        self._kept = Kept(settings.cache)
        self._pace = Pace(patience=settings.patience)

    def close(self) -> None:
        """Close all connections."""
        self._transport.close()

    def page(self, address: str | httpx.URL) -> Page:
        """Return the page of an address, where redirects lead; raise Unreadable where it can't or may not be read.

        Each address on the way is checked like the first. The way from https back to http is not taken.
        """
        start = url = parsed(str(address))
        seen: set[httpx.URL] = set()
        try:
            while url not in seen and len(seen) <= _MOST_REDIRECTS:
                seen.add(url)
                self._permission.check(url)
                answer = self._patient(url)
                if answer.status not in _REDIRECTS:
                    return self._checked(url, answer)
                url = _next(url, answer)
        except Unreadable as problem:
            problem.place = problem.place or ("" if url == start else str(url))
            raise
        detail = "in a circle" if url in seen else f"after {_MOST_REDIRECTS} redirects"
        raise Unreadable(faults.REDIRECT, detail, place=str(url))

    def _patient(self, url: httpx.URL) -> _Answer:
        """Return the answer, asked for a second time where the server names a short time to wait."""
        answer = self._in_turn(url)
        if self._waits(url, answer):
            answer = self._in_turn(url)
            self._waits(url, answer)
        return answer

    def _waits(self, url: httpx.URL, answer: _Answer) -> bool:
        """Note how long a server asks to wait, and tell whether it is short enough to ask again."""
        seconds = retry_after(answer.headers.get("retry-after")) if answer.status in _BUSY else None
        if seconds is None:
            return False
        self._pace.close(origin(url), seconds)
        return seconds <= self._settings.patience

    def _in_turn(self, url: httpx.URL) -> _Answer:
        host = origin(url)
        left = self._pace.wait(host)
        if left:
            raise Unreadable(faults.BUSY, f"for another {left:,.0f} s")
        try:
            return self._conditional(url)
        finally:
            self._pace.pause(host, max(self._settings.delay, self._permission.delay(url)))

    def _conditional(self, url: httpx.URL) -> _Answer:
        """Return the answer; where a page that is kept has not changed, that page with its own time."""
        kept = self._kept.find(str(url))
        asked = {name: kept.headers[header] for header, name in VALIDATORS.items() if kept and header in kept.headers}
        answer = self._ask(url, self._settings.largest, headers=asked)
        if answer.status != _NOT_MODIFIED or kept is None:
            return answer
        self._kept.touch(str(url))
        headers = {**kept.headers, **answer.headers, "content-type": kept.headers.get("content-type", "")}
        return _Answer(_NOT_MODIFIED, headers, kept.data, kept.retrieved)

    def _checked(self, url: httpx.URL, answer: _Answer) -> Page:
        """Return the page of an answer that is good and not reserved, and keep it."""
        if answer.retrieved is None and answer.status not in _OK:
            _refuse(answer)
        try:
            permission.check_answer(answer.headers, answer.data)
        except Unreadable:
            self._kept.forget(str(url))
            raise
        now = answer.retrieved or dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        if answer.retrieved is None:
            self._kept.keep(str(url), KeptPage(answer.data, answer.headers, now))
        declared = answer.headers.get("content-type", "")
        charset = _CHARSET.search(declared)
        return Page(url, answer.data, declared.partition(";")[0].strip().lower(), charset[1] if charset else None, now)

    def _file(self, address: str, largest: int) -> permission.Told:
        """Return a site's own file, cut where it is too large; redirects that lead nowhere count as no such file."""
        url = parsed(address)
        for _ in range(_MOST_ROBOTS_REDIRECTS + 1):
            answer = self._ask(url, largest, cut=True)
            if answer.status not in _REDIRECTS:
                return permission.Told(answer.status, answer.data)
            try:
                url = _next(url, answer)
            except Unreadable:
                break
        return permission.Told(404, b"")

    def _ask(
        self, url: httpx.URL, largest: int, *, headers: Mapping[str, str] | None = None, cut: bool = False
    ) -> _Answer:
        """Return what a server answers to one request, its body read only where it is of use."""
        request = httpx.Request("GET", url, headers={**self._headers(), **(headers or {})}, extensions=self._timeouts())
        self._deadline.start(self._settings.total)
        with _told(url):
            response = self._transport.handle_request(request)
            try:
                data = body(response, largest, cut=cut) if response.status_code in _OK else b""
            finally:
                response.close()
        return _Answer(response.status_code, {name.lower(): value for name, value in response.headers.items()}, data)

    def _headers(self) -> dict[str, str]:
        return {"User-Agent": self._settings.agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"}

    def _timeouts(self) -> dict[str, object]:
        settings = self._settings
        return {"timeout": {"connect": settings.connect, "read": settings.read, "write": settings.read, "pool": 0.0}}


def _next(url: httpx.URL, answer: _Answer) -> httpx.URL:
    """Return where a redirect leads."""
    location = answer.headers.get("location")
    if not location:
        raise Unreadable(faults.REDIRECT, f"{answer.status} without an address")
    target = parsed(location, url)
    if url.scheme == "https" and target.scheme != "https":
        raise Unreadable(faults.REDIRECT, f"from https to {str(target)[:200]}, which is not secure")
    return target


def _refuse(answer: _Answer) -> NoReturn:
    """Raise what a status means."""
    status = answer.status
    seconds = retry_after(answer.headers.get("retry-after"))
    detail = f"{status}, for another {seconds:,.0f} s" if seconds is not None else str(status)
    if status in _BUSY:
        raise Unreadable(faults.BUSY if status != 503 or seconds is not None else faults.FAILED, detail)  # noqa: PLR2004
    if status in _GONE:
        raise Unreadable(faults.GONE, detail)
    if status in _REFUSED:
        raise Unreadable(faults.REFUSED, detail)
    if status >= _REFUSED.stop:
        raise Unreadable(faults.FAILED, detail)
    raise Unreadable(faults.BROKEN_ANSWER, f"status {status}")


@contextmanager
def _told(url: httpx.URL) -> Iterator[None]:
    """Turn what goes wrong between here and a server into the fault it is."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise Unreadable(faults.SLOW, str(error)[:200]) from error
    except httpcore.ConnectError as error:
        raise Unreadable(_fault(error, faults.UNREACHABLE), _cause(error, url)) from error
    except httpcore.NetworkError as error:
        raise Unreadable(_fault(error, faults.BROKEN_ANSWER), _cause(error, url)) from error
    except (httpcore.ProtocolError, httpcore.UnsupportedProtocol, httpx.StreamError) as error:
        raise Unreadable(faults.BROKEN_ANSWER, str(error)[:200]) from error


def _fault(error: Exception, otherwise: faults.Fault) -> faults.Fault:
    causes = (error, error.__cause__, error.__context__)
    return faults.UNTRUSTED if any(isinstance(cause, ssl.SSLError) for cause in causes) else otherwise


def _cause(error: Exception, url: httpx.URL) -> str:
    return f"{url.host}, {error}"[:200] if str(error) else url.host
