"""Each kind of finding fires on its own case, and the cases beside it stay silent."""

from dataclasses import replace

import pytest

from lagebild import proofread
from lagebild.model import Article, Box, BoxCount, BoxPlace, Figure, Finding, Record, Relation, Statement, Time
from tests import builders
from tests.builders import boxed_article, figure, record, source

DAY = {"Datum": "28. Februar 2026", "Quellen": "Küstenwache"}
LOSSES = "Nach Angaben der Küstenwache gab es rund 80 Verluste, Tote und Verletzte zusammen."
DEAD = "Bei dem Unglück am Samstag starben nach Angaben der Küstenwache fünf Menschen."


def codes(made: Record) -> list[str]:
    return [finding.code for finding in proofread.findings(made)]


def only(made: Record, code: str) -> Finding:
    found = proofread.findings(made)
    assert [finding.code for finding in found] == [code], found
    return found[0]


def guard(of: Article) -> tuple[object, ...]:
    return (source(of, "der Küstenwache", "Küstenwache", kind="government"),)


def five(of: Article, **changes: object) -> Figure:
    made = {"sources": guard(of), **changes}
    return figure(of, "killed", "starben nach Angaben der Küstenwache fünf Menschen", "fünf", 5, **made)


def dead(cells: dict[str, str], **changes: object) -> Record:
    """Return the record of a text with five dead and this box."""
    of = boxed_article(DEAD, {**DAY, **cells})
    return record(of, five(of, **changes))


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


@pytest.mark.parametrize("value", ["rund 80", "ca. 80", "~80", "etwa 80"])
def test_a_box_that_keeps_the_qualifier_loses_none(value: str) -> None:
    of = boxed_article(LOSSES, {"Opfer": value, **DAY})
    evidence = "rund 80 Verluste, Tote und Verletzte zusammen"
    assert (
        codes(record(of, figure(of, "casualties", evidence, "rund 80", 80, qualifier="about", sources=guard(of)))) == []
    )


def test_a_number_that_the_text_gives_otherwise_differs() -> None:
    found = only(dead({"Tote": "7"}), "LB101")
    assert "„Tote: 7“" in found.message
    assert "fünf Menschen" in found.message


def test_where_the_number_stands_unread_beside_its_word_nothing_is_said() -> None:
    of = boxed_article(f"{DEAD} Später war von sieben Toten die Rede.", {**DAY, "Tote": "7"})
    assert codes(record(of, five(of))) == []


def test_the_number_of_one_of_two_sources_that_differ_is_not_the_text() -> None:
    of = boxed_article(
        f"{DEAD} Die Reederei sprach von sieben Toten.", {**DAY, "Tote": "5", "Quellen": "Küstenwache, Reederei"}
    )
    line = source(of, "Die Reederei", "Reederei", kind="company")
    other = figure(of, "killed", "sieben Toten", "sieben", 7, sources=(line,))
    both = BoxCount(5, 7, "range", "stated", None, None, {}, (five(of).id, other.id))
    found = only(record(of, five(of), other, box=Box(killed=both)), "LB101")
    assert "sieben Toten" in found.message


def test_a_part_shown_as_the_total() -> None:
    of = boxed_article(f"{DEAD} Darunter waren drei Kinder.", {**DAY, "Tote": "3"})
    part = figure(of, "killed", "Darunter waren drei Kinder", "drei", 3, extent="part", sources=guard(of))
    assert "drei Kinder" in only(record(of, five(of), part), "LB104").message


def test_the_number_of_a_period_and_of_another_incident() -> None:
    more = f"{DEAD} In diesem Jahr ertranken dort 52 Menschen. Im Vorjahr starben neun Menschen."
    for value, code in (("52", "LB105"), ("9", "LB106")):
        of = boxed_article(more, {**DAY, "Tote": value})
        year = figure(of, "killed", "ertranken dort 52 Menschen", "52", 52, extent="period")
        before = figure(of, "killed", "Im Vorjahr starben neun Menschen", "neun", 9, scope="other")
        only(record(of, five(of), year, before), code)


def test_two_numbers_under_each_others_label_are_swapped() -> None:
    of = boxed_article(f"{DEAD} Zwölf wurden verletzt, so die Behörde.", {**DAY, "Verletzte": "5"})
    hurt = figure(of, "injured", "Zwölf wurden verletzt", "Zwölf", 12, sources=guard(of))
    assert codes(record(of, five(of), hurt)) == ["LB102"]


def test_a_number_under_the_wrong_label_only_where_the_box_has_it_not_under_the_right_one_too() -> None:
    of = boxed_article(f"{DEAD} Zwölf wurden verletzt, so die Behörde.", {**DAY, "Tote": "5", "Verletzte": "5"})
    hurt = figure(of, "injured", "Zwölf wurden verletzt", "Zwölf", 12, sources=guard(of))
    assert codes(record(of, five(of), hurt)) == ["LB101"]


