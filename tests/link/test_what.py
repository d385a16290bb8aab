"""The type of an article's main incident."""

import pytest

from lagebild.link.what import incident_type
from lagebild.model import Article, Document, Figure, Measure, Span


def _document(title: str, text: str = "") -> Document:
    return Document(Article("a", title, text, "de"), ())


def _figure(measure: Measure, low: int) -> Figure:
    span = Span("text", 0, 1, "x")
    return Figure("f", measure, low, low, "exact", "stated", span, span, "rule", 1.0)


def _type(title: str, text: str = "", *figures: Figure) -> str:
    return incident_type(_document(title, text), figures)


@pytest.mark.parametrize(
    ("title", "text", "type_"),
    [
        ("Letzte Vermisste tot gefunden", "Die Bergleute lagen in der Grube.", "accident.industrial"),
        ("Rentnerin tot gefunden", "Die Polizei sucht nach einem Nachbarn.", "crime.killing"),
        ("Anschlag auf Wache", "Der Autobombenanschlag traf Rekruten.", "conflict.bombing"),
        ("Anschlag auf Wache", "Islamisten schossen auf Rekruten.", "conflict.attack"),
        ("Soldaten schossen auf Demonstranten", "Die Beamten seien angegriffen worden.", "conflict.repression"),
        ("Schwerer Unfall bei Hainfeld", "Ein Reisebus ist am Montag mit einem Traktor kollidiert.", "accident.road"),
        ("Schwerer Unfall bei Hainfeld", "Eine Straßenbahn hat am Montag einen Lkw gerammt.", "accident.rail"),
        ("Unglück vor Rügen", "Ein Fischkutter ist mit einem Frachter zusammengestoßen.", "accident.sea"),
        ("Unfall auf Baustelle in Wels", "Ein Dachdecker wurde von einem Betonteil getroffen.", "accident.industrial"),
        ("Tote bei Hubschrauberabsturz in Tirol", "", "accident.air"),
        ("Stollen in Zeche eingestürzt", "Sechs Bergleute sind verschüttet.", "accident.industrial"),
        ("Hallendach in Kufstein eingestürzt", "Schnee lag auf der Turnhalle.", "accident.collapse"),
        ("Feuer zerstört Scheune", "Die Feuerwehr war mit 60 Leuten dort.", "accident.fire"),
        ("Feuer bei Marseille wütet weiter", "Die Flammen fraßen 400 Hektar Wald.", "disaster.wildfire"),
        ("Feuer in Lagerhalle", "Unbekannte hatten die Halle angezündet, es war Brandstiftung.", "crime.arson"),
        ("Explosion in Bäckerei", "Ein Ofen ist am Morgen explodiert.", "accident.explosion"),
        ("Explosion auf dem Markt", "Eine Bombe ist am Morgen explodiert.", "conflict.bombing"),
        ("Angriff auf Hafenstadt", "Raketen schlugen in der Nacht am Kai ein.", "conflict.strike"),
        ("Angriff in Zürcher Tram", "Ein Mann ging mit einem Messer auf Fahrgäste los.", "crime.assault"),
        ("Angriff auf Posten im Norden", "Rebellen haben die Soldaten überrascht.", "conflict.attack"),
        ("Schüsse in Schule", "Ein Schüler schoss um sich.", "crime.shooting"),
        ("Gefechte an der Grenze", "Die Armee hat zwei Dörfer erobert.", "conflict.battle"),
        ("Land verlegt 4000 Soldaten an die Küste", "", "conflict.deployment"),
        ("Waffenlieferung erreicht den Hafen", "", "conflict.arms"),
        ("Waffenruhe vereinbart", "Beide Seiten wollen ab Montag nicht mehr schießen.", "conflict.diplomacy"),
        ("Proteste in der Hauptstadt", "Die Sicherheitskräfte schossen auf Demonstranten.", "conflict.repression"),
        ("Krawalle nach Fußballspiel", "Hooligans warfen Steine auf Polizisten.", "unrest.riot"),
        ("Tausende demonstrieren gegen Gesetz", "Der Bundestag will es am Freitag beschließen.", "unrest.protest"),
        ("Mord an Juwelier", "Der Mann wurde in seinem Laden erschlagen.", "crime.killing"),
        ("Kind in Graz entführt", "Die Entführer fordern Lösegeld.", "crime.abduction"),
        ("Gesuchter Bankräuber festgenommen", "Fahnder nahmen den Mann am Bahnhof fest.", "crime.arrest"),
        ("Mordprozess: Landgericht verurteilt Bäcker", "Er muss zwölf Jahre in Haft.", "crime.trial"),
        ("Einbrecher stehlen Kirchenglocke", "Der Diebstahl fiel erst am Sonntag auf.", "crime.other"),
        ("Unwetter über Kärnten", "Eine Mure begrub ein Haus.", "disaster.landslide"),
        ("Unwetter über Kärnten", "Die Drau trat über die Ufer, Keller wurden überflutet.", "disaster.flood"),
        ("Nach dem Orkan fehlt der Strom", "Der Orkan hatte Masten umgeworfen.", "disaster.storm"),
        ("Beben der Stärke 6 vor der Küste", "", "disaster.earthquake"),
        ("Wanderer vom Blitz getroffen", "", "disaster.weather"),
        ("Vulkan spuckt Asche", "", "disaster.volcano"),
        ("Cholera im Lager", "400 Menschen sind erkrankt.", "health.outbreak"),
        ("Massenpanik bei Konzert", "", "accident.crowd"),
    ],
)
def test_type_of_an_incident(title: str, text: str, type_: str) -> None:
    assert _type(title, text) == type_


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Koalition einigt sich auf Haushalt", "Der Bundestag stimmt am Freitag ab."),
        ("Dresden gewinnt am 12. Spieltag", "Der Angriff der Gäste blieb blass."),
        ("Gedenken an die Opfer des Zugunglücks", "Die Stadt gedachte der 14 Toten von 1998."),
        ("Feuerwehr probt den Ernstfall", "Bei der Übung brannte ein Bus."),
        ("Weniger Verkehrstote als im Vorjahr", "Die Statistik zählt 310 Unfälle."),
        ("Aktie des Versandhauses stürzt ab", "Die Börse reagierte nervös auf den Umsatz."),
        ("Neue Brücke eröffnet", "Die Bürgermeisterin zerschnitt das Band."),
        ("", ""),
    ],
)
def test_no_incident(title: str, text: str) -> None:
    assert _type(title, text) == "none"


