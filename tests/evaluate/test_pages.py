"""Pages are measured against what is known of them, by country, and beside trafilatura alone."""

import gzip
import json
from pathlib import Path

import pytest

from lagebild.evaluate import Evaluation, pages
from tests.acquire import server

SHARED = Path(__file__).parents[3] / "shared" / "data"


def known(title: str, day: str) -> dict[str, object]:
    paragraphs = server.STORY.replace("<p>", "").split("</p>")
    body = {"summary": [], "sections": [{"headline": [], "paragraphs": paragraphs}]}
    return {"title": title, "publishing_date": f"{day} 09:00:00+02:00", "body": body, "authors": []}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data folder with an outlet's two pages, the second with a title and a day that are not on the page."""
    folder = tmp_path / "pages" / "de"
    folder.mkdir(parents=True)
    versions = {"V1_1": known("Sturm in Emden", "2025-05-02"), "V1": known("Brand ‚am Hafen‘ in Ulm", "2025-05-01")}
    (folder / "Bote.json").write_text(json.dumps(versions))
    for day, title in (("01", "Brand ‚am Hafen‘ in Ulm"), ("03", "Hagel")):
        page = server.page(title, date=f"2025-05-{day}T09:00:00+02:00")
        (folder / f"Bote_2025_05_{day}.html.gz").write_bytes(gzip.compress(page.encode()))
    (folder / "meta.info").write_text(json.dumps({"Bote_2025_05_01.html.gz": {"url": "https://bote.example/1"}}))
    return tmp_path


def test_versions_stand_for_pages_in_the_order_of_their_days(data: Path) -> None:
    found = list(pages.known_pages(data / "pages"))
    assert [(page.name, page.title, page.day, page.address) for page in found] == [
        ("Bote_2025_05_01.html.gz", "Brand ‚am Hafen‘ in Ulm", "2025-05-01", "https://bote.example/1"),
        ("Bote_2025_05_03.html.gz", "Sturm in Emden", "2025-05-02", None),
    ]


def test_the_shares_are_counted_by_country(data: Path) -> None:
    found = pages.scores(data / "pages", pages.ours)
    assert list(found) == ["de"]
    assert (found["de"].pages, found["de"].title, found["de"].alike, found["de"].day) == (2, 0.5, 0.5, 0.5)
    assert found["de"].text > 0.9


def test_quotation_marks_may_count_alike(data: Path) -> None:
    def read(page: pages.KnownPage) -> pages.Reading:
        return page.title.replace("‚", "'").replace("‘", "'"), page.day, "ganz anders"

    found = pages.scores(data / "pages", read)["de"]
    assert (found.title, found.alike, found.day, found.text) == (0.5, 1.0, 1.0, 0.0)


def test_the_table_shows_ours_trafilaturas_and_what_to_reach(data: Path, tmp_path: Path) -> None:
    with Evaluation(data, ("pages",), tmp_path / "floors.json") as evaluation:
        lines = list(evaluation.table())
        assert evaluation.raise_floors()[0].startswith("pages/de: title 0.0000")
        assert evaluation.under_floors() == []
    assert lines[0] == "pages/de: 2 pages; to beat: trafilatura alone"
    assert any(line.startswith("title exact") and "  0.950" in line for line in lines)


@pytest.mark.skipif(not (SHARED / "pages").is_dir(), reason="the pages are not there")
def test_real_pages_are_dated_and_titled_at_least_as_well_as_ever() -> None:
    found = pages.scores(SHARED / "pages", pages.ours)
    count = sum(score.pages for score in found.values())
    assert sum(score.day * score.pages for score in found.values()) / count >= 0.99
    assert sum(score.alike * score.pages for score in found.values()) / count >= 0.88
