"""All kinds of finding together: a right box gives none, a wrong one all of its own."""

from lagebild import proofread
from lagebild.model import Box, BoxPlace
from tests import builders
from tests.builders import boxed_article, figure, record
from tests.proofread.cases import LOSSES, codes, dead, guard


def test_a_box_that_says_what_the_text_says_gives_no_finding() -> None:
    assert codes(dead({"Ort": "Korsu", "Tote": "5"})) == []
    assert codes(dead({"Tote": "fünf"})) == []


def test_combined_losses_boxed_as_injured_are_swapped_and_their_qualifier_is_lost() -> None:
    of = boxed_article(LOSSES, {"Ort": "Korsu", "Verletzte": "80", "Quellen": ""})
    evidence = "rund 80 Verluste, Tote und Verletzte zusammen"
    losses = figure(of, "casualties", evidence, "rund 80", 80, qualifier="about", sources=guard(of))
    found = proofread.findings(record(of, losses))
    assert [finding.code for finding in found] == ["LB102", "LB103", "LB201", "LB302"]
    assert found[0].message == (
        "Der Faktenkasten gibt 80 als „Verletzte“ an; im Text meint die Zahl Tote und Verletzte, nicht getrennt: "
        f"„{LOSSES[:-1]}“."
    )
    assert found[1].message.startswith("„rund“ fehlt im Faktenkasten")
    assert "Küstenwache" in found[2].message
    assert found[0].spans[0].quote == "80"
    assert found[2].spans[0].quote == "Quellen"
    english = proofread.findings(record(of, losses), language="en")
    assert english[0].message.startswith("The fact box gives 80 as “Verletzte”")


def test_without_a_box_only_title_parts_and_certainty_are_checked() -> None:
    made = record(builders.article(agencies=()), box=Box(place=BoxPlace("Talheim", None)))
    assert codes(made) == []
    assert codes(builders.ferry()) == []


def test_every_span_of_a_finding_quotes_the_article() -> None:
    for made in (dead({"Tote": "7", "Ort": "Talheim", "Datum": "30.02.2026", "Quellen": ""}), dead({"Verletzte": "5"})):
        for finding in proofread.findings(made):
            assert finding.spans
            for span in finding.spans:
                assert made.article[span.field][span.start : span.end] == span.quote
