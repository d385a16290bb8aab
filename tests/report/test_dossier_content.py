"""What a dossier shows: numbers with their sources, sentences each once, nothing lost, nobody's name."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from lagebild.model import Estimate, Judgement, Mention, MergedIncident, OriginNode, Record
from lagebild.report.dossier import content
from lagebild.report.dossier_content import Cited, Dossier
from lagebild.report.dossier_material import WIDTH, dateline
from lagebild.report.dossier_quota import quotable
from lagebild.report.initials import hidden
from tests import builders, dossiers


@pytest.fixture(scope="module")
def german() -> Dossier:
    return content(dossiers.incidents(), dossiers.records(), language="de")


@pytest.fixture(scope="module")
def english() -> Dossier:
    return content(dossiers.incidents(), dossiers.records(), language="en")


def every(value: Any, kind: type) -> Iterator[Any]:  # noqa: ANN401 - any part of a dossier
    """Yield all values of a kind in a dossier."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for each in value:
            yield from every(each, kind)
    elif is_dataclass(value):
        for each in fields(value):
            yield from every(getattr(value, each.name), kind)


def test_every_report_has_a_number_and_one_home(german: Dossier) -> None:
    assert [report.number for report in german.reports] == [1, 2, 3, 4]
    assert [incident.reports for incident in german.incidents] == [(1, 2, 3), (4,)]
    assert german.incidents[0].also_in == (4,)
    assert german.incidents[1].related == ("v1",)


def test_a_report_that_no_incident_has_is_numbered_all_the_same() -> None:
    shown = content((dossiers.burning(),), dossiers.records(), language="de")
    assert sorted(report.id for report in shown.reports) == ["copy.txt", "ferry.txt", "fire.txt", "update.txt"]


def test_a_headline_tells_who_is_behind_it_and_where_sources_differ(german: Dossier, english: Dossier) -> None:
    killed = german.incidents[0].headlines[0]
    assert (killed.value, killed.low, killed.high, killed.known) == ("17", 17, 17, True)
    assert killed.basis == "unabhängige Quellen: 2 (Polizei, Augenzeugen)"
    assert killed.span == "je nach Quelle 17 bis 25"
    assert killed.remarks == ("Kinder: 3", "die Quellen widersprechen sich")
    assert english.incidents[0].headlines[0].basis == "independent sources: 2 (Polizei, Augenzeugen)"
    assert english.incidents[0].headlines[2].value == "reportedly 9"


def test_the_policy_asked_for_gives_the_headline() -> None:
    shown = content(dossiers.incidents(), dossiers.records(), language="de", policy="ucdp")
    assert shown.incidents[0].headlines[0].value == "17 bis 25, am ehesten 17"
    assert [line.known for line in shown.incidents[0].headlines] == [True, False, False]


def test_the_box_has_its_row_of_sources_filled(german: Dossier) -> None:
    rows = {row.key: row for row in german.incidents[0].box}
    assert rows["sources"].value.startswith("Küstenwache (Behörde); Klinikum Nordbucht (Krankenhaus)")
    assert "abc (Nachrichtenagentur)" in rows["sources"].value
    assert "; Polizei;" in rows["sources"].value
    assert rows["place"].value == "Korsu, Finnland"


def test_the_box_of_a_lone_report_is_its_own(german: Dossier) -> None:
    rows = {row.key: row for row in german.incidents[1].box}
    assert (rows["killed"].value, rows["injured"].value) == ("2", "keine Angabe")
    assert german.incidents[1].headlines[0].basis == "police"


def test_the_history_tells_change_and_standing_and_all_reports_of_a_figure(german: Dossier) -> None:
    killed = german.incidents[0].series[0]
    assert [(point.value, point.source, point.standing, point.change) for point in killed.points] == [
        ("mindestens 14", "Küstenwache", "überholt", ""),
        ("17", "Polizei", "", "zuvor mindestens 14"),
        ("25", "Augenzeugen", "", "daneben steht 17"),
    ]
    assert killed.points[0].reports == (1, 2)
    assert [point.current for point in killed.points] == [False, True, True]
    assert [line.label for line in german.incidents[0].series][:2] == ["Tote", "Tote (Kinder)"]


