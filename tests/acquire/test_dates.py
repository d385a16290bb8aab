"""Publication dates are brought to one form, and wrong ones refused."""

import pytest

from lagebild.acquire import dates
from lagebild.acquire.catalogue import Unreadable


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ("2025-04-28", "2025-04-28"),
        (" 2025-04-28 ", "2025-04-28"),
        ("2025-04-28T09:00:00+02:00", "2025-04-28T09:00:00+02:00"),
        ("2025-04-28 09:00:00+0200", "2025-04-28T09:00:00+02:00"),
        ("2025-04-28T07:00:00.123Z", "2025-04-28T07:00:00+00:00"),
        ("2025-04-28T09:00:00", "2025-04-28"),
    ],
)
def test_a_date_keeps_its_day_and_a_time_with_its_zone(given: str, date: str) -> None:
    assert dates.published(given) == date


@pytest.mark.parametrize("given", ["2025-13-45", "2025-02-30", "gestern", "", "2025", "0001-01-01", "9999-12-31"])
def test_what_is_no_date_is_refused(given: str) -> None:
    with pytest.raises(Unreadable) as problem:
        dates.published(given)
    assert problem.value.fault.code == "A12"
    assert dates.published_or_none(given) is None