def test_victims_may_be_dead_or_dead_and_injured_together() -> None:
    of = boxed_article(f"{DEAD} Zwölf wurden verletzt, so die Behörde.", {**DAY, "Opfer": "17"})
    hurt = figure(of, "injured", "Zwölf wurden verletzt", "Zwölf", 12, sources=guard(of))
    assert codes(record(of, five(of), hurt)) == []
    assert codes(dead({"Opfer": "5"})) == []


def test_severely_injured_are_not_compared_with_all_injured() -> None:
    of = boxed_article(f"{DEAD} Zwölf wurden verletzt, so die Behörde.", {**DAY, "Tote": "5", "Schwerverletzte": "2"})
    hurt = figure(of, "injured", "Zwölf wurden verletzt", "Zwölf", 12, sources=guard(of))
    assert codes(record(of, five(of), hurt)) == []


def test_a_total_without_a_row_is_missing_in_the_box() -> None:
    of = boxed_article(f"{DEAD} Zwölf wurden verletzt, so die Behörde.", {**DAY, "Verletzte": "12"})
    hurt = figure(of, "injured", "Zwölf wurden verletzt", "Zwölf", 12, sources=guard(of))
    assert "fünf Menschen" in only(record(of, five(of), hurt), "LB109").message


def test_a_number_and_a_zero_that_the_text_does_not_give() -> None:
    only(dead({"Tote": "5", "Vermisste": "9"}), "LB110")
    only(dead({"Tote": "5", "Vermisste": "keine"}), "LB111")
    assert codes(dead({"Tote": "5", "Vermisste": "unbekannt"})) == []


def test_a_number_denied_in_the_text_is_not_stated_in_the_box() -> None:
    of = boxed_article("Berichte über zehn Tote bestätigten sich nicht.", {**DAY, "Tote": "10", "Quellen": "k. A."})
    only(record(of, figure(of, "killed", "Berichte über zehn Tote", "zehn", 10, modality="denied")), "LB404")


def test_the_title_against_the_text() -> None:
    of = boxed_article(DEAD, {}, title="Sieben Tote vor Korsu")
    head = figure(of, "killed", "Sieben Tote", "Sieben", 7)
    assert "Sieben Tote" in only(record(of, five(of), head), "LB107").message


@pytest.mark.parametrize(
    ("title", "count", "low", "changes"),
    [
        ("Fünf Tote vor Korsu", "Fünf", 5, {}),
        ("Mindestens vier Tote vor Korsu", "Mindestens vier", 4, {"qualifier": "at_least", "high": None}),
        ("Mehrere Tote vor Korsu", "Mehrere", 2, {"qualifier": "vague", "high": None}),
        ("Drei Kinder unter den Toten", "Drei", 3, {"extent": "part"}),
    ],
)
def test_a_title_that_the_text_bears_out(title: str, count: str, low: int, changes: dict[str, object]) -> None:
    of = boxed_article(DEAD, {}, title=title)
    assert codes(record(of, five(of), figure(of, "killed", title, count, low, **changes))) == []


def test_a_title_may_add_up_what_the_text_gives_apart() -> None:
    of = boxed_article("Zwei Männer starben. Drei Frauen starben.", {}, title="Fünf Tote vor Korsu")
    head = figure(of, "killed", "Fünf Tote", "Fünf", 5)
    men = figure(of, "killed", "Zwei Männer starben", "Zwei", 2)
    women = figure(of, "killed", "Drei Frauen starben", "Drei", 3)
    assert codes(record(of, head, men, women)) == []


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ((("man",), ("woman",)), ["LB108"]),
        ((("civilian",), ("police",)), ["LB108"]),
        ((("child",), ("civilian",)), []),
        (((), ("woman",)), []),
        (((), ()), ["LB108"]),
    ],
)
def test_parts_come_to_more_than_the_total_only_where_no_one_is_in_two(
    groups: tuple[tuple[str, ...], tuple[str, ...]], expected: list[str]
) -> None:
    of = boxed_article("Es gab fünf Tote: zwei der einen, vier der anderen.", {})
    evidence = "Es gab fünf Tote: zwei der einen, vier der anderen"
    total = figure(of, "killed", evidence, "fünf", 5)
    one = figure(of, "killed", evidence, "zwei", 2, extent="part", group=groups[0])
    two = figure(of, "killed", evidence, "vier", 4, extent="part", group=groups[1])
    relations = (Relation("part_of", one.id, total.id), Relation("part_of", two.id, total.id))
    assert codes(record(of, total, one, two, relations=relations)) == expected


