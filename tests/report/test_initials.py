"""Private persons as initials, wherever a name stands; who speaks in public keeps the name."""

from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from lagebild.model import Span
from lagebild.report.initials import hidden, initials, veiled
from tests import builders, dossiers


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Maria Kowalska", "M. K."),
        ("Hans-Peter Müller", "H.-P. M."),
        ("Karl von Berg", "K. B."),
        ("Øyvind", "Ø."),
        ("maria k", "m. k."),
    ],
)
def test_a_name_becomes_its_initials(name: str, expected: str) -> None:
    assert initials(name) == expected


@pytest.mark.parametrize(
    ("text", "quote", "shown"),
    [
        ("Es starb Maria Kowalska.", "Maria Kowalska", "Es starb M. K."),
        ("Kowalskas Bruder lebt.", "Kowalskas", "K.s Bruder lebt."),
        ("Kowalska's brother lives.", "Kowalska's", "K.'s brother lives."),
        ("Maria Kowalska, 31, starb.", "Maria Kowalska", "M. K., 31, starb."),
    ],
)
def test_a_mention_in_a_text_becomes_initials_with_its_ending(text: str, quote: str, shown: str) -> None:
    of = builders.article(text=text)
    assert veiled(text, [dossiers.person(of, quote, "Maria Kowalska")], field="text").text == shown


def test_a_whole_name_is_found_where_no_place_is_known_and_half_a_name_is_not() -> None:
    of = builders.article(text="Maria Kowalska")
    known = [dossiers.person(of, "Maria Kowalska", "Maria Kowalska")]
    assert veiled("sagte Maria Kowalska", known).text == "sagte M. K."
    assert veiled("sagte Maria", known).text == "sagte Maria"
    assert veiled("Maria Kowalskaja sprach", known).text == "Maria Kowalskaja sprach"


def test_offsets_move_with_the_text() -> None:
    text = "Maria Kowalska und 3 Kinder"
    shown = veiled(
        text, [dossiers.person(builders.article(text=text), "Maria Kowalska", "Maria Kowalska")], field="text"
    )
    assert shown.text[shown.moved(text.index("3")) :] == "3 Kinder"
    assert (shown.moved(0), shown.moved(5), shown.moved(14)) == (0, 5, 5)


def _spans(value: Any) -> list[Span]:  # noqa: ANN401 - any value of a record
    if isinstance(value, tuple):
        return [span for each in value for span in _spans(each)]
    if not is_dataclass(value):
        return []
    own = [value] if {"field", "start", "end", "quote"} <= {each.name for each in fields(value)} else []
    inner = [span for each in fields(value) for span in _spans(getattr(value, each.name))]
    return [*own, *inner]  # type: ignore[list-item]  # a span by its fields


def test_a_hidden_record_keeps_every_span_at_its_words() -> None:
    shown = hidden(dossiers.update())
    spans = _spans(shown)
    assert len(spans) > 20
    assert [span for span in spans if shown.article[span.field][span.start : span.end] != span.quote] == []
    assert "Kowalska" not in shown.article.text
    assert "M. K." in shown.article.text
    assert "Petra Holm" in shown.article.text
    assert {claim.speaker_name for claim in shown.claims if claim.kind == "statement"} == {"M. K.", "Petra Holm"}


def test_a_record_without_private_persons_stays_itself() -> None:
    record = builders.ferry()
    assert hidden(record) is record
