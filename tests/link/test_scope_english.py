"""Which incident an English report on an arrest or a charge is about."""

import pytest

from lagebild import annotate, extract, link
from lagebild.model import Article, Box


def box(text: str, title: str) -> Box:
    document = annotate.document(Article(id="a", title=title, text=text, language="en", published="2026-05-20"))
    return link.record(document, extract.claims(document)).box


@pytest.mark.parametrize(
    ("title", "text", "killed"),
    [
        (
            "Suspect in shooting identified",
            "Police have named a suspect.\n\nHe is wanted for a shooting last month that killed two women.",
            2,
        ),
        (
            "Suspect in shooting identified",
            "A shooting in Ulm killed one man.\n\nA shooting last month killed two women.",
            1,
        ),
        (
            "Man sentenced to prison in shooting",
            "A judge spoke at noon.\n\nA shooting last month killed two women.",
            None,
        ),
        (
            "Suspect in shooting identified",
            "Police have named a suspect.\n\nA similar shooting last month killed two women.",
            None,
        ),
    ],
)
def test_the_crime_of_weeks_ago_is_the_main_incident_where_no_other_harm_is_told(
    title: str, text: str, killed: int | None
) -> None:
    found = box(text, title).killed
    assert (found.low if found else None) == killed
