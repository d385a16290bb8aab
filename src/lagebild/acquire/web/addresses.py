"""Which addresses may be fetched: written plainly, over http or https, and on a public machine."""

import ipaddress
import re

import httpx

from lagebild.acquire.catalogue import ADDRESS, Unreadable

_LONGEST = 4000
_PORTS = {"http": 80, "https": 443}
_PORTS_END = 65_536
_HOST = re.compile(rb"[A-Za-z0-9._:-]{1,253}")
_NUMBER = re.compile(r"\d+|0[xX][0-9a-fA-F]*")
_NETWORKS = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/3", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    )
)  # fmt: skip
_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # how a network without IPv4 writes an IPv4 address
_LAST_32 = 0xFFFF_FFFF


def parsed(address: str, base: httpx.URL | None = None) -> httpx.URL:
    """Return an address without its fragment, read against the page it stands on.

    Raises Unreadable where it is no http or https address, carries a password, or writes a machine's number oddly
    (2130706433, 0x7f.1), which only serves to hide it.
    """
    bare = address.strip()
    if base is None and bare.lower().startswith("www."):
        bare = f"https://{bare}"
    try:
        if len(bare) > _LONGEST:
            raise Unreadable(ADDRESS, f"{len(bare):,} characters")
        url = httpx.URL(bare) if base is None else base.join(bare)
        _refuse_odd(url)
        return url.copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise Unreadable(ADDRESS, str(error)[:100]) from error


def _refuse_odd(url: httpx.URL) -> None:
    if url.scheme not in _PORTS:
        raise Unreadable(ADDRESS, f"it leads to {url.scheme}:" if url.scheme else "it has no http:// or https://")
    if not url.host:
        raise Unreadable(ADDRESS, "it names no server")
    if not _HOST.fullmatch(url.raw_host) or not 0 < (url.port or 1) < _PORTS_END:
        raise Unreadable(ADDRESS, "the server's name or port is none")
    if url.userinfo:
        raise Unreadable(ADDRESS, "it carries a user name or password")
    last = url.host.rstrip(".").rpartition(".")[2]
    if _NUMBER.fullmatch(last) and not _is_plain(url.host):
        raise Unreadable(ADDRESS, "the server's number is written oddly")


def _is_plain(host: str) -> bool:
    try:
        ipaddress.IPv4Address(host)
    except ValueError:
        return False
    return True


def origin(url: httpx.URL) -> str:
    """Return scheme, host and port of an address, as "https://example.org" or "http://example.org:8080"."""
    host = f"[{url.host}]" if ":" in url.host else url.raw_host.decode("ascii")
    port = url.port or _PORTS[url.scheme]
    return f"{url.scheme}://{host}" if port == _PORTS[url.scheme] else f"{url.scheme}://{host}:{port}"


def is_link_local(number: str) -> bool:
    """Tell whether an IP address is of the link alone, where machines keep what is no page of anybody's.

    Clouds give a machine its own secrets under 169.254.169.254.
    """
    return _plain(number).is_link_local


def _plain(number: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """Return an address, as IPv4 where it stands for one."""
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        if address in _TRANSLATED:
            return ipaddress.IPv4Address(int(address) & _LAST_32)
        return address.ipv4_mapped or address
    return address


def is_public(number: str) -> bool:
    """Tell whether an IP address is one of the public internet.

    Loopback, private, link-local, shared, multicast, reserved and documentation addresses are not, nor are IPv6
    addresses that stand for such an IPv4 address.
    """
    address = _plain(number)
    if isinstance(address, ipaddress.IPv6Address) and address not in _GLOBAL_UNICAST:
        return False
    return not any(address in network for network in _NETWORKS if network.version == address.version)