def test_a_source_of_the_text_is_missing_in_the_box() -> None:
    found = only(dead({"Tote": "5", "Quellen": "Polizei"}), "LB202")
    assert "Küstenwache" in found.message
    assert "Polizei" in found.message


@pytest.mark.parametrize(
    "value", ["Küstenwache", "Polizei; Küstenwache", "die Küstenwache Korsu", "Küstenwache und Polizei"]
)
def test_a_source_is_found_however_the_box_lists_it(value: str) -> None:
    assert codes(dead({"Tote": "5", "Quellen": value})) == []


def test_a_box_without_a_row_for_sources_names_none() -> None:
    of = boxed_article(DEAD, {"Datum": "28. Februar 2026", "Tote": "5"})
    only(record(of, five(of)), "LB206")


def test_who_speaks_of_what_happened_is_a_source_and_who_comments_is_none() -> None:
    of = boxed_article(
        f"{DEAD} Der Hafenmeister bestätigte das. Der Verband warnte vor mehr. Das Finnland trauerte.",
        {"Tote": "5", **DAY, "Quellen": ""},
    )

    def said(speaker: str, cue: str) -> Statement:
        where = builders.span(of, f"{speaker} {cue}")
        spoke = (builders.span(of, speaker),)
        return Statement(f"s-{cue}", "reported", (), (builders.span(of, cue),), spoke, speaker[4:], where, "test", 0.9)

    made = record(
        of,
        five(of),
        said("Der Hafenmeister", "bestätigte"),
        said("Der Verband", "warnte"),
        said("Das Finnland", "trauerte"),
    )
    found = only(made, "LB201")
    assert found.message.endswith("der Text nennt: Küstenwache, Hafenmeister.")


def test_a_number_without_any_source_and_one_with_unnamed_ones_alone() -> None:
    only(dead({"Tote": "5"}, sources=()), "LB203")
    of = boxed_article(f"{DEAD} Das geht aus Berichten hervor.", {**DAY, "Tote": "5"})
    only(record(of, five(of, sources=(source(of, "Berichten", "", kind="unnamed"),))), "LB204")


def test_an_agency_in_the_byline_is_the_source_of_what_has_none() -> None:
    made = dead({"Tote": "5"}, sources=())
    assert codes(replace(made, article=replace(made.article, agencies=("abc",)))) == []


def test_two_names_of_the_box_with_one_origin() -> None:
    text = "Die Abendpost meldet unter Berufung auf die Reederei fünf Tote."
    of = boxed_article(text, {**DAY, "Tote": "5", "Quellen": "Reederei, Abendpost"})
    chain = (source(of, "die Reederei", "Reederei"), source(of, "Die Abendpost", "Abendpost", kind="media", role="via"))
    made = figure(of, "killed", "fünf Tote", "fünf", 5, sources=(replace(chain[0], kind="company"), chain[1]))
    assert "Reederei, Abendpost" in only(record(of, made), "LB205").message


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Korsu", []),
        ("Korsu, Finnland", []),
        ("Hafen von Korsu", []),
        ("Talheim", ["LB301"]),
        ("Talheim, Finnland", ["LB301"]),
        ("unbekannt", []),
    ],
)
def test_the_place_of_the_box_must_stand_in_the_text(value: str, expected: list[str]) -> None:
    assert codes(dead({"Tote": "5", "Ort": value})) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("28. Februar 2026", []),
        ("28.02.2026", []),
        ("28.2.26, gegen 14 Uhr", []),
        ("2026-02-28", []),
        ("28. Februar", []),
        ("am Samstag", []),
        ("unbekannt", []),
        ("27. bis 28. Februar 2026", []),
        ("", ["LB302"]),
        ("31. Februar 2026", ["LB303"]),
        ("30.02.2026", ["LB303"]),
        ("28.13.2026", ["LB303"]),
        ("3. März 2026", ["LB304"]),
        ("27. Februar 2026", ["LB305"]),
        ("27. Februar", ["LB305"]),
    ],
)
def test_the_date_of_the_box_must_be_there_and_be_the_text_s(value: str, expected: list[str]) -> None:
    made = dead({"Tote": "5", "Datum": value})
    day = builders.span(made.article, "am Samstag")
    time = Time(day.field, day.start, day.end, day.quote, "DATE", "2026-02-28", "day")
    made = replace(made, times=(time,), box=replace(made.box, date="2026-02-28"))
    assert codes(made) == expected


