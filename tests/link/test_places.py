"""Places are found in German prose in all their forms; people, papers and common words are none."""

import pytest

from lagebild.annotate import document
from lagebild.link.place_people import is_people
from lagebild.link.places import places
from lagebild.model import Article, Place


def named(text: str, title: str = "") -> tuple[Place, ...]:
    return places(document(Article("1", title, text, "de")))


def found(text: str, title: str = "") -> tuple[Place, ...]:
    """Return the places but for the words for countries' people and things."""
    return tuple(place for place in named(text, title) if not is_people(place, "de"))


def names(text: str) -> list[str]:
    return [place.name for place in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berlins Bürgermeister sprach den Angehörigen sein Beileid aus.", [("Berlins", "Berlin", "DE")]),
        ("Im Norden Frankreichs starben zwei Menschen.", [("Frankreichs", "Frankreich", "FR")]),
        ("In den Straßen Kairos wurde geschossen.", [("Kairos", "Kairo", "EG")]),
        ("In der Türkei bebte die Erde.", [("Türkei", "Türkei", "TR")]),
        ("In Mailand, Lüttich und Moskau gab es Tote.", [
            ("Mailand", "Mailand", "IT"),
            ("Lüttich", "Lüttich", "BE"),
            ("Moskau", "Moskau", "RU"),
        ]),
        ("In der Kasseler Innenstadt fielen Schüsse.", [("Kasseler", "Kassel", "DE")]),
        ("In einer Bremer Gaststätte brannte es.", [("Bremer", "Bremen", "DE")]),
        ("Ein Münchner Klinikum nahm drei Verletzte auf.", [("Münchner", "München", "DE")]),
        ("In Berlin-Neukölln starb ein Kind.", [("Berlin-Neukölln", "Berlin-Neukölln", "DE")]),
        ("Im US-Bundesstaat Texas tobte ein Sturm.", [("Texas", "Texas", "US")]),
        ("Der Brand in St. Gallen ist gelöscht.", [("St. Gallen", "St. Gallen", "CH")]),
        ("Bei Neustadt an der Weinstraße stürzte ein Flugzeug ab.", [
            ("Neustadt an der Weinstraße", "Neustadt an der Weinstraße", "DE"),
        ]),
        ("Ein Doppelmord in Iserlohn gibt Rätsel auf.", [("Iserlohn", "Iserlohn", "DE")]),
        ("Bei einem Anschlag in Tripolis starben sechs Menschen.", [("Tripolis", "Tripolis", "LY")]),
        ("Die Gaza-Offensive forderte Tote.", [("Gaza", "Gaza", "PS")]),
        ("Im Donbass und auf den Golanhöhen wurde gekämpft.", [
            ("Donbass", "Donbass", "UA"),
            ("Golanhöhen", "Golanhöhen", "SY"),
        ]),
        ("Beim Absturz im indischen Pune starben acht Menschen.", [("Pune", "Pune", "IN")]),
    ],
)  # fmt: skip
def test_a_form_of_a_name_is_its_place(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(place.quote, place.name, place.country) for place in found(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Das Essen wurde kalt, bei Regen fiel die Feier aus.",
        "Der Hof brannte ab, im Wald lagen zwei Tote.",
        "Der Franzose und zwei Türken wurden verletzt.",
        "Außenminister Paris sagte ab.",
        "Peter Essen und Anna Halle starben.",
        "Die Washington Post berichtete von drei Toten.",
        "Er wohnte in der Kölner Straße und in der Berliner Allee.",
        "In Flammen stand das Haus, in Panik sprangen Menschen aus Fenstern.",
        "Werder Bremen gewann, der FC Bayern verlor.",
        "Dabei starb niemand. Von Verletzten weiß man nichts.",
        "Im Süden des Landes stürzte ein Bus ab.",
        "Die finnischen Hunde fanden zwei Verschüttete auf dem indischen Markt.",
        "Die türkische Polizei nahm einen Verdächtigen fest.",
    ],
)
def test_people_papers_clubs_streets_and_common_words_are_no_places(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die ukrainische Armee meldete Tote.", [("ukrainische", "ukrainisch", "UA")]),
        ("Drei Franzosen und ein Türke starben.", [("Franzosen", "Franzose", "FR"), ("Türke", "Türke", "TR")]),
        ("Zwei Spanierinnen starben.", [("Spanierinnen", "Spanierin", "ES")]),
        ("Er fuhr mit der Deutschen Bahn.", []),
        ("Das war typisch, der Tisch war neu.", []),
    ],
)
def test_a_word_for_people_or_things_of_a_country_names_it(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(place.quote, place.name, place.country) for place in named(text)] == expected
    assert all(place.precision == "country" for place in named(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Im Persischen Golf sank ein Schiff.", "Persischer Golf"),
        ("Im Schwarzen Meer sank ein Schiff.", "Schwarzes Meer"),
        ("In der Tschechischen Republik starb ein Mann.", "Tschechische Republik"),
        ("In der Demokratischen Republik Kongo starb ein Mann.", "Demokratische Republik Kongo"),
        ("In den Vereinigten Staaten starb ein Mann.", "Vereinigte Staaten"),
        ("Bei Sankt Andreasberg starb ein Mann.", "Sankt Andreasberg"),
    ],
)
def test_a_name_of_several_words_is_given_in_the_nominative(text: str, name: str) -> None:
    assert [place.name for place in found(text)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bei Kämpfen um Bachmut starben zehn Soldaten.", "Bachmut"),
        ("Der Angriff auf Awdijiwka forderte zwei Tote.", "Awdijiwka"),
        ("Südlich von Wuhledar wurde geschossen.", "Wuhledar"),
        ("Truppen eroberten Marjinka.", "Marjinka"),
        ("Raketen trafen Slowjansk.", "Slowjansk"),
        ("Soldaten nahmen Popasna ein.", "Popasna"),
        ("Soldaten haben Popasna eingenommen.", "Popasna"),
    ],
)
def test_a_fight_for_a_place_of_a_country_named_makes_a_name_a_place(text: str, name: str) -> None:
    assert (name, "UA") in [(place.name, place.country) for place in found(f"Die Ukraine meldet: {text}")]


