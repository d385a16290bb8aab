"""Names, kinds and parties of sources."""

import pytest

from lagebild.link.names import box_sources, named, source_name
from lagebild.model import Article, Document, Figure, IncidentType, Source, SourceKind, Span


def _source(text: str, name: str = "", kind: SourceKind = "unnamed") -> Source:
    return Source(text, "text", 0, len(text), text, name, kind)


def _figure(*sources: Source, id_: str = "f") -> Figure:
    span = Span("text", 0, 1, "x")
    return Figure(id_, "killed", 1, 1, "exact", "stated", span, span, "rule", 1.0, sources=sources)


def _named(source: str, text: str = "", incident_type: IncidentType = "none", *, language: str = "de") -> Source:
    document = Document(Article("a", "", text, language), ())
    return named(document, (_figure(_source(source)),), incident_type=incident_type)[0].sources[0]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("des Innenministeriums", "Innenministerium", "government"),
        ("der Feuerwehr", "Feuerwehr", "emergency"),
        ("Ein Polizeisprecher", "Polizeisprecher", "police"),
        ("eines Regierungssprechers", "Regierungssprecher", "government"),
        ("der Nachrichtenagentur Reuters", "Reuters", "agency"),
        ("der „Havelländer Anzeiger“", "Havelländer Anzeiger", "media"),
        ("des Fernsehsenders Kanal Nord", "Kanal Nord", "media"),
        ("der ZDF", "ZDF", "media"),
        ("Polizeiangaben", "Polizei", "police"),
        ("polizeilichen Angaben", "Polizei", "police"),
        ("Behördenangaben", "Behörden", "government"),
        ("offiziellen Angaben", "offizielle Angaben", "unnamed"),
        ("Medienberichten", "Medienberichte", "unnamed"),
        ("Berichten", "Berichte", "unnamed"),
        ("Sicherheitskreisen", "Sicherheitskreise", "unnamed"),
        ("südkoreanischer Militärquellen", "südkoreanische Militärquellen", "military"),
        ("Der südkoreanische Geheimdienst", "südkoreanischer Geheimdienst", "government"),
        ("der afghanischen Regierung", "afghanische Regierung", "government"),
        ("Die nordkoreanische Militärführung", "nordkoreanische Militärführung", "military"),
        ("das russische Verteidigungsministerium", "russisches Verteidigungsministerium", "government"),
        ("des Roten Kreuzes", "Rotes Kreuz", "organisation"),
        ("den Ärzten", "Ärzte", "hospital"),
        ("des Krankenhauses", "Krankenhaus", "hospital"),
        ("Augenzeugen", "Augenzeugen", "witness"),
        ("eines Zeugen", "Zeuge", "witness"),
        ("dem Präsidenten", "Präsident", "government"),
        ("Innenministerin Berta Kolm", "Berta Kolm", "government"),
        ("der Bürgermeister der Stadt, Otto Rehm", "Otto Rehm", "government"),
        ("ein Sprecher der Küstenwache", "Sprecher der Küstenwache", "emergency"),
        ("die Rebellen", "Rebellen", "armed_group"),
        ("des Landgerichts Kiel", "Landgericht Kiel", "court"),
        ("Seismologen", "Seismologen", "expert"),
        ("der Internationalen Organisation für Migration (IOM)", "IOM", "organisation"),
        ("der »Manila Beacon«", "Manila Beacon", "media"),
        ("der „Bund freier Bauern“", "Bund freier Bauern", "organisation"),
        ("derzeitiger Erkenntnis", "derzeitige Erkenntnis", "unnamed"),
        ("der Sprengmeister", "Sprengmeister", "person"),
        ("das Observatorium", "Observatorium", "organisation"),
        ("Kiews", "Kiew", "government"),
        ("der britischen BBC", "BBC", "media"),
        ("der Wiener Berufsrettung", "Wiener Berufsrettung", "emergency"),
        ("einem Bericht der Zeitung „Abendlicht“", "Abendlicht", "media"),
        ("der von der Hamas kontrollierten Gesundheitsbehörde", "Gesundheitsbehörde", "government"),
        ("des Lawinenexperten Hans Huber", "Hans Huber", "expert"),
        ("Polizeichef Ziegler", "Ziegler", "police"),
        ("dem Geoforschungszentrum Potsdam", "Geoforschungszentrum Potsdam", "organisation"),
        ("US-Angaben", "USA", "government"),
        ("einem Nachbarn", "Nachbar", "witness"),
        ("beide Seiten", "beide Seiten", "unnamed"),
        ("eigenen Worten", "eigene Worte", "unnamed"),
        ("Mehrere Familien", "mehrere Familien", "person"),
        ("des Bezirksfeuerwehrkommandos", "Bezirksfeuerwehrkommando", "emergency"),
        ("", "", "unnamed"),
    ],
)
def test_source_name(text: str, name: str, kind: SourceKind) -> None:
    assert source_name(text) == (name, kind)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("the interior ministry", "interior ministry", "government"),
        ("Police", "Police", "police"),
        ("a police spokesman", "police spokesman", "police"),
        ("Interior Minister Berta Kolm", "Berta Kolm", "government"),
        ("Narok County Sheriff Otto Rehm", "Otto Rehm", "police"),
        ("Police Chief Otto Rehm", "Otto Rehm", "police"),
        ("Lt. Otto Rehm", "Otto Rehm", "person"),
        ("Mr. Rehm", "Rehm", "person"),
        ("resident Berta Kolm", "Berta Kolm", "witness"),
        ("Berta Kolm", "Berta Kolm", "person"),
        ("the governor", "governor", "government"),
        ("the mayor, Otto Rehm", "Otto Rehm", "government"),
        ("a spokesman for the coast guard", "spokesman for the coast guard", "emergency"),
        ("a Taliban spokesman", "Taliban spokesman", "armed_group"),
        ("a hospital official", "hospital official", "hospital"),
        ("A doctor at the teaching hospital", "doctor at the teaching hospital", "hospital"),
        (
            "the head of the regional military administration",
            "head of the regional military administration",
            "government",
        ),
        ("the Associated Press", "AP", "agency"),
        ("the New York Times", "New York Times", "media"),
        ("the Narok Gazette", "Narok Gazette", "media"),
        ("local media", "local media", "media"),
        ("the International Organization for Migration (IOM)", "IOM", "organisation"),
        ("police sources", "police", "police"),
        ("U.S. figures", "US", "government"),
        ("official figures", "official figures", "unnamed"),
        ("reports", "reports", "unnamed"),
        ("witnesses", "witnesses", "witness"),
        ("Moscow", "Moscow", "government"),
        ("Russia's defence ministry", "Russia's defence ministry", "government"),
        ("the carpenter", "carpenter", "person"),
        ("the Bornova Initiative", "Bornova Initiative", "organisation"),
        ("", "", "unnamed"),
    ],
)
def test_english_source_name(text: str, name: str, kind: SourceKind) -> None:
    assert source_name(text, "en") == (name, kind)