def test_a_missing_date_is_told_with_the_date_that_the_text_has() -> None:
    of = boxed_article(DEAD, {"Tote": "5", "Quellen": "Küstenwache"})
    day = builders.span(of, "am Samstag")
    time = Time(day.field, day.start, day.end, day.quote, "DATE", "2026-02-28", "day")
    made = record(of, five(of), times=(time,))
    found = only(replace(made, box=replace(made.box, date="2026-02-28")), "LB302")
    assert found.message == "Der Faktenkasten hat kein Datum; im Text steht „am Samstag“ (28. Februar 2026)."


def test_what_the_text_hedges_is_not_certain_in_title_or_box() -> None:
    text = "Bei dem Einsturz sollen zehn Menschen gestorben sein, so die Behörde."
    of = boxed_article(text, {**DAY, "Tote": "10", "Quellen": "k. A."}, title="Zehn Tote bei Einsturz")
    head = figure(of, "killed", "Zehn Tote", "Zehn", 10)
    body = figure(of, "killed", "sollen zehn Menschen gestorben sein", "zehn", 10, modality="uncertain")
    assert codes(record(of, body, head)) == ["LB203", "LB401", "LB402"]


@pytest.mark.parametrize(
    "title", ["Vermutlich zehn Tote", "Zehn Tote bei Einsturz?", "Bericht: Zehn Tote", "„Zehn Tote“"]
)
def test_a_title_with_its_own_reserve_loses_none(title: str) -> None:
    of = boxed_article("Es sollen zehn Menschen gestorben sein.", {}, title=title)
    count = "zehn" if "zehn" in title else "Zehn"
    head = figure(of, "killed", title, count, 10)
    body = figure(of, "killed", "sollen zehn Menschen gestorben sein", "zehn", 10, modality="uncertain", id="body")
    assert codes(record(of, head, body)) == []


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Der mutmaßliche Brandstifter floh.", "Brandstifter auf der Flucht", ["LB403"]),
        ("Zwei mutmaßliche Angreifer flohen.", "Messerangreifer auf der Flucht", ["LB403"]),
        ("Der mutmaßliche Brandstifter floh.", "Mutmaßlicher Brandstifter auf der Flucht", []),
        ("Der mutmaßliche Brandstifter floh.", "Brandstifter zu Haft verurteilt", []),
        ("Der Täter floh. Der mutmaßliche Täter ist 30.", "Täter auf der Flucht", []),
        ("Der mutmaßliche Brandstifter floh.", "Scheune brennt ab", []),
    ],
)
def test_a_suspect_stays_one_in_the_title(text: str, title: str, expected: list[str]) -> None:
    assert codes(record(boxed_article(text, {}, title=title))) == expected


def test_a_suspect_stays_one_in_the_box() -> None:
    cells = {**DAY, "Täter": "Brandstifter, 30", "Quellen": "k. A."}
    of = boxed_article("Der mutmaßliche Brandstifter floh.", cells)
    found = only(record(of), "LB403")
    assert found.message == "Im Text steht „mutmaßliche Brandstifter“, im Faktenkasten nur „Brandstifter“."


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


def test_a_number_that_the_text_itself_replaces_is_outdated_and_one_that_it_only_gives_too_is_not() -> None:
    of = boxed_article(f"Zuerst war von drei Toten die Rede. {DEAD}", {**DAY, "Tote": "3"})
    early = figure(of, "killed", "Zuerst war von drei Toten die Rede", "drei", 3, sources=guard(of))
    late = five(of)
    chosen = Box(killed=builders.boxed(late))
    replaced = (Relation("supersedes", late.id, early.id),)
    assert "fünf Menschen" in only(record(of, early, late, box=chosen, relations=replaced), "LB101").message
    assert codes(record(of, early, late, box=chosen)) == []


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2026-03-01T23:30:00+01:00", []), ("2026-03-01T08:00:00+01:00", ["LB304"]), ("2026-03-01", ["LB304"])],
)
def test_a_day_that_had_begun_somewhere_is_not_after_publication(published: str, expected: list[str]) -> None:
    made = dead({"Tote": "5", "Datum": "2. März 2026"})
    assert codes(replace(made, article=replace(made.article, published=published))) == expected


def test_who_passes_on_or_denies_and_who_is_only_a_role_need_not_stand_in_the_box() -> None:
    text = (
        "Die Abendpost meldet unter Berufung auf die Küstenwache fünf Tote. Die Armee bestritt das. Laut Behörden fünf."
    )
    of = boxed_article(text, {**DAY, "Tote": "5"})
    chain = (
        *guard(builders.boxed_article("Laut der Küstenwache", {})),
        source(of, "Die Abendpost", "Abendpost", kind="media", role="via"),
        source(of, "Die Armee", "Armee", kind="military", stance="denies"),
        source(of, "Behörden", "Behörden", kind="government"),
    )
    assert codes(record(of, figure(of, "killed", "fünf Tote", "fünf", 5, sources=chain))) == []
