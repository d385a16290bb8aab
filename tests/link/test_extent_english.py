"""How much of an incident a figure of an English report tells."""

import pytest

import lagebild
from lagebild.model import Article


@pytest.mark.parametrize(
    ("text", "extents"),
    [
        ("Kowar had lost 900 soldiers, killed and wounded, over the previous day, Malu said.", ["period"]),
        ("Kowar had lost 900 soldiers, killed and wounded, over a bridge, Malu said.", ["incident"]),
        ("In the past 24 hours, 50 people were killed.", ["period"]),
        ("In the village, 50 people were killed.", ["incident"]),
        ("Witnesses put the death toll at 13, but the police at five.", ["incident", "incident"]),
        ("A fire killed 12 people. Of the 12 dead, seven were children.", ["incident", "part"]),
        ("Two more bodies were found in the mud, raising the toll to nine.", ["part", "incident"]),
        ("Two women were killed in the mud, and nine men died.", ["part", "part"]),
        ("Twelve people were killed. Seven nurses are believed to be among the dead.", ["incident", "part"]),
    ],
)
def test_words_tell_parts_and_spans_of_time(text: str, extents: list[str]) -> None:
    record = lagebild.record(Article(id="a", title="", text=text, language="en", published="2025-04-30"))
    assert [figure.extent for figure in record.figures] == extents
