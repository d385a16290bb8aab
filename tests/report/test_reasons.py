"""Why something was or was not found: by rule, in words, place by place."""

import lagebild
from lagebild.model import Article, Why
from lagebild.report.reasons import explained, places

TEXT = (
    "Bei einem Brand in Ulm sind vermutlich fünf Menschen gestorben, teilte die Polizei mit. Ein 34-Jähriger sah zu. "
    "Morgen sollen 20 Bewohner gerettet werden. Der Himmel war blau."
)


def why(quote: str, text: str = TEXT, language: str = "de") -> list[Why]:
    return list(lagebild.why(Article("a", "Brand in Ulm", text, language, published="2026-03-10"), quote))


def lines(quote: str, language: str = "de") -> list[str]:
    return [line.strip() for found in why(quote) for line in explained(found, language=language)]


def test_a_figure_is_explained_value_by_value() -> None:
    (found,) = why("fünf Menschen")
    (figure,) = found.figures
    rules = {reason.about: (reason.rule, reason.span.quote if reason.span else None) for reason in figure.reasons}
    assert rules["number"] == ("count.exact", "fünf")
    assert rules["measure"] == ("figure.verb.die", "gestorben")
    assert rules["source"] == ("attribution.behind", "teilte")
    assert rules["modality"] == ("modality.hedge", "vermutlich")


def test_scope_extent_and_date_have_their_cues() -> None:
    text = (
        "Bei einem Brand in Ulm sind am Montag fünf Menschen gestorben, darunter zwei Kinder.\n\n"
        "Im Jahr 2019 waren in Ulm bei einem Brand drei Menschen gestorben."
    )
    rules = [
        {one.about: (one.rule, one.span.quote if one.span else None) for one in figure.reasons}
        for words in ("fünf Menschen", "zwei Kinder", "drei Menschen")
        for figure in why(words, text)[0].figures
        if figure.count.quote == words.split()[0]
    ]
    assert [each["scope"][0] for each in rules] == ["scope.plain", "scope.listed", "scope.past"]
    assert [each["extent"][0] for each in rules] == ["extent.plain", "extent.words", "extent.plain"]
    assert [each["date"][0] for each in rules] == ["date.clause", "date.sentence", "date.clause"]


def test_the_words_say_rule_entry_and_what_they_rest_on() -> None:
    told = lines("fünf")
    assert told[0].startswith("text:1:40: „Bei einem Brand in Ulm")
    assert any("Verb, Eintrag die in measure_verbs [figure.verb.die] „gestorben“" in line for line in told)
    assert any("unsicher: ein Wort schränkt ein [modality.hedge] „vermutlich“" in line for line in told)
    assert any("verb, entry die of measure_verbs" in line for line in lines("fünf", "en"))


def test_what_is_only_planned_was_considered_and_dropped() -> None:
    (found,) = why("20 Bewohner")
    assert found.figures == ()
    assert [(each.measure, each.why) for each in found.dropped] == [("survived", "modality.plan")]
    assert any(line.startswith("erwogen und verworfen:") and "geplant oder künftig" in line for line in lines("20"))


def test_a_number_of_no_people_is_told_with_its_kind() -> None:
    text = "Bei einem Brand starb ein Wächter, der Schaden liegt bei 120.000 Euro."
    (found,) = why("120.000", text)
    assert [number.kind for number in found.numbers if number.span.quote == "120.000"] == ["money"]
    assert any("120.000 (Geld)" in line for line in explained(found, language="de"))


def test_a_sentence_that_was_passed_over_is_told_so() -> None:
    (found,) = why("Himmel")
    assert not found.read
    assert any("übergangen" in line for line in lines("Himmel"))


def test_every_place_is_explained_and_white_space_and_case_do_not_count() -> None:
    assert [span.field for span in places(Article("a", "Brand in Ulm", TEXT, "de"), "brand  IN\nulm")] == [
        "title",
        "text",
    ]
    assert why("Regen") == []
    assert why("  ") == []


def test_reasons_stand_in_json_only_where_asked_for() -> None:
    record = lagebild.record(Article("a", "", TEXT, "de"))
    assert '"reasons"' not in lagebild.dumps(record)
    explained_line = lagebild.dumps(record, explain=True)
    assert '"reasons"' in explained_line
    assert lagebild.loads(explained_line) == record