@pytest.mark.parametrize(
    "text",
    [
        "Bei Kämpfen um Geld starben zehn Soldaten.",
        "Der Angriff auf Soldaten forderte zwei Tote.",
        "Südlich von Stellungen wurde geschossen.",
        "Truppen eroberten Lager.",
        "Raketen trafen Merkel.",
        "Soldaten nahmen Essen ein.",
        "Soldaten haben Stellungen eingenommen.",
    ],
)
def test_a_fight_for_a_thing_or_a_person_makes_no_place(text: str) -> None:
    assert names(f"Die Ukraine meldet: {text}") == ["Ukraine"]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("In Stepanakert", "AZ"),
        ("Bei Tschernobyl", "UA"),
        ("Bei Pokrowsk", "UA"),
        ("In Galizien", None),
        ("In der Levante", None),
        ("In Bessarabien", None),
        ("In Aksai Chin", "IN"),
        ("Auf den Spratly-Inseln", None),
    ],
)
def test_a_german_name_has_a_point(name: str, country: str | None) -> None:
    (place,) = found(f"{name} starben zwei Menschen.")
    assert (place.country, place.lat is not None) == (country, True)


def test_a_surname_is_no_place_where_it_stands_alone() -> None:
    text = "Der Trainer Karl Heidenheim wurde verletzt. Später sagte Heidenheim, es gehe ihm gut."
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("Im Stadtteil Bornova brannte ein Haus, teilte die türkische Feuerwehr mit.", "district"),
        ("In der Stadt Narni starb ein Mann.", "town"),
        ("In der Provinz Fujian starb ein Mann.", "region"),
        ("In Spanien starb ein Mann.", "country"),
        ("In Westspanien starb ein Mann.", "region"),
    ],
)
def test_a_place_says_how_precise_it_is(text: str, precision: str) -> None:
    assert [place.precision for place in found(text)] == [precision]


def test_a_named_place_without_an_entry_has_the_country_and_no_point() -> None:
    place = found("Im peruanischen Dorf Quillamarca begrub ein Erdrutsch drei Menschen.")[0]
    assert (place.name, place.country, place.lat, place.geonames) == ("Quillamarca", "PE", None, None)


def test_a_compound_with_a_landform_is_a_place() -> None:
    place = found("Die peruanische Polizei sucht im Quilla-Tal nach einem Bus mit zwei Toten.")[0]
    assert (place.name, place.country, place.lat) == ("Quilla-Tal", "PE", None)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Die syrische Armee meldet Tote bei Kämpfen um Tripoli nicht, wohl aber libysche Stellen in Tripolis.", "LY"),
        ("In Valencia starben laut venezolanischer Polizei zwei Menschen.", "VE"),
        ("In Valencia starben laut spanischer Polizei zwei Menschen.", "ES"),
        ("In Frankfurt starben zwei Menschen.", "DE"),
        ("In Birmingham im US-Bundesstaat Alabama starben zwei Menschen.", "US"),
        ("In Birmingham starben zwei Menschen, so die britische Polizei.", "GB"),
    ],
)
def test_the_countries_that_the_article_names_decide(text: str, country: str) -> None:
    assert found(text)[-1 if country == "LY" else 0].country == country


def test_a_small_place_of_a_country_not_named_is_no_match() -> None:
    assert names("Die japanische Regierung sprach mit Gersfeld über den Unfall.") == []


