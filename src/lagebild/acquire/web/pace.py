"""Patience with servers: a pause between the requests to one host, and longer where it asks for that."""

import email.utils
import time

_LONGEST = 31_536_000.0


class Pace:
    """When each host may be asked next."""

    def __init__(self, *, patience: float) -> None:
        """Keep the longest time that a host may ask us to wait."""
        self._patience = patience
        self._next: dict[str, float] = {}
        self._closed: dict[str, float] = {}

    def wait(self, host: str) -> float:
        """Wait until a host may be asked; where it asked for more patience than there is, return the seconds left."""
        now = time.monotonic()
        closed = self._closed.get(host, now) - now
        if closed > self._patience:
            return closed
        pause = max(closed, self._next.get(host, now) - now)
        if pause > 0:
            time.sleep(pause)
        return 0.0

    def pause(self, host: str, seconds: float) -> None:
        """Ask a host next after so many seconds, which are always waited."""
        self._next[host] = time.monotonic() + seconds

    def close(self, host: str, seconds: float) -> None:
        """Note that a host wants no requests for so many seconds."""
        self._closed[host] = time.monotonic() + seconds


def retry_after(value: str | None) -> float | None:
    """Return the seconds that a Retry-After header names, as a number or as a date."""
    text = (value or "").strip()
    if text.isdecimal():
        return min(float(text[:12]), _LONGEST)
    try:
        moment = email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    return min(max(moment.timestamp() - time.time(), 0.0), _LONGEST)