def test_memorial_is_none_though_it_counts_the_dead() -> None:
    text = "Hunderte haben am Freitag der Opfer gedacht, 14 Menschen waren beim Zugunglück gestorben."
    assert _type("Zugunglück von Horn", text, _figure("killed", 14)) == "none"


def test_accident_at_an_exercise_is_an_accident() -> None:
    text = "Bei einer Übung der Feuerwehr ist ein Löschfahrzeug umgekippt."
    assert _type("Unfall bei Feuerwehrübung", text, _figure("injured", 2)) == "accident.road"


def test_protest_at_which_people_were_hurt_is_a_riot() -> None:
    title, text = "Proteste gegen Mine", "Gegner der Mine gingen auf die Straße."
    assert _type(title, text) == "unrest.protest"
    assert _type(title, text, _figure("killed", 1)) == "unrest.riot"


def test_arrest_for_a_deed_of_the_day_is_the_deed_and_for_an_old_one_the_arrest() -> None:
    title = "Festnahme in Linz"
    new = "Die Polizei hat einen Mann festgenommen, der am Morgen seinen Nachbarn erstochen hatte."
    old = "Die Polizei hat einen Mann festgenommen, der vor acht Jahren seinen Nachbarn erstochen hatte."
    assert _type(title, new, _figure("killed", 1)) == "crime.killing"
    assert _type(title, old, _figure("killed", 1)) == "crime.arrest"


def test_the_setting_tells_the_type_of_harm_that_no_word_names() -> None:
    text = "Die Suche im Bergwerk und im Stollen ist zu Ende, nach dem Unglück fehlen 14 Arbeiter."
    assert _type("Suche im Bergwerk beendet", text, _figure("missing", 14)) == "accident.industrial"
    assert _type("Suche im Bergwerk beendet", "Das Gold ist zu Ende.") == "none"


def test_what_stands_after_nach_is_background() -> None:
    assert _type("Nach Messerangriff: Prozess gegen Studenten", "") == "crime.trial"
    assert _type("Nach Messerangriff: Zwei Opfer außer Lebensgefahr", "") == "crime.assault"


def test_compound_head_fires_and_a_barred_compound_does_not() -> None:
    assert _type("Wochenendhausbrand in Steyr") == "accident.fire"
    assert _type("Sonnenbrand in Steyr") == "none"


def test_noun_cue_needs_its_capital() -> None:
    assert _type("Helfer kämpfen um das Kloster") == "none"
    assert _type("Kämpfe um das Kloster") == "conflict.battle"


