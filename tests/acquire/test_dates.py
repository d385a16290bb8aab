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


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2025-04-28T09:00:00+02:00", "2025-04-28T09:00:00+02:00"),
        ("2025-04-28T09:00:00.123Z", "2025-04-28T09:00:00+00:00"),
        ("2025-04-28T09:00:00+0200", "2025-04-28T09:00:00+02:00"),
        ("2025-04-28 09:00:00", "2025-04-28"),
        ("2025-04-28 09:00 Uhr", "2025-04-28"),
        ("Mon, 28 Apr 2025 00:30:00 +0200", "2025-04-28T00:30:00+02:00"),
        ("28 Apr 2025 00:30:00 GMT", "2025-04-28T00:30:00+00:00"),
        ("Mon, 28 Apr 2025 00:30:00", "2025-04-28"),
        ("1745827200", "2025-04-28T08:00:00+00:00"),
        ("1745827200000", "2025-04-28T08:00:00+00:00"),
        ("2025/04/28", "2025-04-28"),
        ("20250428", "2025-04-28"),
        ("28.04.2025", "2025-04-28"),
        ("28. 4. 2025, 9.30 Uhr", "2025-04-28"),
        ("04/05/2025", None),
        ("31.02.2025", None),
        ("2025-13-45", None),
        ("12345678901234567890", None),
        ("gestern", None),
        ("", None),
        (None, None),
    ],
)
def test_a_page_may_write_its_date_in_any_common_form(given: str | None, expected: str | None) -> None:
    assert dates.loosely(given) == expected