def test_a_conflict_is_said_in_a_sentence(german: Dossier, english: Dossier) -> None:
    (conflict,) = german.incidents[0].conflicts
    assert conflict.text == "Die Polizei nennt 17 Tote, die Augenzeugen 25."
    assert conflict.settled == ""
    assert english.incidents[0].conflicts[0].text == "Polizei: 17 killed; Augenzeugen: 25."
    settled = replace(dossiers.capsizing().conflicts[0], settled_by="v5")
    shown = content((dossiers.capsizing(conflicts=(settled,)),), dossiers.records()[:3], language="de")
    assert shown.incidents[0].conflicts[0].settled == "Seit 2. März 2026, 10:00 Uhr gilt 17 (Polizei)."


def test_a_figure_that_is_rejected_settles_a_contradiction_as_such() -> None:
    incident = dossiers.capsizing()
    settled = replace(incident.conflicts[0], settled_by="v6")
    history = tuple(replace(each, modality="denied") if each.id == "v6" else each for each in incident.history)
    told = replace(incident, conflicts=(settled,), history=history)
    shown = content((told,), dossiers.records()[:3], language="de")
    assert shown.incidents[0].conflicts[0].settled == "Am 2. März 2026, 10:00 Uhr zurückgewiesen: 25."


def test_a_figure_that_is_denied_has_the_name_of_who_denies_it() -> None:
    incident = dossiers.capsizing()
    denied = replace(incident.history[-1], source=None, origin="speaker:police:FI", modality="denied")
    nodes = (*incident.nodes, OriginNode("speaker:police:FI", "Polizei von Korsu", "speaker"))
    shown = content((replace(incident, history=(denied,), nodes=nodes),), dossiers.records()[:3], language="de")
    (point,) = shown.incidents[0].series[0].points
    assert (point.value, point.source) == ("bestritten: 25", "Polizei von Korsu")


def test_a_correction_is_seen_as_one() -> None:
    incident = dossiers.capsizing()
    history = tuple(replace(each, change="corrects") if each.id == "v5" else each for each in incident.history)
    shown = content((replace(incident, history=history),), dossiers.records()[:3], language="de").incidents[0]
    (moment,) = shown.corrections
    assert moment.text == "Tote: 17, berichtigt, zuvor mindestens 14 – Polizei"
    assert moment in shown.timeline


def test_running_text_is_sentences_of_reports_and_nothing_else(german: Dossier) -> None:
    texts = {record.article.id: " ".join(hidden(record).article.text.split()) for record in dossiers.records()}
    said = list(every(german.incidents[0].told, Cited))
    assert len(said) > 5
    for cited in said:
        whole = texts[german.report(cited.report).id]
        assert all(piece.strip() in whole for piece in cited.quote.split("…"))
        assert cited.speaker or cited.outlet


def test_a_sentence_stands_once_and_names_every_report_that_has_it(german: Dossier) -> None:
    said = list(every(german.incidents[0].told, Cited))
    quotes = [cited.quote for cited in said]
    assert len(quotes) == len(set(quotes))
    hurt = next(cited for cited in said if "Rund 40" in cited.quote)
    assert (hurt.report, hurt.also) == (1, (2,))


def test_sentences_stand_under_what_they_are_about(german: Dossier, english: Dossier) -> None:
    under = {part.heading: [cited.quote for cited in part.sentences] for part in german.incidents[0].told}
    assert under["Hergang"][0] == "Vor der Hafenstadt Korsu ist am Samstag eine Fähre gekentert."
    assert "Augenzeugen sprechen von 25 Toten." in under["Tote"]
    assert under["Ursache und Ermittlungen"] == [
        "Der mutmaßlich betrunkene Kapitän wurde festgenommen, sagte Staatsanwältin Petra Holm."
    ]
    assert [part.heading for part in english.incidents[0].told][:2] == ["What happened", "Killed"]


def test_what_is_not_confirmed_is_marked_wherever_it_is_quoted(german: Dossier) -> None:
    lost = [cited for cited in every(german, Cited) if "neun Menschen vermisst" in cited.quote]
    assert lost
    assert {cited.marks for cited in lost} == {("nicht bestätigt: 9",)}


def test_of_two_numbers_in_a_sentence_the_mark_tells_which_is_denied() -> None:
    of = builders.article(text="Die Zahl der Toten wurde von 17 auf 15 berichtigt.")
    evidence = "Die Zahl der Toten wurde von 17 auf 15 berichtigt"
    old = builders.figure(of, "killed", evidence, "17", 17, modality="denied")
    new = builders.figure(of, "killed", evidence, "15", 15)
    shown = content((_alone(of.id),), [builders.record(of, old, new)], language="de").incidents[0]
    (cited,) = shown.told[0].sentences
    assert (cited.marks, cited.certainty) == (("bestritten: 17",), "stated")


