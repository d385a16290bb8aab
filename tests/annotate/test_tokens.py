"""Sentences and tokens of German text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.annotate.tokens import sentences, tokens


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences("text", text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am 6. August starben drei. Sie waren jung.", ["Am 6. August starben drei.", "Sie waren jung."]),
        ("Es waren 12. Danach kam keiner.", ["Es waren 12.", "Danach kam keiner."]),
        ("Dr. Ott kam ca. 14.30 Uhr.", ["Dr. Ott kam ca. 14.30 Uhr."]),
        ("Er kam am Montag (29. August) an.", ["Er kam am Montag (29. August) an."]),
        ("„Alles brennt.“ Sie floh.", ["„Alles brennt.“", "Sie floh."]),
        ("„Alles brennt!“, rief sie.", ["„Alles brennt!“, rief sie."]),
        ("Einsatz und Verluste\nDrei starben.", ["Einsatz und Verluste", "Drei starben."]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_cuts_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rund 11.000 Soldaten", ["rund", "11.000", "Soldaten"]),
        ("50 000 Menschen", ["50 000", "Menschen"]),
        ("im Jahr 2005 300 Menschen", ["im", "Jahr", "2005", "300", "Menschen"]),
        ("ein 29-Jähriger", ["ein", "29-Jähriger"]),
        ("1,5 Millionen", ["1,5", "Millionen"]),
        ("der US-Bundesstaat", ["der", "US-Bundesstaat"]),
    ],
)
def test_cuts_tokens(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text, 0, len(text))] == expected


@given(st.text(max_size=300))
def test_every_token_quotes_its_text_in_order(text: str) -> None:
    last = 0
    for sentence in sentences("text", text):
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text
            assert token.start >= last
            last = token.end