def _english(title: str, text: str = "", *figures: Figure) -> str:
    return incident_type(Document(Article("a", title, text, "en"), ()), figures)


@pytest.mark.parametrize(
    ("title", "text", "type_"),
    [
        ("Assault on barracks in the north", "The garrison fled on Monday.", "conflict.attack"),
        ("Assault on jogger in park", "The woman was pushed to the ground on Monday.", "crime.assault"),
        ("Families flee valley", "Two clans traded fire on Monday.", "conflict.battle"),
        ("Families flee valley", "Two barns caught fire on Monday.", "accident.fire"),
        ("Raid on camp", "The soldiers were driven off in a firefight on Monday.", "conflict.battle"),
        ("Raid on camp", "The soldiers were driven off on Monday.", "conflict.attack"),
        ("Mayor on protest", "Nine demonstrators were killed by police on Monday.", "conflict.repression"),
        ("Mayor on protest", "Nine demonstrators were praised by police on Monday.", "unrest.protest"),
        ("Coach plunges into gorge", "It left the road near the pass on Monday.", "accident.road"),
        ("Coach wins title", "The team coach thanked the fans on Monday.", "none"),
        ("Fire at shirt factory", "The blaze began on Monday.", "accident.fire"),
        ("Gas leak at shirt factory", "Workers fled on Monday.", "accident.industrial"),
        ("Pit floods", "The shaft of the colliery was flooded on Monday.", "accident.industrial"),
        ("Street floods", "The shops of the town were flooded on Monday.", "disaster.flood"),
        ("Gym roof gives way", "The fire chief visited the hall on Monday.", "accident.collapse"),
        ("Hundreds march in capital", "Cars were set on fire on Monday.", "unrest.riot"),
        ("Hundreds march in capital", "Cars were kept out on Monday.", "unrest.protest"),
        ("Hunter accidentally shot by son", "The shooting happened on Monday.", "accident.other"),
        ("Hunter shot by son", "The shooting happened on Monday.", "crime.shooting"),
        ("Skipper drowned off Malu", "The boat sank when a storm came up on Monday.", "accident.sea"),
        ("Roofs torn off in Malu", "A storm crossed the island on Monday.", "disaster.storm"),
        ("New series", "A thriller shot in Malu: a gunman kills two people.", "none"),
        (
            "Build-up",
            "The army moved about 900 troops to the border, a research institute said.",
            "conflict.deployment",
        ),
        ("Warplanes hit wedding in hills", "Jets bombed the village on Monday as guests danced.", "conflict.strike"),
        ("Comedy hits cinemas", "The film bombed on Monday.", "none"),
        ("Deaths climb to nine", "They had drunk bootleg spirits with methanol.", "health.outbreak"),
        ("Bar opens in Malu", "It sells spirits from Monday.", "none"),
        (
            "Nine die in town",
            "Troops broke up a banned march, a coalition of rights groups said.",
            "conflict.repression",
        ),
        ("Cabinet falls", "The ruling coalition broke up on Monday.", "none"),
        ("Twins saved from rubble", "The house was pulled down by rain on Monday.", "accident.collapse"),
        ("Twins saved from rubble", "An air strike hit the house on Monday.", "conflict.strike"),
        ("Twins dig in ruins", "They study the temple of the kings.", "none"),
        ("Search ends at gold mine", "The shaft of the mine caved in on Monday.", "accident.industrial"),
        ("Pupils freed", "They had been seized from a school and held in captivity.", "crime.abduction"),
        ("Gunmen free pupils", "They had been abducted from a school and held as hostages.", "crime.abduction"),
        ("Gunmen attack village", "They burned huts and took a hostage.", "conflict.attack"),
        ("Search ends", "The block of flats was hit by a long-range missile on Monday.", "conflict.strike"),
        ("Search ends", "The block of flats was hit by a falling crane on Monday.", "none"),
        ("Organiser charged", "The stage collapse on Friday left nine dead.", "accident.collapse"),
        ("Cable car plunges into gorge", "The cabin fell on Monday.", "accident.other"),
        ("Six dead after slope buries hamlet", "A hillside gave way on Monday.", "disaster.landslide"),
        ("Actor dies aged 90", "He was buried on Monday.", "none"),
        ("Wreaths laid for miners", "Four men drowned in the pit in 2019.", "none"),
        ("Depot levelled in suspected strike", "A wall collapsed in the night.", "conflict.strike"),
    ],
)
def test_english_reports_have_the_type_of_their_words(title: str, text: str, type_: str) -> None:
    assert _english(title, text) == type_
