"""English places: what holds a name, what kind of place it is, and no point where the article does not tell."""

import pytest

from lagebild.annotate import document
from lagebild.link.places import places
from lagebild.model import Article, Place


def found(text: str, title: str = "") -> tuple[Place, ...]:
    return places(document(Article("1", title, text, "en")))


def first(text: str, title: str = "") -> Place:
    return found(text, title)[0]


def names(text: str) -> list[str]:
    return [place.name for place in found(text)]


@pytest.mark.parametrize(
    ("text", "country", "town"),
    [
        ("Three people were killed in a fire in Odessa, Texas.", "US", True),
        ("Three people were killed in a fire in Odessa, Ukraine.", "UA", True),
        ("Three people were killed in San Jose, California, on Monday.", "US", True),
        ("Three people were killed in Boston, Lincolnshire.", "GB", True),
        ("Three people were killed in Boston, Massachusetts.", "US", True),
        ("A man died near Norwich, Norfolk Police said.", "GB", True),
        ("A man died in Norwich, Connecticut.", "US", True),
        ("A fire burned in Washington state.", "US", False),
        ("A fire burned in Washington, D.C.", "US", True),
    ],
)
def test_what_stands_beside_a_name_says_which_place_it_is(text: str, country: str, *, town: bool) -> None:
    place = first(text)
    assert (place.country, place.precision == "town", place.lat is not None) == (country, town, True)


def test_a_name_that_the_county_beside_it_has_and_the_index_lacks_is_in_no_other_country() -> None:
    place = first("A man died in Wellington, Somerset, on Monday.")
    assert (place.country, place.lat) == ("GB", None)


def test_names_in_a_list_do_not_hold_each_other() -> None:
    assert [place.country for place in found("Cases rose in Wellington, Auckland and Christchurch.")] == ["NZ"] * 3


def test_one_mention_with_its_state_decides_for_the_others() -> None:
    text = "A gunman killed three people in Odessa, Texas. Odessa police said he fled. In Odessa, people mourned."
    towns = [place for place in found(text, "Odessa shooting") if place.name == "Odessa"]
    assert {(place.country, place.geonames) for place in towns} == {("US", 5527554)}


def test_two_states_of_one_name_are_kept_apart() -> None:
    text = "A man from Portland, Maine, died. His friend from Portland, Oregon, was hurt."
    assert [place.admin1 for place in found(text) if place.name == "Portland"] == ["Maine", "Oregon"]


@pytest.mark.parametrize("name", ["Springfield", "Newcastle", "Victoria", "San Jose", "Manchester"])
def test_a_name_of_several_places_has_no_point_where_the_article_does_not_tell(name: str) -> None:
    place = first(f"Two people were killed in a fire in {name} on Monday.")
    assert (place.name, place.lat, place.geonames) == (name, None, None)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Two people were killed in a fire in Paris on Monday.", "FR"),
        ("Two people were killed in a fire in London on Monday.", "GB"),
        ("Two people were killed in a fire in Hamburg on Monday.", "DE"),
        ("Two people were killed in a fire in Leeds on Monday.", "GB"),
        ("Two people were killed in Newcastle, and a man was hurt in Sydney, Australia.", "AU"),
    ],
)
def test_a_city_that_dominates_its_name_is_meant_and_so_is_one_of_the_country_named(text: str, country: str) -> None:
    place = first(text)
    assert (place.country, place.lat is not None) == (country, True)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("Three people were killed in the city of Kursk.", "town"),
        ("Three people were killed in the Kursk region.", "region"),
        ("Three people were killed in Kursk.", "town"),
        ("Three people were killed in the port city of Haifa.", "town"),
        ("Three people were killed in Haifa district.", "region"),
        ("Three people were killed in Sevastopol.", "town"),
        ("Three people were killed in Donetsk.", "town"),
        ("Three people were killed in Donetsk oblast.", "region"),
        ("Three people were killed in the province of Idlib.", "region"),
        ("Three people were killed in California.", "region"),
    ],
)
def test_a_noun_says_whether_the_town_or_its_region_is_meant(text: str, precision: str) -> None:
    place = first(text)
    assert (place.precision, place.geonames is not None) == (precision, precision == "town")


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("They died in Springfield, Illinois. Police came.", ["Springfield", "Illinois"]),
        ("They died in Springfield, Ill. Police came.", ["Springfield", "Ill."]),
        ("They died in Springfield, Ill., on Monday.", ["Springfield", "Ill."]),
        ("They died in Moscow, Russia.", ["Moscow", "Russia"]),
        ("They died in St. Louis, Missouri.", ["St. Louis", "Missouri"]),
        ("They died in Washington, D.C.", ["Washington", "D.C."]),
        ("They died in the U.S. Police came.", ["U.S."]),
    ],
)
def test_a_span_ends_with_the_name(text: str, quotes: list[str]) -> None:
    assert [place.quote for place in found(text)] == quotes


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fighting for Bakhmut went on in Ukraine.", "Bakhmut"),
        ("The attack on Avdiivka in Ukraine killed two.", "Avdiivka"),
        ("In Ukraine, troops captured Marinka.", "Marinka"),
        ("Ukraine said Popasna's mayor was hurt.", "Popasna"),
        ("Vuhledar came under fire, Ukraine said.", "Vuhledar"),
    ],
)
def test_a_fight_for_a_place_and_what_a_town_has_make_a_name_a_place(text: str, name: str) -> None:
    assert (name, "UA") in [(place.name, place.country) for place in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Fighting for Freedom went on.",
        "The attack on Smith killed two.",
        "Troops captured Hussein.",
        "Mike Hudson spoke. Hudson's mayor friend came.",
        "Johnson came under fire.",
    ],
)
def test_a_fight_for_a_person_or_a_thing_makes_no_place(text: str) -> None:
    assert names(text) == []


def test_a_person_with_the_name_of_a_country_is_none() -> None:
    text = "Chad Smith died in Chad on Monday. Israel Keyes was in Israel."
    assert [(place.quote, place.start) for place in found(text)] == [("Chad", 19), ("Israel", 55)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A ferry sank off the island of Korsu, Finland. Rescuers on Korsu were at work.",
            [("Korsu", "FI", "region"), ("Finland", "FI", "country")],
        ),
        (
            "A fire broke out in the village of Upper Zeddle in Germany.",
            [("Upper Zeddle", "DE", "town"), ("Germany", "DE", "country")],
        ),
        ("A fire broke out at the Upper Zeddle factory in Germany.", [("Germany", "DE", "country")]),
        ("A state of Emergency was declared in Germany.", [("Germany", "DE", "country")]),
    ],
)
def test_a_name_without_an_entry_is_a_place_behind_a_noun_for_one(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = places(document(Article("1", "", text, "en")))
    assert [(place.name, place.country, place.precision) for place in found] == expected
    assert all(place.lat is None for place in found if place.precision != "country")
