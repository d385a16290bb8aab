"""The chart: marks that tell wordings apart without colour, axes, labels in nobody's way, links to claims."""

import datetime as dt
import re
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.model import Qualifier
from lagebild.report.chart import chart
from lagebild.report.chart_marks import SHAPES, Ending, Mark, drawn, ending, sample
from lagebild.report.chart_scale import days, moment, numbers, zone_name, zone_of
from lagebild.report.chart_text import Area, Room, cut, width
from lagebild.vocabulary.labels import LANGUAGES, Language, Words
from tests.report import sheet_series

DE = Words.of("de")
PLUS_TWO = dt.timezone(dt.timedelta(hours=2))


@pytest.mark.parametrize(
    ("qualifier", "low", "high", "how"),
    [
        ("exact", 5, 5, "exact"),
        ("about", 40, 40, "about"),
        ("at_least", 3, None, "at_least"),
        ("more_than", 100, None, "at_least"),
        ("at_most", None, 20, "at_most"),
        ("range", 10, 20, "range"),
        ("about", 10, 20, "range"),
        ("vague", 24, None, "vague"),
        ("exact", 3, None, "at_least"),
        ("range", 7, 7, "exact"),
    ],
)
def test_a_wording_has_its_ending(qualifier: Qualifier, low: int | None, high: int | None, how: Ending) -> None:
    assert ending(qualifier, low, high) == how


def test_every_wording_and_every_source_looks_different_without_colour() -> None:
    endings: tuple[Ending, ...] = ("exact", "about", "at_least", "at_most", "range", "vague")
    looks = [sample(0, how=how) for how in endings]
    looks += [sample(0, certainty="uncertain"), sample(0, certainty="denied")]
    looks += [sample(number) for number in range(1, SHAPES)]
    assert len(set(looks)) == len(looks)


def test_what_is_denied_is_crossed_out_and_what_is_uncertain_has_a_broken_outline() -> None:
    assert 'class="denied"' in drawn(Mark(0, 0, 0, 0, "exact", "denied"))
    assert "broken" in drawn(Mark(0, 0, 0, 0, "exact", "uncertain"))
    assert "broken" not in drawn(Mark(0, 0, 0, 0, "exact"))


@given(highest=st.integers(0, 10**7), most=st.integers(3, 9))
def test_the_axis_of_numbers_is_short_round_and_reaches_over_all(highest: int, most: int) -> None:
    ticks = [tick.at for tick in numbers(highest, most, DE)]
    assert len(ticks) <= most + 1
    assert ticks[0] == 0
    assert ticks[-1] >= max(highest, 1)
    assert {str(int(ticks[1]))[0]} <= {"1", "2", "5"}


def test_numbers_are_written_as_the_language_does() -> None:
    assert [tick.label for tick in numbers(11000, 5, DE)][-1] == "15.000"
    assert [tick.label for tick in numbers(11000, 5, Words.of("en"))][-1] == "15,000"


def _days(first: str, last: str, most: int = 7, words: Words = DE) -> list[tuple[str, str]]:
    ends = [dt.datetime.fromisoformat(end).replace(tzinfo=PLUS_TWO).timestamp() for end in (first, last)]
    return [(tick.label, tick.below) for tick in days(ends[0], ends[1], most, PLUS_TWO, words)]


def test_within_a_day_the_axis_names_hours_and_the_day_once() -> None:
    said = _days("2026-04-14T08:00", "2026-04-14T19:00")
    assert said[0] == ("08:00", "14. April")
    assert [below for _, below in said[1:]] == [""] * (len(said) - 1)


def test_over_midnight_the_axis_names_both_days() -> None:
    assert [below for _, below in _days("2026-04-14T21:00", "2026-04-15T12:00") if below] == ["14. April", "15. April"]


def test_over_weeks_the_axis_names_days_and_over_years_months() -> None:
    assert _days("2026-04-01T00:00", "2026-04-20T00:00")[0] == ("1. April", "")
    assert ("Januar 2026", "") in _days("2025-06-01T00:00", "2026-09-01T00:00")
    assert ("January 2026", "") in _days("2025-06-01T00:00", "2026-09-01T00:00", words=Words.of("en"))