def test_no_private_person_is_named_and_no_suspect_is_guilty(german: Dossier) -> None:
    shown = list(every(german, str))
    assert not [text for text in shown if "Kowalska" in text]
    assert any("M. K." in text for text in shown)
    assert any("Petra Holm" in text for text in shown)
    assert all("mutmaßlich" in text for text in shown if "betrunkene Kapitän" in text)
    named = content(dossiers.incidents(), dossiers.records(), language="de", names=True)
    assert any("Maria Kowalska" in text for text in every(named, str))


def test_quotations_are_short_and_texts_are_left_out_unless_asked_for(german: Dossier) -> None:
    assert all(len(cited.quote) <= WIDTH + len("… ") * 2 for cited in every(german, Cited))
    assert all(report.paragraphs == () for report in german.reports)
    whole = content(dossiers.incidents(), dossiers.records(), language="de", texts=True)
    pieces = [piece for paragraph in whole.reports[2].paragraphs for piece in paragraph]
    assert "".join(piece.text for piece in pieces).startswith("Korsu – Nach dem Fährunglück")
    assert [piece.text for piece in pieces if piece.count] == ["17", "25"]
    assert not [piece for piece in pieces if "Kowalska" in piece.text]


def test_who_speaks_has_a_form_and_the_words_alone(german: Dossier) -> None:
    speakers = {speaker.name: speaker for speaker in german.incidents[0].speakers}
    water = speakers["M. K."].said[0]
    assert (water.quote, water.form, speakers["M. K."].private) == ("Plötzlich war überall Wasser", "wörtlich", True)
    assert speakers["Petra Holm"].said[0].form == "sinngemäß"


def test_background_stands_apart(german: Dossier) -> None:
    groups = {figures.key: [row.value for row in figures.rows] for figures in german.incidents[0].background}
    assert groups == {"period": ["52"], "other": ["7"]}


def test_a_part_without_a_history_stands_under_its_total() -> None:
    incident = dossiers.capsizing(history=(), estimates=(), conflicts=())
    (main, *_) = content((incident,), dossiers.records()[:3], language="de").incidents[0].background
    assert [(row.label, row.value, row.depth) for row in main.rows][:2] == [
        ("Tote", "mindestens 14", 0),
        ("Tote (Kinder)", "3", 1),
    ]


def test_soldiers_sent_stand_with_who_sent_them(german: Dossier) -> None:
    (sent,) = german.incidents[0].movements
    assert (sent.label, sent.who, sent.what, sent.status) == (
        "Truppenentsendung",
        "Regierung in Oslo",
        ("200 Soldaten",),
        "erfolgt",
    )
    (party,) = german.incidents[0].parties
    assert (party.name, party.country, party.roles) == ("Regierung in Oslo", "Norwegen", ("handelnd",))


def test_the_timeline_runs_by_day_and_a_day_alone_comes_first(german: Dossier) -> None:
    kinds = [(moment.at[:10], moment.kind) for moment in german.incidents[0].timeline]
    assert kinds[:2] == [("2026-02-28", "incident"), ("2026-03-01", "event")]
    assert [at for at, _ in kinds] == sorted(at for at, _ in kinds)


def test_judgements_tell_their_reasons_and_a_persons_comes_first(german: Dossier) -> None:
    first, second = german.incidents[0].pairs
    assert (first.by, first.reasons) == ("entschieden von Redaktion, 5. März 2026", ("gleicher Text",))
    assert (second.one, second.other, second.verdict) == (1, 3, "derselbe Vorfall")
    assert [pair.verdict for pair in german.incidents[0].review] == ["offen"]


def test_no_more_pairs_are_told_than_join_all_reports() -> None:
    first, second, third = (Mention(name) for name in ("ferry.txt", "copy.txt", "update.txt"))
    judged = (
        Judgement(first, second, same=True, score=3.0),
        Judgement(first, third, same=True, score=1.0),
        Judgement(second, third, same=True, score=2.0),
    )
    shown = content((dossiers.capsizing(judgements=judged),), dossiers.records()[:3], language="de")
    assert [(pair.one, pair.other) for pair in shown.incidents[0].pairs] == [(1, 2), (2, 3)]


def test_copies_are_told_with_their_share(german: Dossier) -> None:
    origins = {origin.name: origin for origin in german.incidents[0].origins}
    assert origins["abc"].taken == ("Südwort [2] hat 97 % des Textes von Nordblatt [1]",)
    assert german.reports[1].copied == "97 % des Textes wie [1] (abc)"
    assert german.reports[0].copied == "Text von abc, auch in [2]"


