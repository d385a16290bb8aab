"""The graph of origins: what goes back to one text, who cites whom, and who is behind a figure."""

from dataclasses import replace

import pytest

from lagebild.merge.origins import Origins, origins
from lagebild.merge.origins_build import mark
from lagebild.model import Article, Figure, Measure, Place, Record, Source, SourceKind
from tests.builders import figure, record, source
from tests.merge.texts import AGENCY, INDEPENDENT, TOUCHED, report

TOWN = Place("text", 0, 5, "Korsu", "Korsu", "FI", None, 60.1, 24.5, 7, "town")
COURIER = (
    "Korsu – 14 Menschen starben am Samstag beim Untergang einer Fähre, sagte die Küstenwache. 40 wurden verletzt."
)
RELAY = (
    "Vor Korsu ist eine Fähre gesunken. Wie der »Korsu Courier« unter Berufung auf die Küstenwache berichtet, "
    "kamen 14 Menschen ums Leben. 40 seien verletzt worden."
)


def told(of: Article, *claims: Figure) -> Record:
    return record(of, *claims, places=(TOWN,))


def says(of: Article, quote: str, name: str, kind: SourceKind = "emergency", **changes: object) -> Source:
    return source(of, quote, name, kind=kind, **changes)


def count(of: Article, measure: Measure, number: int, *sources: Source) -> Figure:
    return figure(of, measure, str(number), str(number), number, sources=sources)


def courier(hour: int = 9, number: int = 14) -> Record:
    of = report("courier", COURIER.replace("14", str(number)), hour, publisher="Korsu Courier")
    guard = says(of, "die Küstenwache", "Küstenwache")
    return told(of, count(of, "killed", number, guard), count(of, "injured", 40, guard))


def relay(text: str = RELAY, hour: int = 12) -> Record:
    of = report("relay", text, hour)
    guard = says(of, "die Küstenwache", "Küstenwache")
    paper = says(of, "»Korsu Courier«", "Korsu Courier", "media", role="via")
    return told(of, count(of, "killed", 14, guard, paper), count(of, "injured", 40, guard, paper))


def cited(graph: Origins, taker: str = "relay") -> list[tuple[str, str]]:
    return [(e.giver, e.how) for e in graph.edges if e.taker == taker and e.how in {"citation", "translation"}]


def test_copies_of_an_agencys_report_are_of_one_origin_and_another_report_is_not() -> None:
    marked = replace(report("a", AGENCY, 10), agencies=("dpa",))
    graph = origins([told(report("c", INDEPENDENT, 14)), told(report("b", TOUCHED, 12)), told(marked)])
    assert graph.of("b") == graph.of("a")
    assert (graph.of("b").name, graph.of("b").kind, graph.of("b").first) == ("dpa", "agency", "a")
    assert graph.of("c").reports == ("c",)
    assert [(e.giver, e.how) for e in graph.edges if e.taker == "b"] == [("a", "copy")]
    assert next(e.share for e in graph.edges if e.how == "copy") == pytest.approx(0.9, abs=0.05)


def test_two_reports_with_the_mark_of_one_agency_are_two_texts_with_one_agency_behind() -> None:
    one = replace(report("a", AGENCY, 10), agencies=("dpa",))
    other = replace(report("b", INDEPENDENT, 18), agencies=("dpa",))
    graph = origins([told(one), told(other)])
    assert graph.of("a") != graph.of("b")
    assert [e.giver for e in graph.edges if e.how == "agency"] == ["agency:dpa", "agency:dpa"]
    assert [node.id for node in graph.nodes].count("agency:dpa") == 1


def test_the_mark_of_several_agencies_names_no_origin() -> None:
    graph = origins([told(replace(report("a", AGENCY), agencies=("dpa", "AFP"), publisher="Nordblatt"))])
    assert graph.of("a").name == "Nordblatt"
    assert {e.giver for e in graph.edges} == {"agency:dpa", "agency:AFP"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Korsu (AFP) - Es brannte.", "AFP"),
        ("Es brannte mit hohen Flammen. (AFP)", "AFP"),
        ("Es brannte.\nMit Material von AFP", "Nordblatt"),
        ("Es brannte.\n(mit Agenturmaterial der AFP)", "Nordblatt"),
        ("It burned.\nAFP contributed to this report.", "Nordblatt"),
    ],
)
def test_a_report_with_material_of_an_agency_is_not_the_agencys(text: str, name: str) -> None:
    of = replace(report("a", text, publisher="Nordblatt"), agencies=("AFP",))
    assert origins([told(of)]).of("a").name == name


