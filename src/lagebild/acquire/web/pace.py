"""Patience with servers: a pause between the requests to one host, and longer where it asks for that."""

import email.utils
import time

_LONGEST = 31_536_000.0


class Pace:
    """When each host may be asked next."""

    def __init__(self, *, patience: float) -> None:
        """Keep the longest time that is waited."""
        self._patience = patience
        self._next: dict[str, float] = {}

    def wait(self, host: str) -> float:
        """Wait until a host may be asked; where that takes too long, return at once how many seconds it still is."""
        left = self._next.get(host, 0.0) - time.monotonic()
        if left > self._patience:
            return left
        if left > 0:
            time.sleep(left)
        return 0.0

    def rest(self, host: str, seconds: float) -> None:
        """Ask a host next after so many seconds, or later where that was settled before."""
        self._next[host] = max(self._next.get(host, 0.0), time.monotonic() + seconds)


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