def test_a_war_names_its_parts_and_they_name_it() -> None:
    war = dossiers.burning(id="war", type="conflict.war")
    shown = content((war, dossiers.capsizing(parent="war")), dossiers.records(), language="de")
    assert shown.incidents[0].parts == ("v2",)
    assert shown.incidents[1].parent == "v1"


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Kutno (dpa) - Bei einem Unglück starben zwei.", "Bei"),
        ("GENEVA - More than 110 died.", "More"),
        ("KUTNO, Poland, April 15 (Reuters) - Eight died.", "Eight"),
        ("Der Zug – ein Intercity – entgleiste.", "Der"),
        ("Zwei Züge – beide leer – stießen zusammen.", "Zwei"),
        ("Die Bahn – Betreiberin der Strecke – schwieg.", "Die"),
    ],
)
def test_a_dateline_is_no_part_of_a_quotation(text: str, cut: str) -> None:
    of = builders.article(text=text)
    assert text[dateline(of, of.span("text", 0, len(text))) :].startswith(cut)


def test_of_a_long_report_no_more_is_quoted_than_there_is_room_for() -> None:
    words = [f"Satz {number} über das Unglück mit vielen weiteren Worten der Rede" for number in range(60)]
    of = builders.article(text=". ".join(f"„{word}“, sagte Ina Fall" for word in words) + ".")
    said = [dossiers.statement(of, f"s{number}", word, "Ina Fall") for number, word in enumerate(words)]
    kept = quotable(builders.record(of, *said))
    assert 0 < len(kept) < len(said)
    shown = content((_alone(of.id),), [builders.record(of, *said)], language="de").incidents[0]
    assert shown.speakers[0].more == (1,)


def _alone(article: str) -> MergedIncident:
    return MergedIncident(
        "x", "none", None, None, None, None, reports=(article,), also_in=(), mentions=(Mention(article),)
    )


def test_an_incident_that_is_none_has_the_title_of_its_report() -> None:
    record: Record = builders.record(
        builders.article(title="Stadtrat tagt", text="Der Stadtrat tagte am Montag lange.")
    )
    shown = content((_alone(record.article.id),), [record], language="de")
    assert shown.title == "Stadtrat tagt"
    assert shown.incidents[0].told[0].sentences[0].quote == "Der Stadtrat tagte am Montag lange."


def test_without_reports_there_is_nothing_to_show() -> None:
    assert content((), (), language="en").reports == ()


def test_a_report_without_outlet_and_date_is_told_by_its_number() -> None:
    first = replace(dossiers.ferry(), article=replace(dossiers.ferry().article, publisher=None, published=None))
    version = dossiers.version("v1", first, ("a-killed-mindestens-14",), None, origin="own", since="")
    incident = dossiers.capsizing(
        reports=("ferry.txt",), history=(version,), estimates=(), conflicts=(), judgements=(), origins=()
    )
    shown = content((incident,), [first], language="de").incidents[0]
    (point,) = shown.series[0].points
    assert (point.when, point.source) == ("ohne Datum", "Meldung 1, ohne Quellenangabe")
    assert (shown.timeline[-1].day, shown.timeline[-1].kind) == ("ohne Datum", "figure")


def test_the_sentence_of_the_latest_total_is_never_left_out() -> None:
    first = dossiers.update()
    words = ["Rand", "Kanal", "Deich", "Hafen", "Turm", "Markt", "Wald", "Berg"]
    text = " ".join(f"Am {word} zählten Helfer dort abends {n} Tote." for n, word in enumerate(words, start=1))
    of = replace(first.article, text=text)
    figures = [
        builders.figure(of, "killed", f"Am {word} zählten Helfer dort abends {n} Tote", str(n), n, id=f"k{n}")
        for n, word in enumerate(words, start=1)
    ]
    record = builders.record(of, *figures)
    history = tuple(dossiers.version(f"v{n}", record, (f"k{n}",), None) for n in range(1, 9))
    latest = Estimate("killed", (), "latest", 8, 8, "exact", None, 1, ("v8",))
    incident = dossiers.capsizing(
        reports=(of.id,), history=history, estimates=(latest,), conflicts=(), judgements=(), origins=(), edges=()
    )
    told = {part.heading: part.sentences for part in content((incident,), [record], language="de").incidents[0].told}
    assert any(cited.quote.endswith("8 Tote.") for cited in told["Tote"])