def test_a_name_that_looks_like_the_genitive_of_a_town_is_none() -> None:
    assert names("Kämpfer der Hamas waren in Israel.") == ["Israel"]
    assert names("In Hama brannte ein Haus.") == ["Hama"]


def test_a_place_has_its_entry_of_the_gazetteer() -> None:
    place = found("In Kursk schlug eine Rakete ein.")[0]
    assert (place.geonames, place.country, place.admin1) == (538560, "RU", "Kursk")
    assert (round(place.lat or 0), round(place.lon or 0)) == (52, 36)


def test_a_district_without_an_entry_is_in_the_country_of_its_town() -> None:
    text = "Der türkische Konsul besuchte die Verletzten. Der Brand war im Kölner Stadtteil Quirlbach ausgebrochen."
    assert [(place.name, place.country) for place in found(text)] == [("Köln", "DE"), ("Quirlbach", "DE")]


def test_a_city_is_meant_rather_than_its_small_namesake_in_a_country_named() -> None:
    text = "Die amerikanische Delegation sah den Brand in Dresden. Die Dresdner Feuerwehr löschte ihn."
    assert {(place.name, place.country) for place in found(text)} == {("Dresden", "DE")}


def test_a_disputed_region_says_so() -> None:
    assert found("Auf den Golanhöhen starben zwei Soldaten.")[0].disputed


def test_title_comes_first_and_every_span_quotes() -> None:
    article = Article("1", "Brand in Kiel", "In Lübeck und in Kiels Hafen brannte es.", "de")
    all_found = places(document(article))
    assert [(place.field, place.quote) for place in all_found] == [
        ("title", "Kiel"),
        ("text", "Lübeck"),
        ("text", "Kiels"),
    ]
    assert all(article[place.field][place.start : place.end] == place.quote for place in all_found)


def test_a_document_with_no_sentences_has_places_too() -> None:
    read = document(Article("1", "", "In Zürich brannte ein Tram.", "de"))
    bare = type(read)(read.article, ())
    assert [place.name for place in places(bare)] == ["Zürich"]


@pytest.mark.parametrize(
    ("title", "text", "number"),
    [
        ("Brand in Halle", "Bei einem Brand in Halle an der Saale starben zwei Menschen.", 2911522),
        ("Brand in Neustadt", "Bei einem Brand in Neustadt an der Weinstraße starben zwei Menschen.", 2864054),
        ("Brand in Frankfurt", "Bei einem Brand in Frankfurt (Oder) starben zwei Menschen.", 2925535),
        ("Brand in Frankfurt", "Bei einem Brand in Frankfurt an der Oder starben zwei Menschen.", 2925535),
        ("Brand in Frankfurt", "Bei einem Brand in Frankfurt am Main starben zwei Menschen.", 2925533),
    ],
)
def test_the_longer_name_in_the_text_decides_for_the_bare_one(title: str, text: str, number: int) -> None:
    assert {place.geonames for place in found(text, title)} == {number}


def test_two_longer_names_leave_the_bare_one_to_itself() -> None:
    text = "Züge fahren von Frankfurt (Oder) nach Frankfurt am Main. In Frankfurt brannte es."
    assert [place.geonames for place in found(text)] == [2925535, 2925533, 2925533]


@pytest.mark.parametrize(
    ("text", "country", "precision"),
    [
        ("In Georgia hat ein Mann zwei Menschen erschossen.", "US", "region"),
        ("In Georgien hat ein Mann zwei Menschen erschossen.", "GE", "country"),
    ],
)
def test_a_country_has_its_german_name_in_german(text: str, country: str, precision: str) -> None:
    assert [(place.country, place.precision) for place in found(text)] == [(country, precision)]


@pytest.mark.parametrize("name", ["Neustadt", "Springfield", "Newcastle", "Victoria", "San Jose"])
def test_a_name_of_several_places_has_no_point_where_the_article_does_not_tell(name: str) -> None:
    (place,) = found(f"Bei einem Brand in {name} starben zwei Menschen.")
    assert (place.name, place.lat, place.geonames) == (name, None, None)


@pytest.mark.parametrize("name", ["Paris", "London", "Hamburg", "Halle", "Frankfurt"])
def test_a_city_that_dominates_its_name_is_meant(name: str) -> None:
    (place,) = found(f"Bei einem Brand in {name} starben zwei Menschen.")
    assert place.lat is not None
    assert place.country in {"FR", "GB", "DE"}


def test_the_area_named_beside_it_decides() -> None:
    assert found("Bei einem Brand in Neustadt in Niedersachsen starben zwei Menschen.")[0].geonames == 2864058
    assert found("Bei einem Brand in Neustadt in Hessen starben zwei Menschen.")[0].lat is None
