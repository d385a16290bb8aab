"""Pages kept on disk with what their server gave to ask after them again: ETag and Last-Modified."""

import hashlib
import json
import os
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

VALIDATORS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
_KEPT_HEADERS = (*VALIDATORS, "content-type", "tdm-reservation", "tdm-policy", "x-robots-tag")
_DAYS = 30
_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as it was retrieved: its bytes, the headers that matter, and when."""

    data: bytes
    headers: Mapping[str, str]
    retrieved: str


class Kept:
    """A folder of pages by their address, readable by its owner alone; what nobody asked for in 30 days is removed."""

    def __init__(self, folder: Path | None) -> None:
        """Remove what is old; without a folder nothing is kept."""
        self._folder = folder
        if folder is not None:
            with suppress(OSError):
                _remove_old(folder)

    def find(self, address: str) -> KeptPage | None:
        """Return the page of an address, or None where it is absent or damaged."""
        if self._folder is None:
            return None
        path = self._path(address)
        try:
            told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
            data = path.read_bytes()
            page = KeptPage(data, {str(key): str(value) for key, value in told["headers"].items()}, told["retrieved"])
            whole = told["sha256"] == hashlib.sha256(data).hexdigest() and told["address"] == address
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None
        return page if whole else None

    def keep(self, address: str, page: KeptPage) -> None:
        """Keep a page that can be asked after again, unless its server forbids it; a full disk is no error."""
        headers = {name: page.headers[name] for name in _KEPT_HEADERS if _is_plain(page.headers.get(name))}
        if self._folder is None or not VALIDATORS.keys() & headers.keys() or _is_forbidden(page.headers):
            self.forget(address)
            return
        told = {
            "address": address,
            "retrieved": page.retrieved,
            "sha256": hashlib.sha256(page.data).hexdigest(),
            "headers": headers,
        }
        path = self._path(address)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write(path, page.data)
            _write(path.with_suffix(".json"), json.dumps(told).encode())

    def forget(self, address: str) -> None:
        """Remove the page of an address."""
        if self._folder is not None:
            path = self._path(address)
            for file in (path.with_suffix(".json"), path):
                with suppress(OSError):
                    file.unlink(missing_ok=True)

    def touch(self, address: str) -> None:
        """Count a page as asked for today."""
        if self._folder is not None:
            path = self._path(address)
            for file in (path.with_suffix(".json"), path):
                with suppress(OSError):
                    os.utime(file)

    def _path(self, address: str) -> Path:
        name = hashlib.sha256(address.encode()).hexdigest()
        return Path(self._folder or "") / f"{name}.bytes"


def _is_plain(value: str | None) -> bool:
    """Tell whether a header can be sent back."""
    return value is not None and value.isascii() and value.isprintable()


def _is_forbidden(headers: Mapping[str, str]) -> bool:
    return "no-store" in headers.get("cache-control", "").lower()


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, for its owner alone."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _remove_old(folder: Path) -> None:
    before = time.time() - _DAYS * _DAY
    for entry in os.scandir(folder):
        with suppress(OSError):
            if entry.is_file(follow_symlinks=False) and entry.stat().st_mtime < before:
                Path(entry.path).unlink()
