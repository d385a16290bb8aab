"""What a run that fetches is told: who asks, how patiently, how much, and what it keeps."""

import re
from dataclasses import dataclass
from pathlib import Path

from lagebild import __version__

PRODUCT = "Lagebild"
"""The product token by which robots.txt addresses this program."""

_PLAIN = re.compile(r"[\x20-\x7e]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How pages are fetched; times are in seconds, sizes in bytes.

    `total` is the time for one request from its first byte to its last, however slowly it drips. `patience` is the
    longest wait that a server may ask for. `limit` and `since` (an ISO date) bound what is read of a feed or sitemap.
    `cache` is the folder where pages are kept that a server lets us ask after again, `keep` the one to which the bytes
    of each article are written by their hash; None keeps none.
    """

    contact: str | None = None
    allow_private: bool = False
    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    largest: int = 16_000_000
    delay: float = 1.0
    patience: float = 30.0
    limit: int | None = None
    since: str | None = None
    cache: Path | None = None
    keep: Path | None = None

    @property
    def agent(self) -> str:
        """Return the name that servers are told, with the contact where it is plain ASCII."""
        name = f"{PRODUCT}/{__version__}"
        contact = " ".join((self.contact or "").split())
        return f"{name} (+{contact})" if _PLAIN.fullmatch(contact) else name
