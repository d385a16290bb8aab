"""The server of the tests."""

from collections.abc import Iterator

import pytest

from tests.acquire.server import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    """Return a site of its own for each test."""
    with serving() as site:
        yield site
