"""The title of a plain text, and the text unchanged."""

import pytest

from lagebild.acquire import plain


@pytest.mark.parametrize(
    ("content", "title", "text"),
    [
        ("Brand in Ulm\n\nEs brannte.\n", "Brand in Ulm", "Es brannte.\n"),
        ("\n\nBrand in Ulm!\nEs brannte.", "Brand in Ulm!", "Es brannte."),
        ("Brand in Ulm\r\n\r\n  Es brannte.\r\n", "Brand in Ulm", "  Es brannte.\r\n"),
        ("Brand in Ulm\rEs brannte.", "Brand in Ulm", "Es brannte."),
        ("# Brand in Ulm\nEs brannte.", "Brand in Ulm", "Es brannte."),
        ("Brand in Ulm ...\nEs brannte.", "Brand in Ulm ...", "Es brannte."),
        ("Es brannte in Ulm.\nNiemand starb.", "", "Es brannte in Ulm.\nNiemand starb."),
        ("Brand in Ulm", "", "Brand in Ulm"),
        ("Brand in Ulm\n\n", "", "Brand in Ulm\n\n"),
        ("Ort: Ulm\nTote: 2", "", "Ort: Ulm\nTote: 2"),
        ("Ort | Ulm\nTote | 2", "", "Ort | Ulm\nTote | 2"),
        ("wort " * 60 + "\nEs brannte.", "", "wort " * 60 + "\nEs brannte."),
        ("  ", "", "  "),
    ],
)
def test_the_first_line_is_the_title_where_it_reads_like_one(content: str, title: str, text: str) -> None:
    assert plain.split(content) == (title, text)
