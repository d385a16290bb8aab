"""A figure has the place that its own clause sets it in, and none where two are named or none sets it."""

import pytest

import lagebild
from lagebild.model import Article


def places(text: str, language: str) -> list[tuple[str, str | None]]:
    record = lagebild.record(Article("a", "", text, language, published="2025-04-30"))
    return [(figure.count.quote, figure.place.quote if figure.place else None) for figure in record.figures]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "In Lublin starben fünf Menschen.", [("fünf", "Lublin")]),
        ("de", "Fünf Menschen aus Lublin starben.", [("Fünf", None)]),
        ("de", "In Lublin starben fünf Menschen und in Danzig drei.", [("fünf", "Lublin"), ("drei", "Danzig")]),
        ("de", "In Lublin und in Danzig starben fünf Menschen.", [("fünf", None)]),
        ("de", "Fünf Menschen starben in Lublin und Danzig.", [("Fünf", None)]),
        ("de", "Zwischen Lublin und Danzig starben fünf Menschen.", [("fünf", None)]),
        ("de", "Bei einem Brand in Lublin nahe Danzig starben fünf Menschen.", [("fünf", None)]),
        ("de", "Laut Polizei in Lublin starben fünf Menschen.", [("fünf", None)]),
        ("de", "In Polen starben fünf Menschen.", [("fünf", None)]),
        ("en", "In Lublin, five people died.", [("five", "Lublin")]),
        ("en", "He lives in Lublin, and five people died.", [("five", None)]),
        ("en", "Five people died in Lublin, police said.", [("Five", "Lublin")]),
        ("en", "Five people died, police in Lublin said.", [("Five", None)]),
        ("en", "Five people from Lublin died.", [("Five", None)]),
    ],
)
def test_a_figure_has_the_place_of_its_clause(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert places(text, language) == expected


def test_a_record_without_places_has_figures_without_any() -> None:
    assert places("Fünf Menschen starben.", "de") == [("Fünf", None)]
