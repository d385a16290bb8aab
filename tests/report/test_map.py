"""The map: shapes that can be trusted, distances that are right, and nothing more precise than the reports."""

import itertools
import math
from dataclasses import replace
from importlib import resources

import pytest

from lagebild.model import PlacePrecision
from lagebild.report.dossier_content import Spot
from lagebild.report.map_picture import HEIGHT, WIDTH, picture
from lagebild.report.map_window import KM_PER_DEGREE, Window
from lagebild.report.map_world import globe, world
from lagebild.vocabulary.labels import Words

DE = Words.of("de")
TOWN = Spot("Korsu", "Finnland", 60.9, 25.6, scene=True)
OTHER = Spot("Nordbucht", "Finnland", 61.5, 26.0, scene=False)


@pytest.mark.parametrize(
    ("lat", "lon", "code"),
    [
        (52.52, 13.4, "DE"),
        (47.05, 8.3, "CH"),
        (48.2, 16.37, "AT"),
        (-18.0, 178.0, "FJ"),
        (66.0, -172.0, "RU"),
        (0.0, -150.0, ""),
    ],
)
def test_a_point_lies_in_its_country(lat: float, lon: float, code: str) -> None:
    assert world().at(lon, lat) == code


@pytest.mark.parametrize(
    ("lat", "lon", "code"),
    [(44.95, 34.1, "UA"), (42.66, 21.16, "XK"), (9.56, 44.06, "SO"), (35.3, 33.5, "CY"), (24.5, -13.5, "EH")],
)
def test_what_states_dispute_is_given_to_whom_the_gazetteer_gives_it(lat: float, lon: float, code: str) -> None:
    assert world().at(lon, lat) == code


def test_borders_that_not_all_states_recognise_are_drawn_apart() -> None:
    isthmus = [(lon, lat) for line in world().disputed for lon, lat in line if 33 < lon < 36 and 45.5 < lat < 46.5]
    assert isthmus
    assert not set(world().disputed) & set(world().borders)


def test_the_shapes_are_small() -> None:
    assert len(resources.files("lagebild.report").joinpath("world.json.gz").read_bytes()) < 600_000


def test_every_ring_closes_on_itself_near_and_far() -> None:
    for made in (world(), globe()):
        rings = [ring for country in made.countries for polygon in country.polygons for ring in polygon]
        assert len(rings) > 1000
        assert all(math.dist(ring[0], ring[-1]) < 1e-6 for ring in rings if min(lat for _, lat in ring) > -60)


@pytest.mark.parametrize("lat", [0.0, 47.0, 65.0])
def test_a_kilometre_is_as_long_to_the_east_as_to_the_north(lat: float) -> None:
    window = Window(8.0, lat, WIDTH, HEIGHT, 60.0)
    middle = window.point(8.0, lat)
    north = window.point(8.0, lat + 100 / KM_PER_DEGREE)
    east = window.point(8.0 + 100 / (KM_PER_DEGREE * math.cos(math.radians(lat))), lat)
    assert math.dist(middle, north) == pytest.approx(math.dist(middle, east), rel=0.01)
    assert math.dist(middle, north) == pytest.approx(100 / window.km, rel=0.01)


def test_the_world_is_round() -> None:
    window = Window(179.5, -17.0, WIDTH, HEIGHT, 60.0)
    x, _ = window.point(-179.5, -17.0)
    assert x == pytest.approx(WIDTH / 2 + 60 * math.cos(math.radians(17)), abs=0.1)
    lines = [line for made in (world().coasts, world().borders) for line in window.strokes(made)]
    steps = [abs(a[0] - b[0]) for line in lines for a, b in itertools.pairwise(line)]
    assert max(steps) < WIDTH


def test_without_a_scene_there_is_no_map() -> None:
    assert picture([], DE, "v1") == ""
    assert picture([OTHER], DE, "v1") == ""


@pytest.mark.parametrize(
    ("reach", "there", "absent"),
    [
        ("town", 'class="dot scene"', 'class="reach scene"'),
        ("district", 'class="reach scene"', 'class="dot scene"'),
        ("region", 'class="reach scene"', 'class="dot scene"'),
        ("country", 'class="whole"', 'class="dot scene"'),
    ],
)
def test_a_place_is_shown_no_more_precisely_than_it_is_known(reach: PlacePrecision, there: str, absent: str) -> None:
    made = picture([replace(TOWN, reach=reach)], DE, "v1")
    assert there in made
    assert absent not in made


def test_the_map_is_one_picture_with_a_name_and_a_scale() -> None:
    made = picture([TOWN, OTHER], DE, "v1")
    assert 'role="img" aria-labelledby="v1-map"' in made
    assert '<title id="v1-map">Karte: Korsu, Finnland; Nordbucht, Finnland</title>' in made
    assert "200 km" in made
    assert "auch genannt" in made


def test_a_place_far_away_does_not_make_the_scene_small() -> None:
    far = replace(OTHER, name="Fernstadt", lat=-33.0, lon=151.0)
    assert "Fernstadt" not in picture([TOWN, far], DE, "v1")


def test_one_point_under_two_names_is_shown_once() -> None:
    made = picture([TOWN, replace(TOWN, name="Korsuo", scene=False)], DE, "v1")
    assert "Korsuo" not in made


def test_names_are_escaped() -> None:
    assert "<b>" not in picture([replace(TOWN, name="<b>Korsu</b>", country="<b>")], DE, "v1")
