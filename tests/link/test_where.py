"""The place of the main incident: the scene before dateline, way and spokesman, the part before the whole."""

from dataclasses import replace

import pytest

from lagebild.annotate import document
from lagebild.link.places import places
from lagebild.link.where import incident_place
from lagebild.model import Article, Figure


def scene(text: str, title: str = "", figures: tuple[Figure, ...] = (), published: str | None = None) -> str | None:
    read = document(Article("1", title, text, "de", published=published))
    place = incident_place(read, figures, places(read))
    return place.name if place else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Warschau (dpa) - In Kutno ist ein Zug entgleist.", "Kutno"),
        ("Auf dem Flug von Wien nach Athen stürzte bei Graz ein Jet ab.", "Graz"),
        ("Bei einem Brand in Narni starben zwei Menschen, wie ein Sprecher in Rom sagte.", "Narni"),
        ("Es gebe zwei Tote, erklärte ein Offizier in Manila. Das Boot sank vor der Insel Dinagat.", "Dinagat"),
        ("Bei einem Angriff auf Charkiw starben drei Menschen, teilte Kiew mit.", "Charkiw"),
        ("Im Zentrum von Quetta explodierte eine Bombe.", "Quetta"),
        ("Ein Mann aus Passau starb bei einem Unfall nahe Linz.", "Linz"),
        ("Bewaffnete stürmten das Konsulat in Dschidda, Saudi-Arabien, teilte Riad mit.", "Dschidda"),
        ("In der Linzer Altstadt brannte ein Haus.", "Linz"),
        ("Bei Gersfeld in Hessen verunglückte ein Motorradfahrer tödlich.", "Gersfeld"),
        ("Am Chiemsee kenterte ein Boot, zwei Menschen starben.", "Chiemsee"),
        ("In Nordjapan bebte die Erde. Das Epizentrum lag bei Misawa.", "Misawa"),
        ("In Helmand im Bezirk Kajaki schossen Unbekannte auf Gäste.", "Kajaki"),
    ],
)
def test_the_scene_is_where_it_happened(text: str, expected: str) -> None:
    assert scene(text) == expected


def test_the_title_may_have_it() -> None:
    text = "Drei Menschen starben. Die Ursache ist unklar, die Regierung in Ankara kündigte Hilfe an."
    assert scene(text, "Brand in Izmir") == "Izmir"
    assert scene(text, "Izmir: Drei Tote") == "Izmir"


def test_a_district_is_more_specific_than_its_town() -> None:
    text = "In Izmir sind bei einem Brand vier Menschen gestorben. Das Feuer brach im Stadtteil Bornova aus."
    assert scene(text, "Vier Tote in Izmir") == "Bornova"


def test_a_town_is_more_specific_than_its_country() -> None:
    text = "In Polen ist ein Zug entgleist. Das Unglück ereignete sich bei Kutno."
    assert scene(text, "Zugunglück in Polen") == "Kutno"


def test_a_country_is_the_scene_of_what_happened_all_over_it() -> None:
    text = (
        "Bei Unwettern in Spanien sind zwölf Menschen gestorben. In Sevilla starben drei Menschen. "
        "In Bilbao wurden zwei Leichen geborgen. In Saragossa stürzte eine Brücke ein."
    )
    assert scene(text, "Unwetter in Spanien") == "Spanien"


def test_a_country_is_the_scene_where_nothing_nearer_is_named() -> None:
    text = "In Nigeria sind bei einem Flugzeugabsturz hundert Menschen gestorben."
    assert scene(text) == "Nigeria"


def test_a_year_gone_by_is_not_the_incident() -> None:
    text = (
        "In Ulm ist ein Haus explodiert. Bei einer Explosion in Köln und in der Stadt Köln starben 2009 zwei Menschen."
    )
    assert scene(text, published="2024-05-01") == "Ulm"


def test_the_box_has_the_country_and_the_point() -> None:
    read = document(Article("1", "", "Bei einem Anschlag in der pakistanischen Stadt Quetta starben Menschen.", "de"))
    place = incident_place(read, (), places(read))
    assert place is not None
    assert (place.name, place.country, round(place.lat or 0), round(place.lon or 0)) == ("Quetta", "PK", 30, 67)


def test_a_scene_without_an_entry_keeps_its_name_and_country() -> None:
    read = document(Article("1", "", "Im peruanischen Dorf Quillamarca begrub ein Erdrutsch drei Menschen.", "de"))
    place = incident_place(read, (), places(read))
    assert place is not None
    assert (place.name, place.country, place.lat) == ("Quillamarca", "PE", None)


@pytest.mark.parametrize("text", ["", "Drei Menschen starben bei einem Unfall.", "Er reiste nach Wien."])
def test_no_scene_is_named(text: str) -> None:
    assert scene(text) is None