def test_an_agencys_mark_is_found_where_it_stands_and_not_where_it_is_quoted() -> None:
    of = report("a", "Korsu (AFP) - Es brannte. Das sagte er der AFP am Abend. Mehr war nicht bekannt.")
    found = mark(of, "AFP")
    assert found is not None
    assert (found.start, found.quote) == (7, "AFP")
    assert mark(of, "Reuters") is None


def test_a_relay_of_an_outlet_is_of_its_reports_origin_where_the_figures_are() -> None:
    graph = origins([courier(), relay()])
    assert cited(graph) == [("courier", "citation")]
    assert graph.of("relay") == graph.of("courier")
    assert ("courier", "speaker:coast_guard:FI", "relay") in [(e.taker, e.giver, e.article) for e in graph.edges]


@pytest.mark.parametrize(
    ("giver", "why"), [(courier(number=11), "other figures"), (courier(hour=15), "it came out later")]
)
def test_a_relay_is_of_no_report_that_it_cannot_have_its_figures_from(giver: Record, why: str) -> None:
    if why == "other figures":
        giver = told(giver.article, giver.figures[0])
    graph = origins([giver, relay()])
    assert cited(graph) == [("outlet:Korsu Courier", "citation")]
    assert graph.of("relay") != graph.of("courier")


def test_one_person_who_died_here_and_there_makes_no_common_origin() -> None:
    of = report("relay", "Laut »Korsu Courier« starb 1 Mensch. Die Polizei nahm 2 Männer fest, 3 flohen.")
    paper = says(of, "»Korsu Courier«", "Korsu Courier", "media")
    mine = told(of, count(of, "killed", 1, paper), count(of, "detained", 2))
    theirs = report("courier", "In Korsu starb am Samstag 1 Mensch.", 9, publisher="Korsu Courier")
    graph = origins([told(theirs, count(theirs, "killed", 1)), mine])
    assert cited(graph) == [("courier", "citation")]
    assert graph.of("relay") != graph.of("courier")


def test_a_report_passes_on_none_of_its_own_outlets() -> None:
    mine, theirs = relay(), courier()
    mine = replace(mine, article=replace(mine.article, publisher="Blatt"))
    theirs = replace(theirs, article=replace(theirs.article, publisher="Blatt", agencies=("Korsu Courier",)))
    assert cited(origins([theirs, mine])) == [("outlet:Korsu Courier", "citation")]


def test_a_relay_in_another_language_is_a_translation() -> None:
    giver = courier()
    giver = replace(giver, article=replace(giver.article, language="en"))
    assert cited(origins([giver, relay()])) == [("courier", "translation")]


def test_a_number_that_is_cited_and_counted_by_nobody_finds_its_report() -> None:
    of = report("relay", "Die Behörde sprach von 9 Toten, während der »Korsu Courier« schon von 14 berichtete.")
    graph = origins([courier(), told(of, count(of, "killed", 9))])
    assert cited(graph) == [("courier", "citation")]
    assert graph.of("relay") != graph.of("courier")


def test_a_pure_relay_repeats_figures_of_its_report_in_its_own_voice() -> None:
    of = report("relay", "Bei dem Unglück wurden 40 verletzt. Wie der »Korsu Courier« berichtet, starben 14.")
    paper = says(of, "»Korsu Courier«", "Korsu Courier", "media")
    graph = origins([courier(), told(of, count(of, "injured", 40), count(of, "killed", 14, paper))])
    assert graph.of("relay") == graph.of("courier")


def test_an_unnamed_source_of_an_outlet_is_known_by_the_outlet() -> None:
    of = report("relay", "Laut »Korsu Courier« unter Berufung auf Kreise starben 14 Menschen.")
    unnamed = says(of, "Kreise", "Kreise", "unnamed")
    paper = says(of, "»Korsu Courier«", "Korsu Courier", "media", role="via")
    graph = origins([told(of, count(of, "killed", 14, unnamed, paper))])
    assert graph.behind("relay", (unnamed, paper)) == "speaker:Korsu Courier"
    assert ("outlet:Korsu Courier", "Kreise") in [
        (edge.taker, node.name) for edge in graph.edges for node in graph.nodes if node.id == edge.giver
    ]


