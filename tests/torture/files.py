"""Bad files, and what may come of each: an error line, or a sane record."""

import io
import json
import zipfile

GOOD = "Zwei Tote nahe Celle\nBei einem Unfall nahe Celle sind am Montag zwei Menschen gestorben, sagte die Polizei.\n"
PAGE = (
    '<html lang="de"><head><title>Zwei Tote nahe Celle</title><meta property="article:published_time" content="{date}">'
    "</head><body><article><h1>Zwei Tote nahe Celle</h1>"
    + "<p>Bei einem Unfall nahe Celle sind am Montag zwei Menschen gestorben, sagte die Polizei.</p>" * 5
    + "</article></body></html>"
)


def row(**fields: object) -> str:
    """Return a line of JSONL with these fields over good ones."""
    return json.dumps({"id": "x", "title": "Zwei Tote", "text": GOOD, "language": "de", **fields}) + "\n"


def archive(**members: str) -> bytes:
    """Return a ZIP file with these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, content in members.items():
            file.writestr(name, content)
    return buffer.getvalue()


def unreadable() -> dict[str, bytes]:
    """Return files that must give an error line and no record."""
    binary = bytes(range(256)) * 64
    return {
        "empty.txt": b"",
        "blank.txt": b" \n\t\r\n\xef\xbb\xbf",
        "binary.txt": binary,
        "image.html": b"\x89PNG\r\n\x1a\n" + binary,
        "empty.html": b"",
        "no-article.html": b"<html><body><nav><a href='/'>x</a></nav></body></html>",
        "broken.docx": b"PK\x03\x04" + binary,
        "archive.docx": archive(a="b"),
        "hollow.docx": archive(**{"[Content_Types].xml": "<Types/>", "word/document.xml": "<a>"}),
        "broken.jsonl": b'{"id": 1, "text": "Zwei\n[1, 2]\nnull\n"text"\n{}\n',
        "fields.jsonl": "".join(
            row(**fields)
            for fields in (
                {"text": None},
                {"text": 7},
                {"text": ["a"]},
                {"text": ""},
                {"title": {"a": 1}},
                {"published": "31.02.2025"},
                {"published": "gestern"},
                {"published": 20250428},
                {"published": "2025-13-01"},
                {"language": 3},
                {"language": "xx"},
            )
        ).encode(),
        "greek.txt": "Δύο νεκροί και τρεις τραυματίες σε τροχαίο ατύχημα κοντά στην Αθήνα τη Δευτέρα.".encode(),
    }


def odd() -> dict[str, bytes]:
    """Return files of which each line may give a record or an error line."""
    texts = {
        "rtl.txt": f"\u202e{GOOD}\u202c وقتل شخصان \u200f{GOOD}",
        "zero-width.txt": GOOD.replace("e", "e\u200b").replace("n", "n\u00ad\u2060"),
        "combining.txt": GOOD.replace("e", "e" + "\u0301" * 200),
        "population.txt": f"{GOOD} Bei dem Unfall starben {'9' * 400} Menschen. Es gab 8.999.999.999.999 Verletzte.",
        "numbers.txt": f"{GOOD} Es starben 1.2.3.4.5 und ²³ und Ⅻ und ٣٤ und 1/2 und 1e309 Menschen, minus drei.",
        "dates.txt": f"{GOOD} Am 31. Februar, am 99.99.9999, im Jahr 0, am 29.02.2023 um 25.61 Uhr starben zwei.",
        "quotes.txt": GOOD + "„" * 3000 + "Zwei starben" + "“" * 2999,
        "brackets.txt": GOOD + "(" * 3000 + "zwei Tote" + ")" * 3000,
        "commas.txt": GOOD + "die, " * 3000 + "zwei Menschen starben.",
        "dots.txt": GOOD + "." * 20_000 + "zwei starben" + "! " * 5000,
        "one-word.txt": GOOD + "tot" * 20_000,
        "returns.txt": GOOD.replace("\n", "\r") + "\r\n\x0b\x0c\x1c\x85\u2028\u2029" + GOOD,
        "box.txt": GOOD + "Details | |\n---|---|\n" + "Tote | \n" * 500 + "|" * 5000,
        "surrogate.jsonl": row(text=GOOD).replace("Montag", "Montag \\ud83d"),
        "deep.jsonl": "[" * 100_000 + "\n" + '{"text": ' * 50_000 + "\n" + row(),
        "dates.jsonl": "".join(row(published=day) for day in ("1600-01-01", "2199-12-31", "2025-04-28T24:00:00Z", "")),
        "long-id.jsonl": row(id="x" * 100_000) + row(id="") + row(id=None) + row(id="\x00\n"),
        "deep.html": PAGE.format(date="2025-02-30") + "<div>" * 20_000 + "zwei Tote",
        "cut.html": PAGE.format(date="x")[:-70] + "<!-- <p",
        "entities.html": PAGE.format(date="2025-04-28") + "&#x110000;&#0;&nosuch;" * 1000,
    }
    raw = {
        "latin-1.txt": "Bei Überfällen in Köln wurden fünf Menschen getötet und zwölf verletzt.".encode("latin-1"),
        "utf-16.txt": GOOD.encode("utf-16"),
        "cut-utf-8.txt": (GOOD + "Fünf").encode()[:-3] + b"\xc3",
        "mixed.txt": GOOD.encode() + "Fünf Tote in Köln.".encode("cp1252") + "Für.".encode(),
        "nul.txt": GOOD.replace(" ", "\x00", 1).encode(),
        "charset.html": PAGE.format(date="").replace("<title>", '<meta charset="utf-99"><title>').encode("cp1252"),
    }
    return {**{name: text.encode("utf-8", "surrogatepass") for name, text in texts.items()}, **raw}
