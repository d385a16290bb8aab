"""Every row about places holds: its names are found, its examples give a place, its counter-examples give none."""

from pathlib import Path

import pytest

from lagebild.annotate import document
from lagebild.link.gazetteer import gazetteer
from lagebild.link.place_words import country_of_adjective, words
from lagebild.link.places import places
from lagebild.link.where import incident_place
from lagebild.model import Article
from lagebild.vocabulary import load
from lagebild.vocabulary.places import Demonym, Disputed, Exonym, FirstLevel, PlaceCue, Region

CUES = load("de", "place_cues", PlaceCue)


def happened_somewhere(text: str) -> bool:
    read = document(Article("1", "", text, "de"))
    return incident_place(read, (), places(read)) is not None


@pytest.mark.parametrize("text", [text for cue in CUES for text in cue.examples])
def test_example_has_a_place(text: str) -> None:
    assert happened_somewhere(text)


@pytest.mark.parametrize("text", [text for cue in CUES for text in cue.counter_examples])
def test_counter_example_has_no_place(text: str) -> None:
    assert not happened_somewhere(text)


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)
def test_cue_has_an_example(cue: PlaceCue) -> None:
    assert cue.examples or cue.counter_examples


@pytest.mark.parametrize("row", load("de", "regions", Region), ids=lambda row: row.id)
def test_region_is_found_under_each_name(row: Region) -> None:
    for name in row.names:
        found = [place for place in gazetteer().find(name) if place.id < 0 and place.name == row.names[0]]
        assert found, name
        assert all(place.lat is not None for place in found), f"{name} has no coordinates: is {row.admin1} its code?"


@pytest.mark.parametrize("row", load("de", "exonyms", Exonym), ids=lambda row: row.id)
def test_exonym_is_found_in_its_country(row: Exonym) -> None:
    kind = "town" if row.town else "country"
    for name in row.names:
        assert any(place.country == row.country and place.kind == kind for place in gazetteer().find(name)), name


@pytest.mark.parametrize("row", load("de", "demonyms", Demonym), ids=lambda row: row.id)
def test_demonym_points_to_its_country(row: Demonym) -> None:
    for adjective in row.adjectives:
        assert country_of_adjective(f"{adjective}en", "de") == row.country
        assert country_of_adjective(f"un{adjective}", "de") != row.country
    assert all(words("de").people[noun] == row.country for noun in row.people)


def test_first_level_regions_are_of_countries_that_have_towns() -> None:
    for row in load("codes", "first_level", FirstLevel):
        for name in row.regions.values():
            found = [place for place in gazetteer().find(name) if place.kind == "first_level"]
            assert any(place.country == row.id for place in found), (row.id, name)


def test_tables_of_places_are_read_by_the_index() -> None:
    folder = Path(__file__).parents[2] / "src" / "lagebild" / "vocabulary"
    assert all((folder / table).is_file() for table in ("codes/first_level.yaml", "de/regions.yaml", "de/exonyms.yaml"))


def test_disputed_places_are_those_of_the_published_policy() -> None:
    published = (Path(__file__).parents[2] / "docs" / "places.md").read_text(encoding="utf-8")
    table = published.partition("<!-- disputed -->")[2]
    areas = [(row.id, row.says) for row in load("codes", "disputed", Disputed)]
    regions = [(row.names[0], row.disputed) for code in ("de", "en") for row in load(code, "regions", Region)]
    for name, told in [*areas, *((name, told) for name, told in regions if told)]:
        assert any(name in line and f"| {told} |" in line for line in table.splitlines()), name


@pytest.mark.parametrize("row", load("codes", "disputed", Disputed), ids=lambda row: row.id)
def test_a_disputed_area_is_a_country_or_one_of_its_regions(row: Disputed) -> None:
    regions = {f"{one.id}.{code}" for one in load("codes", "first_level", FirstLevel) for code in one.regions}
    countries = {one.id for one in load("codes", "first_level", FirstLevel)} | {"FK"}
    assert row.id in (regions if "." in row.id else countries)