def test_an_outlet_that_is_only_mentioned_is_not_cited() -> None:
    of = report("relay", "Vor Korsu ist eine Fähre gesunken. Unter den 14 Toten ist ein Reporter des »Korsu Courier«.")
    assert cited(origins([courier(), told(of, count(of, "killed", 14))])) == []


def test_two_agencies_that_quote_one_body_have_one_origin_of_the_figure() -> None:
    one, other = report("a", "14 Tote, sagte die Feuerwehr."), report("b", "14 dead, the fire brigade said.")
    here = says(one, "die Feuerwehr", "Feuerwehr")
    there = says(other, "the fire brigade", "fire brigade")
    records = [
        told(one, count(one, "killed", 14, here)),
        told(replace(other, language="en"), count(other, "killed", 14, there)),
    ]
    graph = origins(records)
    assert graph.behind("a", (here,)) == graph.behind("b", (there,)) == "speaker:fire_service"


def test_behind_an_unnamed_source_and_the_articles_own_voice_is_its_text() -> None:
    of = report("a", "14 Tote, hieß es in Medien.")
    unnamed = says(of, "Medien", "Medien", "media")
    graph = origins([told(of, count(of, "killed", 14, unnamed))])
    assert graph.behind("a", ()) == graph.behind("a", (unnamed,)) == graph.of("a").id


def test_a_figure_of_the_title_has_the_source_that_the_text_gives_it() -> None:
    of = report("a", "14 Tote, sagte die Feuerwehr. 40 Verletzte.")
    title, text = count(of, "killed", 14), count(of, "killed", 14, says(of, "die Feuerwehr", "Feuerwehr"))
    hurt = count(of, "injured", 40)
    graph = origins([told(of, title, text, hurt)])
    assert graph.behind_figure("a", title) == graph.behind_figure("a", text) == "speaker:fire_service"
    assert graph.behind_figure("a", hurt) == "a"


def test_those_of_whom_there_are_many_are_one_in_one_text_alone() -> None:
    texts = [report("a", "14 Tote, sagte ein Arzt.", 9), report("b", "14 Tote, sagte ein Arzt dem Sender.", 10)]
    doctors = [says(of, "ein Arzt", "Arzt", "hospital") for of in texts]
    graph = origins([told(of, count(of, "killed", 14, who)) for of, who in zip(texts, doctors, strict=True)])
    assert graph.behind("a", (doctors[0],)) != graph.behind("b", (doctors[1],))


def test_behind_what_an_outlet_reported_is_who_said_it_there() -> None:
    of = report("relay", "Vor Korsu starben laut »Korsu Courier« 14 Menschen. 40 wurden verletzt.")
    paper = says(of, "»Korsu Courier«", "Korsu Courier", "media")
    graph = origins([courier(), told(of, count(of, "killed", 14, paper), count(of, "injured", 40, paper))])
    assert graph.behind("relay", (paper,)) == "speaker:coast_guard:FI"
    alone = origins([told(of, count(of, "killed", 14, paper))])
    assert alone.behind("relay", (paper,)) == "speaker:Korsu Courier"


def test_who_confirms_another_has_it_from_there() -> None:
    of = report("a", "14 Tote, sagte die Feuerwehr; das bestätigte die Polizei.")
    first = says(of, "die Feuerwehr", "Feuerwehr")
    second = says(of, "die Polizei", "Polizei", "police", stance="confirms")
    graph = origins([told(of, count(of, "killed", 14, first, second))])
    assert ("speaker:police", "speaker:fire_service") in [
        (e.taker, e.giver) for e in graph.edges if e.how == "source_of"
    ]
    assert graph.behind("a", (first, second)) == "speaker:fire_service"


def test_a_part_of_the_graph_has_what_its_reports_reach() -> None:
    part = origins([courier(), relay(), told(report("other", INDEPENDENT))]).among(["relay"])
    assert [group.reports for group in part.groups] == [("courier", "relay")]
    assert {edge.article for edge in part.edges} == {"relay"}
    assert {node.id for node in part.nodes} == {"relay", "courier", "speaker:coast_guard:FI"}
    assert part.of("relay").first == "courier"
