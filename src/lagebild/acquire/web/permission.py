"""What a site allows: robots.txt (RFC 9309), and reservations of text and data mining (TDMRep, robots "noai")."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import httpx
from protego import Protego

from lagebild.acquire.catalogue import BUSY, FAILED, RESERVED, ROBOTS, Fault, Unreadable
from lagebild.acquire.web.addresses import origin
from lagebild.acquire.web.settings import PRODUCT

ROBOTS_SIZE = 512_000  # RFC 9309 asks for 500 KiB at least
_LONGEST_DELAY = 60.0
_OK, _CLIENT_ERROR, _SERVER_ERROR, _TOO_MANY = 200, 400, 500, 429
_META = re.compile(rb"<meta\b[^>]{1,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_HEAD = 400_000
_NO_MINING = frozenset({"noai", "noml"})
_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Told:
    """What a site answered to a request for one of its own files."""

    status: int
    data: bytes


@dataclass(frozen=True, slots=True)
class _Reservation:
    location: str
    reserved: bool
    policy: str


class Permission:
    """What sites allow; each site's files are asked for once a run, and a site that can't say allows nothing."""

    def __init__(self, ask: Callable[[str, int], Told]) -> None:
        """Keep the way to ask for a file of a site by its address and its largest size."""
        self._ask = ask
        self._robots: dict[str, Protego | Unreadable] = {}
        self._reservations: dict[str, tuple[_Reservation, ...] | Unreadable] = {}

    def check(self, url: httpx.URL) -> None:
        """Raise Unreadable where robots.txt or the file of reservations keeps an address from being fetched."""
        site = origin(url)
        robots = _cached(self._robots, site, self._read_robots)
        if not robots.can_fetch(str(url), PRODUCT):
            raise Unreadable(ROBOTS)
        reserved = _reserving(_cached(self._reservations, site, self._read_reservations), url)
        if reserved is not None:
            raise _reserved(reserved.policy)

    def delay(self, url: httpx.URL) -> float:
        """Return the seconds that robots.txt asks to wait between requests, 60 at most."""
        robots = self._robots.get(origin(url))
        asked = robots.crawl_delay(PRODUCT) if isinstance(robots, Protego) else None
        return min(float(asked or 0.0), _LONGEST_DELAY)

    def _read_robots(self, site: str) -> Protego:
        told = self._ask(f"{site}/robots.txt", ROBOTS_SIZE)
        _refuse_silence(told, ROBOTS, "robots.txt")
        text = told.data.decode("utf-8-sig", errors="replace") if told.status == _OK else ""
        return Protego.parse(text)

    def _read_reservations(self, site: str) -> tuple[_Reservation, ...]:
        told = self._ask(f"{site}/.well-known/tdmrep.json", ROBOTS_SIZE)
        _refuse_silence(told, FAILED, "/.well-known/tdmrep.json")
        if told.status != _OK:
            return ()
        try:
            rows = json.loads(told.data)
        except (ValueError, RecursionError):
            return ()  # many sites answer any address with a page
        rows = rows if isinstance(rows, list) else [rows]
        return tuple(
            _Reservation(str(row["location"]), str(row.get("tdm-reservation")) == "1", str(row.get("tdm-policy") or ""))
            for row in rows
            if isinstance(row, dict) and isinstance(row.get("location"), str)
        )


def check_answer(headers: Mapping[str, str], data: bytes) -> None:
    """Raise Unreadable where a page reserves mining; what its own meta elements say counts before the headers."""
    meta = _meta(data)
    said = meta.get("tdm-reservation", headers.get("tdm-reservation", ""))
    if said.strip() == "1":
        raise _reserved(meta.get("tdm-policy", headers.get("tdm-policy", "")))
    for robots in (headers.get("x-robots-tag", ""), meta.get("robots", ""), meta.get(PRODUCT.lower(), "")):
        for part in robots.lower().split(","):
            agent, _, rule = part.rpartition(":")
            if rule.strip() in _NO_MINING and agent.strip() in ("", "*", PRODUCT.lower()):
                raise Unreadable(RESERVED, f"robots {rule.strip()}")


def _cached(known: dict[str, _Found | Unreadable], site: str, read: Callable[[str], _Found]) -> _Found:
    if site not in known:
        try:
            known[site] = read(site)
        except Unreadable as problem:
            known[site] = problem
    found = known[site]
    if isinstance(found, Unreadable):
        raise Unreadable(found.fault, found.detail, place=found.place)
    return found


def _refuse_silence(told: Told, fault: Fault, file: str) -> None:
    """Raise Unreadable where a site fails to say what it allows; that there is no such file allows everything."""
    if told.status == _TOO_MANY:
        raise Unreadable(BUSY, f"{file} answers {told.status}")
    if told.status >= _SERVER_ERROR:
        raise Unreadable(fault, f"{file} answers {told.status}, so nothing is known to be allowed")


def _reserving(rows: tuple[_Reservation, ...], url: httpx.URL) -> _Reservation | None:
    """Return the rule that reserves an address, the first that fits it or the longest; either is enough."""
    path = url.raw_path.decode("ascii", "replace")
    fitting = [row for row in rows if _fits(row.location, path)]
    if not fitting:
        return None
    decisive = (fitting[0], max(fitting, key=lambda row: len(row.location)))
    return next((row for row in decisive if row.reserved), None)


def _fits(location: str, path: str) -> bool:
    """Tell whether a path begins as a location says; "*" stands for anything, "$" for the end."""
    is_end = location.endswith("$")
    first, *parts = location.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    last = parts.pop() if parts and is_end else None
    for part in parts:
        place = path.find(part, place)
        if place < 0:
            return False
        place += len(part)
    if last is not None:
        return path.endswith(last) and len(path) - len(last) >= place
    return place == len(path) if is_end else True


def _reserved(policy: str) -> Unreadable:
    return Unreadable(RESERVED, f"its terms are at {policy[:300]}" if policy else "")


def _meta(data: bytes) -> Mapping[str, str]:
    """Return the meta elements of a page by name in lower case."""
    found: dict[str, str] = {}
    for tag in _META.findall(data[:_HEAD]):
        pairs = {name.lower(): double or single or bare for name, double, single, bare in _ATTRIBUTE.findall(tag)}
        name, content = (pairs.get(key, b"").decode("utf-8", "replace").strip() for key in (b"name", b"content"))
        if name and content:
            found.setdefault(name.lower(), content)
    return found
