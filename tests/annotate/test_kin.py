"""Which known word an unknown one is tagged as."""

import pytest

from lagebild.annotate.kin import German, Known, english_kin

NOUN, VERB, NAME, ADJECTIVE = 1, 2, 3, 4
KNOWN: Known = {
    word: [(tag, -1.0)]
    for tag, words in (
        (NOUN, ("angriffe", "angreifer", "fahrzeug")),
        (VERB, ("geschossen", "liefern")),
        (NAME, ("bolivien",)),
        (ADJECTIVE, ("europäischen",)),
    )
    for word in words
}
GERMAN = German(KNOWN, *(frozenset({tag}) for tag in (NOUN, VERB, NAME, ADJECTIVE)))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Angriffe", "Angriffe"),
        ("Messerangriffe", "Angriffe"),
        ("Vergeltungs-Angriffe", "Angriffe"),
        ("US-Messerangriffe", "Angriffe"),
        ("abgeschossen", "geschossen"),
        ("Angreifern", "Angreifer"),
        ("Fahrzeugs", "Fahrzeug"),
        ("Boliviens", "Bolivien"),
        ("Bolivienen", "Bolivienen"),
        ("europäischem", "europäischen"),
        ("Europäischem", "Europäischem"),
        ("lieferne", "lieferne"),
        ("15:00", "40"),
        ("19-Angreifer", "19-Angreifer"),
        ("as-Sahab", "as-Sahab"),
    ],
)
def test_german_words(word: str, expected: str) -> None:
    assert GERMAN.kin(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("angriffe", "angriffe"),
        ("ANGRIFFE", "angriffe"),
        ("Zelda", "London"),
        ("15.00", "40"),
        ("15:00", "15:00"),
        ("zelda", "zelda"),
    ],
)
def test_other_words(word: str, expected: str) -> None:
    assert english_kin(KNOWN, word) == expected
