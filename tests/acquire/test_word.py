"""Title, paragraphs and tables of DOCX files; broken archives are refused."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document

from lagebild.acquire import word
from lagebild.acquire.catalogue import Unreadable
from lagebild.acquire.draft import article

STORY = "Bei einem Brand in Ulm sind am Montag zwei Menschen gestorben. Die Polizei ermittelt."


def _saved(fill: Callable[[Document], object]) -> bytes:
    document = docx.Document()
    fill(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _report(document: Document) -> None:
    document.add_paragraph(STORY)
    document.add_paragraph("")
    table = document.add_table(rows=3, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Details"
    for place, (label, value) in enumerate([("Ort", "Ulm"), ("Tote", "2")], 1):
        table.cell(place, 0).text, table.cell(place, 1).text = label, value
    document.add_paragraph("Das Haus ist nicht mehr bewohnbar.")


@pytest.mark.parametrize("level", [0, 1])
def test_a_heading_is_the_title_and_a_table_keeps_its_place(level: int) -> None:
    def fill(document: Document) -> None:
        document.add_heading("Brand in Ulm. Zwei Tote.", level)
        _report(document)

    found = word.draft(_saved(fill))
    assert found.title == "Brand in Ulm. Zwei Tote."
    assert found.text == f"{STORY}\n\nDetails\nOrt | Ulm\nTote | 2\n\nDas Haus ist nicht mehr bewohnbar."
    assert [(cell.label, cell.value) for cell in article(found, None).stated_box] == [("Ort", "Ulm"), ("Tote", "2")]


def test_without_a_heading_the_first_line_is_the_title_where_it_reads_like_one() -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("Brand in Ulm")
        document.add_paragraph(STORY)

    found = word.draft(_saved(fill))
    assert (found.title, found.text) == ("Brand in Ulm", STORY)
    untitled = word.draft(_saved(_report))
    assert untitled.title == ""
    assert untitled.text.startswith(STORY)


def test_the_author_is_read_where_a_person_is_named() -> None:
    def fill(document: Document) -> None:
        document.core_properties.author = "Ida Beispiel"
        document.add_paragraph(STORY)

    assert word.draft(_saved(fill)).authors == ("Ida Beispiel",)
    assert word.draft(_saved(_report)).authors == ()


def _archive(name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def _damaged() -> bytes:
    data = bytearray(_saved(_report))
    place = data.index(b"word/document.xml") + 60
    data[place : place + 200] = b"\xff" * 200
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 no archive at all", "A14"),
        (_saved(_report)[:-200], "A14"),
        (_saved(_report)[:2000], "A14"),
        (_archive("word/document.xml", b"<broken"), "A14"),
        (_archive("other.txt", b"Wort"), "A14"),
        (_damaged(), "A14"),
        (_archive("word/document.xml", b" " * 21_000_000), "A08"),
        (_saved(lambda document: document.add_paragraph(" ")), "A06"),
    ],
    ids=["no archive", "cut end", "cut middle", "broken part", "no document", "damaged part", "bomb", "empty"],
)
def test_a_broken_file_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as problem:
        word.draft(data)
    assert problem.value.fault.code == code