@given(length=st.integers(1, 10**9), most=st.integers(3, 9))
def test_the_axis_of_time_is_never_crowded(length: int, most: int) -> None:
    assert len(days(1_700_000_000, 1_700_000_000 + length, most, dt.UTC, DE)) <= most + 2


@pytest.mark.parametrize("at", ["2026", "2026-04", "2026-04-14", "2026-04-14T21:12:00+02:00", "2026-04-14T21:12"])
def test_a_time_of_any_precision_is_placed(at: str) -> None:
    found = moment(at, PLUS_TWO)
    assert found
    assert found.year == 2026


def test_what_is_no_time_is_not_placed() -> None:
    assert moment("gestern", None) is None


def test_the_hours_are_those_of_most_reports() -> None:
    times = ["2026-04-14T21:12:00+02:00", "2026-04-15T08:30:00+01:00", "2026-04-15T09:00:00+02:00", ""]
    assert zone_name(zone_of(times), 0) == "UTC+2"
    assert zone_name(zone_of(["2026-04-14"]), 0) == "UTC"
    assert zone_name(dt.timezone(-dt.timedelta(hours=3, minutes=30)), 0) == "UTC−3:30"
    summer = dt.datetime(2026, 7, 1, tzinfo=dt.UTC).timestamp()
    assert zone_name(ZoneInfo("Europe/Berlin"), summer) == "UTC+2"


AREAS = st.builds(lambda x, y: Area(x, y, x + 12, y + 12), st.integers(0, 300), st.integers(0, 150))


@given(areas=st.lists(AREAS, max_size=30))
def test_labels_stand_inside_the_picture_and_in_nobodys_way(areas: list[Area]) -> None:
    room = Room(Area(0, 0, 320, 170))
    for area in areas:
        room.take(area)
    for area in areas:
        room.place(("mindestens 14", "Feuerwehr"), 12, area)
    placed = room.taken[len(areas) :]
    others = [(one, other) for n, one in enumerate(placed) for other in [*areas, *placed[:n]]]
    assert not any(one.meets(other) for one, other in others)
    assert all(room.whole.holds(one) for one in placed)


def test_a_long_name_is_cut_to_its_room() -> None:
    said = cut("Ministerium für Katastrophenschutz und Zivilverteidigung", 11, 120)
    assert said.endswith("…")
    assert width(said, 11) <= 120
    assert cut("Feuerwehr", 11, 120) == "Feuerwehr"


def test_what_did_not_change_has_no_chart() -> None:
    one, *_ = sheet_series.series("de")
    assert chart([], DE, "v1", {}) == ""
    assert chart([replace(one, points=one.points[:1])], DE, "v1", {}) == ""
    same = replace(one, main=False, points=(one.points[2], one.points[3]))
    assert chart([same], DE, "v1", {}) == ""
    assert chart([replace(one, points=tuple(replace(point, drawn=False) for point in one.points))], DE, "v1", {}) == ""


def test_a_group_is_drawn_where_its_number_changed() -> None:
    one, *_ = sheet_series.series("de")
    assert "Diagramm: Tote" in chart([replace(one, main=False)], DE, "v1", {})


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_mark_is_a_link_with_a_name_at_each_width(language: Language) -> None:
    words, series = Words.of(language), sheet_series.series(language)
    points = [point for one in series if one.main for point in one.points]
    targets = {point.of: f"t-{point.of}" for point in points}
    made = chart(series, words, "v1", targets)
    links = re.findall(r'<a class="mark [^"]*" href="#([^"]*)" aria-label="([^"]+)">', made)
    assert [target for target, _ in links].count("t-k3") == 3
    assert len(links) == 3 * len(points)
    assert all(len(name) > 10 for _, name in links)


def test_the_chart_says_what_its_marks_mean_and_only_those_it_has() -> None:
    one, two, _ = sheet_series.series("de")
    whole, part = chart([one], DE, "v1", {}), chart([two], DE, "v1", {})
    assert "von … bis" in whole
    assert "bestritten" in whole
    assert "von … bis" not in part
    assert "ungefähr" in part


def test_numbers_beside_the_marks_keep_their_wording() -> None:
    made = chart(sheet_series.series("de"), DE, "v1", {})
    for said in ("ab 3", "≈ 40", "11–13", "bis 20", "Dutzende", "≈ 1.200", "11.000"):
        assert f">{said}<" in made