def test_a_sentence_that_counts_victims_weighs_more() -> None:
    text = "In Verona blieb der Verkehr liegen. In Padua lagen vier Tote auf der Straße."
    read = document(Article("1", "", text, "de"))
    start = text.index("vier Tote")
    span = read.article.span("text", start, start + 4)
    figure = Figure("1", "killed", 4, 4, "exact", "stated", span, span, "test", 1.0)
    plain = incident_place(read, (), places(read))
    counted = incident_place(read, (figure,), places(read))
    assert plain is not None
    assert counted is not None
    assert (plain.name, counted.name) == ("Verona", "Padua")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            "Ein Erdrutsch traf ein Dorf im Westen Nepals. Im vorigen Monat starben bei Fluten in Bihar in Indien 24.",
            ("Nepal", "NP"),
        ),
        (
            "de",
            "Nepal hilft seinem Nachbarn. Am Donnerstag starben bei Fluten in Bihar in Indien 24 Menschen.",
            ("Bihar", "IN"),
        ),
        (
            "en",
            "A landslide hit a village in western Nepal. Last month, 24 people were killed in floods in Bihar, India.",
            ("Nepal", "NP"),
        ),
        (
            "en",
            "Nepal sent help to its neighbour. On Thursday, 24 people were killed in floods in Bihar, India.",
            ("Bihar", "IN"),
        ),
    ],
)
def test_what_happened_before_does_not_outweigh_the_lead(language: str, text: str, expected: tuple[str, str]) -> None:
    read = document(Article("1", "", text, language))
    place = incident_place(read, (), places(read))
    assert place is not None
    assert (place.name, place.country) == expected


def test_a_sentence_about_another_incident_weighs_less() -> None:
    text = "In Verona gab es einen Unfall. In Padua lagen vier Tote auf der Straße und in Padua brannte es."
    read = document(Article("1", "", text, "de"))
    start = text.index("vier Tote")
    span = read.article.span("text", start, start + 4)
    main = Figure("1", "killed", 4, 4, "exact", "stated", span, span, "test", 1.0)
    told = [incident_place(read, (replace(main, scope=scope),), places(read)) for scope in ("main", "other")]
    assert [place.name if place else None for place in told] == ["Padua", "Verona"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Oberhalb von Innsbruck ging eine Lawine ab, in Tirol galt die Stufe vier.", "Innsbruck"),
        ("de", "Nahe Mutters südlich von Innsbruck ging eine Lawine ab.", "Mutters"),
        ("de", "In den Gassen der Altstadt von Verona brannte ein Haus.", "Verona"),
        ("de", "Drei Menschen starben, teilte die Polizei der Stadt Verona mit. Der Bus kippte bei Padua um.", "Padua"),
        ("de", "Nahe Bautzen kippte ein Bus um. Die Rettungsleitstelle in Görlitz zählte 31 Verletzte.", "Bautzen"),
        ("de", "Ein Brand in der Leitstelle in Görlitz verletzte zwei Menschen.", "Görlitz"),
        ("de", "In Verona starben drei Schüler. Auch die Partnerschule in Ulm trauert um die Toten.", "Verona"),
        ("de", "Nahe Verona kippte ein Bus um. In Ulm herrscht Trauer um vier Schüler, die starben.", "Verona"),
        ("de", "In Cherson ist eine Drohne eingeschlagen.", "Cherson"),
        ("de", "Die Ministerin verließ die Sitzung in Rom. An einer Schule in Verona fielen Schüsse.", "Verona"),
        ("de", "Ein Bus kippte bei Padua um. Am Abend starb ein drittes Opfer in einer Klinik in Verona.", "Padua"),
        ("de", "Am Abend starben bei einem Brand in einer Klinik in Verona drei Patienten.", "Verona"),
        (
            "en",
            "A drone hit a market in the southern Ukrainian city of Kherson, officials across the Dnipro said.",
            "Kherson",
        ),
        ("en", "A house in the old town of Tlemcen, in western Algeria, collapsed.", "Tlemcen"),
        ("en", "The mayor of Tlemcen, in western Algeria, praised the crews in Oran.", "Oran"),
        ("en", "A coach overturned near Bautzen. A third man died in a Dresden clinic.", "Bautzen"),
        ("en", "Three patients died in a fire at a hospital in Dresden, police in Leipzig said.", "Dresden"),
    ],
)
def test_where_someone_speaks_meets_or_is_treated_is_no_scene(language: str, text: str, expected: str) -> None:
    read = document(Article("1", "", text, language))
    place = incident_place(read, (), places(read))
    assert place is not None
    assert place.name == expected


def test_the_only_town_of_a_region_is_the_scene_and_of_several_the_region() -> None:
    title, told = "Unwetter in Umbrien", "In Umbrien hat es Tote gegeben. In der Stadt Narni starben drei Menschen."
    assert scene(told, title) == "Narni"
    assert scene(f"{told} In der Stadt Terni starben vier.", title) == "Umbrien"
