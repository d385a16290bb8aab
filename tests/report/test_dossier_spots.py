"""The places of an incident: what a map may show of them."""

from dataclasses import replace

import pytest

from lagebild.model import BoxPlace, MergedIncident, Place, PlacePrecision
from lagebild.report.dossier_content import Spot
from lagebild.report.dossier_material import material
from lagebild.report.dossier_spots import spots
from lagebild.vocabulary.labels import Words
from tests import builders

KORSU = BoxPlace("Korsu", "FI", 60.9, 25.6)


def _place(name: str, precision: PlacePrecision, lat: float | None = 60.9, lon: float | None = 25.6) -> Place:
    return Place("text", 0, len(name), name, name, "FI", None, lat, lon, None, precision)


def _spots(scene: BoxPlace | None, *places: Place) -> tuple[Spot, ...]:
    record = replace(builders.ferry(), places=places)
    article = record.article.id
    of = material([record], (article,), Words.of("de"))
    return spots(MergedIncident("i", "accident.sea", scene, "FI", None, None, (article,), (), ()), of)


@pytest.mark.parametrize("precision", ["town", "district", "region"])
def test_the_scene_is_as_precise_as_the_report_means_it(precision: PlacePrecision) -> None:
    (scene,) = _spots(KORSU, _place("Korsu", precision))
    assert (scene.scene, scene.reach, scene.lat) == (True, precision, 60.9)


def test_of_as_many_mentions_the_coarser_holds_and_else_the_more() -> None:
    town, region = _place("Korsu", "town"), _place("Korsu", "region")
    assert _spots(KORSU, town, region)[0].reach == "region"
    assert _spots(KORSU, town, region, town)[0].reach == "town"


def test_a_scene_that_no_mention_explains_is_an_area() -> None:
    assert _spots(KORSU)[0].reach == "region"


def test_without_a_point_the_country_is_all_that_is_known() -> None:
    (scene,) = _spots(BoxPlace("Schärenküste", "FI"))
    assert (scene.reach, scene.precision, scene.country) == ("country", "Land", "Finnland")
    assert 60 < scene.lat < 70


def test_without_a_country_or_a_place_there_is_no_scene() -> None:
    assert _spots(BoxPlace("Schärenküste", None)) == ()
    assert _spots(None) == ()


def test_towns_that_are_named_are_shown_and_regions_are_not() -> None:
    named = _spots(
        KORSU, _place("Korsu", "town"), _place("Nordbucht", "town", 61.5, 26.0), _place("Savo", "region", 62, 27)
    )
    assert [(spot.name, spot.scene) for spot in named] == [("Korsu", True), ("Nordbucht", False)]