def test_english_surname_gives_the_full_name_and_the_kind_of_the_office() -> None:
    text = "Police Chief Anton Brugger came. Mr. Brugger spoke of one dead."
    source = _named("Brugger", text, language="en")
    assert (source.name, source.kind) == ("Anton Brugger", "police")
    described = _named("Brugger", "Anton Brugger, the mayor of Narok, came. Brugger left.", language="en")
    assert (described.name, described.kind) == ("Anton Brugger", "government")


@pytest.mark.parametrize(
    ("source", "text", "type_", "party"),
    [
        ("the army", "", "conflict.battle", True),
        ("the army", "", "disaster.flood", False),
        ("Russia's defence ministry", "", "conflict.strike", True),
        ("the rebels", "", "conflict.battle", True),
        ("Hamas", "", "conflict.war", True),
        ("the UN", "", "conflict.war", False),
        ("Moscow", "Russian troops advanced.", "conflict.war", True),
        ("Oslo", "Russian troops advanced.", "conflict.war", False),
        ("South Korean military sources", "Russian troops advanced.", "conflict.war", False),
        ("Ukrainian officials", "The Ukrainian army withdrew.", "conflict.battle", True),
    ],
)
def test_english_party(source: str, text: str, type_: IncidentType, *, party: bool) -> None:
    assert _named(source, text, type_, language="en").party is party


def test_surname_gives_the_full_name_and_the_kind_of_the_office() -> None:
    text = "Der Polizeichef Anton Brugger kam. Brugger sprach von einem Toten."
    source = _named("Brugger", text)
    assert (source.name, source.kind) == ("Anton Brugger", "police")


def test_office_and_surname_give_the_full_name() -> None:
    source = _named("Präsident Brugger", "Anton Brugger kam. Präsident Brugger sprach von einem Toten.")
    assert (source.name, source.kind) == ("Anton Brugger", "government")


def test_surname_with_two_given_names_stays() -> None:
    text = "Anton Brugger und Maria Brugger kamen. Brugger sprach von einem Toten."
    assert _named("Brugger", text).name == "Brugger"


def test_genitive_of_a_name_is_taken_off_where_the_text_has_the_name() -> None:
    assert _named("Bruggers", "Anton Brugger kam. Nach Bruggers Worten gab es einen Toten.").name == "Anton Brugger"


def test_office_gives_its_one_holder() -> None:
    assert _named("der Gouverneur", "Gouverneur Anton Brugger kam. Der Gouverneur sprach.").name == "Anton Brugger"
    two = "Gouverneur Anton Brugger kam. Gouverneur Karl Ziegler ging. Der Gouverneur sprach."
    assert _named("der Gouverneur", two).name == "Gouverneur"


def test_wording_and_span_stay() -> None:
    source = _named("des Innenministeriums")
    assert (source.text, source.quote, source.start, source.end) == ("des Innenministeriums",) * 2 + (0, 21)


@pytest.mark.parametrize(
    ("source", "text", "type_", "party"),
    [
        ("die Armee", "", "conflict.battle", True),
        ("die Armee", "", "disaster.flood", False),
        ("das Verteidigungsministerium", "", "conflict.strike", True),
        ("die Rebellen", "", "conflict.battle", True),
        ("eine kurdische Separatistengruppe", "", "conflict.bombing", True),
        ("die Feuerwehr", "", "conflict.strike", False),
        ("die UN", "", "conflict.war", False),
        ("die russische Regierung", "Russische Truppen rückten vor.", "conflict.war", True),
        ("Moskau", "Russische Truppen rückten vor.", "conflict.war", True),
        ("südkoreanische Militärquellen", "Russische Truppen rückten vor.", "conflict.war", False),
        ("der von der Hamas geführten Gesundheitsbehörde", "", "conflict.war", True),
        ("Oslo", "Russische Truppen rückten vor.", "conflict.war", False),
        ("ukrainischen Angaben", "Die ukrainische Armee zog ab.", "conflict.battle", True),
        ("die schwedische Regierung", "Russische Truppen rückten vor.", "conflict.war", False),
    ],
)
def test_party(source: str, text: str, type_: IncidentType, *, party: bool) -> None:
    assert _named(source, text, type_).party is party


def test_box_sources_are_unique_and_unnamed_ones_only_stand_alone() -> None:
    police = _source("die Polizei", "Polizei", "police")
    reports = _source("Berichten", "Berichte", "unnamed")
    boxed = box_sources((_figure(police, id_="a"), _figure(reports, id_="b"), _figure(police, id_="c")))
    assert [(source.name, source.claims) for source in boxed] == [("Polizei", ("a", "c"))]
    assert [source.name for source in box_sources((_figure(reports, id_="b"),))] == ["Berichte"]
